"""A pile becomes a checked chronology and is handed on: as records to a new archive, as decisions to another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.archive.test_three_documents import write
from tests.cli.conftest import Run
from tests.reading.test_pile import pile

EVERY = ("--review", "unreviewed", "--review", "accepted", "--review", "edited", "--review", "rejected")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One document of each kind, and documents that agree, refine and contradict."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, data in pile().items():
        (folder / name).write_bytes(data)
    write(folder)
    return folder


def records(run: Run, archive: Path, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("--archive", archive, "timeline", "-f", "jsonl", *words).lines]


def everything(run: Run, archive: Path) -> dict[str, str]:
    """What the archive says of records, sources and speakers, and the log of what was decided."""
    told = {pane: run("--archive", archive, pane, "-f", "jsonl").out for pane in ("sources", "speakers", "ladder")}
    told["timeline"] = run("--archive", archive, "timeline", "-f", "jsonl", *EVERY).out
    return told | {"log": run("--archive", archive, "review", "log").out}


def decide_on_all(run: Run, archive: Path) -> None:
    """A decision of every kind, and one taken back."""

    def decide(*words: str, command: str = "review") -> None:
        result = run("--archive", archive, command, *words, "--as", "ann")
        assert result.status == 0, result.err

    upgrades = [one["id"] for one in records(run, archive, "--kind", "upgrade")]
    statements = records(run, archive, "--kind", "statement")
    signed = [one["id"] for one in records(run, archive, "--kind", "agreement", "--status", "signed")]
    decide("accept", upgrades[0])
    decide("edit", upgrades[1], "date=sep 2015", "modifiers=northern")
    decide("split", upgrades[0], "contradicts")
    decide("merge", signed[0], signed[1])
    decide("star", signed[0])
    decide("note", statements[0]["id"], "ask the ministry")
    decide("reject", statements[-1]["id"])
    decide("same-speaker", *sorted({one["speaker"]["name"] for one in statements if one["speaker"]})[:2])
    decide("accept", statements[1]["id"])
    decide("undo")
    decide("event", "title=Talks on whales", "date=2016", "pair=norway-iceland", command="new")
    decide("word", "published=8 May 2019", "outlet=Evening Post", command="source")


def test_json_lines_read_back_are_equal_records(run: Run, folder: Path, tmp_path: Path) -> None:
    archive, other = tmp_path / "own.db", tmp_path / "other.db"
    assert run("--archive", archive, "add", folder).status == 0
    exported = tmp_path / "records.jsonl"
    run("--archive", archive, "timeline", "-f", "jsonl", "-o", exported)
    assert run("--archive", other, "import", exported).status == 0
    before = [one | {"origin": "imported"} for one in records(run, archive)]
    assert records(run, other) == before
    assert run("--archive", other, "ladder").out == run("--archive", archive, "ladder").out
    shown = run("--archive", other, "show", before[0]["id"]).out
    assert "a source that this archive does not hold" in shown
    assert before[0]["evidence"][0]["text"] in shown


@pytest.mark.parametrize("decisions_first", [False, True])
def test_documents_added_again_and_decisions_applied_give_an_equal_archive(
    run: Run, folder: Path, tmp_path: Path, decisions_first: bool
) -> None:
    archive, other, file = tmp_path / "own.db", tmp_path / "other.db", tmp_path / "decisions.jsonl"
    assert run("--archive", archive, "add", folder).status == 0
    decide_on_all(run, archive)
    assert run("--archive", archive, "review", "export", "-o", file).status == 0
    first = sorted(folder.iterdir())[:1] if decisions_first else [folder]
    assert run("--archive", other, "add", *first).status == 0
    assert run("--archive", other, "review", "apply", file).status == 0
    assert run("--archive", other, "add", folder).status == 0
    assert everything(run, other) == everything(run, archive)
    again = run("--archive", other, "review", "apply", file)
    assert again.err.startswith("tiestui: 0 decisions applied, ")


def test_decisions_outlast_another_reading_and_the_removal_and_return_of_all(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "own.db"
    run("--archive", archive, "add", folder)
    decide_on_all(run, archive)
    decided = everything(run, archive)
    path = folder / "refines.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\nThe harbour is quiet now.\n", encoding="utf-8")
    assert "1 changed, 11 unchanged" in run("--archive", archive, "add", folder).err
    assert everything(run, archive)["timeline"] == decided["timeline"]
    path.write_text(text, encoding="utf-8")
    for source in [json.loads(line)["id"] for line in decided["sources"].splitlines()]:
        assert run("--archive", archive, "remove", source).status == 0
    assert [one["title"] for one in records(run, archive)] == ["Talks on whales"]
    assert run("--archive", archive, "add", folder).status == 0
    assert everything(run, archive) == decided
