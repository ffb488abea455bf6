"""Readings → filed items: each thing read gets an id made of its content, its source and the words it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.model import Article, Claim, Commitment, Reading, Report, Source, Span, Statement, identify
from parley.record.view import Filed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Files:
    """All items read in all articles, each kind ordered by article and place in it."""

    reports: tuple[Filed[Report], ...]
    claims: tuple[Filed[Claim], ...]
    statements: tuple[Filed[Statement], ...]
    commitments: tuple[Filed[Commitment], ...]


def join_files(parts: Iterable[Files]) -> Files:
    """Returns the items of several articles as one."""
    every = list(parts)
    return Files(
        tuple(f for part in every for f in part.reports),
        tuple(f for part in every for f in part.claims),
        tuple(f for part in every for f in part.statements),
        tuple(f for part in every for f in part.commitments),
    )


def part_files(files: Files, article: str) -> Files:
    """Returns the items of one article."""
    return Files(
        tuple(f for f in files.reports if f.article == article),
        tuple(f for f in files.claims if f.article == article),
        tuple(f for f in files.statements if f.article == article),
        tuple(f for f in files.commitments if f.article == article),
    )


def file_readings(articles: Sequence[Article], readings: Mapping[str, Reading], source_of: Mapping[str, str]) -> Files:
    """Files what was read.

    Args:
        articles: those to file, in any order.
        readings: article id → reading; an article without one holds nothing.
        source_of: article id → id of its source.

    Raises:
        ValueError: when a reading cites words that its article does not hold.
    """
    reports: list[Filed[Report]] = []
    claims: list[Filed[Claim]] = []
    statements: list[Filed[Statement]] = []
    commitments: list[Filed[Commitment]] = []
    for article in sorted(articles, key=lambda a: a.id):
        if (reading := readings.get(article.id)) is not None:
            source = source_of[article.id]
            reports += _reports(article, reading, source)
            claims += _claims(article, reading, source)
            statements += _statements(article, reading, source)
            commitments += _commitments(article, reading, source)
    return Files(_once(reports), _once(claims), _once(statements), _once(commitments))


def check_reading(article: Article, reading: Reading) -> None:
    """Holds a reading against its article.

    Raises:
        ValueError: when it cites words that the article does not hold.
    """
    file_readings([article], {article.id: reading}, {article.id: ""})


def sources_by_article(articles: Iterable[Article], sources: Iterable[Source]) -> dict[str, str]:
    """Returns article id → source id; an article that no source names is its own."""
    known = {article: source.id for source in sources for article in source.articles}
    return {a.id: known.get(a.id) or own_source(a.id).id for a in articles}


def own_source(article_id: str) -> Source:
    """The source of an article that shares text with no other."""
    return Source(identify("s", article_id), (article_id,))


def _reports(article: Article, reading: Reading, source: str) -> list[Filed[Report]]:
    def name(report: Report) -> str:
        return identify("r", article.id, report.type, report.mode, report.modality, *_offsets(report.trigger, report.evidence))

    return [Filed(name(r), article.id, source, r, (article.evidence(r.evidence),)) for r in reading.reports]


def _claims(article: Article, reading: Reading, source: str) -> list[Filed[Claim]]:
    ids = [identify("c", article.id, claim.measure, *_offsets(claim.span)) for claim in reading.claims]
    whole = [ids[c.subset_of] if c.subset_of is not None and c.subset_of < len(ids) else None for c in reading.claims]
    rows = zip(ids, reading.claims, whole, strict=True)
    return [Filed(name, article.id, source, c, (article.evidence(c.sentence),), part_of) for name, c, part_of in rows]


def _statements(article: Article, reading: Reading, source: str) -> list[Filed[Statement]]:
    def name(statement: Statement) -> str:
        speaker = [statement.speaker.span] if statement.speaker else []
        return identify("q", article.id, *_offsets(*speaker, *statement.content))

    return [Filed(name(s), article.id, source, s, tuple(article.evidence(piece) for piece in s.content)) for s in reading.statements]


def _commitments(article: Article, reading: Reading, source: str) -> list[Filed[Commitment]]:
    def name(commitment: Commitment) -> str:
        return identify("m", article.id, commitment.actor, commitment.action, *_offsets(commitment.evidence))

    return [Filed(name(c), article.id, source, c, (article.evidence(c.evidence),)) for c in reading.commitments]


def _offsets(*spans: Span) -> list[int]:
    return [offset for span in spans for offset in (span.start, span.end)]


def _once(items: list[Filed[T]]) -> tuple[Filed[T], ...]:
    return tuple({item.id: item for item in reversed(items)}.values())[::-1]
