"""Which mentions tell of one event: CoNLL F1 on the development topics of ECB+ (Cybulska and Vossen 2014).

Usage: python evals/events.py --corpora FOLDER [--topics development|others]

Scored on the sentences whose coreference was checked. Happenings are always found, not given, except under `given groups`.

- `gold mentions`: the annotated acts, merged by the scorer of `parley.record.events`. What it is fed: the head word's family for a
  theme, the names of participants and places annotated in the sentence, and the happening of the article. The corpus gives no
  days of publication. One article's acts of one word are one report, as the codebook has it; sayings and light verbs recur.
- `same lemma`: the usual baseline, acts with one head lemma inside a topic, or inside a happening that we found.
- `own mentions`: the whole program's reports and events. It knows PLOVER's acts only, while ECB+ annotates every verb.

Families of words and features were looked at on the other topics; the merging of strays into happenings was chosen on both parts.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from conll import conll
from ecbplus import DEVELOPMENT, Document, Mention, read_documents
from parley.actors import same_actor
from parley.lexicon.act_words import act_family
from parley.model import Article, Piece, Reading, Report, Span
from parley.pipeline.reading import read_texts
from parley.record import Rules, build_view
from parley.record.events import Bonds, Candidate
from parley.record.events.bonds import Bond
from parley.record.events.cluster import block_keys, cluster, recall_keys
from parley.record.happenings import group_happenings
from parley.record.terms import HappeningInput

Key = tuple[str, int, int]
Grouping = dict[Key, Hashable]
_SAYINGS = frozenset("say tell report announce state add statement confirm note claim".split())
_LIGHT = frozenset(
    "be have do make take get give go come cause follow lead find remain keep put become seem use see happen occur it that this".split()
)
"""Head words that name no act of their own, so that sharing them ties nothing."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document as the program read it. `heads` gives the lemma of each mention's head, by its offsets."""

    document: Document
    reading: Reading
    heads: Mapping[tuple[int, int], str]

    def lemma(self, mention: Mention) -> str:
        return self.heads.get((mention.start, mention.end), mention.text.lower())


def read(documents: Sequence[Document]) -> list[Read]:
    """Passes the documents through the language pass and every room; they have no publication date."""
    readers = read_texts([(d.text, None) for d in documents])
    found = []
    for document, reader in zip(documents, readers, strict=True):
        spans = {(m.start, m.end): reader.doc.char_span(m.start, m.end, alignment_mode="expand") for m in document.acts}
        heads = {key: span.root.lemma_.lower() for key, span in spans.items() if span is not None}
        found.append(Read(document, reader.reading(document.id), heads))
    return found


def key(document: Document, mention: Mention) -> Key:
    return document.id, mention.start, mention.end


def gold_groups(documents: Iterable[Read]) -> Grouping:
    return {key(r.document, m): m.chain for r in documents for m in r.document.acts}


def by_lemma(documents: Iterable[Read], group: Mapping[str, Hashable]) -> Grouping:
    """The baseline: one lemma in one group of documents is one event."""
    return {key(r.document, m): (group[r.document.id], r.lemma(m)) for r in documents for m in r.document.acts}


def find_happenings(documents: Iterable[Read]) -> dict[str, str]:
    """Document → the first document of its happening, from text alone."""
    groups = group_happenings([HappeningInput(r.document.id, r.document.text) for r in documents]).happenings
    return {article: group[0] for group in groups for article in group}


def merged(documents: Sequence[Read], happening: Mapping[str, str]) -> Grouping:
    """Merges the annotated acts as the record merges reports."""
    members: dict[str, list[Key]] = {}
    candidates = []
    for r in documents:
        for theme, acts in _reports(r).items():
            made = _candidate(r.document, theme, acts, happening[r.document.id])
            candidates.append(made)
            members[made.id] = [key(r.document, m) for m in acts]
    groups, _ = cluster(candidates, Bonds(), sorted(near_pairs(candidates)))
    return {mention: number for number, group in enumerate(groups) for c in group for mention in members[c.id]}


def near_pairs(candidates: Iterable[Candidate]) -> set[Bond]:
    """The pairs that the record would compare: of one theme, with something in common."""
    blocks: dict[Hashable, list[Candidate]] = defaultdict(list)
    for c in candidates:
        for shared in (*((c.theme, k) for k in block_keys(c)), *recall_keys(c)):
            blocks[shared].append(c)
    return {(min(a.id, b.id), max(a.id, b.id)) for block in blocks.values() for a, b in combinations(block, 2)}


