"""A record with new articles → its account brought up to date: only what they touch is fetched, worked out and written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from parley.copies import CopyResult, shared_in_pairs
from parley.copies.stirring import reach
from parley.model import Article, Event, Interval, Issue, Reading, identify
from parley.pages import companion_dates
from parley.pipeline.across import happening_input, is_same_actor
from parley.pipeline.copying import find_record_copies
from parley.pipeline.progress import Progress
from parley.pipeline.site import Site
from parley.pipeline.unread import read_unread
from parley.pipeline.versions import code_version, lexicon_version
from parley.record.build import all_sources
from parley.record.decisions import in_force
from parley.record.events import Shared, find_passages
from parley.record.growing.desk import Listed
from parley.record.growing.grow import Across, grow
from parley.record.happenings import Happenings, group_entries
from parley.record.memory import Json, Memory, MemoryDamageError
from parley.record.pairing import Entry
from parley.record.rulings import group_sources
from parley.record.terms import Gist, keep_gists
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


@dataclass(frozen=True, slots=True)
class Account:
    """What a build's summary says of a record: how many there are of some things, in its words, and the pages of articles without a date."""

    counts: Mapping[str, int]
    undated: tuple[str, ...]


def bring_up_to_date(record: Record, site: Site, language: str, progress: Progress) -> Account:
    """Makes the readings that are missing, and brings the account up to date in one transaction.

    What is remembered can all be worked out again: where it is damaged, that is done, and an issue says so.
    """
    version = identify("v", code_version(), lexicon_version())
    try:
        if Memory(record).read("made by", ["version"]).get("version") == version:
            return _grow(record, site, language, progress, Memory(record), False)
    except MemoryDamageError as error:
        record.add_issue(Issue("", "merging", f"{error}; all of the account was worked out anew"))
    memory = Memory()
    memory.write("made by", "version", version)
    return _grow(record, site, language, progress, memory, True)


def _grow(record: Record, site: Site, language: str, progress: Progress, memory: Memory, is_anew: bool) -> Account:
    briefs = record.briefs()
    progress.step("finding copies", None)
    copies = find_record_copies(record, briefs, memory, site.engine)
    dates = _infer_dates(record, briefs, copies, memory)
    dated = [replace(brief, published=dates[brief.id]) if brief.id in dates else brief for brief in briefs]
    keys = read_unread(record, site, side_by_side(dated, copies), language, progress)
    progress.step("merging", None)
    library = RecordLibrary(record, dates, keys)
    with record.batch():
        across = _across(record, dated, copies, library, memory)
        listed = [_list(brief, keys.get(brief.id)) for brief in dated]
        grown = grow(listed, library, across, in_force(record.decisions()), is_same_actor, memory)
        record.keep_growth(grown.units, is_anew)
    return Account(grown.counts, tuple(brief.page for brief in dated if brief.published is None))


def _across(record: Record, briefs: Sequence[Brief], copies: CopyResult, library: RecordLibrary, memory: Memory) -> Across:
    """Gathers what is known of the articles together."""
    sources, lost = group_sources(all_sources([brief.id for brief in briefs], copies.sources), in_force(record.decisions()))
    shared = _share(copies, {brief.id: brief.words for brief in briefs}, library, memory)
    dates = [Dated(id_, days) for id_, days in library.dates.items()]
    return Across(copies.links, sources, _group(briefs, library, memory), shared, dates, lost)


def _list(brief: Brief, reading_key: str | None) -> Listed:
    days = f"{brief.published.first}/{brief.published.last}/{brief.published.how}" if brief.published else ""
    return Listed(brief.id, f"{brief.digest} {reading_key} {days}", brief.published, brief.title, reading_key is not None)


def side_by_side(briefs: Iterable[Brief], copies: CopyResult) -> list[Brief]:
    """Returns articles with those of one source beside each other: the process that reads one has then read most of the next."""
    source_of = _source_of(copies)
    return sorted(briefs, key=lambda brief: source_of[brief.id])


def _source_of(copies: CopyResult) -> dict[str, int]:
    """Returns article id → the number of its source."""
    return {article: number for number, source in enumerate(copies.sources) for article in source.articles}


