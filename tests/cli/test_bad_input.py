"""Bad input of every kind on the command line: named in one line and passed over, status 3, and the rest goes in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Run
from tests.hostile import corpus
from tests.reading import makers
from tiestui.errors import DONE, PARTIAL
from tiestui.reading import loading

REPORT = "Peru and Fiji signed a treaty on harbours in Suva on Monday, 3 May 2021, and both sides welcomed it warmly."


def mail_with_a_broken_part() -> bytes:
    """Good words, and beside them a page whose encoding is broken."""
    parts = (
        f"Content-Type: text/plain\n\n{REPORT}\n",
        "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!x!\n",
    )
    body = "".join(f"--b\n{part}" for part in parts)
    return f"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n{body}--b--\n".encode()


BAD = {
    "locked.pdf": (makers.make_encrypted_pdf(), "this PDF is encrypted; save it without a password first"),
    "damaged.pdf": (makers.make_pdf([makers.pdf_page([REPORT])])[:300], "this PDF is damaged"),
    "scan.pdf": (makers.make_pdf([[]]), "it is a scan"),
    "bomb.docx": (corpus.word_files()["bomb.docx"], "would unpack to 70 MB"),
    "empty-page.html": (makers.make_html(""), "no article was found"),
    "broken.eml": (corpus.mails()["broken.eml"], "text/plain is broken"),
    "cut-off.zip": (makers.make_zip({"a.txt": REPORT.encode()})[:-20], "damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_in_a_folder_is_named_and_the_rest_goes_in(run: Run, tmp_path: Path, name: str) -> None:
    folder, archive = tmp_path / "pile", tmp_path / "own.db"
    folder.mkdir()
    (folder / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "zebra.txt").write_text(REPORT, encoding="utf-8")
    data, says = BAD[name]
    (folder / name).write_bytes(data)
    for outcome in ("2 new, 1 failed", "2 unchanged, 1 failed"):
        result = run("--archive", archive, "add", folder)
        assert result.status == PARTIAL
        complaint, summary, *_ = result.err.splitlines()
        assert complaint.startswith(f"tiestui: {folder / name}: ")
        assert says in complaint
        assert outcome in summary
    assert {line.split("\t")[0] for line in run("--archive", archive, "sources").lines} == {"harbour", "zebra"}
    assert run("extract", folder).status == PARTIAL


def test_an_email_with_a_broken_part_goes_in_without_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "partly.eml").write_bytes(mail_with_a_broken_part())
    archive = tmp_path / "own.db"
    result = run("--archive", archive, "add", tmp_path / "partly.eml")
    assert result.status == PARTIAL
    assert f"{tmp_path / 'partly.eml'}: its part text/html is broken" in result.err
    assert "; the rest of it was read\n" in result.err
    assert [line.split("\t")[0] for line in run("--archive", archive, "sources").lines] == ["partly"]


def test_two_files_of_the_same_text_are_one_source_twice(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "own.db"
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    result = run("--archive", archive, "add", tmp_path / "one.txt", tmp_path / "two.txt")
    assert result.status == DONE
    assert "2 new" in result.err
    assert "1 document is a reprint of others held and counts as one source with them" in result.err
    assert [line.split("\t")[0::7] for line in run("--archive", archive, "sources").lines] == [
        ["one", ""],
        ["two", "one"],
    ]
    assert run("--archive", archive, "timeline", "is:corroborated").lines == []


def test_a_file_that_changes_while_it_is_read_is_left_for_the_next_time(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    growing, archive = tmp_path / "growing.txt", tmp_path / "own.db"
    growing.write_text(REPORT, encoding="utf-8")
    real = os.fstat

    def changing(descriptor: int) -> os.stat_result:
        if real(descriptor).st_ino == growing.stat().st_ino:
            with growing.open("a", encoding="utf-8") as file:
                file.write(" More of it.")
        return real(descriptor)

    monkeypatch.setattr(loading.os, "fstat", changing)
    result = run("--archive", archive, "add", growing, article)
    assert result.status == PARTIAL
    assert f"{growing}: it changed while it was read; try again" in result.err
    assert "1 new, 1 failed" in result.err
    monkeypatch.undo()
    assert "1 new, 1 unchanged" in run("--archive", archive, "add", growing, article).err


def test_a_folder_with_a_loop_of_links_is_walked_once(run: Run, article: Path, tmp_path: Path) -> None:
    archive = tmp_path / "own.db"
    deep = tmp_path / "deep" / "deeper"
    deep.mkdir(parents=True)
    (deep / "up").symlink_to(tmp_path)
    result = run("--archive", archive, "add", tmp_path)
    assert result.status == PARTIAL
    assert f"{deep / 'up'}: this link leads back to a folder above it" in result.err
    assert "1 new, 1 failed" in result.err


def test_files_of_other_kinds_in_a_folder_are_counted_and_named_ones_fail(
    run: Run, article: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "own.db"
    for name in ("a.jpg", "b.JPG", "c.xlsx", "Makefile", ".hidden.jpg"):
        (tmp_path / name).write_bytes(b"\xff\xd8\xff")
    told = "tiestui: passed over 4 files of other kinds: .jpg 2, without a suffix 1, .xlsx 1\n"
    result = run("--archive", archive, "add", tmp_path)
    assert result.status == DONE
    assert result.err.endswith(told)
    assert run("extract", tmp_path / "a.jpg", article).status == PARTIAL
    result = run("--archive", archive, "add", tmp_path / "a.jpg", article)
    assert (result.status, "passed over" in result.err) == (PARTIAL, False)
    assert f"{tmp_path / 'a.jpg'}: this is a JPEG picture" in result.err


def test_an_edit_that_makes_a_record_invalid_names_it_and_changes_nothing(
    run: Run, article: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "own.db"
    run("--archive", archive, "add", article)
    name = run("--archive", archive, "agreements").lines[0].split("\t")[-1]
    before = run("--archive", archive, "show", name, "-f", "json").out
    for field in ("date=someday", "status=lost", "title=", "pair=FJI", "evidence=none"):
        result = run("--archive", archive, "review", "edit", name, field)
        assert result.status == PARTIAL
        assert result.err.startswith(f"tiestui: {name} is left as it was: {field.partition('=')[0]}: ")
    assert run("--archive", archive, "show", name, "-f", "json").out == before
    assert run("--archive", archive, "review", "log").out == ""
