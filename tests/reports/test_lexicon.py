"""The event lexicon: every line can be read, names PLOVER's types and modes, and covers all sixteen types."""

from __future__ import annotations

import re
from importlib.resources import files

from parley.lexicon.predicates import PREPOSITIONS, classes, cues, everyday, governors, instrument_modes, plover, predicates, supports
from parley.model import EVENT_TYPES

ENTRIES = [entry for entries in predicates().values() for entry in entries]


def test_types_and_modes_are_plovers() -> None:
    wrong = [e.name for e in ENTRIES if e.type not in plover() or (e.mode and e.mode not in plover()[e.type])]
    assert wrong == []
    assert set(instrument_modes().values()) <= plover()["ASSAULT"]


def test_every_condition_is_one_that_the_frames_know() -> None:
    """A value with a blank in it ("riot police") would be read as a condition of its own, which never holds."""
    head = files("parley.lexicon").joinpath("data", "predicates.tsv").read_text(encoding="utf-8").split("# ----")[0]
    known = {*re.findall(r"\w+", head), *PREPOSITIONS, "as", "outside", "through", "without"}
    frames = (*ENTRIES, *(entry for entries in everyday().values() for entry in entries))
    assert [(e.name, c.key) for e in frames for c in e.conditions if not c.key.startswith("+") and c.key not in known] == []


def test_every_type_has_verbs_and_nouns() -> None:
    assert {e.type for e in ENTRIES if e.pos == "v"} == set(EVENT_TYPES)
    assert {e.type for e in ENTRIES if e.pos == "n"} == set(EVENT_TYPES) == set(plover())


def test_the_most_specific_entry_comes_first() -> None:
    for entries in predicates().values():
        sizes = [2 * len(e.words) + len(e.conditions) for e in entries]
        assert sizes == sorted(sizes, reverse=True)


def test_governing_words_have_known_effects() -> None:
    known = {"negated", "future", "hypothetical", "possible", "probable", "alleged", "denied", "says", "factual", "demanded", "pledged", "scheduled"}
    assert {effect for g in governors().values() for effect in g.effects} <= known
    assert {g.control for g in governors().values()} == {"subject", "object"}
    assert {s.subject for s in supports().values()} == {"actor", "recipient", "none"}


def test_classes_and_cues_that_the_code_asks_for() -> None:
    assert {"state", "agents", "place", "site", "quantity", "measure", "leaders", "time_noun", "voice", "harming", "ending", "result"} <= set(
        classes()
    )
    assert {"negator", "future_aux", "hypothetical_aux", "would", "future", "hypothetical", "probable", "possible", "negative", "past"} <= set(cues())
