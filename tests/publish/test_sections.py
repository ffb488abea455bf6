"""Each section's values: what the templates are told to write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_record import ARTICLES, CLAIMS, COMMITMENTS, ELSEWHERE, EVENTS, ISSUES, PAGES, RUNS, SHELLED, STATEMENTS, VIEW, cite, claim, day, report

from parley.model import CopyLink, Interval, Source
from parley.publish.bounds import bounds_label
from parley.publish.chart import label_points, make_charts
from parley.publish.copy_trees import make_passages, make_trees
from parley.publish.event_views import EventView, event_views
from parley.publish.index import Index, make_index
from parley.publish.ledger import OWN_VOICE, Figure, by_measure, make_ledger
from parley.publish.network import make_network
from parley.publish.people import make_actors, make_places
from parley.publish.report import ReportView, make_report
from parley.publish.speech import NO_SPEAKER, make_speakers
from parley.publish.steps import make_steps
from parley.publish.timeline import make_days, make_picture


@pytest.fixture(scope="module")
def report_view() -> ReportView:
    return make_report(PAGES, list(ARTICLES.values()), VIEW, ISSUES, RUNS)


@pytest.fixture(scope="module")
def events(index: Index) -> tuple[EventView, ...]:
    return event_views(index, EVENTS, {"e1": ["d1"]})


def figures(index: Index) -> tuple[Figure, ...]:
    return make_ledger(index, CLAIMS)


def test_the_figures_at_the_top_count_what_the_sections_hold(report_view: ReportView) -> None:
    assert (report_view.page_count, report_view.source_count) == (5, 3)
    assert [(c.number, c.word, c.href) for c in report_view.counts] == [
        (1, "story", "#s1"),
        (3, "events", "#s1-events"),
        (4, "casualty claims", "#s1-figures"),
        (2, "disagreements", "#s1-disagreements"),
        (2, "next steps", "#s1-steps"),
        (1, "page without a date", "#p4"),
        (2, "issues", "#issues"),
    ]


def test_what_no_story_holds_stands_under_its_own_heading(report_view: ReportView) -> None:
    assert [(s.title, s.is_rest, len(s.articles), len(s.events)) for s in report_view.stories] == [
        ("Shelling of Vesk", False, 3, 2),
        ("Outside any story", True, 1, 1),
    ]


def test_sources_are_numbered_by_their_first_article(index: Index) -> None:
    assert [(s.tag, s.name, s.articles) for s in sorted(index.sources.values(), key=lambda s: s.tag)] == [
        ("S1", "Meridian", 2),
        ("S2", "Vesk Courier", 1),
        ("S3", '"><script>alert(3)</script>', 1),
    ]


def test_an_event_has_one_column_a_source_and_no_copy_of_a_column(events: tuple[EventView, ...]) -> None:
    event = events[0]
    assert [(c.source.tag, [q.text for q in c.quotes]) for c in event.columns] == [
        ("S1", ["Sudmark shelled Vesk on Thursday.", "Sudmark bombed Vesk on Thursday."]),
        ("S2", ["Sudmark shelled Torn on Friday"]),
    ]
    assert (event.independent, event.disputes, event.type) == (2, ("d1",), "Attack")


def test_agreement_is_one_cell_and_difference_shows_both(events: tuple[EventView, ...]) -> None:
    rows = {r.label: r for r in events[0].rows}
    assert (rows["Who"].standing, rows["Who"].cells, rows["Who"].given_by) == ("agree", ("Sudmark",), 2)
    assert (rows["When"].standing, rows["When"].cells) == ("differ", ("4 March 2021", "5 March 2021"))
    assert (rows["Certainty"].standing, rows["Certainty"].cells, rows["Certainty"].given_by) == ("agree", ("probable",), 1)
    assert "Outcome" not in rows


def test_answers_with_something_in_common_overlap(index: Index) -> None:
    more = report("r9", "a2", "s1", "Sudmark bombed Vesk on Thursday.", when=day("2021-03-05"))
    wider = replace(index, reports={**index.reports, "r9": more})
    (view,) = event_views(wider, [replace(EVENTS[0], reports=("r1", "r9", "r3"))], {})
    assert {r.label: r.standing for r in view.rows}["When"] == "overlap"


@pytest.mark.parametrize(("first", "second", "doubtful"), [(10, 12, True), (10, 80, False), (10, None, False)])
def test_an_event_is_doubtful_when_all_its_readings_are(index: Index, first: int, second: int | None, doubtful: bool) -> None:
    read = {"r1": report("r1", "a1", "s1", SHELLED, chance=first), "r3": report("r3", "a3", "s2", ELSEWHERE, chance=second)}
    (view,) = event_views(replace(index, reports=read), [replace(EVENTS[0], reports=("r1", "r3"))], {})
    assert view.is_doubtful is doubtful
    assert {r.label: r.cells for r in view.rows}["Reading"][0] == "unsure: fewer than 20 in 100 like it are right"


def test_events_are_in_order_of_time_and_undated_ones_last(events: tuple[EventView, ...]) -> None:
    assert [(e.id, e.when) for e in events] == [("e1", "4–5 March 2021"), ("e2", "9 March 2021"), ("e3", "no date")]


def test_copies_of_a_claim_make_one_row_and_parts_stand_below_their_whole(index: Index) -> None:
    assert [(f.bounds, f.who, f.depth, [s.tag for s in f.sources], len(f.cites)) for f in figures(index)] == [
        ("≥ 14", "people", 0, ["S1"], 2),
        ("3", "children", 1, ["S1"], 1),
        ("20", "people", 0, ["S2"], 1),
    ]


def test_a_figure_shows_its_words_window_and_claimant(index: Index) -> None:
    toll, _, there = figures(index)
    assert (toll.words, toll.window, toll.claimant) == ("At least 14", "until 4 March 2021", "the hospital")
    assert (there.words, there.window, there.printed) == ("", "", "7 March 2021")
    assert (there.perpetrator, there.certainty) == ("Sudmark", "certain")


def test_nobody_named_is_the_articles_own_voice(index: Index) -> None:
    (figure,) = make_ledger(index, [claim("c9", "a3", "s2", "20", "20 people were killed there", low=20.0, high=20.0)])
    assert (figure.claimant, figure.has_claimant) == (OWN_VOICE, False)


def test_a_circle_of_parts_comes_to_an_end(index: Index) -> None:
    circle = [replace(CLAIMS[0], part_of="c4"), replace(CLAIMS[3], part_of="c1")]
    assert sorted((f.id, f.depth) for f in make_ledger(index, circle)) == [("c1", 1), ("c4", 0)]


def test_a_part_stands_with_its_whole_whatever_it_counts(index: Index) -> None:
    part = replace(CLAIMS[1], item=replace(CLAIMS[1].item, measure="injured"))
    assert [(m.name, len(m.figures)) for m in by_measure(make_ledger(index, [CLAIMS[0], part]))] == [("killed", 2)]


@pytest.mark.parametrize(
    ("low", "high", "label"),
    [(14.0, None, "≥ 14"), (None, 20.0, "≤ 20"), (9.0, 9.0, "9"), (10.0, 12.0, "10–12"), (290000.0, None, "≥ 290,000"), (1.5, 1.5, "1.5")],
)
def test_bounds(low: float | None, high: float | None, label: str) -> None:
    assert bounds_label(low, high) == label


def test_the_chart_gives_each_claimant_a_shape_and_open_bounds_an_arrow(index: Index) -> None:
    (chart,) = make_charts(figures(index))
    assert chart.measure == "killed"
    assert {p.figure.bounds: (p.shape, p.up, p.down) for p in chart.points} == {"≥ 14": ("square", True, False), "20": ("circle", False, False)}
    assert dict(chart.legend) == {"circle": "Ada Brandt", "square": "the hospital"}
    low, high = sorted(chart.points, key=lambda p: p.figure.low or 0)
    assert low.x < high.x
    assert low.y > high.y


def test_a_label_that_would_run_over_the_edge_stands_to_the_left(index: Index) -> None:
    (chart,) = make_charts(figures(index))
    point = chart.points[0]
    near, far = label_points([replace(point, x=50.0), replace(point, x=480.0)], 500)
    assert (near.is_left, far.is_left) == (False, True)


@pytest.mark.parametrize("figure", [float("inf"), 1e300])
def test_a_figure_beyond_counting_is_told_and_not_drawn(figure: float, index: Index) -> None:
    mad = replace(CLAIMS[3], id="c9", item=replace(CLAIMS[3].item, low=figure, high=None))
    rows = make_ledger(index, [*CLAIMS, mad])
    assert len(rows) == 4
    assert all(len(f.bounds) < 20 for f in rows)
    assert [len(c.points) for c in make_charts(rows)] == [2]


def test_one_figure_makes_no_chart(index: Index) -> None:
    assert make_charts(figures(index)[:1]) == ()


def test_steps_come_by_due_date_with_what_became_of_them(index: Index) -> None:
    steps = make_steps(index, COMMITMENTS, {f.commitment: f for f in VIEW.follow_ups})
    assert [(s.actor, s.due, s.status.text, s.stated.text, s.events) for s in steps] == [
        ("Ilo Varga", "9 March 2021", "kept", "scheduled", ("e2",)),
        ("", "", "pledged", "pledged", ()),
    ]


def test_the_same_words_printed_twice_are_one_statement(index: Index) -> None:
    speakers = make_speakers(index, STATEMENTS)
    assert [(s.name, len(s.sayings)) for s in speakers] == [("Ilo Varga", 1), (NO_SPEAKER, 2)]
    assert [c.page for c in speakers[0].sayings[0].also] == ["p2"]
    assert [s.denied for s in speakers[1].sayings] == [True, False]


def test_disagreements_name_the_rule_and_both_sides(report_view: ReportView) -> None:
    conflict, compatible = report_view.stories[0].quarrels
    assert (conflict.verdict.text, conflict.slot, conflict.why, conflict.about) == ("conflict", "where", "same act, two towns", (("e1", "event"),))
    assert [(v.value, [s.tag for s in v.sources], len(v.cites)) for v in conflict.values] == [("Vesk", ["S1"], 2), ("Torn", ["S2"], 1)]
    assert compatible.about == (("c1", "figure ≥ 14"), ("c4", "figure 20"))


def test_a_place_without_coordinates_is_never_put_somewhere(index: Index) -> None:
    vesk, lost = make_places(index, VIEW.places, EVENTS)
    assert (vesk.name, vesk.position, vesk.events) == ("Vesk", "50.10, 30.20", 1)
    assert (lost.name, lost.position, lost.is_located) == ("Old Mill", "", False)


def test_a_disputed_place_says_so(index: Index) -> None:
    claimed = replace(VIEW.places[0], place=replace(VIEW.places[0].place, disputed=True))
    assert [row.disputed for row in make_places(index, (claimed, *VIEW.places[1:]), EVENTS)] == [True, False]


def test_actors_come_with_roles_other_names_and_what_they_did(index: Index) -> None:
    rows = {a.name: a for a in make_actors(index, VIEW.actors, EVENTS)}
    (role,) = rows["Ilo Varga"].roles
    assert (role.words, role.days, rows["Ilo Varga"].others, rows["Ilo Varga"].acts) == ("envoy", "5 March 2021", ("Varga",), 1)
    assert (rows["Sudmark"].acts, rows["Sudmark"].articles) == (1, 3)


def test_the_tree_starts_with_the_earliest_and_marks_the_words_that_differ(index: Index) -> None:
    tree, *single = make_trees(index, VIEW)
    assert [(r.page, r.depth, r.kind, r.share) for r in tree.rows] == [("p1", 0, "", ""), ("p2", 1, "copy", "90%")]
    difference = tree.rows[1].difference
    assert difference is not None
    changes = [(c.kind, c.text) for c in difference.changes if c.kind in ("cut", "added")]
    assert ("cut", "shelled") in changes
    assert ("added", "bombed") in changes
    assert all(t.is_single for t in single)


def test_links_that_run_in_a_circle_still_make_a_tree() -> None:
    links = (CopyLink("a1", "a2", "copy", 0.9), CopyLink("a2", "a3", "copy", 0.8), CopyLink("a3", "a1", "copy", 0.7))
    view = replace(VIEW, links=links, sources=(Source("s", ("a1", "a2", "a3")),))
    index = make_index(PAGES, list(ARTICLES.values()), view)
    assert [(r.page, r.depth) for r in make_trees(index, view)[0].rows] == [("p1", 0), ("p2", 1), ("p3", 2)]


def test_a_passage_shared_between_sources_joins_no_tree(index: Index) -> None:
    (passage,) = make_passages(index, VIEW.links)
    assert (passage.kind, passage.share, passage.left.page, passage.right.page) == ("shared passage", "10%", "p1", "p3")


def test_the_network_joins_those_who_meet_and_points_from_actor_to_recipient(events: tuple[EventView, ...]) -> None:
    acted = replace(events[0], recipients=("Norland",))
    network = make_network([acted, events[1]])
    assert network is not None
    assert {(e.actor, e.recipient, e.directed, e.lane) for e in network.edges} == {
        ("Sudmark", "Norland", True, 3),
        ("Ada Brandt", "Ilo Varga", False, 0),
    }
    assert sorted(n.name for n in network.nodes) == ["Ada Brandt", "Ilo Varga", "Norland", "Sudmark"]


def test_what_did_not_happen_is_no_relation(events: tuple[EventView, ...]) -> None:
    denied = replace(events[0], recipients=("Norland",), modality=replace(events[0].modality, key="negated"))
    assert make_network([denied]) is None


def test_the_picture_shows_ranges_as_bars_and_plans_hollow(events: tuple[EventView, ...]) -> None:
    picture = make_picture(EVENTS, events)
    assert picture is not None
    dots = {d.event: d for lane in picture.lanes for d in lane.dots}
    assert set(dots) == {"e1", "e2"}
    assert (dots["e1"].is_range, dots["e1"].key) == (True, "held")
    assert (dots["e2"].is_range, dots["e2"].key) == (False, "planned")
    assert dots["e1"].x2 < dots["e2"].x


def test_a_stray_date_does_not_press_the_others_together(events: tuple[EventView, ...]) -> None:
    days = [date(2021, 3, n) for n in range(1, 9)] + [date(1950, 1, 1)]
    many = [replace(EVENTS[1], id=f"x{n}", when=Interval.day(d, "stated")) for n, d in enumerate(days)]
    views = [replace(events[1], id=e.id) for e in many]
    picture = make_picture(many, views)
    assert picture is not None
    assert picture.outside == 1
    assert sum(len(lane.dots) for lane in picture.lanes) == 8


def test_the_days_tell_every_dated_event_and_quote_the_best_sentence(index: Index, events: tuple[EventView, ...]) -> None:
    rows = make_days(index, VIEW.timeline, events)
    assert [(r.label, [e.id for e in r.events], r.is_range, r.is_key) for r in rows] == [
        ("4–5 March 2021", ["e1"], True, False),
        ("9 March 2021", ["e2"], False, True),
    ]
    assert rows[1].best == index.cite(cite("a1", "Ada Brandt will meet Ilo Varga on 9 March."))


def test_a_page_that_gave_no_article_is_listed_with_its_issues(report_view: ReportView) -> None:
    assert [(u.address, u.messages) for u in report_view.unread] == [("folder/empty.txt", ("the page is empty",))]
