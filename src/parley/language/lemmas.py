"""Word and part of speech → lemma, by lemminflect, each pair looked up once."""

from __future__ import annotations

from functools import lru_cache

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
    from lemminflect import getLemma  # takes half a second, which other stages should not pay

    found = getLemma(plain, upos=upos)
    return str(found[0]) if found else plain
