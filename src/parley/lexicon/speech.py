"""Words of saying → frozen tables: which words attribute speech, and what may stand as their content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from parley.lexicon.rows import read_rows

SORTS = ("say", "think", "show", "noun", "adj")


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """One word that attributes speech or thought; the columns are explained in `data/speech_cues.tsv`.

    `prepositions` are those of the frames `prep:X`, `particle` that of `prt:X`.
    """

    lemma: str
    sort: str
    denied: bool
    frames: frozenset[str]
    prepositions: frozenset[str]
    particle: str | None = None


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """All words of saying by part of speech, and the nouns for things that carry words ("statement")."""

    verbs: Mapping[str, SpeechCue]
    nouns: Mapping[str, SpeechCue]
    adjectives: Mapping[str, SpeechCue]
    documents: frozenset[str]


def _cue(lemma: str, sort: str, polarity: str, frames: str) -> SpeechCue:
    if sort not in SORTS or polarity not in ("affirmed", "denied"):
        raise ValueError(f"speech_cues.tsv: {lemma} {sort} {polarity}")
    parts = frames.split()
    return SpeechCue(
        lemma,
        sort,
        polarity == "denied",
        frozenset(p for p in parts if ":" not in p),
        frozenset(p.removeprefix("prep:") for p in parts if p.startswith("prep:")),
        next((p.removeprefix("prt:") for p in parts if p.startswith("prt:")), None),
    )


@cache
def speech_words() -> SpeechWords:
    """Loads the tables.

    Raises:
        ValueError: when a row is malformed.
    """
    cues = [_cue(*row) for row in read_rows("speech_cues.tsv", 4)]
    return SpeechWords(
        {c.lemma: c for c in cues if c.sort in ("say", "think", "show")},
        {c.lemma: c for c in cues if c.sort == "noun"},
        {c.lemma: c for c in cues if c.sort == "adj"},
        frozenset(row[0] for row in read_rows("speech_documents.txt")),
    )
