"""A window of words → sentence starts, tags, trees and names, by the ONNX model this package ships."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from parley.language.acts import ActScore, read_scores
from parley.language.cues import CueScore, read_cues
from parley.language.encoding import WordEncoder
from parley.language.names import NameDecoder
from parley.language.probabilities import Floats
from parley.language.trees import best_tree

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # from 1.29 on, ONNX Runtime tells its makers of every model loaded unless this is set when it is imported
import onnxruntime

MODEL_FOLDER = Path(__file__).parent / "english"
ACCELERATORS = ("CUDAExecutionProvider", "MIGraphXExecutionProvider", "ROCMExecutionProvider", "DmlExecutionProvider")
"""What is taken where it is offered, the first first. Each comes with its own build of ONNX Runtime, so it is there because somebody wanted it;
those that common builds offer on any machine (CoreML) are left out."""
_FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the network says of one window, a value for each word.

    `heads` index words of the window; a root is its own head. `acts` and `cues` have the words that may be one.
    """

    starts: list[bool]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deps: list[str]
    names: list[str]
    acts: Mapping[int, ActScore]
    cues: Mapping[int, CueScore]


class EnglishNetwork:
    """The shipped model, ready to run.

    Args:
        threads: threads ONNX Runtime may use; 0 leaves the choice to it.
    """

    def __init__(self, folder: Path = MODEL_FOLDER, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads must not take the machine from other work
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"),
            options,
            providers=choose_providers(),
            disabled_optimizers=["SkipLayerNormFusion"],  # its fused operator takes twice as long on a CPU as the two it joins
        )
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._upos, self._xpos, self._deps = labels["upos"], labels["xpos"], labels["dep"]
        self._names: list[str] = labels["names"]
        self._root = labels["dep"].index("root")
        self._misfit = np.array([[_FORBIDDEN * (kind not in labels["fits"][tag]) for kind in self._upos] for tag in self._xpos], dtype=np.float32)
        self._decoder = NameDecoder(self._names)
        self.encoder = WordEncoder(folder / "tokenizer.json")

    def parse(self, words: Sequence[str]) -> Parsed:
        """Parses one window of words, alone: 8-bit activations are scaled by what runs together, and no text may change how another is read."""
        if not words:
            raise ValueError("a window without words")
        pieces, shapes, firsts = self.encoder.words(words)
        outputs = self._session.run(None, {"pieces": [pieces], "shapes": [shapes], "firsts": [[0, *firsts]]})
        start, upos, xpos, names, arcs, labels, heads, acts, roles, cues = (output[0] for output in outputs)
        starts = [True, *(start[2:] > 0).tolist()]
        tree = _trees(arcs[1:], starts)
        deps = self._labels(labels[1:], heads[tree])
        tags = xpos[1:].argmax(1)
        return Parsed(
            starts,
            [self._upos[i] for i in (upos[1:] + self._misfit[tags]).argmax(1).tolist()],
            [self._xpos[i] for i in tags.tolist()],
            [at if head == 0 else head - 1 for at, head in enumerate(tree)],
            ["root" if head == 0 else self._deps[i] for head, i in zip(tree, deps.tolist(), strict=True)],
            [self._names[i] for i in self._decoder.decode(names[1:])],
            read_scores(acts[1:], roles[1:, :, 1:]),
            read_cues(cues[1:]),
        )

    def _labels(self, labels: Floats, heads: Floats) -> NDArray[np.intp]:
        """Labels each word's arc: `labels` has what the word asks of its head for every label, `heads` what its head is."""
        scores = np.matmul(labels.reshape(len(labels), len(self._deps), -1), heads[:, :, None])[:, :, 0]
        scores[:, self._root] = _FORBIDDEN
        best: NDArray[np.intp] = scores.argmax(1)
        return best


def _trees(arcs: Floats, starts: list[bool]) -> list[int]:
    """Builds one tree for each sentence of a window; heads count words from 1, 0 is the root."""
    bounds = [at for at, is_start in enumerate(starts) if is_start] + [len(starts)]
    answer: list[int] = []
    for first, last in pairwise(bounds):
        columns = np.concatenate([arcs[first:last, :1], arcs[first:last, first + 1 : last + 1]], 1)
        answer.extend(0 if head == 0 else head + first for head in best_tree(columns))
    return answer


def choose_providers() -> list[str]:
    """Returns what the model is to run on: an accelerator that the installed ONNX Runtime offers, and the processor for the rest."""
    offered = onnxruntime.get_available_providers()
    return [name for name in ACCELERATORS if name in offered] + ["CPUExecutionProvider"]


@cache
def shared_network(threads: int = 0) -> EnglishNetwork:
    """Returns the model, loaded once a process."""
    return EnglishNetwork(threads=threads)
