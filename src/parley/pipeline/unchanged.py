"""Files named again → those that are as they were when their page was taken in, and need not be read.

A file is known by its size, its times of change, its inode and the code that read it; the time of change of the inode is set by the
system, and no program can set it back (Windows has no such time, and tells a change by the other signs alone). A file that changed in
the last seconds before it was read is not noted, as it may change again within one tick of the clock. What is noted is a cache beside
the record: without it, or where it is damaged, every file is read.
"""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from parley.model import Issue, Page
from parley.pipeline.versions import code_version

_FILE = "files.json"
_YOUNG = 5_000_000_000
"""Nanoseconds for which a change may be too young to tell it from the next one; some file systems count seconds, by twos."""

Look = tuple[int, int, int, int]
"""Size in bytes, times of change of content and inode in nanoseconds, inode."""


@dataclass
class Unchanged:
    """The files of one build.

    Args:
        folder: the record's; None where it has none, and every file is read.
        before: path → how the file looked, and the id of its page.
        now: the same of this build, what was before included.
    """

    folder: Path | None
    before: Mapping[str, tuple[Look, str]] = field(default_factory=dict)
    now: dict[str, tuple[Look, str]] = field(default_factory=dict)
    _looks: dict[str, Look] = field(default_factory=dict)
    _spoilt: set[str] = field(default_factory=set)

    @classmethod
    def beside(cls, folder: Path | None) -> Unchanged:
        """Reads what was noted beside the record."""
        try:
            code, rows = json.loads((folder / _FILE).read_bytes()) if folder else ("", {})
            known = {
                path: ((int(size), int(changed), int(touched), int(inode)), str(page)) for path, (size, changed, touched, inode, page) in rows.items()
            }
        except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            code, known = "", {}
        known = known if code == code_version() else {}
        return cls(folder, known, dict(known))

    def page_of(self, path: Path, cleaned: Collection[str]) -> str | None:
        """Returns the id of the page of a file that is as it was, where that is one of `cleaned`; None for a file that is to be read."""
        name = str(path.absolute())
        try:
            status = path.stat()
        except OSError:
            return None
        look = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        held = self.before.get(name)
        if held is not None and held[0] == look and held[1] in cleaned:
            return held[1]
        self.now.pop(name, None)
        if max(look[1:3]) < time.time_ns() - _YOUNG:
            self._looks[name] = look
        return None

    def note(self, item: Page | Issue) -> None:
        """Notes the page of a file that was looked at and then read; a file that has anything but one page is not noted."""
        name = str(Path(item.path if isinstance(item, Page) else item.page).absolute())
        look = self._looks.pop(name, None)
        if isinstance(item, Page) and look is not None and name not in self._spoilt:
            self.now[name] = (look, item.id)
        else:
            self._spoilt.add(name)
            self.now.pop(name, None)

    def keep(self, cleaned: Collection[str]) -> None:
        """Writes what is known of files whose page is one of `cleaned`, whole or not at all; where that fails, the next build takes longer."""
        if self.folder is None or self.now == self.before:
            return
        now = {path: (*look, page) for path, (look, page) in self.now.items() if page in cleaned}
        unfinished = self.folder / f"{_FILE}.unfinished"
        try:
            unfinished.write_text(json.dumps([code_version(), now]), encoding="utf-8")
            unfinished.replace(self.folder / _FILE)
        except OSError:
            unfinished.unlink(missing_ok=True)
