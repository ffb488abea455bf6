"""How well the language pass reads: tags, trees, sentences and names on held-out parts of public corpora.

Usage: python evals/language.py --corpora FOLDER

Nothing measured here was trained on: GUM's test part (genres whose texts may be shipped, as in training), EWT's test
part, and UNER's names on it. Tags and trees are scored on the corpora's own words, with sentences found by the model
itself, a paragraph at a time, as the product runs; a word whose sentence was cut wrongly counts as it falls.
Sentence boundaries are scored on raw text. Names are strict: span and type, on UNER's words and on our own 1,000 news
sentences (`data/name_test.tsv`: ECB+, never trained on, and GMB, whose silver labels an early run of the training had seen).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from parley.language import load
from sentences import ROOT, Sentence
from standoff import TEST_NAMES, read_names
from treebanks import GUM_SHIP_GENRES, read_conllu

PLAIN = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}


def paragraphs(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Groups sentences into the paragraphs their corpus marks."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and (sentence.paragraph or sentence.document != group[0].document):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def read_gold_words(groups: Sequence[list[Sentence]]) -> Iterator[tuple[list[Sentence], Doc]]:
    """Runs the product's component over the corpus's own words."""
    nlp = load()
    docs = [Doc(nlp.vocab, [w for s in group for w in s.words], [x for s in group for x in s.spaces]) for group in groups]
    for _, component in nlp.pipeline:
        docs = list(component.pipe(docs))
    yield from zip(groups, docs, strict=True)


def score_trees(sentences: list[Sentence]) -> dict[str, dict[str, float]]:
    """Returns XPOS, UPOS, UAS and LAS in percent, by genre and over all."""
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for group, doc in read_gold_words(list(paragraphs(sentences))):
        at = 0
        for sentence in group:
            for number in range(len(sentence.words)):
                token = doc[at + number]
                gold = sentence.head[number] if sentence.head else ROOT
                attached = token.head.i == (token.i if gold == ROOT else gold + at)
                hits = {
                    "xpos": token.tag_ == sentence.xpos[number],
                    "upos": token.pos_ == sentence.upos[number],
                    "uas": attached,
                    "las": attached and token.dep_ == sentence.dep[number],
                }
                for genre in ("all", sentence.genre or "web"):
                    right[genre].update(name for name, hit in hits.items() if hit)
                    right[genre]["words"] += 1
            at += len(sentence.words)
    return {
        genre: {name: round(100 * count[name] / count["words"], 2) for name in ("xpos", "upos", "uas", "las")}
        for genre, count in sorted(right.items())
    }


def score_sentences(sentences: list[Sentence]) -> float:
    """Returns the F1 of sentence starts on raw text, in percent; paragraph starts are given, as in the product."""
    found = gold_count = hits = 0
    nlp = load()
    groups = list(paragraphs(sentences))
    texts, golds = [], []
    for group in groups:
        text, starts = "", set()
        for sentence in group:
            starts.add(len(text))
            text += "".join(word + " " * space for word, space in zip(sentence.words, sentence.spaces, strict=True))
            if not text.endswith(" "):
                text += " "
        texts.append(text)
        golds.append(starts)
    for doc, starts in zip(nlp.pipe(texts), golds, strict=True):
        said = {sent.start_char for sent in doc.sents}
        found, gold_count, hits = found + len(said), gold_count + len(starts), hits + len(said & starts)
    return round(200 * hits / (found + gold_count), 2)


def score_names(sentences: Iterable[Sentence], types: Container[str]) -> dict[str, float]:
    """Returns strict precision, recall and F1 of the names of `types` on the corpus's own words, a sentence at a time."""
    said = gold = hits = 0
    for group, doc in read_gold_words([[s] for s in sentences]):
        ours = {(e.start, e.end, e.label_) for e in doc.ents if e.label_ in types}
        theirs = {span for span in spans(group[0].names or []) if span[2] in types}
        said, gold, hits = said + len(ours), gold + len(theirs), hits + len(ours & theirs)
    return {"p": round(100 * hits / said, 1), "r": round(100 * hits / gold, 1), "f1": round(200 * hits / (said + gold), 1), "names": gold}


def score_all_names(corpora: Path) -> dict[str, dict[str, float]]:
    """Scores UNER's names on EWT, and our own news test: together and apart, since the silver labels of its GMB part were once learnt from."""
    uner = read_uner(corpora / "ewt/uner/en_ewt-ud-test.iob2.gz")
    news = list(read_names(TEST_NAMES, corpora))
    four = {"PERSON", "ORG", "LOC", "NORP"}
    return {
        "uner_ewt": score_names(uner, set(PLAIN.values())),
        "news": score_names(news, four),
        "news_ecbplus": score_names([s for s in news if s.document.startswith("ecbplus")], four),
        "news_gmb": score_names([s for s in news if s.document.startswith("gmb")], four),
    }


def read_uner(path: Path) -> Iterator[Sentence]:
    import gzip

    words: list[str] = []
    labels: list[str | None] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 3 and fields[0].isdigit():
                words.append(fields[1])
                labels.append(fields[2] if fields[2] == "O" else fields[2][:2] + PLAIN.get(fields[2][2:], "MISC"))
            elif words and not line.strip():
                yield Sentence(words, names=labels, spaces=[True] * len(words))
                words, labels = [], []


def spans(labels: Sequence[str | None]) -> set[tuple[int, int, str]]:
    """Returns (start, end, type) of the names in a BIO sequence."""
    found: set[tuple[int, int, str]] = set()
    start = None
    for at, label in enumerate([*labels, "O"]):
        if start is not None and (label is None or not label.startswith("I-")):
            found.add((start, at, str(labels[start])[2:]))
            start = None
        if label and label.startswith("B-"):
            start = at
    return found


def measure_speed(sentences: list[Sentence]) -> float:
    """Returns words a second for the whole pass over 500-word articles, `Doc` made, after a first article to warm up."""
    words = [word for sentence in sentences for word in sentence.words][:40_000]
    texts = [" ".join(words[at : at + 500]) for at in range(0, len(words), 500)]
    nlp = load()
    list(nlp.pipe(texts[:1]))
    began = time.perf_counter()
    count = sum(len(doc) for doc in nlp.pipe(texts))
    return round(count / (time.perf_counter() - began))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with gum/ and ewt/")
    args = parser.parse_args()
    if not (args.corpora / "gum").is_dir():
        sys.exit(f"evals/language.py: no corpora in {args.corpora}: gum/ is missing")
    gum = list(read_conllu(args.corpora / "gum/gum_test.conllu.gz", GUM_SHIP_GENRES))
    ewt = list(read_conllu(args.corpora / "ewt/en_ewt-ud-test.conllu.gz"))
    figures = {
        "gum": score_trees(gum),
        "ewt": score_trees(ewt)["all"],
        "sentences": {"gum": score_sentences(gum), "ewt": score_sentences(ewt)},
        "names": score_all_names(args.corpora),
        "words_a_second": measure_speed(gum),
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
