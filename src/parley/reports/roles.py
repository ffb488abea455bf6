"""A trigger → who acts and who is acted on, by the roles its lexicon entry names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.lexicon.predicates import classes, instrument_modes
from parley.model import Party
from parley.reports.barred import is_told_of_plans
from parley.reports.clauses import SUBJECTS, case_of, is_passive, objects, obliques, subjects, surface_subjects
from parley.reports.names import Names
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger, participles

_UNION = frozenset({"CONSULT", "AGREE"})
_INSTRUMENTS = ("with", "by", "in", "using", "from", "during", "of")
_SPEAKERS = frozenset({"he", "she", "they", "it", "we"})
_UNION_ONLY = frozenset({"CONSULT"})
_SHARED = frozenset({"with", "between", "on", "against", "among"})
_GIVING = frozenset({"AGREE", "AID"})  # what is promised or given is the giver's
_OWN_FORCES = frozenset({"RETREAT", "MOBILIZE", "COERCE"})
_TURNED = {  # whoever does what is condemned or demanded is meant, not those it is done to
    "ACCUSE": frozenset({"ASSAULT", "COERCE"}),
    "REQUEST": frozenset({"COERCE", "RETREAT"}),
}
_TOWARDS = frozenset({"to", "with", "against", "on", "from", "for", "over", "at", "toward", "towards", "upon", "of"})
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part. `heads` are the tokens looked at, `absorbed` the event nouns that this trigger speaks for."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    heads: tuple[int, ...]
    absorbed: tuple[int, ...]

    @property
    def has_sides(self) -> bool:
        """Whether somebody acts and somebody else is acted on or takes part."""
        return bool(self.actors) and len(self.actors) + len(self.recipients) > 1


def fill_roles(tree: Tree, names: Names, trigger: Trigger, events: Mapping[int, Trigger], depth: int = 0) -> Cast:
    """Returns the cast of `trigger`.

    Args:
        tree: the parse.
        names: who is who.
        trigger: the predicate in its place.
        events: all triggers by token: "strikes" in "strikes hit a hospital" hands on whose strikes they are.
        depth: how many nouns deep; three at most.
    """
    entry = trigger.predicate
    acting = [core_of(tree, head) for source in entry.actors for head in heads_of(tree, names, trigger, source)]
    actors: list[Party] = []
    absorbed: list[int] = []
    for head in acting:
        inner = events.get(head)
        if inner is not None and inner.token != trigger.token and depth < _DEPTH and _is_same_act(trigger, inner):
            told = fill_roles(tree, names, inner, events, depth + 1).actors
            actors += told or (names.parties(head) if tree.lemmas[head] in classes()["agents"] else ())  # a suicide bomber is act and actor
            absorbed.append(head)
        else:
            actors += names.parties(head)
    more, struck = _through_event_nouns(tree, names, trigger, events, depth)
    actors += more
    actors += _company(tree, names, trigger, actors)
    receiving, recipients = _recipients(tree, names, trigger, events)
    kept = tuple(dict.fromkeys(actors))
    taken = {p.span for p in kept}
    return Cast(kept, tuple(p for p in dict.fromkeys(recipients) if p.span not in taken), (*acting, *receiving), (*absorbed, *struck))


def _company(tree: Tree, names: Names, trigger: Trigger, actors: Sequence[Party]) -> list[Party]:
    """In "after talks with the envoy, Brandt said" the envoy's partner is the subject of the clause."""
    if trigger.predicate.pos != "n" or trigger.predicate.type not in _UNION or trigger.carrier:
        return []
    with_whom = {p for head in heads_of(tree, names, trigger, "with") for p in names.parties(head)}
    if not with_whom or not set(actors) <= with_whom:
        return []
    verb = next((t for t in tree.above(trigger.token) if tree.poses[t] == "VERB"), None)
    return [] if verb is None else [p for head in subjects(tree, verb) for p in names.parties(head)]


def _spoken_for(tree: Tree, names: Names, verb: int, head: int) -> list[int]:
    """Puts the speaker in the place of a pronoun nobody resolved: "Norland and Sudmark said they had agreed"."""
    if tree.poses[head] != "PRON" or head in names.references:
        return [head]
    speech = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or speech == verb:
        return [head]
    speakers = [k for k in tree.children(speech, "nsubj") if tree.poses[k] != "PRON"]
    is_plural = any(tree.deps[k] == "conj" for s in speakers for k in tree.kids[s]) or any(tree.tags[s].endswith("S") for s in speakers)
    return speakers if speakers and is_plural == (tree.words[head] in ("they", "we")) and tree.words[head] in _SPEAKERS else [head]


