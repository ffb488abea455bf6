"""Trains the line model that tells article from frame, on pages of WCXB and their gold bodies.

    python training/lines.py --corpora FOLDER --out src/parley/pages/data

Writes `lines_text.json` (text dumps) and `lines_html.json` (HTML pages, where a line also knows its element and whether
trafilatura kept it). Pages whose id hashes into the held-out third (`is_held_out`) are never read here; `evals/pages.py`
measures on those alone. Each page is seen as it is and in forms such as a cruder tool leaves behind: without most of its
frame, or with a part of the frame's lines lost. Needs PyTorch; about five minutes on one core.

Data: Foley (2026), WCXB: Web Content eXtraction Benchmark, CC BY 4.0 (weights only; no page text is kept).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from parley.pages.extract import extracted_lines
from parley.pages.features import Signs, feature_names, line_features, words
from parley.pages.visible import visible_lines

SEED = 7
HIDDEN = 24
EPOCHS = 30


@dataclass(frozen=True)
class Example:
    """One page's lines: features, whether each is of the article, and how many words it weighs."""

    features: NDArray[np.float32]
    labels: NDArray[np.float32]
    weights: NDArray[np.float32]


def is_held_out(page_id: str) -> bool:
    """Whether a WCXB page is kept for measuring: one in three, by a hash of its id."""
    return int(hashlib.sha256(page_id.encode()).hexdigest(), 16) % 3 == 0


def gold_pages(folder: Path) -> Iterator[tuple[dict[str, str], str]]:
    """Yields each gold record with its page's HTML."""
    with gzip.open(folder / "wcxb" / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            gold = json.loads(line)
            raw = gzip.decompress((folder / "wcxb" / "html" / f"{gold['id']}.html.gz").read_bytes())
            yield gold, raw.decode("utf-8", "replace")


def label_lines(lines: list[str], body: str) -> list[float]:
    """Returns 1 for each line whose words stand in the gold body in the same order (trigrams; short lines as a whole)."""
    tokens = words(body)
    held = {tuple(tokens[i : i + 3]) for i in range(len(tokens) - 2)}
    whole = {tuple(words(line)) for line in body.split("\n")}
    return [_label(words(line), held, whole) for line in lines]


def _label(line: list[str], held: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> float:
    grams = [tuple(line[i : i + 3]) for i in range(len(line) - 2)]
    if len(line) < 5 or not grams:
        return float(tuple(line) in whole)
    return float(sum(g in held for g in grams) / len(grams) >= 0.6)


def thinned(labels: list[float], chance: random.Random) -> list[int]:
    """Returns the indexes kept when runs of frame lines are lost, as after a cruder tool."""
    keep, share, lost = [], chance.choice((0.3, 0.6, 0.9)), False
    for index, label in enumerate(labels):
        if index == 0 or labels[index - 1] != label or chance.random() < 0.2:
            lost = chance.random() < share
        if label or not lost:
            keep.append(index)
    return keep


def examples_of(gold: dict[str, str], html: str, *, html_model: bool, chance: random.Random) -> Iterator[Example]:
    tree = lxml.html.document_fromstring(html)
    shown = visible_lines(tree)
    lines = [line.text for line in shown]
    labels = label_lines(lines, gold["main_content"])
    title = gold["title"] if chance.random() < 0.7 else None
    if html_model:
        taken = extracted_lines(html, lines)
        signs = [Signs(float(t), line.linked, line.tag) for t, line in zip(taken, shown, strict=True)]
        yield _example(lines, labels, title, signs)
        return
    yield _example(lines, labels, title, None)
    for _ in range(2):
        keep = thinned(labels, chance)
        yield _example([lines[i] for i in keep], [labels[i] for i in keep], title, None)


def _example(lines: list[str], labels: list[float], title: str | None, signs: list[Signs] | None) -> Example:
    weights = [len(words(line)) ** 0.75 + 1 for line in lines]
    return Example(line_features(lines, title, signs), np.array(labels, np.float32), np.array(weights, np.float32))


def fit(examples: list[Example]) -> tuple[NDArray[np.float32], NDArray[np.float32], nn.Sequential]:
    """Trains one hidden layer by weighted cross entropy; returns means, scales and the network."""
    torch.manual_seed(SEED)
    x = np.vstack([e.features for e in examples])
    mean, scale = x.mean(0), x.std(0) + 1e-3
    data = torch.from_numpy((x - mean) / scale)
    y = torch.from_numpy(np.concatenate([e.labels for e in examples]))
    w = torch.from_numpy(np.concatenate([e.weights for e in examples]))
    w = w / w.mean()
    net = nn.Sequential(nn.Dropout(0.1), nn.Linear(data.shape[1], HIDDEN), nn.Tanh(), nn.Dropout(0.2), nn.Linear(HIDDEN, 1))
    optimiser = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in torch.randperm(len(data)).split(1024):
            loss = (nn.functional.binary_cross_entropy_with_logits(net(data[batch])[:, 0], y[batch], reduction="none") * w[batch]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += float(loss.detach()) * len(batch)
        schedule.step()
        print(f"epoch {epoch + 1} loss {total / len(data):.4f}", flush=True)
    net.eval()
    return mean, scale, net


def transitions(examples: list[Example]) -> float:
    """Returns the log odds that a line is of its neighbour's kind."""
    same = sum(int((e.labels[1:] == e.labels[:-1]).sum()) for e in examples)
    pairs = sum(len(e.labels) - 1 for e in examples)
    return float(np.log(same / (pairs - same)))


def write(path: Path, mean: NDArray[np.float32], scale: NDArray[np.float32], net: nn.Sequential, stay: float, *, html: bool) -> None:
    """Writes the weights as JSON, scaling folded in: hidden unit = tanh(bias + sum of feature × weight)."""
    first, last = net[1], net[4]
    assert isinstance(first, nn.Linear) and isinstance(last, nn.Linear)
    weight = first.weight.detach().numpy() / scale
    bias = first.bias.detach().numpy() - weight @ mean
    model = {
        "about": "Line model of parley.pages; made by training/lines.py from WCXB (Foley 2026, CC BY 4.0), two thirds of its pages.",
        "hidden_bias": [round(float(b), 4) for b in bias],
        "features": {name: [round(float(v), 4) for v in weight[:, i]] for i, name in enumerate(feature_names(html=html))},
        "out": [round(float(v), 4) for v in last.weight.detach().numpy()[0]],
        "out_bias": round(float(last.bias.detach().numpy()[0]), 4),
        "stay": round(stay, 4),
    }
    text = json.dumps(model, indent=1)
    path.write_text(_compact(text) + "\n", encoding="utf-8")


def _compact(text: str) -> str:
    """Puts each list of numbers on one line."""
    out, depth = [], 0
    for line in text.split("\n"):
        bare = line.strip()
        out.append(bare if depth else "\n" + line)
        depth += bare.endswith("[") - bare.startswith("]")
    return "".join(out).strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=("text", "html"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    for kind in (arguments.only,) if arguments.only else ("text", "html"):
        chance = random.Random(SEED)
        pages = [(g, h) for g, h in gold_pages(arguments.corpora) if not is_held_out(g["id"])]
        examples = [e for g, h in pages for e in examples_of(g, h, html_model=kind == "html", chance=chance) if len(e.labels)]
        print(kind, len(pages), "pages", sum(len(e.labels) for e in examples), "lines", flush=True)
        mean, scale, net = fit(examples)
        write(arguments.out / f"lines_{kind}.json", mean, scale, net, transitions(examples), html=kind == "html")


if __name__ == "__main__":
    main()
