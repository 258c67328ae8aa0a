"""The browser on a real terminal: the walk that the issue asks for, and what terminals do to a program."""

from __future__ import annotations

import base64
import os
import re
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.terminal import TIESTUI, Terminal

pytestmark = pytest.mark.terminal
COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")


@pytest.fixture
def browser(archive: Path) -> list[str]:
    return [*TIESTUI, "--archive", str(archive)]


def run(*words: str) -> str:
    return subprocess.run([*TIESTUI, *words], capture_output=True, text=True, check=True, encoding="utf-8").stdout


@pytest.mark.parametrize("size", [(140, 42), (80, 24)])
def test_the_walk_by_keys(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Terminal(TIESTUI, size=size) as terminal:
        terminal.until("2005")
        terminal.press("L")
        terminal.until("2016")
        terminal.press("t", "2016", "enter")
        terminal.until(at(3))
        terminal.press("enter")
        terminal.until(lambda text: "By 2016, the pair moved" in " ".join(text.split()) and " of " in text)
        terminal.press("back")
        terminal.until(at(3))
        terminal.press("2")
        terminal.until("President, Belarus")
        terminal.press("1", "/", "partnership")
        terminal.until(lambda text: "partnership" in text.split("\n")[1] and at(2)(text))
        terminal.press("enter", "n")
        terminal.until(at(3))
        terminal.press("N")
        terminal.until(at(2))
        number = re.search(r"2 of (\d+)", terminal.screen.display[1])
        assert number is not None
        terminal.press("Y")
        terminal.until("Copied the command")
        command = copied(terminal)
        assert command.startswith("tiestui timeline")
        terminal.press("w", "enter", "enter")
        terminal.until("Written as markdown")
        terminal.press("q")
        assert terminal.ended() == 0
        assert b"\x1b[?1049l" in terminal.raw
        assert b"\x1b[?25h" in terminal.raw.rsplit(b"\x1b[?1049l", 1)[1] + terminal.raw[-400:]
        assert b"Traceback" not in terminal.raw
    rows = run(*shlex.split(command)[1:]).splitlines()
    assert len(rows) == int(number[1])
    written = (tmp_path / "timeline.md").read_text(encoding="utf-8")
    assert "2016" in written


def at(position: int) -> Callable[[str], bool]:
    """Whether the counter says that the cursor is there."""
    return lambda text: re.search(rf"\b{position} of \d", text.split("\n")[1]) is not None


def copied(terminal: Terminal) -> str:
    """The text that was last put on the clipboard of the terminal."""
    return base64.b64decode(re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)", terminal.raw)[-1]).decode()


def test_quotes_of_one_speaker_by_facet_and_signed_agreements(browser: list[str]) -> None:
    with Terminal(browser) as terminal:
        terminal.until("1 Timeline")
        terminal.press("2")
        terminal.until("Ada Berg")
        terminal.press("f", "enter")
        terminal.until(" ×")
        terminal.press("c", "3")
        terminal.until("memorandum of understanding")
        terminal.press("q")
        assert terminal.ended() == 0


def test_no_color_leaves_no_colour_sequence(browser: list[str]) -> None:
    with Terminal(browser, {"NO_COLOR": "1"}) as terminal:
        terminal.until("1 Timeline")
        terminal.press("j", "L", "/", "part", "enter", "?")
        terminal.until("Keys, here in the list")
        terminal.press("esc")
        terminal.until(at(1))
        terminal.press("q")
        assert terminal.ended() == 0
        assert COLOUR.findall(terminal.raw) == []


def test_a_keymap_with_an_unknown_id_and_a_clash_names_both(browser: list[str]) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "tiestui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('[keys]\nserch = "f2"\nhelp = "slash"\n', encoding="utf-8")
    with Terminal(browser) as terminal:
        text = terminal.until(lambda text: "no action 'serch'" in text and "slash is the key" in text)
        assert "search" in text
        terminal.press("q")
        assert terminal.ended() == 0


def test_resizes_down_to_a_stamp_and_back(browser: list[str]) -> None:
    with Terminal(browser) as terminal:
        terminal.until("1 Timeline")
        for columns, lines in ((20, 5), (200, 50), (60, 20), (80, 24)):
            terminal.resize(columns, lines)
            terminal.press("j")
            while terminal.read(0.2):
                pass
        terminal.until("1 Timeline")
        terminal.press("q")
        assert terminal.ended() == 0


def test_a_terminal_of_20_by_5_from_the_start(browser: list[str]) -> None:
    with Terminal(browser, size=(20, 5)) as terminal:
        terminal.until("1999")
        terminal.press("j", "enter", "back", "?")
        terminal.until("Keys")
        terminal.press("esc")
        terminal.until("2007")
        terminal.press("q")
        assert terminal.ended() == 0
        assert b"Traceback" not in terminal.raw


def test_suspended_and_taken_up_again(browser: list[str]) -> None:
    with Terminal(("bash", "--norc", "-i"), {"PS1": "shell> "}) as terminal:
        terminal.until("shell>")
        terminal.press(" ".join(browser), "enter")
        terminal.until("1 Timeline")
        terminal.press("ctrl+z")
        terminal.until("Stopped")
        terminal.press("fg", "enter")
        terminal.until(lambda text: "Norway – Peru" in text and "1999" in text and "Stopped" not in text)
        terminal.press("j")
        terminal.until(at(2))
        terminal.press("q")
        terminal.until("shell>")
        terminal.press("echo status $?", "enter")
        terminal.until("status 0")


def test_a_lost_terminal_ends_the_program(browser: list[str]) -> None:
    terminal = Terminal(browser)
    terminal.until("1 Timeline")
    number = terminal.process.pid
    os.close(terminal.process.fileno())
    end = time.monotonic() + 10
    while time.monotonic() < end:
        ended, _ = os.waitpid(number, os.WNOHANG)
        if ended:
            break
        time.sleep(0.05)
    else:
        os.kill(number, signal.SIGKILL)
        raise AssertionError("it runs on without a terminal")


def test_a_pipe_gets_the_rows_and_the_screen_comes_back(browser: list[str]) -> None:
    with Terminal(browser) as terminal:
        terminal.until("1 Timeline")
        terminal.press("|")
        terminal.until("Run this view through a command")
        terminal.press("\x15", "head -2 | cut -c1-60; false", "enter")
        shown = terminal.until("Enter returns to tiestui")
        assert "ended with status 1" in shown
        assert "upgrade" in shown
        terminal.press("enter")
        terminal.until("1 Timeline")
        terminal.press("q")
        assert terminal.ended() == 0


def test_pick_inside_a_pipe_with_data_on_both_sides(browser: list[str], tmp_path: Path) -> None:
    out = tmp_path / "picked.txt"
    tiestui = " ".join(browser)
    line = f"{tiestui} timeline --kind upgrade | {tiestui} pick | cat > {out}"
    with Terminal(("bash", "--norc", "-i"), {"PS1": "shell> "}) as terminal:
        terminal.until("shell>")
        terminal.press(line, "enter")
        terminal.until(at(1))
        assert len(terminal.screen.display[1].rstrip()) > 130, "the whole width, though standard output is a pipe"
        terminal.press(" ", "down", " ", "enter")
        terminal.until(lambda text: text.rstrip().endswith("shell>"))
    picked = out.read_text(encoding="utf-8").splitlines()
    every = run(*browser[3:], "timeline", "--kind", "upgrade").splitlines()
    assert picked == [every[0], every[2]]


def test_what_editor_and_command_say_does_not_go_into_the_pipe(browser: list[str], tmp_path: Path) -> None:
    out, editor = tmp_path / "picked.txt", tmp_path / "editor.sh"
    editor.write_text("#!/bin/sh\necho from the editor\nsleep 0.2\n", encoding="utf-8")
    editor.chmod(0o755)
    line = f"{' '.join(browser)} pick --kind upgrade > {out}"
    with Terminal(("bash", "--norc", "-i"), {"PS1": "shell> ", "EDITOR": str(editor), "SHELL": "/bin/sh"}) as terminal:
        terminal.until("shell>")
        terminal.press(line, "enter")
        terminal.until(at(1))
        terminal.press("e")
        terminal.until("from the editor")
        terminal.until(at(1))
        terminal.press("|")
        terminal.until("through a command")
        terminal.press("\x15wc -l", "enter")
        terminal.until("Enter returns")
        terminal.press("enter")
        terminal.until(at(1))
        terminal.press("enter")
        terminal.until(lambda text: text.rstrip().endswith("shell>"))
    picked = out.read_text(encoding="utf-8").splitlines()
    assert picked == run(*browser[3:], "timeline", "--kind", "upgrade").splitlines()[:1]


def test_an_archive_that_is_removed_meanwhile(browser: list[str], tmp_path: Path) -> None:
    archive = tmp_path / "gone.db"
    shutil.copy(browser[-1], archive)
    with Terminal([*TIESTUI, "--archive", str(archive)]) as terminal:
        terminal.until("1 Timeline")
        for path in tmp_path.iterdir():
            path.unlink()
        terminal.press("2", "/", "trade", "enter", "1", "4", "q")
        assert terminal.ended() == 0
        assert b"Traceback" not in terminal.raw
