"""Cue → speaker: the phrase that names who speaks, and the actor it stands for.

The speaker is read off the syntax (subject, agent, antecedent of "who", author of a "statement from X"). Where the
syntax names nobody there is no speaker: the nearest name is never taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from parley.language.phrases import children, noun_phrase, offsets, span
from parley.lexicon.speech import speech_words
from parley.model import Entity, Naming, Party, Span
from parley.statements.cues import is_passive

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_AUTHOR_CASES = frozenset(("from", "by"))
_ISSUING = frozenset(
    "issue make release publish repeat renew launch have give deliver send post sign write announce unveil outline express voice reiterate"
    " reaffirm confirm reach raise file lodge put hold share draw draft reveal pursue present submit".split()
)
_SUBJECT_CONTROL = frozenset(("promise", "threaten", "go", "use"))
_SHARED = frozenset(("conj", "xcomp", "advcl", "acl", "ccomp", "parataxis"))
_MAX_STEPS = 5
_MAX_PHRASE = 18
_LONGEST_NAME = 300  # characters, descriptions among them
_HEADS = frozenset(("PROPN", "NOUN", "PRON"))
_NOMINAL = _HEADS | {"DET", "ADJ", "NUM", "PART"}
_MARKS = frozenset('“”"„«»') | {"``", "''"}


def find_speaker(cue: Token) -> Token | None:
    """Returns the head of the speaker's phrase, or None."""
    head = _issuer(cue) if cue.pos_ == "NOUN" else _governing(cue)
    return head if head is None or head.pos_ in _HEADS or head.pos_ in ("NUM", "DET", "ADJ") else None


def _governing(cue: Token) -> Token | None:
    quoted = _quoted_as_saying(cue)
    if quoted is not None:
        return quoted
    verb = cue
    for _ in range(_MAX_STEPS):
        subject = _subject(verb)
        if subject is not None:
            return None if subject.dep_ == "expl" else _author(_antecedent(subject, verb))
        if verb.dep_ in ("acl", "acl:relcl") and verb.head.i != verb.i:
            return None if verb.tag_ == "VBN" and verb is cue else _author(verb.head)
        if verb.dep_ == "xcomp" and verb.head.lemma_ not in _SUBJECT_CONTROL and children(verb.head, "obj"):
            return _author(children(verb.head, "obj")[0])
        if verb.dep_ in ("advcl", "acl") and verb.tag_ in ("VBD", "VBZ", "VBP"):
            return None
        if verb.dep_ not in _SHARED or verb.head.i == verb.i or (verb.dep_ in ("ccomp", "parataxis") and verb.tag_ != "VBG"):
            return None
        verb = verb.head
    return None


def _quoted_as_saying(cue: Token) -> Token | None:
    """Who is quoted speaks: "the agency quotes the mayor as saying", "the mayor was quoted as saying"."""
    before = cue.doc[max(0, cue.i - _MAX_PHRASE) : cue.i]
    if len(before) < 2 or cue.tag_ != "VBG" or before[-1].lower_ != "as":
        return None
    quoting = next((t for t in reversed(before) if t.lemma_ in ("quote", "cite") and t.pos_ == "VERB"), None)
    if quoting is None:
        return None
    given = children(quoting, "nsubj:pass") or children(quoting, "obj")
    return given[0] if given else head_of(cue.doc, quoting.i + 1, cue.i - 1)


def _subject(verb: Token) -> Token | None:
    if is_passive(verb) and verb.lemma_ != "quote" and verb.lower_ not in speech_words().adjectives:
        agents = [c for c in verb.children if c.dep_ in ("obl:agent", "obl") and any(g.dep_ == "case" and g.lower_ == "by" for g in c.children)]
        return agents[0] if agents else next(iter(children(verb, "expl")), None)
    subjects = children(verb, "nsubj", "nsubj:pass", "expl")
    before = [s for s in subjects if s.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)  # of two the nearer one: "The truce, the mayor said, had collapsed"


