"""Lines of a page → those that only say again what an earlier kept line said.

Copies pasted twice, pull quotes lifted from the body and headlines printed again are told by their words, so that a
changed first word or another kind of quotation mark hides nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from parley.pages.features import words

_MIN_WORDS = 6  # shorter lines may well be said twice
_SAME = 0.8  # share of a line's word trigrams that stand in one earlier line
_MAX_POSTINGS = 50  # a trigram in more lines than this says nothing


def find_repeats(lines: Sequence[str], kept: Sequence[bool]) -> list[bool]:
    """Returns for each line whether it repeats another kept line: an earlier one, or a longer one that holds it whole.

    Args:
        lines: the lines of a page in order.
        kept: which of them count; others neither repeat nor are repeated.
    """
    tokens = [words(line) if k else () for line, k in zip(lines, kept, strict=True)]
    repeats = _near_copies(tokens)
    return _between_repeats(tokens, [r or q for r, q in zip(repeats, _pulled(tokens, repeats), strict=True)])


def _grams(line: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(line, line[1:], line[2:], strict=False))


def _near_copies(tokens: Sequence[Sequence[str]]) -> list[bool]:
    """A line repeats an earlier one when nearly all its trigrams stand there and it is not much shorter or longer."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    repeats = []
    for number, line in enumerate(tokens):
        grams = _grams(line) if len(line) >= _MIN_WORDS else set()
        shared = Counter(other for gram in grams for other in holders.get(gram, ()))
        is_repeat = any(n >= _SAME * max(len(grams), sizes[other]) for other, n in shared.items())
        repeats.append(is_repeat)
        if not is_repeat:
            sizes[number] = len(grams)
            _post(holders, grams, number)
    return repeats


def _post(holders: dict[tuple[str, ...], list[int]], grams: set[tuple[str, ...]], number: int) -> None:
    for gram in grams:
        held = holders[gram]
        if len(held) < _MAX_POSTINGS:
            held.append(number)


def _pulled(tokens: Sequence[Sequence[str]], repeats: Sequence[bool]) -> list[bool]:
    """A pull quote: a line that stands word for word inside a longer line of the page."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, line in enumerate(tokens):
        if len(line) > _MIN_WORDS and not repeats[number]:
            _post(holders, _grams(line), number)
    return [len(line) >= _MIN_WORDS and any(_holds(tokens[other], line) for other in holders.get(tuple(line[:3]), ())) for line in tokens]


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    return len(part) < len(whole) and f" {' '.join(part)} " in f" {' '.join(whole)} "


def _between_repeats(tokens: Sequence[Sequence[str]], repeats: Sequence[bool]) -> list[bool]:
    """Inside a repeated run, short lines that stood there before are repeats too."""
    seen: set[tuple[str, ...]] = set()
    result = []
    for number, line in enumerate(tokens):
        key = tuple(line)
        beside = any(0 <= n < len(tokens) and repeats[n] for n in (number - 1, number + 1))
        result.append(repeats[number] or (bool(line) and beside and key in seen))
        if line:
            seen.add(key)
    return result
