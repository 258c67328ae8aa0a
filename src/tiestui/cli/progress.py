"""Progress of long work on standard error: how far, how fast, how long yet. Only on a terminal."""

from __future__ import annotations

import sys
import time
from typing import TextIO

_EVERY = 0.1


class Progress:
    """A line that is written over again as the work goes on; nothing at all when the stream is no terminal."""

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        self._what = what
        self._stream = stream or sys.stderr
        self._shown = self._stream is not None and self._stream.isatty()
        self._total = 0
        self._done = 0
        self._started = time.monotonic()
        self._last = 0.0

    def start(self, total: int) -> None:
        """The work is `total` pieces long."""
        self._total = total
        self._started = time.monotonic()

    def step(self) -> None:
        """One more piece is done."""
        self._done += 1
        now = time.monotonic()
        if self._shown and now - self._last >= _EVERY:
            self._last = now
            self._stream.write(f"\r\x1b[K{progress_line(self._what, self._done, self._total, now - self._started)}")
            self._stream.flush()

    def clear(self) -> None:
        """Take the line away, before something else is said and at the end."""
        if self._shown and self._last:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    @property
    def seconds(self) -> float:
        """How long the work has taken."""
        return time.monotonic() - self._started


def progress_line(what: str, done: int, total: int, seconds: float) -> str:
    """Such as "120 of 2000 documents, 43 a second, 44 s left"."""
    rate = done / seconds if seconds > 0 else 0.0
    left = f", {_time((total - done) / rate)} left" if rate and total > done else ""
    return f"{done} of {max(total, done)} {what}, {rate:.0f} a second{left}"


def _time(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"
