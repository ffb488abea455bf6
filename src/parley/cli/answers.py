"""Values → the JSON answers of `parley stage`, as the contract names their fields.

`clean` and `times` are answered without the record's code, which takes longer to load than a line takes to answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import Article, Claim, CopyLink, Interval, Naming, Report, Source, Span, Statement, TimeValue

Json = dict[str, object]


def clean(article: Article) -> Json:
    return {
        "title": article.title,
        "text": article.text,
        "published": _days(article.published) if article.published else None,
        "publisher": article.publisher,
        "agency": article.agency,
        "byline": article.byline,
        "dateline": article.dateline,
        "language": article.language,
        "kept": [list(pair) for pair in article.kept] if article.pieces else [],
        "dropped": [{"start": d.start, "end": d.end, "reason": d.reason} for d in article.dropped] if article.pieces else [],
    }


def entities(naming: Naming) -> Json:
    return {"entities": [{**_span(e.span), "type": e.type, "name": e.name} for e in naming.entities]}


def times(found: Iterable[TimeValue]) -> Json:
    return {"times": [_time(value) for value in found]}


def _time(value: TimeValue) -> Json:
    days = _days(value.days) if value.days else {"first": None, "last": None, "how": None}
    return {**_span(value.span), "type": value.type, "value": value.value, **days}


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _days(days: Interval) -> Json:
    return {"first": days.first.isoformat(), "last": days.last.isoformat(), "how": days.how}


def statements(found: Iterable[Statement]) -> Json:
    from parley.record.export.read import statement_fields

    return {"statements": [statement_fields(value) | {"kind": value.kind} for value in found]}


def claims(found: Iterable[Claim]) -> Json:
    from parley.record.export.read import claim_fields

    return {"claims": [claim_fields(value) for value in found]}


def reports(found: Iterable[Report]) -> Json:
    from parley.record.export.read import report_fields

    return {"reports": [report_fields(value) | {"evidence": _span(value.evidence)} for value in found]}


def copies(links: Sequence[CopyLink], sources: Sequence[Source]) -> Json:
    found = [{"from": link.earlier, "to": link.later, "kind": link.kind, "contained": round(link.contained, 3)} for link in links]
    return {"links": found, "sources": [list(source.articles) for source in sources]}


def stories(happenings: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> Json:
    return {"happenings": [list(group) for group in happenings], "stories": [list(group) for group in found]}
