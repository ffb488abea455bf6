"""A view → which figures belong to which event, as the search for disagreements reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from parley.model import Article
from parley.record.build import setting_of
from parley.record.disagreements.counted import Figure
from parley.record.disagreements.scope import figures
from parley.record.events.happening import Candidate, candidate
from parley.record.view import View


def figures_by_event(articles: Sequence[Article], view: View) -> Mapping[str, tuple[Figure, ...]]:
    """Returns for each event the figures that give its toll, length or attendance.

    A figure for a window or a whole war belongs to no event and is not among them.

    Args:
        articles: all articles of the view's claims, with the dates that the view infers.
    """
    by_id = {a.id: a for a in articles}
    setting = setting_of(view.actors, None, view.places)
    reports = {r.id: r for r in view.reports}
    members: dict[str, list[Candidate]] = {
        event.id: [candidate(reports[r], by_id[reports[r].article], setting) for r in event.reports if r in reports] for event in view.events
    }
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures(view.claims, by_id, members, setting):
        if figure.event is not None:
            found[figure.event].append(figure)
    return {event: tuple(sorted(entries, key=lambda f: f.filed.id)) for event, entries in found.items()}
