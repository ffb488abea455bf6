"""Articles → copy links and independent sources: who holds whose text, and how many origins stand behind many pages."""

from parley.copies.articles import CopyInput, Known
from parley.copies.find import CopyResult, extend_copies, find_copies
from parley.copies.fingerprint import Fingerprint, fingerprint
from parley.copies.show import SharedSentence, shared_in_pairs, shared_sentences

__all__ = [
    "CopyInput",
    "CopyResult",
    "Fingerprint",
    "Known",
    "SharedSentence",
    "extend_copies",
    "find_copies",
    "fingerprint",
    "shared_in_pairs",
    "shared_sentences",
]
