"""Files, folders and what can be wrong with them."""

import os
from pathlib import Path

import pytest

from tiestui.dates.edtf import parse_edtf
from tiestui.errors import PARTIAL, InputError
from tiestui.reading import Limits, load_stream, loading, read_bytes, read_file, read_tree

from ..attempts import taken
from . import makers

BODY = "The two ministers met in Porto Novo and agreed to open an embassy.\n"


def complaint(path, **options):
    with pytest.raises(InputError) as caught:
        read_file(path, **options)
    message = caught.value.message
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert caught.value.status == PARTIAL
    return message


def test_a_text_file_keeps_its_name_and_hash(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    document = read_file(path)
    assert (document.name, document.text, document.encoding) == (str(path), BODY, "utf-8")
    assert document.metadata.origin == str(path)
    assert len(document.sha256) == 64


def test_flags_go_before_front_matter(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: A\npublished: 2001\noutlet: Daily\n---\n{BODY}")
    metadata = read_file(path, title="B", published=parse_edtf("1999-05"), pair=("BEN", "PRT")).metadata
    assert (metadata.title, str(metadata.published), metadata.published_basis) == ("B", "1999-05", "flag")
    assert metadata.pair == ("BEN", "PRT")
    assert metadata.outlet == "Daily"


def test_a_flag_that_is_none_says_nothing(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: A\n---\n{BODY}")
    assert read_file(path, title=None).metadata.title == "A"


def test_standard_input_has_no_origin():
    document = read_bytes(BODY.encode(), "-")
    assert (document.name, document.metadata.origin) == ("-", None)


def test_standard_input_is_named_in_words():
    with pytest.raises(InputError, match=r"^standard input: it is empty"):
        read_bytes(b"", "-")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n\t\n", "there is no text in it"),
        ("a.md", b"---\ntitle: A\n---\n", "there is no text in it"),
        ("a.txt", b"text\0more", "not text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0....", "a JPEG picture"),
        ("a.xyz", b"Some words", "unknown kind .xyz"),
        ("book.xlsx", makers.make_zip({"xl/workbook.xml": b"<workbook/>"}), "unknown kind .xlsx"),
        ("a.csv", b"id,type", "tiestui import"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "save it as DOCX"),
        ("a.pdf", b"no such thing", "it is no PDF"),
        ("a.docx", b"no such thing", "it is no Word document"),
        ("a.zip", b"no such thing", "it is no zip"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, data, says):
    path = tmp_path / name
    path.write_bytes(data)
    assert says in complaint(path)


def test_missing_folder_and_strange_names(tmp_path):
    assert "there is no such file" in complaint(tmp_path / "no.txt")
    assert "it is a folder" in complaint(tmp_path)
    assert "cannot be read" in complaint(Path("a\0b.txt"))
    assert "cannot be read" in complaint(tmp_path / ("x" * 300 + ".txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    path.chmod(0)
    assert "check its permissions" in complaint(path)


def test_permission_errors_are_told(tmp_path, monkeypatch):
    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "check its permissions" in complaint(tmp_path / "a.txt")


def test_size_limits(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(BODY * 10)
    assert "larger than 100 bytes" in complaint(path, limits=Limits(size=100))
    assert "more than 100" in complaint(path, limits=Limits(text=100))


def test_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    real = os.fstat
    calls = []

    def changing(descriptor):
        if calls:
            os.utime(path, ns=(1, 1))
        calls.append(descriptor)
        return real(descriptor)

    monkeypatch.setattr(loading.os, "fstat", changing)
    assert "changed while it was read" in complaint(path)


def test_a_pipe_by_name_is_read(tmp_path):
    import threading

    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(BODY.encode(),))
    writer.start()
    document = read_file(path)
    writer.join()
    assert document.text == BODY


def test_folders_are_walked_in_order_without_hidden_and_unknown_files(tmp_path):
    for name in ["b.txt", "a.md", ".hidden.txt", "c.bin", "sub/d.txt", "sub/deep/e.TXT", ".git/f.txt", "~$x.docx"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BODY)
    os.mkfifo(tmp_path / "pipe.txt")
    other = []
    found = [str(path.relative_to(tmp_path)) for path in read_tree([tmp_path], other=other.append)]
    assert found == ["a.md", "b.txt", "sub/d.txt", "sub/deep/e.TXT"]
    assert other == [tmp_path / "c.bin"]


def test_the_folder_of_a_saved_page_is_passed_over(tmp_path):
    for name in ["deal.html", "deal_files/advert.html", "other_files/a.html"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BODY)
    assert [path.name for path in read_tree([tmp_path])] == ["deal.html", "a.html"]


def test_loops_of_links_and_broken_links(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    sub = tmp_path / "sub"
    sub.mkdir()
    (sub / "up").symlink_to(tmp_path)
    names = [path.name for path in read_tree([tmp_path])]
    assert names.count("a.txt") == 1
    assert set(names) == {"a.txt", "self.txt", "gone.txt"}
    assert "cannot be read" in complaint(tmp_path / "self.txt")
    assert "gone.txt: this link leads to a file that is not there" in complaint(tmp_path / "gone.txt")
    reported = []
    assert [path.name for path in read_tree([tmp_path], reported.append)] == names
    assert [error.message.split(": ")[0] for error in reported] == [str(tmp_path / "loop"), str(sub / "up")]
    assert all("leads back to a folder above it" in error.message for error in reported)


def test_a_link_to_a_folder_beside_it_is_no_circle(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.txt").write_text(BODY)
    (tmp_path / "two").symlink_to(tmp_path / "one")
    reported = []
    assert [path.name for path in read_tree([tmp_path], reported.append)] == ["a.txt"]
    assert reported == []


def test_a_folder_that_cannot_be_read_is_reported_and_the_rest_is_walked(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(BODY)
    closed = tmp_path / "closed"
    closed.mkdir()
    real = os.scandir

    def scandir(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    reported = []
    assert [path.name for path in read_tree([tmp_path], reported.append)] == ["a.txt"]
    assert "closed: the folder cannot be read (Permission denied)" in reported[0].message


def test_named_paths_are_handed_on_as_they_are(tmp_path):
    missing = tmp_path / "no.xyz"
    assert list(read_tree([missing])) == [missing]


@pytest.mark.parametrize(
    "data", [b"", b"a", b"words here", b"<html><p>x", b"%PDF-1.4", b"PK\x03\x04", b"\0\1\2", b"\xff" * 99]
)
def test_standard_input_is_read_or_named(data):
    document, complaint = taken(read_bytes, data, "-")
    assert document or complaint.startswith("standard input: ")


def test_standard_input_has_the_same_limit():
    import io

    assert load_stream(io.BytesIO(b"abc"), Limits(size=3)) == b"abc"
    with pytest.raises(InputError, match=r"^standard input: it is larger than 3 bytes"):
        load_stream(io.BytesIO(b"abcd"), Limits(size=3))


def test_limits_that_a_flag_gives():
    assert Limits.of(megabytes=None, seconds=5).size == Limits().size
    assert Limits.of(megabytes=1, seconds=None).text == 1_000_000
    wide = Limits.of(megabytes=400, seconds=None)
    assert (wide.size, wide.text, wide.unpacked) == (400_000_000, 100_000_000, 512_000_000)
