"""Batches one after another, and what somebody else writes between them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tiestui.archive import Archive, keeping, open_archive
from tiestui.model.jsonform import to_json
from tiestui.query import View

from ..chronology.making import upgrade
from .made import document
from .test_decisions import records

FIRST = ["upgrade 2013 | strategic partnership", "statement 2014 | Ana Ito: the nets are full again this year"]
SECOND = ["upgrade 2013-05 | strategic partnership", "event 2015 | visit to the old harbour"]
THIRD = ["upgrade 2014 | strategic partnership", "statement 2014 | Ana Ito: the nets are full again this year"]
Act = Callable[[Archive], object]


def state(archive: Archive) -> dict[str, Any]:
    assert list(archive.check()) == []
    return {name: to_json(record) for name, record in records(archive, by_id=True).items()}


def paper(number: int) -> tuple[str, list[str]]:
    """A document that says what others say, and one thing of its own."""
    return f"{number}.txt", [*(FIRST, SECOND, THIRD)[number % 3], f"event 1999 | visit number {number}"]


def batch(archive: Archive, name: str, lines: list[str]) -> None:
    with archive.batch():
        archive.add(*document(name, lines))


@contextmanager
def another(archive: Archive) -> Iterator[Archive]:
    """As another process has it: a connection of its own to the same file."""
    with open_archive(archive.path, "write") as other:
        yield other


def adds_elsewhere(archive: Archive) -> None:
    with another(archive) as other:
        batch(other, "between.txt", SECOND)


def removes_elsewhere(archive: Archive) -> None:
    with another(archive) as other:
        other.remove("first")


def adds_alone(archive: Archive) -> None:
    archive.add(*document("between.txt", SECOND))


def removes(archive: Archive) -> None:
    archive.remove("first")


def imports(archive: Archive) -> None:
    archive.bulk_import([upgrade("afar", "2013-05-06", id="up-afar", origin="imported", pair=("FRA", "JPN"))])


def decides(archive: Archive) -> None:
    name = next(one.id for one in records(archive).values() if one.type == "upgrade")
    archive.decide("edit", [name], {"date": "2013-07"}, when="2024-01-01T00:00:00Z")


def fails(archive: Archive) -> None:
    with suppress(KeyError), archive.batch():
        archive.add(*document("between.txt", SECOND))
        raise KeyError


ACTS = (adds_elsewhere, removes_elsewhere, adds_alone, removes, imports, decides, fails)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_what_is_written_between_two_batches_is_seen(tmp_path: Path, act: Act) -> None:
    with open_archive(tmp_path / "one.db", "write") as one:
        batch(one, "first.txt", FIRST)
        act(one)
        batch(one, "third.txt", THIRD)
        found = state(one)
    with open_archive(tmp_path / "two.db", "write") as two:
        batch(two, "first.txt", FIRST)
        act(two)
    with open_archive(tmp_path / "two.db", "write") as two:  # it knows nothing of what went before
        two.add(*document("third.txt", THIRD))
        assert found == state(two)


def test_two_that_write_by_turns_make_what_one_makes(tmp_path: Path) -> None:
    with open_archive(tmp_path / "one.db", "write") as one, another(one) as other:
        for number in range(9):
            batch((one, other)[number % 2], *paper(number))
        found = state(one)
    with open_archive(tmp_path / "two.db", "write") as two:
        for number in reversed(range(9)):
            two.add(*document(*paper(number)))
        assert found == state(two)


@pytest.mark.parametrize("most", [0, 3, 1_000])
def test_how_much_is_kept_between_batches_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(keeping, "MOST_KEPT", most)
    with open_archive(tmp_path / "one.db", "write") as one, open_archive(tmp_path / "two.db", "write") as two:
        for number in range(6):
            batch(one, *paper(number))
            two.add(*document(*paper(number)))
        assert state(one) == state(two)


def test_a_document_that_has_another_outlet_now_says_what_it_says_now(path: Path) -> None:
    place = "/somewhere/first.txt"
    with open_archive(path, "write") as archive:
        archive.add(*document("first.txt", FIRST, outlet="The Net"), location=place)
        with archive.batch():
            archive.add(*document("second.txt", SECOND))
            archive.add(*document("first.txt", THIRD[:1], outlet="The Harbour Post"), location=place)
        assert archive.count(View(query="kind:statement")) == 0
        assert archive.count(View(query='source:first outlet:"harbour post"')) == 1
