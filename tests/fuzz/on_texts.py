"""Targets that read a text: times, numbers, quotations, copies, and all rooms on one parse."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import spacy
from spacy.language import Language

from parley.claims.numerals import read_number
from parley.copies import CopyInput, find_copies
from parley.copies.fingerprint import Fingerprint, fingerprint
from parley.lexicon.times import load_times
from parley.model import Interval, ParleyError, Span
from parley.pipeline.reading import read_texts
from parley.statements.quotations import find_quotations
from parley.times import find_times
from parley.times.numbers import read_number as read_time_number

SEEDS = (
    b"\1\0\0On Monday, 4 May 2015, at least 14 people were killed in Vesk since 31 December 1999, said the mayor, Ada Brandt.",
    "\2\x7f\0“We will return next Friday,” she told Harbour Wire. “Between 10 and 15 of two hundred and five fled then.\n\n“They left.”".encode(),
    b"\0\0\1Ministers of Norland and Sudmark agreed to halt the shelling for 72 hours from 3 p.m. local time; 'no one', he added, 'won'.",
)
TIME_WORDS = tuple(
    word.encode()
    for word in (
        " Monday", " next ", " last ", " ago", " 31 ", " February ", "29 February 1900", " 2015", " 0000", " 9999", "9999-12-31", "0001-01-01",
        "99/99/9999",
        " the 1990s", " two weeks", " a million years", " 10000000000 centuries ago", " since", " until", " mid-", " Easter", " Ramadan",
        " 24:60", " p.m.", " noon",
        " third Sunday of", " before", " later", " early", " quarter", " fortnight", " century", "th", " BC", " week 54 of", " daily",
        " every other ", "½", "²", "٣",
    )
)  # fmt: skip
NUMBER_WORDS = tuple(
    word.encode()
    for word in (
        " one", " dozen", " hundreds", " of ", " thousands", " two hundred and five", " 1,000", " 1,00,000", " 10-15", "–", "-", " million",
        " 99999999999", " half a",
        " several", " a few", " twenty", " score", " and ", " to ", " between ", "1.5", "1.2.3", ",", "’", "²", "٣", "½", " billion",
        " a couple of", " nought",
    )
)  # fmt: skip
QUOTE_WORDS = tuple(
    word.encode()
    for word in ("“", "”", "‘", "’", '"', "'", "``", "''", "«", "»", "„", "\n", "\n\n", " said", ",", ":", " ", "5'", "[...]", "\u2028", "\ud7ff")
)
ALL_WORDS = (
    *TIME_WORDS, *NUMBER_WORDS, *QUOTE_WORDS, b" killed", b" injured", b" said", b" Reuters", b" U.N.", b" Geneva", b" denied that",
    b" on Twitter: ", b" their",
    b" according to", b" troops of", b" will meet", b" agreed to", b" in the town of", b"\xe2\x80\xae", b"\0", b"\xf0\x9f\x98\x80", b"\xcc\x81",
    b".", b"?", b"(", b")",
)  # fmt: skip
FINGERPRINT_SEEDS = tuple(fingerprint("a1", seed.decode() * 3).to_bytes() for seed in SEEDS)
_LONGEST = 20_000


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _published(data: bytes) -> Interval | None:
    """The first two bytes as a day, the third as how uncertain it is; a first byte of 0 is an unknown date."""
    if len(data) < 3 or data[0] == 0:
        return None
    last = (date.max - date.min).days
    first = (data[0] << 16 | data[1] << 8 | data[2]) * 7 % last
    return Interval(date.min + timedelta(first), date.min + timedelta(min(last, first + data[2] % 4 * 40)), "user")


def find_times_in(data: bytes) -> None:
    text, after = _text(data[3:]), 0
    for time in find_times(text, _published(data)):
        assert time.span.start >= after and time.value
        _holds(time.span, text)
        after = time.span.end


def _holds(span: Span, text: str) -> None:
    assert span.start < span.end and text[span.start : span.end] == span.text


@cache
def _tokenizer() -> Language:
    return spacy.blank("en")


def read_numbers(data: bytes) -> None:
    doc = _tokenizer()(_text(data)[:_LONGEST])
    for token in doc:
        number = read_number(doc, token.i)
        assert number is None or (token.i == number.start < number.end <= len(doc) and number.low >= 0)
        assert number is None or number.high is None or number.low <= number.high
    read_time_number([token.lower_ for token in doc], load_times())


def find_quotations_in(data: bytes) -> None:
    text, after = _text(data), 0
    for quotation in find_quotations(text):
        for start, end in quotation.pieces:
            assert after <= start < end <= len(text)
            after = end


def find_copies_of(data: bytes) -> None:
    parts = [part for part in _text(data).split("\n\n") if part.strip()][:6]
    inputs = [CopyInput(id=f"a{number}", text=part) for number, part in enumerate([*parts, " ".join(parts)])]
    found = find_copies(inputs)
    assert sorted(name for source in found.sources for name in source.articles) == sorted(item.id for item in inputs)
    assert all(0 <= link.contained <= 1 for link in found.links)


def unpack_fingerprint(data: bytes) -> None:
    try:
        found = Fingerprint.from_bytes(data)
    except ParleyError:
        return
    assert found.to_bytes() == data


def read_whole(data: bytes) -> None:
    text = _text(data[3:])[:1500]
    reading = next(read_texts([(text, _published(data))], threads=1)).reading("a")
    for entity in reading.naming.entities:
        _holds(entity.span, text)
    claimed = [span for claim in reading.claims for span in (claim.span, claim.sentence)]
    told = [span for report in reading.reports for span in (report.trigger, report.evidence)]
    said = [span for statement in reading.statements for span in statement.content]
    for span in (*claimed, *told, *said):
        _holds(span, text)
