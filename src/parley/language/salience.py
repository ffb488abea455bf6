"""Those mentioned lately, and which of them a pronoun may stand for: agreement and grammar."""

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
REACH = 6


@dataclass(slots=True)
class Candidate:
    """Somebody or something mentioned lately: its latest mention and how it may be spoken of.

    `led` tells whether it was a subject in the sentence of that mention.
    """

    key: str
    kind: str
    gender: str
    plural: bool
    token: Token
    sentence: int
    count: int = 0
    led: bool = False
    members: tuple[str, ...] = ()
    first: int = 0

    @property
    def is_named(self) -> bool:
        return not self.key.startswith(ANONYMOUS)


def is_apposed(token: Token) -> bool:
    """Returns whether a name stands behind the noun that says who it is: "the envoy, Ada Brandt"; not "Ada (Brandt)"."""
    if token.dep_ != "appos" or token.head.i > token.i or token.head.tag_ == "NNS":
        return False
    return not any(t.text in ("(", "[") for t in token.doc[token.head.i + 1 : token.i])


def bearer(token: Token) -> Token:
    """Returns the word that carries the relation of a name: in "the envoy, Ada Brandt" it is "envoy"."""
    for _ in range(4):
        is_part = token.dep_ in ("flat", "compound", "nmod:desc") and token.head.pos_ == "PROPN"
        if not is_part and not is_apposed(token):
            break
        token = token.head
    return token


def agrees(candidate: Candidate, pronoun: Token, distance: int) -> bool:
    """Returns whether number, gender, kind, distance (in sentences) and grammar let `pronoun` stand for `candidate`."""
    word = pronoun.lower_
    if distance > REACH or is_barred(candidate.token, pronoun):
        return False
    if word in HE or word in SHE:
        return candidate.kind == "person" and candidate.gender != ("f" if word in HE else "m")
    if word in IT:
        if candidate.is_named and word == "it" and not _goes_on(candidate, pronoun, distance):
            return False
        return candidate.kind not in ("person", "people") and not candidate.plural
    return candidate.plural or candidate.kind in ("people", "body")


def is_speaking(pronoun: Token) -> bool:
    """Returns whether a pronoun is the subject of a verb of saying: "It said that", "they denied"."""
    return pronoun.dep_ == "nsubj" and pronoun.head.lemma_.lower() in SAYING | _CHARGING


def _goes_on(candidate: Candidate, pronoun: Token, distance: int) -> bool:
    """Returns whether a bare "it" may bear a name: as a subject, behind a subject of its sentence, and of no adjective.

    Where "it" speaks, the subject of the sentence before will do, if it is a body that can.
    """
    if any(child.dep_ == "conj" for child in candidate.token.children) or not candidate.led:
        return False
    if candidate.kind in ("body", "country") and is_speaking(pronoun):
        return distance <= 1
    return distance == 0 and pronoun.dep_.startswith("nsubj") and pronoun.head.pos_ not in ("ADJ", "NOUN")


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
