"""Acts as the network alone sees them, on our 480 labelled sentences: `python evals/network_acts.py --corpora FOLDER`.

`data/acts.jsonl` is held out from training. A word is taken for a trigger where some root is likelier than no act; type and modality are the
likeliest, and fillers of roles the words of a probability of at least .5. Printed: F1 of triggers; of those found, the share of right types and
modalities, and F1 of the words of each role.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc

from labelled_acts import Gold, Range, prepare
from parley.language.acts import ROLES, scores_of


class Tally(Counter[str]):
    """Counts of things said, due and right, by name."""

    def add(self, name: str, ours: set[int], theirs: set[int]) -> None:
        self.update({f"{name} said": len(ours), f"{name} due": len(theirs), f"{name} right": len(ours & theirs)})

    def f1(self, name: str) -> float:
        return round(200 * self[f"{name} right"] / max(1, self[f"{name} said"] + self[f"{name} due"]), 1)


def tokens_in(doc: Doc, spans: Iterable[Range]) -> set[int]:
    return {t.i for start, end in spans for t in doc if t.idx < end and start < t.idx + len(t.text)}


def judge(doc: Doc, acts: Iterable[Gold], tally: Tally) -> None:
    scores = scores_of(doc) or {}
    said = {word for word, score in scores.items() if max(score.types.values()) > 1 - score.act}
    gold = {min(tokens_in(doc, [act.trigger])): act for act in acts}
    tally.add("trigger", said, set(gold))
    for word in said & set(gold):
        score, act = scores[word], gold[word]
        tally["type"] += max(score.types, key=score.types.__getitem__) == act.type
        tally["modality"] += max(score.modalities, key=score.modalities.__getitem__) == act.modality
        for role in ROLES:
            tally.add(role, {i for i, chance in score.roles[role].items() if chance >= 0.5}, tokens_in(doc, act.roles[role]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds gmb/ and gum/")
    corpora = parser.parse_args().corpora
    if not (corpora / "gum").is_dir() or not (corpora / "gmb").is_dir():
        parser.exit(1, f"no GUM or GMB at {corpora}\n")
    tally, sentences = Tally(), 0
    for prepared in prepare(Path(__file__).parent / "data" / "acts.jsonl", corpora):
        judge(prepared.doc, prepared.gold, tally)
        sentences += 1
    shared = max(1, tally["trigger right"])
    shares = {name: round(100 * tally[name] / shared, 1) for name in ("type", "modality")}
    print(json.dumps({"sentences": sentences, "trigger": tally.f1("trigger")} | shares | {role: tally.f1(role) for role in ROLES}, indent=1))


if __name__ == "__main__":
    main()