def _issuer(noun: Token) -> Token | None:
    """Whose claim or plea it is: an owner in its phrase, or the subject of the verb that issues it."""
    owner = _owner(noun) or _named_before(noun)
    if owner is None and noun.dep_ == "obj" and noun.head.lemma_ in _ISSUING:
        return _governing(noun.head)
    return owner


def _named_before(noun: Token) -> Token | None:
    """The name that describes a noun of saying: "the Norland offer", "Western charges"."""
    return next((c for c in children(noun, "amod", "compound") if c.ent_type_ in ("NORP", "ORG", "LOC", "PERSON")), None)


def is_impersonal(verb: Token) -> bool:
    """Returns whether the verb has an impersonal subject ("it is said"), which rules out a speaker beside it."""
    return bool(children(verb, "expl"))


def _antecedent(subject: Token, verb: Token) -> Token:
    """Resolves "who" to the noun its clause describes."""
    if subject.lower_ not in _RELATIVE or subject.tag_ == "DT":
        return subject
    while verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ in ("acl:relcl", "acl") else subject


def _author(head: Token) -> Token:
    """Looks behind a thing that carries words: in "a statement from the ministry" the ministry speaks."""
    return _owner(head) or head if head.lemma_.lower() in speech_words().documents and head.pos_ == "NOUN" else head


def _owner(noun: Token) -> Token | None:
    owned = [c for c in noun.children if c.dep_ == "nmod:poss" or (c.dep_ == "nmod" and _AUTHOR_CASES & {g.lower_ for g in c.children})]
    return _quantified(owned[0]) if owned else None


