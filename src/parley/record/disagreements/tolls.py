"""Claims → disagreements over figures and durations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from parley.model import Claim, Disagreement
from parley.record.disagreements.comparing import are_of_like_size, counts_the_same
from parley.record.disagreements.counted import Figure
from parley.record.disagreements.figures import Verdict, admitted, compare, exclude
from parley.record.disagreements.following import is_of_meeting
from parley.record.disagreements.revising import is_earlier, takes_back
from parley.record.disagreements.stands import Voice, disagreement
from parley.record.groups import Groups

MOST = 60
"""How many figures for one thing are compared with each other, newest first."""


def widest(found: Iterable[tuple[str, str, Collection[str]]]) -> list[str]:
    """Leaves out each disagreement over figures that are all part of another with the same verdict.

    Args:
        found: id, verdict and the ids of the claims compared, of each.

    Returns:
        The ids of those that stand.
    """
    kept: dict[str, tuple[str, frozenset[str]]] = {}
    for id_, verdict, about in sorted(found, key=lambda d: (-len(d[2]), d[0])):
        if not any(verdict == other and set(about) <= wider for other, wider in kept.values()):
            kept[id_] = verdict, frozenset(about)
    return list(kept)


def figure_disagreements(block: Iterable[Figure]) -> Iterator[Disagreement]:
    """Compares figures that share measure and a scope, and yields one disagreement for each verdict on them."""
    verdicts: dict[str, list[tuple[Figure, Figure, Verdict]]] = defaultdict(list)
    for a, b in combinations(_newest(block), 2):
        if counts_the_same(a, b) and (verdict := _verdict(a, b)) is not None:
            verdicts[verdict.verdict].append((a, b, verdict))
    for _, pairs in sorted(verdicts.items()):
        yield from _together(pairs)


def _verdict(a: Figure, b: Figure) -> Verdict | None:
    is_one_text = a.filed.article == b.filed.article
    if is_one_text and takes_back(a.claim, b.claim):
        first = a if is_earlier(a.claim, b.claim) else b
        return Verdict("superseded", f"the text gives {_worded(first.claim)} as an earlier figure")
    verdict = compare(a.claim, b.claim, a.as_of, b.as_of)
    if exclude(a.claim, b.claim) and ((verdict is None and (is_one_text or _are_of_one_meeting(a, b))) or _are_of_one_crowd(a, b)):
        verdict = Verdict("conflict", "two voices speak of the same, and no value satisfies both")
    if verdict is None or (verdict.verdict == "compatible" and a.counted == b.counted):
        return verdict
    fits = verdict.verdict == "compatible" or a.counted == b.counted or _are_too_few(a, b) or _are_too_few(b, a)
    return verdict if fits and are_of_like_size(a, b) else None


def _are_of_one_meeting(a: Figure, b: Figure) -> bool:
    """Whether both say how long one meeting lasted, which does not change once it is over."""
    return a.event is not None and a.event == b.event and is_of_meeting(a.claim) and is_of_meeting(b.claim)


def _are_of_one_crowd(a: Figure, b: Figure) -> bool:
    """Whether two named voices say how many came to one event: that does not grow with the day on which they are printed."""
    voices = {a.claim.claimant, b.claim.claimant}
    return a.claim.measure == "participants" and a.event is not None and a.event == b.event and None not in voices and len(voices) > 1


def _are_too_few(people: Figure, some: Figure) -> bool:
    """Whether there are fewer people in all than those of one sort: nine civilians are not among four people.

    Who has no word for those counted may mean a part.
    """
    return bool(people.claim.who) and people.counted == "" and admitted(people.claim).high < admitted(some.claim).low


def _together(pairs: Sequence[tuple[Figure, Figure, Verdict]]) -> Iterator[Disagreement]:
    """One disagreement for each set of figures that the pairs join."""
    groups = Groups()
    by_id = {f.filed.id: f for a, b, _ in pairs for f in (a, b)}
    told: dict[tuple[object, ...], str] = {}
    for a, b, _ in pairs:
        groups.join(a.filed.id, b.filed.id)
        for f in (a, b):  # copies of one text say one thing once
            groups.join(f.filed.id, told.setdefault((f.filed.source, f.claim.low, f.claim.high, f.claim.claimant), f.filed.id))
    for ids in groups.sets():
        verdict = min((v for a, _, v in pairs if a.filed.id in ids), key=lambda v: v.why)
        slot = "duration" if by_id[ids[0]].claim.measure == "duration" else "figure"
        yield disagreement(ids, slot, verdict, [_voice(by_id[id_]) for id_ in ids])


def _voice(figure: Figure) -> Voice:
    return Voice(figure.filed.id, _worded(figure.claim), figure.filed.source, figure.filed.evidence, figure.claim.claimant)


def _worded(claim: Claim) -> str:
    """The figure as it stands, a number spelled out put in digits so that "four" and "4" are one value."""
    words = claim.span.text
    number = claim.low if claim.low is not None else claim.high
    if number is not None and not any(c.isdigit() for c in words) and (claim.low == claim.high or None in (claim.low, claim.high)):
        words = f"{number:,g}" + (" hours" if claim.measure == "duration" else "")
    return words if not claim.wording or claim.wording.casefold() in words.casefold() else f"{claim.wording.casefold()} {words}"


def as_of(figure: Figure) -> int:
    """Returns the last day up to which a figure counts, as an ordinal; 0 when none is known."""
    return figure.as_of.last.toordinal() if figure.as_of else 0


def _newest(block: Iterable[Figure]) -> list[Figure]:
    return sorted(block, key=lambda f: (-as_of(f), f.filed.id))[:MOST]
