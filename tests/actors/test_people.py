from __future__ import annotations

import pytest

from parley.actors.mentions import Mention
from parley.actors.people import Title, agree, core, gender_of, name_people, name_words, person_name
from parley.lexicon.actors import actors_by_key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("John Kerry", "John F. Kerry", True),
        ("Sergey Lavrov", "Sergei Lavrov", True),
        ("Staffan De Mistura", "Staffan de Mistura", True),
        ("J. Arlen Vost", "John Vost", True),
        ("Hafez al-Assad", "Bashar al-Assad", False),
        ("Bill Clinton", "Hillary Clinton", False),
        ("John Kerry", "John Kirby", False),
    ],
)
def test_full_names_agree(one: str, other: str, same: bool) -> None:
    assert agree(name_words(one), name_words(other)) is same
    assert agree(name_words(other), name_words(one)) is same


def test_core_drops_particles_but_never_everything() -> None:
    assert core(("de", "mistura")) == ("mistura",)
    assert core(("al",)) == ("al",)


@pytest.mark.parametrize(("name", "gender"), [("Hillary Clinton", "f"), ("Sergei Lavrov", "m"), ("Qwert Zuiop", "?")])
def test_gender(name: str, gender: str) -> None:
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    ("names", "whose"),
    [
        (("Ada Brandt", "Brandt", "Brandt", "Carl Brandt", "Brandt"), "Ada Brandt"),
        (("Ada Brandt", "Carl Brandt", "Brandt"), "Carl Brandt"),
        (("Ada Brandt", "Brandt", "Carl Brandt", "Carl Brandt", "Brandt"), "Carl Brandt"),
    ],
    ids=["a brother named once outdoes no hero", "the later of two equals", "equals again"],
)
def test_a_bare_family_name_is_the_one_named_oftener_or_later(names: tuple[str, ...], whose: str) -> None:
    mentions = [Mention(3 * i, 3 * i + 1, "PERSON", name) for i, name in enumerate(names)]
    assert person_name(name_people(mentions)[3 * len(names) - 3]) == whose


PRESIDENT, MRS, MR = Title(frozenset(("president",))), Title(gender="f"), Title(gender="m")


@pytest.mark.parametrize(
    ("names", "titles", "whose"),
    [
        (("Ada Brandt", "Carl Brandt", "Ada", "Ada", "Brandt"), {}, "Carl Brandt"),
        (("Melania Trump", "Donald Trump", "Melania Trump", "Trump"), {}, "Melania Trump"),
        (("Donald Trump", "Melania Trump", "Trump"), {}, "Donald Trump"),
        (("Ada Brandt", "Carl Brandt", "Brandt"), {0: PRESIDENT}, "Ada Brandt"),
        (("Ada Brandt", "Carl Brandt", "Carl Brandt", "Carl Brandt", "Brandt"), {0: PRESIDENT, 4: PRESIDENT}, "Ada Brandt"),
        (("Hillary Brandt", "Bill Brandt", "Brandt"), {2: MRS}, "Hillary Brandt"),
        (("Bill Brandt", "Hillary Brandt", "Brandt"), {2: MR}, "Bill Brandt"),
        (("Bill Brandt", "Brandt"), {1: MRS}, "Brandt"),
        (("Melania Trump", "Trump"), {1: PRESIDENT}, "Donald Trump"),
        (("Melania Trump", "Trump", "Trump", "Trump"), {1: PRESIDENT}, "Donald Trump"),
        (("Melania Trump", "Trump"), {}, "Melania Trump"),
    ],
    ids=[
        "whoever is called by given name leaves the family name",
        "named twice as often",
        "the list knows him by that name alone",
        "the office holder of two equals",
        "the same title outdoes counts",
        "a form of address",
        "the other form of address",
        "a wife who is not named",
        "the listed office holder, though the article never names him in full",
        "and so when the title is left out later",
        "no other bearer",
    ],
)
def test_titles_given_names_and_offices_choose_among_bearers(names: tuple[str, ...], titles: dict[int, Title], whose: str) -> None:
    listed = actors_by_key()
    mentions = [Mention(3 * i, 3 * i + 1, "PERSON", name, listed.get(name.lower())) for i, name in enumerate(names)]
    people = name_people(mentions, {3 * i: title for i, title in titles.items()})
    assert person_name(people[3 * len(names) - 3]) == whose


def test_a_headline_means_whom_the_story_gives_the_office() -> None:
    mentions = [Mention(3 * i, 3 * i + 1, "PERSON", name) for i, name in enumerate(("Brandt", "Ada Brandt", "Carl Brandt", "Brandt"))]
    people = name_people(mentions, {3: PRESIDENT, 9: PRESIDENT})
    assert [person_name(people[at]) for at in (0, 9)] == ["Ada Brandt", "Ada Brandt"]


def test_a_headline_means_the_listed_office_holder_whom_the_story_titles() -> None:
    trump = actors_by_key()["trump"]
    mentions = [
        Mention(3 * i, 3 * i + 1, "PERSON", name, known)
        for i, (name, known) in enumerate([("Trump", trump), ("Melania Trump", None), ("Trump", trump)])
    ]
    people = name_people(mentions, {6: PRESIDENT})
    assert person_name(people[0]) == "Donald Trump"
