"""Public corpora → pages whose origin is known, sentence by sentence: copies, cuts, wrappings, spins, mosaics.

Each sentence of each page keeps where it came from, so what two pages truly share is counted, not assumed. Everything
follows from one seed.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from parley.copies import CopyInput
from parley.model import Interval

_FIRST_DAY = date(2019, 1, 1)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and its origin: a number no other origin sentence has. `quoted`: it stands in quotation marks."""

    text: str
    origin: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of known origin.

    Args:
        parents: ids of the pages it was made from; empty for an origin.
        recipe: how it was made.
        kind: what kind of link to its parents is right, or the empty string for an origin.
        decidable: whether anything on the pages tells which is the earlier.
        shown: whether it is in the collection (a wire that nobody printed is not).
    """

    id: str
    lines: tuple[Line, ...]
    recipe: str
    day: int | None
    parents: tuple[str, ...] = ()
    kind: str = ""
    agency: str | None = None
    publisher: str | None = None
    decidable: bool = True
    shown: bool = True

    @property
    def text(self) -> str:
        paragraphs = [" ".join(line.text for line in self.lines[i : i + 3]) for i in range(0, len(self.lines), 3)]
        return "\n\n".join(paragraphs)

    def as_input(self) -> CopyInput:
        published = None if self.day is None else Interval.day(_FIRST_DAY + timedelta(self.day), "metadata")
        return CopyInput(self.id, self.text, published=published, agency=self.agency, publisher=self.publisher)


class Maker:
    """Makes pages from a seed and a stock of sentences."""

    def __init__(
        self, seed: int, documents: Sequence[Sequence[str]], loose: Sequence[str], events: Sequence[tuple[Sequence[str], Sequence[str]]]
    ) -> None:
        self.dice = random.Random(seed)
        self._documents = self.dice.sample(list(documents), len(documents))
        self._loose = iter(self.dice.sample(list(loose), len(loose)))
        self._events = self.dice.sample(list(events), len(events))
        self._number = 0
        self._page = 0

    def lines(self, texts: Sequence[str], quoted: bool = False) -> tuple[Line, ...]:
        """Gives each sentence an origin of its own."""
        self._number += len(texts)
        return tuple(Line(text, self._number - i, quoted) for i, text in enumerate(texts))

    def fresh(self, count: int) -> tuple[Line, ...]:
        """Takes sentences that no page has had."""
        return self.lines([next(self._loose) for _ in range(count)])

    def name(self) -> str:
        """Names a page so that ids say nothing of the order in which pages were made."""
        self._page += 1
        return f"{self.dice.getrandbits(48):012x}-{self._page}"

    def origin(self) -> MadePage:
        """Makes an origin: a real document while there are any, or else loose sentences."""
        body = self.lines(self._documents.pop()) if self._documents and self.dice.random() < 0.5 else self.fresh(self.dice.randint(7, 26))
        day = self.dice.randint(10, 900)
        lines = tuple(replace(line, text=self._dated(line.text)) for line in body)
        return MadePage(self.name(), lines, "origin", day, publisher=f"Outlet {self._page}")

    def _dated(self, text: str) -> str:
        """Some sentences name their day."""
        return f"{text[:-1]} on {self.dice.choice(_DAYS)}." if text.endswith(".") and self.dice.random() < 0.15 else text

    def copies_of(self, parent: MadePage) -> Iterator[MadePage]:
        """Makes one to four pages from a parent, now and then one from one of those."""
        for _ in range(self.dice.choice([1, 1, 2, 2, 3, 4])):
            recipe, (lines, kind) = self._derive(parent)
            made = self._published(MadePage(self.name(), lines, recipe, 0, (parent.id,), kind), parent)
            yield made
            if kind == "copy" and self.dice.random() < 0.15:
                recipe, (lines, kind) = self._derive(made)
                yield self._published(MadePage(self.name(), lines, recipe, 0, (made.id,), kind), made)

    def _derive(self, parent: MadePage) -> tuple[str, tuple[tuple[Line, ...], str]]:
        recipe = self.dice.choice(list(RECIPES))
        return recipe, RECIPES[recipe](self, parent.lines)

    def _published(self, page: MadePage, parent: MadePage) -> MadePage:
        """Dates a page a few days after its parent; some bear no date, some a wrong one, some credit the parent's publisher."""
        credit = parent.publisher if self.dice.random() < 0.25 else None
        chance = self.dice.random()
        if chance < 0.25:
            return replace(page, day=None, agency=credit, publisher=f"Outlet {self._page}", decidable=bool(credit) or page.recipe in TRACES)
        if chance < 0.35:
            return replace(
                page, day=(parent.day or 20) - self.dice.randint(1, 9), agency=credit, publisher=f"Outlet {self._page}", decidable=bool(credit)
            )
        later = (parent.day or 20) + self.dice.randint(0, 4)
        decidable = bool(credit) or (parent.day is not None and later > parent.day) or page.recipe in TRACES
        return replace(page, day=later, agency=credit, publisher=f"Outlet {self._page}", decidable=decidable)

    def mosaic(self, parents: Sequence[MadePage]) -> MadePage:
        """Pastes the beginnings of two or three pages together."""
        parts = [line for parent in parents for line in parent.lines[: max(5, len(parent.lines) * 3 // 5)]]
        day = max(parent.day or 20 for parent in parents) + self.dice.randint(0, 3)
        return MadePage(self.name(), tuple(parts), "mosaic", day, tuple(parent.id for parent in parents), "partial")

    def quoting(self) -> Iterator[MadePage]:
        """Makes two origins that quote the same speech at length."""
        speech = self.fresh(self.dice.randint(3, 6))
        quoted = tuple(replace(line, text=f"“{line.text}”", quoted=True) for line in speech)
        for _ in range(2):
            page = self.origin()
            place = self.dice.randint(1, len(page.lines))
            yield replace(page, lines=page.lines[:place] + quoted + page.lines[place:], recipe="quoting")

    def same_event(self) -> Iterator[MadePage]:
        """Takes two reports on one event by different hands."""
        day = self.dice.randint(10, 900)
        for texts in self._events.pop():
            yield MadePage(self.name(), self.lines(texts), "same event", day, publisher=f"Outlet {self._page}")


def _copy(maker: Maker, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], str]:
    """The whole text, a word or two changed."""
    changed = list(lines)
    place = maker.dice.randrange(len(lines))
    changed[place] = replace(lines[place], text=lines[place].text.replace(" the ", " ", 1))
    return tuple(changed), "copy"


def _truncate(maker: Maker, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], str]:
    return lines[: max(4, round(len(lines) * maker.dice.uniform(0.35, 0.7)))], "partial"


def _wrap(maker: Maker, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], str]:
    own = max(3, len(lines) // 2)
    return maker.fresh(own) + lines + maker.fresh(maker.dice.randint(0, 3)), "partial"


def _double(maker: Maker, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], str]:
    return lines + lines, "copy"


