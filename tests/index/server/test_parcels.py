"""Bytes on a server of records come back as they were sent."""

import random

import pytest
from index.server_fakes import Chroma, server_at

from actqa.index.disk import Seal
from actqa.index.server.parcels import AT_ONCE, CHARACTERS, VALUES, Parcel, Parcels

RECORD = CHARACTERS * VALUES * 4 // 5
"""Bytes that fill a record, if they cannot be compressed."""


@pytest.fixture
def parcels(chroma: Chroma, database: str) -> Parcels:
    found = Parcels(server_at(chroma.url, database))
    found.prepare()
    return found


@pytest.mark.parametrize(
    ("size", "parts"), [(0, 1), (1, 1), (RECORD - 100, 1), (RECORD + 1, 2), (RECORD * (AT_ONCE + 1), AT_ONCE + 2)]
)
def test_any_bytes_come_back(parcels: Parcels, size: int, parts: int) -> None:
    data = random.Random(size).randbytes(size)
    parcel = parcels.send("sources", "name", "t0", data)
    assert parcel.parts == parts
    assert Parcel.of(parcel.path, parcel.seal) == parcel
    assert parcels.ids() == set(parcel.ids)
    assert parcels.fetch(parcel) == data


def test_several_come_with_one_request(parcels: Parcels, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [10, RECORD * 2, 20, RECORD * (AT_ONCE - 2), 30]
    sent = [parcels.send("sources", f"n{size}", "t0", random.Random(size).randbytes(size)) for size in sizes]
    asked: list[int] = []
    on = parcels._on
    monkeypatch.setattr(parcels, "_on", lambda method, **more: (asked.append(len(more["ids"])), on(method, **more))[1])

    found = list(parcels.fetch_all(sent))

    assert [parcel for parcel, _ in found] == sent
    assert [data for _, data in found] == [random.Random(size).randbytes(size) for size in sizes]
    assert asked == [1 + sent[1].parts + 1, sent[3].parts + 1]


def test_what_is_missing_or_another_is_not_returned(parcels: Parcels) -> None:
    parcel = parcels.send("sources", "name", "t0", random.Random(1).randbytes(3 * RECORD))
    with pytest.raises(FileNotFoundError, match="Damaged"):
        parcels.fetch(Parcel("sources", "name", "t0", parcel.parts, Seal(parcel.seal.size, 0)))
    parcels.drop(parcel.ids[1:2])
    with pytest.raises(FileNotFoundError, match="Missing"):
        parcels.fetch(parcel)


def test_no_record_is_larger_than_chroma_cloud_takes(parcels: Parcels) -> None:
    parcel = parcels.send("sources", "f" * 64, "0" * 20, random.Random(1).randbytes(2 * RECORD))
    rows = parcels._on("get", ids=parcel.ids, include=["metadatas"])["metadatas"]
    assert max(len(row) for row in rows) <= 32
    assert max(len(value) for row in rows for value in row.values()) <= 4096
    assert max(map(len, parcel.ids)) <= 128
