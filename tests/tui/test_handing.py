"""Getting out: citation, command, file, pipe, editor, web page."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tui.conftest import Browse, Walk
from tiestui.errors import TiestuiError
from tiestui.query import View
from tiestui.tui import handing


class Told:
    """What the browser said in its toasts."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    def __contains__(self, words: object) -> bool:
        return any(str(words) in f"{note.title} {note.message}" for note in self.walk.app._notifications)


async def test_y_copies_a_citation_with_source_and_position(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("y")
        assert walk.app.clipboard.startswith("1999, diplomatic relations (A. Writer, “Title of talks”, The Paper")
        assert "characters" in walk.app.clipboard
        assert "Copied the citation through the terminal" in Told(walk)


async def test_capital_y_copies_the_view_as_a_command(browse: Browse) -> None:
    view = View(pane="agreements", query="ferry").with_filter("status", "pledged")
    async with browse(view) as walk:
        await walk.press("Y")
        assert walk.app.clipboard == "tiestui agreements --status pledged ferry"


async def test_what_is_too_long_is_not_copied(browse: Browse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing, "MOST_COPIED", 10)
    async with browse() as walk:
        await walk.press("y")
        assert walk.app.clipboard == ""
        assert "too long to copy" in Told(walk)


def written(monkeypatch: pytest.MonkeyPatch, text: str = "one\n") -> None:
    def pieces(archive: Any, view: View, form: str) -> Iterator[str | bytes]:
        yield f"{form}: "
        yield text.encode()

    monkeypatch.setattr(handing, "pieces", pieces)


async def test_w_writes_the_view_and_asks_before_it_overwrites(
    browse: Browse, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(monkeypatch)
    async with browse() as walk:
        await walk.press("w", "enter", "enter")
        assert (folder / "timeline.md").read_text() == "markdown: one\n"
        assert "Written as markdown" in Told(walk)
        written(monkeypatch, "two\n")
        await walk.press("w", "enter", "enter", "n")
        assert (folder / "timeline.md").read_text() == "markdown: one\n"
        await walk.press("enter", "y")
        assert (folder / "timeline.md").read_text() == "markdown: two\n"


async def test_the_path_follows_the_format_until_it_is_edited(browse: Browse, folder: Path) -> None:
    async with browse() as walk:
        await walk.press("w", "j")
        line = walk.app.screen.query_one("Input")
        assert getattr(line, "value", "") == str(folder / "timeline.csv")
        await walk.press("enter", "x", "shift+tab", "j")
        assert getattr(line, "value", "") == str(folder / "timeline.csvx")


async def test_a_folder_that_is_not_there_is_told(
    browse: Browse, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(monkeypatch)
    async with browse() as walk:
        walk.app.session.folder = str(folder / "nowhere")
        await walk.press("w", "enter", "enter")
        assert "there is no folder" in walk.text
        assert list(folder.iterdir()) == []
        await walk.press("ctrl+u")
        await walk.write(str(folder / "here.md"))
        await walk.press("enter")
        assert walk.app.screen is walk.screen
        assert (folder / "here.md").exists()


def test_a_failed_write_leaves_nothing_and_the_old_file_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, memory: Any
) -> None:
    def failing(archive: Any, view: View, form: str) -> Iterator[str]:
        yield "half"
        raise TiestuiError("the archive went away")

    monkeypatch.setattr(handing, "pieces", failing)
    target = folder / "kept.md"
    target.write_text("before")
    with pytest.raises(TiestuiError, match="went away"):
        handing.write_file(memory, View(), "markdown", target)
    assert target.read_text() == "before"
    assert [path.name for path in folder.iterdir()] == ["kept.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, memory: Any) -> None:
    written(monkeypatch)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(TiestuiError, match="could not be written"):
            handing.write_file(memory, View(), "text", folder / "x.txt")
    finally:
        folder.chmod(stat.S_IRWXU)


def test_a_pipe_gets_the_view_and_may_stop_reading(folder: Path, monkeypatch: pytest.MonkeyPatch, memory: Any) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")
    written(monkeypatch, "line\n" * 200_000)
    assert handing.pipe(memory, View(), "text", "head -1 > first.txt") == 0
    assert (folder / "first.txt").read_text() == "text: line\n"
    assert handing.pipe(memory, View(), "text", "exit 3") == 3


async def test_a_pipe_command_that_fails_is_told(browse: Browse, monkeypatch: pytest.MonkeyPatch) -> None:
    async with browse() as walk:
        monkeypatch.setattr(type(walk.app), "away", lambda app: contextlib.nullcontext())
        monkeypatch.setattr(handing, "pipe", lambda *words: 3)
        monkeypatch.setattr(type(walk.screen), "_wait_for_enter", staticmethod(lambda status: None))
        await walk.press("vertical_line")
        await walk.press("enter")
        assert "ended with status 3" in Told(walk)


async def test_without_a_terminal_to_lend_the_reason_is_told(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("e")
        assert "cannot be lent" in Told(walk)


async def test_o_without_an_address_says_so(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("o")
        assert "No address is known" in Told(walk)


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "/a/b.txt"]),
        ("code -n", ["code", "-n", "--wait", "--goto", "/a/b.txt:7"]),
        ("hx", ["hx", "/a/b.txt:7"]),
    ],
)
def test_editors_open_at_the_line(editor: str, command: list[str]) -> None:
    assert handing.editor_command(Path("/a/b.txt"), 7, {"EDITOR": editor}) == command
    assert handing.editor_command(Path("/a/b.txt"), 7, {"VISUAL": editor, "EDITOR": "ed"}) == command


def test_the_editor_gets_the_file_itself_with_its_front_matter_or_a_copy(tmp_path: Path) -> None:
    original = tmp_path / "talks.txt"
    original.write_text("---\ntitle: x\n---\nfirst\nsecond\n")
    assert handing.text_for_editor("talks", "first\nsecond\n", str(original), 8) == (original, 5, False)
    path, line, copied = handing.text_for_editor("talks", "first\nsecond\n", str(tmp_path / "gone.txt"), 8)
    assert (line, copied, path.read_text()) == (2, True, "first\nsecond\n")
