"""Values → the JSON answers of `parley stage`, as the contract names their fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model import Article, Claim, CopyLink, Interval, Naming, Party, Place, Report, Source, Span, Statement, TimeValue

Json = dict[str, object]


def span(value: Span | None) -> Json | None:
    return None if value is None else {"start": value.start, "end": value.end, "text": value.text}


def interval(value: Interval | None) -> Json | None:
    return None if value is None else {"first": value.first.isoformat(), "last": value.last.isoformat(), "how": value.how}


def party(value: Party | None) -> Json | None:
    return None if value is None else {"start": value.span.start, "end": value.span.end, "text": value.span.text, "name": value.name}


def place(value: Place | None) -> Json | None:
    if value is None:
        return None
    found: Json = {"name": value.name, "lat": value.lat, "lon": value.lon, "geonameid": value.geonameid, "precision": value.precision}
    return {**found, "country": value.country, "text": value.span.text if value.span else None}


def clean(article: Article) -> Json:
    return {
        "title": article.title,
        "text": article.text,
        "published": interval(article.published),
        "publisher": article.publisher,
        "agency": article.agency,
        "byline": article.byline,
        "dateline": article.dateline,
        "language": article.language,
        "kept": [list(pair) for pair in article.kept] if article.pieces else [],
        "dropped": [{"start": d.start, "end": d.end, "reason": d.reason} for d in article.dropped] if article.pieces else [],
    }


def entities(naming: Naming) -> Json:
    return {"entities": [{"start": e.span.start, "end": e.span.end, "text": e.span.text, "type": e.type, "name": e.name} for e in naming.entities]}


def times(found: Iterable[TimeValue]) -> Json:
    return {"times": [_time(value) for value in found]}


def _time(value: TimeValue) -> Json:
    days = interval(value.days) or {"first": None, "last": None, "how": None}
    return {"start": value.span.start, "end": value.span.end, "text": value.span.text, "type": value.type, "value": value.value, **days}


def statements(found: Iterable[Statement]) -> Json:
    return {"statements": [_statement(value) for value in found]}


def _statement(value: Statement) -> Json:
    content = [span(piece) for piece in value.content]
    return {"speaker": party(value.speaker), "cue": span(value.cue), "content": content, "kind": value.kind, "polarity": value.polarity}


def claims(found: Iterable[Claim]) -> Json:
    return {"claims": [_claim(value) for value in found]}


def _claim(value: Claim) -> Json:
    return {
        "start": value.span.start,
        "end": value.span.end,
        "text": value.span.text,
        "measure": value.measure,
        "low": number(value.low),
        "high": number(value.high),
        "wording": value.wording,
        "who": value.who,
        "subset_of": value.subset_of,
        "since": value.since.first.isoformat() if value.since else None,
        "until": value.until.last.isoformat() if value.until else None,
        "place": value.place,
        "perpetrator": value.perpetrator,
        "perpetrator_certainty": value.perpetrator_certainty,
        "claimant": value.claimant,
        "relayed_by": value.relayed_by,
    }


def number(value: float | None) -> float | int | None:
    """Writes whole numbers without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def reports(found: Iterable[Report]) -> Json:
    return {"reports": [_report(value) for value in found]}


def _report(value: Report) -> Json:
    when = interval(value.when)
    return {
        "type": value.type,
        "mode": value.mode,
        "modality": value.modality,
        "historical": value.historical,
        "certainty": value.certainty,
        "actors": [party(p) for p in value.actors],
        "recipients": [party(p) for p in value.recipients],
        "when": {**when, "text": value.when_text} if when else None,
        "where": place(value.where),
        "claimant": value.claimant,
        "outcome": value.outcome,
        "trigger": span(value.trigger),
        "evidence": span(value.evidence),
        "rule": value.rule,
    }


def copies(links: Sequence[CopyLink], sources: Sequence[Source]) -> Json:
    found = [{"from": link.earlier, "to": link.later, "kind": link.kind, "contained": round(link.contained, 3)} for link in links]
    return {"links": found, "sources": [list(source.articles) for source in sources]}


def stories(happenings: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> Json:
    return {"happenings": [list(group) for group in happenings], "stories": [list(group) for group in found]}
