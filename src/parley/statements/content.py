"""Cue → content: the stretches of text that somebody is said to have said.

Syntax gives the clause, infinitive, object or prepositional phrase that the cue governs, or, where the cue stands in
a comment clause ("…, he said, …"), the clause around it. Quotations are added later, in `find`.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.language.phrases import children, offsets, runs
from parley.lexicon.day_words import day_words
from parley.lexicon.speech import speech_words
from parley.statements.cues import Cue, is_finite, is_inserted

Pieces = tuple[tuple[int, int], ...]
_EDGE = " \t\n,;:–—-"
_OWN = frozenset(("nsubj", "nsubj:pass", "obl:agent", "iobj", "aux", "aux:pass", "expl", "mark", "cc"))
_MAX_SUBJECT = 12
_EMPTY = frozenset(("ADP", "DET", "PUNCT", "CCONJ", "SCONJ", "PART", "SPACE"))
_MAX_TAIL = 4
_MAX_BETWEEN = 8
_DENIABLE = frozenset("involvement responsibility wrongdoing charge link role knowledge existence part guilt tie plan attack connection".split())
_TOLLS = frozenset(("toll", "number", "figure", "total", "count", "loss", "losses", "casualty", "dead", "tally"))
_CHARGES = {"accuse": "of", "suspect": "of", "blame": "for", "charge": "with"}
_ANONYMOUS = frozenset(("name", "identify", "quote"))


def find_content(cue: Cue, doc: Doc, text: str) -> Pieces:
    """Returns character offsets of the content the syntax gives, or nothing."""
    token, frames = cue.token, cue.entry.frames
    indices: set[int] = set()
    if token.pos_ == "NOUN":
        indices = _noun_complement(cue)
    elif "clause" in frames:
        indices = _clause(token)
    if not indices and "final" in frames:
        indices = _surrounding(token)
    indices = _one_side(token, _from_that(token, indices) if "clause" in frames else indices)
    if not indices and "inf" in frames:
        indices = _infinitive(token)
    if not indices and cue.entry.prepositions:
        indices = _prepositional(cue)
    if not indices and "toll" in frames and any(o.lemma_ in _TOLLS for o in children(token, "obj")):
        indices = {t.i for t in token.subtree if t.i > token.i}
    if not indices and token.lemma_ in _CHARGES:
        indices = _charge(token, _CHARGES[token.lemma_])
    if not indices and ("np" in frames or ("deniable" in frames and _is_deniable(token))):
        indices = _object(cue)
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
            clause = {i for i in _subtree(ahead.head) if i >= ahead.i}
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
    after = [t for t in doc[token.i + 1 : last] if not t.is_space]
    that = next((t for t in after[:4] if t.lower_ == "that" and t.tag_ == "IN"), None)
    if that is not None and not any(t.pos_ == "VERB" or t.lower_ == "no" for t in doc[token.i + 1 : that.i]):
        return set(range(that.i, last))
    commas = [t.i for t in doc[max(first, token.i - _MAX_SUBJECT) : token.i] if t.text == ","]
    if after and after[0].text == "," and commas and len(after) > 2:
        return set(range(first, commas[-1])) | set(range(after[0].i + 1, last))
    if sum(1 for t in after if not t.is_punct) > _MAX_TAIL or not commas:
        return set()
    return set(range(first, commas[-1]))


def line_of(token: Token) -> tuple[int, int]:
    """Returns the token's sentence, cut at line ends: headlines and links often run into the sentence before them."""
    doc, sentence = token.doc, token.sent
    first, last = token.i, token.i
    while first > sentence.start and "\n" not in doc[first - 1].text:
        first -= 1
    while last < sentence.end and "\n" not in doc[last].text:
        last += 1
    return first, last


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


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}


def _is_deniable(token: Token) -> bool:
    """Tells "denied the claims" and "denied involvement" from "denied entry"."""
    return any(o.lemma_.lower() in _DENIABLE or o.lemma_.lower() in speech_words().nouns for o in children(token, "obj"))


def _own_words(token: Token) -> set[int]:
    """The cue with what it alone governs: subject, addressee, auxiliaries. None of it is content where content lies around the cue."""
    own = {token.i}
    for child in token.children:
        if child.dep_ in _OWN:
            own |= _subtree(child)
    return own


def _clause(token: Token) -> set[int]:
    complements = children(token, "ccomp")
    if not complements and token.pos_ in ("VERB", "ADJ"):
        complements = [c for c in children(token, "parataxis", "advcl") if c.i > token.i and _is_that_clause(c)]
    found: set[int] = set()
    for clause in complements:
        found |= _subtree(clause)
    return found


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
    if children(token, "ccomp", "obj") or not children(token, "nsubj"):
        return set()
    around = _subtree(token.head.head if inserted else token.head) - _subtree(token)
    after = {i for i in around if i > token.i}
    has_verb = any(token.doc[i].pos_ in ("VERB", "AUX") for i in around - after)
    return around - after if has_verb and _is_tail(token, after) else around


