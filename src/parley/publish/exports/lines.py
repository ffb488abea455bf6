"""A record → JSON Lines: all of it, or what went wrong alone."""

from __future__ import annotations

from parley.publish.exports.content import Content
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, json_lines, text_export
from parley.record import export_lines


def export(content: Content, counting: Counting) -> Export:
    """Makes one line an item, each with its `kind` and `id`. Nothing is left out."""
    lines = export_lines(content.pages, content.articles, content.view, content.issues, content.decisions, content.runs)
    return text_export("record.jsonl", json_lines(lines))


def export_issues(content: Content, counting: Counting) -> Export:
    """Makes one line an issue: page, stage, message."""
    return text_export("issues.jsonl", json_lines({"page": i.page, "stage": i.stage, "message": i.message} for i in content.issues))
