"""Whose "we" it is, and whose "I" outside quotation marks: the speaker's inside them, else theirs whose words the text gives.

A text gives somebody's words behind a paragraph that ends in "Brandt said:", under a first line that calls it a statement by
somebody, where one body alone takes sides in the present tense and nobody is quoted ("Norland condemns … We call on …"), and where
one body alone "said" in the opening and "we" take sides outside quotation marks, as in press releases. What a body that speaks for
itself publishes is in its own words where nobody says "I".
All others stay unknown: a reporter says "we", too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from parley.language.firsthand import ME, US, carriers, speakers
from parley.language.mentioned import Link, Named
from parley.language.quoting import SAYING, quotations
from parley.language.words import words_of

_SPEAKING = ("person", "body", "country")
_DOCUMENTS = frozenset("statement remark speech address message declaration communique communiqué letter comment announcement".split())
_BY = frozenset(("by", "from", "of"))
_TAKING_SIDES = frozenset(
    "condemn welcome urge call express support commend reaffirm deplore reject regret extend offer join stand remain applaud congratulate denounce "
    "thank recognize recognise appreciate reiterate demand".split()
)
_OWN = ME | {"we", "us"}  # "our" rights, forces or allies are seldom one person's
_QUOTES = frozenset("“«„\"'‘")
_BACK = 40
_LEAD = 20


def first_person(doc: Doc, named: Sequence[Named], links: Sequence[Link], publisher: str = "") -> list[Link]:
    """Returns whom "I" and "we" stand for where it is known, in text order.

    Args:
        doc: a parsed document.
        named: the mentions with names.
        links: what its other pronouns stand for.
        publisher: the key of the publisher if it is a body that speaks for itself.
    """
    spots = [(at, word.lower()) for at, word in enumerate(words_of(doc)) if word.lower() in ME | US and word != "US"]
    if not spots:
        return []
    bearers = carriers(doc, named, links, _SPEAKING)
    people = {n.key for n in named if n.kind == "person"}
    said_by = speakers(doc, bearers)
    quoted = {at for start, end in quotations(doc) for at in range(start, end)}
    given = _introduced(doc, bearers)
    own = "" if any(at not in quoted and word in ME for at, word in spots) else publisher
    author = _titled(doc, bearers) or own or _taking_sides(doc, bearers, people, quoted) or _issuing(doc, bearers, people, quoted)
    keys = ((at, word, said_by.get(at, "") if at in quoted else given.get(at, author)) for at, word in spots)
    return [Link(at, at + 1, (key,)) for at, word, key in keys if key and word in (_OWN if key in people else US)]


def _introduced(doc: Doc, bearers: Mapping[int, str]) -> dict[int, str]:
    """Returns token → who is said to say the paragraphs in which it stands, quotation marks or not."""
    found: dict[int, str] = {}
    key = ""
    for at, word in enumerate(words_of(doc)):
        if "\n" in word and at > 0 and doc[at - 1].text == ":":
            key = "" if at + 1 < len(doc) and doc[at + 1].text in _QUOTES else _said_before(doc, at - 1, bearers) or key
        if key:
            found[at] = key
    return found


def _said_before(doc: Doc, colon: int, bearers: Mapping[int, str]) -> str:
    """The subject of the verb of saying in the paragraph that ends with a colon."""
    for at in range(colon - 1, max(colon - _BACK, -1), -1):
        if "\n" in doc[at].text:
            break
        if doc[at].lemma_.lower() in SAYING and doc[at].pos_ == "VERB":
            return next((bearers[t.i] for t in _subjects(doc[at]) if t.i in bearers), "")
    return ""


def _subjects(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ == "nsubj")


def _titled(doc: Doc, bearers: Mapping[int, str]) -> str:
    """Whose statement, speech or letter the first line calls the text: "Statement by the Foreign Ministry"."""
    for token in doc[:_BACK]:
        if "\n" in token.text:
            break
        if token.lemma_.lower() in _DOCUMENTS and token.head.i == token.i:
            owners = (c for c in token.children if c.dep_ == "nmod:poss" or (c.dep_ == "nmod" and any(k.lower_ in _BY for k in c.lefts)))
            return next((bearers[c.i] for c in owners if c.i in bearers), "")
    return ""


def _taking_sides(doc: Doc, bearers: Mapping[int, str], people: set[str], quoted: set[int]) -> str:
    """The one body that condemns, welcomes or urges in the present tense, if nothing in the text is said by anybody."""
    found = set()
    for token in doc:
        if token.pos_ != "VERB" or token.i in quoted:
            continue
        if token.lemma_.lower() in SAYING and token.tag_ == "VBD":
            return ""
        if token.tag_ == "VBZ" and token.lemma_.lower() in _TAKING_SIDES:
            found |= {bearers[t.i] for t in _subjects(token) if t.i in bearers}
    bodies = found - people
    return bodies.pop() if len(bodies) == 1 else ""


def _issuing(doc: Doc, bearers: Mapping[int, str], people: set[str], quoted: set[int]) -> str:
    """The body that "said" in the opening of a press release, whose writers go on as "we" ("We call on …")."""
    ours = (t for t in doc if t.lower_ == "we" and t.i not in quoted and t.dep_ == "nsubj" and t.head.lemma_.lower() in _TAKING_SIDES)
    if not any(t.head.tag_ == "VBP" for t in ours):
        return ""
    end = next((t.i for t in doc if "\n\n" in t.text and t.i > _LEAD), len(doc))
    said = (t for t in doc[:end] if t.i not in quoted and t.tag_ == "VBD" and t.lemma_.lower() in SAYING)
    bodies = {bearers[t.i] for verb in said for t in _subjects(verb) if t.i in bearers} - people
    return bodies.pop() if len(bodies) == 1 else ""
