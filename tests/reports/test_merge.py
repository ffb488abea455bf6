"""Reports of one article → one for each happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.reports.parses import drafts

from parley.model import Interval, Place, Report
from parley.reports.merge import is_same_happening

STRIKE = "Norland||NNP|nsubj|1 attacked|attack|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1"
TRUCE = "A||DT|det|1 truce||NN|nsubj|2 began|begin|VBD|root|2 between||IN|case|4 Norland||NNP|obl|2 and||CC|cc|6 Sudmark||NNP|conj|4 .||.|punct|2"
TALKS = "Norland||NNP|nsubj|1 met|meet|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1"
MONDAY = Interval.day(date(2021, 3, 8), "stated")
TUESDAY = Interval.day(date(2021, 3, 9), "stated")
VESK = Place("Vesk", 1.0, 2.0, 3, None, "city")
ORLO = Place("Orlo", 1.0, 2.5, 4, None, "city")


def report(compact: str) -> Report:
    return drafts(compact)[0].report


@pytest.mark.parametrize(
    ("compact", "left", "right", "expected"),
    [
        (STRIKE, {}, {}, True),
        (STRIKE, {"when": MONDAY}, {}, True),
        (STRIKE, {"when": MONDAY}, {"when": TUESDAY}, False),
        (STRIKE, {"where": VESK}, {"where": ORLO}, False),
        (STRIKE, {"mode": "aerial"}, {"mode": "firearms"}, False),
        (STRIKE, {"modality": "negated"}, {}, False),
        (STRIKE, {"historical": True}, {}, False),
        (STRIKE, {"recipients": ()}, {}, True),
        (STRIKE, {"recipients": (), "actors": ()}, {}, False),
        (TRUCE, {"actors": ()}, {}, True),
        (TRUCE, {"actors": (), "when": MONDAY}, {"when": TUESDAY}, False),
        (TALKS, {"actors": ()}, {}, True),
        (TALKS, {"actors": (), "where": VESK}, {}, True),
        (TALKS, {"actors": (), "where": VESK, "when": MONDAY}, {"where": ORLO}, False),
        (TALKS, {"mode": "phone"}, {}, False),
        (TALKS, {"mode": "visit", "actors": ()}, {}, False),
        (TALKS, {"actors": (), "where": VESK}, {"where": VESK}, True),
    ],
)
def test_same_happening(compact: str, left: dict[str, object], right: dict[str, object], expected: bool) -> None:
    a, b = replace(report(compact), **left), replace(report(compact), **right)
    assert is_same_happening(a, b) is expected
    assert is_same_happening(b, a) is expected


def test_a_repeated_meeting_is_one_report_with_everybody() -> None:
    again = "Norland||NNP|nsubj|6 met|meet|VBD|root|6 Orlov||NNP|obj|6 .||.|punct|6"
    (draft,) = drafts("Norland||NNP|nsubj|1 met|meet|VBD|root|1 Sudmark||NNP|obj|1 and||CC|cc|4 Orlov||NNP|conj|2 .||.|punct|1 " + again)
    assert [p.name for p in draft.report.actors] == ["Norland", "Sudmark", "Orlov"]


def test_two_meetings_of_one_person_stay_two() -> None:
    other = "Norland||NNP|nsubj|6 met|meet|VBD|root|6 Orlov||NNP|obj|6 .||.|punct|6"
    found = drafts(TALKS + " " + other.replace("|6", "|5"))
    assert [[p.name for p in d.report.actors] for d in found] == [["Norland", "Sudmark"], ["Norland", "Orlov"]]
