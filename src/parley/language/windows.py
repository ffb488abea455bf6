"""Words of an article → windows the network can read: paragraphs, or parts of long ones.

A window never crosses a paragraph, so that a headline does not run into the text below it. Paragraphs longer than
`MAX_WORDS` are cut after the last full stop that fits; text without full stops is cut at the limit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

MAX_WORDS = 110
MAX_PIECES = 380
_FULL_STOPS = frozenset(".!?")
_CLOSERS = frozenset("\"'”’)]»") | {"''"}
_SOFT_WRAP_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Window:
    """Indices of the article's tokens, white space left out."""

    tokens: tuple[int, ...]


def cut_windows(text: str, words: Sequence[str], count_pieces: Callable[[str], int]) -> Iterator[Window]:
    """Yields the windows of an article in order; together they hold every token that is not white space.

    Args:
        text: the whole article.
        words: its tokens, white space among them.
        count_pieces: how many word pieces a word takes.
    """
    for paragraph in _paragraphs(words, _is_hard_wrapped(text)):
        start = 0
        while start < len(paragraph):
            end = _window_end(words, paragraph, start, count_pieces)
            yield Window(tuple(paragraph[start:end]))
            start = end


def _paragraphs(words: Sequence[str], is_wrapped: bool) -> Iterator[list[int]]:
    run: list[int] = []
    for at, word in enumerate(words):
        if not word.isspace():
            run.append(at)
        elif run and "\n" in word and (word.count("\n") > 1 or not is_wrapped):
            yield run
            run = []
    if run:
        yield run


def _is_hard_wrapped(text: str) -> bool:
    """Returns whether lines end in the middle of sentences: the share of single line ends before a lower-case letter tells."""
    ends = lower = 0
    at = text.find("\n")
    while at >= 0 and ends < 2000:
        after = text[at + 1 : at + 2]
        if after and not after.isspace() and text[at - 1 : at] != "\n":
            ends += 1
            lower += after.islower()
        at = text.find("\n", at + 1)
    return ends > 2 and lower / ends >= _SOFT_WRAP_SHARE


def _window_end(words: Sequence[str], paragraph: list[int], start: int, count_pieces: Callable[[str], int]) -> int:
    pieces, best, at = 0, 0, start
    while at < len(paragraph) and at - start < MAX_WORDS:
        word = words[paragraph[at]]
        pieces += count_pieces(word)
        if pieces > MAX_PIECES and at > start:
            break
        at += 1
        if word in _FULL_STOPS:
            best = at
            while best < len(paragraph) and words[paragraph[best]] in _CLOSERS and best - start < MAX_WORDS:
                best += 1
    if at >= len(paragraph):
        return at
    return best if best > start else at
