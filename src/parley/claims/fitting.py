"""Word of harm and those counted → the measure, if the two go together: no people among damaged things, no things among the dead."""

from __future__ import annotations

from spacy.tokens import Token

from parley.lexicon.quantities import HarmWords, units


def verb_measure(verb: Token, role: str, words: HarmWords) -> str | None:
    """Returns what a verb says of those who stand in `role` to it (`obj`, `subj`, `xobj`), or None."""
    lemma = verb.lemma_.lower()
    behind = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    particles = {behind, *(c.lower_ for c in verb.children if c.dep_ == "compound:prt")}
    forms = (lemma, *sorted(f"{lemma} {particle}" for particle in particles))
    entry = next((found for form in forms if (found := words.verbs.get(form) or words.taking.get(form))), None)
    return entry.measure if entry is not None and role in entry.roles else None


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
