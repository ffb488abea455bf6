"""Word of harm and those counted → the measure, if the two go together: no people among damaged things, no things among the dead."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from parley.language.phrases import children
from parley.lexicon.people_words import is_person
from parley.lexicon.quantities import HarmWords, units

_TERMS = frozenset(("prison", "jail", "imprisonment", "custody", "detention", "bars", "years", "months", "life", "labour", "labor", "death"))
_MAX_SENTENCE = 24


def verb_measure(verb: Token, role: str, words: HarmWords) -> str | None:
    """Returns what a verb says of those who stand in `role` to it (`obj`, `subj`, `xobj`), or None."""
    lemma = verb.lemma_.lower()
    forms = (lemma, *sorted(_forms(verb)))
    if words.is_a(lemma, "drawing") and not any(words.is_a(s.lemma_.lower(), "occasion", "lasting") for s in children(verb, "nsubj")):
        return None  # "the rally drew 80,000 people", not "the attack drew 12 countries in"
    entry = next((found for form in forms if (found := words.verbs.get(form) or words.taking.get(form))), None)
    return entry.measure if entry is not None and role in entry.roles else None


def _forms(verb: Token) -> set[str]:
    """The verb with each word that may be its particle: "blow up"."""
    behind = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    particles = {behind, *(c.lower_ for c in verb.children if c.dep_ == "compound:prt")}
    return {f"{verb.lemma_.lower()} {particle}" for particle in particles}


def harm_of(verb: Token, role: str, noun: Token | None, words: HarmWords) -> str | None:
    """Returns what a verb says of those counted, who stand in `role` to it, if it may be said of them; `noun` is their head, if they have one."""
    found = verb_measure(verb, role, words)
    if found == "damaged" and noun is not None and is_people(noun, words) and _forms(verb) & words.sorts["deadly"]:
        return "killed"  # "two brothers were blown up by a shell"
    if found is None or not fits(noun, found, words) or (verb.lemma_ == "sentence" and not _is_to_prison(verb)):
        return None
    return found if not words.is_a(verb.lemma_.lower(), "holding") or _is_held(verb, noun, words) else None


def _is_held(verb: Token, noun: Token | None, words: HarmWords) -> bool:
    """Only people are freed or held; talks are held too, and a hall holds whom it has room for."""
    is_passive = (verb.tag_ == "VBN" and not any(c.lemma_ == "have" for c in children(verb, "aux"))) or bool(children(verb, "aux:pass"))
    if noun is None:
        return is_passive and (verb.lemma_ != "hold" or any(c.lower_ in ("being", "still") for c in verb.children))
    by_whom = [s for s in children(verb, "nsubj") if words.is_a(s.lemma_.lower(), "doer") or s.pos_ in ("PROPN", "PRON")]
    return is_people(noun, words) and (is_passive or verb.lemma_ != "hold" or bool(by_whom))


def _is_to_prison(verb: Token) -> bool:
    """Returns whether a sentence is one that is served: "sentenced nine officers to 12 years in prison"."""
    behind = {t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + _MAX_SENTENCE, verb.sent.end)]}
    return bool(behind & _TERMS) and not behind & {"absentia", "suspended"}


def is_people(noun: Token, words: HarmWords) -> bool:
    """Returns whether a noun names human beings."""
    lemma = noun.lemma_.lower()
    own = words.nouns.get(lemma)
    is_named = noun.ent_type_ in ("NORP", "PERSON") or (own is not None and "who" in own.roles)
    return is_named or is_person(lemma) or words.is_a(lemma, "folk", "crowd", "comrade", "person", "life")


def said_of(tokens: Iterable[Token], words: HarmWords) -> tuple[Token, str] | None:
    """Returns the first of the words that says what became of people, with its measure: "killed", "who died", "soldiers lost"."""
    lost = of_fighters = False
    for token in tokens:
        entry = words.states.get(token.lower_) or words.nouns.get(token.lemma_.lower())
        found = entry.measure if entry is not None else None
        if found is None and token.tag_ in ("VBN", "VBD"):
            found = (verb_measure(token, "obj", words) if token.tag_ == "VBN" else None) or verb_measure(token, "subj", words)
        lost = lost or token.lemma_ == "lose"
        if found is None and lost and words.is_a(token.lemma_.lower(), "life"):
            found = "killed"
        if of_fighters and token.lower_ == "lost":
            found = "killed"
        of_fighters = words.is_a(token.lemma_.lower(), "doer", "comrade")
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


def is_perfect(verb: Token) -> bool:
    """Returns whether the participle, or the verb it goes on from, has "have" before it."""
    chain = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    return any(c.lemma_ == "have" for v in chain for c in children(v, "aux")) and not any(children(v, "aux:pass") for v in chain)
