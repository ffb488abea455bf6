"""HTML tree → the lines a reader sees, one block a line, in page order.

This is the dump in which an HTML page is shown struck out, and the same text on which the line model is trained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_UNSEEN = frozenset("script style noscript template svg iframe head object embed canvas math select datalist audio video map".split())
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike
    strong sub sup time tt u var wbr""".split()
)
_CELLS = frozenset(("td", "th"))
_SPACES = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029\u200b\ufeff]+")


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """One line as seen.

    `tag` is the block element it stands in; `linked` is the share of its characters inside links, 0 to 1; `moment` is the
    `datetime` of the first `time` element in it, else empty.
    """

    text: str
    tag: str
    linked: float
    moment: str = ""


def visible_lines(tree: etree._Element) -> list[VisibleLine]:
    """Returns the visible text of `tree`, one line for each block, white space collapsed and empty lines left out.

    Elements that no reader sees (scripts, styles) are left out; a `br` ends a line,
    a table's row is one. What a script would unhide is taken in.
    """
    reader = _Reader()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
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
        self._blocks = ["body"]

    def open(self, element: etree._Element) -> None:
        if element.tag in _CELLS:
            self._run.append(" ")
        elif element.tag not in _INLINE:
            self.end_line()
            self._blocks.append(element.tag)
        self._links += element.tag == "a"
        if element.tag == "time":
            self._moment = self._moment or element.get("datetime", "")
        self.add(element.text)

    def close(self, element: etree._Element, *, is_root: bool) -> None:
        if element.tag in _CELLS:
            self._run.append(" ")
        elif element.tag not in _INLINE:
            self.end_line()
            self._blocks.pop()
        self._links -= element.tag == "a"
        if not is_root:
            self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self._run.append(text)
            if self._links:
                self._linked += len(text.strip())

    def end_line(self) -> None:
        line = _SPACES.sub(" ", "".join(self._run)).strip()
        if line:
            self.lines.append(VisibleLine(line, self._blocks[-1], min(1.0, self._linked / len(line)), self._moment))
        self._run.clear()
        self._linked = 0
        self._moment = ""
