"""Reports → events: merged where day, place and participants agree, parted where two exact ones differ."""

from parley.record.events.bonds import Bonds
from parley.record.events.happening import Candidate
from parley.record.events.merging import Merged, merge_reports
from parley.record.events.setting import Setting
from parley.record.events.shared import Shared, find_passages

__all__ = ["Bonds", "Candidate", "Merged", "Setting", "Shared", "find_passages", "merge_reports"]
