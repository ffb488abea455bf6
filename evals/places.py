"""How many place mentions get the right country and a point near enough.

    python evals/places.py --corpora FOLDER [--errors]

The mentions (`evals/data/place_mentions.tsv`, stand-off) are of two kinds. `re3d`: answers made by correcting the program's own, and its
errors led to rules, so it is a development set. `own`: drawn by a seed from GMB, GUM and ECB+ and answered before the program was run
on them; half of it (by a hash of document and offset) is `seen`, its errors may be read, the other half is `unseen`, and of it only the
figures are. GMB gives single sentences, so there is no article around its mentions to help. A mention the program leaves
out or leaves unlocated counts as wrong, one taken for its country's government is right where the answer is that country. 161 km (100 miles)
is the usual bound of the field (Gritta et al. 2018); for what is wider than that (Siberia, the Indian Ocean) each row has its own.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus_texts import Key, corpus_texts
from parley.actors import name_actors
from parley.language import load
from parley.model import Naming
from parley.places import locate
from parley.places.choosing import kilometres

MENTIONS = Path(__file__).parent / "data" / "place_mentions.tsv"
CORPORA = ("re3d", "gmb", "gum", "ecbplus")


@dataclass(frozen=True)
class Gold:
    part: str
    start: int
    end: int
    countries: frozenset[str]
    point: tuple[float, float]
    near_km: float


@dataclass
class Score:
    mentions: int = 0
    country: int = 0
    near: int = 0

    def row(self) -> dict[str, float]:
        return {"mentions": self.mentions, "country": round(self.country / self.mentions, 3), "near": round(self.near / self.mentions, 3)}


def part_of(corpus: str, document: str, start: str) -> str:
    if corpus == "re3d":
        return "re3d"
    return "own, unseen" if zlib.crc32(f"{corpus} {document} {start}".encode()) % 2 else "own, seen"


def gold() -> dict[Key, list[Gold]]:
    table: dict[Key, list[Gold]] = defaultdict(list)
    for line in MENTIONS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            corpus, document, start, end, country, lat, lon, km = line.split("\t")
            countries = frozenset(code.strip("-") for code in country.split("|"))
            one = Gold(part_of(corpus, document, start), int(start), int(end), countries, (float(lat), float(lon)), float(km))
            table[corpus, document].append(one)
    return table


def judge(naming: Naming, one: Gold) -> tuple[bool, bool, str]:
    """Returns (country right, near enough, what was answered) for one mention."""
    entity = next((e for e in naming.entities if e.span.start < one.end and one.start < e.span.end), None)
    place = naming.places.get(entity.span.start) if entity else None
    if entity is None or place is None:
        actor = naming.actors.get(entity.name) if entity else None
        is_country = actor is not None and actor.kind == "country" and actor.country in one.countries
        return is_country, is_country, f"{actor.kind} {actor.country}" if actor else "no name"
    is_near = place.lat is not None and place.lon is not None and kilometres((place.lat, place.lon), one.point) <= one.near_km
    return (place.country or "") in one.countries, is_near, f"{place.precision} {place.country} {place.lat} {place.lon}"


def answers(corpora: Path) -> Iterator[tuple[Key, str, Gold, tuple[bool, bool, str]]]:
    known, wanted = corpus_texts(corpora, *CORPORA), gold()
    for key, doc in zip(wanted, load().pipe(known[key] for key in wanted), strict=True):
        naming = locate(doc, name_actors(doc))
        for one in wanted[key]:
            yield key, doc.text, one, judge(naming, one)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="show what is wrong in the parts that may be read")
    args = parser.parse_args()
    scores: dict[str, Score] = defaultdict(Score)
    for key, text, one, (country, near, answer) in answers(args.corpora):
        for score in (scores[one.part], *((scores["own"],) if one.part != "re3d" else ()), scores["all"]):
            score.mentions, score.country, score.near = score.mentions + 1, score.country + country, score.near + near
        if args.errors and one.part != "own, unseen" and not (country and near):
            print(key[1][-20:], repr(text[one.start : one.end]), "/".join(sorted(one.countries)), one.point, "answered:", answer)
    print(json.dumps({part: score.row() for part, score in sorted(scores.items())}))


if __name__ == "__main__":
    main()
