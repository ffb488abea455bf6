"""The frame lines of a page → the name its site gives itself there, and how plainly.

A site's name stands alone above the headline ("The Harbour Tribune"), in the title after the headline, and at the foot: "Harbour Watch
is run by volunteers", "About Harbour Online". A short capitalised line above the headline may as well be a menu's; it counts where
it has the shape of a news site's name, or where the foot of the page says it again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parley.lexicon.agencies import agency_spellings
from parley.lexicon.mastheads import masthead_words
from parley.lexicon.page_lines import line_reason
from parley.pages.features import words

_TOKEN = r"[A-ZÀ-Ý][\w'’.-]{0,20}"
_LINE = re.compile(rf"(?:{_TOKEN}|&)(?: (?:{_TOKEN}|&|of|the|and|de|du|le|la|for|on)){{0,5}}")
_NAME = rf"(?P<name>{_TOKEN}(?: (?:{_TOKEN}|of|the|and)){{0,4}}?)"
_FOOT = (
    re.compile(rf"{_NAME} (?:uses|use) cookies\b"),
    re.compile(rf"{_NAME}\W{{1,4}}(?i:all rights reserved)"),
    re.compile(rf"{_NAME} is (?:(?:run|published|owned|operated|edited|produced) by|(?:a|an) (?:member|independent|part|project|publication)\b)"),
    re.compile(rf"(?:About|Welcome to) {_NAME}\W{{0,3}}$"),
)
_LEAD = re.compile(r"\s*[|•·,(]\s*|\s+[-–—]\s+")
_EDITION = re.compile(r"(?:[A-Za-z]{2,14} )?(?:edition|service|version)\)?", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?i:(?:the )?(?:(?:federal|prime) )?(?:ministry|embassy|department|office|government|presidency|general staff) of) "
    rf"{_TOKEN}(?: (?:{_TOKEN}|of|the|and|&)){{0,7}}"
)
"""An office of state that speaks for itself: "Ministry of Foreign Affairs"."""
_TOP, _BOTTOM = 10, 12  # lines of the frame in which the name is looked for
_MAX_KIND = 6  # words of a line that names the kind of document
_MAX_FOOT = 200  # characters
_VOWEL = re.compile(r"[AEIOUYÀ-Ý]")
_SMALL = frozenset("the of and for on".split())


def is_site_name(line: str) -> bool:
    """Returns whether a line alone has the shape of a news site's name: capitalised words, one of them such as "Tribune" at an end."""
    tokens = words(line)
    if not 2 <= len(tokens) <= 5 or not may_be_name(line):
        return False
    return tokens[-1] in masthead_words("name") or tokens[:1] == ("daily",) or tokens[:2] == ("the", "daily")


def leading_name(line: str) -> str | None:
    """Returns the site's name that a line opens with or has between bars: "The Tribune, 3 May 2019, page 4", "3 May 2019 | The Tribune"."""
    name, rest = (*_LEAD.split(line.strip(), maxsplit=1), "")[:2]
    is_edition = bool(_EDITION.fullmatch(rest)) and may_be_name(name)
    parted = (part.strip() for part in line.split("|")[1:4])
    return name if is_edition or is_site_name(name) or _OFFICE.fullmatch(name) else next((part for part in parted if is_site_name(part)), None)


def may_be_name(line: str) -> bool:
    """Returns whether a line can be a name at all: a few capitalised words, the first no word of menus."""
    tokens = words(line)
    first = tokens[1:2] if tokens[:1] == ("the",) else tokens[:1]
    is_menu = all(t in masthead_words("section") for t in (first if first != ("daily",) else tokens))
    return bool(tokens) and not is_menu and bool(_LINE.fullmatch(line.strip())) and not line.strip().endswith(".")


def is_group(name: str) -> bool:
    """Returns whether a name is a company's rather than a site's: "Harbour Media Group"."""
    tokens = words(name)
    return bool(tokens) and tokens[-1] in masthead_words("group")


def confirmed_masthead(above: Sequence[str], frame: Sequence[str]) -> str | None:
    """Returns the line above the body whose name a notice of the frame (copyright, cookies, "X is run by") says again.

    Args:
        above: the frame's lines above the body, the headline left out.
        frame: all lines of the frame.
    """
    notices = [" ".join(words(line)) for line in frame if len(line) <= _MAX_FOOT and _is_notice(line)]
    named = (line.strip() for line in above[:_TOP] if may_be_name(line))
    return next((spelled(line) for line in named if _said_in(line, notices)), None)


def _is_notice(line: str) -> bool:
    return line_reason(line) in ("copyright", "cookie") or any(form.match(line) for form in _FOOT)


def _said_in(line: str, notices: Sequence[str]) -> bool:
    core = " ".join(w for w in words(line) if w != "the")
    return len(core) > 3 and any(f" {core} " in f" {notice} " for notice in notices)


def shaped_masthead(above: Sequence[str], frame: Sequence[str]) -> str | None:
    """Returns the first line that has the shape of a site's name: at the head of the page, said twice in its frame, or at its foot."""
    counts = Counter(frame)
    lines = (*above[:_TOP], *(line for line in counts if counts[line] > 1), *reversed(frame[-_BOTTOM // 4 :]))
    named = (name for line in lines if (name := leading_name(line)) and name not in agency_spellings())
    return next((spelled(name) for name in named), None)


def issuer(above: Sequence[str]) -> str | None:
    """Returns the name that stands right above a line which calls the text a document: "Rights Watch" above "Press release"."""
    pairs = pairwise(above)
    named = (name.strip() for name, kind in pairs if len(words(kind)) <= _MAX_KIND and masthead_words("document").intersection(words(kind)))
    return next((spelled(name) for name in named if len(words(name)) >= 2 and may_be_name(name)), None)


def named_at_foot(frame: Sequence[str]) -> str | None:
    """Returns the name that a notice in the frame's last lines gives."""
    return next(_foot_names(frame), None)


def _foot_names(frame: Sequence[str]) -> Iterator[str]:
    for line in reversed(frame[-_BOTTOM:]):
        for form in _FOOT:
            match = form.match(line.strip()) if len(line) <= _MAX_FOOT else None
            if match and len(match["name"]) > 3 and may_be_name(match["name"]) and words(match["name"])[0] not in ("this", "our", "we"):
                yield match["name"]


def spelled(name: str) -> str:
    """Returns a name as written, capitals throughout made capitals at the beginnings: "THE CONTINENTAL" → "The Continental"."""
    if name != name.upper():
        return name
    return " ".join(_lowered(word, is_first=n == 0) for n, word in enumerate(name.split()))


def _lowered(word: str, *, is_first: bool) -> str:
    if word.lower() in _SMALL:
        return word.capitalize() if is_first else word.lower()
    is_initials = len(word) <= 3 or not _VOWEL.search(word)
    return word if is_initials else word.capitalize()
