"""Fixtures for the report: the invented record as the templates' values, as HTML, and as a parsed document."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from made_record import ARTICLES, ISSUES, PAGES, RUNS, VIEW

from parley.publish import render_report
from parley.publish.index import Index, make_index


@pytest.fixture(scope="session")
def index() -> Index:
    return make_index(PAGES, list(ARTICLES.values()), VIEW)


@pytest.fixture(scope="session")
def html() -> str:
    return render_report(PAGES, list(ARTICLES.values()), VIEW, ISSUES, RUNS)


@pytest.fixture(scope="session")
def document(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html)


@pytest.fixture(scope="session")
def report_file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html, encoding="utf-8")
    return path
