"""Sorted runs on the disk, and ids that come again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tiestui.archive import repeating, sorting
from tiestui.archive.preparing import Prepared, packed, prepare_record
from tiestui.archive.repeating import Repeated
from tiestui.archive.sorting import Packed, Sorter, run_of

from .made import mention


@pytest.mark.parametrize(("many", "runs", "together"), [(0, 1, 9), (1, 1, 9), (5, 3, 1), (3_000, 40, 50), (900, 1, 7)])
def test_all_that_came_is_given_back_in_order(
    many: int, runs: int, together: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "_TOGETHER", together)
    monkeypatch.setattr(sorting, "_IN_MEMORY", 10_000)
    chance = random.Random(many)
    records: list[Packed] = [(chance.randrange(60), number, 0, b"x" * (number % 90)) for number in range(many)]
    with Sorter(tmp_path) as sorter:
        size = -(-many // runs)
        parts = [records[start : start + size] for start in range(0, many, size or 1)]
        for part in (*chance.sample(parts, len(parts)), []):
            sorter.add(run_of(list(part)))
        batches = list(sorter.batches())
    assert [one for batch in batches for one in batch] == sorted(records)
    assert max(map(len, batches)) <= together + 4 * (runs + 1)
    assert list(tmp_path.iterdir()) == []


def prepared(name: str) -> Prepared:
    return prepare_record(mention(f"event 2001 | visit {name}", id=name, origin="imported"))


@pytest.mark.parametrize("bits", [8, 1 << 26])  # with eight bits most ids seem to have come before
def test_of_records_with_one_id_the_last_counts(bits: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeating, "_BITS", bits)
    names = ["a", "b", "a", "c", "b", "a", "d"]
    repeated = Repeated()
    repeated.add(names[:3], 10)
    repeated.add(names[3:], 20)
    numbers = [10, 11, 12, 20, 21, 22, 23]
    records = [(0, number, number, packed(prepared(name))) for name, number in zip(names, numbers, strict=True)]
    assert [(record.id, block) for record, block in repeated.last_of(records)] == [
        ("c", 20),
        ("b", 21),
        ("a", 22),
        ("d", 23),
    ]
