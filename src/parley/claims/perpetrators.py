"""Count → who did it, and how sure the text is: the agent of the verb of harm, or the maker of the strikes that did."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from parley.claims.counts import Count
from parley.claims.deaths import is_deadly
from parley.claims.phrases import first_conjunct
from parley.claims.region import Region
from parley.language.phrases import children, noun_phrase, offsets
from parley.lexicon.quantities import harm_words, hedges
from parley.model import Entity, Naming

Doer = tuple[str | None, str | None]
_NOBODY: Doer = (None, None)
_AIMED = frozenset("of on against in at near over inside outside around across along throughout to".split())
_SEVERAL = frozenset("series string wave spate number barrage rash round flurry succession".split())
_CHARGED = frozenset(("accuse", "suspect", "blame", "charge"))
_MAX_BACK = 3
_POINTING = frozenset(("those", "these", "such", "the", "its", "their"))
_ARMS = frozenset("force troop army military jet plane warplane drone aircraft helicopter navy government regime tank soldier marine".split())


def find_perpetrator(doc: Doc, text: str, place: Region, naming: Naming) -> Doer:
    """Returns the resolved name of the one who did it and `certain`, `probable` or `possible`; (None, None) when nobody is named."""
    inside = {token.i for token in place}
    for verb in place.verbs:
        for agent in _agents(doc[verb]):
            if agent.i not in inside or _is_of_part(doc, place.behind, agent):
                continue
            names = agent_names(agent, naming, text) or _earlier(doc, agent, naming, text) or _described(agent, text)
            if names:
                return " and ".join(names), certainty(agent, doc[verb])
    return _NOBODY


def _agents(verb: Token) -> list[Token]:
    """Those who act: the agent of a passive, the subject of an active verb, and strikes named in an adjunct ("in Russian raids")."""
    words = harm_words()
    found = children(verb, "obl:agent")
    active = verb.tag_ != "VBN" or not children(verb, "aux:pass", "nsubj:pass")
    entry = words.verbs.get(verb.lemma_.lower()) if not words.is_a(verb.lemma_.lower(), "burying", "releasing") else None
    if active and verb.pos_ == "VERB" and ((entry is not None and "obj" in entry.roles) or is_deadly(verb)):
        found += [_one_of_several(_antecedent(s, verb)) for s in [*children(verb, "nsubj"), *_subject_before(verb), *_accused(verb)]]
    for child in (*children(verb, "obl", "nmod", "nsubj"), *(c for c in children(verb, "conj") if c.pos_ == "NOUN")):
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        by = "by" in cases
        force = _is_force(child) and (cases & {"in", "by", "during", "from", "after"} or child.dep_ == "nsubj")
        if (by or force) and child not in found:
            found.append(child)
    found += _at_whose_hands(verb)
    found += _doers_beside(verb)
    return [f for f in found if f.pos_ in ("NOUN", "PROPN", "PRON", "DET")]


def _is_of_part(doc: Doc, behind: int, agent: Token) -> bool:
    """Returns whether the agent is said of some of those counted: "four soldiers were killed, two of them by snipers"."""
    between = doc[max(behind, 0) : agent.i] if 0 <= behind < agent.i else doc[0:0]
    return any(t.lower_ in ("them", "whom") and t.nbor(-1).lower_ == "of" for t in between if t.i)


def who_counted(doc: Doc, text: str, count: Count, naming: Naming) -> str | None:
    """Returns who is said to have counted, found or treated those whom a figure counts: "the Red Cross counted 25 bodies"."""
    words, counted = harm_words(), first_conjunct(count.noun if count.noun is not None else doc[count.figure.number_end - 1])
    verb = counted.head
    if counted.dep_ != "obj" or not words.is_a(verb.lemma_.lower(), "tending"):
        return None
    for subject in children(verb, "nsubj"):
        names = agent_names(subject, naming, text)
        if names:
            return " and ".join(names)
        if subject.pos_ in ("NOUN", "PROPN"):
            start, end = offsets(doc, *noun_phrase(subject))
            return text[start:end]
    return None


def _at_whose_hands(verb: Token) -> list[Token]:
    """ "Killed at the hands of the rebels", wherever the parser hangs the phrase."""
    behind = verb.doc[verb.i + 1 : verb.i + 7]
    hands = next((t for t in behind if t.lower_ == "hands" and t.nbor(-1).lower_ == "the"), None)
    if hands is None:
        return []
    nouns = [t for t in verb.doc[hands.i + 2 : hands.i + 8] if t.pos_ in ("NOUN", "PROPN")]
    return [nouns[0].head if nouns[0].dep_ in ("compound", "amod") else nouns[0]] if nouns else []


def _one_of_several(agent: Token) -> Token:
    """Steps from "a series" to the strikes it is of."""
    of = [c for c in children(agent, "nmod") if any(g.lower_ == "of" for g in c.children)]
    return of[0] if of and agent.lemma_.lower() in _SEVERAL else agent


def _subject_before(verb: Token) -> list[Token]:
    """The subject a verb shares with the one it is joined to: "raids killed nine and destroyed two houses"."""
    joined = verb.dep_ == "conj" and not children(verb, "nsubj", "nsubj:pass") and verb.head.pos_ == "VERB"
    return children(verb.head, "nsubj") if joined else []


def _accused(verb: Token) -> list[Token]:
    """ "Rebels are accused of killing dozens"; `certainty` finds the word of accusing."""
    charge = verb.head
    if charge.i == verb.i or charge.lemma_ not in _CHARGED or not verb.lower_.endswith("ing"):
        return []
    return [charge.head] if charge.dep_ in ("acl", "acl:relcl") else children(charge, "nsubj:pass")


def _is_force(agent: Token) -> bool:
    """Returns whether the agent is an act of force, or is joined with one ("in Norland government and Sudran bombardment")."""
    words = harm_words()
    lemmas = [t.lemma_.lower() for t in (agent, *_joined(agent))]
    return any(words.is_a(lemma, "attack", "force") and not words.is_a(lemma, "symmetric") for lemma in lemmas)


def _joined(agent: Token) -> list[Token]:
    """The nouns joined with the agent, one that the parser hung on the verb instead included."""
    stray = [c for c in children(agent.head, "conj") if c.pos_ == "NOUN" and c.left_edge.i <= agent.right_edge.i + 2 and c.i > agent.i]
    return [*children(agent, "conj"), *stray]


def _antecedent(subject: Token, verb: Token) -> Token:
    """Resolves "who" in "the bombers who killed 57" to the noun it describes."""
    return verb.head if subject.lower_ in ("who", "that", "which") and verb.dep_ == "acl:relcl" else subject


def _doers_beside(verb: Token) -> list[Token]:
    """In "gunmen attacked a convoy, killing six" the subject of the main verb did the killing, if it is one who fights."""
    if verb.dep_ != "advcl" or not verb.lower_.endswith("ing"):
        return []
    words = harm_words()
    if words.is_a(verb.head.lemma_.lower(), "accident"):
        return []
    return [s for s in children(verb.head, "nsubj") if words.is_a(s.lemma_.lower(), "doer", "person")]


def agent_names(agent: Token, naming: Naming, text: str) -> list[str]:
    """Returns the actors named in an agent's phrase, what it was aimed at left out."""
    start, end = noun_phrase(agent, coordinated=True)
    is_force, joined = _is_force(agent), _joined(agent)
    end = max([end, *(noun_phrase(t)[1] for t in joined)]) if is_force else end
    left, right = offsets(agent.doc, start, end)
    for reference in () if is_force and joined else naming.references:
        if left <= reference.span.start and reference.span.end <= right and reference.span.end >= offsets(agent.doc, agent.i, agent.i + 1)[1]:
            return list(reference.names)
    if harm_words().is_a(agent.lemma_.lower(), "symmetric"):
        return []
    found = []
    for entity in naming.entities:
        inside = left <= entity.span.start and entity.span.end <= right and entity.type in ("NORP", "ORG", "PERSON", "LOC")
        if inside and not _is_target(agent, entity) and (is_force or _is_head(agent, entity)):
            found.append(entity.name)
    return list(dict.fromkeys(found))


