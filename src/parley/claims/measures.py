"""Figure → what it counts: the measure, those counted, and the word the count hangs on.

Syntax first (the figure's noun phrase as subject, object or complement of a word of harm), then token patterns, for
sentences the parser gets wrong. The words are in `lexicon/data/harm.tsv`.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.counts import Count
from parley.claims.crowds import find_crowding, find_turnout
from parley.claims.deaths import find_loss
from parley.claims.figures import Figure
from parley.claims.fitting import fits, harm_of, is_perfect
from parley.claims.flight import find_flight, is_driven_out
from parley.claims.phrases import counted_noun, first_conjunct, relation, top
from parley.claims.plight import find_plight, find_want, is_under_siege
from parley.claims.tolls import TOLL_CASES, behind_of, behind_which, put_at, put_of, risen, toll_of
from parley.claims.touching import by_neighbours, by_touching, elided_passive
from parley.claims.unreal import is_unreal
from parley.language.phrases import children
from parley.lexicon.quantities import Counted, HarmWords, harm_words, units

_FEARED = frozenset(("fear", "believe", "report", "presume", "think", "leave", "confirm", "say", "find", "list", "know", "shoot", "burn"))

_NOTHING = Counted("", frozenset())
_NAMED = frozenset(("who",))
_SUFFERED = frozenset(("killed", "injured", "missing", "detained"))


def measure(doc: Doc, figure: Figure) -> Count | None:
    """Returns what the figure counts, or None when nothing says so."""
    words = harm_words()
    noun = counted_noun(doc, figure)
    head = top(doc, figure, noun)
    elided = elided_passive(doc, figure, noun)
    if elided is not None:
        what = harm_of(elided, "obj", noun, words) or ("displaced" if is_driven_out(figure, elided, words) else None)
        return Count(figure, what, noun, elided) if what is not None else None
    for rule in _RULES:
        found = rule(doc, figure, noun, head, words)
        if found is not None:
            return found
    return None


def _by_crowd(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """The figure is the size of a crowd."""
    crowd = find_turnout(doc, figure, words)
    return Count(figure, "participants", noun, crowd) if crowd is not None and (noun is None or fits(noun, "participants", words)) else None


def _by_crowding(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Those counted come together somewhere, or protest by what they do."""
    verb = find_crowding(figure, noun, head, words)
    return Count(figure, "participants", noun, verb) if verb is not None and not is_unreal(verb) else None


