"""Names of a parsed article → what its pronouns and counted groups ("the two men", "both sides") stand for.

A light resolver: each pronoun takes the most salient of those mentioned before that agree with it and that grammar allows
(`language.salience`, `language.ranking`). Common nouns compete with the names, so that a pronoun that means "the deal" is not given to a
person; what is won by a common noun stays without a name. Reading is one pass from left to right with a short memory, so
time grows with the length of the text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token

from parley.language.facing import Held, facing, latest, near
from parley.language.firsthand import first_and_second
from parley.language.mentioned import Link, Named
from parley.language.ranking import Option, Setting, best, options
from parley.language.salience import ANONYMOUS, HE, IT, SHE, THEY, Candidate, agrees, bearer, is_dummy

MEMORY = 24
_THIRD = HE | SHE | IT | THEY
_PERSONS = frozenset(
    "man woman diplomat minister leader president premier chancellor official politician envoy rival counterpart pair duo negotiator".split()
)
_CAMPS = frozenset("side party ally camp faction".split())
_BORDERING = frozenset(("on", "along", "at"))  # "on both sides of the river"
_QUARRELS = frozenset("conflict dispute war fighting quarrel talk negotiation".split())
_SIDES = _CAMPS | frozenset("country nation power government capital state neighbour neighbor superpower".split())
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "either": 2, "neither": 2, "each": 2}
_OPPOSED = frozenset("warring rival opposing feuding belligerent".split())
_MEETING = frozenset("meet host join call phone telephone visit receive greet".split())
_SIDE = "side"
_ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "iobj"))
_PARTIES = frozenset(("country", "body"))
_DEFINITE = frozenset("the both these those either neither each".split())
_PEOPLE_NOUNS = frozenset(
    "man woman boy girl person mother father son daughter brother sister wife husband child friend author player teacher student".split()
)
_WOMEN = frozenset("woman girl mother daughter sister wife spokeswoman actress queen".split())
_MEN = frozenset("man boy father son brother husband spokesman king".split())


Choose = Callable[[Token, Sequence[Option]], Candidate | None]
"""Picks whom a pronoun stands for out of those it may stand for, or nobody."""


def _are_alike(one: Named, other: Named) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} <= _PARTIES


def _counterparts(offices: Mapping[str, frozenset[str]]) -> set[str]:
    return {key for key, held in offices.items() if held & {"counterpart", "colleague"}}


class _Reader:
    """Reads one document from left to right; `memory` holds those mentioned lately, by key, the latest last."""

    def __init__(self, doc: Doc, named: Sequence[Named], people_nouns: Collection[str], choose: Choose) -> None:
        self.doc, self.choose = doc, choose
        self.people_nouns = _PEOPLE_NOUNS | frozenset(people_nouns)
        held = {i: Held(n.key, n.kind, n.home) for n in named for i in range(n.start, n.end)}
        self.facing = [pair for number, sentence in enumerate(doc.sents) for pair in facing(sentence, number, held)]
        named = [n for n in named if n.kind != "origin"]
        self.starts = {n.start: n for n in named}
        self.roots = {bearer(doc[n.start : n.end].root).i: n.key for n in named}
        keys = {i: n.key for n in named for i in range(n.start, n.end)}
        self.inside = keys.keys()
        self.setting = Setting.of(doc, keys, [n.key for n in named])
        self.number = 0
        self.memory: dict[str, Candidate] = {}
        self.links: list[Link] = []
        self.homes = {n.key: n.home for n in named if n.home}
        self.offices = {n.key: n.offices for n in named if n.offices}
        self.pairs: dict[str, tuple[str, str]] = {}
        self.last: Named | None = None
        self.anchors: dict[int, Named] = {}

    def read(self) -> list[Link]:
        for number, sentence in enumerate(self.doc.sents):
            self.number = number
            for token in sentence:
                if token.i in self.starts:
                    self._see_name(self.starts[token.i], number)
                elif token.i not in self.inside:
                    self._see_word(token, number)
        return self.links

    def _remember(self, fresh: Candidate) -> None:
        seen = self.memory.pop(fresh.key, fresh)
        seen.first = seen.first or fresh.token.i
        seen.led = bearer(fresh.token).dep_.startswith("nsubj") or (seen.led and seen.sentence == fresh.sentence)
        seen.token, seen.sentence, seen.gender = fresh.token, fresh.sentence, fresh.gender if seen.gender == "?" else seen.gender
        seen.count += 1
        self.memory[fresh.key] = seen
        while len(self.memory) > MEMORY:
            del self.memory[next(iter(self.memory))]

    def _see_name(self, named: Named, number: int) -> None:
        root = self.doc[named.start : named.end].root
        self._remember(Candidate(named.key, named.kind, named.gender, named.kind == "people" or root.tag_ == "NNPS", root, number))
        anchor = bearer(root)
        before, self.last = self.anchors.get(anchor.head.i if anchor.dep_ == "conj" else -1, self.last), named
        self.anchors[anchor.i] = named
        if before is not None and before.key != named.key and _are_alike(before, named) and self._are_joined(before, named):
            self._see_pair(before, named, number)

    def _are_joined(self, before: Named, named: Named) -> bool:
        """Returns whether only "and", a comma or words like "with" part two names."""
        one, other = bearer(self.doc[before.start : before.end].root), bearer(self.doc[named.start : named.end].root)
        if self._meets(before, named) or (other.dep_ == "conj" and other.head.i == one.i):
            return True
        between = [t for t in self.doc[before.end : named.start] if not t.is_space]
        if len(between) > 3 or any(t.pos_ not in ("CCONJ", "PUNCT", "ADP", "DET", "PART") for t in between):
            return False
        return any(t.lower_ in ("and", "&", "with", ",") for t in between)

    def _meets(self, before: Named, named: Named) -> bool:
        """Returns whether one name is the subject of a verb of meeting and the other its object."""
        verb = self.doc[named.start : named.end].root.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb.lemma_.lower() in _MEETING else None
        if subject is None or subject.i > named.start:
            return False
        if subject.tag_ == "WP" and verb.dep_ == "acl:relcl":
            subject = verb.head
        root = self.doc[before.start : before.end].root
        return subject.i in (root.i, root.head.i) if root.dep_ in ("flat", "appos") else before.start <= subject.i < before.end

    def _see_pair(self, one: Named, other: Named, number: int) -> None:
        """Remembers two names that stand side by side, for "they" and "the two"; not mere hosts, "talks hosted by Norland and Sudmark"."""
        host = bearer(self.doc[one.start : one.end].root)
        if host.dep_ in ("obl:agent", "obl") and host.head.dep_ == "acl" and any(c.lower_ == "by" for c in host.lefts):
            return
        if one.kind == other.kind:
            self.pairs[one.kind] = (one.key, other.key)
        homes = self.homes.get(one.key), self.homes.get(other.key)
        if one.kind == "person" and homes[0] and homes[1] and homes[0] != homes[1]:
            self.pairs.setdefault("country", (homes[0], homes[1]))
        root = self.doc[one.start : one.end].root
        key, kind = f"{one.key} & {other.key}", "people" if one.kind == "person" else "pair"
        self._remember(Candidate(key, kind, "?", True, root, number, members=(one.key, other.key)))

    def _see_word(self, token: Token, number: int) -> None:
        word, pos = token.lower_, token.pos_
        if word in _THIRD:
            self._see_pronoun(token, number)
        elif pos == "NOUN" or (pos == "PROPN" and token.dep_ not in ("flat", "compound")):
            if not self._see_group(token):
                self._see_noun(token, number)
        elif token.tag_ == "WP" and token.dep_ == "nsubj" and token.head.dep_ == "acl:relcl":
            for candidate in (c for c in self.memory.values() if c.token.i == token.head.head.i):
                candidate.led = True
        elif word == "both" and token.dep_.startswith(("nsubj", "obj")):
            self._link_group(token.i, token.i + 1, 2, ("person", _SIDE))
        elif word == "two" and token.dep_.startswith("nsubj") and token.i and token.nbor(-1).lower_ == "the":
            self._link_two(token)

    def _see_noun(self, token: Token, number: int) -> None:
        if token.dep_ in ("compound", "obl:unmarked", "nmod:unmarked", "amod") or self._describes_name(token):
            return
        lemma, plural = token.lemma_.lower(), token.tag_ in ("NNS", "NNPS")
        kind = "thing" if lemma not in self.people_nouns else "people" if plural else "person"
        gender = "m" if lemma in _MEN else "f" if lemma in _WOMEN else "?"
        self._remember(Candidate(f"{ANONYMOUS}{lemma}/{plural}", kind, gender, plural, token, number))

    def _describes_name(self, token: Token) -> bool:
        """Returns whether a noun only tells what somebody named beside it is: "the envoy, Ada Brandt"."""
        if token.tag_ in ("NNS", "NNPS"):
            return False
        beside = [child for child in token.children if child.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
        return any(word.i in self.inside for word in beside)

    def _see_pronoun(self, token: Token, number: int) -> None:
        if token.lower_ in IT and is_dummy(token):
            return
        beside = self._named_beside(token)
        fitting = [(c, number - c.sentence) for c in self.memory.values() if c.key not in beside and agrees(c, token, number - c.sentence)]
        found = self.choose(token, options(fitting, token, self.setting))
        if found is not None:
            self.links.append(Link(token.i, token.i + 1, found.members or (found.key,)))
            gender = "m" if token.lower_ in HE else "f" if token.lower_ in SHE else "?"
            self._remember(Candidate(found.key, found.kind, gender, found.plural, token, number, members=found.members))

    def _named_beside(self, pronoun: Token) -> set[str]:
        """Returns whom the pronoun's own verb names in another place: "he met Brandt" is not of Brandt."""
        if pronoun.dep_ not in _ARGUMENTS:
            return set()
        return {self.roots[k.i] for k in pronoun.head.children if k.dep_ in _ARGUMENTS and k.i in self.roots}

    def _see_group(self, token: Token) -> bool:
        """Resolves "the two men", "both countries": returns whether `token` heads such a group."""
        lemma = token.lemma_.lower()
        if lemma not in _PERSONS and lemma not in _SIDES:
            return False
        marks = {child.lower_: child for child in token.lefts if child.dep_ in ("nummod", "det", "det:predet", "amod", "compound")}
        is_pair = lemma in ("pair", "duo") or (lemma in _CAMPS and bool(_OPPOSED & set(marks)))
        count = next((_COUNTS[word] for word in marks if word in _COUNTS), 2 if is_pair else 0)
        if not count or not _DEFINITE & set(marks) or (lemma in _CAMPS and not _are_people(token, marks.values())):
            return False
        kinds = ("person",) if lemma in _PERSONS else (_SIDE,) if lemma in _CAMPS and count == 2 else ("country",)
        self._link_group(min(child.i for child in marks.values()), token.i + 1, count, kinds)
        return True

    def _link_group(self, start: int, end: int, count: int, kinds: Sequence[str]) -> None:
        """Links a counted group to `count` names of the first kind that has so many; "the two ministers" to those said to be ministers."""
        barred = self._subjects_above(self.doc[end - 1])
        noun = self.doc[end - 1].lemma_.lower()
        holders = {key for key, held in self.offices.items() if any(office.split()[-1] == noun for office in held)}
        barred |= set(self.offices) - holders - _counterparts(self.offices) if len(holders) and "person" in kinds else set()
        for kind in kinds:
            pair = latest(self.facing, start, self.number) if kind == _SIDE else self.pairs.get(kind, ())
            if count == 2 and pair and not barred & set(pair):
                self._link_all(start, end, pair, kind)
                return
            if kind == _SIDE:
                continue
            names = [c for c in reversed(self.memory.values()) if c.kind == kind and c.is_named and c.key not in barred]
            picked = _pick(names, count)
            if picked:
                self._link_all(start, end, tuple(c.key for c in sorted(picked, key=lambda c: c.first)), kind)
                return

    def _link_two(self, token: Token) -> None:
        """Links "the two" to those who just met, signed or fought."""
        pair = near(self.facing, token.i, self.number)
        if pair is not None and pair.keys:
            self._link_all(token.i - 1, token.i + 1, pair.keys, "person" if pair.keys != pair.sides else "country")

    def _link_all(self, start: int, end: int, keys: tuple[str, ...], kind: str) -> None:
        """Links a group to its members, and remembers them together for a "they" behind it."""
        self.links.append(Link(start, end, keys))
        whole = "people" if kind == "person" else "pair"
        self._remember(Candidate(" & ".join(keys), whole, "?", True, self.doc[end - 1], self.number, members=keys))

    def _subjects_above(self, token: Token) -> set[str]:
        """Returns the keys of the subjects of the clauses around an object: those who met "the two men" are not among them."""
        if token.dep_.startswith("nsubj"):
            return set()
        spots = {child.i for verb in [token, *token.ancestors][:6] for child in verb.children if child.dep_.startswith("nsubj")}
        linked = {link.start: link.keys for link in self.links[-8:]}
        return {c.key for c in self.memory.values() if c.token.i in spots} | {key for i in spots for key in linked.get(i, ())}


