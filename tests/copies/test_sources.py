"""Counting origins by roots."""

from __future__ import annotations

import pytest

from parley.copies.sources import choose_parents, group_sources
from parley.model import CopyLink, identify


def link(earlier: str, later: str, kind: str = "copy", contained: float = 1.0) -> CopyLink:
    return CopyLink(earlier, later, kind, contained)


CASES = [
    ("no links", [], [["a"], ["b"], ["c"]]),
    ("chain", [link("a", "b"), link("b", "c")], [["a", "b", "c"]]),
    ("passages and quotations do not join", [link("a", "b", "shared_passage", 0.2), link("b", "c", "shared_quote", 0.1)], [["a"], ["b"], ["c"]]),
    ("two origins of one page stay two", [link("a", "c", "partial", 0.6), link("b", "c", "partial", 0.5)], [["a", "c"], ["b"]]),
    ("a circle is one source", [link("a", "b"), link("b", "c"), link("c", "a")], [["a", "b", "c"]]),
]


@pytest.mark.parametrize(("links", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_groups(links: list[CopyLink], expected: list[list[str]]) -> None:
    sources = group_sources(dict.fromkeys("abc"), links)
    assert sorted(list(source.articles) for source in sources) == expected
    assert all(source.id == identify("s", *source.articles) for source in sources)


def test_best_parent_wins() -> None:
    assert choose_parents([link("a", "c", "partial", 0.4), link("b", "c", "partial", 0.9)]) == {"c": "b"}


def test_agency_is_the_roots_or_the_commonest() -> None:
    links = [link("a", "b"), link("a", "c")]
    assert group_sources({"a": "Agency One", "b": "Agency Two", "c": "Agency Two"}, links)[0].agency == "Agency One"
    assert group_sources({"a": None, "b": "Agency One", "c": "Agency Two"}, links)[0].agency == "Agency One"
