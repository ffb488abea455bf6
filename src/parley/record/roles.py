"""What articles call an actor, and when → each role with the first and last day on which a page states it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from parley.model import Actor, Interval
from parley.record.view import StatedRole


class Said(NamedTuple):
    """An article's id, the days of its publication, and an actor as it has it."""

    article: str
    published: Interval | None
    actor: Actor


def state_roles(said: Iterable[Said]) -> tuple[StatedRole, ...]:
    """Returns the roles that articles state, each once, earliest first, those without a date last.

    Args:
        said: what articles say of the actor. Spellings that differ in capitals alone are one role, spelt as most have it.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, dict[str, Interval | None]] = defaultdict(dict)
    for article, published, actor in said:
        for role in actor.roles:
            spellings[role.casefold()][role] += 1
            articles[role.casefold()][article] = published
    roles = (_stated(min(names, key=lambda n: (-names[n], n)), articles[key]) for key, names in spellings.items())
    return tuple(sorted(roles, key=lambda r: (r.days is None, str(r.days.first if r.days else ""), r.role)))


def _stated(role: str, published: dict[str, Interval | None]) -> StatedRole:
    dates = [days for days in published.values() if days is not None]
    days = Interval(min(dates).first, max(d.last for d in dates), min(dates).how) if dates else None
    return StatedRole(role, days, tuple(sorted(published)))
