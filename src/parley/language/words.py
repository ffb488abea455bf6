"""A document's text and words as plain strings, made once: spaCy builds them anew whenever it is asked for them."""

from __future__ import annotations

from spacy.tokens import Doc

_TEXT, _WORDS = "text", "words"


def text_of(doc: Doc) -> str:
    """Returns `doc.text`."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def words_of(doc: Doc) -> tuple[str, ...]:
    """Returns the text of every token, white space among them."""
    words: tuple[str, ...] | None = doc.user_data.get(_WORDS)
    if words is None:
        words = doc.user_data[_WORDS] = tuple(token.text for token in doc)
    return words