def _described(agent: Token, text: str) -> list[str]:
    """The phrase itself for doers without a name: "gunmen", "pro-government militias"."""
    if not harm_words().is_a(agent.lemma_.lower(), "doer", "person"):
        return []
    start, end = noun_phrase(agent)
    end = next((t.i for t in agent.doc[agent.i + 1 : end] if t.pos_ == "AUX"), end)
    while start < agent.i and (agent.doc[start].pos_ in ("DET", "ADP") or agent.doc[start].lower_ in hedges() or agent.doc[start].is_punct):
        start += 1
    left, right = offsets(agent.doc, start, max(end, agent.i + 1))
    return [text[left:right]]


def _token_at(agent: Token, entity: Entity) -> Token | None:
    covered = agent.doc.char_span(entity.span.start, entity.span.end, alignment_mode="expand")
    return covered.root if covered is not None else None


def _is_target(agent: Token, entity: Entity) -> bool:
    token = _token_at(agent, entity)
    if token is not None and entity.type == "LOC" and token.i + 1 < len(agent.doc) and token.nbor().lower_ == "by":
        return True  # "in Vesk by air strikes"
    for _ in range(5):
        if token is None or token.i == agent.i:
            return False
        if any(c.dep_ == "case" and c.lower_ in _AIMED for c in token.children):
            return True
        token = token.head if token.head.i != token.i else None
    return False


