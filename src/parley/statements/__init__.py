"""Article → statements: who is said to have said what, word for word or not."""

from parley.statements.find import find_statements

__all__ = ["find_statements"]
