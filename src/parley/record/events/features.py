"""Two reports → how strongly they look like one happening, as a table of named features that a person can read.

Text similarity is not among them: two meetings of the same people read alike, and only days and places tell them apart.
The one exception is a sentence that a copy repeats.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from parley.lexicon.act_words import act_family
from parley.lexicon.themes import gathered
from parley.model import Interval
from parley.record.events.again import HARM, told_again
from parley.record.events.happening import LASTING, Candidate
from parley.record.events.objects import counted_things, share_of_words, things
from parley.record.events.parting import is_plan_and_fulfilment, same_day
from parley.record.events.sides import side

THRESHOLD = 1.5
"""The score from which two reports are one happening: two of day, place and participants must agree."""

_WEEK = 7
_NEWS = 1
"""Days between what two articles tell, or were published, up to which they tell the news of one day."""
_COUNTED = frozenset({"release", "withdrawal", "aid", "deployment"})
"""Themes in which the number of people or things tells one step from another; tolls of attacks change."""
_LONG = 3
"""Letters of words such as "of" and "off"."""
_ALIKE = 0.55
"""Share of common words from which two sentences of copies are one, reworded."""


class Feature(NamedTuple):
    """One feature of a pair. `why` is what the user is shown."""

    name: str
    score: float
    why: str


def features(a: Candidate, b: Candidate) -> tuple[Feature, ...]:
    """Returns the features of a pair that nothing parts; those that say nothing are left out."""
    found = [feature for test in _TESTS if (feature := test(a, b)) is not None]
    return tuple(found)


def _day(a: Candidate, b: Candidate) -> Feature | None:
    if same_day(a, b) and a.days is not None:
        return Feature("same_day", 1.0, f"both are of {a.days.first}")
    if a.is_dated and b.is_dated and a.days is not None and b.days is not None:
        return _dated(a.days, b.days, a.recurs)
    if a.theme in LASTING or is_plan_and_fulfilment(a, b):
        return None
    if a.article == b.article and (a.is_known or b.is_known or told_again(a, b) is not None):
        return None
    if a.recurs and not _is_same_object(a, b):
        return Feature("no_common_day", -0.8, "such acts recur, and no day ties the two")
    if a.days is None or b.days is None:
        return None if a.happening == b.happening else Feature("no_day", -0.6, "nothing says that they are of one time")
    if a.place is not None and a.place == b.place and not a.recurs and max(a.days.days, b.days.days) <= _WEEK + 1:
        return Feature("near_days_in_one_place", 0.4, "a town seldom sees two of them in such a time")
    return Feature("near_days", 0.1, "nothing in their dates parts them")


def _dated(a: Interval, b: Interval, recurs: bool) -> Feature:
    if _begin_alike(a, b) and recurs:
        return Feature("same_beginning", 0.9, f"both begin on {a.first}")
    if max(a.days, b.days) <= _WEEK:
        return Feature("same_week", 0.6, "their days overlap within a week")
    if (a.first, a.last) == (b.first, b.last):
        return Feature("same_period", 0.6, f"both are of {a.first} to {a.last}")
    return Feature("overlapping_days", 0.2, "their days overlap")


def _begin_alike(a: Interval, b: Interval) -> bool:
    """Whether both last from one day on; a week or a month read from "this week" begins where the calendar says, and does not count."""
    return a.first == b.first and a.first.day > 1 and all(days.is_day or days.days > _WEEK for days in (a, b))


def _happening(a: Candidate, b: Candidate) -> Feature | None:
    if a.article != b.article and a.happening == b.happening:
        return Feature("one_happening", 0.5, "their articles are on the same few days' matter")
    return None


def _place(a: Candidate, b: Candidate) -> Feature | None:
    if a.place is not None and a.place == b.place and a.where is not None:
        return Feature("same_place", 1.0, f"both are placed in {a.where.name}")
    if a.place in b.named or b.place in a.named:
        return Feature("named_place", 0.8, "the sentence of one names the place of the other")
    if a.named & b.named:
        return Feature("both_name_place", 0.6, "their sentences name one place")
    if a.country is not None and a.country == b.country:
        return Feature("same_country", 0.3, "both are in one country, and no exact place parts them")
    return None


def _participants(a: Candidate, b: Candidate) -> Feature | None:
    shared = sorted(a.people & b.people)
    if len(shared) >= 2:
        return Feature("shared_participants", 1.0, "both name " + ", ".join(shared))
    if shared:
        return Feature("shared_participant", 0.6, f"both name {shared[0]}")
    if states := sorted((a.states & b.states) | ((a.people | a.bodies) & (b.people | b.bodies))):
        return Feature("shared_state", 0.4, "participants of both stand for " + ", ".join(states))
    if a.people and b.people and told_again(a, b) is None:
        return Feature("other_participants", -0.8, "they name different participants")
    return None


def _actors(a: Candidate, b: Candidate) -> Feature | None:
    """Beside a shared participant: two who make one man an offer make two offers, and to do is not to suffer."""
    are_turned = bool(a.actors & b.recipients or b.actors & a.recipients)
    if a.actors & b.actors or a.doers & b.doers or (are_turned and not (a.recipients and b.recipients)) or told_again(a, b) is not None:
        return None
    if a.actors and b.actors:
        shares = a.people & b.people and a.theme != "meeting"
        return Feature("other_actors", -0.6, "other named actors do it") if shares else None
    described = [{p.name.casefold().split()[-1] for p in c.report.actors} - gathered() for c in (a, b)]
    if all(described) and not described[0] & described[1] and (side(a.report) is None or side(a.report) != side(b.report)):
        return Feature("others_described", -0.4, "they describe those who do it by other words")
    return None


def _retelling(a: Candidate, b: Candidate) -> Feature | None:
    found = told_again(a, b)
    return found and Feature(found[0], 2.2, found[1])


def _trigger(a: Candidate, b: Candidate) -> Feature | None:
    if _says_alike(a, b):
        return Feature("same_word", 0.2, f"both say “{a.report.trigger.text}”")
    words = a.report.trigger.text, b.report.trigger.text
    if act_family(main_word(words[0])) == act_family(main_word(words[1])):
        return Feature("kindred_words", 0.1, f"“{words[0]}” and “{words[1]}” can name one act")
    return None


def main_word(trigger: str) -> str:
    """Returns the last long word of several: "talks" in "round of talks", "fire" in "set fire to"."""
    words = trigger.lower().split()
    return next((word for word in reversed(words) if len(word) > _LONG), words[0]) if len(words) > 1 else trigger.lower()


def _matter_and_word(a: Candidate, b: Candidate) -> Feature | None:
    is_background = a.report.historical or b.report.historical
    if a.article == b.article or a.happening != b.happening or is_background or _trigger(a, b) is None:
        return None
    if a.days is not None and b.days is not None and abs((a.days.last - b.days.last).days) > _NEWS:
        return None
    return Feature("one_word_on_one_matter", 1.0 if a.recurs else 0.5, "articles on one matter tell it in the same days by one word")


def _says_alike(a: Candidate, b: Candidate) -> bool:
    return a.report.trigger.text.lower()[:5] == b.report.trigger.text.lower()[:5]


def _copied(a: Candidate, b: Candidate) -> Feature | None:
    if not is_in_copy(a, b) or not _says_alike(a, b):
        return None  # one sentence can tell of several acts
    if a.sentence == b.sentence:
        return Feature("copied_sentence", 2.5, "the same sentence stands in a copy")
    return Feature("reworded_sentence", 2.3, "the same sentence stands reworded in a copy")


def is_in_copy(a: Candidate, b: Candidate) -> bool:
    """Whether two articles of one source tell of both in one sentence, reworded or not."""
    return a.source == b.source and a.article != b.article and share_of_words(a.sentence, b.sentence) >= _ALIKE


def _object(a: Candidate, b: Candidate) -> Feature | None:
    if counted := sorted(counted_things(a.report.recipients) & counted_things(b.report.recipients)):
        return Feature("same_count", 1.5, f"both are about {counted[0]}") if a.theme in _COUNTED else None
    if a.theme == "attack" and (targets := sorted(things(a.report.recipients) & things(b.report.recipients))):
        return Feature("same_target", 0.8, f"both name the target: {targets[0]}")
    if a.theme == "attack" and things(a.report.recipients) and things(b.report.recipients):
        return Feature("other_target", -0.4, "they name different targets")
    return None


def _one_sentence(a: Candidate, b: Candidate) -> Feature | None:
    if a.article != b.article or a.evidence != b.evidence or a.theme != "attack" or (a.people and b.people and not a.people & b.people):
        return None
    # "Four were killed when rebels shelled a post": the harm and the act that did it.
    is_harm = [c.report.trigger.text.casefold().startswith(HARM) for c in (a, b)]
    return Feature("act_and_harm", 2.9, "one sentence tells of the act and of the harm it did") if any(is_harm) and not all(is_harm) else None


def _promise(a: Candidate, b: Candidate) -> Feature | None:
    if a.recurs and is_plan_and_fulfilment(a, b) and a.article != b.article:
        return Feature("plan_and_fulfilment", 0.5, "one is the step promised, the other the step taken")
    return None


def _mode(a: Candidate, b: Candidate) -> Feature | None:
    if a.theme == "coercion" and a.report.mode and b.report.mode and a.report.mode != b.report.mode:
        return Feature("other_force", -0.8, f"{a.report.mode} is not {b.report.mode}")
    return None


def _lasts(a: Candidate, b: Candidate) -> Feature | None:
    if a.theme in LASTING and (a.named & b.named or (a.place is not None and a.place == b.place)):
        return Feature("lasts", 0.9, "a siege or strike lasts, and a place has one at a time")
    return None


def _refusal(a: Candidate, b: Candidate) -> Feature | None:
    if a.is_called_off and b.is_called_off:
        return Feature("called_off", 0.2, "both say that a meeting is off")
    if a.is_called_off != b.is_called_off and a.evidence == b.evidence and not (b if a.is_called_off else a).people:
        return Feature("what_is_off", THRESHOLD, "one sentence names a meeting and says that it is off")
    return None


def _is_same_object(a: Candidate, b: Candidate) -> bool:
    """Whether what is acted upon ties two undated acts: the same number of the same things, or one target in one place."""
    if a.theme in _COUNTED:
        return bool(counted_things(a.report.recipients) & counted_things(b.report.recipients))
    return a.theme == "attack" and a.place is not None and a.place == b.place and bool(things(a.report.recipients) & things(b.report.recipients))


def _one_article(a: Candidate, b: Candidate) -> Feature | None:
    if a.article != b.article:
        return None
    if a.recurs and a.theme not in LASTING and a.report.type == b.report.type and told_again(a, b) is None:
        return Feature("told_apart", -0.6, "one article tells of both separately")
    return Feature("one_article", 0.4, "one article tells of both") if a.people & b.people else None


_TESTS: tuple[Callable[[Candidate, Candidate], Feature | None], ...] = (
    _day,
    _place,
    _participants,
    _actors,
    _retelling,
    _trigger,
    _matter_and_word,
    _copied,
    _happening,
    _one_article,
    _object,
    _one_sentence,
    _refusal,
    _promise,
    _mode,
    _lasts,
)
