"""Clean text → everything one article says, by the language pass and the rooms that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, repeat

from spacy.tokens import Doc

from parley.actors import name_actors
from parley.claims import find_claims
from parley.language import SHIPPED, load
from parley.language.words import text_of
from parley.model import Claim, Commitment, Interval, Naming, Reading, Report, Statement, TimeValue
from parley.places import locate
from parley.reports import Drafted, draft_reports, find_commitments
from parley.statements import find_statements
from parley.times import find_times


@dataclass(frozen=True)
class ArticleReader:
    """Reads one parsed article step by step; each step is worked out once, when it is asked for.

    A figure counted "since" a day runs to the day of publication, as the codebook has it.

    Args:
        doc: the parsed text.
        published: the publication days that relative times count from, or None when they are unknown.
        publisher: the publisher if it is a body that speaks for itself (`speaking_body`), whose "we" it then may be.
    """

    doc: Doc
    published: Interval | None
    publisher: str = ""

    @cached_property
    def naming(self) -> Naming:
        return locate(self.doc, name_actors(self.doc, self.publisher))

    @cached_property
    def times(self) -> tuple[TimeValue, ...]:
        return find_times(text_of(self.doc), self.published)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return find_statements(self.doc, self.naming)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        found = find_claims(self.doc, self.naming, self.times, self.statements)
        return tuple(replace(claim, until=self.published) if claim.since and claim.until is None else claim for claim in found)

    @cached_property
    def drafted(self) -> Drafted:
        return draft_reports(self.doc, self.naming, self.times, self.statements, self.published)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        return self.drafted.reports

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        return find_commitments(self.drafted, self.times)

    def reading(self, article: str) -> Reading:
        """Returns all that was read, filed under the article's id."""
        days = tuple(sorted({time.days for time in self.times if time.days is not None}))
        return Reading(article, self.naming, self.statements, self.claims, self.reports, self.commitments, days)


def read_texts(
    texts: Iterable[tuple[str, Interval | None]], language: str = SHIPPED, threads: int = 0, publishers: Iterable[str] = ()
) -> Iterator[ArticleReader]:
    """Parses texts, several at a time, and yields a reader for each, in order.

    Args:
        texts: each text with its publication days, or None.
        language: the spaCy pipeline that parses them.
        threads: how many the shipped model may use; 0 leaves it to ONNX Runtime.
        publishers: who speaks for itself in each, as for `ArticleReader`; nobody where there are fewer than texts.

    Raises:
        UsageError: when that pipeline is not installed.
    """
    nlp = load(language, threads)
    for (doc, published), publisher in zip(nlp.pipe(texts, as_tuples=True), chain(publishers, repeat("")), strict=False):
        yield ArticleReader(doc, published, publisher)
