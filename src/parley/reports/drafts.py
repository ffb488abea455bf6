"""One trigger → one report before merging: its values, and where in the tree it stands."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Report
from parley.reports.modality import Stance
from parley.reports.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Draft:
    """A report with the trigger and stance it was made from; commitments and merging need both."""

    report: Report
    trigger: Trigger
    stance: Stance
    sentence: int