def _reports(read_: Read) -> dict[str, list[Mention]]:
    """An article's acts of one family of words, told once or often, are one report; each saying is one of its own."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for m in read_.document.acts:
        lemma = read_.lemma(m)
        is_common = lemma in _SAYINGS | _LIGHT or "REPORTING" in m.kind
        found[f"*{lemma}*{m.start}" if is_common else act_family(lemma)].append(m)
    return found


def _candidate(document: Document, theme: str, acts: Sequence[Mention], happening: str) -> Candidate:
    first = acts[0]
    start, end = document.sentences[first.sentence]
    trigger, evidence = Span(first.start, first.end, first.text), Span(start, end, document.text[start:end])
    modality = "negated" if all(m.kind.startswith("NEG") for m in acts) else "asserted"
    report = Report(theme, None, modality, False, "certain", (), (), None, None, None, None, trigger, evidence, "annotated")
    beside = [other for m in acts for other in document.beside(m)]
    return Candidate(
        id=f"{document.id}:{first.start}:{first.end}", article=document.id, source=document.id, report=report, modality=modality,
        theme=theme.strip("*").split("*")[0], days=None, is_dated=False, where=None, place=None, country=None,
        actors=_names(beside, "HUMAN_PART"), recipients=frozenset(), claimant=None, states=frozenset(), doers=frozenset(),
        happening=happening, sentence=evidence.text.lower(), evidence=(), named=_names(beside, "LOC"), recurs=theme.startswith("*"),
    )  # fmt: skip


def _names(mentions: Iterable[Mention], kind: str) -> frozenset[str]:
    """The last capitalised word of each mention: descriptions ("the driver") name nobody."""
    words = ([w.strip("'’s.,\"") for w in m.text.split() if w[:1].isupper()] for m in mentions if m.kind.startswith(kind))
    return frozenset(found[-1].lower() for found in words if found)


def own_mentions(documents: Sequence[Read]) -> Grouping:
    """The program's reports, each named by the annotated act that its trigger overlaps, or by its own offsets, and grouped by its events."""
    articles = [Article(r.document.id, r.document.id, r.document.text, pieces=(Piece(0, 0, len(r.document.text)),)) for r in documents]
    inputs = [HappeningInput(r.document.id, r.document.text, mentioned_days=r.reading.mentioned_days) for r in documents]
    rules = Rules(group_happenings(inputs), lambda one, other: same_actor(one, other).is_same)
    view = build_view(articles, {r.document.id: r.reading for r in documents}, [], [], (), rules)
    by_id = {r.document.id: r.document for r in documents}
    event_of = {report: event.id for event in view.events for report in event.reports}
    found: Grouping = {}
    for filed in view.reports:
        document, trigger = by_id[filed.article], filed.item.trigger
        if filed.id in event_of and any(
            document.sentences[n][0] <= trigger.start < document.sentences[n][1] for n in document.checked if n in document.sentences
        ):
            hit = next((m for m in document.acts if m.start < trigger.end and trigger.start < m.end), None)
            found.setdefault(key(document, hit) if hit else (document.id, trigger.start, trigger.end), event_of[filed.id])
    return found


def measure(documents: Sequence[Read]) -> dict[str, dict[str, float]]:
    """Returns the figures of each way, in per cent."""
    gold, happening = gold_groups(documents), find_happenings(documents)
    topic = {r.document.id: r.document.topic for r in documents}
    given = {r.document.id: f"{r.document.topic}{r.document.id.endswith('plus')}" for r in documents}
    ways: dict[str, Callable[[], Grouping]] = {
        "same lemma, within topic": lambda: by_lemma(documents, topic),
        "same lemma, within happening": lambda: by_lemma(documents, happening),
        "same lemma, given groups": lambda: by_lemma(documents, given),
        "gold mentions": lambda: merged(documents, happening),
        "gold mentions, given groups": lambda: merged(documents, given),
    }
    figures = {name: conll(gold, group()) for name, group in ways.items()}
    own = own_mentions(documents)
    both = gold.keys() & own.keys()
    figures["own mentions"] = conll(gold, own) | {
        "found": round(100 * len(both) / len(gold), 1), "annotated": round(100 * len(both) / len(own), 1),
    }  # fmt: skip
    figures["own mentions, those annotated"] = conll({m: gold[m] for m in both}, {m: own[m] for m in both}) | {"mentions": len(both)}
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--topics", choices=("development", "others"), default="development")
    asked = parser.parse_args()
    documents = [d for d in read_documents(asked.corpora) if (d.topic in DEVELOPMENT) == (asked.topics == "development")]
    print(json.dumps({"topics": asked.topics, "documents": len(documents), **measure(read(documents))}, indent=1))


if __name__ == "__main__":
    main()
