"""Article → what it says happened: reports and commitments."""

from parley.reports.commitments import find_commitments
from parley.reports.find import find_reports

__all__ = ["find_commitments", "find_reports"]
