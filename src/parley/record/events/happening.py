"""A filed report → what merging looks at: theme, days, place, participants."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley.lexicon.themes import has_theme, nearest_theme
from parley.model import Article, Evidence, Interval, Place, Report
from parley.record.events.objects import told_apart_by
from parley.record.events.retelling import is_known, known_things
from parley.record.events.setting import Setting
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
_GATHERINGS = frozenset("rally march demonstration protest vigil procession sit-in".split())
"""Words by which an article goes on to speak of one gathering as known ("the rally"); "the protests" are many."""
_STEPS = frozenset({"release", "withdrawal", "aid", "access", "disarmament"})
"""Themes of steps that are promised; that one is still not done says nothing about when it was due."""
ONCE = frozenset({"meeting", "truce", "signing", "election"})
"""Themes of which an article seldom tells of more than one; attacks, charges and threats recur from day to day."""
LASTING = frozenset({"siege", "strike"})
"""Themes of acts that go on for weeks or months; what is told of one of them without a day may be of any."""
_PAST = timedelta(days=7)
_AHEAD = timedelta(days=60)
"""How far from its publication an article's undated act is taken to lie: news is of the last days, plans of the next weeks."""
_OFF = timedelta(days=31)
"""How long before its day a meeting is called off."""
_RECALLED = 3
"""Days after an act from which on an article that names its day goes back to it."""
_LATE = re.compile(r"\b(?:early|small) hours\b|\bafter midnight\b|\bbefore dawn\b", re.IGNORECASE)
"""Words by which a meeting that ended on a day was held on the day before."""
_CLOCK, _TEXT_DAY = "relative:clock", "relative:text_day"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report as merging sees it.

    Args:
        modality: the report's own, but that what is told as done on a day still to come is a plan.
        days: when it happened or is to happen; None when neither the text nor a publication date says.
        is_dated: whether the text itself gives the days.
        where: the report's place; none for a failure to agree, whose place is often that of the matter ("no truce for the town").
        place: the id of the place, unless it is a country.
        named: ids of the places that its sentence names, its own among them.
        actors, recipients: merged names; descriptions ("both sides") are left out, for two of them need not be the same.
        happening: the group of articles it was told in.
        targets: what tells it from other attacks by whom or what it hit; a country does not.
        claimant: the merged name of who is said to say so; None for the article's own voice.
        states: the countries that all of them stand for, `doers` those of the actors alone.
        recurs: whether such acts are so frequent that two of them are one only if more than the word ties them.
        known: things it hits that its sentence speaks of as known ("the market"), and `is_known`, whether the act itself is ("the attack").
        is_recalled: whether its article goes back to it by its day, month or year, more than three days after.
        story: the group of happenings that its article's belongs to.
        bodies: those whom persons among the participants speak or act for by their office ("the UN envoy").
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
    where: Place | None
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
    named: frozenset[str]
    targets: frozenset[str] = frozenset()
    recurs: bool = True
    known: frozenset[str] = frozenset()
    is_known: bool = False
    is_recalled: bool = False
    story: str = ""
    bodies: frozenset[str] = frozenset()

    @property
    def is_called_off(self) -> bool:
        """Whether it tells that a meeting will not be held: it is of the day of the refusal, not of the meeting."""
        return self.theme == "meeting" and _calls_off(self.report)

    @property
    def is_self_dated(self) -> bool:
        """Whether its own sentence gives the day, not one before it."""
        return self.is_dated and self.report.when is not None and self.report.when.how != _TEXT_DAY

    @property
    def people(self) -> frozenset[str]:
        """All who take part in any role."""
        return self.actors | self.recipients


