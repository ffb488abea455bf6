"""The `parley` command. Each command lives in a module of its own, imported only when it is called."""

from __future__ import annotations

import importlib
import sys

import click

from parley import __version__
from parley.model.problems import ParleyError, UsageError

_COMMANDS = {
    "build": "Build or extend a record from pages.",
    "report": "Write the record as one self-contained HTML file.",
    "serve": "Serve the record as web pages on this machine.",
    "export": "Write the record in another format.",
    "why": "Show the sentences behind any item.",
    "diff": "Show what changed since an earlier run.",
    "check": "Verify every citation and reference of a record.",
    "decide": "Correct the record by hand.",
    "decisions": "List what was corrected by hand.",
    "search": "Find sentences in the record's articles.",
    "stage": "Run one stage alone, JSON Lines in and out.",
    "demo": "Build a record from the example pages and report on it.",
}


class _Commands(click.Group):
    """Imports a command when it is asked for, so that `parley --help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"parley.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="parley")
def parley() -> None:
    """Turns raw news pages about a conflict or a negotiation into a cited record.

    Data goes to standard output, messages and progress to standard error.
    Exit status: 0 done, 1 failed, 2 wrong usage.
    """


def main() -> None:
    """Runs the command line, turning Parley's own errors into a message and an exit status."""
    try:
        parley(standalone_mode=True)
    except UsageError as error:
        click.echo(f"parley: {error}", err=True)
        sys.exit(2)
    except ParleyError as error:
        click.echo(f"parley: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
