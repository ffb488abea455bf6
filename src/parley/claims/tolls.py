"""Words whose number follows → what that number counts: "the death toll rose to 31", "the number of people wounded stands at 12"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.claims.fitting import fits, said_of
from parley.lexicon.quantities import HarmWords

TOLL_CASES = frozenset(("to", "at", "of", "past", "above", "beyond"))
_COUNTING = frozenset(("number", "count", "total", "figure", "tally"))
_MAX_TOLL, _MAX_RISING, _MAX_PUT = 6, 24, 12
_BRINGING = frozenset(("bring", "take", "raise", "push", "lift"))
_PUTTING = frozenset(("put", "place", "set", "estimate", "stand", "remain", "stay", "fix", "give"))


def behind_which(number: Token) -> Token | None:
    """Returns the verb right before "to 17", whatever the parser hangs the number on."""
    before = [number.doc[c.i - 1] for c in number.children if c.dep_ == "case" and c.lower_ in TOLL_CASES and c.i > 0]
    return before[0] if before and before[0].pos_ == "VERB" else None


def risen(verb: Token, words: HarmWords) -> list[Token]:
    """Returns the words before a verb of rising that may be what rose, nearest first, wherever the parser hangs them."""
    if not words.is_a(verb.lemma_.lower(), "rising"):
        return []
    before = verb.doc[max(verb.sent.start, verb.i - _MAX_RISING) : verb.i]
    return [t for t in reversed(before) if t.lemma_.lower() in _COUNTING or words.is_a(t.lemma_.lower(), "toll")]


def behind_of(toll: Token, found: str, words: HarmWords) -> list[Token]:
    """Returns the noun right behind "number of", whatever the parser hangs it on."""
    of, behind = [*toll.doc[toll.i + 1 : toll.i + 3], toll, toll][:2]
    return [behind] if of.lower_ == "of" and behind.pos_ == "NOUN" and fits(behind, found, words) else []


def put_at(doc: Doc, figure: Figure, words: HarmWords) -> tuple[Token, str] | None:
    """Returns the toll that the figure is said to have come to, with what it counts, wherever the parser hangs the figure.

    "Put the number of arrests at 212", "bringing to five the number of those killed".
    """
    before = doc[max(doc[figure.start].sent.start, figure.start - _MAX_PUT) : figure.start]
    if len(before) < 2 or before[-1].lower_ not in ("at", "to"):
        return None
    inverted = [t.lower_ for t in doc[figure.end : figure.end + 3]][:2]
    if before[-2].lemma_ in _BRINGING and inverted[:1] == ["the"]:
        tolls = [t for t in doc[figure.end + 1 : figure.end + 4] if t.pos_ == "NOUN"][:1]
    else:
        marks = [n for n, t in enumerate(before) if t.is_punct]
        near = before[marks[-1] + 1 :] if marks else before
        verbs = [t.i for t in near if t.lemma_ in _BRINGING | _PUTTING or words.is_a(t.lemma_.lower(), "rising")]
        tolls = [t for t in reversed(list(near)) if verbs and t.pos_ == "NOUN" and toll_of(t, words)][:1]
    return next(((t, found) for t in tolls if (found := toll_of(t, words))), None)


def put_of(doc: Doc, figure: Figure, words: HarmWords) -> tuple[Token, str] | None:
    """Returns the word for what became of those whose number follows it: "the injured at 255"."""
    lead = doc[max(doc[figure.start].sent.start, figure.start - 3) : figure.start]
    if [t.lower_ for t in lead][:1] != ["the"] or len(lead) < 3 or lead[2].lower_ != "at":
        return None
    state = words.states.get(lead[1].lower_) or words.nouns.get(lead[1].lower_)
    before = doc[max(doc[figure.start].sent.start, figure.start - _MAX_RISING) : lead.start]
    return (lead[1], state.measure) if state is not None and any(t.lemma_ in _PUTTING for t in before) else None


def toll_of(word: Token, words: HarmWords) -> str:
    """Returns what a toll counts: deaths, or what "the number of people wounded" says; nothing for other words."""
    lemma = word.lemma_.lower()
    if words.is_a(lemma, "toll"):
        return "killed"
    if lemma not in _COUNTING:
        return ""
    found = said_of(word.doc[word.i + 1 : word.i + 1 + _MAX_TOLL], words)
    return found[1] if found is not None else ""
