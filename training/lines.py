"""Trains the line model that tells article from frame, on pages of WCXB and their gold bodies.

    python training/lines.py --corpora FOLDER --out src/parley/pages/data

Writes `lines_text.json` (text dumps) and `lines_html.json` (HTML pages, where a line also knows its place in the tree).
Pages whose id hashes into the held-out third (`is_held_out`) are never read here; `evals/pages.py` measures on those alone.
For text dumps, each page is also seen as cruder tools leave it: with a part of the frame's lines lost, all of it lost, or
under a list of another page's headlines. Needs PyTorch; some minutes on one core.

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
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from parley.lexicon.page_lines import line_reason
from parley.pages.features import feature_names, line_features, words
from parley.pages.markup import parse_html
from parley.pages.visible import VisibleLine, visible_lines

SEED = 7
HIDDEN = 24
WIDTH = 5
REACHES = (1, 2, 4)
EPOCHS = 10
DROPOUT = 0.35
BATCH = 4


@dataclass(frozen=True)
class Labelled:
    """One page's visible lines, and which of them are of the gold body."""

    lines: list[VisibleLine]
    labels: list[float]
    title: str


@dataclass(frozen=True)
class Example:
    """One page as the network sees it: features, labels, and how much each line weighs."""

    features: torch.Tensor
    labels: torch.Tensor
    weights: torch.Tensor


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


def labelled(gold: dict[str, str], html: str) -> Labelled:
    lines = visible_lines(parse_html(html))
    texts = [line.text for line in lines]
    return Labelled(lines, label_lines(texts, gold["main_content"]), gold["title"])


def thinned(labels: list[float], chance: random.Random) -> list[int]:
    """Returns the indexes kept when runs of frame lines are lost, as after a cruder tool."""
    keep, share, lost = [], chance.choice((0.3, 0.6, 0.9)), False
    for index, label in enumerate(labels):
        if index == 0 or labels[index - 1] != label or chance.random() < 0.2:
            lost = chance.random() < share
        if label or not lost:
            keep.append(index)
    return keep


def html_example(page: Labelled) -> Example:
    return _example([line.text for line in page.lines], page.labels, page.title, page.lines)


def text_examples(page: Labelled, other: Labelled, chance: random.Random) -> Iterator[Example]:
    """The page as it is, thinned, thinned under headlines of another page's frame, and its body alone."""
    texts = [line.text for line in page.lines]
    yield _example(texts, page.labels, page.title if chance.random() < 0.5 else None)
    keep = thinned(page.labels, chance)
    yield _example([texts[i] for i in keep], [page.labels[i] for i in keep], None)
    keep = thinned(page.labels, chance)
    alone = [text for text, label in zip(texts, page.labels, strict=True) if label]
    yield _example(alone, [1.0] * len(alone), None)
    foreign = [line.text for line, label in zip(other.lines, other.labels, strict=True) if not label and 4 <= len(words(line.text)) <= 16]
    head = chance.sample(foreign, min(len(foreign), chance.randint(3, 12)))
    yield _example(head + [texts[i] for i in keep], [0.0] * len(head) + [page.labels[i] for i in keep], None)


def _example(lines: list[str], labels: list[float], title: str | None, seen: list[VisibleLine] | None = None) -> Example:
    weights = np.array([len(words(line)) ** 0.75 + 1 for line in lines], np.float32)
    weights /= max(weights.sum(), 1) / 100  # each page counts alike, as in the mean of the pages' F1
    features = line_features(lines, [line_reason(line) for line in lines], title, seen)
    return Example(torch.from_numpy(features), torch.tensor(labels), torch.from_numpy(weights))


class LineNet(nn.Module):
    """The network of `parley.pages.line_model`, with dropout."""

    def __init__(self, features: int, mean: torch.Tensor, scale: torch.Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("scale", scale)
        self.first = nn.Linear(features, HIDDEN)
        self.convolutions = nn.ModuleList(nn.Conv1d(HIDDEN, HIDDEN, WIDTH, padding="same", dilation=reach) for reach in REACHES)
        self.last = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        state = torch.relu(self.first((features - self.mean) / self.scale))
        for convolution in self.convolutions:
            state = state + torch.relu(convolution(self.drop(state).T[None])[0].T)
        return self.last(self.drop(state))[:, 0]


def fit(examples: list[Example], epochs: int = EPOCHS) -> LineNet:
    """Trains by cross entropy weighted by words."""
    torch.manual_seed(SEED)
    shuffled = random.Random(SEED)
    stacked = torch.cat([e.features for e in examples])
    net = LineNet(stacked.shape[1], stacked.mean(0), stacked.std(0) + 0.05)
    optimiser = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=epochs * (len(examples) // BATCH + 1))
    for epoch in range(epochs):
        shuffled.shuffle(examples)
        total = 0.0
        for begin in range(0, len(examples), BATCH):
            losses = [_loss(net, example) for example in examples[begin : begin + BATCH]]
            loss = torch.stack(losses).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1} loss {total * BATCH / len(examples):.4f}", flush=True)
    return net.eval()


def _loss(net: LineNet, example: Example) -> torch.Tensor:
    single = nn.functional.binary_cross_entropy_with_logits(net(example.features), example.labels, reduction="none")
    return (single * example.weights).sum() / 100


def as_json(net: LineNet, *, html: bool) -> dict[str, Any]:
    """Returns the weights, scaling folded into the first layer."""
    weight = (net.first.weight / net.scale).detach().numpy()
    bias = net.first.bias.detach().numpy() - weight @ net.mean.numpy()
    return {
        "about": "Line model of parley.pages; made by training/lines.py from two thirds of WCXB's pages (Foley 2026, CC BY 4.0).",
        "features": {name: _round(weight[:, i]) for i, name in enumerate(feature_names(html=html))},
        "bias": _round(bias),
        "convolutions": [
            {"reach": c.dilation[0], "weight": _round(c.weight.detach().permute(2, 1, 0).numpy()), "bias": _round(c.bias.detach().numpy())}
            for c in net.convolutions
        ],
        "out": _round(net.last.weight.detach().numpy()[0]),
        "out_bias": _round(net.last.bias.detach().numpy()[0]),
    }


def _round(values: NDArray[np.float32]) -> Any:
    return np.round(values.astype(float), 3).tolist()


def write(path: Path, model: dict[str, Any]) -> None:
    """Writes JSON with one row of numbers a line."""
    text = json.dumps(model)
    text = (
        text.replace('{"about"', '{\n"about"').replace('], "', '],\n"').replace("], [", "],\n[").replace('": {"', '": {\n"').replace("}, {", "},\n{")
    )
    path.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    pages = [labelled(gold, html) for gold, html in gold_pages(arguments.corpora) if not is_held_out(gold["id"])]
    pages = [page for page in pages if len(page.lines) and any(page.labels)]
    chance = random.Random(SEED)
    print(len(pages), "pages", sum(len(p.lines) for p in pages), "lines", flush=True)
    write(arguments.out / "lines_html.json", as_json(fit([html_example(page) for page in pages]), html=True))
    texts = [e for page in pages for e in text_examples(page, chance.choice(pages), chance)]
    write(arguments.out / "lines_text.json", as_json(fit(texts), html=False))


if __name__ == "__main__":
    main()
