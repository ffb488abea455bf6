"""A text → its sentences, as offsets, with their words hashed and those inside quotation marks counted.

The copies room runs before the language pass, on texts it will never read again, so it splits by punctuation alone.
Both members of a pair are split alike; that is all an alignment needs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from operator import sub

import numpy as np

from parley.copies.words import Hashes, Ints, Words, find_words
from parley.model import Span

LONGEST = 120
"""Words after which a sentence is cut: tables and lists without full stops would otherwise swamp an alignment."""
MOST = 400_000
"""Characters after which a text is no longer read: about 60,000 words."""

# A full stop after a title, an initial or the parts of "U.S." ends nothing. A single line break ends a sentence unless
# the next line goes on in lower case (a hard-wrapped dump). All alternatives open with one set, which is fast to search.
_BREAK = re.compile(
    r"""[.!?…\n]
      (?: (?<!\n)
          (?<![\s.(][A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\bGen\.)(?<!\bSen\.)
          (?<!\bRep\.)(?<!\bGov\.)(?<!\bCol\.)(?<!\bLt\.)(?<!\bNo\.)(?<!\bProf\.)
          ["”’')\]]{0,3}[ \t]{1,40}(?=["“‘'(\[]?[^\Wa-z])
        | (?<=\n)(?:[ \t]{0,40}\n\s{0,40}|\s{0,40}(?=["“‘'(\[–—-]|[^\Wa-z]))
      )""",
    re.VERBOSE,
)
_MARK = re.compile("[“”]")
_OPENING = re.compile(r'(?<![^\s(\[–—-])"(?=\S)')


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """The sentences of a text that hold a word, in order.

    Args:
        starts, ends: offsets of each, in code points, end exclusive.
        lengths: words of each.
        quoted: words of each that stand in quotation marks.
        words: a hash for each word of the text.
    """

    starts: Ints
    ends: Ints
    lengths: Ints
    quoted: Ints
    words: Hashes

    def spans_in(self, text: str) -> list[Span]:
        """Cuts the sentences out of the text they came from."""
        return [Span.of(text, start, end) for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True)]


def split_sentences(text: str) -> Sentences:
    """Splits `text` into sentences.

    Straight quotation marks are told apart by the space before them; two single ones make a double one. An opening mark
    lasts to the closing one or the end of its paragraph, so that a missing mark spoils one paragraph at most.
    """
    text = text[:MOST]
    marked = _mark_quotations(text)
    words = find_words(marked)
    stops = [found.end() for found in _BREAK.finditer(marked)]
    is_quoted = _find_quoted(marked, stops, words)
    stops.append(len(marked))
    held = words.starts.searchsorted(stops).tolist()
    if max(map(sub, held, (0, *held))) > LONGEST:
        stops = _cut_overlong(stops, held, words)
        held = words.starts.searchsorted(stops).tolist()
    rows = [row for row in zip((0, *stops), stops, (0, *held), held, strict=False) if row[2] < row[3]]
    starts, ends, firsts, lasts = np.array(rows, np.int64).reshape(-1, 4).T
    return Sentences(starts, ends, lasts - firsts, is_quoted[lasts] - is_quoted[firsts], words.hashes)


def _mark_quotations(text: str) -> str:
    """Makes all double quotation marks round ones; the text keeps its length."""
    if "``" in text or "''" in text:
        text = text.replace("``", "“ ").replace("''", " ”")
    return _OPENING.sub("“", text).replace('"', "”") if '"' in text else text


def _find_quoted(text: str, breaks: list[int], words: Words) -> Ints:
    """Returns how many words in quotation marks stand before each word, and before the end."""
    so_far = np.zeros(len(words.starts) + 1, np.int64)
    if "“" in text:
        paragraph_ends = [(stop, 0) for start, stop in pairwise((0, *breaks)) if "\n" in text[max(start, stop - 4) : stop]]
        marks = sorted([(found.start(), int(found.group() == "“")) for found in _MARK.finditer(text)] + paragraph_ends)
        places, opened = np.array([(-1, 0), *marks], np.int64).T
        np.cumsum(opened[places.searchsorted(words.starts, "right") - 1], out=so_far[1:])
    return so_far


def _cut_overlong(stops: list[int], held: list[int], words: Words) -> list[int]:
    """Adds stops inside sentences of more than `LONGEST` words."""
    places = [last - 1 for first, end in pairwise((0, *held)) for last in range(first + LONGEST, end, LONGEST)]
    return sorted({*stops, *words.ends[places].tolist()})
