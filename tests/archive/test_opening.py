from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from tiestui.archive import Archive, Interrupted, open_archive, opening
from tiestui.archive.schema import VERSION
from tiestui.errors import ArchiveError
from tiestui.query import View

from .made import document, mention

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_an_archive_is_its_owners_alone(archive: Archive) -> None:
    for suffix in ("", "-wal", "-shm"):
        assert stat.S_IMODE(archive.path.with_name(archive.path.name + suffix).stat().st_mode) == 0o600


def test_two_that_make_an_archive_at_once_do_not_hinder_each_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.touch()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waits: list[float] = []

    def pause(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            other.execute("ROLLBACK")

    monkeypatch.setattr(opening, "sleep", pause)
    monkeypatch.setattr(opening, "_open", lambda uri: sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None))
    with open_archive(path, "write") as archive:
        assert len(waits) == 2
        assert archive.check() is not None
    other.close()


def test_a_missing_archive_is_named_with_what_makes_it(path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"there is no archive at .*archive\.db; make it with: tiestui"):
        open_archive(path)
    assert not path.exists()
    with pytest.raises(ArchiveError, match="no folder"):
        open_archive(path / "deeper" / "a.db", "write")


@pytest.mark.parametrize("mode", ["read", "write"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"this is a text\n", "no archive of tiestui"),
        (b"SQLite format 3\x00", "no archive of tiestui"),
        (b"SQLite format 3\x00" + b"\x01" * 2000, "damaged|no archive|cannot"),
        (b"\x00" * 5000, "no archive of tiestui"),
    ],
)
def test_what_is_no_archive_is_left_as_it_was(path: Path, mode: opening.Mode, content: bytes, says: str) -> None:
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=says) as caught:
        open_archive(path, mode)
    assert "\n" not in caught.value.message
    assert str(path) in caught.value.message
    assert path.read_bytes() == content


def test_an_empty_file_becomes_an_archive_when_written_to(path: Path) -> None:
    path.touch()
    with pytest.raises(ArchiveError, match="empty"):
        open_archive(path)
    with open_archive(path, "write") as archive:
        assert archive.count(View()) == 0


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is a folder"):
        open_archive(tmp_path)


def test_another_database_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine(x)")
    connection.close()
    before = path.read_bytes()
    for mode in ("read", "write"):
        with pytest.raises(ArchiveError, match="no archive of tiestui"):
            open_archive(path, mode)  # type: ignore[arg-type]
    assert path.read_bytes() == before


def test_a_newer_version_is_refused(archive: Archive) -> None:
    archive._connection.execute(f"PRAGMA user_version={VERSION + 1}")
    archive.close()
    for mode in ("read", "write"):
        with pytest.raises(ArchiveError, match=f"archive version {VERSION + 1}, this one reads {VERSION}.*update"):
            open_archive(archive.path, mode)  # type: ignore[arg-type]


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_an_unreadable_archive_is_named(archive: Archive) -> None:
    archive.close()
    archive.path.chmod(0)
    with pytest.raises(ArchiveError, match="cannot be read"):
        open_archive(archive.path)


