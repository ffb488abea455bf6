"""The lines of a page → for each, why it is not part of the article, or None where it is.

Judges in turn: the line model (shape and neighbourhood), the patterns of known frame lines, the headline, lines the site
repeats, the edges of the body, and repeats inside it. Reason codes: `boilerplate` (the model and the edges), those of
`lexicon/data/page_lines.tsv`, `repeat` and `title`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.lexicon.markup_words import KINDS
from parley.lexicon.page_lines import line_reason
from parley.pages.features import line_features, words
from parley.pages.headline import find_headline, prints_title
from parley.pages.line_model import load_line_model, viterbi
from parley.pages.repeats import find_repeats
from parley.pages.stamps import find_stamps
from parley.pages.visible import VisibleLine

_STAY = 0.1  # the cost of changing kind between lines; the model already sees the neighbours
_MIN_PROSE_WORDS = 5
_MIN_RESCUED_WORDS = 12
_MIN_RESCUED_SHARE = 0.3  # of a rescued line's words that the body knows
_FRAME = frozenset(("promotion", "form", "cookie", "copyright", "share", "stamp", "heading"))
_TAIL = sum(1 << KINDS.index(kind) for kind in ("nav", "side", "related", "share", "form", "ad", "meta"))  # parts in which no article ends
_MAX_SIGNS = 0.03  # of a text's lines that may look like a site's frame where it has none
_MAX_LOST = 0.45  # of a bare article's characters that the line model may miss
_MAX_SOUP = 0.5  # distinct words to words in a line that only repeats a name
_MIN_TEASERS = 2
_MAX_TEASER = 200  # characters
_MARGIN = 4  # characters that may stand between a line's end and the date
_CLOCK = re.compile(r",? ?(?:at )?\d{1,2}[:.]\d\d.{0,12}$")  # what may stand behind the date besides
_SIGNED = re.compile(r"[-–—/(]{1,2} ?[A-Z]{2,8}(?: ?[/,&] ?[A-Z]{2,8}){0,2}\)?|[\W_]{2,80}")  # "- AFP", the agency's sign; a rule of dashes
_CLOSERS = "\"'”’»)]"
_STOPS = (".", "!", "?", "…", "。", "؟", "।")


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict for each line (None: kept; else a reason code), and the headline if one was found."""

    reasons: tuple[str | None, ...]
    title: str | None


def judge_lines(lines: Sequence[str], title: str | None = None, seen: Sequence[VisibleLine] | None = None) -> Judged:
    """Judges the lines of one page.

    Args:
        lines: all lines in page order.
        title: the headline where the container or the markup states one.
        seen: the same lines with their places in the page's tree, for HTML; None for plain text.
    """
    model = load_line_model(html=seen is not None)
    known = [line_reason(line) for line in lines]
    odds = model.log_odds(line_features(lines, known, title, seen))
    body = _rescue(lines, _smooth(odds, known), known)
    headline = find_headline(lines, body, title)
    reasons = [_reason(line, is_body=b, known=k, title=headline) for line, b, k in zip(lines, body, known, strict=True)]
    reasons = _drop_head_stamps(lines, _drop_teasers(lines, reasons))
    if seen is not None:
        reasons = _drop_tail(seen, reasons)
    if seen is None:
        trimmed = _trim(lines, _drop_site_lines(lines, reasons))
        reasons = _give_back(lines, trimmed) if _is_bare(lines, trimmed) else trimmed
    if not any(r is None and (seen or _may_be_all(line)) for line, r in zip(lines, reasons, strict=True)):
        reasons = [k or (None if m else "boilerplate") for k, m in zip(known, map(_may_be_all, lines), strict=True)]
    repeats = find_repeats(lines, [r is None for r in reasons])
    return Judged(tuple("repeat" if again else r for again, r in zip(repeats, reasons, strict=True)), headline)


def is_prose(line: str) -> bool:
    """Returns whether a line reads as a sentence: words enough and a full stop at its end."""
    return line.rstrip(_CLOSERS).endswith(_STOPS) and len(words(line)) >= _MIN_PROSE_WORDS


def _smooth(odds: NDArray[np.float32], known: Sequence[str | None]) -> list[bool]:
    """Runs Viterbi over the lines no pattern knows, so that an advertisement between two paragraphs does not part them."""
    open_lines = [n for n, reason in enumerate(known) if not reason]
    body = [False] * len(known)
    for n, verdict in zip(open_lines, viterbi(odds[open_lines], _STAY), strict=True):
        body[n] = verdict
    return body


def _may_be_all(line: str) -> bool:
    """Whether a line may be the article of a page in which the model sees none: a sentence, or several in one line."""
    return is_prose(line) or (len(words(line)) >= _MIN_RESCUED_WORDS and any(stop + " " in line for stop in _STOPS))


def _reason(line: str, *, is_body: bool, known: str | None, title: str | None) -> str | None:
    if prints_title(line, title):
        return "title"
    known = known or ("credit" if _SIGNED.fullmatch(line) else None)
    return known or (None if is_body else "boilerplate")


