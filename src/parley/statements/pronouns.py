"""Speakers that are bare pronouns → the one who spoke right before, or nobody.

News goes on with "she added" after a sentence that names the speaker. A pronoun that neither the references nor the
speaker before resolve names nobody: no speaker is ever called "He".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from parley.model import Naming, Party

_PERSONAL = frozenset(("he", "she"))
_BARE = _PERSONAL | frozenset("it they i we you him her them this that these those who which one".split())
_REACH = 2
_OPENING = 4  # sentences, a headline and a dateline among them
_OWN_VOICE = re.compile(r"\bthis (?:article|story|report|page|post)\b", re.IGNORECASE)


def is_bare(speaker: Party) -> bool:
    """Returns whether the speaker's name is still a pronoun."""
    return speaker.name.lower() in _BARE


def issuer_of(doc: Doc, naming: Naming, said: Sequence[tuple[Party, tuple[int, int]]]) -> str | None:
    """Returns the body whose own text this is, which says "we" in it outside quotation marks, or None.

    A press release tells in its opening what its issuer "said today"; newspapers have long named the day.

    Args:
        doc: the article.
        naming: tells bodies from persons.
        said: speakers with the offsets of their cues, in text order.
    """
    bodies = {e.name for e in naming.entities if e.type == "ORG"}
    for speaker, (start, end) in said:
        cue = doc.char_span(start, end, alignment_mode="expand")
        if cue is None or cue.end >= len(doc) or sum(1 for t in doc[: cue.start] if t.is_sent_start) > _OPENING:
            return None
        if speaker.name in bodies and doc[cue.end].lower_ == "today":
            return speaker.name
    return None


def resolve_pronouns(doc: Doc, naming: Naming, speakers: Sequence[Party | None]) -> list[Party | None]:
    """Names pronouns by the speaker of at most two sentences before: "he" and "she" by a person, "it" by who is none.

    Args:
        doc: the article.
        naming: tells persons from bodies.
        speakers: those of the article's statements, by the order of their places in the text.

    Returns:
        The speakers; pronouns that stay unresolved, and the article itself, replaced by None.
    """
    people = {e.name for e in naming.entities if e.type == "PERSON"}
    bodies = {e.name for e in naming.entities if e.type != "PERSON"} - people
    resolved: list[Party | None] = []
    for speaker in speakers:
        if speaker is None or not is_bare(speaker):
            resolved.append(None if speaker is not None and _OWN_VOICE.search(speaker.span.text) else speaker)
            continue
        word = speaker.span.text.lower()
        before = next((s for s in reversed(resolved) if s is not None and s.span.end <= speaker.span.start), None)
        fits = before is not None and word in (*_PERSONAL, "it") and before.name not in (bodies if word in _PERSONAL else people)
        near = before is not None and _sentences_between(doc, before.span.start, speaker.span.start) <= _REACH
        resolved.append(Party(speaker.span, before.name) if before is not None and fits and near else None)
    return resolved


def _sentences_between(doc: Doc, start: int, end: int) -> int:
    covered = doc.char_span(start, end, alignment_mode="expand")
    return 0 if covered is None else sum(1 for token in covered if token.is_sent_start) + (0 if covered[0].is_sent_start else 1) - 1
