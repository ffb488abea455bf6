"""Copies found build by build: nothing is read or compared twice, and the result is that of one build."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.copies import Known, find, fingerprint
from parley.copies.candidates import Pairs
from parley.engine import open_engine
from parley.model import Article, CopyLink, Page, Source, identify
from parley.pipeline import copying
from parley.record.growing.desk import Units
from parley.record.memory import Memory
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


def build(record: Record, articles: list[Article], is_known: bool = True) -> tuple[tuple[CopyLink, ...], tuple[Source, ...]]:
    """What a build does about copies; `is_known` says whether it is by the code and lexicon of the build before."""
    for article in articles:
        record.add_page(Page(article.page, article.page, "text/plain", article.text), article)
    memory = Memory(record if is_known else None)
    with open_engine() as engine:
        found = copying.find_record_copies(record, [Brief.of(article) for article in articles], memory, engine)
    record.keep_growth(Units(memory), not is_known)
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
        build(record, articles, is_known=False)
    assert compared == [3, 3]


@pytest.mark.parametrize("part", ["code_version", "lexicon_version"])
def test_other_code_or_words_take_fingerprints_again(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles, taken = [write_article(number) for number in range(4)], []
    with open_record(tmp_path, create=True) as record:
        build(record, articles)
        monkeypatch.setattr(copying, part, lambda: "another")
        monkeypatch.setattr(copying, "fingerprint", lambda *args: taken.append(args) or fingerprint(*args))
        build(record, articles, is_known=False)
    assert len(taken) == 4


def test_an_article_that_is_gone_leaves_no_links(tmp_path: Path) -> None:
    articles = [write_article(number) for number in range(4)]
    with open_record(tmp_path, create=True) as record:
        build(record, articles)
        links, sources = build(record, articles[1:])
    assert all(articles[0].id not in (link.earlier, link.later) for link in links)
    assert {name for source in sources for name in source.articles} == {article.id for article in articles[1:]}
