"""Article → statements: cues with their syntactic content, then quotations laid over them.

Order of work: (1) each cue gets the content its syntax gives; (2) quotations that content touches are taken whole;
(3) quotations beside a cue go to it; (4) quotations that go on without a cue of their own join the statement before
them; (5) what is left and reads like speech becomes a statement with no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from parley.language.words import text_of
from parley.model import Naming, Party, Span, Statement
from parley.statements.content import Pieces
from parley.statements.drafts import Draft, make_drafts, set_fragments_aside
from parley.statements.layout import adopt, attribution, continues, is_speech, leads_to, signature
from parley.statements.pronouns import issuer_of, resolve_pronouns
from parley.statements.quotations import Quotation, find_quotations, reaching
from parley.statements.scored import IS_CUE
from parley.statements.spoken_lines import find_spoken_lines
from parley.statements.transcripts import read_transcript

_SIGNED = 3
"""Words that a quotation with a name set under it has at least."""
_RELATIVE = re.compile(r"\s?, (?:where|which|who|whose)\b[^,]{1,300}")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Anything a source is given as saying or holding. `is_statement`: the record tells it as a statement.

    Not told are wishes and plans ("wants to leave"), beliefs of nobody or of who thinks aloud, and bare objects ("condemned the attack").
    `source` is the phrase that gives who says or holds it, also where it is a pronoun that stands for nobody known.
    """

    statement: Statement
    is_statement: bool
    source: Span | None


def find_statements(doc: Doc, naming: Naming) -> tuple[Statement, ...]:
    """Returns the attributed speech of an article in text order.

    Args:
        doc: the article after the language pass; offsets are code points of `doc.text`.
        naming: who is who, used to resolve speakers; without an entry the speaker's name is its own words.
    """
    return tuple(found.statement for found in find_attributions(doc, naming) if found.is_statement)


def find_attributions(doc: Doc, naming: Naming) -> tuple[Attribution, ...]:
    """Returns the statements and, where the pipeline scores cues, all else that is attributed; arguments as for `find_statements`."""
    text = text_of(doc)
    spoken = find_spoken_lines(text, naming)
    marked = [q for q in find_quotations(text) if not any(line.said.overlaps(q.start, q.end) for line in spoken)]
    quotations = sorted([*marked, *(line.said for line in spoken)], key=lambda q: q.start)
    drafts = make_drafts(doc, text, naming, quotations)
    asked = read_transcript(text, naming).questions
    drafts = [d for d in drafts if d.cue is None or not any(start <= d.cue[0] < end for start, end in asked)]
    drafts += [Draft(line.mark, line.speaker, False, (), False, quotations=[line.said]) for line in spoken]
    _touch(drafts, quotations)
    set_fragments_aside(doc, drafts)
    _adopt(doc, text, drafts, quotations)
    told = [d for d in drafts if not d.is_aside and (d.pieces or d.quotations)]
    aside = [d for d in drafts if d.is_aside and d.pieces and d.sure >= IS_CUE]
    _name_pronouns(doc, naming, [*told, *aside], quotations)
    _continue(text, told, quotations)
    found = [Attribution(s, not d.is_aside, d.source) for d in (*told, *aside) if (s := _statement(text, d, quotations)) is not None]
    return tuple(sorted(found, key=_place))


def _place(found: Attribution) -> tuple[int, int, int]:
    statement = found.statement
    return statement.content[0].start, -statement.content[-1].end, statement.cue.start if statement.cue else -1


