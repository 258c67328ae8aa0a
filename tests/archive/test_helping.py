"""An import that other processes help with comes to what one process comes to, or to nothing at all."""

from __future__ import annotations

import io
import os
import signal
import sqlite3
import subprocess
import sys
from itertools import count, product
from multiprocessing import Process, active_children
from pathlib import Path
from typing import Any

import pytest

from tiestui.archive import apart, intake, open_archive, writing
from tiestui.archive.helping import Helper
from tiestui.errors import ArchiveError
from tiestui.model.jsonform import dumps, to_json
from tiestui.query import View
from tiestui.views.intake import parcels_in

from .made import mention

TABLES = "record", "display", "content", "sheet", "span", "value", "speaker", "mention", "decision", "search"


def lines(many: int) -> bytes:
    """So many records as JSON lines: some stand twice, some are starred, some edited to another date, some are none."""
    made = []
    for number in range(many):
        kind = ("event 19{:02}", "statement 2001-02-{:02}", "agreement 20{:02}")[number % 3].format(1 + number % 28)
        words = f"Ana Ito: the harbour {number % 90} is said to be open to {number} ships"
        shared: dict[str, Any] = {"starred": number % 40 == 0, "review": "edited" if number % 50 == 0 else "unreviewed"}
        record = mention(f"{kind} | {words}", f"s{number % 7}.txt", id=f"r-{number % (many - 9)}", **shared)
        made.append(dumps(to_json(record)) if number % 60 else "{no record}")
    return "\n".join(made).encode()


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Helpers come though the archive is small and the machine may have one core."""
    monkeypatch.setattr(intake, "_BLOCK", 20_000)
    monkeypatch.setattr(intake, "cores", lambda: 2)
    monkeypatch.setattr(writing, "cores", lambda: 2)
    monkeypatch.setattr(writing, "WORTH_A_PROCESS", 10)


def imported(path: Path, data: bytes) -> tuple[int, list[str]]:
    """How many records went in, and what was said of the others."""
    said: list[str] = []
    with open_archive(path, "write") as archive:
        return archive.import_parcels(parcels_in(io.BytesIO(data), "f", said.append)), said


def state(path: Path) -> dict[str, list[Any]]:
    """All rows, without what tells when a decision was made, and where each word stands."""
    connection = sqlite3.connect(path)
    rows = {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in TABLES}
    rows["decision"] = [(*row[:1], *row[3:5]) for row in rows["decision"]]
    rows["terms"] = connection.execute("SELECT * FROM term ORDER BY 1, 2, 3, 4").fetchall()
    connection.close()
    return rows


@pytest.mark.usefixtures("helped")
def test_helpers_change_nothing_in_what_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = lines(1_500)
    helped = imported(tmp_path / "helped.db", data)
    monkeypatch.setattr(intake, "cores", lambda: 1)
    monkeypatch.setattr(writing, "cores", lambda: 1)
    assert imported(tmp_path / "alone.db", data) == helped
    assert state(tmp_path / "alone.db") == state(tmp_path / "helped.db")
    with open_archive(tmp_path / "helped.db", "write") as archive:
        assert list(archive.check()) == []
        more = mention("event 2001 | a harbour of its own", id="ev-more", origin="imported")
        archive.bulk_import([more])  # the index goes on from what was copied
        assert archive.count(View(query="harbour")) == archive.count(View())
        assert list(archive.check()) == []


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize(("started", "copied"), product([0, 1, 2], [True, False]))
def test_an_import_goes_on_without_the_helpers_that_cannot_be_had(
    started: int, copied: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, number = Process.start, count()

    def start(process: Process) -> None:
        if next(number) >= started:
            raise BlockingIOError("no more processes")
        begin(process)

    monkeypatch.setattr(Process, "start", start)
    monkeypatch.setattr(apart, "can_be_copied", lambda connection: copied)
    data = lines(500)
    path = tmp_path / "archive.db"
    assert imported(path, data)[0] == 500 - len(range(0, 500, 60))
    with open_archive(path) as archive:
        assert list(archive.check()) == []
        assert archive.count(View(query="harbour")) == archive.count(View())


def killed(*_: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def full(*_: Any) -> None:
    raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.usefixtures("helped")
@pytest.mark.parametrize(
    ("module", "name", "work", "says"),
    [
        (intake, "_make_parcels", killed, "helping was killed"),
        (apart, "_index", killed, "helping was killed"),
        (apart, "_index", full, "disk is full"),
    ],
)
def test_a_helper_that_fails_leaves_the_archive_as_it_was(
    module: Any, name: str, work: Any, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, work)
    path = tmp_path / "archive.db"
    with pytest.raises(ArchiveError, match=says):
        imported(path, lines(1_500))
    with open_archive(path, "write") as archive:
        assert archive.count(View()) == 0
        assert list(archive.check()) == []
        archive.bulk_import([mention("event 2001 | harbour", id="ev-more", origin="imported")])
        assert archive.count(View(query="harbour")) == 1


def gone_early(take: Any, give: Any) -> None:
    give(take())
    os._exit(1)


def test_what_is_handed_on_to_a_helper_that_is_gone_is_not_lost_unsaid() -> None:
    with Helper(gone_early) as helper:
        helper.give("first")
        for process in active_children():
            process.join()
        with pytest.raises(ArchiveError, match="killed"):
            helper.give("second")


WAITS = """
import os, sys
from tiestui.archive.helping import helpers
def work(take, give):
    give(os.getpid())
    take()
with helpers(work, 3) as some:
    print(*[helper.take() for helper in some], flush=True)
    sys.stdin.read()
"""


POOL = """
import sys
from math import sqrt
from tiestui.processes import in_order
for number, root in enumerate(in_order(sqrt, range(9), 3)):
    print(root, end="\\n" if number == 2 else " ", flush=True)
    if number == 2:
        sys.stdin.read()
"""


@pytest.mark.parametrize("script", [WAITS, POOL], ids=["helpers", "pool"])
def test_helpers_end_with_the_process_that_was_killed(script: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert len(process.stdout.readline().split()) == 3
        process.kill()
        assert process.communicate(timeout=60) == ("", None)  # it ends when nobody holds the pipe any more
