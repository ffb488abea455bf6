"""Time expression → TIMEX3 type and value, and the days it covers.

Reads raw text with the rules of `lexicon/data/times_rules.tsv`; no language model is loaded.
"""

from parley.times.find import find_times

__all__ = ["find_times"]
