"""Makes the ONNX copy of a model, once per machine, and keeps it only where it gives PyTorch's vectors.

In the cache folder, `<key>/` holds the copy, or the reason why there is none; and a second one with weights of 8 bits,
where that gives nearly the same vectors. Deleting the folder costs no more than making it again.
"""

import hashlib
import logging
import shutil
import warnings
from collections.abc import Sequence
from copy import deepcopy
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from filelock import FileLock, Timeout

from actqa.errors import EncoderError
from actqa.index.onnx_model import FEATURES, GRAPH, LIGHT_GRAPH, TOKENIZER, OnnxModel, features
from actqa.index.torch_model import TorchModel

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

logger = logging.getLogger(__name__)

LAYOUT = 2
"""Raise it with every change to this file that alters a copy."""
REFUSED = "refused.txt"
"""In place of a copy: why the model has none."""
LIBRARIES = ("torch", "transformers", "sentence-transformers", "tokenizers", "onnx", "onnxruntime")

AGREEMENT = 1e-5
"""By how much a number of a vector may differ from PyTorch's. What PyTorch itself gives differs by 1e-7 with the batch
a text is in; cosines of such vectors differ by less than 1e-4 even at worst, and an index may hold both."""
LIKENESS = 0.96
"""Cosine that a vector by weights of 8 bits has with PyTorch's at least: .996 on average, less for what is no text."""
PREPARED = {"onnx.quant.pre_process": "onnxruntime.quant"}
"""Says that the graph has been prepared for 8 bits, which it need not be; else the library logs a piece of advice, and
sets up the logging of the whole program to do so."""
OPSET = 17
SECONDS_TO_WAIT = 120
"""For another process that makes the same copy."""

SAMPLES = (
    "",
    " ",
    "tea",
    "What is the market size in 2031?",
    "  The Tea Market was valued at USD 14,776.33 million in 2024 – up 4.5% (CAGR), i.e. “strong”.\n",
    "Region: North America; 2024: 1,234.5; 2031: 2,345.6",
    "Größe des Marktes: 3 Mrd. €, ein Plus von 5 ‰",
    "जापान 日本 Рынок чая 🍵 \u200b\ufeff\x00\ud7ff",
    "[CLS] [MASK] <s> </s> [PAD] ##ing",
    "x" * 3000,
    "The market grows. " * 400,
    "\n".join(f"{year}: USD {year * 7} million" for year in range(1990, 2031)),
)
"""Short and longer than any model reads, empty, other scripts: what the copy is compared on, alone and in one batch."""


def place_of(cache: Path, digest: str) -> Path:
    """Where the copy of the model with this digest is kept, as these versions of the libraries make it."""
    versions = ";".join(f"{name} {_version(name)}" for name in LIBRARIES)
    return cache / f"{digest[:16]}-{hashlib.sha256(f'{LAYOUT};{versions}'.encode()).hexdigest()[:8]}"


def open_copy(place: Path, graph: str = GRAPH) -> OnnxModel | None:
    """The copy, if it is there and loads."""
    if not (place / graph).is_file():
        return None
    try:
        return OnnxModel(place, graph)
    except Exception as error:  # whatever ONNX Runtime says of a damaged file, PyTorch can serve
        logger.info("The copy in %s does not load: %s", place, error)
        return None


def is_refused(place: Path) -> bool:
    """Whether it has turned out that the model has no copy."""
    return (place / REFUSED).is_file()


def is_settled(place: Path) -> bool:
    """Whether there is a copy, or none can be; without a look into it."""
    return (place / GRAPH).is_file() or is_refused(place)


