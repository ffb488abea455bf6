"""Whatever was known before and whatever comes anew, the result is that of comparing every article with every other."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.copies import CopyInput, CopyResult, Known, candidates, extend_copies, find_copies
from parley.copies.find import settle
from parley.copies.links import link_pairs
from parley.copies.mosaics import turn_mosaics
from parley.copies.profile import MOST_SENTENCES
from parley.model import Interval

_SYLLABLES = "ba ko tri ves mo lan der ish qua nel pro sti gar ume fo".split()


def write_sentence(dice: random.Random) -> str:
    """Writes fifteen words or more that nobody else has written."""
    return " ".join("".join(dice.choices(_SYLLABLES, k=dice.randint(2, 5))) for _ in range(dice.randint(15, 22))).capitalize() + "."


def make_articles(seed: int, count: int, stories: int) -> list[CopyInput]:
    """Makes articles of a few stories: whole, cut, shuffled, wrapped, or of two stories."""
    dice = random.Random(seed)
    told = [[write_sentence(dice) for _ in range(dice.randint(3, 9))] for _ in range(stories)]
    made = []
    for number in range(count):
        body = list(dice.choice(told))
        chance = dice.random()
        if chance < 0.3:
            body = body[: dice.randint(1, len(body))]
        elif chance < 0.5:
            body = body[:5] + dice.choice(told)[:5]
        elif chance < 0.7:
            body = dice.sample([*body, *(write_sentence(dice) for _ in range(dice.randint(0, 4)))], len(body))
        day = Interval.day(date(2021, 3, 1) + timedelta(dice.randint(0, 20)), "stated") if dice.random() < 0.7 else None
        made.append(CopyInput(f"{dice.getrandbits(32):08x}-{number}", " ".join(body), published=day, agency=dice.choice([None, None, "Vesk Wire"])))
    return made


def compare_all(articles: Sequence[CopyInput]) -> CopyResult:
    """Scores every pair there is."""
    known = {article.id: Known.of(article) for article in articles}
    every_pair = np.array([(i, j) for i in range(len(known)) for j in range(i + 1, len(known))])
    return settle(known, turn_mosaics(link_pairs(list(known.values()), every_pair), known))


def grow(articles: Sequence[CopyInput], cuts: Sequence[int]) -> CopyResult:
    """Adds the articles in parts, as successive builds do."""
    result, known = CopyResult((), ()), list[Known]()
    for first, last in pairwise([0, *sorted(cuts), len(articles)]):
        known += [Known.of(article) for article in articles[first:last]]
        result = extend_copies(known, result)
    return result


def test_equals_comparison_of_all_pairs() -> None:
    articles = make_articles(1, count=500, stories=120)
    found = find_copies(articles)
    assert len({link.kind for link in found.links}) >= 3
    assert found == compare_all(articles)


_CUTS = st.lists(st.integers(0, 40), max_size=4)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), _CUTS)
def test_grown_in_parts_is_the_same_as_made_at_once(seed: int, cuts: list[int]) -> None:
    articles = make_articles(seed, count=40, stories=6)
    assert grow(articles, cuts) == find_copies(articles)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6), cuts=_CUTS, few=st.integers(1, 6), hubs=st.integers(1, 3))
def test_crowded_stories_grow_alike(seed: int, cuts: list[int], few: int, hubs: int) -> None:
    articles = make_articles(seed, count=40, stories=3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "FEW_HOLDERS", few)
        patch.setattr(candidates, "HUBS", hubs)
        assert grow(articles, cuts) == find_copies(articles)


@pytest.mark.parametrize("days", [28, 0])
def test_a_story_printed_very_often_is_one_source(days: int) -> None:
    dice = random.Random(5)
    story = " ".join(write_sentence(dice) for _ in range(6))
    dates = [Interval.day(date(2021, 3, 1 + number % days), "stated") if days else None for number in range(200)]
    found = find_copies([CopyInput(f"a{number:03}", story, published=published) for number, published in enumerate(dates)])
    assert len(found.sources) == 1
    assert len(found.links) < 200 * candidates.HUBS


def test_sentences_beyond_the_limit_are_not_compared() -> None:
    dice = random.Random(7)
    story = [write_sentence(dice) for _ in range(MOST_SENTENCES + 4)]
    start, end = (CopyInput(name, " ".join(part)) for name, part in (("a", story), ("b", story[MOST_SENTENCES:])))
    assert not find_copies([start, end]).links
    assert find_copies([start, CopyInput("b", " ".join(story[:4]))]).links


def test_one_new_page_can_merge_two_sources() -> None:
    dice = random.Random(6)
    story = [write_sentence(dice) for _ in range(12)]
    days = [Interval.day(date(2021, 3, number), "stated") for number in (1, 2, 3)]
    first, last = CopyInput("b", " ".join(story[:6]), published=days[1]), CopyInput("c", " ".join(story[6:]), published=days[2])
    whole = CopyInput("a", " ".join(story), published=days[0])
    before = find_copies([first, last])
    after = extend_copies([Known.of(article) for article in (first, last, whole)], before)
    assert len(before.sources) == 2
    assert [source.articles for source in after.sources] == [("a", "b", "c")]


def test_an_old_article_must_not_be_missing() -> None:
    dice = random.Random(8)
    articles = [CopyInput(name, write_sentence(dice)) for name in "ab"]
    with pytest.raises(ValueError, match="missing"):
        extend_copies([Known.of(articles[0])], find_copies(articles))


@pytest.mark.parametrize(
    ("held_by", "published", "opened"), [(60, 20, 0), (60, 0, 1), (candidates.FEW_HOLDERS, 20, candidates.FEW_HOLDERS), (10, 20, 0)]
)
def test_a_phrase_that_many_hold_stirs_no_more_than_it_parts(held_by: int, published: int, opened: int) -> None:
    """One that was crowded before parts none but the hub it pushes out; one that becomes so parts all its holders."""
    dice = random.Random(9)
    phrase = " ".join(write_sentence(dice) for _ in range(3))
    days = [10] * held_by + [published]
    prints = [Known.of(CopyInput(f"{number}", f"{write_sentence(dice)} {phrase}")).print for number in range(len(days))]
    in_line = sorted(range(len(days)), key=lambda number: (days[number], number))
    is_new = np.array([number == held_by for number in in_line])
    _, is_open = candidates.find_pairs([prints[number] for number in in_line], is_new)
    assert is_open.sum() == opened + 1
