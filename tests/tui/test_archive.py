"""The browser on a real archive: decisions, other programs that write, failures."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tests.tui.conftest import Browse, Walk
from tests.tui.memory import Memory
from tiestui.archive import Archive, open_archive
from tiestui.errors import ArchiveError
from tiestui.query import View
from tiestui.tui.app import BrowserApp
from tiestui.tui.desk import Desk
from tiestui.tui.messages import Answer
from tiestui.tui.narrowed import OnlyThese
from tiestui.tui.screens.ask import ChoiceList
from tiestui.tui.sessions import keep_place
from tiestui.tui.settings import Session
from tiestui.tui.state import Place


@pytest.fixture
def held(archive: Path, tmp_path: Path) -> Path:
    """An archive that a test may change."""
    return Path(shutil.copy(archive, tmp_path / "held.db"))


def row_line(walk: Walk, words: str) -> str:
    return next(line for line in walk.lines() if words in line)


async def test_the_walk_holds_on_a_real_archive(browse: Browse, archive: Path) -> None:
    async with browse(archive=open_archive(archive), path=archive) as walk:
        assert "1 of 9" in walk.text
        await walk.press("j", "j", "enter")
        assert walk.screen.view.pane == "sources"
        assert "comprehensive strategic partnership [sic]" in walk.evidence
        await walk.press("backspace", "2")
        assert "Ada Berg" in walk.text
        await walk.press("slash")
        await walk.write("fish")
        assert len(walk.screen.record_list.listing) == 1


async def test_decisions_show_in_the_row_and_can_be_taken_back(browse: Browse, held: Path) -> None:
    async with browse(archive=open_archive(held), path=held) as walk:
        await walk.press("a")
        assert "✓" in row_line(walk, "diplomatic relations  ")[:40] + row_line(walk, "▲ diplomatic relations")[:40]
        await walk.press("m")
        assert walk.screen.row is not None
        assert walk.screen.row.starred
        await walk.press("x")
        assert len(walk.screen.record_list.listing) == 8
        assert walk.screen.row.date == "2007"
        await walk.press("u")
        assert len(walk.screen.record_list.listing) == 9
        await walk.press("g", "u", "u")
        assert walk.screen.row.review == "unreviewed"
        assert not walk.screen.row.starred


async def test_a_note_and_an_edit(browse: Browse, held: Path) -> None:
    async with browse(archive=open_archive(held), path=held) as walk:
        await walk.press("i")
        await walk.write("ask the archivist")
        await walk.press("enter")
        assert "ask the archivist" in walk.evidence
        await edit(walk, "date", "1998")
        assert walk.screen.row is not None
        assert (walk.screen.row.date, walk.screen.row.review) == ("1998", "edited")
        await edit(walk, "date", "soon")
        assert "is no date" in walk.text
        assert walk.app.screen.query_one(Input).value == "soon"
        await walk.press("escape")
        assert walk.screen.row.date == "1998"


async def edit(walk: Walk, field: str, text: str) -> None:
    """Another value for a field of the record under the cursor."""
    await walk.press("E")
    choices = walk.app.screen.query_one(ChoiceList)
    number = next(n for n, choice in enumerate(choices.choices) if choice.value == field)
    await walk.press(*["j"] * number, "enter", "ctrl+u")
    await walk.write(text)
    await walk.press("enter")


async def test_undo_leads_to_the_record_that_it_is_about(browse: Browse, held: Path) -> None:
    async with browse(archive=open_archive(held), path=held) as walk:
        await walk.press("j", "a")
        assert walk.screen.row is not None
        decided = walk.screen.row.id
        assert any("“strategic partnership”" in note.message for note in walk.app._notifications)
        await walk.press("G", "u")
        assert walk.screen.row.id == decided


async def test_what_another_program_wrote_is_read_again(browse: Browse, held: Path) -> None:
    async with browse(archive=open_archive(held), path=held) as walk:
        with open_archive(held, "write") as other:
            other.remove("note")
        await walk.press("ctrl+r")
        assert len(walk.screen.record_list.listing) == 8


async def test_rows_that_are_gone_make_the_list_read_again(browse: Browse, held: Path) -> None:
    async with browse(archive=open_archive(held), path=held, size=(100, 8)) as walk:
        walk.screen.record_list._rows.clear()
        with open_archive(held, "write") as other:
            other.remove("talks")
        await walk.press("G", "g")
        assert len(walk.screen.record_list.listing) == 2


class Failing(Memory):
    """An archive that fails when it is told to."""

    failing = False

    def keys(self, view: View) -> Any:
        if self.failing:
            raise ArchiveError("the archive went away")
        return super().keys(view)

    def record(self, record_id: str) -> Any:
        if self.failing:
            raise ArchiveError("the archive went away")
        return super().record(record_id)


async def test_a_failing_archive_leaves_the_rows_and_says_why(browse: Browse, memory: Memory) -> None:
    archive = Failing(memory.records, memory.texts)
    async with browse(archive=archive) as walk:
        archive.failing = True
        await walk.press("slash")
        await walk.write("fish")
        assert "the archive went away" in walk.screen.hints.message
        assert len(walk.screen.record_list.listing) == 9
        archive.failing = False
        await walk.press("escape", "slash")
        await walk.write("ferry")
        assert walk.screen.hints.message == ""
        assert len(walk.screen.record_list.listing) == 2


async def test_picking_gives_the_ids_in_order_of_date(browse: Browse, memory: Memory) -> None:
    keys = frozenset(key for key, record in memory.by_key.items() if record.type == "upgrade")
    async with browse(archive=OnlyThese(memory, keys), picking=True) as walk:
        assert len(walk.screen.record_list.listing) == 3
        await walk.press("G", "space", "g", "space")
        assert "◆" in walk.text
        await walk.press("enter")
        assert walk.app.picked == ["up-aaaa1111", "up-aaaa3333"]


async def test_picking_nothing_takes_the_record_under_the_cursor(browse: Browse) -> None:
    async with browse(picking=True) as walk:
        await walk.press("j", "enter")
        assert walk.app.picked == ["up-aaaa2222"]


def test_a_newer_question_overtakes_an_older_one(memory: Memory) -> None:
    got: list[int] = []
    desk = Desk(lambda: memory, lambda message: got.append(message.generation))  # type: ignore[attr-defined]

    def slow(reader: Any) -> Any:
        yield Answer("slot", 1, "begun")
        memory.interrupted.wait(5)
        yield Answer("slot", 1, "too late")

    desk.ask("slot", 1, slow)
    desk.ask("slot", 2, lambda reader: iter([Answer("slot", 2, "new")]))
    desk.ask("slot", 1, lambda reader: iter([Answer("slot", 1, "old again")]))
    desk.ask("other", 3, lambda reader: iter([Answer("other", 3, "end")]))
    while 3 not in got:
        memory.interrupted.wait(0.01)
    desk.close()
    assert [generation for generation in got if generation != 1] == [2, 3]
    assert got.count(1) <= 1


def test_a_defect_in_a_question_is_told_and_the_desk_goes_on(memory: Memory) -> None:
    told: list[Any] = []
    desk = Desk(lambda: memory, told.append)

    def defective(reader: Any) -> Any:
        raise ZeroDivisionError
        yield

    desk.ask("one", 1, defective)
    desk.ask("two", 2, lambda reader: iter([Answer("two", 2, "well")]))
    while len(told) < 2:
        memory.interrupted.wait(0.01)
    desk.close()
    assert "defect" in told[0].text
    assert told[1].value == "well"


def test_the_archive_answers_what_the_browser_asks() -> None:
    from tiestui.tui.provider import Reader

    asked = [name for name in vars(Reader) if not name.startswith("_")]
    assert [name for name in asked if not hasattr(Archive, name)] == []
    assert [name for name in asked if not hasattr(OnlyThese, name)] == []


async def test_a_place_in_the_middle_is_in_the_first_paint_and_keys_move_from_there(
    browse: Browse, memory: Memory, tmp_path: Path
) -> None:
    session, path = Session(), tmp_path / "a.db"
    keep_place(session, path, Place(View()), "st-bbbb1111")
    held = threading.Event()

    class Slow(Memory):
        def keys(self, view: View) -> Any:
            held.wait(5)
            return super().keys(view)

    app = BrowserApp(Slow(memory.records, memory.texts), View(), path=path, session=session, restore=True)
    async with app.run_test(size=(140, 42)) as pilot:
        await pilot.pause()
        records = app.main.record_list if app.main else None
        assert records is not None
        assert records.row is not None
        assert records.row.id == "st-bbbb1111"
        await pilot.press("j")
        assert not records.listing.complete
        held.set()
        walk = Walk(app, pilot)
        await walk.settle()
        assert records.listing.complete
        assert records.row.id == "st-bbbb2222"
    app.end()


@pytest.mark.parametrize(("sort", "found"), [("oldest", 4), ("newest", 0)])
def test_keys_around_one(archive: Path, sort: Any, found: int) -> None:
    with open_archive(archive, "read") as reader:
        every = [key for chunk in reader.keys(View()) for key in chunk]
        around = reader.keys_around(View().with_sort(sort), every[4], 2)
        assert list(around) == every[2 : 2 + found]
        assert list(reader.keys_around(View(query="ferry"), every[4], 9)) == [
            key for chunk in reader.keys(View(query="ferry")) for key in chunk
        ]
