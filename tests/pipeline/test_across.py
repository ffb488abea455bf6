"""What linked articles share is cited sentence by sentence, so that it counts as one voice."""

from __future__ import annotations

from parley.copies import CopyInput, find_copies
from parley.model import Article
from parley.pipeline.account import side_by_side
from parley.pipeline.across import shared_evidence
from parley.store import Brief

WIRE = "On Monday, Norland troops attacked the town of Vesk with artillery, killing at least 14 people, the governor Milo Serr said."
HARBOUR = "Traders in the port of Korda closed their shops for a second day and asked the council to lower the rents of the market halls."
BOATS = "The owners of the fishing boats want to be paid for the days on which the harbour stays shut until the ice has gone."
FARMERS = "Farmers in the valley of the Ile wait for seed that was ordered in autumn and is held up at the border crossing of Tarrin."
BREAD = "Prices of bread have gone up by a fifth since January, according to the union of bakers, which blames the cost of fuel."


def test_a_wire_paragraph_in_two_articles_is_cited_from_both() -> None:
    articles = [Article("a", "p1", f"{HARBOUR} {WIRE} {BOATS}"), Article("b", "p2", f"{FARMERS} {BREAD} {WIRE}")]
    found = find_copies([CopyInput(article.id, article.text) for article in articles])
    ((one, other),) = shared_evidence(articles, found.links)
    assert len(found.sources) == 2
    assert {(one.article, one.span.text.strip()), (other.article, other.span.text.strip())} == {("a", WIRE), ("b", WIRE)}


def test_copies_are_read_beside_each_other() -> None:
    texts = {"a": f"{HARBOUR} {BOATS}", "b": f"{FARMERS} {BREAD}", "c": f"{HARBOUR} {BOATS}", "d": f"{FARMERS} {BREAD}"}
    briefs = [Brief.of(Article(name, f"p{name}", text)) for name, text in texts.items()]
    found = find_copies([CopyInput(name, text) for name, text in texts.items()])
    assert "".join(brief.id for brief in side_by_side(briefs, found)) in ("acbd", "bdac")
