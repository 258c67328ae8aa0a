"""Views from the command line: filters, formats, files, statuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.archive.made import document
from tests.cli.conftest import Run
from tests.views.awkward import RECORDS
from tiestui.archive import open_archive
from tiestui.views.formats import FORMATS, formats_of

KINDS = {
    "timeline": "records", "quotes": "records", "agreements": "records", "events": "records", "sources": "sources",
    "speakers": "speakers", "ladder": "ladder",
}  # fmt: skip


@pytest.mark.parametrize(
    ("command", "name"),
    [(command, name) for command, kind in KINDS.items() for name in formats_of(kind)],  # type: ignore[arg-type]
)
def test_every_view_has_every_format_of_its_kind(run: Run, archive: Path, command: str, name: str) -> None:
    result = run(command, "-f", name)
    assert result.status == 0
    assert "\x1b" not in result.out


def test_timeline_holds_all_kinds_in_order_without_the_rejected(run: Run, archive: Path) -> None:
    ids = [line.split("\t")[-1] for line in run("timeline").lines]
    assert set(ids) == {record.id for record in RECORDS if record.review != "rejected"}
    assert ids[-1] == "ev-hand"
    assert [line.split("\t")[-1] for line in run("timeline", "--review", "rejected").lines] == ["ev-visit"]


def test_planned_and_denied_are_marked(run: Run, archive: Path) -> None:
    found = {line.split("\t")[-1]: line.split("\t")[1] for line in run("timeline", "--kind", "upgrade").lines}
    assert found == {"up-decade": "upgrade", "up-about": "upgrade (denied)", "up-month": "upgrade (planned)"}


def test_an_empty_result_is_no_failure(run: Run, archive: Path) -> None:
    assert run("quotes", "nobodysaidthis") == (0, "", "")
    assert run("quotes", "nobodysaidthis", "-f", "json").out == "[]\n"


def test_a_date_filter_says_how_many_undated_records_it_leaves_out(run: Run, archive: Path) -> None:
    result = run("timeline", "--since", "2000")
    assert "undated" not in result.out
    assert "1 undated" in result.err


def test_sort_and_limit(run: Run, archive: Path) -> None:
    lines = run("timeline", "--since", "1950").lines
    newest = run("timeline", "--since", "1950", "--sort", "newest").lines
    assert [line.split("\t")[0] for line in newest] == [line.split("\t")[0] for line in reversed(lines)]
    assert run("timeline", "--limit", "2").lines == run("timeline").lines[:2]
    assert run("timeline", "--limit", "0").lines == []


def test_json_is_the_contract_and_csv_has_its_header(run: Run, archive: Path) -> None:
    objects = json.loads(run("agreements", "-f", "json").out)
    assert [(one["instrument"], one["status"], one["pair"]) for one in objects] == [
        ("treaty", "in force", ["FJI", "PER"])
    ]
    (row,) = csv.DictReader(io.StringIO(run("agreements", "-f", "csv").out))
    assert row["parties"] == "FJI; PER; NZL"
    assert row["text"] == "the treaty of friendship"
    assert row["speaker.name"] == ""


def test_file_is_written_whole_and_asks_for_force(run: Run, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert run("timeline", "-f", "csv", "-o", target) == (0, "", "")
    written = target.read_text(encoding="utf-8")
    again = run("quotes", "-f", "csv", "-o", target)
    assert again.status == 1
    assert "--force" in again.err
    assert target.read_text(encoding="utf-8") == written
    assert run("quotes", "-f", "csv", "-o", target, "--force").status == 0
    assert target.read_text(encoding="utf-8") != written
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize("target", ["nowhere/out.csv", "."])
def test_file_that_cannot_be_written_is_named(run: Run, archive: Path, tmp_path: Path, target: str) -> None:
    result = run("timeline", "-o", tmp_path / target)
    assert result.status == 1
    assert str(tmp_path) in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "status"),
    [(None, 1), (b"", 1), (b"this is no database at all" * 50, 1), (b"SQLite format 3\x00" * 20, 1)],
)
def test_archives_that_are_none(run: Run, tmp_path: Path, content: bytes | None, status: int) -> None:
    path = tmp_path / "strange.db"
    if content is not None:
        path.write_bytes(content)
    for command in (["timeline"], ["show", "x"], ["remove", "x"], ["info"]):
        result = run("--archive", path, *command)
        assert result.status == status
        assert str(path) in result.err
        assert result.err.count("\n") == 1
        assert (path.read_bytes() if path.exists() else None) == content


def test_colour_only_when_asked_for_in_a_pipe(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run("show", "up-about").out
    assert "\x1b[" in run("show", "up-about", "--color", "always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in run("show", "up-about", "--color", "always").out


def test_page_is_headed_by_what_was_asked(run: Run, archive: Path) -> None:
    page = run(
        "timeline", "partnership", "--since", "2013", "--kind", "upgrade", "--kind", "event", "-f", "markdown"
    ).out
    assert page.splitlines()[0] == "# Timeline: partnership, since 2013, kind upgrade or event"
    assert run("speakers", "-f", "markdown").out.startswith("# Speakers\n")


def test_bare_call_prints_the_timeline_in_a_pipe(run: Run, archive: Path) -> None:
    assert run().out == run("timeline").out
    assert run("browse", "--pane", "quotes").out == run("quotes").out


def test_formats_are_those_of_the_contract() -> None:
    assert list(FORMATS) == (
        "text markdown csv tsv json jsonl html timelinejs timesketch ics lines bibtex csl-json".split()
    )


@pytest.mark.parametrize(
    ("words", "many"),
    [
        (["timeline", "--since", "2010", "--since", "2015"], 2),
        (["timeline", "since:2010 OR kind:agreement"], 2),
        (["sources", "--since", "2010"], 2),
        (["brief", "--since", "2010"], 2),
        (["speakers", "--since", "2010"], 1),
        (["ladder", "--since", "2010"], 1),
        (["ladder"], 0),
        (["ladder", "--since", "2010", "nosuchword"], 0),
    ],
)
def test_every_list_says_how_many_undated_records_a_date_leaves_out(
    run: Run, tmp_path: Path, words: list[str], many: int
) -> None:
    own = tmp_path / "own.db"
    lines = [
        "upgrade 2013 | alliance",
        "upgrade | great alliance",
        "statement | Ana Ito: it rains",
        "event 2011 | visit",
    ]
    with open_archive(own, "write") as archive:
        archive.add(*document("a.txt", lines))
    result = run("--archive", own, *words)
    assert result.status == 0
    said = f"tiestui: {many} undated record{'' if many == 1 else 's'} left out, as a date was asked for\n"
    assert result.err == (said if many else "")
