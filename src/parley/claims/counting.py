"""Article → the figures that count something, and which is part of which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from parley.claims.counts import Count
from parley.claims.disbelief import is_disbelieved
from parley.claims.durations import compound, lasting
from parley.claims.echoes import echoed, revised, with_noun_of
from parley.claims.figures import Figure, find_figures
from parley.claims.measures import measure
from parley.claims.phrases import counted_noun
from parley.claims.region import covering
from parley.claims.singles import Single, count_singles, find_singles
from parley.claims.subsets import coordinated, named_part, opens_subset, subset_parents
from parley.lexicon.quantities import harm_words, units
from parley.model import Naming, Statement, TimeValue

_SUFFERED = frozenset(("killed", "injured", "missing", "detained"))
_HARM = _SUFFERED | {"displaced", "besieged", "affected", "damaged"}


def find_counts(doc: Doc, naming: Naming, times: Sequence[TimeValue], statements: Sequence[Statement]) -> tuple[dict[int, Count], dict[int, int]]:
    """Returns the counts in text order by a number of their own, and for the number of each that is a part that of its whole."""
    denied = [s for s in statements if s.polarity == "denied"]
    numbers = [f for f in find_figures(doc, times) if not _is_rejected(doc, f, denied)]
    speakers = [s.speaker.span for s in statements if s.speaker is not None]
    others = [s for s in find_singles(doc, naming, numbers) if not any(span.start <= s.noun.idx < span.end for span in speakers)]
    singles = [s for s in others if not _is_rejected(doc, s.figure, denied)]
    alone = count_singles(doc, singles)
    parts = {s.figure.start: s for s in singles if s.is_new and s.figure.start not in alone and opens_subset(doc, s.figure)}
    figures = sorted([*numbers, *(c.figure for c in alone.values()), *(s.figure for s in parts.values())], key=lambda f: f.start)
    parents = subset_parents(doc, figures)
    counts: dict[int, Count] = {}
    for i, figure in enumerate(figures):
        before, part = next(reversed(counts.values()), None), parts.get(figure.start)
        found = alone.get(figure.start) or (
            _single_part(part, counts.get(parents.get(i, -1))) if part else _numbered(doc, figure, counts, i, parents)
        )
        is_false = found is not None and found.measure in _HARM and is_disbelieved(doc, figure)
        if found is not None and not is_false and not _counts_speakers(found, before, doc, statements):
            counts[i] = with_noun_of(doc, found, _last_whole(counts, parents))
    return counts, parents


def _is_rejected(doc: Doc, figure: Figure, denied: Sequence[Statement]) -> bool:
    return bool(covering(denied, doc[figure.start].idx, doc[figure.end - 1].idx))


def _single_part(single: Single, whole: Count | None) -> Count | None:
    """One person named as part of a count: "12 people were killed, including a nurse"."""
    return Count(single.figure, whole.measure, single.noun, whole.anchor) if whole is not None and whole.measure in _SUFFERED else None


def _numbered(doc: Doc, figure: Figure, counts: dict[int, Count], i: int, parents: dict[int, int]) -> Count | None:
    before = next(reversed(counts.values()), None)
    return (
        _of_named_whole(doc, figure, counts, i, parents)
        or revised(doc, figure, before)
        or _count(doc, figure, counts.get(parents.get(i, -1)))
        or _listed(doc, figure, counts.get(i - 1))
        or echoed(doc, figure, _last_whole(counts, parents))
    )


def _last_whole(counts: dict[int, Count], parents: Mapping[int, int]) -> Count | None:
    return next((count for number, count in reversed(counts.items()) if number not in parents), None)


def _counts_speakers(count: Count, before: Count | None, doc: Doc, statements: Sequence[Statement]) -> bool:
    """Returns whether a figure only counts those who speak, who did not suffer what the words beyond their phrase tell: "two residents said"."""
    if before is None or count.anchor.i != before.anchor.i:
        return False  # "4,000 marchers demanded that …": only speakers taken for more of those counted before them are none
    at, anchor = doc[count.figure.start].idx, count.anchor.idx
    spans = [s.speaker.span for s in statements if s.speaker is not None and s.speaker.span.start <= at < s.speaker.span.end]
    return any(not span.start <= anchor < span.end for span in spans)


def _count(doc: Doc, figure: Figure, whole: Count | None) -> Count | None:
    found = compound(doc, figure) or lasting(doc, figure) or measure(doc, figure)
    if whole is not None and (found is None or found.measure not in _HARM or found.measure == whole.measure):
        # A part counts what its whole counts, and hangs on the same word.
        return Count(figure, whole.measure, counted_noun(doc, figure), whole.anchor)
    return found


def _of_named_whole(doc: Doc, figure: Figure, counts: Mapping[int, Count], i: int, parents: dict[int, int]) -> Count | None:
    """In "Among the dead are four children" the four are part of the nearest figure of dead before; notes it in `parents`."""
    part = named_part(doc, figure)
    if part is None:
        return None
    wholes = [n for n, count in counts.items() if count.measure == part.measure and n not in parents]
    if wholes:
        parents[i] = wholes[-1]
    return Count(figure, part.measure, part.noun, counts[wholes[-1]].anchor if wholes else part.word)


def _listed(doc: Doc, figure: Figure, before: Count | None) -> Count | None:
    """A figure that goes on a list of people counts what the one before it counts: "two officers, one soldier and four drivers"."""
    if before is None or before.measure not in _HARM or not coordinated(doc, before.figure, figure):
        return None
    noun = counted_noun(doc, figure)
    words = harm_words()
    if noun is None and [t.lower_ for t in doc[figure.end : figure.end + 1]] == ["in"]:
        return Count(figure, before.measure, None, before.anchor)  # "40 people in Norland, at least 12 in Sudran"
    if (
        noun is None
        or noun.lemma_.lower() in words.nouns
        or words.is_a(noun.lemma_.lower(), "thing", "place", "attack", "force")
        or noun.lemma_ in units().hours
    ):
        return None
    return Count(figure, before.measure, noun, before.anchor)
