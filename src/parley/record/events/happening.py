"""A filed report → what merging looks at: theme, days, place, participants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from parley.lexicon.themes import has_theme, nearest_theme
from parley.model import Article, Evidence, Interval, Place, Report
from parley.record.naming import place_id
from parley.record.view import Filed

_THEME_OF_TYPE = {
    "CONSULT": "meeting", "ASSAULT": "attack", "AID": "aid", "MOBILIZE": "deployment", "COERCE": "coercion", "PROTEST": "protest",
    "SANCTION": "sanctions", "ACCUSE": "accusation", "THREATEN": "threat", "SUPPORT": "support",
}  # fmt: skip
_THEME_OF_MODE = {
    "ceasefire": "truce",
    "withdraw": "withdrawal",
    "release": "release",
    "access": "access",
    "disarm": "disarmament",
    "meet": "meeting",
}
_PAST = timedelta(days=7)
_AHEAD = timedelta(days=60)
"""How far from its publication an article's undated act is taken to lie: news is of the last days, plans of the next weeks."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report as merging sees it.

    Args:
        days: when it happened or is to happen; None when neither the text nor a publication date says.
        is_dated: whether the text itself gives the days.
        place: the id of the place, when it is located more exactly than a country.
        actors, recipients: merged names.
        states: the countries that all of them stand for.
        sentence: its evidence in lower case without punctuation, to know the same sentence in a copy.
    """

    id: str
    article: str
    source: str
    report: Report
    theme: str
    days: Interval | None
    is_dated: bool
    place: str | None
    country: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    states: frozenset[str]
    sentence: str
    evidence: tuple[Evidence, ...]

    @property
    def people(self) -> frozenset[str]:
        """All who take part in any role."""
        return self.actors | self.recipients


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who over all articles: name → merged name, merged name → country."""

    merged: Mapping[str, str]
    country: Mapping[str, str]

    def name(self, name: str) -> str:
        return self.merged.get(name, name)


def candidate(filed: Filed[Report], article: Article, cast: Cast) -> Candidate:
    """Prepares a report for merging."""
    report = filed.item
    actors, recipients = (frozenset(cast.name(p.name) for p in parties) for parties in (report.actors, report.recipients))
    place, country = _place(report.where)
    return Candidate(
        id=filed.id,
        article=filed.article,
        source=filed.source,
        report=report,
        theme=theme_of(report),
        days=report.when or _window(report, article.published),
        is_dated=report.when is not None,
        place=place,
        country=country,
        actors=actors,
        recipients=recipients,
        states=frozenset(cast.country[name] for name in actors | recipients if name in cast.country),
        sentence="".join(c for c in report.evidence.text.lower() if c.isalnum() or c == " "),
        evidence=filed.evidence,
    )


def theme_of(report: Report) -> str:
    """Returns what the act is about; the type's own name in lower case when nothing says more."""
    if (theme := _THEME_OF_TYPE.get(report.type)) is not None:
        return theme
    if (theme := _THEME_OF_MODE.get(report.mode or "")) is not None:
        return theme
    # A failure to agree is the outcome of the meeting that the same sentence tells of.
    if report.type == "AGREE" and report.modality == "negated" and has_theme(report.evidence.text, "meeting"):
        return "meeting"
    return nearest_theme(report.evidence.text, report.trigger.start - report.evidence.start) or report.type.lower()


def _window(report: Report, published: Interval | None) -> Interval | None:
    if published is None or report.historical:
        return None
    if report.modality == "future":
        return Interval(published.first, _clamped(published.last, _AHEAD), "inferred:publication")
    return Interval(published.first - min(_PAST, published.first - date.min), published.last, "inferred:publication")


def _clamped(day: date, more: timedelta) -> date:
    return day + min(more, date.max - day)


def _place(where: Place | None) -> tuple[str | None, str | None]:
    if where is None or where.precision == "unlocated":
        return None, None
    if where.precision == "country":
        return None, where.country or where.name
    return place_id(where), where.country
