"""Times and places → the act they belong to, and those that are of something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.reports.parses import drafts, naming, parse, time_at

from parley.model import Interval
from parley.reports import find_reports
from parley.reports.attach import is_told_aside, places_by_owner
from parley.reports.tree import read_tree


def test_the_two_ends_of_a_range_are_one_time() -> None:
    doc = parse(
        "Norland||NNP|nsubj|1 bombed|bomb|VBD|root|1 Vesk||NNP|obj|1 between||IN|case|4 Monday||NNP|obl|1 and||CC|cc|6"
        " Thursday||NNP|conj|4 .||.|punct|1"
    )
    monday, thursday = (Interval.day(date(2021, 3, day), "relative:weekday") for day in (1, 4))
    (report,) = find_reports(doc, naming(doc), (time_at(doc, "Monday", monday), time_at(doc, "Thursday", thursday)), (), None)
    assert (report.when, report.when_text) == (Interval(monday.first, thursday.last, "relative:weekday"), "Monday and Thursday")


@pytest.mark.parametrize(
    ("ordinal", "expected"),
    [("a||DT|det|3", (date(2021, 3, 1), date(2021, 3, 10))), ("first||JJ|amod|3", None), ("only||JJ|amod|3", None)],
)
def test_since_opens_a_time_but_not_for_the_first_of_its_kind(ordinal: str, expected: tuple[date, date] | None) -> None:
    doc = parse(f"Norland||NNP|nsubj|1 launched|launch|VBD|root|1 {ordinal} attack||NN|obj|1 since||IN|case|5 March||NNP|nmod|3 .||.|punct|1")
    march, published = time_at(doc, "March", Interval(date(2021, 3, 1), date(2021, 3, 31), "stated")), Interval.day(date(2021, 3, 10), "stated")
    (report,) = find_reports(doc, naming(doc), (march,), (), published)
    assert (report.when and (report.when.first, report.when.last)) == expected


@pytest.mark.parametrize(("words", "expected"), [("5.40", None), ("Monday", date(2021, 3, 8))])
def test_a_bare_hour_of_the_publication_day_gives_no_day(words: str, expected: date | None) -> None:
    doc = parse(f"Norland||NNP|nsubj|1 bombed|bomb|VBD|root|1 Vesk||NNP|obj|1 at||IN|case|4 {words}||NNP|obl|1 .||.|punct|1")
    day = Interval.day(date(2021, 3, 8), "relative:day")
    time = replace(time_at(doc, words, day), type="TIME" if words == "5.40" else "DATE")
    (report,) = find_reports(doc, naming(doc), (time,), (), Interval.day(date(2021, 3, 8), "stated"))
    assert (report.when and report.when.first) == expected


@pytest.mark.parametrize(("verb", "place"), [("focused|focus", None), ("fired|fire", "Vesk")])
def test_what_is_talked_about_is_no_place_of_the_talking(verb: str, place: str | None) -> None:
    doc = parse(f"Norland||NNP|nsubj|1 {verb}|VBD|root|1 on||IN|case|4 the||DT|det|4 crowd||NN|obl|1 in||IN|case|6 Vesk||NNP|nmod|4 .||.|punct|1")
    tree = read_tree(doc)
    found = places_by_owner(tree, naming(doc), lambda token: False)
    assert [spot.name for spots in found.values() for spot in spots if spot.name == "Vesk"] == ([place] if place else [])


@pytest.mark.parametrize(("verb", "expected"), [("displaced|displace", ["Monday", "Monday"]), ("condemned|condemn", ["Monday", None])])
def test_clashes_that_drove_people_out_were_when_they_did(verb: str, expected: list[str | None]) -> None:
    doc = parse(
        f"Families|family|NNS|nsubj:pass|2 were|be|VBD|aux:pass|2 {verb}|VBN|root|2 by||IN|case|4 clashes|clash|NNS|obl:agent|2 with||IN|case|6"
        " Norland||NNP|nmod|4 on||IN|case|8 Monday||NNP|obl|2"
    )
    monday = time_at(doc, "Monday", Interval.day(date(2021, 3, 8), "relative:weekday"))
    assert [r.when_text for r in find_reports(doc, naming(doc), (monday,), (), None)] == expected


@pytest.mark.parametrize(("day", "expected"), [(True, ["REJECT"]), (False, [])])
def test_a_meeting_called_off_by_nobody_is_told_with_its_day(day: bool, expected: list[str]) -> None:
    tail = " on||IN|case|6 Monday||NNP|obl|4" if day else ""
    doc = parse(f"The||DT|det|1 summit||NN|nsubj:pass|4 had||VBD|aux|4 been|be|VBN|aux:pass|4 cancelled|cancel|VBN|root|4{tail}")
    times = (time_at(doc, "Monday", Interval.day(date(2021, 3, 8), "relative:weekday")),) if day else ()
    assert [r.type for r in find_reports(doc, naming(doc), times, (), None)] == expected


SAID_ON_MONDAY = (
    "Brandt||NNP|nsubj|1 said|say|VBD|root|1 on||IN|case|3 Monday||NNP|obl|1 that||IN|mark|6 Norland||NNP|nsubj|6"
    " bombed|bomb|VBD|ccomp|1 Vesk||NNP|obj|6 .||.|punct|1"
)


def test_the_day_of_the_statement_is_not_the_day_of_the_act() -> None:
    doc = parse(SAID_ON_MONDAY)
    monday = time_at(doc, "Monday", Interval.day(date(2021, 3, 8), "relative:weekday"))
    (report,) = find_reports(doc, naming(doc), (monday,), (), None)
    assert (report.when, report.claimant) == (None, "Brandt")


@pytest.mark.parametrize(
    ("verb", "historical"),
    [
        ("shelled|shell|VBD|root|8", True),
        ("has|have|VBZ|aux|8 shelled|shell|VBN|root|8", False),
    ],
)
def test_a_tale_of_long_ago_goes_on_in_the_simple_past(verb: str, historical: bool) -> None:
    at = 6 + len(verb.split())
    tale = "Rebels|rebel|NNS|nsubj|1 seized|seize|VBD|root|1 Vesk||NNP|obj|1 in||IN|case|4 1985||CD|obl|1 .||.|punct|1"
    doc = parse(f"{tale} Norland||NNP|nsubj|{at} {verb.replace('|8', f'|{at}')} London||NNP|obj|{at} .||.|punct|{at}")
    then = time_at(doc, "1985", Interval(date(1985, 1, 1), date(1985, 12, 31), "stated"))
    found = find_reports(doc, naming(doc), (then,), (), Interval.day(date(2021, 3, 8), "stated"))
    assert [(r.trigger.text, r.historical) for r in found] == [("seized", True), ("shelled", historical)]


@pytest.mark.parametrize(("published", "expected"), [(date(2016, 10, 16), True), (date(2016, 9, 20), False), (None, True)])
def test_an_act_of_another_month_is_background(published: date | None, expected: bool) -> None:
    doc = parse(
        "Norland||NNP|nsubj|3 and||CC|cc|2 Sudmark||NNP|conj|0 reached|reach|VBD|root|3 an||DT|det|6 agreement||NN|obj|3 at||IN|case|6"
        " last||JJ|amod|8 month||NN|obl:unmarked|3 .||.|punct|3".replace(
            "an||DT|det|6 agreement||NN|obj|3 at||IN|case|6", "an||DT|det|5 agreement||NN|obj|3 finally||RB|advmod|3"
        )
    )
    month = time_at(doc, "last month", Interval(date(2016, 9, 1), date(2016, 9, 30), "relative:month"))
    (report,) = find_reports(doc, naming(doc), (month,), (), Interval.day(published, "user") if published else None)
    assert (report.type, report.historical) == ("AGREE", expected)


SCENE = (
    "With||IN|mark|1 shelling|shelling|NN|advcl|7 raging|rage|VBG|acl|1 in||IN|case|4 Vesk||NNP|obl|7 ,||,|punct|7"
    " Norland||NNP|nsubj|7 {verb}|VBD|root|7 Sudmark||NNP|obj|7 .||.|punct|7"
)


@pytest.mark.parametrize(("verb", "place"), [("met|meet", None), ("attacked|attack", "Vesk")])
def test_the_scene_a_sentence_opens_with_is_no_place_of_talks(verb: str, place: str | None) -> None:
    """Not even where the parser hangs it on their verb."""
    (report,) = [d.report for d in drafts(SCENE.format(verb=verb)) if d.report.trigger.text in ("met", "attacked")]
    assert (report.where and report.where.name) == place


ENVOY = (
    "Brandt||NNP|nsubj|6 ,||,|punct|3 who||WP|nsubj|3 spoke|speak|VBD|acl:relcl|0 in||IN|case|5 Vesk||NNP|obl|3 rejected|reject|VBD|root|6"
    " it||PRP|obj|6 .||.|punct|6"
)


@pytest.mark.parametrize(("dep", "expected"), [("nsubj", None), ("obj", "Vesk")])
def test_a_relative_clause_on_who_acts_says_nothing_of_where(dep: str, expected: str | None) -> None:
    """One on those acted on may: "fired at troops who had entered Vesk"."""
    trigger = drafts(ENVOY)[-1].act.trigger
    tree = read_tree(parse(ENVOY.replace("NNP|nsubj|6", f"NNP|{dep}|6")))
    assert is_told_aside(tree, trigger, 5) == (expected is None)


TALKED_ABOUT = (
    "Norland||NNP|nsubj|1 discussed|discuss|VBD|root|1 what||WP|{what} Sudmark||NNP|nsubj|4 did|do|VBD|{did} in||IN|case|6 Vesk||NNP|obl|4"
    " .||.|punct|1"
)


@pytest.mark.parametrize(("what", "did", "expected"), [("obj|1", "acl:relcl|2", True), ("obj|4", "ccomp|1", True), ("obj|1", "conj|1", False)])
def test_what_happened_elsewhere_is_talked_about_here(what: str, did: str, expected: bool) -> None:
    (talk,) = (d.act.trigger for d in drafts("Norland||NNP|nsubj|1 met|meet|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1"))
    assert is_told_aside(read_tree(parse(TALKED_ABOUT.format(what=what, did=did))), talk, 6) == expected


DATELINED = (
    "VESK||NNP|dep|6 ,||,|punct|6 May||NNP|obl|6 3||CD|nummod|2 –||:|punct|6 Norland||NNP|nsubj|6 shelled|shell|VBD|root|6 Sudmark||NNP|obj|6"
    " on||IN|case|9 Tuesday||NNP|obl|6 .||.|punct|6"
)


@pytest.mark.parametrize(("said", "expected"), [(("May 3",), None), (("May 3", "Tuesday"), date(2021, 5, 2))])
def test_the_day_of_a_dateline_is_no_day_of_an_act(said: tuple[str, ...], expected: date | None) -> None:
    doc = parse(DATELINED)
    days = {"May 3": Interval.day(date(2021, 5, 3), "stated"), "Tuesday": Interval.day(date(2021, 5, 2), "relative:weekday")}
    (report,) = find_reports(doc, naming(doc), tuple(time_at(doc, words, days[words]) for words in said), (), None)
    assert (report.when and report.when.first) == expected
