"""What annotators type about sentences → spans in those sentences; the part all kinds of label share.

SENTENCES, as the packers call it, has a line a sentence: number, corpus, document, sentence number, JSON list of words,
parted by tabs. Its text is those words joined by one blank.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

Key = tuple[str, str, int]
Span = tuple[int, int]
Labels = TypeVar("Labels")
Item = TypeVar("Item")


def read_sentences(path: Path) -> dict[str, tuple[Key, str]]:
    """Returns key and text of each sentence by the number annotators know it by."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        number, corpus, document, sentence, words = line.split("\t")
        found[number] = (corpus, document, int(sentence)), " ".join(json.loads(words))
    return found


def read_fields(sentences: Path, typed: Path) -> Iterator[tuple[Key, str, list[str]]]:
    """Yields key, text and fields of each line `12|field|field…` an annotator typed.

    Raises:
        KeyError: a line's number is of no sentence.
    """
    known = read_sentences(sentences)
    for line in typed.read_text(encoding="utf-8").splitlines():
        if line.strip():
            number, *fields = line.split("|")
            yield *known[number], fields


def read_lists(sentences: Path, typed: Path, read: Callable[[str, list[str]], Item]) -> dict[Key, list[Item]]:
    """Returns what an annotator typed of every sentence read, line by line; `none` says that there is nothing in it.

    Args:
        read: text and fields → what a line says.
    """
    found: dict[Key, list[Item]] = defaultdict(list)
    for key, text, fields in read_fields(sentences, typed):
        items = found[key]
        if fields != ["none"]:
            items.append(read(text, fields))
    return found


def place(text: str, phrase: str) -> Span:
    """Returns the span of `phrase` at the bounds of words, or of its nth occurrence where it ends in `@n`.

    Raises:
        ValueError: it is not in the text.
    """
    plain, _, count = phrase.partition("@") if re.search(r"@\d$", phrase) else (phrase, "", "1")
    found = list(re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text))
    if len(found) < int(count):
        raise ValueError(f"{phrase!r} is not in its sentence")
    return found[int(count) - 1].span()


def pack(
    doc: str | None,
    read: Callable[[Path, Path], dict[Key, Labels]],
    agreement: Callable[[dict[Key, Labels], dict[Key, Labels]], dict[str, float]],
    line: Callable[[Key, Labels], str],
) -> None:
    """The command of every packer: prints the labels of all files a line a sentence, or with `--agree` how far two annotators agree.

    Args:
        doc: the help text.
        read: SENTENCES and TYPED → the labels of every sentence an annotator read.
        line: how the labels of a sentence are written.
    """
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--agree", action="store_true")
    args = parser.parse_args()
    sides = [read(*pair) for pair in zip(args.files[::2], args.files[1::2], strict=True)]
    if args.agree:
        print(json.dumps(agreement(*sides)))
        return
    whole: dict[Key, Labels] = {}
    for side in reversed(sides):  # a sentence read twice counts as in the first
        whole.update(side)
    for key, labels in sorted(whole.items(), key=lambda row: row[0]):
        print(line(key, labels))
