"""Figure → the words by which those counted lost their lives, where no single verb of killing says it.

"Shot dead two mayors", "hacked to death", "fatally wounded", "lost their lives", "cost the lives of 15 people", "the army lost 20
men", "the dead include five women", "killed in the raid were five soldiers".
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.claims.phrases import relation
from parley.language.phrases import children
from parley.lexicon.quantities import HarmWords, units

_FATALLY = frozenset(("fatally", "mortally", "lethally"))
_DEAD = frozenset(("dead", "killed", "deceased"))
_LISTING = frozenset(("include", "be", "number"))
_INCLUDING = frozenset(("include", "includes", "included"))
_REACH = 8
_PATIENT = frozenset(("obj", "nsubj:pass"))


def find_loss(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Token | None:
    """Returns the word that says those counted by `figure` died, or None.

    Args:
        noun: the head of those counted, if it is named.
        head: the head of the figure's whole phrase.
    """
    subject, role = relation(figure, head)
    verb = subject.head
    if noun is not None and (words.is_a(noun.lemma_.lower(), "thing", "place", "attack", "force") or noun.lemma_ in units().hours):
        return None
    if verb.i != subject.i and verb.pos_ in ("VERB", "AUX", "NOUN"):
        found = _fatal(verb, role) or _lives(subject, role, words) or _lost(verb, role, noun, words) or _listed(verb, role)
        if found is not None:
            return found
    return _inverted(head, figure) or _behind_the_dead(doc, figure)


def _fatal(verb: Token, role: str) -> Token | None:
    """ "Shot dead", "beaten to death", "fatally wounded": what happened to an object or a passive subject was deadly."""
    is_own = role == "nsubj" and verb.pos_ == "VERB" and not children(verb, "obj") and verb.lemma_ != "shoot"  # "froze to death"
    return verb if (role in _PATIENT or is_own) and is_deadly(verb) else None


def is_deadly(verb: Token) -> bool:
    """Returns whether a word by the verb says that it killed: "shot to death", "fatally wounded", "shot dead"."""
    for word in verb.children if verb.pos_ == "VERB" else ():
        to_death = word.lower_ == "death" and any(c.lower_ == "to" for c in word.children)
        if to_death or word.lower_ in _FATALLY or (word.lower_ == "dead" and verb.lemma_ == "shoot"):
            return True
    return False


def _lives(subject: Token, role: str, words: HarmWords) -> Token | None:
    """ "Eight peasants lost their lives", "the raid cost the lives of 15 people"."""
    verb = subject.head
    if role == "nsubj" and verb.lemma_ == "lose":
        owned = [o for o in children(verb, "obj") if words.is_a(o.lemma_.lower(), "life") and children(o, "nmod:poss")]
        return verb if owned else None
    if role == "nmod" and words.is_a(verb.lemma_.lower(), "life") and words.is_a(verb.head.lemma_.lower(), "demand"):
        return verb.head
    return None


def _lost(verb: Token, role: str, noun: Token | None, words: HarmWords) -> Token | None:
    """ "The army lost 20 men", "troops eliminated ten rebels", "17 rebels fell in combat"."""
    if noun is None or not words.is_a(noun.lemma_.lower(), "doer", "comrade"):
        return None
    if role in _PATIENT and words.is_a(verb.lemma_.lower(), "loss"):
        return verb
    fell = role == "nsubj" and verb.lemma_ == "fall" and any(words.is_a(o.lemma_.lower(), "combat") for o in children(verb, "obl"))
    return verb if fell else None


def _listed(verb: Token, role: str) -> Token | None:
    """ "The dead include five women"."""
    dead = [s for s in children(verb, "nsubj") if s.lower_ in _DEAD]
    return dead[0] if dead and role == "obj" and verb.lemma_ in _LISTING else None


def _inverted(head: Token, figure: Figure) -> Token | None:
    """ "The dead are five women", "Killed in the attack were five soldiers"."""
    if not children(head, "cop"):
        return None
    said = [c for c in children(head, "nsubj", "advcl", "csubj") if c.lower_ in _DEAD and c.i < figure.start]
    return said[0] if said else None


def _behind_the_dead(doc: Doc, figure: Figure) -> Token | None:
    """The figure a count of the dead has come to, whatever the parse: "the number of dead rose to 26", "the dead number 26"."""
    before = doc[max(doc[figure.start].sent.start, figure.start - _REACH) : figure.start]
    words = [t.lower_ for t in before]
    rises = len(words) > 3 and words[-1] in ("to", "at") and words[-3] in ("dead", "killed") and words[-4] == "of"
    numbers = len(words) > 1 and words[-2] == "dead" and words[-1] in ("number", "numbered")
    if words and words[-1] in _INCLUDING:  # "those killed in the raid include two cooks"
        return next((t for t in before if t.lower_ in _DEAD), None)
    put = len(words) > 3 and words[-1] == "at" and words[-2] in _DEAD and "of" in words[-4:-2]  # "put the number of the dead at 61"
    return before[-3] if rises else before[-2] if numbers or put else None
