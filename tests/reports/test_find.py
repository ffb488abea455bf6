"""Sentence → report: type, mode, modality, certainty, who and whom, one row a behaviour."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.parses import drafts, naming, parse, time_at

from parley.model import Interval, Party, Span, Statement
from parley.reports import find_reports

MEET = "Norland||NNP|nsubj|3 will||MD|aux|3 not||RB|advmod|3 meet||VB|root|3 Sudmark||NNP|obj|3 .||.|punct|3"
ACCUSE = "Norland||NNP|nsubj|1 accused|accuse|VBD|root|1 Sudmark||NNP|obj|1 of||IN|mark|4 shelling|shell|VBG|advcl|1 Vesk||NNP|obj|4 .||.|punct|1"
STRIKES = (
    "Three||CD|nummod|1 hospitals|hospital|NNS|nsubj:pass|5 in||IN|case|3 Vesk||NNP|nmod|1 were|be|VBD|aux:pass|5 hit||VBN|root|5 by||IN|case|9"
    " suspected|suspect|VBN|amod|9 Norland||NNP|compound|9 strikes|strike|NNS|obl:agent|5 on||IN|case|11 Friday||NNP|obl|5 ,||,|punct|13"
    " killing|kill|VBG|advcl|5 seven||CD|nummod|15 people||NNS|obj|13 .||.|punct|5"
)
INQUIRY = (
    "The||DT|det|1 inquiry||NN|nsubj|2 found|find|VBD|root|2 that||IN|mark|6 Norland||NNP|nsubj|6 had|have|VBD|aux|6 carried|carry|VBN|ccomp|2"
    " out||RP|compound:prt|6 chemical||JJ|amod|9 attacks|attack|NNS|obj|6 .||.|punct|2"
)
PLAN = (
    "Brandt||NNP|nsubj|1 planned|plan|VBD|root|1 to||TO|mark|3 meet||VB|xcomp|1 Orlov||NNP|obj|3 in||IN|case|6 London||NNP|obl|3 on||IN|case|8"
    " Sunday||NNP|obl|3 .||.|punct|1"
)

CASES = [
    (
        "will not: refused",
        MEET,
        [("REJECT", "meet", "asserted", "certain", ["Norland"], ["Sudmark"])],
    ),
    (
        "an accusation and, possibly, what is alleged",
        ACCUSE,
        [
            ("ACCUSE", "allege", "asserted", "certain", ["Norland"], ["Sudmark"]),
            ("ASSAULT", "heavy-weapons", "asserted", "possible", ["Sudmark"], ["Vesk"]),
        ],
    ),
    (
        "suspected strikes hit and kill: one attack, probable",
        STRIKES,
        [("ASSAULT", "aerial", "asserted", "probable", ["Norland"], ["Three hospitals", "seven people"])],
    ),
    (
        "an inquiry's finding",
        INQUIRY,
        [
            ("ACCUSE", "investigate", "asserted", "certain", ["inquiry"], ["Norland"]),
            ("ASSAULT", "unconventional", "asserted", "certain", ["Norland"], []),
        ],
    ),
    (
        "troops of two owners: each by its own word",
        "Norland||NNP|compound|3 and||CC|cc|2 Sudmark||NNP|conj|0 troops|troop|NNS|nsubj|4 shelled|shell|VBD|root|4 Vesk||NNP|obj|4 .||.|punct|4",
        [("ASSAULT", "heavy-weapons", "asserted", "certain", ["Norland", "Sudmark"], ["Vesk"])],
    ),
    (
        "the leader of those without a name is not they",
        "Norland||NNP|nsubj|1 arrested|arrest|VBD|root|1 the||DT|det|3 leader||NN|obj|1 of||IN|case|6 the||DT|det|6 movement||NN|nmod|3 .||.|punct|1",
        [("COERCE", "arrest", "asserted", "certain", ["Norland"], ["leader of the movement"])],
    ),
    (
        "a group bears the name beside it",
        "A||DT|det|2 rebel||NN|compound|2 group||NN|nsubj|6 ,||,|punct|4 Jihad||NNP|appos|2 ,||,|punct|4"
        " shelled|shell|VBD|root|6 Vesk||NNP|obj|6 .||.|punct|6",
        [("ASSAULT", "heavy-weapons", "asserted", "certain", ["Jihad"], ["Vesk"])],
    ),
    (
        "officials of somebody are not he",
        "Officials|official|NNS|nsubj|4 of||IN|case|3 Orlov||NNP|nmod:poss|3 village||NN|nmod|0"
        " accused|accuse|VBD|root|4 Sudmark||NNP|obj|4 .||.|punct|4",
        [("ACCUSE", "allege", "asserted", "certain", ["Officials"], ["Sudmark"])],
    ),
    (
        "what an offer hangs on is no part of it",
        "Norland||NNP|nsubj|1 offered|offer|VBD|root|1 aid||NN|obj|1 if||IN|mark|5 Sudmark||NNP|nsubj|5 agrees|agree|VBZ|advcl|1 to||TO|mark|7"
        " disarm||VB|xcomp|5 .||.|punct|1",
        [("AGREE", None, "future", "certain", ["Norland"], [])],
    ),
    (
        "who demands a release asks the jailers, not the prisoner",
        "Norland||NNP|nsubj|1 demanded|demand|VBD|root|1 the||DT|det|3 release||NN|obj|1 of||IN|case|5 Orlov||NNP|nmod|3 .||.|punct|1",
        [("REQUEST", "yield", "asserted", "certain", ["Norland"], [])],
    ),
    ("a planned meeting is AGREE to come", PLAN, [("AGREE", None, "future", "certain", ["Brandt", "Orlov"], [])]),
    (
        "a promise to withdraw is AGREE to come",
        "Brandt||NNP|nsubj|1 vowed|vow|VBD|root|1 to||TO|mark|3 withdraw||VB|xcomp|1"
        " Norland||NNP|nmod:poss|6 's||POS|case|4 troops|troop|NNS|obj|3 .||.|punct|1",
        [("AGREE", None, "future", "certain", ["Brandt"], [])],
    ),
    (
        "a demand, named after what is demanded",
        "The||DT|det|1 envoy||NN|nsubj|2 urged|urge|VBD|root|2 Norland||NNP|obj|2"
        " to||TO|mark|5 release||VB|xcomp|2 the||DT|det|7 prisoners|prisoner|NNS|obj|5 .||.|punct|2",
        [("REQUEST", "yield", "asserted", "certain", ["envoy"], ["Norland"])],
    ),
    (
        "a threat, named after what is threatened",
        "Norland||NNP|nsubj|1 threatened|threaten|VBD|root|1 to||TO|mark|3 bomb||VB|xcomp|1 Vesk||NNP|obj|3 .||.|punct|1",
        [("THREATEN", "violence", "asserted", "certain", ["Norland"], ["Vesk"])],
    ),
    (
        "failing to agree",
        "Norland||NNP|nsubj|1 failed|fail|VBD|root|1 to||TO|mark|3 agree||VB|xcomp|1 on||IN|case|6 a||DT|det|6 ceasefire||NN|obl|3 .||.|punct|1",
        [("AGREE", None, "negated", "certain", ["Norland"], [])],
    ),
    (
        "a denial negates",
        "Norland||NNP|nsubj|1 denied|deny|VBD|root|1 firing|fire|VBG|xcomp|1 on||IN|case|5 the||DT|det|5 town||NN|obl|2 .||.|punct|1",
        [("ASSAULT", "firearms", "negated", "certain", ["Norland"], ["town"])],
    ),
    (
        "might",
        "Norland||NNP|nsubj|2 might||MD|aux|2 attack||VB|root|2 Sudmark||NNP|obj|2 .||.|punct|2",
        [("ASSAULT", None, "hypothetical", "certain", ["Norland"], ["Sudmark"])],
    ),
    (
        "may have: it happened, possibly",
        "Norland||NNP|nsubj|3 may||MD|aux|3 have||VB|aux|3 attacked|attack|VBN|root|3 Sudmark||NNP|obj|3 .||.|punct|3",
        [("ASSAULT", None, "asserted", "possible", ["Norland"], ["Sudmark"])],
    ),
    (
        "a condition",
        "If||IN|mark|2 Norland||NNP|nsubj|2 attacks|attack|VBZ|advcl|7 Vesk||NNP|obj|2"
        " ,||,|punct|2 Sudmark||NNP|nsubj|7 will||MD|aux|7 complain||VB|root|7 .||.|punct|7",
        [
            ("ASSAULT", None, "hypothetical", "certain", ["Norland"], ["Vesk"]),
            ("ACCUSE", "disapprove", "future", "certain", ["Sudmark"], []),
        ],
    ),
    (
        "killed and wounded: one attack",
        "Norland||NNP|nsubj|1 killed|kill|VBD|root|1 five|five|CD|nummod|3 soldiers|soldier|NNS|obj|1 and||CC|cc|5"
        " wounded|wound|VBD|conj|1 two|two|CD|nummod|7 civilians|civilian|NNS|obj|5 .||.|punct|1",
        [("ASSAULT", None, "asserted", "certain", ["Norland"], ["five soldiers", "two civilians"])],
    ),
    (
        "killed when a bomb went off: the cause leads",
        "Two|two|CD|nummod|1 soldiers|soldier|NNS|nsubj:pass|3 were|be|VBD|aux:pass|3 killed|kill|VBN|root|3 when||WRB|advmod|6"
        " Norland||NNP|nsubj|6 shelled|shell|VBD|advcl|3 Vesk||NNP|obj|6 .||.|punct|3",
        [("ASSAULT", "heavy-weapons", "asserted", "certain", ["Norland"], ["Vesk", "Two soldiers"])],
    ),
    (
        "the dead of a mishap are no attack",
        "The||DT|det|1 crash||NN|nsubj|2 killed|kill|VBD|root|2 five|five|CD|nummod|4 soldiers|soldier|NNS|obj|2 .||.|punct|2",
        [],
    ),
    (
        "marched to protest: one protest, against whom the infinitive says",
        "Students|student|NNS|nsubj|1 marched|march|VBD|root|1 to||TO|mark|3 protest||VB|advcl|1 against||IN|case|5 Norland||NNP|obl|3 .||.|punct|1",
        [("PROTEST", "demo", "asserted", "certain", ["Students"], ["Norland"])],
    ),
    (
        "thousands of pages are nobody who could be released",
        "Norland||NNP|nsubj|1 released|release|VBD|root|1 thousands|thousand|NNS|obj|1 of||IN|case|4 pages|page|NNS|nmod|2 .||.|punct|1",
        [],
    ),
    (
        "backed by is no act, and the backer no actor",
        "Norland||NNP|compound|2 -||HYPH|punct|0 backed|back|VBN|amod|3"
        " fighters|fighter|NNS|nsubj|4 seized|seize|VBD|root|4 the||DT|det|6 town||NN|obj|4"
        " of||IN|case|8 Vesk||NNP|nmod|6 from||IN|case|11 the||DT|det|11 army||NN|obl|4 .||.|punct|4",
        [("COERCE", "seize", "asserted", "certain", ["Norland-backed fighters"], ["army"])],
    ),
    (
        "a noun with its possessor and its of-phrase",
        "Sudmark||NNP|nmod:poss|2 's||POS|case|0 bombardment||NN|nsubj|5 of||IN|case|4 Vesk||NNP|nmod|2 continued|continue|VBD|root|5 .||.|punct|5",
        [("ASSAULT", "heavy-weapons", "asserted", "certain", ["Sudmark"], ["Vesk"])],
    ),
    (
        "a relative clause acts for its noun",
        "The||DT|det|1 army||NN|nsubj|7 ,||,|punct|4 which||WDT|nsubj|4 besieged|besiege|VBD|acl:relcl|1 Vesk||NNP|obj|4 ,||,|punct|1"
        " arrested|arrest|VBD|root|7 protesters|protester|NNS|obj|7 .||.|punct|7",
        [
            ("COERCE", "restrict", "asserted", "certain", ["army"], ["Vesk"]),
            ("COERCE", "arrest", "asserted", "certain", ["army"], ["protesters"]),
        ],
    ),
    (
        "talks due to begin",
        "Talks|talk|NNS|nsubj|6 between||IN|case|2 Norland||NNP|nmod|0 and||CC|cc|4 Sudmark||NNP|conj|2"
        " are|be|VBP|cop|6 due||JJ|root|6 to||TO|mark|8 begin||VB|xcomp|6 .||.|punct|6",
        [("AGREE", None, "future", "certain", ["Norland", "Sudmark"], [])],
    ),
    (
        "talks due to begin, begin read as a noun",
        "Brandt||NNP|nsubj|1 mentioned|mention|VBD|root|1 Norland||NNP|nmod:poss|4 's||POS|case|2 talks|talk|NNS|obj|1"
        " due||JJ|mark|7 to||IN|fixed|5 begin||NN|acl|4 .||.|punct|1",
        [("AGREE", None, "future", "certain", ["Norland"], [])],
    ),
    (
        "a suspended release",
        "The||DT|det|1 release||NN|nsubj:pass|5 of||IN|case|3 Orlov||NNP|nmod|1 was|be|VBD|aux:pass|5 suspended|suspend|VBN|root|5 .||.|punct|5",
        [("RETREAT", "release", "negated", "certain", [], ["Orlov"])],
    ),
    (
        "would, under said, is the future",
        "Brandt||NNP|nsubj|1 said|say|VBD|root|1 Norland||NNP|nsubj|4 would|will|MD|aux|4"
        " hold||VB|ccomp|1 talks|talk|NNS|obj|4 with||IN|case|7 Sudmark||NNP|obl|4 .||.|punct|1",
        [("AGREE", None, "future", "certain", ["Norland", "Sudmark"], [])],
    ),
    (
        "would, on a condition, is none",
        "Brandt||NNP|nsubj|1 said|say|VBD|root|1 Norland||NNP|nsubj|4 would|will|MD|aux|4 bomb||VB|ccomp|1 Vesk||NNP|obj|4"
        " if||IN|mark|8 Sudmark||NNP|nsubj|8 moved|move|VBD|advcl|4 .||.|punct|1",
        [("ASSAULT", "aerial", "hypothetical", "certain", ["Norland"], ["Vesk"])],
    ),
    (
        "cancelled talks are refused",
        "Brandt||NNP|nsubj|1 cancelled|cancel|VBD|root|1 the||DT|det|3 talks|talk|NNS|obj|1 with||IN|case|5 Sudmark||NNP|nmod|3 .||.|punct|1",
        [("REJECT", "meet", "asserted", "certain", ["Brandt"], ["Sudmark"])],
    ),
    (
        "the on of a day does not close an entry",
        "Brandt||NNP|nsubj|1 called|call|VBD|root|1 the||DT|det|3 envoy||NN|obj|1 on||IN|case|5 Monday||NNP|obl|1 .||.|punct|1",
        [],
    ),
    (
        "the on of a body does",
        "Brandt||NNP|nsubj|1 called|call|VBD|root|1 on||IN|case|3 Norland||NNP|obl|1 to||TO|mark|5 leave||VB|xcomp|1 .||.|punct|1",
        [("REQUEST", None, "asserted", "certain", ["Brandt"], ["Norland"])],
    ),
    (
        "any attack is none in particular",
        "Brandt||NNP|nsubj|1 condemned|condemn|VBD|root|1 any||DT|det|3 attack||NN|obj|1 on||IN|case|5 Vesk||NNP|nmod|3 .||.|punct|1",
        [("ACCUSE", "disapprove", "asserted", "certain", ["Brandt"], [])],
    ),
    (
        "aid in the passive",
        "Aid||NN|nsubj:pass|2 was|be|VBD|aux:pass|2 delivered|deliver|VBN|root|2 to||IN|case|4"
        " Sudmark||NNP|obl|2 by||IN|case|6 Norland||NNP|obl:agent|2 .||.|punct|2",
        [("AID", None, "asserted", "certain", ["Norland"], ["Sudmark"])],
    ),
    (
        "a war as such",
        "The||DT|det|1 conflict||NN|nsubj|3 has|have|VBZ|aux|3 killed|kill|VBN|root|3 500||CD|nummod|5 people||NNS|obj|3 .||.|punct|3",
        [],
    ),
    (
        "did not: a negated meeting",
        "Norland||NNP|nsubj|3 did|do|VBD|aux|3 not||RB|advmod|3 meet||VB|root|3 Sudmark||NNP|obj|3 .||.|punct|3",
        [("CONSULT", None, "negated", "certain", ["Norland", "Sudmark"], [])],
    ),
    (
        "a comment",
        "Brandt||NNP|nsubj|1 called|call|VBD|root|1 the||DT|det|3 idea||NN|obj|1 useful||JJ|xcomp|1 .||.|punct|1",
        [],
    ),
    (
        "a bomber is somebody, and his word is no second attack",
        "A||DT|det|2 suicide||NN|compound|2 bomber||NN|nsubj|3 killed|kill|VBD|root|3 soldiers|soldier|NNS|obj|3 .||.|punct|3",
        [("ASSAULT", "suicide-attack", "asserted", "certain", ["suicide bomber"], ["soldiers"])],
    ),
    (
        "who condemns an attack accuses the attackers, not those attacked",
        "Brandt||NNP|nsubj|1 condemned|condemn|VBD|root|1 Sudmark||NNP|nmod:poss|4 's||POS|case|2 attack||NN|obj|1 on||IN|case|6 Vesk||NNP|nmod|4",
        [("ACCUSE", "disapprove", "asserted", "certain", ["Brandt"], ["Sudmark"]), ("ASSAULT", None, "asserted", "certain", ["Sudmark"], ["Vesk"])],
    ),
    (
        "nobody is accused by who condemns an attack of nobody's",
        "Brandt||NNP|nsubj|1 condemned|condemn|VBD|root|1 the||DT|det|3 attack||NN|obj|1 on||IN|case|5 Vesk||NNP|nmod|3",
        [("ACCUSE", "disapprove", "asserted", "certain", ["Brandt"], []), ("ASSAULT", None, "asserted", "certain", [], ["Vesk"])],
    ),
    (
        "a plea made after a meeting is not addressed to those met",
        "Brandt||NNP|nsubj|1 appealed|appeal|VBD|root|1 for||IN|case|3 help||NN|obl|1 after||IN|mark|5 meeting|meet|VBG|advcl|1 Orlov||NNP|obj|5",
        [("REQUEST", None, "asserted", "certain", ["Brandt"], []), ("CONSULT", None, "asserted", "certain", ["Brandt", "Orlov"], [])],
    ),
]


@pytest.mark.parametrize(("compact", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentence_to_reports(compact: str, expected: list[tuple[str, str | None, str, str, list[str], list[str]]]) -> None:
    found = [
        (r.type, r.mode, r.modality, r.certainty, [p.name for p in r.actors], [p.name for p in r.recipients])
        for r in (d.report for d in drafts(compact))
    ]
    assert found == expected


def test_what_was_planned_and_called_off_is_not_done() -> None:
    called_off = (
        "Norland||NNP|nsubj|1 cancelled|cancel|VBD|root|1 the||DT|det|3 attack||NN|obj|1 on||IN|case|5 Vesk||NNP|nmod|3"
        " it||PRP|nsubj|8 had|have|VBD|aux|8 planned|plan|VBN|acl:relcl|3 .||.|punct|1"
    )
    (report,) = (draft.report for draft in drafts(called_off, meant={6: "Norland"}))
    assert (report.type, report.modality, [p.name for p in report.recipients]) == ("ASSAULT", "negated", ["Vesk"])


def test_the_claimant_is_who_finds_or_accuses() -> None:
    assert [d.report.claimant for d in drafts(INQUIRY)] == [None, "inquiry"]
    assert [d.report.claimant for d in drafts(ACCUSE)] == [None, "Norland"]


def test_the_speaker_of_the_statement_around_an_act_is_its_claimant() -> None:
    doc = parse(STRIKES)
    content = Span(0, len(doc.text), doc.text)
    said = Statement(Party(Span(0, 5, doc.text[:5]), "Brandt"), None, (content,), "indirect")
    (report,) = find_reports(doc, naming(doc), (), (said,), None)
    assert report.claimant == "Brandt"


def test_time_and_place_of_the_act() -> None:
    doc = parse(PLAN)
    sunday = time_at(doc, "Sunday", Interval.day(date(2021, 3, 7), "relative:weekday"))
    (report,) = find_reports(doc, naming(doc), (sunday,), (), None)
    assert (report.when, report.when_text, report.where and report.where.name) == (sunday.days, "Sunday", "London")


@pytest.mark.parametrize("compact", [case[1] for case in CASES])
def test_every_span_is_the_text_at_its_place(compact: str) -> None:
    doc = parse(compact)
    for report in find_reports(doc, naming(doc), (), (), None):
        spans = [report.trigger, report.evidence, *(p.span for p in report.actors + report.recipients)]
        assert all(span.is_in(doc.text) for span in spans)
        assert report.evidence.covers(report.trigger)


def test_no_text_no_reports() -> None:
    doc = parse("Quiet||JJ|root|0")
    assert find_reports(doc, naming(doc), (), (), None) == ()
    assert find_reports(doc[:0].as_doc(), naming(doc[:0].as_doc()), (), (), None) == ()


@pytest.mark.parametrize(
    ("compact", "expected"),
    [
        (
            "Norland||NNP|nsubj|1 fought|fight|VBD|root|1 alongside||IN|case|3 Sudmark||NNP|obl|1 .||.|punct|1",
            [("ASSAULT", ["Norland", "Sudmark"], [])],
        ),
        ("Norland||NNP|nsubj|1 fought|fight|VBD|root|1 with||IN|case|3 Sudmark||NNP|obl|1 .||.|punct|1", [("ASSAULT", ["Norland"], ["Sudmark"])]),
        (
            "Protesters|protester|NNS|nsubj|1 threw|throw|VBD|root|1 stones|stone|NNS|obj|1 at||IN|case|4 police||NNS|obl|1 .||.|punct|1",
            [("PROTEST", ["Protesters"], ["police"])],
        ),
        ("Protesters|protester|NNS|nsubj|1 threw|throw|VBD|root|1 flowers|flower|NNS|obj|1 at||IN|case|4 police||NNS|obl|1 .||.|punct|1", []),
    ],
)
def test_who_fights_beside_whom_and_what_is_thrown(compact: str, expected: list[tuple[str, list[str], list[str]]]) -> None:
    found = [d.report for d in drafts(compact)]
    assert [(r.type, [p.name for p in r.actors], [p.name for p in r.recipients]) for r in found] == expected
