"""Senses of words that tell an act in one frame and another, or none, in the next: one row a frame."""

from __future__ import annotations

import pytest
from tests.reports.parses import drafts

CASES = [
    (
        "troops sent are deployed, whatever the month",
        "Norland||NNP|nsubj|1 sent|send|VBD|root|1 troops|troop|NNS|obj|1 into||IN|case|4 Sudmark||NNP|obl|1 in||IN|case|6 May||NNP|obl|1",
        [("MOBILIZE", "troops", "asserted", ["Norland"], ["Sudmark"])],
    ),
    (
        "peacekeepers sent are no aid",
        "Norland||NNP|nsubj|1 sent|send|VBD|root|1 peacekeepers|peacekeeper|NNS|obj|1 to||IN|case|4 Vesk||NNP|obl|1 .||.|punct|1",
        [("MOBILIZE", "troops", "asserted", ["Norland"], ["Vesk"])],
    ),
    (
        "police officers to be sent",
        "Norland||NNP|nsubj|2 will||MD|aux|2 contribute||VB|root|2 officers|officer|NNS|obj|2 to||IN|case|5 Vesk||NNP|obl|2 .||.|punct|2",
        [("MOBILIZE", "police", "future", ["Norland"], ["Vesk"])],
    ),
    (
        "doctors sent are",
        "Norland||NNP|nsubj|1 sent|send|VBD|root|1 doctors|doctor|NNS|obj|1 to||IN|case|4 Vesk||NNP|obl|1 .||.|punct|1",
        [("AID", None, "asserted", ["Norland"], ["Vesk"])],
    ),
    (
        "a delegation not to be sent is a refused meeting",
        "Norland||NNP|nsubj|3 will||MD|aux|3 not||RB|advmod|3 send||VB|root|3 a||DT|det|5 delegation||NN|obj|3 to||IN|case|7 Vesk||NNP|obl|3",
        [("REJECT", "meet", "asserted", ["Norland"], [])],
    ),
    (
        "out of a bloc",
        "Norland||NNP|nsubj|1 walked|walk|VBD|root|1 out||IN|case|5 of||IN|case|5 the||DT|det|5 bloc||NN|obl|1 .||.|punct|1",
        [("SANCTION", "withdraw", "asserted", ["Norland"], ["bloc"])],
    ),
    (
        "quitting a treaty",
        "Norland||NNP|nsubj|1 quit|quit|VBD|root|1 the||DT|det|3 treaty||NN|obj|1 .||.|punct|1",
        [("SANCTION", "withdraw", "asserted", ["Norland"], [])],
    ),
    (
        "a person leaves a party for no state's reasons",
        "Brandt||NNP|nsubj|1 left|leave|VBD|root|1 the||DT|det|3 organisation||NN|obj|1 .||.|punct|1",
        [],
    ),
    (
        "left without a deal: nothing was agreed",
        "The||DT|det|1 envoys|envoy|NNS|nsubj|2 left|leave|VBD|root|2 Vesk||NNP|obj|2 without||IN|case|6 a||DT|det|6 deal||NN|obl|2 .||.|punct|2",
        [("AGREE", None, "negated", ["envoys"], [])],
    ),
    (
        "left without a word: nothing at all",
        "The||DT|det|1 envoys|envoy|NNS|nsubj|2 left|leave|VBD|root|2 without||IN|case|5 a||DT|det|5 word||NN|obl|2 .||.|punct|2",
        [],
    ),
    (
        "lay, read as the present of lie",
        "Rebels|rebel|NNS|nsubj|2 will||MD|aux|2 lay|lie|VB|root|2 down||RP|compound:prt|2 their||PRP$|nmod:poss|5 arms|arm|NNS|obj|2 .||.|punct|2",
        [("AGREE", None, "future", ["Rebels"], [])],
    ),
    (
        "services restored",
        "Norland||NNP|nsubj|2 will||MD|aux|2 restore||VB|root|2 electricity||NN|obj|2 to||IN|case|5 Vesk||NNP|obl|2 .||.|punct|2",
        [("AGREE", None, "future", ["Norland"], ["Vesk"])],
    ),
    (
        "a highway opened again",
        "The||DT|det|1 army||NN|nsubj|2 reopened|reopen|VBD|root|2 the||DT|det|4 highway||NN|obj|2 .||.|punct|2",
        [("RETREAT", "access", "asserted", ["army"], [])],
    ),
    (
        "a force to be disbanded",
        "The||DT|det|1 militia||NN|nsubj:pass|4 will||MD|aux|4 be||VB|aux:pass|4 disbanded|disband|VBN|root|4 .||.|punct|4",
        [("AGREE", None, "future", [], ["militia"])],
    ),
    (
        "a checkpoint put up by an army",
        "Norland||NNP|nsubj|1 set|set|VBD|root|1 up||RP|compound:prt|1 a||DT|det|4 checkpoint||NN|obj|1 .||.|punct|1",
        [("COERCE", "restrict", "asserted", ["Norland"], [])],
    ),
    (
        "roadblocks put up by farmers",
        "Farmers|farmer|NNS|nsubj|1 erected|erect|VBD|root|1 roadblocks|roadblock|NNS|obj|1 .||.|punct|1",
        [("PROTEST", "obstruct", "asserted", ["Farmers"], [])],
    ),
    (
        "much of a territory",
        "Norland||NNP|nsubj|1 retook|retake|VBD|root|1 much||JJ|obj|1 of||IN|case|5 the||DT|det|5 territory||NN|nmod|2 .||.|punct|1",
        [("COERCE", "seize", "asserted", ["Norland"], [])],
    ),
    (
        "people held for days",
        "Soldiers|soldier|NNS|nsubj|1 held|hold|VBD|root|1 women|woman|NNS|obj|1 for||IN|case|4 days|day|NNS|obl|1 .||.|punct|1",
        [("COERCE", "arrest", "asserted", ["Soldiers"], ["women"])],
    ),
    (
        "a bridge held for days",
        "Soldiers|soldier|NNS|nsubj|1 held|hold|VBD|root|1 the||DT|det|3 bridge||NN|obj|1 for||IN|case|5 days|day|NNS|obl|1 .||.|punct|1",
        [],
    ),
    (
        "what somebody calls an operation",
        "Norland||NNP|nsubj|1 launched|launch|VBD|root|1 what||WP|obj|1 it||PRP|nsubj|4 calls|call|VBZ|acl:relcl|2 a||DT|det|7"
        " special||JJ|amod|7 operation||NN|xcomp|4 .||.|punct|1",
        [("ASSAULT", None, "asserted", ["Norland"], [])],
    ),
    (
        "displaced by clashes",
        "Families|family|NNS|nsubj:pass|2 were|be|VBD|aux:pass|2 displaced|displace|VBN|root|2 by||IN|case|4 clashes|clash|NNS|obl:agent|2"
        " between||IN|case|6 Norland||NNP|nmod|4 and||CC|cc|8 Sudmark||NNP|conj|6 .||.|punct|2",
        [
            ("COERCE", "deport", "asserted", [], ["Families"]),
            ("ASSAULT", None, "asserted", ["Norland", "Sudmark"], []),
        ],
    ),
    (
        "petrol bombs thrown by gunmen, no crowd",
        "Gunmen|gunman|NNS|nsubj|1 threw|throw|VBD|root|1 petrol||NN|compound|3 bombs|bomb|NNS|obj|1 at||IN|case|5 Orlov||NNP|obl|1",
        [("ASSAULT", "primitive", "asserted", ["Gunmen"], ["Orlov"])],
    ),
    (
        "somebody rescued",
        "Norland||NNP|nsubj|1 rescued|rescue|VBD|root|1 Orlov||NNP|obj|1 .||.|punct|1",
        [("AID", None, "asserted", ["Norland"], ["Orlov"])],
    ),
    (
        "somebody's envoy, the 's hung on the envoy",
        "Brandt||NNP|nsubj|1 spoke|speak|VBD|root|1 to||IN|case|5 Norland||NNP|nmod:poss|5 's||POS|case|5 Orlov||NNP|obl|1 .||.|punct|1",
        [("CONSULT", None, "asserted", ["Brandt", "Orlov"], [])],
    ),
    (
        "they withdrew, whoever they are",
        "They||PRP|nsubj|1 withdrew|withdraw|VBD|root|1 from||IN|case|3 Vesk||NNP|obl|1 .||.|punct|1",
        [("RETREAT", "withdraw", "asserted", [], ["Vesk"])],
    ),
    (
        "a swap planned",
        "A||DT|det|1 swap||NN|nsubj:pass|3 is|be|VBZ|aux:pass|3 planned|plan|VBN|root|3 by||IN|case|5 Norland||NNP|obl:agent|3",
        [("AGREE", None, "future", ["Norland"], [])],
    ),
    (
        "a town taken",
        "Rebels|rebel|NNS|nsubj|1 took|take|VBD|root|1 Vesk||NNP|obj|1 .||.|punct|1",
        [("COERCE", "seize", "asserted", ["Rebels"], ["Vesk"])],
    ),
    (
        "a person taken somewhere",
        "Rebels|rebel|NNS|nsubj|1 took|take|VBD|root|1 Orlov||NNP|obj|1 to||IN|case|4 Vesk||NNP|obl|1",
        [],
    ),
    (
        "a meeting called off is refused and no meeting",
        "The||DT|det|1 summit||NN|nsubj:pass|6 planned|plan|VBN|acl|1 by||IN|case|4 Norland||NNP|obl:agent|2 was|be|VBD|aux:pass|6"
        " cancelled|cancel|VBN|root|6 by||IN|case|8 Sudmark||NNP|obl:agent|6",
        [("REJECT", "meet", "asserted", ["Sudmark"], ["Norland"])],
    ),
    (
        "police who land somewhere",
        "Norland||NNP|nmod:poss|2 's||POS|case|0 police||NN|nsubj|3 landed|land|VBD|root|3 in||IN|case|5 Vesk||NNP|obl|3",
        [("MOBILIZE", "police", "asserted", ["Norland"], ["Vesk"])],
    ),
    (
        "prisoners handed over",
        "Norland||NNP|nsubj|1 handed|hand|VBD|root|1 over||RP|compound:prt|1 prisoners|prisoner|NNS|obj|1",
        [("RETREAT", "release", "asserted", ["Norland"], ["prisoners"])],
    ),
    (
        "the on of a date closes no entry",
        "Norland||NNP|nsubj|1 called|call|VBD|root|1 Orlov||NNP|obj|1 on||IN|case|4 24||CD|obl|1 February||NNP|nmod:unmarked|4",
        [],
    ),
    (
        "whose arrest",
        "Norland||NNP|nsubj|1 condemned|condemn|VBD|root|1 Orlov||NNP|nmod:poss|4 's||POS|case|2 arrest||NN|obj|1 by||IN|case|6 Sudmark||NNP|nmod|4",
        [("ACCUSE", "disapprove", "asserted", ["Norland"], ["Sudmark"]), ("COERCE", "arrest", "asserted", ["Sudmark"], ["Orlov"])],
    ),
    (
        "flights of prisoners planned",
        "Prisoner||NN|compound|1 flights|flight|NNS|nsubj:pass|3 are|be|VBP|aux:pass|3 planned|plan|VBN|root|3 by||IN|case|5"
        " Norland||NNP|obl:agent|3",
        [("AGREE", None, "future", ["Norland"], [])],
    ),
    (
        "flights of an airline planned",
        "Daily||JJ|amod|1 flights|flight|NNS|nsubj:pass|3 are|be|VBP|aux:pass|3 planned|plan|VBN|root|3 by||IN|case|5 Norland||NNP|obl:agent|3",
        [],
    ),
    (
        "a reporter's interview is no meeting",
        "The||DT|det|1 reporter||NN|nsubj|2 spoke|speak|VBD|root|2 with||IN|case|4 Orlov||NNP|obl|2 in||IN|case|6 Vesk||NNP|obl|2",
        [],
    ),
    (
        "a programme that introduces itself",
        "Brandt||NNP|nsubj|5 ,||,|punct|3 our||PRP$|nmod:poss|3 host||NN|appos|0 ,||,|punct|3 talks|talk|VBZ|root|5 with||IN|case|7 Orlov||NNP|obl|5",
        [],
    ),
    (
        "troops promised are no threat",
        "Norland||NNP|nsubj|1 promised|promise|VBD|root|1 to||TO|mark|3 send||VB|xcomp|1 troops|troop|NNS|obj|3 to||IN|case|6 Vesk||NNP|obl|3",
        [("AGREE", None, "future", ["Norland"], ["Vesk"])],
    ),
    (
        "a town held under siege",
        "Rebels|rebel|NNS|nsubj|1 held|hold|VBD|root|1 the||DT|det|3 town||NN|obj|1 under||IN|case|5 siege||NN|obl|1",
        [("COERCE", "restrict", "asserted", ["Rebels"], ["town"])],
    ),
    (
        "the wounded taken to a hospital",
        "Norland||NNP|nsubj|1 took|take|VBD|root|1 the||DT|det|3 wounded|wound|JJ|obj|1 to||IN|case|6 a||DT|det|6 hospital||NN|obl|1",
        [("AID", None, "asserted", ["Norland"], [])],
    ),
]


@pytest.mark.parametrize(("compact", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_frame_to_act(compact: str, expected: list[tuple[str, str | None, str, list[str], list[str]]]) -> None:
    found = [(r.type, r.mode, r.modality, [p.name for p in r.actors], [p.name for p in r.recipients]) for r in (d.report for d in drafts(compact))]
    assert found == expected
