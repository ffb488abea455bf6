"""Place names in an article → coordinates, country and precision."""

from parley.places.locating import locate

__all__ = ["locate"]
