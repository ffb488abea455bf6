"""The joint network: an uncased MiniLM encoder with word shapes, and heads for sentences, tags, trees and names.

BERT encoder after Devlin et al. (2019), MiniLM after Wang et al. (2020); deep biaffine attention for trees after
Dozat and Manning (2017); heads that read a learnt mix of all layers after Kondratyuk and Straka (2019).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from parley.language.acts import CERTAINTIES, MODALITIES, ROLES, ROOTS
from parley.language.cues import CUES
from parley.language.encoding import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL, TAG, ROLE = 256, 96, 256, 128
ACT_SCORES = 1 + len(ROOTS) + len(MODALITIES) + 1 + len(CERTAINTIES)  # no act and types, modality, historical, certainty


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended, self.attended_norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer, self.norm = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.05)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        def split(x: Tensor) -> Tensor:
            return x.view(x.shape[0], x.shape[1], ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        weights = torch.softmax(query @ key.transpose(2, 3) / (WIDTH // ATTENTION_HEADS) ** 0.5 + bias, dim=-1)
        mixed = (self.dropout(weights) @ value).transpose(1, 2).reshape(states.shape)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        return self.norm(states + self.dropout(self.outer(F.gelu(self.inner(states)))))


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.05)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """Returns the states after each layer."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.positions(places) + self.kind + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        bias = ((1.0 - mask.to(states.dtype)) * -1e4)[:, None, None, :]
        after = []
        for layer in self.layers:
            states = layer(states, bias)
            after.append(states)
        return after

    def load_minilm(self, weights: dict[str, Tensor]) -> None:
        """Takes the weights of `all-MiniLM-L6-v2` (Apache-2.0) by their published names."""
        parts = {
            "words.weight": "embeddings.word_embeddings.weight",
            "positions.weight": "embeddings.position_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
        }
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "attended": "attention.output.dense",
            "attended_norm": "attention.output.LayerNorm",
            "inner": "intermediate.dense",
            "outer": "output.dense",
            "norm": "output.LayerNorm",
        }
        for number in range(LAYERS):
            for ours, theirs in names.items():
                for kind in ("weight", "bias"):
                    parts[f"layers.{number}.{ours}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
        state = {ours: weights[theirs] for ours, theirs in parts.items()}
        state["kind"] = weights["embeddings.token_type_embeddings.weight"][0]
        self.load_state_dict({**self.state_dict(), **state})


def head(size: int, dropout: float = 0.25) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, size), nn.GELU(), nn.Dropout(dropout))


class Network(nn.Module):
    """Pieces → per word: sentence start, UPOS, XPOS, name tag, arc scores, the two sides of the label scorer, acts and their roles, cues."""

    def __init__(self, upos: int, xpos: int, deps: int, names: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mix = nn.Parameter(torch.eye(LAYERS)[-1])  # begins as the last layer alone
        self.dropout = nn.Dropout(0.15)
        self.tag_head, self.upos, self.xpos = head(TAG), nn.Linear(TAG, upos), nn.Linear(TAG, xpos)
        self.start_head, self.start = head(128), nn.Linear(128, 1)
        self.name_head, self.names = head(TAG), nn.Linear(TAG, names)
        self.act_head, self.act = head(TAG), nn.Linear(TAG, ACT_SCORES)
        self.cue_head, self.cue = head(TAG), nn.Linear(TAG, len(CUES))
        self.role_trigger, self.role_word = head(ROLE), head(ROLE)
        self.role, self.role_prior = nn.Linear(ROLE, ROLE * len(ROLES), bias=False), nn.Linear(ROLE, len(ROLES))
        nn.init.constant_(self.role_prior.bias, -4.0)  # few words fill a role
        self.arc_dependent, self.arc_head = head(ARC), head(ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_prior = nn.Linear(ARC, 1, bias=False)
        self.label_dependent, self.label_head = head(LABEL), head(LABEL)
        self.label = nn.Parameter(torch.zeros(LABEL + 1, deps, LABEL + 1))
        nn.init.normal_(self.label, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """`firsts` holds each word's first piece; its first column is 0, the root ([CLS])."""
        states = sum(weight * state for weight, state in zip(self.mix, self.encoder(pieces, shapes, mask), strict=True))
        words = torch.gather(states, 1, firsts[:, :, None].expand(-1, -1, WIDTH))
        words = self.dropout(words)
        tags = self.tag_head(words)
        dependents, heads = self.arc_dependent(words), self.arc_head(words)
        arcs = self.arc(dependents) @ heads.transpose(1, 2) / ARC**0.5 + self.arc_prior(heads).transpose(1, 2)
        fillers = self.role_word(words)
        through = self.role(self.role_trigger(words)).view(words.shape[0], -1, ROLE)  # triggers × roles in one axis
        roles = (through @ fillers.transpose(1, 2)).view(words.shape[0], -1, len(ROLES), words.shape[1]) / ROLE**0.5
        return (
            self.start(self.start_head(words))[:, :, 0],
            self.upos(tags),
            self.xpos(tags),
            self.names(self.name_head(words)),
            arcs,
            self.label_dependent(words),
            self.label_head(words),
            self.act(self.act_head(words)),
            roles + self.role_prior(fillers).transpose(1, 2)[:, None],
            self.cue(self.cue_head(words)),
        )

    def label_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores labels for pairs of word states: (…, LABEL) twice → (…, labels)."""
        one = torch.ones_like(dependents[..., :1])
        return torch.einsum("...i,iko,...o->...k", torch.cat([dependents, one], -1), self.label, torch.cat([heads, one], -1))
