"""A reader run in a process of its own, with bounds on memory and processor time.

For readers that stand on a large library in C: a document that makes it crash, or take all memory, takes that process
with it and not the program.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from tiestui.errors import InputError
from tiestui.reading.draft import Draft
from tiestui.reading.limits import Limits
from tiestui.reading.timing import time_limit

_CHUNK = 1 << 20
Reader = Callable[[bytes, Limits], Draft]


def read_apart(read: Reader, data: bytes, limits: Limits) -> Draft:
    """What `read` gives, from a process of its own; raises its `InputError`, or one that says that it was stopped.

    Where a process cannot be forked (other systems, a program with threads) the reader runs here, bounded in time.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        with time_limit(limits.seconds):
            return read(data, limits)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(read, data, limits, writing)
    os.close(writing)
    try:
        answer = _all_of(reading)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(reading)
        _, status = os.waitpid(child, 0)
    return _result(answer, status, limits)


def _work(read: Reader, data: bytes, limits: Limits, writing: int) -> None:
    """The child's whole life: reads, answers, ends without a word."""
    try:
        _be_silent()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        _bound(limits)
        answer: Draft | str
        try:
            with time_limit(limits.seconds):
                answer = read(data, limits)
        except InputError as error:
            answer = error.message
        except MemoryError:
            answer = _too_much(limits)
        content = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        while content:
            content = content[os.write(writing, content) :]
        os._exit(0)
    finally:
        os._exit(1)


def _be_silent() -> None:
    """Lets no last words of a library that fails reach the person's terminal or pipe."""
    import faulthandler

    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _bound(limits: Limits) -> None:
    import resource

    def lower(what: int, value: int) -> None:
        hard = resource.getrlimit(what)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (bound, bound))

    lower(resource.RLIMIT_CORE, 0)
    lower(resource.RLIMIT_CPU, int(limits.seconds) + 2)
    if sys.platform == "linux":
        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        lower(resource.RLIMIT_AS, held + limits.memory)


def _all_of(reading: int) -> bytes:
    parts: list[bytes] = []
    while part := os.read(reading, _CHUNK):
        parts.append(part)
    return b"".join(parts)


def _result(answer: bytes, status: int, limits: Limits) -> Draft:
    if status != 0 or not answer:
        number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        if number in (signal.SIGXCPU, signal.SIGKILL):
            raise InputError(f"reading it took more than {limits.seconds:g} seconds; it is given up")
        raise InputError(f"the library that reads it failed; it is damaged, or {_too_much(limits)}")
    result: Draft | str = pickle.loads(answer)
    if isinstance(result, str):
        raise InputError(result)
    return result


def _too_much(limits: Limits) -> str:
    return f"it takes more than {limits.memory // 1_000_000} MB of memory; it is refused"
