"""The frames of the lexicon in hand-checked parses: which sense of a word is an act, of which type, and which is none. No network here."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reports.parses import drafts
from tests.reports.test_scored import score

STRUCK = "Norland||NNP|nsubj|1 struck|strike|VBD|root|1 the||DT|det|3 port||NN|obj|1 .||.|punct|1"
CHORD = "Norland||NNP|nsubj|1 struck|strike|VBD|root|1 a||DT|det|3 chord||NN|obj|1 .||.|punct|1"
HEAT = "The||DT|det|1 heat||NN|nsubj|2 killed|kill|VBD|root|2 two||CD|nummod|4 people||NNS|obj|2 .||.|punct|2"
AGREED = (
    "Brandt||NNP|nsubj|1 agreed|agree|VBD|root|1 that||IN|mark|6 Norland||NNP|nsubj|6 was|be|VBD|cop|6 a||DT|det|6 problem||NN|ccomp|1 .||.|punct|1"
)
AGREED_TO = "Brandt||NNP|nsubj|1 agreed|agree|VBD|root|1 that||IN|mark|5 troops|troop|NNS|nsubj|5 should||MD|aux|5 leave||VB|ccomp|1 .||.|punct|1"
REFUSED = (
    "Norland||NNP|nsubj|1 insisted|insist|VBD|root|1 it||PRP|nsubj|5 would||MD|aux|5 not||RB|advmod|5 accept||VB|ccomp|1 quotas|quota|NNS|obj|5"
    " .||.|punct|1"
)
ASKED_FOR = "Brandt||NNP|nsubj|1 insisted|insist|VBD|root|1 that||IN|mark|5 the||DT|det|4 rebels|rebel|NNS|nsubj|5 leave||VBP|ccomp|1 .||.|punct|1"
HELD_SO = (
    "Brandt||NNP|nsubj|1 insisted|insist|VBD|root|1 that||IN|mark|6 the||DT|det|4 quotas|quota|NNS|nsubj|6 had|have|VBD|aux|6 worked|work|VBN|ccomp|1"
    " .||.|punct|1"
)
INQUIRY = "Norland||NNP|nsubj|1 attacked|attack|VBD|root|1 the||DT|det|3 inquiry||NN|obj|1 .||.|punct|1"
REBELS = "Norland||NNP|nsubj|1 attacked|attack|VBD|root|1 the||DT|det|3 rebels|rebel|NNS|obj|1 .||.|punct|1"
DOCTORS = (
    "Doctors|doctor|NNS|nsubj|1 warned|warn|VBD|root|1 that||IN|mark|6 the||DT|det|4 virus||NN|nsubj|6 would||MD|aux|6 spread||VB|ccomp|1"
    " .||.|punct|1"
)
THREAT = "Norland||NNP|nsubj|1 warned|warn|VBD|root|1 it||PRP|nsubj|4 would||MD|aux|4 bomb||VB|ccomp|1 Sudmark||NNP|obj|4 .||.|punct|1"
NEVER = (
    "Norland||NNP|nsubj|1 vowed|vow|VBD|root|1 not||RB|advmod|4 to||TO|mark|4 talk||VB|xcomp|1 to||IN|case|7 the||DT|det|7 rebels|rebel|NNS|obl|4"
    " .||.|punct|1"
)
HOSTILE = "Norland||NNP|nsubj|1 vowed|vow|VBD|root|1 to||TO|mark|3 bomb||VB|xcomp|1 the||DT|det|5 rebels|rebel|NNS|obj|3 .||.|punct|1"
LEAVING = "Norland||NNP|nsubj|1 vowed|vow|VBD|root|1 to||TO|mark|3 leave||VB|xcomp|1 Sudmark||NNP|obj|3 .||.|punct|1"
NO_ROUND = "The||DT|det|1 round||NN|nsubj|2 ended|end|VBD|root|2 without||IN|case|6 a||DT|det|6 joint||JJ|amod|6 statement||NN|obl|2 .||.|punct|2"
LISTED = (
    "Norland||NNP|nsubj|1 put||VBD|root|1 the||DT|det|3 rebels|rebel|NNS|obj|1 on||IN|case|7 a||DT|det|7 terror||NN|compound|7"
    " list||NN|nmod|3 .||.|punct|1"
)
CALLED = "Brandt||NNP|nsubj|1 called|call|VBD|root|1 Orlov||NNP|obj|1 on||IN|case|4 Monday||NNP|obl|1 .||.|punct|1"
STRUCK_A_MEETING = "Jets|jet|NNS|nsubj|1 struck|strike|VBD|root|1 a||DT|det|3 meeting||NN|obj|1 of||IN|case|5 rebels|rebel|NNS|nmod|3 .||.|punct|1"
BLAME = "Norland||NNP|nsubj|3 and||CC|cc|2 Sudmark||NNP|conj|0 traded|trade|VBD|root|3 blame||NN|obj|3 .||.|punct|3"
GAS = "Police||NNS|nsubj|1 answered|answer|VBD|root|1 with||IN|case|4 tear||NN|compound|4 gas||NN|obl|1 .||.|punct|1"
TO_MEET = "Brandt||NNP|nsubj|1 flew|fly|VBD|root|1 to||IN|case|3 Vesk||NNP|obl|1 to||TO|mark|5 meet||VB|advcl|1 Orlov||NNP|obj|5 .||.|punct|1"
WILL_MEET = (
    "Brandt||NNP|nsubj|2 will||MD|aux|2 fly||VB|root|2 to||IN|case|4 Vesk||NNP|obl|2 to||TO|mark|6 meet||VB|advcl|2 Orlov||NNP|obj|6 .||.|punct|2"
)
WITH_IT = (
    "Norland||NNP|nsubj|2 might||MD|aux|2 close||VB|root|2 the||DT|det|4 office||NN|obj|2 ,||,|punct|6 withdrawing|withdraw|VBG|advcl|2"
    " its||PRP$|nmod:poss|8 troops|troop|NNS|obj|6 from||IN|case|10 Sudmark||NNP|obl|6 .||.|punct|2"
)
WHETHER = (
    "Brandt||NNP|nsubj|1 asked|ask|VBD|root|1 whether||IN|mark|5 Norland||NNP|nsubj|5 had|have|VBD|aux|5 bombed|bomb|VBN|ccomp|1 Sudmark||NNP|obj|5"
    " .||.|punct|1"
)
OFTEN = "Norland||NNP|nsubj|2 often||RB|advmod|2 detains|detain|VBZ|root|2 migrants|migrant|NNS|obj|2 .||.|punct|2"
WAS_OFTEN = "Norland||NNP|nsubj|2 often||RB|advmod|2 detained|detain|VBD|root|2 migrants|migrant|NNS|obj|2 .||.|punct|2"
A_MUST = "Arresting|arrest|VBG|csubj|4 rebels|rebel|NNS|obj|0 is|be|VBZ|cop|4 a||DT|det|4 duty||NN|root|4 .||.|punct|4"
NOT_ACCUSED = (
    "Norland||NNP|nsubj:pass|4 has|have|VBZ|aux|4 not||RB|advmod|4 been|be|VBN|aux:pass|4 accused|accuse|VBN|root|4 of||IN|mark|6"
    " bombing|bomb|VBG|advcl|4 Sudmark||NNP|obj|6 .||.|punct|4"
)


@pytest.mark.parametrize(
    ("compact", "expected"),
    [
        (STRUCK, [("ASSAULT", "asserted")]),
        (CHORD, []),
        (HEAT, []),
        (AGREED, []),
        (AGREED_TO, [("AGREE", "future")]),
        (REFUSED, [("REJECT", "asserted")]),
        (ASKED_FOR, [("REQUEST", "asserted")]),
        (HELD_SO, []),
        (INQUIRY, [("ACCUSE", "asserted")]),
        (REBELS, [("ASSAULT", "asserted")]),
        (DOCTORS, []),
        (THREAT, [("THREATEN", "asserted")]),
        (NEVER, [("REJECT", "asserted")]),
        (HOSTILE, [("THREATEN", "asserted")]),
        (LEAVING, [("AGREE", "future")]),
        (NO_ROUND, [("AGREE", "negated")]),
        (LISTED, [("SANCTION", "asserted")]),
        (CALLED, [("CONSULT", "asserted")]),
        (STRUCK_A_MEETING, [("ASSAULT", "asserted")]),
        (BLAME, [("ACCUSE", "asserted")]),
        (GAS, [("ASSAULT", "asserted")]),
    ],
)
def test_which_sense_of_a_word_is_an_act(compact: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.report.type, d.report.modality) for d in drafts(compact)] == expected


@pytest.mark.parametrize(
    ("compact", "kind", "expected"),
    [
        (TO_MEET, "CONSULT", ["asserted"]),
        (WILL_MEET, "AGREE", ["future"]),
        (WITH_IT, "RETREAT", ["hypothetical"]),
        (WHETHER, "ASSAULT", []),
        (OFTEN, "COERCE", []),
        (WAS_OFTEN, "COERCE", ["asserted"]),
        (A_MUST, "COERCE", []),
        (NOT_ACCUSED, "ASSAULT", []),
    ],
)
def test_what_goes_with_something_else(compact: str, kind: str, expected: list[str]) -> None:
    assert sorted({d.act.stance.modality if kind != "AGREE" else d.report.modality for d in drafts(compact) if d.report.type == kind}) == expected


def test_an_everyday_sense_is_none_whatever_the_network_hears() -> None:
    scores = {1: score("ASSAULT", 0.95, actors={0: 0.9}, recipients={3: 0.9})}
    assert drafts(CHORD, scores=scores) == []
    assert [d.report.type for d in drafts(STRUCK, scores=scores)] == ["ASSAULT"]


def test_an_act_only_the_network_hears_needs_a_type() -> None:
    sure = score("COERCE", 0.9, actors={0: 0.9}, recipients={3: 0.9})
    vague = replace(sure, types={kind: 0.9 / len(sure.types) for kind in sure.types})
    shunted = STRUCK.replace("struck|strike", "shunted|shunt")
    assert [d.report.type for d in drafts(shunted, scores={1: sure})] == ["COERCE"]
    assert drafts(shunted, scores={1: vague}) == []


@pytest.mark.parametrize(("chance", "expected"), [(0.5, []), (0.7, ["ASSAULT"])])
def test_a_broad_entry_falls_where_the_network_hears_another_act(chance: float, expected: list[str]) -> None:
    scores = {1: score("SUPPORT", chance, actors={0: 0.9}, recipients={3: 0.9})}
    assert [d.report.type for d in drafts(REBELS, scores=scores)] == expected


OWN_MEN = (
    "Norland||NNP|nsubj|1 claimed|claim|VBD|root|1 {whose}||{tag}|nmod:poss|3 men|man|NNS|nsubj|4 shelled|shell|VBD|ccomp|1 Vesk||NNP|obj|4"
    " .||.|punct|1"
)


@pytest.mark.parametrize(("whose", "tag", "expected"), [("its", "PRP$", ["ASSAULT"]), ("Sudmark", "NNP", ["ACCUSE", "ASSAULT"])])
def test_who_claims_a_deed_for_his_own_accuses_nobody(whose: str, tag: str, expected: list[str]) -> None:
    assert [d.report.type for d in drafts(OWN_MEN.format(whose=whose, tag=tag))] == expected


TOOK_NOTICE = "Brandt||NNP|nsubj|1 {verb}|VBD|root|1 the||DT|det|4 Norland||NNP|compound|4 raid||NN|obj|1 on||IN|case|6 Vesk||NNP|nmod|4 .||.|punct|1"


@pytest.mark.parametrize(("verb", "expected"), [("recalled|recall", ["Norland"]), ("led|lead", ["Brandt", "Norland"])])
def test_who_only_takes_notice_of_a_raid_is_not_who_made_it(verb: str, expected: list[str]) -> None:
    scores = {4: score("ASSAULT", actors={0: 0.9, 3: 0.9}, recipients={6: 0.9})}
    (raid,) = [d.report for d in drafts(TOOK_NOTICE.format(verb=verb), scores=scores)]
    assert sorted(p.name for p in raid.actors) == expected
