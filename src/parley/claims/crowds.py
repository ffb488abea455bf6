"""Figure → how many took part, where a word for a crowd says so, or where they came and what for.

"Put the crowd at 35,000", "a crowd of 5,000", "a rally of 3,000", "200,000 had filled the square", "300 women sat down on the line to demand …".
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.claims.fitting import is_people
from parley.claims.phrases import relation
from parley.language.phrases import children
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
    crowd = next((t for t in reversed(before) if words.is_a(t.lemma_.lower(), "turnout")), None) or _occasion(before, words)
    if crowd is None:
        return None
    last = before[-1]
    led = before[-2] if last.lower_ in ("at", "to") and len(before) > 1 else last
    is_of = last.lower_ == "of" and before[-2] == crowd
    is_put = last.lower_ == "at" and any(t.lemma_.lower() in _ESTIMATING and t.pos_ == "VERB" for t in before)
    return crowd if is_of or is_put or (led.pos_ == "VERB" and led.lemma_.lower() in _NUMBERING and led.i > crowd.i) else None


def _occasion(before: list[Token], words: HarmWords) -> Token | None:
    """ "A rally of", "a march by"."""
    is_near = len(before) > 1 and before[-1].lower_ == "of" and words.is_a(before[-2].lemma_.lower(), "occasion")
    return before[-2] if is_near else None


def find_crowding(figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Token | None:
    """Returns the verb by which those counted come to a square or street, or do what they do in protest, or None."""
    subject, role = relation(figure, head)
    verb = subject.head
    if not role.startswith("nsubj") or verb.pos_ != "VERB" or (noun is not None and not is_people(noun, words)):
        return None
    if noun is not None and words.is_a(noun.lemma_.lower(), "doer"):
        return None
    behind = verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]
    came = words.is_a(verb.lemma_.lower(), "crowding") and any(words.is_a(t.lemma_.lower(), "venue") for t in behind)
    streets = "to the streets" in behind.text.lower() and verb.lemma_ == "take"
    if came or streets or (noun is not None and _is_protest(verb, words)):
        return verb
    return None


def _is_protest(verb: Token, words: HarmWords) -> bool:
    """Returns whether what is done is said to be done "to demand …", "demanding …" or "in protest"."""
    aims = [c for c in verb.children if c.dep_ in ("advcl", "xcomp") and c.tag_ in ("VB", "VBG") and c.i > verb.i]
    shown = [c for c in children(verb, "obl") if c.lemma_.lower() == "protest" and any(g.lower_ == "in" for g in c.children)]
    return bool(shown) or any(words.is_a(a.lemma_.lower(), "protesting") for a in aims)
