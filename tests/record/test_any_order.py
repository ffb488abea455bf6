"""Random accounts: whatever the order and the number of builds, the same events, each report in one, none with two that are parted."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import ACTORS, GENEVA, TORN, VESK, Writer, alone

from parley.model import Source
from parley.record import Rules, View, build_view
from parley.record.build import setting_of
from parley.record.events import Candidate
from parley.record.events.happening import candidate
from parley.record.events.parting import are_parted
from parley.record.happenings import Happenings

TEXT = "Ada Brandt met Ilo Varga in Geneva. Norland shelled Vesk and Torn. Sudmark promised to free 40 prisoners. The siege goes on. It struck."
ACTS = (
    ("met", "CONSULT", None), ("shelled", "ASSAULT", None), ("promised", "AGREE", "release"), ("free", "RETREAT", "release"),
    ("siege", "COERCE", "restrict"), ("struck", "ASSAULT", None),
)  # fmt: skip
DAYS = (None, "2021-03-05", "2021-03-06", "2021-03-01/2021-03-07")
REPORT = st.tuples(
    st.sampled_from(ACTS),
    st.lists(st.sampled_from(sorted(ACTORS)), max_size=2, unique=True),
    st.sampled_from(DAYS),
    st.sampled_from((None, GENEVA, VESK, TORN)),
    st.sampled_from(("asserted", "asserted", "future", "negated")),
)
ARTICLE = st.tuples(st.lists(REPORT, min_size=1, max_size=4), st.sampled_from((None, "2021-03-04", "2021-03-06", "2021-03-12")))


def write(number: int, article: tuple[list[tuple[object, ...]], str | None]) -> Writer:
    writer = Writer(f"a{number}", TEXT, article[1])
    for (word, type_, mode), actors, when, where, modality in article[0]:
        writer.report(word, type_, *actors, mode=mode, when=when, where=where, modality=modality)
    return writer


def build(writers: list[Writer], dice: Random) -> View:
    """Builds a view of the articles in a random order; the first two are copies, all are of one happening but the last."""
    shuffled = dice.sample(writers, len(writers))
    names = sorted(w.id for w in writers)
    groups = tuple(group for group in (tuple(names[:-1]), tuple(names[-1:])) if group)
    copies = [Source("s-copies", tuple(names[:2])), *(s for s in alone(*writers) if s.articles[0] not in names[:2])]
    rules = Rules(Happenings(groups, groups))
    return build_view([w.article for w in shuffled], {w.id: w.reading for w in shuffled}, [], dice.sample(copies, len(copies)), (), rules)


@settings(max_examples=60, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=5), st.integers(0, 10**6))
def test_any_order_and_any_number_of_builds(articles: list[tuple[list[tuple[object, ...]], str | None]], seed: int) -> None:
    writers, dice = [write(number, article) for number, article in enumerate(articles)], Random(seed)
    whole = build(writers, Random(0))
    build(writers[: dice.randint(1, len(writers))], dice)  # an earlier build of some of them leaves nothing behind
    assert build(writers, dice) == whole


@settings(max_examples=60, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=5))
def test_each_report_is_in_one_event_and_none_holds_two_that_are_parted(articles: list[tuple[list[tuple[object, ...]], str | None]]) -> None:
    writers = [write(number, article) for number, article in enumerate(articles)]
    view = build(writers, Random(0))
    told = [report for event in view.events for report in event.reports]
    assert sorted(told) == sorted(r.id for r in view.reports)
    found = candidates(view, writers)
    assert not any(are_parted(found[a], found[b]) for event in view.events for a, b in combinations(event.reports, 2))


def candidates(view: View, writers: list[Writer]) -> dict[str, Candidate]:
    setting = setting_of(view.actors, None, view.places)
    articles = {w.id: w.article for w in writers}
    return {filed.id: candidate(filed, articles[filed.article], setting) for filed in view.reports}
