"""Commitments and events → which promises and scheduled steps were kept or broken, and what says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from parley.lexicon.themes import nearest_theme
from parley.model import Article, Commitment, Event, Interval
from parley.record.events import Candidate, Merged, Setting
from parley.record.events.objects import names_counted
from parley.record.view import Filed, FollowUp

TOGETHER = frozenset({"CONSULT", "AID", "COOPERATE", "RETREAT", "CONCEDE"})
"""Types of acts done with others."""
LONGEST = 31
"""Days a due date may spread over and still say which event is meant."""


def follow_up(commitments: Iterable[Filed[Commitment]], merged: Merged, articles: Mapping[str, Article], setting: Setting) -> tuple[FollowUp, ...]:
    """Looks for the later event that kept or broke each commitment.

    A commitment without a due date, or one that no event settles, stays as it was stated: no news is not a broken promise.

    Args:
        merged: all events with their reports.
        articles: article id → article.
    """
    members = merged.members
    plans = _plans(merged)
    by_theme: dict[str, list[Event]] = defaultdict(list)
    for event in merged.events:
        if not event.historical and event.when is not None:
            by_theme[members[event.id][0].theme].append(event)
    open_steps = [e for e in merged.events if any(c.modality == "negated" for c in members[e.id])]
    found: list[FollowUp] = []
    for filed in commitments:
        theme = theme_promised(filed.item)
        said = articles[filed.article].published
        undone = [e for e in open_steps if _is_undone(filed, members[e.id], theme, articles, setting)]
        if undone:
            found.append(FollowUp(filed.id, "broken", tuple(sorted(e.id for e in undone)), "a later article says that it has not been done"))
            continue
        told = by_theme.get(theme, ()) if theme else _on_its_day(filed.item, by_theme.values(), setting)
        settling = [e for e in told if _settles(filed, e, members[e.id], said, setting)]
        if not settling:
            settling = [e for e in plans[filed.article] if _tells_its_end(filed, e, members[e.id], theme, articles)]
        if settling:
            found.append(_judge(filed, settling))
    return tuple(found)


def theme_promised(commitment: Commitment) -> str | None:
    """Returns what is promised; where the words of the promise do not say, what the sentence is about just there."""
    text = commitment.evidence.text
    return nearest_theme(commitment.action, 0) or nearest_theme(text, max(0, text.find(commitment.action)))


def _on_its_day(commitment: Commitment, dated: Iterable[Sequence[Event]], setting: Setting) -> list[Event]:
    """What the party did together with others on the very day it had named, where its words for what it would do say little."""
    if commitment.due is None or not commitment.due.is_day or commitment.actor is None:
        return []
    actor, day = setting.name(commitment.actor), commitment.due.first
    return [e for events in dated for e in events if e.type in TOGETHER and actor in e.actors and e.when and e.when.is_day and e.when.first == day]


def _plans(merged: Merged) -> Mapping[str, list[Event]]:
    """Article → the events that it tells of as a plan and another article tells of, too."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in merged.events:
        if len(event.articles) > 1 and not event.historical:
            for article in sorted({c.article for c in merged.members[event.id] if c.modality == "future"}):
                found[article].append(event)
    return found


def _tells_its_end(filed: Filed[Commitment], event: Event, members: Sequence[Candidate], theme: str | None, articles: Mapping[str, Article]) -> bool:
    """Whether the very plan that the commitment states was merged with a later report of what became of it, in time."""
    commitment, said = filed.item, articles[filed.article].published
    its_own = any(c.article == filed.article and c.modality == "future" and c.report.evidence.overlaps(commitment.evidence) for c in members)
    if not its_own or commitment.status == "demanded" or (theme is not None and members[0].theme != theme):
        return False
    ends = [c for c in members if _is_later(c, filed, said) and _is_printed_later(c, filed, articles)]
    return any(commitment.due is None or c.is_called_off or (c.days is not None and c.days.first <= commitment.due.last) for c in ends)


def _is_printed_later(c: Candidate, filed: Filed[Commitment], articles: Mapping[str, Article]) -> bool:
    said, told = articles[filed.article].published, articles[c.article].published
    return c.source != filed.source and (said is None or told is None or told.first > said.last)


def _is_undone(filed: Filed[Commitment], members: Sequence[Candidate], theme: str | None, articles: Mapping[str, Article], setting: Setting) -> bool:
    """Whether a later article says that the same party has not done the step, of so many people or things, whose time has passed."""
    commitment, said = filed.item, articles[filed.article].published
    if said is None or commitment.status not in ("pledged", "scheduled"):
        return False
    for c in members:
        later = articles[c.article].published
        if c.modality != "negated" or c.theme != theme or not c.recurs or later is None or later.first <= said.last or c.days is None:
            continue
        if commitment.due is not None and commitment.due.last >= later.first:
            continue
        same_party = commitment.actor is not None and setting.name(commitment.actor) in c.people
        if names_counted(commitment.evidence.text, c.report.recipients) or (same_party and commitment.due is not None):
            return True
    return False


def _settles(filed: Filed[Commitment], event: Event, members: Sequence[Candidate], said: Interval | None, setting: Setting) -> bool:
    due = filed.item.due
    if due is None or event.when is None or due.days > LONGEST or not _in_time(event.when, due, said, event.type == "REJECT"):
        return False
    if not any(_is_later(c, filed, said) for c in members):
        return False
    same_party, same_place = _same_party(filed.item, event, setting), _same_place(filed.item, event)
    return (same_party or same_place) if due.is_day else (same_party and same_place)


def _in_time(when: Interval, due: Interval, said: Interval | None, is_refusal: bool) -> bool:
    """Whether an act falls on the day that was due; a step can be called off on any day before."""
    if is_refusal and said is not None:
        return said.first <= when.last and when.first <= due.last
    return due.meets(when)


def _is_later(c: Candidate, filed: Filed[Commitment], said: Interval | None) -> bool:
    """Whether the report was printed by another article, tells of the act as past, and tells of a day not before the promise."""
    if c.article == filed.article or c.modality not in ("asserted", "negated") or c.days is None:
        return False
    return said is None or c.days.last >= said.first


def _same_party(commitment: Commitment, event: Event, setting: Setting) -> bool:
    if commitment.actor is not None and setting.name(commitment.actor) in (*event.actors, *event.recipients):
        return True
    text = commitment.evidence.text
    return sum(name in text for name in event.actors) >= 2


def _same_place(commitment: Commitment, event: Event) -> bool:
    if event.where is None:
        return commitment.place is not None and any(commitment.place in e.span.text for e in event.evidence)
    if event.where.precision == "country":
        return False
    return event.where.name in (commitment.place or "") or event.where.name in commitment.evidence.text


def _judge(filed: Filed[Commitment], settling: Sequence[Event]) -> FollowUp:
    kept = [e for e in settling if e.modality == "asserted" and e.type != "REJECT"]
    broken = [e for e in settling if e not in kept]
    # Calling off is said in so many words, so of as many sources each the refusal is believed.
    is_kept = not broken or _others(kept, filed) > _others(broken, filed)
    chosen = kept if is_kept else broken
    status = "kept" if is_kept else "broken"
    day = min((e.when.first.isoformat() for e in chosen if e.when is not None), default="on no day given")
    what = "took place" if is_kept else "was called off or did not take place"
    return FollowUp(filed.id, status, tuple(sorted(e.id for e in chosen)), f"what was due {what}: {day}, by a later article")


def _others(events: Sequence[Event], filed: Filed[Commitment]) -> int:
    """How many sources besides that of the commitment tell of the events."""
    return len({source for event in events for source in event.sources} - {filed.source})
