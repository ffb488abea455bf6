"""`parley build PATH... --out RECORD`: the main job."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import parse_published, read_location

_NAMED = 5  # pages without a date that a summary names

if TYPE_CHECKING:
    from parley.pipeline.build import Summary


@click.command("build")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--out",
    "location",
    metavar="RECORD",
    callback=read_location,
    required=True,
    help="Folder of the record, or postgresql:// address of its database; made when missing, extended when there.",
)
@click.option("--published", multiple=True, metavar="FILE=DATE", help="Publication date of one page (ISO day, or FIRST/LAST); may be repeated.")
@click.option("--language", default="parley_english", show_default=True, help="spaCy pipeline that reads English.")
@click.option(
    "--engine", default="pool", show_default=True, help="Where pages are read: pool, pool[4] or a Spark master (spark://HOST:PORT, local[2])."
)
@click.option("--quiet", is_flag=True, help="No progress bar.")
def command(paths: tuple[str, ...], location: Path | str, published: tuple[str, ...], language: str, engine: str, quiet: bool) -> None:
    """Build or extend a record from pages.

    PATHS are files and folders (.txt, .html, .jsonl, .warc, .warc.gz, .wet, .wet.gz, .zip, feeds); `-` reads JSON Lines from standard input.
    Running it again with the same pages changes nothing; with more pages it does only the new work.
    A bad page becomes an issue of the record; the exit status is 1 only when every page failed.
    """
    summary = run_build(paths, location, published, language, engine, quiet)
    print_summary(summary)
    if summary.read and summary.failed == summary.read:
        sys.exit(1)


def run_build(
    paths: tuple[str, ...],
    location: Path | str,
    published: tuple[str, ...] = (),
    language: str = "parley_english",
    engine: str = "pool",
    quiet: bool = False,
) -> Summary:
    """Builds with a progress bar on standard error when that is a terminal."""
    from parley.pipeline.ahead import load_workers

    load_workers(engine)  # while this process loads its own part
    from parley.cli.progress import progress_bar
    from parley.pipeline.build import Options, build

    dates = parse_published(published)
    with progress_bar(quiet) as progress:
        return build(paths, location, Options(dates, language, sys.stdin.buffer, engine), progress)


def print_summary(summary: Summary) -> None:
    """Shows the counts and what changed on standard error, and gives them to the next program as one JSON line."""
    width = max(map(len, summary.counts))
    for name, count in summary.counts.items():
        change = summary.added[name]
        click.echo(f"{name:<{width}}  {count:>7}" + (f"  ({change:+d})" if change and change != count else ""), err=True)
    click.echo(f"{'seconds':<{width}}  {summary.seconds:>7.1f}", err=True)
    if summary.failed:
        click.echo(f"{summary.failed} of {summary.read} pages failed; `parley export issues` lists why", err=True)
    if summary.undated:
        click.echo(_undated(summary.undated), err=True)
    if not sys.stdout.isatty():
        names = {name.replace(" ", "_"): count for name, count in summary.counts.items()}
        added = {name.replace(" ", "_"): count for name, count in summary.added.items() if count}
        click.echo(json.dumps({**names, "undated": len(summary.undated), "seconds": summary.seconds, "changed": added}))


def _undated(paths: Sequence[str]) -> str:
    """Names the pages without a date, and says how to give them one."""
    named = ", ".join(Path(path).name for path in paths[:_NAMED]) + (f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else "")
    which = "1 page tells no date, so its" if len(paths) == 1 else f"{len(paths)} pages tell no date, so their"
    return f'{which} "Monday" is no day: {named}\nGive it with --published, as in: --published "{Path(paths[0]).name}=2016-08-26"'
