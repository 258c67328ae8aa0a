"""Two pictures of the whole screen: a change of its look is a decision (`pytest --snapshot-update` takes new ones)."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Walk
from tests.tui.memory import Memory
from tiestui.query import View
from tiestui.tui.app import BrowserApp


@pytest.mark.parametrize(
    ("view", "keys", "size"),
    [
        (View(), ("L", "j", "j"), (140, 36)),
        (View(pane="quotes", query="ferry OR ports"), ("j",), (80, 24)),
    ],
)
def test_the_look(snap_compare: Any, memory: Memory, view: View, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    app = BrowserApp(memory, view)

    async def walk(pilot: Pilot[Any]) -> None:
        there = Walk(app, pilot)
        await there.settle()
        await there.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=walk)
    app.end()
