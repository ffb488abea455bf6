"""Lines of a page → numbers by which the line model tells article from frame.

Most features look at shape (length, punctuation, capitals), repetition and the words a line shares with the rest of the
page, so that they hold in other languages; the few English patterns come from `lexicon/data/page_lines.tsv`.
After Kohlschütter, Fankhauser and Nejdl (2010), "Boilerplate detection using shallow text features". Neighbours are the
model's business, not this module's.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from parley.lexicon.markup_words import KINDS
from parley.pages.regions import shares_of_prose
from parley.pages.stamps import has_stamp
from parley.pages.visible import VisibleLine

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s|$)")
_DIGIT = re.compile(r"\d")
_SYMBOL = re.compile(r"[^\w\s]")
_TERMINAL = tuple(".!?…")
_CLOSERS = "\"'”’»)]"
_TOPIC_MIN_CHARS = 80  # lines of at least this length say what the page is about
_MAX_LINKED = 0.5  # of a line that is prose
_HEAD = 400  # characters of a line that are looked at for its shape
_REASONS = ("promotion", "form", "cookie", "copyright", "share", "stamp", "credit", "byline", "caption", "heading")

_SHAPE = (
    "words", "chars", "short", "long", "terminal", "colon_end", "question", "sentences", "capitals", "upper", "little", "digits", "commas", "bars",
    "quote", "bullet", "lower_start", "symbols", "address", "stamp", "mean_word", "seen_before", "times_seen", "topic", "topic_known", "topic_above",
    "title",
)  # fmt: skip
_HTML = ("linked", "is_p", "is_heading", "is_item", "is_row", "is_div", "is_other")
_PARTS = ("parent_prose", "holder_prose", "in_main", *(f"near_{k}" for k in KINDS), *(f"in_{k}" for k in KINDS))
_POSITION = ("at", "at_chars", "from_start", "from_end", "page_lines", "page_chars")


def words(text: str) -> tuple[str, ...]:
    """Returns the words of `text` in lower case. Several judges ask for the same lines, so the last ones asked for are kept."""
    return _kept_words(text) if len(text) <= _HEAD * 10 else _words(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


_kept_words = lru_cache(maxsize=4096)(_words)


def feature_names(*, html: bool) -> tuple[str, ...]:
    """Returns the names of the columns of `line_features`."""
    return _SHAPE + tuple(f"is_{r}_line" for r in _REASONS) + ((_HTML + _PARTS) if html else ()) + _POSITION


def line_features(
    lines: Sequence[str], reasons: Sequence[str | None], title: str | None = None, seen: Sequence[VisibleLine] | None = None
) -> NDArray[np.float32]:
    """Returns one row of features a line.

    Args:
        lines: the lines of one page in order, none empty.
        reasons: what `line_reason` says of each.
        title: the page's title if known.
        seen: the lines with their places in the page's tree, for HTML; None for plain text.
    """
    if not lines:
        return np.zeros((0, len(feature_names(html=seen is not None))), dtype=np.float32)
    tokens = [_WORD.findall(line) for line in lines]
    columns = [
        np.array([_shape(line, found) for line, found in zip(lines, tokens, strict=True)], dtype=np.float32),
        np.array(_page_words(lines, [words(line) for line in lines], title), dtype=np.float32),
        np.array([[reason == r for r in _REASONS] for reason in reasons], dtype=np.float32),
        _position(lines),
    ]
    if seen is not None:
        columns[3:3] = [np.array([_element(line) for line in seen], dtype=np.float32), _parts(seen)]
    return np.hstack(columns)


def _shape(line: str, tokens: Sequence[str]) -> list[float]:
    head, first = line[:_HEAD], tokens[:60]
    count = len(first) or 1
    bare = line[-20:].rstrip(_CLOSERS)
    return [
        math.log1p(len(tokens)),
        math.log1p(len(line)) / 2,
        float(len(tokens) < 4),
        float(len(tokens) > 25),
        float(bare.endswith(_TERMINAL) and len(tokens) > 3),
        float(bare.endswith(":")),
        float(bare.endswith("?")),
        min(len(_SENTENCE_END.findall(line)), 6) / 3,
        len([t for t in first if t[0].isupper()]) / count,
        len([t for t in first if len(t) > 1 and t.isupper()]) / count,
        len([t for t in first if len(t) < 4 and t.islower()]) / count,
        len(_DIGIT.findall(head)) / len(head),
        min(line.count(","), 6) / 3,
        float("|" in line or "»" in line or "›" in line),
        float('"' in line or "“" in line or "”" in line or "«" in line),
        float(line[0] in "-–—•*·►▶"),
        float(line[0].islower()),
        len(_SYMBOL.findall(head)) / len(head),
        float("@" in line or "http" in line or "www." in line),
        float(has_stamp(line[:_HEAD])),
        sum(map(len, first)) / count / 5,
    ]


def _page_words(lines: Sequence[str], tokens: Sequence[Sequence[str]], title: str | None) -> list[list[float]]:
    """What a line shares with the page: whether it stood there before, how often it stands there, and whose words it uses."""
    counts = Counter(lines)
    content = [{w for w in found if len(w) > 3} for found in tokens]
    is_long = [len(line) >= _TOPIC_MIN_CHARS for line in lines]
    holders = Counter(w for held, long in zip(content, is_long, strict=True) if long for w in held)
    titled = set(words(title or ""))
    seen: Counter[str] = Counter()
    above: set[str] = set()
    get = holders.get
    rows = []
    for line, found, held, long in zip(lines, tokens, content, is_long, strict=True):
        own, size = int(long), len(held) or 1
        rows.append([
            float(seen[line] > 0),
            math.log(counts[line]),
            len([w for w in held if get(w, 0) > own]) / size,
            len([w for w in held if get(w, 0) > own + 1]) / size,
            len(held & above) / size,
            len([w for w in set(found) if w in titled]) / (len(found) or 1) if titled else 0.0,
        ])  # fmt: skip
        seen[line] += 1
        if long:
            above |= held
    return rows


def _element(line: VisibleLine) -> list[float]:
    heading, item, row = line.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}, line.tag in {"li", "dt", "dd"}, line.tag == "tr"
    known = [line.tag in {"p", "blockquote", "pre"}, heading, item, row, line.tag in {"div", "section", "article", "main"}]
    return [line.linked, *(float(k) for k in known), float(not any(known))]


def _parts(lines: Sequence[VisibleLine]) -> NDArray[np.float32]:
    """Where a line lies in the tree: its containers' shares of the prose, and the parts that its elements name."""
    prose = [len(line.text) if len(line.text) >= _TOPIC_MIN_CHARS and line.linked < _MAX_LINKED else 0 for line in lines]
    shares = np.array(shares_of_prose([line.path for line in lines], prose), dtype=np.float32)
    bits = np.array([[line.near, line.parts] for line in lines], dtype=np.int64)
    named = (bits[:, :, None] >> np.arange(len(KINDS))) & 1
    return np.hstack([shares, named.reshape(len(lines), -1).astype(np.float32)])


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
