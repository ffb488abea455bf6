"""A document's words as plain strings, made once: spaCy builds each anew whenever it is asked for."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "words"


def words_of(doc: Doc) -> tuple[str, ...]:
    """Returns the text of every token, white space among them."""
    words: tuple[str, ...] | None = doc.user_data.get(_KEY)
    if words is None:
        words = doc.user_data[_KEY] = tuple(token.text for token in doc)
    return words
