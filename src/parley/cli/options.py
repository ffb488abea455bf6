"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from parley.model import Interval


def read_location(_context: click.Context, _parameter: click.Parameter, value: str) -> Path | str:
    """Tells the folder of a record from the address of the database that holds it.

    Raises:
        click.BadParameter: when it is a file.
    """
    if "://" in value:
        return value
    if Path(value).is_file():
        raise click.BadParameter(f"{value} is a file")
    return Path(value)


record_option = click.option(
    "--record",
    "location",
    metavar="RECORD",
    callback=read_location,
    required=True,
    help="Folder of the record, or postgresql:// address of its database, as given to `build --out`.",
)
output_option = click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write; standard output when left out.")


def parse_published(values: tuple[str, ...]) -> dict[str, Interval]:
    """Reads `FILE=DATE` pairs; DATE is an ISO day or two of them joined by `/`.

    Raises:
        click.BadParameter: when a pair is malformed.
    """
    found: dict[str, Interval] = {}
    for value in values:
        name, separator, days = value.rpartition("=")
        first, _, last = days.partition("/")
        try:
            found[name] = Interval(date.fromisoformat(first), date.fromisoformat(last or first), "user")
        except ValueError as error:
            raise click.BadParameter(f"{value!r} is not FILE=DATE: {error}", param_hint="--published") from error
        if not separator or not name:
            raise click.BadParameter(f"{value!r} is not FILE=DATE", param_hint="--published")
    return found


def only_match(start: str, ids: Iterable[str], what: str) -> str:
    """Returns the one of `ids` that is `start` or begins with it.

    Args:
        what: the kind of thing the ids are of, for the message.

    Raises:
        click.UsageError: when none or several begin so.
    """
    known = list(ids)
    fitting = [start] if start in known else [id_ for id_ in known if start and id_.startswith(start)]
    if len(fitting) != 1:
        raise click.UsageError(f"{len(fitting) or 'no'} {what} ids begin with {start!r}")
    return fitting[0]


def write_text(text: str, output: Path | None) -> None:
    """Writes to a file, or to standard output when there is none."""
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8")
