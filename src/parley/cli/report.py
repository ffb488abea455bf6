"""`parley report`: the record as one self-contained HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import record_option


@click.command("report")
@record_option
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("report.html"), show_default=True, help="File to write."
)
def command(location: Path | str, output: Path) -> None:
    """Write the record as one self-contained HTML file.

    The file needs no network and loads nothing: it can be mailed or archived. Its path is printed.
    """
    write_report(location, output)
    click.echo(str(output))


def write_report(location: Path | str, output: Path) -> None:
    """Renders the record at `location` into `output`.

    Raises:
        RecordError: when there is no readable record.
    """
    from parley.publish import render_report
    from parley.record.view import with_dates
    from parley.store import open_record

    with open_record(location) as record:
        view = record.view()
        html = render_report(record.pages(), with_dates(record.articles(), view), view, record.issues(), record.runs())
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(html, encoding="utf-8")
