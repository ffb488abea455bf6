"""One figure of several: each rule on the same claims, and what no rule counts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from parley.model import Article, Claim, Disagreement, Interval, Page, Span
from parley.publish.exports import RULES, Content, make_content, totals
from parley.publish.exports.figures import make_counting, toll
from parley.publish.index import make_index
from parley.record import Filed, View
from parley.record.disagreements.counted import Figure

DAYS = {"a": 1, "b": 2, "c": 3, "a2": 4}
INDEX = make_index(
    [Page(f"p{id_}", id_, "text/plain", "x") for id_ in DAYS],
    [Article(id_, f"p{id_}", "x", published=Interval.day(date(2021, 3, day), "stated")) for id_, day in DAYS.items()],
    View(),
)


def figure(words: str, low: float | None, high: float | None, article: str = "a", **more: object) -> Figure:
    span = Span(0, len(words), words)
    claimant, source = more.get("claimant"), str(more.get("source") or article)
    claim = Claim(span, span, str(more.get("measure", "killed")), low, high, claimant=claimant if isinstance(claimant, str) else None)
    part_of = "whole" if more.get("part") else None
    return Figure(Filed(f"{article}-{words}", article, source, claim, (), part_of), "e", None, str(more.get("counted", "")), None)


def values(figures: list[Figure], rule: str) -> tuple[float | None, float | None, float | None] | None:
    found = toll(figures, "killed", RULES[rule], INDEX)
    return (found.low, found.best, found.high) if found else None


THREE = [figure("14", 14, 14, "a"), figure("20", 20, 20, "b"), figure("20", 20, 20, "c")]
CASES = [
    ("conservative", THREE, (14, 14, 20)),
    ("representative", THREE, (14, 20, 20)),
    ("ranges", THREE, (14, None, 20)),
    ("acled", THREE, (14, 14, 20)),
    ("representative", [figure("10", 10, 10, "a"), figure("12", 12, 12, "b"), figure("30", 30, 30, "c")], (10, 12, 30)),
    ("representative", [figure("10", 10, 10, "a"), figure("12", 12, 12, "b")], (10, 10, 12)),
    ("ranges", [figure("9", 9, 9, "a"), figure("nine", 9, 9, "b")], (9, 9, 9)),
    ("conservative", [figure("dozens", 24, None)], (24, 24, 24)),
    ("acled", [figure("dozens", 24, None)], (12, 12, 12)),
    ("acled", [figure("hundreds of", 200, None)], (100, 100, 100)),
    ("acled", [figure("12 dozens", 144, 144)], (144, 144, 144)),
    ("conservative", [figure("up to 30", None, 30)], (30, 30, 30)),
    ("representative", [figure("12 to 20", 12, 20)], (12, 12, 20)),
]


@pytest.mark.parametrize(("rule", "figures", "expected"), CASES)
def test_each_rule(rule: str, figures: list[Figure], expected: tuple[float | None, ...]) -> None:
    assert values(figures, rule) == expected
    assert values(figures[::-1], rule) == expected


@pytest.mark.parametrize("rule", RULES)
def test_copies_are_one_voice(rule: str) -> None:
    copies = [figure("14", 14, 14, "a", source="s"), figure("14", 14, 14, "b", source="s"), figure("20", 20, 20, "c")]
    assert values(copies, rule) == values([copies[0], copies[2]], rule)


@pytest.mark.parametrize("rule", RULES)
def test_parts_and_figures_beyond_counting_do_not_count(rule: str) -> None:
    assert values([figure("14", 14, 14), figure("two", 2, 2, "b", part=True), figure("10^30", 1e30, 1e30, "c")], rule) == (14, 14, 14)
    assert values([figure("two", 2, 2, part=True)], rule) is None


def test_of_kinds_the_largest_stands_and_kinds_are_never_added() -> None:
    found = toll([figure("5", 5, 5, counted="soldier"), figure("3", 3, 3, "b", counted="civilian")], "killed", RULES["conservative"], INDEX)
    assert found is not None
    assert (found.best, found.counted, found.other) == (5, "soldier", 1)


def test_people_in_general_come_before_any_kind() -> None:
    assert values([figure("5", 5, 5), figure("9", 9, 9, "b", counted="soldier")], "conservative") == (5, 5, 5)


def test_a_voice_counts_with_what_it_says_last() -> None:
    corrected = [figure("14", 14, 14, "a", source="s"), figure("19", 19, 19, "a2", source="s")]
    assert values(corrected, "conservative") == (19, 19, 19)
    two_voices = [figure("14", 14, 14, "a", source="s", claimant="army"), figure("19", 19, 19, "a2", source="s", claimant="medics")]
    assert values(two_voices, "conservative") == (14, 14, 19)


def test_a_figure_that_was_overtaken_has_fallen(content: Content) -> None:
    counting = make_counting(content, "conservative")
    before = counting.of_event("e1", "killed")
    assert before is not None
    assert (before.low, before.high) == (14, 20)
    overtaken = Disagreement("d", ("c1", "c3", "c4"), "figure", "superseded", (), "it grew")
    later = make_counting(replace(content, view=replace(content.view, disagreements=(overtaken,))), "conservative").of_event("e1", "killed")
    assert later is not None
    assert (later.low, later.best, later.high) == (20, 20, 20)


def test_the_toll_of_a_war_is_no_events(content: Content) -> None:
    from made_record import ARTICLES, PAGES, VIEW

    for when in (None, Interval(date(2021, 1, 1), date(2021, 3, 5), "stated")):
        events = tuple(replace(e, when=when) if e.id == "e1" else e for e in VIEW.events)
        spread = make_content(PAGES, list(ARTICLES.values()), replace(VIEW, events=events))
        assert make_counting(spread, "conservative").of_event("e1", "killed") is None
        assert (content.unplaced, spread.unplaced) == (0, 4)


def test_one_article_is_counted_by_itself(content: Content) -> None:
    counting = make_counting(content, "conservative")
    found = [counting.in_article("e1", article, "killed") for article in ("a1", "a2", "a3", "a4")]
    assert [t and t.best for t in found] == [14, 14, 20, None]


def test_the_table_in_the_documentation_is_what_the_rules_make() -> None:
    text = (Path(__file__).parents[3] / "docs/exports.md").read_text(encoding="utf-8")
    written = {m[1]: tuple(map(int, m[2].split("|"))) for m in re.finditer(r"^\| (\w+) \| ((?:\d+ \| ){4}\d+) \|$", text, re.MULTILINE)}
    computed = {}
    for name, rule in RULES.items():
        found = [t for events in (THREE, [figure("dozens", 24, None)]) if (t := toll(events, "killed", rule, INDEX))]
        sums = tuple(int(sum(v for v in column if v is not None)) for column in zip(*((t.low, t.best, t.high) for t in found), strict=True))
        computed[name] = (len(found), *sums, sum(t.best is None for t in found))
    assert written == computed


def test_totals_tell_the_rules_apart(content: Content) -> None:
    killed = {t.rule: (t.events, t.low, t.best, t.high, t.undecided) for t in totals(content) if t.measure == "killed"}
    assert killed == {
        "conservative": (1, 14, 14, 20, 0),
        "representative": (1, 14, 14, 20, 0),
        "ranges": (1, 14, 0, 20, 1),
        "acled": (1, 14, 14, 20, 0),
    }
