"""Every hostile document through the readers and through the command line: read (0) or named (3), and none acts."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from pathlib import Path

import pytest

from tiestui.errors import DONE, PARTIAL
from tiestui.reading import read_all, read_tree

from .program import UNSAFE, tiestui

SLOWEST = 60


def test_each_is_read_or_named_by_its_reader(hostile_folder):
    passwords = Path("/etc/passwd").read_text().splitlines()[0]
    for path in read_tree([hostile_folder]):
        complaints: list[str] = []
        start = time.process_time()
        documents = list(read_all(path, lambda error, found=complaints: found.append(error.message)))
        assert time.process_time() - start < SLOWEST, path.name
        assert documents or complaints, path.name
        for message in complaints:
            assert message.startswith(str(path)), message
            assert "\n" not in message
        for document in documents:
            assert passwords not in document.text
            assert "hahahahaha" * 10 not in document.text


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bomb.docx", "would unpack to 70 MB"),
        ("laughs.xml", "declares the entity"),
        ("external.xml", "declares the entity"),
        ("parameter.xml", "declares the entity"),
        ("yaml-laughs.md", "front matter: title"),
        ("yaml-deep.md", "front matter"),
        ("encrypted.pdf", "encrypted"),
        ("scan.pdf", "scan"),
        ("cut-off.pdf", "damaged"),
        ("bomb.zip", "would unpack to 70 MB"),
        ("nested.zip", "deep in one another"),
        ("cut-off.zip", "damaged"),
        ("line.txt", "larger than 64 MB"),
        ("random.txt", "not text"),
        ("nul.txt", "not text"),
        ("empty.txt", "empty"),
        ("picture.txt", "PNG"),
        ("broken.eml", "broken"),
        ("no-article.html", "no article"),
    ],
)
def test_what_is_named_says_why(hostile_folder, name, says):
    complaints: list[str] = []
    list(read_all(hostile_folder / name, lambda error: complaints.append(error.message)))
    assert any(says in message for message in complaints), complaints


def test_the_pile_on_the_command_line(hostile_folder, tmp_path):
    before = sorted(path.name for path in hostile_folder.iterdir())
    done = tiestui("extract", str(hostile_folder), folder=tmp_path)
    assert done.returncode == PARTIAL, done.stderr
    assert "Traceback" not in done.stderr
    assert not UNSAFE.search(done.stderr.replace("\n", ""))
    assert all(line.startswith("tiestui: ") for line in done.stderr.splitlines())
    lines = done.stdout.splitlines()
    assert lines
    for line in lines:
        assert not re.search("[\x00-\x1f\x7f-\x9f]", line)
        assert json.loads(line)["evidence"]
    assert sorted(path.name for path in hostile_folder.iterdir()) == before
    assert list(tmp_path.iterdir()) == []
    assert not Path("/tmp/evil.txt").exists()


@pytest.mark.parametrize("view", ["timeline", "quotes", "agreements", "events", "sources", "speakers", "ladder"])
@pytest.mark.parametrize("form", ["text", "markdown", "csv", "tsv", "jsonl", "html"])
def test_no_view_passes_a_payload_on(hostile_archive, tmp_path, view, form):
    done = tiestui(view, "-f", form, folder=tmp_path, archive=hostile_archive)
    assert done.returncode == DONE, done.stderr
    if form in ("text", "markdown"):
        assert not UNSAFE.search(done.stdout.replace("\n", "").replace("\t", ""))
    elif form == "jsonl":
        for line in done.stdout.splitlines():
            assert not re.search("[\x00-\x1f\x7f-\x9f]", line)
            json.loads(line)
    elif form == "html":
        assert not re.search(r"<script|<img|onerror=[^&]*>|javascript:", done.stdout.lower())
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", done.stdout)
    else:
        _check_cells(done.stdout, "," if form == "csv" else "\t")
    assert list(tmp_path.iterdir()) == []


def _check_cells(text: str, delimiter: str) -> None:
    for row in csv.reader(io.StringIO(text), delimiter=delimiter):
        for cell in row:
            is_number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
            assert is_number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell


def test_every_source_and_record_can_be_shown(hostile_archive, tmp_path):
    sources = tiestui("sources", "-f", "jsonl", folder=tmp_path, archive=hostile_archive).stdout.splitlines()
    assert len(sources) > 20
    for line in sources[:40:8]:
        done = tiestui("show", json.loads(line)["id"], folder=tmp_path, archive=hostile_archive)
        assert done.returncode == DONE, done.stderr
    record = json.loads(
        tiestui("timeline", "-f", "jsonl", folder=tmp_path, archive=hostile_archive).stdout.splitlines()[0]
    )
    done = tiestui("show", record["id"], folder=tmp_path, archive=hostile_archive)
    assert done.returncode == DONE
    assert not UNSAFE.search(done.stdout.replace("\n", ""))
