"""Flags anywhere, words that begin with -, commands that there are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_flags_stand_among_the_words(run: Run, archive: Path) -> None:
    before = run("timeline", "--kind", "upgrade", "embassy")
    assert before.status == 0
    assert before.lines == run("timeline", "embassy", "--kind=upgrade").lines
    assert len(before.lines) == 1


def test_global_flags_stand_before_or_after_the_command(run: Run, awkward_archive: Path) -> None:
    before = run("--archive", awkward_archive, "--color", "never", "timeline")
    assert before.status == 0
    assert before == run("timeline", "--color=never", f"--archive={awkward_archive}")


def test_same_flag_again_means_or_and_another_flag_and(run: Run, archive: Path) -> None:
    upgrades = run("timeline", "--kind", "upgrade").lines
    events = run("timeline", "--kind", "event").lines
    assert sorted(run("timeline", "--kind", "event", "--kind", "upgrade").lines) == sorted(upgrades + events)
    assert len(run("timeline", "--kind", "upgrade", "--since", "2000").lines) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["-oil"],
        ["-f"],
        ["-fcsv"],
        ["--format"],
        ["--nonsense"],
        ["--since", "yesterdayish"],
        ["--limit", "-3"],
        ["--limit", "many"],
        ["--archive", ""],
        ["--archive="],
        ["\ue000"],
        ["\x01"],
        ["date:" + "9" * 9000],
        ["topic:" + "x" * 9000],
        ["country:" + "x" * 9000],
        ["--pair", "x" * 9000],
        ["--topic", "x" * 9000],
        ["--since", "x" * 9000],
        ["--" + "x" * 9000],
        ["-" + "x" * 9000],
        ["-f", "x" * 9000],
        ["--limit", "9" * 19],
        ["--limit", "9" * 5000],
        ["--sort", "upwards"],
        ["--kind", "rumour"],
        ["--status", "lost"],
        ["--pair", "atlantis-peru"],
        ["--force=yes"],
        ["-f", "oil"],
        ["-f", "bibtex"],
        ["nofield:x"],
        ["(harbour"],
        ['"harbour'],
    ],
)
def test_wrong_usage_is_told_in_one_line(run: Run, archive: Path, words: list[str]) -> None:
    result = run("timeline", *words)
    assert result.status == 2
    assert result.out == ""
    assert result.err.startswith("tiestui: ")
    assert result.err.count("\n") == 1
    assert len(result.err) < 700


def test_message_for_a_joined_value_tells_how_to_write_the_word(run: Run, archive: Path) -> None:
    assert "NOT word" in run("timeline", "-oil").err


def test_message_for_an_unknown_format_names_those_of_the_view(run: Run, archive: Path) -> None:
    assert "bibtex" in run("sources", "-f", "xlsx").err
    assert "bibtex" not in run("quotes", "-f", "xlsx").err


def test_message_for_an_unknown_flag_names_the_near_one(run: Run, archive: Path) -> None:
    assert "did you mean --speaker?" in run("quotes", "--speeker", "x").err


def test_words_that_begin_with_a_dash(run: Run, archive: Path) -> None:
    everything = run("timeline").lines
    without = [line for line in everything if "partnership" not in line]
    assert run("timeline", "--", "-partnership").lines == without
    assert run("timeline", "NOT", "partnership").lines == without
    assert run("timeline", "-partnership diplomatic").lines == [line for line in without if "diplomatic" in line]


@pytest.mark.parametrize("words", [["timelin"], ["frobnicate"], ["--since", "2013", "timeline"], ["--nonsense"]])
def test_unknown_commands_and_flags_before_them(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.status == 2
    assert result.err.count("\n") == 1


def test_near_command_is_named(run: Run) -> None:
    assert "did you mean timeline?" in run("timelin").err


def test_help_and_version_need_no_archive(run: Run) -> None:
    assert "timeline" in run("--help").out
    assert run("-h").out == run("--help").out
    assert run("help").out == run("--help").out
    assert run("help", "quotes").out == run("quotes", "--help").out
    assert run("--version").out.startswith("tiestui ")


def test_every_command_is_in_the_help_and_has_its_own(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    from tiestui.cli.registry import COMMANDS

    overview = run("--help").out
    for name in COMMANDS:
        assert f"  {name} " in overview
        own = run(name, "--help")
        assert own.status == 0
        assert f"tiestui {name}" in own.out


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["new", "upgrade"], 2),
        (["new", "event", "title=x", "date=someday"], 2),
        (["new", "event", "title=x", "source=nowhere", "text=x"], 1),
        (["import", "nosuch.jsonl"], 3),
        (["add", "nosuch.txt", "nosuch"], 3),
    ],
)
def test_what_comes_to_nothing_makes_no_archive(run: Run, tmp_path: Path, words: list[str], status: int) -> None:
    archive = tmp_path / "none.db"
    result = run("--archive", archive, *words)
    assert (result.status, result.out) == (status, "")
    assert all(name in result.err for name in words if name.startswith("nosuch"))
    assert not archive.exists()
    assert run("--archive", archive, "timeline").status == 1
