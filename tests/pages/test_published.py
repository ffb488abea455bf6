"""A page alone → its publication date, or None."""

from datetime import date

import pytest

from parley.model import Interval, Page
from parley.pages.dated_markup import from_elements, from_scripts
from parley.pages.markup import parse_html, read_head
from parley.pages.published import find_published, stamp_near
from parley.pages.stamped import Layout, lone_day

BODY = ["The envoy said on Monday that the talks in Vesk had ended without a deal."] * 3


def of_html(head: str, lines: list[str], kept: list[bool], url: str | None = None, fetched: Interval | None = None) -> Interval | None:
    html = f"<html><head>{head}</head><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    tree = parse_html(html)
    return find_published(Page("p-1", "a.html", "text/html", html, url, fetched=fetched), Layout(lines, kept, None), read_head(tree), tree)


def of_text(lines: list[str], kept: list[bool], url: str | None = None) -> Interval | None:
    return find_published(Page("p-1", "a.txt", "text/plain", "\n".join(lines), url), Layout(lines, kept, None))


LD = '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2019-05-04T22:00:00Z"}]}</script>'
OG = '<meta property="article:published_time" content="2019-05-04T10:00:00+02:00">'
MARKUP = [
    ("JSON-LD", LD, [], date(2019, 5, 4), "metadata"),
    ("Open Graph", '<meta property="article:published_time" content="2019-05-04T10:00:00+02:00">', [], date(2019, 5, 4), "metadata"),
    ("written out", '<meta name="pubdate" content="May 4, 2019">', [], date(2019, 5, 4), "metadata"),
    ("the headline's own earlier day", LD, ["Posted on 2 May 2019"], date(2019, 5, 2), "stated"),
    ("WebPage in JSON-LD", LD.replace("NewsArticle", "WebPage"), [], date(2019, 5, 4), "metadata"),
    ("published and updated in one line", "", ["Published 3 May 2019 Updated 9 May 2019"], date(2019, 5, 3), "stated"),
    ("a later update loses", LD, ["Updated: 9 May 2019"], date(2019, 5, 4), "metadata"),
    ("no markup", "", ["By Ada Brandt | 3 May 2019"], date(2019, 5, 3), "stated"),
    ("JSON-LD and meta disagree: what is shown decides", LD + '<meta name="date" content="2019-06-01">', ["1 June 2019"], date(2019, 6, 1), "stated"),
    (
        "JSON-LD and meta disagree: the element marked as published decides",
        LD + '<meta name="date" content="2019-06-01">',
        ["<time pubdate datetime='2019-05-20'>then</time>"],
        date(2019, 5, 20),
        "metadata",
    ),
    ("a day earlier farther off: another time zone", LD, ["3 May 2019", *["Menu entry"] * 10], date(2019, 5, 3), "stated"),
    ("two days earlier farther off: another piece", LD, ["2 May 2019", *["Menu entry"] * 10], date(2019, 5, 4), "metadata"),
    ("a new edition under its own date", LD, ["Updated: 9 July 2019"], date(2019, 7, 9), "stated"),
    ("announced to other sites: the first edition", LD + OG, ["Updated: 9 July 2019"], date(2019, 5, 4), "metadata"),
    ("a new edition that shows the first one's day too", LD, ["Published 4 May 2019, updated 9 July 2019"], date(2019, 5, 4), "metadata"),
    ("data in a script", '<script>window.state = {"publishedAt": "2019-05-04T10:00:00Z"}</script>', [], date(2019, 5, 4), "metadata"),
]


@pytest.mark.parametrize(("head", "above", "day", "how"), [row[1:] for row in MARKUP], ids=[row[0] for row in MARKUP])
def test_markup_and_headline(head: str, above: list[str], day: date, how: str) -> None:
    assert of_html(head, above + BODY, [False] * len(above) + [True] * 3) == Interval.day(day, how)


def test_the_address_is_asked_where_nothing_is_stated() -> None:
    assert of_text(BODY, [True] * 3, "http://post.example/2019/05/04/talks") == Interval.day(date(2019, 5, 4), "inferred:url")


def test_a_day_after_the_fetch_is_not_believed() -> None:
    fetched = Interval(date.min, date(2018, 1, 1), "metadata")
    assert of_html(LD, BODY, [True] * 3, fetched=fetched) is None


