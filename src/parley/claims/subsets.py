"""Figures of one sentence → which is part of which: "including", "among them", "of whom", "three of them children"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.claims.fitting import said_of
from parley.claims.phrases import counted_noun
from parley.lexicon.quantities import harm_words

_OPENERS = tuple(
    tuple(words.split())
    for words in "including|include|included|includes|among them|of whom|among whom|of them|of which|of these|among those".split("|")
)
_CLOSERS = tuple(tuple(words.split()) for words in "of them|of whom|of those|of which|of the dead|of the victims|of the wounded".split("|"))
_OPENING, _CLOSING = frozenset(("-", "–", "—", "--", "(")), frozenset(("-", "–", "—", "--", ")"))
_MAX_REACH = 14
_MAX_NOUN = 4
_LISTED = frozenset(("DET", "NOUN", "PROPN", "ADJ", "CCONJ"))
_MAX_WHOLE = 7
_COPULAS = frozenset(("were", "was", "are", "is"))


@dataclass(frozen=True, slots=True)
class Part:
    """What a part is of: the word that names the whole, its measure, and the head of those who are the part."""

    word: Token
    measure: str
    noun: Token | None


def opens_subset(doc: Doc, figure: Figure) -> bool:
    """Returns whether words right before or after the figure make it a part of a figure before it."""
    start = figure.start
    while start > 0 and doc[start - 1].lower_ in ("another", "the", "were", "was", ",", "at", "least"):
        start -= 1
    listed = start
    while listed > 0 and start - listed < _MAX_REACH and doc[listed - 1].pos_ in _LISTED | {"PUNCT"} and doc[listed - 1].lower_ != "including":
        listed -= 1
    if listed > 0 and doc[listed - 1].lower_ == "including":
        return True
    before = any(tuple(t.lower_ for t in doc[max(0, start - len(o)) : start]) == o for o in _OPENERS)
    after = any(tuple(t.lower_ for t in doc[figure.end : figure.end + len(c)]) == c for c in _CLOSERS)
    return before or after or _closed_by_among(doc, figure)


def _spelt_out(doc: Doc, whole: Figure, figure: Figure) -> bool:
    """Reads "the three workers - two women and a man - were killed": a dash or bracket right behind those counted, and one that closes it."""
    between = [t for t in doc[whole.end : figure.start] if not t.is_space]
    opens = 1 < len(between) <= _MAX_NOUN and between[-1].text in _OPENING and all(t.pos_ in _LISTED for t in between[:-1])
    return opens and any(t.text in _CLOSING for t in doc[figure.end : figure.end + _MAX_REACH])


def _closed_by_among(doc: Doc, figure: Figure) -> bool:
    """Reads "…, two nurses among them"."""
    at = figure.end
    while at < len(doc) and at - figure.end < _MAX_NOUN and doc[at].pos_ in ("NOUN", "PROPN", "ADJ"):
        at += 1
    return [t.lower_ for t in doc[at : at + 2]] == ["among", "them"]


def named_part(doc: Doc, figure: Figure) -> Part | None:
    """Returns what a figure is part of where its own sentence names the whole and not its number: "Among the dead are four children"."""
    return _among(doc, figure) or _stands_among(doc, figure) or _said_to_be(doc, figure)


def _among(doc: Doc, figure: Figure) -> Part | None:
    """A sentence that opens with the whole: "Among the dead are four children", "Among those who died are four children"."""
    words = [t for t in doc[doc[figure.start].sent.start : figure.start] if not (t.is_space or t.is_punct)][:_MAX_WHOLE]
    if len(words) < 3 or words[0].lower_ != "among" or words[1].lower_ not in ("the", "those"):
        return None
    found = said_of(words[2:], harm_words())
    return Part(*found, counted_noun(doc, figure)) if found is not None else None


def _stands_among(doc: Doc, figure: Figure) -> Part | None:
    """Those who are said to be among the whole: "Three children were among the dead"."""
    behind = doc[figure.end : min(figure.end + _MAX_REACH, doc[figure.start].sent.end)]
    at = next((n for n, t in enumerate(behind) if t.lower_ == "among"), 0)
    if at < 1 or behind[at - 1].lower_ not in _COPULAS or [t.lower_ for t in behind[at + 1 : at + 2]][:1] not in (["the"], ["those"]):
        return None
    if any(t.pos_ == "VERB" for t in behind[: at - 1]):
        return None
    found = said_of(behind[at + 2 : at + 4], harm_words())
    return Part(*found, counted_noun(doc, figure)) if found is not None else None


def _said_to_be(doc: Doc, figure: Figure) -> Part | None:
    """The noun that some of the whole are said to be: "11 of the dead were children"."""
    behind = doc[figure.end : min(figure.end + _MAX_WHOLE + _MAX_NOUN, doc[figure.start].sent.end)]
    if [t.lower_ for t in behind[:1]] != ["of"] or behind[1:2].text.lower() not in ("the", "those"):
        return None
    found = said_of(behind[2:_MAX_WHOLE], harm_words())
    copula = next((t for t in behind if t.lower_ in _COPULAS and found is not None and t.i > found[0].i), None)
    said = next((t for t in doc[copula.i + 1 : behind.end] if t.pos_ not in ("ADJ", "DET", "ADV")), None) if copula is not None else None
    return Part(*found, said) if found is not None and said is not None and said.pos_ == "NOUN" else None


def coordinated(doc: Doc, first: Figure, second: Figure) -> bool:
    """Returns whether `second` goes on with the list `first` stands in: "including 12 women and five children"."""
    between = doc[first.end : second.start]
    if len(between) > _MAX_REACH or not any(t.lower_ in ("and", ",") for t in between):
        return False
    return not any(t.pos_ in ("VERB", "AUX") or t.text in ";.()" for t in between)


def subset_parents(doc: Doc, figures: list[Figure]) -> dict[int, int]:
    """Returns, for the index of each figure that is a part, the index of its whole: the nearest figure before it in the sentence."""
    parents: dict[int, int] = {}
    for i, figure in enumerate(figures):
        previous = i - 1
        if previous < 0 or doc[figures[previous].start].sent.start != doc[figure.start].sent.start:
            continue
        if opens_subset(doc, figure) or _spelt_out(doc, figures[previous], figure):
            parents[i] = previous
        elif previous in parents and coordinated(doc, figures[previous], figure):
            parents[i] = parents[previous]
    return parents
