"""Lines of a page → the address printed among them, as saved pages and clippings carry it: "site.example/2016/08/26/talks-fail"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AROUND = 10  # lines above and below the body among which a page's own address stands
_URL = r"(?P<url>(?:https?://)?(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}/[\w./~%?=&#+-]{4,300})"
_BARE = re.compile(_URL, re.IGNORECASE)
_LABELLED = re.compile(rf"(?:url|permalink|address|retrieved from|saved from) ?:? ?{_URL}", re.IGNORECASE)


def printed_address(lines: Sequence[str], start: int, end: int) -> str | None:
    """Returns the one address that stands alone on a line above the body, or with a label below it; with its scheme. None where several do.

    Args:
        lines: all lines of the page.
        start: the number of the body's first line.
        end: the number of its last.
    """
    above, below = lines[max(0, start - _AROUND) : start], lines[end + 1 : end + 1 + _AROUND]
    bare = (_BARE.fullmatch(line.strip()) for line in above)
    labelled = (_LABELLED.fullmatch(line.strip()) for line in (*above, *below))
    found = {match["url"] for match in (*bare, *labelled) if match}
    address = found.pop() if len(found) == 1 else None
    return address if address is None or "://" in address else f"https://{address}"
