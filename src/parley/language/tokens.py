"""Text → words, as the treebanks cut them: spaCy's English rules, with hyphens between words cut off too."""

from __future__ import annotations

from spacy.lang.char_classes import ALPHA
from spacy.lang.en import English
from spacy.language import Language

# A hyphen inside these first parts does not part words in EWT and GUM ("co-chair", "anti-war", "mid-July").
_PREFIXES = (
    "anti",
    "co",
    "counter",
    "ex",
    "inter",
    "mid",
    "multi",
    "non",
    "over",
    "post",
    "pre",
    "pro",
    "re",
    "semi",
    "sub",
    "super",
    "trans",
    "ultra",
    "un",
    "under",
)


_BETWEEN_WORDS = rf"(?<=[{ALPHA}0-9.])(?:-|–|—|--|~)(?=[{ALPHA}0-9])"
_KEPT = "".join(rf"(?<!\b{prefix})(?<!\b{prefix.capitalize()})" for prefix in _PREFIXES)


class _Reading(English):  # type: ignore[misc]  # spaCy gives it no type
    """spaCy's English with our rule in the place of its own on hyphens."""

    class Defaults(English.Defaults):  # type: ignore[misc]  # nor this
        infixes = [*(rule for rule in English.Defaults.infixes or () if "-|–" not in rule), _KEPT + _BETWEEN_WORDS]  # noqa: RUF012 - as spaCy has it


def blank_english() -> Language:
    """Returns an empty English pipeline whose tokenizer cuts "US-backed" into "US", "-", "backed"."""
    nlp = _Reading()
    nlp.max_length = 50_000_000
    return nlp