def test_a_list_of_dated_pieces_is_no_stamp() -> None:
    above = ["Tips for boxers - November 6, 2020", "Dogs - November 3, 2020", "Mirrors - February 14, 2019"]
    assert of_text(above + BODY, [False] * 3 + [True] * 3) is None


def test_footer_and_copyright_years_are_never_taken() -> None:
    below = ["GMT 08:10 2018 Tuesday ,23 January", "Kurds invited", "GMT 08:13 2018 Monday ,22 January", "All rights reserved 2023 ©"]
    assert of_text(BODY * 3 + below, [True] * 9 + [False] * 4) is None


def test_a_stamp_whose_weekday_is_wrong_is_not_believed() -> None:
    assert stamp_near(Layout(["Tuesday, 3 May 2019", *BODY], [False, True, True, True], None), 8, 6) is None
    assert stamp_near(Layout(["Friday, 3 May 2019", *BODY], [False, True, True, True], None), 8, 6) == date(2019, 5, 3)


@pytest.mark.parametrize(
    ("frame", "lead", "day"),
    [
        ("HNA 2019-05-06 | Editor: ab", "VESK, May 6 (HNA) -- Nine died.", date(2019, 5, 6)),
        ("Harbour Post, 7 May 2019, page 4", "VESK, May 6 (HNA) -- Nine died.", date(2019, 5, 6)),
        ("HNA 2019-06-05 | Editor: ab", "VESK, May 6 (HNA) -- Nine died.", None),
        ("HNA 2019-05-06 | Editor: ab", "Nine died in Vesk on May 6.", None),
        ("A piece, 6 May 2018, and one more, 6 May 2019", "VESK, May 6 (HNA) -- Nine died.", None),
        ("", "May 6, 2019. Our guest is the envoy.", date(2019, 5, 6)),
        ("", "Vesk, 6 May 2019. Our guest is the envoy.", date(2019, 5, 6)),
        ("", "Tuesday, 6 May 2019. Our guest is the envoy.", None),
    ],
)
def test_a_dateline_s_year_may_stand_in_the_frame(frame: str, lead: str, day: date | None) -> None:
    found = of_text([lead, *BODY, *["-"] * 40, frame], [True] * 4 + [False] * 41)
    assert found == (Interval.day(day, "stated") if day else None)


def test_a_chronicle_s_first_day_is_no_publication() -> None:
    assert of_text(["6 May 2019. The army left.", "9 May 2019. The army came back.", *BODY], [True] * 5) is None


def test_an_address_printed_above_the_text_is_asked() -> None:
    assert of_text(["post.example/en/2019/05/04/no-deal-at-the-harbour-talks", *BODY], [False] + [True] * 3) == Interval.day(
        date(2019, 5, 4), "inferred:url"
    )


def test_a_dateline_with_its_year_is_stated() -> None:
    body = ["GENEVA, Aug 26, 2016 (Xinhua) -- The talks failed after ten hours.", *BODY]
    assert of_text(body, [True] * 4) == Interval.day(date(2016, 8, 26), "stated")


@pytest.mark.parametrize(
    ("opening", "rights", "expected"),
    [
        (
            "The two sides failed to agree after talks on Friday, 26 August.",
            "Copyright © 2016 Post",
            Interval(date(2016, 8, 26), date(2016, 8, 27), "inferred:weekday"),
        ),
        ("The two sides failed to agree after talks on Friday, 26 August.", "Copyright © 2017 Post", None),
        ("The two sides are due to meet on Friday, 26 August.", "Copyright © 2016 Post", None),
        ("The two sides failed to agree after talks on 26 August.", "Copyright © 2016 Post", None),
    ],
)
def test_a_weekday_settles_a_year_only_together_with_evidence(opening: str, rights: str, expected: Interval | None) -> None:
    assert of_text([opening, *BODY, rights], [True] * 4 + [False]) == expected


