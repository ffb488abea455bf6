"""What statements make of the network's scores of cues; the scores are given by hand."""

from __future__ import annotations

import pytest
from spacy.language import Language

from parley.language import load
from parley.language.cues import CueScore, keep_cues
from parley.model import Naming
from parley.statements.find import Attribution, find_attributions, find_statements

SPEECH, ATTITUDE, NONE = CueScore(0.97, 0.01), CueScore(0.01, 0.97), CueScore(0.01, 0.01)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def attribute(nlp: Language, text: str, **scores: CueScore) -> list[Attribution]:
    """Reads `text` with these scores of its words and no others."""
    doc = nlp(text)
    keep_cues(doc, {token.i: scores[token.text] for token in doc if token.text in scores})
    return list(find_attributions(doc, Naming(())))


@pytest.mark.parametrize(
    ("text", "cue", "score", "content", "is_statement"),
    [
        ("The mayor said the port was shut.", "said", SPEECH, "the port was shut", True),
        ("The mayor telegraphed that the port was shut.", "telegraphed", SPEECH, "that the port was shut", True),
        ("The mayor plans to close the port.", "plans", ATTITUDE, "to close the port", False),
        ("The mayor wants a new port.", "wants", ATTITUDE, "a new port", False),
        ("The mayor condemned the attack.", "condemned", SPEECH, "the attack", False),
        ("The mayor believes the port is safe.", "believes", ATTITUDE, "the port is safe", True),
        ("Guards denied them entry.", "denied", SPEECH, "them entry", False),
    ],
)
def test_one_attribution(nlp: Language, text: str, cue: str, score: CueScore, content: str, is_statement: bool) -> None:
    (found,) = attribute(nlp, text, **{cue: score})
    assert found.statement.cue is not None and found.statement.cue.text == cue
    assert (found.statement.content[0].text.rstrip("."), found.is_statement) == (content, is_statement)
    assert found.source is not None


def test_a_word_the_network_rules_out_is_no_cue(nlp: Language) -> None:
    assert attribute(nlp, "The mayor said the port was shut.", said=NONE) == []


def test_an_unsure_word_the_lexicon_does_not_know_is_no_cue(nlp: Language) -> None:
    assert attribute(nlp, "The mayor telegraphed that the port was shut.", telegraphed=CueScore(0.3, 0.1)) == []


def test_a_pronoun_nobody_is_known_for_is_a_source_but_no_speaker(nlp: Language) -> None:
    (found,) = attribute(nlp, "She said the port was shut.", said=SPEECH)
    assert found.statement.speaker is None and found.source is not None and found.source.text == "She"


def test_without_scores_the_lexicon_alone_finds_statements(nlp: Language) -> None:
    doc = nlp("The mayor said the port was shut. The mayor plans to close the port.")
    doc.user_data.clear()
    assert [s.cue and s.cue.text for s in find_statements(doc, Naming(()))] == ["said"]
    assert all(found.is_statement for found in find_attributions(doc, Naming(())))


def test_who_is_quoted_as_saying_speaks(nlp: Language) -> None:
    found = attribute(nlp, "The agency quoted Ada Brandt as saying the port was shut.", saying=SPEECH)
    assert [f.source and f.source.text for f in found] == ["Ada Brandt"]


def test_what_was_not_said_is_no_statement(nlp: Language) -> None:
    found = attribute(nlp, "The mayor would not say whether the port was shut.", say=SPEECH)
    assert [f.is_statement for f in found] == [False]
