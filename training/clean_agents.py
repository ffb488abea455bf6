"""Phoenix.agents → `agents.tsv`: nouns for kinds of people and bodies, with PLOVER's sector.

    python training/clean_agents.py CORPORA/phoenix

Takes the plain nouns of the list (MIT, Open Event Data Alliance), drops stems, misspellings that hold no letters but
capitals and digits, animals of the codes PLOVER does not have (religions, ethnic groups become REL or nothing), and
keeps the first sector of a compound code. What was wrong is corrected in `agents_extra.tsv`, which is read after it.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "parley" / "lexicon" / "data"
SECTORS = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC".split())
_SAME = (
    "MED:JRN INS:REB SEP:REB RAD:UAF HRI:SOC ENV:SOC NGO:SOC DEV:SOC HLH:MED CHR:REL MOS:REL JEW:REL BUD:REL HIN:REL "
    "SET:CVL KID:CVL STU:EDU MNC:BUS TOP:GOV"
)
FROM_CAMEO = dict(pair.split(":") for pair in _SAME.split())
LINE = re.compile(r"^([A-Z][A-Z_ -]+?)_?\s*(?:\{([A-Z_ ,-]*)\})?\s*\[~([A-Z]{3})")


def rows(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = LINE.match(line)
        code = match and FROM_CAMEO.get(match[3], match[3])
        if match and code in SECTORS and not line.startswith("!"):
            for name in (match[1], *(match[2] or "").split(",")):
                noun = name.strip(" _").replace("_", " ").lower()
                if len(noun) > 2:
                    found.setdefault(noun, code)
    return found


def main() -> None:
    text = gzip.decompress((Path(sys.argv[1]) / "Phoenix.agents.txt.gz").read_bytes()).decode("utf-8", "replace")
    head = (
        "# Nouns for kinds of people and bodies, tab, PLOVER sector. From Phoenix.agents, copyright 2014 Open Event Data Alliance, MIT licence;\n"
        "# made by training/clean_agents.py. Do not edit: corrections and additions belong in agents_extra.tsv.\n"
    )
    table = "".join(f"{noun}\t{code}\n" for noun, code in sorted(rows(text).items()))
    (DATA / "agents.tsv").write_text(head + table, encoding="utf-8")
    print(table.count("\n"), "nouns")


if __name__ == "__main__":
    main()
