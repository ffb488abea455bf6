"""The shipped pipeline on ordinary and on hostile text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from parley.language import load
from parley.language.windows import MAX_WORDS, Window, cut_windows
from parley.model import UsageError

ORDINARY = (
    "Foreign Minister Ada Brandt met the U.N. envoy, Mr. J. T. Okoro, in Geneva on Monday. “We will return,” she said.\n\n"
    "The U.S. delegation left early. Talks resume in May."
)


def test_sentences_survive_abbreviations_initials_and_quotes() -> None:
    sentences = [sentence.text.strip() for sentence in load()(ORDINARY).sents]
    assert len(sentences) == 4
    assert sentences[0].endswith("on Monday.")
    assert sentences[2].startswith("The U.S. delegation")


def test_syntax_and_names_of_a_plain_sentence() -> None:
    doc = load()("Ada Brandt met Russian envoys in Geneva.")
    verb = next(token for token in doc if token.text == "met")
    assert (verb.tag_, verb.dep_, verb.lemma_) == ("VBD", "root", "meet")
    assert {child.dep_ for child in verb.children} >= {"nsubj", "obj"}
    assert ("Ada Brandt", "PERSON") in {(e.text, e.label_) for e in doc.ents}
    assert ("Geneva", "LOC") in {(e.text, e.label_) for e in doc.ents}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "a" * 20_000,
        "\x00\x07 bell",
        "word " * 3000,
        "لا اتفاق بعد. 和談 continues — “да”",
        "..." * 400,
        "🕊 " * 50,
        "\ufeffstart",
        "a\r\nb\r\n\r\nc",
        "\u2028x\u2029",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_keeps_its_offsets(text: str) -> None:
    check(load()(text), text)


@given(st.text(max_size=120))
@settings(max_examples=25, deadline=None)
def test_any_text_keeps_its_offsets(text: str) -> None:
    check(load()(text), text)


def cut(doc: Doc) -> list[Window]:
    return list(cut_windows(doc.text, [token.text for token in doc], lambda word: 1))


def check(doc: Doc, text: str) -> None:
    assert doc.text == text
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)
    for sentence in doc.sents:
        assert sum(token.head.i == token.i for token in sentence) == 1
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)


def test_a_text_is_read_the_same_beside_others() -> None:
    texts = [ORDINARY, "Short.", "", ORDINARY * 3]
    together = [[(t.text, t.tag_, t.head.i) for t in doc] for doc in load().pipe(texts)]
    alone = [[(t.text, t.tag_, t.head.i) for t in load()(text)] for text in texts]
    assert together == alone


@pytest.mark.parametrize("text", ["one. " * 300, "no stops " * 200, "first\n\nsecond paragraph\n\nthird " + "word " * 150])
def test_windows_hold_every_word_once_and_stay_short(text: str) -> None:
    doc = load().make_doc(text)
    windows = cut(doc)
    assert [i for window in windows for i in window.tokens] == [t.i for t in doc if not t.is_space]
    assert all(len(window.tokens) <= MAX_WORDS for window in windows)


def test_windows_do_not_cross_paragraphs() -> None:
    doc = load().make_doc("A headline without a stop\n\nThe text begins here.")
    assert [doc[window.tokens[0]].text for window in cut(doc)] == ["A", "The"]


def test_hard_wrapped_lines_are_read_as_one_paragraph() -> None:
    text = "The ministers of both\ncountries agreed to meet\nagain in the spring of\nnext year, he said.\n"
    doc = load().make_doc(text)
    assert len(cut(doc)) == 1


def test_unknown_pipeline_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no spaCy pipeline"):
        load("en_not_installed")


def test_a_pipeline_without_a_parser_is_wrong_usage(tmp_path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UsageError, match="lacks ner and parser"):
        load(str(tmp_path / "blank"))


def test_a_name_may_run_over_double_spaces() -> None:
    text = "The envoy met Ada  Brandt  and  Javier  Solano of the United  Nations in New  York on Monday."
    names = {(e.text, e.label_) for e in load()(text).ents}
    assert ("Ada  Brandt", "PERSON") in names
    assert ("United  Nations", "ORG") in names


def test_universal_tags_fit_the_penn_tags_beside_them() -> None:
    doc = load()("The two countries failed to reach an agreement, and the envoy was unable to say why.")
    tags = {token.text: (token.pos_, token.lemma_) for token in doc}
    assert tags["failed"] == ("VERB", "fail")
    assert all((token.pos_ in ("VERB", "AUX")) == token.tag_.startswith(("VB", "MD")) for token in doc)
