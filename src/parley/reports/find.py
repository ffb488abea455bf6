"""An article's parse, names, times and statements → its reports: who did what to whom, one for each happening.

The way: triggers (lexicon and network) → stance → nested triggers folded into the act that speaks of them → cast, times, places,
claimant → drafts → merging. Types, modes and the treatment of the future are PLOVER's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from parley.language.acts import ActScore, scores_of
from parley.language.standing import in_datelines
from parley.lexicon.folding import bare_name
from parley.lexicon.predicates import classes, cues
from parley.model import Interval, Naming, Place, Report, Span, Statement, TimeValue
from parley.reports.attach import best_place, best_time, datable, is_told_aside, places_by_owner, times_by_owner
from parley.reports.chance import chance_of
from parley.reports.claimants import Told, statement_around, told_by_sentence, voices_of
from parley.reports.denials import point_back
from parley.reports.drafts import Act, Draft, Drafted
from parley.reports.enough import is_heading, is_overtaken, says_enough
from parley.reports.merge import merge_drafts
from parley.reports.modality import Stance, read_stance
from parley.reports.names import Names, read_names
from parley.reports.nesting import complements, fold_nested, is_promise, refusal_mode, refusing
from parley.reports.past import is_historical
from parley.reports.questions import is_asked
from parley.reports.roles import fill_roles, mode_of
from parley.reports.scored import HEARD, IS_PAST, MADE, SURE, TOLD, Scores, is_refuted, score_of, weigh_stance, weigh_triggers
from parley.reports.scored_roles import NOWHERE, Near, claimant_by_score, is_ruled_out, near_by_sentence, place_by_score, time_by_score, weigh_cast
from parley.reports.threats import as_threat
from parley.reports.tree import Tree, read_tree
from parley.reports.triggers import Trigger, find_triggers
from parley.reports.war_tolls import is_toll

_REFUSABLE = frozenset({"CONSULT", "AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE", "AGREE"})
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"})
_COOPERATION = frozenset({"CONSULT", "AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Reader:
    """What the steps need of one article. `near` holds the times and places named in a sentence, by its first token; `scores` is None where
    the pipeline gives none."""

    tree: Tree
    names: Names
    naming: Naming
    scores: Scores | None
    near: Mapping[int, Near]
    events: Mapping[int, Trigger]
    times: Mapping[int, list[TimeValue]]
    places: Mapping[int, list[Place]]
    told: Told
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
    return draft_reports(doc, naming, times, statements, published).reports


def draft_reports(doc: Doc, naming: Naming, times: Sequence[TimeValue], statements: Sequence[Statement], published: Interval | None) -> Drafted:
    """Like `find_reports`, with the trigger and stance of each report's best mention; commitments are read from the same drafts."""
    tree = read_tree(doc)
    datelines = in_datelines(doc)
    names = read_names(tree, naming, datelines)
    scores = scores_of(doc)
    triggers = find_triggers(tree, names)
    if scores is not None:
        triggers = weigh_triggers(tree, names, triggers, scores)
    if not triggers:
        return Drafted(tree, published, ())
    own_times = datable(tree, [t for t in times if tree.token_at(t.span.start) not in datelines], published)
    held = {token for t in triggers for token in (t.token, *t.words, t.clause)}
    reader = Reader(
        tree,
        names,
        naming,
        scores,
        near_by_sentence(tree, own_times, naming),
        {t.token: t for t in triggers},
        times_by_owner(tree, own_times, held.__contains__),
        places_by_owner(tree, naming, held.__contains__),
        told_by_sentence(tree, statements),
        published,
    )
    return Drafted(tree, published, tuple(merge_drafts(tree, point_back(tree, names, _drafts(reader, triggers)))))


def _drafts(reader: Reader, triggers: Sequence[Trigger]) -> list[Draft]:
    found = [_act(reader, t) for t in triggers]
    acts = fold_nested(reader.tree, found)
    if fallen := {act.trigger.token for act in acts if act.inner and _falls(reader, act)}:  # what was taken into those stands by itself
        acts = fold_nested(reader.tree, [act for act in found if act.trigger.token not in fallen])
    told = [act for act in acts if not _falls(reader, act)]
    absorbed = {token for act in told for token in act.cast.absorbed}
    happened = (act for act in told if act.trigger.token not in absorbed and not is_toll(reader.tree, act, reader.times))
    return [draft for act in happened if (draft := _draft(reader, act))]


