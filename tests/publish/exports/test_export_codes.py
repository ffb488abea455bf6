"""The tables between PLOVER and other data sets, and the numbers worked out of days and places."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from parley.lexicon.countries import countries
from parley.lexicon.event_codes import acled_terms, cameo_code, country_codes, plover_weight, sector_codes
from parley.lexicon.predicates import plover
from parley.lexicon.rows import read_rows
from parley.model import EVENT_TYPES, Event, Interval, Place
from parley.publish.exports.dyads import dyads
from parley.publish.exports.numbers import acled_date_precision, numeric_id, prio_grid, ucdp_date_precision, ucdp_place_precision, ucdp_region


@pytest.mark.parametrize("type_", EVENT_TYPES)
def test_every_type_has_a_cameo_code_and_a_weight(type_: str) -> None:
    assert cameo_code(type_, "no such mode") == cameo_code(type_, None) != ""
    assert plover_weight(type_, None) is not None


@pytest.mark.parametrize("table", ["plover_cameo.tsv", "plover_acled.tsv"])
def test_tables_name_only_what_plover_has(table: str) -> None:
    rows = read_rows(table, 3 if "cameo" in table else 5)
    assert {type_ for type_, *_ in rows} <= plover().keys()
    assert all(mode == "" or mode in plover()[type_] for type_, mode, *_ in rows)
    assert len({(type_, mode) for type_, mode, *_ in rows}) == len(rows)


def test_talks_have_no_place_in_acled() -> None:
    assert acled_terms("CONSULT", None) is None
    assert acled_terms("ASSAULT", "drone") is not None


def test_every_country_has_codes() -> None:
    assert all(country_codes(c.alpha3).iso or c.alpha3 == "XKX" for c in countries().values())
    germany = country_codes("DEU")
    assert (germany.iso, germany.fips, germany.cow, germany.gw) == ("276", "GM", "255", "260")
    assert country_codes("XXX").gw == country_codes(None).gw == ""
    assert sector_codes("NOPE").side == ""


@pytest.mark.parametrize(
    ("gw", "region"), [("2", "Americas"), ("365", "Europe"), ("520", "Africa"), ("651", "Middle East"), ("750", "Asia"), ("", None)]
)
def test_ucdp_regions(gw: str, region: str | None) -> None:
    assert ucdp_region(gw) == region


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-89.9, -179.9, 1), (-89.9, 179.9, 720), (-89.4, -179.9, 721), (89.9, 179.9, 259200), (95.0, 0.0, None), (0.0, 180.0, None)],
)
def test_prio_grid(lat: float, lon: float, cell: int | None) -> None:
    assert prio_grid(lat, lon) == cell


@pytest.mark.parametrize(("days", "ucdp", "acled"), [(1, 1, 1), (2, 2, 2), (6, 2, 2), (7, 3, 2), (8, 4, 3), (31, 4, 3), (32, 5, None)])
def test_date_precisions(days: int, ucdp: int, acled: int | None) -> None:
    interval = Interval(date(2021, 3, 1), date(2021, 3, 1) + timedelta(days=days - 1), "stated")
    assert (ucdp_date_precision(interval), acled_date_precision(interval)) == (ucdp, acled)


def test_unknown_stays_unknown() -> None:
    assert ucdp_date_precision(None) is acled_date_precision(None) is ucdp_place_precision(None) is None
    assert ucdp_place_precision(Place("Old Mill", None, None, None, None, "unlocated")) is None


def test_numbers_for_ids_are_steady_and_fit_a_double() -> None:
    assert numeric_id("e-1") == numeric_id("e-1") != numeric_id("e-1", "1")
    assert 0 < numeric_id("e-1") < 2**52


PAIRS = [
    ("ASSAULT", ("A",), ("X", "Y"), (("A", "X"), ("A", "Y"))),
    ("ASSAULT", (), ("X",), ((None, "X"),)),
    ("ASSAULT", (), (), ((None, None),)),
    ("CONSULT", ("A", "B", "C"), (), (("A", "B"), ("A", "C"), ("B", "C"))),
    ("CONSULT", ("A",), (), (("A", None),)),
    ("ASSAULT", ("A", "B"), (), (("A", None), ("B", None))),
]


@pytest.mark.parametrize(("type_", "actors", "recipients", "expected"), PAIRS)
def test_dyads(type_: str, actors: tuple[str, ...], recipients: tuple[str, ...], expected: tuple[tuple[str | None, ...], ...]) -> None:
    assert dyads(Event("e", type_, None, "asserted", actors, recipients, None, None, (), (), (), ())) == expected
