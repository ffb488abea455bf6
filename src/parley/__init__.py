"""Parley: raw news pages in, a cited record of who did what, and who says so, out."""

__version__ = "0.1.0"
