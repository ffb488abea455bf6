"""Parsed sentences → pairs that face each other, for "the two sides", "both parties" and "the two".

Only those face each other who deal or fight with each other in so many words: "Norland and Sudmark signed", "talks between Norland and
the Front", "Norland agreed a truce with the Front". Hosts, mediators, neighbours on a list and others named together do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from parley.lexicon.predicates import classes

_VERBS = frozenset(
    "meet sign agree negotiate talk speak confer discuss consult fight battle clash war exchange swap trade ratify reconcile disagree "
    "quarrel feud spar".split()
)
_DEALS = frozenset(
    "talk negotiation dialogue meeting summit agreement deal accord pact treaty truce ceasefire cease-fire armistice peace war conflict "
    "fighting battle clash dispute tension hostility exchange swap round consultation discussion confrontation feud standoff stand-off "
    "row".split()
)
_HOLDING = frozenset(
    "hold have begin start resume open launch conclude reach strike seal make end suspend continue sign agree extend break renew "
    "prolong observe violate accept declare announce initial".split()
)
_STEERING = frozenset("fail try begin start continue want plan refuse prepare appear seem decide due ready".split())
_PARTING = frozenset(("between",))
_OWNING = frozenset(("of", "from"))
_WITH = frozenset(("with",))
_NEAR, _OPENING = 2, 3  # sentences
_PARTY = ("country", "body", "people", "origin")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who face each other, from token `at` on: `keys` as they are named, `sides` whom they act for; empty where one of them has no
    name. Two persons are `is_public` where their countries are known and differ."""

    at: int
    sentence: int
    keys: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of a name: its key, kind, and the country a person acts for."""

    key: str
    kind: str
    home: str


def facing(sentence: Span, number: int, names: Mapping[int, Held]) -> Iterator[Pair]:
    """Yields the pairs of one sentence in text order; a pair without names where somebody unnamed, or a third, is one of those who deal.

    Args:
        sentence: a parsed sentence.
        number: which one it is.
        names: token → the name that covers it.
    """
    for token in sentence:
        found = _joined(token, names) or _with(token, names)
        if found:
            yield _pair(token.i, number, found, names)


def near(pairs: Sequence[Pair], at: int, sentence: int) -> Pair | None:
    """Returns the last pair before token `at`, if it stands in this sentence or one of the two before."""
    last = next((p for p in reversed(pairs) if p.at < at), None)
    return last if last is not None and sentence - last.sentence <= _NEAR else None


def latest(pairs: Sequence[Pair], at: int, sentence: int) -> tuple[str, ...]:
    """Returns the sides of the last pair before token `at` if it is near, else those that the text so far is about.

    It is about a pair that it told of at its opening or more than once, if it told of no other. Two persons who act for nobody
    known are sides in the next sentence only.
    """
    told = [p for p in pairs if p.at < at and (p.is_public or sentence - p.sentence <= 1)]
    last = near(told, at, sentence)
    if last is not None:
        return last.sides
    is_theme = bool(told) and (told[0].sentence < _OPENING or len(told) > 1)
    return told[-1].sides if is_theme and len({frozenset(p.sides) for p in told}) == 1 else ()


def _pair(at: int, number: int, two: Sequence[Token], names: Mapping[int, Held]) -> Pair:
    held = [h for token in two if (h := _held(token, names)) is not None]
    if len(two) != 2 or len(held) != 2 or held[0].key == held[1].key or (held[0].kind == "person") != (held[1].kind == "person"):
        return Pair(at, number)
    keys = held[0].key, held[1].key
    if held[0].kind != "person":
        return Pair(at, number, keys, keys)
    homes = tuple(dict.fromkeys(h.home for h in held if h.home))
    return Pair(at, number, keys, homes if len(homes) == 2 else keys, len(homes) == 2)


def _held(token: Token, names: Mapping[int, Held]) -> Held | None:
    """The name a phrase bears: its own, or that of whom its army or government belongs to."""
    own = names.get(token.i)
    if own is not None and own.kind in (*_PARTY, "person"):
        return own
    apposed = [names[c.i] for c in token.children if c.dep_ in ("appos", "flat", "nmod:desc") and c.i in names and names[c.i].kind == "person"]
    if apposed:
        return apposed[0]
    if not _is_party(token):
        return None
    owning = [t for c in token.children if _is_owner(c) for t in (c, *(k for k in c.children if k.dep_ == "conj"))]
    owners = {names[t.i].key: names[t.i] for t in owning if t.i in names and names[t.i].kind in _PARTY}
    return next(iter(owners.values())) if len(owners) == 1 else None


def _is_owner(token: Token) -> bool:
    """Returns whether a word before or behind a noun tells whose it is; not "Norland" in "the Norland-backed government"."""
    if token.dep_ == "nmod":
        return _case(token) in _OWNING
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.dep_ in ("amod", "compound", "nmod:poss") and behind.text not in ("-", "–", "‑")


def _is_party(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in classes()["state"] or lemma in classes()["fighters"] or lemma == "movement"


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.lefts if c.dep_ == "case"), "")


def _joined(token: Token, names: Mapping[int, Held]) -> list[Token]:
    """The conjuncts that `token` opens, where they face each other; a third with whom both deal comes along."""
    is_parted = _case(token) in _PARTING
    others = [c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "ADJ")] or (_hung_beside(token) if is_parted else [])
    if not others or token.dep_ == "conj":
        return []
    two = [token, *others]
    if not any(_held(t, names) for t in two) or not all(_held(t, names) or _is_party(t) for t in two):
        return []
    if is_parted:
        return two
    noun = token
    if token.dep_ in ("amod", "compound", "nmod:poss") or (token.dep_ == "nmod" and _case(token) in _OWNING):
        noun = token.head
        if not _is_party(noun):
            return []
    if noun.dep_ != "nsubj" or not _is_dealing(noun.head):
        return []
    return [*two, *(t for t in _partners(noun.head) if _held(t, names) or _is_party(t))]


def _hung_beside(token: Token) -> list[Token]:
    """The second of "between A and B" where the parser made it a sister of the first."""
    return [c for c in token.head.children if c.i > token.i and c.dep_ == token.dep_ and any(k.dep_ == "cc" for k in c.lefts)]


def _with(token: Token, names: Mapping[int, Held]) -> list[Token]:
    """A single subject and whom it deals with."""
    if token.dep_ != "nsubj" or any(c.dep_ == "conj" for c in token.children) or not _is_dealing(token.head):
        return []
    partners = [t for t in _partners(token.head) if _held(t, names) or _is_party(t)]
    if not partners or not (_held(token, names) or _is_party(token)):
        return []
    joined = [c for t in partners for c in t.children if c.dep_ == "conj"]
    return [token, *partners, *joined]


def _is_dealing(verb: Token) -> bool:
    """Returns whether a verb, or what it takes or steers, is one of dealing or fighting: "signed", "held talks", "failed to agree"."""
    lemma = verb.lemma_.lower()
    if lemma in _VERBS or (lemma in _HOLDING and any(c.dep_ in ("obj", "obl") and c.lemma_.lower() in _DEALS for c in verb.children)):
        return True
    return lemma in _STEERING and any(c.dep_ == "xcomp" and c.lemma_.lower() in _VERBS for c in verb.children)


def _partners(verb: Token) -> list[Token]:
    """With whom the subject deals: "with" on the verb or on what it takes, and the object of meeting or fighting."""
    below = [c for c in verb.children if c.dep_ in ("obj", "obl", "xcomp")]
    found = [c for top in (verb, *below) for c in top.children if c.dep_ in ("obl", "nmod") and _case(c) in _WITH]
    if verb.lemma_.lower() in ("speak", "talk"):
        found += [c for c in verb.children if c.dep_ == "obl" and _case(c) == "to"]
    if verb.lemma_.lower() in ("meet", "fight", "battle"):
        found += [c for c in verb.children if c.dep_ == "obj"]
    return found
