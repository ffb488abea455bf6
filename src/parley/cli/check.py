"""`parley check`: whether every citation and reference of a record holds."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from parley.cli.options import record_option


@click.command("check")
@record_option
def command(location: Path | str) -> None:
    """Verify every citation, offset and reference of a record.

    Each quotation is looked up in its article and on its page, each id in what it refers to, and ids made of content are made again. One
    fault a line; the exit status is 1 when there is any.
    """
    from parley.record import find_faults
    from parley.store import open_record

    with open_record(location) as record:
        articles = record.articles()
        faults = find_faults(record.pages(), articles, record.view())
    for fault in faults:
        click.echo(" ".join(fault.split()))
    click.echo(f"{len(faults)} faults in a record of {len(articles)} articles", err=True)
    if faults:
        sys.exit(1)
