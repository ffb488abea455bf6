"""`parley why ID`: the sentences behind any item."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import record_option


@click.command("why")
@click.argument("item")
@record_option
def command(item: str, location: Path | str) -> None:
    """Show the sentences behind any item.

    ITEM is an id from the report or an export, or the beginning of one that fits a single item.
    """
    from parley.record import why
    from parley.record.view import with_dates
    from parley.store import open_record

    with open_record(location) as record:
        view = record.view()
        click.echo(str(why(item, view, with_dates(record.articles(), view))))
