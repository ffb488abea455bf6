"""The figures of one event → one figure, by a named rule.

Sources seldom agree on a toll, and every data set that gives one number a row has chosen how to get it. The choice is named
here and made by the user. What comes before every rule is the same:

- parts ("two of them children") do not count beside their whole, and a figure that a later one overtook has fallen;
- copies of one text are one voice;
- where no figure is for people in general, the kind of people with the highest figure stands for the event: kinds are
  never added up, since one may hold the other.

On how much the rules differ, see van Baalen and Höglund (2026), "Trials and Triangulations", International Studies Quarterly 70(1).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parley.publish.bounds import COUNTABLE
from parley.publish.exports.content import Content
from parley.publish.index import Index
from parley.record.disagreements.counted import Figure

_PLURALS = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0, "thousands": 1000.0}
"""ACLED's reading of numbers that are only words (its knowledge base, "How does ACLED code fatalities?")."""
_PLURAL = re.compile(r"\b(?:tens|dozens|hundreds|thousands)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Toll:
    """What a rule makes of an event's figures. A value it does not decide is None.

    Args:
        counted: whom the figures count, as one noun; empty for people in general.
        figures: those that the values rest on.
        other: how many figures counted another kind of people and were passed over.
    """

    low: float | None
    best: float | None
    high: float | None
    counted: str
    figures: tuple[Figure, ...]
    other: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to one figure. `best` gets the figures that stand, each once for every independent source that gives it, lowest first."""

    name: str
    says: str
    best: Callable[[Sequence[float]], float | None]
    reads_plurals: bool = False


def _lowest(values: Sequence[float]) -> float | None:
    return min(values)


def _most_given(values: Sequence[float]) -> float | None:
    most = max(values.count(v) for v in values)
    modes = sorted({v for v in values if values.count(v) == most})
    return modes[(len(modes) - 1) // 2]


def _only(values: Sequence[float]) -> float | None:
    return values[0] if len(set(values)) == 1 else None


RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("conservative", "the lowest figure given", _lowest),
        Rule("representative", "the figure that most independent sources give; of several, the middle one, the lower of two", _most_given),
        Rule("ranges", "low and high alone where sources differ; best only where all agree", _only),
        Rule("acled", "the lowest figure given, `dozens` read as 12 and `hundreds` as 100, as ACLED's coders do", _lowest, reads_plurals=True),
    )
}
DEFAULT = "representative"


def toll(figures: Sequence[Figure], measure: str, rule: Rule, index: Index) -> Toll | None:
    """Applies a rule to what is said of one measure.

    Args:
        figures: those of one event, or of one event in one article.
        measure: `killed`, `injured`, or another of the model's measures.

    Returns:
        None when nobody gives a figure.
    """
    whole = [f for f in figures if f.claim.measure == measure and f.filed.part_of is None and _is_sane(f)]
    if not whole:
        return None
    kinds: dict[str, list[Figure]] = defaultdict(list)
    for figure in whole:
        kinds[figure.counted].append(figure)
    kind = "" if "" in kinds else max(sorted(kinds), key=lambda k: max(_value(f, rule) for f in kinds[k]))
    standing = _latest(kinds[kind], index)
    values = sorted(value for value, _ in {(_value(f, rule), f.filed.source) for f in standing})
    highest = max(f.claim.high or 0.0 for f in standing)
    return Toll(values[0], rule.best(values), max(highest, values[-1]), kind, tuple(standing), len(whole) - len(kinds[kind]))


@dataclass(frozen=True, slots=True)
class Counting:
    """A rule at work on one record."""

    content: Content
    rule: Rule
    overtaken: frozenset[str]

    def of_event(self, event: str, measure: str) -> Toll | None:
        return toll(self._standing(event), measure, self.rule, self.content.index)

    def in_article(self, event: str, article: str, measure: str) -> Toll | None:
        """What one article says of an event's toll."""
        return toll([f for f in self._standing(event) if f.filed.article == article], measure, self.rule, self.content.index)

    def _standing(self, event: str) -> list[Figure]:
        return [f for f in self.content.figures.get(event, ()) if f.filed.id not in self.overtaken]


def make_counting(content: Content, rule: str = DEFAULT) -> Counting:
    """Prepares a rule; figures that the record says a later one overtook have fallen."""
    fallen: set[str] = set()
    articles = {c.id: c.article for c in content.view.claims}
    for disagreement in content.view.disagreements:
        if disagreement.slot == "figure" and disagreement.verdict == "superseded":
            days = {id_: _day(content.index, articles[id_]) for id_ in disagreement.about if id_ in articles}
            last = max(days.values(), default=date.min)
            fallen |= {id_ for id_, day in days.items() if day < last}
    return Counting(content, RULES[rule], frozenset(fallen))


def _latest(figures: Sequence[Figure], index: Index) -> list[Figure]:
    """What each voice says last: of one source and claimant, only the figures of its last day."""
    last: dict[tuple[str, str | None], date] = {}
    days = [_day(index, f.filed.article) for f in figures]
    for figure, day in zip(figures, days, strict=True):
        voice = figure.filed.source, figure.claim.claimant
        last[voice] = max(day, last.get(voice, date.min))
    return [f for f, day in zip(figures, days, strict=True) if day == last[f.filed.source, f.claim.claimant]]


def _day(index: Index, article: str) -> date:
    """The day up to which a figure counts: that of its publication, unknown ones first."""
    published = index.articles[article].published if article in index.articles else None
    return published.first if published else date.min


def _value(figure: Figure, rule: Rule) -> float:
    """The figure as one number: its lower bound, or its upper one where it has no other."""
    claim = figure.claim
    words = claim.span.text
    if rule.reads_plurals and (plural := _PLURAL.search(words)) and not _DIGIT.search(words):
        return _PLURALS[plural[0].casefold()]
    return claim.low if claim.low is not None else claim.high if claim.high is not None else 0.0


def _is_sane(figure: Figure) -> bool:
    return all(bound is None or abs(bound) < COUNTABLE for bound in (figure.claim.low, figure.claim.high))