def _charge(token: Token, opener: str) -> set[int]:
    """What somebody is accused "of" or blamed "for"; the accused is not part of what is said."""
    found: set[int] = set()
    hung_on_object = [c for o in children(token, "obj") for c in children(o, "acl", "nmod")]
    for child in [c for c in token.rights if c.dep_ in ("obl", "advcl", "nmod")] + hung_on_object:
        marks = [g.i for g in child.children if g.dep_ in ("case", "mark") and g.lower_ == opener]
        if marks:
            found |= {i for i in _subtree(child) if i >= marks[0]}
    return found


def _infinitive(token: Token) -> set[int]:
    found: set[int] = set()
    for clause in children(token, "xcomp"):
        if clause.lemma_ in _ANONYMOUS:
            continue
        if any(c.dep_ == "mark" and c.lower_ == "to" for c in clause.children):
            found |= _subtree(clause)
    addressee = children(token, "obj", "iobj")
    if found and addressee and addressee[0].i > token.i:
        found |= _subtree(addressee[0])
    return found


def _prepositional(cue: Cue) -> set[int]:
    found: set[int] = set()
    for child in children(cue.token, "obl", "nmod", "advcl", "acl"):
        if child.i > cue.token.i and child.lower_ not in day_words("explicit") and _opens_with(child, cue.entry.prepositions):
            found |= _subtree(child)
    for clause in children(cue.token, "advcl", "xcomp", "acl"):
        # "called on both sides to stop": what is called for is the infinitive behind the phrase.
        if found and clause.left_edge.i == max(found) + 1 and _opens_with(clause, frozenset(("to",))):
            found |= _subtree(clause)
    return found


def _opens_with(phrase: Token, words: frozenset[str]) -> bool:
    return phrase.left_edge.lower_ in words or any(g.dep_ in ("case", "mark") and g.lower_ in words for g in phrase.children)


def _object(cue: Cue) -> set[int]:
    """The object and the phrases after it: "accused Moscow of shelling the town", "confirmed the deaths of two men"."""
    objects = [o for o in children(cue.token, "obj") if o.pos_ not in ("PRON", "DET") and o.lower_ not in ("themselves", "himself")]
    if not objects:
        return set()
    content_noun = _denied_clause(objects[0]) or _bare_clause(objects[0])
    if content_noun:
        return content_noun
    found = {i for i in _subtree(objects[0]) if i > cue.token.i} or _subtree(objects[0])
    behind = token_at(objects[0].doc, max(found) + 1)
    if behind is not None and behind.lower_ in ("of", "for") and behind.dep_ in ("case", "mark"):
        found |= {i for i in _subtree(behind.head) if i >= behind.i}
    for child in cue.token.rights:
        if (
            child.dep_ in ("obl", "advcl")
            and child.i > objects[0].i
            and any(g.dep_ in ("case", "mark") and g.lower_ in ("of", "for", "as") for g in child.children)
        ):
            found |= _subtree(child)
    return found


def token_at(doc: Doc, i: int) -> Token | None:
    return doc[i] if i < len(doc) else None


def _bare_clause(noun: Token) -> set[int]:
    """The clause without "that" after a noun of saying: "rejected suggestions the vote might be delayed"."""
    behind = token_at(noun.doc, noun.i + 1)
    if noun.lemma_.lower() not in speech_words().nouns or behind is None or behind.pos_ not in ("DET", "PRON", "PROPN", "NOUN"):
        return set()
    last = line_of(noun)[1]
    has_verb = any(t.pos_ in ("VERB", "AUX") for t in noun.doc[behind.i + 1 : last])
    return set(range(behind.i, last)) if has_verb else set()


def _denied_clause(noun: Token) -> set[int]:
    """What "suggestions (that) …" and "claims that …" hold, when they are the object of a cue."""
    found: set[int] = set()
    for clause in _clauses_of(noun):
        if any(c.dep_ in ("nsubj", "nsubj:pass", "mark") for c in clause.children) and clause.tag_ != "VBG":
            found |= _subtree(clause)
    return found


def _clauses_of(noun: Token) -> list[Token]:
    """The clauses a noun of saying holds; one that "that" opens as a conjunction is none of the relative ones."""
    relatives = [c for c in children(noun, "acl:relcl") if any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children)]
    return [*children(noun, "acl", "ccomp"), *relatives]


def _noun_complement(cue: Cue) -> set[int]:
    token = cue.token
    found: set[int] = set()
    for clause in _clauses_of(token):
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        if ("clause" in cue.entry.frames and "that" in marks) or ("inf" in cue.entry.frames and "to" in marks):
            found |= _subtree(clause)
    return found or (_prepositional(cue) if cue.entry.prepositions else set())
