"""How well reports are read: PLV pairs, news triplets, and our own labels of acts, modality, background and claimant.

    python evals/reports.py --corpora FOLDER [--only plv,werner,modality,acts]

What was held out. `plv_train` and `werner_news` are measure-only: nothing in the lexicon was made from their sentences. Half of the PLV
rows (by a hash of the sentence, `unseen`) were not looked at in any way; of the other half only totals by class. `modality.jsonl`
holds our own labels over corpora that may ship, as corpus, sentence number and token number, without text; errors were looked at in
every other label only (`seen`), never in the rest (`unseen`). `acts.jsonl` holds 480 sentences of ours that neither the language
model nor the rules were made from; only its totals were looked at.

PLV: a row counts as `matched` when one report of its sentence has an actor that overlaps the source and a recipient, or another
actor, that overlaps the target, in the words of the mention or of the name it stands for ("it" for "Norland"); `given` scores are over
matched rows, `all` count unmatched rows as wrong. A possessive "'s" is no part of a word. Where several reports match, the first in
the sentence is scored. CONCEDE and RETREAT are one class (YIELD), as in the data.
Werner: relaxed triplets: entities match when they share a word that is no stop word; classes are compared after PLOVER's table of CAMEO roots.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from labelled_acts import joined, score_acts
from parley.language import load
from parley.model import Naming, Report
from parley.pipeline.reading import ArticleReader
from parley.reports.find import draft_reports
from parley.reports.modality import read_stance
from parley.reports.names import read_names
from parley.reports.tree import read_tree
from parley.reports.triggers import find_triggers

_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "YIELD": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_CAMEO = {
    "Disapprove": {"ACCUSE"}, "Fight": {"ASSAULT"}, "Assault": {"ASSAULT"}, "Consult": {"CONSULT"},
    "Engage In Diplomatic Cooperation": {"SUPPORT", "AGREE"}, "Reduce Relations": {"SANCTION"}, "Engage In Material Cooperation": {"COOPERATE"},
    "Coerce": {"COERCE", "SANCTION"}, "Investigate": {"ACCUSE"}, "Provide Aid": {"AID"}, "Yield": {"CONCEDE", "RETREAT"}, "Demand": {"REQUEST"},
    "Appeal": {"REQUEST"}, "Exhibit Military Posture": {"MOBILIZE"}, "Protest": {"PROTEST"}, "Express Intend to Cooperate": {"AGREE"},
    "Reject": {"REJECT"}, "Threaten": {"THREATEN"},
}  # fmt: skip
_STOP = frozenset("the a an of in and to for on at by with 's his her its their".split())


def read(texts: Iterable[str]) -> Iterator[tuple[Report, ...]]:
    """Yields the reports of each text; one that cannot be read is named on standard error and has none."""
    for doc in load().pipe(texts):
        try:
            yield ArticleReader(doc, None).reports
        except ValueError as error:
            print(f"not read: {error}"[:100].replace("\n", " "), file=sys.stderr)
            yield ()


def words(text: str) -> set[str]:
    """Returns the words that may tell a name, possessive endings off."""
    return {re.sub(r"['’]s?$", "", word.strip("'")) for word in re.findall(r"[\w'’]+", text.lower())} - _STOP


def macro(pairs: list[tuple[str, str]]) -> float:
    """Returns the mean F1 of the classes that occur in gold."""
    scores = []
    for label in {gold for gold, _ in pairs}:
        hit = sum(g == p == label for g, p in pairs)
        said, true = sum(p == label for _, p in pairs), sum(g == label for g, _ in pairs)
        scores.append(2 * hit / (said + true) if hit else 0.0)
    return sum(scores) / len(scores) if scores else 0.0


def matching(reports: Iterable[Report], source: str, target: str) -> list[str]:
    """Returns the types of the reports in which `source` does something to or with `target`: an actor and another party, each by one word."""
    source_words, target_words = words(source), words(target)
    found = []
    for report in reports:
        acting = [p for p in report.actors if words(f"{p.span.text} {p.name}") & source_words]
        others = [p for p in (*report.recipients, *report.actors) if words(f"{p.span.text} {p.name}") & target_words]
        if any(one != other for one in acting for other in others):
            found.append(_YIELD.get(report.type, report.type))
    return found


def is_unseen(sentence: str) -> bool:
    return hashlib.sha256(sentence.encode()).digest()[0] % 2 == 0


def score_plv(folder: Path) -> dict[str, object]:
    with (folder / "plv_train" / "PLV_train.tsv").open(encoding="utf-8") as handle:
        rows = [r for r in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE) if r["sentence"]]
    found = list(read(r["sentence"] for r in rows))
    answer: dict[str, object] = {}
    for half, unseen in (("seen", False), ("unseen", True)):
        pairs = [
            (r["gold_root"], (matching(reports, r["source"], r["target"]) or ["-"])[0])
            for r, reports in zip(rows, found, strict=True)
            if is_unseen(r["sentence"]) == unseen
        ]
        answer[half] = plv_figures(pairs, classes=not unseen)
    return answer


def plv_figures(pairs: list[tuple[str, str]], classes: bool) -> dict[str, object]:
    matched = [p for p in pairs if p[1] != "-"]
    quads = [(str(_QUAD[g]), str(_QUAD.get(p, 0))) for g, p in pairs]
    matched_quads = [q for q in quads if q[1] != "0"]
    figures: dict[str, object] = {
        "rows": len(pairs),
        "matched": round(len(matched) / len(pairs), 3),
        "root_macro_given": round(macro(matched), 3),
        "quad_macro_given": round(macro(matched_quads), 3),
        "root_macro_all": round(macro(pairs), 3),
        "quad_macro_all": round(macro(quads), 3),
    }
    if classes:
        table: dict[str, Counter[str]] = defaultdict(Counter)
        for gold, guess in pairs:
            table[gold][guess] += 1
        figures["by_class"] = {gold: dict(row.most_common()) for gold, row in sorted(table.items())}
    return figures


def triplets(label: str) -> set[tuple[str, str, str]]:
    return {(a.strip(), b.strip(), c.strip()) for a, b, c in re.findall(r"<triplet>(.*?)<subj>(.*?)<obj>([^<]*)", label)}


def guessed(reports: Iterable[Report]) -> set[tuple[str, str, str]]:
    found = set()
    for report in reports:
        mutual = [(a, b) for a in report.actors for b in report.actors if a.span.start < b.span.start]
        for source, target in [(a, r) for a in report.actors for r in report.recipients] or mutual:
            found.add((source.span.text, target.span.text, report.type))
    return found


def score_werner(folder: Path) -> dict[str, object]:
    with (folder / "werner_news" / "sentences.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    hits = said = true = paired = 0
    for row, reports in zip(rows, read(r["text"] for r in rows), strict=True):
        gold = [t for t in triplets(row["label"]) if t[2] in _CAMEO]
        guesses = guessed(reports)
        said, true = said + len(guesses), true + len(gold)
        for source, target, kind in gold:
            same = [g for g in guesses if words(g[0]) & words(source) and words(g[1]) & words(target)]
            paired += bool(same)
            hits += any(g[2] in _CAMEO[kind] for g in same)
    precision, recall = hits / max(said, 1), hits / max(true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "gold": true,
        "guessed": said,
        "pairs_found": paired,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "relaxed_f1": round(f1, 3),
    }


def gmb_sentences(folder: Path) -> list[list[str]]:
    """Returns the words of each sentence of the GMB file, in its order; labels count sentences from 0."""
    sentences: list[list[str]] = [[]]
    with gzip.open(folder / "gmb" / "gmb.tsv.gz", "rt", encoding="utf-8") as handle:
        for line in handle:
            if line.strip():
                sentences[-1].append(line.split("\t")[0])
            elif sentences[-1]:
                sentences.append([])
    return sentences


def score_modality(folder: Path) -> dict[str, object]:
    """Scores modality on every labelled trigger that the lexicon knows, the past and the claimant where a report was made of it."""
    labels = [json.loads(line) for line in (Path(__file__).parent / "data" / "modality.jsonl").read_text("utf-8").splitlines()]
    sentences = gmb_sentences(folder)
    return {"seen": modality_figures(labels[::2], sentences), "unseen": modality_figures(labels[1::2], sentences)}


def score_held_out(folder: Path) -> dict[str, object]:
    return score_acts(Path(__file__).parent / "data" / "acts.jsonl", folder)


def modality_figures(labels: list[dict[str, Any]], sentences: list[list[str]]) -> dict[str, object]:
    texts = [joined(sentences[label["sentence"]]) for label in labels]
    pairs: list[tuple[str, str]] = []
    past: Counter[tuple[bool, bool]] = Counter()
    said: Counter[str] = Counter()
    for label, (_, starts), doc in zip(labels, texts, load().pipe(text for text, _ in texts), strict=True):
        try:
            reader = ArticleReader(doc, None)
            drafts, naming = draft_reports(doc, reader.naming, reader.times, reader.statements, None).drafts, reader.naming
        except ValueError:
            drafts, naming = [], Naming()
        offset = starts[label["token"]]
        report = next((d.report for d in drafts if d.report.trigger.start <= offset < d.report.trigger.end), None)
        pairs.append((label["modality"], report.modality if report else modality_at(doc, naming, offset)))
        if report is not None:
            past[label["historical"], report.historical] += 1
            said[claimant_verdict(naming, report.claimant, label["claimant"], sentences[label["sentence"]], starts)] += 1
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for gold, guess in pairs:
        table[gold][guess] += 1
    return {
        "labels": len(labels),
        "macro_f1": round(macro([p for p in pairs if p[1] != "-"]), 3),
        "macro_f1_all": round(macro(pairs), 3),
        "accuracy": round(sum(g == p for g, p in pairs) / len(pairs), 3),
        "confusion": {gold: dict(row) for gold, row in table.items()},
        "reports": sum(past.values()),
        "historical_f1": round(2 * past[True, True] / max(1, 2 * past[True, True] + past[True, False] + past[False, True]), 3),
        "claimant_f1": round(2 * said["right"] / max(1, 2 * said["right"] + 2 * said["wrong"] + said["missed"] + said["made up"]), 3),
        "claimant": dict(said),
    }


def modality_at(doc: Doc, naming: Naming, offset: int) -> str:
    """The stance to a trigger of which no report of its own was made, or "-" where there is no trigger."""
    tree = read_tree(doc)
    triggers = find_triggers(tree, read_names(tree, naming))
    found = [t for t in triggers if any(tree.starts[w] <= offset < tree.ends[w] for w in t.words)]
    return read_stance(tree, found[0]).modality if found else "-"


def claimant_verdict(naming: Naming, guess: str | None, gold: int | None, tokens: list[str], starts: list[int]) -> str:
    if guess is None or gold is None:
        return "none" if guess is None and gold is None else "missed" if guess is None else "made up"
    meant = words(tokens[gold]) | {w for name in naming.names_in(starts[gold] - 40, starts[gold] + 40) for w in words(name)}
    is_pronoun = tokens[gold].lower() in ("he", "she", "it", "they")
    return "right" if is_pronoun or words(guess) & meant else "wrong"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that holds plv_train, werner_news, gmb, gum, re3d")
    parser.add_argument("--only", default="plv,werner,modality,acts")
    options = parser.parse_args()
    answer: dict[str, object] = {}
    parts = (
        ("plv", "plv_train", score_plv),
        ("werner", "werner_news", score_werner),
        ("modality", "gmb", score_modality),
        ("acts", "gmb", score_held_out),
    )
    for name, needs, score in parts:
        if name not in options.only.split(","):
            continue
        if not (options.corpora / needs).is_dir():
            print(f"{name}: the folder {needs} is missing in {options.corpora}", file=sys.stderr)
            continue
        started = time.perf_counter()
        answer[name] = score(options.corpora)
        print(f"{name}: {time.perf_counter() - started:.1f} s", file=sys.stderr)
    print(json.dumps(answer, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
