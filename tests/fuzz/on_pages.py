"""Targets that read bytes as pages, in every container, and clean them."""

from __future__ import annotations

import gzip
import io
import zipfile

from parley.model import Issue, Page, PageError
from parley.pages import clean_page
from parley.pages.decode import decode
from parley.pages.fetched import as_pages
from parley.pages.read import read_stream

_CHARSETS = (None, "utf-8", "latin-1", "utf-16", "shift_jis", "utf-7", "idna", "hex", "zlib", "rot13", "punycode", "x\0y", "undefined", "")
_PROSE = b'Ministers of Norland and Sudmark met in Vesk on Monday, 4 May 2015. "We will return," said Ada Brandt. At least 14 people were killed.'

BYTE_SEEDS = (
    b"\1" + _PROSE,
    b"\0\xef\xbb\xbf" + _PROSE,
    b"\3\xff\xfe" + "Talks in Vesk".encode("utf-16-le"),
    b"\2<meta charset=latin-1>Caf\xe9 \x93quoted\x94 na\xefve",
    "\5\u043f\u0435\u0440\u0435\u0433\u043e\u0432\u043e\u0440\u044b \u0432 \u0412\u0435\u0441\u043a\u0435".encode("koi8-r"),
    b"\4\x83\x65\x83\x58\x83\x67\r\n\x0c",
)
BYTE_WORDS = (b"charset=", b"<?xml encoding='", b"utf-16", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3\x28", b"\0", b"\r\n", b"%PDF-", b"\x1f\x8b")
JSON_SEEDS = (
    b'{"id": "a", "text": "' + _PROSE.replace(b'"', b"'") + b'", "published": "2016-10-16", "title": "Talks", "url": "http://x.example/"}\n',
    b'{"id": "b", "html": "<p>x</p>", "published": {"first": "2016-01-01", "last": "2016-02-30"}}\n{oops\n[]\n',
    b'{"id": 1, "raw": "x", "media": "text/html", "text": "\\ud800 \\u0000"}',
)
JSON_WORDS = (
    b'"id":', b'"text":', b'"published":', b'"first":', b'"last":', b'"raw":', b'"media":', b"text/html", b"2016-10-16", b"9999-12-31",
    b"0001-01-01",
    b"NaN", b"Infinity", b"1e999", b"\\ud800", b"\\u0000", b"null", b"true", b"[", b"{", b"}\n", b'"html":', b"Mon, 04 May 2015 10:00:00 +9999",
)  # fmt: skip
GZIP_SEEDS = tuple(kind + gzip.compress(_PROSE) for kind in (b"\0", b"\1", b"\2", b"\3"))
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://x.example/\r\nWARC-Date: 2019-05-04T10:00:00Z\r\n"
)


def _warc(headers: bytes, payload: bytes) -> bytes:
    http = _HTTP + headers + b"\r\n" + payload
    return _WARC + b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n"


WARC_SEEDS = (
    _warc(b"", b"<p>" + _PROSE),
    _warc(b"Content-Encoding: gzip\r\n", gzip.compress(_PROSE)) + _warc(b"Transfer-Encoding: chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n"),
    b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n\r\nHello there.\r\n\r\n",
    gzip.compress(_warc(b"Content-Encoding: br\r\n", b"\x0b\x02\x80hello\x03")),
)
WARC_WORDS = (
    b"Content-Length: ", b"WARC-Date: ", b"WARC-Type: response", b"conversion", b"resource", b"Content-Encoding: ", b"gzip", b"deflate", b"br",
    b"zstd",
    b"Transfer-Encoding: chunked", b"charset=", b"\r\n\r\n", b"99999999999999999999", b"-1", b"HTTP/1.1 200 OK", b"text/html", b"ffffffff\r\n",
)  # fmt: skip


