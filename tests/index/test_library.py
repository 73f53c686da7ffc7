"""What readers see, and that they never miss a beat while the index changes under them."""

import logging
import shutil
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import chromadb
import numpy as np
import pytest
from index.fakes import (
    FORKS,
    HashEncoder,
    build_in_process,
    build_now,
    generations,
    market,
    read_in_process,
    receive,
    start,
    write,
)

from actqa.errors import IndexDamaged, IndexFault, IndexMissing, ReportNotFound
from actqa.index.disk import write_whole
from actqa.index.folder import FolderHome
from actqa.index.library import Hit, Library, ReportCard


def test_cards_come_by_title(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", a=market("zinc"), b=market("Antimony"), c=market("iron"))
    build_now(tmp_path / "index", corpus)

    with Library(FolderHome(tmp_path / "index")) as library, library.snapshot() as snapshot:
        cards = list(snapshot.reports.values())
        text = snapshot.report("b").report

    assert [card.id for card in cards] == ["b", "c", "a"]
    assert cards[0] == ReportCard("b", "Market of Antimony", "b.md", len(market("Antimony")), None, text.revision)


def test_what_is_nearest_is_named_by_report_and_unit(index: Path) -> None:
    vector = HashEncoder().encode(["The tea market reached USD 5 million in 2024."])[0]
    with Library(FolderHome(index)) as library, library.snapshot() as snapshot:
        (hit,) = snapshot.nearest(vector, 1)
        assert hit == Hit("tea", 1, pytest.approx(1.0, abs=1e-6))
        assert snapshot.report("tea").texts[hit.unit] == "The tea market reached USD 5 million in 2024."
        assert [hit.report for hit in snapshot.nearest(vector, 9, ["salt"])] == ["salt", "salt"]
        assert {(hit.report, hit.unit) for hit in snapshot.lexical_nearest("tea", 5)} == {("tea", 0), ("tea", 1)}
        assert [hit.report for hit in snapshot.lexical_nearest("salt tea", 1)] != ["iron"]
        np.testing.assert_allclose(snapshot.vectors("tea")[1], vector, atol=1e-6)
        assert snapshot.lexical_scores("tea", "salt").tolist() == [0.0, 0.0]


def test_a_record_says_where_its_unit_stands(index: Path) -> None:
    (shelf,) = (index / "shelves").iterdir()
    with closing(chromadb.PersistentClient(str(shelf))) as client:
        found = client.get_collection("units", embedding_function=None).get(where={"report": "tea"})
    said = {
        tuple(record[key] for key in ("report", "section", "kind", "start", "end")) for record in found["metadatas"]
    }
    sentence = "The tea market reached USD 5 million in 2024."
    start = market("tea").index(sentence)
    assert said == {
        ("tea", "Market of tea", "heading", 0, 15),
        ("tea", "Market of tea", "sentence", start, start + len(sentence)),
    }


def test_a_part_shows_nothing_of_the_others(index: Path) -> None:
    vector = HashEncoder().encode(["The tea market reached USD 5 million in 2024."])[0]
    with Library(FolderHome(index)) as library, library.snapshot(among=("salt", "iron", "gone")) as part:
        assert sorted(part.reports) == ["iron", "salt"]
        assert {hit.report for hit in part.nearest(vector, 9)} == {"iron", "salt"}
        assert {hit.report for hit in part.nearest(vector, 9, ["tea", "salt"])} == {"salt"}
        assert part.nearest(vector, 9, ["tea"]) == []
        assert part.lexical_nearest("tea", 5) == []
        assert {(hit.report, hit.unit) for hit in part.lexical_nearest("salt tea", 5)} == {("salt", 0), ("salt", 1)}
        for ask in (part.report, part.card, part.facts, part.facts_version, part.vectors):
            with pytest.raises(ReportNotFound, match=r"^There is no report tea: the index holds iron, salt\.$"):
                ask("tea")
        assert part.report("salt").report.id == "salt"
    with Library(FolderHome(index)) as library, library.snapshot(among=()) as nothing:
        assert (dict(nothing.reports), nothing.nearest(vector, 9), nothing.lexical_nearest("salt", 5)) == ({}, [], [])


def test_a_part_leaves_the_whole_as_it_is(index: Path) -> None:
    vector = HashEncoder().encode(["salt"])[0]
    with Library(FolderHome(index)) as library:
        with library.snapshot() as whole:
            assert len(whole.reports) == 3
            with library.snapshot(among=("tea",)) as part:
                assert (list(part.reports), len(whole.reports)) == (["tea"], 3)
        with library.snapshot() as again:
            assert again is whole
            assert again.nearest(vector, 1)[0].report == "salt"


def test_an_unknown_report_is_told(index: Path) -> None:
    with Library(FolderHome(index)) as library, library.snapshot() as snapshot:
        for ask in (snapshot.report, snapshot.vectors, lambda id: snapshot.lexical_scores("tea", id)):
            with pytest.raises(ReportNotFound) as caught:
                ask("teas")
            assert str(caught.value) == "There is no report teas: the index holds tea and 2 more."
            with pytest.raises(ReportNotFound, match=r": the index holds iron, salt, tea\.$"):
                ask("nothing")


def test_another_encoder_is_refused(index: Path) -> None:
    with Library(FolderHome(index)) as library, library.snapshot() as snapshot:
        snapshot.check_encoder(HashEncoder())
        with pytest.raises(IndexFault, match=r"another embedding model: run `actqa index`"):
            snapshot.check_encoder(HashEncoder("hash/2"))
        with pytest.raises(IndexFault, match="97 numbers, not 3"):
            snapshot.nearest(np.ones(3, dtype=np.float32), 1)


def test_no_index_is_told_until_there_is_one(tmp_path: Path, corpus: Path) -> None:
    with Library(FolderHome(tmp_path / "index")) as library:
        with pytest.raises(IndexMissing, match="run `actqa index`"), library.snapshot():
            pass
        build_now(tmp_path / "index", corpus)
        with library.snapshot() as snapshot:
            assert len(snapshot.reports) == 3


def test_a_library_follows_builds_of_other_processes(index: Path, corpus: Path) -> None:
    with Library(FolderHome(index)) as library:
        with library.snapshot() as before:
            write(corpus, zinc=market("zinc"))
            start(build_in_process, index, corpus).join()
            with library.snapshot() as after:
                assert set(after.reports) - set(before.reports) == {"zinc"}
                assert len(generations(index)) == 2
            assert len(before.vectors("tea")) == 2
        assert generations(index) == [after.name]
        with library.snapshot() as again:
            assert again is after


def test_what_is_in_memory_serves_the_next_generation(index: Path, corpus: Path) -> None:
    with Library(FolderHome(index)) as library:
        with library.snapshot() as before:
            report, vectors = before.report("tea"), before.vectors("tea")
        write(corpus, zinc=market("zinc"))
        build_now(index, corpus)
        with library.snapshot() as after:
            assert after.report("tea") is report
            assert after.vectors("tea") is vectors


def test_no_query_fails_while_generations_come_and_go(index: Path, corpus: Path) -> None:
    values: set[int] = set()
    failures: list[BaseException] = []
    finished = threading.Event()
    vector = HashEncoder().encode(["The tea market reached USD 5 million in 2024."])[0]

    def ask(library: Library) -> None:
        try:
            while not finished.is_set():
                with library.snapshot() as snapshot:
                    texts = snapshot.report("tea").texts
                    hit = snapshot.nearest(vector, 1, ["tea"])[0]
                    assert hit.unit == 1
                    assert len(snapshot.vectors("tea")) == len(snapshot.lexical_scores("tea", "tea")) == 2
                    assert len(snapshot.lexical_nearest("market", 99)) == 6
                    values.add(int(texts[1].split()[5]))
        except BaseException as error:
            failures.append(error)

    with Library(FolderHome(index)) as library:
        threads = [threading.Thread(target=ask, args=(library,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for value in range(10, 16):
            write(corpus, tea=market("tea", value))
            start(build_in_process, index, corpus).join()
            patience = time.monotonic() + 20
            while value not in values and not failures and time.monotonic() < patience:
                time.sleep(0.01)
        finished.set()
        for thread in threads:
            thread.join()
        assert failures == []
        assert values == {5, *range(10, 16)}
        assert len(generations(index)) == 1
    assert len(generations(index)) == 1


def test_many_processes_may_open_one_generation_at_once(index: Path) -> None:
    pipes = [FORKS.Pipe() for _ in range(6)]
    readers = [start(read_in_process, index, there) for _, there in pipes]
    for here, _ in pipes:
        receive(here)
        here.send(True)
        assert len(receive(here)) == 6
    for here, _ in pipes:
        here.send(False)
    for reader in readers:
        reader.join()

    assert [reader.exitcode for reader in readers] == [0] * 6


def test_a_generation_that_does_not_open_leaves_the_one_before(
    index: Path, corpus: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Library(FolderHome(index)) as library:
        with library.snapshot() as before:
            pass
        write_whole(index / "CURRENT", b"garbage\n")
        with caplog.at_level(logging.WARNING):
            for _ in range(3):
                with library.snapshot() as after:
                    assert after is before
                    assert len(after.vectors("tea")) == 2
        assert len(caplog.records) == 1
        assert "run `actqa index`" in caplog.text

        write(corpus, zinc=market("zinc"))
        build_now(index, corpus)
        with library.snapshot() as mended:
            assert "zinc" in mended.reports
    assert generations(index) == [mended.name]


def test_a_generation_whose_database_does_not_open_leaves_the_one_before(
    index: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Library(FolderHome(index)) as library:
        with library.snapshot() as before:
            pass
        shutil.copytree(index / "generations" / before.name, index / "generations" / "9999999999-00000000")
        manifest = index / "generations" / "9999999999-00000000" / "manifest.json"
        manifest.write_text(manifest.read_text("utf-8").replace(before.name, "9999999999-00000000"), "utf-8")
        shutil.copytree(index / "shelves" / before.name, index / "shelves" / "9999999999-00000000")
        (index / "shelves" / "9999999999-00000000" / "chroma.sqlite3").write_bytes(b"garbage" * 999)
        write_whole(index / "CURRENT", b"9999999999-00000000\n")
        with library.snapshot() as after:
            assert after is before
            assert len(after.vectors("tea")) == 2
        assert len(caplog.records) == 1


def test_a_pointer_that_is_gone_leaves_the_generation(index: Path) -> None:
    with Library(FolderHome(index)) as library:
        with library.snapshot() as before:
            pass
        (index / "CURRENT").unlink()
        with library.snapshot() as after:
            assert after is before


def test_a_closed_library_lets_readers_finish_and_opens_again(index: Path) -> None:
    library = Library(FolderHome(index))
    with library.snapshot() as snapshot:
        library.close()
        assert len(snapshot.vectors("tea")) == 2
    library.close()
    with library.snapshot() as again:
        assert again is not snapshot
        assert len(again.vectors("tea")) == 2
    library.close()


def test_two_libraries_of_one_folder_share_it(index: Path, corpus: Path) -> None:
    with Library(FolderHome(index)) as one, Library(FolderHome(index)) as two:
        with one.snapshot() as first, two.snapshot() as second:
            assert len(first.vectors("tea")) == len(second.vectors("tea")) == 2
        one.close()
        write(corpus, tea=market("tea", 9))
        build_now(index, corpus)
        with two.snapshot() as snapshot:
            assert snapshot.report("tea").texts[1].split()[5] == "9"
            assert len(snapshot.vectors("tea")) == 2


def test_missing_records_are_damage(index: Path) -> None:
    shutil.rmtree(index / "shelves")

    with pytest.raises(IndexDamaged), Library(FolderHome(index)) as library, library.snapshot():
        pass


def test_listing_reports_needs_neither_chroma_nor_torch(index: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from actqa.index.folder import FolderHome; from actqa.index.library import Library\n"
        f"with Library(FolderHome(Path({str(index)!r}))).snapshot() as snapshot: print(list(snapshot.reports))\n"
        "print(sorted({'chromadb', 'torch', 'Stemmer'} & set(sys.modules)))"
    )

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.splitlines() == ["['iron', 'salt', 'tea']", "[]"]
