"""Names in an article → actors: who is who, what they are, and which names of different articles are one actor."""

from typing import TYPE_CHECKING

from parley.actors.merging import Feature, Match, same_actor

if TYPE_CHECKING:
    from parley.actors.naming import name_actors

__all__ = ["Feature", "Match", "name_actors", "same_actor"]


def __getattr__(name: str) -> object:
    """Loads what reads names, and spaCy with it, where it is asked for: the process that builds only compares actors."""
    if name != "name_actors":
        raise AttributeError(name)
    from parley.actors.naming import name_actors

    return name_actors
