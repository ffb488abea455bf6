"""Lemmas: lemminflect's own answers, read from its table without making a dictionary of it."""

from pathlib import Path

import pytest
from lemminflect import config
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

from parley.language.lemmas import _Table, lemma_of


@pytest.mark.parametrize(
    ("word", "upos", "lemma"),
    [
        ("Talks", "NOUN", "talk"),
        ("met", "VERB", "meet"),
        ("'s", "AUX", "be"),
        ("’ll", "AUX", "will"),
        ("Talks", "PROPN", "Talks"),  # names keep their form
        ("drones", "NOUN", "drone"),
        ("wagnerites", "NOUN", "wagnerite"),  # not in the table: by lemminflect's rules
        ("Under", "ADP", "under"),  # what is not inflected is only lower-cased
    ],
)
def test_lemmas(word: str, upos: str, lemma: str) -> None:
    assert lemma_of(word, upos) == lemma


def test_the_table_answers_as_the_dictionary_does() -> None:
    dictionary, table = LemmaLUCodec.load(config.lemma_lu_fn), _Table(Path(config.lemma_lu_fn))
    words = [*list(dictionary)[::50], next(iter(dictionary)), list(dictionary)[-1], "", "Talk", "zzzz", "wagnerite"]
    assert {word: table.get(word, {}) for word in words} == {word: dictionary.get(word, {}) for word in words}
