"""The record → one self-contained HTML report."""

from parley.publish.report import render_report

__all__ = ["render_report"]
