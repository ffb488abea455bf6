"""The program's help texts → `commands.md`: each block below a `## parley NAME` heading becomes what `parley NAME --help` prints.

python docs/help_texts.py
"""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from parley.cli import parley

PAGE = Path(__file__).with_name("commands.md")
_BLOCK = re.compile(r"(?<=^## parley )(\w+)\n\n```\n.*?```$", re.MULTILINE | re.DOTALL)


def with_help(text: str) -> str:
    """Returns the page with every help text as the program prints it now, 80 columns wide."""
    return _BLOCK.sub(lambda block: f"{block[1]}\n\n```\n{_help(block[1])}```", text)


def _help(command: str) -> str:
    return CliRunner().invoke(parley, [command, "--help"], prog_name="parley").stdout


if __name__ == "__main__":
    PAGE.write_text(with_help(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
