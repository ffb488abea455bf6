"""Which country an official serves whose own is not stated, by the countries the article names."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.actors.homes import Sighting, find_sightings, home_by_story, home_of_place
from parley.actors.mentions import Mention


def sentences(*sizes: int) -> Doc:
    """Returns a text of sentences with so many words each."""
    words = [f"w{i}" for i in range(sum(sizes))]
    starts = {sum(sizes[:i]) for i in range(len(sizes))}
    return Doc(spacy.blank("en").vocab, words=words, sent_starts=[i in starts for i in range(len(words))])


def seen(*rows: tuple[str, int, int]) -> list[Sighting]:
    """Returns sightings (country, sentence's first token, 1 for one that is away)."""
    return [Sighting(code, at, at, bool(away)) for code, at, away in rows]


@pytest.mark.parametrize(
    ("sightings", "home", "why"),
    [
        (seen(("NOR", 5, 0)), "NOR", "the only country of the sentence"),
        (seen(("NOR", 5, 1)), None, "a country that is only visited"),
        (seen(("NOR", 5, 0), ("PER", 5, 1)), None, "one acts, another is dealt with, and nothing else tells"),
        (seen(("NOR", 5, 0), ("PER", 5, 0)), None, "two that act"),
        (seen(("NOR", 0, 0), ("NOR", 10, 0)), "NOR", "none in the sentence, one in the story"),
        (seen(("NOR", 0, 0)), None, "a single name elsewhere is too little"),
        (seen(("NOR", 0, 0), ("NOR", 10, 0), ("PER", 0, 0), ("PER", 10, 0)), None, "a story of two countries"),
        (seen(("NOR", 0, 0), ("NOR", 10, 0), ("PER", 5, 1)), None, "the sentence speaks of another country"),
        (seen(("NOR", 0, 0), ("NOR", 10, 0), ("NOR", 5, 0), ("PER", 5, 0)), "NOR", "the story decides between two"),
    ],
)
def test_home_by_story(sightings: list[Sighting], home: str | None, why: str) -> None:
    assert home_by_story(sentences(5, 5, 5), sightings, 6) == home, why
    assert home_by_story(sentences(5, 5, 5), sightings[::-1], 6) == home, "order does not matter"


@pytest.mark.parametrize(
    ("words", "deps", "heads", "lemmas", "at", "is_away"),
    [
        ("Norway 's parliament sat", "nmod:poss case nsubj root", (2, 0, 3, 3), "Norway 's parliament sit", 0, False),
        ("Norway said no", "nsubj root obj", (1, 1, 1), "Norway say no", 0, False),
        ("talks with Norway", "root case nmod", (0, 2, 0), "talk with Norway", 2, True),
        ("talks with Norwegian envoys", "root case amod nmod", (0, 3, 3, 0), "talk with Norwegian envoy", 2, True),
        ("he visited Norway", "nsubj root obj", (1, 1, 1), "he visit Norway", 2, True),
        ("he ruled Norway", "nsubj root obj", (1, 1, 1), "he rule Norway", 2, False),
        ("Norway - backed rebels", "obl punct amod root", (2, 2, 3, 3), "Norway - back rebel", 0, True),
    ],
)
def test_a_country_acts_or_is_away(words: str, deps: str, heads: tuple[int, ...], lemmas: str, at: int, is_away: bool) -> None:
    doc = Doc(spacy.blank("en").vocab, words=words.split(), deps=deps.split(), heads=list(heads), lemmas=lemmas.split())
    mention = Mention(at, at + 1, "LOC", words.split()[at])
    (found,) = find_sightings(doc, [mention], {at: "Norway"})
    assert (found.code, found.is_away) == ("NOR", is_away)


@pytest.mark.parametrize(("name", "country"), [("lyon", "FR"), ("victoria", None), ("nowhere at all", None)])
def test_home_of_a_place(name: str, country: str | None) -> None:
    found = home_of_place(name)
    assert (found.alpha2 if found else None) == country
