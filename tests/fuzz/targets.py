"""What is fuzzed: any bytes → one function of the program, which must answer, or raise the one error it declares.

`test_fuzz.py` feeds the targets a little in every run of the tests; `benchmarks/fuzz.py` feeds them for hours. A target
raises nothing on any input; besides the program's own faults it raises `AssertionError` where an answer breaks a promise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fuzz import on_pages, on_store, on_texts

Run = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Target:
    """One function under test.

    Args:
        run: takes any bytes.
        covers: folders and files under `src/parley` whose coverage is reported.
        seeds: inputs to begin with.
        words: what inputs of this kind are made of.
    """

    name: str
    run: Run
    covers: tuple[str, ...]
    seeds: tuple[bytes, ...]
    words: tuple[bytes, ...]


def targets() -> Iterator[Target]:
    """Yields every target."""
    html, text = on_pages.HTML_SEEDS, on_texts.SEEDS
    yield Target("decode", on_pages.decode_bytes, ("pages/decode.py",), on_pages.BYTE_SEEDS, on_pages.BYTE_WORDS)
    yield Target("jsonl", on_pages.read_jsonl, ("pages/jsonl.py", "pages/fetched.py"), on_pages.JSON_SEEDS, on_pages.JSON_WORDS)
    yield Target("gzip", on_pages.read_gzip, ("pages/read.py",), on_pages.GZIP_SEEDS, ())
    yield Target("warc", on_pages.read_warc, ("pages/warc.py", "pages/transfer.py"), on_pages.WARC_SEEDS, on_pages.WARC_WORDS)
    yield Target("zip", on_pages.read_zip, ("pages/zipped.py",), on_pages.ZIP_SEEDS, ())
    yield Target("members", on_pages.read_members, ("pages/zipped.py", "pages/read.py"), on_pages.MEMBER_SEEDS, on_pages.MEMBER_WORDS)
    yield Target("feed", on_pages.read_feed, ("pages/feeds.py",), on_pages.FEED_SEEDS, on_pages.FEED_WORDS)
    yield Target("clean_html", on_pages.clean_html, ("pages",), html, on_pages.HTML_WORDS)
    yield Target("clean_text", on_pages.clean_text, ("pages",), on_pages.DUMP_SEEDS, on_pages.DUMP_WORDS)
    yield Target("times", on_texts.find_times_in, ("times",), text, on_texts.TIME_WORDS)
    yield Target("numbers", on_texts.read_numbers, ("claims/numerals.py", "times/numbers.py"), text, on_texts.NUMBER_WORDS)
    yield Target("quotations", on_texts.find_quotations_in, ("statements/quotations.py",), text, on_texts.QUOTE_WORDS)
    yield Target("copies", on_texts.find_copies_of, ("copies",), text, on_texts.QUOTE_WORDS)
    yield Target("fingerprint", on_texts.unpack_fingerprint, ("copies/fingerprint.py",), on_texts.FINGERPRINT_SEEDS, ())
    yield Target("reading", on_texts.read_whole, ("actors", "claims", "places", "reports", "statements"), text, on_texts.ALL_WORDS)
    yield Target("stored", on_store.load_stored, ("model/codec.py", "model", "record/decisions.py"), on_store.STORED_SEEDS, on_store.STORED_WORDS)
    yield Target("record", on_store.open_damaged, ("store",), on_store.DAMAGE_SEEDS, ())
    yield Target("search", on_store.search_for, ("store/search.py", "store/fts5.py"), on_store.SEARCH_SEEDS, on_store.SEARCH_WORDS)
    yield Target("stage_lines", on_store.run_stage, ("cli/lines.py", "cli/stage.py"), on_pages.JSON_SEEDS, on_pages.JSON_WORDS)
    yield Target("dates_given", on_store.read_dates, ("cli/options.py",), on_store.DATE_SEEDS, on_store.DATE_WORDS)
