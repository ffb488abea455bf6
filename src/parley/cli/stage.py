"""`parley stage NAME`: one stage alone, JSON Lines in and out, one answer a line in the order of the input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import islice

import click

from parley.cli import answers
from parley.cli.lines import Line, page_of, published_of, read_lines, report_problems, write_line
from parley.model import PageError

_BATCH = 64
STAGES = ("clean", "entities", "times", "statements", "claims", "reports", "copies", "stories")


@click.command("stage")
@click.argument("name", type=click.Choice(STAGES))
@click.option("--language", default="parley_english", show_default=True, help="spaCy pipeline that reads English.")
def command(name: str, language: str) -> None:
    """Run one stage alone on JSON Lines from standard input.

    Each line is an object with `id` and `text` (and `published`, `title`, `url`, `publisher` where known);
    for `clean` it has `raw` and `media` in place of `text`.
    One JSON line is written for each line read, in order; `copies` and `stories` look at all lines together and write one.
    A line that cannot be used is answered with its id and `issue`; the exit status is 1 when no line could be used.
    """
    lines = read_lines("raw" if name == "clean" else "text")
    if name in ("copies", "stories"):
        used = _run_together(name, list(lines))
    elif name in ("clean", "times"):
        used = sum(_run_alone(name, line) for line in lines)
    else:
        used = _run_reading(name, lines, language)
    if used == 0:
        sys.exit(1)


def _run_alone(name: str, line: Line) -> bool:
    if line.problem:
        return _refuse(name, line)
    try:
        write_line({"id": line.id, **(_clean(line) if name == "clean" else _times(line))})
    except PageError as error:
        return _refuse(name, Line(line.number, line.data, str(error)))
    return True


def _refuse(name: str, line: Line) -> bool:
    report_problems([line], name)
    given = line.data.get("id")
    write_line({"id": given if isinstance(given, str | int) else None, "issue": line.problem})
    return False


def _clean(line: Line) -> answers.Json:
    from parley.pages import clean_page

    return answers.clean(clean_page(page_of(line)))


def _times(line: Line) -> answers.Json:
    from parley.times import find_times

    return answers.times(find_times(line.string("text") or "", published_of(line)))


def _run_reading(name: str, lines: Iterator[Line], language: str) -> int:
    from parley.pipeline.reading import ArticleReader, read_texts

    answer: dict[str, Callable[[ArticleReader], answers.Json]] = {
        "entities": lambda article: answers.entities(article.naming),
        "statements": lambda article: answers.statements(article.statements),
        "claims": lambda article: answers.claims(article.claims),
        "reports": lambda article: answers.reports(article.reports),
    }
    used = 0
    while batch := list(islice(lines, _BATCH)):
        readers = read_texts([(line.string("text") or "", published_of(line)) for line in batch if not line.problem], language)
        for line in batch:
            if line.problem:
                _refuse(name, line)
                continue
            write_line({"id": line.id, **answer[name](next(readers))})
            used += 1
    return used


def _run_together(name: str, lines: list[Line]) -> int:
    report_problems(lines, name)
    good = [line for line in lines if not line.problem]
    write_line(_copies(good) if name == "copies" else _stories(good))
    return len(good)


def _copies(lines: list[Line]) -> answers.Json:
    from parley.copies import CopyInput, find_copies

    inputs = [
        CopyInput(
            id=line.id,
            text=line.string("text") or "",
            title=line.string("title"),
            published=published_of(line),
            publisher=line.string("publisher"),
            url=line.string("url"),
        )
        for line in lines
    ]
    result = find_copies(inputs)
    return answers.copies(result.links, result.sources)


def _stories(lines: list[Line]) -> answers.Json:
    from parley.record.happenings import group_happenings
    from parley.record.terms import HappeningInput

    found = group_happenings(
        [
            HappeningInput(id=line.id, text=f"{line.string('title') or ''}\n\n{line.string('text')}".strip(), published=published_of(line))
            for line in lines
        ]
    )
    return answers.stories(found.happenings, found.stories)
