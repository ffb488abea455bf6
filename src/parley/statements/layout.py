"""Where quotations stand beside cues on the page: what the layout says when the syntax does not.

Works on the text between marks, so it holds for quotations of several sentences, which no sentence-wise parse sees whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from parley.statements.quotations import Quotation

_SENTENCE_END = re.compile(r"[.!?…][”\"’')]*\s")
_MAX_GAP = 160
_MIN_WORDS = 6
_MAX_TAIL_WORDS = 5
_MAX_TAIL = 1_000  # white space included
_SIGNATURE = re.compile(r"\s{0,4}(?P<mark>[-–—―]{1,2})\s?(?P<name>(?:[A-Z][\w.’'-]*\s?){1,5})(?=,|\n|$)")
_WORD = re.compile(r"[^\W\d_]+")
Cue = tuple[int, int]


def adopt(doc: Doc, text: str, quotation: Quotation, quotations: Sequence[Quotation], cues: Sequence[Cue]) -> Cue | None:
    """Returns the cue that stands before or after the quotation in the same sentence, if one does."""
    if is_title(text[quotation.start : quotation.end]):
        return None
    return _cue_after(text, quotation, quotations, cues) or _cue_before(text, quotation, quotations, cues)


def _cue_after(text: str, quotation: Quotation, quotations: Sequence[Quotation], cues: Sequence[Cue]) -> Cue | None:
    """`"We will go," the minister told reporters.` The quotation must end in a comma or a mark that ends speech."""
    end = quotation.end
    last = text[max(0, end - 2) : end + 1]
    if not any(mark in last for mark in ",?!.—–…"):
        return None
    stop = min(end + _MAX_GAP, _next_break(text, end), min((q.start for q in quotations if q.start >= end), default=len(text)))
    # After a full stop the words that follow are a sentence of their own and need not be about the quotation.
    if text[end - 2 : end - 1] == "." and text[end : end + 2].strip()[:1].isupper() and not _is_short(text, end, stop):
        return None
    return next((cue for cue in cues if end <= cue[0] < stop), None)


def _is_short(text: str, start: int, stop: int) -> bool:
    return len(_WORD.findall(text[start:stop])) <= 8


def _cue_before(text: str, quotation: Quotation, quotations: Sequence[Quotation], cues: Sequence[Cue]) -> Cue | None:
    """`He said: "We will go."`, also with the quotation in the next paragraph after a colon."""
    start = quotation.start
    before = text[:start].rstrip()[-1:]
    paragraph = text.rfind("\n", 0, start) + 1
    if before == ":":
        paragraph = text.rfind("\n", 0, text.rfind(":", 0, start)) + 1
    floor = max(paragraph, start - _MAX_GAP, max((q.end for q in quotations if q.end <= start), default=0))
    breaks = [m.end() for m in _SENTENCE_END.finditer(text, floor, start)]
    floor = breaks[-1] if breaks else floor
    found = [cue for cue in cues if floor <= cue[0] and cue[1] <= start]
    if not found or (before not in ":," and len(_WORD.findall(text[found[-1][1] : start])) > 3):
        return None
    return found[-1]


def attribution(text: str, cue: Cue, quotations: Sequence[Quotation]) -> tuple[int, int] | None:
    """Returns the stretch around a cue that only attributes: from a quotation that ends like speech to the next one or the sentence end."""
    before = [q for q in quotations if q.end <= cue[0]]
    if not before or _next_break(text, before[-1].end) < cue[0]:
        return None
    end = before[-1].end
    if text[end - 2 : end - 1] not in (",", "?", "!", "—", "–") and text[end : end + 1] != ",":
        return None
    following = min((q.start for q in quotations if q.start >= cue[1]), default=len(text))
    return end, min(following, _next_break(text, cue[1]))


def continues(text: str, previous: Quotation, quotation: Quotation, cue: Cue | None, content_end: int) -> bool:
    """Returns whether a quotation without a cue goes on with the statement of the one before it.

    True for `"A," she said. "B."`, and for a paragraph that is all quotation right after one that holds attributed quotation.
    """
    between = text[max(previous.end, content_end) : quotation.start] if content_end <= quotation.start else ""
    if "\n" not in between:
        tail = text[max(previous.end, cue[1] if cue else 0, content_end) : quotation.start]
        is_one_sentence = len(_SENTENCE_END.findall(tail)) <= 1
        return is_one_sentence and len(between) < _MAX_GAP * 2 and is_speech(text, quotation, 2)
    paragraph_end = text.find("\n", quotation.end)
    rest = text[quotation.end : paragraph_end if paragraph_end >= 0 else len(text)]
    one_break = not any(part.strip() for part in between.split("\n")[1:])
    head = between.split("\n")[0]
    return one_break and not rest.strip() and len(_WORD.findall(head)) <= 25 and is_speech(text, quotation, 2)


@dataclass(frozen=True, slots=True)
class Signature:
    """Offsets of the name under a quotation and of the dash before it."""

    name: tuple[int, int]
    mark: tuple[int, int]


def signature(text: str, quotation: Quotation) -> Signature | None:
    """Returns the name set after a dash under or behind a quotation that fills its paragraph: "“…”\n— Ann Lee"."""
    found = _SIGNATURE.match(text, quotation.end)
    fills = not text[text.rfind("\n", 0, quotation.start) + 1 : quotation.start].strip()
    return Signature(found.span("name"), found.span("mark")) if found and fills else None


def leads_to(text: str, end: int, quotation: Quotation) -> bool:
    """Returns whether the quotation follows right on the sentence whose content or cue ends at `end`: `He said he won. "I won."`.

    A quotation that fills the next paragraph follows too: print sets long quotations so.
    """
    if not 0 <= quotation.start - end <= _MAX_TAIL:
        return False
    between = text[end : quotation.start]
    if len(_WORD.findall(between)) > _MAX_TAIL_WORDS or len(_SENTENCE_END.findall(between)) > 1:
        return False
    return "\n" not in between or _fills_paragraph(text, quotation)


def _fills_paragraph(text: str, quotation: Quotation) -> bool:
    before = text[text.rfind("\n", 0, quotation.start) + 1 : quotation.start]
    stop = text.find("\n", quotation.end)
    return not before.strip() and not text[quotation.end : stop if stop >= 0 else len(text)].strip()


def is_title(words: str) -> bool:
    """Returns whether words between marks are a title: several, nearly all capitalised, without a sentence's end."""
    found = [w for w in _WORD.findall(words) if len(w) > 3 or w[0].isupper()]
    return len(found) > 1 and all(w[0].isupper() for w in found) and not re.search(r"[.!?,]\W*$", words)


def is_speech(text: str, quotation: Quotation, at_least: int = _MIN_WORDS) -> bool:
    """Tells speech from scare quotes, titles and names: speech has some length and ends like a sentence or fills its paragraph."""
    words = " ".join(text[start:end] for start, end in quotation.pieces)
    if len(_WORD.findall(words)) < at_least:
        return False
    if is_title(words):
        return False
    body = words.strip("“”\"'‘’«»„` \n")
    return body[-1:] in ".!?…," or text[quotation.end : quotation.end + 1] in ("", "\n")


def _next_break(text: str, start: int) -> int:
    newline = text.find("\n", start)
    found = _SENTENCE_END.search(text, start + 1)
    return min(newline if newline >= 0 else len(text), found.end() if found else len(text))
