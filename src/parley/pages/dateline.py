"""The first lines of an article → its dateline's place: "GENEVA (Reuters) -", "Vesk, Aug 26 --", "Vesk: The envoy ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý.'’-]+){0,3}"
_NAME = r"[A-ZÀ-Ý][\w.'’-]+(?: (?:[A-ZÀ-Ý][\w.'’-]+|al-\w+|de|of|the|el)){0,3}"
_REST = r"(?:, [A-Z][\w. ]{2,25}?)?(?:,? \w{3,9}\.? \d{1,2})?(?:,? (?:19|20)\d\d)?"
_SOURCE = r"\s*(?:[(\[][^()\[\]]{2,50}[)\]]|/[^/]{2,30}/)"
_FORMS = (
    re.compile(rf"\W{{0,2}}(?P<place>{_CAPITALS}){_REST}(?:{_SOURCE})?\s*(?:[-–—]{{1,2}}|:)\s*(?=\S)"),
    re.compile(rf"\W{{0,2}}(?P<place>{_NAME}){_REST}{_SOURCE}\s*(?:[-–—]{{1,2}}|:)\s*(?=\S)"),
    re.compile(rf"\W{{0,2}}(?P<place>{_NAME}){_REST}\s*(?:[–—]|--| -|:)\s+(?=[A-Z“\"])"),
)
_OWN_LINE = re.compile(rf"(?P<place>{_NAME})\s*[-–—/|]\s*{_NAME}")
_MAX_WORDS = 4


def find_dateline(body: Sequence[str], above: Sequence[str] = ()) -> str | None:
    """Returns the place as written, or None.

    Args:
        body: the article's paragraphs; the first two are looked at.
        above: the lines just above the body, where some sites print "Vesk - Harbour Post" on a line of its own.
    """
    opening = (match for line in body[:2] if len(line) > 60 for form in _FORMS if (match := form.match(line)))
    own = (match for line in reversed(above[-2:]) if (match := _OWN_LINE.fullmatch(line.strip())))
    found = next(opening, None) or next(own, None)
    place = found["place"].strip(" .,-") if found else ""
    return place if place and len(place.split()) <= _MAX_WORDS else None
