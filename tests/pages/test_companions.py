"""Dates taken from companions."""

from datetime import date

import pytest

from parley.model import Article, Dropped, Interval
from parley.pages import companion_dates


def article(name: str, text: str = "x", published: Interval | None = None, frame: str = "") -> Article:
    shown = f"{text}\n{frame}"
    dropped = (Dropped(len(text) + 1, len(shown), "copyright"),) if frame else ()
    return Article(name, f"p-{name}", text, published=published, shown=shown, dropped=dropped)


DAY = Interval.day(date(2016, 10, 16), "metadata")


def test_undated_articles_take_the_days_around_a_dated_companion() -> None:
    found = companion_dates([article("a", published=DAY), article("b"), article("c")], [["a", "b"], ["c"]])
    assert found == {"b": Interval(date(2016, 10, 15), date(2016, 10, 17), "inferred:companion")}


def test_companions_far_apart_tell_nothing() -> None:
    late = Interval.day(date(2016, 12, 1), "metadata")
    assert companion_dates([article("a", published=DAY), article("b"), article("c", published=late)], [["a", "b", "c"]]) == {}


def test_the_narrowest_of_several_groups_wins_in_any_order() -> None:
    wide = Interval(date(2016, 10, 14), date(2016, 10, 18), "stated")
    articles = [article("a", published=DAY), article("b"), article("c", published=wide)]
    for groups in ([["a", "b"], ["b", "c"]], [["c", "b"], ["b", "a"]]):
        assert companion_dates(articles, groups)["b"].days == 3


def test_a_weekday_here_and_a_year_there_settle_the_day() -> None:
    said = article("a", "The two sides failed to agree after talks on Friday, 26 August.")
    dated = article("b", "The envoy arrived on Thursday.", frame="Copyright © 2016 Post")
    found = companion_dates([said, dated], [], [["a", "b"]])
    assert found["a"] == Interval(date(2016, 8, 26), date(2016, 8, 27), "inferred:weekday")
    assert found["b"] == Interval(date(2016, 8, 25), date(2016, 8, 27), "inferred:companion")


def test_who_still_awaits_the_day_wrote_before_it_was_over() -> None:
    said = article("a", "The two sides failed to agree after talks on Friday, 26 August.", frame="Copyright © 2016 Post")
    waiting = article("b", "The envoy arrived on Thursday.\n\nHe was scheduled to meet the minister Friday morning.")
    found = companion_dates([said, waiting], [], [["a", "b"]])
    assert found["b"] == Interval(date(2016, 8, 25), date(2016, 8, 26), "inferred:companion")


def test_a_known_date_is_never_replaced() -> None:
    assert companion_dates([article("a", published=DAY)], [["a"]]) == {}


def told(opening: str, *others: Article) -> Interval | None:
    members = [article("u", opening), *others]
    return companion_dates(members, [], [[m.id for m in members]]).get("u")


FRIDAY = article("d", "The talks in Vesk ended on Friday.", DAY)  # published on Sunday 16 October
MIDWEEK = article("e", "The envoy left Vesk on Wednesday.", DAY)


@pytest.mark.parametrize(
    ("opening", "first"),
    [
        ("Talks in Vesk broke up on Friday.", date(2016, 10, 14)),
        ("Talks in Vesk broke up on Monday.", None),  # another round of talks
        ("Talks in Vesk broke up yesterday.", None),  # says nothing that could agree
        ("Talks in Vesk broke up.", None),
        ("The two sides are due to meet on Friday.", None),
        ("Talks in Vesk broke up on Friday. The envoy had arrived on Monday.", None),  # which of the two is the day?
    ],
)
def test_a_happening_dates_only_where_the_weekday_agrees(opening: str, first: date | None) -> None:
    found = told(opening, FRIDAY)
    assert (found.first if found else None) == first


def test_companions_who_say_yesterday_tell_of_a_day_too() -> None:
    found = told("Talks in Vesk broke up on Saturday.", article("d", "The talks in Vesk ended yesterday.", DAY), MIDWEEK)
    assert found == Interval(date(2016, 10, 15), date(2016, 10, 16), "inferred:companion")


NAMED = [
    ("the year of a companion's weeks makes it that weekday", "They signed the pact in Vesk on Monday, September 26.", date(2016, 9, 26)),
    ("in that year the day is another weekday", "They signed the pact in Vesk on Tuesday, September 26.", None),
    ("months away from every companion", "They signed the pact in Vesk on Thursday, 26 May.", None),
    ("still ahead", "They will sign the pact in Vesk on Monday, September 26.", None),
]


@pytest.mark.parametrize(("opening", "first"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_a_day_named_with_its_weekday_takes_the_year_of_a_companion(opening: str, first: date | None) -> None:
    found = told(opening, article("d", "The voters of Vesk turned the pact down on 2 October.", DAY))
    assert found == (Interval(first, date(2016, 9, 27), "inferred:weekday") if first else None)
