"""Spellings → keys under which spelling variants of one name meet.

Two strengths: `fold` removes only what typing removes (case, accents, quotes, hyphens); `sound_key` also removes
what transliteration from Arabic and Cyrillic varies (Sergei/Sergey, Mohammed/Muhammad, Daraa/Dara), so it is for
comparing names already known to be of the same kind, not for look-up in running text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = str.maketrans(dict.fromkeys("‘’'`ʿʾʼ´“”\"ˌ.\u200b\u200e\u200f\ufeff", "") | dict.fromkeys("-‐‑–—/_", " "))
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "a", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_SPACE = re.compile(r"\s+")
_ARTICLES = frozenset("al el ar as ad an at az ash ul il ur".split())
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^(mohamm?[ae]d|muhamm?[ae]d|mohamm?ad|mehmed|mohamm?ed|mokhammad)$", "mhmd"),
        (r"kh|gh", "h"),
        (r"ou|oo|w(?=[aeiou])", "u"),
        (r"q|ck?|g", "k"),
        (r"ph", "f"),
        (r"[ie]y|[ei]i|[yj]", "i"),
        (r"dh|th", "d"),
        (r"z|s(?=h)h?|ts?ch", "s"),
        (r"ks|x", "ks"),
        (r"[aeiou]+", "a"),
        (r"(.)\1+", r"\1"),
        (r"h", ""),
        (r"(?<=.)a$", ""),
    )
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Returns `text` in lower case without accents, quotes and full stops, with hyphens as spaces."""
    if text.isascii() and text.isalpha():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_MARKS)
    return _SPACE.sub(" ", plain).strip()


def bare_name(name: str) -> str:
    """Returns a name or description as it is compared within one text: in lower case, without "the"."""
    return name.casefold().removeprefix("the ")


def without_article(folded: str) -> str:
    """Returns a folded name without an Arabic article at its start: "al bab" → "bab"."""
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _ARTICLES else folded


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """Returns what is left of one word of a name when letters that transliteration varies are made equal."""
    key = fold(word).replace(" ", "")
    for pattern, to in _SOUNDS:
        key = pattern.sub(to, key)
    return key
