"""A zip of pages → its pages, one member at a time."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from parley.model import Issue
from parley.pages.fetched import Fetched
from parley.pages.limits import MAX_MEMBERS_BYTES, MEGABYTE

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What `zipfile` raises for damaged files; ValueError for offsets that lie outside."""


class _Bounded:
    """A stream that refuses to hand over more at once than a list of members may hold: `zipfile` reads that list whole, and makes much more of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.seek, self.tell, self.seekable, self._read = stream.seek, stream.tell, stream.seekable, stream.read

    def read(self, size: int = -1) -> bytes:
        """Reads `size` bytes.

        Raises:
            BadZipFile: when that is more than `MAX_MEMBERS_BYTES`.
        """
        if size > MAX_MEMBERS_BYTES:
            raise zipfile.BadZipFile(f"its list of members is larger than {MAX_MEMBERS_BYTES // MEGABYTE} MB")
        return self._read(size)


def read_zip(name: str, stream: BinaryIO, read_member: Callable[[str, BinaryIO], Iterator[Fetched | Issue]]) -> Iterator[Fetched | Issue]:
    """Yields the pages of a zip file as `NAME#n`, where n counts its files from 1 in the order of their names.

    Sizes the zip declares are not believed: each member is read through `read_member`, which stops at its own limits. Archives
    inside the zip become issues.
    """
    try:
        archive = zipfile.ZipFile(cast(BinaryIO, _Bounded(stream)))
    except _DAMAGE as error:
        yield Issue(name, "read", f"the zip file is damaged: {error}")
        return
    with archive:
        members = sorted((m for m in archive.infolist() if not m.filename.endswith("/")), key=lambda m: m.filename)  # a name may be empty
        for number, member in enumerate(members, 1):
            yield from _read_one(archive, member, f"{name}#{number}", read_member)


def _read_one(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str, read_member: Callable[[str, BinaryIO], Iterator[Fetched | Issue]]
) -> Iterator[Fetched | Issue]:
    if member.filename.lower().endswith(".zip"):
        yield Issue(path, "read", f"{member.filename} is an archive inside an archive")
        return
    try:
        with archive.open(member) as stream:
            for item in read_member(member.filename, cast(BinaryIO, stream)):
                yield _renamed(item, member.filename, path)
    except _DAMAGE as error:
        yield Issue(path, "read", f"{member.filename} is damaged: {error}")


def _renamed(item: Fetched | Issue, inner: str, path: str) -> Fetched | Issue:
    """Puts the archive's name in place of the member's; names that JSONL lines give themselves stay."""
    if isinstance(item, Issue):
        return replace(item, page=path + item.page.removeprefix(inner)) if item.page.startswith(inner) else item
    return replace(item, path=path + item.path.removeprefix(inner)) if item.path.startswith(inner) else item
