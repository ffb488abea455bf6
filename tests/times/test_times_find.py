"""What `find_times` finds and what it means: one row a behaviour. All texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from parley.model import Interval, TimeValue
from parley.times import find_times

PUBLISHED = Interval.day(date(2019, 5, 15), "metadata")  # a Wednesday


def read(text: str, published: Interval | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(t.span.text, t.type, t.value) for t in find_times(text, published)]


def one(text: str, published: Interval | None = PUBLISHED) -> TimeValue:
    (found,) = find_times(text, published)
    return found


def days(text: str, published: Interval | None = PUBLISHED) -> tuple[str, str, str] | None:
    found = one(text, published).days
    return None if found is None else (found.first.isoformat(), found.last.isoformat(), found.how)


STATED = [
    ("They met on 26 August 2016.", "26 August 2016", "2016-08-26"),
    ("They met on the 26th of August, 2016.", "the 26th of August, 2016", "2016-08-26"),
    ("They met on August 26th, 2016.", "August 26th, 2016", "2016-08-26"),
    ("They met on Friday, August 26, 2016.", "Friday, August 26, 2016", "2016-08-26"),
    ("They met on Aug. 26, 2016.", "Aug. 26, 2016", "2016-08-26"),
    ("Filed 2016-08-26 by hand.", "2016-08-26", "2016-08-26"),
    ("Filed 26/08/2016 by hand.", "26/08/2016", "2016-08-26"),
    ("Filed 08/26/2016 by hand.", "08/26/2016", "2016-08-26"),
    ("Filed 26.08.2016 by hand.", "26.08.2016", "2016-08-26"),
    ("Filed 2016/08/26 by hand.", "2016/08/26", "2016-08-26"),
    ("Exports fell in Q3 2015.", "Q3 2015", "2015-Q3"),
    ("The port was built in the 1500s.", "the 1500s", "15"),
    ("The roads came in the 2000s.", "the 2000s", "200"),
    ("They met in August 2016.", "August 2016", "2016-08"),
    ("They met in 2016.", "2016", "2016"),
    ("The 1979 uprising failed.", "1979", "1979"),
    ("The port grew in the 1990s.", "the 1990s", "199"),
    ("The port grew in the late '90s.", "the late '90s", "199"),
    ("The port was built in the 19th century.", "the 19th century", "18"),
    ("The port was built in the twenty-first century.", "the twenty-first century", "20"),
    ("The port fell in 480 BC.", "480 BC", "BC0480"),
    ("The port fell in June 479 BC.", "June 479 BC", "BC0479-06"),
    ("Exports fell in the third quarter of 2015.", "the third quarter of 2015", "2015-Q3"),
    ("Exports fell in the second half of 2015.", "the second half of 2015", "2015-H2"),
    ("They met in the summer of 2014.", "the summer of 2014", "2014-SU"),
    ("They met in early 2014.", "early 2014", "2014"),
    ("They met at the end of March 2014.", "the end of March 2014", "2014-03"),
    ("They met on the night of 14 July 2014.", "the night of 14 July 2014", "2014-07-14TNI"),
    ("They fasted in Ramadan 2014.", "Ramadan 2014", "2014-06"),
    ("They met at Easter 2010.", "Easter 2010", "2010-04-04"),
]


@pytest.mark.parametrize(("text", "words", "value"), STATED)
def test_stated_dates_need_no_anchor(text: str, words: str, value: str) -> None:
    assert [(t.span.text, t.value) for t in find_times(text, None)] == [(words, value)]


RELATIVE = [
    ("They met today.", "today", "DATE", "2019-05-15"),
    ("They met yesterday.", "yesterday", "DATE", "2019-05-14"),
    ("They will meet tomorrow morning.", "tomorrow morning", "TIME", "2019-05-16TMO"),
    ("They will meet tonight.", "tonight", "TIME", "2019-05-15TNI"),
    ("They met last night.", "last night", "TIME", "2019-05-14TNI"),
    ("They met the day before yesterday.", "the day before yesterday", "DATE", "2019-05-13"),
    ("They met last week.", "last week", "DATE", "2019-W19"),
    ("They met last month.", "last month", "DATE", "2019-04"),
    ("They met late last year.", "late last year", "DATE", "2018"),
    ("They met two weeks ago.", "two weeks ago", "DATE", "2019-W18"),
    ("They met three days ago.", "three days ago", "DATE", "2019-05-12"),
    ("They met four months ago.", "four months ago", "DATE", "2019-01"),
    ("They met several years ago.", "several years ago", "DATE", "PAST_REF"),
    ("They met last April.", "last April", "DATE", "2019-04"),
    ("They met last June.", "last June", "DATE", "2018-06"),
    ("They will meet next February.", "next February", "DATE", "2020-02"),
    ("They met last summer.", "last summer", "DATE", "2018-SU"),
    ("They met in September.", "September", "DATE", "2018-09"),
    ("They will meet in September.", "September", "DATE", "2019-09"),
    ("They met on 22 April.", "22 April", "DATE", "2019-04-22"),
    ("Talks on 20 May were announced.", "20 May", "DATE", "2019-05-20"),
    ("They met last Friday.", "last Friday", "DATE", "2019-05-10"),
    ("They will meet next Wednesday.", "next Wednesday", "DATE", "2019-05-22"),
    ("They met on Monday of last week.", "Monday of last week", "DATE", "2019-05-06"),
    ("They met this weekend.", "this weekend", "DATE", "2019-W20-WE"),
    ("They met over the weekend.", "the weekend", "DATE", "2019-W19-WE"),
    ("They will meet at the weekend.", "the weekend", "DATE", "2019-W20-WE"),
    ("Roads were closed during the winter.", "the winter", "DATE", "2018-WI"),
    ("They are talking now.", "now", "DATE", "PRESENT_REF"),
    ("They met recently.", "recently", "DATE", "PAST_REF"),
    ("They will meet in the near future.", "the near future", "DATE", "FUTURE_REF"),
    ("They met at Christmas.", "Christmas", "DATE", "2018-12-25"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), RELATIVE)
def test_relative_words_count_from_publication(text: str, words: str, kind: str, value: str) -> None:
    assert read(text) == [(words, kind, value)]


LENGTHS = [
    ("A 48-hour pause began.", "48-hour", "DURATION", "PT48H"),
    ("A four-year siege ended.", "four-year", "DURATION", "P4Y"),
    ("Talks took almost 10 hours.", "almost 10 hours", "DURATION", "PT10H"),
    ("They want at least 72 hours of calm.", "at least 72 hours", "DURATION", "PT72H"),
    ("After five years of war they met.", "five years", "DURATION", "P5Y"),
    ("After two and a half years they met.", "two and a half years", "DURATION", "P2.5Y"),
    ("After a year and a half they met.", "a year and a half", "DURATION", "P1.5Y"),
    ("They spoke for half an hour.", "half an hour", "DURATION", "PT30M"),
    ("They spoke for several days.", "several days", "DURATION", "PXD"),
    ("They fought for decades.", "decades", "DURATION", "PXDE"),
    ("They fought for twenty-three days.", "twenty-three days", "DURATION", "P23D"),
    ("They meet every day.", "every day", "SET", "P1D"),
    ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
    ("They meet on Mondays.", "Mondays", "SET", "XXXX-WXX-1"),
    ("They meet twice a week.", "twice a week", "SET", "P1W"),
    ("They meet weekly.", "weekly", "SET", "XXXX-WXX"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), LENGTHS)
def test_durations_and_sets(text: str, words: str, kind: str, value: str) -> None:
    assert read(text) == [(words, kind, value)]
    assert one(text).days is None


NOT_TIMES = [
    "We sat down and may march on.",
    "She may go.",
    "May said no, and Theresa May agreed.",
    "April Smith and June Carter met August Wilson.",
    "The Long March went on.",
    "It was the second time; a second man fell.",
    "Some 2000 people died and 1500 soldiers fled.",
    "They adopted resolution 2254 and boarded flight 1982.",
    "It cost $2000.",
    "A man aged 25 came third.",
    "The Arab Today website and the Daily Bugle wrote about it.",
    "The Winter Olympics were far away.",
    "Three quarters of the voters stayed home.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_words_that_are_no_times(text: str) -> None:
    assert read(text) == []


PAIRS = [
    ("From 3 to 5 May they talked.", [("3", "2019-05-03"), ("5 May", "2019-05-05")]),
    ("On August 26-27, 2016 they talked.", [("August 26", "2016-08-26"), ("27, 2016", "2016-08-27")]),
    ("Between 2011 and 2013 they talked.", [("2011", "2011"), ("2013", "2013")]),
    ("The war of 1914-18 ended.", [("1914", "1914"), ("18", "1918")]),
    ("From 499 to 493 BC they fought.", [("499", "BC0499"), ("493 BC", "BC0493")]),
    ("In August and September 1914 they fought.", [("August", "1914-08"), ("September 1914", "1914-09")]),
    ("It will take two to three weeks.", [("two", "P2W"), ("three weeks", "P3W")]),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_ranges_are_two_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, _, value in read(text)] == expected


CLOCKS = [
    ("He landed at 10:00 pm (Local Time).", [("10:00 pm (Local Time)", "2019-05-15T22:00")]),
    ("It began at 0600 GMT.", [("0600 GMT", "2019-05-15T06:00Z")]),
    ("It began at 1700 hours.", [("1700 hours", "2019-05-15T17:00")]),
    ("It began at 12 a.m. sharp.", [("12 a.m.", "2019-05-15T00:00")]),
    ("It began at 9 a.m. on Tuesday.", [("9 a.m.", "2019-05-14T09:00"), ("Tuesday", "2019-05-14")]),
    ("On Tuesday it began at noon.", [("Tuesday", "2019-05-14"), ("noon", "2019-05-14T12:00")]),
    ("It began at ten o’clock.", [("ten o’clock", "2019-05-15T10:00")]),
]


@pytest.mark.parametrize(("text", "expected"), CLOCKS)
def test_times_of_day_take_the_day_beside_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, _, value in read(text)] == expected


DAYS = [
    ("They met on 26 August 2016.", ("2016-08-26", "2016-08-26", "stated")),
    ("They met in 2016.", ("2016-01-01", "2016-12-31", "stated")),
    ("They met in mid-July 2016.", ("2016-07-11", "2016-07-21", "inferred:mid")),
    ("They met in the second half of 2016.", ("2016-07-01", "2016-12-31", "stated")),
    ("They met in the first half of May 2016.", ("2016-05-01", "2016-05-15", "inferred:H1")),
    ("They met in the last two weeks of May 2016.", ("2016-05-18", "2016-05-31", "inferred:last_part")),
    ("They met in winter 2016.", ("2016-12-01", "2017-02-28", "inferred:season")),
    ("They met earlier this year.", ("2019-01-01", "2019-05-15", "relative:published_year")),
    ("They will meet in the next few days.", ("2019-05-15", "2019-05-22", "relative:next_span")),
    ("They will meet within a few days.", ("2019-05-15", "2019-05-22", "relative:next_span")),
    ("They will meet in three days.", ("2019-05-18", "2019-05-18", "relative:in_span")),
    ("They fought over the past two weeks.", ("2019-05-01", "2019-05-15", "relative:past_span")),
    ("Raids struck the port overnight.", ("2019-05-14", "2019-05-15", "relative:overnight")),
    ("Filed 04/05/2016 by hand.", ("2016-04-05", "2016-05-04", "inferred:day_or_month_first")),
    ("They met on Friday, 17 May.", ("2019-05-17", "2019-05-17", "inferred:weekday")),
    ("They met on Thursday, 17 May.", ("2018-05-17", "2018-05-17", "inferred:weekday")),
    ("He sat in the next room for the next 30 hours.", None),
    ("They met long ago.", None),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days_and_how_they_are_known(text: str, expected: tuple[str, str, str] | None) -> None:
    assert days(text) == expected


UNANCHORED = [
    ("They will meet on Monday.", "XXXX-WXX-1"),
    ("They will meet on January 25.", "XXXX-01-25"),
    ("They will meet on Friday, 26 August.", "XXXX-08-26"),
    ("They met in July.", "XXXX-07"),
    ("They met yesterday.", "XXXX-XX-XX"),
    ("They met last month.", "XXXX-XX"),
    ("They met two weeks ago.", "XXXX-WXX"),
    ("They met at Christmas.", "XXXX-12-25"),
    ("They met last summer.", "XXXX-SU"),
]


@pytest.mark.parametrize(("text", "value"), UNANCHORED)
def test_without_an_anchor_the_value_stays_open(text: str, value: str) -> None:
    found = one(text, None)
    assert (found.value, found.days) == (value, None)


def test_a_bare_year_in_an_undated_text_anchors_nothing() -> None:
    assert [t.value for t in find_times("The war began in 2011. In July talks failed. Last month they resumed.", None)] == [
        "2011",
        "XXXX-07",
        "XXXX-XX",
    ]


def test_a_full_date_in_an_undated_text_anchors_what_follows() -> None:
    text = "They met on 26 August 2016. On 29 August talks failed. The next day they left. On Friday, 2 September they returned."
    assert [t.value for t in find_times(text, None)] == ["2016-08-26", "2016-08-29", "2016-08-30", "2016-09-02"]


HISTORY = "In 1911 the dynasty fell. In 1912 the generals met. In December 1913 war broke out. "


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In January the port fell.", ["1914-01"]),
        ("In October the port fell.", ["1913-10"]),
        ("The following year it was retaken.", ["1914"]),
        ("Two years later it was retaken.", ["1915"]),
        ("On 5 December it fell; three days later it was retaken.", ["1913-12-05", "1913-12-08"]),
        ("That month it fell.", ["1913-12"]),
        ("A report released in 2005 denied it. On 5 December it fell.", ["2005", "1913-12-05"]),
        ("In the autumn of that year it fell.", ["1913-FA"]),
    ],
)
def test_a_history_leans_on_its_own_last_date(text: str, values: list[str]) -> None:
    assert [t.value for t in find_times(HISTORY + text, None)][3:] == values


def test_years_before_christ_run_backwards() -> None:
    text = "The war began in 499 BC. It ended in 493 BC. Six years later, in 487, peace came. The following year they met."
    assert [t.value for t in find_times(text, None)] == ["BC0499", "BC0493", "BC0487", "BC0487", "BC0486"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The army took power in 1999. Two days later the envoys left. The following year it fell.", ["1999", "XXXX-XX-XX", "2000"]),
        ("On 15 March 2013 the siege began. Two days later the envoys left.", ["2013-03-15", "2013-03-17"]),
    ],
)
def test_days_after_a_year_long_past_are_days_of_no_other_year(text: str, values: list[str]) -> None:
    assert [t.value for t in find_times(text, PUBLISHED)] == values


def test_a_dated_look_back_carries_its_year() -> None:
    text = "On 15 March 2013 the siege began. On 18 March the hill fell. On 10 May talks opened."
    assert [t.value for t in find_times(text, PUBLISHED)] == ["2013-03-15", "2013-03-18", "2013-05-10"]
    parted = "On 15 March 2013 the siege began.\n\nOn 18 March the hill fell."
    assert [t.value for t in find_times(parted, PUBLISHED)] == ["2013-03-15", "2019-03-18"]


def test_a_quarter_is_compared_with_the_same_quarter() -> None:
    text = "Profit fell in the third quarter of 2018. A year earlier it had risen. Sales grew in the quarter."
    assert [t.value for t in find_times(text, PUBLISHED)] == ["2018-Q3", "2017-Q3", "2018-Q3"]


LENGTHS = [
    ("They will disarm within 180 days of a final accord.", None),
    ("The troops will leave in two weeks from the signing.", None),
    ("They will disarm within 10 days of the talks.", None),
    ("They will disarm within 10 days.", ("2019-05-15", "2019-05-25", "relative:next_span")),
    ("They will disarm within 10 days of today.", ("2019-05-15", "2019-05-25", "relative:next_span")),
]


@pytest.mark.parametrize(("text", "expected"), LENGTHS)
def test_a_length_counted_from_an_event_has_no_days(text: str, expected: tuple[str, str, str] | None) -> None:
    found = next(t for t in find_times(text, PUBLISHED) if t.type == "DURATION").days
    assert (found and (found.first.isoformat(), found.last.isoformat(), found.how)) == expected


def test_the_following_decade_is_the_ten_years_after() -> None:
    found = find_times("The party was founded in 1986. Gunmen killed its members over the following decade.", PUBLISHED)[1]
    assert found.value == "199"
    assert found.days == Interval(date(1986, 1, 1), date(1996, 12, 31), "relative:text_decade")
