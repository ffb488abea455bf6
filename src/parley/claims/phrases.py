"""Figure → its noun phrase: the noun it counts, the head of the phrase, and that head's relation to its verb."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.language.phrases import children


def counted_noun(doc: Doc, figure: Figure) -> Token | None:
    """Returns the head noun of what the figure counts: "civilians" in "more than 1,000 Syrian civilians"."""
    last = doc[figure.number_end - 1]
    for token in (last, doc[figure.number_start]):
        if token.dep_ in ("nummod", "amod", "compound", "nmod:unmarked") and token.head.pos_ in ("NOUN", "PROPN") and token.head.i >= figure.end:
            return token.head if token.head.i - figure.end < 8 else None
        complement = [c for c in children(token, "nmod") if c.i >= figure.end and any(g.lower_ == "of" for g in c.children)]
        if complement and complement[0].pos_ in ("NOUN", "PROPN"):
            return complement[0]
    following = [t.lower_ for t in doc[figure.end : figure.end + 3]]
    if following == ["the", "number", "of"]:
        return _following_noun(doc, figure.end + 3)
    return _following_noun(doc, figure.end)


def _following_noun(doc: Doc, at: int) -> Token | None:
    if at < len(doc) and doc[at].lower_ == "of":
        at += 1
    found = None
    for token in doc[at : at + 5]:
        if token.pos_ in ("NOUN", "PROPN"):
            found = token
        elif token.tag_ == "PRP$" and found is None:
            continue  # "two of his bodyguards"
        elif found is not None or token.tag_ == "WRB" or token.pos_ not in ("ADJ", "DET", "PUNCT", "ADV") or (token.is_punct and token.text != "-"):
            break
    return found


def top(doc: Doc, figure: Figure, noun: Token | None) -> Token:
    """Returns the head of the whole phrase the figure stands in, whose relation says what happened to those counted."""
    number = doc[figure.number_end - 1]
    if noun is None:
        in_number = range(figure.number_start, figure.number_end)
        return number.head if number.dep_ == "nmod" and number.head.i in in_number else number  # "tens of thousands"
    if noun.dep_ == "nmod" and noun.head.i in range(figure.number_start, figure.number_end):
        return noun.head
    return noun


def relation(figure: Figure, head: Token) -> tuple[Token, str]:
    """Returns the first conjunct of the phrase and its relation, a wrong one mended.

    "At least" and "more than" look like prepositions, so the parser often makes "killed at least 20 men" an adjunct: a phrase
    whose only prepositions are the figure's own words is a subject before its verb and an object after it.
    """
    subject = first_conjunct(head)
    verb = subject.head
    if subject.dep_ == "nsubj:pass" and not children(verb, "aux:pass") and any(a.lemma_ == "have" for a in children(verb, "aux")):
        return subject, "nsubj"  # "has died" is no passive
    if subject.dep_ not in ("obl", "advmod", "obl:unmarked", "nmod", "dep") or verb.pos_ not in ("VERB", "AUX"):
        return subject, subject.dep_
    if any(c.dep_ == "case" and not figure.start <= c.i < figure.number_start for c in subject.children):
        return subject, subject.dep_
    if subject.i < verb.i:
        return subject, subject.dep_ if children(verb, "nsubj", "nsubj:pass") else "nsubj:pass" if children(verb, "aux:pass") else "nsubj"
    return subject, subject.dep_ if children(verb, "obj", "aux:pass") else "obj"


def first_conjunct(token: Token) -> Token:
    """Returns the first member of a coordination, whose relation is that of all."""
    for _ in range(6):
        if token.dep_ != "conj" or token.head.i == token.i:
            break
        token = token.head
    return token
