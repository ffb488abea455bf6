"""An article's text → its fingerprint: all that is ever needed to compare it with another.

Words are kept as 32-bit hashes in text order, with sentence lengths, so that a pair is scored without either text.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from parley.copies.sentences import Sentences, split_sentences
from parley.copies.shingles import Shingles, sample
from parley.model import ParleyError

_MAGIC = b"PF2"
_HEADER = struct.Struct("<3sHIII")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of an article for comparing it. The byte strings are little-endian arrays.

    Args:
        article: the article's id.
        words: a 32-bit hash for each word, in text order.
        lengths: words in each sentence, 16 bits each.
        quoted: words in quotation marks in each sentence, 16 bits each.
        samples: the sampled shingles, sorted, each once, 64 bits each.
    """

    article: str
    words: bytes
    lengths: bytes
    quoted: bytes
    samples: bytes

    @property
    def shingles(self) -> Shingles:
        """The sampled shingles, sorted, each once."""
        return np.frombuffer(self.samples, "<u8")

    def to_bytes(self) -> bytes:
        """Packs it for the store; `from_bytes` is the way back."""
        name = self.article.encode("utf-8", "surrogatepass")
        parts = name, self.lengths, self.quoted, self.words, self.samples
        return _HEADER.pack(_MAGIC, len(name), len(self.lengths), len(self.words), len(self.samples)) + b"".join(parts)

    @classmethod
    def from_bytes(cls, data: bytes) -> Fingerprint:
        """Unpacks what `to_bytes` made.

        Raises:
            ParleyError: when `data` is not a fingerprint, or one of another version.
        """
        if len(data) < _HEADER.size or not data.startswith(_MAGIC):
            raise ParleyError("not a fingerprint of this version")
        _, name, lengths, words, samples = _HEADER.unpack_from(data)
        cuts = [*accumulate((_HEADER.size, name, lengths, lengths, words, samples))]
        if cuts[-1] != len(data):
            raise ParleyError("a fingerprint cut short")
        parts = [data[start:end] for start, end in pairwise(cuts)]
        try:
            article = parts[0].decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise ParleyError("a damaged fingerprint") from None
        return cls(article, parts[3], parts[1], parts[2], parts[4])


def fingerprint(article_id: str, text: str) -> Fingerprint:
    """Takes the fingerprint of `text`; a pure function of its arguments."""
    return fingerprint_sentences(article_id, split_sentences(text))


def fingerprint_sentences(article_id: str, found: Sentences) -> Fingerprint:
    """Takes the fingerprint of a text that is split already."""
    lengths, quoted = found.lengths.astype("<u2"), found.quoted.astype("<u2")
    return Fingerprint(article_id, found.words.tobytes(), lengths.tobytes(), quoted.tobytes(), sample(found.words).tobytes())
