"""`parley decide KIND ID...`: a person's correction, kept for good and applied at once."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import record_option

KINDS = ("merge", "split", "reject", "confirm", "correct", "date", "place", "group", "undo")


@click.command("decide")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@record_option
@click.option("--reason", required=True, help="Why; shown wherever the decision is.")
@click.option("--value", help="New value: a day or FIRST/LAST, a place, a word or number; left out, the slot is emptied.")
@click.option("--slot", help="With `correct`: the field to set, such as type, actor, low, claimant or outcome.")
@click.option("--author", envvar="USER", default="unnamed", show_default="the user's name", help="Who decides.")
@click.option("--later", is_flag=True, help="Only note it; the next `parley build` applies it.")
def command(kind: str, ids: tuple[str, ...], location: Path | str, later: bool, **said: str | None) -> None:
    """Correct the record by hand.

    \b
    KIND is one of
      merge    all reports of the events or reports named are one event
      split    the first report is parted from the others named
      reject   the item is struck
      confirm  the item was checked and stays
      correct  --slot of the item is set to --value
      date     when it happened, counts up to or is due
      place    where it happened
      group    the articles or sources named are one source
      undo     the decision named no longer holds

    ID is an id from the report or an export, or the beginning of one. A decision is kept with the words it is about, so it still holds
    when other pages, models or rules change the ids; one that no longer fits waits, and `parley decisions` says so. Nothing is ever
    deleted: an undo is one decision more. The id of the decision is printed.
    """
    from parley.pipeline.decide import Wish, take_decision

    decision = take_decision(location, Wish(kind, ids, said["reason"] or "", said["author"] or "unnamed", said["value"], said["slot"]), later)
    click.echo(decision.id)
