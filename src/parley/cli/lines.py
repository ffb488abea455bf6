"""JSON Lines on standard input → typed inputs of the stages, and answers → standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import click

from parley.model import Interval, Page, identify

_LONGEST = 20_000_000
"""Bytes of a line; what is longer is passed over without being held."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of standard input: its number and either an object with a string `id`, or what is wrong with it."""

    number: int
    data: Mapping[str, object]
    problem: str | None = None

    @property
    def id(self) -> str:
        found = self.data.get("id")
        return found if isinstance(found, str) else f"line {self.number}"

    def string(self, key: str) -> str | None:
        found = self.data.get(key)
        return found if isinstance(found, str) else None


def read_lines(wanted: str) -> Iterator[Line]:
    """Yields the lines of standard input that are not blank; `wanted` is the field that must be a string beside `id`."""
    number = 0
    while raw := sys.stdin.buffer.readline(_LONGEST + 1):
        number += 1
        if len(raw) > _LONGEST:
            while not raw.endswith(b"\n") and (raw := sys.stdin.buffer.readline(_LONGEST)):
                pass
            yield Line(number, {}, f"longer than {_LONGEST:,} bytes")
        elif raw.strip():
            yield _parse(number, raw, wanted)


def _parse(number: int, raw: bytes, wanted: str) -> Line:
    try:
        data = json.loads(raw.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        return Line(number, {}, f"not JSON: {error}")
    if not isinstance(data, dict):
        return Line(number, {}, "not a JSON object")
    line = Line(number, data)
    missing = [key for key in ("id", wanted) if line.string(key) is None]
    if missing:
        return Line(number, data, f"no string {' and no string '.join(missing)}")
    try:
        published_of(line)
    except ValueError as error:
        return Line(number, data, f"published: {error}")
    return line


def published_of(line: Line) -> Interval | None:
    """Reads `published`: an ISO day, or an object with `first` and `last`.

    Raises:
        ValueError: when it is neither.
    """
    found = line.data.get("published")
    if found is None:
        return None
    if isinstance(found, Mapping):
        return Interval(_day(found.get("first")), _day(found.get("last")), str(found.get("how") or "user"))
    return Interval.day(_day(found), "user")


def _day(value: object) -> date:
    if not isinstance(value, str):
        raise ValueError(f"not a day: {value!r}")
    return date.fromisoformat(value[:10])


def page_of(line: Line) -> Page:
    """Makes a page of a `clean` input line: `raw`, `media`, and what the line says about it."""
    raw, media = line.string("raw") or "", line.string("media") or "text/plain"
    return Page(
        identify("p", line.id, raw), line.id, media, raw, line.string("url"), line.string("title"), line.string("publisher"), published_of(line)
    )


def write_line(answer: Mapping[str, object]) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, allow_nan=False))


def report_problems(lines: Iterable[Line], stage: str) -> None:
    """Says on standard error which lines could not be used."""
    for line in lines:
        if line.problem:
            click.echo(f"parley stage {stage}: {line.id}: {line.problem}", err=True)
