"""Lexicon and network weighed together: which words tell an act, of which type, and how the text stands to it.

The lexicon knows PLOVER's manual, the network the sentence. The network says whether there is an act at all: an entry's trigger needs a
small chance, a word the lexicon does not know a large one (such a trigger is named `network:WORD SCORE` in `parley why`). The lexicon
says of which type and mode, unless the network finds another type far likelier. What the rules read from the words around an act
(auxiliaries, negators, governing words) holds unless the network rules it out; where they found nothing, the network decides. A
pipeline without scores leaves the lexicon alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.language.acts import ActScore
from parley.lexicon.predicates import Predicate, predicates
from parley.reports.drafts import Act
from parley.reports.modality import Stance
from parley.reports.names import Names
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger, find_carrier, is_everyday

NO_ACT = 0.1  # below: no act, whatever a broad entry of the lexicon says
HEARD = 0.1  # below: what the network says of an act's parties, stance, time and place counts nothing, since it learnt that of acts alone
IS_ACT = 0.5  # above: an act, though the lexicon is silent
IS_ACT_ALONE = 0.7  # the same where it does not name both sides
OF_TYPE = 0.2  # below: an act that only the network hears, of a type it does not know
NOT_OF_TYPE = 0.03  # below: not the act a broad entry takes it for; with less than `CLEARLY` of any act it falls
CLEARLY = 0.6
SURE = 0.6  # above: an act worth a report, though its sentence names only one side
LEXICON_LEAD = 0.85  # by so much another type must be likelier than the lexicon's to hold against it
LIKELIER = 0.5  # above: the network's modality holds where no word speaks
LESS_CERTAIN = 0.7  # the same of its certainty
NOT_SO = 0.06  # below: the modality that words over the act seem to give it is not its own
MADE = 0.7  # above: "agreed to leave" is an agreement made, "promised to leave" one whose act is still to come
TOLD = 0.9  # above: so it was, though a denial stands in its sentence ("denied a part in the raids")
IS_PAST = 0.6  # above: background, though no word says so

Scores = Mapping[int, ActScore]
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_MUTUAL = frozenset({"CONSULT", "AGREE"})
_FRAMES = {
    "v": (("subj",), ("obj", "against", "on", "at", "to")),
    "n": (("by", "poss", "mod", "light", "from"), ("of", "on", "against", "to")),
    "a": (("subj",), ("of", "against")),
}
_RECIPIENTS = {
    "ACCUSE": ("obj", "against", "on", "at", "to", "clause"),  # "critics say Norland abuses its power"
    "COOPERATE": ("with", "to", "iobj"),  # "shared the files with Norland"
}
_MUTUAL_FRAMES = {"v": ("subj", "obj", "with"), "n": ("between", "poss", "mod", "with", "of", "by", "light"), "a": ("subj", "with")}
_COOPERATION = frozenset({"CONSULT", "AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE", "AGREE"})


def score_of(tree: Tree, trigger: Trigger, scores: Scores) -> ActScore | None:
    """Returns the score of the trigger's likeliest word, its light verb among them; None where the network sees no act at all.

    Its fillers are those of the trigger's own sentence: of other sentences the network was taught nothing.
    """
    found = [scores[word] for word in (trigger.token, *trigger.words, trigger.clause) if word in scores]
    if not found:
        return None
    best = max(found, key=lambda score: score.act)
    first, after = tree.sentence_of(trigger.token)
    return replace(best, roles={role: {t: p for t, p in fillers.items() if first <= t < after} for role, fillers in best.roles.items()})


def weigh_triggers(tree: Tree, names: Names, triggers: Sequence[Trigger], scores: Scores) -> list[Trigger]:
    """Returns the lexicon's triggers, types corrected, and the network's own, in text order."""
    known = {word for t in triggers for word in (t.token, *t.words, t.clause)}
    more = [found for word, score in scores.items() if word not in known and (found := _own(tree, names, word, score))]
    return sorted([*(_retyped(tree, t, scores) for t in triggers), *more], key=lambda t: t.token)


def _own(tree: Tree, names: Names, word: int, score: ActScore) -> Trigger | None:
    """A trigger the lexicon does not know, in the frame of its part of speech."""
    pos = _POS.get(tree.poses[word])
    kind = likeliest(score.types)
    if score.act < IS_ACT or score.types[kind] < OF_TYPE or pos is None or names.is_in_title(word, pos == "v") or is_everyday(tree, names, word):
        return None
    if kind == "REJECT" and any(len(entry.words) == 1 and entry.type == kind for entry in predicates().get((tree.lemmas[word], pos), ())):
        return None  # the lexicon knows the word as a refusal, and what is refused is not there: "denied that he had lost"
    actors, recipients = (_MUTUAL_FRAMES[pos], ()) if kind in _MUTUAL else _FRAMES[pos]
    if pos == "v":
        recipients = _RECIPIENTS.get(kind, recipients)
    predicate = Predicate((tree.lemmas[word],), 0, pos, (), kind, None, actors, recipients, frozenset())
    return Trigger(word, (word,), predicate, find_carrier(tree, word) if pos == "n" else None, round(score.types[kind], 2), True)


def _retyped(tree: Tree, trigger: Trigger, scores: Scores) -> Trigger:
    """The trigger with the network's type where that is far likelier than the lexicon's, whose frame asks for little. Announced cooperation is left
    to `modality`."""
    score, entry = score_of(tree, trigger, scores), trigger.predicate
    if score is None or score.act < HEARD or sum(not c.negative for c in entry.conditions) > 1:
        return trigger
    kind = likeliest(score.types)
    if score.types[kind] - score.types[entry.type] < LEXICON_LEAD or (kind == "AGREE" and entry.type in _COOPERATION):
        return trigger
    return replace(trigger, predicate=replace(entry, type=kind, mode=None), score=round(score.types[kind], 2))


def is_refuted(tree: Tree, act: Act, scores: Scores) -> bool:
    """Returns whether an act falls although a trigger was found.

    It falls where a broad entry found it and the network sees none, or where the network alone sees it, is not sure of it, and it does not
    name both sides (such acts are mostly mentions of what is told elsewhere: "the attack").
    """
    score = score_of(tree, act.trigger, scores)
    chance = 0.0 if score is None else score.act
    if act.trigger.is_own:
        return chance < (IS_ACT if act.cast.has_sides else IS_ACT_ALONE)
    if not _is_broad(act.trigger.predicate):
        return False
    return chance < NO_ACT or (score is not None and chance < CLEARLY and _is_other(act, score))


def _is_other(act: Act, score: ActScore) -> bool:
    """Whether the network takes an act for anything but what the lexicon says; cooperation to come it knows as AGREE, refused as REJECT."""
    kind = act.trigger.predicate.type
    told_as = {kind, "AGREE", "REJECT"} if kind in _COOPERATION and act.stance.modality != "asserted" else {kind}
    return max(score.types[name] for name in told_as) < NOT_OF_TYPE


def _is_broad(entry: Predicate) -> bool:
    """One word with at most one thing asked of its sentence."""
    return len(entry.words) == 1 and sum(not c.negative for c in entry.conditions) <= 1


def weigh_stance(stance: Stance, score: ActScore) -> Stance:
    """Returns the stance with the network's modality where no word speaks, or only words over the act ("tried to shell") that it rules out.

    What stands on the act itself ("will not shell") holds. Certainty is the network's where no word lowers it.
    """
    modality, certainty = likeliest(score.modalities), likeliest(score.certainties)
    chance = score.modalities[modality]
    if (chance >= LIKELIER) if stance.modality == "asserted" else (not stance.is_plain and score.modalities[stance.modality] < NOT_SO):
        stance = replace(stance, modality=modality)
    if stance.certainty == "certain" and score.certainties[certainty] >= LESS_CERTAIN:
        stance = replace(stance, certainty=certainty)
    return stance


def likeliest(chances: Mapping[str, float]) -> str:
    """Returns the class with the highest probability."""
    return max(chances, key=chances.__getitem__)
