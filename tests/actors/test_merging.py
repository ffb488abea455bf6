from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parley.actors import same_actor
from parley.model import Actor


def person(name: str, country: str | None = None, *roles: str) -> Actor:
    return Actor(name, "person", country, None, roles)


def body(name: str, country: str | None = None) -> Actor:
    return Actor(name, "organization", country)


CASES = [
    (person("Sergey Lavrov", "RUS"), person("Sergei Lavrov", "RUS"), True, "spelling"),
    (person("Anas al-Abdah", "SYR"), person("Anas Abdah", "SYR"), True, "particle"),
    (person("Orvil Tanner", "CAN", "minister"), person("Tanner", "CAN", "minister"), True, "bare name with office and country"),
    (person("Tanner"), person("Orvil Tanner"), False, "bare name with nothing else"),
    (person("Hafez al-Assad", "SYR", "President"), person("Bashar al-Assad", "SYR", "President"), False, "father and son in one office"),
    (person("Orvil Tanner", "CAN"), person("Orvil Tanner Jr.", "CAN"), False, "junior"),
    (person("Ivan Dobrev", "BGR", "Defence Minister"), person("Ivan Dobrev", "RUS", "Defence Minister"), False, "ministers of two countries"),
    (person("Park Chung-hee", "KOR"), person("Park Geun-hye", "KOR"), False, "family name first"),
    (body("Nusra Front"), body("Jabhat al-Nusra"), True, "listed aliases"),
    (body("Liwa al-Tawhid"), body("Liwa al-Tawheed"), True, "transliteration"),
    (body("Northern Relief Council"), body("NRC of the north"), False, "no acronym"),
    (body("Northern Aid Union"), body("NAU"), True, "acronym"),
    (body("Islamic Front", "SYR"), body("Southern Front", "SYR"), False, "similar names"),
    (body("Labour Party", "GBR"), body("Labour Party", "ISR"), False, "one name, two countries"),
    (body("Sarnian Guard"), person("Sarnian Guard"), False, "a person is no body"),
]


LOOKALIKES = [
    (person("Ahmad Karim Zadran"), person("Hamid Zadran"), False, "given names that sound alike but for the first letter"),
    (person("Kim Jong Rok"), person("Kim Yong Rok"), False, "one letter of a Korean given name"),
    (person("Kim Jong-rok"), person("KIM Jong Rok"), True, "one Korean name, hyphen and capitals aside"),
    (person("Greg Halloran"), person("Gregory Halloran"), True, "a short form of a given name"),
    (person("Gholam Reza Bakhtari"), person("Gholamreza Bakhtari"), True, "two words written as one"),
    (person("Hossein Abdollahi"), person("Hussein Abd Allahi"), True, "a servant's name written as one word or two"),
    (body("CBS"), body("Coastal Bank of Suria"), False, "initials that the list has for another body"),
    (body("OPEC"), body("Organization of Petroleum Exporting Countries"), True, "a variant of the listed long form"),
    (body("ZQ"), body("Zorvan Quarries"), False, "two letters are too few"),
]


@pytest.mark.parametrize(("a", "b", "same", "why"), LOOKALIKES, ids=[case[3] for case in LOOKALIKES])
def test_names_that_look_alike(a: Actor, b: Actor, same: bool, why: str) -> None:
    assert same_actor(a, b).is_same is same
    assert same_actor(b, a).is_same is same


@pytest.mark.parametrize(("a", "b", "same", "why"), CASES, ids=[case[3] for case in CASES])
def test_same_actor(a: Actor, b: Actor, same: bool, why: str) -> None:
    match = same_actor(a, b)
    assert match.is_same is same, match.why


def test_every_reason_is_explained() -> None:
    match = same_actor(person("Hafez al-Assad", "SYR"), person("Bashar al-Assad", "SYR"))
    assert match.features and all(f.why and f.points for f in match.features)
    assert "given names" in match.why.lower()


NAMES = st.text(alphabet="abcdefghij -'ABé", min_size=1, max_size=20).filter(lambda s: any(c.isalpha() for c in s))
ACTORS = st.builds(Actor, NAMES, st.sampled_from(["person", "organization", "group"]), st.sampled_from([None, "SYR", "RUS"]))


@given(ACTORS, ACTORS)
def test_order_does_not_matter(a: Actor, b: Actor) -> None:
    assert same_actor(a, b).score == pytest.approx(same_actor(b, a).score)


@given(ACTORS)
@example(Actor("ii", "person", None))  # nothing but a suffix
@example(Actor("a b", "person", "SYR"))
def test_everybody_is_themselves(a: Actor) -> None:
    assert same_actor(a, a).is_same