def _quantified(head: Token) -> Token:
    """Steps from "one" or "some" to its apposition if that is a name: "one of the charities, Save the Children"."""
    names = [c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    return names[0] if names and head.pos_ in ("NUM", "DET", "PRON") else head


def beside(cue: Token, first: int, opening: int | None) -> Token | None:
    """Returns the head of the noun phrase that touches the cue or opens the words that attribute a quotation.

    For cues whose subject the parser missed: "…”, a ministry official said", "said the minister", and, with `opening` (the
    token right after a quotation), "…,” the editor Ann Lee, reporting from Oslo, said". `first` is the cue's first auxiliary.
    """
    doc = cue.doc
    if opening is not None and opening < first:
        return head_of(doc, opening, first)
    first = before_apposition(doc, first)
    at = first
    while at > 0 and first - at < _MAX_PHRASE and may_name(doc[at - 1]):
        at -= 1
    opened = at == 0 or doc[at - 1].is_punct or doc[at - 1].is_space or doc[at - 1].pos_ in ("CCONJ", "SCONJ")
    before = head_of(doc, at, first) if opened and at < first else None
    return before if before is not None or at < first else _inverted(doc, cue.i + 1)


def before_apposition(doc: Doc, first: int) -> int:
    """Steps back over ", Russia's UN ambassador," between a name and its cue: returns where the first comma stands, or `first`."""
    if first < 2 or doc[first - 1].text != ",":
        return first
    at = first - 2
    while at > 0 and first - at < _MAX_PHRASE and (may_name(doc[at]) or doc[at].tag_ in ("POS", "CC")):
        at -= 1
    return at if doc[at].text == "," else first


def may_name(token: Token) -> bool:
    """Returns whether a token may stand in a noun phrase, prepositional phrases in it included."""
    if token.is_space:
        return "\n" not in token.text
    return token.pos_ in _NOMINAL or token.pos_ in ("ADP", "ADV") or token.tag_ == "HYPH" or token.dep_ == "amod"


def _inverted(doc: Doc, start: int) -> Token | None:
    """The noun after a cue, if its phrase is closed by a mark: "…,” said the minister, who …"."""
    head = head_of(doc, start, min(len(doc), start + _MAX_PHRASE))
    end = head.i + 1 if head is not None else start
    while end < len(doc) and end - start < _MAX_PHRASE and may_name(doc[end]):
        end += 1
    return head if end >= len(doc) or doc[end].is_punct or doc[end].is_space else None


def head_of(doc: Doc, start: int, end: int) -> Token | None:
    """Returns the last noun of the nominal words that begin at `start`, up to the first preposition, mark or verb."""
    head = None
    for token in doc[start:end]:
        if token.pos_ not in _NOMINAL and not (token.is_space or token.tag_ == "HYPH" or token.dep_ == "amod"):
            break
        if head is not None and token.pos_ == "DET":  # "According to the mayor the road is shut"
            break
        if token.pos_ in _HEADS and token.tag_ not in ("EX", "WP", "WDT"):
            head = token
    while head is not None and head.dep_ == "flat" and start <= head.head.i < head.i:
        head = head.head
    return head


def party(doc: Doc, text: str, naming: Naming, head: Token, cue: Token, joined: tuple[int, int] | None = None) -> Party:
    """Makes the speaker's `Party`: its phrase, and the resolved name where `naming` knows one.

    A phrase never runs over the cue, a quotation mark or a line end, whatever the parser says. `joined` are the tokens of a phrase of
    several speakers that is known whatever the parser says.
    """
    if joined is not None:
        return _several(doc, text, naming, head, joined)
    start, end = noun_phrase(head, coordinated=True)
    while start > 0 and _is_torn_off(doc[start - 1], head):
        start = doc[start - 1].left_edge.i
    start, end = _clipped(doc, start, end, head.i, cue.i)
    while start < head.i and doc[start].dep_ in ("case", "mark", "cc"):
        start += 1
    phrase = span(text, doc, start, end)
    named = _name_cut_off(text, naming, phrase)
    if named is not None:
        return Party(Span.of(text, phrase.start, named.span.end), named.name)
    name = resolve(naming, phrase.start, phrase.end, head) or _name_behind(text, naming, phrase.end)
    return Party(phrase, name or phrase.text)


def _several(doc: Doc, text: str, naming: Naming, head: Token, tokens: tuple[int, int]) -> Party:
    phrase = span(text, doc, *tokens)
    others = [head_of(doc, t.i + 1, tokens[1]) for t in doc[head.i + 1 : tokens[1]] if t.pos_ == "CCONJ"]
    names = _all_named(naming, phrase.start, phrase.end, [head, *(o for o in others if o is not None)])
    return Party(phrase, " and ".join(names) or phrase.text)


def _is_torn_off(token: Token, head: Token) -> bool:
    """Returns whether the parser made two subjects of one phrase: "a ministry" and "official" in "a ministry official said"."""
    return token.i < head.i and token.dep_ == head.dep_ == "nsubj" and token.head.i == head.head.i and token.pos_ in ("NOUN", "PROPN")


def _name_cut_off(text: str, naming: Naming, phrase: Span) -> Entity | None:
    """The person right behind the phrase, whom the parser cut off: "the agency's editor" in "the agency's editor Ada Brandt said"."""
    return next((e for e in _entities(naming, phrase.end + 1, phrase.end + 2) if e.type == "PERSON" and text[phrase.end] == " "), None)


def _name_behind(text: str, naming: Naming, end: int) -> str | None:
    """The person or body named between commas right behind the phrase: "Its spokesman, Jo Brand, said". The parse often misses it."""
    if text[end : end + 2] != ", ":
        return None
    named = [e for e in _entities(naming, end + 2, end + 3) if e.type in ("PERSON", "ORG")]
    return named[0].name if named and text[named[0].span.end : named[0].span.end + 1] in (",", ".", ";", "\n", "") else None


def _clipped(doc: Doc, start: int, end: int, head: int, cue: int) -> tuple[int, int]:
    left = right = head
    while left > start and left - 1 != cue and not _is_border(doc[left - 1]) and doc[left - 1].text != "," and head - left < _MAX_PHRASE:
        left -= 1
    while right + 1 < end and right + 1 != cue and not _is_border(doc[right + 1], True) and right - head < _MAX_PHRASE:
        right += 1
    while right > head and (doc[right].is_punct or doc[right].pos_ in ("AUX", "ADP", "CCONJ", "ADV")):
        right -= 1
    return left, right + 1


def _is_border(token: Token, rightward: bool = False) -> bool:
    if rightward and token.lower_ == "for" and [t.lower_ for t in token.doc[token.i + 2 : token.i + 3]] == ["part"]:
        return True  # "the ministry for its part said"
    if rightward and token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ == "VERB":
        return True
    return (token.is_space and "\n" in token.text) or token.text in _MARKS


def resolve(naming: Naming, start: int, end: int, head: Token) -> str | None:
    """Returns the resolved name of a phrase: of what covers its head word, else of a person named inside it, else None.

    Several names ("Kerry and Lavrov", "they") are joined with " and ".
    """
    heads = [head, *children(head, "conj")]
    names = _all_named(naming, start, end, heads)
    if names:
        return " and ".join(names)
    people = [e.name for e in _entities(naming, start, end) if e.type == "PERSON" and e.span.end <= end and _is_said_of(e, head, naming)]
    return people[0] if people and len(heads) == 1 else None


def _all_named(naming: Naming, start: int, end: int, heads: Sequence[Token]) -> list[str]:
    """The names of all the heads; nothing where one of them has no name."""
    found = [_name_at(naming, start, end, word) or _name_beside(naming, word) or () for word in heads]
    return list(dict.fromkeys(name for names in found for name in names)) if all(found) else []


def _is_said_of(person: Entity, head: Token, naming: Naming) -> bool:
    """Tells "the envoy Ann Lee" from "a spokesman for Ann Lee", "Lee's lawyer" and "the Leeland envoy"."""
    covered = head.doc.char_span(person.span.start, person.span.end, alignment_mode="expand")
    if covered is None or any(t.tag_ == "POS" for t in head.doc[covered.end : covered.end + 1]):
        return False
    between = head.doc[min(head.i + 1, covered.end) : max(covered.start, head.i)]
    # "The envoy for Vesk Ann Lee": another name stands between the preposition and hers.
    behind_name = any(e.span.end + 1 == person.span.start for e in _entities(naming, head.idx + 1, person.span.start))
    return (behind_name or not any(t.pos_ == "ADP" for t in between)) and (covered.start > head.i or head.pos_ == "PROPN")


def _name_beside(naming: Naming, word: Token) -> tuple[str, ...] | None:
    """The name in apposition: "Norland's foreign minister, Ada Brandt,"."""
    for name in children(word, "appos", "flat"):
        left, right = offsets(word.doc, name.i, name.i + 1)
        people = [e.name for e in _entities(naming, left - _LONGEST_NAME, left + 1) if e.type == "PERSON" and right <= e.span.end]
        if people:
            return (people[0],)
    return None


def _name_at(naming: Naming, start: int, end: int, word: Token) -> tuple[str, ...] | None:
    left, right = offsets(word.doc, word.i, word.i + 1)
    first = bisect_left(naming.references, left - _LONGEST_NAME, key=lambda r: r.span.start)
    last = bisect_left(naming.references, left + 1, key=lambda r: r.span.start)
    for reference in naming.references[first:last]:
        if right <= reference.span.end <= end and reference.names:
            return reference.names
    for entity in _entities(naming, left - _LONGEST_NAME, left + 1):
        if right <= entity.span.end and (entity.type != "NORP" or word.pos_ != "ADJ"):
            return (entity.name,)
    return None


def _entities(naming: Naming, start: int, end: int) -> Sequence[Entity]:
    """The entities that begin in [start, end), found without a look at the rest of a long article."""
    first, last = (bisect_left(naming.entities, offset, key=lambda e: e.span.start) for offset in (start, end))
    return naming.entities[first:last]
