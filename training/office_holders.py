"""Phoenix.Countries.actors → `office_holders.tsv.gz`: persons who held public office, with country and PLOVER sector.

    python training/office_holders.py CORPORA/phoenix

Takes the full names of two words or more (MIT, Open Event Data Alliance), each with the country and first sector of its latest role
other than former member of an elite, unless that role ended before 1990. A name that two countries have is left out: it tells nothing.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from parley.lexicon.actors import offices, titles
from parley.lexicon.countries import by_alpha3, country_names, demonyms
from parley.lexicon.folding import fold

DATA = Path(__file__).parent.parent / "src" / "parley" / "lexicon" / "data"
SECTORS = {"GOV": "GOV", "MIL": "MIL", "SPY": "SPY", "OPP": "OPP", "REB": "REB", "COP": "COP", "JUD": "JUD", "LEG": "LEG"}
SPECIAL = {"GOVJUD": "JUD", "GOVLEG": "LEG"}
NAME = re.compile(r"^(\+?)([A-Z][A-Z._'’-]+?)_?\s")
ROLE = re.compile(r"\[([A-Z]{3})([A-Z]{3,6})[^\]\d<>]*([<>]?)\s*(\d*)(?:-(\d*))?\]")
OLDEST = 1990
MIXED = frozenset(("MUS",))  # the list files Mauritania's office holders under Mauritius


def year_of(day: str) -> int:
    """Returns the year of a date such as 940522 or 20040309."""
    if len(day) == 8:
        return int(day[:4])
    return (1900 if int(day[:2]) > 30 else 2000) + int(day[:2])


def latest(lines: list[str]) -> tuple[str, str] | None:
    """Returns country and sector of the latest role that tells a sector."""
    found: list[tuple[int, str, str]] = []
    for country, code, sign, first, last in ROLE.findall(" ".join(lines)):
        sector = SPECIAL.get(code) or SECTORS.get(code[:3])
        end = last or (first if sign == "<" else "")
        ends = year_of(end) if len(end) in (6, 8) else 9999
        if sector and country in by_alpha3() and country not in MIXED and ends >= OLDEST:
            found.append((ends, country, sector))
    return max(found)[1:] if found else None


def entries(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yields (spellings, lines with roles) of each entry that is a person."""
    names: list[str] = []
    lines: list[str] = []
    for line in text.splitlines():
        match = NAME.match(f"{line} ")
        if match and not match[1]:
            yield names, lines
            names, lines = ([match[2]] if "CountryInfo.txt" in line else []), [line]
        elif match and names:
            names.append(match[2])
        else:
            lines.append(line)
    yield names, lines


def main() -> None:
    text = gzip.decompress((Path(sys.argv[1]) / "Phoenix.Countries.actors.txt.gz").read_bytes()).decode("utf-8", "replace")
    held: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for names, lines in entries(text):
        role = latest(lines) if names else None
        for name in names if role else ():
            words = fold(name.replace("_", " ")).split()
            is_plain = not any(word in country_names() or word in demonyms() or word in titles() or word in offices() for word in words)
            if role and 2 <= len(words) <= 5 and is_plain and min(map(len, words[:1] + words[-1:])) > 1:
                held[" ".join(words)].add(role)
    rows = sorted(
        f"{name}\t{country}\t{sector}" for name, roles in held.items() if len({c for c, _ in roles}) == 1 for country, sector in [max(roles)]
    )
    head = (
        "# Persons who held public office, 1990 to 2014: folded name, ISO alpha-3 country, PLOVER sector.\n"
        "# From Phoenix.Countries.actors, copyright 2014 Open Event Data Alliance, MIT licence; made by training/office_holders.py.\n"
        "# Do not edit: what actors.tsv says goes before it.\n"
    )
    data = gzip.compress((head + "".join(f"{row}\n" for row in rows)).encode(), 9, mtime=0)
    (DATA / "office_holders.tsv.gz").write_bytes(data)
    print(len(rows), "names", len(data), "bytes")


if __name__ == "__main__":
    main()
