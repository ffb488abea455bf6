"""`parley diff`: what a record says now that it did not say after an earlier run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import only_match, record_option

if TYPE_CHECKING:
    from parley.record import Run


@click.command("diff")
@record_option
@click.option("--since", "run", required=True, metavar="RUN", help="Id of the run to compare with, or the beginning of it.")
def command(location: Path | str, run: str) -> None:
    """Show what changed since an earlier run.

    One change a line: added, removed or changed, the kind of item, its id and what it says. Ids come from content: an event that a
    report joins is one event removed and another added. The runs and their ids are in `parley export jsonl`; `last` is the run before
    the latest.
    """
    from parley.record import diff
    from parley.store import open_record

    with open_record(location) as record:
        before = record.view_at(_chosen(run, record.runs()))
        for change in diff(before, record.view()):
            click.echo(" ".join(str(change).split()))


def _chosen(run: str, runs: tuple[Run, ...]) -> str:
    if run == "last" and len(runs) > 1:
        return runs[-2].id
    return only_match(run, [r.id for r in runs], "run")