def _shuffle(maker: Maker, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], str]:
    return tuple(maker.dice.sample(lines, len(lines))), "copy"


def _spin_lightly(maker: Maker, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], str]:
    return tuple(replace(line, text=spin(line.text, maker.dice, 0.45)) for line in lines), "rewrite"


def _spin_heavily(maker: Maker, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], str]:
    spun = [replace(line, text=turn(spin(line.text, maker.dice, 0.9), maker.dice)) for line in lines]
    maker.dice.shuffle(spun)
    return tuple(spun[: max(4, round(len(spun) * maker.dice.uniform(0.7, 1)))]), "rewrite"


RECIPES: dict[str, Callable[[Maker, tuple[Line, ...]], tuple[tuple[Line, ...], str]]] = {
    "copy": _copy,
    "truncated": _truncate,
    "wrapped": _wrap,
    "doubled": _double,
    "shuffled": _shuffle,
    "light spin": _spin_lightly,
    "heavy spin": _spin_heavily,
}
TRACES = frozenset({"truncated", "wrapped", "doubled", "light spin"})
"""Recipes that leave a trace from which the later page could be told without dates."""


@cache
def _spin_words() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in (Path(__file__).parent / "spin_words.tsv").read_text("utf-8").splitlines() if line and line[0] != "#")
    return {word: tuple(others.split("|")) for word, others in rows}


def spin(text: str, dice: random.Random, share: float) -> str:
    """Puts other words for `share` of those it knows, and "yesterday" for half of the days named."""

    def other(found: re.Match[str]) -> str:
        word = found.group()
        options = _spin_words().get(word.lower())
        if not options or dice.random() > share:
            return word
        chosen = dice.choice(options)
        return chosen[0].upper() + chosen[1:] if word[0].isupper() else chosen

    spun = re.sub(r"[A-Za-z]+", other, text)
    return re.sub(r"\bon (?:" + "|".join(_DAYS) + r")\b", lambda found: "yesterday" if dice.random() < 0.5 else found.group(), spun)


def turn(text: str, dice: random.Random) -> str:
    """Swaps the parts of a sentence around a comma, leaves a word out and puts one in."""
    body, stop = (text[:-1], text[-1]) if text[-1] in ".!?" else (text, "")
    head, comma, tail = body.partition(", ")
    if comma and dice.random() < 0.5 and len(tail.split()) > 3:
        body = f"{tail[0].upper()}{tail[1:]}, {head}"
    words = body.split(" ")
    if len(words) > 8:
        del words[dice.randrange(1, len(words))]
        words.insert(dice.randrange(1, len(words)), dice.choice(["reportedly", "meanwhile", "in fact", "apparently", "of course"]))
    return " ".join(words) + stop


def make_collection(maker: Maker, origins: int) -> list[MadePage]:
    """Makes a shuffled collection: `origins` origins and what was made from them (some wires stay unprinted)."""
    pages = [maker.origin() for _ in range(origins)]
    parents = maker.dice.sample(pages, origins // 2)
    made: list[MadePage] = []
    for parent in parents:
        children = list(maker.copies_of(parent))
        if len(children) > 1 and maker.dice.random() < 0.1:
            pages[pages.index(parent)] = replace(parent, shown=False)
        made += children
    quoting = [page for _ in range(origins // 20) for page in maker.quoting()]
    events = [page for _ in range(origins // 20) for page in maker.same_event()]
    shown = [page for page in pages if page.shown]
    mosaics = [maker.mosaic(maker.dice.sample(shown, maker.dice.choice([2, 2, 3]))) for _ in range(origins // 10)]
    everything = pages + made + quoting + events + mosaics
    if not everything:
        sys.exit("nothing to make pages from")
    maker.dice.shuffle(everything)
    return everything
