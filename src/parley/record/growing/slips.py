"""Reports ready for merging → slips: what must be known of a report before it is compared with another one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from parley.record.disagreements.acts import denial_keys, dispute_keys
from parley.record.disagreements.denials import is_denial
from parley.record.events.cluster import block_keys, recall_keys
from parley.record.events.happening import Candidate
from parley.record.growing.desk import Desk
from parley.record.memory import Changes, Json, Memory


class Slip(NamedTuple):
    """A report by its article and id.

    Args:
        first, last: days of the act, as ordinals.
        keys: codes of what it shares with the reports that it may be one with, with those of a day that one goes back to, with those that it
            may deny or be denied by, and with those that may tell of one act in another way.
        modality: of the report, as merging sees it; `negated` where it denies a part in an act that was done.
        is_recalled: whether its article goes back to it.
    """

    article: str
    id: str
    theme: str
    recurs: bool
    first: int | None
    last: int | None
    keys: Sequence[Sequence[int]]
    modality: str
    is_recalled: bool


class Slips:
    """The slips of all articles: those of changed articles are made anew, others are fetched where they are asked for.

    Args:
        changed: the articles of which all that their reports, ready for merging, are made of is not what it was.

    Attributes:
        old: the slips of changed articles as they were.
    """

    def __init__(self, changed: Changes, desk: Desk, memory: Memory) -> None:
        self._memory = memory
        self._held: dict[str, list[Slip]] = {}
        held = memory.read("slips", changed.ids)
        made = {id_: [_slip(c) for c in of.values()] for id_, of in desk.candidates(changed.there).items()}
        for id_ in changed.ids:
            memory.put("slips", id_, made.get(id_))
        memory.post("coded", *(_codes(some) for some in (held, made)))
        self.old = [slip for id_, rows in held.items() for slip in _read(id_, rows)]

    def of(self, articles: Iterable[str]) -> Iterator[Slip]:
        """Yields the slips of articles."""
        articles = list(articles)
        missing = [id_ for id_ in articles if id_ not in self._held]
        rows = self._memory.read("slips", missing) if missing else {}
        self._held |= {id_: _read(id_, rows.get(id_, ())) for id_ in missing}
        return (slip for id_ in articles for slip in self._held[id_])

    def holding(self, codes: Iterable[int]) -> Iterator[Slip]:
        """Yields the slips of articles that have a slip with one of these codes."""
        holders = self._memory.holders("coded", [f"{code:x}" for code in codes])
        return self.of(sorted({id_ for held in holders.values() for id_ in held}))


def _read(article: str, rows: Json) -> list[Slip]:
    return [Slip(article, *row) for row in rows]


def _codes(rows: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    return ((f"{code:x}", id_) for id_, slips in rows.items() for slip in slips for codes in slip[5] for code in codes)


def _slip(c: Candidate) -> Json:
    first, last = (c.days.first.toordinal(), c.days.last.toordinal()) if c.days else (None, None)
    keys = {(c.theme, key) for key in block_keys(c)}, recall_keys(c), denial_keys(c), dispute_keys(c)
    return (
        c.id,
        c.theme,
        c.recurs,
        first,
        last,
        [sorted(_code(*key) for key in kind) for kind in keys],
        "negated" if is_denial(c) else c.modality,
        c.is_recalled,
    )


def _code(*parts: str) -> int:
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=6).digest(), "little")