def _are_people(camp: Token, marks: Iterable[Token]) -> bool:
    """Returns whether "both sides" may be those of a quarrel: not of a river, an argument or a match, and not "both political parties"."""
    is_border = any(c.dep_ == "case" and c.lower_ in _BORDERING for c in camp.lefts)
    of_what = [c for c in camp.children if c.dep_ == "nmod" and any(k.lower_ == "of" for k in c.lefts)]
    is_described = any(m.dep_ in ("amod", "compound") and m.lower_ not in _OPPOSED for m in marks)
    return not is_border and not is_described and all(c.lemma_.lower() in _QUARRELS for c in of_what)


def _pick(names: list[Candidate], count: int) -> list[Candidate]:
    """Picks those joined by "and" if they are just so many, else the most often named of the latest few."""
    joined = [c for c in names if c.token.dep_ == "conj" or any(t.dep_ == "conj" for t in c.token.children)]
    if len(joined) == count:
        return joined
    often = sorted(names[: count + 4], key=lambda c: -min(c.count, 3))[:count]
    return often if len(often) == count else []


def resolve(doc: Doc, named: Iterable[Named], people_nouns: Collection[str] = frozenset(), choose: Choose = best) -> tuple[Link, ...]:
    """Returns what the pronouns and counted groups of `doc` stand for, in text order; the unresolved are left out.

    Args:
        doc: a parsed document with sentence boundaries.
        named: the mentions with names, none overlapping another.
        people_nouns: lemmas of common nouns that mean human beings.
        choose: picks whom each pronoun stands for; by the learned weights unless another way is given, as in training.
    """
    known = tuple(named)
    links = _Reader(doc, known, people_nouns, choose).read()
    return tuple(sorted((*links, *first_and_second(doc, known, links)), key=lambda link: link.start))
