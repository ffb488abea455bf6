"""Claims → figures: each with the event it belongs to, the people counted, the day it counts up to and what ties it to an occasion."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.lexicon.people_words import sort_of_people
from parley.model import Article, Claim, Span
from parley.record.disagreements.counted import Figure, is_of_one_act
from parley.record.disagreements.following import follow_voices
from parley.record.disagreements.occasions import read_occasion
from parley.record.events.happening import Candidate
from parley.record.events.objects import things
from parley.record.events.setting import Setting
from parley.record.view import Filed

_EVENT_THEMES = {
    "killed": ("attack", "coercion"), "injured": ("attack", "coercion", "protest"), "missing": ("attack",), "damaged": ("attack",),
    "detained": ("coercion", "protest"), "participants": ("meeting", "protest", "strike"), "duration": ("meeting", "attack", "truce", "coercion"),
}  # fmt: skip
_NEXT = 3
"""How many characters may part a sentence from the one before it."""
_MEN = frozenset({"", "man", "member", "comrade"})
_LOST = re.compile(r"\b(?:lost|losing|losses|lose)\b[^.]{0,40}$", re.IGNORECASE)
"""Whoever says this of a number of men speaks of his own."""
_EVERYBODY = {"detained": "prisoner", "displaced": "migrant", "participants": "protester"}
"""The sort of people who are all those that a measure counts: of "190 people detained" and "151 detainees" none is a part of the other."""


def figures(
    claims: Sequence[Filed[Claim]], articles: Mapping[str, Article], members: Mapping[str, Sequence[Candidate]], setting: Setting
) -> list[Figure]:
    """Finds for each claim the event it belongs to and the day it counts up to."""
    by_article: dict[str, list[tuple[str, Candidate]]] = {}
    for event, reports in members.items():
        for report in reports:
            by_article.setdefault(report.article, []).append((event, report))
    counts: dict[tuple[str, Span], list[tuple[str, float]]] = defaultdict(list)
    for c in claims:
        counts[c.article, c.item.sentence].append((c.item.measure, c.item.low or c.item.high or 0.0))
    found = [
        Figure(
            c,
            _event_of(c.item, by_article.get(c.article, [])),
            articles[c.article].published,
            _counted(c.item),
            None,
            setting.named_in(c.item.sentence.text),
            read_occasion(c.item.sentence.text, c.item.claimant, counts[c.article, c.item.sentence], setting.wide),
            None if c.item.place in setting.wide else c.item.place,
        )
        for c in claims
    ]
    often = _how_often(found)
    return follow_voices([_told_apart(figure, setting, often) for figure in found])


def _how_often(found: Sequence[Figure]) -> Mapping[tuple[object, ...], int]:
    """How many figures each article has for one thing, and how many of one place and day."""
    whole = [f for f in found if f.filed.part_of is None]
    return Counter(key for f in whole for key in ((f.filed.article, *f.key), (f.filed.article, *f.key, f.setting)))


def _told_apart(figure: Figure, setting: Setting, often: Mapping[tuple[object, ...], int]) -> Figure:
    """Notes the happening of a figure that no other one of its article can be taken for."""
    if figure.filed.part_of is not None or not is_of_one_act(figure.claim):
        return figure
    key = (figure.filed.article, *figure.key)
    is_only = often[key] == 1
    if not is_only and (figure.setting == (None, None) or often[*key, figure.setting] > 1):
        return figure
    return replace(figure, happening=setting.happening.get(figure.filed.article), is_only=is_only)


def _counted(claim: Claim) -> str:
    if claim.measure == "duration":
        return ""
    sort = _sort(claim.who)
    if sort in _MEN and claim.claimant and _LOST.search(claim.sentence.text[: max(0, claim.span.start - claim.sentence.start)]):
        sort = _sort(claim.claimant)  # "the rebels said they had lost nine men"
    return "" if sort == _EVERYBODY.get(claim.measure) else sort


def _sort(words: str | None) -> str:
    """The sort of people that the last of some words names; the empty string where there are none."""
    last = (words or "").casefold().split()[-1:]
    return sort_of_people(last[0].strip("'’")) if last else ""


def _event_of(claim: Claim, reports: Sequence[tuple[str, Candidate]]) -> str | None:
    """The event that the claim's sentence tells of, or else the sentence before; of several, the one told nearest to the figure.

    Where neither tells of any, the one attack of the article whose target the sentence names ("the depot fire").
    """
    themes = _EVENT_THEMES.get(claim.measure, ())
    fitting = [(event, c) for event, c in reports if c.theme in themes and _fits(claim, c)]
    if not is_of_one_act(claim) or not fitting:
        return None
    here = [(event, c) for event, c in fitting if c.report.evidence.overlaps(claim.sentence)]
    before = [(event, c) for event, c in fitting if 0 <= claim.sentence.start - c.report.evidence.end <= _NEXT]
    ranked = sorted((abs(c.report.trigger.start - claim.span.start), event) for event, c in here or before)
    if ranked:
        return ranked[0][1]
    words = set(claim.sentence.text.casefold().split())
    named = {event for event, c in fitting if c.theme == "attack" and things(c.report.recipients) & words}
    return named.pop() if len(named) == 1 and claim.since is None and claim.place is None else None


def _fits(claim: Claim, c: Candidate) -> bool:
    return claim.since is None or c.days is None or c.days.meets(claim.since)
