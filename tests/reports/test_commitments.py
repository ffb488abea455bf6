"""Sentence → commitments: what is owed, by whom, by when, in the page's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.reports.parses import naming, parse, time_at

from parley.model import Interval
from parley.reports import draft_reports, find_commitments

SUNDAY = Interval.day(date(2021, 3, 7), "relative:weekday")
PLAN = (
    "Brandt||NNP|nsubj|1 planned|plan|VBD|root|1 to||TO|mark|3 meet||VB|xcomp|1 Orlov||NNP|obj|3 in||IN|case|6 London||NNP|obl|3 on||IN|case|8"
    " Sunday||NNP|obl|3 .||.|punct|1"
)
DEMAND = (
    "Brandt||NNP|nsubj|1 called|call|VBD|root|1 for||IN|case|4 a||DT|det|4 ceasefire||NN|obl|1 of||IN|case|7 72||CD|nummod|7"
    " hours|hour|NNS|nmod|4 .||.|punct|1"
)
PROMISE = (
    "Norland||NNP|nsubj|1 vowed|vow|VBD|root|1 to||TO|mark|3 withdraw||VB|xcomp|1 its||PRP$|nmod:poss|5 troops|troop|NNS|obj|3 by||IN|case|7"
    " Sunday||NNP|obl|3 .||.|punct|1"
)
OWN_WORD = (
    "Norland||NNP|nsubj|1 said|say|VBD|root|1 Norland||NNP|nsubj|4 would|will|MD|aux|4 withdraw||VB|ccomp|1 its||PRP$|nmod:poss|6"
    " troops|troop|NNS|obj|4 .||.|punct|1"
)
OTHERS_WORD = OWN_WORD.replace("Norland", "Sudmark", 1)
POSSIBLE = "Brandt||NNP|nsubj|2 could||MD|aux|2 meet||VB|root|2 Orlov||NNP|obj|2 on||IN|case|5 Sunday||NNP|obl|2 .||.|punct|2"
HOPED = "Sudmark||NNP|nsubj|1 hopes|hope|VBZ|root|1 Brandt||NNP|nsubj|4 will||MD|aux|4 meet||VB|ccomp|1 Orlov||NNP|obj|4 .||.|punct|1"
INSISTED = "Norland||NNP|nsubj|1 insisted|insist|VBD|root|1 Sudmark||NNP|nsubj|3 left|leave|VBD|ccomp|1 the||DT|det|5 town||NN|obj|3 .||.|punct|1"
TOLD_ASIDE = (
    "Norland||NNP|nsubj|1 vowed|vow|VBD|root|1 to||TO|mark|3 join||VB|xcomp|1 the||DT|det|5 council||NN|obj|3 ,||,|punct|8"
    " whose||WP$|nmod:poss|8 head||NN|nsubj|9 left|leave|VBD|acl:relcl|5 .||.|punct|1"
)
PAST = "Norland||NNP|nsubj|1 met|meet|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1"


@pytest.mark.parametrize(
    ("compact", "expected"),
    [
        (PLAN, [("scheduled", "Brandt, Orlov", "planned to meet Orlov in London on Sunday", "London")]),
        (DEMAND, [("demanded", "Brandt", "a ceasefire of 72 hours", None)]),
        (PROMISE, [("pledged", "Norland", "to withdraw its troops by Sunday", None)]),
        (OWN_WORD, [("pledged", "Norland", "withdraw its troops", None)]),
        (OTHERS_WORD, [("scheduled", "Norland", "withdraw its troops", None)]),
        (PAST, []),
        (POSSIBLE, []),
        (HOPED, []),
        (INSISTED, []),
        (TOLD_ASIDE, [("pledged", "Norland", "to join the council", None)]),
    ],
    ids=[
        "plan",
        "demand",
        "promise",
        "what one says one will do",
        "what another will do",
        "held",
        "only possible",
        "hoped",
        "claimed",
        "told aside",
    ],
)
def test_sentence_to_commitments(compact: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    doc = parse(compact)
    found = find_commitments(draft_reports(doc, naming(doc), (), (), None), ())
    assert [(c.status, c.actor, c.action, c.place) for c in found] == expected


@pytest.mark.parametrize("compact", [PLAN, PROMISE], ids=["plan", "promise"])
def test_due_is_the_day_of_what_is_owed(compact: str) -> None:
    doc = parse(compact)
    times = (time_at(doc, "Sunday", SUNDAY),)
    (commitment,) = find_commitments(draft_reports(doc, naming(doc), times, (), None), times)
    assert (commitment.due, commitment.due_text) == (SUNDAY, "Sunday")


def test_an_action_is_a_stretch_of_the_text() -> None:
    for compact in (PLAN, DEMAND, PROMISE):
        doc = parse(compact)
        for commitment in find_commitments(draft_reports(doc, naming(doc), (), (), None), ()):
            assert commitment.action in commitment.evidence.text


def test_only_acts_that_were_reported_become_commitments() -> None:
    doc = parse(PLAN)
    assert find_commitments(draft_reports(doc[:0].as_doc(), naming(doc[:0].as_doc()), (), (), None), ()) == ()


def test_the_day_of_a_promise_is_not_when_it_is_due() -> None:
    doc = parse(
        "Norland||NNP|nsubj|1 vowed|vow|VBD|root|1 on||IN|case|3 Sunday||NNP|obl|1 to||TO|mark|5 withdraw||VB|xcomp|1 its||PRP$|nmod:poss|7"
        " troops|troop|NNS|obj|5 .||.|punct|1"
    )
    times = (time_at(doc, "Sunday", SUNDAY),)
    (commitment,) = find_commitments(draft_reports(doc, naming(doc), times, (), None), times)
    assert (commitment.due, commitment.due_text) == (None, None)


def test_a_last_day_is_when_a_promise_is_due() -> None:
    doc = parse(
        "Norland||NNP|nsubj|1 vowed|vow|VBD|root|1 to||TO|mark|3 withdraw||VB|xcomp|1 its||PRP$|nmod:poss|5 troops|troop|NNS|obj|3 by||IN|case|7"
        " Sunday||NNP|obl|1 .||.|punct|1"
    )
    times = (time_at(doc, "Sunday", SUNDAY),)
    (commitment,) = find_commitments(draft_reports(doc, naming(doc), times, (), None), times)
    assert (commitment.due, commitment.due_text) == (SUNDAY, "Sunday")


def test_a_step_told_twice_is_one() -> None:
    doc = parse("Talks|talk|NNS|nsubj:pass|2 are||VBP|aux:pass|2 planned|plan|VBN|root|2 for||IN|case|4 Sunday||NNP|obl|2 .||.|punct|2")
    times = (time_at(doc, "Sunday", SUNDAY),)
    (commitment,) = find_commitments(draft_reports(doc, naming(doc), times, (), None), times)
    assert (commitment.action, commitment.due) == ("Talks are planned for Sunday", SUNDAY)


def test_a_day_nobody_can_resolve_stays_as_words() -> None:
    doc = parse(PLAN)
    times = (replace(time_at(doc, "Sunday", SUNDAY), days=None),)
    (commitment,) = find_commitments(draft_reports(doc, naming(doc), times, (), None), times)
    assert (commitment.due, commitment.due_text) == (None, "Sunday")


def test_a_step_with_a_noun_is_told_in_the_words_of_its_clause() -> None:
    doc = parse(
        "Talks|talk|NNS|nsubj:pass|3 will||MD|aux|3 be||VB|aux:pass|3 held|hold|VBN|root|3 in||IN|case|5 Vesk||NNP|obl|3 on||IN|case|7"
        " Sunday||NNP|obl|3 .||.|punct|3"
    )
    times = (time_at(doc, "Sunday", SUNDAY),)
    (commitment,) = find_commitments(draft_reports(doc, naming(doc), times, (), None), times)
    assert (commitment.action, commitment.due) == ("Talks will be held in Vesk on Sunday", SUNDAY)


def test_an_invitation_alone_binds_nobody() -> None:
    doc = parse("Norland||NNP|nsubj|1 invited|invite|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1")
    assert find_commitments(draft_reports(doc, naming(doc), (), (), None), ()) == ()
