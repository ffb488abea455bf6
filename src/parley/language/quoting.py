"""Who speaks inside quotation marks: quoted stretch → the subject of the verb of saying beside it.

Enough for telling whose "I" is meant; attribution as a task of its own is done in `parley.statements`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from parley.language.words import words_of

_OPENS, _CLOSES, _STRAIGHT = frozenset("“«„"), frozenset("”»"), '"'
SAYING = frozenset(
    "say tell add ask explain note state write warn insist argue reply stress conclude continue recall declare admit claim remark respond "
    "tweet comment observe exclaim joke lament emphasize emphasise confirm suggest assert contend caution vow promise repeat".split()
)
LONGEST = 400
_REACH = 12


def quotations(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yields tokens [start, end) inside double quotation marks. A quotation left open ends with its paragraph."""
    start: int | None = None
    for at, text in enumerate(words_of(doc)):
        if start is not None and (text in _CLOSES or text == _STRAIGHT or "\n" in text or at - start > LONGEST):
            if at > start:
                yield start, at
            start = None
        elif start is None and (text in _OPENS or text == _STRAIGHT):
            start = at + 1


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _breaks(doc: Doc, i: int, is_behind: bool) -> bool:
    """Returns whether a paragraph ends at token `i`, so that no cue beyond it counts; "Brandt said:" may stand alone before one."""
    return "\n" in doc[i].text and (is_behind or i == 0 or doc[i - 1].text != ":")


def speaker_of(doc: Doc, start: int, end: int) -> Token | None:
    """Returns the head of the subject of the verb of saying just behind the quotation, or just before it, in its paragraph."""
    behind = range(end, min(end + _REACH, len(doc)))
    before = range(start - 1, max(start - _REACH, -1), -1)
    for around in (behind, before):
        for i in around:
            if _breaks(doc, i, around is behind):
                break
            if doc[i].lemma_.lower() in SAYING and doc[i].pos_ == "VERB":
                subject = _subject(doc[i])
                if subject is not None and not start <= subject.i < end:
                    return subject
    return None
