"""What changed between two views."""

from __future__ import annotations

from dataclasses import replace

from invented import alone, held, planned, shelled

from parley.model import Claim
from parley.record import View, build_view, diff


def view_of(*ids: str) -> View:
    writers = [w for w in (planned(), held(), shelled()) if w.id in ids]
    return build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], alone(*writers))


def test_nothing_changed() -> None:
    assert diff(view_of("a1", "a2"), view_of("a2", "a1")) == ()


def test_an_article_more() -> None:
    changes = diff(view_of("a1"), view_of("a1", "a2"))
    events = [(c.change, c.kind) for c in changes if c.kind == "event"]
    assert events == [("removed", "event"), ("added", "event")]
    assert {c.kind for c in changes if c.change == "added"} >= {"source", "report", "claim", "event"}
    assert any("CONSULT asserted: Ada Brandt, Ilo Varga in Geneva on 2021-03-05" in str(c) for c in changes)


def test_the_other_way_round() -> None:
    one, two = view_of("a1"), view_of("a1", "a3")
    turned = {"added": "removed", "removed": "added"}
    there = {(c.change, c.id) for c in diff(one, two) if c.change in turned}
    assert there == {(turned[c.change], c.id) for c in diff(two, one) if c.change in turned}


def test_an_item_that_says_something_else() -> None:
    view = view_of("a3")
    claim: Claim = view.claims[0].item
    other = replace(view, claims=(replace(view.claims[0], item=replace(claim, who="soldiers")),))
    assert [(c.change, c.kind) for c in diff(view, other)] == [("changed", "claim")]