def candidate(filed: Filed[Report], article: Article, setting: Setting) -> Candidate:
    """Prepares a report for merging."""
    report = _undated_by_clock(filed.item)
    actors, recipients = (
        frozenset(setting.name(p.name) for p in parties if setting.is_named(p.name)) for parties in (report.actors, report.recipients)
    )
    theme, modality = theme_of(report), _modality(report, article.published)
    where = None if theme == "meeting" and report.type == "AGREE" and modality == "negated" else report.where
    place, country = _place(where)
    is_called_off = theme == "meeting" and _calls_off(report)
    days = _days(report, theme, modality, article.published)
    return Candidate(
        id=filed.id,
        article=filed.article,
        source=filed.source,
        report=report,
        modality=modality,
        theme=theme,
        days=_until_held(days) if is_called_off else days,
        is_dated=report.when is not None and not is_called_off,
        where=where,
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
        known=known_things(report) if theme == "attack" else frozenset(),
        is_known=(theme == "attack" or report.trigger.text.casefold() in _GATHERINGS) and is_known(report),
        story=setting.story.get(filed.article, ""),
        bodies=frozenset(body for name in actors | recipients for body in setting.bodies.get(name, ())),
        targets=told_apart_by(report.recipients, recipients - setting.nations),
        recurs=theme not in ONCE,
        is_recalled=_is_recalled(report.when, article.published),
        named=setting.named_in(report.evidence.text) | ({place} if place else set()),
    )


def _undated_by_clock(report: Report) -> Report:
    """A time of day says no day: that of publication, which it is read with, is seldom that of the act."""
    return replace(report, when=None) if report.when is not None and report.when.how == _CLOCK else report


def theme_of(report: Report) -> str:
    """Returns what the act is about; the type's own name in lower case when nothing says more."""
    if report.mode == "strike" or (report.mode == "restrict" and has_theme(report.evidence.text, "siege")):
        return "strike" if report.mode == "strike" else "siege"
    if (theme := _THEME_OF_TYPE.get(report.type)) is not None:
        return theme
    if (theme := _THEME_OF_MODE.get(report.mode or "")) is not None:
        return theme
    # A failure to agree is the outcome of the meeting that the same sentence tells of.
    if report.type == "AGREE" and report.modality == "negated" and has_theme(report.evidence.text, "meeting"):
        return "meeting"
    theme = nearest_theme(report.evidence.text, report.trigger.start - report.evidence.start) or report.type.lower()
    return "access" if theme == "siege" else theme  # what is asked or promised of a siege is that it ends


def _modality(report: Report, published: Interval | None) -> str:
    is_ahead = report.when is not None and published is not None and report.when.first > published.last
    return "future" if is_ahead and report.modality == "asserted" else report.modality


def _window(report: Report, published: Interval | None) -> Interval | None:
    if published is None or report.historical:
        return None
    if report.modality == "future":
        return Interval(published.first, _clamped(published.last, _AHEAD), "inferred:publication")
    # What has not been done yet may have been due long ago.
    past = _AHEAD if report.modality == "negated" and theme_of(report) in _STEPS else _PAST
    return Interval(published.first - min(past, published.first - date.min), published.last, "inferred:publication")


def _days(report: Report, theme: str, modality: str, published: Interval | None) -> Interval | None:
    """When the act happened or may happen: a step can be taken on any day before the one it is promised for."""
    if theme in LASTING:
        return _lasting(report.when)
    if report.when is not None and published is not None and modality == "future" and theme in _STEPS:
        return Interval(min(published.first, report.when.first), report.when.last, report.when.how)
    if report.when is not None and theme == "meeting" and modality == "asserted" and _LATE.search(report.evidence.text):
        return Interval(report.when.first - min(timedelta(days=1), report.when.first - date.min), report.when.last, report.when.how)
    return report.when or _window(report, published)


def _lasting(when: Interval | None) -> Interval | None:
    """The days on which what began or was told of in `when` may have gone on."""
    return when and Interval(when.first, _clamped(when.last, _AHEAD), when.how)


def _is_recalled(when: Interval | None, published: Interval | None) -> bool:
    """Whether the days are over, and began more than three days ago."""
    return when is not None and published is not None and when.last < published.first and (published.first - when.first).days > _RECALLED


def _until_held(days: Interval | None) -> Interval | None:
    """The days on which a meeting may have been due that was called off on `days`."""
    return days and Interval(days.first, _clamped(days.last, _OFF), "inferred:called off")


def _clamped(day: date, more: timedelta) -> date:
    return day + min(more, date.max - day)


def _place(where: Place | None) -> tuple[str | None, str | None]:
    if where is None:
        return None, None
    if where.precision == "country":
        return None, where.country or where.name
    return place_id(where), None if where.precision == "unlocated" else where.country


def _calls_off(report: Report) -> bool:
    """Whether it refuses or cancels a meeting; one who rejects a change of plan, or talk of one, calls nothing off."""
    return report.type == "REJECT" and report.mode != "change"