def _by_harmed(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Those whose name says what became of them, or who are described by it, are said to suffer more: "killed 75 prisoners"."""
    if noun is None:
        return None
    own = words.nouns.get(noun.lemma_.lower(), _NOTHING)
    described = [t for t in doc[figure.end : noun.i] if t.lower_ in words.states and t.head.i == noun.i]
    if not described and (own.roles != _NAMED or own.measure == "killed"):
        return None
    for rule in (by_loss, by_touching, by_verb, by_nominal):
        found = rule(doc, figure, noun, head, words)
        if found is not None and found.measure in _SUFFERED:
            return found
    return None


def _by_noun(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """The counted noun is itself a harm ("12 deaths", "30 air strikes") or a life lost."""
    if noun is None:
        return None
    lemma = noun.lemma_.lower()
    if lemma in words.nouns:
        if [t.lower_ for t in doc[figure.end : figure.end + 2]] == ["of", "the"]:
            further = by_verb(doc, figure, noun, head, words)  # "seven of the wounded died"
            if further is not None:
                return further
        return Count(figure, words.nouns[lemma].measure, noun, noun)
    if words.is_a(lemma, "life") and noun.head.i != noun.i and words.is_a(noun.head.lemma_.lower(), "demand"):
        return Count(figure, "killed", noun, noun.head)
    if words.is_a(lemma, "attack") and not words.is_a(lemma, "thing"):
        governor = _verb_of(head)
        is_feared = governor is not None and any(c.lower_ in ("will", "would", "could", "may", "might") for c in children(governor, "aux"))
        return None if is_feared else Count(figure, "attacks", noun, governor if governor is not None else noun)
    return None


def by_loss(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Those counted are said to have died by other words than a verb of killing."""
    anchor = find_loss(doc, figure, noun, head, words)
    return Count(figure, "killed", noun, anchor) if anchor is not None and not is_unreal(anchor) else None


def _by_state(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Those counted are said to be dead, wounded or missing: "12 dead", "five wounded soldiers", "left 12 people dead"."""
    after = doc[figure.end] if figure.end < len(doc) else None
    if after is not None and after.lower_ in words.states and (noun is None or noun.i >= after.i or noun.i < figure.start):
        anchor = noun if noun is not None and noun.i >= after.i and after.head.i == noun.i else after
        return Count(figure, words.states[after.lower_].measure, None if noun is after else noun, anchor)
    said = children(noun, "amod", "acl", "advmod") if noun is not None else []
    subject, role = relation(figure, head)
    if role.startswith("nsubj"):  # "12 people were killed and 30 wounded": no word behind the verb describes its subject
        said = [word for word in said if word.i < subject.head.i or subject.head.i < subject.i]
    taken = [
        c for clause in said if clause.dep_ == "acl" for c in children(clause, "xcomp", "advmod", "obj", "obl", "compound:prt")
    ]  # "ten workers taken hostage"
    for word in (*said, *taken, *predicates(figure, head)):
        state = words.states.get(word.lower_)
        if state is not None and not is_unreal(word) and fits(noun, state.measure, words):
            return Count(figure, state.measure, noun, word)
    return None


def predicates(figure: Figure, head: Token) -> list[Token]:
    """Returns the words said of the phrase by a copula or a verb of leaving, holding and fearing."""
    subject, role = relation(figure, head)
    if role in ("nsubj", "nsubj:pass") and subject.head.pos_ in ("ADJ", "VERB", "ADV", "NOUN"):
        is_said = subject.head.pos_ != "VERB" or subject.head.lower_ == "missing"
        return [subject.head, *children(subject.head, "xcomp", "conj")] if is_said else children(subject.head, "xcomp")
    if role == "obj":
        return [*children(subject.head, "xcomp", "advcl", "obj", "obl"), *children(subject, "amod", "acl")]
    return []


def by_verb(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Those counted are subject or object of a verb of harm, or described by its participle."""
    subject, relation_of = relation(figure, head)
    is_subject = relation_of.startswith("nsubj")
    for clause in children(head, "acl", "acl:relcl"):
        if is_subject and clause.i > subject.head.i:  # "40 were killed and 12 wounded": no word behind the verb describes its subject
            continue
        found = harm_of(clause, "obj" if clause.tag_ == "VBN" or children(clause, "aux:pass") else "subj", noun, words)
        if found and not is_unreal(clause):
            return Count(figure, found, noun, clause)
    verb = subject.head
    if is_subject and verb.pos_ == "VERB" and not is_unreal(verb):
        if _is_crowd(noun, words) and verb.lemma_.lower() not in words.verbs:
            return Count(figure, "participants", noun, verb)
        hurt = [o.lemma_.lower() for o in children(verb, "obj")]
        if any(words.nouns.get(o, _NOTHING).measure == "injured" or (verb.lemma_ == "lose" and words.is_a(o, "limb")) for o in hurt):
            return Count(figure, "injured", noun, verb)
    role = {"nsubj:pass": "obj", "nsubj": "subj", "obj": "obj"}.get(relation_of)
    if role is None or verb.i == subject.i:
        return None
    before = [verb.head] if verb.dep_ == "conj" and role == "obj" and verb.head.pos_ == "VERB" and not children(verb.head, "obj") else []
    for candidate in (verb, *before, *children(verb, "conj", "xcomp", "ccomp", "advcl")):
        used = role
        if candidate.dep_ == "conj" and candidate is not verb and candidate not in before and _counts_others(candidate):
            continue
        if candidate is not verb:
            is_passive = candidate.tag_ == "VBN" and not is_perfect(candidate) and (role != "obj" or relation_of == "nsubj:pass")
            used = "obj" if is_passive or candidate in before else "xobj" if role == "obj" else role
        found = harm_of(candidate, used, noun, words)
        if found and not is_unreal(candidate) and _linked(verb, candidate, words):
            return Count(figure, found, noun, candidate)
    return None


def _by_flight(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Those counted are driven from where they live, or leave it: "has driven 40,000 from their homes", "have sought refuge in schools"."""
    verb = find_flight(figure, noun, head, words)
    return Count(figure, "displaced", noun, verb) if verb is not None and fits(noun, "displaced", words) and not is_unreal(verb) else None


def _counts_others(verb: Token) -> bool:
    """Returns whether a verb that goes on has those it tells of before it: in "9 were questioned and 13 captured" not the nine were captured."""
    return bool(children(verb, "nsubj", "nsubj:pass")) or (verb.i > 0 and verb.nbor(-1).pos_ == "NUM")


def _is_crowd(noun: Token | None, words: HarmWords) -> bool:
    """Protesters take part in whatever they do."""
    return noun is not None and words.is_a(noun.lemma_.lower(), "crowd")


def _linked(verb: Token, candidate: Token, words: HarmWords) -> bool:
    """A verb of harm further down speaks of the same people only below a verb of fearing, forcing or no harm of its own."""
    to_infinitive = candidate.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "mark" for c in candidate.children)
    return candidate in (verb, verb.head) or candidate.dep_ in ("conj", "xcomp") or to_infinitive or verb.lemma_ in _FEARED


def by_nominal(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Those counted complete a noun of harm ("the deaths of 12 soldiers") or a toll ("the death toll rose to 31")."""
    subject = first_conjunct(head)
    governor = behind_which(subject) or subject.head
    is_placed = subject.dep_ in ("nmod", "obl", "obj", "nmod:poss", "obl:unmarked", "advmod") or governor != subject.head
    if governor.i == subject.i or not is_placed:
        return None
    cases = {c.lower_ for c in subject.children if c.dep_ == "case"}
    harm = words.nouns.get(governor.lemma_.lower()) or words.nouns.get(governor.lower_)  # "the killing of": the lemma is "kill"
    if subject.dep_ == "nmod" and "of" in cases and harm is not None and fits(noun, harm.measure, words):
        return Count(figure, harm.measure, noun, governor)
    around = [governor, *children(governor, "nsubj", "nsubj:pass", "obj"), *risen(governor, words)]
    tolls = [(word, found) for word in around if (found := toll_of(word, words))]
    if tolls and (not cases or cases & TOLL_CASES) and (noun is None or noun.lemma_ not in units().hours):
        toll, found = tolls[0]
        those = [c for c in children(toll, "nmod") if c.pos_ == "NOUN" and c.lemma_.lower() not in words.nouns and found and fits(c, found, words)]
        those = those or behind_of(toll, found, words)
        of_whom = those[0] if noun is None and those and not words.is_a(toll.lemma_.lower(), "toll") else noun
        return Count(figure, found, of_whom, governor if governor.pos_ == "VERB" else toll)
    return None


def _by_listed_toll(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """One of several tolls put at numbers: "put the dead at 77 and the injured at 255"."""
    found = put_of(doc, figure, words) if noun is None else None
    return Count(figure, found[1], None, found[0]) if found is not None else None


def _by_toll(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """The words before the figure name the toll it has come to."""
    found = put_at(doc, figure, words) if noun is None or noun.lemma_ not in units().hours else None
    if found is None:
        return None
    toll, counted = found
    return Count(figure, counted, noun or next(iter(behind_of(toll, counted, words)), None), toll)


def by_plight(doc: Doc, figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Count | None:
    """Those counted live under siege, or are left without what they need."""
    held = is_under_siege(doc, figure, head, words)
    if held is not None:
        return Count(figure, "besieged", noun, held)
    found = find_plight(doc, figure, noun, words) or find_want(figure, noun, head, words)
    return Count(figure, found[1], noun, found[0]) if found is not None and not is_unreal(found[0]) else None


def _verb_of(token: Token) -> Token | None:
    for _ in range(6):
        if token.pos_ == "VERB":
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


_RULES = (
    _by_listed_toll,
    _by_crowd,
    _by_harmed,
    _by_noun,
    by_loss,
    by_touching,
    _by_state,
    by_neighbours,
    by_verb,
    _by_flight,
    _by_crowding,
    by_nominal,
    _by_toll,
    by_plight,
)
"""In the order in which they are asked: what is surest, and what says more, first."""
