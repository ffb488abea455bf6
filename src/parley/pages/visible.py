"""HTML tree → the lines a reader sees, one block a line, in page order.

This is the dump in which an HTML page is shown struck out, and the same text on which the line model is trained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from parley.pages.regions import named_parts

_UNSEEN = frozenset("script style noscript template svg iframe head object embed canvas math select datalist audio video map".split())
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike
    strong sub sup time tt u var wbr""".split()
)
_CELLS = frozenset(("td", "th"))
_SPACES = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029\u200b\ufeff]+")
_MAX_PATH = 60  # elements around a line that are remembered, the outermost ones


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """One line as seen.

    Attributes:
        text: its text, white space collapsed.
        tag: the block element it stands in.
        linked: the share of its characters inside links, 0 to 1.
        moment: the `datetime` of the first `time` element in it, else empty.
        path: the numbers of the block elements around it, outermost first.
        near: the parts of the page that the three nearest of them name, as bits (see `regions`).
        parts: the parts that any of them names.
    """

    text: str
    tag: str
    linked: float
    moment: str = ""
    path: tuple[int, ...] = ()
    near: int = 0
    parts: int = 0


class _Holder(NamedTuple):
    """An open block element: its number among all, its path, and the parts named by it, by the two above it, and by all."""

    tag: str
    path: tuple[int, ...] = (0,)
    named: tuple[int, int, int] = (0, 0, 0)
    parts: int = 0

    def open(self, element: etree._Element, number: int) -> _Holder:
        get = element.get
        own = named_parts(f"{element.tag} {get('class', '')} {get('id', '')} {get('role', '')}")
        path = (*self.path, number) if len(self.path) < _MAX_PATH else self.path
        return _Holder(element.tag, path, (own, *self.named[:2]), self.parts | own)


def visible_lines(tree: etree._Element) -> list[VisibleLine]:
    """Returns the visible text of `tree`, one line for each block, white space collapsed and empty lines left out.

    Elements that no reader sees (scripts, styles) are left out; a `br` ends a line,
    a table's row is one. What a script would unhide is taken in.
    """
    reader = _Reader()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            if event == "start":
                walk.skip_subtree()
            elif element is not tree:
                reader.add(element.tail)
        elif event == "start":
            reader.open(element)
        else:
            reader.close(element, is_root=element is tree)
    reader.end_line()
    return reader.lines


class _Reader:
    """Collects runs of text into lines while the tree is walked."""

    def __init__(self) -> None:
        self.lines: list[VisibleLine] = []
        self._run: list[str] = []
        self._linked = 0
        self._links = 0
        self._moment = ""
        self._holders = [_Holder("body")]
        self._count = 0

    def open(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _CELLS:
            self._run.append(" ")
        elif tag not in _INLINE:
            self.end_line()
            self._count += 1
            self._holders.append(self._holders[-1].open(element, self._count))
        self._links += tag == "a"
        if tag == "time":
            self._moment = self._moment or element.get("datetime", "")
        self.add(element.text)

    def close(self, element: etree._Element, *, is_root: bool) -> None:
        tag = element.tag
        if tag in _CELLS:
            self._run.append(" ")
        elif tag not in _INLINE:
            self.end_line()
            self._holders.pop()
        self._links -= tag == "a"
        if not is_root:
            self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self._run.append(text)
            if self._links:
                self._linked += len(text.strip())

    def end_line(self) -> None:
        if not self._run:
            return
        line = _SPACES.sub(" ", "".join(self._run)).strip()
        if line:
            at, (own, above, higher) = self._holders[-1], self._holders[-1].named
            linked = min(1.0, self._linked / len(line))
            self.lines.append(VisibleLine(line, at.tag, linked, self._moment, at.path, own | above | higher, at.parts))
        self._run.clear()
        self._linked = 0
        self._moment = ""
