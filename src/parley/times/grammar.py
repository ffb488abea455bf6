"""Tokens → what stands there: the longest rule that matches at each place and that its reader understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.lexicon.times import SHAPES, Rule, TimeLexicon, matchers_at
from parley.times.captured import Captured
from parley.times.readers import READERS
from parley.times.readings import Century, Date, Decade, Named, Narrow, Near, Portion, Reading, Season, Step, StepMonth, Weekday
from parley.times.tokens import Tokens

_STRETCHES = (Date, Decade, Century, Season, Portion, Near, Step, StepMonth, Weekday, Named)
# Which group of a rule that splits in two takes the place of which ("26-27 August": e for d; "1914-18": z for y).
_SECONDS = {"e": "d", "z": "y"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Tokens [first, last) read as a time; `rule` names the line of the data file."""

    first: int
    last: int
    rule: str
    reading: Reading


def read_findings(tokens: Tokens, lexicon: TimeLexicon) -> Iterator[Finding]:
    """Yields what is found, left to right, without overlap."""
    done = 0
    for match in lexicon.starts.finditer(tokens.shape):
        if match.start() < done:
            continue
        for finding in _longest(tokens, match.start(), lexicon):
            yield finding
            done = finding.last


def _longest(tokens: Tokens, at: int, lexicon: TimeLexicon) -> list[Finding]:
    """A rule that covers as much as a prefix and its stretch knows better ("the second half of 2015")."""
    narrowed, plain = _narrowed(tokens, at, lexicon), _read_at(tokens, at, lexicon)
    return plain if not narrowed or (plain and plain[-1].last >= narrowed[-1].last) else narrowed


def _read_at(tokens: Tokens, at: int, lexicon: TimeLexicon) -> list[Finding]:
    for captured in _captures(tokens, at, lexicon):
        reading = READERS[captured.rule.reader](captured)
        if reading is not None:
            whole = Finding(captured.first, captured.last, captured.rule.name, reading)
            return _split(whole, captured) if captured.has(captured.constant("split")) else [whole]
    return []


def _captures(tokens: Tokens, at: int, lexicon: TimeLexicon) -> list[Captured]:
    """What matches at a place, longest first; among equals the earlier rule."""
    found = []
    for rule, matches in matchers_at(tokens.shape[at]):
        match = matches(tokens.shape, at)
        if match is not None and match.end() > at and not _is_barred(tokens, rule, at, match.end()):
            found.append(Captured(tokens, rule, lexicon, at, match.end(), _spans(match)))
    return sorted(found, key=lambda captured: -captured.last)


def _spans(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """Where the named groups lie; "y2" is another place for "y"."""
    return {name.rstrip("23"): match.span(name) for name, text in match.groupdict().items() if text is not None}


def _is_barred(tokens: Tokens, rule: Rule, first: int, last: int) -> bool:
    """Whether one of the rule's constants forbids the match here.

    `tight` wants no white space inside, `lower` no capital, `noname` no capital after a capitalised word ("Arab Today"),
    `uncap` no capital before one ("Winter Olympics").
    """
    constants = rule.constants
    if not constants:
        return False
    has_capital = tokens.text[tokens.starts[first]].isupper()
    if "lower" in constants and has_capital and not _opens_sentence(tokens, first):
        return True
    if "noname" in constants and has_capital and first and tokens.shape[first - 1] == SHAPES["CAP"]:
        return True
    if "uncap" in constants and tokens.shape[last : last + 1] == SHAPES["CAP"] and tokens.text[tokens.starts[last - 1]].isupper():
        return True
    return "tight" in constants and any(tokens.ends[i] != tokens.starts[i + 1] for i in range(first, last - 1))


def _opens_sentence(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.words[at - 1][-1] in ".!?\n"


def _split(whole: Finding, captured: Captured) -> list[Finding]:
    """A range such as "26-27 August" or "1914-18" gives two findings; the second takes what it lacks from the first."""
    name = captured.constant("split")
    start, _ = captured.spans[name]
    spans = {**captured.spans, _SECONDS[name]: captured.spans[name]}
    second = READERS[captured.rule.reader](Captured(captured.tokens, captured.rule, captured.lexicon, whole.first, whole.last, spans))
    if second is None:
        return []
    stop = start - 1
    if captured.tokens.words[stop] == "the":
        stop -= 1
    return [Finding(whole.first, stop, whole.rule, whole.reading), Finding(start, whole.last, whole.rule, second)]


def _narrowed(tokens: Tokens, at: int, lexicon: TimeLexicon) -> list[Finding]:
    """Reads "early 2016", "mid-July", "the end of the year": a prefix and the stretch that follows it at once."""
    match = lexicon.prefix.match(tokens.shape, at)
    if match is None or match.end() >= len(tokens.words):
        return []
    found = _read_at(tokens, match.end(), lexicon)
    if not found or not isinstance(found[0].reading, _STRETCHES):
        return []
    words = tokens.words[at : match.end()]
    third = next((t for word in words if (t := _third(word, lexicon))), "")
    if "half" in words:
        third = "H1" if third == "early" else "H2"
    return [Finding(at, found[0].last, found[0].rule, Narrow(found[0].reading, third)), *found[1:]]


def _third(word: str, lexicon: TimeLexicon) -> str:
    return next((lexicon.values[name, word] for name in ("MOD", "PHASE", "COMPARE", "SHARE") if (name, word) in lexicon.values), "")