def _is_head(agent: Token, entity: Entity) -> bool:
    """The agent itself is named, or an arm of what is named right before it ("Israeli forces")."""
    token = _token_at(agent, entity)
    if token is None:
        return False
    return token.i == agent.i or token.dep_ == "conj" or (token.i < agent.i and agent.lemma_.lower() in _ARMS)


def earlier_mention(doc: Doc, agent: Token) -> Token | None:
    """Resolves "those strikes": the same noun in the few sentences before, or None."""
    if not any(c.lower_ in _POINTING for c in agent.children):
        return None
    return next((t for t in reversed(_before(doc, agent)) if t.lemma_ == agent.lemma_ and not any(c.lower_ in _POINTING for c in t.children)), None)


def pointing_agent(doc: Doc, place: Region) -> Token | None:
    """Returns the agent of a count's clause that points back ("those strikes"), if there is one."""
    found = (a for verb in place.verbs for a in _agents(doc[verb]) if any(c.lower_ in _POINTING for c in a.children))
    return next(found, None)


def _earlier(doc: Doc, agent: Token, naming: Naming, text: str) -> list[str]:
    token = earlier_mention(doc, agent)
    return [] if token is None else agent_names(token, naming, text) or _carriers(token, naming, text)


def _before(doc: Doc, agent: Token) -> Sequence[Token]:
    sentence = agent.sent
    start = sentence.start
    for _ in range(_MAX_BACK):
        if start == 0:
            break
        start = doc[start - 1].sent.start
    return list(doc[start : sentence.start])


def _carriers(token: Token, naming: Naming, text: str) -> list[str]:
    """Who carries out, launches or conducts the strikes: the subject of the verb they are the object of."""
    if token.dep_ != "obj":
        return []
    for subject in children(token.head, "nsubj"):
        names = agent_names(subject, naming, text)
        if names and any(_token_at(subject, e) == subject for e in naming.entities if e.name in names):
            return names
        start, end = offsets(subject.doc, subject.left_edge.i, subject.right_edge.i + 1)
        return [text[start:end]]
    return []


def certainty(agent: Token, verb: Token) -> str:
    """Returns `probable` or `possible` when a hedge stands in the agent's phrase or by the verb, else `certain`."""
    near = [*agent.subtree, *(c for c in verb.children if c.dep_ in ("advmod", "aux", "amod"))]
    if verb.dep_ == "xcomp" or verb.head.lemma_ in _CHARGED:
        near.append(verb.head)
    found = {hedges()[t.lower_] for t in near if t.lower_ in hedges()}
    return "possible" if "possible" in found else "probable" if found else "certain"
