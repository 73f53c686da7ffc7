"""The embedding model's ONNX copy: made once, equal to PyTorch's vectors, and never in the way."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from running import clean_environment

from actqa.index import encoder as encoders
from actqa.index import onnx_copy
from actqa.index.encoder import SentenceEncoder, load_encoder
from actqa.index.onnx_copy import AGREEMENT, GRAPH, LIGHT_GRAPH, LIKENESS, REFUSED, SAMPLES, TOKENIZER, open_copy
from actqa.index.torch_model import TorchModel
from actqa.index.weights import find_weights
from actqa.settings import MINILM

VARIED = [
    *SAMPLES,
    "How large was the market of İstanbul's cafés — in ₹ crore?",
    "word " * 254 + "edge",
    "word " * 255 + "edge",
    "\t\r\n",
    "🍵" * 300,
]


@pytest.fixture(scope="module")
def place(cache: Path) -> Path:
    """Where the copy lies, made."""
    made = load_encoder(MINILM, cache)
    made.prepare()
    return made._place


@pytest.fixture(scope="module")
def torch_model() -> TorchModel:
    return TorchModel(find_weights(MINILM))


def ask(home: Path, cache: Path, index: Path, *checks: str) -> list[str]:
    """What a process prints that asks one question, and evaluates the checks."""
    code = "\n".join(
        [
            "import sys; from pathlib import Path; from actqa import Assistant, Settings",
            f"with Assistant.open(Settings(index=Path({str(index)!r}), cache=Path({str(cache)!r}))) as assistant:",
            "    print(assistant.ask('What is the market size in 2031?').answered)",
            *(f"print({check})" for check in checks),
        ]
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=clean_environment(home)
    )
    assert shown.stderr == ""
    return shown.stdout.splitlines()


HEAVY = "sorted({'torch', 'transformers', 'sentence_transformers', 'onnx'} & set(sys.modules))"


def test_the_copy_gives_the_vectors_of_pytorch(place: Path, torch_model: TorchModel) -> None:
    copy = open_copy(place)
    assert copy is not None
    for batch in (VARIED, *([text] for text in VARIED)):
        (found,), (wanted,) = copy.encode([batch]), torch_model.encode([batch])
        np.testing.assert_allclose(found, wanted, rtol=0, atol=AGREEMENT)
        assert (found * wanted).sum(axis=1).min() > 0.99999


def test_the_copy_of_8_bits_gives_vectors_like_those_of_pytorch(place: Path, torch_model: TorchModel) -> None:
    light = open_copy(place, LIGHT_GRAPH)
    assert light is not None
    assert (place / LIGHT_GRAPH).stat().st_size < (place / GRAPH).stat().st_size * 0.7
    (found,), (wanted,) = light.encode([VARIED]), torch_model.encode([VARIED])
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    likeness = (found * wanted).sum(axis=1)
    assert likeness.min() > LIKENESS
    assert np.median(likeness) > 0.99


def test_many_texts_are_encoded_by_the_copy_of_8_bits_and_a_question_is_not(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoders, "MANY", 6)
    encoder = load_encoder(MINILM, place.parent)
    texts = [f"The market grew to USD {number} million." for number in range(6)]
    copy, light = open_copy(place), open_copy(place, LIGHT_GRAPH)
    assert copy is not None
    assert light is not None

    np.testing.assert_allclose(encoder.encode(texts), next(light.encode([texts])), rtol=0, atol=AGREEMENT)
    for few in (texts[:1], texts[:5]):
        np.testing.assert_allclose(encoder.encode(few), next(copy.encode([few])), rtol=0, atol=AGREEMENT)


def test_a_model_that_8_bits_make_another_is_served_in_32(
    place: Path, tmp_path: Path, torch_model: TorchModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoders, "MANY", 6)
    monkeypatch.setattr(onnx_copy, "LIKENESS", 1.5)
    monkeypatch.setattr(onnx_copy, "_export", lambda _, to, graph=GRAPH: shutil.copytree(place, to, dirs_exist_ok=True))
    monkeypatch.setattr(onnx_copy, "_quantise", lambda _: None)
    encoder = load_encoder(MINILM, tmp_path)
    encoder._torch = torch_model

    vectors = encoder.encode(["tea"] * 6)
    np.testing.assert_allclose(vectors[0], next(torch_model.encode([["tea"]]))[0], atol=AGREEMENT)
    assert sorted(file.name for file in encoder.copy.iterdir()) == [GRAPH, TOKENIZER]


def test_a_question_loads_no_pytorch_where_there_is_a_copy(place: Path, seed_index: Path, tmp_path: Path) -> None:
    assert ask(tmp_path, place.parent, seed_index, HEAVY) == ["True", "[]"]
    assert list(tmp_path.iterdir()) == []  # ONNX Runtime's telemetry would have left its files in the home folder


def test_a_question_without_a_copy_is_answered_by_pytorch_and_makes_none(seed_index: Path, tmp_path: Path) -> None:
    assert ask(tmp_path, tmp_path / "cache", seed_index, "'torch' in sys.modules") == ["True", "True"]
    assert list(tmp_path.iterdir()) == []


def test_many_texts_or_a_build_make_the_copy(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Path] = []
    monkeypatch.setattr(encoders, "make_copy", lambda torch_model, place: made.append(place) or open_copy(place))
    many, prepared = load_encoder(MINILM, tmp_path), load_encoder(MINILM, tmp_path)

    many._torch = prepared._torch = TorchModel(find_weights(MINILM))
    many.encode(["tea"] * 5)
    prepared.prepare()

    assert made == [tmp_path / place.name] * 2
    load_encoder(MINILM, place.parent).prepare()
    assert len(made) == 2


def test_both_back_ends_have_one_fingerprint(place: Path, tmp_path: Path) -> None:
    assert load_encoder(MINILM, place.parent).fingerprint == load_encoder(MINILM, tmp_path).fingerprint


@pytest.mark.parametrize("failing", ["_export", "_compare"])
def test_a_model_without_a_copy_is_served_by_pytorch(
    failing: str,
    tmp_path: Path,
    torch_model: TorchModel,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_: object) -> None:
        attempts.append(1)
        raise ValueError("no such operator")

    attempts: list[int] = []
    monkeypatch.setattr(onnx_copy, "_compare", lambda *_: None)
    monkeypatch.setattr(onnx_copy, "_export", lambda *_: None)
    monkeypatch.setattr(onnx_copy, "OnnxModel", lambda _: None)
    monkeypatch.setattr(onnx_copy, failing, refuse)
    for _ in range(2):  # what was refused is not tried again
        encoder = load_encoder(MINILM, tmp_path)
        encoder._torch = torch_model
        vectors = encoder.encode(["tea"] * 5)
        np.testing.assert_allclose(vectors[0], next(torch_model.encode([["tea"]]))[0], atol=AGREEMENT)

    assert len(attempts) == 1
    assert (encoder._place / REFUSED).read_text() == "ValueError: no such operator\n"
    assert not (encoder._place / GRAPH).exists()
    assert capfd.readouterr() == ("", "")


def test_other_vectors_than_pytorchs_are_refused(place: Path, torch_model: TorchModel) -> None:
    class Slightly:
        def encode(self, batches):
            for rows in torch_model.encode(batches):
                yield rows + np.float32(3 * AGREEMENT) * (np.arange(rows.shape[1]) == 7)

    with pytest.raises(ValueError, match="not those of PyTorch"):
        onnx_copy._compare(Slightly(), torch_model)
    onnx_copy._compare(open_copy(place), torch_model)


def test_a_damaged_copy_is_made_again_by_a_build_and_passed_over_by_a_question(
    place: Path,
    tmp_path: Path,
    torch_model: TorchModel,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    broken = tmp_path / place.name
    shutil.copytree(place, broken)
    (broken / GRAPH).write_bytes((place / GRAPH).read_bytes()[:1_000_000])
    monkeypatch.setattr(onnx_copy, "_export", lambda _, to, graph=GRAPH: shutil.copytree(place, to, dirs_exist_ok=True))
    monkeypatch.setattr(onnx_copy, "_quantise", lambda _: None)
    encoder = SentenceEncoder(find_weights(MINILM), tmp_path)
    encoder._torch = torch_model

    encoder.encode(["tea"])
    assert (broken / GRAPH).stat().st_size == 1_000_000
    encoder.encode(["tea"] * 5)
    assert (broken / GRAPH).stat().st_size == (place / GRAPH).stat().st_size
    assert sorted(file.name for file in broken.iterdir()) == [LIGHT_GRAPH, GRAPH, TOKENIZER]
    assert capfd.readouterr() == ("", "")


def test_a_cache_that_cannot_be_written_is_no_trouble(tmp_path: Path, torch_model: TorchModel) -> None:
    (tmp_path / "file").write_text("")
    encoder = load_encoder(MINILM, tmp_path / "file" / "cache")
    encoder._torch = torch_model

    assert encoder.encode(["tea"] * 5).shape == (5, 384)


def test_threads_that_encode_beside_each_other_get_what_one_alone_gets(place: Path) -> None:
    encoder = load_encoder(MINILM, place.parent)
    texts = [f"{text} {number}" for number in range(30) for text in VARIED[:6]]
    expected = encoder.encode(texts)
    wrong: list[float] = []

    def check(first: int) -> None:
        found = [encoder.encode([text])[0] for text in texts[first::6]]
        wrong.extend(float(gap) for gap in np.abs(found - expected[first::6]).ravel() if gap > AGREEMENT)

    threads = [threading.Thread(target=check, args=(first,)) for first in range(6)]
    for thread in threads:
        thread.start()
    np.testing.assert_allclose(encoder.encode(texts), expected, rtol=0, atol=AGREEMENT)
    for thread in threads:
        thread.join()

    assert wrong == []
