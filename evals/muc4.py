"""Measures figures of the dead on MUC-4's development messages: `python evals/muc4.py --corpora FOLDER [--every N]`.

MUC-4 (Sundheim 1992) states no licence, so it measures only; no message was read while rules were written. Messages are upper
case and are recased first (`truecase.py`). Gold: targets with the effect DEATH and a number of two or more (single named victims are
no figures in the text). Printed: of those numbers and of the messages that have one, the share found as a `killed` claim; and of the
`killed` claims with an exact number in these messages, the share that stands in the key (the rest may be other incidents or parts).

`data/muc4_killed.jsonl` keeps 100 `killed` claims drawn by seed from all messages with a number of dead, as offsets into the recased
text with a verdict: `key` (the number is the key's), `part` (of an incident in the key), `other` (incident or group of victims), `total`
(toll of a war), all four right, or `wrong`. Those not in the key, and some that are, were judged by eye after the rules were
finished, before any further change.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from parley.language import load
from parley.pipeline.reading import ArticleReader
from truecase import learn_forms, recase

_ID = re.compile(r"^(DEV-MUC3-\d{4})", re.M)
_HEAD = re.compile(r"\[TEXT\]|--")


def _read(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("ascii", "replace")


def read_messages(folder: Path) -> dict[str, str]:
    messages = {}
    for path in sorted(folder.glob("dev-muc3-*.gz")):
        parts = _ID.split(_read(path))[1:]
        for name, body in zip(parts[::2], parts[1::2], strict=True):
            text = body.partition("\n")[2]
            head = _HEAD.search(text)
            paragraphs = re.split(r"\n\s*\n", text[head.end() if head else 0 :])
            messages[name] = "\n\n".join(" ".join(p.split()) for p in paragraphs if p.strip())
    return messages


def read_dead(folder: Path) -> dict[str, set[int]]:
    """Returns, for each message, the numbers of dead in its templates."""
    dead: dict[str, set[int]] = defaultdict(set)
    for path in sorted(folder.glob("key-dev-*.gz")):
        name, slot, numbers, effects = "", 0, {}, set()
        for line in [*_read(path).splitlines(), "0. MESSAGE: ID                      END"]:
            if line.startswith("0."):
                dead[name] |= {numbers[t] for t in effects if t in numbers}
                name, numbers, effects = line.split()[3] if len(line.split()) > 3 else "", {}, set()
            found = re.match(r"(\d+)\. ", line)
            slot = int(found.group(1)) if found else slot
            target = re.search(r'"([^"]+)"', line)
            if target and slot == 21 and (number := re.search(r"(\d+): \"", line)):
                numbers[target.group(1)] = int(number.group(1))
            if target and slot == 23 and re.search(r"(?<!OR )DEATH: \"", line):
                effects.add(target.group(1))
    return {name: {n for n in numbers if n > 1} for name, numbers in dead.items() if name}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds muc4/ and gmb/")
    parser.add_argument("--every", type=int, default=1, help="take every Nth message that has a number of dead")
    options = parser.parse_args()
    folder = options.corpora / "muc4"
    if not folder.is_dir():
        sys.exit(f"no MUC-4 at {folder}")
    messages, forms = read_messages(folder), learn_forms(options.corpora / "gmb" / "gmb.tsv.gz")
    gold = {name: numbers for name, numbers in sorted(read_dead(folder).items()) if numbers and name in messages}
    names = list(gold)[:: options.every]
    hits = wanted = whole = agreeing = claimed = 0
    for doc, name in load().pipe([(recase(messages[n], forms), n) for n in names], as_tuples=True):
        claims = [c for c in ArticleReader(doc, None).claims if c.measure == "killed"]
        values = {v for c in claims for v in (c.low, c.high) if v is not None}
        found = {n for n in gold[name] if n in values}
        hits, wanted, whole = hits + len(found), wanted + len(gold[name]), whole + bool(found)
        exact = [c for c in claims if c.low is not None and c.low == c.high and c.low > 1]
        agreeing, claimed = agreeing + sum(c.low in gold[name] for c in exact), claimed + len(exact)
    judged = Counter(json.loads(line)["verdict"] for line in (Path(__file__).parent / "data" / "muc4_killed.jsonl").open(encoding="utf-8"))
    figures = {"messages": len(names), "messages_found": 100 * whole / max(len(names), 1), "numbers_found": 100 * hits / max(wanted, 1)}
    print(json.dumps(figures | {"claims": claimed, "in_key": 100 * agreeing / max(claimed, 1), "judged_by_eye": judged}, indent=1))


if __name__ == "__main__":
    main()
