"""Content → whether it says anything: a clause, a noun with its complement, a figure; not "the attack" or "on both sides"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.statements.content import Pieces

_OPENS_PLEA = frozenset(("for", "of"))


def is_fragment(doc: Doc, pieces: Pieces) -> bool:
    """Returns whether content without a quotation is a bare word or phrase, which nobody can be said to have said."""
    spans = [doc.char_span(start, end, alignment_mode="expand") for start, end in pieces]
    words = [token for span in spans if span is not None for token in span if not token.is_space]
    if words and words[0].lower_ in _OPENS_PLEA and any(t.pos_ in ("NOUN", "PROPN") for t in words):  # "called for restraint"
        return False
    return not any(_predicates(t) or t.pos_ == "NUM" for t in words) and not _has_complement(words)


def _predicates(token: Token) -> bool:
    """A verb, or what something is said to be: "called the plan useless"."""
    return (token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "case")) or (
        token.dep_ in ("xcomp", "advcl") and token.pos_ == "ADJ"
    )


def _has_complement(words: list[Token]) -> bool:
    """A noun of happening with what it takes stands for a clause: "the deaths of two men", "for an end to the siege"."""
    seen_noun = False
    for token in words:
        if seen_noun and token.dep_ == "case" and token.tag_ != "POS":
            return True
        seen_noun = seen_noun or token.pos_ == "NOUN"
    return False
