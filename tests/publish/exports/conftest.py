"""The invented record of the report's tests, as the exports read it."""

from __future__ import annotations

import pytest
from made_record import ARTICLES, ISSUES, PAGES, RUNS, VIEW

from parley.publish.exports import Content, make_content


@pytest.fixture(scope="session")
def content() -> Content:
    return make_content(PAGES, list(ARTICLES.values()), VIEW, ISSUES, (), RUNS)