def _falls(reader: Reader, act: Act) -> bool:
    """Whether it is asked about, or happens now and then, or the network sees no act; what somebody denies is told all the same."""
    if act.stance.effects & {"habit", "asked", "unsaid"} or is_asked(reader.tree, act.trigger.token):
        return True
    return reader.scores is not None and not _is_denial(act.trigger, act.stance) and is_refuted(reader.tree, act, reader.scores)


def _is_denial(trigger: Trigger, stance: Stance) -> bool:
    """Whether a word of denying stands over an act; who denies what was said, as an accusation, leaves it said."""
    return "denied" in stance.effects and trigger.predicate.type not in _SPOKEN and not trigger.is_own


def _act(reader: Reader, trigger: Trigger) -> Act:
    """The act around a trigger by the rules, then weighed."""
    stance, cast = read_stance(reader.tree, trigger), fill_roles(reader.tree, reader.names, trigger, reader.events)
    score = _score(reader, trigger)
    if score is None:
        return Act(trigger, stance, cast)
    weighed = stance if _is_denial(trigger, stance) else weigh_stance(stance, score)
    return Act(trigger, weighed, weigh_cast(reader.tree, reader.names, trigger, cast, score, reader.events))


def _score(reader: Reader, trigger: Trigger) -> ActScore | None:
    score = None if reader.scores is None else score_of(reader.tree, trigger, reader.scores)
    return None if score is None or score.act < HEARD else score


def _draft(reader: Reader, act: Act) -> Draft | None:
    act = as_threat(reader.tree, reader.names, act, statement_around(reader.tree, reader.told, act.trigger.token))
    tree, trigger, cast = reader.tree, act.trigger, act.cast
    promised = is_promise(tree, act)
    time, where = _when_and_where(reader, act, promised)
    score = _score(reader, trigger)
    is_sure = score is not None and score.act >= SURE
    if not _is_denial(trigger, act.stance) and not says_enough(act, time is not None or where is not None, is_sure):
        return None
    if trigger.predicate.pos == "n" and not cast.actors and (is_overtaken(act, time, reader.published) or is_heading(tree, trigger)):
        return None
    statement = statement_around(tree, reader.told, trigger.token)
    told = 0.0 if score is None else score.modalities["asserted"]
    is_denied = statement is not None and statement.polarity == "denied" and (told < TOLD or _is_what_is_denied(tree, act, statement))
    kind, mode, modality = _plover(act, act.mode or mode_of(tree, trigger, cast, reader.events), is_denied, promised and told < MADE)
    if kind == "REJECT" and trigger.predicate.type != "REJECT":
        cast = refusing(cast, tree.starts[trigger.token])
    first, last = tree.sentence_of(trigger.token)
    report = Report(
        type=kind,
        mode=mode,
        modality=modality,
        historical=_is_background(reader, trigger, time),
        certainty=_certainty(tree, act),
        actors=cast.actors,
        recipients=cast.recipients,
        when=time.days if time else None,
        when_text=time.span.text if time and time.days else None,
        where=where,
        claimant=_claimant(reader, act, statement, is_denied or _is_denial(trigger, act.stance)),
        trigger=tree.span(*_bounds(trigger)),
        evidence=tree.span(first, last - 1),
        rule=trigger.rule,
    )
    if reader.scores is not None:
        report = replace(report, chance=chance_of(tree, reader.names, act, report, score))
    return Draft(report, act, first, time, is_sure)


def _is_what_is_denied(tree: Tree, act: Act, statement: Statement) -> bool:
    """Whether an act is surely what a denial rejects: its clause ("a report that troops burned the village"), or done by who denies it."""
    clause = act.trigger.clause
    is_report = tree.deps[clause] == "ccomp" or (tree.deps[clause] == "acl" and any(tree.words[k] == "that" for k in tree.children(clause, "mark")))
    if act.trigger.predicate.pos == "v" and is_report and tree.starts[tree.heads[clause]] < statement.content[0].start:
        return True
    voice = "" if statement.speaker is None else bare_name(statement.speaker.name)
    return [p.name.casefold() for p in act.cast.actors] == [voice]


def _is_background(reader: Reader, trigger: Trigger, time: TimeValue | None) -> bool:
    """By its own day where it has one, else by the words around it or the network."""
    if time is not None and time.days is not None and reader.published is not None:
        return is_historical(reader.tree, trigger, time, reader.times, reader.published)
    score = _score(reader, trigger)
    return is_historical(reader.tree, trigger, time, reader.times, reader.published) or (score is not None and score.historical >= IS_PAST)


