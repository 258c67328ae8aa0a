from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.memory import Memory
from tests.tui.stories import NOTE, TALKS, records
from tiestui.archive import open_archive
from tiestui.model import Document, Metadata
from tiestui.query import View
from tiestui.tui.app import BrowserApp
from tiestui.tui.lines import plain
from tiestui.tui.screens.base import BrowserBase
from tiestui.tui.screens.browser import BrowserScreen
from tiestui.tui.settings import Session, Settings


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BrowserBase, "SETTLE", 0.001)
    monkeypatch.setenv("TIESTUI_GLYPHS", "unicode")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the made-up records, closed and whole in one file."""
    path = tmp_path_factory.mktemp("archive") / "stories.db"
    with open_archive(path, "write") as archive:
        for name, text in (("talks", TALKS), ("note", NOTE)):
            mentions = [
                replace(record, evidence=parts, conflicts=(), corroboration=1)
                for record in records()
                if (parts := tuple(part for part in record.evidence if part.source == name))
            ]
            archive.add(Document(name, text, Metadata(title=f"Title of {name}"), (), name * 8), mentions)
    return path


@pytest.fixture
def memory() -> Memory:
    return Memory(records(), {"talks": TALKS, "note": NOTE})


@dataclass
class Walk:
    """A browser under test: presses keys, waits until nothing is on its way, reads the screen."""

    app: BrowserApp
    pilot: Pilot[Any]

    @property
    def screen(self) -> BrowserScreen:
        assert self.app.main is not None
        return self.app.main

    async def settle(self) -> None:
        for _ in range(200):
            await self.pilot.pause()
            desks = (self.app.list_desk, self.app.card_desk, self.app.tally_desk)
            if not any(desk.busy for desk in desks) and self.screen.awaited is None and not self.screen._settling:
                await self.pilot.pause()
                return
        raise AssertionError("the browser does not come to rest")

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def write(self, text: str) -> None:
        for character in text:
            await self.pilot.press("space" if character == " " else character)
        await self.settle()

    async def click(self, selector: str, x: int, y: int, times: int = 1) -> None:
        await self.pilot.click(selector, offset=(x, y), times=times)
        await self.settle()

    def lines(self) -> list[str]:
        """The text on the screen."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        return [strip.text[:width] for strip in strips[:height]]

    @property
    def text(self) -> str:
        return "\n".join(self.lines())

    @property
    def evidence(self) -> str:
        """The words of the evidence pane, lines joined."""
        pane = self.screen.evidence
        return " ".join(" ".join(plain(pane.line(number)) for number in range(pane.line_count)).split())

    def spots(self, selector: str) -> Any:
        return self.screen.query_one(selector)


Browse = Callable[..., AbstractAsyncContextManager[Walk]]


@pytest.fixture
def browse(memory: Memory) -> Browse:
    @asynccontextmanager
    async def start(
        view: View | None = None,
        size: tuple[int, int] = (140, 42),
        archive: Any = None,
        **options: Any,
    ) -> AsyncIterator[Walk]:
        app = BrowserApp(archive or memory, view or View(), **options)
        async with app.run_test(size=size) as pilot:
            walk = Walk(app, pilot)
            await walk.settle()
            yield walk
        app.end()

    return start


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path