def make_copy(torch_model: TorchModel, place: Path) -> OnnxModel | None:
    """The copy, now made, or taken from the process that was quicker; None where there can be none.

    Raises EncoderError where PyTorch cannot load the model either.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{place}.lock", timeout=SECONDS_TO_WAIT):
            copy = open_copy(place)
            return copy or _make(torch_model, place)
    except (OSError, Timeout) as error:
        logger.info("There is no ONNX copy in %s: %s", place, error)
        return None


def _make(torch_model: TorchModel, place: Path) -> OnnxModel | None:
    """Written beside the place and renamed, so that a copy is whole or not there."""
    part = place.with_name(f"{place.name}.part")
    for old in (part, place):
        shutil.rmtree(old, ignore_errors=True)
    part.mkdir()
    model = torch_model.model
    try:
        _export(model, part)
        copy = OnnxModel(part)
        _compare(copy, torch_model)
        _lighten(part, torch_model)
    except (OSError, EncoderError):
        raise
    except Exception as error:  # many kinds of model, many reasons why one cannot be exported: PyTorch serves it
        logger.info("The model has no ONNX copy: %s", error)
        shutil.rmtree(part)
        part.mkdir()
        (part / REFUSED).write_text(f"{type(error).__name__}: {error}\n", "utf-8")
        copy = None
    part.rename(place)
    return copy


def _export(model: "SentenceTransformer", folder: Path, graph: str = GRAPH) -> None:
    """The exporter that traces: it takes two seconds and the package onnx alone, where the one over `torch.export`
    takes fifteen and three packages more, for a graph that is no faster."""
    import torch

    model.encode(SAMPLES[:3], show_progress_bar=False)  # leaves the tokenizer padding and cutting as the model wants it
    tokenizer: Any = model.tokenizer
    (folder / TOKENIZER).write_text(tokenizer.backend_tokenizer.to_str(), "utf-8")
    names = [name for name in tokenizer.model_input_names if name in FEATURES]
    fed = features(tokenizer.backend_tokenizer, SAMPLES[2:5], names)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _whole(model, names).eval(),
            tuple(torch.from_numpy(fed[name]).to(model.device) for name in names),
            folder / graph,
            input_names=names,
            output_names=["vectors"],
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in names} | {"vectors": {0: "texts"}},
            opset_version=OPSET,
            dynamo=False,
        )


def _whole(model: "SentenceTransformer", names: Sequence[str]) -> Any:
    """All modules as one, from tensors in the order of the names to vectors of length 1."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            made = self.model(dict(zip(names, tensors, strict=True)))["sentence_embedding"]
            return torch.nn.functional.normalize(made, p=2, dim=1)

    return Whole()


def _lighten(folder: Path, torch_model: TorchModel) -> None:
    """Adds the copy with weights of 8 bits, if it can be made and is like the model."""
    try:
        _export(_evened(torch_model.model), folder, LIGHT_GRAPH)
        _quantise(folder / LIGHT_GRAPH)
        _compare_light(OnnxModel(folder, LIGHT_GRAPH), torch_model)
    except OSError:
        raise
    except Exception as error:  # as above; the copy in 32 bits serves
        logger.info("The model has no copy of 8 bits: %s", error)
        (folder / LIGHT_GRAPH).unlink(missing_ok=True)


def _evened(model: "SentenceTransformer") -> "SentenceTransformer":
    """The same model, which gives the same vectors and loses less by 8 bits.

    What goes into a layer is brought to 8 bits by one scale for the whole batch, and where a layer narrows, single
    tokens (`[CLS]`, stops) have numbers many times those of others, which would leave these a few steps. So each
    token's are divided by the largest of them before, and multiplied by it afterwards. In wider layers it gains less
    than it costs.
    """
    import torch
    from torch.nn.functional import linear

    class Evened(torch.nn.Module):
        def __init__(self, layer: torch.nn.Linear) -> None:
            super().__init__()
            self.layer = layer

        def forward(self, given: torch.Tensor) -> torch.Tensor:
            size = given.abs().amax(-1, keepdim=True).clamp(min=1e-9)
            made = linear(given / size, self.layer.weight) * size
            return made if self.layer.bias is None else made + self.layer.bias

    evened = deepcopy(model)
    for name, layer in list(evened.named_modules()):
        if isinstance(layer, torch.nn.Linear) and layer.in_features > layer.out_features:
            evened.set_submodule(name, Evened(layer))
    return evened


def _quantise(graph: Path) -> None:
    """The matrices alone: to look up tokens' own vectors costs nothing, in 32 bits either."""
    import onnx

    quantization: Any = import_module("onnxruntime.quantization")  # untyped
    model = onnx.load(graph)
    onnx.helper.set_model_props(model, PREPARED)
    options = {"weight_type": quantization.QuantType.QInt8, "per_channel": True, "op_types_to_quantize": ["MatMul"]}
    quantization.quantize_dynamic(model, graph, **options)


def _compare_light(copy: OnnxModel, torch_model: TorchModel) -> None:
    """Raises ValueError where a vector is not like PyTorch's."""
    for found, wanted in zip(copy.encode([SAMPLES]), torch_model.encode([SAMPLES]), strict=True):
        if found.shape != wanted.shape or not ((found * wanted).sum(axis=1) >= LIKENESS).all():
            raise ValueError("its vectors are not like those of PyTorch")


def _compare(copy: OnnxModel, torch_model: TorchModel) -> None:
    """Raises ValueError where the copy's vectors are not PyTorch's."""
    batches = [SAMPLES, *((text,) for text in SAMPLES)]
    for found, wanted in zip(copy.encode(batches), torch_model.encode(batches), strict=True):
        if found.shape != wanted.shape or not np.allclose(found, wanted, rtol=0, atol=AGREEMENT):
            raise ValueError("its vectors are not those of PyTorch")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
