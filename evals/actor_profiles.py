"""How many actors get the right country and the right sector.

    python evals/actor_profiles.py --corpora FOLDER [--errors]

The rows (`evals/data/actor_profiles.tsv`, stand-off) were drawn by a seed, half from names the shipped list holds, half from
names it does not; answers are ours, from general knowledge. Half of the rows (by a hash of document and offset) are `unseen`: of them only the
figures were read. GMB gives single sentences, so a name there often stands without the words that would tell its office or country.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from corpus_texts import Key, corpus_texts
from parley.actors import name_actors
from parley.language import load
from parley.model import Actor, Naming

ROWS = Path(__file__).parent / "data" / "actor_profiles.tsv"
CORPORA = ("gmb", "gum", "re3d", "ecbplus")


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    countries: frozenset[str]
    sectors: frozenset[str]
    is_listed: bool
    is_seen: bool


def gold() -> dict[Key, list[Gold]]:
    table: dict[Key, list[Gold]] = defaultdict(list)
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            corpus, document, start, end, country, sector, listed = line.split("\t")
            seen = zlib.crc32(f"{corpus} {document} {start}".encode()) % 2 == 0
            codes = (frozenset(code.strip("-") for code in field.split("|")) for field in (country, sector))
            table[corpus, document].append(Gold(int(start), int(end), *codes, listed == "listed", seen))
    return table


def found(naming: Naming, one: Gold) -> Actor | None:
    entity = next((e for e in naming.entities if e.span.start < one.end and one.start < e.span.end), None)
    return naming.actors.get(entity.name) if entity else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="show what is wrong in the half that may be read")
    args = parser.parse_args()
    known, wanted = corpus_texts(args.corpora, *CORPORA), gold()
    scores: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for key, doc in zip(wanted, load().pipe(known[key] for key in wanted), strict=True):
        naming = name_actors(doc)
        for one in wanted[key]:
            actor = found(naming, one)
            country = actor is not None and (actor.country or "") in one.countries
            sector = actor is not None and (actor.sector or "") in one.sectors
            for part in ("all", "seen" if one.is_seen else "unseen", "listed" if one.is_listed else "unlisted"):
                scores[part].append((country, sector))
            if args.errors and one.is_seen and not (country and sector):
                said = f"{actor.name} {actor.country} {actor.sector} {actor.roles}" if actor else "no actor"
                print(repr(doc.text[max(0, one.start - 50) : one.end + 30]), "|", *sorted(one.countries), *sorted(one.sectors), "| answered:", said)
    rows = {p: {"actors": len(s), "country": sum(c for c, _ in s) / len(s), "sector": sum(x for _, x in s) / len(s)} for p, s in scores.items()}
    print(json.dumps({part: {name: round(value, 3) for name, value in row.items()} for part, row in rows.items()}))


if __name__ == "__main__":
    main()
