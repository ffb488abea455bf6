"""Tallies → a table for people, figures for programs, and which figures fell below their floors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from endtoend.tally import Tally


def table(tallies: Iterable[Tally], faults: int = 0) -> str:
    """Returns one line a kind: precision, recall, counts, then its slots; with up to `faults` faults for each kind and slot."""
    lines = [f"{'':14}{'P':>7}{'R':>7}  {'right/given':>13}  {'found/wanted':>13}"]
    for tally in tallies:
        shares = "".join(f"{'–' if value is None else f'{value:.2f}':>7}" for value in (tally.precision, tally.recall))
        counts = f"{tally.right:.0f}/{tally.given:.0f}".rjust(13) + "  " + f"{tally.found:.0f}/{tally.wanted:.0f}".rjust(13)
        slots = "  ".join(f"{name} {right}/{of}" for name, (right, of) in tally.slots.items())
        lines.append(f"{tally.kind:14}{shares}  {counts}  {slots}".rstrip())
        lines += [f"    {fault}" for fault in _first_of_each(tally.faults, faults)]
    return "\n".join(lines)


def _first_of_each(faults: Iterable[str], most: int) -> list[str]:
    seen: dict[str, int] = {}
    kept = []
    for fault in sorted(faults, key=lambda text: text.split(":")[0]):
        head = fault.split(":")[0]
        seen[head] = seen.get(head, 0) + 1
        kept += [fault] if seen[head] <= most else []
    return kept


def figures(tallies: Iterable[Tally]) -> dict[str, float]:
    """Returns all figures by name, such as `claim.recall`."""
    return {name: value for tally in tallies for name, value in tally.figures().items()}


def below_floors(found: Mapping[str, float], floors: Mapping[str, float | None]) -> list[str]:
    """Returns a line for each figure that is below its floor or missing. A floor of null holds nothing yet."""
    held = {name: floor for name, floor in floors.items() if floor is not None}
    return [f"{name} is {found.get(name)}, its floor {floor}" for name, floor in held.items() if found.get(name, 0.0) < floor]
