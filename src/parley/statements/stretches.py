"""Tokens → the stretches of a sentence that content may fill."""

from __future__ import annotations

from spacy.tokens import Doc, Token


def subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}


def line_of(token: Token) -> tuple[int, int]:
    """Returns the token's sentence, cut at line ends: headlines and links often run into the sentence before them."""
    doc, sentence = token.doc, token.sent
    first, last = token.i, token.i
    while first > sentence.start and "\n" not in doc[first - 1].text:
        first -= 1
    while last < sentence.end and "\n" not in doc[last].text:
        last += 1
    return first, last


def opens_with(phrase: Token, words: frozenset[str]) -> bool:
    return phrase.left_edge.lower_ in words or any(g.dep_ in ("case", "mark") and g.lower_ in words for g in phrase.children)


def token_at(doc: Doc, i: int) -> Token | None:
    return doc[i] if i < len(doc) else None
