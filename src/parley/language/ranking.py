"""Those mentioned lately → the one a pronoun stands for, by a log-linear ranker over a few readable features.

Salience as in Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution" - subjecthood, repetition, distance -
with weights learned as in Denis and Baldridge (2008), "Specialized Models and Ranking for Coreference Resolution": each
candidate gets the sum of the weights of its features, "nobody in the list" is a candidate too, and the best one wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log1p

from spacy.tokens import Doc, Token

from parley.language.quoting import quotations, speaker_of
from parley.language.salience import HE, IT, SHE, THEY, Candidate, bearer, is_speaking
from parley.language.words import words_of
from parley.lexicon.pronouns import rank_weights

_FORMS = (HE, SHE, IT, THEY)
_MOST, _FAR, _CLIMB = 8, 4, 6

_ENOUGH = {("he", True): -1.0, ("he", False): -1.0, ("it", True): 1.0, ("it", False): 0.0, ("they", True): 1.0, ("they", False): -1.5}
"""How far above nobody the best must be, by form of pronoun and whether it is named. "He" nearly always stands for somebody in the
text; a body or country wrongly taken for "it" or "they" does more harm than silence. Read off held-out folds of the training data."""

_OF_ITSELF = "says so of itself"
_OF_ITSELF_ENOUGH = -4.0
"""A body that "denied that it had …" nearly always means itself; the training data have too few such cases to say so."""

Option = tuple[Candidate | None, dict[str, float]]
"""Somebody a pronoun may stand for, or nobody, with the features that count."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article as a whole tells a pronoun.

    Attributes:
        shares: key → how often it is named, over the most often named.
        paragraphs: number of the paragraph of each token.
        speakers: token inside a quotation → the head of its speaker, and that speaker's key, if named.
    """

    shares: Mapping[str, float]
    paragraphs: Sequence[int]
    speakers: Mapping[int, tuple[int, str]]

    @staticmethod
    def of(doc: Doc, keys: Mapping[int, str], names: Iterable[str]) -> Setting:
        """Reads a document. `keys` is token of a name → its key, `names` the key of each name of the text."""
        counts = Counter(names)
        most = max(counts.values(), default=1)
        number, paragraphs = 0, []
        for word in words_of(doc):
            number += "\n\n" in word
            paragraphs.append(number)
        speakers = {}
        for start, end in quotations(doc):
            subject = speaker_of(doc, start, end)
            if subject is not None:
                speakers.update(dict.fromkeys(range(start, end), (subject.i, keys.get(subject.i, ""))))
        return Setting({key: count / most for key, count in counts.items()}, paragraphs, speakers)


def form(pronoun: Token) -> str:
    """Returns which column of weights a pronoun takes."""
    return "he" if pronoun.lower_ in HE or pronoun.lower_ in SHE else "it" if pronoun.lower_ in IT else "they"


def _role(carrier: Token) -> str:
    if carrier.dep_.startswith("nsubj"):
        return "subject"
    if carrier.dep_ in ("obj", "iobj", "obl:agent"):
        return "object"
    return "nested" if carrier.dep_ in ("nmod:poss", "compound", "nmod") else ""


def _is_told_by(verb: Token, pronoun: Token) -> bool:
    """Returns whether the pronoun is subject of what a verb tells: "denied that it had"."""
    return bool(pronoun.dep_.startswith("nsubj") and pronoun.head.dep_ == "ccomp" and pronoun.head.head.i == verb.i)


def _syntax(candidate: Candidate, carrier: Token, pronoun: Token, above: Container[int]) -> Iterator[str]:
    """Yields what the tree says of a candidate's latest mention beside the pronoun; `above` are the words that govern the pronoun."""
    if role := _role(carrier):
        yield role
    if carrier.dep_.split(":")[0] == pronoun.dep_.split(":")[0]:
        yield "same role"
    is_subject = carrier.dep_.startswith("nsubj")
    if carrier.head.i in above:
        yield "subject above" if is_subject else "beside"
        if is_subject and pronoun.dep_ == "nmod:poss":
            yield "owner above"
        if is_subject and candidate.kind in ("body", "country") and _is_told_by(carrier.head, pronoun):
            yield _OF_ITSELF
    if carrier.dep_ == "conj":
        yield "joined"
    if is_subject and carrier.head.dep_ == "root":
        yield "leads"
    if pronoun.dep_ == "nmod:poss" and pronoun.head.dep_ == "conj" and pronoun.head.head.i == candidate.token.i:
        yield "first of two"
    if is_subject and is_speaking(carrier) and is_speaking(pronoun):
        yield "both speak"


