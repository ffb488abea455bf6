"""The statements of one text → what one voice says and another denies, where no report says that it was not done.

"Osman accused Sudmark of laying mines. Sudmark denied laying any": the second is no account of anything done, so no two reports contradict
each other. What ties the two is that whoever is charged answers, or that who denies and what is denied were both just spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.lexicon.folding import bare_name
from parley.model import Disagreement, Evidence, Party, Statement
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.occasions import read_occasion
from parley.record.disagreements.stands import Voice, disagreement
from parley.record.disagreements.voices import described
from parley.record.events.happening import Candidate
from parley.record.events.setting import Setting
from parley.record.view import Filed

_REACH, _NEXT = 600, 80
"""Characters within which a voice answers what it names again, and "it" or "the charge"."""
_ALIKE, _MOST_OF_IT = 0.8, 0.5
"""The weight of words in common from which on what is denied is what was said, if they are so much of what is denied."""
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying|ial)\b", re.IGNORECASE)
_WORDS_OF = r"(?:accusations?|allegations?|charges?|claims?|reports?|account|version|suggestions?|statement|denials?)"
_ANSWERS = re.compile(rf"\b{_WORDS_OF}\b", re.IGNORECASE)
"""What is rejected where somebody's word is, not an offer."""
_THAT_WORD = rf"(?:(?:the|those|these|this|that|all|any|such|\S+[’']s)\W+)?(?:\w+\W+)?{_WORDS_OF}(?:\W+as\b.*|\W*)$"
_BARE_WORD = re.compile(rf"^\W*{_THAT_WORD}", re.IGNORECASE)
_BARE = re.compile(rf"^\W*(?:(?:it|this|that|any wrongdoing)\W*$|{_THAT_WORD})", re.IGNORECASE)
"""What is denied without being named again; of what was merely said, only by a word for it, as "it" can be much."""
_NAME = re.compile(r"\b[A-Z][\w’'-]*")
_POSSESSOR = re.compile(r"([A-Z][\w-]+)[’']s?\s")


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's word. `value` is what kind of word it is, `about` what it is filed as: an event, or the statement itself.

    `voice` is the empty string where nobody is named.
    """

    value: str
    voice: str
    about: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """What one voice says and another denies."""

    said: Said
    denied: Said

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same in copies of one text."""
        return self.said.value, self.said.voice, self.denied.voice, " ".join(self.denied.evidence.span.text.casefold().split()[:6])


@dataclass(frozen=True, slots=True)
class Heard:
    """What one article says.

    Args:
        reports: with the event of each, by its id.
        disputed: the ids of reports that another one contradicts; what they deny is answered already.
    """

    reports: Sequence[Candidate]
    event_of: Mapping[str, str]
    statements: Sequence[Filed[Statement]]
    disputed: frozenset[str]


def find_answers(heard: Heard, setting: Setting) -> Iterator[Answer]:
    """Finds for each denial what it answers: the charge it meets, or else what another voice just said."""
    for filed in heard.statements:
        no = filed.item
        if no.polarity != "denied" or no.speaker is None or not _is_denial(no) or _is_told_already(no, heard):
            continue
        said = _charge(no, no.speaker, heard, setting) or _saying(no, no.speaker, heard, setting)
        if said is not None:
            yield Answer(said, Said("denied", no.speaker.name, said.about, filed.evidence[0]))


def answer_disagreements(answers: Iterable[Answer], source: str) -> Iterator[Disagreement]:
    """Makes one disagreement of each answer, those of the copies of one text together."""
    together: dict[tuple[str, ...], list[Answer]] = {}
    for answer in answers:
        together.setdefault(answer.key, []).append(answer)
    for same in together.values():
        verdict = Verdict("conflict", f"{same[0].denied.voice} denies what {same[0].said.voice or 'the text'} says")
        voices = [Voice(said.about, said.value, source, (said.evidence,), said.voice or None) for a in same for said in (a.said, a.denied)]
        yield disagreement(sorted({a.said.about for a in same}), "held", verdict, voices)


