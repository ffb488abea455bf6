"""WARC and WET archives → their pages, one record at a time, gzipped or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from parley.model import Interval, Issue, PageError
from parley.pages.fetched import Fetched, too_large
from parley.pages.limits import MAX_PAGE_BYTES
from parley.pages.transfer import decoded_payload

_PAGES = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
_MEDIA = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}


def read_warc(name: str, stream: BinaryIO) -> Iterator[Fetched | Issue]:
    """Yields the archive's pages as `NAME#n`, where n counts its page records from 1; other records and failed fetches are passed over.

    WARC-Date bounds the publication date from above. A record that is cut short, too large or damaged becomes an issue.
    """
    number = 0
    try:
        for record in ArchiveIterator(stream, record_types=_PAGES, auto_decode="none"):
            number += 1
            try:
                page = _page_of(record, f"{name}#{number}")
            except (PageError, OSError, ValueError) as error:
                yield Issue(f"{name}#{number}", "read", str(error))
                continue
            if page is not None:
                yield page
    except (OSError, ValueError, EOFError) as error:
        yield Issue(f"{name}#{number + 1}", "read", f"the archive is damaged after record {number}: {error}")
        return
    if not number:
        yield Issue(name, "read", "the archive holds no page")


def _page_of(record: WarcRecord, path: str) -> Fetched | None:
    is_http = record.record_type == WarcRecordType.response
    if is_http and record.http_headers is not None and record.http_headers.status_code not in (200, 203):
        return None
    declared = (record.http_content_type if is_http else record.headers.get("Content-Type")) or ""
    media = _MEDIA.get(declared.partition(";")[0].strip().lower())
    if media is None and declared:
        return None
    data = record.reader.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        raise too_large()
    if len(data) < record.content_length:
        raise PageError("read", f"the record is cut short: {len(data)} of {record.content_length} bytes")
    headers = record.http_headers if is_http else None
    if headers is not None:
        data = decoded_payload(data, headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding") or "")
    charset = record.http_charset if is_http else "utf-8"
    return Fetched(path, data, media, charset, url=record.headers.get("WARC-Target-URI"), fetched=_until(record))


def _until(record: WarcRecord) -> Interval | None:
    moment = record.record_date
    return Interval(date.min, moment.date(), "metadata") if moment is not None else None
