"""Hand-checked parses of invented sentences, so that these tests rest on no model.

One token is `word|lemma|TAG|relation|head`; an empty lemma is the lower-cased word. Spaces stand before every token but punctuation and 's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from spacy.tokens import Doc
from spacy.vocab import Vocab

from parley.language.acts import ActScore, keep_scores
from parley.model import Actor, Entity, Interval, Naming, Place, Reference, Span, Statement, TimeValue
from parley.reports.drafts import Draft
from parley.reports.find import draft_reports

_POS = {
    "NN": "NOUN",
    "VB": "VERB",
    "JJ": "ADJ",
    "RB": "ADV",
    "IN": "ADP",
    "DT": "DET",
    "CD": "NUM",
    "PR": "PRON",
    "MD": "AUX",
    "TO": "PART",
    "CC": "CCONJ",
    "RP": "ADP",
    "WD": "PRON",
    "WP": "PRON",
}
_PEOPLE = {"Brandt": "PERSON", "Orlov": "PERSON", "Norland": "LOC", "Sudmark": "LOC", "Vesk": "LOC", "London": "LOC", "Geneva": "LOC", "Jihad": "ORG"}
_CITIES = ("Vesk", "London", "Geneva")


@cache
def _vocab() -> Vocab:
    return Vocab()


def parse(compact: str) -> Doc:
    rows = [token.split("|") for token in compact.split()]
    words, lemmas, tags, deps, heads = (list(column) for column in zip(*rows, strict=True))
    poses = []
    for tag, dep in zip(tags, deps, strict=True):
        pos = "PROPN" if tag.startswith("NNP") else _POS.get(tag[:2], "PUNCT")
        poses.append("AUX" if dep.startswith(("aux", "cop")) else pos)
    spaces = [i + 1 < len(words) and words[i + 1] not in (".", ",", "'s", "-") and words[i] != "-" for i in range(len(words))]
    lemmas = [lemma or word.lower() for lemma, word in zip(lemmas, words, strict=True)]
    starts = [i == 0 or words[i - 1] == "." for i in range(len(words))]
    return Doc(
        _vocab(), words=words, spaces=spaces, tags=tags, pos=poses, deps=deps, heads=[int(h) for h in heads], lemmas=lemmas, sent_starts=starts
    )


def naming(doc: Doc, meant: Mapping[int, str] = MappingProxyType({})) -> Naming:
    """Names every invented actor and city of the sentence; `meant`: token of a pronoun → whom it stands for."""
    found = [(t, _PEOPLE[t.text]) for t in doc if t.text in _PEOPLE]
    entities = tuple(Entity(Span(t.idx, t.idx + len(t), t.text), kind, t.text) for t, kind in found)
    places = {
        t.idx: Place(t.text, 1.0, 2.0, 3, None, "city" if t.text in _CITIES else "country", Span(t.idx, t.idx + len(t), t.text))
        for t, kind in found
        if kind == "LOC"
    }
    references = tuple(Reference(Span(doc[i].idx, doc[i].idx + len(doc[i]), doc[i].text), (name,)) for i, name in meant.items())
    return Naming(entities, references, {e.name: Actor(e.name, e.type) for e in entities}, places)


def time_at(doc: Doc, words: str, days: Interval) -> TimeValue:
    start = doc.text.index(words)
    return TimeValue(Span(start, start + len(words), words), "DATE", days.first.isoformat(), days)


def drafts(
    compact: str,
    times: tuple[TimeValue, ...] = (),
    statements: tuple[Statement, ...] = (),
    published: Interval | None = None,
    scores: Mapping[int, ActScore] | None = None,
    meant: Mapping[int, str] = MappingProxyType({}),
) -> list[Draft]:
    """Reads a sentence by the rules alone, or with the network's `scores` of its words."""
    doc = parse(compact)
    if scores is not None:
        keep_scores(doc, scores)
    return list(draft_reports(doc, naming(doc, meant), times, statements, published).drafts)