def _zip(*members: tuple[str, bytes]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return sink.getvalue()


ZIP_SEEDS = (_zip(("a.txt", _PROSE), ("b.html", b"<p>x</p>"), ("c.zip", b"PK")), _zip(("d.jsonl.gz", gzip.compress(b'{"id":"x","text":"y"}'))))
MEMBER_SEEDS = (
    b"a.txt\0\0" + _PROSE + b"\0\0b.jsonl\0\0" + JSON_SEEDS[0] + b"\0\0c.warc\0\0" + WARC_SEEDS[0],
    b"../d.xml\0\0<rss><channel><item><description>x</description></item></channel></rss>",
)
MEMBER_WORDS = (b"\0\0", b".txt", b".jsonl", b".warc.gz", b".zip", b".xml", b"../", b"#1", b"/")
FEED_SEEDS = (
    b"<rss><channel><title>Post</title><item><title>Talks</title><link>http://x.example/</link><pubDate>Mon, 04 May 2015 10:00:00 GMT</pubDate>"
    b"<description>&lt;p&gt;" + _PROSE + b"&lt;/p&gt;</description></item></channel></rss>",
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/x" rel="self"/><updated>2015-05-04</updated><content>Hi</content></entry></feed>',
    b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><item><description>&b;</description></item></rss>',
)
FEED_WORDS = (
    b"<item>", b"</item>", b"<entry>", b"<description>", b"<content>", b"<link href=", b"<!ENTITY ", b"&b;", b"<![CDATA[", b"]]>", b"SYSTEM",
    b"<pubDate>",
    b"<title>", b"xmlns:a=", b"<!--", b"<?xml version='1.0' encoding='", b"utf-16",
)  # fmt: skip
HTML_SEEDS = (
    b"<html lang=en><head><title>Talks in Vesk end | Harbour Post</title><meta property='article:published_time' content='2015-05-04'>"
    b'<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": "Talks", "datePublished": "2015-05-04", "author": [{}]}</script>'
    b"</head><body><nav><a href=/>Home</a></nav><article><h1>Talks in Vesk end</h1><time datetime='2015-05-04T10:00'>4 May</time><p>"
    + _PROSE
    + b"</p>"
    b"<p>Source: AFP</p></article><footer>Copyright 2015 Harbour Post</footer></body></html>",
    b"<table><tr><td>" + _PROSE + b"<tr><td><pre>a\tb</pre></table><ul><li>One<li>Two</ul><!-- x --><br><img alt=logo>",
    b"<p>" + _PROSE + b"</p><div class=sidebar><h2>Most read</h2><a>Another headline of today</a></div>\xc2\xad\xe2\x80\xae",
)
HTML_WORDS = (
    b"<p>", b"</p>", b"<div class='", b"</div>", b"<h1>", b"<title>", b"<script type=application/ld+json>", b"</script>", b"<meta property=",
    b"content=",
    b"<time datetime=", b"2015-05-04", b"<td>", b"<table>", b"<svg>", b"<math>", b"<template>", b"<!--", b"-->", b"&#0;", b"&#x110000;",
    b"&nbsp;",
    b"<![CDATA[", b"<select>", b"<body>", b"<base href=", b'"@graph":', b'"@type":', b'"NewsArticle"', b'"datePublished":', b"99/99/9999",
    b"\xe2\x80\xae", b"\xef\xbf\xbf", b"<?xml ", b"By Ada Brandt", b"Updated: 31 June 2015", b"<h1\0", b"xlink:href=", b"a:b=", b"<p\xc3\xa9>",
)  # fmt: skip
DUMP_SEEDS = (
    b"Harbour Post\nHome\nWorld\n\nTalks in Vesk end without a deal\nBy Ada Brandt\n4 May 2015\n\n"
    + _PROSE
    + b"\n\n"
    + _PROSE
    + b"\n\nRead more\nShare\nSource: AFP\n",
    _PROSE + b"\n\n" + _PROSE,
)
DUMP_WORDS = (
    b"\n", b"\n\n", b"By ", b"Updated: ", b"4 May 2015", b"31 February", b"GENEVA (Reuters) - ", b"Source: AFP", b"Leave a Reply",
    b"Copyright 2015", b"Share",
    b"\t", b"\x0c", b"\xc2\xad", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"12:61 p.m.", b"Monday", b"http://x.example/2015/13/41/",
)  # fmt: skip


def decode_bytes(data: bytes) -> None:
    charset = _CHARSETS[data[0] % len(_CHARSETS)] if data else None
    try:
        found = decode(data[1:], charset)
    except PageError:
        return
    assert "\r" not in found.text and "\0" not in found.text and found.text.strip()
    assert 0 <= found.damaged <= len(found.text)


def _read(name: str, data: bytes) -> None:
    for item in read_stream(name, io.BytesIO(data)):
        for page in as_pages(item, {}):
            assert isinstance(page, Page | Issue)
            if isinstance(page, Issue):
                assert page.stage == "read" and page.message
            else:
                page.raw.encode("utf-8")


def read_jsonl(data: bytes) -> None:
    _read("x.jsonl", data)


def read_gzip(data: bytes) -> None:
    _read(("x.txt.gz", "x.jsonl.gz", "x.xml.gz", "x.html.gz")[data[0] % 4 if data else 0], data[1:])


def read_warc(data: bytes) -> None:
    _read("x.warc", data)


def read_zip(data: bytes) -> None:
    _read("x.zip", data)


def read_members(data: bytes) -> None:
    """Makes a sound zip of hostile members: names and contents in turn."""
    parts = data.split(b"\0\0")
    names = [name.decode("utf-8", "replace").replace("\0", "")[:200] or "x.txt" for name in parts[::2]]
    _read("x.zip", _zip(*dict(zip(names, parts[1::2], strict=False)).items()))


def read_feed(data: bytes) -> None:
    _read("x.xml", data)


def clean_html(data: bytes) -> None:
    _clean(data, "text/html")


def clean_text(data: bytes) -> None:
    _clean(data, "text/plain")


def _clean(data: bytes, media: str) -> None:
    page = Page("p", "x", media, data.decode("utf-8", "replace"))
    try:
        article = clean_page(page)
    except PageError as error:
        assert error.stage == "clean" and str(error)
        return
    assert article.text.strip()
    ends = [*article.kept, *((d.start, d.end) for d in article.dropped)]
    assert all(0 <= start <= end <= len(article.shown) for start, end in ends)
    for piece in article.pieces:
        assert page.raw[piece.page_start :][: piece.length] == article.text[piece.start :][: piece.length]
