"""The pipeline's one component: a spaCy `Doc` of words → the same `Doc` with sentences, tags, trees, lemmas and names.

Every window is read alone, so that neither its neighbours nor the order of pages changes how it is read, and nothing is
spent on padding. So a window met again, as in copies, need not be read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.tokens import Doc
from spacy.vocab import Vocab

from parley.language.acts import ActScore, keep_scores
from parley.language.cues import CueScore, keep_cues
from parley.language.lemmas import lemma_of
from parley.language.network import EnglishNetwork, Parsed
from parley.language.windows import cut_windows
from parley.language.words import text_of

_ATTRIBUTES = [HEAD, DEP, TAG, POS, LEMMA, ENT_IOB, ENT_TYPE]
_IOB = {"I": 1, "O": 2, "B": 3}
_WINDOWS_KEPT = 2048  # some 30 MB
_STRINGS_KEPT = 100_000
_WRAP = 1 << 64  # spaCy reads the offset to the head as a signed number out of an unsigned column


class EnglishReader:
    """Reads articles, window by window.

    Args:
        network: the model to run.
        vocab: the vocabulary of the pipeline whose documents are read.
    """

    def __init__(self, network: EnglishNetwork, vocab: Vocab) -> None:
        self._network = network
        self._parse = lru_cache(_WINDOWS_KEPT)(network.parse)
        self._number = lru_cache(_STRINGS_KEPT)(vocab.strings.add)
        self._lemma = lru_cache(_STRINGS_KEPT)(lambda word, upos: self._number(lemma_of(word, upos)))

    def __call__(self, doc: Doc) -> Doc:
        words = [token.text for token in doc]
        if not words:
            return doc
        columns = _Columns(words, self._number, self._lemma)
        scores: dict[int, ActScore] = {}
        cues: dict[int, CueScore] = {}
        for window in cut_windows(text_of(doc), words, self._count):
            parsed = self._parse(tuple(words[i] for i in window.tokens))
            columns.write(window.tokens, parsed)
            scores |= {window.tokens[at]: score.moved(window.tokens) for at, score in parsed.acts.items()}
            cues |= {window.tokens[at]: cue for at, cue in parsed.cues.items()}
        columns.write_spaces()
        keep_scores(doc, scores)
        keep_cues(doc, cues)
        return doc.from_array(_ATTRIBUTES, columns.as_array())

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Reads documents in order. `batch_size`, which spaCy passes, changes nothing."""
        yield from map(self, stream)

    def _count(self, word: str) -> int:
        return len(self._network.encoder.word(word)[0])


class _Columns:
    """The attributes of a document's tokens on their way into it.

    Args:
        number: gives strings their numbers in spaCy's store.
        lemma: gives a word and its part of speech the number of its lemma.
    """

    def __init__(self, words: list[str], number: Callable[[str], int], lemma: Callable[[str, str], int]) -> None:
        self._words, self._number, self._lemma = words, number, lemma
        self._rows: list[tuple[int, ...]] = [()] * len(words)

    def write(self, tokens: tuple[int, ...], parsed: Parsed) -> None:
        add, lemma, words = self._number, self._lemma, self._words
        for index, head, dep, xpos, upos, name in zip(tokens, parsed.heads, parsed.deps, parsed.xpos, parsed.upos, parsed.names, strict=True):
            self._rows[index] = (
                (tokens[head] - index) % _WRAP,
                add(dep),
                add(xpos),
                add(upos),
                lemma(words[index], upos),
                _IOB[name[0]],
                add(name[2:]) if len(name) > 1 else 0,
            )

    def write_spaces(self) -> None:
        """White space hangs on the word before it, or after it at the beginning, and belongs to a name that goes on behind it."""
        add, rows = self._number, self._rows
        outside = (_IOB["O"], 0)
        names, behind = [outside] * len(rows), outside
        for index in range(len(rows) - 1, -1, -1):
            if rows[index]:
                behind = (rows[index][5], rows[index][6]) if rows[index][5] == _IOB["I"] else outside
            names[index] = behind
        anchor = first = next((at for at, row in enumerate(rows) if row), 0)
        for index, row in enumerate(rows):
            if row:
                anchor = index
                continue
            relation = "root" if index == first else "dep"  # white space alone has a first token too
            rows[index] = ((anchor - index) % _WRAP, add(relation), add("_SP"), add("SPACE"), add(self._words[index]), *names[index])

    def as_array(self) -> np.ndarray[tuple[int, ...], np.dtype[np.uint64]]:
        return np.array(self._rows, dtype=np.uint64)
