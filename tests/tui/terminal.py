"""A program on a real pseudo-terminal, its screen read by a terminal emulator."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pexpect
import pyte

PATIENCE = 20
TIESTUI = (sys.executable, "-m", "tiestui")
KEYS = {"enter": "\r", "esc": "\x1b", "tab": "\t", "back": "\x7f", "ctrl+c": "\x03", "ctrl+z": "\x1a", "down": "\x1b[B"}


class Terminal:
    """Starts a command, presses keys, waits for what the screen shows."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str] | None = None, size: tuple[int, int] = (140, 42)
    ) -> None:
        columns, lines = size
        variables = {
            **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "TEXTUAL_ANIMATIONS": "none", **(environment or {}),
        }  # fmt: skip
        self.screen: Any = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.process = pexpect.spawn(command[0], list(command[1:]), env=variables, dimensions=(lines, columns))
        self.process.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *reason: object) -> None:
        self.process.close(force=True)

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.screen.display)

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what was painted; False when nothing came."""
        try:
            piece = self.process.read_nonblocking(1 << 16, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += piece
        # pyte does not know the private modes and pixel reports that Textual asks for, nor colons in styles
        painted = re.sub(rb"\x1b\[[<>=?][0-9;]*[cpquS$]+|\x1b\[[0-9;]*\$p", b"", piece)
        before, left, after = painted.partition(b"\x1b[?1049l")  # pyte knows one screen only
        self._stream.feed(before)
        if left:
            self.screen.reset()
            self._stream.feed(after)
        return True

    def until(self, shown: str | Callable[[str], bool]) -> str:
        """Wait until the screen shows the words (or fulfils the test); gives its text."""
        holds = shown if callable(shown) else (lambda text: shown in text)
        end = time.monotonic() + PATIENCE
        while not holds(self.text):
            if not self.read() and (time.monotonic() > end or not self.process.isalive()):
                while self.read():
                    pass
                if holds(self.text):
                    break
                raise AssertionError(f"never shown: {shown!r}\n{self.text}")
        return self.text

    def press(self, *keys: str) -> None:
        """Press keys by name, or type a text."""
        for key in keys:
            self.process.send(KEYS.get(key, key))

    def resize(self, columns: int, lines: int) -> None:
        """Another size, as a window manager does it."""
        self.screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)
        self.process.kill(signal.SIGWINCH)

    def ended(self) -> int:
        """Wait for the end; gives the exit status."""
        end = time.monotonic() + PATIENCE
        while self.process.isalive():
            self.read()
            if time.monotonic() > end:
                raise AssertionError(f"still running:\n{self.text}")
        while self.read(0.01):
            pass
        status = self.process.exitstatus
        return -self.process.signalstatus if status is None else int(status)
