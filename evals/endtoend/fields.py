"""A row of the notes or a line of the record → its values, read leniently: both write a day, a name or a list in more than one way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last`, both inclusive."""

    first: date
    last: date

    def agrees(self, other: Days, slack: int = 7) -> bool:
        """Returns whether `other` shares a day with this and is no vaguer than this or `slack` days."""
        longest = max(slack, (self.last - self.first).days + 1)
        return self.first <= other.last and other.first <= self.last and (other.last - other.first).days + 1 <= longest


@dataclass(frozen=True, slots=True)
class Fields:
    """One row or line. Missing keys and nulls read as nothing; `key in fields` tells them apart."""

    data: Mapping[str, object]

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def is_set(self, key: str) -> bool:
        return bool(self.data.get(key))

    def text(self, key: str) -> str | None:
        """Returns the value as text; of an object, its `name`, else its `text`."""
        return _text(self.data.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Returns the texts of a list, or of a single value."""
        return tuple(text for text in map(_text, _list(self.data.get(key))) if text is not None)

    def options(self, key: str, otherwise: str = "") -> frozenset[str]:
        """Returns the codes that are right, written `a|b` in the notes."""
        return frozenset((self.text(key) or otherwise).split("|"))

    def number(self, key: str) -> float | None:
        value = self.data.get(key)
        return float(value) if isinstance(value, int | float) else None

    def numbers(self, key: str) -> tuple[float, ...]:
        return tuple(float(value) for value in _list(self.data.get(key)) if isinstance(value, int | float))

    def days(self, key: str) -> Days | None:
        """Returns the days of `"2019-03-26"`, `["first", "last"]` or `{"first": …, "last": …}`."""
        value = self.data.get(key)
        ends = [value.get("first"), value.get("last")] if isinstance(value, Mapping) else _list(value)
        days = [date.fromisoformat(end) for end in ends if isinstance(end, str)]
        return Days(days[0], days[-1]) if days else None

    def children(self, key: str) -> Iterator[Fields]:
        """Yields the objects of a list."""
        return (Fields(value) for value in _list(self.data.get(key)) if isinstance(value, Mapping))


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _text(value: object) -> str | None:
    if isinstance(value, Mapping):
        return _text(value.get("name") or value.get("text"))
    return None if value is None else str(value)
