"""Names of a parsed article → what its pronouns and counted groups ("the two men", "both sides") stand for.

A light resolver in the line of Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution": each pronoun
takes the most salient of those mentioned before that agree with it in gender, number and kind and that grammar allows;
salience grows with subjecthood and repetition and falls with each sentence. Common nouns compete with the names, so that a
pronoun that means "the deal" is not given to a person; what is won by a common noun stays without a name. Reading is one
pass from left to right with a short memory, so time grows with the length of the text alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

MEMORY = 24
REACH = 3
_HE, _SHE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
_IT, _THEY = frozenset("it its itself".split()), frozenset("they them their theirs themselves".split())
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_DUMMY_HEADS = frozenset("rain snow seem appear happen turn take remain".split())
_PERSONS = frozenset("man woman diplomat minister leader president official politician envoy rival counterpart pair duo negotiator".split())
_SIDES = frozenset("country nation side power government party capital state neighbour neighbor ally superpower".split())
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "either": 2}
_PEOPLE_NOUNS = frozenset(
    "man woman boy girl person mother father son daughter brother sister wife husband child friend author player teacher student".split()
)
_WOMEN, _MEN = (
    frozenset("woman girl mother daughter sister wife spokeswoman actress queen".split()),
    frozenset("man boy father son brother husband spokesman king".split()),
)
ANONYMOUS = "~"


@dataclass(frozen=True, slots=True)
class Named:
    """A mention whose name is known. `kind`: person, body, country, place, people or thing; `gender`: m, f or ?."""

    start: int
    end: int
    key: str
    kind: str
    gender: str = "?"


@dataclass(frozen=True, slots=True)
class Link:
    """Tokens [start, end) stand for `keys`. A key that begins with `ANONYMOUS` is a common noun, not a name."""

    start: int
    end: int
    keys: tuple[str, ...]

    @property
    def is_named(self) -> bool:
        return not any(key.startswith(ANONYMOUS) for key in self.keys)


@dataclass(slots=True)
class _Candidate:
    key: str
    kind: str
    gender: str
    plural: bool
    token: Token
    sentence: int
    count: int = 0
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What salience is made of; tuned on the training part of GUM's news, interviews and biographies."""

    subject: float = 1.0
    object: float = 0.4
    nested: float = -0.3
    repeated: float = 0.15
    distance: float = -0.8
    parallel: float = 0.4
    name: float = 0.5
    enough: float = -2.2


def _role_rank(token: Token, weights: Weights) -> float:
    head = token
    while head.dep_ in ("flat", "compound") and head.head.i != head.i and head.head.pos_ == "PROPN":
        head = head.head
    if head.dep_.startswith("nsubj"):
        return weights.subject
    if head.dep_ in ("obj", "iobj", "obl:agent"):
        return weights.object
    return weights.nested if head.dep_ in ("nmod:poss", "compound", "nmod") else 0.0


