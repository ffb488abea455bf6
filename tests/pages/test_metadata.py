"""Headline, dateline, byline, publisher and language."""

import sys

import pytest

from parley.model import Page
from parley.pages.address import printed_address
from parley.pages.byline import find_byline
from parley.pages.dateline import find_dateline
from parley.pages.headline import find_headline, prints_title
from parley.pages.language import language_of
from parley.pages.markup import parse_html, read_head, without_site
from parley.pages.publisher import find_publisher

REST = "Delegates from Norland and Sudmark ended talks on Monday without agreeing on a ceasefire."
DATELINES = [
    (f"GENEVA (Reuters) - {REST}", "GENEVA"),
    (f"UNITED NATIONS, Feb. 3 (UPI) -- {REST}", "UNITED NATIONS"),
    (f"Vesk: {REST}", "Vesk"),
    (f"NEW DELHI — {REST}", "NEW DELHI"),
    (f"Deir al-Zor, Syria (AP) — {REST}", "Deir al-Zor"),
    (REST, None),
    (f"“We will return: {REST}”", None),
]


@pytest.mark.parametrize(("paragraph", "place"), DATELINES)
def test_datelines(paragraph: str, place: str | None) -> None:
    assert find_dateline([paragraph]) == place


def test_a_dateline_on_its_own_line() -> None:
    assert find_dateline([REST], ["Menu", "Vesk - Harbour Post"]) == "Vesk"


def test_the_headline_is_the_line_above_that_speaks_of_the_same() -> None:
    lines = ["Harbour Post", "World news from everywhere", "Norland and Sudmark fail to agree on a ceasefire", "Share this", REST, REST]
    assert find_headline(lines, [False] * 4 + [True] * 2) == "Norland and Sudmark fail to agree on a ceasefire"
    assert find_headline(["Ten soups for winter days", REST, REST], [False, True, True]) is None
    assert find_headline(lines, [False] * 4 + [True] * 2, "Given") == "Given"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["Old foes meet under a bridge at last", "World / Europe", "By Ada Brandt", "3 May 2019"], "Old foes meet under a bridge at last"),
        (["Norland Daily", "Hopes of a ceasefire fade", "17 August", "From our own correspondent"], "Hopes of a ceasefire fade"),
        (["THE VESK REVIEW | Delegates talk | Monday", "Harbour talks fail again"], "Harbour talks fail again"),
        (["Sport", "Old foes meet under a bridge at last", "World", "Africa", "Asia", "Europe"], None),
    ],
)
def test_a_headline_may_stand_above_a_few_names(above: list[str], title: str | None) -> None:
    body = ["Delegates of Norland and its old foes ended their talks on a ceasefire at the harbour of Vesk on Friday without a word."] * 3
    assert find_headline(above + body, [False] * len(above) + [True] * 3) == title


def test_a_question_that_opens_the_text_is_its_headline() -> None:
    question = "Why did the delegates of Norland leave the talks in Vesk - and what comes next?"
    assert find_headline(["EXPLAINER", question, REST, REST], [False, True, True, True]) == question


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (["harbourpost.example/2019/05/03/talks", "Talks fail", REST], "https://harbourpost.example/2019/05/03/talks"),
        (["Talks fail", REST, "URL: https://harbourpost.example/2019/05/03/talks"], "https://harbourpost.example/2019/05/03/talks"),
        (["Talks fail", REST, "https://otherpost.example/2019/05/03/talks"], None),
        (["harbourpost.example/a/talks", "post.example/b/talks", REST], None),
        (["and/or", "harbourpost.example", REST], None),
    ],
)
def test_the_address_printed_on_a_page(lines: list[str], address: str | None) -> None:
    start = lines.index(REST)
    assert printed_address(lines, start, start) == address


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Talks in Vesk end without a deal", True),
        ("TALKS IN VESK END WITHOUT A DEAL", True),
        ("Talks in Vesk end without a deal - Harbour Post", True),
        ("Harbour PostTalks in Vesk end without a deal", True),
        ("Talks in Vesk go on", False),
        ("The talks in Vesk end without a deal, and nobody there can say when they will be taken up again.", False),
    ],
)
def test_lines_that_print_the_title(line: str, expected: bool) -> None:
    assert prints_title(line, "Talks in Vesk end without a deal") is expected


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Talks in Vesk end badly | Harbour Post", "Talks in Vesk end badly"),
        ("Syria: the talks go on", "Syria: the talks go on"),
        ("Post - World", "Post - World"),
    ],
)
def test_site_names_are_cut_off_titles(title: str, bare: str) -> None:
    assert without_site(title) == bare


LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "Talks end", '
    '"author": [{"name": "Ada Brandt"}, {"name": "Ole Lund"}], "publisher": {"name": "Harbour Post"}}]}</script>'
)


