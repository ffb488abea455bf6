"""What the articles say → one account: events, corroboration, disagreements, commitments, stories; and its export."""

from parley.record.anchors import anchors_of
from parley.record.build import Rules, build_view
from parley.record.changes import Change, diff
from parley.record.check import find_faults
from parley.record.deciding import check_decision, resolve
from parley.record.decisions import DECISION_KINDS, Anchor, Decision, in_force
from parley.record.explain import Because, Explanation, why
from parley.record.export import Line, export_lines
from parley.record.filing import check_reading
from parley.record.runs import Run
from parley.record.view import Filed, FiledActor, FiledPlace, FollowUp, Merge, StatedRole, Support, TimelineDay, View

__all__ = [
    "DECISION_KINDS",
    "Anchor",
    "Because",
    "Change",
    "Decision",
    "Explanation",
    "Filed",
    "FiledActor",
    "FiledPlace",
    "FollowUp",
    "Line",
    "Merge",
    "Rules",
    "Run",
    "StatedRole",
    "Support",
    "TimelineDay",
    "View",
    "anchors_of",
    "build_view",
    "check_decision",
    "check_reading",
    "diff",
    "export_lines",
    "find_faults",
    "in_force",
    "resolve",
    "why",
]
