"""A hundred reports judged by eye: how many are right in type, actor and recipient together, and why the others are not.

    python evals/judged_reports.py

`data/judged_reports.jsonl`, drawn by seed from the news of GUM's development and test parts (12), every second document of re3d (44) and
every third article of NewsWCL50 from the third on (44), read without publication dates, and judged by a reader who had no part in the making: offsets
of the trigger in the document's text (GUM: its sentences joined by a blank, paragraphs by an empty line), no text. `wrong` names the
first slot that fails, or that there was no act at all; `chance` is what the program gave. Quarters by chance show whether it tells right from wrong.
The verdicts are of the program as it was when they were drawn.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path


def main() -> int:
    rows = [json.loads(line) for line in (Path(__file__).parent / "data" / "judged_reports.jsonl").read_text("utf-8").splitlines()]
    wrong = Counter(row["wrong"] for row in rows if row["wrong"])
    by_corpus = {
        corpus: f"{sum(not r['wrong'] for r in rows if r['corpus'] == corpus)}/{sum(r['corpus'] == corpus for r in rows)}"
        for corpus in sorted({r["corpus"] for r in rows})
    }
    surest_first = sorted(rows, key=lambda row: -row["chance"])
    size = max(1, len(rows) // 4)
    quarters = [surest_first[at : at + size] for at in range(0, len(rows), size)]
    by_chance = {f"{part[0]['chance']}-{part[-1]['chance']}": f"{sum(not r['wrong'] for r in part)}/{len(part)}" for part in quarters}
    counts = {"judged": len(rows), "right": len(rows) - wrong.total(), "wrong": dict(wrong.most_common())}
    print(json.dumps({**counts, "right_by_corpus": by_corpus, "right_by_chance": by_chance}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
