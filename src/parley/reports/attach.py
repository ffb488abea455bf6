"""Times and places → the act they belong to.

A phrase belongs to the nearest verb or event noun above it in the tree; an act owns what hangs on its own words, on its light verb and on
the verbs it is controlled by. The day of "said" is therefore never the day of what was said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from parley.lexicon.predicates import classes
from parley.model import Interval, Naming, Place, Span, TimeValue
from parley.reports.clauses import SUBJECTS, case_of
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

_CLIMB = 12
_REACH = 8
_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "around",
        "outside",
        "inside",
        "over",
        "across",
        "within",
        "throughout",
        "to",
        "into",
        "of",
        "against",
        "off",
        "along",
        "beyond",
        "between",
        "north of",
        "south of",
    }
)
_PRECISION = ("site", "city", "district", "province", "sea", "region", "country", "unlocated")
_ABOUT = frozenset({"on", "about", "around", "over", "regarding", "concerning"})
_RANGES = frozenset({("between", "and"), ("from", "to"), ("from", "until"), ("from", "till"), ("from", "through")})
_ASKING = frozenset({"what", "how", "why", "who", "whether"})
_SCENE = frozenset({"with", "as", "while", "amid", "despite"})
_TALK = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})
_OUTSIDE = frozenset({"before", "after", "ahead of", "following", "prior to"})


def owner_of(tree: Tree, token: int, is_event: Callable[[int], bool]) -> int:
    """Returns the nearest verb or event word above `token`, or the root reached."""
    for _ in range(_CLIMB):
        head = tree.heads[token]
        if head == token or is_event(token):
            return token
        token = head
        if is_event(token) or tree.poses[token] in ("VERB", "AUX"):
            return token
    return token


def datable(tree: Tree, times: Sequence[TimeValue], published: Interval | None) -> list[TimeValue]:
    """Returns the times that can be those of an act; "since" opens one that runs to publication.

    Lengths, bare hours and what an act is only held against ("the first attack since May") cannot.
    """
    found = []
    for time in _with_ranges(tree, times) if len(tree) else ():
        if time.type in ("DATE", "TIME") and not _is_bare_hour(time, published):
            token = _top(tree, time)
            if case_of(tree, token) != "since":
                found.append(time)
            elif not _is_measure(tree, token):
                found.append(_since(time, published))
    return found


def times_by_owner(tree: Tree, times: Iterable[TimeValue], is_event: Callable[[int], bool]) -> dict[int, list[TimeValue]]:
    """Groups times by the token they belong to, those without days too ("last year" in an article without a date); what is only before or
    after a time has none."""
    found: dict[int, list[TimeValue]] = {}
    for time in times:
        token = _top(tree, time)
        if case_of(tree, token) not in _OUTSIDE:
            found.setdefault(owner_of(tree, token, is_event), []).append(time)
    return found


def _with_ranges(tree: Tree, times: Sequence[TimeValue]) -> list[TimeValue]:
    """Joins the two ends of "between 11 and 17 November", "from Monday to Friday" into one time; the others stay as they are."""
    found: list[TimeValue] = []
    for time in times:
        opening = found[-1] if found else None
        whole = _range(tree, opening, time) if opening else None
        found[-1 if whole else len(found) :] = [whole or time]
    return found


def _range(tree: Tree, opening: TimeValue, closing: TimeValue) -> TimeValue | None:
    before, first, last = (tree.token_at(at) for at in (opening.span.start - 1, opening.span.end - 1, closing.span.start))
    if opening.days is None or closing.days is None or last - first != 2 or (tree.words[before], tree.words[first + 1]) not in _RANGES:
        return None
    if closing.days.last < opening.days.first:
        return None
    days = Interval(opening.days.first, closing.days.last, closing.days.how)
    return replace(opening, span=Span.of(tree.text, opening.span.start, closing.span.end), value=f"{opening.value}/{closing.value}", days=days)


def _is_bare_hour(time: TimeValue, published: Interval | None) -> bool:
    """ "at 5.40 a.m." counted from the publication day tells no day."""
    is_counted = published is not None and time.days is not None and time.days.meets(published)
    return time.type == "TIME" and is_counted and "day" not in time.span.text.lower() and "night" not in time.span.text.lower()


def _is_measure(tree: Tree, token: int) -> bool:
    """ "the first attack since May", "for the first time since May", "the deadliest since May"."""
    near = range(max(tree.sentence_of(token)[0], token - _REACH), token)
    return any(tree.tags[t] == "JJS" or tree.words[t] in ("first", "only") for t in near)


def _since(time: TimeValue, published: Interval | None) -> TimeValue:
    """From the day named to publication; without days when that is unknown."""
    if time.days is None or published is None or published.last < time.days.first:
        return replace(time, days=None) if time.days else time
    return replace(time, days=Interval(time.days.first, published.last, "inferred:since"))


def _top(tree: Tree, time: TimeValue) -> int:
    """The token of a time whose head lies outside it."""
    first, last = tree.token_at(time.span.start), tree.token_at(time.span.end - 1)
    return next((t for t in range(first, last + 1) if not first <= tree.heads[t] <= last or tree.heads[t] == t), last)


def places_by_owner(tree: Tree, naming: Naming, is_event: Callable[[int], bool]) -> dict[int, list[Place]]:
    """Groups place mentions that say where something is ("in X", "the town of X", "X's east") by the token they belong to."""
    found: dict[int, list[Place]] = {}
    for start, place in sorted(naming.places.items()):
        if not len(tree):
            break
        token = _place_head(tree, tree.token_at(start), is_event, place.precision == "country")
        if token is not None:
            found.setdefault(owner_of(tree, token, is_event), []).append(place)
    return found


def _place_head(tree: Tree, token: int, is_event: Callable[[int], bool], is_country: bool) -> int | None:
    """Climbs from a name to the phrase that a locative preposition opens or that is a place acted on.

    None for owners ("the Norland army") and subjects ("the Norland talks" are not held in all of Norland; "the Vesk talks" are in Vesk).
    """
    for _ in range(_CLIMB):
        head, dep = tree.heads[token], tree.deps[token]
        case = case_of(tree, token)
        is_place = tree.lemmas[head] in classes()["place"] or tree.lemmas[head] in classes()["site"]
        if dep in ("compound", "nmod:poss", "amod", "nmod:unmarked") and is_event(head):
            return None if is_country else token
        if dep in ("obl", "nmod", "obl:agent") and case == "of" and not is_event(head):
            token = head
            if not is_place:
                return None
            continue
        if is_country and case in ("on", "over", "between", "against", "of"):
            return None
        if dep in ("obl", "nmod", "obl:agent", "nmod:unmarked", "obl:unmarked") and case in _LOCATIVE:
            return None if dep == "nmod" and not is_place and _is_topic(tree, head) else token
        if dep in ("obj", "nsubj:pass", "obl") and (case in _LOCATIVE or not case):
            return token
        if dep not in ("flat", "compound", "appos", "conj", "nmod:unmarked", "nmod:desc") and not (is_place and dep in ("nmod", "nmod:poss", "amod")):
            return None
        if head == token:
            return None
        token = head
    return None


def is_in_topic(tree: Tree, token: int) -> bool:
    """Returns whether `token` stands in what is only talked about: "Norland" in "focus on the situation in Norland"."""
    return any(_is_topic(tree, word) for word in (token, *tree.above(token, 3)))


def _is_topic(tree: Tree, noun: int) -> bool:
    """ "focus on the situation in Norland" is done elsewhere, wherever the parser hangs "in Norland"; "fired on a market in Vesk" is not."""
    verb = tree.heads[noun]
    if tree.deps[noun] != "obl" or tree.lemmas[verb] not in classes()["topic"]:
        return False
    return any(k <= noun and case_of(tree, k) in _ABOUT for k in tree.children(verb, "obl"))


def is_told_aside(tree: Tree, trigger: Trigger, token: int) -> bool:
    """Returns whether `token` stands in a clause about something else than the act, so that its place is not the act's.

    Such are a relative clause on who does it ("the envoy, who had met rebels in Vesk, refused"), a clause set beside, what is talked about
    ("discussed what had happened in Vesk"), and for what is said or agreed the scene that a sentence opens with ("With fighting going on in
    Vesk, the talks ended").
    """
    own = {trigger.token, trigger.clause, *trigger.words}
    if trigger.predicate.type in _TALK and _is_scene(tree, token) and not any(_is_scene(tree, word) for word in own):
        return True
    for clause in (token, *tree.above(token)):
        is_on_doer = _is_on_subject(tree, clause) and tree.heads[clause] not in own
        if (is_on_doer or tree.deps[clause] == "parataxis" or _is_question(tree, clause)) and own.isdisjoint(tree.subtree(clause)):
            return True
    return False


def _is_on_subject(tree: Tree, clause: int) -> bool:
    return tree.deps[clause] == "acl:relcl" and tree.deps[tree.heads[clause]] in SUBJECTS


def _is_question(tree: Tree, clause: int) -> bool:
    if tree.deps[clause] == "acl:relcl":
        return tree.words[tree.heads[clause]] == "what"
    return tree.deps[clause] in ("ccomp", "advcl:relcl") and any(tree.words[k] in _ASKING for k in tree.kids[clause])


def _is_scene(tree: Tree, token: int) -> bool:
    """Whether a token stands before the first comma of a sentence that opens with a clause such as "With shelling going on in Vesk"."""
    first, after = tree.sentence_of(token)
    if tree.words[first] not in _SCENE:
        return False
    comma = next((t for t in range(first, after) if tree.words[t] == ","), first)
    return token < comma and any(tree.tags[t] in ("VBG", "VBD", "VBZ", "VBP") for t in range(first, comma))


def best_time(found: Iterable[TimeValue]) -> TimeValue | None:
    """Returns the most exact time, the first of equals."""
    return min(found, key=lambda t: t.days.days if t.days else 10**6, default=None)


def best_place(found: Iterable[Place]) -> Place | None:
    """Returns the most exact place, the first of equals."""
    return min(found, key=lambda p: _PRECISION.index(p.precision) if p.precision in _PRECISION else len(_PRECISION), default=None)
