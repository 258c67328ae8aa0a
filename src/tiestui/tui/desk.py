"""Questions to the archive off the screen's thread: the newest of each slot wins, a running one is interrupted.

A desk has one thread and one read connection. Jobs are generators of messages; each is delivered at once, unless the
job was overtaken. So typing never waits for a query, and a slow one never paints over a newer answer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

from textual.message import Message

from tiestui.errors import TiestuiError
from tiestui.tui.messages import Failed
from tiestui.tui.provider import Reader

Job = Callable[[Reader], Iterator[Message]]
Deliver = Callable[[Message], object]


class Desk:
    """One worker thread. `connect` makes its connection, in its own thread; `deliver` must be thread-safe."""

    def __init__(self, connect: Callable[[], Reader], deliver: Deliver) -> None:
        self._connect = connect
        self._deliver = deliver
        self._waiting: dict[str, tuple[int, Job]] = {}
        self._generations: dict[str, int] = {}
        self._running: str | None = None
        self._reader: Reader | None = None
        self._closed = False
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def ask(self, slot: str, generation: int, job: Job) -> None:
        """Put a question; it overtakes the one of the same slot, unless that is the newer one."""
        with self._changed:
            if generation < self._generations.get(slot, generation):
                return
            self._waiting.pop(slot, None)
            self._waiting[slot] = (generation, job)
            self._generations[slot] = generation
            if self._running == slot:
                self._interrupt()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="tiestui-desk", daemon=True)
                self._thread.start()
            self._changed.notify()

    @property
    def busy(self) -> bool:
        """Whether a question is being worked on or waits."""
        return self._running is not None or bool(self._waiting)

    def close(self) -> None:
        """No more answers; the thread ends as soon as it can."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._interrupt()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(timeout=2)

    def _interrupt(self) -> None:
        if self._reader is not None:
            with suppress(TiestuiError):
                self._reader.interrupt()

    def _overtaken(self, slot: str, generation: int) -> bool:
        return self._closed or self._generations.get(slot) != generation

    def _work(self) -> None:
        while True:
            with self._changed:
                self._running = None
                while not self._waiting and not self._closed:
                    self._changed.wait()
                if self._closed:
                    break
                slot = next(iter(self._waiting))
                generation, job = self._waiting.pop(slot)
                self._running = slot
            self._answer(slot, generation, job)
        if self._reader is not None:
            self._reader.close()

    def _answer(self, slot: str, generation: int, job: Job) -> None:
        try:
            if self._reader is None:
                self._reader = self._connect()
            for message in job(self._reader):
                if self._overtaken(slot, generation):
                    return
                self._deliver(message)
        except TiestuiError as error:
            if not self._overtaken(slot, generation):
                self._deliver(Failed(slot, generation, error.message))
        except Exception as error:
            if not self._overtaken(slot, generation):
                self._deliver(Failed(slot, generation, f"a defect in tiestui: {error!r}"))
