"""Every value the record keeps comes back equal, and nothing else does."""

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Generic, TypeVar, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import Article, Claim, Evidence, Interval, Issue, Naming, Page, Place, Reading, Report, Source, Span
from parley.model.codec import dump, load
from parley.record.disagreements.counted import Figure
from parley.record.disagreements.occasions import Occasion
from parley.record.runs import Run
from parley.record.view import Filed, Support, View

T = TypeVar("T")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
INTERVALS = st.tuples(DAYS, DAYS, st.sampled_from(["stated", "user"])).map(lambda v: Interval(min(v[:2]), max(v[:2]), v[2]))
SPANS = st.tuples(st.integers(0, 99), TEXT.filter(bool)).map(lambda v: Span(v[0], v[0] + len(v[1]), v[1]))
FIGURES = st.floats(0, 1e9)
PLACES = st.builds(Place, TEXT, st.none() | FIGURES, st.none() | FIGURES, st.none() | st.integers(), st.none() | TEXT, TEXT, st.none() | SPANS)
CLAIMS = st.builds(
    Claim, SPANS, SPANS, TEXT, st.just(3.0), FIGURES.map(lambda x: x + 3), TEXT, since=st.none() | INTERVALS, subset_of=st.none() | st.integers(0, 9)
)
NAMES = st.frozensets(TEXT, max_size=3)
OCCASIONS = st.builds(Occasion, st.dictionaries(TEXT, FIGURES, max_size=3), NAMES, NAMES)
VALUES = {
    Interval: INTERVALS,
    Claim: CLAIMS,
    Page: st.builds(Page, TEXT, TEXT, TEXT, TEXT, published=st.none() | INTERVALS),
    Article: st.builds(Article, TEXT, TEXT, TEXT, published=st.none() | INTERVALS, kept=st.lists(st.tuples(st.integers(), st.integers())).map(tuple)),
    Evidence: st.builds(Evidence, TEXT, SPANS, TEXT, st.none() | st.integers(), st.none() | st.integers()),
    Filed[Claim]: (FILED := st.builds(Filed, TEXT, TEXT, TEXT, CLAIMS, st.just(()))),
    Figure: st.builds(Figure, FILED, st.none() | TEXT, st.none() | INTERVALS, TEXT, st.none() | TEXT, NAMES, OCCASIONS, is_only=st.booleans()),
    Naming: st.builds(Naming, places=st.dictionaries(st.integers(0, 99), PLACES, max_size=3)),
    Run: st.builds(
        Run, TEXT, FIGURES, TEXT, TEXT, TEXT, st.dictionaries(TEXT, TEXT, max_size=2), counts=st.dictionaries(TEXT, st.integers(), max_size=2)
    ),
}


@pytest.mark.parametrize("kind", VALUES, ids=str)
def test_values_come_back_equal(kind: Any) -> None:
    @settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the codec
    @given(VALUES[kind])
    def holds(value: object) -> None:
        assert load(dump(value, kind), kind) == value

    holds()


def test_every_part_of_a_view_and_a_reading_has_a_json_form() -> None:
    for kind in (View, Reading, Page, Article, Issue, Source, Report):
        hints = get_type_hints(kind)
        for field in fields(kind):
            dump((), tuple[hints[field.name], ...])
    assert {get_args(hint)[1] for hint in get_type_hints(View).values()} == {...}


def test_a_lone_surrogate_survives() -> None:
    text = dump(Issue("\ud83d", "clean", "broken"), Issue)
    assert text.encode()
    assert load(text, Issue).page == "\ud83d"


def test_defaults_are_left_out() -> None:
    assert "part_of" not in json.loads(dump(Support("e", "event", "x", (), 1), Support))
    assert json.loads(dump(Page("p", "a.txt", "text/plain", ""), Page)) == {"id": "p", "path": "a.txt", "media": "text/plain", "raw": ""}


DAMAGED = [
    ("not JSON", "{", Interval),
    ("not an object", "[]", Interval),
    ("a field is missing", '{"first":"2021-01-01"}', Interval),
    ("a field nobody knows", '{"page":"p","stage":"s","message":"m","x":1}', Issue),
    ("a wrong type", '{"page":1,"stage":"s","message":"m"}', Issue),
    ("a truth value for a number", '{"event":"e","slot":"s","value":"v","sources":[],"independent":true}', Support),
    ("not a day", '{"first":"2021-13-01","last":"2021-13-01","how":"user"}', Interval),
    ("what the class itself refuses", '{"first":"2021-02-01","last":"2021-01-01","how":"user"}', Interval),
    ("a tuple of another length", '{"id":"a","page":"p","text":"","kept":[[1]]}', Article),
]


@pytest.mark.parametrize(("text", "kind"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_damaged_text_is_a_value_error(text: str, kind: type) -> None:
    with pytest.raises(ValueError):
        load(text, kind)


@dataclass(frozen=True)
class Boxed(Generic[T]):
    item: T


@dataclass(frozen=True)
class Either:
    value: int | str


def test_the_parameter_of_a_generic_class_is_filled_in() -> None:
    day = Interval.day(date(2021, 3, 5), "user")
    assert load(dump(Boxed(day), Boxed[Interval]), Boxed[Interval]) == Boxed(day)


@pytest.mark.parametrize("kind", [Either, Boxed[bytes], Boxed[list[int]]], ids=str)
def test_a_type_without_a_json_form_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError):
        dump(Either(3) if kind is Either else Boxed(b""), kind)
