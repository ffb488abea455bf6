"""CoNLL F1 of coreference on GUM beside a nearest-match baseline, and how often a pronoun gets the right person's name.

    python evals/coreference.py --corpora FOLDER [--part test|dev|train] [--genres news,interview,bio]

Raw text is rebuilt from GUM's tokens (paragraphs parted by a blank line) and read by Parley's own language pass, so mentions and
trees are predicted. A gold mention counts when its head is a proper noun or a pronoun; a mention of the system is the gold one
whose head lies inside it. Single mentions are left out, as in CoNLL-2012. The weights of the resolver were learned from the
training part, its thresholds read off held-out folds of the training and development parts; the test part was only ever measured. MUC, B3 and CEAFe
as in Pradhan et al. (2014). A pronoun is named rightly when its chain is the one most names of the person it was given to are in.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc

from assignment import best_total
from gum_chains import Text, documents
from parley.actors.naming import chains
from parley.language import load
from parley.language.demonstratives import pointed_at
from parley.language.salience import ANONYMOUS

Clusters = list[frozenset[int]]
_FIRST, _SECOND = frozenset("i me my mine myself we us our ours".split()), frozenset("you your yours yourself".split())
_MINE = frozenset("i me my mine myself".split())
_POINTING = frozenset("this that these those".split())
_PERSONAL = frozenset("he him his she her hers himself herself".split())
_OTHER = frozenset("it its they them their itself themselves".split())


def grouped(heads: dict[int, str]) -> Clusters:
    groups: dict[str, set[int]] = defaultdict(set)
    for offset, group in heads.items():
        groups[group].add(offset)
    return [frozenset(g) for g in groups.values() if len(g) > 1]


def align(doc: Doc, found: dict[str, list[tuple[int, int]]], gold: dict[int, str]) -> Clusters:
    """Turns system mentions (tokens) into gold head offsets, or their own first offset when no gold head lies inside."""
    answer: dict[int, str] = {}
    for key, spans in found.items():
        for start, end in spans:
            inside = [t.idx for t in doc[start:end] if t.idx in gold]
            root = doc[start:end].root
            if root.pos_ in ("PROPN", "PRON", "DET") or inside:
                answer[root.idx if root.idx in inside else inside[0] if inside else doc[start].idx] = key
    return grouped(answer)


def nearest(doc: Doc) -> dict[str, list[tuple[int, int]]]:
    """The baseline: same words are one; a pronoun takes the nearest name before it of a type that suits."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    last: dict[str, str] = {}
    names = {ent.start: ent for ent in doc.ents}
    for token in doc:
        ent, word = names.get(token.i), token.lower_
        if ent is not None:
            found[ent.text.lower()].append((ent.start, ent.end))
            last["person" if ent.label_ == "PERSON" else "other"] = ent.text.lower()
        elif word in _FIRST or word in _SECOND:
            found["*first" if word in _FIRST else "*second"].append((token.i, token.i + 1))
        elif word in _PERSONAL or word in _OTHER:
            name = last.get("person" if word in _PERSONAL else "other")
            if name:
                found[name].append((token.i, token.i + 1))
    return found


def naming(texts: list[Text], docs: list[Doc]) -> dict[str, dict[str, float]]:
    """Returns precision and recall of the names persons get for "I" and for "he" and "she"; recall over the pronouns of persons with a name."""
    counts: dict[str, Counter[str]] = {"i": Counter(), "he or she": Counter()}
    for text, doc in zip(texts, docs, strict=True):
        given = {start: (key, spans) for key, spans in chains(doc).items() for start, _ in spans}
        for token in doc:
            kind = "i" if token.lower_ in _MINE else "he or she" if token.lower_ in _PERSONAL else ""
            if kind:
                key, spans = given.get(token.i, (ANONYMOUS, []))
                is_named = not key.startswith(ANONYMOUS) and " & " not in key
                is_right = is_named and text.every.get(token.idx, "") == _usual_chain(doc, spans, text)
                counts[kind].update(due=text.every.get(token.idx) in text.named_persons, found=is_named, right=is_right)
    return {
        kind: {"due": c["due"], "precision": round(100 * c["right"] / max(c["found"], 1), 1), "recall": round(100 * c["right"] / max(c["due"], 1), 1)}
        for kind, c in counts.items()
    }


