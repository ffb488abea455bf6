"""Syntax → stretches of text: the phrase of a noun, the words of a clause, cut to what a reader would quote.

Everything here takes tokens of a spaCy `Doc` with UD v2 relations and returns token indices (end exclusive).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from parley.model import Span

_LOOSE = frozenset(("acl", "acl:relcl", "appos", "parataxis", "advcl", "punct", "conj", "cc", "dep", "list", "discourse", "obl", "nmod:unmarked"))
_EDGES = frozenset(",;:.-–—()[]") | {"--", "..."}
MAX_CLIMB = 12


def children(token: Token, *relations: str) -> list[Token]:
    """Returns the dependants of `token` in one of `relations`, in text order."""
    return [child for child in token.children if child.dep_ in relations]


def ancestors(token: Token) -> Iterator[Token]:
    """Yields the governors of `token`, nearest first, at most `MAX_CLIMB` of them."""
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def noun_phrase(head: Token, coordinated: bool = False) -> tuple[int, int]:
    """Returns the phrase of a noun without relative clauses and appositions; with its conjuncts where `coordinated`."""
    last = _last_conjunct(head) if coordinated else head.i
    end = head.right_edge.i + 1
    for token in head.doc[head.i + 1 : end]:
        is_name = token.dep_ == "appos" and token.head.i == head.i and token.left_edge.i == token.i and not token.nbor(-1).is_punct
        if token.dep_ in _LOOSE and not is_name and not (token.i < last and token.dep_ in ("conj", "cc", "punct")):
            end = token.i
            break
    if coordinated and end > last > head.i + 1:
        end = max(end, noun_phrase(head.doc[last - 1])[1])
    return _trim(head.doc, min(head.left_edge.i, head.i), max(end, head.i + 1))


def _last_conjunct(head: Token) -> int:
    return max((int(child.i) + 1 for child in head.rights if child.dep_ == "conj"), default=int(head.i))


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while end - start > 1 and (doc[end - 1].is_space or doc[end - 1].text in _EDGES):
        end -= 1
    while end - start > 1 and (doc[start].is_space or doc[start].text in _EDGES):
        start += 1
    return start, end


def offsets(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Returns the character offsets of tokens [start, end)."""
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last.text)


def span(text: str, doc: Doc, start: int, end: int) -> Span:
    """Cites tokens [start, end). `text` is `doc.text`."""
    return Span.of(text, *offsets(doc, start, end))


def runs(indices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Joins token indices into runs without a gap."""
    start = previous = None
    for i in sorted(set(indices)):
        if previous is None or i != previous + 1:
            if start is not None and previous is not None:
                yield start, previous + 1
            start = i
        previous = i
    if start is not None and previous is not None:
        yield start, previous + 1
