"""Frozen dataclasses ↔ JSON text, driven by their type hints alone.

A value becomes an object of its fields; fields that hold their default are left out, so that a field added later does not
change what is stored. Reading checks every type and lets the classes check themselves.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
# JSON and type hints are the two places where Python itself has no narrower type than Any.
Convert = Callable[[Any], Any]
_PLAIN = (str, int, bool)


def dump(value: object, hint: Any) -> str:
    """Returns `value`, which is of type `hint`, as JSON text.

    Lone surrogates, which no database takes, are written as escapes.

    Raises:
        TypeError: when `hint` holds a type that has no JSON form.
    """
    data = _encoder(hint)(value)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text if _is_encodable(text) else json.dumps(data, separators=(",", ":"))


def load(text: str, hint: type[T]) -> T:
    """Returns the value of type `hint` that `text` holds.

    Raises:
        ValueError: when `text` is not JSON or does not hold such a value.
    """
    try:
        return cast(T, _decoder(cast(Hashable, hint))(json.loads(text)))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a stored {getattr(hint, '__name__', hint)}: {error}") from error


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def _encoder(hint: Any) -> Convert:
    inner, is_optional = _strip_optional(hint)
    if is_optional:
        encode = _encoder(inner)
        return lambda value: None if value is None else encode(value)
    origin, args = get_origin(hint) or hint, get_args(hint)
    if dataclasses.is_dataclass(origin):
        return _object_encoder(hint)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            each = _encoder(args[0])
            return lambda value: [each(item) for item in value]
        parts = [_encoder(arg) for arg in args]
        return lambda value: [part(item) for part, item in zip(parts, value, strict=True)]
    if origin is frozenset:
        each = _encoder(args[0])
        return lambda value: sorted(each(item) for item in value)
    if origin in (dict, Mapping):
        each = _encoder(args[1])
        return lambda value: {str(key): each(item) for key, item in value.items()}
    if hint is date:
        return date.isoformat
    if hint in _PLAIN or hint is float:
        return _same
    raise TypeError(f"no JSON form for {hint!r}")


@cache
def _decoder(hint: Any) -> Convert:
    inner, is_optional = _strip_optional(hint)
    if is_optional:
        decode = _decoder(inner)
        return lambda data: None if data is None else decode(data)
    origin, args = get_origin(hint) or hint, get_args(hint)
    if dataclasses.is_dataclass(origin):
        return _object_decoder(hint)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            each = _decoder(args[0])
            return lambda data: tuple([each(item) for item in _expect(data, list)])
        parts = [_decoder(arg) for arg in args]
        return lambda data: tuple([part(item) for part, item in zip(parts, _expect(data, list), strict=True)])
    if origin is frozenset:
        each = _decoder(args[0])
        return lambda data: frozenset([each(item) for item in _expect(data, list)])
    if origin in (dict, Mapping):
        key, each = args[0], _decoder(args[1])
        return lambda data: {key(name): each(item) for name, item in _expect(data, dict).items()}
    if hint is date:
        return date.fromisoformat
    if hint is float:
        return lambda data: float(_expect(data, (int, float)))
    if hint in _PLAIN:
        return _plain_decoder(hint)
    raise TypeError(f"no JSON form for {hint!r}")


def _object_encoder(hint: Any) -> Convert:
    fields = [(field.name, _default(field), _encoder(kind)) for field, kind in _fields(hint)]

    def encode(value: Any) -> dict[str, Any]:
        data = {}
        for name, default, convert in fields:
            item = getattr(value, name)
            if default is dataclasses.MISSING or item != default:
                data[name] = item if convert is _same else convert(item)
        return data

    return encode


def _same(value: Any) -> Any:
    return value


def _plain_decoder(kind: type) -> Convert:
    def decode(data: Any) -> Any:
        return data if type(data) is kind else _expect(data, kind)  # the first alone decides nearly always, and takes no call

    return decode


def _object_decoder(hint: Any) -> Convert:
    build = get_origin(hint) or hint
    converts = {field.name: _decoder(kind) for field, kind in _fields(hint)}

    def decode(data: Any) -> Any:
        return build(**{name: converts[name](item) for name, item in _expect(data, dict).items()})

    return decode


def _fields(hint: Any) -> list[tuple[dataclasses.Field[Any], Any]]:
    """The fields of a dataclass with their types; the parameters of a generic one filled in."""
    origin = get_origin(hint) or hint
    filled = dict(zip(getattr(origin, "__parameters__", ()), get_args(hint), strict=False))
    hints = get_type_hints(origin)
    return [(field, filled.get(hints[field.name], hints[field.name])) for field in dataclasses.fields(origin)]


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


def _strip_optional(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    kinds = [arg for arg in get_args(hint) if arg is not type(None)]
    if len(kinds) != 1 or len(kinds) == len(get_args(hint)):
        raise TypeError(f"only X | None has a JSON form, not {hint!r}")
    return kinds[0], True


def _expect(data: Any, kind: Any) -> Any:
    if not isinstance(data, kind) or (isinstance(data, bool) and kind is not bool):
        raise TypeError(f"{data!r:.60} is not {kind}")
    return data
