"""Plain text → blocks, wrapped paragraphs kept whole."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from parley.pages.blocks import split_blocks

WRAPPED = """The two delegations met for the third time in as many weeks
but could not agree on who should watch over the ceasefire
that both of them say they want, officials from either side
said late on Monday.

A fourth meeting is planned for the end of the month, though
neither side would say where it might be held or who would
be there to lead it.
"""


def test_each_line_of_a_dump_is_a_block() -> None:
    text = "A headline\nA first paragraph that ends here.\n\n  A second one.  \n"
    assert [b.text for b in split_blocks(text)] == ["A headline", "A first paragraph that ends here.", "A second one."]


def test_hard_wrapped_lines_form_one_paragraph() -> None:
    blocks = split_blocks(WRAPPED)
    assert [b.text.split()[0] for b in blocks] == ["The", "A"]
    assert blocks[0].text == WRAPPED[: WRAPPED.index("\n\n")]


def test_wrapped_paragraphs_part_without_an_empty_line() -> None:
    assert len(split_blocks(WRAPPED.replace("\n\n", "\n"))) == 2


@given(st.lists(st.text(alphabet="ab .\t,", max_size=90), max_size=30))
def test_blocks_stand_in_the_text_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    blocks = split_blocks(text)
    assert all(text[b.start : b.end] == b.text and b.text == b.text.strip() != "" for b in blocks)
    assert all(one.end <= two.start for one, two in pairwise(blocks))
    assert "".join("".join(b.text for b in blocks).split()) == "".join(text.split())
