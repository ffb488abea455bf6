"""Copies found build by build: nothing is read or compared twice, and the result is that of one build."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.copies import Known, find
from parley.copies.candidates import Pairs
from parley.engine import open_engine
from parley.model import Article, CopyLink, Page, Source, identify
from parley.pipeline import copying
from parley.record.runs import Run
from parley.record.view import View
from parley.store import Brief, Record, open_record

BODY = [
    "Envoys from nine countries met in Vesk on Saturday to revive the Ostrel truce.",
    "Milo Serr, the Dravian foreign minister, left without speaking to the reporters outside.",
    "Shelling went on around the Tarrin bridge while the delegates sat down to lunch.",
    "Aid convoys have waited at the Korda crossing since the middle of the month.",
    "A further round of discussions is planned in Belmora before the end of October.",
    "Ada Brandt read out a letter from the mayors of eleven besieged villages.",
]
TEXTS = [" ".join(BODY), " ".join(BODY[:4]), " ".join(BODY[::-1]), "A storm hit Korda overnight, breaking eleven fishing boats in the old harbour."]


def write_article(number: int) -> Article:
    text = TEXTS[number]
    return Article(id=identify("a", number), page=f"p{number}", text=text)


def build(record: Record, articles: list[Article]) -> tuple[tuple[CopyLink, ...], tuple[Source, ...]]:
    """What a build does about copies, and the run that ends it."""
    for article in articles:
        record.add_page(Page(article.page, article.page, "text/plain", article.text), article)
    with open_engine() as engine:
        found = copying.find_record_copies(record, [Brief.of(article) for article in articles], engine)
    record.replace_view(View(links=found.links, sources=found.sources))
    record.add_run(Run("2021-03-09T10:00:00+00:00", 1.0, copying.code_version(), "", copying.lexicon_version(), inputs={str(len(articles)): ""}))
    return found.links, found.sources


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pairs were compared, call by call."""
    counts = []
    link_pairs = find.link_pairs

    def counting(known: list[Known], pairs: Pairs) -> list[CopyLink]:
        counts.append(len(pairs))
        return list(link_pairs(known, pairs))

    monkeypatch.setattr(find, "link_pairs", counting)
    return counts


def test_builds_in_a_row_end_where_one_build_ends(tmp_path: Path) -> None:
    articles = [write_article(number) for number in range(4)]
    with open_record(tmp_path / "once", create=True) as once, open_record(tmp_path / "grown", create=True) as grown:
        for count in (1, 3, 3, 4):
            result = build(grown, articles[:count])
        assert result == build(once, articles)
        assert len(result[1]) == 2


def test_nothing_is_read_or_compared_again(tmp_path: Path, compared: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [write_article(number) for number in range(4)]
    with open_record(tmp_path, create=True) as record:
        build(record, articles)
        monkeypatch.setattr(copying, "fingerprint", lambda *_: pytest.fail("an article was read twice"))
        build(record, articles)
    assert compared == [3, 0]


@pytest.mark.parametrize("part", ["code_version", "lexicon_version"])
def test_other_code_or_words_compare_everything_again(part: str, tmp_path: Path, compared: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [write_article(number) for number in range(4)]
    with open_record(tmp_path, create=True) as record:
        build(record, articles)
        monkeypatch.setattr(copying, part, lambda: "another")
        build(record, articles)
    assert compared == [3, 3]


def test_an_article_that_is_gone_leaves_no_links(tmp_path: Path) -> None:
    articles = [write_article(number) for number in range(4)]
    with open_record(tmp_path, create=True) as record:
        build(record, articles)
        links, sources = build(record, articles[1:])
    assert all(articles[0].id not in (link.earlier, link.later) for link in links)
    assert {name for source in sources for name in source.articles} == {article.id for article in articles[1:]}
