"""Fixtures for statements: the shipped language pass, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.language import load
from parley.model import Entity, Naming, Reference, Span, Statement
from parley.statements import find_statements

Finder = Callable[..., tuple[Statement, ...]]


def naming(text: str, *named: tuple[str, str, str], references: tuple[tuple[str, str], ...] = ()) -> Naming:
    """Names the first place where each (mention, type, name) stands; references likewise as (mention, name)."""
    entities = tuple(Entity(Span(text.index(m), text.index(m) + len(m), m), kind, name) for m, kind, name in named)
    meant = tuple(Reference(Span(text.index(m), text.index(m) + len(m), m), (name,)) for m, name in references)
    return Naming(entities, meant)


@pytest.fixture(scope="session")
def find() -> Finder:
    nlp = load()

    def run(text: str, *named: tuple[str, str, str], references: tuple[tuple[str, str], ...] = ()) -> tuple[Statement, ...]:
        return find_statements(nlp(text), naming(text, *named, references=references))

    return run
