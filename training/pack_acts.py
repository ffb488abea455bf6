"""Acts as an annotator types them → stand-off labels, a JSON line a sentence, without text.

Usage: python training/pack_acts.py SENTENCES TYPED [SENTENCES TYPED …] > training/labels/acts.jsonl
       python training/pack_acts.py --agree SENTENCES TYPED SENTENCES TYPED

SENTENCES is as in `typed.py`. TYPED has a line an act, `12|ASSAULT/aerial|strikes|asserted|possible|A=jets|R=rebels|C=|W=on Monday|P=Homs`,
or `13|none`: type and mode, trigger word, modality, flags, actors, recipients, claimant, time and place, several parted by
semicolons; `word@2` is a word's second occurrence. A sentence given twice counts as in the first file. `--agree` prints
how far two annotators agree on the sentences both read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TypedDict

from typed import Key, Span, pack, place, read_lists

ROLES = {"A": "actors", "R": "recipients", "C": "claimant", "W": "when", "P": "where"}


class Act(TypedDict):
    """One act of a sentence; spans are code points in its words joined by one blank, end exclusive."""

    type: str
    mode: str
    trigger: Span
    modality: str
    historical: bool
    certainty: str
    roles: dict[str, list[Span]]


def read_act(text: str, fields: list[str]) -> Act:
    kind, trigger, modality, flags, *roles = fields
    root, _, mode = kind.partition("/")
    spans = {ROLES[role[0]]: [place(text, phrase.strip()) for phrase in role[2:].split(";") if phrase.strip()] for role in roles}
    certainty = next((flag for flag in ("possible", "probable") if flag in flags), "certain")
    return Act(
        type=root,
        mode=mode,
        trigger=place(text, trigger),
        modality=modality,
        historical="historical" in flags,
        certainty=certainty,
        roles={name: found for name, found in spans.items() if found},
    )


def read_typed(sentences: Path, typed: Path) -> dict[Key, list[Act]]:
    """Returns the acts of every sentence an annotator read, by corpus, document and sentence number."""
    return read_lists(sentences, typed, read_act)


def agreement(first: dict[Key, list[Act]], second: dict[Key, list[Act]]) -> dict[str, float]:
    """F1 of acts (same trigger word; same trigger and type), and on shared acts the share of equal values and the F1 of role spans that touch."""
    shared = first.keys() & second.keys()
    counts: dict[str, int] = defaultdict(int)
    for key in shared:
        ours, theirs = ({act["trigger"]: act for act in side[key]} for side in (first, second))
        counts["acts"] += len(ours) + len(theirs)
        for trigger in ours.keys() & theirs.keys():
            one, other = ours[trigger], theirs[trigger]
            counts["both"] += 1
            for name in ("type", "modality", "historical", "certainty"):
                counts[name] += one[name] == other[name]  # type: ignore[literal-required]  # the names are written out above
            for role in ROLES.values():
                a, b = one["roles"].get(role, []), other["roles"].get(role, [])
                counts["roles"] += len(a) + len(b)
                counts["same_roles"] += sum(any(x[0] < y[1] and y[0] < x[1] for y in b) for x in a)
                counts["same_roles"] += sum(any(x[0] < y[1] and y[0] < x[1] for y in a) for x in b)
    both = max(counts["both"], 1)
    return {
        "sentences": len(shared),
        "trigger_f1": round(200 * counts["both"] / max(counts["acts"], 1), 1),
        "trigger_and_type_f1": round(200 * counts["type"] / max(counts["acts"], 1), 1),
        **{name: round(100 * counts[name] / both, 1) for name in ("type", "modality", "historical", "certainty")},
        "roles_f1": round(100 * counts["same_roles"] / max(counts["roles"], 1), 1),
    }


def line(key: Key, acts: list[Act]) -> str:
    corpus, document, sentence = key
    return json.dumps({"corpus": corpus, "document": document, "sentence": sentence, "acts": acts})


if __name__ == "__main__":
    pack(__doc__, read_typed, agreement, line)
