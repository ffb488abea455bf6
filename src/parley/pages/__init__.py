"""Pages: any page → its article, its publisher and its date, or one clear issue."""

from parley.pages.clean import clean_page
from parley.pages.companions import companion_dates
from parley.pages.read import read_pages

__all__ = ["clean_page", "companion_dates", "read_pages"]
