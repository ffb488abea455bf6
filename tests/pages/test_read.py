"""Files, folders, archives and standard input → pages, each bad page one issue."""

import gzip
import io
import json
import struct
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest

from parley.model import Interval, Issue, Page, UsageError
from parley.pages import read_pages

PROSE = "The envoy said talks may begin next week in the capital."


def pages_of(*paths: Path | str, **options: object) -> list[Page]:
    return [item for item in read_pages(list(paths), **options) if isinstance(item, Page)]  # type: ignore[arg-type]  # options are checked at run time


def issues_of(*paths: Path | str) -> list[Issue]:
    return [item for item in read_pages(list(paths)) if isinstance(item, Issue)]


def warc_of(*bodies: str, status: str = "200 OK") -> bytes:
    """A gzipped WARC file, one member a record, written by hand so that lengths and dates are known."""
    members = []
    for number, body in enumerate(bodies):
        http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}"
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: http://post.example/{number}\r\n"
            f"WARC-Date: 2019-05-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        members.append(gzip.compress(f"{head}{http}\r\n\r\n".encode()))
    return b"".join(members)


def test_folders_are_read_in_order_and_unknown_files_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.html", "a.txt", "notes.docx", ".hidden.txt"):
        (tmp_path / name).write_text(PROSE)
    found = pages_of(tmp_path)
    assert [Path(p.path).name for p in found] == ["a.txt", "a.html", "c.txt"]
    assert [p.media for p in found] == ["text/plain", "text/html", "text/plain"]


