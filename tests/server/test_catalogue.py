"""The catalogue against the plainest way to do the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import UsageError
from parley.server.bits import bits, members, union
from parley.server.items import days_of, text_of, values_of
from parley.server.query import Query, make_catalogue, stretch

NAMES = ["Ada Brandt", "Ilo Varga", "Norland", "al-Nur"]
DAYS = ["2021-03-01", "2021-03-02", "2021-03-09"]
WORDS = ["truce", "Torvik", "shelled", "naïve", "لا", "14", "Brandt"]


@st.composite
def lines(draw: st.DrawFn) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for n in range(draw(st.integers(0, 12))):
        first = draw(st.sampled_from([*DAYS, None]))
        found.append(
            {
                "kind": draw(st.sampled_from(["report", "event", "claim", "page"])),
                "id": f"i{n}",
                "type": draw(st.sampled_from(["ASSAULT", "CONSULT"])),
                "actors": draw(st.lists(st.sampled_from(NAMES), max_size=2)),
                "when": {"first": first, "last": max(first, draw(st.sampled_from(DAYS)))} if first else None,
                "evidence": [{"text": " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=4)))}],
            }
        )
    return found


def fits(line: dict[str, object], query: Query) -> bool:
    if line["kind"] == "page" or any(value not in set(values_of(line, facet)) for facet, value in (query.facets or {}).items()):
        return False
    days = days_of(line)
    if (query.since or query.until) and (days is None or bool(query.since and days[1] < query.since) or bool(query.until and days[0] > query.until)):
        return False
    return all(word in " ".join(text_of(line)).casefold() for word in query.words.casefold().split())


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the catalogue
@given(
    lines(),
    st.sampled_from(["", "tru", "TORVIK 14", "naïve", "لا", "nobody"]),
    st.dictionaries(st.sampled_from(["type", "actor"]), st.sampled_from(["ASSAULT", "Ada Brandt", "nobody"])),
    st.sampled_from(["", *DAYS]),
    st.sampled_from(["", *DAYS]),
    st.integers(1, 7),
)
def test_it_finds_what_reading_every_line_finds(
    rows: list[dict[str, object]], words: str, facets: dict[str, str], since: str, until: str, limit: int
) -> None:
    catalogue = make_catalogue(rows)
    wanted = [line for line in rows if fits(line, Query(words, facets, since, until))]
    seen, cursor = [], ""
    while True:
        answer = catalogue.find(Query(words, facets, since, until, cursor, limit))
        assert answer.total == len(wanted)
        assert dict(answer.facets.get("type", ())) == {t: n for t in ("ASSAULT", "CONSULT") if (n := sum(w["type"] == t for w in wanted))}
        seen += answer.items
        cursor = answer.next
        if not cursor:
            break
    assert seen == wanted
    assert list(catalogue.every(Query(words, facets, since, until))) == wanted


@given(st.sets(st.integers(0, 300)), st.sets(st.integers(0, 300)), st.integers(0, 10))
def test_bits_are_sets(one: set[int], other: set[int], most: int) -> None:
    assert list(members(bits(one), 400)) == sorted(one)
    assert list(members(bits(one) & bits(other), 400)) == sorted(one & other)
    assert list(members(union([bits(one), bits(other)]), most)) == sorted(one | other)[:most]
    assert bits(one).bit_count() == len(one)


def test_a_cursor_of_something_else_is_refused() -> None:
    catalogue = make_catalogue([{"kind": "report", "id": "a", "type": "ASSAULT"}, {"kind": "report", "id": "b", "type": "CONSULT"}])
    for cursor in ("nothing", "b"):
        with pytest.raises(UsageError):
            catalogue.find(Query(facets={"type": "ASSAULT"}, cursor=cursor))


def test_stretches_of_a_list_hold_every_row_once() -> None:
    rows = list(range(7))
    ids = [f"p{n}" for n in rows]
    shown, after = stretch(rows, ids, "", 3)
    assert (list(shown), after) == ([0, 1, 2], "p2")
    shown, after = stretch(rows, ids, "p5", 3)
    assert (list(shown), after) == ([6], "")
    with pytest.raises(UsageError):
        stretch(rows, ids, "p9", 3)


def test_the_story_facet_holds_what_is_in_the_story(client: TestClient, made: Path) -> None:
    lines = [json.loads(line) for line in client.get("/record.jsonl").text.splitlines()]
    for story in (line for line in lines if line["kind"] == "story"):
        for kind, own in (("event", story["events"]), ("article", story["articles"])):
            found = client.get(f"/items.json?kind={kind}&story={story['id']}&limit=200").json()["items"]
            assert {line["id"] for line in found} == set(own)
        claims = client.get(f"/items.json?kind=claim&story={story['id']}&limit=200").json()["items"]
        assert {line["id"] for line in claims} == {line["id"] for line in lines if line["kind"] == "claim" and line["article"] in story["articles"]}


def test_sources_and_pages_have_addresses_of_their_own(client: TestClient) -> None:
    assert 'href="/sources/S1#S1"' in client.get("/sources").text
    assert client.get("/sources/S1").status_code == 200
    assert client.get("/sources/S99").status_code == 404
    assert client.get("/pages?cursor=p99").status_code == 400
