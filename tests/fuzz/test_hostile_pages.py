"""Hostile pages among good ones: what is bad becomes an issue, and the good ones are read as if they were alone.

`benchmarks/hostile.py` does the same with a thousand, and builds records of them.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from fuzz.hostile_pages import KINDS, Kind, good_pages, hostile_pages, write_all
from parley.model import Article, Issue, Page, PageError
from parley.pages import clean_page, read_pages


def read(*paths: Path) -> tuple[dict[str, str], list[Issue]]:
    """Returns the text of each article by the name of its file, and the issues of reading and cleaning."""
    articles, issues = dict[str, str](), list[Issue]()
    for item in read_pages(list(paths)):
        try:
            found = item if isinstance(item, Issue) else clean_page(item)
        except PageError as error:
            found = Issue(item.path if not isinstance(item, Issue) else item.page, error.stage, str(error))
        if isinstance(found, Article) and not isinstance(item, Issue):
            articles[Path(item.path).name] = found.text
        elif isinstance(found, Issue):
            issues.append(found)
    return articles, issues


def test_no_good_page_is_lost(tmp_path: Path) -> None:
    write_all(good_pages(8), tmp_path / "good")
    write_all(hostile_pages(len(KINDS)), tmp_path / "bad")
    alone, issues = read(tmp_path / "good")
    among, _ = read(tmp_path / "bad", tmp_path / "good")
    assert len(alone) == 8 and not issues
    assert {name: text for name, text in among.items() if name in alone} == alone


@pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_every_hostile_page_is_answered(kind: Kind, tmp_path: Path) -> None:
    ending, data = kind(Random(3))
    (tmp_path / f"x{ending}").write_bytes(data)
    articles, issues = read(tmp_path)
    assert articles or issues
    assert all(issue.stage in ("read", "clean") and issue.message for issue in issues)


BEYOND = [
    ("lines", "text/plain", "Talks in Vesk ended.\n" * 20_001, "more than 20000 lines"),
    ("characters of a text", "text/plain", "Talks in Vesk ended. " * 150_000, "more than 3 million characters"),
    ("characters that markup shows", "text/html", f"<p>{'Talks in Vesk ended. ' * 150_000}</p>", "more than 3 million characters"),
    ("nesting", "text/html", "<div>" * 601, "nested more than 600 deep"),
    ("tags", "text/html", "<br>" * 150_001, "more than 150000 tags"),
]


@pytest.mark.parametrize(("media", "raw", "message"), [row[1:] for row in BEYOND], ids=[row[0] for row in BEYOND])
def test_a_page_beyond_a_limit_says_so(media: str, raw: str, message: str) -> None:
    with pytest.raises(PageError, match=message):
        clean_page(Page("p", "x", media, raw))


def test_json_nested_too_deep_is_one_bad_line(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"id": "a", "text": ' * 100_000 + '\n{"id": "b", "text": "Talks in Vesk ended without a deal."}\n')
    found = list(read_pages([tmp_path]))
    assert [type(item) for item in found] == [Issue, Page]
