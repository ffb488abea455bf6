"""Weekdays take their direction from the verbs around them. Published on Wednesday, 15 May 2019; all texts are invented."""

from __future__ import annotations

from datetime import date

import pytest

from parley.model import Interval
from parley.times import find_times

PUBLISHED = Interval.day(date(2019, 5, 15), "metadata")

BACK = [
    ("The ministers met on Friday.", "10"),
    ("The envoy said Wednesday that talks had stalled.", "15"),
    ("Shelling on Tuesday killed four people.", "14"),
    ("On Thursday, the army shelled the port.", "9"),
    ("On Tuesday, Mohamed and his aides arrived.", "14"),
    ("Officials gathered on Monday to discuss a truce.", "13"),
    ("Monday's vote was postponed.", "13"),
    ("The ceasefire, announced Saturday, was broken.", "11"),
    ("The truce has held since Sunday.", "12"),
    ("The strikes continued until Sunday.", "12"),
    ("Fighting on Friday left ten dead.", "10"),
    ("The two sides agreed on Saturday to a truce.", "11"),
    ("Air raids hit the town early Tuesday.", "14"),
    ("The army claims it took the hill on Sunday.", "12"),
    ("The rebels won the town on Saturday.", "11"),
    ("The president called his counterpart late on Saturday, and both agreed to a truce.", "11"),
    ("The minister proposed a truce on Saturday and was refused.", "11"),
    ("The rebels didn't come on Saturday.", "11"),
    ("He would have flown on Sunday.", "12"),
]
AHEAD = [
    ("The ministers will meet on Friday.", "17"),
    ("The next contact would be on Monday.", "20"),
    ("On Thursday, parliament votes on the deal.", "16"),
    ("On Thursday, the two men are to travel north.", "16"),
    ("Talks are due to resume on Sunday.", "19"),
    ("He is expected in the capital Saturday.", "18"),
    ("Delegates are meeting in the capital on Friday.", "17"),
    ("They planned to meet the envoy in the capital on Saturday.", "18"),
    ("Sunday's vote will be postponed.", "19"),
    ("A meeting is scheduled for Monday in the capital.", "20"),
    ("A meeting has been set for Monday.", "20"),
    ("A referendum is to be held on Sunday.", "19"),
    ("The deadline is Friday.", "17"),
    ("Troops must leave by Saturday, the decree says.", "18"),
    ("The ban remains in place until Sunday.", "19"),
    ("A vote on Friday could end the siege.", "17"),
    ("The two sides agreed to a truce from Saturday.", "18"),
    ("Peace talks to start Monday", "20"),
    ("The rebels won’t come on Saturday.", "18"),
    ("Talks resume Monday.", "20"),
    ("The envoy ordered both sides to leave by Saturday.", "18"),
    ("Protesters plan a march on Saturday.", "18"),
]


@pytest.mark.parametrize(("text", "day"), BACK + AHEAD)
def test_weekdays_look_the_way_of_their_verb(text: str, day: str) -> None:
    (found,) = find_times(text, PUBLISHED)
    assert found.value == f"2019-05-{int(day):02d}"


def test_two_clauses_of_a_sentence_each_have_their_own() -> None:
    text = "He told reporters on Tuesday he would fly home on Thursday."
    assert [t.value for t in find_times(text, PUBLISHED)] == ["2019-05-14", "2019-05-16"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met from Friday to Monday.", ["2019-05-10", "2019-05-13"]),
        ("They met from Monday to Friday.", ["2019-05-06", "2019-05-10"]),
        ("They will meet from Saturday to Tuesday.", ["2019-05-18", "2019-05-21"]),
        ("They will meet from Friday to Thursday.", ["2019-05-17", "2019-05-23"]),
    ],
)
def test_a_range_of_weekdays_runs_forwards(text: str, values: list[str]) -> None:
    assert [t.value for t in find_times(text, PUBLISHED)] == values


def test_a_verb_beyond_the_sentence_has_no_say() -> None:
    assert [t.value for t in find_times("They will meet. Shelling on Friday was heavy.", PUBLISHED)] == ["2019-05-10"]
    assert [t.value for t in find_times("They will meet\n\nShelling on Friday", PUBLISHED)] == ["2019-05-10"]
