"""The walk by mouse: whatever a key does, a click does too."""

from __future__ import annotations

from tests.tui.conftest import Browse, Walk


async def click_hint(walk: Walk, name: str) -> None:
    hints = walk.screen.hints
    number = next(n for n, hint in enumerate(hints.hints) if hint.name == name)
    await walk.click("#hints", hints.spots[2 * number].start, 0)


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