def core_of(tree: Tree, head: int) -> int:
    """Returns "strikes" for "dozens of strikes" and "talks" for "a round of talks"."""
    if tree.lemmas[head] in classes()["quantity"] or tree.lemmas[head] in classes()["measure"]:
        return next(iter(obliques(tree, head, "of")), head)
    return head


def _is_same_act(outer: Trigger, inner: Trigger) -> bool:
    """A noun is part of the act of its verb when both are of one type, or when the verb only says how a deal or meeting went."""
    pair = {outer.predicate.type, inner.predicate.type}
    return len(pair) == 1 or pair <= {"CONSULT", "AGREE", "REJECT", "CONCEDE", "RETREAT"}


def _through_event_nouns(tree: Tree, names: Names, trigger: Trigger, events: Mapping[int, Trigger], depth: int) -> tuple[list[Party], list[int]]:
    """The actors in "killed in Norland's bombardment of Vesk", "attended talks between A and B"."""
    if trigger.predicate.pos != "v" or depth:
        return [], []
    actors: list[Party] = []
    absorbed: list[int] = []
    for kid in tree.children(trigger.token, "obl", "obl:agent", "obj", "nsubj:pass"):
        joined = [k for k in (core_of(tree, kid), *tree.children(kid, "conj")) if k not in trigger.words]
        inner = [events[k] for k in joined if k in events and events[k].predicate.type == trigger.predicate.type]
        for noun in inner:
            actors += fill_roles(tree, names, noun, events, depth + 1).actors
            absorbed.append(noun.token)
        if inner and kid not in absorbed and tree.lemmas[kid] in classes()["state"]:
            actors += names.parties(kid)
    return actors, absorbed


def _recipients(tree: Tree, names: Names, trigger: Trigger, events: Mapping[int, Trigger]) -> tuple[list[int], list[Party]]:
    """The first place that names somebody; the subject of "suffered" or "came under" when the act is its noun."""
    if trigger.carrier and trigger.carrier.role == "recipient":
        found = surface_subjects(tree, trigger.carrier.verb)
        return found, [p for head in found for p in names.parties(head, strict=False)]
    heads: list[int] = []
    for source in trigger.predicate.recipients:
        found = [h for h in heads_of(tree, names, trigger, source) if not is_told_of_plans(tree, trigger, h)]
        heads += found
        parties = [p for head in found for p in _answering(tree, names, trigger, events, head)]
        if parties:
            return heads, parties
        if any(head in events for head in found) and trigger.predicate.type == "ACCUSE":
            return heads, []
    return heads, _affected(tree, names, trigger, events) if trigger.predicate.type not in _UNION_ONLY and trigger.predicate.recipients else []


def _answering(tree: Tree, names: Names, trigger: Trigger, events: Mapping[int, Trigger], head: int) -> Sequence[Party]:
    """Those a phrase names; who condemns an attack accuses the attackers, and who demands a release asks the jailers, not the prisoners."""
    inner = events.get(head)
    turned = _TURNED.get(trigger.predicate.type, frozenset())
    if inner is None or inner.token == trigger.token or inner.predicate.type not in turned:
        return names.parties(head, strict=False)
    return fill_roles(tree, names, inner, events, _DEPTH).actors


def _affected(tree: Tree, names: Names, trigger: Trigger, events: Mapping[int, Trigger]) -> list[Party]:
    """Somebody named in another phrase on the act, such as "over Norland"."""
    verb = trigger.token if trigger.carrier and trigger.carrier.link == "subj" else trigger.clause
    for kid in (k for k in tree.kids[verb] if k not in events):
        is_object = tree.deps[kid] in ("obj", "iobj") and kid not in trigger.words and trigger.predicate.type not in _OWN_FORCES
        is_towards = tree.deps[kid] in ("obl", "nmod") and case_of(tree, kid) in _TOWARDS
        if is_object or (is_towards and not is_told_of_plans(tree, trigger, kid)):
            parties = names.parties(kid, strict=False)
            if parties and not (is_object and tree.lemmas[kid] in classes()["given"] | classes()["relief"] and trigger.predicate.type in _GIVING):
                return parties
    return []


