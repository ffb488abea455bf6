"""spaCy `Doc` → `Tree`: the parse as plain tuples, so that every later step is cheap and can be tested by hand.

Relations are Universal Dependencies v2 as in EWT and GUM, tags Penn. Token indices count from 0 over the document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, ORTH, POS, TAG
from spacy.tokens import Doc

from parley.language.words import text_of
from parley.lexicon.predicates import classes
from parley.model import Span

_SPACE = "SPACE"
_NOUNS = ("agents", "fighters", "heavy", "strikers", "forces")
_FUNCTION = frozenset({"case", "mark", "det", "aux", "aux:pass", "cop", "cc", "punct"})
_CONTENT = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "aux", "aux:pass", "cop", "mark", "ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class Tree:
    """One document's tokens and their heads. A root is its own head; `kids` leave white space out and stand in text order."""

    text: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    poses: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    sentences: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.words)

    def children(self, token: int, *deps: str) -> list[int]:
        """Returns the dependents of `token` whose relation is one of `deps`; all when none is given."""
        return [k for k in self.kids[token] if not deps or self.deps[k] in deps]

    def token_at(self, offset: int) -> int:
        """Returns the token that holds or precedes the character `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def tokens_of(self, span: Span) -> range:
        """Returns the tokens that `span` touches."""
        return range(self.token_at(span.start), self.token_at(span.end - 1) + 1)

    def sentence_of(self, token: int) -> tuple[int, int]:
        """Returns the first token and the token after the last of the sentence around `token`."""
        index = bisect_right(self.sentences, (token, len(self) + 1)) - 1
        return self.sentences[max(0, index)]

    def subtree(self, token: int) -> set[int]:
        """Returns `token` and everything below it."""
        found, stack = {token}, [token]
        while stack:
            for kid in self.kids[stack.pop()]:
                if kid not in found:
                    found.add(kid)
                    stack.append(kid)
        return found

    def above(self, token: int, limit: int = 12) -> Iterator[int]:
        """Yields the heads of `token` from its own head to the root, at most `limit` of them."""
        for _ in range(limit):
            head = self.heads[token]
            if head == token:
                return
            yield head
            token = head

    def span(self, first: int, last: int) -> Span:
        """Cuts the text from token `first` to token `last`, both inclusive."""
        return Span.of(self.text, self.starts[first], self.ends[last])


def _lift(heads: list[int], deps: tuple[str, ...]) -> tuple[int, ...]:
    """Moves subjects and the like off prepositions and other function words, where Universal Dependencies never hang them."""
    return tuple(heads[head] if deps[head] in _FUNCTION and deps[token] in _CONTENT else head for token, head in enumerate(heads))


def _lemma(lemma: str, word: str, tag: str) -> str:
    """Plurals with a capital are often read as names, whose lemma keeps its "s" ("Fighters", "NGOs"); who will "lay down arms" does not lie."""
    if lemma == "lie" and word == "lay" and tag != "VBD":
        return word
    if lemma != word or tag not in ("NNS", "NNPS") or not lemma.endswith("s"):
        return lemma
    singular = lemma[:-1]
    return singular if any(singular in classes()[name] for name in _NOUNS) else lemma


def read_tree(doc: Doc) -> Tree:
    """Reads the parse of `doc`; an empty document gives an empty tree."""
    rows = doc.to_array([HEAD, DEP, LEMMA, ORTH, TAG, POS, IDX, LENGTH]).reshape(len(doc), 8)
    names = {int(code): doc.vocab.strings[int(code)] for code in np.unique(rows[:, 1:6])}
    columns = [tuple(names[code] for code in rows[:, column].tolist()) for column in range(1, 6)]
    deps, lemmas, words, tags, poses = columns
    words = tuple(map(str.lower, words))
    heads = _lift([int(i + offset) for i, offset in enumerate(rows[:, 0].astype(np.int64))], deps)
    starts = tuple(rows[:, 6].tolist())
    ends = tuple(start + length for start, length in zip(starts, rows[:, 7].tolist(), strict=True))
    kids: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token and poses[token] != _SPACE:
            kids[head].append(token)
    lemmas = tuple(_lemma(lemma.lower() or word, word, tag) for lemma, word, tag in zip(lemmas, words, tags, strict=True))
    sentences = tuple((s.start, s.end) for s in doc.sents) if len(doc) else ()
    return Tree(text_of(doc), words, lemmas, tags, poses, deps, heads, starts, ends, tuple(map(tuple, kids)), sentences)
