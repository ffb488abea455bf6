"""Pages as marked pieces: nothing is lost, marks nest, and each mark holds its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.model import Article, Dropped
from parley.publish.segments import Mark, Segment, make_segments


def page(paragraphs: list[str], menu: str = "Menu") -> Article:
    body = "\n".join(paragraphs)
    shown = f"{menu}\n{body}\nFoot"
    start = len(menu) + 1
    end = start + len(body)
    dropped = (Dropped(0, len(menu), "boilerplate"), Dropped(end + 1, len(shown), "form"))
    return Article("a", "p", "\n\n".join(paragraphs), shown=shown, kept=((start, end),), dropped=dropped)


def written(segments: tuple[Segment, ...]) -> str:
    return "".join(t.text for s in segments for t in s.tokens)


def inside(segments: tuple[Segment, ...], mark: str) -> str:
    """The text within all parts of a mark."""
    found: list[str] = []
    for segment in segments:
        stack: list[str] = []
        for token in segment.tokens:
            if token.kind in ("open", "name"):
                stack.append(token.id or token.part_of)
            elif token.kind == "close":
                stack.pop()
            elif mark in stack:
                found.append(token.text)
        assert not stack
    return "".join(found)


def bare(text: str) -> str:
    return "".join(text.split())


def test_what_is_struck_out_keeps_its_place_and_reason() -> None:
    segments = make_segments(page(["One.", "Two."]), [])
    assert [(s.is_kept, s.reason, "".join(t.text for t in s.tokens)) for s in segments] == [
        (False, "boilerplate", "Menu"),
        (True, "", "One.\nTwo."),
        (False, "form", "Foot"),
    ]


def test_a_mark_over_a_dropped_line_is_parted_there() -> None:
    shown = "One advert two"
    article = Article("a", "p", "One\n\ntwo", shown=shown, kept=((0, 3), (11, 14)), dropped=(Dropped(4, 10, "promotion"),))
    segments = make_segments(article, [Mark("m", 0, 8)])
    assert [(t.kind, t.id, t.part_of) for s in segments for t in s.tokens if t.kind == "open"] == [("open", "m", ""), ("open", "", "m")]
    assert inside(segments, "m") == "Onetwo"


def test_a_page_whose_letters_cannot_be_followed_shows_the_article_alone() -> None:
    article = Article("a", "p", "One two.", shown="Something else", kept=((0, 14),))
    segments = make_segments(article, [Mark("m", 4, 7)])
    assert written(segments) == "One two."
    assert inside(segments, "m") == "two"


def test_a_long_struck_out_stretch_loses_its_middle_and_says_so() -> None:
    menu = "x" * 50_000
    (struck, *_) = make_segments(page(["One."], menu), [])
    assert sum(len(t.text) for t in struck.tokens) + struck.left_out == len(menu)
    assert struck.left_out > 40_000
    assert [t.kind for t in struck.tokens] == ["text", "gap", "text"]


PARAGRAPHS = st.lists(st.text(alphabet="ab .é", min_size=1, max_size=12).filter(lambda s: s.strip() and s == s.strip()), min_size=1, max_size=5)


@given(PARAGRAPHS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8))
def test_marks_nest_and_hold_their_words_and_the_page_is_whole(paragraphs: list[str], spans: list[tuple[int, int]]) -> None:
    article = page(paragraphs)
    limits = {(start, min(start + length, len(article.text))) for start, length in spans if start < len(article.text)}
    marks = [Mark(f"{a}-{b}", a, b) for a, b in limits]
    segments = make_segments(article, marks)
    assert bare(written(segments)) == bare(article.shown)
    for mark in marks:
        assert bare(inside(segments, mark.id)) == bare(article.text[mark.start : mark.end])
    ids = [t.id for s in segments for t in s.tokens if t.id]
    assert len(ids) == len(set(ids))
