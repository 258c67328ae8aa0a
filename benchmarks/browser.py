"""How fast the browser is on a terminal, against bare Textual apps in the same run.

    python -m benchmarks.browser [--records N] [--rounds N]

Everything is measured on a pseudo-terminal: a key is written, and the time is taken until the first byte of the paint
comes back (after that the terminal is read until it is quiet). First paint: from the start of the process to the first
frame with text in it. Every figure is a median; what is told is the ratio to the yardstick (see `bare.py`).
"""

from __future__ import annotations

import os
import pty
import select
import statistics
import struct
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

if __package__ in (None, ""):  # run as a file
    sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.measure import Line, Setup, compared, main

QUIET = 0.06
PAGE_DOWN = b"\x1b[6~"
LEAST_ROUNDS = 7
NAMES = {
    "first paint": ("first paint of the browser", "a Textual app of one label"),
    "memory": ("resident memory of the browser", "the same"),
    "down": ("key `down` to paint", "a bare ScrollView app"),
    "page": ("key `page down` to paint", "the same"),
    "search": ("a letter typed in the search to paint", "a bare Input over a ScrollView"),
}
BOUNDS = {"first paint": 1.3, "memory": 1.5, "down": 2.0, "page": 2.0, "search": 1.5}


class Terminal:
    """A program on a pseudo-terminal of 140 by 42."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(environment)
            os.execvp(command[0], list(command))
        ioctl(self.fd, TIOCSWINSZ, struct.pack("HHHH", 42, 140, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What comes within so many seconds; b"" for nothing."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        try:
            return os.read(self.fd, 1 << 16) if ready else b""
        except OSError:
            return b""

    def drain(self, quiet: float = QUIET) -> bytes:
        """All that comes until it is quiet."""
        found = b""
        while piece := self.read(quiet):
            found += piece
        return found

    def until(self, words: Sequence[bytes], seconds: float = 60) -> float:
        """The seconds from the start until one of the words was painted."""
        found = b""
        while not any(word in found for word in words):
            piece = self.read(seconds)
            if not piece:
                raise SystemExit(f"nothing was painted: {found[-400:]!r}")
            found += piece
        return time.perf_counter() - self.started

    def key(self, key: bytes) -> float:
        """The seconds from writing a key to the first byte that comes back, after what was still being painted."""
        self.drain()
        begun = time.perf_counter()
        os.write(self.fd, key)
        ready, _, _ = select.select([self.fd], [], [], 10)
        took = time.perf_counter() - begun
        if not ready:
            raise SystemExit(f"no answer to the key {key!r}")
        self.drain()
        return took

    def memory(self) -> int:
        """Resident memory in KiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0])

    def end(self) -> None:
        """Kill it and wait for it."""
        os.kill(self.pid, 9)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


@contextmanager
def running(command: Sequence[str], words: Sequence[bytes], environment: dict[str, str]) -> Iterator[Terminal]:
    """A program that has painted one of the words and come to rest."""
    terminal = Terminal(command, environment)
    try:
        terminal.until(words)
        terminal.drain(0.6)
        yield terminal
    finally:
        terminal.end()


def first_paint(command: Sequence[str], words: Sequence[bytes], environment: dict[str, str], rounds: int) -> float:
    """The median of the seconds to the first paint."""
    times = []
    for _ in range(rounds):
        terminal = Terminal(command, environment)
        times.append(terminal.until(words))
        terminal.end()
    return statistics.median(times)


def keys(browser: Terminal, yardstick: Terminal, sequence: Sequence[bytes]) -> tuple[float, float]:
    """The medians of the seconds that the keys take in both, pressed in turn so that both see the same machine."""
    for key in sequence[:3]:
        browser.key(key)
        yardstick.key(key)
    times = [(browser.key(key), yardstick.key(key)) for key in sequence]
    return statistics.median(our for our, _ in times), statistics.median(their for _, their in times)


def typed(rounds: int) -> list[bytes]:
    """Words typed and taken back letter by letter, as the search is used."""
    return [bytes([letter]) for _ in range(rounds) for letter in b"be\x7f\x7fli\x7f\x7f"]


def lines(setup: Setup) -> Iterator[Line]:
    """First paint, memory and keys against their yardsticks."""
    size = f"{setup.records:,} records"
    for name, (our, their) in measured(setup).items():
        unit = "MB" if name == "memory" else "ms"
        scale = 1 / 1024 if name == "memory" else 1
        what, against = NAMES[name]
        yield compared(f"{what}, {size}", our * scale, their * scale, BOUNDS[name], against, unit)


def measured(setup: Setup) -> dict[str, tuple[float, float]]:
    """Our figure and the yardstick's, by name: seconds, memory in KiB."""
    rounds = max(LEAST_ROUNDS, setup.rounds)
    environment = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "XDG_STATE_HOME": str(setup.folder / "home"),
        "XDG_CONFIG_HOME": str(setup.folder / "home"),
        "PYTHONPATH": setup.environment["PYTHONPATH"],
    }
    bare = [sys.executable, "-m", "benchmarks.bare"]
    ours = [sys.executable, "-m", "tiestui", "--archive", str(setup.archive(setup.records))]
    ready = [b"enter", b"search"]
    found: dict[str, tuple[float, float]] = {}
    found["first paint"] = (
        first_paint(ours, ready, environment, rounds),
        first_paint([*bare, "minimal"], [b"ready"], environment, rounds),
    )
    with running([*bare, "minimal"], [b"ready"], environment) as yardstick:
        least = yardstick.memory()
    with running(ours, ready, environment) as browser:
        browser.drain(2.0)
        found["memory"] = (browser.memory(), least)
        down, page = [b"j"] * (6 * rounds), [PAGE_DOWN] * (6 * rounds)
        with running([*bare, "list"], [b"line"], environment) as yardstick:
            found["down"] = keys(browser, yardstick, down)
            found["page"] = keys(browser, yardstick, page)
        browser.key(b"/")
        with running([*bare, "input"], [b"line"], environment) as yardstick:
            found["search"] = keys(browser, yardstick, typed(rounds))
    return found


if __name__ == "__main__":
    main(lines, __doc__)
