"""Lexicon and network together: what the network adds, changes and takes away, and what it must leave alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.reports.parses import drafts, parse, time_at

from parley.language.acts import CERTAINTIES, MODALITIES, ROLES, ROOTS, ActScore
from parley.model import Interval, Span, Statement

SHELLED = "Norland||NNP|nsubj|1 shelled|shell|VBD|root|1 Vesk||NNP|obj|1 .||.|punct|1"
SHUNTED = "Norland||NNP|nsubj|1 shunted|shunt|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1"
AFTER = (
    "After||IN|case|1 attacks|attack|NNS|obl|6 on||IN|case|3 Sudmark||NNP|nmod|1 ,||,|punct|6 Friday||NNP|obl:unmarked|6 spoke|speak|VBD|root|6"
    " Brandt||NNP|nsubj|6 in||IN|case|9 Vesk||NNP|obl|6 .||.|punct|6"
)
MONDAY = Interval.day(date(2021, 3, 8), "stated")


def score(kind: str, act: float = 0.9, modality: str = "asserted", historical: float = 0.0, **roles: dict[int, float]) -> ActScore:
    """A score sure of one type and modality; roles by token."""
    return ActScore(
        {root: act if root == kind else 0.0 for root in ROOTS},
        {name: float(name == modality) for name in MODALITIES},
        historical,
        {name: float(name == "certain") for name in CERTAINTIES},
        {role: roles.get(role, {}) for role in ROLES},
    )


def test_without_scores_the_lexicon_decides() -> None:
    assert [d.report.rule for d in drafts(SHELLED)] == ["verb:shell"]
    assert drafts(SHUNTED) == []


@pytest.mark.parametrize(("chance", "expected"), [(0.02, []), (0.3, ["ASSAULT"])])
def test_an_act_of_the_lexicon_falls_when_the_network_sees_none(chance: float, expected: list[str]) -> None:
    scores = {1: score("ASSAULT", chance, actors={0: 0.9}, recipients={2: 0.9})}
    assert [d.report.type for d in drafts(SHELLED, scores=scores)] == expected
    assert drafts(SHELLED, scores={}) == []


@pytest.mark.parametrize(("bloc", "expected"), [("bloc", "SANCTION"), ("town", "RETREAT")])
def test_a_frame_that_asks_for_much_knows_its_type(bloc: str, expected: str) -> None:
    withdrew = f"Norland||NNP|nsubj|1 withdrew|withdraw|VBD|root|1 from||IN|case|4 the||DT|det|4 {bloc}||NN|obl|1"
    assert [d.report.type for d in drafts(withdrew, scores={1: score("RETREAT", 0.95, actors={0: 0.9})})] == [expected]


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (0.9, [("COERCE", "network:shunt 0.90", ["Norland"], ["Sudmark"])]),
        (0.3, []),
    ],
)
def test_an_act_the_lexicon_does_not_know(chance: float, expected: list[tuple[str, str, list[str], list[str]]]) -> None:
    scores = {1: score("COERCE", chance, actors={0: 0.9}, recipients={2: 0.9})}
    found = [
        (d.report.type, d.report.rule, [p.name for p in d.report.actors], [p.name for p in d.report.recipients])
        for d in drafts(SHUNTED, scores=scores)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ({0: 0.9}, {2: 0.9}, (["Norland"], ["Vesk"])),
        ({0: 0.01}, {2: 0.9}, ([], ["Vesk"])),
        ({0: 0.1}, {2: 0.1}, (["Norland"], ["Vesk"])),
        ({}, {0: 0.9}, ([], ["Norland"])),
    ],
)
def test_parties_the_network_is_sure_of(actors: dict[int, float], recipients: dict[int, float], expected: tuple[list[str], list[str]]) -> None:
    (draft,) = drafts(SHELLED, scores={1: score("ASSAULT", actors=actors, recipients=recipients)})
    assert ([p.name for p in draft.report.actors], [p.name for p in draft.report.recipients]) == expected


@pytest.mark.parametrize(
    ("compact", "modality", "expected"),
    [
        (SHELLED, "hypothetical", "hypothetical"),
        (SHELLED, "asserted", "asserted"),
        ("Norland||NNP|nsubj|2 may|may|MD|aux|2 shell||VB|root|2 Vesk||NNP|obj|2 .||.|punct|2", "asserted", "hypothetical"),
        ("Norland||NNP|nsubj|3 not||RB|advmod|3 only||RB|advmod|3 shelled|shell|VBD|root|3 Vesk||NNP|obj|3 .||.|punct|3", "asserted", "asserted"),
        ("Norland||NNP|nsubj|3 did|do|VBD|aux|3 not||RB|advmod|3 shell||VB|root|3 Vesk||NNP|obj|3 .||.|punct|3", "asserted", "negated"),
    ],
)
def test_words_on_the_act_decide_modality_before_the_network(compact: str, modality: str, expected: str) -> None:
    token = next(i for i, t in enumerate(parse(compact)) if t.lemma_ == "shell")
    parties = {"actors": {0: 0.9}, "recipients": {token + 1: 0.9}}
    (draft,) = drafts(compact, scores={token: score("ASSAULT", modality=modality, **parties)})
    assert draft.report.modality == expected


@pytest.mark.parametrize(
    ("compact", "expected"),
    [  # words over the act give way where the network rules them out, those on it do not
        ("Norland||NNP|nsubj|1 plotted|plot|VBD|root|1 to||TO|mark|3 shell||VB|xcomp|1 Vesk||NNP|obj|3 .||.|punct|1", "asserted"),
        ("Failed|failed|JJ|amod|1 attacks|attack|NNS|nsubj|4 on||IN|case|3 Sudmark||NNP|nmod|1 shook|shake|VBD|root|4 Vesk||NNP|obj|4", "negated"),
        ("Norland||NNP|nsubj|3 did|do|VBD|aux|3 not||RB|advmod|3 shell||VB|root|3 Vesk||NNP|obj|3 .||.|punct|3", "negated"),
    ],
)
def test_words_over_the_act_give_way_to_a_network_that_rules_them_out(compact: str, expected: str) -> None:
    token = next(i for i, t in enumerate(parse(compact)) if t.lemma_ in ("shell", "attack"))
    found = drafts(compact, scores={token: score("ASSAULT", actors={0: 0.9}, recipients={token + 1: 0.9, token + 2: 0.9})})
    assert [d.report.modality for d in found if d.report.type == "ASSAULT"] == [expected]


@pytest.mark.parametrize(("chance", "expected"), [(0.97, ("ACCUSE", None, "network:shell 0.97")), (0.6, ("ASSAULT", "heavy-weapons", "verb:shell"))])
def test_an_entry_gives_way_to_a_type_far_likelier(chance: float, expected: tuple[str, str | None, str]) -> None:
    (draft,) = drafts(SHELLED, scores={1: score("ACCUSE", chance, actors={0: 0.9}, recipients={2: 0.9})})
    assert (draft.report.type, draft.report.mode, draft.report.rule) == expected


def test_claimant_time_place_and_past_that_no_rule_finds() -> None:
    roles = {"claimant": {7: 0.9}, "when": {5: 0.9}, "where": {9: 0.9}}
    friday = time_at(parse(AFTER), "Friday", MONDAY)
    (draft,) = drafts(AFTER, (friday,), scores={1: score("ASSAULT", historical=0.9, recipients={3: 0.9}, **roles)})
    report = draft.report
    assert (report.claimant, report.when, report.where and report.where.name, report.historical) == ("Brandt", MONDAY, "Vesk", True)


SAID = "Brandt||NNP|nsubj|1 said|say|VBD|root|1 Orlov||NNP|nsubj|3 shelled|shell|VBD|ccomp|1 Vesk||NNP|obj|3 .||.|punct|1"


@pytest.mark.parametrize(
    ("claimant", "expected"),
    [({0: 0.9}, "Brandt"), ({0: 0.2}, None), ({}, None), ({0: 0.45, 2: 0.9}, "Orlov")],
)
def test_the_claimant_is_whom_the_network_hears_most(claimant: dict[int, float], expected: str | None) -> None:
    (draft,) = drafts(SAID, scores={3: score("ASSAULT", actors={2: 0.9}, recipients={4: 0.9}, claimant=claimant)})
    assert draft.report.claimant == expected


@pytest.mark.parametrize(("chances", "expected"), [({"asserted": 0.97}, "asserted"), ({"asserted": 0.6, "negated": 0.4}, "negated")])
def test_what_surely_was_stays_so_beside_a_denial(chances: dict[str, float], expected: str) -> None:
    doc = parse(SHELLED)
    denied = Statement(None, None, (Span(0, len(doc.text), doc.text),), "indirect", "denied")
    shelled = score("ASSAULT", actors={0: 0.9}, recipients={2: 0.9})
    (draft,) = drafts(SHELLED, statements=(denied,), scores={1: replace(shelled, modalities={**dict.fromkeys(MODALITIES, 0.0), **chances})})
    assert draft.report.modality == expected


@pytest.mark.parametrize(("chance", "expected"), [(0.0, None), (0.2, "Vesk")])
def test_a_place_of_the_rules_falls_when_the_network_rules_it_out(chance: float, expected: str | None) -> None:
    in_vesk = "Norland||NNP|nsubj|1 attacked|attack|VBD|root|1 Sudmark||NNP|obj|1 in||IN|case|4 Vesk||NNP|obl|1 .||.|punct|1"
    (draft,) = drafts(in_vesk, scores={1: score("ASSAULT", actors={0: 0.9}, recipients={2: 0.9}, where={4: chance})})
    assert (draft.report.where and draft.report.where.name) == expected


def test_what_talks_focus_on_is_no_place_of_theirs() -> None:
    focused = (
        "Brandt||NNP|nsubj|1 met|meet|VBD|root|1 Orlov||NNP|obj|1 ,||,|punct|1 focusing|focus|VBG|advcl|1 on||IN|case|7 the||DT|det|7"
        " situation||NN|obl|4 in||IN|case|9 Vesk||NNP|nmod|7 .||.|punct|1"
    )
    (draft,) = drafts(focused, scores={1: score("CONSULT", actors={0: 0.9, 2: 0.9}, where={9: 0.9})})
    assert draft.report.where is None


@pytest.mark.parametrize(("chance", "expected"), [(0.5, []), (0.8, ["Norland"])])
def test_a_meeting_named_by_a_noun_gets_no_lone_party_by_half_a_chance(chance: float, expected: list[str]) -> None:
    talks = "Norland||NNP|nsubj|1 haunted|haunt|VBD|root|1 the||DT|det|3 talks|talk|NNS|obj|1 in||IN|case|5 Vesk||NNP|nmod|3 .||.|punct|1"
    found = drafts(talks, scores={3: score("CONSULT", actors={0: chance}, where={5: 0.9})})
    assert [p.name for d in found for p in d.report.actors] == expected


SAID_HE = (
    "Brandt||NNP|nsubj|1 said|say|VBD|root|1 he||PRP|nsubj|3 shelled|shell|VBD|ccomp|1 Vesk||NNP|obj|3 while||IN|mark|7"
    " Orlov||NNP|nsubj|7 slept|sleep|VBD|advcl|3"
)


@pytest.mark.parametrize(
    ("actors", "expected"),
    [  # labels give the name whenever the sentence has it, so a "he" itself has no chance of its own
        ({0: 0.9}, ["Brandt"]),
        ({}, ["Brandt"]),
        ({6: 0.5}, ["Brandt"]),
        ({6: 0.9}, ["Orlov"]),
        ({0: 0.5, 6: 0.9}, ["Brandt", "Orlov"]),
    ],
)
def test_a_pronoun_counts_as_the_name_it_stands_for(actors: dict[int, float], expected: list[str]) -> None:
    (draft,) = drafts(SAID_HE, scores={3: score("ASSAULT", actors=actors, recipients={4: 0.9})}, meant={2: "Brandt"})
    assert [p.name for p in draft.report.actors] == expected


@pytest.mark.parametrize(("chance", "expected"), [(0.5, []), (0.8, ["Orlov"])])
def test_an_actor_no_rule_finds_needs_a_surer_network_than_a_recipient(chance: float, expected: list[str]) -> None:
    compact = "Vesk||NNP|nsubj:pass|2 was|be|VBD|aux:pass|2 shelled|shell|VBN|root|2 while||IN|mark|5 Orlov||NNP|nsubj|5 slept|sleep|VBD|advcl|2"
    (draft,) = drafts(compact, scores={2: score("ASSAULT", actors={4: chance}, recipients={0: 0.9})})
    assert [p.name for p in draft.report.actors] == expected


def test_a_doubtful_time_place_and_claimant_are_left_out() -> None:
    roles = {"claimant": {7: 0.3}, "when": {5: 0.3}, "where": {9: 0.3}, "recipients": {3: 0.9}}
    friday = time_at(parse(AFTER), "Friday", MONDAY)
    (draft,) = drafts(AFTER, (friday,), scores={1: score("ASSAULT", **roles)})
    assert (draft.report.claimant, draft.report.when, draft.report.where, draft.report.historical) == (None, None, None, False)


def test_an_act_the_network_is_sure_of_counts_though_its_type_is_not() -> None:
    torn = score("COERCE", 0.4, actors={0: 0.9}, recipients={2: 0.9})
    torn.types["ASSAULT"] = 0.35  # type: ignore[index]  # a plain dictionary in tests
    assert [d.report.rule for d in drafts(SHUNTED, scores={1: torn})] == ["network:shunt 0.40"]


@pytest.mark.parametrize(("chance", "recipients", "expected"), [(0.55, {}, 0), (0.9, {}, 1), (0.55, {2: 0.9}, 1)])
def test_an_act_of_the_networks_own_is_surer_or_names_both_sides(chance: float, recipients: dict[int, float], expected: int) -> None:
    assert len(drafts(SHUNTED, scores={1: score("COERCE", chance, actors={0: 0.9}, recipients=recipients)})) == expected


@pytest.mark.parametrize(("chance", "expected"), [(0.9, 1), (0.4, 0)])
def test_the_only_mention_of_an_act_is_told_when_it_is_sure(chance: float, expected: int) -> None:
    mention = "The||DT|det|1 attack||NN|nsubj|2 surprised|surprise|VBD|root|2 many||JJ|obj|2 .||.|punct|2"
    assert len(drafts(mention, scores={1: score("ASSAULT", chance)})) == expected


def test_a_bare_mention_beside_a_full_report_is_none() -> None:
    both = f"{SHELLED} The||DT|det|5 attack||NN|nsubj|6 surprised|surprise|VBD|root|6 many||JJ|obj|6 .||.|punct|6"
    scores = {1: score("ASSAULT", actors={0: 0.9}, recipients={2: 0.9}), 5: score("ASSAULT")}
    assert [d.report.rule for d in drafts(both, scores=scores)] == ["verb:shell"]


def test_a_meeting_has_no_recipients() -> None:
    met = "Norland||NNP|nsubj|1 received|receive|VBD|root|1 Sudmark||NNP|obj|1 .||.|punct|1"
    (draft,) = drafts(met, scores={1: score("CONSULT", actors={0: 0.9}, recipients={2: 0.9})})
    assert draft.report.recipients == ()


def test_fillers_of_another_sentence_do_not_count() -> None:
    both = f"{SHELLED} Orlov||NNP|nsubj|5 spoke|speak|VBD|root|5 .||.|punct|5"
    (draft,) = drafts(both, scores={1: score("ASSAULT", actors={0: 0.9, 4: 0.9}, recipients={2: 0.9})})
    assert [p.name for p in draft.report.actors] == ["Norland"]


@pytest.mark.parametrize(("chance", "expected"), [(0.5, []), (0.7, ["Norland"])])
def test_a_noun_that_no_entry_names_needs_surer_parties(chance: float, expected: list[str]) -> None:
    compact = "Outrage|outrage|NN|nsubj|1 met|meet|VBD|root|1 Norland||NNP|obj|1 .||.|punct|1"
    found = [d for d in drafts(compact, scores={0: score("ACCUSE", 0.95, actors={2: chance}, recipients={})}) if d.report.rule.startswith("network")]
    assert [p.name for d in found for p in d.report.actors] == expected


BYSTANDERS = (
    "Norland||NNP|nsubj|1 shelled|shell|VBD|root|1 two||CD|nummod|3 bystanders|bystander|NNS|obj|1 and||CC|cc|5 Sudmark||NNP|conj|3 .||.|punct|1"
)


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [  # each conjunct by its own chance, the common noun as the name
        ({2: 0.9, 3: 0.9, 5: 0.9}, ["Sudmark", "two bystanders"]),
        ({2: 0.9, 3: 0.9, 5: 0.1}, ["two bystanders"]),
    ],
)
def test_each_conjunct_is_weighed_by_itself(recipients: dict[int, float], expected: list[str]) -> None:
    (draft,) = drafts(BYSTANDERS, scores={1: score("ASSAULT", actors={0: 0.9}, recipients=recipients)})
    assert [p.name for p in draft.report.recipients] == expected


@pytest.mark.parametrize(
    ("modifier", "expected"),
    [("relief", []), ("army", ["army"]), ("hotel", ["hotel"])],  # those who fight and what is struck may stand before the noun
)
def test_a_noun_that_only_describes_the_next_is_nobody(modifier: str, expected: list[str]) -> None:
    compact = f"Norland||NNP|nsubj|1 shunted|shunt|VBD|root|1 {modifier}||NN|compound|3 works|work|NNS|obj|1 .||.|punct|1"
    (draft,) = drafts(compact, scores={1: score("COERCE", actors={0: 0.9}, recipients={2: 0.9})})
    assert [p.name for p in draft.report.recipients] == expected


@pytest.mark.parametrize(
    ("speech", "expected"),
    [
        (SAID, ["Orlov"]),  # the teller, who the network thinks took part, did not do it
        (SAID.replace("Orlov||NNP", "she||PRP"), ["Brandt"]),  # a pronoun nobody resolved may be the teller
    ],
)
def test_who_says_that_somebody_else_did_it_did_not(speech: str, expected: list[str]) -> None:
    (draft,) = drafts(speech, scores={3: score("ASSAULT", actors={0: 0.9, 2: 0.9 if "Orlov" in speech else 0.0}, recipients={4: 0.9})})
    assert [p.name for p in draft.report.actors] == expected


@pytest.mark.parametrize(("actors", "recipients", "expected"), [({}, {0: 0.9}, ([], ["Drones"])), ({0: 0.9}, {2: 0.9}, ([], ["Sudmark"]))])
def test_a_weapon_is_acted_on_but_never_acts(actors: dict[int, float], recipients: dict[int, float], expected: tuple[list[str], list[str]]) -> None:
    compact = "Drones|drone|NNS|nsubj:pass|1 shunted|shunt|VBN|root|1 Sudmark||NNP|obl|1 .||.|punct|1"
    (draft,) = drafts(compact, scores={1: score("COERCE", actors=actors, recipients=recipients)})
    assert ([p.name for p in draft.report.actors], [p.name for p in draft.report.recipients]) == expected


@pytest.mark.parametrize(
    ("compact", "kind", "chances", "expected"),
    [
        ("promised|promise|VBD|root|1 Sudmark||NNP|nmod:poss|3 support||NN|obj|1", "AGREE", {2: 0.9}, []),
        ("praised|praise|VBD|root|1 Sudmark||NNP|nmod:poss|3 support||NN|obj|1", "ACCUSE", {2: 0.9}, ["Sudmark"]),
        ("withdrew|withdraw|VBD|root|1 tired||JJ|amod|3 peacekeepers|peacekeeper|NNS|obj|1", "RETREAT", {2: 0.5, 3: 0.5}, []),
        ("withdrew|withdraw|VBD|root|1 foreign||JJ|amod|3 workers|worker|NNS|obj|1", "RETREAT", {2: 0.5, 3: 0.5}, []),
        ("promised|promise|VBD|root|1 aid||NN|compound|3 convoys|convoy|NNS|obj|1", "AGREE", {2: 0.9, 3: 0.9}, []),
    ],
)
def test_what_is_given_or_withdrawn_is_the_actors_own(compact: str, kind: str, chances: dict[int, float], expected: list[str]) -> None:
    (draft,) = drafts(f"Brandt||NNP|nsubj|1 {compact} .||.|punct|1", scores={1: score(kind, actors={0: 0.9}, recipients=chances)})
    assert [p.name for p in draft.report.recipients] == expected


def test_who_is_said_to_do_wrong_is_accused() -> None:
    compact = "Brandt||NNP|nsubj|1 tells|tell|VBZ|root|1 Orlov||NNP|nsubj|3 cheats|cheat|VBZ|ccomp|1 .||.|punct|1"
    (draft,) = drafts(compact, scores={1: score("ACCUSE", actors={0: 0.9}, recipients={2: 0.2})})
    assert [p.name for p in draft.report.recipients] == ["Orlov"]


def test_a_ruler_of_a_town_acts_though_the_town_does_not() -> None:
    compact = "Vesk||NNP|compound|1 ruler||NN|nsubj|2 shunted|shunt|VBD|root|2 Sudmark||NNP|obj|2 .||.|punct|2"
    (draft,) = drafts(compact, scores={2: score("COERCE", actors={0: 0.9, 1: 0.9}, recipients={3: 0.9})})
    assert [p.span.text for p in draft.report.actors] == ["Vesk ruler"]


def test_nobody_acts_in_a_dateline() -> None:
    compact = (
        "VESK||NNP|nsubj|5 ,||,|punct|5 May||NNP|appos|0 –||:|punct|5 Orlov||NNP|appos|0 shelled|shell|VBD|root|5 Sudmark||NNP|obj|5 .||.|punct|5"
    )
    (draft,) = drafts(compact, scores={5: score("ASSAULT", actors={0: 0.95, 4: 0.3}, recipients={6: 0.9})})
    assert [p.name for p in draft.report.actors] == ["Orlov"]


def test_the_object_of_another_act_is_not_acted_on_here() -> None:
    compact = f"{SHELLED.removesuffix(' .||.|punct|1')} and||CC|cc|4 blamed|blame|VBD|conj|1 Sudmark||NNP|obj|4 .||.|punct|1"
    found = drafts(compact, scores={1: score("ASSAULT", actors={0: 0.9}, recipients={2: 0.9, 5: 0.9}), 4: score("ACCUSE", recipients={5: 0.9})})
    assert {d.report.type: [p.name for p in d.report.recipients] for d in found} == {"ASSAULT": ["Vesk"], "ACCUSE": ["Sudmark"]}


def test_somebody_far_from_the_clause_is_not_acted_on() -> None:
    compact = (
        "After||IN|mark|2 Norland||NNP|nsubj|2 shelled|shell|VBD|advcl|5 ,||,|punct|5 Brandt||NNP|nsubj|5 met|meet|VBD|root|5"
        " friends|friend|NNS|obj|5 of||IN|case|8 Sudmark||NNP|nmod|6 .||.|punct|5"
    )
    found = drafts(compact, scores={2: score("ASSAULT", actors={1: 0.9}, recipients={8: 0.6}), 5: score("CONSULT", actors={4: 0.9})})
    assert {d.report.type: d.report.recipients for d in found}["ASSAULT"] == ()


def test_governments_of_two_leaders_are_two() -> None:
    compact = (
        "The||DT|det|4 Brandt||NNP|compound|4 and||CC|cc|3 Orlov||NNP|conj|1 administrations|administration|NNS|nsubj|5 shunted|shunt|VBD|root|5"
        " Sudmark||NNP|obj|5 .||.|punct|5"
    )
    (draft,) = drafts(compact, scores={5: score("COERCE", actors={1: 0.9, 3: 0.9, 4: 0.9}, recipients={6: 0.9})})
    assert [p.name for p in draft.report.actors] == ["Brandt", "Orlov"]


PLANNED = "Brandt||NNP|nsubj|1 planned|plan|VBD|root|1 to||TO|mark|3 meet||VB|xcomp|1 Orlov||NNP|obj|3 .||.|punct|1"


def test_what_is_planned_is_still_to_come_though_the_network_hears_a_supposition() -> None:
    (plan,) = drafts(PLANNED, scores={1: score("AGREE", modality="hypothetical", actors={0: 0.9, 4: 0.9})})
    assert (plan.report.type, plan.report.modality) == ("AGREE", "future")


COORDINATED = (
    "Norland||NNP|nsubj|1 coordinated|coordinate|VBD|root|1 its||PRP$|nmod:poss|3 strikes|strike|NNS|obj|1 with||IN|case|5 Sudmark||NNP|obl|{head}"
    " .||.|punct|1"
)


@pytest.mark.parametrize("head", [1, 3])
def test_with_whom_strikes_are_coordinated_is_not_struck(head: int) -> None:
    found = drafts(COORDINATED.format(head=head), scores={3: score("ASSAULT", 0.9, actors={0: 0.9}, recipients={5: 0.8})})
    assert [[p.name for p in d.report.recipients] for d in found if d.report.type == "ASSAULT"] == [[]]


@pytest.mark.parametrize(("first", "expected"), [("Before||IN|case|2", []), ("In||IN|case|2", ["Brandt"])])
def test_who_speaks_ahead_of_a_meeting_is_not_by_that_at_it(first: str, expected: list[str]) -> None:
    told = f"{first} the||DT|det|2 talks|talk|NNS|obl|5 ,||,|punct|5 Brandt||NNP|nsubj|5 said|say|VBD|root|5 .||.|punct|5"
    found = drafts(told, scores={2: score("CONSULT", 0.95, actors={4: 0.95})})
    assert [[p.name for p in d.report.actors] for d in found] == [expected]


def test_whose_troops_are_those_of_whom_the_clause_describes() -> None:
    compact = (
        "Norland||NNP|nsubj|7 ,||,|punct|0 whose||WP$|nmod:poss|3 troops|troop|NNS|nsubj|4 shelled|shell|VBD|acl:relcl|0 Vesk||NNP|obj|4 ,||,|punct|0"
        " waited|wait|VBD|root|7 .||.|punct|7"
    )
    (draft,) = drafts(compact, scores={4: score("ASSAULT", actors={0: 0.3, 3: 0.9}, recipients={5: 0.9})})
    assert [(p.span.text, p.name) for p in draft.report.actors] == [("troops", "Norland")]


@pytest.mark.parametrize(("verb", "expected"), [("handed|hand", "30 prisoners"), ("freed|free", "over 30 prisoners")])
def test_over_belongs_to_handing_or_to_the_number(verb: str, expected: str) -> None:
    compact = f"Norland||NNP|nsubj|1 {verb}|VBD|root|1 over||RB|advmod|3 30||CD|nummod|4 prisoners|prisoner|NNS|obj|1 .||.|punct|1"
    (draft,) = drafts(compact, scores={1: score("RETREAT", actors={0: 0.9}, recipients={4: 0.9})})
    assert [p.span.text for p in draft.report.recipients] == [expected]
