"""A record → web pages, a JSON interface and a place to review it, for one person's browser."""

from parley.server.app import create_app

__all__ = ["create_app"]