def _group(briefs: Sequence[Brief], library: RecordLibrary, memory: Memory) -> Happenings:
    """Groups articles by what they and their readings say; the texts of new ones alone are looked at."""
    keys = {brief.id: f"{brief.digest} {library.reading_keys.get(brief.id)}" for brief in briefs}
    changes = memory.changes("gist", keys)
    for start in range(0, len(changes.there), _AT_ONCE):
        ids = changes.there[start : start + _AT_ONCE]
        articles, readings = library.articles(ids), library.readings([id_ for id_ in ids if id_ in library.reading_keys])
        keep_gists({id_: Gist.of(happening_input(articles[id_], readings.get(id_))) for id_ in ids}, memory)
    for id_ in changes.ids - keys.keys():
        memory.drop("gist", id_)
    return group_entries([Entry(brief.id, keys[brief.id], brief.published) for brief in briefs], memory)


def _infer_dates(record: Record, briefs: Sequence[Brief], copies: CopyResult, memory: Memory) -> dict[str, Interval]:
    """Dates articles that have no date by their copies and companions; where all are dated there is nothing to group."""
    undated = {brief.id for brief in briefs if brief.published is None}
    if not undated:
        return {}
    memory, library = memory.apart("dating"), RecordLibrary(record, {}, {})
    dating = _Dating({brief.id: brief.digest for brief in briefs}, library, memory.read("found", ["dates"]).get("dates", {}))
    for source in copies.sources:
        if not undated.isdisjoint(source.articles):
            dating.date(source.articles, is_copied=True)
    for group in _group(briefs, library, memory).happenings:
        if not undated.isdisjoint(group):
            dating.date(group, is_copied=False)
    memory.write("found", "dates", dating.now)
    return dating.found


@dataclass
class _Dating:
    """Dates the articles of groups; a group that is as it was is not looked at again.

    Attributes:
        before: digest of a group → the dates inferred for it, in the build before.
        now: the same of this build.
        found: article id → its date.
    """

    digests: Mapping[str, str]
    library: RecordLibrary
    before: Mapping[str, Json]
    now: dict[str, Json] = field(default_factory=dict)
    found: dict[str, Interval] = field(default_factory=dict)

    def date(self, group: Sequence[str], is_copied: bool) -> None:
        known = {} if is_copied else {id_: self.found[id_] for id_ in group if id_ in self.found}
        parts = [str(part) for id_, days in sorted(known.items()) for part in (id_, days)]
        key = identify("c", is_copied, *(self.digests[id_] for id_ in group), "known", *parts)
        self.now[key] = self.before[key] if key in self.before else self._infer(group, is_copied, known)
        self.found |= {id_: Interval(date.fromisoformat(first), date.fromisoformat(last), how) for id_, first, last, how in self.now[key]}

    def _infer(self, group: Sequence[str], is_copied: bool, known: Mapping[str, Interval]) -> Json:
        members = list(self.library.articles(group).values())
        found = companion_dates(members, [group] if is_copied else [], [] if is_copied else [group], known)
        return [(id_, days.first.isoformat(), days.last.isoformat(), days.how) for id_, days in sorted(found.items())]


def _share(copies: CopyResult, words: Mapping[str, str], library: RecordLibrary, memory: Memory) -> Shared:
    """Returns the sentences that linked articles share; each pair of texts is aligned once."""
    linked = {f"{link.earlier} {link.later}": (link.earlier, link.later) for link in copies.links}
    changes = memory.changes("shared", {name: f"{words[one]} {words[other]}" for name, (one, other) in linked.items()})
    source_of = _source_of(copies)
    there = sorted(changes.there, key=lambda name: (source_of[linked[name][0]], name))  # texts of one source together: each is split less often
    for start in range(0, len(there), _AT_ONCE):
        names = there[start : start + _AT_ONCE]
        articles = library.articles({id_ for name in names for id_ in linked[name]})
        aligned = shared_in_pairs((articles[one].text, articles[other].text) for one, other in (linked[name] for name in names))
        for name, found in zip(names, aligned, strict=True):
            memory.put("shared", name, [(s.a.start, s.a.end, s.b.start, s.b.end) for s in found])
    for name in changes.ids - linked.keys():
        memory.drop("shared", name)
    near = reach({id_ for name in changes.ids for id_ in name.split(" ")}, linked.values()) if changes.ids else set()
    rows = memory.read("shared", [name for name, (one, _) in linked.items() if one in near])
    passages = find_passages(((linked[name][0], a, b), (linked[name][1], c, d)) for name, spans in rows.items() for a, b, c, d in spans)
    return Shared(memory.amend("passages", words.keys() - near, passages).now)
