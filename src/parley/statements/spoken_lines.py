"""Lines that say themselves who speaks → quotation, speaker and the mark between them.

A transcript sets the name before a colon ("BRANDT: We will go."), an embedded post has its author behind a dash
("We will go. — Ada Brandt (@adab)"). Neither needs quotation marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Naming, Party, Span
from parley.statements.quotations import Quotation
from parley.statements.transcripts import Transcript, read_transcript

_LABEL = re.compile(r"^[ \t]*(?P<name>[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{0,30}){0,4}):[ \t]+(?P<said>\S[^\n]*)", re.MULTILINE)
_AUTHOR = re.compile(r"(?P<mark>[—―–]|--?)[ ]?(?P<name>[^\W\d_][^\n()@—]{1,60}?) ?\(@\w{1,30}\)")
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 3


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """What one line or post says: the stretch said, who says it if the text tells, and the offsets of the mark that shows it."""

    said: Quotation
    speaker: Party | None
    mark: tuple[int, int]


def find_spoken_lines(text: str, naming: Naming) -> tuple[SpokenLine, ...]:
    """Returns the transcript lines and posts of an article, in text order and without overlap."""
    found: list[SpokenLine] = []
    answers = _answers(text, read_transcript(text, naming))
    for line in sorted((*answers, *(() if answers else _transcript(text, naming)), *_posts(text, naming)), key=lambda s: s.said.start):
        if not found or found[-1].said.end <= line.said.start:
            found.append(line)
    return tuple(found)


def _answers(text: str, transcript: Transcript) -> list[SpokenLine]:
    return [
        SpokenLine(Quotation(a.pieces), Party(Span.of(text, *a.label), a.name) if a.name is not None else None, (a.label[1], a.label[1] + 1))
        for a in transcript.answers
        if len(_WORD.findall(text[a.pieces[0][0] : a.pieces[-1][1]])) >= _MIN_WORDS
    ]


def _transcript(text: str, naming: Naming) -> Iterator[SpokenLine]:
    labels = list(_LABEL.finditer(text))
    times = Counter(label["name"] for label in labels)
    for label in labels:
        start, end = label.span("name")
        is_person = any(e.type == "PERSON" and start <= e.span.start and e.span.end == end for e in naming.entities)
        is_turn = label["name"].isupper() and times[label["name"]] > 1
        if (is_person or is_turn) and len(_WORD.findall(label["said"])) >= _MIN_WORDS:
            yield SpokenLine(Quotation((_stripped(text, *label.span("said")),)), _party(text, naming, start, end), (end, end + 1))


def _posts(text: str, naming: Naming) -> Iterator[SpokenLine]:
    for author in _AUTHOR.finditer(text):
        end = len(text[: author.start()].rstrip())
        start = text.rfind("\n", 0, end) + 1
        if len(_WORD.findall(text[start:end])) >= _MIN_WORDS and text.count("\n", end, author.start()) <= 2:
            yield SpokenLine(Quotation((_stripped(text, start, end),)), _party(text, naming, *author.span("name")), author.span("mark"))


def _party(text: str, naming: Naming, start: int, end: int) -> Party:
    phrase = Span.of(text, start, end)
    return Party(phrase, " and ".join(naming.names_in(start, end)) or phrase.text)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
