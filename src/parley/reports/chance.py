"""A report and the network's scores of its act → the chance that its type and parties are those a trained coder would give.

A logistic regression over what lexicon and network say, weights in `lexicon/data/report_chance.tsv`, fitted by `training/chance.py`
on sentences that neither the network nor the lexicon was made from, so that of a hundred reports with chance 60 about sixty are right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from parley.language.acts import ActScore
from parley.lexicon.chances import chance_weights
from parley.model import Party, Report
from parley.reports.drafts import Act
from parley.reports.names import Names
from parley.reports.scored_roles import backing
from parley.reports.tree import Tree

_SURELY, _SURELY_NOT = 0.998, 0.002
_WORDS = 30


def chance_of(tree: Tree, names: Names, act: Act, report: Report, score: ActScore | None) -> int:
    """Returns the chance, in percent, that type, actors and recipients of `report` are all right.

    Args:
        tree: the parse.
        names: who is who.
        act: what the report was made of.
        report: the report itself.
        score: the network's score of the act; None where it sees none.
    """
    weights = chance_weights()
    total = sum(weights[name] * value for name, value in features(tree, names, act, report, score).items())
    return round(100 / (1 + math.exp(-total)))


def features(tree: Tree, names: Names, act: Act, report: Report, score: ActScore | None) -> dict[str, float]:
    """Returns what the chance is reckoned from: probabilities as logits, the rest as 0 or 1."""
    first, after = tree.sentence_of(act.trigger.token)
    plain = {
        "bias": 1.0,
        "no entry": float(act.trigger.is_own),
        "noun": float(act.trigger.predicate.pos == "n"),
        "several actors": float(len(report.actors) > 1),
        "several recipients": float(len(report.recipients) > 1),
        "no actors": float(not report.actors),
        "no recipients": float(not report.recipients),
        "not asserted": float(report.modality != "asserted"),
        "sentence": (after - first) / _WORDS,
    }
    chances = {"act": 0.0, "type": 0.0}
    acting: Mapping[int, float] = {}
    receiving: Mapping[int, float] = {}
    if score is not None:
        chances = {"act": score.act, "type": score.types.get(report.type, 0.0)}
        acting, receiving = score.roles["actors"], score.roles["recipients"]
    parties = (*report.actors, *report.recipients)
    named = {token for party in parties for token in tree.tokens_of(party.span)}
    named |= {token for token in {*acting, *receiving} if any(names.stands_for(token, party.name) for party in parties)}
    chances |= {
        "weakest actor": _weakest(tree, names, report.actors, acting),
        "weakest recipient": _weakest(tree, names, report.recipients, receiving),
        "actor left out": max((chance for token, chance in acting.items() if token not in named), default=0.0),
        "recipient left out": max((chance for token, chance in receiving.items() if token not in named), default=0.0),
    }
    return plain | {name: _logit(chance) for name, chance in chances.items()}


def _weakest(tree: Tree, names: Names, parties: Iterable[Party], fillers: Mapping[int, float]) -> float:
    return min((backing(tree, names, party, fillers) for party in parties), default=1.0)


def _logit(chance: float) -> float:
    chance = min(max(chance, _SURELY_NOT), _SURELY)
    return math.log(chance / (1 - chance))
