"""English in one pass: text → a spaCy `Doc` with sentences, tags, dependency trees, lemmas and names.

    nlp = load()
    doc = nlp("Kerry met Lavrov in Geneva.")

`load("en_core_web_trf")` takes any installed spaCy pipeline with a parser and names in place of the model shipped here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from parley.model import UsageError

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = "parley_english"


@cache
def load(name: str = SHIPPED, threads: int = 0) -> Language:
    """Returns the pipeline, loaded once a process.

    Args:
        name: `parley_english`, or the name or path of an installed spaCy pipeline.
        threads: threads the shipped model may use; 0 leaves the choice to ONNX Runtime. One process of several is to take 1.

    Raises:
        UsageError: when no such pipeline is installed, or it lacks a parser or names.
    """
    if name == SHIPPED:
        return _load_shipped(threads)
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise UsageError(f"no spaCy pipeline named {name!r} is installed") from error
    missing = {"parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise UsageError(f"the pipeline {name!r} lacks {' and '.join(sorted(missing))}")
    return nlp


def _load_shipped(threads: int) -> Language:
    from spacy.language import Language

    from parley.language.component import EnglishReader
    from parley.language.network import shared_network
    from parley.language.tokens import blank_english

    nlp = blank_english()

    if not Language.has_factory(SHIPPED):
        Language.factory(SHIPPED, default_config={"threads": 0}, func=lambda nlp, name, threads: EnglishReader(shared_network(threads), nlp.vocab))
    nlp.add_pipe(SHIPPED, config={"threads": threads})
    return nlp
