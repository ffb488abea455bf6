"""Reports of single sentences against our own labels of acts: what is found, of which type, with whom, whose word, when and where.

Labels: `data/acts.jsonl`, held out from training and from the tuning of rules (`training/labels/acts.jsonl`, same format, is not).
Texts come from the corpora; a sentence's words are joined as print joins them. A sentence is read as an article without a date.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from spacy.tokens import Doc

from parley.language import load
from parley.model import Span
from parley.pipeline.reading import ArticleReader
from parley.reports.drafts import Draft
from standoff import corpus_sentences

_CLINGING = frozenset({".", ",", ";", ":", "?", "!", "%", ")", "'s", "n't", "'"})
_ROLES = ("actors", "recipients", "claimant", "when", "where")
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled act; ranges are code points of the sentence as joined here."""

    type: str
    trigger: Range
    modality: str
    historical: bool
    certainty: str
    roles: dict[str, tuple[Range, ...]]


@dataclass(frozen=True, slots=True)
class Read:
    """One labelled sentence: its text, its labels, the drafts made of it, and where the names in those stand."""

    text: str
    gold: tuple[Gold, ...]
    drafts: tuple[Draft, ...]
    mentions: dict[str, tuple[Range, ...]]


def joined(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """Returns tokens as running text, and where each begins."""
    text, starts = "", []
    for index, token in enumerate(tokens):
        if index and token not in _CLINGING and tokens[index - 1] not in ("(", "$"):
            text += " "
        starts.append(len(text))
        text += token
    return text, starts


def _moved(tokens: Sequence[str], starts: Sequence[int], span: Sequence[int]) -> Range:
    """A span of the words joined by one blank → the same words in the running text."""
    old, inside = 0, []
    for token, start in zip(tokens, starts, strict=True):
        if old < span[1] and span[0] < old + len(token):
            inside.append((start + max(0, span[0] - old), start + min(len(token), span[1] - old)))
        old += len(token) + 1
    return inside[0][0], inside[-1][1]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled sentence as the rooms before reports have read it."""

    text: str
    gold: tuple[Gold, ...]
    doc: Doc
    reader: ArticleReader


def prepare(path: Path, folder: Path) -> Iterator[Prepared]:
    """Yields every labelled sentence, parsed.

    Args:
        path: labels, a JSON line a sentence.
        folder: the corpora.
    """
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = corpus_sentences(folder, {row["corpus"] for row in rows})
    sentences = [texts[row["corpus"], row["document"], row["sentence"]] for row in rows]
    prints = [joined(tokens) for tokens in sentences]
    docs = load().pipe(text for text, _ in prints)
    for row, tokens, (text, starts), doc in zip(rows, sentences, prints, docs, strict=True):
        gold = tuple(
            Gold(
                act["type"],
                _moved(tokens, starts, act["trigger"]),
                act["modality"],
                act["historical"],
                act["certainty"],
                {role: tuple(_moved(tokens, starts, span) for span in act["roles"].get(role, ())) for role in _ROLES},
            )
            for act in row["acts"]
        )
        yield Prepared(text, gold, doc, ArticleReader(doc, None))


def read_prepared(prepared: Prepared) -> Read:
    """Reads the reports of one sentence."""
    drafts = prepared.reader.drafted.drafts
    return Read(prepared.text, prepared.gold, drafts, mentions_of(prepared.text, prepared.reader, drafts))


def read_labelled(path: Path, folder: Path) -> Iterator[Read]:
    """Reads every labelled sentence with the product; arguments as for `prepare`."""
    return map(read_prepared, prepare(path, folder))


def mentions_of(text: str, reader: ArticleReader, drafts: Sequence[Draft]) -> dict[str, tuple[Range, ...]]:
    """Returns where those named in `drafts` are mentioned in the sentence, by name: labels give a name where a report may have "he"."""
    reports = [draft.report for draft in drafts]
    names = {r.claimant for r in reports if r.claimant} | {p.name for r in reports for p in (*r.actors, *r.recipients)}
    return {name: _places_of(name, text, reader) for name in names}


def _places_of(name: str, text: str, reader: ArticleReader) -> tuple[Range, ...]:
    """Where a name, or a mention that stands for it, is in the sentence."""
    mentions = [(e.span.start, e.span.end) for e in reader.naming.entities if e.name == name]
    mentions += [(r.span.start, r.span.end) for r in reader.naming.references if name in r.names]
    mentions += [(s.speaker.span.start, s.speaker.span.end) for s in reader.statements if s.speaker and s.speaker.name == name]
    at = text.find(name)
    return tuple([*mentions, (at, at + len(name))] if at >= 0 else mentions)


def pair(read: Read) -> list[tuple[Gold, Draft]]:
    """Pairs labels with reports: by trigger word first, then by type, each once."""
    pairs: list[tuple[Gold, Draft]] = []
    left, open_drafts = list(read.gold), list(read.drafts)
    for fits in (_is_trigger, _is_type):
        for gold in list(left):
            found = next((d for d in sorted(open_drafts, key=lambda d: d.report.type != gold.type) if fits(gold, d)), None)
            if found is not None:
                pairs.append((gold, found))
                left.remove(gold)
                open_drafts.remove(found)
    return pairs


def _is_trigger(gold: Gold, draft: Draft) -> bool:
    return touches(gold.trigger, draft.report.trigger)


def _is_type(gold: Gold, draft: Draft) -> bool:
    return gold.type == draft.report.type


def touches(place: Range, span: Span | None) -> bool:
    return span is not None and place[0] < span.end and span.start < place[1]


def is_wholly_right(read: Read, draft: Draft) -> bool:
    """Whether a report's trigger and type are labelled, all its actors and recipients touch labelled ones, and none is missing."""
    gold = next((g for g, d in pair(read) if d is draft), None)
    if gold is None or not _is_trigger(gold, draft) or not _is_type(gold, draft):
        return False
    for role in ("actors", "recipients"):
        said, true = spans_of(read, draft, role), gold.roles[role]
        if not all(any(_meet(place, spans) for spans in said) for place in true) or not all(any(_meet(p, spans) for p in true) for spans in said):
            return False
    return True


def spans_of(read: Read, draft: Draft, role: str) -> list[tuple[Range, ...]]:
    """For each filler that a report gives a role, its span and those of its other mentions in the sentence."""
    report = draft.report
    if role == "claimant":
        return [read.mentions.get(report.claimant, ())] if report.claimant else []
    if role == "when":
        return [((draft.time.span.start, draft.time.span.end),)] if draft.time else []
    if role == "where":
        return [((report.where.span.start, report.where.span.end),)] if report.where and report.where.span else []
    parties = report.actors if role == "actors" else report.recipients
    return [((p.span.start, p.span.end), *read.mentions.get(p.name, ())) for p in parties]


def _meet(place: Range, spans: Sequence[Range]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in spans)


def f1(right: float, said: float, true: float) -> dict[str, float]:
    """Precision, recall and F1 of counts."""
    return {
        "precision": round(right / max(said, 1), 3),
        "recall": round(right / max(true, 1), 3),
        "f1": round(2 * right / max(said + true, 1), 3),
    }


def macro(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 of the classes that occur in gold."""
    scores = []
    for label in sorted({gold for gold, _ in pairs}):
        hit, said = sum(g == p == label for g, p in pairs), sum(p == label for _, p in pairs)
        scores.append(2 * hit / (said + sum(g == label for g, _ in pairs)))
    return round(sum(scores) / max(len(scores), 1), 3)


def score_acts(path: Path, folder: Path) -> dict[str, object]:
    """Returns all figures over one file of labels."""
    return figures(list(read_labelled(path, folder)))


def figures(reads: Sequence[Read]) -> dict[str, object]:
    """Finding: F1 of reports whose trigger (and type) is labelled. Roles and the rest: on reports paired with a label."""
    count: Counter[str] = Counter()
    modalities: list[tuple[str, str]] = []
    for read in reads:
        pairs = pair(read)
        count["gold"] += len(read.gold)
        count["said"] += len(read.drafts)
        count["type"] += sum(_is_type(g, d) for g, d in pairs)
        count["trigger"] += sum(_is_trigger(g, d) for g, d in pairs)
        count["both"] += sum(_is_trigger(g, d) and _is_type(g, d) for g, d in pairs)
        modalities += [(g.modality, d.report.modality) for g, d in pairs]
        for gold, draft in pairs:
            _count_values(count, gold, draft)
            _count_roles(count, read, gold, draft)
        for gold in read.gold:
            count.update({f"{role} all": len(gold.roles[role]) for role in _ROLES})
    answer: dict[str, object] = {"sentences": len(reads), "acts": count["gold"], "reports": count["said"], "paired": len(modalities)}
    answer |= {name: f1(count[name], count["said"], count["gold"]) for name in ("trigger", "both", "type")}
    answer["modality_macro_f1"] = macro(modalities)
    answer["modality_accuracy"] = round(sum(g == p for g, p in modalities) / max(len(modalities), 1), 3)
    answer["historical"] = f1(count["past right"], count["past said"], count["past true"])
    answer["certainty_accuracy"] = round(count["certainty"] / max(len(modalities), 1), 3)
    answer |= {role: f1(count[f"{role} right"], count[f"{role} said"], count[f"{role} true"]) for role in _ROLES}
    answer |= {f"{role}_all_recall": round(count[f"{role} right"] / max(count[f"{role} all"], 1), 3) for role in _ROLES}
    return answer


def _count_values(count: Counter[str], gold: Gold, draft: Draft) -> None:
    count["past right"] += gold.historical and draft.report.historical
    count["past said"] += draft.report.historical
    count["past true"] += gold.historical
    count["certainty"] += gold.certainty == draft.report.certainty


def _count_roles(count: Counter[str], read: Read, gold: Gold, draft: Draft) -> None:
    for role in _ROLES:
        said = spans_of(read, draft, role)
        hits = sum(any(_meet(place, spans) for spans in said) for place in gold.roles[role])
        count[f"{role} right"] += hits
        count[f"{role} true"] += len(gold.roles[role])
        count[f"{role} said"] += max(len(said), hits)
