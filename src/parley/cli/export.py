"""`parley export FORMAT`: the record for other tools."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import record_option

if TYPE_CHECKING:
    from parley.publish.exports import Content, Export

_FORMATS = {
    "jsonl": "everything, one JSON object a line, each with `kind` and `id`",
    "issues": "what went wrong, one JSON object a line: page, stage, message",
    "eventreport": "reports as CSV for the R package eventreport",
    "plover": "reports as PLOVER records, one JSON object a line",
    "ucdp": "events with deaths as CSV, UCDP GED's 49 columns",
    "acled": "events as CSV, ACLED's 31 columns",
    "gdelt-events": "events as tab-separated values, GDELT 2.0's 61 columns",
    "gdelt-mentions": "reports as tab-separated values, GDELT 2.0's 16 columns",
    "polecat": "events as tab-separated values, POLECAT's 40 columns",
    "geojson": "events as GeoJSON, unlocated ones with a null geometry",
    "ical": "next steps as an iCalendar file",
    "timelinejs": "dated events as JSON for TimelineJS",
    "ftm": "actors, places, articles and events as FollowTheMoney entities",
    "ftm-statements": "the same as FollowTheMoney statements, each with its origin",
    "annotations": "everything cited as W3C Web Annotations",
    "parquet": "everything as Parquet tables with a manifest; needs a folder",
    "markdown": "a brief of quotations",
}
"""Here and not in `parley.publish`, so that `parley export --help` need not import it."""
_RULES = ("conservative", "representative", "ranges", "acled")


_HELP = """Write the record in another format.

What a format has no place for is counted on standard error. FORMAT is one of

\b
{formats}

`--figures` says how one figure for an event's dead and injured is made of several: the lowest given, the one that most independent
sources give, low and high alone, or as ACLED does. It concerns eventreport, ucdp, acled and geojson; what each choice adds up to is
printed on standard error.
""".format(formats="\n".join(f"  {name:<15} {says}" for name, says in _FORMATS.items()))


@click.command("export", help=_HELP)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(tuple(_FORMATS)))
@record_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File, or folder for parquet; standard output when left out.")
@click.option("--figures", type=click.Choice(_RULES), help="How several figures become one.  [default: representative]")
def command(format_name: str, location: Path | str, output: Path | None, figures: str | None) -> None:
    from parley.publish.exports import DEFAULT, FORMATS, make_export, totals_text

    has_figures = FORMATS[format_name].has_figures
    if figures and not has_figures:
        raise click.UsageError(f"{format_name} gives all figures, not one for an event: --figures has no effect on it")
    content = _read(location)
    export = make_export(format_name, content, figures or DEFAULT)
    _write(export, format_name, output)
    _tell(export)
    if has_figures:
        click.echo(f"figures: {figures or DEFAULT}; what each rule adds up to:\n{totals_text(content)}", err=True)


def _read(location: Path | str) -> Content:
    from parley.publish.exports import make_content
    from parley.record.view import with_dates
    from parley.store import open_record

    with open_record(location) as record:
        view = record.view()
        articles = with_dates(record.articles(), view)
        return make_content(record.pages(), articles, view, record.issues(), record.decisions(), record.runs())


def _write(export: Export, format_name: str, output: Path | None) -> None:
    """Writes the one file, or several into a folder.

    Raises:
        click.UsageError: when several files have no folder to go to.
    """
    if len(export.files) > 1:
        if output is None or output.is_file():
            raise click.UsageError(f"{format_name} is a folder of files: name one with -o")
        _write_files(export.files, output)
        return
    (data,) = export.files.values()
    if output is None:
        click.echo(data, nl=False)
    elif output.is_dir():
        raise click.UsageError(f"{output} is a folder; {format_name} is one file")
    else:
        _write_files({output.name: data}, output.parent)


def _write_files(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _tell(export: Export) -> None:
    """Says on standard error what is not in the export, and what is otherwise."""
    for note in export.left_out:
        click.echo(f"left out: {note}", err=True)
    for note in export.notes:
        click.echo(f"note: {note}", err=True)
