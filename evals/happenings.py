"""How well articles are grouped into happenings: BCubed on ECB+ (Cybulska and Vossen 2014), topics 1 to 35.

Usage: python evals/happenings.py --corpora FOLDER

Gold: a topic's `ecb` files are on one event, its `ecbplus` files on another. Texts carry no publication dates; the
address that opens many files is cut off, so words and names alone decide. The usual development topics (2, 5, 12, 18,
21, 23, 34, 35) are reported on their own; thresholds were chosen looking at both parts, so neither is held out.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from parley.record.happenings import group_happenings
from parley.record.terms import HappeningInput

DEVELOPMENT = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
_NAME = re.compile(r"(\d+)_\d+(ecb(?:plus)?)\.xml")


def read_ecbplus(corpora: Path) -> list[tuple[str, str, HappeningInput]]:
    """Reads (topic, event, article) for each file."""
    source = corpora / "ecbplus" / "ecbplus_topics_1-35.tar.gz"
    if not source.exists():
        sys.exit(f"no corpus at {source}")
    found = []
    with tarfile.open(source) as archive:
        for member in archive.getmembers():
            name = _NAME.search(member.name)
            data = archive.extractfile(member) if name else None
            if name and data:
                text = read_text(ElementTree.fromstring(data.read()))
                found.append((name[1], f"{name[1]}{name[2]}", HappeningInput(name[0], text)))
    return sorted(found, key=lambda item: item[2].id)


def read_text(document: ElementTree.Element) -> str:
    """Joins the tokens into sentences, without the address at the top."""
    sentences: dict[str, list[str]] = {}
    for token in document.iter("token"):
        sentences.setdefault(token.get("sentence", ""), []).append(token.text or "")
    return "\n".join(" ".join(words) for words in sentences.values() if not words[0].startswith("http"))


def measure_bcubed(groups: Iterable[Sequence[str]], gold: Mapping[str, str]) -> dict[str, float]:
    """Returns BCubed precision, recall and F1 (Bagga and Baldwin 1998) over the items of `gold`."""
    sizes: dict[str, int] = {}
    for event in gold.values():
        sizes[event] = sizes.get(event, 0) + 1
    precision = recall = 0.0
    for group in groups:
        kept = [gold[item] for item in group if item in gold]
        precision += sum(kept.count(event) / len(kept) for event in kept)
        recall += sum(kept.count(event) / sizes[event] for event in kept)
    precision, recall = precision / len(gold), recall / len(gold)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(2 * precision * recall / (precision + recall), 4)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    articles = read_ecbplus(parser.parse_args().corpora)
    parts = {
        "development": [item for item in articles if item[0] in DEVELOPMENT],
        "others": [item for item in articles if item[0] not in DEVELOPMENT],
        "all": articles,
    }
    figures = {}
    for name, part in parts.items():
        groups = group_happenings([article for _, _, article in part]).happenings
        figures[name] = {"articles": len(part), "groups": len(groups), **measure_bcubed(groups, {a.id: event for _, event, a in part})}
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
