"""What the page calls a person: "US Secretary of State John Kerry", "Staffan de Mistura, the UN Syria envoy" → roles.

A role is read from the words straight before a name, back to the start of its phrase, and from an apposition behind it.
It must hold a noun for an office or occupation. It tells the person's country, too, when it opens with one.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.actors.mentions import Mention
from parley.lexicon.actors import UNKNOWN_SECTOR, agent_sectors, offices, titles

LONGEST = 12
_LINKS = frozenset(("of", "for", "to", "on"))
_OWNERS = frozenset(("his", "her", "their", "its", "our"))
_COURTESY = frozenset("mr mr. mrs mrs. ms ms. miss sir lady lord dame dr dr.".split())


@dataclass(frozen=True, slots=True)
class Role:
    """An office as the page states it, at tokens [start, end). `head` is the office noun, `owner` a possessive pronoun's token or None."""

    start: int
    end: int
    text: str
    head: str
    owner: int | None


def _is_office(token: Token) -> bool:
    return token.lemma_.lower() in offices() or token.lower_ in offices()


def _takes(doc: Doc, at: int, seen_office: bool) -> bool:
    """Returns whether a role that begins right of `at` can take in token `at`, going left."""
    token = doc[at]
    if token.pos_ in ("PROPN", "NOUN", "ADJ") or token.tag_ in ("HYPH", "POS"):
        return True
    if token.lower_ in ("'s", "’s"):
        return True
    if token.lower_ == "of" and 0 < at < len(doc) - 1 and doc[at - 1].text[:1].isupper() and doc[at + 1].text[:1].isupper():
        return not seen_office
    if token.lower_ in _LINKS and at > 0:
        return not seen_office and (_is_office(doc[at - 1]) or doc[at - 1].lower_ in titles())
    return token.lower_ == "the" and at > 0 and doc[at - 1].lower_ in _LINKS and not seen_office


def _start_before(doc: Doc, name_start: int) -> int:
    """Returns the first token of the run of title words that ends before token `name_start`."""
    at, seen = name_start, False
    while at > max(0, name_start - LONGEST) and _takes(doc, at - 1, seen):
        at -= 1
        seen = seen or (_is_office(doc[at]) and doc[at].lower_ != "state")
    return at


def _head(doc: Doc, start: int, end: int) -> str | None:
    """Returns the office noun of a role: the longest listed one, the leftmost before a preposition."""
    stop = next((i for i in range(start + 1, end) if doc[i].lower_ in _LINKS and doc[i - 1].lemma_.lower() in offices()), end)
    for end_at, size in ((e, s) for e in (min(stop + 2, end), stop) for s in (3, 2, 1)):
        if end_at - size >= start:
            words = " ".join(t.lower_ for t in doc[end_at - size : end_at] if not t.is_space)
            if words in offices():
                return words
    return next((t.lemma_.lower() for t in reversed(doc[start:stop]) if _is_office(t)), None)


def _make(doc: Doc, text: str, start: int, end: int, owner: int | None) -> Role | None:
    while start < end and (doc[start].text in ("'s", "’s", "-", "–", ",") or doc[start].is_space or doc[start].lower_ in ("the", "a", "an")):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    head = _head(doc, start, end) if end > start else None
    if head is None:
        return None
    last = doc[end - 1]
    return Role(start, end, text[doc[start].idx : last.idx + len(last.text)], head, owner)


def _before(doc: Doc, text: str, mention: Mention) -> Role | None:
    end = mention.start
    if end > 1 and doc[end - 1].text == ",":
        end -= 1
        if doc[mention.start].dep_ != "appos" and not _is_bracketed(doc, end, mention):
            return None
    start = _start_before(doc, end)
    owner = start - 1 if start > 0 and doc[start - 1].lower_ in _OWNERS else None
    return _make(doc, text, start, end, owner) if start < end else None


def _is_bracketed(doc: Doc, comma: int, mention: Mention) -> bool:
    """Returns whether commas on both sides part a name from an office before it: "a ministry spokesman, Ilo Varga, said"."""
    return _is_office(doc[comma - 1]) and mention.end < len(doc) and doc[mention.end].text == ","


def _after(doc: Doc, text: str, mention: Mention) -> Role | None:
    """Reads ", the UN Syria envoy," behind a name."""
    at = mention.end
    if at + 1 >= len(doc) or doc[at].text not in (",", "–", "—", "("):
        return None
    end = at + 1
    while end < min(len(doc), at + 1 + LONGEST):
        token = doc[end]
        stops = token.text in (",", ".", ";", ")", "–", "—", "(", ":") or token.pos_ in ("VERB", "AUX", "CCONJ") or token.is_space
        if stops or token.lower_ in ("who", "which", "that", "in", "at", "after", "said"):
            break
        end += 1
    first = doc[at + 1]
    opens = first.pos_ in ("DET", "PRON", "NOUN", "ADJ", "PROPN") and first.ent_type_ != "PERSON"
    owner = at + 1 if first.lower_ in _OWNERS else None
    role = _make(doc, text, at + 1 + (owner is not None), end, owner) if opens else None
    return role if role and not any(t.ent_type_ == "PERSON" for t in doc[role.start : role.end]) else None


def find_roles(doc: Doc, text: str, mention: Mention) -> tuple[Role, ...]:
    """Returns the roles the text gives the person named by `mention`, right where it names them."""
    found = (_before(doc, text, mention), _after(doc, text, mention))
    return tuple(role for role in found if role is not None)


def courtesy_gender(doc: Doc, mention: Mention) -> str:
    """Returns "m", "f" or "?" by a title such as "Mrs." before a name."""
    word = doc[mention.start - 1].lower_.rstrip(".") if mention.start else ""
    return (
        "m"
        if word in ("mr", "sir", "king", "prince", "sheikh")
        else "f"
        if word in ("mrs", "ms", "miss", "queen", "princess", "lady", "dame")
        else "?"
    )


def is_stated(role: Role) -> bool:
    """Returns whether a role says more than a form of address."""
    return role.text.lower() not in _COURTESY and role.head != "counterpart"


def sector_of(role: Role) -> str | None:
    """Returns the PLOVER sector of an office; where its noun does not tell ("spokesman"), that of what it serves ("ministry spokesman")."""
    sector = agent_sectors().get(role.head, UNKNOWN_SECTOR)
    words = role.text.lower().replace(role.head, "").split() if sector == UNKNOWN_SECTOR else []
    for noun in reversed(words):
        sector = agent_sectors().get(noun, UNKNOWN_SECTOR) if sector == UNKNOWN_SECTOR else sector
    return None if sector == UNKNOWN_SECTOR else sector
