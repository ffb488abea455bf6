"""What the articles together say → its lines: copies, sources, actors, places, events, disagreements, stories."""

from __future__ import annotations

from parley.model import CopyLink, Disagreement, Event, Source, Story, identify
from parley.record.export.parts import days_line, evidence_lines, place_line
from parley.record.export.shapes import Line
from parley.record.view import FiledActor, FiledPlace, Support


def copy_line(link: CopyLink) -> Line:
    return {
        "kind": "copy",
        "id": identify("k", link.earlier, link.later, link.kind),
        "from": link.earlier,
        "to": link.later,
        "type": link.kind,
        "contained": link.contained,
    }


def source_line(source: Source) -> Line:
    return {"kind": "source", "id": source.id, "articles": list(source.articles), "agency": source.agency}


def actor_line(filed: FiledActor) -> Line:
    actor = filed.actor
    return {
        "kind": "actor",
        "id": filed.id,
        "name": actor.name,
        "names": list(filed.names),
        "type": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "roles": list(actor.roles),
        "role_days": [{"role": r.role, "days": days_line(r.days), "articles": list(r.articles)} for r in filed.roles],
        "articles": list(filed.articles),
        "evidence": evidence_lines(filed.evidence),
    }


def place_item_line(filed: FiledPlace) -> Line:
    place = filed.place
    return {
        "kind": "place",
        "id": filed.id,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "country": place.country,
        "precision": place.precision,
        "disputed": place.disputed,
        "articles": list(filed.articles),
        "evidence": evidence_lines(filed.evidence),
    }


def event_line(event: Event, support: tuple[Support, ...]) -> Line:
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "modality": event.modality,
        "historical": event.historical,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "when": days_line(event.when),
        "where": place_line(event.where),
        "outcome": event.outcome,
        "reports": list(event.reports),
        "sources": list(event.sources),
        "articles": list(event.articles),
        "support": [{"slot": s.slot, "value": s.value, "sources": list(s.sources), "independent": s.independent} for s in support],
        "evidence": evidence_lines(event.evidence),
    }


def disagreement_line(disagreement: Disagreement) -> Line:
    return {
        "kind": "disagreement",
        "id": disagreement.id,
        "about": list(disagreement.about),
        "slot": disagreement.slot,
        "verdict": disagreement.verdict,
        "values": [{"value": s.value, "sources": list(s.sources), "evidence": evidence_lines(s.evidence)} for s in disagreement.values],
        "why": disagreement.why,
    }


def story_line(story: Story) -> Line:
    return {
        "kind": "story",
        "id": story.id,
        "title": story.title,
        "happenings": [list(group) for group in story.happenings],
        "events": list(story.events),
        "articles": list(story.articles),
        "sources": list(story.sources),
        "first": story.first,
        "last": story.last,
    }
