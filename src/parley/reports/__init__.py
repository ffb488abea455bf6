"""Article → what it says happened: reports and commitments.

`draft_reports` does the work once; `.reports` are the article's reports and `find_commitments` reads its commitments from the same drafts.
"""

from parley.reports.commitments import find_commitments
from parley.reports.drafts import Drafted
from parley.reports.find import draft_reports, find_reports

__all__ = ["Drafted", "draft_reports", "find_commitments", "find_reports"]
