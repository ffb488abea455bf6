"""Those mentioned lately, and how well each fits a pronoun: agreement, grammar, salience.

Salience as in Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution": it grows with subjecthood and
repetition and falls with each sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from parley.language.quoting import SAYING

ANONYMOUS = "~"
HE, SHE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
IT, THEY = frozenset("it its itself".split()), frozenset("they them their theirs themselves".split())
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_DUMMY_HEADS = frozenset("rain snow seem appear happen turn take remain".split())
_CLAUSES = frozenset(("csubj", "csubj:pass", "ccomp", "xcomp", "advcl", "acl:relcl"))
_CHARGING = frozenset(("deny", "accuse", "announce", "blame", "condemn", "reject"))
_MOST = 5


@dataclass(slots=True)
class Candidate:
    """Somebody or something mentioned lately: its latest mention and how it may be spoken of."""

    key: str
    kind: str
    gender: str
    plural: bool
    token: Token
    sentence: int
    count: int = 0
    rank: float = 0.0
    members: tuple[str, ...] = ()
    first: int = 0

    @property
    def is_named(self) -> bool:
        return not self.key.startswith(ANONYMOUS)


@dataclass(frozen=True, slots=True)
class Weights:
    """What salience is made of; set on the training part of GUM's news, interviews and biographies.

    `reach` is how many sentences back an antecedent may stand, `enough` the least score that resolves anything.
    """

    subject: float = 0.6
    object: float = 0.4
    nested: float = 0.1
    repeated: float = 0.25
    distance: float = -0.8
    parallel: float = 0.0
    name: float = 0.0
    name_thing: float = 0.0
    collective: float = -1.0
    joined: float = 3.0
    enough: float = -2.2
    reach: int = 4


def is_apposed(token: Token) -> bool:
    """Returns whether a name stands behind the noun that says who it is: "the envoy, Ada Brandt"; not "Ada (Brandt)"."""
    if token.dep_ != "appos" or token.head.i > token.i or token.head.tag_ == "NNS":
        return False
    return not any(t.text in ("(", "[") for t in token.doc[token.head.i + 1 : token.i])


def role_rank(token: Token, weights: Weights) -> float:
    """Returns what the grammatical role of a mention adds to its salience."""
    head = token
    for _ in range(4):
        is_joined = head.dep_ in ("flat", "compound") and head.head.pos_ == "PROPN"
        if not is_joined and not is_apposed(head):
            break
        head = head.head
    if head.dep_.startswith("nsubj"):
        return weights.subject
    if head.dep_ in ("obj", "iobj", "obl:agent"):
        return weights.object
    return weights.nested if head.dep_ in ("nmod:poss", "compound", "nmod") else 0.0


def agrees(candidate: Candidate, pronoun: Token, distance: int, weights: Weights) -> bool:
    """Returns whether number, gender, kind, distance (in sentences) and grammar let `pronoun` stand for `candidate`."""
    word = pronoun.lower_
    if distance > weights.reach or is_barred(candidate.token, pronoun):
        return False
    if word in HE or word in SHE:
        return candidate.kind == "person" and candidate.gender != ("f" if word in HE else "m")
    if word in IT:
        if candidate.is_named and word == "it" and not _goes_on(candidate, pronoun, distance, weights):
            return False
        return candidate.kind not in ("person", "people") and not candidate.plural
    return candidate.plural or candidate.kind in ("people", "body")


def is_speaking(pronoun: Token) -> bool:
    """Returns whether a pronoun is the subject of a verb of saying: "It said that", "they denied"."""
    return pronoun.dep_ == "nsubj" and pronoun.head.lemma_.lower() in SAYING | _CHARGING


def _goes_on(candidate: Candidate, pronoun: Token, distance: int, weights: Weights) -> bool:
    """Returns whether "it" may bear a name at all: the sentence's own single subject, and nothing said of the weather or the case.

    Where "it" speaks, the subject of the sentence before will do, if it is a body that can.
    """
    is_pair = any(child.dep_ == "conj" for child in candidate.token.children)
    if candidate.kind in ("body", "country") and is_speaking(pronoun):
        return distance <= 1 and candidate.rank >= weights.subject and not is_pair
    return distance == 0 and candidate.rank >= weights.subject and not is_pair and pronoun.head.pos_ != "ADJ"


def salience(candidate: Candidate, pronoun: Token, distance: int, weights: Weights) -> float:
    """Returns how near `candidate` is to the reader's mind; only differences mean anything."""
    score = candidate.rank + weights.distance * distance + weights.repeated * min(candidate.count, _MOST)
    if pronoun.dep_.split(":")[0] == candidate.token.dep_.split(":")[0]:
        score += weights.parallel
    if candidate.is_named:
        score += weights.name if pronoun.lower_ not in IT else weights.name_thing
    if pronoun.lower_ in THEY and not candidate.plural:
        score += weights.collective
    owner_stands_first = pronoun.dep_ == "nmod:poss" and pronoun.head.dep_ == "conj" and pronoun.head.head.i == candidate.token.i
    return score + (weights.joined if owner_stands_first else 0.0)


def is_dummy(token: Token) -> bool:
    """Returns whether "it" stands for nothing: "it seems", "it is clear that"."""
    head = token.head
    if token.dep_ == "expl" or token.lower_ != "it":
        return bool(token.dep_ == "expl")
    clausal = any(child.dep_ in _CLAUSES and child.i > head.i for child in head.children)
    return bool(token.dep_.startswith("nsubj") and ((head.pos_ in ("ADJ", "NOUN") and clausal) or head.lemma_ in _DUMMY_HEADS))


def is_barred(antecedent: Token, pronoun: Token) -> bool:
    """Returns whether grammar forbids it: both are arguments of one verb, which only a reflexive may be, or one owns the other."""
    if pronoun.dep_ == "nmod:poss":
        return bool(antecedent.i == pronoun.head.i)
    if pronoun.lower_ in _REFLEXIVE:
        return False
    governor = antecedent.head
    shares = governor.i == pronoun.head.i and antecedent.dep_ != "conj" and antecedent.i not in (governor.i, pronoun.i)
    return bool(shares or antecedent.i == pronoun.head.i)
