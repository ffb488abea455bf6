"""Nouns pointed back at → the noun they take up: "those strikes" → the last "air strikes" before it.

A noun under "this", "that", "these" or "those" takes up the nearest earlier noun of the same lemma and number, at most `REACH`
sentences back. A noun that its own clause or "of" explains ("those strikes that failed"), or that tells a time or a manner
("this year", "that way"), takes up nothing.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

REACH = 8
_POINTING = frozenset("this that these those".split())
_LOOSE = frozenset(
    "year month week day morning afternoon evening night time moment point case way reason regard respect sense kind sort type manner effect "
    "fact".split()
)
_PLURAL = frozenset(("NNS", "NNPS"))
_EXPLAINED = frozenset(("acl", "acl:relcl", "nmod"))


def _points(token: Token) -> bool:
    """Returns whether a noun stands under a demonstrative and says nothing new of itself."""
    is_pointing = any(child.dep_ == "det" and child.lower_ in _POINTING for child in token.lefts)
    return is_pointing and token.lemma_.lower() not in _LOOSE and not any(child.dep_ in _EXPLAINED for child in token.rights)


def pointed_at(doc: Doc) -> dict[int, int]:
    """Returns token of a noun under a demonstrative → token of the noun it takes up; the unresolved are left out."""
    last: dict[tuple[str, bool], tuple[int, int]] = {}
    found: dict[int, int] = {}
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            if token.pos_ != "NOUN" or token.dep_ == "compound":
                continue
            key = token.lemma_.lower(), token.tag_ in _PLURAL
            before, where = last.get(key, (-1, -REACH - 1))
            if before >= 0 and number - where <= REACH and _points(token):
                found[token.i] = before
            last[key] = token.i, number
    return found
