"""Statements → what one voice says and another denies in one text, a source at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from parley.model import identify
from parley.record.disagreements.answers import Heard, answer_disagreements, find_answers
from parley.record.growing.desk import Desk, Units
from parley.record.growing.parts import event_of_reports


def answer_back(told: Mapping[str, str], desk: Desk, units: Units) -> int:
    """Files what the voices of each text deny of what others just said; returns how many there are.

    Args:
        told: article id → digest of its reports, statements and events.
    """
    memory = units.memory
    disputed: dict[str, set[str]] = defaultdict(set)
    for a, one, b, other in memory.read("disputes", ["pairs"]).get("pairs", ()):
        disputed[a].add(one)
        disputed[b].add(other)
    members: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(told):
        members[desk.source_of[id_]].append(id_)
    digests = {source: identify("w", *(part for id_ in ids for part in (id_, told[id_], *sorted(disputed[id_])))) for source, ids in members.items()}
    changes = memory.changes("answers", digests)
    units.drop(f"answers {source}" for source in changes.ids)
    counts: dict[str, int] = memory.read("count", ["answers"]).get("answers", {})
    counts = {source: count for source, count in counts.items() if source in digests and source not in changes.ids}
    ids = [id_ for source in changes.there for id_ in members[source]]
    files, reports, event_of = desk.files(ids), desk.candidates(ids), event_of_reports(ids, memory)
    for source in changes.there:
        heard = (Heard(tuple(reports[id_].values()), event_of, files[id_].statements, frozenset(disputed[id_])) for id_ in members[source])
        answers = [answer for one in heard for answer in find_answers(one, desk.setting)]
        if found := list(answer_disagreements(answers, source)):
            units.put(f"answers {source}", [("disagreements", entry) for entry in found])
            counts[source] = len(found)
    memory.write("count", "answers", counts)
    return sum(counts.values())
