"""`Doc` → `Tree`."""

from __future__ import annotations

from datetime import date

from tests.reports.parses import drafts, parse, time_at

from parley.model import Interval
from parley.reports.tree import read_tree

CONTACT = (
    "The||DT|det|1 contact||NN|nsubj|6 between||IN|case|3 Norland||NNP|nmod|1 would||MD|aux|7 be||VB|cop|7 on||IN|case|7"
    " Monday||NNP|root|7 .||.|punct|7"
)


def test_a_subject_hung_on_a_preposition_is_lifted() -> None:
    tree = read_tree(parse(CONTACT))
    assert (tree.heads[1], tree.heads[6]) == (7, 7)


def test_heads_kids_and_offsets_agree() -> None:
    doc = parse(CONTACT)
    tree = read_tree(doc)
    assert all(token in tree.kids[head] for token, head in enumerate(tree.heads) if head != token)
    assert [doc.text[a:b].lower() for a, b in zip(tree.starts, tree.ends, strict=True)] == list(tree.words)
    assert [tree.token_at(start) for start in tree.starts] == list(range(len(tree)))


def test_a_contact_on_monday_is_due_on_monday() -> None:
    day = Interval.day(date(2021, 3, 8), "relative:weekday")
    (draft,) = drafts(CONTACT, (time_at(parse(CONTACT), "Monday", day),))
    assert draft.report.when == day
