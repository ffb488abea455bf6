"""How many actors get the right country and the right sector.

    python evals/actor_profiles.py --corpora FOLDER [--errors]

Two sets, stand-off, drawn by seeds, answered by us from general knowledge. `halves` (`actor_profiles.tsv`): half of the rows are names the
shipped list held, half names it did not; half of them (by a hash of document and offset) are `unseen`: of them only the
figures were read. `mentions` (`actor_profiles_mentions.tsv`): persons and bodies as often as GMB and re3d name them, each once, answered before the
program was run on them; of this set only figures were read. GMB gives single sentences, so a name there often stands without the words that
would tell its office or country.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus_texts import Key, corpus_texts
from parley.actors import name_actors
from parley.language import load
from parley.model import Actor, Naming

DATA = Path(__file__).parent / "data"
SETS = {"halves": DATA / "actor_profiles.tsv", "mentions": DATA / "actor_profiles_mentions.tsv"}
CORPORA = ("gmb", "gum", "re3d", "ecbplus")


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    countries: frozenset[str]
    sectors: frozenset[str]
    is_listed: bool
    is_seen: bool


def gold(rows: Path) -> dict[Key, list[Gold]]:
    """Returns document → the answers for its mentions."""
    table: dict[Key, list[Gold]] = defaultdict(list)
    for line in rows.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            corpus, document, start, end, country, sector, listed = line.split("\t")
            seen = zlib.crc32(f"{corpus} {document} {start}".encode()) % 2 == 0
            codes = (frozenset(code.strip("-") for code in field.split("|")) for field in (country, sector))
            table[corpus, document].append(Gold(int(start), int(end), *codes, listed == "listed", seen))
    return table


def found(naming: Naming, one: Gold) -> Actor | None:
    entity = next((e for e in naming.entities if e.span.start < one.end and one.start < e.span.end), None)
    return naming.actors.get(entity.name) if entity else None


Right = tuple[bool, bool]


def judge(known: Mapping[Key, str], wanted: Mapping[Key, list[Gold]]) -> Iterator[tuple[Gold, str, Actor | None, Right]]:
    """Yields each answer with its document's text, the actor found, and whether its country and its sector are right."""
    for key, doc in zip(wanted, load().pipe(known[key] for key in wanted), strict=True):
        naming = name_actors(doc)
        for one in wanted[key]:
            actor = found(naming, one)
            country = actor is not None and (actor.country or "") in one.countries
            sector = actor is not None and (actor.sector or "") in one.sectors
            yield one, doc.text, actor, (country, sector)


def show(one: Gold, text: str, actor: Actor | None) -> None:
    said = f"{actor.name} {actor.country} {actor.sector} {actor.roles}" if actor else "no actor"
    print(repr(text[max(0, one.start - 50) : one.end + 30]), "|", *sorted(one.countries), *sorted(one.sectors), "| answered:", said)


def figures(scores: Sequence[Right]) -> dict[str, float]:
    size = len(scores)
    return {"actors": size, "country": round(sum(c for c, _ in scores) / size, 3), "sector": round(sum(s for _, s in scores) / size, 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="show what is wrong in the half that may be read")
    args = parser.parse_args()
    known = corpus_texts(args.corpora, *CORPORA)
    for name, rows in SETS.items():
        scores: dict[str, list[Right]] = defaultdict(list)
        for one, text, actor, right in judge(known, gold(rows)):
            halves = ("seen" if one.is_seen else "unseen",) if name == "halves" else ()
            for part in ("all", *halves, "listed" if one.is_listed else "unlisted"):
                scores[part].append(right)
            if args.errors and halves and one.is_seen and not all(right):
                show(one, text, actor)
        print(json.dumps({name: {part: figures(rights) for part, rights in scores.items()}}))


if __name__ == "__main__":
    main()
