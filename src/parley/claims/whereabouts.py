"""Count → the place it speaks of, resolved by `Naming`."""

from __future__ import annotations

from spacy.tokens import Token

from parley.claims.region import Region, nearest_verb
from parley.lexicon.quantities import harm_words
from parley.model import Entity, Naming

_STRONG = frozenset("in at near outside inside around across throughout within".split())
_CASES = _STRONG | frozenset("on of over against along from between into north south east west".split())
_RIGHT_BEHIND, _MAX_BETWEEN = 1000, 4
_AREAS = frozenset(
    "province city town village region district area state country capital suburb border coast island river valley county street"
    " neighborhood neighbourhood quarter camp market airport port base frontier territory enclave strip outskirts mountain sector".split()
)


def find_place(place: Region, naming: Naming, strict: bool = False) -> str | None:
    """Returns the resolved name of the place in the count's own clause, or None when the clause names none.

    With `strict`, a place in a clause below the count's own does not count ("with clashes in X, the talks ended after four hours").
    """
    best: tuple[int, str] | None = None
    for entity, token in _locations(place, naming):
        score = _score(token, place, strict)
        if score > 0 and (best is None or score > best[0]):
            best = (score, _name(entity, naming))
    return best[1] if best else None


def _locations(place: Region, naming: Naming) -> list[tuple[Entity, Token]]:
    by_offset = {token.idx: token for token in place}
    return [(e, by_offset[e.span.start]) for e in naming.entities if e.type == "LOC" and e.span.start in by_offset]


def _name(entity: Entity, naming: Naming) -> str:
    located = naming.places.get(entity.span.start)
    return located.name if located is not None else entity.name


def _score(token: Token, place: Region, strict: bool) -> int:
    """Points for a place preposition, for standing in the count's clause, and for standing near. 0: not a place of this count."""
    head = _phrase_head(token)
    if head is None:
        return 0
    if _touches(token, place):
        return _RIGHT_BEHIND
    cases = {c.lower_ for c in head.children if c.dep_ == "case"}
    if cases == {"of"} and head.head.lemma_.lower() in _AREAS:
        head = head.head
        cases = {c.lower_ for c in head.children if c.dep_ == "case"}
    elif head.dep_ == "nmod:poss":
        return 1
    before = {t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]}
    if not (cases or before) & _CASES and token.dep_ not in ("nmod:poss", "compound"):
        return 0
    points = 3 if cases & _STRONG or before & _STRONG else 1
    governor = nearest_verb(head)
    if {governor.i, head.i, head.head.i} & set(place.verbs):
        points += 4
    elif not strict and any(t.i in place.verbs for t in (governor.head, head.head.head)):
        points += 2
    elif strict or sum(1 for t in place if t.pos_ == "VERB") > 2:
        return 0
    distance = abs(token.i - place.anchor.i)
    return points * 100 - min(int(distance), 90)


def _touches(token: Token, place: Region) -> bool:
    """A place right behind those counted is theirs: "40 people in Norland, at least 12 in Sudran and four in Vesk"."""
    between = token.doc[place.behind : token.i]
    return (
        place.behind >= 0
        and 0 < len(between) <= _MAX_BETWEEN
        and between[0].lower_ in _STRONG
        and not any(t.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ") for t in between)
    )


def _phrase_head(token: Token) -> Token | None:
    """The head of the place's phrase ("province" in "Kunar province"); None where the place only describes a thing ("a US tank")."""
    head = token
    for _ in range(4):
        if head.dep_ not in ("compound", "flat", "amod", "nmod:unmarked", "nmod:desc") or head.head.i == head.i:
            break
        head = head.head
    is_place = head.ent_type_ == "LOC" or head.i == token.i or head.lemma_.lower() in _AREAS
    is_place = is_place or harm_words().is_a(head.lemma_.lower(), "symmetric")
    return head if is_place else None
