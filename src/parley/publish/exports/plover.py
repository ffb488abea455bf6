"""Reports → PLOVER records, one JSON object a line: what one article says, in the field names of PLOVER's manual and gold standard records.

Core fields: `id, date, source, target, event, mode, context, eventText, text, textInfo, language, publication, coder, version, dateCoded, comment`.
PLOVER 2 speaks of recipients where the records say `target`; both names are given. Behind them stands `parley`, what PLOVER has no field for.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.model import Party, Place, Report
from parley.publish.exports.cells import plain, web_address
from parley.publish.exports.content import Content
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, Note, json_lines, text_export
from parley.record import Filed

_CODER = "Parley"


def export(content: Content, counting: Counting) -> Export:
    """Makes the records of all reports; those not asserted carry PLOVER's auxiliary modes (`future`, `hypothetical`, `negation`, `historical`)."""
    filed = content.view.reports
    left_out = [Note(len(content.view.claims), "claims (PLOVER has no figures)"), Note(len(content.view.statements), "statements")]
    undated = Note(sum(r.item.when is None for r in filed), "reports without a date")
    return text_export("plover.jsonl", json_lines(_record(content, r) for r in filed), left_out, [undated])


def _record(content: Content, filed: Filed[Report]) -> dict[str, object]:
    report, article = filed.item, content.index.articles[filed.article]
    run, event = content.last_run(), content.event_of.get(filed.id)
    recipients = _parties(content, report.recipients)
    return {
        "id": filed.id,
        "date": report.when.first.isoformat() if report.when else None,
        "source": _parties(content, report.actors),
        "target": recipients,
        "recipient": recipients,
        "event": report.type,
        "mode": report.mode or "",
        "auxiliary": _auxiliary(report),
        "context": "",
        "eventText": report.trigger.text,
        "text": report.evidence.text,
        "textInfo": {"start": report.evidence.start, "end": report.evidence.end, "article": article.id},
        "location": _location(report.where),
        "language": article.language,
        "publication": article.publisher,
        "url": web_address(article.url),
        "coder": _CODER,
        "version": run.code if run else None,
        "dateCoded": run.started[:10] if run else None,
        "comment": "",
        "parley": {
            "event": event.id if event else None,
            "independent_source": filed.source,
            "claimant": content.name(report.claimant) if report.claimant else None,
            "certainty": report.certainty,
            "when": {"first": report.when.first.isoformat(), "last": report.when.last.isoformat(), "how": report.when.how} if report.when else None,
        },
    }


def _parties(content: Content, parties: Sequence[Party]) -> list[dict[str, str]]:
    found = []
    for party in parties:
        codes = {"code": content.country_of(party.name), "sector": content.sector(party.name)}
        found.append({"actorText": party.span.text, "actorName": plain(content.name(party.name)), **{k: v for k, v in codes.items() if v}})
    return found


def _auxiliary(report: Report) -> list[str]:
    """PLOVER's auxiliary modes: how far an act is from having just happened."""
    named = {"future": "future", "hypothetical": "hypothetical", "negated": "negation"}.get(report.modality)
    return [mode for mode in (named, "historical" if report.historical else None) if mode]


def _location(place: Place | None) -> dict[str, object] | None:
    """A place in GeoNames' field names, as PLOVER has them."""
    if place is None:
        return None
    return {
        "name": place.name,
        "lat": place.lat,
        "lng": place.lon,
        "geonameId": place.geonameid,
        "countryCode": place.country,
        "precision": place.precision,
    }
