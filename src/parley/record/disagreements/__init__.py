"""Where sources differ: figures, days, doers and denials, judged by a calculus that names its rule.

Few false alarms matter more than many finds: what is not surely the same thing is not compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.model import Article, Claim, Disagreement
from parley.record.disagreements.acts import act_disagreements
from parley.record.disagreements.scope import figures
from parley.record.disagreements.tolls import figure_disagreements
from parley.record.events.happening import Candidate
from parley.record.events.setting import Setting
from parley.record.view import Filed

__all__ = ["find_disagreements"]


def find_disagreements(
    claims: Sequence[Filed[Claim]], articles: Mapping[str, Article], members: Mapping[str, Sequence[Candidate]], setting: Setting
) -> tuple[Disagreement, ...]:
    """Finds all disagreements, ordered by id.

    Args:
        articles: article id → article, for the days of publication.
        members: event id → its reports.
        setting: which articles are of one happening.
    """
    found = [*figure_disagreements(figures(claims, articles, members, setting)), *act_disagreements(members)]
    return tuple(sorted(found, key=lambda d: d.id))
