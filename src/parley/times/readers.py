"""The readers that the second column of `times_rules.tsv` names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from parley.times import read_dates, read_lengths, read_steps
from parley.times.captured import Captured
from parley.times.readings import Reading

READERS: Mapping[str, Callable[[Captured], Reading | None]] = MappingProxyType(
    {
        "date": read_dates.read_date,
        "slashed": read_dates.read_slashed,
        "decade": read_dates.read_decade,
        "century": read_dates.read_century,
        "season": read_dates.read_season,
        "stepseason": read_dates.read_step_season,
        "quarter": read_dates.read_quarter,
        "half": read_dates.read_half,
        "stepmonth": read_dates.read_step_month,
        "named": read_dates.read_named,
        "near": read_steps.read_near,
        "overnight": read_steps.read_overnight,
        "step": read_steps.read_step,
        "stepday": read_steps.read_step_day,
        "weekday": read_steps.read_weekday,
        "part": read_steps.read_part,
        "shift": read_steps.read_shift,
        "clock": read_steps.read_clock,
        "length": read_lengths.read_length,
        "lengthof": read_lengths.read_length_of,
        "repeat": read_lengths.read_repeat,
        "vague": read_lengths.read_vague,
    }
)
