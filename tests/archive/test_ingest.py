from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tiestui.archive import Archive, open_archive
from tiestui.archive.default import default_archive, stamp
from tiestui.archive.ingest import Outcome, ingest, ingest_bytes
from tiestui.archive.location import data_folder
from tiestui.errors import ArchiveError
from tiestui.query import View

ARTICLE = """---
title: Talks in the old harbour
published: 2019-05-06
outlet: The Harbour Post
---
France and Japan signed a memorandum of understanding on fisheries on Monday.

"The sea belongs to both of us, and we will look after it together," said Minister Ana Ito.
"""


def article(folder: Path, name: str, extra: str = "") -> Path:
    path = folder / name
    path.write_text(ARTICLE + extra, encoding="utf-8")
    return path


def run(archive: Archive, *paths: Path, processes: int | None = 1) -> list[Outcome]:
    return list(ingest(archive, paths, processes=processes))


def told(outcomes: list[Outcome]) -> list[tuple[str, str | None]]:
    return [(one.outcome, one.slug) for one in outcomes]


def test_files_come_in_and_are_known_again_unread(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    folder.mkdir()
    article(folder, "b.txt", "\nThe second one is about other things.\n")
    article(folder, "a.md")
    with open_archive(path, "write") as archive:
        first = run(archive, folder)
        assert told(first) == [("new", "a"), ("new", "b")]
        assert sum(one.records for one in first) == archive.count(View())
        assert archive.source("a").outlet == "The Harbour Post"
        assert archive.count(View(query='"sea belongs" speaker:ito')) == 1
        assert told(run(archive, folder)) == [("unchanged", "a"), ("unchanged", "b")]
        (folder / "b.txt").write_text(ARTICLE.replace("fisheries", "forestry"), encoding="utf-8")
        os.utime(folder / "a.md", (1, 1))
        assert told(run(archive, folder)) == [("unchanged", "a"), ("changed", "b")]
        assert archive.count(View(query="forestry")) >= 1
        assert archive.count(View(query="fisheries source:b")) == 0
        assert list(archive.check()) == []


def test_a_source_of_which_flags_tell_something_else_has_changed(path: Path, tmp_path: Path) -> None:
    one = article(tmp_path, "one.txt")
    with open_archive(path, "write") as archive:
        run(archive, one)
        for outcome in ("changed", "unchanged"):
            again = ingest(archive, [one], processes=1, overrides={"title": "Two Gulfs"})
            assert told(list(again)) == [(outcome, "one")]
        assert archive.source("one").title == "Two Gulfs"


def test_a_file_that_has_moved_is_the_same_source(path: Path, tmp_path: Path) -> None:
    one = article(tmp_path, "one.txt")
    with open_archive(path, "write") as archive:
        run(archive, one)
        other = one.rename(tmp_path / "renamed.txt")
        assert told(run(archive, other)) == [("unchanged", "one")]
        assert told(run(archive, other)) == [("unchanged", "one")]
        assert len(archive.sources()) == 1


def test_a_copy_is_a_reprint(path: Path, tmp_path: Path) -> None:
    article(tmp_path, "one.txt")
    article(tmp_path, "two.txt")
    with open_archive(path, "write") as archive:
        assert told(run(archive, tmp_path / "one.txt", tmp_path / "two.txt")) == [("new", "one"), ("new", "two")]
        assert [one.duplicate_of for one in archive.sources()] == [None, "one"]
        assert archive.count(View(query="is:corroborated")) == 0


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(path: Path, tmp_path: Path) -> None:
    good = article(tmp_path, "good.txt")
    empty = tmp_path / "empty.txt"
    empty.touch()
    with open_archive(path, "write") as archive:
        outcomes = run(archive, empty, good, tmp_path / "missing.txt")
        assert sorted((one.outcome, Path(one.name).name) for one in outcomes) == [
            ("failed", "empty.txt"),
            ("failed", "missing.txt"),
            ("new", "good.txt"),
        ]
        for one in outcomes:
            if one.error is not None:
                assert Path(one.name).name in one.error.message
        assert len(archive.sources()) == 1
        assert ("failed", None) in told(run(archive, empty, good))


def test_members_of_a_zip_are_sources(path: Path, tmp_path: Path) -> None:
    pile = tmp_path / "pile.zip"
    with zipfile.ZipFile(pile, "w") as file:
        file.writestr("a.txt", ARTICLE)
        file.writestr("deep/b.txt", ARTICLE.replace("fisheries", "forestry"))
    with open_archive(path, "write") as archive:
        assert told(run(archive, pile)) == [("new", "a"), ("new", "b")]
        assert told(run(archive, pile)) == [("unchanged", "a"), ("unchanged", "b")]
        with zipfile.ZipFile(pile, "w") as file:
            file.writestr("a.txt", ARTICLE + "\nMore of it.\n")
            file.writestr("deep/b.txt", ARTICLE.replace("fisheries", "forestry"))
        assert told(run(archive, pile)) == [("changed", "a"), ("unchanged", "b")]


def test_standard_input_is_known_by_its_content(path: Path) -> None:
    with open_archive(path, "write") as archive:
        assert told(list(ingest_bytes(archive, ARTICLE.encode()))) == [("new", "document")]
        assert told(list(ingest_bytes(archive, ARTICLE.encode()))) == [("unchanged", "document")]
        assert told(list(ingest_bytes(archive, b""))) == [("failed", None)]


def test_flags_go_before_what_the_document_says(path: Path, tmp_path: Path) -> None:
    one = article(tmp_path, "one.txt")
    with open_archive(path, "write") as archive:
        run(archive, one)
        (outcome,) = ingest(archive, [one], overrides={"outlet": "Another"})
        assert outcome.slug == "one"
        assert archive.source("one").outlet == "Another"
        assert archive.count(View(query="outlet:another")) > 0
        assert archive.count(View(query="outlet:harbour")) == 0


def test_several_processes_give_the_same_archive(tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    folder.mkdir()
    for number in range(12):
        article(folder, f"{number:02}.txt", f"\nNumber {number} of them.\n")
    (folder / "05.txt").write_bytes(b"\x00\x01\x02" * 100)
    results = []
    for processes in (1, 2):
        with open_archive(tmp_path / f"{processes}.db", "write") as archive:
            outcomes = run(archive, folder, processes=processes)
            results.append((told(outcomes), list(archive.stream(View(), ["key", "json"]))))
    assert results[0] == results[1]


def test_how_many_there_are_to_read_is_told_first(path: Path, tmp_path: Path) -> None:
    article(tmp_path, "a.txt")
    counts: list[int] = []
    with open_archive(path, "write") as archive:
        for _ in range(2):
            list(ingest(archive, [tmp_path / "a.txt"], started=counts.append))
    assert counts == [1, 0]


def test_the_default_archive_is_built_from_the_seeds(seeds: Path) -> None:
    path = Path(default_archive())
    assert path == Path(data_folder()) / "archive.db"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    with open_archive(path) as archive:
        assert {one.id for one in archive.sources()} == {one.stem for one in seeds.glob("[!.]*")}
        assert archive.info()["built_in"]
        assert list(archive.check()) == []
        before = archive.info()
    made = path.stat().st_mtime_ns
    assert default_archive() == str(path)
    assert path.stat().st_mtime_ns == made
    assert before["records"] > 0
    assert {one.name for one in path.parent.iterdir()} <= {"archive.db", "archive.db-wal", "archive.db-shm"}


def test_it_is_built_again_for_new_rules_while_nobody_has_changed_it(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = default_archive()
    with open_archive(path, "write") as archive, archive.transaction(own=False):
        archive.settle("other rules")
    default_archive()
    with open_archive(path, "write") as archive:
        assert archive._connection.execute("SELECT value FROM note").fetchall() == [(stamp(),)]
        (held,) = told(run(archive, seeds))
        assert held == ("unchanged", next(seeds.glob("[!.]*")).stem)
        run(archive, article(tmp_path, "mine.txt"))
        assert not archive.info()["built_in"]
    monkeypatch.setattr("tiestui.archive.default.stamp", lambda: "newer rules")
    default_archive()
    with open_archive(path) as archive:
        assert len(archive.sources()) == 2


def test_a_data_folder_that_cannot_be_made_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(file))
    with pytest.raises(ArchiveError, match=r"cannot be made.*--archive FILE"):
        default_archive()


def test_a_file_whose_name_is_no_text_is_taken_in_and_known_again(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in (b"\xff.txt", b"\xfe.txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(ARTICLE, encoding="utf-8")
    article(folder, "plain.txt", "\nIt rained.\n")
    with open_archive(path, "write") as archive:
        outcomes = run(archive, folder)
        assert sorted(told(outcomes)) == [("new", "document"), ("new", "document-2"), ("new", "plain")]
        assert {outcome for outcome, _ in told(run(archive, folder))} == {"unchanged"}
        assert (archive.source("document").origin or "").endswith("odd/\\udcfe.txt")
        list(ingest(archive, [folder], overrides={"outlet": "Our Post"}, processes=1))
        assert [source.outlet for source in archive.sources()] == ["Our Post"] * 3
        assert list(archive.check()) == []
