"""Speed of the time room on invented sentences, beside dateparser's search where it is installed, and on hostile text.

    python benchmarks/times.py [--sentences 20000] [--peer-sentences 200]

Prints sentences a second of processor time on one core, the processor time of import and first call, and for each hostile text how the time grows
when its length doubles (2 is linear).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date, datetime
from importlib.util import find_spec

_STARTED = time.process_time()

from parley.model import Interval  # noqa: E402 - the clock starts before the import
from parley.times import find_times  # noqa: E402 - the clock starts before the import

find_times("They met on Monday.", None)
_START_UP = time.process_time() - _STARTED

_PUBLISHED = date(2019, 5, 15)
_SENTENCES = (
    "The foreign ministers of both countries will meet again on Monday in the lakeside town, their spokesmen said.",
    "Shelling on Tuesday killed at least 14 people in the northern suburbs, which have been besieged since September 2018.",
    "A 48-hour pause agreed last week collapsed within hours, and aid convoys have waited at the crossing for the past three days.",
    "The delegation did not say whether it would attend, and no date was given for the next round.",
    "More than 290,000 people have been killed in the war, which began in 2011 after the government put down a revolt.",
    "Two years ago, in mid-July, the same two men signed a truce that lasted until Christmas.",
    "The council, which has 15 members, may vote on the draft before the end of the month, diplomats said late on Thursday.",
    "Residents of the old town said that the streets were calm and that shops had opened again.",
)
_HOSTILE = ("two and a half ", "the ", "1 ", "more than at least ", "May 5, ", "2016-", "12:", "early in the ", "monday ", "'", "\n\n")


def sentences_per_second(count: int) -> float:
    """Reads articles of eight sentences, as many as make up `count` sentences."""
    article, published = " ".join(_SENTENCES), Interval.day(_PUBLISHED, "metadata")
    started = time.process_time()
    for _ in range(count // len(_SENTENCES)):
        find_times(article, published)
    return count / (time.process_time() - started)


def peer_sentences_per_second(count: int) -> float | None:
    """The same through dateparser's search, sentence by sentence; None when it is not installed."""
    if find_spec("dateparser") is None:
        return None
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.combine(_PUBLISHED, datetime.min.time())}
    search_dates(_SENTENCES[0], languages=["en"], settings=settings)
    started = time.process_time()
    for i in range(count):
        search_dates(_SENTENCES[i % len(_SENTENCES)], languages=["en"], settings=settings)
    return count / (time.process_time() - started)


def growth(seed: str) -> float:
    """Processor time for 40,000 characters of `seed` over that for 20,000."""
    seconds = []
    for length in (20_000, 40_000):
        text = (seed * (length // len(seed) + 1))[:length]
        started = time.process_time()
        find_times(text, None)
        seconds.append(time.process_time() - started)
    return seconds[1] / max(seconds[0], 1e-9)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=20_000)
    parser.add_argument("--peer-sentences", type=int, default=200)
    arguments = parser.parse_args()
    peer = peer_sentences_per_second(arguments.peer_sentences)
    result = {
        "start_up_seconds": round(_START_UP, 3),
        "sentences_per_second": round(sentences_per_second(arguments.sentences)),
        "dateparser_sentences_per_second": None if peer is None else round(peer),
        "growth_when_doubled": {repr(seed): round(growth(seed), 1) for seed in _HOSTILE},
    }
    print(json.dumps(result, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
