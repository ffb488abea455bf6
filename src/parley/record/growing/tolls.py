"""Claims → disagreements over figures, a block of figures for one thing at a time: only blocks that a changed article is in are compared anew."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import partial

from parley.model import Disagreement, identify
from parley.record.disagreements.scope import Figure, figures
from parley.record.disagreements.tolls import MOST, as_of, figure_disagreements, widest
from parley.record.events.happening import Candidate
from parley.record.growing.desk import Desk, Units
from parley.record.growing.parts import event_of_reports
from parley.record.memory import Json, Memory

_Found = tuple[str, str, list[str], str]
"""Id, verdict, ids of the claims, and why."""


def compare_tolls(keys: Mapping[str, str], desk: Desk, units: Units) -> int:
    """Files the disagreements over figures.

    Args:
        keys: article id → digest of its reports, claims and events, for the articles that hold claims.

    Returns:
        How many conflicts there are.
    """
    memory = units.memory
    blocks = _Blocks(keys, desk, memory)
    before = memory.read("tolls", ["articles", "blocks"])
    then: dict[str, str] = before.get("articles", {})
    found: dict[str, list[_Found]] = before.get("blocks", {})
    changed = {id_ for id_ in keys.keys() | then.keys() if keys.get(id_) != then.get(id_)}
    left = memory.read("figure codes", [then[id_] for id_ in changed if id_ in then])
    stale = {code for codes in left.values() for code in codes} | {int(c) for id_ in changed & keys.keys() for c in blocks.codes[id_]}
    for code, entries in blocks.compare(stale).items():
        found.pop(str(code), None)
        if entries:
            found[str(code)] = [(d.id, d.verdict, list(d.about), d.why) for d in entries]
    memory.write("tolls", "articles", dict(keys))
    memory.write("tolls", "blocks", found)
    return _file(found, keys, blocks, units)


def _file(found: Mapping[str, list[_Found]], keys: Mapping[str, str], blocks: _Blocks, units: Units) -> int:
    """Files those that are part of no other; of one that several blocks give, the first by what it says."""
    best: dict[str, tuple[str, str, _Found]] = {}
    for code, entries in found.items():
        for entry in entries:
            best[entry[0]] = min(best.get(entry[0], (entry[3], code, entry)), (entry[3], code, entry), key=lambda row: row[:2])
    standing = widest((id_, verdict, about) for _, _, (id_, verdict, about, _) in best.values())
    of = {identify("d", id_, best[id_][0], *(keys[blocks.article_of[claim]] for claim in sorted(best[id_][2][2]))): id_ for id_ in standing}
    for key in sorted(units.missing(of)):
        id_ = of[key]
        (made,) = (d for again in blocks.compare([int(best[id_][1])]).values() for d in again if d.id == id_)
        units.put(key, [("disagreements", made)])
    return sum(best[id_][2][1] == "conflict" for id_ in standing)


class _Blocks:
    """The figures of all articles by what they may be compared for."""

    def __init__(self, keys: Mapping[str, str], desk: Desk, memory: Memory) -> None:
        self._keys, self._desk, self._memory = keys, desk, memory
        missing = set(keys.values()) - memory.known("figures", keys.values())
        made = self._figures([id_ for id_, key in keys.items() if key in missing])
        rows = memory.recall_json("figures", {key: partial(_rows, made.get(id_, ())) for id_, key in keys.items()})
        codes = memory.recall_json("figure codes", {key: partial(_all_codes, rows[key]) for key in keys.values()})
        self.rows: dict[str, Json] = {id_: rows[key] for id_, key in keys.items()}
        self.codes: dict[str, Json] = {id_: codes[key] for id_, key in keys.items()}
        self.article_of = {claim: id_ for id_, found in self.rows.items() for claim, _, _ in found}

    def compare(self, sought: Collection[int]) -> dict[int, list[Disagreement]]:
        """Compares the figures of blocks; of each thing the newest ones."""
        members: dict[int, list[tuple[int, str]]] = {code: [] for code in sought}
        for found in self.rows.values():
            for claim, day, codes in found:
                for code in members.keys() & codes:
                    members[code].append((-day, claim))
        chosen = {code: [claim for _, claim in sorted(rows)[:MOST]] for code, rows in members.items()}
        several = {code: claims for code, claims in chosen.items() if len(claims) > 1}
        made = self._figures(sorted({self.article_of[claim] for claims in several.values() for claim in claims}))
        by_id = {figure.filed.id: figure for group in made.values() for figure in group}
        return {code: list(figure_disagreements([by_id[claim] for claim in several.get(code, ())])) for code in chosen}

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


def _rows(group: Iterable[Figure]) -> Json:
    return [(f.filed.id, as_of(f), sorted({_code(f.claim.measure, scope) for scope in f.scopes})) for f in group]


def _all_codes(rows: Json) -> Json:
    return sorted({code for _, _, codes in rows for code in codes})


def _code(*parts: str) -> int:
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=6).digest(), "little")
