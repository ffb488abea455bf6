"""The record kept: one SQLite database in a folder, or one on a PostgreSQL server, that readers and one writer share."""

from parley.store.briefs import Brief
from parley.store.database import Location
from parley.store.record import Record, open_record
from parley.store.search import Hit

__all__ = ["Brief", "Hit", "Location", "Record", "open_record"]