STAMPS = [
    ("a clock and its zone", ["| November 3, 2019 (8:42 AM ET)"], date(2019, 11, 3)),
    ("minutes to read", ["Ada Brandt July 13, 2019 — 7 minutes read"], date(2019, 7, 13)),
    ("the label on the line above", ["Posted on", "Nov 21, 2018", "Updated at", "Dec 10, 2025"], date(2018, 11, 21)),
    (
        "labelled part of a line",
        ["Published: Mar 8, 2019 · Modified: May 19, 2025 by Ada Brandt · We may earn from links"],
        date(2019, 3, 8),
    ),
    ("two plain stamps", ["3 May 2019", "4 May 2019"], None),
    ("an update alone", ["Last updated: 4 May 2019"], date(2019, 5, 4)),
    ("slashed dates, the order told elsewhere on the page", ["Prices held as they were on 25/12/2018 at noon", "03/05/2019"], date(2019, 5, 3)),
    ("slashed dates, the order not told", ["03/05/2019"], None),
    ("slashed dates, the orders at odds", ["Prices held as they were on 25/12/2018 and then on 12/25/2018", "03/05/2019"], None),
]


@pytest.mark.parametrize(("above", "day"), [row[1:] for row in STAMPS], ids=[row[0] for row in STAMPS])
def test_stamps_above_the_body(above: list[str], day: date | None) -> None:
    assert stamp_near(Layout([*above, *BODY], [False] * len(above) + [True] * 3, None), 8, 6) == day


def test_stamps_beside_the_headline_go_before_a_list_above_it() -> None:
    lines = ["6 May 2019", "Other piece", "7 May 2019", "Other piece", "Menu", "Menu", "Talks in Vesk end badly", "3 May 2019", *BODY]
    layout = Layout(lines, [False] * 8 + [True] * 3, "Talks in Vesk end badly")
    assert stamp_near(layout, 8, 6) == date(2019, 5, 3)
    assert stamp_near(Layout(lines, layout.kept, None), 8, 6) is None


def test_the_headline_is_the_anchor_where_the_body_begins_too_early() -> None:
    lines = ["Sign up to our letter.", *["Menu"] * 12, "Talks in Vesk end badly", "3 May 2019", *BODY]
    assert stamp_near(Layout(lines, [True, *[False] * 14, True, True, True], "Talks in Vesk end badly"), 8, 6) == date(2019, 5, 3)


def test_a_line_that_is_the_headline_goes_before_one_that_holds_it() -> None:
    lines = ["3 May 2019", "Talks in Vesk", *["Menu"] * 9, "How we covered the Talks in Vesk", *BODY]
    assert stamp_near(Layout(lines, [False] * 12 + [True] * 3, "Talks in Vesk"), 8, 6) == date(2019, 5, 3)


LONE = [
    ("at the foot", [*BODY, "Posted on 3 May 2019 at 10:40"], [True] * 3 + [False], date(2019, 5, 3)),
    (
        "far down in the article",
        [*BODY, *["Advertisement"] * 20, "Updated 3 May 2019", *BODY],
        [True] * 3 + [False] * 21 + [True] * 3,
        date(2019, 5, 3),
    ),
    ("two days", [*BODY, "3 May 2019", "4 May 2019"], [True] * 3 + [False] * 2, None),
    ("the page's top, no headline known", ["3 May 2019", *["Menu"] * 20, *BODY], [False] * 21 + [True] * 3, None),
    ("below the foot", [*BODY, *["Related"] * 4, "3 May 2019"], [True] * 3 + [False] * 5, None),
    ("in the text", [*BODY, "3 May 2019"], [True] * 4, None),
]


@pytest.mark.parametrize(("lines", "kept", "day"), [row[1:] for row in LONE], ids=[row[0] for row in LONE])
def test_a_lone_stamp_from_headline_to_foot(lines: list[str], kept: list[bool], day: date | None) -> None:
    assert lone_day(Layout(lines, kept, None)) == day


def test_a_time_element_tells_the_day_of_its_line() -> None:
    layout = Layout(["3 days ago", *BODY], [False, True, True, True], None, [date(2019, 5, 4), None, None, None])
    assert stamp_near(layout, 8, 6) == date(2019, 5, 4)


@pytest.mark.parametrize(
    ("data", "day"),
    [
        ('{"datePublished":"2019-05-04T10:00Z"}', date(2019, 5, 4)),
        ("{&quot;datePublished&quot;:&quot;2019-05-04&quot;}", date(2019, 5, 4)),
        (r"{\"publish_date\": \"May 4, 2019\"}", date(2019, 5, 4)),
        ('{"datePublished":"2019-05-04"} {"datePublished":"2019-05-05"}', None),
        ('{"dateModified":"2019-05-04"}', None),
    ],
)
def test_data_in_scripts_counts_where_it_names_one_day(data: str, day: date | None) -> None:
    assert list(from_scripts(data)) == ([day] if day else [])