class _Reader:
    """Reads one document from left to right; `memory` holds those mentioned lately, by key."""

    def __init__(self, doc: Doc, named: Sequence[Named], people_nouns: Collection[str], weights: Weights) -> None:
        self.doc, self.weights = doc, weights
        self.people_nouns = _PEOPLE_NOUNS | frozenset(people_nouns)
        self.starts = {n.start: n for n in named}
        self.inside = {i for n in named for i in range(n.start, n.end)}
        self.memory: dict[str, _Candidate] = {}
        self.links: list[Link] = []

    def read(self) -> tuple[Link, ...]:
        for number, sentence in enumerate(self.doc.sents):
            for token in sentence:
                if token.i in self.starts:
                    self._see_name(self.starts[token.i], number)
                elif token.i not in self.inside and not token.is_space:
                    self._see_word(token, number)
        return tuple(self.links)

    def _remember(self, key: str, kind: str, gender: str, plural: bool, token: Token, number: int) -> None:
        seen = self.memory.pop(key, None)
        candidate = seen or _Candidate(key, kind, gender, plural, token, number)
        candidate.token, candidate.sentence = token, number
        candidate.count += 1
        candidate.rank = _role_rank(token, self.weights)
        self.memory[key] = candidate
        while len(self.memory) > MEMORY:
            del self.memory[next(iter(self.memory))]

    def _see_name(self, named: Named, number: int) -> None:
        root = self.doc[named.start : named.end].root
        plural = named.kind == "people" or root.tag_ == "NNPS"
        self._remember(named.key, named.kind, named.gender, plural, root, number)

    def _see_word(self, token: Token, number: int) -> None:
        word = token.lower_
        if word in _HE or word in _SHE or word in _IT or word in _THEY:
            self._see_pronoun(token, number)
        elif token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.dep_ not in ("flat", "compound")):
            if not self._see_group(token):
                self._see_noun(token, number)
        elif word == "both" and token.dep_.startswith(("nsubj", "obj")):
            self._emit_group(token.i, token.i + 1, 2, ("person", "country", "body"))

    def _see_noun(self, token: Token, number: int) -> None:
        if token.dep_ in ("compound", "obl:unmarked", "nmod:unmarked", "amod"):
            return
        lemma = token.lemma_.lower()
        kind = "person" if lemma in self.people_nouns and token.tag_ == "NN" else "people" if lemma in self.people_nouns else "thing"
        gender = "m" if lemma in _MEN else "f" if lemma in _WOMEN else "?"
        key = f"{ANONYMOUS}{lemma}/{token.tag_ in ('NNS', 'NNPS')}"
        self._remember(key, kind, gender, token.tag_ in ("NNS", "NNPS"), token, number)

    def _see_pronoun(self, token: Token, number: int) -> None:
        if token.lower_ in _IT and _is_dummy(token):
            return
        best = self._best(token, number)
        if best is None:
            return
        self.links.append(Link(token.i, token.i + 1, (best.key,)))
        if best.kind == "person" and best.gender == "?":
            best.gender = "m" if token.lower_ in _HE else "f" if token.lower_ in _SHE else "?"
        self._remember(best.key, best.kind, best.gender, best.plural, token, number)

    def _best(self, token: Token, number: int) -> _Candidate | None:
        scored = [(self._score(c, token, number), c.token.i, c) for c in self.memory.values() if self._agrees(c, token, number)]
        if not scored:
            return None
        score, _, best = max(scored, key=lambda item: item[:2])
        return best if score >= self.weights.enough else None

    def _agrees(self, candidate: _Candidate, token: Token, number: int) -> bool:
        word = token.lower_
        if number - candidate.sentence > REACH or _is_barred(candidate.token, token):
            return False
        if word in _HE or word in _SHE:
            wrong = "f" if word in _HE else "m"
            return candidate.kind == "person" and candidate.gender != wrong
        if word in _IT:
            return candidate.kind not in ("person", "people") and not candidate.plural
        return candidate.plural or candidate.kind in ("people", "body")

    def _score(self, candidate: _Candidate, token: Token, number: int) -> float:
        w = self.weights
        score = candidate.rank + w.distance * (number - candidate.sentence) + w.repeated * min(candidate.count, 5)
        score += 0 if candidate.key.startswith(ANONYMOUS) else w.name
        same = token.dep_.split(":")[0] == candidate.token.dep_.split(":")[0]
        return score + (w.parallel if same else 0.0)

    def _see_group(self, token: Token) -> bool:
        """Resolves "the two men", "both countries": returns whether `token` heads such a group."""
        lemma = token.lemma_.lower()
        if lemma not in _PERSONS and lemma not in _SIDES:
            return False
        marks = {child.lower_: child for child in token.children if child.dep_ in ("nummod", "det", "det:predet", "amod") and child.i < token.i}
        count = next((_COUNTS[word] for word in marks if word in _COUNTS), 0) or (2 if lemma in ("pair", "duo") and "the" in marks else 0)
        if not count or not ({"the", "both", "these", "those", "either"} & set(marks)):
            return False
        kinds = ("person",) if lemma in _PERSONS else ("country", "body") if lemma in ("side", "party", "ally") else ("country",)
        start = min(child.i for child in marks.values())
        self._emit_group(start, token.i + 1, count, kinds)
        return True

    def _emit_group(self, start: int, end: int, count: int, kinds: Sequence[str]) -> None:
        """Links a counted group to the `count` latest names of the first kind that has so many."""
        for kind in kinds:
            names = [c for c in reversed(self.memory.values()) if c.kind == kind and not c.key.startswith(ANONYMOUS)]
            lately = self._pick(names, count)
            if lately:
                self.links.append(Link(start, end, tuple(c.key for c in sorted(lately, key=lambda c: c.token.i))))
                return

    def _pick(self, names: list[_Candidate], count: int) -> list[_Candidate]:
        """Picks those joined by "and" first, then the most often named of the latest few."""
        joined = [c for c in names if c.token.dep_ == "conj" or any(t.dep_ == "conj" for t in c.token.children)]
        if len(joined) == count:
            return joined
        often = sorted(names[: count + 2], key=lambda c: -min(c.count, 3))[:count]
        return often if len(often) == count else []


def _is_dummy(token: Token) -> bool:
    """Returns whether "it" stands for nothing: "it seems", "it is clear that"."""
    head = token.head
    if token.dep_ == "expl" or token.lower_ != "it":
        return token.dep_ == "expl"
    clausal = any(child.dep_ in ("csubj", "csubj:pass", "ccomp", "xcomp", "advcl", "acl:relcl") and child.i > head.i for child in head.children)
    return token.dep_.startswith("nsubj") and ((head.pos_ in ("ADJ", "NOUN") and clausal) or head.lemma_ in _DUMMY_HEADS)


def _is_barred(antecedent: Token, pronoun: Token) -> bool:
    """Returns whether both are arguments of one verb, which only a reflexive may be."""
    if pronoun.lower_ in _REFLEXIVE or pronoun.dep_ == "nmod:poss":
        return pronoun.dep_ == "nmod:poss" and antecedent.i == pronoun.head.i
    governor = antecedent.head
    return (
        pronoun.i != antecedent.i
        and (governor.i == pronoun.head.i and antecedent.dep_ != "conj" and antecedent.i != governor.i)
        or antecedent.i == pronoun.head.i
    )


def resolve(doc: Doc, named: Iterable[Named], people_nouns: Collection[str] = frozenset(), weights: Weights | None = None) -> tuple[Link, ...]:
    """Returns what the third-person pronouns and counted groups of `doc` stand for, in text order; the unresolved are left out.

    Args:
        doc: a parsed document with sentence boundaries.
        named: the mentions with names, none overlapping another.
        people_nouns: lemmas of common nouns that mean human beings.
    """
    return _Reader(doc, tuple(named), people_nouns, weights or Weights()).read()
