"""Count → the stretch of text that speaks of it: its sentence, less the words of whoever is quoted as saying it.

Times, places and doers are looked for here only, so that the day of a statement never becomes the day of what it states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.claims.counts import Count
from parley.language.phrases import ancestors
from parley.model import Statement

_LEANING = frozenset("advcl xcomp conj acl nsubj obj nsubj:pass nmod obl dep compound".split())

_MAX_SINCE = 8


@dataclass(frozen=True, slots=True)
class Region:
    """Where to look: the tokens that may speak of a count, and the verbs that belong to its clause, nearest first.

    `behind` is the index of the word right behind the figure and those it counts, -1 where there is no figure.
    """

    tokens: tuple[Token, ...]
    verbs: tuple[int, ...]
    anchor: Token
    behind: int = -1

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)


def by_sentence(doc: Doc, statements: Sequence[Statement]) -> dict[int, list[Statement]]:
    """Returns for each sentence, by the index of its first token, the statements whose content reaches into it, in their order."""
    found: dict[int, dict[int, Statement]] = {}
    for number, statement in enumerate(statements):
        for content in statement.content:
            around = doc.char_span(content.start, content.end, alignment_mode="expand")
            for sentence in () if around is None else around.sents:
                found.setdefault(sentence.start, {})[number] = statement
    return {start: list(held.values()) for start, held in found.items()}


def covering(statements: Sequence[Statement], start: int, end: int) -> list[Statement]:
    """Returns the statements whose content covers [start, end), innermost first, of equal ones the one whose cue is nearer."""
    found = [s for s in statements if any(c.start <= start and end <= c.end for c in s.content)]
    return sorted(found, key=lambda s: (sum(len(c.text) for c in s.content), abs(s.cue.start - start) if s.cue is not None else 0))


def region(doc: Doc, count: Count, statements: Sequence[Statement]) -> Region:
    """Returns the region of a count. `statements` are those of its sentence, or more."""
    start, end = doc[count.figure.start].idx, doc[count.figure.end - 1].idx
    sentence = doc[count.figure.start].sent
    tokens = [t for t in sentence if not t.is_space]
    for statement in covering(statements, start, end):
        tokens = [t for t in tokens if any(c.start <= t.idx < c.end for c in statement.content)]
    tokens += _counted_since(doc, tokens)
    verbs = clause_verbs(count.anchor)
    inside = {t.i for t in tokens}
    if count.anchor.tag_ == "VBG" and not any(v.i in inside for v in verbs[1:]):
        # "…, killing seven" hung on the verb of saying by the parser: it leans on the verb before it.
        before = [t for t in tokens if t.i < count.anchor.i and t.pos_ == "VERB" and t.dep_ not in ("amod", "compound")]
        verbs = [count.anchor, *(clause_verbs(before[-1]) if before else verbs[1:])]
    noun = count.noun.i + 1 if count.noun is not None else 0
    return Region(tuple(tokens), tuple(v.i for v in verbs), count.anchor, max(noun, count.figure.end))


def _counted_since(doc: Doc, tokens: Sequence[Token]) -> list[Token]:
    """The words behind what is said that tell since when it was counted: "has documented 40 arrests since May"."""
    after = doc[tokens[-1].i + 1 :][:_MAX_SINCE] if tokens else []
    return [t for t in after if t.sent.start == tokens[-1].sent.start] if len(after) > 0 and after[0].lower_ == "since" else []


def region_of(anchor: Token) -> Region:
    """Returns the region of any word: its sentence and the verbs of its clause."""
    return Region(tuple(t for t in anchor.sent if not t.is_space), tuple(v.i for v in clause_verbs(anchor)), anchor)


def clause_verbs(anchor: Token) -> list[Token]:
    """The word a count hangs on and the verbs it leans on: "were hit by …, killing seven" is one happening.

    A noun of harm leans on the verb it is subject or object of, and on no verb further up; "the raid that killed six" leans on its noun.
    """
    verbs = [anchor]
    token = anchor
    for above in ancestors(anchor):
        if token.dep_ == "acl:relcl" or token.dep_ not in _LEANING or (token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("obl", "nmod")):
            if token.dep_ == "acl:relcl":
                verbs.append(above)
            break
        verbs.append(above)
        if above.pos_ == "VERB" and token.dep_ not in ("xcomp", "conj", "advcl"):
            break
        token = above
    return verbs


def nearest_verb(token: Token) -> Token:
    """Returns the verb whose clause a token stands in, or the root of its sentence."""
    for above in ancestors(token):
        token = above
        if above.pos_ == "VERB" or (above.pos_ == "AUX" and above.head.i == above.i):
            return above
    return token
