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

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\x1b") + b"\x7f"
_MAX_CONTROLS = 0.005  # of all bytes
_MAX_DAMAGE = 0.01  # of all characters; beyond it the text is not worth reading
_HIGH = bytes(range(0x80, 0x100))
_LEAST_HIGH = 20  # bytes beyond ASCII from which a charset other than the western one can be told
_WESTERN = re.compile(
    rb"(?<=[A-Za-z])[\xc0-\xff]{1,3}(?=[A-Za-z\s.,;:!?'\"\x91-\x94-]|$)|(?<![\x80-\xff])[\xc0-\xff](?=[A-Za-z])|"
    rb"(?<= )[\xc0\xc9\xe0\xe8\xe9\xf3](?= )|[\x80\x82\x84\x85\x8a\x8c\x8e\x91-\x97\x9a\x9c\x9e\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb\xbf]"
)
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
    if "\0" in text or _count_controls(text) > max(1, len(text) * _MAX_CONTROLS):
        raise PageError("read", "the page is binary data, not text")
    return Decoded(text, decoded.damaged)


def _count_controls(text: str) -> int:
    """Counts control characters, each of which is one byte of UTF-8 and no part of another character."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data) - len(data.translate(None, _CONTROLS))


def _refuse_binary(data: bytes) -> None:
    kind = next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)
    if kind:
        raise PageError("read", f"the page is {kind}, not text")
    head = data[:DETECTION_BYTES]
    if len(head) - len(head.translate(None, _CONTROLS)) > max(1, len(head) * _MAX_CONTROLS) and _utf16_side(head) is None:
        raise PageError("read", "the page is binary data, not text")


def _utf16_side(head: bytes) -> int | None:
    """The side (0 or 1) on which nearly every byte is zero, as in UTF-16 text of a Latin script without its mark."""
    return next((side for side in (0, 1) if head[side::2].count(0) > 0.4 * len(head) and head[1 - side :: 2].count(0) < 0.02 * len(head)), None)


def _unmarked(data: bytes, charset: str | None) -> str | None:
    declared = _DECLARED.search(data[:4096])
    names = [charset, *(g.decode("ascii") for g in (declared.groups() if declared else ()) if g)]
    side = _utf16_side(data[:DETECTION_BYTES])
    if side is not None:
        return _try(data, "utf-16-le" if side else "utf-16-be")
    utf8 = _try(data, "utf-8")
    if utf8 is not None:
        return utf8
    for name in names:
        text = _try(data, _as_read(name)) if name else None
        if text is not None and _is_plausible(text):
            return text
    return None if _is_mostly_utf8(data) else _detected(data)


def _as_read(name: str) -> str:
    """Maps labels to what browsers read under them: pages that say Latin-1 are Windows-1252."""
    name = name.strip().lower()
    return (
        "cp1252"
        if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"}
        else "utf-8-sig"
        if name in {"utf8", "utf-8"}
        else name
    )


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (ValueError, LookupError):  # ValueError: a charset's name may hold anything
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
    """Windows-1252 where its letters and quotation marks stand as such text has them; else what charset-normalizer finds."""
    head = data[:DETECTION_BYTES]
    beyond = len(head) - len(head.translate(None, _HIGH))
    if sum(len(m.group()) for m in _WESTERN.finditer(head)) >= 0.9 * beyond:
        return _try(data, "cp1252")
    best = from_bytes(head).best() if beyond >= max(_LEAST_HIGH, 0.1 * len(head)) else None
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
