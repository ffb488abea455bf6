"""HTML → the lines a reader sees."""

import pytest

from parley.pages.markup import parse_html
from parley.pages.regions import named_parts
from parley.pages.visible import visible_lines

CASES = [
    ("blocks", "<p>One</p><p>Two</p>", ["One", "Two"]),
    ("inline runs on", "<p>One <b>two</b><i>three</i> four</p>", ["One twothree four"]),
    ("br ends a line", "<p>One<br>two</p>", ["One", "two"]),
    ("tails stay", "<div><p>One</p>two<span> three</span></div>", ["One", "two three"]),
    ("scripts are not seen", "<p>One<script>x()</script> two</p><style>p {}</style>", ["One two"]),
    ("a table's row is a line", "<table><tr><td>One</td><td>two</td></tr><tr><td>3</td></tr></table>", ["One two", "3"]),
    ("white space collapses", "<p>  One\n\t two  </p><p> </p>", ["One two"]),
    ("comments are not seen", "<p>One<!-- no --> two</p>", ["One two"]),
]


@pytest.mark.parametrize(("html", "lines"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_lines(html: str, lines: list[str]) -> None:
    assert [line.text for line in visible_lines(parse_html(html))] == lines


def test_links_and_elements_are_told() -> None:
    tree = parse_html("<ul><li><a href='/'>Home</a></li></ul><p>half <a href='/'>half</a></p>")
    home, half = visible_lines(tree)
    assert (home.tag, home.linked) == ("li", 1.0)
    assert half.tag == "p" and 0.3 < half.linked < 0.6


def test_a_line_knows_its_place_in_the_tree() -> None:
    tree = parse_html("<body><main><div class='postBody'><p>One</p><p>Two</p></div></main><aside><p>Three</p></aside></body>")
    one, two, three = visible_lines(tree)
    assert one.path[:-1] == two.path[:-1] and one.path[-1] < two.path[-1]
    assert one.path[:2] == three.path[:2]
    assert one.parts == one.near == named_parts("main") | named_parts("postBody")
    assert three.parts == named_parts("body") | named_parts("aside")


def test_a_line_carries_the_moment_of_its_time_element() -> None:
    tree = parse_html("<p>By Ada, <time datetime='2019-05-04T10:00Z'>Saturday</time></p><p>Next</p>")
    assert [line.moment for line in visible_lines(tree)] == ["2019-05-04T10:00Z", ""]
