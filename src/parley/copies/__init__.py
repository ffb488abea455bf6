"""Articles → copy links and independent sources: who holds whose text, and how many origins stand behind many pages."""

from parley.copies.articles import CopyInput, Known
from parley.copies.find import CopyResult, find_copies, find_known_copies
from parley.copies.fingerprint import Fingerprint, fingerprint
from parley.copies.show import Run, SharedSentence, shared_sentences, word_diff

__all__ = [
    "CopyInput",
    "CopyResult",
    "Fingerprint",
    "Known",
    "Run",
    "SharedSentence",
    "find_copies",
    "find_known_copies",
    "fingerprint",
    "shared_sentences",
    "word_diff",
]
