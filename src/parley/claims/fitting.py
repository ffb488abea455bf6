"""Word of harm and those counted → the measure, if the two go together: no people among damaged things, no things among the dead."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from parley.language.phrases import children
from parley.lexicon.quantities import HarmWords, units


def verb_measure(verb: Token, role: str, words: HarmWords) -> str | None:
    """Returns what a verb says of those who stand in `role` to it (`obj`, `subj`, `xobj`), or None."""
    lemma = verb.lemma_.lower()
    behind = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    particles = {behind, *(c.lower_ for c in verb.children if c.dep_ == "compound:prt")}
    forms = (lemma, *sorted(f"{lemma} {particle}" for particle in particles))
    if words.is_a(lemma, "drawing") and not any(words.is_a(s.lemma_.lower(), "occasion", "lasting") for s in children(verb, "nsubj")):
        return None  # "the rally drew 80,000 people", not "the attack drew 12 countries in"
    entry = next((found for form in forms if (found := words.verbs.get(form) or words.taking.get(form))), None)
    return entry.measure if entry is not None and role in entry.roles else None


def said_of(tokens: Iterable[Token], words: HarmWords) -> tuple[Token, str] | None:
    """Returns the first of the words that says what became of people, with its measure: "killed", "who died", "who lost their lives"."""
    lost = False
    for token in tokens:
        entry = words.states.get(token.lower_) or words.nouns.get(token.lemma_.lower())
        found = entry.measure if entry is not None else None
        if found is None and token.tag_ in ("VBN", "VBD"):
            found = (verb_measure(token, "obj", words) if token.tag_ == "VBN" else None) or verb_measure(token, "subj", words)
        lost = lost or token.lemma_ == "lose"
        if found is None and lost and words.is_a(token.lemma_.lower(), "life"):
            found = "killed"
        if found is not None:
            return token, found
    return None


def fits(noun: Token | None, found: str, words: HarmWords) -> bool:
    """Keeps things out of counts of people and people out of counts of things."""
    lemma = noun.lemma_.lower() if noun is not None else ""
    if found == "participants":
        return noun is not None and (words.is_a(lemma, "party", "crowd") or noun.ent_type_ == "NORP") and not _is_known_pair(noun)
    if found == "damaged":
        return words.is_a(lemma, "place")
    if noun is not None and noun.ent_type_ in ("WEAPON", "VEHICLE"):
        return False
    return not words.is_a(lemma, "thing", "place", "attack", "force") and lemma not in units().hours


def _is_known_pair(noun: Token) -> bool:
    """ "The two countries" points back to those named; it does not count them."""
    lefts = {c.lower_ for c in noun.lefts}
    return bool(lefts & {"the", "these", "those", "both"} and lefts & {"two", "three", "both"})
