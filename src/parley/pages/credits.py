"""Lines of a page → the agency its text is credited to, told apart from agencies it only cites.

A credit stands in one of few places: on a line of its own ("Source: AFP"), in the dateline ("GENEVA (Reuters) -"), at the
very end of the text ("... on Friday. - AP"), or in the byline. "told Reuters" and "according to TASS" stand in none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from parley.lexicon.agencies import agency_expression, agency_spellings, is_clear_alone

_GENERIC = (  # agencies no list knows: "Harbour News Agency"; the words before the kind are capitalised and are no word of a credit
    r"(?<![\w-])(?!(?:Sources?|By|From|The|With|Via|Credits?|Courtesy|And|Agency|State|Official|Local|Foreign|Free)\b)"
    r"[A-ZÀ-Ý][\w'’-]{1,20}(?: [A-ZÀ-Ý][\w'’-]{1,20}){0,3}? (?:(?:News|Press|Wire|Newswire) (?:Agency|Service)|Press|Wire|Newswire)(?![\w-])(?! \w)"
)
_MARK = "\x01"  # stands for one agency's name while forms are matched
_NAMES = rf"(?P<names>{_MARK}(?:\s*(?:,|/|&|\||\+|and|with|–|-)\s*(?:the )?{_MARK}){{0,4}})"
_PLACE = r"(?-i:[A-ZÀ-Ý])[\w.'’-]{1,20}(?: [\w.'’-]{1,20}){0,3}"
_LEAD = r"(?:news )?(?:sources?|agency|agencies|via|credits?|courtesy|by|from|text|story|wire)(?: from| by)?\W{1,4}"
_SHARE = r"(?:inputs?|reporting|material|files?|information|reports?|contributions?|content|agency reports?)"
_CREDIT_LINES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"[^\w{_MARK}]{{0,3}}{_LEAD}(?:the )?{_NAMES}(?: news| staff| reports?)?(?:\s*(?:[,/|–—-]| in)\s*(?:{_PLACE}|\d.{{0,20}}))?\W{{0,4}}",
        rf"sources? ?:\s*{_PLACE}\s*[,/+&]\s*{_NAMES}\W{{0,4}}",
        rf"\W{{0,3}}(?:with|including)?\W?(?:additional |some |further )?{_SHARE} (?:from|by|with|of) "
        rf"(?:the )?(?:{_PLACE},? (?:and )?)?{_NAMES}\W{{0,4}}",
        rf"\W{{0,3}}with (?:the )?{_NAMES}\W{{0,4}}",
        rf"[^.!?{_MARK}]{{0,60}}\b(?:reporters?|correspondents?|staff|desk|bureau|writers?)(?:,| and| with|/) ?{_NAMES}\W{{0,4}}",
        rf"(?:the )?{_NAMES} (?:also )?contributed to this (?:report|story|article)\W{{0,3}}",
        rf"\W{{0,3}}(?:©|\(c\)|copyright)\W{{0,4}}(?:copyright\W{{0,3}})?(?:(?:19|20)\d\d)?\W{{0,3}}(?:by |the )?{_NAMES}.{{0,120}}",
        rf"this (?:story|article|report) (?:was|is) (?:originally |first )?(?:published|provided|produced|written) by (?:the )?{_NAMES}\W{{0,3}}",
    )
)
_BARE_LINES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\W{{0,3}}(?:the )?{_NAMES}(?: news| staff| reports?| correspondents?)?(?:\s*(?:[,/|–—-]| in)\s*{_PLACE})?\W{{0,3}}",
        rf"\W{{0,2}}{_PLACE}\s*[-–—,/|(]\s*{_NAMES}\W{{0,3}}",
    )
)
_DATELINE_WORD = r"(?:[A-ZÀ-Ý][\w.'’-]*|\d{1,4}|of|de|al-\w+|el|la)"
_DATELINE = re.compile(
    rf"\W{{0,3}}(?:{_DATELINE_WORD}(?:[ ,./]{{1,3}}{_DATELINE_WORD}){{0,7}})?[ ,.–—-]{{0,4}}"
    rf"(?:[(\[]\s*{_NAMES}[^()\[\]]{{0,25}}[)\]]\s*(?:[-–—:.]|(?=[A-Z“\"]))|/\s*{_NAMES.replace('names', 'slashed')}\s*/|"
    rf"(?<=[-–—,:/] ){_NAMES.replace('names', 'dashed')}\s*(?:[-–—:]|--))"
)
_SIGN = re.compile(  # "VESK, June 12 (Meridian) -": what stands in brackets between a dateline's day and its dash is an agency, listed or not
    r"\W{0,3}[A-ZÀ-Ý][^()\[\].!?]{1,60}\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:,? (?:19|20)\d\d)? "
    r"[(\[](?P<sign>[A-Z][A-Za-z]{1,19}(?: [A-Z][a-z]{1,15})?)[)\]]\s*(?:--|[-–—:])"
)
_CLOSING = re.compile(
    rf"[.!?…”\"’)]\s*(?:[-–—/]{{1,2}}\s*|[(\[]\s*(?:with (?:{_SHARE} )?(?:(?:from|by) )?)?)"
    rf"(?:the )?{_NAMES}(?:[^\w{_MARK}]{{0,3}}|/\w{{2,12}}\)?)\s*",
    re.IGNORECASE,
)
_MAX_LINE = 160
_OPENING = 140  # characters of a paragraph in which a dateline can stand
_NEAR = 10  # lines above and below the body in which a bare name is a credit
_FAR = 60  # lines above and below the body in which any credit is looked for


def _around(inside: Sequence[int], count: int) -> range:
    return range(max(0, inside[0] - _FAR), min(count, inside[-1] + _FAR + 1))


@cache
def _any_agency() -> re.Pattern[str]:
    return re.compile(f"{agency_expression()}|{_GENERIC}")


@dataclass(frozen=True, slots=True)
class _Masked:
    """A line with each agency's name replaced by one mark, and the names in order."""

    text: str
    spelled: tuple[str, ...]

    @classmethod
    def of(cls, line: str) -> _Masked:
        pattern, bare = _any_agency(), line.replace(_MARK, " ").strip()
        spelled = tuple(pattern.findall(bare))
        return cls(pattern.sub(_MARK, bare) if spelled else bare, spelled)

    def named(self, match: re.Match[str]) -> tuple[str, ...]:
        """The spellings inside the credit that `match` found."""
        start, end = next(match.span(g) for g in match.groupdict() if match[g])
        first = self.text.count(_MARK, 0, start)
        return self.spelled[first : first + self.text.count(_MARK, start, end)]


