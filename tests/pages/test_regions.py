"""Names in the markup → parts of a page, and where the prose stands."""

import pytest

from parley.lexicon.markup_words import KINDS
from parley.pages.regions import named_parts, shares_of_prose


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        ("div post-body", {"article", "body"}),
        ("div relatedPosts2", {"related"}),
        ("footer", {"footer"}),
        ("div NEWSLETTER_signup", {"form"}),
        ("div bodybuilding", set()),
        ("div x7f3a", set()),
    ],
)
def test_names_are_split_into_words(names: str, kinds: set[str]) -> None:
    assert {kind for n, kind in enumerate(KINDS) if named_parts(names) >> n & 1} == kinds


def test_the_main_container_is_the_deepest_that_holds_most_of_the_prose() -> None:
    paths = [(0, 1, 2, 3), (0, 1, 2, 4), (0, 1, 5, 6), (0, 7, 8, 9)]
    shares = shares_of_prose(paths, [400, 400, 0, 200])
    assert [main for _, _, main in shares] == [1.0, 1.0, 0.0, 0.0]
    assert [parent for parent, _, _ in shares] == [0.8, 0.8, 0.0, 0.2]


def test_a_page_without_prose_has_no_main_container() -> None:
    assert shares_of_prose([(0, 1)], [0]) == [(0.0, 0.0, 0.0)]
