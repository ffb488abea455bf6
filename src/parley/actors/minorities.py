"""Mentions of one article → the same, a people joined with the land it lives in: "Kosovo Serbs" and "ethnic Russians" are no state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from parley.actors.mentions import Mention
from parley.lexicon.countries import countries, country_names, demonyms
from parley.lexicon.folding import fold

_WITHIN = frozenset(("ethnic", "local", "minority", "indigenous"))
_PLACED = frozenset(("in", "at", "near", "across", "inside", "outside"))
_MODIFYING = frozenset(("compound", "amod", "nmod", "nmod:desc", "nmod:unmarked", "flat"))
_COUNTED = re.compile(r"(?:an|b|t|k)$")


def join_minorities(doc: Doc, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Returns the mentions in text order, those of peoples abroad longer by the word before them.

    Args:
        doc: the parsed article.
        text: `doc.text`.
        mentions: in text order, none overlapping another.
    """
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined and joined[-1].end == mention.start else None
        if _land(mention) and mention.type == "NORP" and before is not None and _is_home(doc, before, mention):
            joined[-1] = _from(doc, text, before.start, mention)
        elif _land(mention) and mention.type == "NORP" and mention.start and doc[mention.start - 1].lower_ in _WITHIN:
            joined.append(_from(doc, text, mention.start - 1, mention))
        else:
            joined.append(mention)
    return tuple(joined)


def _from(doc: Doc, text: str, start: int, mention: Mention) -> Mention:
    last = doc[mention.end - 1]
    return replace(mention, start=start, text=text[doc[start].idx : last.idx + len(last.text)], known=None)


def _land(mention: Mention) -> str:
    """The code of the country whose people a mention is, or whose name it is; empty for Kurds and others without a country of their own."""
    key = fold(mention.text)
    country, code = country_names().get(key), demonyms().get(key, "")
    return code if code in countries() else country.alpha2 if country else ""


def _is_home(doc: Doc, before: Mention, people: Mention) -> bool:
    """Whether the name before a people tells where it lives: not "in Norland Kestrian planes", nor "US-Kestrian"."""
    one, other = doc[before.end - 1], doc[people.end - 1]
    is_inside = one.dep_ in _MODIFYING and one.head.i in (other.i, other.head.i)
    is_placed = before.start > 0 and doc[before.start - 1].lower_ in _PLACED
    is_foreign = before.type in ("LOC", "NORP") and _land(before) != _land(people)
    return is_foreign and is_inside and not (is_placed and other.tag_ in ("JJ", "NNP")) and bool(one.whitespace_) and one.text[-1].isalpha()


def people_named(mention: Mention) -> str | None:
    """Returns the name of a people abroad, "Kosovo Serbs" for "Kosovo Serb", or None for other mentions."""
    words = mention.text.split()
    if mention.type != "NORP" or mention.known is not None or len(words) < 2 or fold(mention.text) in demonyms() or fold(words[-1]) not in demonyms():
        return None
    name = f"{mention.text}s" if _COUNTED.search(mention.text) else mention.text
    return name[0].lower() + name[1:] if words[0].lower() in _WITHIN else name
