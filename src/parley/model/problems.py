"""What Parley raises.

ParleyError             everything below
├── UsageError          wrong arguments or configuration, found before any work; the command line exits with 2
├── PageError           one page cannot be read or cleaned; a run turns it into an issue row and goes on
└── RecordError         the record is missing, locked, damaged or of another version
"""

from __future__ import annotations


class ParleyError(Exception):
    """The base of all of Parley's own errors."""


class UsageError(ParleyError):
    """Wrong arguments or configuration."""


class PageError(ParleyError):
    """One page cannot be read. `stage` says where."""

    def __init__(self, stage: str, message: str) -> None:
        super().__init__(message)
        self.stage = stage


class RecordError(ParleyError):
    """The record is missing, locked, damaged or of another version."""
