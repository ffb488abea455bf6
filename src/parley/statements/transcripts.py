"""Questions and answers, one to a line → who gives each answer, and which lines only ask.

"Question: … / Deputy Spokesman: …" and "Q: … / A: …". Where lines are marked as questions, every other label names who answers, and what
follows up to the next label is the answer. "A" is the one person whom the text names before the first question.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from parley.model import Naming

_ASKING = frozenset("q question questions reporter journalist interviewer correspondent moderator".split())
_ANSWERING = frozenset(("a", "answer"))
_LABEL = re.compile(r"^[ \t]*(?P<name>[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,4}):[ \t]+(?P<said>\S[^\n]*)", re.MULTILINE)
_LINE = re.compile(r"\S[^\n]*")
_MAX_LINES = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """The lines of one answer, the offsets of its label, and the name of who gives it; None where the text does not say."""

    pieces: tuple[tuple[int, int], ...]
    label: tuple[int, int]
    name: str | None


@dataclass(frozen=True, slots=True)
class Transcript:
    """The answers of a text, and the stretches that ask."""

    answers: tuple[Answer, ...] = ()
    questions: tuple[tuple[int, int], ...] = ()


def read_transcript(text: str, naming: Naming) -> Transcript:
    """Reads the questions and answers of a text; nothing where no line is marked as a question."""
    labels = list(_LABEL.finditer(text))
    asked = [label for label in labels if label["name"].lower() in _ASKING]
    if not asked or len(asked) == len(labels):
        return Transcript()
    interviewed = _person_before(naming, asked[0].start())
    answers = []
    times = Counter(label["name"] for label in labels)
    for before, label, following in zip([None, *labels], labels, [*labels[1:], None], strict=False):
        answers_one = before in asked or times[label["name"]] > 1 or label["name"].lower() in _ANSWERING
        if label in asked or not answers_one:
            continue
        stop = following.start() if following is not None else label.end("said")
        lines = [m.span() for m in _LINE.finditer(text, label.start("said"), stop)][:_MAX_LINES]
        start, end = label.span("name")
        is_letter = label["name"].lower() in _ANSWERING
        name = interviewed if is_letter else " and ".join(naming.names_in(start, end)) or text[start:end]
        answers.append(Answer(tuple(_stripped(text, *line) for line in lines), (start, end), name))
    return Transcript(tuple(answers), tuple(label.span() for label in asked))


def _person_before(naming: Naming, offset: int) -> str | None:
    people = {e.name for e in naming.entities if e.type == "PERSON" and e.span.end <= offset}
    return people.pop() if len(people) == 1 else None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())
