"""A payload as it came over the wire → the page's bytes: chunks joined, compression undone, never beyond the size limit.

Many crawlers keep the headers that speak of an encoding and store the payload without it, so an encoding that the bytes do not
show is not believed.
"""

from __future__ import annotations

import io
import re
import zlib

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader

from parley.model import PageError
from parley.pages.fetched import too_large
from parley.pages.limits import MAX_PAGE_BYTES

_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]{0,200})?\r\n")
_ZIPPED = (b"\x1f\x8b", b"\x78\x01", b"\x78\x9c", b"\x78\xda")
_ZSTD = b"\x28\xb5\x2f\xfd"


def decoded_payload(data: bytes, transfer: str, content: str) -> bytes:
    """Undoes the encodings that HTTP headers declare.

    Args:
        data: the payload.
        transfer: the header Transfer-Encoding, empty where there is none.
        content: the header Content-Encoding, likewise.

    Raises:
        PageError: with stage "read", when the payload is damaged, cut short, or too large.
    """
    try:
        if "chunked" in transfer.lower() and _CHUNK.match(data):
            data = ChunkedReader(io.BytesIO(data)).read(MAX_PAGE_BYTES + 1)
        data = _unpacked(data, content.strip().lower())
    except (OSError, zlib.error) as error:
        raise PageError("read", f"the payload is damaged: {error}") from None
    if len(data) > MAX_PAGE_BYTES:
        raise too_large()
    return data


def _unpacked(data: bytes, content: str) -> bytes:
    if data.startswith(_ZIPPED) and content in ("gzip", "x-gzip", "deflate"):
        return _inflated(data)
    if content == "br" and not data.lstrip().startswith(b"<"):
        return BrotliReader(io.BytesIO(data)).read(MAX_PAGE_BYTES + 1)
    if content == "zstd" and data.startswith(_ZSTD):
        return ZstdReader(io.BytesIO(data)).read(MAX_PAGE_BYTES + 1)
    return data


def _inflated(data: bytes) -> bytes:
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # finds out by itself whether the frame is gzip's or zlib's
    found = stream.decompress(data, MAX_PAGE_BYTES + 1)
    if not stream.eof and len(found) <= MAX_PAGE_BYTES:
        raise PageError("read", f"the compressed payload is cut short after {len(found)} bytes")
    return found