def _rescue(lines: Sequence[str], body: Sequence[bool], known: Sequence[str | None]) -> list[bool]:
    """Takes in prose just above or below the body that speaks of the same things, such as a lead cut off by an advertisement."""
    holders = Counter(w for line, b in zip(lines, body, strict=True) if b for w in set(_content(line)))
    rescued = list(body)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        beside = False
        for n in order:
            if not rescued[n] and beside and not known[n]:
                rescued[n] = _belongs(lines[n], holders)
            beside = rescued[n] or (beside and known[n] == "promotion")
    return rescued


def _belongs(line: str, holders: Counter[str]) -> bool:
    content = _content(line)
    shared = sum(1 for w in content if holders[w])
    return is_prose(line) and len(words(line)) >= _MIN_RESCUED_WORDS and shared >= _MIN_RESCUED_SHARE * len(content)


def _content(line: str) -> list[str]:
    return [w for w in words(line) if len(w) > 3]


def _drop_teasers(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str | None]:
    """Drops dated headlines of other pieces: lines that are no sentence and begin or end with a full date, where there are several."""
    dated = [not is_prose(line) and _is_dated(line) for line in lines]
    return [r or ("stamp" if d else None) for r, d in zip(reasons, dated, strict=True)] if sum(dated) >= _MIN_TEASERS else list(reasons)


def _drop_head_stamps(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str | None]:
    """Drops dated lines above the first sentence that are no sentence themselves: "News in brief - Thursday, 14 March 2024"."""
    start = next((n for n, (line, r) in enumerate(zip(lines, reasons, strict=True)) if r is None and is_prose(line)), 0)
    return [r or ("stamp" if n < start and _is_dated(line) else None) for n, (line, r) in enumerate(zip(lines, reasons, strict=True))]


def _is_dated(line: str) -> bool:
    stamps = [s for s in find_stamps(line) if s.year] if len(line) <= _MAX_TEASER else []
    return any(s.start < _MARGIN or s.end > len(line) - _MARGIN or _CLOCK.match(line, s.end) for s in stamps)


def _drop_tail(seen: Sequence[VisibleLine], reasons: Sequence[str | None]) -> list[str | None]:
    """Drops the few words that are kept below the last sentence of a page in elements that call themselves tags, links or forms."""
    last = max((n for n, (line, r) in enumerate(zip(seen, reasons, strict=True)) if r is None and is_prose(line.text)), default=len(seen))
    return [
        r or ("boilerplate" if n > last and len(words(line.text)) < _MIN_PROSE_WORDS and line.near & _TAIL else None)
        for n, (line, r) in enumerate(zip(seen, reasons, strict=True))
    ]


def _drop_site_lines(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str | None]:
    """Drops lines that name the site again and again: short lines that stand on the page twice, and lines of one word repeated.

    Where the body itself stands there twice, its short lines do so too; then only what stands there three times is dropped.
    """
    counts = Counter(line.lower() for line in lines)
    prose = [line for line in lines if is_prose(line)]
    often = 3 if len(set(prose)) < 0.8 * len(prose) else 2
    return [
        r or ("boilerplate" if not is_prose(line) and (counts[line.lower()] >= often or _is_soup(line)) else None)
        for line, r in zip(lines, reasons, strict=True)
    ]


def _is_soup(line: str) -> bool:
    tokens = words(line)
    return len(tokens) > 1 and len(set(tokens)) <= _MAX_SOUP * len(tokens)


def _is_bare(lines: Sequence[str], reasons: Sequence[str | None]) -> bool:
    """Whether a text is an article without a site's frame: hardly a line of forms, notices or menus, and most of it prose."""
    signs = sum(r in _FRAME for r in reasons)
    lost = sum(len(line) for line, r in zip(lines, reasons, strict=True) if r == "boilerplate")
    return signs <= _MAX_SIGNS * len(lines) and lost <= _MAX_LOST * sum(map(len, lines))


def _give_back(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str | None]:
    """Keeps what the line model misses in a bare article: its headings, lists and tables; above the first sentence, only what reads as text."""
    start = next((n for n, (line, r) in enumerate(zip(lines, reasons, strict=True)) if r is None and is_prose(line)), len(lines))
    return [
        None if r in ("boilerplate", "heading") and (n > start or len(words(line)) >= _MIN_RESCUED_WORDS) else r
        for n, (line, r) in enumerate(zip(lines, reasons, strict=True))
    ]


def _trim(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str | None]:
    """Drops what is kept above the headline, a few words above the first sentence, and all that is kept below the last one."""
    prose = [n for n, (line, r) in enumerate(zip(lines, reasons, strict=True)) if r is None and is_prose(line)]
    if not prose:
        return list(reasons)
    title = max((n for n, r in enumerate(reasons) if r == "title" and n < prose[0]), default=-1)
    return [
        r or ("boilerplate" if n < title or n > prose[-1] or (n < prose[0] and len(words(line)) < _MIN_PROSE_WORDS) else None)
        for n, (line, r) in enumerate(zip(lines, reasons, strict=True))
    ]
