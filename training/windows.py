"""Sentences → training windows: runs of consecutive words, as the network will meet them in paragraphs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sentences import ROOT, SKIP, Sentence, WordAct


@dataclass
class Window:
    """Sentences side by side, as the network sees them."""

    words: list[str]
    starts: list[int]
    upos: list[str | None]
    xpos: list[str | None]
    head: list[int]
    dep: list[str | None]
    names: list[str | None]
    acts: list[WordAct | str | None]
    cues: list[str | None]


def join(sentences: list[Sentence], rng: random.Random | None = None) -> Window:
    """Joins consecutive sentences into one window; `rng` turns the mild noise of real pages on."""
    window = Window([], [], [], [], [], [], [], [], [])
    for sentence in sentences:
        offset, size = len(window.words), len(sentence.words)
        window.words += sentence.words
        window.starts += [1] + [0] * (size - 1)
        window.upos += sentence.upos or [None] * size
        window.xpos += sentence.xpos or [None] * size
        window.head += [SKIP] * size if sentence.head is None else [ROOT if h == ROOT else h + offset for h in sentence.head]
        window.dep += sentence.dep or [None] * size
        window.names += sentence.names or [None] * size
        window.acts += [None] * size if sentence.acts is None else [_moved(act, offset) for act in sentence.acts]
        window.cues += sentence.cues or [None] * size
    return _roughen(window, rng) if rng else window


def _moved(act: WordAct | None, offset: int) -> WordAct | str:
    return "O" if act is None else replace(act, roles={role: {word + offset for word in words} for role, words in act.roles.items()})


def _roughen(window: Window, rng: random.Random) -> Window:
    draw = rng.random()
    if draw < 0.04:
        window.words = [word.lower() for word in window.words]
    elif draw < 0.08:
        window.words = [word.upper() for word in window.words]
    elif draw < 0.11:
        window.words = [word[:1].upper() + word[1:] for word in window.words]
    if rng.random() < 0.08 and len(window.words) > 3 and window.words[-1] in ".!?" and window.head.count(len(window.words) - 1) == 0:
        for column in vars(window).values():
            column.pop()
    return window


def windows(sentences: list[Sentence], rng: random.Random, shuffled: bool, limit: int = 96) -> Iterator[Window]:
    """Cuts a corpus into windows of one to five sentences; `shuffled` corpora are joined in a new order every time."""
    order = list(sentences)
    if shuffled:
        rng.shuffle(order)
    run: list[Sentence] = []
    target = rng.choice((1, 1, 2, 2, 3, 4, 5))
    for sentence in order:
        size = sum(len(s.words) for s in run) + len(sentence.words)
        if run and (len(run) >= target or size > limit or (not shuffled and sentence.document != run[-1].document)):
            yield join(run, rng)
            run, target = [], rng.choice((1, 1, 2, 2, 3, 4, 5))
        run.append(sentence)
    if run:
        yield join(run, rng)