def heads_of(tree: Tree, names: Names, trigger: Trigger, source: str) -> list[int]:
    """Returns the head tokens that stand in the place `source` (see `predicates.tsv`)."""
    token, carrier = trigger.token, trigger.carrier
    if source == "poss":
        return [k for word in trigger.words for k in tree.children(word, "nmod:poss") if not names.is_town(k)]
    if source == "mod":
        return [k for k in names.modifiers(token) if _is_owner(tree, names, k, trigger.predicate.type)]
    if source == "light":
        verbs = dict.fromkeys([*participles(tree, token), *([carrier.verb] if carrier and carrier.role == "actor" else [])])
        return [head for verb in verbs for head in subjects(tree, verb)]
    if source == "clause":
        below = [k for k in tree.children(token, "ccomp", "xcomp") if tree.deps[k] == "ccomp" or tree.children(k, *SUBJECTS)]
        return [head for kid in below for head in subjects(tree, kid) or objects(tree, kid)]
    if source == "iobj":
        given = tree.children(token, "iobj")
        return given or (tree.children(token, "nsubj:pass") if tree.children(token, "obj") else [])
    if source == "subj":
        return _subject(tree, names, trigger)
    if source == "obj":
        return [h for h in objects(tree, token) if h not in trigger.words or trigger.predicate.pos != "v"]
    helpers = participles(tree, token) if trigger.predicate.pos == "n" else []
    anchors = dict.fromkeys((*trigger.words, *((carrier.verb,) if carrier and (carrier.link != "subj" or source in _SHARED) else ()), *helpers))
    found = [k for anchor in anchors for k in obliques(tree, anchor, source) if k not in trigger.words]
    if not found and trigger.predicate.pos == "n" and source == "from":
        found = [k for kid in obliques(tree, token, "of") for k in obliques(tree, kid, source)]
    return found or [
        k for anchor in anchors for kid in tree.children(anchor, "obj", "obl", "nsubj:pass") for k in _hung_lower(tree, trigger, kid, source)
    ]


def _hung_lower(tree: Tree, trigger: Trigger, kid: int, source: str) -> list[int]:
    """The parser may hang "to Norland" on the aid instead of on the pledge, "with the envoy" on the town where they met."""
    if source in ("of", "in", "by") or kid in trigger.words:
        return []
    below = [kid, *tree.children(kid, "nmod")]
    return [k for token in below for k in obliques(tree, token, source) if k not in trigger.words]


def _is_owner(tree: Tree, names: Names, modifier: int, event: str) -> bool:
    """ "Russian strikes" and "US-Norland talks" are theirs; "the Vesk strikes" and "the Syria talks" only take place or turn there."""
    entity = names.entities.get(modifier)
    if entity is None and tree.lemmas[modifier] in classes()["belligerent"]:
        return True
    if entity is None or entity.type != "LOC":
        return names.is_named(modifier)
    if any(tree.deps[k] == "conj" for k in tree.kids[modifier]) or tree.words[modifier + 1 : modifier + 2] in (("-",), ("–",)):
        return True
    return event != "CONSULT" and names.is_country(modifier)


def _subject(tree: Tree, names: Names, trigger: Trigger) -> list[int]:
    token = trigger.token
    if trigger.predicate.pos == "a":
        return tree.children(token, *SUBJECTS) or surface_subjects(tree, token)
    if is_passive(tree, token) and len(trigger.words) > 1 and not any(w in trigger.words for w in surface_subjects(tree, token)):
        return tree.children(token, "obl:agent") or obliques(tree, token, "by")
    clause = next((t for t in (token, *tree.above(token, 3)) if tree.deps[t] != "xcomp"), token)
    return [s for h in subjects(tree, token) if h not in trigger.words for s in _spoken_for(tree, names, clause, h)]


def mode_of(tree: Tree, trigger: Trigger, cast: Cast, events: Mapping[int, Trigger]) -> str | None:
    """Returns the entry's mode; for attacks without one, the mode of the event noun or weapon named with it."""
    entry = trigger.predicate
    if entry.mode or entry.type != "ASSAULT":
        return entry.mode
    for token in cast.absorbed:
        if token in events and events[token].predicate.mode:
            return events[token].predicate.mode
    near = [*trigger.words, *cast.heads, *subjects(tree, trigger.token)]
    near += [k for p in _INSTRUMENTS for k in obliques(tree, trigger.token, p)]
    words = [w for token in dict.fromkeys(near) for w in (*tree.children(token, "compound", "amod"), token)]
    return next((instrument_modes()[tree.lemmas[w]] for w in words if tree.lemmas[w] in instrument_modes()), None)
