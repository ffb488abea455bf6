"""Lines of a page → numbers by which the line model tells article from frame.

Most features look at shape (length, punctuation, capitals), repetition and the words a line shares with the rest of the
page, so that they hold in other languages; the few English patterns come from `lexicon/data/page_lines.tsv`.
After Kohlschütter, Fankhauser and Nejdl (2010), "Boilerplate detection using shallow text features", and Vogels, Ganea
and Eickhoff (2018), "Web2Text", whose neighbours and smoothing it takes over.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.lexicon.page_lines import line_reason
from parley.pages.stamps import has_stamp

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)")
_TERMINAL = tuple(".!?…")
_CLOSERS = "\"'”’»)]"
_TOPIC_MIN_CHARS = 80  # lines of at least this length say what the page is about
_REASONS = ("promotion", "form", "cookie", "copyright", "share", "stamp", "credit", "byline", "caption", "heading")

SHAPE = (
    "words", "chars", "short", "long", "terminal", "colon_end", "question", "sentences", "capitals", "upper", "digits", "commas", "bars",
    "quote", "bullet", "lower_start", "symbol", "address", "stamp", "mean_word", "seen_before", "times_seen", "topic", "topic_known", "title",
)  # fmt: skip
HTML = ("extracted", "linked", "is_p", "is_heading", "is_item", "is_cell", "is_div", "is_other")


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a line beyond its text, on HTML pages only. `extracted` is 1 where the extractor kept the line."""

    extracted: float
    linked: float
    tag: str


def words(text: str) -> list[str]:
    """Returns the words of `text` in lower case."""
    return [w.lower() for w in _WORD.findall(text)]


def line_features(lines: Sequence[str], title: str | None, signs: Sequence[Signs] | None = None) -> NDArray[np.float32]:
    """Returns one row of features a line: its own, and those of the lines around it.

    Args:
        lines: the lines of one page in order.
        title: the page's title if known.
        signs: one for each line on HTML pages, None for plain text.
    """
    if not lines:
        return np.zeros((0, len(feature_names(html=signs is not None))), dtype=np.float32)
    page = _PageWords.of(lines, title)
    own = np.array([_shape(line, number, page) + _patterns(line) for number, line in enumerate(lines)], dtype=np.float32)
    if signs is not None:
        own = np.hstack([own, np.array([_html(s) for s in signs], dtype=np.float32)])
    return np.hstack([own, _around(own, has_signs=signs is not None), _position(lines)])


def feature_names(*, html: bool) -> tuple[str, ...]:
    """Returns the names of the columns of `line_features`."""
    own = SHAPE + tuple(f"is_{r}_line" for r in _REASONS) + (HTML if html else ())
    near = _near_names(html=html)
    return own + tuple(f"{n}@{d:+d}" for d in _OFFSETS for n in near) + tuple(f"{n}~{w}" for w in _WINDOWS for n in near) + _POSITION


_OFFSETS = (-2, -1, 1, 2)
_WINDOWS = (3, 8)
_POSITION = ("at", "at_chars", "from_start", "from_end", "page_lines", "page_chars")
_NEAR = ("words", "chars", "terminal", "sentences", "capitals", "stamp", "times_seen", "topic", "bullet")
_NEAR_HTML = ("extracted", "linked", "is_p")


def _near_names(*, html: bool) -> tuple[str, ...]:
    return _NEAR + (_NEAR_HTML if html else ())


@dataclass(frozen=True, slots=True)
class _PageWords:
    """What the whole page says: how often each line stands there, and which words its long lines hold."""

    counts: Counter[str]
    holders: Counter[str]
    title: frozenset[str]
    seen: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[str], title: str | None) -> _PageWords:
        counts: Counter[str] = Counter()
        seen = []
        for line in lines:
            seen.append(counts[line])
            counts[line] += 1
        holders = Counter(w for line in lines if len(line) >= _TOPIC_MIN_CHARS for w in set(words(line)))
        return cls(counts, holders, frozenset(words(title or "")), tuple(seen))