TIMES = [
    ('<time datetime="2019-05-04T10:00:00Z">04/05/2019</time>', date(2019, 5, 4)),
    ('<time datetime="2019-05-04">x</time><time class="updated" datetime="2019-06-01">y</time>', date(2019, 5, 4)),
    ('<time datetime="2019-05-04">x</time><time datetime="2019-06-01">y</time>', None),  # a list of pieces
    ('<aside><time datetime="2019-05-04">x</time></aside>', None),
]


@pytest.mark.parametrize(("markup", "day"), TIMES)
def test_time_elements_outside_lists_name_the_day(markup: str, day: date | None) -> None:
    assert set(from_elements(parse_html(f"<html><body>{markup}</body></html>"))) == ({day} if day else set())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("From our correspondent Ada Brandt in Vesk 27 March 2019", date(2019, 3, 27)),
        ("27 March 2019 • Ada Brandt in World politics and other things", date(2019, 3, 27)),
        ("The envoy will be in Vesk until 27 March 2019.", None),
        ("By: Ada Brandt | 27 March 2019 | Filed under: world politics", date(2019, 3, 27)),
        ("Ada Brandt 27 March 2019 World politics, 7 Comments", date(2019, 3, 27)),
        ("On March 27, 2019March 29, 2019 By Ada Brandt in World politics", date(2019, 3, 27)),
        ("The treaty signed on 27 March 2019 is what the talks in Vesk are about today", None),
    ],
)
def test_between_headline_and_body_a_line_with_a_date_at_its_edge_is_a_stamp(line: str, expected: date | None) -> None:
    lines = ["Talks in Vesk end badly", line, *BODY]
    assert stamp_near(Layout(lines, [False, False, True, True, True], "Talks in Vesk end badly"), 8, 6) == expected
    assert stamp_near(Layout(lines, [False, False, True, True, True], None), 8, 6) is None  # no headline printed above it


LISTED = ["Ten walks - 6 November 2020", "-", "Six ways to bake a loaf at home - 3 November 2020"]


def test_a_list_of_dated_pieces_above_the_body_dates_nothing() -> None:
    assert of_text([*LISTED, *BODY], [False] * 3 + [True] * 3) is None
    assert of_text([LISTED[0], "Menu", *BODY], [False] * 2 + [True] * 3) == Interval.day(date(2020, 11, 6), "stated")


DOCUMENTS = [
    ("a numbered press release", "No: 12, 3 May 2019, Press Release Regarding the Talks in Vesk", date(2019, 5, 3)),
    ("remarks with their place", "Remarks by the Envoy at the Opening of the Conference, Vesk, 3 May 2019, as delivered", date(2019, 5, 3)),
    ("two days", "Statement of 3 May 2019 on the Truce of 2 April 2019", None),
    ("a sentence", "The envoy read out a statement on the talks in Vesk of 3 May 2019, which nobody signed.", None),
    ("no document", "The road to Vesk and back again: 3 May 2019 in nine pictures from the border posts", None),
]


@pytest.mark.parametrize(("line", "day"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS])
@pytest.mark.parametrize("kept", [True, False])
def test_a_line_that_names_the_text_a_document_dates_it(line: str, day: date | None, kept: bool) -> None:
    assert of_text([line, *BODY], [kept, True, True, True]) == (Interval.day(day, "stated") if day else None)


REDATED = [
    ("dateline and update agree", "Updated 6 May 2019", "VESK, May 6 (HNA) - Nine died.", date(2019, 5, 6), "stated"),
    ("no dateline", "Updated 6 May 2019", "Nine died in Vesk on Monday.", date(2019, 5, 4), "metadata"),
    ("nothing on the page agrees with the dateline", "Harbour Post", "VESK, May 6 (HNA) - Nine died.", date(2019, 5, 4), "metadata"),
    ("long after the page", "Updated 6 July 2019", "VESK, July 6 (HNA) - Nine died.", date(2019, 5, 4), "metadata"),
]


@pytest.mark.parametrize(("above", "lead", "day", "how"), [row[1:] for row in REDATED], ids=[row[0] for row in REDATED])
def test_a_story_told_anew_is_of_the_day_in_its_dateline(above: str, lead: str, day: date, how: str) -> None:
    assert of_html(OG, ["Talks in Vesk", above, lead, *BODY], [False, False, True, True, True, True]) == Interval.day(day, how)
