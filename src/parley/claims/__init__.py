"""Article → claims: how many, of what, who did it, and who says so."""

from parley.claims.find import find_claims

__all__ = ["find_claims"]
