"""Trained weights → the files the package ships: an int8 ONNX graph, the labels and the tokenizer.

Usage: python training/export.py --model RUN/model.pt --encoder FOLDER [--out src/parley/language/english]

Weights are quantised to 8 bits per output channel, activations on the fly (ONNX Runtime's dynamic quantisation).
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor
from torch.nn import functional as F

from network import ATTENTION_HEADS, WIDTH, Layer, Network

OUTPUTS = ["start", "upos", "xpos", "names", "arcs", "labels", "heads", "acts", "roles", "cues"]


class _Attention(torch.autograd.Function):
    """Stands for ONNX Runtime's fused operator while the graph is drawn; it is never computed here."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return torch.zeros_like(query)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS).setType(query.type())


class FusedLayer(Layer):
    """A layer whose three projections and attention become one operator: a third faster in ONNX Runtime on a CPU."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.load_state_dict(layer.state_dict())
        parts = (self.query, self.key, self.value)
        self.joint = torch.nn.Linear(WIDTH, 3 * WIDTH)
        self.joint.weight.data = torch.cat([part.weight.detach() for part in parts])
        self.joint.bias.data = torch.cat([part.bias.detach() for part in parts])

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        mixed = _Attention.apply(*self.joint(states).split(WIDTH, dim=-1))
        states = self.attended_norm(states + self.attended(mixed))
        return self.norm(states + self.outer(F.gelu(self.inner(states))))


class Shipped(torch.nn.Module):
    """The network with half of its label scorer done: what each word as a dependent says of every label, for any head."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        side, labels, _ = network.label.shape
        through = network.label.detach().reshape(side, labels * side)  # the last row is the bias
        self.through = torch.nn.Linear(side - 1, labels * side)
        self.through.weight.data, self.through.bias.data = through[:-1].T.contiguous(), through[-1]

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        *before, dependents, heads, acts, roles, cues = self.network(*inputs)
        return (*before, self.through(dependents), torch.cat([heads, torch.ones_like(heads[..., :1])], -1), acts, roles, cues)


def to_onnx(network: Network, path: Path) -> None:
    network.encoder.layers = torch.nn.ModuleList(FusedLayer(layer) for layer in network.encoder.layers)
    network.eval()
    pieces, words = 12, 7
    example = (
        torch.ones(2, pieces, dtype=torch.long),
        torch.ones(2, pieces, dtype=torch.long),
        torch.ones(2, pieces, dtype=torch.long),
        torch.ones(2, words, dtype=torch.long),
    )
    axes = {
        "pieces": {0: "batch", 1: "length"},
        "shapes": {0: "batch", 1: "length"},
        "mask": {0: "batch", 1: "length"},
        "firsts": {0: "batch", 1: "words"},
    }
    axes |= {name: {0: "batch", 1: "words"} for name in OUTPUTS}
    axes["arcs"] = {0: "batch", 1: "words", 2: "words"}
    axes["roles"] = {0: "batch", 1: "words", 3: "words"}
    torch.onnx.export(
        Shipped(network).eval(),
        example,
        str(path),
        input_names=["pieces", "shapes", "mask", "firsts"],
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )


def mean(runs: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Averages the weights of runs that share their beginning, after Wortsman et al. (2022), "Model soups"."""
    return {name: torch.stack([run[name] for run in runs]).mean(0) for name in runs[-1]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, nargs="+", help="weights; of several, one begun from the other, the mean")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "src/parley/language/english")
    args = parser.parse_args()
    saved = [torch.load(path) for path in args.model]
    labels = saved[-1]["labels"]
    network = Network(len(labels["upos"]), len(labels["xpos"]), len(labels["dep"]), len(labels["names"]))
    network.load_state_dict({**network.state_dict(), **mean([run["network"] for run in saved])})
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        to_onnx(network, whole)
        quantize_dynamic(
            whole,
            args.out / "model.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},  # the shape inference of ONNX does not know the fused operator
        )
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    shutil.copy(args.encoder / "tokenizer.json", args.out / "tokenizer.json")
    print({path.name: path.stat().st_size for path in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
