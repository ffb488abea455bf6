from __future__ import annotations

import pytest

from parley.actors.people import agree, core, gender_of, name_words


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
