"""GUM's coreference → the weights by which pronouns choose: `src/parley/lexicon/data/pronouns.tsv`.

    python training/coreference.py --corpora FOLDER

The training part's genres whose texts may be shipped are read by Parley's own language pass. Every third person pronoun becomes
a choice between those it may stand for and nobody; what is right is told by the chains. While learning, pronouns already met
stand for whom they truly stand. One log-linear model for each form of pronoun, fitted by full-batch ascent: no chance, no seed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from parley.actors.naming import chains
from parley.language import load
from parley.language.ranking import Option, form
from parley.language.salience import Candidate
from parley.lexicon.pronouns import FORMS

sys.path.append(str(Path(__file__).resolve().parent.parent / "evals"))
from gum_chains import Text, documents

GENRES = frozenset(("academic", "bio", "court", "interview", "news", "voyage"))
TARGET = Path(__file__).resolve().parent.parent / "src/parley/lexicon/data/pronouns.tsv"
ROUNDS, RATE, DECAY = 300, 0.05, 1.0
HEADER = """\
# What each feature of a candidate counts when a pronoun looks for whom it stands for; see language/ranking.py for the features.
# Columns, parted by tabs: feature, weight for he/she, for it, for they. Learned by training/coreference.py from the training part of GUM
# (Zeldes 2017; annotations CC BY 4.0), genres academic, bio, court, interview, news, voyage. CC BY-SA 4.0.
"""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Choice:
    """One pronoun: its form, the features of each option, and which options are right."""

    form: str
    options: tuple[dict[str, float], ...]
    right: tuple[int, ...]


def _chain(one: Candidate, text: Text) -> str | None:
    """Returns the chain of a candidate's mention, whose gold head may be another word of the same name."""
    token, table = one.token, text.joint if one.members and one.token.pos_ == "PROPN" else text.every
    words = [token, *(c for c in token.children if c.dep_ in ("flat", "compound")), *([token.head] if token.dep_ in ("flat", "compound") else [])]
    return next((table[word.idx] for word in words if word.idx in table), None)


def read_choices(doc: Doc, text: Text) -> list[Choice]:
    """Returns the choices of one document."""
    found: list[Choice] = []

    def choose(pronoun: Token, options: Sequence[Option]) -> Candidate | None:
        chain = text.every.get(pronoun.idx)
        right = [at for at, (one, _) in enumerate(options) if one is not None and chain is not None and _chain(one, text) == chain]
        found.append(Choice(form(pronoun), tuple(described for _, described in options), tuple(right or [0])))
        return max((one for at in right if (one := options[at][0]) is not None), key=lambda one: one.token.i, default=None)

    chains(doc, choose)
    return found


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Returns the weights under which the right options are likeliest, held small by `DECAY`."""
    names = sorted({name for choice in choices for described in choice.options for name in described})
    at = {name: column for column, name in enumerate(names)}
    sizes = [len(choice.options) for choice in choices]
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    table, right = np.zeros((sum(sizes), len(names))), np.zeros(sum(sizes))
    for start, choice in zip(starts, choices, strict=True):
        right[start + np.array(choice.right)] = 1
        for row, described in enumerate(choice.options):
            for name, value in described.items():
                table[start + row, at[name]] = value
    return dict(zip(names, _ascend(table, right, starts, np.array(sizes)).tolist(), strict=True))


def _ascend(table: Floats, right: Floats, starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Floats:
    """Climbs the log-likelihood by Adam (Kingma and Ba, 2015) over the whole table."""
    weights, mean, square = (np.zeros(table.shape[1]) for _ in range(3))
    for step in range(1, ROUNDS + 1):
        scores = table @ weights
        likely = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        every, wanted = (part / np.repeat(np.add.reduceat(part, starts), sizes) for part in (likely, likely * right))
        slope = table.T @ (wanted - every) - DECAY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        weights += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def table_of(weights: dict[str, dict[str, float]]) -> Iterator[str]:
    """Yields the rows of the data file."""
    for name in sorted({name for column in weights.values() for name in column}):
        yield "\t".join((name, *(f"{weights[form].get(name, 0.0):.2f}" for form in FORMS)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    path = parser.parse_args().corpora / "gum" / "gum_train.conllu.gz"
    if not path.is_file():
        sys.exit(f"{path} is missing")
    texts = list(documents(path, GENRES))
    choices = [choice for text, doc in zip(texts, load().pipe(t.text for t in texts), strict=True) for choice in read_choices(doc, text)]
    weights = {form: fit([choice for choice in choices if choice.form == form]) for form in FORMS}
    TARGET.write_text(HEADER + "\n".join(table_of(weights)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
