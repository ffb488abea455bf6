"""Phrases that attribute without a verb: "according to the Observatory", "in the words of one diplomat"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.language.phrases import children
from parley.statements.content import Pieces, to_pieces
from parley.statements.speakers import head_of

_OPENERS = (("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"), ("in", "the", "opinion", "of"))
_REACH = 15


@dataclass(frozen=True, slots=True)
class Phrase:
    """An attributing phrase: the tokens of its opener [first, last), the head of who is named, and the content."""

    first: int
    last: int
    speaker: Token
    content: Pieces


def find_phrases(doc: Doc, text: str) -> Iterator[Phrase]:
    """Yields each attributing phrase with the rest of its clause as content."""
    for token in doc:
        if token.lower_ not in ("according", "in"):
            continue
        length = next((len(o) for o in _OPENERS if tuple(t.lower_ for t in doc[token.i : token.i + len(o)]) == o), 0)
        speaker = head_of(doc, token.i + length, min(token.i + length + _REACH, len(doc))) if length else None
        if speaker is not None and speaker.sent.start == token.sent.start:
            content = to_pieces(doc, text, _rest_of_clause(doc, token.i, speaker))
            if content:
                yield Phrase(token.i, token.i + length, speaker, content)


def _own(first: int, speaker: Token) -> set[int]:
    """The words of the phrase. A "descriptor" that is the missing subject of the main clause is none: "According to the Post, Ms Lee said …"."""
    end = int(speaker.right_edge.i) + 1
    governor = speaker.head if speaker.head.i >= end else speaker
    comma = next((t.i for t in speaker.doc[speaker.i : end] if t.text == ","), None)
    is_subject = governor.pos_ in ("VERB", "AUX") and not children(governor, "nsubj", "nsubj:pass", "expl", "csubj")
    return set(range(first, comma if comma is not None and is_subject else end))


def _rest_of_clause(doc: Doc, first: int, speaker: Token) -> set[int]:
    own = _own(first, speaker)
    governor = speaker.head
    if governor.i == first or governor.pos_ == "ADP":
        governor = governor.head
    while governor.dep_ in ("advcl", "acl") and governor.tag_ == "VBG" and governor.head.i < governor.i and doc[first - 1].text == ",":
        governor = governor.head  # "Shells fell, killing four, according to …": all of it is attributed.
    sentence = {t.i for t in speaker.sent}
    if governor.pos_ not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN") or governor.i in own:
        return sentence - own
    clause = {t.i for t in governor.subtree}
    # A phrase that closes or opens the sentence speaks for all of it.
    at_edge = all(t.is_punct or t.is_space for t in doc[max(own) + 1 : speaker.sent.end]) or first == speaker.sent.start
    return (sentence if at_edge and governor.pos_ not in ("VERB", "AUX", "ADJ") else clause) - own
