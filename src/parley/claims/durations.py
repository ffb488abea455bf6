"""Figure of hours, days or years → how long talks, a pause, a siege lasted; and "nine-nation meeting" → its participants."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.counts import Count
from parley.claims.figures import Figure
from parley.language.phrases import ancestors, children
from parley.lexicon.people_words import is_person
from parley.lexicon.quantities import harm_words, units

_LASTING_VERBS = frozenset(
    "last continue end conclude go hold run drag extend finish talk meet negotiate expire endure".split(),
)
_ENDING_VERBS = frozenset(("break", "collapse", "adjourn", "stop", "fail"))
_TAKING = frozenset("take need last spend require continue".split())
_POINTS = frozenset("ago later earlier before since past last next previous first within every each away".split())
_CASES = frozenset("after for of during in over into within".split())


def compound(doc: Doc, figure: Figure) -> Count | None:
    """Reads "a 48-hour pause", "a four-year siege", "a nine-nation meeting"."""
    at = figure.number_end
    if at + 1 >= len(doc) or doc[at].text not in ("-", "–", "‑"):
        return None
    words = harm_words()
    unit = doc[at + 1].lemma_.lower()
    noun = next((t for t in doc[at + 2 : at + 8] if t.pos_ in ("NOUN", "PROPN") and words.is_a(t.lemma_.lower(), "lasting")), None)
    if noun is None or any(t.text in ",.;" for t in doc[at + 2 : noun.i]):
        return None
    if unit in units().hours:
        return Count(figure, "duration", noun, noun, units().hours[unit])
    if words.is_a(unit, "party"):
        return Count(figure, "participants", doc[at + 1], noun)
    return None


def lasting(doc: Doc, figure: Figure) -> Count | None:
    """Reads "four hours of talks", "talks ended after four hours", "a ceasefire of at least 72 hours", "lasted ten days"."""
    if figure.number_end >= len(doc):
        return None
    unit = doc[figure.number_end]
    if unit.lemma_.lower() not in units().hours:
        return None
    hours = units().hours[unit.lemma_.lower()]
    thing = _complement(unit) or _governor(unit)
    if thing is not None:
        return Count(figure, "duration", thing, thing, hours)
    verb = _spent(doc, figure, unit)
    return Count(figure, "duration", None, verb, hours) if verb is not None else None


def _spent(doc: Doc, figure: Figure, unit: Token) -> Token | None:
    """The verb whose act took so long: "needed 14 hours to", "halted its flights for 48 hours", "after five hours behind closed doors"."""
    verb = unit.head
    before = doc[figure.start - 1].lower_ if figure.start else ""
    behind = doc[unit.i + 1].lower_ if unit.i + 1 < len(doc) else ""
    if verb.pos_ != "VERB" or before in _POINTS or behind in _POINTS or any(_is_one_person(s) for s in children(verb, "nsubj")):
        return None
    if unit.dep_ in ("obj", "obl:unmarked", "obl", "nsubj") and verb.lemma_ in _TAKING and before not in ("after", "within"):
        return verb
    return verb if unit.lemma_.lower() == "hour" and unit.dep_.startswith("obl") and before in ("for", "after") else None


def _is_one_person(subject: Token) -> bool:
    """ "He hid for five hours": what one person did is no meeting, pause or siege."""
    return subject.lower_ in ("he", "she", "i") or subject.ent_type_ == "PERSON" or (subject.tag_ == "NN" and is_person(subject.lower_))


def _complement(unit: Token) -> Token | None:
    following = list(unit.doc[unit.i + 1 : unit.i + 6])
    if not following or following[0].lower_ != "of":
        return None
    return next((t for t in following[1:] if harm_words().is_a(t.lemma_.lower(), "lasting")), None)


def _governor(unit: Token) -> Token | None:
    """Climbs from the unit to a noun that lasts, or to a verb of lasting and its subject."""
    words = harm_words()
    cases = {c.lower_ for c in unit.children if c.dep_ == "case"}
    for step, above in enumerate(ancestors(unit)):
        if step > 1:
            break
        if above.pos_ in ("NOUN", "PROPN") and words.is_a(above.lemma_.lower(), "lasting") and (cases & {"of", "for"}):
            return above
        is_lasting = above.lemma_ in _LASTING_VERBS and (not cases or cases & _CASES)
        is_lasting = is_lasting or (above.lemma_ in _ENDING_VERBS and cases == {"after"})
        if (above.pos_ == "VERB" or children(above, "mark")) and (is_lasting or cases == {"for"}):  # "is to last" may be read as an adjective
            for subject in _subjects(above):
                if words.is_a(subject.lemma_.lower(), "lasting"):
                    return subject
    return None


def _subjects(verb: Token) -> list[Token]:
    """Subjects of a verb, also through "which lasted" and "is expected to last"."""
    if verb.dep_ == "acl:relcl":
        return [verb.head]
    return children(verb, "nsubj", "nsubj:pass") or (children(verb.head, "nsubj", "nsubj:pass") if verb.dep_ == "xcomp" else [])
