"""Which articles are on one event, and which events are one story."""

from __future__ import annotations

import random
from datetime import date, timedelta
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept import Kept

from parley.model import Interval
from parley.record import pairing
from parley.record.happenings import Happenings, adopt_strays, group_entries, group_happenings
from parley.record.likeness import Pairs
from parley.record.memory import Memory
from parley.record.pairing import Entry, find_pairs
from parley.record.terms import Gist, HappeningInput, keep_gists

QUAKE = "A strong earthquake struck Belmora on Monday, killing 40 people and cutting the railway, the Belmora mayor Odile Tarn said."
QUAKE_AGAIN = "Rescuers in Belmora searched for survivors of the earthquake that killed 40; mayor Odile Tarn asked for tents."
STRIKE = "Dock workers in Quist walked out over pay; the Quist harbour union led by Juno Pell wants nine crowns an hour."
STRIKE_AGAIN = "The harbour of Quist stood still as the dock workers' union of Juno Pell demanded more pay per hour."


def item(name: str, text: str, day: int | None = None, **more: frozenset[str]) -> HappeningInput:
    published = None if day is None else Interval.day(date(2021, 3, 1) + timedelta(day), "stated")
    return HappeningInput(name, text, published, **more)


CASES = [
    ("two events", [("a", QUAKE, 0), ("b", QUAKE_AGAIN, 1), ("c", STRIKE, 0), ("d", STRIKE_AGAIN, 2)], (("a", "b"), ("c", "d"))),
    ("dates unknown", [("a", QUAKE, None), ("b", QUAKE_AGAIN, None), ("c", STRIKE, None)], (("a", "b"), ("c",))),
    ("one date unknown", [("a", QUAKE, 0), ("b", QUAKE_AGAIN, None)], (("a", "b"),)),
    ("the same words a month later", [("a", QUAKE, 0), ("b", QUAKE, 30)], (("a",), ("b",))),
    ("empty text", [("a", "", 0), ("b", QUAKE, 0)], (("a",), ("b",))),
    ("nothing", [], ()),
]


