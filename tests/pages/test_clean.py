"""Whole pages → articles."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model import Article, Interval, Page, PageError
from parley.pages import clean_page

BODY = [
    "VESK (Reuters) - Delegates from Norland and Sudmark ended four hours of talks on Monday without agreeing on a ceasefire, officials said.",
    "Norland's foreign minister, Ada Brandt, told reporters the talks had been useful but that they had not agreed who should watch the border.",
    "“We will return to the table on Friday,” she said after the talks in Vesk, where shelling was heard through most of the night.",
    "Sudmark denied that its army had fired on the town, and said the talks on a ceasefire could only go on once the border was open again.",
    "At least 14 people, including three children, were killed by shelling near Vesk since Saturday, according to the Vesk Hospital Union.",
]
MENU = ["Home", "World", "Politics", "Sport", "Subscribe", "Sign in"]
SIDEBAR = [
    line
    for day, title in enumerate(["Otters return to the river", "Ten soups for winter", "Cup final moved to Sunday", "Bank cuts its rate again"], 11)
    for line in (f"GMT 08:{day} 2023 Tuesday ,{day} July", title)
]
FORM = ["Leave a Reply", "Name *", "E-mail *", "Comment *", "Post Comment"]
FOOTER = ["Copyright © 2023 Harbour Post. All rights reserved."]
TITLE = "Border talks in Vesk end without a ceasefire"
PROMOS = ["OPINION: Is the border worth a war?", "Advertisement", "Inside Story – Can Norland and Sudmark make peace?"]


def clean(lines: list[str], media: str = "text/plain", **fields: object) -> Article:
    return clean_page(Page("p-1", "page.txt", media, "\n".join(lines), **fields))  # type: ignore[arg-type]  # optional fields of Page


def reasons(article: Article) -> set[str]:
    return {d.reason for d in article.dropped}


def test_frame_lines_go_and_every_paragraph_stays() -> None:
    page = [*MENU, TITLE, BODY[0], PROMOS[0], *BODY[1:3], PROMOS[1], BODY[3], PROMOS[2], BODY[4], "Source :AFP", *SIDEBAR, *FORM, *FOOTER]
    article = clean(page)
    assert article.text.split("\n\n") == BODY
    assert article.title == TITLE
    assert article.published is None
    assert article.publisher == "Harbour Post"
    assert (article.agency, article.dateline, article.language) == ("Reuters", "VESK", "en")
    assert {"promotion", "credit", "form", "copyright", "stamp", "title"} <= reasons(article)


def test_a_sidebar_on_top_does_not_take_the_lead_with_it() -> None:
    tips = [line for n in range(2, 9) for line in ("-", f"{n} tips for a better garden in spring - November {n}, 2021")]
    article = clean([*tips, TITLE, BODY[0], "Advertisement", *BODY[1:]])
    assert article.text.split("\n\n") == BODY
    assert article.published is None


def test_a_doubled_body_is_kept_once() -> None:
    article = clean([TITLE, *BODY, *BODY, "No comments:", "Post a Comment"])
    assert article.text.split("\n\n") == BODY
    assert "repeat" in reasons(article)


def test_a_repeated_headline_is_no_part_of_the_text() -> None:
    article = clean([TITLE, "", BODY[0], "", TITLE, "", *BODY[1:]])
    assert TITLE not in article.text
    assert article.title == TITLE


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n", "\n \n"])
def test_clean_text_stays_as_it_is(separator: str) -> None:
    article = clean_page(Page("p-1", "x", "text/plain", separator.join(BODY)))
    assert article.text.split("\n\n") == BODY


@pytest.mark.parametrize("text", ["The envoy said talks may begin next week.", "لا اتفاق بعد. A truce may begin next week, the envoy said.", BODY[4]])
def test_one_paragraph_is_an_article(text: str) -> None:
    assert clean([text]).text == text


@pytest.mark.parametrize("text", ["", "Home\nSport\nSign in", "12 34", "© 2019 Post"])
def test_pages_without_an_article_say_so(text: str) -> None:
    with pytest.raises(PageError, match="no article"):
        clean([text])


@given(st.permutations(MENU + SIDEBAR + FORM).map(lambda frame: frame[:12]), st.integers(0, 12))
@settings(max_examples=25, deadline=None)
def test_pieces_and_stretches_hold_the_page_letter_for_letter(frame: list[str], at: int) -> None:
    raw = "\n".join([*frame[:at], TITLE, *BODY, *frame[at:]])
    article = clean_page(Page("p-1", "x", "text/plain", raw))
    assert all(article.text[p.start : p.start + p.length] == raw[p.page_start : p.page_start + p.length] for p in article.pieces)
    assert article.text == "\n\n".join(raw[p.page_start : p.page_start + p.length] for p in article.pieces)
    marks = sorted([*article.kept, *((d.start, d.end) for d in article.dropped)])
    assert all(one[1] <= two[0] for one, two in pairwise(marks))
    assert "".join("".join(raw[a:b] for a, b in marks).split()) == "".join(raw.split())


def html_page(head: str = "") -> str:
    def listed(lines: list[str]) -> str:
        return "".join(f"<li><a href='/x'>{line}</a></li>" for line in lines)

    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        f"<html lang='en'><head><title>{TITLE} | Harbour Post</title>{head}</head><body><nav><ul>{listed(MENU)}</ul></nav>"
        f"<article><h1>{TITLE}</h1><div class='promo'>{PROMOS[0]}</div>{paragraphs}</article>"
        f"<aside><ul>{listed(SIDEBAR)}</ul></aside><footer>{FOOTER[0]}</footer><script>var x = 'not seen';</script></body></html>"
    )


def test_html_gives_article_metadata_and_a_dump_to_strike_out() -> None:
    head = '<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2021-03-09T10:00:00Z">'
    article = clean([html_page(head + '<meta name="author" content="Ada Writer">')], "text/html", url="http://post.example/talks")
    assert article.text.split("\n\n") == BODY
    assert (article.title, article.publisher, article.byline, article.agency) == (TITLE, "Harbour Post", "Ada Writer", "Reuters")
    assert article.published == Interval.day(date(2021, 3, 9), "metadata")
    assert "not seen" not in article.shown and "Otters" in article.shown
    assert "\n".join(article.shown[a:b] for a, b in article.kept) == "\n".join(BODY)
    assert article.pieces == ()


def test_text_inside_scripts_is_found_when_the_page_shows_none() -> None:
    body = " ".join(BODY * 2)
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Talks", "articleBody": "{body}"}}</script>'
    article = clean([f"<html><head><title>Talks</title>{data}</head><body><div id='root'></div></body></html>"], "text/html")
    assert BODY[1] in article.text


def test_the_same_page_gives_the_same_article_whatever_came_before() -> None:
    page = Page("p-1", "a.html", "text/html", html_page())
    first = clean_page(page)
    clean([TITLE, *BODY, *FORM])
    assert clean_page(page) == first


def test_headings_lists_and_tables_of_an_article_without_frame_stay() -> None:
    page = [
        "What was on the table",
        *BODY[:2],
        "- the border",
        "- the bridge",
        "Who came",
        BODY[2],
        "Side | 2021 | 2022",
        "Norland | 4 | 90",
        *BODY[3:],
    ]
    kept = clean(page).text.split("\n\n")
    assert kept[-len(page) + 1 :] == page[1:]


def test_the_same_lines_inside_a_site_s_frame_are_judged() -> None:
    article = clean([*MENU, TITLE, *BODY, "Ten soups for winter", "Bank cuts its rate again", *FORM, *FOOTER])
    assert article.text.split("\n\n") == BODY


def test_an_agency_s_sign_alone_on_a_line_is_a_credit() -> None:
    text = "Talks fail in Vesk\n\n" + "\n\n".join([REST_OF_TALKS] * 1 + [OTHER_OF_TALKS, "- AFP"])
    article = clean_page(Page("p", "a.txt", "text/plain", text))
    assert "AFP" not in article.text
    assert article.agency == "AFP"


def test_initials_of_the_publisher_are_no_agency() -> None:
    text = f"Vesk Monitor\n\nTalks fail in Vesk\n\nVESK, May 6 (VM) - {REST_OF_TALKS}\n\n{OTHER_OF_TALKS}"
    article = clean_page(Page("p", "a.txt", "text/plain", text))
    assert (article.publisher, article.agency) == ("Vesk Monitor", None)


REST_OF_TALKS = (
    "The envoys of Norland and Sudmark ended their talks in Vesk on Friday without a word on the ceasefire that both had promised to keep."
)
OTHER_OF_TALKS = "Their hosts in Vesk said they would invite the envoys again as soon as the guns around the harbour had fallen silent for a week."
