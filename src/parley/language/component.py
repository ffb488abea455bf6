"""The pipeline's one component: a spaCy `Doc` of words → the same `Doc` with sentences, tags, trees, lemmas and names.

The windows of one article are run together, grouped by length, and never with those of another: 8-bit activations are
scaled by what runs beside them, so a batch across articles would let one page change how another is read, and a record
would depend on the order of its pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.tokens import Doc
from spacy.vocab import Vocab

from parley.language.lemmas import lemma_of
from parley.language.network import EnglishNetwork, Parsed
from parley.language.windows import Window, cut_windows

_ATTRIBUTES = [HEAD, DEP, TAG, POS, LEMMA, ENT_IOB, ENT_TYPE]
_IOB = {"I": 1, "O": 2, "B": 3}
PIECES_PER_BATCH = 4096
_WRAP = 1 << 64  # spaCy reads the offset to the head as a signed number out of an unsigned column


class EnglishReader:
    """Reads articles, each in batches of windows of like length.

    Args:
        network: the model to run.
        vocab: the vocabulary of the pipeline whose documents are read.
    """

    def __init__(self, network: EnglishNetwork, vocab: Vocab) -> None:
        self._network = network
        self._vocab = vocab

    def __call__(self, doc: Doc) -> Doc:
        windows = list(cut_windows(doc, self._count))
        parsed = self._parse_by_length([[doc[i].text for i in window.tokens] for window in windows])
        return self._write(doc, list(zip(windows, parsed, strict=True)))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Reads documents in order. `batch_size`, which spaCy passes, changes nothing: see the module's first lines."""
        yield from map(self, stream)

    def _count(self, word: str) -> int:
        return len(self._network.encoder.word(word)[0])

    def _parse_by_length(self, words: Sequence[list[str]]) -> list[Parsed]:
        sizes = [self._network.encoder.count(window) for window in words]
        order = sorted(range(len(words)), key=sizes.__getitem__)
        answers: dict[int, Parsed] = {}
        group: list[int] = []
        for index in [*order, None]:
            if group and (index is None or (len(group) + 1) * (sizes[index] + 2) > PIECES_PER_BATCH):
                answers.update(zip(group, self._network.parse([words[i] for i in group]), strict=True))
                group = []
            if index is not None:
                group.append(index)
        return [answers[i] for i in range(len(words))]

    def _write(self, doc: Doc, found: list[tuple[Window, Parsed]]) -> Doc:
        """Writes the answers into `doc`; white space hangs on the word before it, or after it at the beginning."""
        if not len(doc):
            return doc
        strings = self._vocab.strings
        values = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        values[:, 5] = _IOB["O"]
        for window, parsed in found:
            tokens = window.tokens
            for at, index in enumerate(tokens):
                upos, iob, _, kind = parsed.upos[at], *parsed.names[at].partition("-")
                values[index] = (
                    (tokens[parsed.heads[at]] - index) % _WRAP,
                    strings.add(parsed.deps[at]),
                    strings.add(parsed.xpos[at]),
                    strings.add(upos),
                    strings.add(lemma_of(doc[index].text, upos)),
                    _IOB[iob],
                    strings.add(kind) if kind else 0,
                )
        self._write_spaces(doc, values)
        return doc.from_array(_ATTRIBUTES, values)

    def _write_spaces(self, doc: Doc, values: np.ndarray[tuple[int, ...], np.dtype[np.uint64]]) -> None:
        """White space hangs on the word before it and belongs to a name that goes on behind it."""
        strings = self._vocab.strings
        words = [token.i for token in doc if not token.is_space]
        known = set(words)
        before, behind = -1, iter([*words, len(doc)])
        after = next(behind)
        for index in range(len(doc)):
            if index in known:
                before, after = index, next(behind)
                continue
            anchor = before if before >= 0 else (words[0] if words else 0)
            dep = "dep" if words or index else "root"
            values[index, :5] = ((anchor - index) % _WRAP, strings.add(dep), strings.add("_SP"), strings.add("SPACE"), strings.add(doc[index].text))
            if after < len(doc) and values[after, 5] == _IOB["I"]:
                values[index, 5:] = values[after, 5:]
