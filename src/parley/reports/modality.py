"""A trigger in its clause → its stance: asserted, future, hypothetical or negated, how certain, and whose word the clause makes it.

Reads auxiliaries, negators and conjunctions on the clause, then climbs through the words that govern it ("failed to", "plans for",
"is expected to"), whose effects stand in `governors.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.lexicon.predicates import classes, cues, governors
from parley.reports.auxiliaries import clause_effects, depends, is_obliged
from parley.reports.clauses import PREPOSITIONAL, case_of, subjects
from parley.reports.questions import asks_about, is_untrue
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

_SURE = frozenset({"prevented", "uninvolved", "wanted"})
"""Effects of words over an act that say for certain that it was not, or is not yet, done."""
_CLIMB = 8
_NEAR = 3
_CONTENT_CASES = frozenset({"of", "for", "to", "on", "about", "against", "from", "into"})
_GATHERINGS = frozenset({"CONSULT", "MOBILIZE", "PROTEST"})
_DURING = frozenset({"during", "at", "in", "for"})
_CLAUSES = ("xcomp", "ccomp", "csubj", "acl", "advcl", "conj", "acl:relcl", "advcl:relcl", "parataxis")


@dataclass(slots=True)
class _Notes:
    """What the climb has met so far."""

    effects: set[str] = field(default_factory=set)
    chain: list[int] = field(default_factory=list)
    governing: list[int] = field(default_factory=list)
    claimants: list[int] = field(default_factory=list)
    own: str = "asserted"


@dataclass(frozen=True, slots=True)
class Stance:
    """How the text stands to an act.

    Args:
        modality: asserted, future, hypothetical or negated.
        certainty: certain, probable or possible.
        effects: everything the words around it did, for commitments and for the past.
        chain: the tokens of the clause chain, from the trigger upwards; times and places on them are the act's.
        governing: the governing words met.
        claimants: heads of those whose word it is by syntax alone.
        is_plain: whether words on the act itself give the modality ("will not attack") or words over it say that it was not ("failed to
            attack"); what somebody is over ("tried to attack", "denied a part in the attack") may have happened.
    """

    modality: str
    certainty: str
    effects: frozenset[str]
    chain: tuple[int, ...]
    governing: tuple[int, ...]
    claimants: tuple[int, ...]
    is_plain: bool = True


def read_stance(tree: Tree, trigger: Trigger) -> Stance:
    """Returns the stance of the text to the act that `trigger` names."""
    notes = _Notes()
    notes.chain.append(trigger.token)
    if trigger.predicate.pos == "n":
        _read_noun(tree, trigger, notes)
    else:
        _climb(tree, trigger.token, notes)
        is_undone = any(c.key == "without" and not c.negative for c in trigger.predicate.conditions)  # "left without a deal"
        if is_undone or any(tree.words[k] == "no" for word in trigger.words[1:] for k in tree.children(word, "det")):
            notes.effects.add("negated")
            notes.own = "negated"
    modality = _modality(notes.effects)
    chain, governing, claimants = tuple(notes.chain), tuple(notes.governing), tuple(notes.claimants)
    is_plain = modality == notes.own or bool(notes.effects & _SURE)
    is_plain = is_plain or (modality == "negated" and (trigger.predicate.pos != "n" or "denied" not in notes.effects))
    return Stance(modality, _certainty(notes.effects), frozenset(notes.effects), chain, governing, claimants, is_plain)


def _modality(effects: set[str]) -> str:
    if "condition" in effects:
        return "hypothetical"
    if effects & {"negated", "denied"}:
        return "negated"
    if "hypothetical" in effects:
        return "hypothetical"
    return "future" if "future" in effects else "asserted"


def _certainty(effects: set[str]) -> str:
    if effects & {"possible", "alleged"}:
        return "possible"
    return "probable" if "probable" in effects else "certain"


def _read_noun(tree: Tree, trigger: Trigger, notes: _Notes) -> None:
    noun = trigger.token
    for kid in tree.children(noun, "amod", "advmod", "compound", "det", "case"):
        word = tree.words[kid]
        notes.effects.update(kind for kind in ("future", "hypothetical", "probable", "possible") if word in cues()[kind])
        if word in cues()["negator"] or word in cues()["negative"]:
            notes.effects.add("negated")
    notes.own = _modality(notes.effects)
    if tree.children(noun, "cop"):
        notes.effects |= clause_effects(tree, noun)
        notes.effects.update({"hypothetical"} if "would" in notes.effects else ())
    if trigger.carrier:
        notes.chain.append(trigger.clause)
        _climb(tree, trigger.clause, notes)
        if tree.heads[trigger.clause] == noun:  # "the strike it had planned": the verb hangs on the noun, not the other way round
            _govern_noun(tree, noun, notes)
        if trigger.carrier.link == "subj" and tree.lemmas[trigger.clause] in classes()["ending"]:
            # What is still to end has begun.
            notes.effects -= {"future", "scheduled", "hypothetical", "would"}
    else:
        _govern_noun(tree, noun, notes)
        if trigger.predicate.type in _GATHERINGS:
            _borrow_future(tree, noun, notes)


def _borrow_future(tree: Tree, noun: int, notes: _Notes) -> None:
    """ "will raise it during his visit", "the talks will include": what is to come at a gathering makes the gathering one to come."""
    head, dep = tree.heads[noun], tree.deps[noun]
    if head == noun or not (dep.startswith("nsubj") or (dep == "obl" and case_of(tree, noun) in _DURING)):
        return
    outer = _Notes()
    _climb(tree, head, outer)
    notes.effects.update(outer.effects & {"future", "scheduled", "hypothetical"})


def _govern_noun(tree: Tree, noun: int, notes: _Notes) -> None:
    """Governing words over a noun without a light verb: "hopes of a truce", "calls for talks", "plans an attack"."""
    for head in tree.above(noun, 3):
        governor = governors().get(tree.lemmas[head])
        if tree.deps[noun] not in ("obj", "obl", "nmod", "nsubj:pass", "xcomp", "ccomp", "obl:agent"):
            return
        is_content = tree.deps[noun] in ("obj", "nsubj:pass", "xcomp", "ccomp") or case_of(tree, noun) in _CONTENT_CASES
        if governor and is_content:
            prevented = governor.effects & {"negated", "hypothetical", "future", "pledged", "scheduled", "demanded", "alleged", "denied"}
            is_purpose = tree.tags[head] == "VB" and "negated" in prevented
            notes.effects.update({"hypothetical"} if is_purpose else prevented)
            notes.governing.append(head)
            if prevented and tree.poses[head] == "VERB":
                notes.effects |= clause_effects(tree, head, tree.deps[noun] == "obj" and "future" in prevented)
            if governor.effects & {"alleged", "denied"}:
                notes.claimants += subjects(tree, head)
            return
        if tree.lemmas[head] in classes()["joining"]:
            _take_part(tree, head, notes)
        if tree.poses[head] not in ("NOUN", "PROPN"):
            return
        noun = head


def _take_part(tree: Tree, verb: int, notes: _Notes) -> None:
    """ "denied that troops had been involved in the raid", "tried to take part in it": who had no part in it did not do it."""
    outer = _Notes()
    _climb(tree, verb, outer)
    said = outer.effects & {"negated", "denied", "hypothetical", "future", "alleged"}
    notes.effects |= said | ({"uninvolved"} if said & {"negated", "denied"} else set())
    notes.claimants += outer.claimants


def _climb(tree: Tree, verb: int, notes: _Notes) -> None:
    """Reads a clause and then the clauses over it, as far as they decide whether it happened."""
    current, in_chain = verb, True
    for _ in range(_CLIMB):
        notes.effects |= clause_effects(tree, current)
        notes.own = _modality(notes.effects) if current == verb else notes.own
        head, dep = tree.heads[current], tree.deps[current]
        if head == current or dep not in _CLAUSES:
            break
        if dep in ("xcomp", "ccomp", "csubj"):
            if dep == "csubj" and tree.tags[current] == "VBG" and tree.poses[head] != "VERB":
                notes.effects.add("hypothetical")  # "disarming them is a must" tells of nobody disarmed
            _govern(tree, current, head, dep, notes)
            if dep == "csubj" and tree.lemmas[head] in classes()["untrue"]:
                notes.effects.add("denied")
            if dep != "xcomp":
                break
            in_chain = in_chain and tree.poses[head] in ("VERB", "AUX", "ADJ")
            if in_chain:
                notes.chain.append(head)
        elif dep == "acl":
            _govern_infinitive_of_noun(tree, current, head, notes)
            if tree.tags[current] != "VB" and is_untrue(tree, head):
                notes.effects.add("denied")
            break
        elif dep in ("advcl", "advcl:relcl"):
            _read_adverbial(tree, current, notes)
            _share_plan(tree, current, notes)
            break
        elif dep != "conj" or tree.children(current, "nsubj", "nsubj:pass"):
            if dep != "conj":
                break
            _embed_conjunct(tree, current, notes)
            break
        elif tree.tags[current] not in ("VB", "VBN", "VBG") or tree.children(current, "aux", "aux:pass"):
            _embed_conjunct(tree, current, notes)
            break
        current = head
    if "would" in notes.effects and "future" not in notes.effects:
        notes.effects.add("hypothetical")


def _share_plan(tree: Tree, clause: int, notes: _Notes) -> None:
    """What goes with something to come is to come as well: "whether to go home, ending the talks", "will fly to Vesk to meet"."""
    governor = governors().get(tree.lemmas[tree.heads[clause]])
    is_purpose = tree.tags[clause] == "VB" and governor is not None and "factual" in governor.effects
    if not is_purpose and (tree.tags[clause] != "VBG" or tree.children(clause, "mark", "case", "nsubj")):
        return
    outer = _Notes()
    _climb(tree, tree.heads[clause], outer)
    notes.effects.update(outer.effects & {"future", "scheduled", "hypothetical", "condition"})


def _embed_conjunct(tree: Tree, verb: int, notes: _Notes) -> None:
    """A finite conjunct shares what embeds its first conjunct: "said that A met and B refused"."""
    for _ in range(_CLIMB):
        if tree.deps[verb] != "conj":
            break
        verb = tree.heads[verb]
    if tree.deps[verb] == "ccomp":
        _govern(tree, verb, tree.heads[verb], "ccomp", notes)


def _govern(tree: Tree, clause: int, head: int, dep: str, notes: _Notes) -> None:
    governor = governors().get(tree.lemmas[head])
    notes.governing.append(head)
    if governor is None or (tree.lemmas[head] == "have" and not is_obliged(tree, clause, dep)):
        return
    if _prevents(tree, head) and any(_opens_with(tree, k, "from") for k in tree.children(clause, "advcl")):
        return  # "stopped fighters holding the road from entering": what they do all the same
    effects = set(governor.effects)
    if dep == "ccomp":
        effects -= {"scheduled"} if "says" not in effects else {"future"}
        if asks_about(tree, head, clause):
            notes.effects.add("asked")
        if "says" in effects or "probable" in effects:
            notes.claimants += subjects(tree, head)
            if "would" in notes.effects and tree.tags[head] in ("VBD", "VBN") and not depends(tree, clause):
                notes.effects.update({"future", "scheduled"})
                notes.effects.discard("would")
    if effects & {"alleged", "denied"}:
        notes.claimants += subjects(tree, head)
    if "alleged" in effects and "negated" in clause_effects(tree, head):
        notes.effects.add("unsaid")
    if tree.tags[clause] == "VBG" and dep == "xcomp" and "hypothetical" in effects and tree.lemmas[head] in ("consider", "discuss"):
        effects.add("hypothetical")
    notes.effects.update(effects - {"factual", "says"} | ({"wanted"} if "demanded" in effects else set()))


def _govern_infinitive_of_noun(tree: Tree, clause: int, noun: int, notes: _Notes) -> None:
    """ "a plan to withdraw", "the failure to agree", "talks due to begin"; participles ("troops firing") are plain facts."""
    if tree.tags[clause] != "VB":
        return
    notes.governing.append(noun)
    governor = governors().get(tree.lemmas[noun])
    over = governors().get(tree.lemmas[tree.heads[noun]])
    if governor is None and over and "factual" in over.effects and tree.deps[noun] == "obj":
        return
    notes.effects.update(governor.effects - {"factual"} if governor else {"hypothetical"})


def _read_adverbial(tree: Tree, clause: int, notes: _Notes) -> None:
    marks = {tree.words[k] for k in tree.children(clause, "mark", "case", "advmod")}
    head = tree.heads[clause]
    governor = governors().get(tree.lemmas[head])
    if governor and tree.tags[clause] == "VBG" and marks & PREPOSITIONAL and "negated" not in governor.effects:
        _govern(tree, clause, head, "advcl", notes)
    if "to" in marks and tree.tags[clause] == "VB":
        if tree.lemmas[head] in classes()["failing"] or (
            governor and "demanded" in governor.effects
        ):  # "failed once again to agree", "called on X to leave"
            _govern(tree, clause, head, "xcomp", notes)
        elif not (governor and "factual" in governor.effects):
            notes.effects.add("hypothetical")
    if marks & {"without", "instead"}:
        notes.effects.add("negated")
    if _opens_with(tree, clause, "from") and (preventing := _preventing(tree, clause)) is not None:
        notes.governing.append(preventing)
        notes.effects.add("prevented")
        notes.effects.update({"hypothetical"} if tree.tags[preventing] in ("VB", "VBG") else governors()[tree.lemmas[preventing]].effects)


def _preventing(tree: Tree, clause: int) -> int | None:
    """Returns what keeps somebody "from occupying the town"; a participle of theirs may stand between ("stopped fighters holding it from …")."""
    return next((head for head in tree.above(clause, _NEAR) if _prevents(tree, head)), None)


def _prevents(tree: Tree, verb: int) -> bool:
    governor = governors().get(tree.lemmas[verb])
    return governor is not None and governor.control == "object" and "negated" in governor.effects


def _opens_with(tree: Tree, clause: int, word: str) -> bool:
    return any(tree.words[k] == word for k in tree.children(clause, "mark", "case"))
