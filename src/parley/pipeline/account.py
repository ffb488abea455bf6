"""A record with new articles → its account brought up to date: only what they touch is fetched, worked out and written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from parley.copies import CopyResult, shared_in_pairs
from parley.model import Article, Event, Interval, Reading, identify
from parley.pages import companion_dates
from parley.pipeline.across import happening_input, is_same_actor
from parley.pipeline.copying import find_record_copies
from parley.pipeline.progress import Progress
from parley.pipeline.site import Site
from parley.pipeline.unread import read_unread
from parley.pipeline.versions import code_version, lexicon_version
from parley.record.build import all_sources
from parley.record.decisions import in_force
from parley.record.events import Shared
from parley.record.growing.desk import Listed
from parley.record.growing.grow import Across, grow
from parley.record.happenings import Entry, Happenings, group_entries
from parley.record.memory import Json, Memory
from parley.record.rulings import group_sources
from parley.record.terms import Gist
from parley.record.view import Dated, apply_dates
from parley.store import Brief, Record

_AT_ONCE = 200
"""Articles that are fetched together."""


@dataclass(frozen=True, slots=True)
class RecordLibrary:
    """The articles of a record with their final dates, and what was read in them.

    Args:
        dates: article id → an inferred date.
        reading_keys: article id → under which key the record has its reading.
    """

    record: Record
    dates: Mapping[str, Interval]
    reading_keys: Mapping[str, str]

    def articles(self, ids: Collection[str]) -> dict[str, Article]:
        return {article.id: article for article in apply_dates(self.record.articles(ids), self.dates)} if ids else {}

    def readings(self, ids: Collection[str]) -> dict[str, Reading]:
        held = self.record.readings({self.reading_keys[id_] for id_ in ids}) if ids else {}
        return {id_: replace(held[self.reading_keys[id_]], article=id_) for id_ in ids}

    def events(self, ids: Collection[str]) -> dict[str, Event]:
        return {event.id: event for event in self.record.events(list(ids))} if ids else {}


def bring_up_to_date(record: Record, site: Site, language: str, progress: Progress) -> Mapping[str, int]:
    """Makes the readings that are missing, and brings the account up to date in one transaction.

    Returns:
        How many there are of some things, in the words of a build's summary.
    """
    version = identify("v", code_version(), lexicon_version())
    is_anew = Memory(record).read("made by", ["version"]).get("version") != version
    memory = Memory(None if is_anew else record)
    memory.write("made by", "version", version)
    briefs = record.briefs()
    progress.step("finding copies", None)
    copies = find_record_copies(record, briefs, site.engine)
    dates = _infer_dates(record, briefs, copies, memory)
    dated = [replace(brief, published=dates.get(brief.id, brief.published)) for brief in briefs]
    keys = read_unread(record, site, side_by_side(dated, copies), language, progress)
    progress.step("merging", None)
    library = RecordLibrary(record, dates, keys)
    with record.batch():
        across = _across(record, dated, copies, library, memory)
        listed = [_list(brief, keys.get(brief.id)) for brief in dated]
        grown = grow(listed, library, across, in_force(record.decisions()), is_same_actor, memory)
        record.keep_growth(grown.units, is_anew)
    return grown.counts


def _across(record: Record, briefs: Sequence[Brief], copies: CopyResult, library: RecordLibrary, memory: Memory) -> Across:
    """Gathers what is known of the articles together."""
    sources, lost = group_sources(all_sources([brief.id for brief in briefs], copies.sources), in_force(record.decisions()))
    shared = Shared(_shared_words(copies, {brief.id: brief.digest for brief in briefs}, library, memory))
    dates = [Dated(id_, days) for id_, days in library.dates.items()]
    return Across(copies.links, sources, _group(briefs, library, memory), shared, dates, lost)


def _list(brief: Brief, reading_key: str | None) -> Listed:
    days = (brief.published.first, brief.published.last, brief.published.how) if brief.published else ()
    return Listed(brief.id, identify("a", brief.digest, reading_key, *days), brief.published, brief.title, reading_key is not None)


def side_by_side(briefs: Iterable[Brief], copies: CopyResult) -> list[Brief]:
    """Returns articles with those of one source beside each other: the process that reads one has then read most of the next."""
    source_of = {article: number for number, source in enumerate(copies.sources) for article in source.articles}
    return sorted(briefs, key=lambda brief: source_of[brief.id])


def _group(briefs: Sequence[Brief], library: RecordLibrary, memory: Memory) -> Happenings:
    """Groups articles by what they and their readings say; the texts of new ones alone are looked at."""
    keys = {brief.id: identify("g", brief.digest, library.reading_keys.get(brief.id)) for brief in briefs}
    known = memory.known("gist", keys.values())
    missing = [brief.id for brief in briefs if keys[brief.id] not in known]
    for start in range(0, len(missing), _AT_ONCE):
        ids = missing[start : start + _AT_ONCE]
        articles, readings = library.articles(ids), library.readings([id_ for id_ in ids if id_ in library.reading_keys])
        memory.recall("gist", {keys[id_]: Gist.of(happening_input(articles[id_], readings.get(id_))).to_bytes for id_ in ids})
    return group_entries([Entry(brief.id, keys[brief.id], brief.published) for brief in briefs], memory)


def _infer_dates(record: Record, briefs: Sequence[Brief], copies: CopyResult, memory: Memory) -> dict[str, Interval]:
    """Dates articles that have no date by their copies and companions; where all are dated there is nothing to group."""
    undated = {brief.id for brief in briefs if brief.published is None}
    found: dict[str, Interval] = {}
    if not undated:
        return found
    digests = {brief.id: brief.digest for brief in briefs}
    library = RecordLibrary(record, {}, {})
    for source in copies.sources:
        if not undated.isdisjoint(source.articles):
            found |= _date_group(source.articles, True, {}, digests, library, memory)
    for group in _group(briefs, library, memory).happenings:
        if not undated.isdisjoint(group):
            found |= _date_group(group, False, {id_: found[id_] for id_ in group if id_ in found}, digests, library, memory)
    return found


def _date_group(
    group: Sequence[str], is_copied: bool, known: Mapping[str, Interval], digests: Mapping[str, str], library: RecordLibrary, memory: Memory
) -> dict[str, Interval]:
    parts = [str(part) for id_, days in sorted(known.items()) for part in (id_, days)]
    key = identify("c", is_copied, *(digests[id_] for id_ in group), "known", *parts)
    make = partial(_companion_dates, group, is_copied, known, library)
    (rows,) = memory.recall_json("dates", {key: make}).values()
    return {id_: Interval(date.fromisoformat(first), date.fromisoformat(last), how) for id_, first, last, how in rows}


def _companion_dates(group: Sequence[str], is_copied: bool, known: Mapping[str, Interval], library: RecordLibrary) -> Json:
    members = list(library.articles(group).values())
    found = companion_dates(members, [group] if is_copied else [], [] if is_copied else [group], known)
    return [(id_, days.first.isoformat(), days.last.isoformat(), days.how) for id_, days in sorted(found.items())]


def _shared_words(
    copies: CopyResult, digests: Mapping[str, str], library: RecordLibrary, memory: Memory
) -> list[tuple[tuple[str, int, int], tuple[str, int, int]]]:
    """Returns the sentences that linked articles share; each pair of texts is aligned once."""
    keys = {identify("p", digests[link.earlier], digests[link.later]): (link.earlier, link.later) for link in copies.links}
    missing = sorted(keys.keys() - memory.known("shared", keys))
    made: dict[str, Json] = {}
    for start in range(0, len(missing), _AT_ONCE):
        pairs = [keys[key] for key in missing[start : start + _AT_ONCE]]
        articles = library.articles({id_ for pair in pairs for id_ in pair})
        aligned = shared_in_pairs((articles[one].text, articles[other].text) for one, other in pairs)
        made |= {
            key: [(s.a.start, s.a.end, s.b.start, s.b.end) for s in found]
            for key, found in zip(missing[start : start + _AT_ONCE], aligned, strict=True)
        }
    rows = memory.recall_json("shared", {key: partial(made.get, key) for key in keys})
    return [((keys[k][0], a, b), (keys[k][1], c, d)) for k, spans in rows.items() for a, b, c, d in spans]
