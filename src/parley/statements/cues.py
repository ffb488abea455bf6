"""Tokens → cues: the words of saying that stand in a place where they can attribute something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from parley.language.phrases import ancestors, children
from parley.lexicon.speech import SpeechCue, SpeechWords, speech_words

_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "nor", "neither", "without"))
_REFUSALS = frozenset(("refuse", "decline", "fail", "avoid", "forbid", "forget", "hesitate", "stop", "unable", "unwilling", "reluctant"))
_DESCRIBING = frozenset(("amod", "compound", "case", "mark", "fixed"))
_FIRST = frozenset(("i", "we", "you"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_FEW = frozenset(("few", "nobody", "none"))
_AS_SAYING = 20
_UNREAL = frozenset(("should", "must", "ought", "could", "might"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying in its place. `first` and `last` are the token indices of the word with its auxiliaries.

    `sure` is how probable the network thinks it (0 where there is no network), `held` whether that takes it for an attitude, `is_own` whether the
    lexicon does not know it.
    """

    token: Token
    entry: SpeechCue
    denied: bool
    first: int
    last: int
    sure: float = 0.0
    held: bool = False
    is_own: bool = False


def find_cues(doc: Doc) -> Iterator[Cue]:
    """Yields every word of saying that is neither negated nor refused nor merely possible ("declined to comment", "should say")."""
    words = speech_words()
    for token in doc:
        entry = _entry(token, words)
        if (
            entry is None
            or not _has_particle(token, entry)
            or (token.dep_ in _DESCRIBING and not (token.lemma_ == "say" and token.tag_ in _FINITE))
            or is_refused(token)
            or is_unreal(token)
            or _is_object_of_cue(token, words)
            or _describes(token)
        ):
            continue
        negated = is_negated(token)
        if (negated and entry.sort == "say") or is_quoting_as(token) or (entry.sort == "think" and _is_held_by_nobody(token)):
            continue
        yield Cue(token, entry, entry.denied != (negated and entry.sort in ("think", "show", "adj")), first_auxiliary(token), token.i)


def _has_particle(token: Token, entry: SpeechCue) -> bool:
    return entry.particle is None or any(c.lower_ == entry.particle for c in children(token, "compound:prt", "advmod"))


def _is_object_of_cue(token: Token, words: SpeechWords) -> bool:
    """In "dismissed reports that …" the verb carries the attribution, not the noun."""
    return token.pos_ == "NOUN" and token.dep_ in ("obj", "obl") and token.head.lemma_.lower() in words.verbs


def _describes(token: Token) -> bool:
    """Returns whether the word stands in a relative clause about what is said ("the pause it promised"), which says nothing itself.

    "…, which the ministry denied" stays: there "which" is all that was said before.
    """
    subjects = children(token, "nsubj")
    if token.dep_ != "acl:relcl" or is_inserted(token) or children(token, "ccomp") or all(s.tag_ in ("WDT", "WP") for s in subjects):
        return False
    opening = [t.lower_ for t in token.doc[max(0, token.left_edge.i - 1) : token.i]]
    return not any(pair == (",", "which") for pair in pairwise(opening))


def is_inserted(token: Token) -> bool:
    """Whether a clause between commas only looks like a relative one: "The truce, the mayor said, had collapsed"."""
    if token.dep_ != "acl:relcl" or any(t.tag_ in ("WDT", "WP", "WRB") for t in token.subtree):
        return False
    clause = [t for t in token.subtree if not t.is_punct]
    first, last = clause[0].i, clause[-1].i + 1
    return bool(first > 0 and token.doc[first - 1].text == "," and last < len(token.doc) and token.doc[last].text == ",")


def _entry(token: Token, words: SpeechWords) -> SpeechCue | None:
    if token.pos_ == "VERB":
        # "The unions are worried that …" is parsed as a passive, and is none.
        state = words.adjectives.get(token.lower_) if token.tag_ == "VBN" and not children(token, "obl:agent") else None
        return state or words.verbs.get(token.lemma_.lower())
    if token.pos_ == "NOUN":
        return words.nouns.get(token.lemma_.lower())
    return words.adjectives.get(token.lemma_.lower()) if token.pos_ == "ADJ" else None


def _is_held_by_nobody(token: Token) -> bool:
    """A belief in the passive without an agent ("is expected to"), or of "few", is nobody's statement."""
    if any(s.lower_ in _FEW for s in children(token, "nsubj")):
        return True
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    return token.tag_ == "VBN" and not perfect and not children(token, "obl:agent")


def is_quoting_as(token: Token) -> bool:
    """Returns whether the word only brings in who is quoted "as saying", which attributes by itself."""
    if token.lemma_ not in ("quote", "cite"):
        return False
    behind = token.doc[token.i + 1 : min(token.i + 1 + _AS_SAYING, token.sent.end)]
    return any(one.lower_ == "as" and two.lower_ == "saying" for one, two in pairwise(behind))


def is_finite(token: Token) -> bool:
    """Returns whether the verb is a finite form, "has learned" included."""
    return token.tag_ in _FINITE or any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)


def is_negated(token: Token) -> bool:
    """Returns whether "not", "never" or a subject with "no" stands by the word or by the verb that governs its infinitive."""
    if any(child.lower_ in _NEGATIONS for child in token.children):
        return True
    subjects = children(token, "nsubj", "nsubj:pass")
    if any(s.lower_ in ("nobody", "none", "neither", "nothing") or any(c.lower_ == "no" for c in s.children) for s in subjects):
        return True
    return token.dep_ == "xcomp" and token.head.i != token.i and any(child.lower_ in _NEGATIONS for child in token.head.children)


def is_refused(token: Token) -> bool:
    """Returns whether the word is what somebody declines to do: refusing to speak is not a statement."""
    return token.dep_ in ("xcomp", "ccomp", "advcl", "acl", "obl") and next((a.lemma_ in _REFUSALS for a in ancestors(token)), False)


def is_unreal(token: Token) -> bool:
    """Returns whether the word is what somebody should or could say, which has not been said."""
    return any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in token.children)


def is_passive(token: Token) -> bool:
    """Returns whether the verb is a passive participle with its auxiliary or its subject."""
    return token.tag_ == "VBN" and bool(children(token, "aux:pass", "nsubj:pass"))


def is_first_person(token: Token) -> bool:
    """Returns whether the subject is the one who speaks or is spoken to ("I think")."""
    return any(child.lower_ in _FIRST for child in children(token, "nsubj", "nsubj:pass"))


def first_auxiliary(token: Token) -> int:
    """Returns the index of the word's first auxiliary, or its own."""
    first: int = token.i
    while first > 0 and token.doc[first - 1].head.i == token.i and token.doc[first - 1].dep_ in ("aux", "aux:pass", "cop"):
        first -= 1
    return first
