"""Sources and copy links → for each source its tree, from the earliest text to the copies, with the words that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.model import Article, CopyLink
from parley.publish.days import days_label
from parley.publish.diff import Difference, word_difference
from parley.publish.index import Index, SourceName
from parley.publish.labels import copy_label
from parley.record import View

_JOINING = ("copy", "partial", "rewrite")
_COMPARED = 300
"""Copies whose words are compared in one report; further ones are listed with their kind alone."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One article in a tree. `kind` and `share` say how it hangs on the one above; both are empty for the root."""

    page: str
    title: str
    publisher: str
    published: str
    depth: int
    kind: str
    share: str
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class Tree:
    """A source and its articles. A source printed once is a tree of one row."""

    source: SourceName
    rows: tuple[Printed, ...]

    @property
    def is_single(self) -> bool:
        return len(self.rows) == 1


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that two sources share without being one: it counts once wherever it is cited."""

    kind: str
    share: str
    left: Printed
    right: Printed


@dataclass(frozen=True, slots=True)
class Forest:
    """The articles of each source, the largest source first, and for each copy the link to the text above it."""

    index: Index
    members: tuple[tuple[str, ...], ...]
    up: Mapping[str, CopyLink]

    def tree(self, ids: Sequence[str], compared: int = _COMPARED) -> Tree:
        """Returns the tree of one source.

        Args:
            ids: its articles.
            compared: how many of them have their words compared with the text above.
        """
        return Tree(self.index.source(ids[0]), tuple(_rows(self.index, ids, self.up, compared)))


def make_forest(index: Index, view: View) -> Forest:
    """Tells who hangs on whom, and compares nothing yet."""
    members: dict[str, list[str]] = defaultdict(list)
    for article in index.articles:
        members[index.source_of[article]].append(article)
    found = sorted(members.values(), key=lambda ids: (-len(ids), index.numbers[ids[0]]))
    return Forest(index, tuple(map(tuple, found)), _parents(index, view.links))


def make_trees(index: Index, view: View) -> tuple[Tree, ...]:
    """Returns one tree for each source, those with most articles first."""
    forest, left, trees = make_forest(index, view), _COMPARED, []
    for ids in forest.members:
        trees.append(forest.tree(ids, left))
        left -= len(ids)
    return tuple(trees)


def make_passages(index: Index, links: Iterable[CopyLink]) -> tuple[Passage, ...]:
    """Returns the passages and quotations that different sources share, the longest share first."""
    across = [
        k for k in links if k.earlier in index.articles and k.later in index.articles and index.source_of[k.earlier] != index.source_of[k.later]
    ]
    return tuple(_passage(index, k) for k in sorted(across, key=lambda k: (-k.contained, index.numbers[k.earlier], index.numbers[k.later])))


def _passage(index: Index, link: CopyLink) -> Passage:
    left, right = (_printed(index, index.articles[id_], 0) for id_ in (link.earlier, link.later))
    return Passage(copy_label(link.kind), _share(link), left, right)


def _parents(index: Index, links: Iterable[CopyLink]) -> dict[str, CopyLink]:
    """For each copy the article of its source that it resembles most; links that would close a circle are passed over."""
    up: dict[str, CopyLink] = {}
    for link in sorted(links, key=lambda k: (k.kind not in _JOINING, -k.contained, index.numbers.get(k.earlier, 0))):
        both = link.earlier in index.articles and link.later in index.articles
        if (
            both
            and index.source_of[link.earlier] == index.source_of[link.later]
            and link.later not in up
            and not _is_above(link.later, link.earlier, up)
        ):
            up[link.later] = link
    return up


def _is_above(article: str, other: str, up: Mapping[str, CopyLink]) -> bool:
    while other != article and other in up:
        other = up[other].earlier
    return other == article


def _rows(index: Index, ids: Sequence[str], up: Mapping[str, CopyLink], compared: int) -> list[Printed]:
    children: dict[str | None, list[str]] = defaultdict(list)
    for id_ in ids:
        children[up[id_].earlier if id_ in up else None].append(id_)
    rows: list[Printed] = []
    waiting = [(id_, 0) for id_ in reversed(children[None])]
    while waiting:
        id_, depth = waiting.pop()
        rows.append(_printed(index, index.articles[id_], depth, up.get(id_), len(rows) < compared))
        waiting += [(child, depth + 1) for child in reversed(children[id_])]
    return rows


def _printed(index: Index, article: Article, depth: int, link: CopyLink | None = None, is_compared: bool = False) -> Printed:
    difference = word_difference(index.articles[link.earlier].text, article.text) if link and is_compared else None
    return Printed(
        f"p{index.numbers[article.id]}",
        index.title(article),
        index.publisher(article),
        days_label(article.published),
        depth,
        copy_label(link.kind) if link else "",
        _share(link) if link else "",
        difference,
    )


def _share(link: CopyLink) -> str:
    return f"{link.contained:.0%}"
