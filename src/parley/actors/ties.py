"""Words beside a person's name → the bodies and countries that the person is said to be of, where no office stands between.

"Radio Norland's Ilo Varga", "Ilo Varga of the Northern Relief Council", "the Norlandish Ilo Varga", and what an office behind the name serves:
"Ilo Varga, an adviser at the Northern Relief Council".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from parley.actors.mentions import Mention
from parley.actors.roles import Role

_LINKS = frozenset(("of", "from", "at", "with"))
_FILL = frozenset(("DET", "ADJ"))
_FARTHEST = 4
_REACH = 12
_BEARERS = frozenset(("ORG", "LOC", "NORP"))


def _owner(doc: Doc, before: Mention, person: Mention) -> bool:
    """Returns whether a mention stands straight before a person as its owner ("Radio Norland's") or its people ("Norlandish")."""
    between = doc[before.end : person.start]
    if before.type == "NORP":
        return not len(between)
    return before.type in ("ORG", "LOC") and len(between) == 1 and between[0].tag_ == "POS"


def _follows(doc: Doc, person: Mention, after: Mention) -> bool:
    """Returns whether "of X", "from the X" or "at X" stands straight behind a person."""
    between = doc[person.end : after.start]
    if after.type not in ("ORG", "LOC") or not 0 < len(between) < _FARTHEST or between[0].lower_ not in _LINKS:
        return False
    return between[0].lower_ == "of" or (after.type == "ORG" and all(t.pos_ in _FILL for t in between[1:]))


def _served(doc: Doc, role: Role, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yields what stands behind an office in the same phrase: "an adviser at the Northern Relief Council"."""
    stop = next((t.i for t in doc[role.end : role.end + _REACH] if t.pos_ in ("PUNCT", "VERB", "AUX", "CCONJ") or t.is_space), role.end + _REACH)
    if role.end < len(doc) and doc[role.end].lower_ in (*_LINKS, "in", "for"):
        yield from (m for m in mentions if role.end < m.start and m.end <= stop)


def find_ties(doc: Doc, mentions: Sequence[Mention], roles: Mapping[int, Sequence[Role]]) -> dict[int, tuple[int, ...]]:
    """Returns start token of a person's mention → start tokens of the bodies and countries it is tied to, nearest first.

    Args:
        roles: start token of a person's mention → the offices stated there.
    """
    answer: dict[int, tuple[int, ...]] = {}
    for at, person in enumerate(mentions):
        if person.type != "PERSON":
            continue
        before, after = mentions[max(0, at - 1) : at], mentions[at + 1 : at + 2]
        tied = [m for m in before if _owner(doc, m, person)] + [m for m in after if _follows(doc, person, m)]
        for role in roles.get(person.start, ()):
            tied += [m for m in _served(doc, role, mentions) if role.start > person.start and m.type in _BEARERS]
        if tied:
            answer[person.start] = tuple(dict.fromkeys(m.start for m in tied))
    return answer
