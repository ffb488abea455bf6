"""Article → statements: cues with their syntactic content, then quotations laid over them.

Order of work: (1) each cue gets the content its syntax gives; (2) quotations that content touches are taken whole;
(3) quotations beside a cue go to it; (4) quotations that go on without a cue of their own join the statement before
them; (5) what is left and reads like speech becomes a statement with no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from parley.language.phrases import span
from parley.model import Naming, Party, Span, Statement
from parley.statements.according import find_phrases
from parley.statements.closing import find_closing
from parley.statements.content import Pieces, find_content, to_pieces
from parley.statements.cues import Cue, find_cues, is_finite, is_first_person, is_passive
from parley.statements.fragments import is_fragment
from parley.statements.layout import adopt, attribution, continues, is_speech, leads_to, signature
from parley.statements.objects import judged_object
from parley.statements.pronouns import resolve_pronouns
from parley.statements.quotations import Quotation, find_quotations
from parley.statements.speakers import beside, find_speaker, is_impersonal, party
from parley.statements.spoken_lines import find_spoken_lines


@dataclass(slots=True)
class Draft:
    """A statement in the making: `pieces` and `quotations` grow while quotations are handed out."""

    cue: tuple[int, int] | None
    speaker: Party | None
    denied: bool
    pieces: Pieces
    takes_quotations: bool
    first_person: bool = False
    is_said: bool = True
    is_judgement: bool = False
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def end(self) -> int:
        return max((end for _, end in self.pieces), default=0)

    @property
    def reach(self) -> int:
        """Where the statement's words end, its cue included; 0 when it has no content."""
        ends = [self.end, *(q.end for q in self.quotations)]
        return max(*ends, self.cue[1] if self.cue else 0) if max(ends) else 0


def find_statements(doc: Doc, naming: Naming) -> tuple[Statement, ...]:
    """Returns the attributed speech of an article in text order.

    Args:
        doc: the article after the language pass; offsets are code points of `doc.text`.
        naming: who is who, used to resolve speakers; without an entry the speaker's name is its own words.
    """
    text = doc.text
    spoken = find_spoken_lines(text, naming)
    marked = [q for q in find_quotations(text) if not any(line.said.overlaps(q.start, q.end) for line in spoken)]
    quotations = sorted([*marked, *(line.said for line in spoken)], key=lambda q: q.start)
    drafts = _drafts(doc, text, naming, quotations)
    drafts += [Draft(line.mark, line.speaker, False, (), False, quotations=[line.said]) for line in spoken]
    _touch(drafts, quotations)
    _drop_fragments(doc, drafts)
    _adopt(doc, text, drafts, quotations)
    drafts = [d for d in drafts if d.pieces or d.quotations]
    _name_pronouns(doc, naming, drafts)
    _continue(text, drafts, quotations)
    statements = [_statement(text, d, quotations) for d in drafts if d.pieces or d.quotations]
    return tuple(
        sorted((s for s in statements if s is not None), key=lambda s: (s.content[0].start, -s.content[-1].end, s.cue.start if s.cue else -1))
    )


def _drafts(doc: Doc, text: str, naming: Naming, quotations: Sequence[Quotation]) -> list[Draft]:
    drafts = []
    for cue in find_cues(doc):
        extent = doc[cue.first].idx, cue.token.idx + len(cue.token.text)
        takes = "quote" in cue.entry.frames and cue.token.pos_ == "VERB"
        closing = find_closing(cue)
        pieces = to_pieces(doc, text, set(closing.content)) if closing is not None else find_content(cue, doc, text)
        head = closing.speaker if closing is not None else _speaker(cue, quotations)
        if cue.entry.sort in ("think", "adj", "noun") and (head is None or is_first_person(cue.token)):
            pieces = ()  # A belief is only worth telling for who holds it; who thinks aloud, as in an interview, is the one who speaks.
        if head is None and cue.token.pos_ == "VERB" and not is_impersonal(cue.token) and _is_agentless(cue, pieces):
            pieces = ()
        speaker = party(doc, text, naming, head, cue.token) if head is not None else None
        drafts.append(Draft(extent, speaker, cue.denied, pieces, takes, is_first_person(cue.token), cue.entry.sort == "say", _judges(cue)))
    for phrase in find_phrases(doc, text):
        opener = span(text, doc, phrase.first, phrase.last)
        speaker = party(doc, text, naming, phrase.speaker, doc[phrase.last - 1])
        drafts.append(Draft((opener.start, opener.end), speaker, False, phrase.content, True))
    return drafts


