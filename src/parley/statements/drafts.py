"""Cues → drafts of statements: who speaks and what the syntax gives as said, before quotations are handed out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from parley.language.cues import cues_of
from parley.language.phrases import span
from parley.language.words import text_of
from parley.model import Naming, Party, Span
from parley.statements.according import find_phrases
from parley.statements.closing import find_closing
from parley.statements.content import Pieces, find_behind, find_content, is_clause, to_pieces
from parley.statements.cues import Cue, find_cues, is_finite, is_first_person, is_negated, is_passive, is_unreal
from parley.statements.fragments import is_fragment
from parley.statements.objects import gives_toll, judged_object
from parley.statements.quotations import Quotation, reaching
from parley.statements.scored import IS_CUE, IS_TOLD, general, weigh_cues
from parley.statements.speakers import beside, find_speaker, is_impersonal, party


@dataclass(slots=True)
class Draft:
    """A statement in the making: `pieces` and `quotations` grow while quotations are handed out.

    `is_aside` marks what attributes without being a statement of the record: a wish, a plan, a belief of nobody, a mere object.
    """

    cue: tuple[int, int] | None
    speaker: Party | None
    denied: bool
    pieces: Pieces
    takes_quotations: bool
    first_person: bool = False
    is_said: bool = True
    is_judgement: bool = False
    is_aside: bool = False
    sure: float = 0.0
    quotations: list[Quotation] = field(default_factory=list)
    source: Span | None = None

    def __post_init__(self) -> None:
        self.source = self.speaker.span if self.speaker is not None else None

    @property
    def end(self) -> int:
        return max((end for _, end in self.pieces), default=0)

    @property
    def reach(self) -> int:
        """Where the statement's words end, its cue included; 0 when it has no content."""
        ends = [self.end, *(q.end for q in self.quotations)]
        return max(*ends, self.cue[1] if self.cue else 0) if max(ends) else 0

    def take(self, quotation: Quotation) -> None:
        """Gives the draft a quotation, which makes a statement of any cue."""
        if self.is_aside:
            self.is_aside, self.pieces, self.quotations = False, (), []
        self.quotations.append(quotation)


def make_drafts(doc: Doc, text: str, naming: Naming, quotations: Sequence[Quotation]) -> list[Draft]:
    """Returns a draft for every cue and attributing phrase; one without pieces may still be given a quotation."""
    scores = cues_of(doc)
    cues = find_cues(doc) if scores is None else weigh_cues(doc, find_cues(doc), scores)
    drafts = [_draft(cue, doc, text, naming, quotations) for cue in cues]
    return [*drafts, *_phrases(doc, text, naming)]


def _draft(cue: Cue, doc: Doc, text: str, naming: Naming, quotations: Sequence[Quotation]) -> Draft:
    extent = doc[cue.first].idx, cue.token.idx + len(cue.token.text)
    takes = "quote" in cue.entry.frames and cue.token.pos_ == "VERB" and not cue.held
    closing = find_closing(cue)
    pieces = to_pieces(doc, text, set(closing.content)) if closing is not None else _content(cue, doc, text)
    head = closing.speaker if closing is not None else _speaker(cue, quotations)
    aside = not pieces or _is_wish(cue) or _is_doubtful(cue) or _is_unowned(cue, head, pieces)
    pieces = pieces or (find_behind(cue, doc, text) if cue.sure >= IS_CUE else ())
    joined = closing.joined if closing is not None else None
    speaker = party(doc, text, naming, head, cue.token, joined) if head is not None else None
    is_said = cue.entry.sort == "say"
    return Draft(extent, speaker, cue.denied, pieces, takes, is_first_person(cue.token), is_said, _judges(cue), aside, cue.sure)


def _content(cue: Cue, doc: Doc, text: str) -> Pieces:
    return find_content(cue, doc, text) or (find_content(general(cue), doc, text) if cue.sure >= IS_CUE else ())


def _is_wish(cue: Cue) -> bool:
    """An attitude whose content is no clause: "wants to leave", "plans for a bridge". A belief in a clause tells what its holder takes for true."""
    return cue.held and not is_clause(cue.token) and not gives_toll(cue)


def _is_doubtful(cue: Cue) -> bool:
    """A cue that only the network knows tells a statement where it is sure, a clause follows, and the thing was said ("would not say whether …")."""
    unsaid = is_negated(cue.token) or is_unreal(cue.token)
    return cue.is_own and (unsaid or cue.sure < IS_TOLD or not is_clause(cue.token))


def _is_unowned(cue: Cue, head: Token | None, pieces: Pieces) -> bool:
    """A belief is only worth telling for who holds it; who thinks aloud, as in an interview, is the one who speaks."""
    if cue.entry.sort in ("think", "adj", "noun") and (head is None or is_first_person(cue.token)):
        return True
    return head is None and cue.token.pos_ == "VERB" and not is_impersonal(cue.token) and _is_agentless(cue, pieces)


def _phrases(doc: Doc, text: str, naming: Naming) -> Iterator[Draft]:
    for phrase in find_phrases(doc, text):
        opener = span(text, doc, phrase.first, phrase.last)
        speaker = party(doc, text, naming, phrase.speaker, doc[phrase.last - 1])
        yield Draft((opener.start, opener.end), speaker, False, phrase.content, True)


def set_fragments_aside(doc: Doc, drafts: Sequence[Draft]) -> None:
    """Sets aside what says nothing by itself, as "condemned the attack"."""
    for draft in drafts:
        if not (draft.denied or draft.is_judgement or draft.quotations) and is_fragment(doc, draft.pieces):
            draft.is_aside = True


def _judges(cue: Cue) -> bool:
    return "pred" in cue.entry.frames and bool(judged_object(cue.token))


def _is_agentless(cue: Cue, pieces: Pieces) -> bool:
    """A participle, or a verb with what is said before it, attributes nothing when nobody speaks ("asked whether …", "the truce agreed")."""
    return cue.token.tag_ == "VBN" or cue.token.dep_ == "advcl" or any(start < cue.token.idx for start, _ in pieces)


def _speaker(cue: Cue, quotations: Sequence[Quotation]) -> Token | None:
    """The speaker the syntax gives, unless it stands in a quotation that the cue is outside of; then the phrase beside the cue."""
    head = find_speaker(cue.token)
    if head is not None and any(q.covers(head.idx) and not q.covers(cue.token.idx) for q in reaching(quotations, head.idx, head.idx + 1)):
        head = None
    may_stand_beside = is_finite(cue.token) and cue.entry.sort in ("say", "show")
    if head is not None or not may_stand_beside or is_impersonal(cue.token) or is_passive(cue.token):
        return head
    doc = cue.token.doc
    before = [q.end for q in quotations if q.end <= doc[cue.first].idx]
    after = doc.char_span(before[-1], before[-1] + 1, alignment_mode="expand") if before and before[-1] < len(text_of(doc)) else None
    opening = next((t.i for t in doc[after.start : cue.first] if not (t.is_punct or t.is_space)), None) if after is not None else None
    near = opening is not None and doc[opening].sent.start == cue.token.sent.start
    return beside(cue.token, cue.first, opening if near else None)
