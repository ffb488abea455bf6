"""Values → the JSON answers of `parley stage`, as the contract names their fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import Article, Claim, CopyLink, Naming, Report, Source, Statement, TimeValue
from parley.record.export.parts import days_line, span_line
from parley.record.export.read import claim_fields, report_fields, statement_fields

Json = dict[str, object]


def clean(article: Article) -> Json:
    return {
        "title": article.title,
        "text": article.text,
        "published": days_line(article.published),
        "publisher": article.publisher,
        "agency": article.agency,
        "byline": article.byline,
        "dateline": article.dateline,
        "language": article.language,
        "kept": [list(pair) for pair in article.kept] if article.pieces else [],
        "dropped": [{"start": d.start, "end": d.end, "reason": d.reason} for d in article.dropped] if article.pieces else [],
    }


def entities(naming: Naming) -> Json:
    return {"entities": [{**span_line(e.span), "type": e.type, "name": e.name} for e in naming.entities]}


def times(found: Iterable[TimeValue]) -> Json:
    return {"times": [_time(value) for value in found]}


def _time(value: TimeValue) -> Json:
    days = days_line(value.days) or {"first": None, "last": None, "how": None}
    return {**span_line(value.span), "type": value.type, "value": value.value, **days}


def statements(found: Iterable[Statement]) -> Json:
    return {"statements": [statement_fields(value) | {"kind": value.kind} for value in found]}


def claims(found: Iterable[Claim]) -> Json:
    return {"claims": [claim_fields(value) for value in found]}


def reports(found: Iterable[Report]) -> Json:
    return {"reports": [report_fields(value) | {"evidence": span_line(value.evidence)} for value in found]}


def copies(links: Sequence[CopyLink], sources: Sequence[Source]) -> Json:
    found = [{"from": link.earlier, "to": link.later, "kind": link.kind, "contained": round(link.contained, 3)} for link in links]
    return {"links": found, "sources": [list(source.articles) for source in sources]}


def stories(happenings: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> Json:
    return {"happenings": [list(group) for group in happenings], "stories": [list(group) for group in found]}
