"""review and new: decisions on the command line, their log, and their way to another archive."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.made import mention
from tests.cli.conftest import Run
from tests.views.awkward import RECORDS
from tiestui.archive import open_archive

UNDECIDED = [replace(one, review="unreviewed", starred=False, note=None) for one in RECORDS]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of its own, that may be written, in which nothing is decided yet."""
    path = tmp_path / "own.db"
    with open_archive(path, "write") as archive:
        archive.bulk_import(UNDECIDED)
    monkeypatch.setenv("TIESTUI_ARCHIVE", str(path))
    return path


def ids(run: Run, *words: str) -> list[str]:
    return [json.loads(line)["id"] for line in run("timeline", "-f", "jsonl", *words).lines]


def test_a_decision_is_told_and_shows(run: Run, path: Path) -> None:
    first = ids(run)[0]
    result = run("review", "accept", first, "--as", "ann")
    assert (result.status, result.out, result.err) == (0, "", f"tiestui: accepted {first}\n")
    assert first in ids(run, "--review", "accepted")
    assert run("review", "star", first[:6]).status == 0
    assert run("review", "note", first, "look", "again").status == 0
    record = json.loads(run("show", first, "-f", "json").out)
    assert (record["starred"], record["note"]) == (True, "look again")


def test_a_field_is_edited_and_the_edit_undone(run: Run, path: Path) -> None:
    first = ids(run, "--kind", "agreement")[0]
    before = json.loads(run("show", first, "-f", "json").out)
    assert run("review", "edit", first, "date=sep 2022", "title=Another title").status == 0
    record = json.loads(run("show", first, "-f", "json").out)
    assert (record["date"], record["title"], record["review"]) == ("2022-09", "Another title", "edited")
    assert "undone: edit" in run("review", "undo").err
    assert json.loads(run("show", first, "-f", "json").out) == before


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["accept"], 2, "at least one record"),
        (["accept", "zz-nothing"], 1, "no record 'zz-nothing'"),
        (["edit", "ID", "status=lost"], 3, "status: 'lost' is not one of"),
        (["edit", "ID", "colour=red"], 3, "colour: is no field"),
        (["edit", "ID"], 2, "one id and fields"),
        (["note", "ID"], 2, "an id and a text"),
        (["merge", "ID"], 2, "two different records"),
        (["burn", "ID"], 2, "nothing that review does"),
        (["undo"], 1, "no decision to undo"),
        (["log", "ID"], 2, "takes no words"),
        (["log", "-f", "pdf"], 2, "no format of the log"),
        (["apply", "/nowhere/file"], 3, "No such file"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    run: Run, path: Path, words: list[str], status: int, said: str
) -> None:
    agreement = ids(run, "--kind", "agreement")[0]
    result = run("review", *[agreement if word == "ID" else word for word in words])
    assert (result.status, result.err.count("\n")) == (status, 1)
    assert said in result.err
    assert run("review", "log").out == ""


def test_the_log_tells_who_decided_what_and_when(run: Run, path: Path) -> None:
    first = ids(run)[0]
    run("review", "reject", first, "--as", "ann")
    run("review", "undo", "--as", "bo")
    cells = [line.split("\t") for line in run("review", "log").lines]
    assert [(who, told.split()[0], state) for _, who, told, state, _ in cells] == [
        ("ann", "reject", "undone"),
        ("bo", "undo", "undo"),
    ]
    assert [one["kind"] for one in json.loads(run("review", "log", "-f", "json").out)] == ["reject", "undo"]
    rejected, undone = cells
    assert rejected[2].startswith(f"reject {first} “")
    assert undone[2] == f"undo {rejected[4]} ({rejected[2]})"


