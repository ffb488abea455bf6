"""Two figures of one voice → whether one takes the other back: "118 were held, up from an initial count of 49"."""

from __future__ import annotations

import re

from parley.model import Claim

_REACH = 70
"""Characters before a figure in which a word makes it an earlier one."""
_SAID = r"(?:said|told|reported|spoke|spoken|put|gave|given|announced|counted|confirmed|estimated|stood|registered|recorded|listed)"
_THEN = r"(?:(?:(?:hour|day|week|month)s? (?:ago|before)|last (?:week|month))|earlier|previously|initially|originally|at first|first|beforehand)"
_EARLIER = re.compile(
    rf"\b(?:{_SAID}\b(?:\W+\w+){{0,4}}?\W+{_THEN}|{_THEN}(?:\W+\w+){{0,2}}?\W+{_SAID}"
    r"|(?:an?|the|its|their|his|her)\W+(?:initial|earlier|previous|preliminary|first)\W+(?:count|toll|figure|estimate|tally|number|report|total)"
    r"|(?:up|down|raised|revised|rose|risen|rising|increased|lowered|cut|fell)\W+(?:\w+\W+){0,2}?from)\b[^.;]*$",
    re.IGNORECASE,
)
"""What stands before a figure that no longer holds."""
_BACK_THEN = re.compile(rf"^[^.;]{{0,30}}?\b(?:{_SAID}\W+{_THEN}|{_THEN}\W+{_SAID})\b", re.IGNORECASE)
"""What stands behind one: "a toll of 14 given earlier"."""
_SAYS, _THEN_BEHIND = re.compile(rf"\b{_SAID}\b", re.IGNORECASE), re.compile(rf"^\W*{_THEN}\s*[,.;]", re.IGNORECASE)
"""What stands before and behind one together: "had put the toll at 14 earlier"."""


def takes_back(a: Claim, b: Claim) -> bool:
    """Returns whether one of two figures of a text is given as the one that held before."""
    return is_earlier(a, b) != is_earlier(b, a)


def is_earlier(claim: Claim, beside: Claim) -> bool:
    """Returns whether a text says of a figure that it was given earlier.

    Args:
        beside: another figure; what stands on the far side of it does not speak of this one.
    """
    sentence, one, other = claim.sentence, claim.span, beside.span
    begin = max(sentence.start, one.start - _REACH, other.end if other.end <= one.start else 0)
    end = min(sentence.end, other.start if other.start >= one.end else sentence.end)
    before, behind = (sentence.text[start - sentence.start : stop - sentence.start] for start, stop in ((begin, one.start), (one.end, end)))
    is_said_then = _THEN_BEHIND.match(behind) is not None and _SAYS.search(before) is not None
    return is_said_then or _EARLIER.search(before) is not None or _BACK_THEN.match(behind) is not None