def _shape(line: str, number: int, page: _PageWords) -> list[float]:
    tokens = _WORD.findall(line)
    count = len(tokens) or 1
    low = [t.lower() for t in tokens]
    own = 1 if len(line) >= _TOPIC_MIN_CHARS else 0
    content = [w for w in set(low) if len(w) > 3]
    known = sum(1 for w in content if page.holders[w] > own)
    often = sum(1 for w in content if page.holders[w] > own + 1)
    bare = line.rstrip(_CLOSERS)
    times = page.counts[line]
    return [
        math.log1p(len(tokens)),
        math.log1p(len(line)) / 2,
        float(len(tokens) < 4),
        float(len(tokens) > 25),
        float(bare.endswith(_TERMINAL) and len(tokens) > 3),
        float(bare.endswith(":")),
        float(bare.endswith("?")),
        min(len(_SENTENCE_END.findall(line)), 6) / 3,
        sum(t[0].isupper() for t in tokens) / count,
        sum(t.isupper() and len(t) > 1 for t in tokens) / count,
        sum(c.isdigit() for c in line) / len(line),
        min(line.count(","), 6) / 3,
        float("|" in line or "»" in line or "›" in line),
        float(any(q in line for q in '"“”«')),
        float(line[0] in "-–—•*·►▶"),
        float(line[0].islower()),
        sum(not (c.isalnum() or c.isspace()) for c in line) / len(line),
        float("@" in line or "http" in line or "www." in line),
        float(has_stamp(line)),
        sum(map(len, tokens)) / count / 5,
        float(page.seen[number] > 0),
        math.log(times),
        known / (len(content) or 1),
        often / (len(content) or 1),
        sum(w in page.title for w in set(low)) / count if page.title else 0.0,
    ]


def _patterns(line: str) -> list[float]:
    reason = line_reason(line)
    return [float(reason == r) for r in _REASONS]


def _html(signs: Signs) -> list[float]:
    heading, item, cell = signs.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}, signs.tag in {"li", "dt", "dd"}, signs.tag in {"td", "th"}
    known = [signs.tag in {"p", "blockquote", "pre"}, heading, item, cell, signs.tag in {"div", "section", "article", "main"}]
    return [signs.extracted, signs.linked, *(float(k) for k in known), float(not any(known))]


def _around(own: NDArray[np.float32], *, has_signs: bool) -> NDArray[np.float32]:
    names = SHAPE + _REASONS + (HTML if has_signs else ())
    near = own[:, [names.index(n) for n in _near_names(html=has_signs)]]
    count, width = near.shape
    columns = []
    for offset in _OFFSETS:
        shifted = np.zeros_like(near)
        if offset < 0:
            shifted[-offset:] = near[:offset]
        else:
            shifted[: max(count - offset, 0)] = near[offset:]
        columns.append(shifted)
    sums = np.vstack([np.zeros((1, width), dtype=np.float64), np.cumsum(near, axis=0, dtype=np.float64)])
    for window in _WINDOWS:
        low, high = np.maximum(np.arange(count) - window, 0), np.minimum(np.arange(count) + window + 1, count)
        columns.append(((sums[high] - sums[low]) / (high - low)[:, None]).astype(np.float32))
    return np.hstack(columns)


def _position(lines: Sequence[str]) -> NDArray[np.float32]:
    count = len(lines)
    lengths = np.array([len(line) for line in lines], dtype=np.float64)
    number = np.arange(count)
    before = (np.cumsum(lengths) - lengths) / lengths.sum()
    columns = [
        number / count,
        before,
        np.log1p(number) / 3,
        np.log1p(count - 1 - number) / 3,
        np.full(count, math.log1p(count) / 5),
        np.full(count, math.log1p(float(lengths.sum())) / 10),
    ]
    return np.stack(columns, axis=1).astype(np.float32)
