"""Cue → content: the stretches of text that somebody is said to have said.

Syntax gives the clause, infinitive, object or prepositional phrase that the cue governs, or, where the cue stands in
a comment clause ("…, he said, …"), the clause around it. Quotations are added later, in `find`.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.language.phrases import children, offsets, runs
from parley.lexicon.day_words import day_words
from parley.statements.cues import Cue, is_finite, is_inserted
from parley.statements.objects import charge, clauses_of, find_object, find_reported_toll, gives_toll, is_deniable, judged_object
from parley.statements.stretches import line_of, opens_with, subtree

Pieces = tuple[tuple[int, int], ...]
_EDGE = " \t\n,;:–—-"
_OWN = frozenset(("nsubj", "nsubj:pass", "obl:agent", "iobj", "aux", "aux:pass", "expl", "mark", "cc"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MAX_SUBJECT = 12
_EMPTY = frozenset(("ADP", "DET", "PUNCT", "CCONJ", "SCONJ", "PART", "SPACE"))
_MAX_TAIL = 4
_ENDS = frozenset(".!?")
_MAX_BETWEEN = 8
_ANONYMOUS = frozenset(("name", "identify", "quote"))


def find_content(cue: Cue, doc: Doc, text: str) -> Pieces:
    """Returns character offsets of the content the syntax gives, or nothing."""
    token, frames = cue.token, cue.entry.frames
    indices: set[int] = set()
    if token.pos_ == "NOUN":
        indices = _noun_complement(cue)
    elif token.pos_ == "ADV":
        indices = subtree(token.head) - subtree(token)  # "allegedly", "reportedly"
    elif "clause" in frames:
        indices = find_reported_toll(cue) or _clause(token)
    if not indices and "final" in frames:
        indices = _surrounding(token)
    indices = _one_side(token, _from_that(token, indices) if "clause" in frames else indices)
    if not indices and "inf" in frames:
        indices = _infinitive(token) or (_gerund(token) if cue.denied else set())
    if not indices and cue.entry.prepositions:
        indices = _prepositional(cue)
    if not indices and gives_toll(cue):
        joined = {i for c in children(token, "conj", "cc", "advcl", "parataxis") for i in subtree(c)}
        indices = {t.i for t in token.subtree if t.i > token.i and not (t.text in _ENDS and t.head.i == token.i)} - joined
    if not indices:
        indices = charge(token)
    if not indices and "pred" in frames:
        indices = judged_object(token)
    if not indices and ("np" in frames or ("deniable" in frames and is_deniable(token))):
        indices = find_object(cue)
    if not indices and "final" in frames and cue.entry.sort in ("say", "show") and is_finite(token):
        indices = _by_position(cue)
    return to_pieces(doc, text, indices - _own_words(token) if indices else indices)


def _from_that(token: Token, indices: set[int]) -> set[int]:
    """Takes the that-clause right behind the cue where the parser hung something else on it: "said in a statement that …"."""
    last = line_of(token)[1]
    for ahead in token.doc[token.i + 1 : min(last, token.i + _MAX_BETWEEN)]:
        if ahead.is_punct or ahead.pos_ == "VERB" or ahead.lower_ == "no":
            break
        if ahead.lower_ == "that" and ahead.tag_ == "IN":
            if ahead.i in indices:
                return {i for i in indices if i >= ahead.i}
            if ahead.dep_ != "mark":
                break
            clause = {i for i in subtree(ahead.head) if i >= ahead.i}
            return clause if len(clause) > _MAX_TAIL else set(range(ahead.i, last))
    return indices


def _one_side(token: Token, indices: set[int]) -> set[int]:
    """Keeps content on both sides of the cue only where a comma or mark parts them.

    Otherwise a few words without a verb behind the cue are its own time or place ("…, she said on Friday"), and what stands
    before a longer rest is a misread subject.
    """
    before, after = {i for i in indices if i < token.i}, {i for i in indices if i > token.i}
    if not before or not after or token.nbor().is_punct:
        return indices
    return before if _is_tail(token, after) else after


def _is_tail(token: Token, after: set[int]) -> bool:
    words = [token.doc[i] for i in after if not token.doc[i].is_punct]
    return len(words) <= _MAX_TAIL and not any(w.pos_ in ("VERB", "AUX") for w in words)


def _by_position(cue: Cue) -> set[int]:
    """What stands around a cue whose complement the parser missed: "said that …", or all before ", the minister said."."""
    doc, token = cue.token.doc, cue.token
    if token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ != "as" for c in token.children):
        return set()
    first, last = line_of(token)
    last -= doc[last - 1].text in _ENDS
    after = [t for t in doc[token.i + 1 : last] if not t.is_space]
    that = next((t for t in after[:4] if t.lower_ == "that" and t.tag_ == "IN"), None)
    if that is not None and not any(t.pos_ == "VERB" or t.lower_ == "no" for t in doc[token.i + 1 : that.i]):
        return set(range(that.i, last))
    if token.lemma_ == "say" and after and after[0].pos_ in ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ") and any(t.tag_ in _FINITE for t in after):
        return set(range(after[0].i, last))  # "the mayor says two ships sank", its clause hung on another word
    commas = [t.i for t in doc[max(first, token.i - _MAX_SUBJECT) : token.i] if t.text == ","]
    if after and after[0].text == "," and commas and len(after) > 2:
        return set(range(first, commas[-1])) | set(range(after[0].i + 1, last))
    if sum(1 for t in after if not t.is_punct) > _MAX_TAIL or not commas:
        return set()
    return set(range(first, commas[-1]))


def find_behind(cue: Cue, doc: Doc, text: str) -> Pieces:
    """Returns the words right behind a sure cue, up to the next mark: what is left where the syntax gives nothing."""
    last = line_of(cue.token)[1]
    stop = next((t.i for t in doc[cue.last + 1 : last] if t.is_punct and t.tag_ != "HYPH"), last)
    if any(t.tag_ in _FINITE for t in doc[cue.last + 1 : min(stop, cue.last + 2)]):
        return ()
    return to_pieces(doc, text, set(range(cue.last + 1, stop)))


def to_pieces(doc: Doc, text: str, indices: set[int]) -> Pieces:
    """Turns token indices into offsets, each run cut to its words."""
    found = []
    for start, end in runs(indices):
        if all(doc[i].pos_ in _EMPTY for i in range(start, end)):
            continue
        left, right = offsets(doc, start, end)
        while left < right and text[left] in _EDGE:
            left += 1
        while left < right and text[right - 1] in _EDGE:
            right -= 1
        if any(c.isalnum() for c in text[left:right]):
            found.append((left, right))
    return tuple(found)


def _own_words(token: Token) -> set[int]:
    """The cue with what it alone governs: subject, addressee, auxiliaries. None of it is content where content lies around the cue."""
    own = {token.i}
    for child in token.children:
        if child.dep_ in _OWN and not _is_patient(child) and child not in _stray_subjects(token):
            own |= subtree(child)
    return own


def _stray_subjects(token: Token) -> list[Token]:
    """Subjects of the content that the parser hung on an inserted cue: "The truce" in "The truce, the mayor said, had collapsed"."""
    before = [s for s in children(token, "nsubj") if s.i < token.i]
    return before[:-1] if token.i + 1 < len(token.doc) and token.nbor().text == "," else []


def _is_patient(subject: Token) -> bool:
    """The subject of a passive with an agent is what the agent speaks of: "The courts were criticized by the union"."""
    return subject.dep_ == "nsubj:pass" and bool(children(subject.head, "obl:agent"))


def _clause(token: Token) -> set[int]:
    complements = [c for c in children(token, "ccomp") if not _is_phrase(c) and not _is_parted(token, c)]
    if not complements and token.pos_ in ("VERB", "ADJ"):
        complements = [c for c in children(token, "parataxis", "advcl") if c.i > token.i and _is_that_clause(c)]
    found: set[int] = set()
    for clause in complements:
        found |= _without_next_cue(clause)
    for subject in _stray_subjects(token) if found else ():
        found |= subtree(subject)
    return found


def _is_parted(token: Token, clause: Token) -> bool:
    """Whether a semicolon parts another clause with a subject from the cue: "said it had fallen; the army denied it"."""
    left = clause.left_edge.i
    return token.i < left and token.doc[left].text == ";" and _has_subject(clause)


def _without_next_cue(clause: Token) -> set[int]:
    """Cuts off the verb that goes on from the cue and not from the clause: "says it will leave in May, but warned that …".

    It is finite and has no subject of its own, as the clause's own verb is not.
    """
    found = subtree(clause)
    for verb in children(clause, "conj"):
        goes_on = verb.tag_ in _FINITE and clause.tag_ not in _FINITE and not children(verb, "nsubj", "nsubj:pass", "expl", "cop", "aux")
        opener = next((c for c in children(verb, "cc", "punct") if c.i < verb.i), None)
        if goes_on and opener is not None and "," in (opener.text, opener.nbor(-1).text):
            found = {i for i in found if i < opener.i}
    return found


def is_clause(token: Token) -> bool:
    """Returns whether the word governs a clause with a subject of its own, or is put into one ("the talks, he said, had failed")."""
    governed = [*children(token, "ccomp", "parataxis", "advcl"), *clauses_of(token)]
    return any(_has_subject(c) for c in governed if c.i > token.i) or bool(_surrounding(token))


def _has_subject(clause: Token) -> bool:
    return bool(children(clause, "nsubj", "nsubj:pass", "expl", "csubj")) and not any(c.lower_ == "to" for c in children(clause, "mark"))


def _is_phrase(complement: Token) -> bool:
    """A noun with a preposition that the parser takes for a clause: "for the blast"."""
    clausal = {"nsubj", "nsubj:pass", "cop", "mark", "expl"}
    relations = {child.dep_ for child in complement.children}
    return complement.pos_ in ("NOUN", "PROPN") and "case" in relations and not clausal & relations


def _is_that_clause(clause: Token) -> bool:
    marks = [c.lower_ for c in clause.children if c.dep_ == "mark"]
    colon = any(c.text == ":" and c.i < clause.i for c in clause.children)
    return "that" in marks or (clause.dep_ == "parataxis" and colon)


def _surrounding(token: Token) -> set[int]:
    """The clause that a comment clause interrupts or closes: "The talks, he said, had failed"."""
    as_clause = token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children)
    inserted = is_inserted(token)
    if not (as_clause or inserted or token.dep_ == "parataxis") or token.head.i == token.i:
        return set()
    if children(token, "ccomp", "xcomp", "obj") or not children(token, "nsubj"):
        return set()
    around = subtree(token.head.head if inserted else token.head) - subtree(token)
    after = {i for i in around if i > token.i}
    has_verb = any(token.doc[i].pos_ in ("VERB", "AUX") for i in around - after)
    return around - after if has_verb and _is_tail(token, after) else around


def _infinitive(token: Token) -> set[int]:
    found: set[int] = set()
    for clause in children(token, "xcomp"):
        if clause.lemma_ in _ANONYMOUS:
            continue
        if any(c.dep_ == "mark" and c.lower_ == "to" for c in clause.children):
            found |= subtree(clause)
    addressee = children(token, "obj", "iobj")
    if found and addressee and addressee[0].i > token.i:
        found |= subtree(addressee[0])
    return found


def _gerund(token: Token) -> set[int]:
    """What somebody denies to do or to have done: "denied shelling the town", "denies having met them"."""
    below = [c for c in children(token, "xcomp", "ccomp") if c.i > token.i]
    doing = [c for c in below if c.tag_ == "VBG" or any(a.tag_ == "VBG" for a in children(c, "aux", "aux:pass"))]
    return set().union(*(subtree(c) for c in doing))


def _prepositional(cue: Cue) -> set[int]:
    found: set[int] = set()
    for child in children(cue.token, "obl", "nmod", "advcl", "acl"):
        if child.i > cue.token.i and child.lower_ not in day_words("explicit") and opens_with(child, cue.entry.prepositions):
            found |= subtree(child)
    hung = [c for word in (cue.token, cue.token.head) for c in children(word, "advcl", "xcomp", "acl")]
    for clause in hung:
        # "called on both sides to stop", "renewed their calls for the mayor to go": the infinitive behind the phrase is called for.
        if found and opens_with(clause, frozenset(("to",))) and _follows(cue.token.doc, max(found), clause.left_edge.i):
            found |= set(range(max(found), clause.left_edge.i)) | subtree(clause)
    return found


def _follows(doc: Doc, last: int, first: int) -> bool:
    return last < first and all(t.is_punct or t.is_space for t in doc[last + 1 : first])


def _noun_complement(cue: Cue) -> set[int]:
    token = cue.token
    found: set[int] = set()
    for clause in clauses_of(token):
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        if ("clause" in cue.entry.frames and "that" in marks) or ("inf" in cue.entry.frames and "to" in marks):
            found |= subtree(clause)
    return found or (_prepositional(cue) if cue.entry.prepositions else set())
