"""The careful reader's notes against the pages they are about: a wrong note would make every later measurement wrong."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from visible import PAGES, ROOT, visible

from endtoend.rows import KINDS, allowed_keys
from parley.model import COMMITMENT_STATUSES, COPY_KINDS, EVENT_TYPES, MEASURES, MODALITIES, VERDICTS

NOTES: dict[str, Any] = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "expected").glob("*.json")}
ROWS = [(kind, number, row) for kind in KINDS for number, row in enumerate(NOTES[kind])]
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH, _WEEKDAY = f"(?P<month>{'|'.join(MONTHS)})", f"(?P<weekday>{'|'.join(WEEKDAYS)})"
DATED = [
    re.compile(rf"\b{_WEEKDAY},? (?P<day>\d{{1,2}}) {_MONTH}(?: (?P<year>\d{{4}}))?"),
    re.compile(rf"\b{_WEEKDAY}, {_MONTH} (?P<day>\d{{1,2}}), (?P<year>\d{{4}})"),
    re.compile(rf"GMT \d\d:\d\d (?P<year>\d{{4}}) {_WEEKDAY} ,(?P<day>\d{{1,2}}) {_MONTH}"),
]
CODES = {
    "type": set(EVENT_TYPES),
    "modality": set(MODALITIES),
    "measure": set(MEASURES),
    "kind": {"direct", "indirect", "mixed"},
    "polarity": {"affirmed", "denied"},
    "certainty": {"certain", "probable", "possible"},
    "status": set(COMMITMENT_STATUSES),
    "verdict": set(VERDICTS),
}


def snippets(row: dict[str, Any]) -> list[str]:
    at = row.get("at", [])
    return [at] if isinstance(at, str) else list(at)


def one_source(page: str) -> list[str]:
    """Rows on a text that several pages hold may quote any of them, so that reworded copies can be compared too."""
    return next(group for group in NOTES["sources"]["sources"] if page in group)


def ends(value: str | list[str]) -> list[date]:
    return [date.fromisoformat(day) for day in ([value] if isinstance(value, str) else value)]


def weekday_faults(text: str) -> list[str]:
    found = [match for pattern in DATED for match in pattern.finditer(text)]
    days = [(m, date(int(m["year"] or 2019), MONTHS.index(m["month"]) + 1, int(m["day"]))) for m in found]
    return [f"{m[0]} was a {WEEKDAYS[day.weekday()]}" for m, day in days if WEEKDAYS[day.weekday()] != m["weekday"]]


def test_there_is_a_note_on_every_page() -> None:
    assert [row["page"] for row in NOTES["articles"]] == sorted(PAGES)
    assert len(PAGES) >= 14


@pytest.mark.parametrize("page", sorted(PAGES))
def test_weekdays_on_the_pages_are_right(page: str) -> None:
    assert weekday_faults(visible(page)) == []


def test_a_wrong_weekday_would_be_seen() -> None:
    assert weekday_faults("on Monday, 26 March and GMT 08:10 2021 Monday ,23 March") == [
        "Monday, 26 March was a Tuesday",
        "GMT 08:10 2021 Monday ,23 March was a Tuesday",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_rows_use_known_keys_and_codes(kind: str) -> None:
    for row in NOTES[kind]:
        assert set(row) <= allowed_keys(kind), row
        for key, codes in CODES.items():
            given = set(str(row[key]).split("|")) if key in row else set()
            assert given <= codes, (key, row)


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in {"articles", "events", "disagreements"}])
def test_every_snippet_is_on_its_page(kind: str) -> None:
    lost = [
        (row["page"], text) for row in NOTES[kind] for text in snippets(row) if not any(text in visible(page) for page in one_source(row["page"]))
    ]
    assert lost == []


@pytest.mark.parametrize("key", ["has", "lacks", "once"])
def test_what_must_and_must_not_be_kept_is_on_the_page(key: str) -> None:
    lost = [(row["page"], text) for row in NOTES["articles"] for text in row.get(key, []) if text.casefold() not in visible(row["page"]).casefold()]
    assert lost == []


def test_what_must_stand_once_stands_more_often_on_the_page() -> None:
    assert all(visible(row["page"]).count(text) > 1 for row in NOTES["articles"] for text in row.get("once", []))


def test_days_are_days_and_in_order() -> None:
    for kind, _, row in ROWS:
        for key in ("when", "due", "published", "published_or", "since"):
            if row.get(key) is not None:
                days = ends(row[key])
                assert days == sorted(days), (kind, row)


def test_a_weekday_in_a_snippet_is_that_of_its_day() -> None:
    for _, _, row in ROWS:
        when = row.get("when") or row.get("due")
        if isinstance(when, str):
            for text in snippets(row):
                named = set(re.findall("|".join(WEEKDAYS), text))
                assert not named or WEEKDAYS[date.fromisoformat(when).weekday()] in named, row


def test_event_keys_of_the_events_are_used_by_reports() -> None:
    used = {row.get("event") for row in NOTES["reports"]}
    assert {row["event"] for row in NOTES["events"]} <= used


def test_groups_hold_each_page_once() -> None:
    for groups in (NOTES["sources"]["sources"], NOTES["stories"]["happenings"], NOTES["stories"]["stories"]):
        assert sorted(page for group in groups for page in group) == sorted(PAGES)
    assert {link["kind"] for link in NOTES["sources"]["links"]} <= set(COPY_KINDS)


def test_the_collection_is_varied_enough() -> None:
    present = {part for row in NOTES["reports"] for part in row["type"].split("|")}
    assert len(present) >= 13
    assert {row.get("verdict") for row in NOTES["disagreements"]} >= {"conflict", "compatible", "superseded"}
    assert any(row.get("polarity") == "denied" for row in NOTES["statements"])
    assert any("subset" in row for row in NOTES["claims"])
    assert {"kept", "broken", "demanded", "pledged"} <= {row["status"] for row in NOTES["commitments"]}
