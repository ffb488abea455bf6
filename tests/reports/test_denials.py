"""Who denies an act → a negated report of that act with the denier as claimant; who denies "it" means what was told just before."""

from __future__ import annotations

import pytest
from tests.reports.parses import drafts, parse
from tests.reports.test_scored import score

from parley.model import Party, Report, Span, Statement

TAKEN = "Norland||NNP|nsubj|1 said|say|VBD|root|1 guards|guard|NNS|nsubj|4 had|have|VBD|aux|4 shelled|shell|VBN|ccomp|1 Vesk||NNP|obj|4 .||.|punct|1"
TWO = TAKEN.replace(" .||.|punct|1", " and||CC|cc|7 arrested|arrest|VBD|conj|4 Brandt||NNP|obj|7 .||.|punct|1")
DENIED_IT = " {0}||NNP|nsubj|{2} denied|deny|VBD|root|{2} {1}||PRP|obj|{2} .||.|punct|{2}"
DENIED_CLAIM = " Sudmark||NNP|nsubj|8 denied|deny|VBD|root|8 the||DT|det|10 claim||NN|obj|8 .||.|punct|8"
WHICH = TAKEN.replace(" .||.|punct|1", " ,||,|punct|9 which||WDT|obj|9 Sudmark||NNP|nsubj|9 denied|deny|VBD|acl:relcl|4 .||.|punct|1")
CHARGE = TAKEN.replace(" .||.|punct|1", " ,||,|punct|8 a||DT|det|8 charge||NN|appos|5 Sudmark||NNP|nsubj|10 denies|deny|VBZ|acl:relcl|8 .||.|punct|1")
BY = TAKEN.replace(
    " .||.|punct|1", " ,||,|punct|8 a||DT|det|8 claim||NN|appos|5 denied|deny|VBN|acl|8 by||IN|case|11 Sudmark||NNP|obl:agent|9 .||.|punct|1"
)
FALSE = (
    "Sudmark||NNP|nsubj|1 rejected|reject|VBD|root|1 a||DT|det|3 report||NN|obj|1 that||IN|mark|6 guards|guard|NNS|nsubj|6"
    " shelled|shell|VBD|acl|3 Vesk||NNP|obj|6 .||.|punct|1"
)
NAMED = "Sudmark||NNP|nsubj|1 denied|deny|VBD|root|1 the||DT|det|3 attack||NN|obj|1 on||IN|case|5 Vesk||NNP|nmod|3 .||.|punct|1"
DID_NOT = "Sudmark||NNP|nsubj|1 denied|deny|VBD|root|1 shelling|shell|VBG|xcomp|1 Vesk||NNP|obj|2 .||.|punct|1"
OF_ITSELF = (
    "Sudmark||NNP|nsubj|1 denied|deny|VBD|root|1 responsibility||NN|obj|1 for||IN|case|6 Sudmark||NNP|nmod:poss|6 's||POS|case|4"
    " attack||NN|nmod|2 on||IN|case|8 Vesk||NNP|nmod|6 .||.|punct|1"
)
ACCUSATION = "Sudmark||NNP|nsubj|1 denied|deny|VBD|root|1 Norland||NNP|nmod:poss|4 's||POS|case|2 accusations|accusation|NNS|obj|1 .||.|punct|1"


def said(compact: str, speaker: str, words: str, polarity: str = "affirmed") -> Statement:
    text = parse(compact).text
    at, who = text.index(words), text.index(speaker)
    return Statement(Party(Span(who, who + len(speaker), speaker), speaker), None, (Span(at, at + len(words), words),), "indirect", polarity)


def told(compact: str, *statements: Statement) -> list[Report]:
    return [d.report for d in drafts(compact, statements=statements)]


@pytest.mark.parametrize(
    ("denied", "told_first", "denial", "claimants"),
    [
        ("it", TAKEN, DENIED_IT.format("Sudmark", "it", 8), ["Norland", "Sudmark"]),
        ("the claim", TAKEN, DENIED_CLAIM, ["Norland", "Sudmark"]),
        ("which", WHICH, "", ["Norland", "Sudmark"]),
        ("a charge", CHARGE, "", ["Norland", "Sudmark"]),
        ("a claim denied by", BY, "", ["Norland", "Sudmark"]),
        ("his own word", TAKEN, DENIED_IT.format("Norland", "it", 8), ["Norland"]),
        ("who is told of", TAKEN, DENIED_IT.format("Sudmark", "him", 8), ["Norland"]),
        ("either of two acts", TWO, DENIED_IT.format("Sudmark", "it", 11), ["Norland", "Norland"]),
    ],
)
def test_who_denies_it_denies_what_was_just_told(denied: str, told_first: str, denial: str, claimants: list[str]) -> None:
    text = told_first + denial
    content = "guards had shelled Vesk and arrested Brandt" if told_first is TWO else "guards had shelled Vesk"
    found = told(text, said(text, "Norland", content))
    assert [r.claimant for r in found] == claimants
    if len(claimants) == 2 and denied != "either of two acts":
        yes, no = found
        assert (yes.modality, no.modality, no.type) == ("asserted", "negated", "ASSAULT")
        assert (no.actors, no.recipients, no.trigger.text[:3]) == (yes.actors, yes.recipients, "den")


@pytest.mark.parametrize("act", [0.0, 0.9])
@pytest.mark.parametrize("compact", [NAMED, DID_NOT])
def test_an_act_denied_in_so_many_words_stays_denied_whatever_the_network_says(compact: str, act: float) -> None:
    token, hit = (3, 5) if compact is NAMED else (2, 3)
    (report,) = (d.report for d in drafts(compact, scores={token: score("ASSAULT", act, recipients={hit: 0.9})}))
    assert (report.modality, report.claimant, [p.name for p in report.recipients]) == ("negated", "Sudmark", ["Vesk"])


def test_who_denies_a_part_in_an_act_of_his_own_has_not_done_it() -> None:
    denied = said(OF_ITSELF, "Sudmark", "responsibility for Sudmark's attack on Vesk", "denied")
    (report,) = (d.report for d in drafts(OF_ITSELF, statements=(denied,), scores={6: score("ASSAULT", actors={4: 0.9}, recipients={8: 0.9})}))
    assert (report.modality, [p.name for p in report.actors]) == ("negated", ["Sudmark"])


def test_an_accusation_denied_was_made() -> None:
    found = drafts(ACCUSATION, scores={4: score("ACCUSE", actors={2: 0.9}, recipients={0: 0.9})})
    assert [d.report.modality for d in found] == ["asserted"]


def test_what_a_report_called_untrue_says_is_denied_though_the_network_takes_it_for_told() -> None:
    denied = said(FALSE, "Sudmark", "that guards shelled Vesk", "denied")
    found = [d.report for d in drafts(FALSE, statements=(denied,), scores={6: score("ASSAULT", actors={5: 0.9}, recipients={7: 0.9})})]
    assert [(r.modality, r.claimant) for r in found if r.type == "ASSAULT"] == [("negated", "Sudmark")]
