"""`parley export FORMAT`: the record for other tools."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from parley.cli.options import output_option, record_option, write_text

FORMATS = ("jsonl", "issues")


@click.command("export")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(FORMATS))
@record_option
@output_option
def command(format_name: str, folder: Path, output: Path | None) -> None:
    """Write the record in another format.

    \b
    FORMAT is one of
      jsonl   everything, one JSON object a line, each with `kind` and `id`
      issues  what went wrong, one JSON object a line: page, stage, message
    """
    lines = _lines(folder) if format_name == "jsonl" else _issues(folder)
    write_text("".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines), output)


def _lines(folder: Path) -> Iterator[object]:
    from parley.record import export_lines
    from parley.record.view import with_dates
    from parley.store import open_record

    with open_record(folder) as record:
        view = record.view()
        yield from export_lines(record.pages(), with_dates(record.articles(), view), view, record.issues(), record.decisions(), record.runs())


def _issues(folder: Path) -> Iterator[object]:
    from parley.store import open_record

    with open_record(folder) as record:
        yield from ({"page": issue.page, "stage": issue.stage, "message": issue.message} for issue in record.issues())
