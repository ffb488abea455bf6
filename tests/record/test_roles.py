"""Roles with the days on which pages state them."""

from __future__ import annotations

import pytest
from tests.record.invented import Writer, day

from parley.model import Actor, Interval
from parley.record.roles import Said, state_roles

SAID = (
    ("a1", "2016-03-02", ("envoy",)),
    ("a2", "2016-01-20", ("Envoy", "foreign minister")),
    ("a3", "2016-10-16/2016-10-17", ("envoy",)),
    ("a4", None, ("envoy", "negotiator")),
)


@pytest.mark.parametrize(
    ("role", "days", "articles"),
    [
        ("envoy", day("2016-01-20/2016-10-17", "metadata"), ("a1", "a2", "a3", "a4")),
        ("foreign minister", day("2016-01-20", "metadata"), ("a2",)),
        ("negotiator", None, ("a4",)),
    ],
)
def test_a_role_has_the_first_and_last_day_on_which_it_is_stated(role: str, days: Interval | None, articles: tuple[str, ...]) -> None:
    said = [
        Said(id_, Writer(id_, "Varga spoke.", published).article.published, Actor("Ilo Varga", "person", roles=roles))
        for id_, published, roles in SAID
    ]
    found = {stated.role: stated for stated in state_roles(said)}
    assert (found[role].days, found[role].articles) == (days, articles)
    assert state_roles(reversed(said)) == state_roles(said)
    assert len(found) == 3
