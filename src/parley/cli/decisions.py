"""`parley decisions`: what was decided by hand, by whom, when and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import record_option

if TYPE_CHECKING:
    from parley.record import Decision


@click.command("decisions")
@record_option
def command(location: Path | str) -> None:
    """List all decisions, oldest first.

    \b
    One a line: id, state, kind, time, author, reason, and what it is about. The state is
      holds   it is applied
      undone  a later decision took it back
      waits   the words it is about, or its target, are no longer there
    """
    from parley.record import in_force
    from parley.store import open_record

    with open_record(location) as record:
        decisions, unfit = record.decisions(), record.view().unfit
    standing = {d.id for d in in_force(decisions)} | {d.id for d in decisions if d.kind == "undo"}
    for decision in decisions:
        state = "waits" if decision.id in unfit else "holds" if decision.id in standing else "undone"
        fields = (decision.id, state, decision.kind, decision.at, decision.author, decision.reason, _about(decision))
        click.echo("\t".join(" ".join(field.split()) for field in fields))


def _about(decision: Decision) -> str:
    value = f"{decision.slot or decision.kind} = {decision.value}" if decision.value else ""
    quoted = [f"{anchor.kind} “{anchor.quote}”" if anchor.quote else f"{anchor.kind} {anchor.article}" for anchor in decision.anchors]
    return "; ".join([*([value] if value else []), *quoted])
