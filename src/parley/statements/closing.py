"""Cue → a closing attribution: "Ten men were freed, the Red Cross said on Friday" and "…, said Ann Lee, a spokeswoman".

News closes a sentence with who said it more often than any other prose, and parsers often hang such a close on the wrong word. The
order of words and commas tells it safely: a clause with a finite verb, a comma, a noun phrase without a verb, the cue, and no clause behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.language.phrases import children
from parley.statements.cues import Cue, is_finite
from parley.statements.speakers import before_apposition, head_of, may_name
from parley.statements.stretches import line_of

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OPENS_ADJUNCT = frozenset("when as while after before since because although though once until".split())
_GOES_ON = frozenset("when as after before since because until".split())
_TOLD = frozenset(("tell", "inform"))
_STOPS = frozenset(",;–—-")
_MAX_TAIL = 12
_MAX_SPEAKER = 18


@dataclass(frozen=True, slots=True)
class Closing:
    """Who closes the sentence, by the head of the phrase, and the tokens of what is attributed.

    `joined` are the tokens of a phrase of several speakers that the parser tore apart ("two residents and a local group").
    """

    speaker: Token
    content: frozenset[int]
    joined: tuple[int, int] | None = None


def find_closing(cue: Cue) -> Closing | None:
    """Returns the attribution that closes the cue's sentence, or None where the cue does not close it."""
    token, doc = cue.token, cue.token.doc
    if cue.entry.sort not in ("say", "show") or "final" not in cue.entry.frames or token.pos_ != "VERB" or not is_finite(token):
        return None
    start, end = line_of(token)
    return _plain(doc, cue, start, end) or _inverted(doc, cue, start, end)


def _plain(doc: Doc, cue: Cue, start: int, end: int) -> Closing | None:
    comma = _speaker_comma(doc, start, cue.first)
    if comma is None or not _is_main_clause(doc[start:comma]):
        return None
    speaker = head_of(doc, comma + 1, cue.first)
    tail = _tail(doc, cue.token, end)
    is_inserted = tail is not None and tail < end and doc[tail].text == "," and doc[comma - 1].pos_ == "CCONJ"
    if speaker is None or tail is None or is_inserted:
        return None
    return Closing(speaker, frozenset(range(start, comma)) | _rest(doc, tail, end), _torn(doc, speaker, comma + 1, cue.first))


def _torn(doc: Doc, speaker: Token, start: int, first: int) -> tuple[int, int] | None:
    """The phrase of several speakers, if one behind "and" hangs elsewhere than on the first; a name with "and" in it is no such phrase."""
    end = before_apposition(doc, first)
    behind = [t.i + 1 for t in doc[speaker.i + 1 : end] if t.pos_ == "CCONJ" and doc[t.i + 1].pos_ in ("DET", "NUM", "ADJ", "NOUN")]
    heads = [head for i in behind if (head := head_of(doc, i, end)) is not None]
    is_torn = any(head.dep_ != "conj" or head.head.i != speaker.i for head in heads) or (bool(heads) and speaker.dep_ in ("conj", "appos"))
    return (start, end) if is_torn else None


def _speaker_comma(doc: Doc, start: int, first: int) -> int | None:
    """The comma before the phrase that touches the cue, an apposition in that phrase stepped over."""
    at = before_apposition(doc, first)
    floor = max(start, at - _MAX_SPEAKER)
    while at > floor and (may_name(doc[at - 1]) or _goes_on_naming(doc[at - 1])):
        at -= 1
    if doc[at].pos_ == "CCONJ":
        return None
    return at - 1 if at > start + 1 and at < first and doc[at - 1].text == "," else None


def _goes_on_naming(token: Token) -> bool:
    """A second speaker, or a participle that describes the first: "a doctor treating the wounded and two residents said"."""
    is_and = token.pos_ == "CCONJ" and token.lower_ == "and"
    return is_and or bool(token.tag_ == "VBG" and token.dep_ == "acl")


def _inverted(doc: Doc, cue: Cue, start: int, end: int) -> Closing | None:
    """ "…, said Ann Lee, a spokeswoman for …": only "say" stands so often before its subject that the order alone shows it."""
    comma, at = cue.first - 1, cue.token.i + 1
    if cue.token.lemma_ != "say" or at >= end or doc[max(comma, 0)].text != "," or not _is_main_clause(doc[start : max(comma, start)]):
        return None
    if any(children(s, "acl:relcl", "acl", "appos") for s in children(cue.token, "nsubj") if s.i < comma):
        return None
    speaker = head_of(doc, at, min(end, at + _MAX_SPEAKER)) if doc[at].pos_ in ("PROPN", "DET", "ADJ", "NOUN") else None
    if speaker is None or not (speaker.pos_ == "PROPN" or doc[at].pos_ == "DET"):
        return None
    segment = _until_mark(doc, at, end)
    return None if any(t.tag_ in _FINITE for t in doc[at:segment]) else Closing(speaker, frozenset(range(start, comma)))


def _is_main_clause(tokens: Sequence[Token]) -> bool:
    """Returns whether the tokens hold a finite verb outside an adjunct clause that opens them ("When they met, …")."""
    words = [t for t in tokens if not t.is_space]
    if words and words[0].lower_ in _OPENS_ADJUNCT:
        commas = [n for n, t in enumerate(words) if t.text == ","]
        words = words[commas[0] :] if commas else []
    return any(t.tag_ in _FINITE for t in words)


def _until_mark(doc: Doc, at: int, end: int) -> int:
    while at < end and not (doc[at].text in _STOPS and doc[at].tag_ != "HYPH"):
        at += 1
    return at


def _tail(doc: Doc, token: Token, end: int) -> int | None:
    """Where the words that belong to the cue alone end ("on Friday", "reporters in Oslo"); None where a clause or quotation follows."""
    stop = _until_mark(doc, token.i + 1, end)
    words = [t for t in doc[token.i + 1 : stop] if not t.is_space and not t.is_punct]
    marks = any(t.text == ":" or t.is_quote for t in doc[token.i + 1 : stop])
    if marks or len(words) > _MAX_TAIL or any(t.tag_ in _FINITE or t.lower_ == "that" for t in words):
        return None
    opens = words[0].pos_ if words else "ADP"
    is_time = (bool(words) and words[0].dep_.startswith("obl")) or opens in ("ADP", "ADV")
    return stop if is_time or token.lemma_ in _TOLD else None


def _rest(doc: Doc, at: int, end: int) -> frozenset[int]:
    """What goes on behind the close: an adjunct clause of what was said ("…, the army said, days after a truce began"), or its verb."""
    words = [t for t in doc[at + 1 : end] if not t.is_space]
    goes_on = bool(words) and (words[0].tag_ in _FINITE or any(t.lower_ in _GOES_ON for t in words[:4]))
    has_verb = any(t.tag_ in _FINITE for t in words)
    end = words[-1].i if words and words[-1].is_punct else end
    return frozenset(range(at + 1, end)) if at < end and doc[at].text == "," and goes_on and has_verb else frozenset()
