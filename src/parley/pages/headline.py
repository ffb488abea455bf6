"""Lines of a page → its headline, and which lines only print it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parley.lexicon.page_lines import line_reason
from parley.pages.features import words
from parley.pages.masthead import leading_name
from parley.pages.stamp_lines import document_day
from parley.pages.stamps import has_stamp

_REACH = 30  # lines above the body in which a headline is looked for
_MIN_WORDS, _MAX_WORDS = 3, 28
_MIN_SCORE = 0.55
_MIN_CLOSE = 0.2  # where it stands right above the first sentence
_MAX_NAME, _MAX_NAMES = 3, 3  # words of a line that only names a section, site or writer; and how many such lines may stand under a headline
_BETWEEN = frozenset(("stamp", "byline", "caption", "share", "credit"))
_SITE_CHARS = 80  # which a site may put around a headline
_STEM = 4  # letters of a word that count when words are compared
_REPRINTED = 0.1


def find_headline(lines: Sequence[str], body: Sequence[bool], known: str | None = None) -> str | None:
    """Returns the page's headline: `known` when given, else the line above the body's start that fits it best, or None.

    A headline stands close above the body, is no sentence, and shares its words with the body.

    Args:
        lines: the lines of a page in order.
        body: which of them are prose of the article.
        known: the title the page's container or markup states.
    """
    if known:
        return known
    start = next((n for n, (line, b) in enumerate(zip(lines, body, strict=True)) if b and _is_prose(line)), None)
    if start is None:
        return None
    counts = Counter(stem for line, b in zip(lines, body, strict=True) if b and _is_prose(line) for stem in set(_stems(line)))
    best = _best_above(lines, start, counts)
    return _bare(lines[best]) if best >= 0 else _bare(lines[start]) if _is_question(lines[start]) else None


def _best_above(lines: Sequence[str], start: int, counts: Counter[str]) -> int:
    """The line above the first sentence that shares most words with the body, else the one close above it, or -1."""
    above = range(max(0, start - _REACH), start)
    letters = ["".join(words(line)) for line in lines]
    scored = [(_score(lines[n], counts) - 0.01 * (start - n) + _REPRINTED * _is_reprinted(letters, n), n) for n in above]
    best = max(scored, default=(0.0, -1))
    if best[0] >= _MIN_SCORE:
        return best[1]
    close = _close_above(lines, start)
    return close if close >= 0 and _score(lines[close], counts) >= _MIN_CLOSE else -1


def _close_above(lines: Sequence[str], start: int) -> int:
    """The line above the first sentence with nothing between them but stamps, credits, captions, share buttons and a few names, or -1."""
    above = [n for n in range(start - 1, max(-1, start - _REACH), -1) if words(lines[n]) and not _is_between(lines[n])]
    short = next((at for at, n in enumerate(above) if len(words(lines[n])) > _MAX_NAME and not leading_name(lines[n])), _MAX_NAMES + 1)
    nearest = above[short] if short <= min(_MAX_NAMES, len(above) - 1) else -1
    return nearest if nearest >= 0 and not lines[nearest].endswith(".") else -1


def _is_between(line: str) -> bool:
    return line_reason(line) in _BETWEEN or _is_dated(line)


def _is_question(line: str) -> bool:
    """Whether a line is one question and no more, as headlines are."""
    return line.endswith("?") and not any(stop in line for stop in (". ", "! ", "? "))


def prints_title(line: str, title: str | None) -> bool:
    """Returns whether a line is the title again, alone or with a site's name or a few words about it."""
    if not title or len(line) > len(title) + _SITE_CHARS:
        return False
    wanted, found = words(title), words(line)
    if len(wanted) < _MIN_WORDS or not found or len(found) > len(wanted) + 6:
        return False
    joined = "".join(wanted)
    return joined in "".join(found) or (len(found) >= 4 and "".join(found) in joined and len(found) >= 0.6 * len(wanted))


def _is_reprinted(letters: Sequence[str], number: int) -> bool:
    """Whether another line prints this one again, as title bars and captions do with a headline."""
    return any(n != number and letters[number] in other for n, other in enumerate(letters))


def _is_prose(line: str) -> bool:
    return len(line) >= 60 and line.rstrip("\"'”’»)]").endswith((".", "!", "?", "…"))


def _score(line: str, counts: Counter[str]) -> float:
    tokens = words(line)
    if not _MIN_WORDS <= len(tokens) <= _MAX_WORDS or line_reason(line) or _is_dated(line) or line[0] in "-•*·" or leading_name(line):
        return 0.0
    content = list(dict.fromkeys(_stems(line)))
    known = sum(1 for stem in content if counts[stem]) / len(content) if content else 0.0
    is_sentence = line.endswith(".") and len(tokens) > 8
    return known * (0.5 if is_sentence else 1.0) * (1.0 if len(tokens) >= 5 else 0.8)


def _is_dated(line: str) -> bool:
    return has_stamp(line) and not document_day(line)


def _stems(line: str) -> list[str]:
    """The first letters of the longer words, so that "fail" meets "failed"."""
    return [w[:_STEM] for w in words(line) if len(w) >= _STEM]


def _bare(line: str) -> str:
    return " ".join(line.split())
