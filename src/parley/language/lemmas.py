"""Word and part of speech → lemma, by lemminflect, each pair looked up once."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lemminflect import Lemmatizer

_INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})
_IRREGULAR = {"'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would", "ca": "can", "wo": "will", "n't": "not"}


@lru_cache(maxsize=100_000)
def lemma_of(word: str, upos: str) -> str:
    """Returns the lemma: names keep their form, other words are lower-cased and un-inflected.

    Args:
        word: the word as written.
        upos: its universal part of speech.
    """
    if upos == "PROPN":
        return word
    plain = word.lower().replace("’", "'")
    if upos in ("AUX", "VERB", "PART") and plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if upos not in _INFLECTED:
        return plain
    found = _lemminflect().getLemma(plain, upos=upos)
    return str(found[0]) if found else plain


@cache
def _lemminflect() -> Lemmatizer:
    """Returns lemminflect's lemmatizer, its table given as lines to search: making a dictionary of it takes twenty times as long."""
    from lemminflect import Lemmatizer, config  # not needed by most stages

    lemmatizer = Lemmatizer()
    lemmatizer.lemma_dict = _Table(Path(config.lemma_lu_fn))
    return lemmatizer


class _Table:
    """lemminflect's table: lines of word, category and lemmas, sorted by word; stands in for a dictionary of dictionaries."""

    def __init__(self, path: Path) -> None:
        self._lines = gzip.decompress(path.read_bytes()).decode().splitlines()

    def get(self, word: str, default: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Returns the lemmas of a word by part of speech, as lemminflect names those."""
        found, at = {}, bisect_left(self._lines, word, key=_word)
        while at < len(self._lines) and _word(self._lines[at]) == word:
            _, category, lemmas = self._lines[at].split(",")
            found[category.upper()] = tuple(lemmas.split("/"))
            at += 1
        return found or default


def _word(line: str) -> str:
    return line[: line.index(",")]
