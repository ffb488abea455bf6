"""Reports → events: merged where day, place and participants agree, parted where two exact ones differ."""

from parley.record.events.cluster import cluster
from parley.record.events.happening import Candidate, Cast, candidate
from parley.record.events.merging import Merged, merge_reports
from parley.record.events.shared import Shared

__all__ = ["Candidate", "Cast", "Merged", "Shared", "candidate", "cluster", "merge_reports"]