def _judges(cue: Cue) -> bool:
    return "pred" in cue.entry.frames and bool(judged_object(cue.token))


def _is_agentless(cue: Cue, pieces: Pieces) -> bool:
    """A participle, or a verb with what is said before it, attributes nothing when nobody speaks ("asked whether …", "the truce agreed")."""
    return cue.token.tag_ == "VBN" or cue.token.dep_ == "advcl" or any(start < cue.token.idx for start, _ in pieces)


def _speaker(cue: Cue, quotations: Sequence[Quotation]) -> Token | None:
    """The speaker the syntax gives, unless it stands in a quotation that the cue is outside of; then the phrase beside the cue."""
    head = find_speaker(cue.token)
    if head is not None and any(q.covers(head.idx) and not q.covers(cue.token.idx) for q in quotations):
        head = None
    may_stand_beside = is_finite(cue.token) and cue.entry.sort in ("say", "show")
    if head is not None or not may_stand_beside or is_impersonal(cue.token) or is_passive(cue.token):
        return head
    doc = cue.token.doc
    before = [q.end for q in quotations if q.end <= doc[cue.first].idx]
    after = doc.char_span(before[-1], before[-1] + 1, alignment_mode="expand") if before and before[-1] < len(doc.text) else None
    opening = next((t.i for t in doc[after.start : cue.first] if not (t.is_punct or t.is_space)), None) if after is not None else None
    near = opening is not None and doc[opening].sent.start == cue.token.sent.start
    return beside(cue.token, cue.first, opening if near else None)


def _drop_fragments(doc: Doc, drafts: list[Draft]) -> None:
    for draft in drafts:
        if not (draft.denied or draft.is_judgement or draft.quotations) and is_fragment(doc, draft.pieces):
            draft.pieces = ()


def _name_pronouns(doc: Doc, naming: Naming, drafts: list[Draft]) -> None:
    ordered = sorted(drafts, key=lambda d: d.speaker.span.start if d.speaker is not None else -1)
    for draft, speaker in zip(ordered, resolve_pronouns(doc, naming, [d.speaker for d in ordered]), strict=True):
        draft.speaker = speaker


def _touch(drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    """Gives each draft the whole of every quotation its content touches from outside; inside one, content stays inside."""
    for draft in drafts:
        assert draft.cue is not None
        home = next((q for q in quotations if q.covers(draft.cue[0])), None)
        if home is not None:
            draft.takes_quotations = False
            is_outside = draft.speaker is None or not home.covers(draft.speaker.span.start)
            draft.pieces = () if draft.first_person or is_outside else _inside(draft.pieces, home)
            continue
        draft.quotations += [q for q in quotations if any(q.overlaps(start, end) for start, end in draft.pieces)]


def _inside(pieces: Pieces, home: Quotation) -> Pieces:
    cut = [(max(start, left), min(end, right)) for start, end in pieces for left, right in home.pieces]
    return tuple((start, end) for start, end in cut if start < end)


def _adopt(doc: Doc, text: str, drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    cues = [d.cue for d in drafts if d.takes_quotations and d.cue is not None]
    takers = {d.cue: d for d in drafts if d.takes_quotations}
    for quotation in quotations:
        if not any(quotation in d.quotations for d in drafts):
            cue = adopt(doc, text, quotation, quotations, cues)
            if cue is not None:
                takers[cue].quotations.append(quotation)


def _continue(text: str, drafts: list[Draft], quotations: Sequence[Quotation]) -> None:
    previous: Quotation | None = None
    for quotation in quotations:
        owners = [d for d in drafts if quotation in d.quotations]
        if not owners:
            before = next((d for d in reversed(drafts) if previous is not None and previous in d.quotations), None)
            if before is not None and previous is not None and continues(text, previous, quotation, before.cue, before.end):
                before.quotations.append(quotation)
            elif is_speech(text, quotation):
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
    if draft.cue is not None:
        intervals = [i for start, end in intervals for i in _without((start, end), draft.cue)]
        intervals = _without_attribution(text, intervals, draft.cue, draft.quotations)
    content = tuple(Span.of(text, start, end) for start, end in intervals if text[start:end].strip())
    if not content:
        return None
    cue = Span.of(text, *draft.cue) if draft.cue is not None else None
    return Statement(draft.speaker, cue, content, _kind(text, content, draft.quotations), "denied" if draft.denied else "affirmed")


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
