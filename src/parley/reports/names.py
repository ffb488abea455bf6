"""Heads of phrases → parties: the mention's span and whom it stands for, by the article's `Naming`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.lexicon.predicates import classes
from parley.model import Entity, Naming, Party, Reference, Span
from parley.reports.clauses import case_of, obliques
from parley.reports.tree import Tree

_INSIDE = ("compound", "amod", "nummod", "flat", "nmod:poss", "nmod:desc", "nmod:unmarked")
_PEOPLE = ("PERSON", "ORG", "NORP", "LOC")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
_MEMBERS = ("including", "such as", "like", "among")
_OWNING = ("by", "against", "on", "to", "with", "for", "between")
_HANDING = frozenset({"hand", "turn", "give", "sign"})
_DEPTH = 4
_TITLE_WORDS = 7
_TITLE_TAGS = frozenset({"NNP", "NN", "NNPS", "IN", "DT", "HYPH", "JJ"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article by token. Cheap to ask: one dictionary look-up for a token. `datelines`: tokens that name nobody who acts."""

    tree: Tree
    entities: dict[int, Entity]
    references: dict[int, Reference]
    countries: frozenset[int]
    towns: frozenset[int]
    datelines: frozenset[int] = frozenset()

    def is_named(self, token: int) -> bool:
        """Returns whether a name that can act stands at `token`."""
        entity = self.entities.get(token)
        return (entity is not None and entity.type in _PEOPLE) or (token in self.references and self.tree.poses[token] != "ADJ")

    def is_country(self, token: int) -> bool:
        """Returns whether the name at `token` is a country's."""
        entity = self.entities.get(token)
        return entity is not None and entity.span.start in self.countries

    def is_town(self, token: int) -> bool:
        """Returns whether a place below a country is named at `token`: "Vesk's bombardment" is not by Vesk."""
        entity = self.entities.get(token)
        return entity is not None and entity.type == "LOC" and entity.span.start in self.towns

    def stands_for(self, token: int, name: str) -> bool:
        """Returns whether `token` is a word of a mention of `name`, pronouns among them."""
        entity, reference = self.entities.get(token), self.references.get(token)
        return (entity is not None and entity.name == name) or (reference is not None and name in reference.names)

    def is_in_title(self, token: int, is_verb: bool) -> bool:
        """Returns whether `token` is a word of a longer name: "Save" in "Save the Children", "Conference" in that of an organisation."""
        entity = self.entities.get(token)
        return entity is not None and " " in entity.span.text and (is_verb or entity.type in ("ORG", "PERSON"))

    def is_body(self, token: int) -> bool:
        """Returns whether the name of an organisation stands at `token`."""
        entity = self.entities.get(token)
        return entity is not None and entity.type == "ORG"

    def is_person(self, token: int) -> bool:
        """Returns whether a person's name stands at `token`, or a pronoun for one."""
        entity = self.entities.get(token)
        return entity.type == "PERSON" if entity else self.tree.words[token] in ("he", "she", "they", "who")

    def parties(self, head: int, strict: bool = True, depth: int = 0) -> list[Party]:
        """Returns everybody a phrase names, conjuncts and listed members included.

        Args:
            head: the head token of the phrase.
            strict: take only phrases that can act; otherwise also those acted on, such as towns and hospitals.
            depth: how many phrases deep this one lies; deeper than four gives nothing.
        """
        if depth > _DEPTH:
            return []
        if head in self.datelines:  # the parser may make "VESK (Agency) – " the subject and who acts its apposition or conjunct
            beside = [k for k in self.tree.children(head, "appos", "parataxis", "conj") if k not in self.datelines]
            return [p for k in beside for p in self.parties(k, strict, depth + 1)]
        found = self._one(head, strict, depth)
        for kid in self.tree.kids[head]:
            is_conjunct = self.tree.deps[kid] == "conj" and self.tree.poses[kid] in _NOMINAL
            if is_conjunct or (self.tree.deps[kid] == "nmod" and case_of(self.tree, kid) in _MEMBERS):
                found += self.parties(kid, strict, depth + 1)
        return found

    def own_parties(self, head: int) -> list[Party]:
        """Returns those who can act whom the head of a phrase names, without its conjuncts."""
        return [] if head in self.datelines else self._one(head, True, 0)

    def _one(self, head: int, strict: bool, depth: int) -> list[Party]:
        tree, lemma = self.tree, self.tree.lemmas[head]
        person = self._person(head)
        if person is not None:
            return [Party(p.span, p.name) for p in (person, *self._further(head, person))]
        reference = self.references.get(head)
        if reference is not None and reference.names:
            return [Party(reference.span, name) for name in reference.names]
        if tree.words[head] in classes()["time_noun"] or lemma in classes()["time_noun"]:
            return []
        if tree.poses[head] == "PRON" or tree.tags[head] in ("PRP", "DT", "WDT", "WP", "EX"):
            return []
        entity = self.entities.get(head)
        if entity is not None and entity.type in _PEOPLE:
            return [Party(entity.span, entity.name)]
        if lemma in classes()["quantity"] and obliques(tree, head, "of"):
            return [p for kid in obliques(tree, head, "of") for p in self.parties(kid, strict, depth + 1)]
        apposed = self._apposed(head)
        if apposed is not None:
            return [Party(apposed.span, apposed.name)]
        if lemma in classes()["state"]:
            owners = self._owners(head, depth)
            if owners:
                return self._owned(head, owners)
        if lemma in classes()["fighters"]:
            owners = self._commanders(head, depth)
            if owners:
                return self._owned(head, owners)
        if self.is_instrument(head):
            return self._owners(head, depth) or self._belligerents(head)
        if lemma in classes()["voice"]:
            return self._owners(head, depth) or self._linked(head, "by", depth)
        if lemma in classes()["agents"] or (tree.poses[head] == "PROPN" and entity is None):
            return [Party(self.phrase(head), self.phrase(head).text)]
        return [] if strict else self._thing(head, depth)

    def _owned(self, head: int, owners: Sequence[Party]) -> list[Party]:
        """Those of one owner by their phrase, "Norland's troops"; of "Norland and Sudmark troops" each owner by its own word.

        The leader of those without a name is not they: "the leader of the movement".
        """
        if self.tree.lemmas[head] in classes()["leaders"] and all(o.name == o.span.text and not self._is_name(o) for o in owners):
            phrase = self.phrase(head)
            last = self.tree.token_at(owners[-1].span.end - 1)
            whole = self.tree.span(self.tree.token_at(phrase.start), max(head, last))
            return [Party(whole, whole.text)]
        return [Party(self.phrase(head), owners[0].name)] if len({p.name for p in owners}) == 1 else list(owners)

    def _is_name(self, party: Party) -> bool:
        return self.is_named(self.tree.token_at(party.span.end - 1))

    def _commanders(self, head: int, depth: int) -> list[Party]:
        """Whose fighters they are when the text says so outright: "fighters of the Front", "the Front's men"; not "Norland fighters"."""
        named = [k for k in self.tree.children(head, "nmod:poss") + obliques(self.tree, head, "of") if self.is_named(k)]
        return [p for k in named for p in self.parties(k, True, depth + 1)]

    def is_instrument(self, head: int) -> bool:
        """Returns whether a shell, drone or tank stands at `head`: its owner acts, not the thing. A bomber is a man unless it has a maker's name."""
        entity, lemma = self.entities.get(head), self.tree.lemmas[head]
        if lemma in classes()["fighters"] and (entity is None or entity.span.text.lower() == self.tree.words[head]):
            return False
        return (entity is not None and entity.type in ("WEAPON", "VEHICLE")) or lemma in classes()["instrument"]

    def _belligerents(self, head: int) -> list[Party]:
        """The army of "an army tank"."""
        found = [self.phrase(k) for k in self.modifiers(head) if self.tree.lemmas[k] in classes()["belligerent"]]
        return [Party(span, span.text) for span in found]

    def _apposed(self, head: int) -> Entity | None:
        """The body's name in "a rebel group, the Highland Front"."""
        if not any(self.tree.lemmas[head] in classes()[name] for name in ("agents", "fighters")) or self.tree.tags[head].endswith("S"):
            return None
        beside = (self.entities.get(k) for k in self.tree.children(head, "appos"))
        return next((e for e in beside if e is not None and e.type == "ORG"), None)

    def _further(self, head: int, person: Entity) -> list[Entity]:
        """Orlov in "the Brandt and Orlov governments"."""
        first = self.tree.token_at(person.span.start)
        joined = [self.entities.get(k) for k in self.tree.children(first, "conj") if k < head and self.tree.deps[first] == "compound"]
        return [e for e in joined if e is not None and e.type == "PERSON"]

    def _person(self, head: int) -> Entity | None:
        """The name in "Foreign Minister Ada Brandt" and "the envoy, Ada Brandt", whichever word the parser made the head."""
        for token in (head, *self.tree.children(head, "flat", "appos", "compound", "nmod:desc")):
            entity = self.entities.get(token)
            if entity is not None and entity.type == "PERSON":
                return entity
        return self._titled(head) if self.tree.lemmas[head] in classes()["leaders"] else None

    def _titled(self, head: int) -> Entity | None:
        """The person after a long title: "Secretary of State Ada Brandt"; nobody in "officials of Brandt's party"."""
        is_title = self.tree.tags[head].startswith("NNP")
        for token in range(head + 1, min(head + _TITLE_WORDS, len(self.tree))):
            if self.tree.tags[token] == "IN" and not is_title:
                return None
            entity = self.entities.get(token)
            if entity is not None and entity.type == "PERSON":
                return entity
            if self.tree.tags[token] not in _TITLE_TAGS:
                return None
        return None

    def _owners(self, head: int, depth: int) -> list[Party]:
        """Whose army, minister or planes: a modifier, a possessor or an of-phrase."""
        modifiers = [k for k in self.modifiers(head) if self.is_named(k)]
        if not modifiers:
            modifiers = (
                [self._meant(k) for k in self.tree.children(head, "nmod:poss")] + obliques(self.tree, head, "of") + obliques(self.tree, head, "from")
            )
        return [p for k in modifiers for p in self.parties(k, True, depth + 1)]

    def _meant(self, owner: int) -> int:
        """Norland for "whose" in "Norland, whose troops fought"; other words for themselves."""
        if self.tree.tags[owner] != "WP$":
            return owner
        clause = next((t for t in self.tree.above(owner) if self.tree.deps[t].startswith("acl")), owner)
        return self.tree.heads[clause]

    def _is_particle(self, token: int) -> bool:
        """Returns whether "over" belongs to the verb before it: "hand over 30 prisoners"."""
        return self.tree.words[token] == "over" and token > 0 and self.tree.lemmas[token - 1] in _HANDING

    def _thing(self, head: int, depth: int) -> list[Party]:
        """Those acted on that cannot act: the owner of a decision, else the hospital or town itself."""
        if self.tree.lemmas[head] in classes()["site"] | classes()["place"]:
            return [Party(self.phrase(head), self.phrase(head).text)]
        nearest = self._owners(head, depth)
        return nearest or next((found for p in _OWNING if (found := self._linked(head, p, depth))), [])

    def _linked(self, head: int, preposition: str, depth: int) -> list[Party]:
        return [p for k in obliques(self.tree, head, preposition) for p in self.parties(k, True, depth + 1)]

    def modifiers(self, head: int) -> list[int]:
        """Returns the words before `head` that may name an owner; not "Turkish" in "Turkish-backed" nor "Britain" in "Britain-based"."""
        return [
            k for k in self.tree.children(head, "amod", "compound", "nmod:desc", "nmod:unmarked", "nmod") if k < head and not self._is_hyphenated(k)
        ]

    def _is_hyphenated(self, token: int) -> bool:
        tree = self.tree
        if token + 2 >= len(tree) or tree.words[token + 1] not in ("-", "–", "‑"):
            return False
        return token + 2 not in self.entities and tree.tags[token + 2] in ("VBN", "VBD", "VBG", "JJ")

    def phrase(self, head: int) -> Span:
        """Returns the words of a noun phrase without its article and without what follows the head."""
        left, right = head, head
        for kid in self.tree.children(head, *_INSIDE):
            below = self.tree.subtree(kid)
            if max(below) < head:
                left = min(left, *below)
            elif self.tree.deps[kid] == "flat":
                right = max(right, *below)
        while left < head and (self.tree.tags[left] in ("DT", "PRP$", "WP$", "``", "''") or self._is_particle(left)):
            left += 1
        return self.tree.span(left, right)


def read_names(tree: Tree, naming: Naming, datelines: frozenset[int] = frozenset()) -> Names:
    """Indexes `naming` by the tokens of `tree`; of nested references the shorter one wins."""
    entities = {token: entity for entity in naming.entities for token in _tokens(tree, entity.span)}
    longest_first = sorted(naming.references, key=lambda r: (r.span.start - r.span.end, r.span.start))
    references = {token: r for r in longest_first for token in _tokens(tree, r.span) if token not in entities}
    countries = frozenset(start for start, place in naming.places.items() if place.precision == "country")
    towns = frozenset(start for start, place in naming.places.items() if place.precision not in ("country", "unlocated"))
    return Names(tree, entities, references, countries, towns, datelines)


def _tokens(tree: Tree, span: Span) -> Iterator[int]:
    return iter(range(tree.token_at(span.start), tree.token_at(span.end - 1) + 1)) if len(tree) else iter(())
