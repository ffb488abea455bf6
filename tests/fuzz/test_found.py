"""Inputs that once broke a target: each stays mended."""

from __future__ import annotations

import pytest

from fuzz.on_pages import MEMBER_SEEDS, ZIP_SEEDS
from fuzz.on_texts import FINGERPRINT_SEEDS
from fuzz.targets import targets

FOUND = [
    ("decode", "a charset's name with a NUL in it", b"\x0b\xff\xfe\xfa"),
    ("zip", "a zip whose members begin before the file does", ZIP_SEEDS[0][1:]),
    ("zip", "a member without a name", b"\0.txt".join(ZIP_SEEDS[0].rsplit(b"a.txt", 1))),
    ("fingerprint", "an article's name that is no text", FINGERPRINT_SEEDS[0].replace(b"a1", b"\x92\x92", 1)),
    ("stage_lines", "an id that is no number JSON knows", b'{"id": NaN, "text": "x"}\n{"id": 1e999}'),
    ("numbers", "a digit that is no decimal", "\0\0\0killed ² people".encode()),
    ("members", "names and contents in turn", MEMBER_SEEDS[0][:-3]),
]


@pytest.mark.parametrize(("name", "data"), [(row[0], row[2]) for row in FOUND], ids=[row[1] for row in FOUND])
def test_what_was_found_stays_mended(name: str, data: bytes) -> None:
    next(target for target in targets() if target.name == name).run(data)
