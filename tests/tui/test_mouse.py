"""The walk by mouse: whatever a key does, a click does too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import Browse, Walk
from tests.tui.memory import Memory
from tests.tui.stories import NOTE, TALKS, records
from tiestui.archive import open_archive
from tiestui.query import Filter, View
from tiestui.tui.screens.ask import ChoiceList, Confirm
from tiestui.tui.screens.dialog import Dialog, Foot
from tiestui.tui.widgets.bars import Hints


async def click_hint(walk: Walk, name: str) -> None:
    """A click on a key at the foot of the screen or of the dialog that is open."""
    dialog = isinstance(walk.app.screen, Dialog)
    foot: Hints = walk.app.screen.query_one(Foot) if dialog else walk.screen.hints
    shown = [hint for hint in foot.hints if hint.key]
    number = next(n for n, hint in enumerate(shown) if hint.name == name)
    await walk.click("Foot" if dialog else "#hints", foot.spots[2 * number].start, 0)


async def click_choice(walk: Walk, words: str) -> None:
    """A click on an entry of the list in a dialog."""
    choices = walk.app.screen.query_one(ChoiceList)
    number = next(n for n, choice in enumerate(choices.choices) if words in choice.shown)
    choices.scroll_to(y=number, animate=False)
    await walk.settle()
    await walk.click("ChoiceList", 4, number - choices.scroll_offset.y)


async def click_facet(walk: Walk, words: str, button: int = 1) -> None:
    """A click on a value of the filters."""
    facets = walk.screen.facet_list
    line = next(n for n in range(facets.line_count) if words in facets.selectable_text(n))
    await walk.pilot.click("#facets", offset=(4, line - facets.scroll_offset.y), button=button)
    await walk.settle()


async def test_the_walk_by_mouse(browse: Browse) -> None:
    async with browse() as walk:
        records = walk.screen.record_list
        await walk.click("#timeline", 20, records.line_of(2))
        assert walk.screen.row is not None
        assert walk.screen.row.id == "up-aaaa3333"
        await walk.click("#timeline", 20, records.line_of(2), times=2)
        assert walk.screen.view.pane == "sources"
        await click_hint(walk, "back")
        assert walk.screen.view.pane == "timeline"
        await walk.click("#tabs", walk.screen.tabs.spots[1].start + 1, 0)
        assert walk.screen.view.pane == "quotes"
        await walk.click("#tabs", walk.screen.tabs.spots[0].start + 1, 0)
        await click_hint(walk, "ladder")
        assert walk.screen.ladder.display
        line, column, _ = walk.screen.ladder._spots[1]
        await walk.click("#ladder", column, line)
        assert walk.screen.row.id == "up-aaaa2222"
        await click_hint(walk, "search")
        assert walk.screen.focused is walk.screen.query_bar


async def test_a_click_on_the_strip_goes_to_that_time(browse: Browse) -> None:
    async with browse() as walk:
        buckets = walk.screen.masthead.spots[1:]
        await walk.click("#masthead", buckets[16].start, 0)
        assert walk.screen.row is not None
        assert walk.screen.row.date == "2015-09"


async def test_a_click_on_a_passage_shows_its_record(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("4")
        reader = walk.screen.reader
        line = next(n for n in range(reader.line_count) if "We keep our ports" in reader.selectable_text(n))
        await walk.click("#reader", 12, line - reader.scroll_offset.y)
        assert walk.screen.record_id == "st-bbbb1111"
        assert "We keep our ports open" in walk.evidence


async def test_the_wheel_scrolls_and_hovering_marks_a_line(browse: Browse) -> None:
    async with browse(size=(100, 12)) as walk:
        await walk.pilot.hover("#timeline", offset=(5, 3))
        assert walk.screen.record_list._hovered == 3
        walk.screen.record_list.scroll_to(y=4, animate=False)
        await walk.settle()
        assert walk.screen.record_list.scroll_offset.y == 4


async def test_text_is_selected_with_the_mouse_and_copied(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("4")
        reader = walk.screen.reader
        line = next(n for n in range(reader.line_count) if "Harbour talks" in reader.selectable_text(n))
        await walk.pilot.mouse_down("#reader", offset=(7, line))
        await walk.pilot.hover("#reader", offset=(19, line))
        await walk.pilot.mouse_up("#reader", offset=(19, line))
        await walk.settle()
        assert walk.screen.get_selected_text() == "Harbour talks"
        await walk.press("ctrl+c")
        assert walk.app.clipboard == "Harbour talks"


async def test_a_click_chooses_a_filter_the_other_button_leaves_out_and_a_chip_drops(browse: Browse) -> None:
    async with browse(View(pane="quotes")) as walk:
        await click_facet(walk, "talks")
        assert walk.screen.view.filters == (Filter("source", ("talks",)),)
        await click_facet(walk, "trade", button=3)
        assert walk.screen.view.filters[1:] == (Filter("topic", ("trade",), negated=True),)
        assert len(walk.screen.record_list.listing) == 1
        await walk.click("#chips", walk.screen.chips.spots[1].start + 1, 0)
        assert walk.screen.view.filters == (Filter("source", ("talks",)),)
        await click_hint(walk, "clear")
        assert not walk.screen.view.is_narrowed


async def test_a_search_is_kept_or_taken_back_and_gone_through_by_the_foot(browse: Browse) -> None:
    async with browse() as walk:
        await click_hint(walk, "search")
        await walk.write("fer")
        await click_hint(walk, "keep")
        assert walk.screen.view.query == "fer*"
        assert walk.screen.focused is walk.screen.record_list
        assert walk.screen.row is not None
        first = walk.screen.row.id
        await click_hint(walk, "next hit")
        assert walk.screen.row.id != first
        await click_hint(walk, "search")
        await walk.write(" dinner")
        await click_hint(walk, "take back")
        assert walk.screen.view.query == "fer*"


async def test_words_are_found_in_a_source_by_the_foot(browse: Browse) -> None:
    async with browse() as walk:
        await walk.click("#tabs", walk.screen.tabs.spots[3].start + 1, 0)
        await click_hint(walk, "find")
        await walk.write("visit")
        await click_hint(walk, "keep, then n and N")
        reader = walk.screen.reader
        assert reader.hits.current == 0
        await click_hint(walk, "next hit")
        assert reader.hits.current == 1
        await click_hint(walk, "hit before")
        assert reader.hits.current == 0


async def test_a_view_is_written_by_clicks_and_overwritten_after_a_yes(
    browse: Browse, folder: Path, archive: Path
) -> None:
    async with browse(archive=open_archive(archive, "read")) as walk:
        for _ in range(2):
            await click_hint(walk, "write")
            await click_choice(walk, "jsonl")
            assert isinstance(walk.app.screen.focused, Input)
            await click_hint(walk, "write")
            if isinstance(walk.app.screen, Confirm):
                await click_hint(walk, "yes")
        written = (folder / "timeline.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(written) == len(walk.screen.record_list.listing)


@pytest.mark.parametrize(("words", "copied"), [("as a command", "tiestui timeline"), ("citation", "1999, diplomatic")])
async def test_the_palette_runs_what_is_clicked(browse: Browse, words: str, copied: str) -> None:
    async with browse() as walk:
        await click_hint(walk, "palette")
        await click_choice(walk, words)
        assert walk.app.clipboard.startswith(copied)


async def test_the_pair_is_chosen_by_a_click_on_its_name(browse: Browse) -> None:
    others = [replace(record, id=record.id + "x", pair=("FRA", "JPN")) for record in records()[:2]]
    async with browse(archive=Memory([*records(), *others], {"talks": TALKS, "note": NOTE})) as walk:
        await walk.click("#masthead", walk.screen.masthead.spots[0].start + 1, 0)
        await click_choice(walk, "France")
        assert walk.screen.view.values("pair") == ("FRA-JPN",)


async def test_a_date_is_gone_to_by_the_foot_of_its_dialog(browse: Browse) -> None:
    async with browse() as walk:
        await click_hint(walk, "to date")
        await walk.write("2015")
        await click_hint(walk, "done")
        assert walk.screen.row is not None
        assert walk.screen.row.date == "2015-09"


async def test_a_dialog_is_put_away_by_its_foot_or_by_a_click_beside_it(browse: Browse) -> None:
    async with browse() as walk:
        for name in ("help", "palette", "write", "to date"):
            await click_hint(walk, name)
            assert isinstance(walk.app.screen, Dialog)
            await click_hint(walk, "back")
            assert walk.app.screen is walk.screen
            await click_hint(walk, name)
            await walk.pilot.click(offset=(1, 1))
            await walk.settle()
            assert walk.app.screen is walk.screen


async def test_records_are_picked_by_clicks_and_their_number_stands_at_the_foot(browse: Browse) -> None:
    async with browse(picking=True) as walk:
        records = walk.screen.record_list
        await walk.click("#timeline", 20, records.line_of(1))
        await click_hint(walk, "pick")
        await click_hint(walk, "pick")
        await click_hint(walk, "done (2)")
        assert walk.app.picked == ["up-aaaa2222", "up-aaaa3333"]


async def test_the_browser_is_left_by_a_click(browse: Browse) -> None:
    async with browse() as walk:
        await click_hint(walk, "quit")
        assert walk.app.return_code == 0
