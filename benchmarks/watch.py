"""A command → how long it and all processes it starts took, and how much memory they held together. Linux only.

Memory is the largest sum, over all those processes at one moment, of what each has to itself and its share of what several have in common
(PSS), looked at twice a second. Processor time is that of the processes that were waited for or still there at the last look.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.5  # each look takes a fortieth of a second and holds up who is looked at
_TICKS = os.sysconf("SC_CLK_TCK")
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment commands are measured in: with compiled byte code, as pip leaves it, which takes each process seconds to make anew."""
PARLEY = [sys.executable, "-c", "from parley.cli import main; main()"]
"""The command line, by whichever Python runs the benchmark."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command took; megabytes are 10⁶ bytes."""

    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    output: str


def watch(command: Sequence[str], stdin: bytes = b"") -> Watched:
    """Runs a command to its end.

    Raises:
        RuntimeError: when it fails, with the end of what it said.
    """
    peak, used = 0.0, dict[int, float]()
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as given:
        given.write(stdin)
        given.seek(0)
        began = time.perf_counter()
        process = subprocess.Popen(command, env=AS_INSTALLED, stdin=given, stdout=said, stderr=subprocess.STDOUT)
        while process.poll() is None:
            family = _family(process.pid)
            peak = max(peak, sum(_memory(pid) for pid in family))
            for pid in family:
                used[pid] = max(used.get(pid, 0.0), _cpu(pid))
            time.sleep(_PAUSE)
        seconds = time.perf_counter() - began
        said.seek(0)
        output = said.read().decode("utf-8", "replace")
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)[:200]} ended with {process.returncode}: {output[-800:]}")
    return Watched(round(seconds, 3), round(sum(used.values()), 2), round(peak / 1e6), output)


def _family(root: int) -> list[int]:
    """The process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            fields = _read(entry / "stat").rpartition(")")[2].split()
            if len(fields) > 1:
                children.setdefault(int(fields[1]), []).append(int(entry.name))
    family = [root]
    for pid in family:
        family += children.get(pid, [])
    return family


def _memory(pid: int) -> float:
    lines = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) * 1024.0 for line in lines if line.startswith("Pss:")), 0.0)


def _cpu(pid: int) -> float:
    fields = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS if len(fields) > 12 else 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""  # it has ended
