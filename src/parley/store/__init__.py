"""The record on disk: one folder with an SQLite database that readers and one writer share."""

from parley.store.record import Record, open_record
from parley.store.search import Hit

__all__ = ["Hit", "Record", "open_record"]
