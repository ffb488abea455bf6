"""Text → words, as the treebanks cut them: spaCy's English rules, with hyphens between words cut off too."""

from __future__ import annotations

import spacy
from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.util import compile_infix_regex

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


def blank_english() -> Language:
    """Returns an empty English pipeline whose tokenizer cuts "US-backed" into "US", "-", "backed"."""
    nlp = spacy.blank("en")
    between_words = rf"(?<=[{ALPHA}0-9.])(?:-|–|—|--|~)(?=[{ALPHA}0-9])"
    kept = "".join(rf"(?<!\b{prefix})(?<!\b{prefix.capitalize()})" for prefix in _PREFIXES)
    infixes = [rule for rule in nlp.Defaults.infixes if "-|–" not in rule]
    nlp.tokenizer.infix_finditer = compile_infix_regex([*infixes, kept + between_words]).finditer
    nlp.max_length = 50_000_000
    return nlp
