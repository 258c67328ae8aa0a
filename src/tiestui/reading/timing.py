"""A bound on the processor time of one document, so that a hostile one cannot hang the program."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from tiestui.errors import InputError


class _OutOfTime(BaseException):
    """Raised inside a reader; no library's `except Exception` swallows it."""


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTime


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises `InputError` when the block takes more than `seconds` of processor time.

    It works where signals do: in the main thread of a process, on systems that have interval timers. Elsewhere the
    limits of size and nesting are all there is.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _interrupt)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        yield
    except _OutOfTime:
        raise InputError(f"reading it took more than {seconds:g} seconds; it is given up") from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
