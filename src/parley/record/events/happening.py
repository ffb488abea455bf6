"""A filed report → what merging looks at: theme, days, place, participants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
        modality: the report's own, but that what is told as done on a day still to come is a plan.
        days: when it happened or is to happen; None when neither the text nor a publication date says.
        is_dated: whether the text itself gives the days.
        place: the id of the place, unless it is a country.
        actors, recipients: merged names; descriptions ("both sides") are left out, for two of them need not be the same.
        happening: the group of articles it was told in.
        claimant: the merged name of who is said to say so; None for the article's own voice.
        states: the countries that all of them stand for, `doers` those of the actors alone.
        sentence: its evidence in lower case without punctuation, to know the same sentence in a copy.
    """

    id: str
    article: str
    source: str
    report: Report
    modality: str
    theme: str
    days: Interval | None
    is_dated: bool
    place: str | None
    country: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    claimant: str | None
    states: frozenset[str]
    doers: frozenset[str]
    happening: str
    sentence: str
    evidence: tuple[Evidence, ...]

    @property
    def people(self) -> frozenset[str]:
        """All who take part in any role."""
        return self.actors | self.recipients


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known over all articles.

    Args:
        merged: the name an actor goes by in one article → its merged name.
        country: merged name → the country it stands for.
        happening: article id → the happening it was grouped into.
    """

    merged: Mapping[str, str]
    country: Mapping[str, str]
    happening: Mapping[str, str]

    def name(self, name: str) -> str:
        return self.merged.get(name, name)

    def states(self, names: Iterable[str]) -> frozenset[str]:
        """Returns the countries that merged names stand for."""
        return frozenset(self.country[name] for name in names if name in self.country)

    def is_named(self, name: str) -> bool:
        """Whether a name is somebody's own, not a description such as "both sides" or "17 countries"."""
        return self.name(name) in self.country or (name in self.merged and name[:1].isupper())


def candidate(filed: Filed[Report], article: Article, setting: Setting) -> Candidate:
    """Prepares a report for merging."""
    report = filed.item
    actors, recipients = (
        frozenset(setting.name(p.name) for p in parties if setting.is_named(p.name)) for parties in (report.actors, report.recipients)
    )
    place, country = _place(report.where)
    return Candidate(
        id=filed.id,
        article=filed.article,
        source=filed.source,
        report=report,
        modality=_modality(report, article.published),
        theme=theme_of(report),
        days=report.when or _window(report, article.published),
        is_dated=report.when is not None,
        place=place,
        country=country,
        actors=actors,
        recipients=recipients,
        claimant=setting.name(report.claimant) if report.claimant else None,
        states=setting.states(actors | recipients),
        doers=setting.states(actors),
        happening=setting.happening.get(filed.article, filed.article),
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


def _modality(report: Report, published: Interval | None) -> str:
    is_ahead = report.when is not None and published is not None and report.when.first > published.last
    return "future" if is_ahead and report.modality == "asserted" else report.modality


def _window(report: Report, published: Interval | None) -> Interval | None:
    if published is None or report.historical:
        return None
    if report.modality == "future":
        return Interval(published.first, _clamped(published.last, _AHEAD), "inferred:publication")
    return Interval(published.first - min(_PAST, published.first - date.min), published.last, "inferred:publication")


def _clamped(day: date, more: timedelta) -> date:
    return day + min(more, date.max - day)


def _place(where: Place | None) -> tuple[str | None, str | None]:
    if where is None:
        return None, None
    if where.precision == "country":
        return None, where.country or where.name
    return place_id(where), where.country
