"""What `find_copies` promises: links, sources, and independence of input order."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.copies import CopyInput, find_copies
from parley.model import Interval

_SUBJECTS = "governor harbour convoy delegation brigade observers ministry refugees parliament envoy ferries miners".split()
_VERBS = "crossed rejected inspected abandoned welcomed delayed surrounded repaired escorted photographed".split()
_THINGS = "bridge shipment proposal checkpoint warehouse treaty orchard railway hospital archive reservoir depot".split()
_TOWNS = "Vesk Orlan Tarrin Belmora Quist Narva Ostrel Pellan Dravos Ilmen Korda Sarn".split()


def write_story(seed: int, sentences: int = 10) -> list[str]:
    """Writes sentences that no other seed writes."""
    dice = random.Random(seed)
    return [
        f"The {dice.choice(_SUBJECTS)} of {dice.choice(_TOWNS)} {dice.choice(_VERBS)} the {dice.choice(_THINGS)} near {dice.choice(_TOWNS)} after "
        f"{dice.randint(3, 997)} {dice.choice(_SUBJECTS)} {dice.choice(_VERBS)} a {dice.choice(_THINGS)} worth {dice.randint(1000, 9999)} crowns."
        for _ in range(sentences)
    ]


def day(number: int) -> Interval:
    return Interval.day(date(2021, 3, number), "stated")


STORY = write_story(1)
SPEECH = (
    "“We crossed the frozen reservoir at night and nobody in Belmora opened a door,” she said. "
    "“My brother carried nine blankets and an archive of letters.”"
)

CASES = [
    ("same text", " ".join(STORY), " ".join(STORY), "copy"),
    ("end cut off", " ".join(STORY), " ".join(STORY[:5]), "partial"),
    ("wrapped", " ".join(STORY), " ".join(write_story(2, 6) + STORY + write_story(3, 6)), "partial"),
    ("pasted twice", " ".join(STORY), " ".join(STORY + STORY), "copy"),
    ("shuffled", " ".join(STORY), " ".join(STORY[::-1]), "copy"),
    ("reworded", " ".join(STORY), " ".join(STORY).replace("after", "once").replace("near", "close to").replace("worth", "valued at"), "rewrite"),
    ("one sentence lifted", " ".join(STORY), " ".join([*write_story(4), STORY[3]]), "shared_passage"),
    ("one quotation shared", " ".join([*STORY, SPEECH]), " ".join([*write_story(5), SPEECH]), "shared_quote"),
    ("nothing shared", " ".join(STORY), " ".join(write_story(6)), None),
    ("empty", " ".join(STORY), "", None),
]


@pytest.mark.parametrize(("earlier", "later", "kind"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_kind(earlier: str, later: str, kind: str | None) -> None:
    found = find_copies([CopyInput("b", earlier, published=day(3)), CopyInput("a", later, published=day(5))])
    assert [(link.earlier, link.later, link.kind) for link in found.links] == ([("b", "a", kind)] if kind else [])
    assert len(found.sources) == (1 if kind in {"copy", "partial", "rewrite"} else 2)


def test_page_pasted_together_does_not_join_its_origins() -> None:
    one, two = write_story(7), write_story(8)
    found = find_copies(
        [
            CopyInput("one", " ".join(one), published=day(1)),
            CopyInput("two", " ".join(two), published=day(1)),
            CopyInput("mosaic", " ".join(one[:6] + two[:5]), published=day(2)),
        ]
    )
    assert {source.articles for source in found.sources} == {("mosaic", "one"), ("two",)}


@pytest.mark.parametrize(("agency", "number", "expected"), [("Tarrin Press", 2, 1), ("Tarrin Press", 9, 2), ("Other Wire", 2, 2)])
def test_one_agencys_unprinted_wire_is_one_source(agency: str, number: int, expected: int) -> None:
    wire = write_story(11, 2)
    one = CopyInput("a", " ".join(wire + write_story(12, 7)), agency="Tarrin Press", published=day(2))
    other = CopyInput("b", " ".join(write_story(13, 7) + wire), agency=agency, published=day(number))
    found = find_copies([one, other])
    assert [link.kind for link in found.links] == ["shared_passage"]
    assert len(found.sources) == expected


def test_undated_mosaic_is_the_later() -> None:
    one, two = write_story(7), write_story(8)
    articles = [CopyInput("a", " ".join(one[:6] + two[:6])), CopyInput("b", " ".join(one)), CopyInput("c", " ".join(two))]
    found = find_copies(articles)
    assert [(link.earlier, link.later) for link in found.links] == [("b", "a"), ("c", "a")]
    assert len(found.sources) == 2


def test_two_articles_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        find_copies([CopyInput("a", "text"), CopyInput("a", "other text")])


def _collection(seed: int) -> list[CopyInput]:
    """Derives some articles from each of a few stories: whole, cut, reordered or mixed."""
    dice = random.Random(seed)
    stories = [write_story(dice.randint(10, 10**6), dice.randint(4, 12)) for _ in range(6)]
    made = []
    for number in range(12):
        body = list(dice.choice(stories))
        if dice.random() < 0.4:
            body = body[: dice.randint(2, len(body))]
        if dice.random() < 0.3:
            body += dice.choice(stories)[:5]
        if dice.random() < 0.3:
            dice.shuffle(body)
        published = day(dice.randint(1, 28)) if dice.random() < 0.7 else None
        made.append(CopyInput(f"p{number}", " ".join(body), published=published, agency=dice.choice([None, None, "Agency One"])))
    return made


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(seed: int, dice: random.Random) -> None:
    articles = _collection(seed)
    shuffled = articles.copy()
    dice.shuffle(shuffled)
    assert find_copies(articles) == find_copies(shuffled)


@given(st.integers(0, 10**6))
@settings(max_examples=10, deadline=None)
def test_every_article_is_in_exactly_one_source(seed: int) -> None:
    articles = _collection(seed)
    members = [member for source in find_copies(articles).sources for member in source.articles]
    assert sorted(members) == sorted(article.id for article in articles)
