"""How often two names are rightly called one actor or two: precision and recall of `same_actor` on pairs.

    python evals/actors.py [--errors]

Two sets. `corpora` (`evals/data/actor_pairs_corpora.tsv`) are pairs drawn by a seed among names of GMB and re3d that look alike,
and judged by us; errors among the even rows ("seen") were read, of the odd rows ("unseen") only the figures.

`own` are plain names of public figures and bodies (`evals/data/actor_pairs.tsv`), chosen for being hard: fathers and sons,
ministers of two countries, groups with similar names. They were written by the authors of the rules, and rules and weights were
changed after errors among the even rows ("seen") had been read; of the odd rows ("unseen") only the figures were. Most names
stand in the shipped list of actors, which decides them by itself.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from parley.actors import same_actor
from parley.lexicon.actors import actors_by_key
from parley.lexicon.folding import fold
from parley.model import Actor

DATA = Path(__file__).parent / "data"


def actor(kind: str, name: str, country: str, role: str) -> Actor:
    known = actors_by_key().get(fold(name))
    return Actor(name, kind, country or None, known.sector if known else None, (role,) if role else ())


def pairs(name: str) -> Iterator[tuple[bool, Actor, Actor]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            same, kind, one, country, role, other, other_country, other_role = line.split("\t")
            yield same == "1", actor(kind, one, country, role), actor(kind, other, other_country, other_role)


def measure(items: list[tuple[bool, Actor, Actor]], show: bool) -> dict[str, float]:
    hits = said = true = 0
    for same, one, other in items:
        match = same_actor(one, other)
        hits, said, true = hits + (same and match.is_same), said + match.is_same, true + same
        if show and same != match.is_same:
            print("same" if same else "different", "|", one.name, "|", other.name, "|", f"{match.score:.2f}", match.why)
    return {"pairs": len(items), "precision": round(hits / said, 3), "recall": round(hits / true, 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="show the wrong answers among the even rows")
    show = parser.parse_args().errors
    for part, name in (("own", "actor_pairs.tsv"), ("corpora", "actor_pairs_corpora.tsv")):
        items = list(pairs(name))
        print(json.dumps({part: {"all": measure(items, False), "seen": measure(items[::2], show), "unseen": measure(items[1::2], False)}}))


if __name__ == "__main__":
    main()
