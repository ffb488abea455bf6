"""Feeds the targets of `tests/fuzz` for long, and reports inputs, seconds, the slowest input, memory, coverage and every fault.

    python benchmarks/fuzz.py all --inputs 60000 --seconds 300 --keep FOLDER
    python benchmarks/fuzz.py times --inputs 200000
    python benchmarks/fuzz.py --sum FOLDER

With atheris (pip install atheris; Apache-2.0; no part of Parley) libFuzzer looks for inputs that reach new code; without it, seeds
are mutated blindly. Each target runs in a process of its own. A fault (anything but the errors a target declares, more than 10 CPU
seconds for an input, more than 2 GB) does not stop it: the input is kept in FOLDER/TARGET-faults, one for each place in the
code. FOLDER/TARGET holds the inputs that reach new code, and the next call starts from them. `--coverage` feeds some 400 of them, or mutations, again
under coverage.py where that is installed, and reports the share of lines that ran in the files a target is about. `--sum` adds up what FOLDER holds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

HANG_SECONDS = 10.0
MEMORY_MEGABYTES = 2000
_LONGEST = 4096
_REPLAYED = 400
"""Inputs fed again for coverage, at most."""


@dataclass
class Tally:
    """What one call of one target came to."""

    target: str
    engine: str
    inputs: int = 0
    seconds: float = 0.0
    worst_seconds: float = 0.0
    peak_megabytes: int = 0
    faults: list[str] = field(default_factory=list)


class Feeder:
    """Feeds one target until it has had enough, and writes down what came of it."""

    def __init__(self, name: str, engine: str, args: argparse.Namespace) -> None:
        from fuzz.targets import targets

        self.target = next(target for target in targets() if target.name == name)
        self.tally, self.keep = Tally(name, engine), Path(args.keep)
        self.inputs, self.until = args.inputs, time.monotonic() + args.seconds
        self.began = time.monotonic()

    def feed(self, data: bytes) -> None:
        """Runs one input; ends the process after the last."""
        before = time.process_time()
        try:
            self.target.run(data)
        except Exception as error:  # noqa: BLE001 - any fault is what is looked for
            self._note(data, _place(error))
        seconds = time.process_time() - before
        self.tally.inputs += 1
        if seconds > self.tally.worst_seconds:
            self.tally.worst_seconds = seconds
            (self.keep / f"{self.target.name}-slowest").write_bytes(data)
        if seconds > HANG_SECONDS:
            self._note(data, f"took {seconds:.0f} CPU seconds")
        if self.tally.inputs >= self.inputs or time.monotonic() >= self.until:
            self.finish()

    def finish(self) -> NoReturn:
        tally = self.tally
        tally.seconds, tally.worst_seconds = round(time.monotonic() - self.began, 1), round(tally.worst_seconds, 3)
        tally.peak_megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        if tally.peak_megabytes > MEMORY_MEGABYTES:
            tally.faults.append(f"took {tally.peak_megabytes} MB")
        with (self.keep / "calls.jsonl").open("a") as lines:
            lines.write(json.dumps(asdict(tally)) + "\n")
        sys.stdout.flush()
        os._exit(0)  # libFuzzer would go on, and reports on its own

    def _note(self, data: bytes, fault: str) -> None:
        if any(fault.partition(": ")[0] == known.partition(": ")[0] for known in self.tally.faults):
            return
        self.tally.faults.append(fault)
        folder = self.keep / f"{self.target.name}-faults"
        folder.mkdir(exist_ok=True)
        (folder / hashlib.sha256(fault.encode()).hexdigest()[:12]).write_bytes(data)
        print(f"{self.target.name}: {fault}", file=sys.stderr, flush=True)


def _place(error: Exception) -> str:
    """Names an error by its kind and the last line of ours that it passed through, so that one cause is told once."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/parley/" in frame.filename or "/fuzz/" in frame.filename]
    last = frames[-1]
    return f"{type(error).__name__} at {Path(last.filename).parent.name}/{Path(last.filename).name}:{last.lineno}: {str(error)[:100]!r:.100}"


