"""Figure → how many took part, where a word for a crowd says so: "put the crowd at 35,000", "a crowd of 5,000", "the turnout reached 90,000"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.lexicon.quantities import HarmWords

_ESTIMATING = frozenset("put place estimate count reckon set fix report give calculate".split())
_NUMBERING = frozenset("number reach total exceed top pass swell grow rise".split())
_REACH = 10


def find_turnout(doc: Doc, figure: Figure, words: HarmWords) -> Token | None:
    """Returns the word for the crowd whose size the figure gives, whatever the parser hangs the figure on, or None."""
    if figure.end < len(doc) and doc[figure.end].pos_ == "VERB" and doc[figure.end].tag_ == "VBN":
        return None  # "a crowd of 40 wounded"
    before = [t for t in doc[max(doc[figure.start].sent.start, figure.start - _REACH) : figure.start] if not t.is_space]
    marks = [n for n, t in enumerate(before) if t.is_punct]
    before = before[marks[-1] + 1 :] if marks else before
    crowd = next((t for t in reversed(before) if words.is_a(t.lemma_.lower(), "turnout")), None)
    if crowd is None:
        return None
    last = before[-1]
    led = before[-2] if last.lower_ in ("at", "to") and len(before) > 1 else last
    is_of = last.lower_ == "of" and before[-2] == crowd
    is_put = last.lower_ == "at" and any(t.lemma_.lower() in _ESTIMATING and t.pos_ == "VERB" for t in before)
    return crowd if is_of or is_put or (led.pos_ == "VERB" and led.lemma_.lower() in _NUMBERING and led.i > crowd.i) else None
