"""Upper-case text → ordinary case, by the commonest form of each word in mixed-case news; only for measuring on old wire copy."""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from pathlib import Path

_WORD = re.compile(r"[A-Z][A-Z'’]*")


def learn_forms(gmb: Path) -> dict[str, str]:
    """Returns lower-case word → its commonest form away from sentence starts, from `gmb.tsv.gz`."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    start = True
    with gzip.open(gmb, "rt", encoding="utf-8") as file:
        for line in file:
            word = line.split("\t")[0].strip()
            if word and not start:
                forms[word.lower()][word] += 1
            start = not word
    return {word: counts.most_common(1)[0][0] for word, counts in forms.items()}


def recase(text: str, forms: dict[str, str]) -> str:
    """Returns `text` with words in their usual form, unknown words (mostly names) and sentence starts with a capital."""

    def form(match: re.Match[str]) -> str:
        word = match.group()
        usual = forms.get(word.lower(), word.capitalize())
        before = text[: match.start()].rstrip()[-1:]
        return usual[:1].upper() + usual[1:] if before in ("", ".", "!", "?", "]") else usual

    return _WORD.sub(form, text)
