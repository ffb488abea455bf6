"""Sentences written as `word/tag/relation/head` → a `Doc`, so that no test depends on what the model says today.

`head` counts from 1 within the sentence; 0 is the root. `¶` ends a paragraph.
"""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from parley.language.mentioned import Named

_VOCAB = spacy.blank("en").vocab
_POS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "IN": "ADP", "DT": "DET",
        "CD": "NUM", "CC": "CCONJ", "RB": "ADV", "JJ": "ADJ", "TO": "PART", "MD": "AUX", "POS": "PART"}  # fmt: skip
_LEMMAS = {
    "said": "say", "met": "meet", "praised": "praise", "spoke": "speak", "interviewed": "interview", "ministers": "minister", "raids": "raid",
    "sides": "side", "factions": "faction", "camps": "camp", "condemns": "condemn", "signed": "sign", "held": "hold", "talks": "talk",
    "parties": "party", "rebels": "rebel", "envoys": "envoy", "condemned": "condemn", "welcomed": "welcome",
}  # fmt: skip


def parse(*sentences: str) -> Doc:
    """Builds a document; every argument is one sentence."""
    words, tags, heads, relations, starts, pos = [], [], [], [], [], []
    for sentence in sentences:
        first = len(words)
        for cell in sentence.split():
            starts.append(len(words) == first)
            if cell == "¶":
                cell = f"\n\n/_SP/dep/{len(words) - first}"
            word, tag, relation, head = cell.rsplit("/", 3)
            words.append(word)
            tags.append(tag)
            relations.append(relation)
            heads.append(first + int(head) - 1 if head != "0" else len(words) - 1)
            pos.append("SPACE" if tag == "_SP" else "VERB" if tag.startswith("VB") else _POS.get(tag, "PUNCT"))
    lemmas = [_LEMMAS.get(word, word.lower()) for word in words]
    return Doc(_VOCAB, words=words, tags=tags, pos=pos, heads=heads, deps=relations, lemmas=lemmas, sent_starts=starts)


def name(doc: Doc, text: str, kind: str = "person", gender: str = "?", nth: int = 0) -> Named:
    """Returns the `nth` mention of a name of one word, with the word itself as its key."""
    at = [token.i for token in doc if token.text == text][nth]
    return Named(at, at + 1, text, kind, gender)