def _name_pronouns(doc: Doc, naming: Naming, drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    ordered = sorted(drafts, key=lambda d: d.speaker.span.start if d.speaker is not None else -1)
    issuer = issuer_of(doc, naming, [(d.speaker, d.cue) for d in ordered if d.speaker is not None and d.cue is not None])
    for draft in ordered:
        said_by = draft.speaker
        if issuer is not None and said_by is not None and said_by.span.text.lower() == "we" and not _is_inside(quotations, said_by.span.start):
            draft.speaker = Party(said_by.span, issuer)
    for draft, speaker in zip(ordered, resolve_pronouns(doc, naming, [d.speaker for d in ordered]), strict=True):
        draft.speaker = speaker


def _is_inside(quotations: Sequence[Quotation], offset: int) -> bool:
    return any(q.covers(offset) for q in reaching(quotations, offset, offset + 1))


def _touch(drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    """Gives each draft the whole of every quotation its content touches from outside; inside one, content stays inside."""
    for draft in drafts:
        assert draft.cue is not None
        home = next((q for q in reaching(quotations, draft.cue[0], draft.cue[0] + 1) if q.covers(draft.cue[0])), None)
        if home is not None:
            draft.takes_quotations = False
            is_outside = draft.speaker is None or not home.covers(draft.speaker.span.start)
            draft.is_aside = draft.is_aside or draft.first_person or is_outside
            draft.pieces = _inside(draft.pieces, home)
            continue
        touched = {q: None for start, end in draft.pieces for q in reaching(quotations, start, end) if q.overlaps(start, end)}
        draft.quotations += sorted(touched, key=lambda q: q.start)


def _inside(pieces: Pieces, home: Quotation) -> Pieces:
    cut = [(max(start, left), min(end, right)) for start, end in pieces for left, right in home.pieces]
    return tuple((start, end) for start, end in cut if start < end)


def _adopt(doc: Doc, text: str, drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    cues = [d.cue for d in drafts if d.takes_quotations and d.cue is not None]
    takers = {d.cue: d for d in drafts if d.takes_quotations}
    for quotation in quotations:
        if not any(quotation in d.quotations for d in drafts if not d.is_aside):
            cue = adopt(doc, text, quotation, quotations, cues)
            if cue is not None:
                takers[cue].take(quotation)


def _continue(text: str, drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    previous: Quotation | None = None
    for quotation in quotations:
        owners = [d for d in drafts if quotation in d.quotations]
        if not owners:
            before = next((d for d in reversed(drafts) if previous is not None and previous in d.quotations), None)
            if before is not None and previous is not None and continues(text, previous, quotation, before.cue, before.end):
                before.quotations.append(quotation)
            elif is_speech(text, quotation) or (signature(text, quotation) is not None and is_speech(text, quotation, _SIGNED)):
                drafts.append(_without_cue(text, drafts, quotation))
            else:
                continue
        previous = quotation


def _without_cue(text: str, drafts: list[Draft], quotation: Quotation) -> Draft:
    """A quotation that no word of saying governs, said by the name set under it after a dash, if there is one."""
    signed = signature(text, quotation)
    if signed is None:
        return Draft(None, _implied_speaker(text, drafts, quotation), False, (), False, quotations=[quotation])
    name = Span.of(text, *signed.name)
    return Draft(signed.mark, Party(name, name.text), False, (), False, quotations=[quotation])


def _implied_speaker(text: str, drafts: list[Draft], quotation: Quotation) -> Party | None:
    """The speaker of the sentence right before a quotation."""
    spoken = [d for d in drafts if d.speaker is not None and d.is_said and d.cue is not None and d.reach]
    before = [d for d in spoken if leads_to(text, d.reach, quotation)]
    return max(before, key=lambda d: d.reach).speaker if before else None


def _statement(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Statement | None:
    intervals = _merged([*draft.pieces, *(p for q in draft.quotations for p in q.pieces)])
    intervals = _without_aside(text, intervals, draft.quotations)
    if draft.cue is not None:
        intervals = [i for start, end in intervals for i in _without((start, end), draft.cue)]
        intervals = _without_attribution(text, intervals, draft.cue, draft.quotations)
    content = tuple(Span.of(text, start, end) for start, end in intervals if text[start:end].strip())
    if not content:
        return None
    cue = Span.of(text, *draft.cue) if draft.cue is not None else None
    return Statement(draft.speaker, cue, content, _kind(text, content, draft.quotations), "denied" if draft.denied else "affirmed")


def _without_aside(text: str, intervals: list[tuple[int, int]], quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Ends content at a quotation that only a relative clause follows, which is the writer's: a plea for a “pause” in Vesk, where …"""
    last = max((q.end for q in quotations), default=0)
    return [(start, last) if start < last < end and _RELATIVE.fullmatch(text, last, end) else (start, end) for start, end in intervals]


def _without(interval: tuple[int, int], cue: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = interval
    if cue[1] <= start or end <= cue[0]:
        return [interval]
    return [(a, b) for a, b in ((start, cue[0]), (cue[1], end)) if a < b]


def _without_attribution(text: str, intervals: list[tuple[int, int]], cue: tuple[int, int], quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Cuts out the words between a quotation that ends in a comma and its end of sentence: they say who speaks, not what."""
    fragment = attribution(text, cue, quotations)
    return [i for interval in intervals for i in _without(interval, fragment)] if fragment else intervals


def _merged(intervals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _kind(text: str, content: tuple[Span, ...], quotations: Sequence[Quotation]) -> str:
    if not quotations:
        return "indirect"
    inside = sum(1 for s in content for i in range(s.start, s.end) if text[i].isalnum() and any(q.covers(i) for q in quotations))
    letters = sum(1 for s in content for c in s.text if c.isalnum())
    return "direct" if inside >= letters - len("that") else "mixed"
