"""Another process that does a part of the work: it is handed things, one after another, and hands back what it made.

It lives no longer than this one: it ends when nobody is left to talk to, however this one came to its end.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from tiestui.errors import ArchiveError

Take = Callable[[], Any]
Give = Callable[[Any], None]
Work = Callable[[Take, Give], None]
"""Takes what it is handed (`EOFError` when that is all) and gives what it made of it. It stands at the top of a module.

Neither side may hand on what is large while the other one does: a pipe holds little, and both would wait for ever.
"""

_ends: set[Connection] = set()
"""This process's ends of all pipes: a helper closes its copies, or it would wait for itself and for the others."""


class Helper:
    """The other process. Raises `OSError` when none can be started."""

    def __init__(self, work: Work) -> None:
        self._pipe, theirs = Pipe()
        _ends.add(self._pipe)
        self._process = Process(target=_run, args=(work, theirs), daemon=True)
        try:
            self._process.start()
        except BaseException:
            self._close_pipe()
            raise
        finally:
            theirs.close()

    def __enter__(self) -> Helper:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close_pipe()
        if error is not None:  # whatever it is doing is of no use any more
            self._process.terminate()
        self._process.join()

    def give(self, thing: Any) -> None:
        """Hand something on. Raises what the other process raised."""
        try:
            self._pipe.send(thing)
        except ConnectionError:
            while True:  # what it handed back before it ended is of no use without the rest
                self.take()

    def take(self) -> Any:
        """What the other process hands back next. Raises what it raised; `ArchiveError` when it is gone."""
        try:
            thing = self._pipe.recv()
        except (EOFError, ConnectionError) as error:
            raise ArchiveError(
                "a process that was helping was killed, maybe for want of memory; nothing was changed: run this again"
            ) from error
        if isinstance(thing, _Raised):
            raise thing.error
        return thing

    def _close_pipe(self) -> None:
        _ends.discard(self._pipe)
        self._pipe.close()


class _Raised:
    """An error on its way to the process that asked."""

    def __init__(self, error: Exception) -> None:
        self.error = error


@contextmanager
def helpers(work: Work, most: int) -> Iterator[list[Helper]]:
    """So many helpers, or fewer when no more can be started."""
    with ExitStack() as stack:
        found: list[Helper] = []
        with suppress(OSError):
            while len(found) < most:
                found.append(stack.enter_context(Helper(work)))
        yield found


def _run(work: Work, pipe: Connection) -> None:
    for end in _ends:
        end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts means the process that asked
    gc.disable()
    try:
        work(pipe.recv, pipe.send)
    except (EOFError, ConnectionError):
        return  # nobody is left to talk to
    except Exception as error:
        with suppress(ConnectionError):
            pipe.send(_Raised(error))
