"""Articles, and what a record remembers of them → copies: each article is read for its fingerprint once, each pair compared once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise

from parley.copies import CopyResult, Fingerprint, Known, extend_copies, fingerprint
from parley.engine import Engine
from parley.model import CopyLink, Source, identify
from parley.pipeline.versions import code_version, lexicon_version
from parley.record.memory import Memory
from parley.store import Brief, Record


def find_record_copies(record: Record, briefs: Sequence[Brief], memory: Memory, engine: Engine) -> CopyResult:
    """Finds copies among all articles of a record, and keeps the fingerprints of new ones.

    What was found before is built upon if those articles are all still there, with the same words; or else everything is compared anew.

    Args:
        memory: of builds by the same code with the same lexicon.
        engine: runs the search for candidates.
    """
    words = memory.changes("words", {brief.id: brief.words for brief in briefs})
    before = _recall(memory)
    if not words.ids:
        return before
    samples = _samples(record, words.now, words.ids, memory)

    known = [Known(Fingerprint(b.id, b"", b"", b"", samples[b.id]), b.published, b.agency, b.publisher, b.url) for b in briefs]
    is_sound = words.ids.isdisjoint(words.before)
    found = extend_copies(known, before if is_sound else CopyResult((), ()), engine.sql, partial(_fingerprints, record))
    memory.write("copies", "links", [(link.earlier, link.later, link.kind, link.contained) for link in found.links])
    memory.write("copies", "sources", [(source.id, source.articles, source.agency) for source in found.sources])
    return found


def _recall(memory: Memory) -> CopyResult:
    rows = memory.read("copies", ["links", "sources"])
    sources = (Source(id_, tuple(articles), agency) for id_, articles, agency in rows.get("sources", ()))
    return CopyResult(tuple([CopyLink(*row) for row in rows.get("links", ())]), tuple(sources))


def _samples(record: Record, articles: Collection[str], new: Collection[str], memory: Memory) -> dict[str, bytes]:
    """Returns the sampled shingles of all articles, which are kept in one piece."""
    sizes: Mapping[str, int] = memory.read("samples", ["sizes"]).get("sizes", {})
    data = memory.fetch("samples", ["all"]).get("all", b"")
    held = {id_: data[start:end] for id_, (start, end) in zip(sizes, pairwise(accumulate(sizes.values(), initial=0)), strict=True)}
    samples = {id_: held[id_] for id_ in held if id_ in articles and id_ not in new}
    samples |= {id_: taken.samples for id_, taken in _fingerprints(record, [id_ for id_ in new if id_ in articles]).items()}
    memory.write("samples", "sizes", {id_: len(piece) for id_, piece in samples.items()})
    memory.keep("samples", "all", b"".join(samples.values()))
    return samples


def _fingerprints(record: Record, articles: Collection[str]) -> dict[str, Fingerprint]:
    """Returns the fingerprints of articles; those that this code with this lexicon has not taken yet are taken and kept."""
    version = identify("v", code_version(), lexicon_version()).encode() + b"\n"
    held = {id_: value[len(version) :] for id_, value in record.fingerprints(articles).items() if value.startswith(version)}
    new = record.articles([id_ for id_ in articles if id_ not in held])
    with record.batch():
        for article in new:
            held[article.id] = fingerprint(article.id, article.text).to_bytes()
            record.add_fingerprints(article.id, version + held[article.id])
    return {id_: Fingerprint.from_bytes(value) for id_, value in held.items()}
