"""The record as lines of JSON objects."""

from parley.record.export.shapes import Line
from parley.record.export.whole import export_lines

__all__ = ["Line", "export_lines"]
