"""Any item → one line that says what it is."""

from __future__ import annotations

from parley.model import Claim, Disagreement, Event, Report, Statement, Story
from parley.record.view import Filed, FiledActor, FiledPlace


def headline(value: object) -> str:
    """Returns one line for an item of the view."""
    item = value.item if isinstance(value, Filed) else value
    if isinstance(item, Report):
        return report_headline(item)
    if isinstance(item, Claim):
        return claim_headline(item)
    if isinstance(item, Event):
        return event_headline(item)
    if isinstance(item, Disagreement):
        return f"{item.slot}: {item.verdict}: " + " / ".join(stand.value for stand in item.values)
    if isinstance(item, Statement):
        return f"{item.speaker.name if item.speaker else 'somebody'}: {item.content[0].text}"
    if isinstance(item, (FiledActor, FiledPlace)):
        return item.actor.name if isinstance(item, FiledActor) else item.place.name
    return item.title if isinstance(item, Story) else str(getattr(item, "action", getattr(item, "id", "")))


def report_headline(report: Report) -> str:
    who = ", ".join(p.name for p in report.actors) or "nobody named"
    whom = " → " + ", ".join(p.name for p in report.recipients) if report.recipients else ""
    said = f", says {report.claimant}" if report.claimant else ""
    return f"{report.type}{f'/{report.mode}' if report.mode else ''} {report.modality}: {who}{whom}{said}"


def claim_headline(claim: Claim) -> str:
    words = [claim.measure, *([claim.wording] if claim.wording.casefold() not in claim.span.text.casefold() else []), claim.span.text]
    return " ".join(words) + (f", says {claim.claimant}" if claim.claimant else "")


def event_headline(event: Event) -> str:
    where = f" in {event.where.name}" if event.where else ""
    days = dict.fromkeys((event.when.first.isoformat(), event.when.last.isoformat())) if event.when else ()
    when = " on " + " to ".join(days) if days else ""
    return f"{event.type} {event.modality}: {', '.join(event.actors) or 'nobody named'}{where}{when}"
