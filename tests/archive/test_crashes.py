"""A process that is killed at any moment leaves a sound archive with everything that it reported as done.

A few kills by default; `TIESTUI_KILLS=200 pytest tests/archive/test_crashes.py` does as many as it says.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tiestui.archive import Archive, open_archive
from tiestui.errors import ArchiveError
from tiestui.query import View

from .worker import lines_of

KILLS = int(os.environ.get("TIESTUI_KILLS", "8"))
WORKER = Path(__file__).with_name("worker.py")


def killed(path: Path, work: str, first: int, chance: random.Random, longest: float = 0.15) -> list[str]:
    """What a worker reported before it was killed somewhere in its work."""
    command = [sys.executable, str(WORKER), str(path), work, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        reported = [process.stdout.readline()]
        try:
            process.wait(timeout=chance.random() * longest)
        except subprocess.TimeoutExpired:
            process.kill()
        reported += process.stdout.readlines()
    return [line.strip() for line in reported if line.endswith("\n")]


def assert_kept(archive: Archive, promises: list[str]) -> None:
    assert list(archive.check()) == []
    gone = {promise.split()[1] for promise in promises if promise.startswith("gone")}
    held = {source.id for source in archive.sources()}
    notes = {}
    for promise in promises:
        what, _, name = promise.partition(" ")
        if what == "source" and name not in gone:
            if name not in held and int(name[1:]) % 3 == 1:
                continue  # the worker drops these; it was killed before it could say so
            assert name in held
            assert archive.text(name) == "\n".join(lines_of(int(name[1:]))) + "\n"
        elif what == "gone":
            assert name not in held
        elif what == "record":
            assert archive.record(name).id == name
        elif what == "note":
            notes[name.split()[0]] = name.partition(" ")[2]
    for name, note in notes.items():
        kept = archive.record(name).note or ""
        assert int(kept.split()[1]) >= int(note.split()[1])


@pytest.mark.parametrize("work", ["add", "import", "decide", "compact"])
def test_a_killed_process_loses_nothing_that_it_reported(path: Path, work: str) -> None:
    chance = random.Random(work)
    promises: list[str] = []
    with open_archive(path, "write") as archive:
        from .made import document

        for number in range(90_000, 90_010):
            archive.add(*document(f"d{number}.txt", lines_of(number)))
            promises.append(f"source d{number}")
    for turn in range(max(1, KILLS // 4)):
        promises += killed(path, work, turn * 999, chance)
        with open_archive(path) as archive:
            assert_kept(archive, promises)
            assert archive.count(View(query="harbour")) >= 10


def test_an_archive_that_was_being_filled_is_empty_or_full(tmp_path: Path) -> None:
    chance = random.Random("fill")
    for turn in range(max(2, KILLS // 8)):
        path = tmp_path / f"{turn}.db"
        promises = killed(path, "fill", 0, chance, longest=1.5)
        with open_archive(path) as archive:
            assert_kept(archive, promises)
            assert archive.count(View()) in (0, 20_000)


def test_two_processes_add_to_one_archive_at_the_same_time(path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from tests.archive.worker import *;"
        "archive = open_archive(sys.argv[2], 'write');"
        "first = int(sys.argv[3]);"
        "[archive.add(*document(f'd{n}.txt', lines_of(n))) for n in range(first, first + 40)]"
    )
    root = str(Path(__file__).parents[2])
    both = [
        subprocess.Popen([sys.executable, "-c", script, root, str(path), str(first)], stderr=subprocess.PIPE, text=True)
        for first in (0, 1000)
    ]
    for process in both:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    with open_archive(path) as archive:
        assert sorted(source.id for source in archive.sources()) == sorted(
            f"d{n}" for first in (0, 1000) for n in range(first, first + 40)
        )
        assert list(archive.check()) == []


def test_a_killed_migration_leaves_the_archive_or_the_new_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tiestui.archive import migrations, opening

    with open_archive(path, "write"):
        pass
    newer = opening.VERSION + 1
    monkeypatch.setattr(opening, "VERSION", newer)
    monkeypatch.setattr(migrations, "VERSION", newer)
    monkeypatch.setitem(migrations.STEPS, newer - 1, ("CREATE TABLE first(x)", "CREATE TABLE first(x)"))
    with pytest.raises(ArchiveError, match="already exists"):
        open_archive(path, "write")
    monkeypatch.setitem(migrations.STEPS, newer - 1, ("CREATE TABLE first(x)", "CREATE TABLE second(x)"))
    with open_archive(path) as archive:
        assert archive.info()["version"] == newer
        tables = {row[0] for row in archive._connection.execute("SELECT name FROM sqlite_master")}
        assert {"first", "second"} <= tables
    copy = path.with_name(f"{path.name}.v{newer - 1}")
    assert copy.stat().st_mode & 0o777 == 0o600
    monkeypatch.undo()
    with open_archive(copy) as before:
        assert before.info()["version"] == newer - 1
