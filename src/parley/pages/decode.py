"""Bytes → text: by byte order mark, by declaration, as UTF-8, and only then by detection.

A declaration that does not fit the bytes is not believed. Detection (charset-normalizer) sees a bounded prefix.
"""

from __future__ import annotations

import codecs
import logging
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from parley.model import PageError
from parley.pages.limits import DETECTION_BYTES

logging.getLogger("charset_normalizer").setLevel(logging.ERROR)

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"), (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"PK\x03\x04", "a zip file"),
    (b"\x1f\x8b", "a gzip file"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"RIFF", "a media file"), (b"\xd0\xcf\x11\xe0", "an Office file"),
)  # fmt: skip
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\x1b") + b"\x7f"
_MAX_CONTROLS = 0.005  # of all bytes
_MAX_DAMAGE = 0.01  # of all characters; beyond it the text is not worth reading
_NEWLINES = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text with "\\n" line ends, and how many characters could not be read and stand as U+FFFD."""

    text: str
    damaged: int = 0


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Decodes a page.

    Args:
        data: the whole page.
        charset: what a header outside the page declares; it beats the page's own `meta`.

    Raises:
        PageError: when the page is empty, is no text, or is damaged beyond reading.
    """
    if not data.strip(b" \t\r\n\0"):
        raise PageError("read", "the page is empty")
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if not marked:
        _refuse_binary(data)
    text = _try(data, marked) if marked else _unmarked(data, charset)
    decoded = Decoded(text) if text is not None else _repaired(data)
    text = _NEWLINES.sub("\n", decoded.text)
    if not text.strip():
        raise PageError("read", "the page is empty")
    if "\0" in text or sum(text.count(chr(c)) for c in _CONTROLS) > max(1, len(text) * _MAX_CONTROLS):
        raise PageError("read", "the page is binary data, not text")
    return Decoded(text, decoded.damaged)


def _refuse_binary(data: bytes) -> None:
    kind = next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)
    if kind:
        raise PageError("read", f"the page is {kind}, not text")
    head = data[:DETECTION_BYTES]
    if len(head) - len(head.translate(None, _CONTROLS)) > max(1, len(head) * _MAX_CONTROLS) and not _looks_utf16(head):
        raise PageError("read", "the page is binary data, not text")


def _looks_utf16(head: bytes) -> bool:
    """Whether every second byte is nearly always zero, as in UTF-16 text of a Latin script without its mark."""
    return any(head[side::2].count(0) > 0.4 * len(head) and head[1 - side :: 2].count(0) < 0.02 * len(head) for side in (0, 1))


def _unmarked(data: bytes, charset: str | None) -> str | None:
    declared = _DECLARED.search(data[:4096])
    names = [charset, *(g.decode("ascii") for g in (declared.groups() if declared else ()) if g)]
    utf8 = _try(data, "utf-8")
    if utf8 is not None and not _looks_utf16(data[:DETECTION_BYTES]):
        return utf8
    for name in names:
        text = _try(data, _as_read(name)) if name else None
        if text is not None and _is_plausible(text):
            return text
    return None if _is_mostly_utf8(data) else _detected(data)


def _as_read(name: str) -> str:
    """Maps labels to what browsers read under them: pages that say Latin-1 are Windows-1252."""
    name = name.strip().lower()
    return "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"} else "utf-8-sig" if name in {"utf8", "utf-8"} else name


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def _is_plausible(text: str) -> bool:
    """Whether a text in a declared charset holds no more C1 controls than chance."""
    head = text[:DETECTION_BYTES]
    return sum("\x80" <= c <= "\x9f" or c == "\0" for c in head) <= len(head) * 0.001


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII form UTF-8 sequences, so that the rest is damage rather than another charset."""
    text = data[:DETECTION_BYTES].decode("utf-8", "replace")
    good = sum(c > "\x7f" and c != "�" for c in text)
    return good > text.count("�")


def _detected(data: bytes) -> str | None:
    best = from_bytes(data[:DETECTION_BYTES]).best()
    if best is None or best.chaos > 0.1 or best.encoding.startswith(("utf_7", "utf_8")):
        return None
    text = _try(data, best.encoding)
    return text if text is not None and _is_plausible(text) else None


def _repaired(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    damaged = text.count("�")
    if damaged > _MAX_DAMAGE * len(text):
        raise PageError("read", f"the page is neither UTF-8 nor any charset it declares: {damaged} of {len(text)} characters cannot be read")
    return Decoded(text, damaged)