def _nature(candidate: Candidate, pronoun: Token) -> Iterator[str]:
    """Yields what kind of candidate it is."""
    if candidate.is_named:
        yield "named"
    elif not candidate.plural:
        yield "noun"
    if candidate.gender != "?":
        yield "gender known"
    if candidate.token.pos_ == "PRON":
        yield "pronoun"
        if any({pronoun.lower_, candidate.token.lower_} <= words for words in _FORMS):
            yield "same pronoun"
    if not candidate.plural:
        yield "single"
    if candidate.members:
        yield "pair"
    if candidate.kind in ("body", "country"):
        yield "speaking party" if is_speaking(pronoun) else "party"


def _nobody(pronoun: Token, setting: Setting) -> Iterator[str]:
    """Yields what speaks for none of those in the list."""
    yield "nobody"
    if pronoun.i in setting.speakers:
        yield "nobody, quoted"
    if pronoun.dep_.startswith("nsubj"):
        yield "nobody, of a predicate" if pronoun.head.pos_ in ("ADJ", "NOUN") else "nobody, subject"


def _said_by(candidate: Candidate, pronoun: Token, setting: Setting) -> bool:
    """Returns whether the pronoun stands in a quotation of the candidate, who would say "I"."""
    head, key = setting.speakers.get(pronoun.i, (-1, ""))
    return candidate.token.i == head or candidate.key == key


def _features(candidate: Candidate, pronoun: Token, distance: int, setting: Setting, above: Container[int]) -> dict[str, float]:
    carrier = bearer(candidate.token)
    found = dict.fromkeys((*_syntax(candidate, carrier, pronoun, above), *_nature(candidate, pronoun)), 1.0)
    found["named often"] = setting.shares.get(candidate.key, 0.0)
    found["repeated"] = log1p(min(candidate.count, _MOST))
    if distance:
        found[f"{min(distance, _FAR)} back"] = 1.0
    if candidate.led and not carrier.dep_.startswith("nsubj"):
        found["led"] = 1.0
    if setting.paragraphs[candidate.token.i] != setting.paragraphs[pronoun.i]:
        found["other paragraph"] = 1.0
    if _said_by(candidate, pronoun, setting):
        found["speaker"] = 1.0
    return found


def options(candidates: Sequence[tuple[Candidate, int]], pronoun: Token, setting: Setting) -> list[Option]:
    """Returns the candidates with their features, after nobody with its own.

    Args:
        candidates: those that agree with the pronoun, with the distance of each in sentences.
    """
    found: list[Option] = [(None, dict.fromkeys(_nobody(pronoun, setting), 1.0))]
    latest = max((candidate.token.i for candidate, _ in candidates), default=0)
    above = {word.i for word in islice(pronoun.ancestors, _CLIMB)}
    for candidate, distance in candidates:
        described = _features(candidate, pronoun, distance, setting, above)
        found.append((candidate, described | ({"latest": 1.0} if candidate.token.i == latest else {})))
    return found


def best(pronoun: Token, choices: Sequence[Option]) -> Candidate | None:
    """Returns the candidate with the highest sum of weights, or None when it does not stand out enough from nobody."""
    shape = form(pronoun)
    weights = rank_weights()[shape]
    scores = [sum(weights.get(name, 0.0) * value for name, value in described.items()) for _, described in choices]
    at = max(range(1, len(scores)), key=lambda n: (_OF_ITSELF in choices[n][1], scores[n]), default=0)
    found, described = choices[at]
    if found is None:
        return None
    enough = _OF_ITSELF_ENOUGH if _OF_ITSELF in described else _ENOUGH[shape, found.is_named]
    return found if scores[at] - scores[0] >= enough else None
