"""English articles → what is read in each, by an engine; what the record holds is not read again, nor is one text twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.engine import batched
from parley.model import Article, Interval, Issue, Reading, identify
from parley.pipeline.progress import Progress
from parley.pipeline.site import Site
from parley.pipeline.steps import Unread, answers_of, reading, reading_version, to_rows
from parley.store import Record
from parley.store.codec import dump, load

_AT_ONCE = 8
"""Articles of a shard."""


def read_unread(record: Record, site: Site, articles: Sequence[Article], language: str, progress: Progress) -> dict[str, Reading]:
    """Returns the reading of each English article, making those the record does not hold yet."""
    version = reading_version(language)
    english = [article for article in articles if article.language in (None, "en")]
    keys = {article.id: identify("k", version, article.text, *_date_parts(article.published)) for article in english}
    known = record.reading_keys()
    missing: dict[str, Article] = {}
    for article in english:
        if keys[article.id] not in known:
            missing.setdefault(keys[article.id], article)
    progress.step("reading articles", len(missing))
    batches = (to_rows((key, dump(Unread(missing[key].text, missing[key].published), Unread)) for key in part) for part in batched(missing, _AT_ONCE))
    for batch in site.engine.keep(batches, reading(language), site.shards):
        with record.batch():
            for answer in answers_of(batch):
                if answer.value is None:
                    record.add_issue(Issue(missing[answer.id].page, answer.stage or "reading", answer.issue or "no reason given"))
                else:
                    record.add_reading(answer.id, load(answer.value, Reading))
                progress.advance()
    held = record.readings()
    return {article.id: replace(held[keys[article.id]], article=article.id) for article in english if keys[article.id] in held}


def _date_parts(published: Interval | None) -> tuple[str, ...]:
    return () if published is None else (published.first.isoformat(), published.last.isoformat(), published.how)
