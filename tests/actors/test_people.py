from __future__ import annotations

import pytest

from parley.actors.mentions import Mention
from parley.actors.people import agree, core, gender_of, name_people, name_words, person_name


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