def test_json_ld_names_authors_and_publisher() -> None:
    head = read_head(parse_html(f"<html><head>{LD}</head><body><p>x</p></body></html>"))
    assert find_byline(head, []) == "Ada Brandt, Ole Lund"
    assert find_publisher(Page("p", "a", "text/html", ""), head, []) == "Harbour Post"
    assert head.title == "Talks end"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Brandt", "Ada Brandt"),
        ("Written by Ada Brandt and Ole Lund | 3 May", "Ada Brandt and Ole Lund"),
        ("By AFP", None),
        ("By the river they met", None),
    ],
)
def test_bylines_of_dumps(line: str, names: str | None) -> None:
    assert find_byline(None, [line]) == names


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        (["Copyright © 2016 Buzzing Post · All rights reserved"], "Buzzing Post"),
        (["All rights reserved to Harbour Media Group 2023 ©"], "Harbour Media Group"),
        (["© 2009-2016 Harbour Post. Terms apply."], "Harbour Post"),
        (["All rights reserved."], None),
        (["Menu"], None),
        (["The Harbour Tribune – all rights reserved"], "The Harbour Tribune"),
        (["Harbour Pages is run by volunteers. Please donate."], "Harbour Pages"),
        (["About Harbour Online"], "Harbour Online"),
        (["© AFP 2016"], None),
        (["Copyright Policy"], None),
    ],
)
def test_publishers_of_dumps(frame: list[str], name: str | None) -> None:
    assert find_publisher(Page("p", "a", "text/plain", ""), None, frame) == name


def test_the_address_names_the_publisher_where_nothing_else_does() -> None:
    assert find_publisher(Page("p", "a", "text/plain", "", url="https://www.post.example/world/1"), None, []) == "post.example"


def test_language_is_told_or_left_open() -> None:
    assert language_of(REST) == "en"
    assert language_of("Die Gespräche endeten am Montag ohne eine Einigung über die Waffenruhe.") == "de"
    assert language_of("12 34") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Delegation sagte, sie werde am Montag nicht nach Genf reisen. " * 8 + "The talks that were to be held there have not been put off.",
            "de",
        ),
        (
            "Di minister tok say dem no go gree make anybody close di road wey dey for di market, and e say di people wey dem arrest don go home. "
            * 4,
            "pcm",
        ),
    ],
)
def test_a_few_english_words_make_no_text_english(text: str, expected: str) -> None:
    assert language_of(text) == expected


def test_english_without_doubt_is_told_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert language_of(f"{REST} They said that the fighting had not been stopped by the agreement of last month, and that it would go on.") == "en"
    with pytest.raises(ImportError):
        language_of(REST)


@pytest.mark.parametrize(
    ("above", "below", "name"),
    [
        (["MENU MENU", "The Northern Herald"], ["No comments"], "The Northern Herald"),
        (["THE CAPE", "World | Europe"], ["© 2019-2023 Cape Media. Terms."], "The Cape"),  # said again by the notice
        (["Daily Harbour Online"], ["All rights reserved to Harbour Media Group 2023 ©"], "Daily Harbour Online"),
        (["World News", "Latest News", "About Me", "Press Room"], ["Menu"], None),
        (["Middle East"], ["© 2019 Harbour Wave"], "Harbour Wave"),
        (["The Vesk Ledger, Friday May 3 2019, page 14"], [], "The Vesk Ledger"),
        (["3 May 2019 | Vesk Ledger | Metro"], [], "Vesk Ledger"),
        (["Le Phare du Port - English edition"], ["(c) 2019 LPP Media LLC"], "Le Phare du Port"),
        (["NORLAND", "Ministry of Trade and Harbours"], [], "Ministry of Trade and Harbours"),
        (["Rights Beyond Borders", "Press release", "Talks in Vesk"], [], "Rights Beyond Borders"),
        (["Press release", "Talks in Vesk"], [], None),
    ],
)
def test_the_masthead_names_the_site_before_its_owner(above: list[str], below: list[str], name: str | None) -> None:
    assert find_publisher(Page("p", "a", "text/plain", ""), None, [*above, *below], above) == name


@pytest.mark.parametrize(
    ("html", "site"),
    [
        ("<title>Talks in Vesk end badly | Harbour Wave</title>", "Harbour Wave"),
        ("<title>Talks in Vesk end badly | World</title>", None),
        ("<title>Talks in Vesk end badly</title></head><body><header><img alt='Harbour Wave logo'></header>", "Harbour Wave"),
    ],
)
def test_title_and_logo_name_the_site(html: str, site: str | None) -> None:
    assert read_head(parse_html(f"<html><head>{html}<p>x</p></html>")).site == site


def test_the_site_s_name_in_a_first_heading_is_no_headline() -> None:
    tree = parse_html("<html><head><title>Talks in Vesk end badly - Harbour Blog</title></head><body><h1>Harbour Blog</h1></body></html>")
    assert read_head(tree).title == "Talks in Vesk end badly"
    lines = ["The Harbour Tribune", "Norland and Sudmark fail to agree on a ceasefire", REST, REST]
    assert find_headline(lines, [False, False, True, True]) == lines[1]
