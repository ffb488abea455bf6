"""Claims → disagreements over figures, a block of figures for one thing at a time: only blocks that a changed article is in are compared anew."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from parley.model import Disagreement, identify
from parley.model.codec import dump, load
from parley.record.disagreements.counted import Figure
from parley.record.disagreements.scope import figures
from parley.record.disagreements.tolls import MOST, as_of, figure_disagreements, widest
from parley.record.events.happening import Candidate
from parley.record.growing.desk import Desk, Units
from parley.record.growing.parts import event_of_reports
from parley.record.memory import Json, Memory

_Told = tuple[Figure, ...]
"""The figures of an article as memory keeps them."""


class _Found(NamedTuple):
    """A disagreement by its id, with the ids of the claims and their articles."""

    id: str
    verdict: str
    about: Sequence[str]
    why: str
    articles: Sequence[str]


def compare_tolls(told: Mapping[str, str], changed: Collection[str], desk: Desk, units: Units) -> int:
    """Files the disagreements over figures.

    Args:
        told: article id → digest of its reports, claims and events.
        changed: the articles for which that is new, or that are gone.

    Returns:
        How many conflicts there are.
    """
    memory, blocks = units.memory, _Blocks(desk, units.memory)
    found: dict[str, list[Json]] = memory.read("tolls", ["blocks"]).get("blocks", {})
    for code, entries in blocks.compare(blocks.update(changed & told.keys(), changed)).items():
        found.pop(code, None)
        if entries:
            found[code] = [(d.id, d.verdict, d.about, d.why, articles) for d, articles in entries]
    memory.write("tolls", "blocks", found)
    return _file({code: [_Found(*row) for row in rows] for code, rows in found.items()}, told, blocks, units)


def _file(found: Mapping[str, list[_Found]], told: Mapping[str, str], blocks: _Blocks, units: Units) -> int:
    """Files those that are part of no other; of one that several blocks give, the first by what it says."""
    best: dict[str, tuple[str, str, _Found]] = {}
    for code, entries in found.items():
        for entry in entries:
            best[entry.id] = min(best.get(entry.id, (entry.why, code, entry)), (entry.why, code, entry), key=lambda row: row[:2])
    standing = widest((id_, entry.verdict, entry.about) for id_, (_, _, entry) in best.items())
    digests = {id_: identify("d", best[id_][1], *(told[article] for article in best[id_][2].articles)) for id_ in standing}
    changes = units.memory.changes("tolls", digests)
    units.drop(f"toll {id_}" for id_ in changes.ids)
    for id_ in changes.there:
        (made,) = (d for again in blocks.compare([best[id_][1]]).values() for d, _ in again if d.id == id_)
        units.put(f"toll {id_}", [("disagreements", made)])
    return sum(best[id_][2].verdict == "conflict" for id_ in standing)


class _Blocks:
    """The figures of all articles by what they may be compared for."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        self._desk, self._memory = desk, memory

    def update(self, there: Collection[str], changed: Collection[str]) -> set[str]:
        """Takes the figures of changed articles anew, and keeps them; returns the codes of all that they may be compared for, now or before."""
        held, found = self._memory.read("figures", changed), self._figures(sorted(there))
        made = {id_: [_row(f) for f in group] for id_, group in found.items()}
        for id_ in changed:
            self._memory.put("figures", id_, made.get(id_))
            if group := found.get(id_):
                self._memory.keep("told figures", id_, dump(tuple(group), _Told).encode())
            else:
                self._memory.drop("told figures", id_)
        postings = [{(code, id_) for id_, rows in some.items() for _, _, codes in rows for code in codes} for some in (held, made)]
        self._memory.post("figured", *postings)
        return {code for some in postings for code, _ in some}

    def compare(self, codes: Collection[str]) -> dict[str, list[tuple[Disagreement, list[str]]]]:
        """Compares the figures of blocks, of each thing the newest ones; gives the articles of each disagreement's claims with it."""
        holders = self._memory.holders("figured", codes)
        rows = self._memory.read("figures", {id_ for held in holders.values() for id_ in held})
        chosen = {
            code: sorted((-day, claim, id_) for id_ in holders.get(code, ()) for claim, day, of in rows[id_] if code in of)[:MOST] for code in codes
        }
        several = {code: claims for code, claims in chosen.items() if len(claims) > 1}
        told = self._memory.fetch("told figures", sorted({id_ for claims in several.values() for _, _, id_ in claims}))
        by_id = {figure.filed.id: figure for text in told.values() for figure in load(text.decode(), _Told)}
        found = {code: list(figure_disagreements([by_id[claim] for _, claim, _ in several.get(code, ())])) for code in chosen}
        return {code: [(d, [by_id[claim].filed.article for claim in sorted(d.about)]) for d in entries] for code, entries in found.items()}

    def _figures(self, ids: Collection[str]) -> dict[str, list[Figure]]:
        files, articles, candidates = self._desk.files(ids), self._desk.articles(ids), self._desk.candidates(ids)
        event_of = event_of_reports(ids, self._memory)
        made = {}
        for id_ in ids:
            members: dict[str, list[Candidate]] = defaultdict(list)
            for c in candidates[id_].values():
                members[event_of[c.id]].append(c)
            made[id_] = figures(files[id_].claims, articles, members, self._desk.setting)
        return made


def _row(f: Figure) -> Json:
    return f.filed.id, as_of(f), sorted({_code(f.claim.measure, scope) for scope in f.scopes})


def _code(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
