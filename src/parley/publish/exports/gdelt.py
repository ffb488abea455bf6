"""Events → GDELT 2.0's event table (61 columns) and reports → its mentions table (16), tab-separated, without a header, as GDELT's files are.

A row is one actor with one other; an event of several pairs has several rows, numbered alike in both tables. Codes are CAMEO's, as fine as
PLOVER's modes allow. `GoldsteinScale` holds PLOVER's own score, which has the same range (-10 to 10). Days have no time of day: hours are 000000.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parley.lexicon.event_codes import cameo_code, country_codes, plover_weight
from parley.model import Event, Interval, Report
from parley.publish.exports.cells import Cell, Table, web_address, write_tsv
from parley.publish.exports.content import Content, ordered_events
from parley.publish.exports.dyads import Dyad, dyads
from parley.publish.exports.figures import Counting
from parley.publish.exports.numbers import numeric_id
from parley.publish.exports.outcome import Export, Note, formula_note, text_export
from parley.record import Filed

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code")
_PLACE = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{field}" for n in (1, 2) for field in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles",
    "AvgTone",
    *(f"{whose}Geo_{field}" for whose in ("Actor1", "Actor2", "Action") for field in _PLACE),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID", "Actor1CharOffset",
    "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_ROOT, _BASE = 2, 3
_YEAR = 365.0
_COUNTRY, _TOWN, _PROVINCE = 1, 4, 5
_GEO_TYPES = {"country": _COUNTRY, "city": _TOWN, "site": _TOWN, "province": _PROVINCE, "district": _PROVINCE}
_ON_THE_WEB, _CITED = 1, 2


def export_events(content: Content, counting: Counting) -> Export:
    """Makes the event table. GDELT has no place for undated events, nor for what is planned, supposed or denied."""
    dated = _dated(content)
    table = Table(EVENTS, tuple(row for event, days in dated for row in _event_rows(content, event, days)))
    spread = sum(not days.is_day for _, days in dated)
    notes = [Note(spread, "events known to several days have the first of them"), formula_note(table)]
    return text_export("events.tsv", write_tsv(table, header=False), _left_out(content, len(dated)), notes)


def export_mentions(content: Content, counting: Counting) -> Export:
    """Makes the mentions table: a row for each report of an event in the event table."""
    dated = _dated(content)
    rows = (_mention_row(content, e, days, n, r) for e, days in dated for n, _ in enumerate(dyads(e)) for r in content.reports_of(e))
    table = Table(MENTIONS, tuple(rows))
    return text_export("mentions.tsv", write_tsv(table, header=False), _left_out(content, len(dated)), [formula_note(table)])


def _dated(content: Content) -> list[tuple[Event, Interval]]:
    return [(e, e.when) for e in ordered_events(content.view.events) if e.modality == "asserted" and e.when is not None]


def _left_out(content: Content, kept: int) -> list[Note]:
    asserted = sum(e.modality == "asserted" for e in content.view.events)
    return [
        Note(len(content.view.events) - asserted, "events that are planned, supposed or denied"),
        Note(asserted - kept, "events without a date"),
        Note(len(content.view.claims), "claims (GDELT has no figures)"),
    ]


def _event_rows(content: Content, event: Event, days: Interval) -> Iterator[tuple[Cell, ...]]:
    shared = {**_act(event), **_day(days.first), **_counts(content, event), **_place(event)}
    for number, (actor, other) in enumerate(dyads(event)):
        cells = {"GlobalEventID": _row_id(event, number), **shared, **_actor(content, "Actor1", actor), **_actor(content, "Actor2", other)}
        yield tuple(cells.get(column) for column in EVENTS)


def _row_id(event: Event, number: int) -> int:
    return numeric_id(event.id, *([str(number)] if number else []))


def _day(day: date) -> dict[str, Cell]:
    passed = (day - date(day.year, 1, 1)).days
    return {"Day": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": day.year, "FractionDate": round(day.year + passed / _YEAR, 4)}


def _act(event: Event) -> dict[str, Cell]:
    code, weight = cameo_code(event.type, event.mode), plover_weight(event.type, event.mode)
    return {
        "EventCode": code,
        "EventBaseCode": code[:_BASE],
        "EventRootCode": code[:_ROOT],
        "QuadClass": weight.quad if weight else None,
        "GoldsteinScale": weight.score if weight else None,
    }


def _counts(content: Content, event: Event) -> dict[str, Cell]:
    urls = [url for id_ in event.articles if (a := content.index.articles.get(id_)) and (url := web_address(a.url))]
    run = content.last_run()
    return {
        "NumMentions": len(event.reports),
        "NumSources": content.independent(event),
        "NumArticles": len(event.articles),
        "DATEADDED": "".join(c for c in run.started if c.isdigit())[:14] if run else None,
        "SOURCEURL": urls[0] if urls else None,
    }


def _actor(content: Content, prefix: str, name: str | None) -> dict[str, Cell]:
    if name is None:
        return {}
    country, role = content.country_of(name), content.codes(name).cameo
    return {
        f"{prefix}Code": country + role,
        f"{prefix}Name": content.name(name).upper(),
        f"{prefix}CountryCode": country,
        f"{prefix}Type1Code": role,
    }


def _place(event: Event) -> dict[str, Cell]:
    place = event.where
    if place is None or place.lat is None:
        return {}
    return {
        "ActionGeo_Type": _GEO_TYPES.get(place.precision),
        "ActionGeo_Fullname": place.name,
        "ActionGeo_CountryCode": country_codes(place.country).fips,
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
    }


def _mention_row(content: Content, event: Event, days: Interval, number: int, filed: Filed[Report]) -> tuple[Cell, ...]:
    article = content.index.articles[filed.article]
    pair: Dyad = dyads(event)[number]
    url = web_address(article.url)
    cells: dict[str, Cell] = {
        "GlobalEventID": _row_id(event, number),
        "EventTimeDate": f"{days.first:%Y%m%d}000000",
        "MentionTimeDate": f"{article.published.first:%Y%m%d}000000" if article.published else None,
        "MentionType": _ON_THE_WEB if url else _CITED,
        "MentionSourceName": article.publisher,
        "MentionIdentifier": url or article.id,
        "Actor1CharOffset": _offset(content, filed.item, pair[0]),
        "Actor2CharOffset": _offset(content, filed.item, pair[1]),
        "ActionCharOffset": filed.item.trigger.start,
        "InRawText": 1,
        "MentionDocLen": len(article.text),
        "Extras": filed.id,
    }
    return tuple(cells.get(column) for column in MENTIONS)


def _offset(content: Content, report: Report, name: str | None) -> int | None:
    """Where in the article's text a party is named, in code points; None when this report does not name it."""
    parties = (*report.actors, *report.recipients)
    return next((p.span.start for p in parties if name is not None and content.name(p.name) == content.name(name)), None)
