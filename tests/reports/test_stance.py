"""What words around an act make of it: failed, prevented, asked, called untrue, denied, demanded."""

from __future__ import annotations

import pytest
from tests.reports.parses import drafts

FAILED = (
    "Envoys|envoy|NNS|nsubj|1 failed|fail|VBD|root|1 once||RB|advmod|3 again||RB|advmod|1 to||TO|mark|5 reach||VB|{dep}|1 a||DT|det|7"
    " truce||NN|obj|5 .||.|punct|1"
)


@pytest.mark.parametrize("dep", ["xcomp", "advcl"])
def test_what_was_failed_once_again_is_not_done_however_it_hangs(dep: str) -> None:
    assert [d.report.modality for d in drafts(FAILED.format(dep=dep))] == ["negated"]


KEPT = (
    "Norland||NNP|nsubj|1 prevented|prevent|VBD|root|1 rebels|rebel|NNS|nsubj|3 shelling|shell|VBG|xcomp|1 Vesk||NNP|obj|3 from||IN|mark|6"
    " occupying|occupy|VBG|advcl|{head} London||NNP|obj|6 .||.|punct|1"
)


@pytest.mark.parametrize("head", [1, 3])
def test_who_is_kept_from_one_thing_does_another_all_the_same(head: int) -> None:
    """Whichever verb the parser hangs "from occupying" on."""
    found = {d.report.trigger.text: d.report.modality for d in drafts(KEPT.format(head=head))}
    assert found["occupying"] == "negated"
    assert head == 1 or found["shelling"] == "asserted"


@pytest.mark.parametrize(
    ("compact", "expected"),
    [
        ("Norland||NNP|nsubj|1 shelled|shell|VBD|root|1 Vesk||NNP|obj|1 ?||.|punct|1", []),
        (
            'Norland||NNP|nsubj|1 shelled|shell|VBD|root|1 Vesk||NNP|obj|1 and||CC|cc|4 asked|ask|VBD|conj|1 "||``|punct|6 Why||WRB|ccomp|4'
            ' ?||.|punct|6 "||"|punct|6',
            ["ASSAULT"],
        ),
    ],
)
def test_a_question_tells_of_nothing(compact: str, expected: list[str]) -> None:
    assert [d.report.type for d in drafts(compact)] == expected


HEARSAY = (
    "{noun}|{lemma}|NNS|nsubj|7 that||IN|mark|3 Norland||NNP|nsubj|3 shelled|shell|VBD|acl|0 Vesk||NNP|obj|3 are|be|VBP|cop|7 {no}||RB|advmod|7"
    " {said}||JJ|root|7 .||.|punct|7"
)


@pytest.mark.parametrize(
    ("noun", "lemma", "no", "said", "modality"),
    [
        ("Reports", "report", "quite", "false", "negated"),
        ("Claims", "claim", "quite", "baseless", "negated"),
        ("Reports", "report", "not", "false", "asserted"),
        ("Reports", "report", "quite", "true", "asserted"),
        ("Hopes", "hope", "quite", "false", "asserted"),
    ],
)
def test_what_is_called_untrue_is_denied(noun: str, lemma: str, no: str, said: str, modality: str) -> None:
    found = [d.report for d in drafts(HEARSAY.format(noun=noun, lemma=lemma, no=no, said=said)) if d.report.type == "ASSAULT"]
    assert [r.modality for r in found] == [modality]


INVOLVED = (
    "Brandt||NNP|nsubj|1 {verb}|VBD|root|1 that||IN|mark|5 Norland||NNP|nsubj|5 was|be|VBD|aux:pass|5 involved|involve|VBN|ccomp|1 in||IN|case|8"
    " the||DT|det|8 raid||NN|obl|5 on||IN|case|10 Vesk||NNP|nmod|8 .||.|punct|1"
)


@pytest.mark.parametrize(("verb", "modality"), [("denied|deny", "negated"), ("said|say", "asserted")])
def test_who_denies_a_part_in_it_denies_it(verb: str, modality: str) -> None:
    assert [d.report.modality for d in drafts(INVOLVED.format(verb=verb)) if d.report.type == "ASSAULT"] == [modality]


CALLED_ON = (
    "Brandt||NNP|nsubj|1 called|call|VBD|root|1 on||IN|case|3 Norland||NNP|obl|1 to||TO|mark|5 condemn||VB|{dep}|1 Sudmark||NNP|obj|5 .||.|punct|1"
)


@pytest.mark.parametrize("dep", ["xcomp", "advcl"])
def test_what_is_demanded_is_no_act_of_its_own(dep: str) -> None:
    assert [d.report.type for d in drafts(CALLED_ON.format(dep=dep))] == ["REQUEST"]