def test_a_read_only_archive_is_read_and_not_written(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.close()
    before = archive.path.read_bytes()
    monkeypatch.setattr(opening.os, "access", lambda path, mode: mode == os.R_OK)  # root may write everywhere
    with open_archive(archive.path) as reading:
        assert reading.count(View(query="silk")) == 2
        assert list(reading.check()) == []
    with pytest.raises(ArchiveError, match="cannot be written; copy it"):
        open_archive(archive.path, "write")
    assert archive.path.read_bytes() == before
    assert sorted(one.name for one in archive.path.parent.iterdir()) == ["archive.db"]


def test_a_damaged_archive_says_so(archive: Archive) -> None:
    archive.compact()
    archive.close()
    data = bytearray(archive.path.read_bytes())
    for start in range(3 * opening.PAGE_SIZE, len(data), opening.PAGE_SIZE):
        data[start : start + 2000] = b"\x55" * 2000
    archive.path.write_bytes(data)
    with open_archive(archive.path) as reading:
        assert list(reading.check()) != []
        with pytest.raises(ArchiveError, match=r"damaged|database says"):
            list(reading.stream(View(), ["json"]))


def test_two_readers_and_a_writer_do_not_wait_for_each_other(archive: Archive) -> None:
    with archive.reader() as reader, open_archive(archive.path) as other:
        with archive.transaction():
            archive.add(*document("b.txt", ["event 1999 | visit"]))
            assert reader.count(View()) == other.count(View()) == 8
        assert reader.count(View()) == other.count(View()) == 9


def test_a_second_writer_waits_and_then_says_who_holds_it(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with archive.transaction(), open_archive(archive.path, "write") as other:
        with pytest.raises(ArchiveError, match=r"is being written by another process.*try again"):
            other.add(*document("b.txt", ["event 1999 | visit"]))
        assert other.count(View()) == 8
    with open_archive(archive.path, "write") as other:
        other.add(*document("b.txt", ["event 1999 | visit"]))
        assert other.count(View()) == 9


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system does not tell who holds a lock")
def test_the_process_that_holds_an_archive_is_found(archive: Archive) -> None:
    from tiestui.archive.locks import _lockers

    with archive.transaction():
        archive.add(*document("b.txt", ["event 1999 | visit"]))
        assert os.getpid() in _lockers(archive.path)


def test_a_query_can_be_stopped_from_another_thread(archive: Archive) -> None:
    import threading

    started = threading.Event()

    def stop() -> None:
        started.wait()
        archive.interrupt()

    thread = threading.Thread(target=stop)
    thread.start()
    archive._connection.create_function("wait_here", 0, lambda: started.set() or thread.join() or 1)
    with pytest.raises(Interrupted), opening.explained(archive.path):
        archive._connection.execute("SELECT wait_here() FROM record, record, record").fetchall()
    assert archive.count(View()) == 8


def test_a_full_disk_changes_nothing(archive: Archive) -> None:
    pages = archive._connection.execute("PRAGMA page_count").fetchone()[0]
    archive._connection.execute(f"PRAGMA max_page_count={pages}")
    lines = [f"event 19{n:02} | visit {n} " + "of the minister to the harbour " * 200 for n in range(99)]
    with pytest.raises(ArchiveError, match="is full; nothing was changed"):
        archive.add(*document("b.txt", lines))
    archive._connection.execute("PRAGMA max_page_count=1000000")
    assert archive.count(View()) == 8
    assert list(archive.check()) == []
    archive.add(*document("b.txt", lines))
    assert archive.count(View()) > 90


def test_an_archive_that_is_replaced_while_it_is_open_is_written_no_more(archive: Archive, tmp_path: Path) -> None:
    with open_archive(tmp_path / "other.db", "write") as other:
        other.add(*document("other.txt", ["event 1999 | visit"]))
    (tmp_path / "other.db").replace(archive.path)
    with pytest.raises(ArchiveError, match="moved, deleted or replaced"):
        archive.add(*document("b.txt", ["event 2001 | another visit"]))
    archive.close()
    with open_archive(tmp_path / archive.path.name) as new:
        assert [source.id for source in new.sources()] == ["other"]
        assert list(new.check()) == []


def test_an_archive_that_is_moved_within_a_transaction_keeps_nothing_of_it(archive: Archive, tmp_path: Path) -> None:
    def move_within() -> None:
        with archive.batch():
            archive.add(*document("b.txt", ["event 2001 | another visit"]))
            archive.path.rename(tmp_path / "moved.db")

    with pytest.raises(ArchiveError, match="moved, deleted or replaced"):
        move_within()
    with open_archive(tmp_path / "moved.db") as moved:
        assert moved.count(View()) == 8
        assert list(moved.check()) == []


def test_a_copy_of_the_file_alone_is_whole_while_somebody_reads(archive: Archive, tmp_path: Path) -> None:
    with archive.reader() as reader:
        archive.close()
        shutil.copy(archive.path, tmp_path / "copy.db")
        assert reader.count(View()) == 8
    with open_archive(tmp_path / "copy.db") as copy:
        assert copy.count(View()) == 8


def test_an_import_into_a_new_archive_on_a_full_disk_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_archive(path, "write") as archive:
        pages = archive._connection.execute("PRAGMA page_count").fetchone()[0]
        archive._connection.execute(f"PRAGMA max_page_count={pages}")
        lines = [f"event 19{n:02} | visit {n} " + "of the minister to the harbour " * 200 for n in range(99)]
        with pytest.raises(ArchiveError, match="is full; nothing was changed"):
            archive.bulk_import(mention(line, origin="imported") for line in lines)
        assert archive.count(View()) == 0


def test_compacting_keeps_everything(archive: Archive) -> None:
    before = list(archive.stream(View(), ["key", "json"]))
    for number in range(5):
        archive.add(
            *document(f"{number}.txt", [f"event 19{n:02} | visit {n} {number} " + "x " * 500 for n in range(50)])
        )
    for number in range(5):
        archive.remove(str(number))
    size = archive.info()["size"]
    archive.compact()
    assert archive.info()["size"] < size
    assert list(archive.stream(View(), ["key", "json"])) == before
    assert list(archive.check()) == []


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ("DELETE FROM display WHERE key = (SELECT min(key) FROM display)", "without a line to show"),
        ("UPDATE content SET words = 'other' WHERE key = (SELECT min(key) FROM content)", "full-text index"),
        ("UPDATE source_text SET text = ' ' || text", "does not stand at a-visit"),
        ("UPDATE content SET json = '{}'", "cannot be read"),
        ("UPDATE record SET alone = 99 WHERE alone > 0", "not held"),
        ("DELETE FROM source_text", "without a text"),
    ],
)
def test_the_check_finds_damage(archive: Archive, damage: str, says: str) -> None:
    archive._connection.execute(damage)
    problems = list(archive.check())
    assert any(says in problem for problem in problems), problems


def test_the_reader_of_an_archive_that_is_removed_goes_on(archive: Archive) -> None:
    with archive.reader() as reader:
        reader.count(View())
        archive.close()
        archive.path.unlink()
        assert reader.count(View()) == 8
    with pytest.raises(ArchiveError, match="no archive at"):
        open_archive(archive.path)
