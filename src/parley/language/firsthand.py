"""Whose "I" it is: inside quotation marks the speaker's; in an interview, outside them, the person's who is asked.

Precision first: "I" outside quotation marks belongs to somebody only where the text says whom it interviews, and never in a
paragraph that ends with a question mark, for that is the other one's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc, Token

from parley.language.mentioned import Link, Named
from parley.language.quoting import quotations, speaker_of
from parley.language.salience import ANONYMOUS, bearer
from parley.language.words import words_of

_ENOUGH = 5
_OPENING = 400
ME, US = frozenset("i me my mine myself".split()), frozenset("we us our ours ourselves".split())
_YOU = frozenset("you your yours yourself".split())
_ASKING = frozenset("interview speak talk chat conversation sit catch ask question q&a".split())


def carriers(doc: Doc, named: Sequence[Named], links: Sequence[Link], kinds: Collection[str]) -> dict[int, str]:
    """Returns the token that carries a mention of somebody of `kinds` → key; "Ministry" carries none in "Ministry spokesman"."""
    speaking = {n.key for n in named if n.kind in kinds}
    roots = [(doc[n.start : n.end].root, n) for n in named if n.key in speaking]
    keys = {(bearer(root) if n.kind == "person" else root).i: n.key for root, n in roots}
    keys.update((link.start, link.keys[0]) for link in links if len(link.keys) == 1 and link.keys[0] in speaking)
    return keys


def speakers(doc: Doc, persons: Mapping[int, str]) -> dict[int, str]:
    """Returns token inside a quotation → key of its speaker; a quotation goes on with the speaker of the one before in its paragraph."""
    answer: dict[int, str] = {}
    key, last = "", 0
    for start, end in quotations(doc):
        subject = speaker_of(doc, start, end)
        goes_on = subject is None and not any("\n" in token.text for token in doc[last:start])
        key, last = key if goes_on else persons.get(subject.i, "") if subject is not None else "", end
        if key:
            answer.update(dict.fromkeys(range(start, end), key))
    return answer


def _is_asked(token: Token) -> bool:
    """Returns whether a mention is whom somebody interviews: "interviewed Ada", "spoke with Ada", "an interview with Ada"."""
    with_whom = any(child.lower_ in ("with", "to") for child in token.children if child.dep_ == "case")
    return token.head.lemma_.lower() in _ASKING and (token.dep_ in ("obj", "iobj") or (token.dep_ in ("obl", "nmod") and with_whom))


def _interviewed(doc: Doc, persons: Mapping[int, str], said_by: Mapping[int, str]) -> str | None:
    """Returns the one person the opening says is interviewed, where the text has many "I" outside quotations."""
    asked = {key for i, key in persons.items() if i < _OPENING and i not in said_by and _is_asked(doc[i])}
    if len(asked) != 1:
        return None
    free = sum(1 for at, word in enumerate(words_of(doc)) if word in ("I", "i") and at not in said_by)
    return asked.pop() if free >= _ENOUGH else None


def _asking(doc: Doc) -> set[int]:
    """Returns the tokens of paragraphs that end with a question mark."""
    found: set[int] = set()
    start, last = 0, ""
    for at, word in enumerate(words_of(doc)):
        if "\n" in word or at + 1 == len(doc):
            if "?" in (last, word):
                found.update(range(start, at + 1))
            start = at + 1
        last = word
    return found


def first_and_second(doc: Doc, named: Sequence[Named], links: Sequence[Link]) -> list[Link]:
    """Gives "I" inside quotation marks to the speaker; in an interview, "I" outside them to the person who is asked."""
    persons = carriers(doc, named, links, ("person",))
    said_by = speakers(doc, persons)
    talker = _interviewed(doc, persons, said_by)
    questions = _asking(doc) if talker else set()
    found = []
    for at, written in enumerate(words_of(doc)):
        word = written.lower()
        if word in ME:
            free = talker if at not in questions else None
            found.append(Link(at, at + 1, (said_by.get(at) or free or f"{ANONYMOUS}i",)))
        elif word in US or word in _YOU:
            found.append(Link(at, at + 1, (f"{ANONYMOUS}{'we' if word in US else 'you'}",)))
    return found
