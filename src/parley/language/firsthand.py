"""Whose "I" it is: inside quotation marks the speaker's; in an interview, outside them, the person's who is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from parley.language.mentioned import Link, Named
from parley.language.quoting import quotations, speaker_of
from parley.language.salience import ANONYMOUS

INTERVIEW = 5
_ME, _US = frozenset("i me my mine myself".split()), frozenset("we us our ours ourselves".split())
_YOU = frozenset("you your yours yourself".split())


def _speakers(doc: Doc, named: Sequence[Named], links: Sequence[Link]) -> dict[int, str]:
    """Returns token inside a quotation → key of its speaker."""
    keys = {i: n.key for n in named for i in range(n.start, n.end)}
    keys.update({link.start: link.keys[0] for link in links if len(link.keys) == 1})
    answer: dict[int, str] = {}
    for start, end in quotations(doc):
        subject = speaker_of(doc, start, end)
        if subject is not None and subject.i in keys:
            answer.update(dict.fromkeys(range(start, end), keys[subject.i]))
    return answer


def _interviewed(doc: Doc, named: Sequence[Named], said_by: Mapping[int, str]) -> str | None:
    """Returns the person most often named, where the text has many "I" outside quotations."""
    free = sum(1 for token in doc if token.lower_ == "i" and token.i not in said_by)
    ranked = Counter(n.key for n in named if n.kind == "person").most_common(2)
    is_clear = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if free >= INTERVIEW and is_clear else None


def first_and_second(doc: Doc, named: Sequence[Named], links: Sequence[Link]) -> list[Link]:
    """Gives "I" inside quotation marks to the speaker; in an interview, "I" outside them to the person it is about."""
    said_by = _speakers(doc, named, links)
    talker = _interviewed(doc, named, said_by)
    found = []
    for token in doc:
        word = token.lower_
        if word in _ME:
            found.append(Link(token.i, token.i + 1, (said_by.get(token.i) or talker or f"{ANONYMOUS}i",)))
        elif word in _US or word in _YOU:
            found.append(Link(token.i, token.i + 1, (f"{ANONYMOUS}{'we' if word in _US else 'you'}",)))
    return found
