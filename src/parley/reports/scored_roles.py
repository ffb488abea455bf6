"""Rules and network weighed together: who takes part in an act, whose word it is, when and where.

The rules' parties stay unless the network is sure that none of their words belongs there; parties the rules miss are the phrases whose
words the network is sure of. Times and places must be ones the time and place rooms have read.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from parley.language.acts import ActScore
from parley.lexicon.predicates import classes
from parley.model import Naming, Party, Place, Span, TimeValue
from parley.reports.attach import best_place, best_time, is_in_topic
from parley.reports.barred import cannot_act, is_anothers, is_own_side
from parley.reports.names import Names
from parley.reports.roles import Cast
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

NO_PART = 0.02  # below: the rules' party is none
DOUBTED = 0.2  # below: the same, where the network is sure of somebody else
BESIDE = 0.75  # above: a party beside those the rules found
TOOK_PART = 0.85  # the same at a meeting
ACTS_ALONE = 0.7  # above: an actor where the rules found none
SUFFERS_ALONE = 0.3  # above: a recipient where the rules found none
NOT_THERE = 0.05  # below: the place the rules found in the act's sentence is not the act's
FILLS = 0.45  # above: time or place the rules missed
SPEAKS = 0.6  # above: claimant the rules missed
TELLS = 0.4  # below: whoever speaks in the sentence does not speak of this act
SPOKE_BEFORE = 0.5  # how sure a speaker named in another sentence is, of which the network says nothing

_DESCRIBING = frozenset({"advmod", "amod", "nummod", "det", "nmod:poss", "punct"})
_MODIFYING = frozenset({"compound", "amod", "nmod:desc", "nmod:unmarked"})
Fillers = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class _Side:
    """Actors or recipients: those of the rules, each word's chance, how sure one more must be beside others and alone, and who cannot be one."""

    found: tuple[Party, ...]
    fillers: Fillers
    beside: float
    alone: float
    is_barred: Callable[[Party], bool]


def weigh_cast(tree: Tree, names: Names, trigger: Trigger, cast: Cast, score: ActScore, events: Container[int] = ()) -> Cast:
    """Returns the cast of an act, doubted parties out and missed ones in; a party is actor or recipient, whichever is likelier."""
    acting, receiving = score.roles["actors"], score.roles["recipients"]
    is_meeting = trigger.predicate.type == "CONSULT"  # all who took part are actors, nobody is recipient
    found = (*cast.actors, *cast.recipients) if is_meeting else cast.actors
    doing = _Side(found, acting, TOOK_PART if is_meeting else BESIDE, ACTS_ALONE, lambda p: cannot_act(tree, names, trigger, p))
    suffering = _Side(
        cast.recipients, receiving, BESIDE, SUFFERS_ALONE, lambda p: is_own_side(tree, trigger, p) or is_anothers(tree, trigger, events, p)
    )
    sentence = tree.sentence_of(trigger.token)
    recipients = [] if is_meeting else _weighed(tree, names, sentence, suffering)
    rather = {p for p in recipients if backing(tree, names, p, receiving) > backing(tree, names, p, acting)}
    actors = [p for p in _weighed(tree, names, sentence, doing) if not any(p.span.overlaps(r.span) for r in rather)]
    taken = {p.span for p in actors} | {p.name for p in actors}
    return replace(cast, actors=tuple(actors), recipients=tuple(p for p in recipients if p.span not in taken and p.name not in taken))


def _weighed(tree: Tree, names: Names, sentence: tuple[int, int], side: _Side) -> list[Party]:
    """The rules' parties, those left out whom the network doubts, and those it is sure of.

    A pronoun stays where the network is sure of nobody: it learnt from labels that give the name whenever the sentence has it.
    """
    found, fillers = side.found, side.fillers
    sure = [p for p in parties_of(tree, names, fillers, side.beside) if p in found or not side.is_barred(p)]
    least = DOUBTED if sure else NO_PART
    held = [p for p in found if _is_elsewhere(tree, p.span, sentence) or (not sure and tree.poses[tree.token_at(p.span.start)] == "PRON")]
    kept = list({p.name: p for p in reversed(found) if p in held or backing(tree, names, p, fillers) >= least}.values())[::-1]
    for party in sure if kept else parties_of(tree, names, fillers, side.alone):
        if not _is_among(party, kept) and not side.is_barred(party):
            kept.append(party)
    return kept


def _is_among(party: Party, parties: Iterable[Party]) -> bool:
    return any(p.span.overlaps(party.span) or p.name == party.name for p in parties)


def _is_name(tree: Tree, names: Names, party: Party) -> bool:
    return party.name != party.span.text or names.is_named(tree.token_at(party.span.end - 1))


def _is_elsewhere(tree: Tree, span: Span, sentence: tuple[int, int]) -> bool:
    return not sentence[0] <= tree.token_at(span.start) < sentence[1]


def strength(tree: Tree, span: Span, fillers: Fillers) -> float:
    """Returns the highest probability of a word of `span`."""
    return max((fillers.get(token, 0.0) for token in tree.tokens_of(span)), default=0.0)