def test_the_log_names_speakers_and_corrected_sources(run: Run, article: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    run("add", article, "--archive", own)
    article.write_text(article.read_text(encoding="utf-8").replace("Ana Costa", "Rui Lima"), encoding="utf-8")
    run("add", article.rename(tmp_path / "other.txt"), "--archive", own)
    run("source", "other", "outlet=The Suva Post", "--archive", own)
    run("review", "same-speaker", "Ana Costa", "Rui Lima", "--archive", own)
    told = [line.split("\t")[2] for line in run("review", "log", "--archive", own).lines]
    assert told == ["correct other outlet=The Suva Post", "same-speaker Ana Costa, Rui Lima"]


def test_decisions_move_to_another_archive(run: Run, path: Path, tmp_path: Path) -> None:
    first, second, *_ = ids(run)
    run("review", "accept", first)
    run("review", "star", second)
    file = tmp_path / "decisions.jsonl"
    assert run("review", "export", "-o", file).status == 0
    other = tmp_path / "other.db"
    with open_archive(other, "write") as archive:
        archive.bulk_import(UNDECIDED)
    assert "2 decisions applied, 0 known" in run("review", "apply", file, "--archive", other).err
    assert "0 decisions applied, 2 known" in run("review", "apply", file, "--archive", other).err
    assert run("timeline", "-f", "jsonl", "--archive", other).out == run("timeline", "-f", "jsonl").out


def test_a_file_with_a_bad_line_is_not_half_applied(run: Run, path: Path, tmp_path: Path) -> None:
    first = ids(run)[0]
    run("review", "accept", first)
    file = tmp_path / "decisions.jsonl"
    file.write_text(run("review", "export").out + "{\n[]\n" + '{"kind":"burn"}\n', encoding="utf-8")
    run("review", "undo")
    result = run("review", "apply", file)
    assert result.status == 3
    assert [f"line {number}" in result.err for number in (1, 2, 3, 4)] == [False, True, True, True]
    assert "nothing applied" in result.err
    assert first not in ids(run, "--review", "accepted")


def test_a_record_by_hand_says_so(run: Run, path: Path) -> None:
    result = run("new", "upgrade", "level=strategic partnership", "date=sep 2013", "pair=peru-fiji")
    assert result.status == 0
    record = json.loads(run("show", result.out.strip(), "-f", "json").out)
    assert (record["origin"], record["date"], record["pair"]) == ("by hand", "2013-09", ["FJI", "PER"])
    assert (record["evidence"], record["corroboration"]) == ([], 0)
    assert "has no source" in result.err
    assert run("new", "upgrade", "level=strategic partnership", "date=2013-09", "pair=peru-fiji").status == 1
    assert run("review", "undo").status == 0
    assert run("show", result.out.strip()).status == 1


def test_a_record_by_hand_can_stand_on_a_passage(run: Run, article: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    assert run("add", article, "--archive", own).status == 0
    source = json.loads(run("sources", "-f", "jsonl", "--archive", own).out)["id"]
    text = run("show", source, "--archive", own).out
    words = text.split("\n")[0].split(". ")[0]
    made = run("new", "event", "kind=visit", "title=A visit", f"source={source}", f"text={words}", "--archive", own)
    assert (made.status, made.err) == (0, "")
    (evidence,) = json.loads(run("show", made.out.strip(), "-f", "json", "--archive", own).out)["evidence"]
    assert text[evidence["start"] : evidence["end"]] == words == evidence["text"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["rumour", "title=x"], 2, "no kind of record"),
        (["event", "title"], 2, "no FIELD=VALUE"),
        (["event", "title=x", "title=y"], 2, "given twice"),
        (["event"], 2, "title: is missing"),
        (["event", "title=x", "date=someday"], 2, "no date"),
        (["event", "title=x", "source=nobody", "text=y"], 1, "no source"),
        (["event", "title=x", "text=y"], 2, "source=SOURCE"),
    ],
)
def test_what_is_no_record_is_told(run: Run, path: Path, words: list[str], status: int, said: str) -> None:
    before = run("timeline").out
    result = run("new", *words)
    assert (result.status, result.err.count("\n")) == (status, 1)
    assert said in result.err
    assert run("timeline").out == before


def test_a_decision_about_very_many_records_moves_whole(run: Run, tmp_path: Path) -> None:
    title = "a visit of which there is much to say, " * 40
    given = [mention(f"event 2019 | {title}{number}", origin="imported", id=f"ev-{number}") for number in range(400)]
    for name in ("one.db", "two.db"):
        with open_archive(tmp_path / name, "write") as archive:
            archive.bulk_import(given)
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    assert run("--archive", one, "review", "accept", *(record.id for record in given)).status == 0
    file = tmp_path / "decisions.jsonl"
    assert run("--archive", one, "review", "export", "-o", file).status == 0
    assert file.stat().st_size > 1 << 20
    assert run("--archive", two, "review", "apply", file).status == 0
    assert run("--archive", two, "timeline", "-f", "jsonl").out == run("--archive", one, "timeline", "-f", "jsonl").out