@pytest.mark.parametrize(("articles", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_happenings(articles: list[tuple[str, str, int | None]], expected: tuple[tuple[str, ...], ...]) -> None:
    assert group_happenings([item(*article) for article in articles]).happenings == expected


def test_meetings_of_the_same_people_in_two_towns_are_two_happenings_of_one_story() -> None:
    grouped = group_happenings(
        [
            item("a", "Ministers Ada Brandt and Milo Serr met in Vesk on Monday. Aid convoys through the Tarrin pass were on the table in Vesk."),
            item("b", "In Vesk on Monday Brandt and Serr haggled for nine hours over convoys and the Tarrin pass. Vesk police closed a bridge."),
            item("c", "Ada Brandt and Milo Serr sat down in Korda on Friday with a list of prisoners. Families waited in Korda for names."),
            item("d", "A list of 200 prisoners was handed over in Korda, where Serr and Brandt talked on Friday. Families in Korda wept."),
        ]
    )
    assert grouped.happenings == (("a", "b"), ("c", "d"))
    assert grouped.stories == (("a", "b", "c", "d"),)


def _briefing(name: str, *days: int) -> HappeningInput:
    text = f"Ada Brandt and Milo Serr spoke about the truce. {name.upper()} asked whether prisoners are freed; Brandt gave Serr a letter."
    return HappeningInput(name, text, mentioned_days=tuple(Interval.day(date(2021, 3, day), "stated") for day in days))


def test_resolved_days_tell_alike_articles_apart() -> None:
    assert group_happenings([_briefing("a", 1), _briefing("b", 1)]).happenings == (("a", "b"),)
    alike = likeness(_briefing("a", 1), _briefing("b", 1))
    assert likeness(_briefing("a", 1), _briefing("b", 20)) < alike


def test_places_count_where_the_text_has_none() -> None:
    text = "Talks on the truce ended after nine hours, Ada Brandt said."
    one, same, other = (HappeningInput(name, text, places=frozenset({place})) for name, place in (("a", "Vesk"), ("b", "Vesk"), ("c", "Korda")))
    assert likeness(one, other) < likeness(one, same)


def likeness(one: HappeningInput, other: HappeningInput) -> float:
    memory = Memory()
    keep_gists({article.id: Gist.of(article) for article in (one, other)}, memory)
    return float(find_pairs([Entry(article.id, article.id, None) for article in (one, other)], memory).value[0])


def test_a_story_goes_on_after_the_window() -> None:
    grouped = group_happenings([item("a", QUAKE, 0), item("b", QUAKE_AGAIN, 60), item("c", STRIKE, 60)])
    assert grouped.stories == (("a", "b"), ("c",))


def test_two_articles_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        group_happenings([item("a", QUAKE), item("a", STRIKE)])


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(seed: int, dice: random.Random) -> None:
    made = random.Random(seed)
    texts = [QUAKE, QUAKE_AGAIN, STRIKE, STRIKE_AGAIN]
    count = made.randint(0, 12)
    articles = [item(f"p{number}", " ".join(made.sample(texts, made.randint(1, 2))), made.choice([None, 0, 3, 9, 40])) for number in range(count)]
    shuffled = articles.copy()
    dice.shuffle(shuffled)
    grouped = group_happenings(articles)
    assert grouped == group_happenings(shuffled)
    assert sorted(member for group in grouped.happenings for member in group) == sorted(article.id for article in articles)
    story_of = {member: story for story in grouped.stories for member in story}
    assert all(len({story_of[member] for member in group}) == 1 for group in grouped.happenings)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_articles_added_and_taken_away_step_by_step_end_in_the_same_groups(seed: int) -> None:
    """What is recalled is what would be made anew, whatever came and went before."""
    dice, keeper = random.Random(seed), Kept()
    words = (
        "truce siege convoy harbour quake strike Belmora Quist Brandt Serr Vesk Korda prisoners tents railway pay pass letter bridge court".split()
    )
    pool = [
        item(f"p{number}", f"In {dice.choice(words)} {' '.join(dice.choices(words, k=12))}.", dice.choice([None, 0, 1, 4, 9, 12, 40]))
        for number in range(dice.randint(2, 14))
    ]
    with mock.patch.object(pairing, "REMEMBERED", dice.choice([3, 6, 100])):
        for _ in range(4):
            chosen = dice.sample(pool, dice.randint(1, len(pool)))
            assert group(chosen, keeper) == group_happenings(chosen)


def group(items: list[HappeningInput], keeper: Kept) -> Happenings:
    memory = Memory(keeper)
    keep_gists({article.id: Gist.of(article) for article in items}, memory)
    grouped = group_entries([Entry(article.id, article.id, article.published) for article in items], memory)
    keeper.keep(memory)
    return grouped


def alike(*pairs: tuple[int, int, float]) -> Pairs:
    one, other, value = zip(*pairs, strict=True)
    return Pairs(np.array(one, np.int64), np.array(other, np.int64), np.array(value, np.float64))


BIG, OTHER = (0, 1, 2), (3, 4, 5)
TO_BIG = ((0, 6, 0.2), (1, 6, 0.15), (2, 6, 0.1))
STRAYS = [
    ("most like one group", [BIG, OTHER, (6,)], alike(*TO_BIG), [(0, 1, 2, 6), OTHER]),
    ("like none", [BIG, OTHER, (6,)], alike((0, 6, 0.2)), [BIG, OTHER, (6,)]),
    ("as much like another", [BIG, OTHER, (6,)], alike(*TO_BIG, (3, 6, 0.15), (4, 6, 0.15), (5, 6, 0.15)), [BIG, OTHER, (6,)]),
    ("small groups do not adopt", [(0, 1), (2,)], alike((0, 2, 0.17), (1, 2, 0.17)), [(0, 1), (2,)]),
]


@pytest.mark.parametrize(("groups", "pairs", "expected"), [row[1:] for row in STRAYS], ids=[row[0] for row in STRAYS])
def test_strays(groups: list[tuple[int, ...]], pairs: Pairs, expected: list[tuple[int, ...]]) -> None:
    assert adopt_strays(groups, pairs) == expected
