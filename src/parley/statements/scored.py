"""Lexicon and network weighed together: which words attribute, and whether what they give is said or only held.

The lexicon knows what each word of saying takes, the network the sentence. Where both see a cue the lexicon's frames lead, and general ones
follow where they find nothing; where the lexicon is silent and the network is sure, its word becomes a cue of its own with general frames: a
clause, an infinitive, a quotation, a phrase, an object; a word of the lexicon that the network rules out is dropped. The network also
says what is no statement but an attitude: a wish, a plan, a belief. A pipeline without scores leaves the lexicon alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from parley.language.cues import CueScore
from parley.lexicon.speech import SpeechCue
from parley.statements.cues import Cue, first_auxiliary, is_refused
from parley.statements.objects import gives_toll

NO_CUE = 0.05  # below: no cue, whatever the lexicon says
IS_CUE = 0.5  # above: a cue, though the lexicon lets the word pass as something else
IS_OWN = 0.65  # above: a cue, though the lexicon is silent
IS_TOLD = 0.9  # above: such a cue makes a statement of the record, if its content is a clause

Scores = Mapping[int, CueScore]
_SORTS = {"NOUN": "noun", "ADJ": "adj", "ADV": "adj"}
_POS = frozenset(("VERB", "AUX", "NOUN", "ADJ", "ADV"))
_ATTACHED = frozenset(("ADJ", "ADV"))
_NOTHING = CueScore(0.0, 0.0)
_PHRASES = frozenset("of for about on to with against over at from in".split())
_SAID = frozenset(("clause", "quote", "final", "inf", "np", "pred"))
_OBJECTS = frozenset(("np", "pred"))
_HELD = frozenset(("clause", "inf", "np", "pred"))


def general(cue: Cue) -> Cue:
    """Returns the cue with the frames of any word of its kind, for words the lexicon does not know or knows in another use.

    A word whose objects the lexicon restricts ("denied the claims", not "denied them entry") takes no other.
    """
    frames = (_HELD if cue.held else _SAID) - (_OBJECTS if "deniable" in cue.entry.frames else frozenset())
    return replace(cue, entry=replace(cue.entry, frames=frames | cue.entry.frames, prepositions=_PHRASES))


def weigh_cues(doc: Doc, listed: Iterable[Cue], scores: Scores) -> list[Cue]:
    """Returns the lexicon's cues that the network does not rule out, and the network's own, in text order."""
    kept = [_weighed(cue, scores) for cue in listed]
    kept = [cue for cue in kept if cue.sure >= NO_CUE or gives_toll(cue)]
    known = {i for cue in kept for i in range(cue.first, cue.last + 1)}
    more = [_own(doc[word], score) for word, score in scores.items() if word not in known and _is_own(doc[word], score, scores)]
    return sorted([*kept, *more], key=lambda cue: cue.token.i)


def _weighed(cue: Cue, scores: Scores) -> Cue:
    found = [scores.get(i, _NOTHING) for i in range(cue.first, cue.last + 1)]
    best = max(found, key=lambda score: score.cue)
    return replace(cue, sure=best.cue, held=best.attitude > best.speech)


def _is_own(token: Token, score: CueScore, scores: Scores) -> bool:
    """A word the network is sure of, which is not only the second word of a cue ("made clear") nor something refused."""
    if score.cue < IS_OWN or token.pos_ not in _POS or is_refused(token):
        return False
    attached = token.pos_ in _ATTACHED and token.head.i != token.i and abs(token.head.i - token.i) <= 2
    return not (attached and scores.get(token.head.i, _NOTHING).cue >= IS_CUE)


def _own(token: Token, score: CueScore) -> Cue:
    held = score.attitude > score.speech
    sort = _SORTS.get(token.pos_, "think" if held else "say")
    entry = SpeechCue(token.lemma_.lower(), sort, False, frozenset(), frozenset())
    return general(Cue(token, entry, False, first_auxiliary(token), token.i, score.cue, held, True))
