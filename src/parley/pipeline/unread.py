"""English articles → what is read in each, by an engine; what the record holds is not read again, nor is one text twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import pyarrow as pa

from parley.engine import batched
from parley.lexicon.speaking_bodies import speaking_body
from parley.model import Interval, Issue, Reading, identify
from parley.model.codec import dump, load
from parley.pipeline.progress import Progress
from parley.pipeline.site import Site
from parley.pipeline.steps import Unread, answers_of, reading, reading_version, to_rows
from parley.store import Brief, Record

_AT_ONCE = 8
"""Articles of a shard."""


def read_unread(record: Record, site: Site, briefs: Sequence[Brief], language: str, progress: Progress) -> dict[str, str]:
    """Makes the readings that the record does not hold yet.

    Args:
        briefs: of all articles, with their final dates; what stands side by side is read by one process.

    Returns:
        Article id → the key of its reading; an article that is not English, or could not be read, has none.
    """
    english = [brief for brief in briefs if brief.language in (None, "en")]
    keys = {brief.id: reading_key(brief, language) for brief in english}
    known = record.reading_keys()
    missing: dict[str, Brief] = {}
    for brief in english:
        if keys[brief.id] not in known:
            missing.setdefault(keys[brief.id], brief)
    progress.step("reading articles", len(missing))
    made: set[str] = set()
    for batch in site.engine.keep(_batches(record, missing), reading(language), site.shards):
        with record.batch():
            for answer in answers_of(batch):
                if answer.value is None:
                    record.add_issue(Issue(missing[answer.id].page, answer.stage or "reading", answer.issue or "no reason given"))
                else:
                    record.add_reading(answer.id, load(answer.value, Reading))
                    made.add(answer.id)
                progress.advance()
    return {id_: key for id_, key in keys.items() if key in known or key in made}


def _batches(record: Record, missing: Mapping[str, Brief]) -> Iterator[pa.RecordBatch]:
    for keys in batched(missing, _AT_ONCE):
        texts = {article.id: article.text for article in record.articles([missing[key].id for key in keys])}
        yield to_rows((key, dump(_unread(texts[missing[key].id], missing[key]), Unread)) for key in keys)


def _unread(text: str, brief: Brief) -> Unread:
    return Unread(text, brief.published, speaking_body(brief.publisher))


def reading_key(brief: Brief, language: str) -> str:
    """Names a reading by all that it depends on: text, and date, code, model and lexicon, and a publisher that speaks for itself."""
    return f"{brief.words} {_setting(brief.published, language, speaking_body(brief.publisher))}"


@lru_cache(maxsize=1 << 12)  # many articles are of one day
def _setting(published: Interval | None, language: str, publisher: str) -> str:
    days = (published.first.isoformat(), published.last.isoformat(), published.how) if published else ()
    return identify("k", reading_version(language), *days, *([publisher] if publisher else []))