def _usual_chain(doc: Doc, spans: list[tuple[int, int]], text: Text) -> str | None:
    """Returns the gold chain that most of the names among some mentions are in."""
    chain = Counter(text.every[t.idx] for start, end in spans if doc[start].pos_ != "PRON" for t in doc[start:end] if t.idx in text.every)
    return chain.most_common(1)[0][0] if chain else None


def pointing(texts: list[Text], docs: list[Doc]) -> dict[str, float]:
    """Returns precision and recall of the earlier noun given to nouns under a demonstrative; any earlier mention of the chain is right."""
    due = found = right = 0
    for text, doc in zip(texts, docs, strict=True):
        taken = pointed_at(doc)
        for noun in (t for t in doc if t.tag_ in ("NN", "NNS") and any(c.lower_ in _POINTING for c in t.lefts)):
            chain = text.every.get(noun.idx, "")
            due += any(start < noun.idx and other == chain for start, other in text.every.items())
            found += noun.i in taken
            right += noun.i in taken and text.every.get(doc[taken[noun.i]].idx) == chain
    return {"due": due, "precision": round(100 * right / max(found, 1), 1), "recall": round(100 * right / max(due, 1), 1)}


def _muc(key: Clusters, response: Clusters) -> tuple[float, float]:
    where = {m: i for i, c in enumerate(response) for m in c}
    parts = [len({where.get(m, -1 - m) for m in c}) for c in key]
    return float(sum(len(c) - p for c, p in zip(key, parts, strict=True))), float(sum(len(c) - 1 for c in key))


def _b3(key: Clusters, response: Clusters) -> tuple[float, float]:
    where = {m: c for c in response for m in c}
    return sum(len(c & where.get(m, frozenset())) / len(c) for c in key for m in c), float(sum(map(len, key)))


def _ceafe(key: Clusters, response: Clusters) -> float:
    if not key or not response:
        return 0.0
    return best_total([[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key])


def _f1(hit_r: float, all_r: float, hit_p: float, all_p: float) -> float:
    recall, precision = hit_r / all_r if all_r else 0.0, hit_p / all_p if all_p else 0.0
    return 100 * 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def conll(pairs: list[tuple[Clusters, Clusters]]) -> dict[str, float]:
    """Returns MUC, B3, CEAFe and their mean, over all documents together."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for key, response in pairs:
        for name, metric in (("muc", _muc), ("b3", _b3)):
            for side, (one, other) in (("r", (key, response)), ("p", (response, key))):
                hit, every = metric(one, other)
                totals[name].update({"hit" + side: hit, "all" + side: every})  # type: ignore[dict-item]
        hit = _ceafe(key, response)
        totals["ceafe"].update({"hitr": hit, "hitp": hit, "allr": len(key), "allp": len(response)})  # type: ignore[dict-item]
    scores = {name: round(_f1(t["hitr"], t["allr"], t["hitp"], t["allp"]), 1) for name, t in totals.items()}
    return {**scores, "conll": round(sum(scores.values()) / 3, 1)}


def evaluate(texts: list[Text], system: Callable[[Doc], dict[str, list[tuple[int, int]]]], docs: list[Doc]) -> dict[str, float]:
    return conll([(grouped(t.heads), align(d, system(d), t.heads)) for t, d in zip(texts, docs, strict=True)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--part", default="test", choices=("train", "dev", "test"))
    parser.add_argument("--genres", default="news,interview,bio")
    args = parser.parse_args()
    path = args.corpora / "gum" / f"gum_{args.part}.conllu.gz"
    if not path.is_file():
        sys.exit(f"{path} is missing")
    texts = list(documents(path, frozenset(args.genres.split(","))))
    docs = list(load().pipe(t.text for t in texts))
    figures = {"documents": len(texts), "parley": evaluate(texts, chains, docs), "nearest": evaluate(texts, nearest, docs)}
    print(json.dumps({**figures, "names": naming(texts, docs), "demonstratives": pointing(texts, docs)}))


if __name__ == "__main__":
    main()
