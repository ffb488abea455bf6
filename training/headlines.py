"""A sentence of running text → the same as a headline, so that the network knows acts in headlines too.

"A soldier was killed by the rebels on Monday, officials said." becomes "Soldier killed by rebels on Monday, officials said": articles,
auxiliaries before a participle and the last full stop go, "will" becomes "to", and a past tense that tells an act becomes a present one
("shelled", "shells") where the treebanks know the present form. Labels stay with their words.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sentences import Sentence, WordAct

SHARE = 0.15
_ARTICLES = frozenset({"the", "a", "an"})
_AUXILIARIES = frozenset("is are was were be been being has have had".split())
_BETWEEN = frozenset("not also now already reportedly been being recently".split())
_IRREGULAR = {
    "said": "says", "met": "meets", "held": "holds", "told": "tells", "struck": "strikes", "shot": "shoots", "sent": "sends", "took": "takes",
    "gave": "gives", "fought": "fights", "sought": "seeks", "began": "begins", "led": "leads", "left": "leaves", "broke": "breaks", "made": "makes",
}  # fmt: skip
_ENDINGS = ("ed", "en", "ing", "wn", "own", "old", "ght", "nt", "id", "ade", "et", "it", "ot")


def present_forms(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Returns past → present in the third person, of regular verbs whose present the treebanks hold."""
    past, present = set(), set()
    for sentence in sentences:
        for word, tag in zip(sentence.words, sentence.xpos or (), strict=True):
            if tag == "VBD" and word.endswith("ed") and len(word) > 4:
                past.add(word.lower())
            elif tag == "VBZ":
                present.add(word.lower())
    found = dict(_IRREGULAR)
    for word in past - found.keys():
        stem = word[:-2]
        candidates = [stem + "s", stem + "es", stem[:-1] + "s", stem[:-1] + "ies", word[:-1] + "s"]
        fitting = [c for c in candidates if c in present]
        if fitting:
            found[word] = fitting[0]
    return found


def with_headlines(sentences: Iterable[Sentence], present: Mapping[str, str], rng: random.Random) -> Iterator[Sentence]:
    """Yields the sentences, and a share of them a second time as headlines."""
    for sentence in sentences:
        yield sentence
        if rng.random() < SHARE:
            yield as_headline(sentence, present)


def as_headline(sentence: Sentence, present: Mapping[str, str]) -> Sentence:
    """Returns a labelled sentence without tree as the headline it could be.

    Args:
        sentence: words with labels of acts.
        present: the present of a verb's past.
    """
    words, acts = list(sentence.words), sentence.acts or [None] * len(sentence.words)
    kept = [at for at in range(len(words)) if not _falls(words, at)]
    new = {old: at for at, old in enumerate(kept)}
    for at in kept:
        if words[at] == "will":
            words[at] = "to"
        elif _tells_act(acts[at], at) and not (at and words[at - 1].lower() in _AUXILIARIES):
            words[at] = present.get(words[at], words[at])
    heading = [words[at] for at in kept]
    heading[:1] = [word[:1].upper() + word[1:] for word in heading[:1]]
    return replace(sentence, words=heading, acts=[_moved(acts[at], new) for at in kept], spaces=[True] * len(kept))


def _falls(words: list[str], at: int) -> bool:
    word = words[at].lower()
    if word in _ARTICLES or (at == len(words) - 1 and word == "."):
        return True
    following = next((w.lower() for w in words[at + 1 :] if w.lower() not in _BETWEEN), "")
    return word in _AUXILIARIES and following.endswith(_ENDINGS)


def _tells_act(act: WordAct | None, at: int) -> bool:
    """Whether the word is a finite verb of an act done by somebody named before it."""
    return isinstance(act, WordAct) and any(filler < at for filler in act.roles.get("actors", ()))


def _moved(act: WordAct | None, new: Mapping[int, int]) -> WordAct | None:
    if act is None:
        return None
    return replace(act, roles={role: {new[word] for word in words if word in new} for role, words in act.roles.items()})
