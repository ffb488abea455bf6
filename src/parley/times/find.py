"""Text + publication interval → its time expressions."""

from __future__ import annotations

from datetime import date, timedelta

from parley.lexicon.times import load_times
from parley.model import Interval, Span, TimeValue
from parley.times.anchors import Resolved
from parley.times.grammar import Finding, read_findings
from parley.times.resolve import directions, resolve_all
from parley.times.tokens import Tokens, read_tokens

# An anchor is tried day by day up to this length; a longer one by its ends and quarters.
_EVERY_DAY = 31


def find_times(text: str, published: Interval | None) -> tuple[TimeValue, ...]:
    """Finds the time expressions of `text` and says which days they mean.

    Args:
        text: raw text, one article; offsets of the answer count its code points.
        published: the days on which it may have been published, or None: then the text's own dates are the anchor.

    Returns:
        The expressions in text order, without overlap. `value` is underspecified (`XXXX-WXX-1`, `XXXX-01-25`) and `days`
        None where neither the words nor an anchor settle it. An uncertain anchor widens `days` to the hull of what its
        days give.
    """
    lexicon = load_times()
    tokens = read_tokens(text, lexicon)
    findings = list(read_findings(tokens, lexicon))
    signs = directions(findings, tokens)
    trials = [resolve_all(findings, signs, tokens, day) for day in _anchor_days(published)]
    times = (_time(finding, tokens, [trial[i] for trial in trials]) for i, finding in enumerate(findings))
    return tuple(time for time in times if time is not None)


def _anchor_days(published: Interval | None) -> list[date | None]:
    if published is None:
        return [None]
    count = published.days
    if count <= _EVERY_DAY:
        return [published.first + timedelta(days=i) for i in range(count)]
    return [published.first + timedelta(days=(count - 1) * i // 8) for i in range(9)]


def _time(finding: Finding, tokens: Tokens, found: list[Resolved | None]) -> TimeValue | None:
    known = [f for f in found if f is not None]
    if not known:
        return None
    start, end = tokens.starts[finding.first], tokens.ends[finding.last - 1]
    span = Span(start, end, tokens.text[start:end])
    return TimeValue(span, known[0].type, _common_value([f.value for f in known]), _hull(known))


def _hull(found: list[Resolved]) -> Interval | None:
    """The days from the first to the last of all trials, unless uncertainty has made them several times what the words mean."""
    spans = [(f.first, f.last) for f in found if f.first is not None and f.last is not None]
    if len(spans) < len(found):
        return None
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    longest = max((s[1] - s[0]).days + 1 for s in spans)
    if (last - first).days + 1 > max(_EVERY_DAY, 3 * longest):
        return None
    return Interval(first, last, found[0].how)


def _common_value(values: list[str]) -> str:
    """One value for all trials: where digits differ, X stands."""
    if len(set(values)) == 1:
        return values[0]
    if len({len(value) for value in values}) > 1:
        return "XXXX-XX-XX"
    parts = zip(*(value.split("-") for value in values), strict=False)
    return "-".join(p[0] if len(set(p)) == 1 else "".join("X" if c.isdigit() else c for c in p[0]) for p in parts)
