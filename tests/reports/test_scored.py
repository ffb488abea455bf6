"""Lexicon and network together: what the network adds, changes and takes away, and what it must leave alone."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.parses import drafts, parse, time_at

from parley.language.acts import CERTAINTIES, MODALITIES, ROLES, ROOTS, ActScore
from parley.model import Interval

SHELLED = "Norland||NNP|nsubj|1 shelled|shell|VBD|root|1 Vesk||NNP|obj|1 .||.|punct|1"
SHUNTED = "Norland||NNP|nsubj|1 shunted|shunt|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1"
AFTER = (
    "After||IN|case|1 attacks|attack|NNS|obl|6 on||IN|case|3 Sudmark||NNP|nmod|1 ,||,|punct|6 Friday||NNP|obl:unmarked|6 spoke|speak|VBD|root|6"
    " Brandt||NNP|nsubj|6 in||IN|case|9 Vesk||NNP|obl|6 .||.|punct|6"
)
MONDAY = Interval.day(date(2021, 3, 8), "stated")


def score(kind: str, act: float = 0.9, modality: str = "asserted", historical: float = 0.0, **roles: dict[int, float]) -> ActScore:
    """A score sure of one type and modality; roles by token."""
    return ActScore(
        {root: act if root == kind else 0.0 for root in ROOTS},
        {name: float(name == modality) for name in MODALITIES},
        historical,
        {name: float(name == "certain") for name in CERTAINTIES},
        {role: roles.get(role, {}) for role in ROLES},
    )


def test_without_scores_the_lexicon_decides() -> None:
    assert [d.report.rule for d in drafts(SHELLED)] == ["verb:shell"]
    assert drafts(SHUNTED) == []


def test_an_act_the_network_does_not_see_falls_unless_both_sides_are_named() -> None:
    suffered = "Vesk||NNP|nsubj:pass|2 was|be|VBD|aux:pass|2 attacked|attack|VBN|root|2 .||.|punct|2"
    assert [d.report.type for d in drafts(suffered)] == ["ASSAULT"]
    assert drafts(suffered, scores={}) == []
    assert drafts(suffered, scores={2: score("ASSAULT", 0.02, recipients={0: 0.9})}) == []
    assert [d.report.type for d in drafts(SHELLED, scores={})] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (0.9, [("COERCE", "network:shunt 0.90", ["Norland"], ["Sudmark"])]),
        (0.3, []),
    ],
)
def test_an_act_the_lexicon_does_not_know(chance: float, expected: list[tuple[str, str, list[str], list[str]]]) -> None:
    scores = {1: score("COERCE", chance, actors={0: 0.9}, recipients={2: 0.9})}
    found = [
        (d.report.type, d.report.rule, [p.name for p in d.report.actors], [p.name for p in d.report.recipients])
        for d in drafts(SHUNTED, scores=scores)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ({0: 0.9}, {2: 0.9}, (["Norland"], ["Vesk"])),
        ({0: 0.01}, {2: 0.9}, ([], ["Vesk"])),
        ({0: 0.1}, {2: 0.1}, (["Norland"], ["Vesk"])),
        ({}, {0: 0.9}, ([], ["Norland"])),
    ],
)
def test_parties_the_network_is_sure_of(actors: dict[int, float], recipients: dict[int, float], expected: tuple[list[str], list[str]]) -> None:
    (draft,) = drafts(SHELLED, scores={1: score("ASSAULT", actors=actors, recipients=recipients)})
    assert ([p.name for p in draft.report.actors], [p.name for p in draft.report.recipients]) == expected


@pytest.mark.parametrize(
    ("compact", "modality", "expected"),
    [
        (SHELLED, "hypothetical", "hypothetical"),
        (SHELLED, "asserted", "asserted"),
        ("Norland||NNP|nsubj|3 did|do|VBD|aux|3 not||RB|advmod|3 shell||VB|root|3 Vesk||NNP|obj|3 .||.|punct|3", "asserted", "negated"),
    ],
)
def test_words_decide_modality_before_the_network(compact: str, modality: str, expected: str) -> None:
    token = next(i for i, t in enumerate(parse(compact)) if t.lemma_ == "shell")
    parties = {"actors": {0: 0.9}, "recipients": {token + 1: 0.9}}
    (draft,) = drafts(compact, scores={token: score("ASSAULT", modality=modality, **parties)})
    assert draft.report.modality == expected


def test_a_broad_entry_gives_way_to_another_type_and_a_moded_one_does_not() -> None:
    attacked = "Norland||NNP|nsubj|1 attacked|attack|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1"
    parties = {"actors": {0: 0.9}, "recipients": {2: 0.9}}
    (broad,) = drafts(attacked, scores={1: score("ACCUSE", 0.97, **parties)})
    (moded,) = drafts(SHELLED, scores={1: score("ACCUSE", 0.97, **parties)})
    assert (broad.report.type, broad.report.rule) == ("ACCUSE", "network:attack 0.97")
    assert (moded.report.type, moded.report.rule) == ("ASSAULT", "verb:shell")


def test_claimant_time_place_and_past_that_no_rule_finds() -> None:
    roles = {"claimant": {7: 0.9}, "when": {5: 0.9}, "where": {9: 0.9}}
    friday = time_at(parse(AFTER), "Friday", MONDAY)
    (draft,) = drafts(AFTER, (friday,), scores={1: score("ASSAULT", historical=0.9, recipients={3: 0.9}, **roles)})
    report = draft.report
    assert (report.claimant, report.when, report.where and report.where.name, report.historical) == ("Brandt", MONDAY, "Vesk", True)


def test_a_doubtful_time_place_and_claimant_are_left_out() -> None:
    roles = {"claimant": {7: 0.3}, "when": {5: 0.3}, "where": {9: 0.3}, "recipients": {3: 0.9}}
    friday = time_at(parse(AFTER), "Friday", MONDAY)
    (draft,) = drafts(AFTER, (friday,), scores={1: score("ASSAULT", **roles)})
    assert (draft.report.claimant, draft.report.when, draft.report.where, draft.report.historical) == (None, None, None, False)


@pytest.mark.parametrize(("recipients", "expected"), [({}, 0), ({2: 0.9}, 1)])
def test_an_act_of_the_networks_own_names_both_sides(recipients: dict[int, float], expected: int) -> None:
    assert len(drafts(SHUNTED, scores={1: score("COERCE", actors={0: 0.9}, recipients=recipients)})) == expected


def test_a_bare_mention_stays_bare() -> None:
    mention = "The||DT|det|1 attack||NN|nsubj|2 led|lead|VBD|root|2 Norland||NNP|obj|2 to||TO|mark|5 think||VB|xcomp|2 .||.|punct|2"
    assert drafts(mention, scores={1: score("ASSAULT", actors={3: 0.9})}) == []


def test_fillers_of_another_sentence_do_not_count() -> None:
    both = f"{SHELLED} Orlov||NNP|nsubj|5 spoke|speak|VBD|root|5 .||.|punct|5"
    (draft,) = drafts(both, scores={1: score("ASSAULT", actors={0: 0.9, 4: 0.9}, recipients={2: 0.9})})
    assert [p.name for p in draft.report.actors] == ["Norland"]
