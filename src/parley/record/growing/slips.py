"""Reports ready for merging → slips: what must be known of a report before it is compared with another one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from parley.model import Commitment, Interval
from parley.record.disagreements.acts import attack_keys, denial_keys
from parley.record.events.cluster import block_keys, recall_keys
from parley.record.events.happening import Candidate
from parley.record.events.objects import counted_words
from parley.record.follow_ups import theme_promised
from parley.record.growing.desk import Desk
from parley.record.memory import Json, Memory
from parley.record.terms import Codes
from parley.record.view import Filed


class Slip(NamedTuple):
    """A report by its article and id.

    Args:
        first, last: days of the act, as ordinals.
        keys: codes of what it shares with the reports that it may be one with, with those of a day that one goes back to, with those that it
            may deny or be denied by, and with those that may tell of one attack in another way.
        modality: of the report, as merging sees it.
        is_recalled: whether its article goes back to it.
    """

    article: str
    id: str
    theme: str
    recurs: bool
    first: int | None
    last: int | None
    keys: tuple[frozenset[int], ...]
    modality: str
    is_recalled: bool


class Promise(NamedTuple):
    """A commitment with what says which events may settle it. Days are ordinals.

    Args:
        said: when its article was published.
        is_step: whether somebody is to do something, so that it can be said not to have been done.
        actor: whose it is, by merged name.
        words: of a text that names a number, to know what is counted in it.
    """

    id: str
    theme: str
    due: tuple[int, int] | None
    said: tuple[int, int] | None
    is_step: bool
    actor: str | None
    words: frozenset[str]


def slips_of(keys: Mapping[str, str], desk: Desk, memory: Memory) -> dict[str, list[Slip]]:
    """Returns the slips of articles.

    Args:
        keys: article id → digest of all that its reports, ready for merging, are made of.
    """
    desk.candidates(_new("slips", keys, memory))
    rows = memory.recall_json("slips", {key: partial(_slips, id_, desk) for id_, key in keys.items()})
    return {id_: read_slips(id_, rows[key]) for id_, key in keys.items()}


def read_slips(article: str, rows: Json) -> list[Slip]:
    """The way back from what memory holds."""
    return [
        Slip(article, id_, theme, recurs, first, last, tuple(map(frozenset, keys)), modality, is_recalled)
        for id_, theme, recurs, first, last, keys, modality, is_recalled in rows
    ]


def promises_of(keys: Mapping[str, str], desk: Desk, memory: Memory) -> dict[str, list[Promise]]:
    """Returns the commitments of articles that hold any."""
    new = _new("promises", keys, memory)
    desk.files(new), desk.articles(new)
    rows = memory.recall_json("promises", {key: partial(_promises, id_, desk) for id_, key in keys.items()})
    return {
        id_: [
            Promise(promise, theme, due and (due[0], due[1]), said and (said[0], said[1]), is_step, actor, frozenset(words))
            for promise, theme, due, said, is_step, actor, words in rows[key]
        ]
        for id_, key in keys.items()
        if rows[key]
    }


def _new(kind: str, keys: Mapping[str, str], memory: Memory) -> list[str]:
    missing = set(keys.values()) - memory.known(kind, keys.values())
    return [id_ for id_, key in keys.items() if key in missing]


def all_keys(keys: Mapping[str, str], desk: Desk, memory: Memory) -> dict[str, Codes]:
    """Returns article id → the codes of all keys of its reports."""
    memory.known("slips", keys.values())
    slips = slips_of({id_: keys[id_] for id_ in _new("codes", keys, memory)}, desk, memory)
    data = memory.recall("codes", {key: partial(_codes, slips.get(id_, ())) for id_, key in keys.items()})
    return {id_: np.frombuffer(data[key], "<u8") for id_, key in keys.items()}


def _codes(slips: Iterable[Slip]) -> bytes:
    return np.array(sorted({code for slip in slips for codes in slip.keys for code in codes}), "<u8").tobytes()


def _slips(article: str, desk: Desk) -> Json:
    return [_slip(c) for c in desk.candidates([article])[article].values()]


def _promises(article: str, desk: Desk) -> Json:
    published = desk.articles([article])[article].published
    return [_promise(filed, published, desk) for filed in desk.files([article])[article].commitments]


def _slip(c: Candidate) -> Json:
    first, last = _ordinals(c.days) or (None, None)
    keys = {(c.theme, key) for key in block_keys(c)}, recall_keys(c), denial_keys(c), attack_keys(c)
    return c.id, c.theme, c.recurs, first, last, [sorted(_code(*key) for key in kind) for kind in keys], c.modality, c.is_recalled


def _promise(filed: Filed[Commitment], published: Interval | None, desk: Desk) -> Json:
    item = filed.item
    words = sorted(counted_words(item.evidence.text))
    actor = None if item.actor is None else desk.setting.name(item.actor)
    is_step = item.status in ("pledged", "scheduled")
    return filed.id, theme_promised(item) or "", _ordinals(item.due), _ordinals(published), is_step, actor, words


def _ordinals(days: Interval | None) -> tuple[int, int] | None:
    return None if days is None else (days.first.toordinal(), days.last.toordinal())


def _code(*parts: str) -> int:
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=6).digest(), "little")
