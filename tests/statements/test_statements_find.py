"""Whole texts → statements, one row a behaviour."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.model import Statement

Finder = Callable[..., tuple[Statement, ...]]

PEOPLE = (("Ada Brandt", "PERSON", "Ada Brandt"),)


@pytest.mark.parametrize(
    ("text", "frame", "content"),
    [
        ("The minister said that the talks had failed.", "The minister|said|indirect|affirmed", "that the talks had failed"),
        ("“We will return on Friday,” the envoy told reporters.", "the envoy|told|direct|affirmed", "“We will return on Friday,”"),
        ("“We will not go,” the envoy told the paper, “until it stops.”", "the envoy|told|direct|affirmed", "“We will not go,”|“until it stops.”"),
        ("The general denied that his troops had crossed the river.", "The general|denied|indirect|denied", "that his troops had crossed the river"),
        ("Sudmark denied laying any mines.", "Sudmark|denied|indirect|denied", "laying any mines"),
        ("The rebels denied having shelled the town.", "The rebels|denied|indirect|denied", "having shelled the town"),
        ("The army denied the shooting.", "The army|denied|indirect|denied", "the shooting"),
        ("The army denied it.", "The army|denied|indirect|denied", "it"),
        (
            "The minister rejected suggestions that talks might wait.",
            "The minister|rejected|indirect|denied",
            "that talks might wait",
        ),
        (
            "The envoy said the plan was “a serious mistake” for the region.",
            "The envoy|said|mixed|affirmed",
            "the plan was “a serious mistake” for the region",
        ),
        ("The truce, the mayor said, had collapsed.", "the mayor|said|indirect|affirmed", "The truce|had collapsed"),
        ("According to the Red Cross, the road is closed.", "the Red Cross|According to|indirect|affirmed", "the road is closed"),
        ("The road is closed, according to the Red Cross.", "the Red Cross|according to|indirect|affirmed", "The road is closed"),
        ("The toll has risen to 40, the town’s clinic said on Monday.", "the town’s clinic|said|indirect|affirmed", "The toll has risen to 40"),
        (
            "Ten men were freed on Friday, said Olga Reth, a spokeswoman for the union.",
            "Olga Reth|said|indirect|affirmed",
            "Ten men were freed on Friday",
        ),
        ("Six died, according to the Oslo-based Harbour Monitor.", "the Oslo-based Harbour Monitor|according to|indirect|affirmed", "Six died"),
        ("The union called on the rebels to meet.", "The union|called|indirect|affirmed", "the rebels to meet"),
        ("The mayor accused the rebels of shelling the town.", "The mayor|accused|indirect|affirmed", "of shelling the town"),
        ("Several countries have called for restraint.", "Several countries|have called|indirect|affirmed", "for restraint"),
        ("“Peace?” laughed the ferryman. “Ask the dead.”", "the ferryman|laughed|direct|affirmed", "“Peace?”|“Ask the dead.”"),
        ("The clinic reported nine dead and 30 wounded on Monday.", "The clinic|reported|indirect|affirmed", "nine dead and 30 wounded"),
        ("The ministry spoke of no more than 45,000.", "The ministry|spoke|indirect|affirmed", "of no more than 45,000"),
        ("State radio quoted the governor as saying the dam was intact.", "the governor|saying|indirect|affirmed", "the dam was intact"),
        ("The captain radioed that his ship was taking water.", "The captain|radioed|indirect|affirmed", "that his ship was taking water"),
        ("The ministry now counts 13.", "The ministry|counts|indirect|affirmed", "13"),
        (
            "Six men are held on charges of theft, according to the union.",
            "the union|according to|indirect|affirmed",
            "Six men are held on charges of theft",
        ),
        ("The envoy called the talks useful.", "The envoy|called|indirect|affirmed", "the talks useful"),
        ("A rebel spokesman claimed responsibility for the blast.", "A rebel spokesman|claimed|indirect|affirmed", "responsibility for the blast"),
        (
            "The courts were criticized by a union as unfair to workers.",
            "a union|were criticized|indirect|affirmed",
            "The courts|as unfair to workers",
        ),
        ("The unions are worried that the port might close.", "The unions|are worried|indirect|affirmed", "that the port might close"),
        ("The harbour was shelled, a ministry official said.", "a ministry official|said|indirect|affirmed", "The harbour was shelled"),
    ],
)
def test_one_statement(find: Finder, text: str, frame: str, content: str) -> None:
    """`frame` is speaker, cue, kind and polarity, `content` its spans, each parted by "|"."""
    (found,) = find(text)
    assert found.speaker is not None and found.cue is not None
    assert "|".join((found.speaker.span.text, found.cue.text, found.kind, found.polarity)) == frame
    assert "|".join(c.text if found.kind == "direct" else c.text.rstrip(".") for c in found.content) == content


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to comment.",
        "The ministry would not say how many had died.",
        "She read “War and Peace” on the train.",
        "The so-called “safe zone” was shelled again.",
        "The talks are expected to start on Monday.",
        "The two sides met for three hours.",
        "The envoy condemned the attack.",
        "An official asked not to be named.",
        "Norland should assure its neighbours that it is no threat.",
        "The rebels have been blamed for killing ten herders.",
        "There are fears that the port might close.",
        "I think it has helped the town.",
        "They freed the men whose release the army promised in May.",
    ],
)
def test_no_statement(find: Finder, text: str) -> None:
    assert find(text) == ()


def test_quotation_over_paragraphs_is_one_statement(find: Finder) -> None:
    text = "“They came back to the table,” the editor said.\n\n“They left with nothing.\n\n“It was a bad day for the town.”\n\nThe talks go on."
    (found,) = find(text)
    assert [c.text for c in found.content] == ["“They came back to the table,”", "“They left with nothing.", "“It was a bad day for the town.”"]
    assert found.speaker is not None and found.speaker.span.text == "the editor"


def test_pull_quote_has_no_speaker(find: Finder) -> None:
    found = find("Ada Brandt walked to the car.\n\n“This is the worst week our harbour has ever seen.”\n\nThe car left at noon.", *PEOPLE)
    assert [(s.speaker, s.cue, s.kind) for s in found] == [(None, None, "direct")]


def test_speaker_is_resolved(find: Finder) -> None:
    text = "Norland's foreign minister, Ada Brandt, arrived on Monday. She said the deal was near."
    (found,) = find(text, *PEOPLE, references=(("She", "Ada Brandt"),))
    assert found.speaker is not None
    assert (found.speaker.span.text, found.speaker.name) == ("She", "Ada Brandt")


def test_relative_clause_names_its_antecedent(find: Finder) -> None:
    (found,) = find("They were joined by Ada Brandt, who said the talks were useful.", *PEOPLE)
    assert found.speaker is not None and found.speaker.name == "Ada Brandt"


def test_second_verb_shares_the_speaker(find: Finder) -> None:
    found = find("Brandt told reporters that the talks were useful, but admitted that nothing was signed.")
    assert [(s.speaker.span.text if s.speaker else None, s.cue.text if s.cue else None) for s in found] == [
        ("Brandt", "told"),
        ("Brandt", "admitted"),
    ]


def test_offsets_hold(find: Finder) -> None:
    text = "  “We go,”   he said.\n\nThe envoy warned of war. Officials, she added, were “not sure” 🕊 of it."
    for statement in find(text):
        spans = [*statement.content, *([statement.cue] if statement.cue else []), *([statement.speaker.span] if statement.speaker else [])]
        assert all(s.is_in(text) for s in spans)


def test_pull_quote_with_a_name_under_it(find: Finder) -> None:
    found = find("The town was quiet.\n\n“This is the worst week our harbour has ever seen.”\n\n— Ada Brandt\n\nThe car left at noon.")
    assert [(s.speaker.span.text if s.speaker else None, s.cue and s.cue.text) for s in found] == [("Ada Brandt", "—")]


def test_interview_names_who_answers(find: Finder) -> None:
    text = "Ada Brandt spoke to us.\n\nQ: Critics say it is shut. Is it?\n\nA: I opened it.\nIt stays open.\n\nQ: Why?\n\nA: We need bread."
    assert [(s.speaker and s.speaker.name, [c.text for c in s.content]) for s in find(text, *PEOPLE)] == [
        ("Ada Brandt", ["I opened it.", "It stays open."]),
        ("Ada Brandt", ["We need bread."]),
    ]


def test_who_answers_for_two_is_unknown(find: Finder) -> None:
    text = "Ada Brandt and Jo Orlov spoke to us.\n\nQ: Is the road shut?\n\nA: No, it is open."
    (statement,) = find(text, *PEOPLE, ("Jo Orlov", "PERSON", "Jo Orlov"))
    assert (statement.speaker, statement.content[0].text) == (None, "No, it is open.")


def test_office_answers_and_questions_say_nothing(find: Finder) -> None:
    text = "Question: Brandt says the toll is higher. Is it?\n\nDeputy Spokesman: Seventeen soldiers have died.\n\nNote: This text was cut."
    assert [(s.speaker and s.speaker.name, s.content[0].text) for s in find(text)] == [("Deputy Spokesman", "Seventeen soldiers have died.")]


def test_transcript_lines_name_their_speaker(find: Finder) -> None:
    found = find("ADA BRANDT: The road is open again.\n\nQUESTION: Who opened it?\n\nADA BRANDT: I said it was us.\n\nNote: This text was cut.")
    assert [(s.speaker and s.speaker.span.text, s.content[0].text, s.kind) for s in found] == [
        ("ADA BRANDT", "The road is open again.", "direct"),
        ("ADA BRANDT", "I said it was us.", "direct"),
    ]


def test_post_with_its_author_behind_a_dash(find: Finder) -> None:
    (found,) = find("The mayor was angry.\n\nWe will keep this harbour open all night. — Ada Brandt (@adab) May 4, 2031\n\nThe ships waited.")
    assert (found.speaker and found.speaker.span.text, found.content[0].text) == ("Ada Brandt", "We will keep this harbour open all night.")


def test_quotation_right_after_an_attributed_sentence_is_the_same_speaker(find: Finder) -> None:
    found = find("The mayor said that the harbour was closed. “We have no choice but to wait for the ships.”")
    assert [s.speaker and s.speaker.span.text for s in found] == ["The mayor", "The mayor"]


@pytest.mark.parametrize("text", ["Guards denied them entry.", "They shot back at the guards.", "The bridge was put on the map."])
def test_words_of_saying_in_another_sense(find: Finder, text: str) -> None:
    assert find(text) == ()


def test_pronoun_is_who_spoke_before(find: Finder) -> None:
    found = find("Ada Brandt said the deal was near. She added that the port was open.", *PEOPLE)
    assert [s.speaker.name if s.speaker else None for s in found] == ["Ada Brandt", "Ada Brandt"]


def test_pronoun_that_nothing_resolves_names_nobody(find: Finder) -> None:
    (found,) = find("She said the deal was near.")
    assert found.speaker is None


def test_name_behind_an_office(find: Finder) -> None:
    (found,) = find("“The port is shut,” its director, Ada Brandt, said.", *PEOPLE)
    assert found.speaker is not None and found.speaker.name == "Ada Brandt"


def test_spokesman_is_not_whom_he_speaks_for(find: Finder) -> None:
    (found,) = find("A spokesman for Ada Brandt said the port was shut.", *PEOPLE)
    assert found.speaker is not None and found.speaker.name == "A spokesman for Ada Brandt"


def test_the_article_itself_is_no_speaker(find: Finder) -> None:
    (found,) = find("An earlier version of this article said that 40 people had died.")
    assert found.speaker is None


def test_name_behind_a_place_in_the_phrase(find: Finder) -> None:
    (found,) = find("The envoy for Norland Ada Brandt said the port was shut.", *PEOPLE, ("Norland", "LOC", "Norland"))
    assert found.speaker is not None and found.speaker.name == "Ada Brandt"


def test_a_clause_behind_a_quotation_is_the_writers(find: Finder) -> None:
    (found,) = find("The charities issued a plea “to open the port of Vesk”, where thousands of people wait.")
    assert [c.text for c in found.content] == ["“to open the port of Vesk”"]


def test_a_name_cut_off_from_its_office_is_the_speaker(find: Finder) -> None:
    (found,) = find("The agency's editor Ada Brandt said the port was shut.", *PEOPLE)
    assert found.speaker is not None and found.speaker.name == "Ada Brandt"
