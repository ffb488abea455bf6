"""`parley demo`: the main job on the example pages."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from parley.cli.build import print_summary, run_build
from parley.cli.report import write_report
from parley.model.problems import UsageError


@click.command("demo")
@click.option(
    "--out", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("demo"), show_default=True, help="Folder for record and report."
)
def command(folder: Path) -> None:
    """Build a record from the example pages and report on it.

    The pages tell of an invented conflict and its talks; they are as messy as the real web. The last line printed is the path of the report.
    """
    summary = run_build((str(example_pages()),), folder / "record")
    print_summary(summary)
    report = folder / "report.html"
    write_report(folder / "record", report)
    click.echo(str(report.resolve()))


def example_pages() -> Path:
    """Returns the folder of the example pages: in the installed package, or in the checkout it runs from.

    Raises:
        UsageError: when they are in neither place.
    """
    shipped = Path(str(files("parley"))) / "examples" / "pages"
    checkout = Path(__file__).parents[3] / "examples" / "pages"
    for folder in (shipped, checkout):
        if folder.is_dir():
            return folder
    raise UsageError("the example pages are not installed")