def _claimant(reader: Reader, act: Act, statement: Statement | None, is_denied: bool) -> str | None:
    """Whose word the act is; the network tells the teller from whoever else speaks in the sentence ("he condemned the attack").

    A denial is the word of who denies.
    """
    voices = voices_of(reader.tree, reader.names, act.trigger, act.stance, statement)
    score = _score(reader, act.trigger)
    if score is None or is_denied:
        return voices[0].name if voices else None
    return claimant_by_score(reader.tree, reader.names, act.trigger, voices, score.roles["claimant"])


def _when_and_where(reader: Reader, act: Act, promised: bool) -> tuple[TimeValue | None, Place | None]:
    """The act's own time and place; of a promise those of what is promised, if given."""
    later = [*complements(reader.tree, act), *(token for inner in act.inner for token in inner.tokens)] if promised else []
    inner = best_time(t for token in dict.fromkeys(later) for t in reader.times.get(token, ()))
    own = [t for token in (*act.tokens, *_simultaneous(reader.tree, act)) for t in reader.times.get(token, ())]
    time = inner or best_time(t for t in own if not _is_ahead(t, act, reader.published))
    taken = [p.span for p in act.cast.actors]
    found = [p for token in dict.fromkeys((*act.tokens, *later)) for p in reader.places.get(token, ())]
    where = best_place(p for p in found if p.span is None or not (any(s.overlaps(p.span) for s in taken) or _is_aside(reader, act, p.span)))
    score = _score(reader, act.trigger)
    if score is None or not (act.cast.actors or act.cast.recipients or time or where):
        return time, where
    if where is not None and is_ruled_out(reader.tree, act.trigger, where, score.roles["where"]):
        where = None
    near = reader.near.get(reader.tree.sentence_of(act.trigger.token)[0], NOWHERE)
    near = replace(near, places=tuple((span, place) for span, place in near.places if not _is_aside(reader, act, span)))
    return time or time_by_score(reader.tree, near, score.roles["when"]), where or place_by_score(reader.tree, near, score.roles["where"])


def _is_aside(reader: Reader, act: Act, span: Span) -> bool:
    return is_told_aside(reader.tree, act.trigger, reader.tree.token_at(span.end - 1))


def _simultaneous(tree: Tree, act: Act) -> list[int]:
    """The clause that "when rebels shelled" stands beside, whose day is that of the shelling; of clashes that killed, the killing."""
    clause = act.trigger.clause
    head, dep = tree.heads[clause], tree.deps[clause]
    if act.trigger.predicate.pos == "n" and dep in ("nsubj", "obl:agent"):
        return [head] if tree.lemmas[head] in classes()["counted_harm"] else []
    marks = {tree.words[k] for k in tree.children(clause, "advmod", "mark")}
    return [head] if dep in ("advcl", "acl:relcl", "advcl:relcl") and "when" in marks else []


def _is_ahead(time: TimeValue, act: Act, published: Interval | None) -> bool:
    """A day after publication is not that of something already done: "discussed plans for elections on May 5"."""
    past = act.stance.modality == "asserted" and act.trigger.predicate.type == "CONSULT"
    return past and published is not None and time.days is not None and time.days.first > published.last


def _bounds(trigger: Trigger) -> tuple[int, int]:
    """The trigger's words when they stand together, else its chief word."""
    first, last = trigger.words[0], trigger.words[-1]
    return (first, last) if last - first < len(trigger.words) + 2 else (trigger.token, trigger.token)


def _plover(act: Act, mode: str | None, denied: bool, promised: bool) -> tuple[str, str | None, str]:
    """PLOVER's treatment of what is still to come: cooperation announced is AGREE; a denied statement negates its content."""
    kind, modality = act.trigger.predicate.type, act.stance.modality
    accused = kind == "ACCUSE" or "alleged" in act.stance.effects
    if modality == "asserted" and denied and not accused:
        modality = "negated"
    is_heard = modality == "hypothetical" and "hypothetical" not in act.stance.effects  # by the network, which knows no promises
    if promised and (modality == "asserted" or is_heard):
        modality = "future"
    if modality == "negated" and kind in _REFUSABLE and act.stance.effects & {"future", "would"}:
        return "REJECT", refusal_mode(kind), "asserted"
    if modality == "future" and kind in _COOPERATION:
        return "AGREE", None, modality
    return kind, mode, modality


def _certainty(tree: Tree, act: Act) -> str:
    """The stance's certainty, lowered by a "suspected" or "alleged" on those who act or on the event noun that names the act."""
    words = {tree.words[k] for head in (*act.cast.absorbed, *act.cast.heads) for k in tree.children(head, "amod", "advmod")}
    found = {kind for kind in ("possible", "probable") if not cues()[kind].isdisjoint(words)}
    if act.stance.certainty == "possible" or "possible" in found:
        return "possible"
    return "probable" if found else act.stance.certainty
