"""The whole program on the example pages, against a careful reader's notes.

Usage: parley build examples/pages --out RECORD && parley export jsonl --record RECORD | python evals/examples.py

Reads the record's lines on standard input or from a file, prints a table to standard error and the figures as JSON to standard
output. The pages were written for this project by its developers: the figures show what works and guard against going back;
they are no estimate of accuracy on pages nobody here has seen. With `--floors` the exit status is 1 when a figure is below its floor.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from endtoend.report import below_floors, figures, table
from endtoend.scores import score
from endtoend.sides import read_notes, read_record

_ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", nargs="?", type=argparse.FileType("r", encoding="utf-8"), default=sys.stdin, help="lines of `parley export jsonl`")
    parser.add_argument("--notes", type=Path, default=_ROOT / "examples" / "expected", help="folder of the notes")
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="print the first N faults of each kind")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="hold the figures under `examples` in this file")
    given = parser.parse_args()
    tallies = score(read_notes(given.notes), read_record(given.record))
    print(table(tallies, given.faults), file=sys.stderr)
    print(json.dumps(figures(tallies), indent=1))
    low = below_floors(figures(tallies), json.loads(given.floors.read_text(encoding="utf-8"))["examples"]) if given.floors else []
    print("\n".join(low), file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
