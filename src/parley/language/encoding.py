"""Words → the integers the network reads: word pieces and a word-shape class.

The encoder is uncased, so what capital letters say is given back to it as one of a few shape classes for each
word (its embedding is added to those of the word's pieces). Training and inference share this file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tokenizers import Tokenizer

MAX_PIECES_PER_WORD = 8
_CACHE_LIMIT = 200_000
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "−": "-", "…": "."})

SHAPES = ("pad", "lower", "title", "upper", "initial", "mixed", "digits", "alphanumeric", "punctuation", "abbreviation", "other")
_SHAPE_ID = {name: number for number, name in enumerate(SHAPES)}


def shape_of(word: str) -> int:
    """Returns the index in `SHAPES` of the class of `word`."""
    if word.isdigit():
        name = "digits"
    elif word.islower():
        name = "lower"
    elif len(word) == 1 and word.isupper():
        name = "initial"
    elif "." in word and any(map(str.isalpha, word)):
        name = "abbreviation"
    elif any(map(str.isdigit, word)):
        name = "alphanumeric" if any(map(str.isalpha, word)) else "digits"
    elif word.isupper():
        name = "upper"
    elif word[:1].isupper() and word[1:].islower():
        name = "title"
    elif any(map(str.isalpha, word)):
        name = "mixed" if any(map(str.isupper, word)) else "other"
    else:
        name = "punctuation"
    return _SHAPE_ID[name]


class WordEncoder:
    """Turns words into word-piece ids and shape ids, remembering words it has seen.

    Args:
        tokenizer_path: a Hugging Face `tokenizer.json` of an uncased word-piece vocabulary.
    """

    def __init__(self, tokenizer_path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer_path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.cls_id, self.sep_id, self.unknown_id, self.mask_id = (self._id(mark) for mark in ("[CLS]", "[SEP]", "[UNK]", "[MASK]"))
        self._vocabulary: dict[str, int] = self._tokenizer.get_vocab()
        self._seen: dict[str, tuple[tuple[int, ...], int]] = {}

    def _id(self, mark: str) -> int:
        found = self._tokenizer.token_to_id(mark)
        if found is None:
            raise ValueError(f"the tokenizer has no {mark}")
        return found

    def word(self, word: str) -> tuple[tuple[int, ...], int]:
        """Returns the piece ids (1 to `MAX_PIECES_PER_WORD` of them) and the shape id of one word."""
        known = self._seen.get(word)
        if known is not None:
            return known
        plain = word[:100].translate(_PLAIN)
        answer = (self._pieces(plain) or (self.unknown_id,), shape_of(plain))
        if len(self._seen) >= _CACHE_LIMIT:
            self._seen.clear()
        self._seen[word] = answer
        return answer

    def _pieces(self, plain: str) -> tuple[int, ...]:
        whole = self._vocabulary.get(plain.lower()) if plain.isascii() and plain.isalnum() else None
        if whole is not None:
            return (whole,)  # what the tokenizer would say too, for ten times as long
        return tuple(self._tokenizer.encode(plain, add_special_tokens=False).ids[:MAX_PIECES_PER_WORD])

    def words(self, words: Iterable[str]) -> tuple[list[int], list[int], list[int]]:
        """Returns piece ids with `[CLS]` and `[SEP]`, the shape of each piece's word, and each word's first piece."""
        pieces, shapes, firsts = [self.cls_id], [0], []
        for word in words:
            ids, shape = self.word(word)
            firsts.append(len(pieces))
            pieces.extend(ids)
            shapes.extend([shape] * len(ids))
        pieces.append(self.sep_id)
        shapes.append(0)
        return pieces, shapes, firsts

    def count(self, words: Sequence[str]) -> int:
        """Returns how many pieces `words` take, the two special ones left out."""
        return sum(len(self.word(word)[0]) for word in words)
