"""Lexicon and network weighed together: which words tell an act, of which type, and how the text stands to it.

The lexicon knows PLOVER's manual, the network the sentence. Where the lexicon is silent and the network is sure, its word becomes a
trigger of its own, named `network:WORD SCORE` in `parley why`; where the network is sure of another type than a broad entry's, that
type holds; a broad entry's trigger that the network is sure is no act is dropped. What the rules read from the words around an act
(auxiliaries, negators, governing words) holds; the network decides only where they found nothing. A pipeline without scores leaves
the lexicon alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.language.acts import ActScore
from parley.lexicon.predicates import Predicate
from parley.reports.drafts import Act
from parley.reports.modality import Stance
from parley.reports.names import Names
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger, find_carrier

NO_ACT = 0.03  # below: no act, whatever a broad entry of the lexicon says
HEARD = 0.1  # below: what the network says of an act's parties, stance, time and place counts nothing, since it learnt that of acts alone
IS_ACT = 0.6  # above: an act, though the lexicon is silent
OTHER_TYPE = 0.95  # above: the network's type holds against a broad entry's
OTHER_STANCE = 0.7  # above: the network's modality or certainty holds where no word speaks

IS_PAST = 0.6  # above: background, though no word says so

Scores = Mapping[int, ActScore]
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_MUTUAL = frozenset({"CONSULT", "AGREE"})
_FRAMES = {
    "v": (("subj",), ("obj", "against", "on", "at", "to")),
    "n": (("by", "poss", "mod", "light", "from"), ("of", "on", "against", "to")),
    "a": (("subj",), ("of", "against")),
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
    if score.types[kind] < IS_ACT or pos is None or names.is_in_title(word, pos == "v"):
        return None
    actors, recipients = (_MUTUAL_FRAMES[pos], ()) if kind in _MUTUAL else _FRAMES[pos]
    predicate = Predicate((tree.lemmas[word],), 0, pos, (), kind, None, actors, recipients, frozenset())
    return Trigger(word, (word,), predicate, find_carrier(tree, word) if pos == "n" else None, round(score.types[kind], 2), True)


def _retyped(tree: Tree, trigger: Trigger, scores: Scores) -> Trigger:
    """The trigger with the network's type where its own entry is broad: one word, no mode, and hardly thought possible here."""
    score, entry = score_of(tree, trigger, scores), trigger.predicate
    if score is None or entry.mode or not _is_broad(entry):
        return trigger
    kind = likeliest(score.types)
    if kind == entry.type or score.types[kind] < OTHER_TYPE or (kind == "AGREE" and entry.type in _COOPERATION):
        return trigger
    return replace(trigger, predicate=replace(entry, type=kind), score=round(score.types[kind], 2))


def is_refuted(tree: Tree, act: Act, scores: Scores) -> bool:
    """Returns whether an act falls although a trigger was found.

    An act that names both sides stands. One that does not falls if the lexicon has no such trigger (such acts are mostly mentions of what is
    told elsewhere: "the attack"), or if a broad entry found it and the network is sure that there is none.
    """
    score = score_of(tree, act.trigger, scores)
    has_sides = bool(act.cast.actors) and len(act.cast.actors) + len(act.cast.recipients) > 1
    if act.trigger.is_own or has_sides:
        return not has_sides
    return _is_broad(act.trigger.predicate) and (score is None or score.act < NO_ACT)


def _is_broad(entry: Predicate) -> bool:
    """One word with at most one thing asked of its sentence."""
    return len(entry.words) == 1 and sum(not c.negative for c in entry.conditions) <= 1


def weigh_stance(stance: Stance, score: ActScore) -> Stance:
    """Returns the stance with the network's modality and certainty where no word around the act decides."""
    modality, certainty = likeliest(score.modalities), likeliest(score.certainties)
    if stance.modality == "asserted" and score.modalities[modality] >= OTHER_STANCE:
        stance = replace(stance, modality=modality)
    if stance.certainty == "certain" and score.certainties[certainty] >= OTHER_STANCE:
        stance = replace(stance, certainty=certainty)
    return stance


def likeliest(chances: Mapping[str, float]) -> str:
    """Returns the class with the highest probability."""
    return max(chances, key=chances.__getitem__)