def run_atheris(name: str, args: argparse.Namespace) -> None:
    import atheris

    with atheris.instrument_imports(include=["parley"], enable_loader_override=False):
        feeder = Feeder(name, "atheris", args)
    corpus = feeder.keep / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(feeder.target.seeds):
        (corpus / f"seed{number}").write_bytes(seed)
    words = feeder.keep / f"{name}.dict"
    words.write_text("".join(f'"{"".join(f"{chr(92)}x{byte:02x}" for byte in word)}"\n' for word in feeder.target.words if word))
    options = [f"-dict={words}"] * bool(feeder.target.words)
    options += [f"-max_len={_LONGEST}", f"-rss_limit_mb={MEMORY_MEGABYTES}", "-timeout=300", "-print_final_stats=0", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={feeder.keep}/{name}-", str(corpus)], feeder.feed)
    atheris.Fuzz()


def run_mutations(name: str, args: argparse.Namespace) -> None:
    feeder, dice = Feeder(name, "mutation", args), random.Random(args.seed)
    corpus = feeder.keep / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(feeder.target.seeds):
        (corpus / f"seed{number}").write_bytes(seed)
    while True:
        feeder.feed(mutated(dice, feeder.target.seeds, feeder.target.words))


def mutated(dice: random.Random, seeds: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    """One to eight stretches of a seed are replaced by bytes, by words of their kind, or by a stretch of another seed."""
    data = bytearray(dice.choice(seeds))
    for _ in range(dice.randint(1, 8)):
        at, length = dice.randint(0, len(data)), dice.choice((0, 0, 1, 1, 2, 4, 8, 30))
        other = dice.choice(seeds)
        start = dice.randint(0, len(other))
        bits = (dice.randbytes(dice.randint(0, 6)), dice.choice(words or (b"",)), dice.choice(words or (b"",)), other[start : start + 40])
        data[at : at + length] = dice.choice(bits)
    return bytes(data[:_LONGEST])


def replay(name: str, keep: Path, seconds: float) -> dict[str, object]:
    """Feeds seeds, what FOLDER keeps of a target, and mutations of the seeds under coverage.py, 400 in all or as many as `seconds` allow."""
    import coverage

    source = ROOT / "src" / "parley"
    watcher = coverage.Coverage(data_file=None, source=[str(source)])
    watcher.start()  # before the imports, so that lines run by them count
    from fuzz.targets import targets

    target = next(target for target in targets() if target.name == name)
    dice, until, fed = random.Random(1), time.monotonic() + seconds, 0
    kept = [path.read_bytes() for path in sorted((keep / name).glob("*"))]
    made = [mutated(dice, target.seeds, target.words) for _ in range(_REPLAYED)]
    for data in [*target.seeds, *dice.sample(kept, min(len(kept), _REPLAYED)), *made][:_REPLAYED]:
        if time.monotonic() < until:
            target.run(data)
            fed += 1
    watcher.stop()
    files = [path for cover in target.covers for path in ([source / cover] if cover.endswith(".py") else sorted((source / cover).rglob("*.py")))]
    ran = total = 0
    for path in files:
        _, lines, _, missing, _ = watcher.analysis2(str(path))
        ran, total = ran + len(lines) - len(missing), total + len(lines)
    return {"target": name, "inputs": fed, "lines_run": ran, "lines": total, "share": round(ran / max(1, total), 3)}


def summed(keep: Path) -> dict[str, object]:
    """Adds up all calls that FOLDER tells of."""
    calls = [json.loads(line) for line in (keep / "calls.jsonl").read_text().splitlines()]
    covered = keep / "coverage.jsonl"
    shares = {line["target"]: line for line in map(json.loads, covered.read_text().splitlines())} if covered.exists() else {}
    rows = {}
    for name in sorted({call["target"] for call in calls}):
        own = [call for call in calls if call["target"] == name]
        rows[name] = {
            "inputs": sum(call["inputs"] for call in own),
            "seconds": round(sum(call["seconds"] for call in own), 1),
            "worst_seconds": max(call["worst_seconds"] for call in own),
            "peak_megabytes": max(call["peak_megabytes"] for call in own),
            "faults": sorted({fault for call in own for fault in call["faults"]}),
            "engine": sorted({call["engine"] for call in own}),
            **({"coverage": shares[name]["share"]} if name in shares else {}),
        }
    inputs, seconds = (sum(call[key] for call in calls) for key in ("inputs", "seconds"))
    return {"inputs": inputs, "seconds": round(seconds), "faults": sum(len(row["faults"]) for row in rows.values()), "targets": rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", help="names, or all")
    parser.add_argument("--inputs", type=int, default=50_000, help="for each target")
    parser.add_argument("--seconds", type=float, default=300.0, help="for each target")
    parser.add_argument("--keep", default="build/fuzz", help="folder for inputs and tallies")
    parser.add_argument("--engine", choices=("atheris", "mutation"), default="atheris" if find_spec("atheris") else "mutation")
    parser.add_argument("--seed", type=int, default=1, help="of the mutations")
    parser.add_argument("--coverage", action="store_true", help="feed what is kept again and report coverage")
    parser.add_argument("--sum", action="store_true", help="only add up")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    keep = Path(args.keep)
    keep.mkdir(parents=True, exist_ok=True)
    if args.sum:
        print(json.dumps(summed(keep), indent=1))
        return
    if args.here:
        (name,) = args.targets
        if args.coverage:
            with (keep / "coverage.jsonl").open("a") as lines:
                lines.write(json.dumps(replay(name, keep, args.seconds)) + "\n")
        else:
            (run_atheris if args.engine == "atheris" else run_mutations)(name, args)
        return
    from fuzz.targets import targets

    names = [target.name for target in targets()] if args.targets == ["all"] else args.targets
    options = ["--inputs", str(args.inputs), "--seconds", str(args.seconds), "--keep", args.keep, "--engine", args.engine, "--seed", str(args.seed)]
    options += ["--coverage"] * args.coverage
    failed = [name for name in names if subprocess.run([sys.executable, __file__, "--here", *options, name], check=False).returncode]
    total = summed(keep)
    print(json.dumps(total, indent=1))
    sys.exit(bool(failed or total["faults"]))


if __name__ == "__main__":
    main()
