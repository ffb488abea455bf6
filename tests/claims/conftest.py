"""Fixtures for claims: the shipped language pass, loaded once, with names given by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from parley.claims import find_claims
from parley.language import load
from parley.model import Claim, Entity, Interval, Naming, Span, TimeValue
from parley.statements import find_statements

Finder = Callable[..., tuple[Claim, ...]]


def cite(text: str, mention: str) -> Span:
    return Span(text.index(mention), text.index(mention) + len(mention), mention)


@pytest.fixture(scope="session")
def find() -> Finder:
    nlp = load()

    def run(text: str, *named: tuple[str, str, str], times: tuple[tuple[str, date], ...] = ()) -> tuple[Claim, ...]:
        """Each of `named` is (mention, type, name), each of `times` (mention, day); a mention stands at its first place."""
        naming = Naming(tuple(Entity(cite(text, m), kind, name) for m, kind, name in named))
        values = tuple(TimeValue(cite(text, m), "DATE", str(day), Interval.day(day, "stated")) for m, day in times)
        doc = nlp(text)
        return find_claims(doc, naming, values, find_statements(doc, naming))

    return run
