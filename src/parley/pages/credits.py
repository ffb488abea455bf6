"""Lines of a page → the agency its text is credited to, told apart from agencies it only cites.

A credit stands in one of few places: alone on a line ("Source: AFP"), in the dateline ("GENEVA (Reuters) -"), at the very
end of the text ("... on Friday. - AP"), or in the byline. "told Reuters" and "according to TASS" stand in none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from parley.lexicon.agencies import agency_expression, agency_spellings

_LIST = r"(?P<names>{agency}(?:\s*(?:,|/|&|\||\+|and|with|–|-)\s*{agency}){{0,4}})"
_LEAD_IN = r"(?:(?:news )?(?:sources?|agency|agencies|via|credits?|courtesy|by|from|text|story|wire)\b[ :–—-]*(?:from|by)?[ :–—-]*|©\s*(?:19|20)?\d{0,2}\s*|copyright\W{0,3}(?:©)?\s*(?:(?:19|20)\d\d)?\s*)"
_WITH = r"\(?\s*(?:with|including)? ?(?:additional |some |further )?(?:inputs?|reporting|material|files|information|reports|contributions?|content)? ?(?:from|by|with|of) (?:the )?"
_PLACE = r"[A-Z][\w.'’ -]{1,40}"
_MAX_LINE = 160
_OPENING = 140  # characters of a paragraph in which a dateline can stand
_CONTRIBUTED = re.compile(r"\b(?:inputs?|reporting|material|files|information|reports|contributions?|content|with)\b", re.IGNORECASE)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Whole lines that are credits."""
    names = _LIST.format(agency=agency_expression())
    tail = r"(?:\s*(?:,|/|\||in|[-–—])\s*(?:in )?" + _PLACE + r")?"
    alone = rf"\W{{0,3}}(?:{_LEAD_IN})?(?:the )?{names}(?: news| staff| reports?| correspondent)?{tail}\W{{0,3}}"
    after_place = rf"\W{{0,2}}{_PLACE}\s*[-–—,/|(]\s*{names}\W{{0,3}}"
    contributed = rf"{_WITH}{names}\W{{0,4}}"
    rights = rf"(?:©|\(c\)|copyright)\W{{0,3}}(?:(?:19|20)\d\d)?\W{{0,3}}(?:the )?{names}\b.{{0,120}}"
    named_list = rf"sources? ?:\s*(?:[A-Z][\w .'’-]{{1,30}}\s*[,/+&]\s*)?{names}\W{{0,3}}"
    return tuple(re.compile(f"(?i:{lead})" if False else lead) for lead in map(_soft, (alone, after_place, contributed, rights, named_list)))


def _soft(expression: str) -> str:
    """Lets the English words of an expression begin with a capital; agency names keep their case."""
    words = ("sources?", "agency", "agencies", "via", "credits?", "courtesy", "by", "from", "text", "story", "wire", "with", "including", "copyright", "news ")
    for word in words:
        expression = re.sub(rf"(?<![\w\[\\(?<]){re.escape(word)}(?![\w\]-])", f"(?i:{word})", expression)
    return expression


@cache
def _dateline() -> re.Pattern[str]:
    names = _LIST.format(agency=agency_expression())
    return re.compile(rf"^\W{{0,3}}(?:[A-Z][^()\n]{{0,70}}?)?[(\[]\s*{names}[^()\[\]]{{0,25}}[)\]]\s*(?:[-–—:.]|(?=[A-Z“\"]))|^[A-Z][A-Z .,'’-]{{2,40}}(?:,\s*\w+\.? \d{{1,2}})?\s*[-–—/,]\s*{names.replace('names', 'more')}\s*[-–—:]")


@cache
def _closing() -> re.Pattern[str]:
    names = _LIST.format(agency=agency_expression())
    return re.compile(rf"[.!?…”\"’)]\s*(?:[-–—/]{{1,2}}\s*|\(\s*(?:[Ww]ith (?:[a-z ]{{0,30}}(?:from|by) )?)?|\[\s*)(?:the )?{names}(?:[^()\w]{{0,3}}|/\w{{2,12}}\)?)\s*$")


def find_agency(lines: Sequence[str], kept: Sequence[bool], byline: str | None = None) -> str | None:
    """Returns the agencies credited, by the names of `lexicon/data/agencies.tsv` joined with ", ", or None.

    Args:
        lines: all lines of the page; credits often stand on lines that are not the article.
        kept: which lines are the article's paragraphs.
        byline: the author line of the page's metadata, if any.
    """
    body = [line for line, k in zip(lines, kept, strict=True) if k]
    searched = (
        (match for line in body[:3] if (match := _dateline().match(line[:_OPENING]))),
        (match for line in lines if len(line) <= _MAX_LINE for form in _forms() if (match := form.fullmatch(line.strip()))),
        (match for line in body[-3:] if (match := _closing().search(line[-_MAX_LINE:]))),
        (match for line in [byline or ""] if (match := re.search(_LIST.format(agency=agency_expression()), line))),
    )
    found = next((m for matches in searched for m in matches), None)
    return _names(found) if found else None


def _names(match: re.Match[str]) -> str:
    text = next(v for v in match.groupdict().values() if v)
    spelled = re.findall(agency_expression(), text)
    return ", ".join(dict.fromkeys(agency_spellings()[s] for s in spelled))
