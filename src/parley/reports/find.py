"""An article's parse, names, times and statements → its reports: who did what to whom, one for each happening.

The way: triggers (lexicon) → stance → nested triggers folded into the act that speaks of them → cast, times, places, claimant → drafts →
merging. Types, modes and the treatment of the future are PLOVER's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from parley.lexicon.predicates import cues
from parley.model import Interval, Naming, Place, Report, Statement, TimeValue
from parley.reports.attach import best_place, best_time, places_by_owner, times_by_owner
from parley.reports.claimants import claimant_of, statement_around
from parley.reports.drafts import Draft
from parley.reports.merge import merge_drafts
from parley.reports.modality import Stance, read_stance
from parley.reports.names import Names, read_names
from parley.reports.nesting import fold_nested
from parley.reports.past import is_historical
from parley.reports.roles import Cast, fill_roles, mode_of
from parley.reports.tree import Tree, read_tree
from parley.reports.triggers import Trigger, find_triggers

_COOPERATION = frozenset({"CONSULT", "AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Reader:
    """What the steps need of one article."""

    tree: Tree
    names: Names
    nouns: Mapping[int, Trigger]
    times: Mapping[int, list[TimeValue]]
    places: Mapping[int, list[Place]]
    statements: Sequence[Statement]
    published: Interval | None


def find_reports(
    doc: Doc, naming: Naming, times: Sequence[TimeValue], statements: Sequence[Statement], published: Interval | None
) -> tuple[Report, ...]:
    """Finds what an article says happened, is to happen, might happen or did not.

    Args:
        doc: the parsed article text.
        naming: who is who in it; offsets are those of `doc.text`.
        times: its time expressions.
        statements: its attributed speech; gives claimants.
        published: the article's publication day or days; without it only words tell the past.

    Returns:
        Reports in text order, one for each happening. Spans index `doc.text` (code points, end exclusive).
    """
    return tuple(draft.report for draft in find_drafts(doc, naming, times, statements, published))


def find_drafts(doc: Doc, naming: Naming, times: Sequence[TimeValue], statements: Sequence[Statement], published: Interval | None) -> list[Draft]:
    """Like `find_reports`, with the trigger and stance of each report's best mention."""
    tree = read_tree(doc)
    names = read_names(tree, naming)
    triggers = find_triggers(tree, names)
    if not triggers:
        return []
    events = {token for t in triggers for token in (t.token, *t.words, t.clause)}
    reader = Reader(
        tree,
        names,
        {t.token: t for t in triggers if t.predicate.pos == "n"},
        times_by_owner(tree, times, events.__contains__),
        places_by_owner(tree, naming, events.__contains__),
        statements,
        published,
    )
    return merge_drafts(tree, _drafts(reader, triggers))


def _drafts(reader: Reader, triggers: Sequence[Trigger]) -> list[Draft]:
    stances = {t.token: read_stance(reader.tree, t) for t in triggers}
    casts = {t.token: fill_roles(reader.tree, reader.names, t, reader.nouns) for t in triggers}
    folded = fold_nested(reader.tree, triggers, stances, casts)
    absorbed = {token for t in folded.kept for token in casts[t.token].absorbed}
    return [
        draft
        for t in folded.kept
        if t.token not in absorbed and (draft := _draft(reader, t, stances[t.token], folded.casts[t.token], folded.modes.get(t.token)))
    ]


def _draft(reader: Reader, trigger: Trigger, stance: Stance, cast: Cast, mode: str | None) -> Draft | None:
    tree = reader.tree
    own = (*trigger.words, *stance.chain, *cast.absorbed)
    time = best_time(t for token in dict.fromkeys(own) for t in reader.times.get(token, ()))
    where = best_place(p for token in dict.fromkeys(own) for p in reader.places.get(token, ()))
    if not (cast.actors or cast.recipients or time or where or trigger.predicate.type in ("CONSULT", "AGREE")):
        return None
    if stance.modality == "hypothetical" and trigger.predicate.pos == "n" and not cast.actors:
        return None
    statement = statement_around(reader.statements, tree.starts[trigger.token])
    kind, mode, modality = _plover(trigger, stance, mode or mode_of(tree, trigger, cast, reader.nouns), statement)
    first, last = tree.sentence_of(trigger.token)
    report = Report(
        type=kind,
        mode=mode,
        modality=modality,
        historical=is_historical(tree, trigger, time, reader.times, reader.published),
        certainty=_certainty(tree, trigger, stance, cast),
        actors=cast.actors,
        recipients=cast.recipients,
        when=time.days if time else None,
        when_text=time.span.text if time else None,
        where=where,
        claimant=claimant_of(tree, reader.names, trigger, stance, statement),
        trigger=tree.span(*_bounds(trigger)),
        evidence=tree.span(first, last - 1),
        rule=trigger.predicate.name,
    )
    return Draft(report, trigger, stance, first)


def _bounds(trigger: Trigger) -> tuple[int, int]:
    """The trigger's words when they stand together, else its chief word."""
    first, last = trigger.words[0], trigger.words[-1]
    return (first, last) if last - first < len(trigger.words) + 2 else (trigger.token, trigger.token)


def _plover(trigger: Trigger, stance: Stance, mode: str | None, statement: Statement | None) -> tuple[str, str | None, str]:
    """PLOVER's treatment of what is still to come: cooperation announced is AGREE; a denied statement negates its content."""
    kind, modality = trigger.predicate.type, stance.modality
    if statement is not None and statement.polarity == "denied" and modality == "asserted":
        modality = "negated"
    if modality == "future" and kind in _COOPERATION:
        return "AGREE", None, modality
    return kind, mode, modality


def _certainty(tree: Tree, trigger: Trigger, stance: Stance, cast: Cast) -> str:
    """The stance's certainty, lowered by a "suspected" or "alleged" on those who act or on the event noun that names the act."""
    words = {tree.words[k] for head in (*cast.absorbed, *cast.heads) for k in tree.children(head, "amod", "advmod")}
    found = {kind for kind in ("possible", "probable") if not cues()[kind].isdisjoint(words)}
    if stance.certainty == "possible" or "possible" in found:
        return "possible"
    return "probable" if found else stance.certainty