def backing(tree: Tree, names: Names, party: Party, fillers: Fillers) -> float:
    """Returns the highest probability of a word that stands for `party`: of a "he" and of the name it means, one is enough."""
    meant = (chance for token, chance in fillers.items() if names.stands_for(token, party.name))
    return max(strength(tree, party.span, fillers), max(meant, default=0.0))


def _share(tree: Tree, span: Span, fillers: Fillers) -> float:
    """The mean probability of the words of `span`, but numbers and describing words: one word of a long name may be sure by mistake."""
    tokens = [t for t in tree.tokens_of(span) if tree.deps[t] not in _DESCRIBING] or tree.tokens_of(span)
    return sum(fillers.get(token, 0.0) for token in tokens) / len(tokens)


def parties_of(tree: Tree, names: Names, fillers: Fillers, least: float) -> Iterator[Party]:
    """Yields the parties of the phrases whose words have at least the probability `least`, in text order.

    Each conjunct is weighed by itself: of "two bystanders and Norland" the common noun counts as the name does.
    """
    chosen = {token for token, chance in fillers.items() if chance >= least}
    for head in sorted(t for t in chosen if _leads(tree, t, chosen)):
        found = names.own_parties(head)
        if not found and tree.poses[head] in ("NOUN", "PROPN") and not _is_describing(tree, head) and head not in names.datelines:
            phrase = names.phrase(head)
            found = [Party(phrase, phrase.text)]
        yield from (p for p in found if _share(tree, p.span, fillers) >= least)


def _is_describing(tree: Tree, token: int) -> bool:
    """Whether a common noun only describes the next one: "aid" in "aid agencies"; not "army" in "an army raid" or "hotel" in "hotel bombings"."""
    is_modifier = tree.deps[token] in _MODIFYING and tree.heads[token] > token and tree.poses[token] == "NOUN"
    return is_modifier and not any(tree.lemmas[token] in classes()[name] for name in ("belligerent", "agents", "site"))


def _leads(tree: Tree, token: int, chosen: Container[int]) -> bool:
    """Whether a chosen word heads a phrase of its own, not one that another chosen word heads."""
    head = tree.heads[token]
    if head == token or head not in chosen:
        return True
    first = next((t for t in tree.above(token) if tree.deps[t] != "conj"), head)
    return tree.deps[token] == "conj" and tree.deps[first] not in _MODIFYING


def claimant_by_score(tree: Tree, names: Names, trigger: Trigger, voices: Iterable[Party], fillers: Fillers) -> str | None:
    """Returns whom the network hears tell of an act: one of `voices`, or a name, office or document that no rule has found to speak."""
    sentence, speaking = tree.sentence_of(trigger.token), classes()["voice"] | classes()["agents"]
    more = parties_of(tree, names, fillers, SPEAKS)
    able = (p for p in more if _is_name(tree, names, p) or tree.lemmas[tree.token_at(p.span.end - 1)] in speaking)
    heard = [(SPOKE_BEFORE if _is_elsewhere(tree, p.span, sentence) else strength(tree, p.span, fillers), p) for p in (*voices, *able)]
    chance, claimant = max(heard, key=lambda pair: pair[0], default=(0.0, None))
    return claimant.name if claimant is not None and chance >= TELLS else None


@dataclass(frozen=True, slots=True)
class Near:
    """The times and places that one sentence names, in their order."""

    times: tuple[TimeValue, ...] = ()
    places: tuple[tuple[Span, Place], ...] = ()


NOWHERE = Near()


def near_by_sentence(tree: Tree, times: Iterable[TimeValue], naming: Naming) -> dict[int, Near]:
    """Returns times and places by the first token of the sentence that they stand in."""
    dated: dict[int, list[TimeValue]] = {}
    placed: dict[int, list[tuple[Span, Place]]] = {}
    for time in times if len(tree) else ():
        dated.setdefault(_sentence(tree, time.span), []).append(time)
    for place in naming.places.values() if len(tree) else ():
        if place.span is not None:
            placed.setdefault(_sentence(tree, place.span), []).append((place.span, place))
    return {first: Near(tuple(dated.get(first, ())), tuple(placed.get(first, ()))) for first in {*dated, *placed}}


def _sentence(tree: Tree, span: Span) -> int:
    return tree.sentence_of(tree.token_at(span.end - 1))[0]


def time_by_score(tree: Tree, near: Near, fillers: Fillers) -> TimeValue | None:
    """Returns the most exact of the times the network is sure are the act's."""
    return best_time(t for t in near.times if strength(tree, t.span, fillers) >= FILLS)


def is_ruled_out(tree: Tree, trigger: Trigger, place: Place, fillers: Fillers) -> bool:
    """Whether the network is sure that a place the rules found in the act's own sentence is not where it was done ("accused Norland")."""
    if place.span is None or _is_elsewhere(tree, place.span, tree.sentence_of(trigger.token)):
        return False
    return strength(tree, place.span, fillers) < NOT_THERE


def place_by_score(tree: Tree, near: Near, fillers: Fillers) -> Place | None:
    """Returns the most exact of the places the network is sure the act took place at."""
    sure = ((span, place) for span, place in near.places if strength(tree, span, fillers) >= FILLS)
    return best_place(place for span, place in sure if not is_in_topic(tree, tree.token_at(span.end - 1)))
