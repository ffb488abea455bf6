"""Files of results → the tables of `docs/benchmarks.md`, between two marks; what is around them is written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BEGIN, END = "<!-- made by benchmarks/run.py --docs -->", "<!-- end -->"


def write(results: Path, page: Path) -> None:
    """Puts the tables of all results in the place of those that are there."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{made(results)}{END}{after}", encoding="utf-8")


def made(results: Path) -> str:
    """Returns the tables, one section for each file, newest first."""
    return "".join("\n".join([*_section(path.stem, json.loads(path.read_text())), "", ""]) for path in sorted(results.glob("*.json"), reverse=True))


def _section(name: str, found: dict[str, Any]) -> Iterator[str]:
    machine = found["machine"]
    yield f"\n### {name}\n"
    yield (
        f"{machine['processor']}, {machine['cores_used']} of {machine['cores']} cores, {machine['memory_gigabytes']} GB, "
        f"Python {machine['python']}, load {machine['load_at_start']} at the start.\n"
    )
    for part in (_start, _peers, _growth, _build, _faults, _reliability):
        yield from part(found)


def _start(found: dict[str, Any]) -> Iterator[str]:
    if start := found.get("start"):
        yield from _table(("command", "seconds", "CPU seconds"), [(name, row["seconds"], row["cpu_seconds"]) for name, row in _rows(start)])


def _peers(found: dict[str, Any]) -> Iterator[str]:
    if peers := found.get("peers"):
        rows = [(name, row["unit"], row["parley"], _others(row), _ratio(row)) for name, row in _rows(peers)]
        yield from _table(("task", "unit", "Parley", "peer", "speed to peer"), rows)


def _growth(found: dict[str, Any]) -> Iterator[str]:
    if growth := found.get("growth"):
        rows = [(name, ", ".join(f"{size}: {spent}" for size, spent in row["cpu_seconds"].items()), row["exponent"]) for name, row in _rows(growth)]
        yield from _table(("stage", "articles: CPU seconds", "exponent"), rows)


def _build(found: dict[str, Any]) -> Iterator[str]:
    if build := found.get("build"):
        keys = (
            "pages",
            "seconds",
            "cpu_seconds",
            "pages_per_second",
            "peak_megabytes",
            "record_megabytes",
            "articles",
            "independent_sources",
            "issues",
        )
        yield from _table(tuple(key.replace("_", " ") for key in keys), [tuple(row[key] for key in keys) for row in build["sizes"]])
        if more := build["one_page_more"]:
            yield f"Exponent of CPU seconds {build['exponent_of_cpu_seconds']}; one page more into {more['record_of']}: {more['seconds']} s.\n"


def _faults(found: dict[str, Any]) -> Iterator[str]:
    if fuzz := found.get("fuzz"):
        keys = ("inputs", "seconds", "worst_seconds", "peak_megabytes", "coverage")
        rows = [(name, *(row.get(key, "") for key in keys), len(row["faults"])) for name, row in fuzz["targets"].items()]
        yield from _table(("fuzz target", *(key.replace("_", " ") for key in keys), "faults"), rows)
        yield f"{fuzz['inputs']} inputs in {fuzz['seconds']} seconds.\n"


def _reliability(found: dict[str, Any]) -> Iterator[str]:
    for name in ("hostile", "kill"):
        if name in found:
            yield from _table((name, ""), [(key.replace("_", " "), value) for key, value in found[name].items()])


def _rows(part: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((name.replace("_", " "), row) for name, row in part.items() if isinstance(row, dict))


def _others(row: dict[str, Any]) -> str:
    names = ("trafilatura", "datasketch", "dateparser", "recognizers_text", "spacy_tokeniser")
    return ", ".join(f"{name.replace('_', ' ')} {row[name]}" for name in names if name in row)


def _ratio(row: dict[str, Any]) -> str:
    return ", ".join(str(value) for name, value in row.items() if name.startswith("speed_to"))


def _table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(map(str, row))} |" for row in rows)
    yield ""
