"""Fits the chance that a report is right: labelled sentences → `src/parley/lexicon/data/report_chance.tsv`.

    python training/chance.py --corpora FOLDER

Uses `training/labels/acts_tuning.jsonl`, sentences that the network was not trained on: what a network says of sentences it has learnt by
heart would make it look surer than it is. A report is right when its trigger and type are labelled and its actors and recipients all
touch labelled ones and none is missing. Ridge-penalised logistic regression by Newton's method; prints, for tenths of the reports,
the chance given and the share right, five times on a fifth left out. Takes a minute.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent / "evals"))

from labelled_acts import is_wholly_right, prepare, read_prepared
from parley.language.acts import scores_of
from parley.reports.chance import features
from parley.reports.names import read_names
from parley.reports.scored import score_of
from parley.reports.tree import read_tree

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/parley/lexicon/data/report_chance.tsv"
HEAD = """\
# What makes a report likelier to be right: weights of a logistic regression, fitted by training/chance.py on our own labels; Apache-2.0.
# Columns, parted by a tab: feature (see parley.reports.chance), weight.
"""
PENALTY = 1.0
Floats = NDArray[np.float64]


def samples(labels: Path, corpora: Path) -> Iterator[tuple[dict[str, float], bool]]:
    """Yields the features of every report made of the labelled sentences, and whether it is right."""
    for prepared in prepare(labels, corpora):
        read = read_prepared(prepared)
        scores, tree = scores_of(prepared.doc) or {}, read_tree(prepared.doc)
        names = read_names(tree, prepared.reader.naming)
        for draft in read.drafts:
            yield features(tree, names, draft.act, draft.report, score_of(tree, draft.act.trigger, scores)), is_wholly_right(read, draft)


def fit(rows: Floats, right: Floats) -> Floats:
    """Returns the weights that make `right` likeliest, pulled towards nought."""
    weights = np.zeros(rows.shape[1])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-rows @ weights))
        curvature = (rows.T * (chance * (1 - chance))) @ rows + PENALTY * np.eye(len(weights))
        weights += np.linalg.solve(curvature, rows.T @ (right - chance) - PENALTY * weights)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    options = parser.parse_args()
    found = list(samples(ROOT / "training/labels/acts_tuning.jsonl", options.corpora))
    names = list(found[0][0])
    rows, right = np.array([[f[name] for name in names] for f, _ in found]), np.array([float(r) for _, r in found])
    given = np.zeros(len(right))
    for part in range(5):
        held = np.arange(len(right)) % 5 == part
        given[held] = 1 / (1 + np.exp(-rows[held] @ fit(rows[~held], right[~held])))
    order = np.argsort(-given)
    print(f"{len(right)} reports, {right.mean():.3f} right")
    for tenth in np.array_split(order, 10):
        print(f"chance {given[tenth].mean():.2f}  right {right[tenth].mean():.2f}")
    weights = fit(rows, right)
    TARGET.write_text(HEAD + "".join(f"{name}\t{weight:.4f}\n" for name, weight in zip(names, weights, strict=True)), encoding="utf-8")


if __name__ == "__main__":
    main()
