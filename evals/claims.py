"""Measures claims on figures annotated by hand: `python evals/claims.py --corpora FOLDER`.

`evals/data/claims.jsonl` holds figures, mostly of news sentences of the Groningen Meaning Bank (public-domain Voice of America texts), as offsets
and labels without text, drawn at random from those with a number and a word of harm or of meeting. Three sets, told apart by `part`:

- `blind` (104 figures in 220 sentences of GMB, ECB+, GUM's shippable genres and re3d's shippable parts): drawn by seed from those with a number and
  a word of harm near it, annotated from the text alone before the program had read them, measured once, then read.
- `from-text` (78 figures in 110 sentences): annotated from the text alone, before the program had been run on them; measured once, then read.
- `tuning` and `held-out` (313 figures in 397 sentences): made by correcting the output of an early version by hand, so they lean towards
  its idea of a figure: an upper bound. Their faults were read while rules were written.

Figures are numbers: single victims without one ("a guard was killed") are not annotated, and what is found of them is left out.

A label of "*" was left open because the sentence does not settle it; a figure whose measure is "*" (birds, vessels, threats) may be found or not.

Figures: found (precision, recall), then for those found the share with each slot right, and overall bounds and claimant.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from figure_texts import figure_texts
from parley.language import load
from parley.lexicon.quantities import number_words
from parley.model import Claim, Interval, Naming, TimeValue
from parley.pipeline.reading import ArticleReader

# The sentences carry no date; any day does for telling which time expression a window rests on.
PUBLISHED = Interval.day(date(2010, 6, 16), "user")
OPEN = "*"
SLOTS = ("bounds", "measure", "who", "subset", "window", "place", "perpetrator", "claimant")
Offsets = list[int]


@dataclass(frozen=True)
class Gold:
    """One annotated figure. Offsets into the sentence; OPEN where any answer is right."""

    start: int
    end: int
    measure: str
    low: float | None
    high: float | None
    who: Offsets | str | None
    subset: int | None
    window: list[object] | str | None
    place: Offsets | str | None
    perp: Offsets | str | None
    claimant: Offsets | str | None


_WORDS = number_words()
_NUMBER = re.compile(r"\d|\b(?:" + "|".join((*_WORDS.units, *_WORDS.scales, *_WORDS.plurals, "couple", "half")) + r")\b", re.IGNORECASE)
_AGE = re.compile(r"\d+ ?- ?(?:year|month) ?- ?old", re.IGNORECASE)


def gmb_sentences(path: Path, wanted: frozenset[int]) -> dict[int, str]:
    """Returns the wanted sentences, their words joined by blanks. Numbers count blank-line separated sentences from 0."""
    found: dict[int, str] = {}
    words: list[str] = []
    number = 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in [*file, "\n"]:
            if line.strip("\n"):
                words.append(line.split("\t")[0])
            elif words:
                if number in wanted:
                    found[number] = " ".join(words)
                number, words = number + 1, []
    return found


def items(corpora: Path, part: str) -> Iterator[tuple[str, list[Gold]]]:
    rows = [json.loads(line) for line in (Path(__file__).parent / "data" / "claims.jsonl").open(encoding="utf-8")]
    rows = [r for r in rows if r["part"] == part or (part == "corrected" and r["part"] in ("tuning", "held-out"))]
    for text, row in zip(figure_texts(corpora, rows), rows, strict=True):
        yield text, [Gold(**claim) for claim in row["claims"]]


def same_name(found: str | None, gold: Offsets | str | None, text: str, naming: Naming) -> bool:
    """A resolved name is right when it is what `naming` makes of the gold words, or shares a word of its own with them."""
    if gold == OPEN:
        return True
    if gold is None or found is None or isinstance(gold, str):
        return gold is None and found is None
    words = {w.lower() for w in text[gold[0] : gold[1]].split() if len(w) > 3 or w.isupper()} or {text[gold[0] : gold[1]].lower()}
    return any(name in found for name in naming.names_in(gold[0], gold[1])) or bool(words & {w.lower() for w in found.split()})


def same_window(claim: Claim, gold: list[object] | str | None, times: tuple[TimeValue, ...]) -> bool:
    if gold == OPEN:
        return True
    if gold is None or isinstance(gold, str):
        return claim.since is None and claim.until is None
    start, end, kind = gold
    meant = [t.days for t in times if isinstance(start, int) and isinstance(end, int) and t.span.start < end and start < t.span.end]
    known = [days for days in meant if days is not None]
    if not known:
        return claim.since is None and claim.until is None
    return claim.since in known and (claim.until in (None, PUBLISHED)) == (kind == "since")


def right_slots(reader: ArticleReader, claim: Claim, gold: Gold, starts: list[int]) -> dict[str, bool]:
    """`starts` gives where each found claim begins, to compare wholes and parts."""
    text, naming = reader.doc.text, reader.naming
    who = text[gold.who[0] : gold.who[1]].lower() if isinstance(gold.who, list) else None
    whole = None if claim.subset_of is None else starts[claim.subset_of]
    return {
        "bounds": (claim.low, claim.high) == (gold.low, gold.high),
        "measure": claim.measure == gold.measure,
        "who": gold.who == OPEN or (claim.who.lower() if claim.who else None) == who,
        "subset": (whole is None) == (gold.subset is None) and (whole is None or gold.subset is None or abs(whole - gold.subset) < 12),
        "window": same_window(claim, gold.window, reader.times),
        "place": same_name(claim.place, gold.place, text, naming),
        "perpetrator": same_name(claim.perpetrator, gold.perp, text, naming),
        "claimant": same_name(claim.claimant, gold.claimant, text, naming),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds gmb/")
    parser.add_argument("--part", choices=("blind", "from-text", "corrected", "tuning", "held-out"), default="from-text")
    parser.add_argument("--faults", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    if not (options.corpora / "gmb" / "gmb.tsv.gz").is_file():
        sys.exit(f"no GMB at {options.corpora / 'gmb'}")
    right = dict.fromkeys(SLOTS, 0)
    gold_count = found_count = matched = 0
    seconds = 0.0
    sentences = list(items(options.corpora, options.part))
    for doc, gold in load().pipe(sentences, as_tuples=True):
        reader = ArticleReader(doc, PUBLISHED)
        _ = reader.times, reader.statements
        begun = time.process_time()
        claims = reader.claims
        seconds += time.process_time() - begun
        starts = [c.span.start for c in claims]
        optional = [g for g in gold if g.measure == OPEN]
        gold = [g for g in gold if g.measure != OPEN]
        numbered = [c for c in claims if _NUMBER.search(_AGE.sub("", c.span.text))]
        judged = [c for c in numbered if not any(c.span.start < g.end and g.start < c.span.end for g in optional)]
        gold_count, found_count = gold_count + len(gold), found_count + len(judged)
        for item in gold:
            claim = next((c for c in claims if c.span.start < item.end and item.start < c.span.end), None)
            slots = right_slots(reader, claim, item, starts) if claim is not None else {}
            matched += claim is not None
            for slot, is_right in slots.items():
                right[slot] += is_right
            if (options.faults and not all(slots.values())) or claim is None:
                report(doc.text, item, claim, [s for s, ok in slots.items() if not ok], options.faults)
        for claim in judged:
            if options.faults and not any(claim.span.start < g.end and g.start < claim.span.end for g in gold):
                print("EXTRA", claim.span.text, claim.measure, "|", doc.text)
    figures: dict[str, object] = {slot: round(100 * n / max(matched, 1), 1) for slot, n in right.items()}
    figures |= {"found_p": round(100 * matched / max(found_count, 1), 1), "found_r": round(100 * matched / max(gold_count, 1), 1)}
    print(
        json.dumps(
            figures | {"gold": gold_count, "sentences_per_second": round(sum(1 for _ in items(options.corpora, options.part)) / seconds)}, indent=1
        )
    )


def report(text: str, gold: Gold, claim: Claim | None, wrong: list[str], show: bool) -> None:
    if show:
        print("WRONG" if claim else "MISSED", text[gold.start : gold.end], gold.measure, wrong, "|", text, "|", claim and (
            claim.low, claim.high, claim.measure, claim.who, claim.place, claim.perpetrator, claim.claimant, str(claim.since)))  # fmt: skip


if __name__ == "__main__":
    main()