def _is_denial(no: Statement) -> bool:
    """Whether it is somebody's word that is denied; offers, appeals and deals are rejected, too."""
    return (no.cue is not None and _DENIES.search(no.cue.text) is not None) or _ANSWERS.search(no.content[0].text[:_NEXT]) is not None


def _is_told_already(no: Statement, heard: Heard) -> bool:
    return any(c.id in heard.disputed and c.modality == "negated" and c.report.evidence.overlaps(no.content[0]) for c in heard.reports)


def _charge(no: Statement, denier: Party, heard: Heard, setting: Setting) -> Said | None:
    """The nearest accusation of whoever denies, by another, that names what is denied or was just made."""
    names, content = _keys(denier, setting), no.content[0]
    found = []
    for c in heard.reports:
        away = abs(content.start - c.report.trigger.start)
        if c.report.type != "ACCUSE" or c.modality != "asserted" or away > _REACH or not _is_charged(names, denier, c, setting):
            continue
        is_bare = _BARE.match(content.text) is not None and c.report.trigger.start < content.start
        if is_bare or _shared(_told(no, denier, is_named=False), denier, c.report.evidence.text) > 0:
            voice = c.report.claimant or ", ".join(sorted(described(c)))
            found.append((away, c.id, Said("alleged", voice, heard.event_of[c.id], c.evidence[0])))
    return min(found)[2] if found else None


def _is_charged(names: frozenset[str], denier: Party, c: Candidate, setting: Setting) -> bool:
    if names & {key for p in c.report.actors for key in _keys(p, setting)}:
        return False
    states = setting.states({setting.name(denier.name)})
    charged = {key for p in c.report.recipients for key in _keys(p, setting)}
    return bool(names & charged) or bool(states & setting.states(c.recipients) and not states & c.doers)


def _saying(no: Statement, denier: Party, heard: Heard, setting: Setting) -> Said | None:
    """The nearest word of another voice before that says what is denied, and speaks of who denies it, or is spoken of by him."""
    names, content = _keys(denier, setting), no.content[0]
    found = []
    for filed in heard.statements:
        yes = filed.item
        if yes.speaker is None or yes.polarity == "denied" or yes.content[0].overlaps(content) or names & _keys(yes.speaker, setting):
            continue
        away, text = content.start - yes.content[-1].end, " ".join(piece.text for piece in yes.content)
        is_meant = _names(text, names) or _names(content.text, _keys(yes.speaker, setting))
        is_bare = _BARE_WORD.match(content.text) is not None and away <= _NEXT
        if 0 <= away <= _REACH and (is_bare or (is_meant and _is_repeated(no, denier, text))):
            event = next((heard.event_of[c.id] for c in heard.reports if c.report.evidence.overlaps(yes.content[0])), filed.id)
            found.append((away, filed.id, Said("stated", yes.speaker.name, event, filed.evidence[0])))
    return min(found)[2] if found else None


def _is_repeated(no: Statement, denier: Party, text: str) -> bool:
    """Whether a text says most of what is denied."""
    denied = _told(no, denier)
    shared = _shared(denied, denier, text)
    return shared >= max(_ALIKE, _MOST_OF_IT * sum(denied.values()))


def _told(no: Statement, denier: Party, is_named: bool = True) -> Mapping[str, float]:
    """The telling words of what is denied, with their weight; without names where these are of the parties on both sides."""
    words = " ".join(piece.text for piece in no.content)
    return read_occasion(words if is_named else _NAME.sub("", words), denier.span.text).words


def _shared(denied: Mapping[str, float], denier: Party, text: str) -> float:
    words = read_occasion(text, denier.span.text).words
    return sum(weight for word, weight in denied.items() if word in words)


def _keys(party: Party, setting: Setting) -> frozenset[str]:
    """What a party goes by: its merged name, its words, whose it is ("Sudmark's army"), and its last word where that names nobody."""
    text = party.span.text
    last = text.split()[-1:] if text[-1:].islower() and text.split()[-1][:1].islower() else []
    return frozenset(bare_name(name) for name in (setting.name(party.name), text, *last, *_POSSESSOR.findall(text)))


def _names(text: str, keys: frozenset[str]) -> bool:
    return any(re.search(rf"\b{re.escape(key)}\b", text, re.IGNORECASE) for key in keys)
