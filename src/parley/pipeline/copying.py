"""Articles, and what a record remembers of them → copies: each article is read for its fingerprint once, each pair compared once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.copies import CopyInput, CopyResult, Fingerprint, Known, extend_copies
from parley.engine import Engine
from parley.model import Article, identify
from parley.pipeline.versions import code_version, lexicon_version
from parley.record.view import View
from parley.store import Record


def find_record_copies(record: Record, articles: Sequence[Article], before: View, engine: Engine) -> CopyResult:
    """Finds copies among all articles of a record, and keeps the fingerprints of new ones.

    Links of the last view are built upon if they were found by this code with this lexicon, among articles that are all
    still there; or else everything is compared anew.

    Args:
        before: the last view of the record.
        engine: runs the search for candidates.
    """
    version = identify("v", code_version(), lexicon_version()).encode() + b"\n"
    held = {name: value[len(version) :] for name, value in record.fingerprints().items() if value.startswith(version)}
    known = [_recall(held, article) for article in articles]
    with record.batch():
        for article in known:
            if article.id not in held:
                record.add_fingerprints(article.id, version + article.print.to_bytes())
    old = {article for source in before.sources for article in source.articles}
    is_sound = old <= held.keys() & {article.id for article in articles} and _is_last_version(record)
    found = CopyResult(before.links, before.sources) if is_sound else CopyResult((), ())
    return extend_copies(known, found, engine.sql)


def _recall(held: Mapping[str, bytes], article: Article) -> Known:
    if article.id in held:
        return Known(Fingerprint.from_bytes(held[article.id]), article.published, article.agency, article.publisher, article.url)
    return Known.of(
        CopyInput(
            id=article.id,
            text=article.text,
            title=article.title,
            published=article.published,
            agency=article.agency,
            publisher=article.publisher,
            url=article.url,
        )
    )


def _is_last_version(record: Record) -> bool:
    """Returns whether this code and this lexicon made the last view."""
    runs = record.runs()
    return bool(runs) and (runs[-1].code, runs[-1].lexicon) == (code_version(), lexicon_version())
