"""The chance that a report is right: what raises it, what lowers it, and when there is none."""

from __future__ import annotations

import pytest
from tests.reports.parses import drafts, naming, parse
from tests.reports.test_scored import SHELLED, score

from parley.language.acts import ActScore
from parley.lexicon.chances import chance_weights
from parley.reports.chance import features
from parley.reports.names import read_names
from parley.reports.tree import read_tree

BOTH = {"actors": {0: 0.95}, "recipients": {2: 0.95}}


def chance(found: ActScore) -> int:
    (draft,) = drafts(SHELLED, scores={1: found})
    assert draft.report.chance is not None
    return draft.report.chance


def test_without_scores_there_is_no_chance() -> None:
    assert [d.report.chance for d in drafts(SHELLED)] == [None]


@pytest.mark.parametrize(
    "doubtful",
    [
        score("ASSAULT", 0.3, **BOTH),
        score("ASSAULT", actors={0: 0.3}, recipients={2: 0.95}),
        score("ASSAULT", actors={0: 0.95}, recipients={2: 0.3}),
        score("ASSAULT", actors={0: 0.95, 3: 0.8}, recipients={2: 0.95}),
    ],
)
def test_doubt_about_the_act_or_a_party_lowers_it(doubtful: ActScore) -> None:
    assert 0 <= chance(doubtful) < chance(score("ASSAULT", **BOTH)) <= 100


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    (draft,) = drafts(SHELLED, scores={1: score("ASSAULT", **BOTH)})
    doc = parse(SHELLED)
    names = read_names(read_tree(doc), naming(doc))
    assert set(features(read_tree(doc), names, draft.act, draft.report, None)) == set(chance_weights())
