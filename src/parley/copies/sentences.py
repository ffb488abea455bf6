"""A text → its sentences, as offsets, with the words inside quotation marks counted.

The copies room runs before the language pass, on texts it will never read again, so it splits by punctuation alone.
Both members of a pair are split alike; that is all an alignment needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Span

LONGEST = 120
"""Words after which a sentence is cut: tables and lists without full stops would otherwise swamp an alignment."""
MOST = 60_000
"""Words after which a text is no longer read."""

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
_TOKEN = re.compile(r"\w+|[“”]")
_OPENING = re.compile(r'(?<![^\s(\[–—-])"(?=\S)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Offsets of a sentence in its text, its words in lower case, and how many of them stand in quotation marks."""

    start: int
    end: int
    words: tuple[str, ...]
    quoted: int

    def span_in(self, text: str) -> Span:
        """Cuts the sentence out of the text it came from."""
        return Span.of(text, self.start, self.end)


def split_sentences(text: str) -> Iterator[Sentence]:
    """Yields the sentences of `text` that hold a word, in order.

    Straight quotation marks are told apart by the space before them. An opening mark lasts to the closing one or the end
    of its paragraph, so that a missing mark spoils one paragraph at most.
    """
    marked = _OPENING.sub("“", text).replace('"', "”") if '"' in text else text
    start, inside, left = 0, False, MOST
    for stop in (*(found.end() for found in _BREAK.finditer(marked)), len(marked)):
        piece = marked[start:stop].lower()
        if "“" in piece or "”" in piece:
            words, quoted, inside = _count_quoted(_TOKEN.findall(piece), inside)
        else:
            words = _WORD.findall(piece)
            quoted = len(words) if inside else 0
        if words:
            yield from _cut(start, stop, words, quoted, marked)
        inside = inside and "\n" not in marked[max(start, stop - 4) : stop]
        start, left = stop, left - len(words)
        if left <= 0:
            return


def _count_quoted(tokens: list[str], inside: bool) -> tuple[list[str], int, bool]:
    words, quoted = [], 0
    for token in tokens:
        if token in "“”":
            inside = token == "“"
        else:
            words.append(token)
            quoted += inside
    return words, quoted, inside


def _cut(start: int, stop: int, words: list[str], quoted: int, text: str) -> Iterator[Sentence]:
    """Cuts an overlong sentence into pieces of `LONGEST` words; `quoted` is shared out evenly."""
    if len(words) <= LONGEST:
        yield Sentence(start, stop, tuple(words), quoted)
        return
    ends = [start + found.end() for found in _WORD.finditer(text[start:stop])][LONGEST - 1 : MOST : LONGEST]
    for number, first in enumerate(range(0, min(len(words), MOST), LONGEST)):
        piece = tuple(words[first : first + LONGEST])
        end = ends[number] if number < len(ends) else stop
        yield Sentence(start, end, piece, quoted * len(piece) // len(words))
        start = end