def test_ids_hang_on_name_and_content_not_on_the_folder(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(PROSE)
    (tmp_path / "b.txt").write_text(PROSE)
    ids = [p.id for p in pages_of(tmp_path / "one", tmp_path / "two", tmp_path / "b.txt")]
    assert ids[0] == ids[1] != ids[2]


def test_a_missing_path_is_wrong_usage_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        read_pages([tmp_path / "nowhere.txt"])
    with pytest.raises(UsageError, match="standard input"):
        read_pages(["-"])


def test_html_is_told_by_content_where_the_ending_is_silent(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("<!DOCTYPE html><html><p>x</p></html>")
    assert pages_of(tmp_path / "page")[0].media == "text/html"


def test_jsonl_fields_and_its_bad_lines() -> None:
    lines = [
        {"id": "a", "text": PROSE, "published": "2016-10-16", "title": "Talks", "url": "http://post.example/", "publisher": "Post"},
        {"id": "b", "html": "<p>x</p>"},
        {"id": "c", "raw": "x", "media": "text/html"},
        {"id": "d", "raw": "x"},
        {"id": "e"},
        {"id": "f", "text": " "},
        {"id": "g", "text": PROSE, "published": "soon"},
        {"id": "h", "text": PROSE, "media": "image/png"},
        ["i"],
    ]
    feed = "\n".join(json.dumps(line) for line in lines) + "\nnot json\n\n"
    found = list(read_pages(["-"], stdin=io.BytesIO(feed.encode())))
    pages = {item.path: item for item in found if isinstance(item, Page)}
    assert set(pages) == {"a", "b", "c", "d"}
    assert pages["a"].published == Interval.day(date(2016, 10, 16), "user")
    assert (pages["a"].title, pages["a"].url, pages["a"].publisher) == ("Talks", "http://post.example/", "Post")
    assert [pages[i].media for i in "abcd"] == ["text/plain", "text/html", "text/html", "text/plain"]
    assert [item.page for item in found if isinstance(item, Issue)] == ["-#5", "-#6", "-#7", "-#8", "-#9", "-#10"]


def test_user_dates_are_found_by_name_and_beat_the_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    given = Interval.day(date(2016, 1, 20), "user")
    assert pages_of(tmp_path, published={"a.txt": given})[0].published == given
    feed = io.BytesIO(json.dumps({"id": "x", "text": PROSE, "published": "2015-01-01"}).encode())
    assert pages_of("-", published={"x": given}, stdin=feed)[0].published == given


def test_warc_pages_carry_address_and_upper_bound(tmp_path: Path) -> None:
    path = tmp_path / "w.warc.gz"
    path.write_bytes(warc_of("<p>one</p>", "<p>two</p>"))
    found = pages_of(path)
    assert [p.path for p in found] == [f"{path}#1", f"{path}#2"]
    assert [p.url for p in found] == ["http://post.example/0", "http://post.example/1"]
    assert found[0].fetched is not None and found[0].fetched.last == date(2019, 5, 4)


def record_of(payload: bytes, headers: str = "", name: int = 1) -> bytes:
    """One WARC record, uncompressed, whose payload went over the wire under `headers`."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + payload
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Target-URI: http://post.example/{name}\r\n"
    length = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    return (head + length).encode() + http + b"\r\n\r\n"


GZIP, CHUNKED = "Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n"
ZIPPED = gzip.compress(b"<p>one</p>")
ON_THE_WIRE = [
    ("gzip", GZIP, ZIPPED, "<p>one</p>"),
    ("deflate", "Content-Encoding: deflate\r\n", zlib.compress(b"<p>one</p>"), "<p>one</p>"),
    ("chunks", CHUNKED, b"5\r\n<p>on\r\n5\r\ne</p>\r\n0\r\n\r\n", "<p>one</p>"),
    ("gzip in chunks", GZIP + CHUNKED, f"{len(ZIPPED):x}\r\n".encode() + ZIPPED + b"\r\n0\r\n\r\n", "<p>one</p>"),
    ("declared and not so", GZIP + CHUNKED, b"<p>one</p>", "<p>one</p>"),
]


@pytest.mark.parametrize(("headers", "payload", "text"), [row[1:] for row in ON_THE_WIRE], ids=[row[0] for row in ON_THE_WIRE])
def test_encodings_of_the_wire_are_undone(tmp_path: Path, headers: str, payload: bytes, text: str) -> None:
    (tmp_path / "w.warc").write_bytes(record_of(payload, headers))
    assert [p.raw for p in pages_of(tmp_path / "w.warc")] == [text]


HOSTILE = [
    ("a gzip bomb as payload", record_of(gzip.compress(b"a" * 30_000_000), GZIP), "larger than 20 MB"),
    ("a bomb of bombs, cut short", record_of(gzip.compress(b"a" * 30_000)[:-12], GZIP), "cut short"),
    ("a huge payload", record_of(b"a" * 21_000_000), "larger than 20 MB"),
    ("broken chunks", record_of(b"5\r\nhello\r\nZZ\r\n", CHUNKED), "damaged"),
    ("a charset that lies", record_of(b"<p>\xff\xfe\xfa \xc3( \x80\x81</p>", name=3), "cannot be read"),
    ("a picture", record_of(b"\x89PNG\r\n\x1a\n" + b"x" * 100), "PNG"),
]


@pytest.mark.parametrize(("data", "message"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
@pytest.mark.parametrize("is_zipped", [False, True])
def test_a_hostile_record_is_one_issue_and_the_next_is_read(tmp_path: Path, data: bytes, message: str, is_zipped: bool) -> None:
    path = tmp_path / ("w.warc.gz" if is_zipped else "w.warc")
    records = (data, record_of(b"<p>next</p>", name=2))
    path.write_bytes(b"".join(map(gzip.compress, records) if is_zipped else records))
    found = list(read_pages([path]))
    assert [type(item) for item in found] == [Issue, Page]
    assert isinstance(found[0], Issue) and (found[0].page, found[0].stage) == (f"{path}#1", "read") and message in found[0].message


def test_failed_fetches_are_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "w.warc.gz"
    path.write_bytes(warc_of("<p>gone</p>", status="404 Not Found"))
    assert list(read_pages([path])) == []


@pytest.mark.parametrize("is_zipped", [True, False])
def test_a_truncated_member_is_one_issue_and_the_rest_is_read(tmp_path: Path, is_zipped: bool) -> None:
    data = warc_of("<p>one</p>", "<p>" + "".join(map(str, range(9000))) + "</p>")
    path = tmp_path / ("w.warc.gz" if is_zipped else "w.warc")
    path.write_bytes(data[:-800] if is_zipped else gzip.decompress(data)[:-800])
    found = list(read_pages([path]))
    assert [type(item) for item in found] == [Page, Issue]
    assert isinstance(found[1], Issue) and found[1].page == f"{path}#2"


def test_zip_members_are_read_each_on_its_own(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", PROSE)
        archive.writestr("b.html", "<p>" + "a" * 30_000_000)
        archive.writestr("c.zip", b"PK")
        archive.writestr("d.jsonl", json.dumps({"id": "own", "text": PROSE}) + "\n{}\n")
    assert [p.path for p in pages_of(path)] == [f"{path}#1", "own"]
    assert [i.page for i in issues_of(path)] == [f"{path}#2", f"{path}#3", f"{path}#4#2"]


def test_feed_entries_are_pages(tmp_path: Path) -> None:
    head = "<item><title>Talks end</title><link>http://post.example/1</link>"
    item = head + "<description>{}</description><pubDate>Sun, 16 Oct 2016 10:00:00 GMT</pubDate></item>"
    body = item.format("&lt;p&gt;" + PROSE + "&lt;/p&gt;") + "<item><title>Empty</title></item>"
    path = tmp_path / "f.rss"
    path.write_text(f'<?xml version="1.0"?><rss><channel><title>Post</title>{body}</channel></rss>')
    (page,) = pages_of(path)
    assert (page.title, page.url, page.publisher, page.media) == ("Talks end", "http://post.example/1", "Post", "text/html")
    assert page.published == Interval.day(date(2016, 10, 16), "metadata")
    assert [i.page for i in issues_of(path)] == [f"{path}#2"]


_MEMBER = b"PK\x01\x02" + bytes(24) + struct.pack("<HHH", 1, 0, 60_000) + bytes(12) + b"a" + bytes(60_000)
MANY_MEMBERS = _MEMBER * 420 + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 420, 420, 420 * len(_MEMBER), 0, 0)
"""A zip that holds nothing but a list of its members, of 25 MB."""

BAD = [
    ("empty.txt", b"", "empty"),
    ("long.txt", b"word " * 4_100_000, "larger than 20 MB"),
    ("long.jsonl", b'{"id": "a", "text": "' + b"word " * 4_100_000 + b'"}\n', "longer than 20 MB"),
    ("binary.html", b"\x00\x01\x02\x03" * 400, "binary"),
    ("broken.txt", b"\xff\xfa\xc3(\x80\x81 \xfe", "cannot be read"),
    ("bomb.html.gz", gzip.compress(b"a" * 30_000_000), "larger than 20 MB"),
    ("cut.txt.gz", gzip.compress(bytes(range(256)) * 40)[:-30], "cut short"),
    ("no.zip", b"hello", "damaged"),
    ("crowd.zip", MANY_MEMBERS, "list of members is larger than 25 MB"),
    ("no.warc", b"hello there\n" * 9, ""),
    ("no.xml", b"<a><b>x</b></a>", "not a feed"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[row[0] for row in BAD])
def test_each_bad_page_is_one_issue(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(PROSE)
    found = list(read_pages([tmp_path]))
    assert [type(item) for item in found] == [Issue, Page]
    assert isinstance(found[0], Issue) and found[0].stage == "read" and message in found[0].message


def test_light_damage_is_told_and_the_page_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PROSE.encode() * 40 + b"\xff\xfe")
    found = list(read_pages([tmp_path]))
    assert [type(item) for item in found] == [Issue, Page]
