"""Figure → what the words right before or behind it say, where the parse fails: "set fire to 11 buses", "40 others wounded"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.counts import Count
from parley.claims.figures import Figure
from parley.claims.fitting import fits, harm_of, is_perfect
from parley.claims.unreal import is_unreal
from parley.language.phrases import children
from parley.lexicon.quantities import HarmWords

_ELIDED = 24


def by_touching(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """A verb of harm touches the figure's phrase: an active one before it ("and wounded 40 others"), a participle after it ("40 others hurt")."""
    left = doc[figure.start - 1] if figure.start else None
    if (burnt := _set_on_fire(doc, figure, noun, words)) is not None:
        return burnt
    if left is not None and left.pos_ == "VERB" and not children(left, "aux:pass") and (left.tag_ != "VBN" or is_perfect(left)):
        found = harm_of(left, "obj", noun, words)
        if found is not None and not is_unreal(left):
            return Count(figure, found, noun, left)
    right = doc[noun.i + 1] if noun is not None and noun.i + 1 < len(doc) else None
    if right is not None and (right.tag_ == "VBN" or (right.tag_ == "VBD" and not children(right, "obj"))):
        found = harm_of(right, "obj", noun, words)
        if found is not None:
            return Count(figure, found, noun, right)
    return None


def elided_passive(doc: Doc, figure: Figure, noun: Token | None) -> Token | None:
    """Returns the participle right behind those counted whose auxiliary was said before: "12 were killed and 40,000 driven from their homes"."""
    at = (noun.i if noun is not None and noun.i >= figure.end else figure.end - 1) + 1
    if at >= len(doc) or doc[at].tag_ != "VBN" or not figure.start or doc[figure.start - 1].lower_ not in ("and", ",", "but", ";"):
        return None
    before = doc[max(doc[at].sent.start, figure.start - _ELIDED) : figure.start]
    return doc[at] if any(t.tag_ == "VBN" and children(t, "aux:pass") for t in before) else None


def _set_on_fire(doc: Doc, figure: Figure, noun: Token | None, words: HarmWords) -> Count | None:
    """ "Set fire to 11 buses", "set 11 buses on fire"."""
    before = [t.lower_ for t in doc[max(0, figure.start - 2) : figure.start]]
    behind = [t.lower_ for t in doc[noun.i + 1 : noun.i + 3]] if noun is not None else []
    at = figure.start - 3 if before == ["fire", "to"] else figure.start - 1 if behind == ["on", "fire"] else -1
    is_set = at >= 0 and doc[at].lemma_.lower() == "set" and not is_unreal(doc[at])
    return Count(figure, "damaged", noun, doc[at]) if is_set and fits(noun, "damaged", words) else None


def by_neighbours(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Token patterns: a passive verb of harm right after the figure's phrase ("have been detained", "others wounded")."""
    at = (noun.i if noun is not None else figure.end - 1) + 1
    seen_aux = False
    if at + 1 < len(doc) and doc[at].lower_ == "to":
        found = harm_of(doc[at + 1], "xobj", noun, words)
        if found:
            return Count(figure, found, noun, doc[at + 1])
    for token in doc[at : at + 5]:
        if token.lower_ in ("were", "was", "been", "being", "are", "is"):
            seen_aux = True
        elif token.tag_ == "VBN" or token.lower_ in words.states:
            entry = words.states.get(token.lower_)
            found = entry.measure if entry and fits(noun, entry.measure, words) else harm_of(token, "obj", noun, words)
            if found and (seen_aux or token.i == at) and not is_unreal(token):
                return Count(figure, found, noun, token)
            return None
        elif token.pos_ not in ("AUX", "ADV") and token.lower_ not in ("of", "them", "whom"):
            return None
    return None
