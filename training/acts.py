"""Our labels of acts over public corpora → sentences that teach who does what to whom, and the losses they are learnt by.

An act is a trigger word with PLOVER's root type, a modality, whether it is background, a certainty, and the words that
fill its roles. The labels: `labels/acts.jsonl`, spans in code points of the words joined by one blank; how they were
made: `docs/annotation.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from parley.language.acts import CERTAINTIES, MODALITIES, ROLES, ROOTS
from sentences import SKIP, Sentence, WordAct
from standoff import labelled, words_in


def read_acts(path: Path, folder: Path) -> Iterator[Sentence]:
    """Yields the labelled sentences, cut into words as the product's tokenizer cuts them."""
    for row, words, offsets in labelled(path, folder):
        acts: list[WordAct | None] = [None] * len(words)
        for act in row["acts"]:
            roles = {role: {word for span in act["roles"].get(role, []) for word in words_in(span, offsets)} for role in ROLES}
            acts[words_in(act["trigger"], offsets)[0]] = WordAct(act["type"], act["modality"], act["historical"], act["certainty"], roles)
        yield Sentence(words, acts=acts, document=f"{row['corpus']} {row['document']}", spaces=[True] * len(words))


@dataclass
class ActTargets:
    """What the act heads should say of a batch: types for every labelled word, the rest for triggers only."""

    types: Tensor  # windows × words, 0 for no act, SKIP where nobody looked
    at: Tensor  # triggers × (window, word)
    stance: Tensor  # triggers × (modality, historical, certainty)
    roles: Tensor  # triggers × roles × words
    known: Tensor  # triggers × words: words of the trigger's own sentence


def targets(rows: list[list[WordAct | str | None]], sentence: Tensor) -> ActTargets:
    """Lays out the acts of a batch. A row has for each word an act, "O" for none, or None where nobody looked."""
    size = sentence.shape[1]
    types = torch.full((len(rows), size), SKIP)
    at, stance, roles = [], [], []
    for number, row in enumerate(rows):
        for word, act in enumerate(row, 1):
            if act is None:
                continue
            types[number, word] = 0
            if isinstance(act, WordAct):
                types[number, word] = 1 + ROOTS.index(act.type)
                at.append((number, word))
                stance.append((MODALITIES.index(act.modality), int(act.historical), CERTAINTIES.index(act.certainty)))
                roles.append(torch.zeros(len(ROLES), size))
                for role, name in enumerate(ROLES):
                    for filler in act.roles[name]:
                        roles[-1][role, filler + 1] = 1
    where = torch.tensor(at, dtype=torch.long).view(-1, 2)
    known = sentence[where[:, 0]] == sentence[where[:, 0], where[:, 1]][:, None]
    return ActTargets(types, where, torch.tensor(stance).view(-1, 3), torch.stack(roles) if roles else torch.zeros(0, len(ROLES), size), known)


def losses(acts: Tensor, roles: Tensor, gold: ActTargets) -> dict[str, Tensor]:
    """Cross entropy of types, stance and roles.

    Args:
        acts: windows × words × (no act and types, modalities, historical, certainties).
        roles: windows × triggers × roles × words.
    """
    kinds, modalities = 1 + len(ROOTS), len(MODALITIES)
    if not (gold.types != SKIP).any():
        return {"act": acts.sum() * 0, "stance": acts.sum() * 0, "role": roles.sum() * 0}
    found = {"act": F.cross_entropy(acts[:, :, :kinds].flatten(0, 1), gold.types.flatten(), ignore_index=SKIP)}
    if not len(gold.at):
        return {**found, "stance": acts.sum() * 0, "role": roles.sum() * 0}
    rows, words = gold.at.T
    stance = acts[rows, words, kinds:]
    found["stance"] = (
        F.cross_entropy(stance[:, :modalities], gold.stance[:, 0])
        + F.binary_cross_entropy_with_logits(stance[:, modalities], gold.stance[:, 1].float())
        + F.cross_entropy(stance[:, modalities + 1 :], gold.stance[:, 2])
    )
    each = F.binary_cross_entropy_with_logits(roles[rows, words], gold.roles, reduction="none")
    found["role"] = (each * gold.known[:, None, :]).sum() / len(gold.at)
    return found
