"""What is to come on a condition: a threat by who says so, a forecast by anybody else."""

from __future__ import annotations

import pytest
from tests.reports.parses import drafts

IF = "If||IN|mark|2 they||PRP|nsubj|2 come||VBP|advcl|5"
CASES = [
    ("we, on a condition", f"{IF} we||PRP|nsubj|5 will||MD|aux|5 attack||VB|root|5 Vesk||NNP|obj|5", [("THREATEN", "violence", "asserted")]),
    ("a forecast by nobody", f"{IF} Norland||NNP|nsubj|5 will||MD|aux|5 attack||VB|root|5 Vesk||NNP|obj|5", [("ASSAULT", None, "future")]),
    (
        "what who would do it says",
        f"{IF} it||PRP|nsubj|5 will||MD|aux|5 attack||VB|ccomp|8 Vesk||NNP|obj|5 Norland||NNP|nsubj|8 said|say|VBD|root|8",
        [("THREATEN", "violence", "asserted")],
    ),
    ("no condition, a plan", "We||PRP|nsubj|2 will||MD|aux|2 attack||VB|root|2 Vesk||NNP|obj|2", [("ASSAULT", None, "future")]),
    (
        "otherwise",
        "Otherwise||RB|advmod|3 Norland||NNP|nsubj|3 will||MD|aux|3 blockade||VB|root|3 Vesk||NNP|obj|3",
        [("THREATEN", "restrict", "asserted")],
    ),
    (
        "leave, or",
        "Leave||VB|root|0 or||CC|cc|4 we||PRP|nsubj|4 will||MD|aux|4 attack||VB|conj|0 Vesk||NNP|obj|4",
        [("THREATEN", "violence", "asserted")],
    ),
    (
        "what is promised on a condition is no threat",
        f"{IF} we||PRP|nsubj|5 will||MD|aux|5 meet||VB|root|5 Orlov||NNP|obj|5",
        [("AGREE", None, "future")],
    ),
]


@pytest.mark.parametrize(("compact", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_condition_to_threat(compact: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = [(r.type, r.mode, r.modality) for r in (d.report for d in drafts(compact, meant={3: "Norland"} if " it|" in compact else {}))]
    assert found == expected
