"""Articles, and what a record remembers of them → copies: each article is read for its fingerprint once, each pair compared once."""

from __future__ import annotations

from collections.abc import Sequence

from parley.copies import CopyResult, Fingerprint, Known, extend_copies, fingerprint
from parley.engine import Engine
from parley.model import identify
from parley.pipeline.versions import code_version, lexicon_version
from parley.store import Brief, Record


def find_record_copies(record: Record, briefs: Sequence[Brief], engine: Engine) -> CopyResult:
    """Finds copies among all articles of a record, and keeps the fingerprints of new ones.

    Links of the last view are built upon if they were found by this code with this lexicon, among articles that are all
    still there; or else everything is compared anew.

    Args:
        engine: runs the search for candidates.
    """
    version = identify("v", code_version(), lexicon_version()).encode() + b"\n"
    held = {name: value[len(version) :] for name, value in record.fingerprints().items() if value.startswith(version)}
    new = record.articles([brief.id for brief in briefs if brief.id not in held])
    with record.batch():
        for article in new:
            held[article.id] = fingerprint(article.id, article.text).to_bytes()
            record.add_fingerprints(article.id, version + held[article.id])
    known = [Known(Fingerprint.from_bytes(held[b.id]), b.published, b.agency, b.publisher, b.url) for b in briefs]
    before = record.view(("links", "sources"))
    old = {article for source in before.sources for article in source.articles}
    is_sound = old <= {brief.id for brief in briefs} and _is_last_version(record)
    found = CopyResult(before.links, before.sources) if is_sound else CopyResult((), ())
    return extend_copies(known, found, engine.sql)


def _is_last_version(record: Record) -> bool:
    """Returns whether this code and this lexicon made the last view."""
    run = record.last_run()
    return run is not None and (run.code, run.lexicon) == (code_version(), lexicon_version())
