"""`parley search WORDS`: sentences, events and actors of the record that hold all the words."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import record_option


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000), help="Most hits to show.")
@record_option
def command(words: tuple[str, ...], limit: int, location: Path | str) -> None:
    """Find sentences in the record's articles.

    All WORDS must occur; words in double quotes are a phrase. One hit a line: kind, id, text.
    """
    from parley.store import open_record

    with open_record(location) as record:
        for hit in record.search(" ".join(words), limit):
            click.echo(f"{hit.kind}\t{hit.id}\t{' '.join(hit.text.split())}")
