"""Tokens → what stands there: the longest rule that matches at each place, with the tokens of its named groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.lexicon.times import SHAPES, Rule, TimeLexicon
from parley.times.readings import READERS, Captured, Narrow, Reading
from parley.times.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Finding:
    """Tokens [first, last) read as a time."""

    first: int
    last: int
    rule: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: Rule
    spans: dict[str, tuple[int, int]]
    end: int


def _hits(tokens: Tokens, at: int, lexicon: TimeLexicon) -> list[_Hit]:
    hits = []
    for rule in lexicon.starting.get(tokens.shape[at], ()):
        match = rule.regex.match(tokens.shape, at)
        if match is None or match.end() == at:
            continue
        if "tight" in rule.constants and any(tokens.ends[i] != tokens.starts[i + 1] for i in range(at, match.end() - 1)):
            continue
        if "noname" in rule.constants and _in_name(tokens, at):
            continue
        if "lower" in rule.constants and tokens.text[tokens.starts[at]].isupper() and not _opens_sentence(tokens, at):
            continue
        hits.append(_Hit(rule, _spans(match), match.end()))
    return sorted(hits, key=lambda hit: -hit.end)


def _spans(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """Where the named groups lie; "y2" is another place for "y"."""
    return {name.rstrip("23"): match.span(name) for name, text in match.groupdict().items() if text is not None}


def _in_name(tokens: Tokens, at: int) -> bool:
    """Returns whether a capitalised word follows another, as in the name of a newspaper."""
    return at > 0 and tokens.text[tokens.starts[at]].isupper() and tokens.shape[at - 1] == SHAPES["CAP"]


def _opens_sentence(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.words[at - 1][-1] in ".!?\n:"


def _read_at(tokens: Tokens, at: int, lexicon: TimeLexicon) -> list[Finding]:
    for hit in _hits(tokens, at, lexicon):
        reading = READERS[hit.rule.reader](Captured(tokens, hit.spans, hit.rule, lexicon, (at, hit.end)))
        if reading is None:
            continue
        split = hit.spans.get(hit.rule.constants.get("split", ""))
        if split is None:
            return [Finding(at, hit.end, hit.rule.name, reading)]
        return _split(Finding(at, hit.end, hit.rule.name, reading), hit, tokens, lexicon)
    return []


def _split(whole: Finding, hit: _Hit, tokens: Tokens, lexicon: TimeLexicon) -> list[Finding]:
    """A range such as "26-27 August" or "1914-18" gives two findings; the second takes what it lacks from the first."""
    name = hit.rule.constants["split"]
    start, end = hit.spans[name]
    spans = dict(hit.spans) | {{"e": "d", "z": "y"}[name]: (start, end)}
    second = READERS[hit.rule.reader](Captured(tokens, spans, hit.rule, lexicon, (whole.first, whole.last)))
    stop = start - 1
    while stop > whole.first + 1 and tokens.words[stop - 1] in ("the", "-", "–"):
        stop -= 1
    findings = [Finding(whole.first, stop, whole.rule, whole.reading)]
    if second is not None:
        findings.append(Finding(start, whole.last, whole.rule, second))
    return findings


def _with_prefix(tokens: Tokens, at: int, lexicon: TimeLexicon) -> list[Finding]:
    match = lexicon.prefix.match(tokens.shape, at)
    if match is None or match.end() >= len(tokens.words):
        return []
    inner = _read_at(tokens, match.end(), lexicon)
    if not inner or not inner[0].reading.is_stretch:
        return []
    word = next(w for i in range(at, match.end()) for w in [_third(tokens.words[i], lexicon)] if w)
    first = inner[0]
    return [Finding(at, first.last, first.rule, Narrow(first.reading, word)), *inner[1:]]


_OTHER_THIRDS = {
    "latter": "late",
    "later": "late",
    "last": "late",
    "final": "late",
    "closing": "late",
    "second": "late",
    "first": "early",
    "opening": "early",
}


def _third(word: str, lexicon: TimeLexicon) -> str:
    for name in ("MOD", "PHASE", "COMPARE"):
        if (name, word) in lexicon.values:
            return lexicon.values[name, word]
    return _OTHER_THIRDS.get(word, "")


def read_findings(tokens: Tokens, lexicon: TimeLexicon) -> Iterator[Finding]:
    """Yields what is found, left to right, without overlap."""
    done = 0
    for match in lexicon.starts.finditer(tokens.shape):
        at = match.start()
        if at < done:
            continue
        found = _with_prefix(tokens, at, lexicon) or _read_at(tokens, at, lexicon)
        for finding in found:
            yield finding
            done = finding.last