def find_agency(lines: Sequence[str], kept: Sequence[bool], byline: str | None = None) -> str | None:
    """Returns the agencies credited, by the names of `lexicon/data/agencies.tsv` joined with ", ", or None.

    Args:
        lines: all lines of the page; credits often stand on lines that are not the article.
        kept: which lines are the article's paragraphs.
        byline: the author line of the page's metadata, if any.
    """
    spelled = next(_credits(lines, kept, byline), ())
    return ", ".join(dict.fromkeys(agency_spellings().get(s, s) for s in spelled)) or None


def _credits(lines: Sequence[str], kept: Sequence[bool], byline: str | None) -> Iterator[tuple[str, ...]]:
    body = [line for line, k in zip(lines, kept, strict=True) if k]
    for line in body[:3]:
        opening = _Masked.of(line[:_OPENING])
        match = _DATELINE.match(opening.text)
        if match:
            yield opening.named(match)
        sign = _SIGN.match(line[:_OPENING])
        if sign:
            yield (sign["sign"],)
    yield from _on_own_lines(lines, kept)
    for line in body[-3:]:
        closing = _Masked.of(line[-_MAX_LINE:])
        match = next((m for m in _CLOSING.finditer(closing.text) if m.end() == len(closing.text)), None)
        if match:
            yield closing.named(match)
    author = tuple(s for s in _Masked.of(byline or "").spelled if is_clear_alone(s))
    if author:
        yield author


def _on_own_lines(lines: Sequence[str], kept: Sequence[bool]) -> Iterator[tuple[str, ...]]:
    """Whole lines that are credits; a bare name counts only near the body, and only where it can mean nothing else."""
    inside = [n for n, k in enumerate(kept) if k] or [0]
    near = range(max(0, inside[0] - _NEAR), inside[-1] + _NEAR + 1)
    masked = [(n, _Masked.of(lines[n])) for n in _around(inside, len(lines)) if len(lines[n]) <= _MAX_LINE]
    named = [(n, line) for n, line in masked if line.spelled]
    for _, line in named:
        match = next((m for form in _CREDIT_LINES if (m := form.fullmatch(line.text))), None)
        if match:
            yield line.named(match)
    for n, line in named:
        match = next((m for form in _BARE_LINES if (m := form.fullmatch(line.text))), None) if n in near else None
        if match and all(s in agency_spellings() and is_clear_alone(s) for s in line.named(match)):
            yield line.named(match)
