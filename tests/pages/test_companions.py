"""Dates taken from companions."""

from datetime import date

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
    found = companion_dates([said, dated], [["a", "b"]])
    assert found["a"] == Interval(date(2016, 8, 26), date(2016, 8, 27), "inferred:weekday")
    assert found["b"] == Interval(date(2016, 8, 25), date(2016, 8, 27), "inferred:companion")


def test_a_known_date_is_never_replaced() -> None:
    assert companion_dates([article("a", published=DAY)], [["a"]]) == {}
