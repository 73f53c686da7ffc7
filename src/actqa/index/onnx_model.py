"""The ONNX copy of a model, served by ONNX Runtime without PyTorch; onnx_copy.py makes it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

GRAPH = "model.onnx"
"""From token numbers to vectors of length 1: all modules of the model."""
LIGHT_GRAPH = "model-8bit.onnx"
"""The same with weights of 8 bits, where such a one serves."""
TOKENIZER = "tokenizer.json"
"""Pads to the longest text of a batch, and cuts at the model's greatest length."""

FEATURES = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
"""What a model may be fed, and what the tokenizer calls it."""

AT_ONCE = 16
"""Texts of a batch. Fewer bring more calls, more bring more padding: of 256 units 15 % with 32, 8 % with 16."""
CHUNK = 512
"""Texts that are counted together."""

SLOWER = ("SkipLayerNormFusion",)
"""What ONNX Runtime joins into one step that takes four times as long as the two did, here a tenth of the whole."""

QUIET = 4
"""Severity from which ONNX Runtime writes to standard error: fatal; what matters it raises."""


class OnnxModel:
    """Safe to share between threads: each batch runs on the thread that brings it, none waits for another."""

    at_once = AT_ONCE

    def __init__(self, folder: Path, graph: str = GRAPH) -> None:
        """Raises OSError, and whatever the two libraries raise for files that are not theirs."""
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # see torch_model.py
        self._tokenizer = _tokenizer(folder / TOKENIZER)
        self._session = _session(folder / graph)
        self._inputs = [each.name for each in self._session.get_inputs()]

    def sizes(self, texts: Sequence[str]) -> list[int]:
        """Of each text its tokens, which its characters tell only roughly: texts of one size need no padding."""
        chunks = (texts[first : first + CHUNK] for first in range(0, len(texts), CHUNK))
        return [sum(one.attention_mask) for chunk in chunks for one in self._tokenizer.encode_batch(list(chunk))]

    def encode(self, batches: Iterable[Sequence[str]]) -> Iterator[NDArray[np.float32]]:
        """For each batch its vectors, each of length 1; several batches use all processors."""
        waiting = list(batches)
        if len(waiting) < 2:
            yield from map(self._vectors, waiting)
            return
        with ThreadPoolExecutor(min(len(waiting), _processors()), "encode") as pool:
            yield from pool.map(self._vectors, waiting)

    def _vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        (vectors,) = self._session.run(None, features(self._tokenizer, texts, self._inputs))
        return np.asarray(vectors, dtype=np.float32)


def features(tokenizer: "Tokenizer", texts: Sequence[str], names: Iterable[str]) -> dict[str, NDArray[np.int64]]:
    """What the model is fed, by name: each of shape (texts, tokens)."""
    found = tokenizer.encode_batch(list(texts))
    return {name: np.array([getattr(one, FEATURES[name]) for one in found], dtype=np.int64) for name in names}


def _tokenizer(file: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    return Tokenizer.from_str(file.read_text("utf-8"))


def _session(file: Path) -> "InferenceSession":
    """On one thread: a question's many small steps are slower on several, and batches run beside each other anyway."""
    # Its ordinary builds report what they run, from their import on; a call that turns that off would come too late.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.set_default_logger_severity(QUIET)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = QUIET
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        file, options, providers=["CPUExecutionProvider"], disabled_optimizers=[*SLOWER]
    )


def _processors() -> int:
    """Those this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
