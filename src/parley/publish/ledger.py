"""Claims → the ledger of figures: what is counted, by whom, and on whose word; copies of one source make one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parley.model import Claim, Evidence, Interval
from parley.publish.bounds import bounds_label, window_label, words_label
from parley.publish.days import days_label
from parley.publish.index import Cite, Index, SourceName
from parley.publish.labels import clip
from parley.record import Filed

CASUALTIES = ("killed", "injured", "missing", "detained", "displaced", "besieged", "affected")
OWN_VOICE = "the article’s own voice"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row, for all the `claims` (ids) that give it.

    `words` are the figure as written where they say more than `bounds`; `depth` counts the wholes it is a part of.
    """

    id: str
    claims: tuple[str, ...]
    words: str
    bounds: str
    measure: str
    who: str
    depth: int
    window: str
    printed: str
    place: str
    perpetrator: str
    certainty: str
    claimant: str
    has_claimant: bool
    relayed_by: str
    sources: tuple[SourceName, ...]
    cites: tuple[Cite, ...]
    low: float | None
    high: float | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Measure:
    """The figures that count one thing."""

    name: str
    figures: tuple[Figure, ...]


def by_measure(figures: Sequence[Figure]) -> tuple[Measure, ...]:
    """Groups figures in the order they come in; a part stands with its whole, whatever it counts."""
    groups: dict[str, list[Figure]] = {}
    whole = ""
    for figure in figures:
        whole = whole if figure.depth else figure.measure
        groups.setdefault(whole, []).append(figure)
    return tuple(Measure(name, tuple(found)) for name, found in groups.items())


def make_ledger(index: Index, claims: Sequence[Filed[Claim]]) -> tuple[Figure, ...]:
    """Returns the figures by measure and day, each part below its whole."""
    groups: dict[tuple[object, ...], list[Filed[Claim]]] = defaultdict(list)
    for filed in claims:
        groups[_same(index, filed)].append(filed)
    heads = {filed.id: group[0].id for group in groups.values() for filed in group}
    parents = _parents([group[0] for group in groups.values()], heads)
    figures = {group[0].id: _figure(index, group, _depth(group[0].id, parents)) for group in groups.values()}
    return tuple(figures[id_] for id_ in _in_order(figures, parents))


def _same(index: Index, filed: Filed[Claim]) -> tuple[object, ...]:
    """Claims alike in all this are one row, whoever printed them."""
    c = filed.item
    voices = [name and index.name(name) for name in (c.perpetrator, c.claimant, c.relayed_by)]
    return (c.measure, c.low, c.high, c.wording.casefold(), c.who, c.since, c.until, c.place, *voices)


def _parents(rows: Sequence[Filed[Claim]], heads: Mapping[str, str]) -> dict[str, str | None]:
    """The row each row is a part of. A link that would close a circle is passed over, so that no figure is lost."""
    parents: dict[str, str | None] = {}
    for filed in rows:
        whole = above = heads.get(filed.part_of or "")
        while above is not None and above != filed.id:
            above = parents.get(above)
        parents[filed.id] = whole if above is None else None
    return parents


def _depth(id_: str, parents: dict[str, str | None]) -> int:
    depth = 0
    while (parent := parents.get(id_)) is not None:
        depth, id_ = depth + 1, parent
    return depth


def _in_order(figures: dict[str, Figure], parents: dict[str, str | None]) -> list[str]:
    parts: dict[str | None, list[str]] = defaultdict(list)
    for id_ in sorted(figures, key=lambda i: _rank(figures[i])):
        parts[parents[id_]].append(id_)
    ordered: list[str] = []
    waiting = parts[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting += parts[ordered[-1]][::-1]
    return ordered


def _rank(figure: Figure) -> tuple[int, date, float, str]:
    measure = CASUALTIES.index(figure.measure) if figure.measure in CASUALTIES else len(CASUALTIES)
    return measure, figure.day or date.max, figure.low or figure.high or 0, figure.id


def _figure(index: Index, group: Sequence[Filed[Claim]], depth: int) -> Figure:
    filed, claim = group[0], group[0].item
    evidence: list[Evidence] = [e for f in group for e in f.evidence]
    published = [a.published for f in group if (a := index.articles.get(f.article)) and a.published]
    return Figure(
        filed.id,
        tuple(f.id for f in group),
        words_label(claim),
        bounds_label(claim.low, claim.high),
        claim.measure,
        clip(claim.who or "", 80),
        depth,
        window_label(claim),
        days_label(min(published)) if published else "",
        clip(claim.place or "", 80),
        clip(claim.perpetrator or "", 80),
        clip(claim.perpetrator_certainty or "", 40),
        index.name(claim.claimant) if claim.claimant else OWN_VOICE,
        claim.claimant is not None,
        index.name(claim.relayed_by) if claim.relayed_by else "",
        index.sources_of(f.article for f in group),
        index.cites(evidence),
        claim.low,
        claim.high,
        _day(claim, published),
    )


def _day(claim: Claim, published: Sequence[Interval]) -> date | None:
    """The day the figure holds for: the end of its window, or the day it was printed."""
    return claim.until.last if claim.until else min((p.first for p in published), default=None)
