"""The walk of an analyst through the browser, by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.conftest import Browse
from tests.tui.memory import Memory
from tests.tui.stories import NOTE, TALKS, records
from tiestui.query import View
from tiestui.tui.widgets.text_view import Evidence


async def test_start_shows_years_counts_and_the_evidence_of_the_first_record(browse: Browse) -> None:
    async with browse() as walk:
        text = walk.text
        assert "Norway – Peru" in text
        assert "1999" in text
        assert "2023" in text
        assert "no date" in text
        assert "1 of 9" in text
        assert "opened diplomatic relations in 1999" in walk.evidence
        assert "A. Writer, The Paper, 2 March 2023 (inferred), paragraph 2" in walk.evidence


async def test_panes_by_number_and_panels_by_tab(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("2")
        assert "Ada Berg  President, Norway" in walk.text
        assert "unknown" in walk.text
        await walk.press("3")
        assert "pledged" in walk.text
        await walk.press("4")
        assert "Harbour talks end in the north" in walk.text
        await walk.press("1", "tab")
        assert isinstance(walk.screen.focused, Evidence)
        await walk.press("shift+tab")
        assert walk.screen.focused is walk.screen.record_list


async def test_enter_opens_the_source_at_the_span_and_backspace_returns_to_the_row(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("j", "j", "enter")
        reader = walk.screen.reader
        assert reader.current is not None
        span = reader.spans.spans[reader.current]
        assert span.record_id == "up-aaaa3333"
        assert reader.text[span.start : span.end].startswith("raised their ties")
        await walk.press("backspace")
        assert walk.screen.view.pane == "timeline"
        assert walk.screen.row is not None
        assert walk.screen.row.id == "up-aaaa3333"
        await walk.press("alt+right")
        assert walk.screen.view.pane == "sources"


async def test_enter_opens_the_record_itself_where_another_has_the_same_passage(browse: Browse) -> None:
    twins = [replace(record, evidence=records()[0].evidence) for record in records()]
    async with browse(archive=Memory(twins, {"talks": TALKS, "note": NOTE})) as walk:
        await walk.press("j", "enter")
        assert walk.screen.record_id == "up-aaaa2222"
        await walk.press("4", "1", "4")
        assert walk.screen.record_id == "up-aaaa2222"
        await walk.press("backspace", "backspace", "backspace", "j", "enter")
        assert walk.screen.record_id == "up-aaaa3333"


async def test_spans_are_walked_and_their_record_stands_beside(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("enter", "right_square_bracket")
        assert walk.screen.record_id == "up-aaaa2222"
        assert "EVIDENCE 2 of 2" in walk.evidence
        assert "date 2008 in note" in walk.evidence
        await walk.press("left_square_bracket")
        assert walk.screen.record_id == "up-aaaa1111"


async def test_search_filters_as_one_types_and_marks_hits(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("slash")
        await walk.write("partner")
        assert walk.screen.view.query == "partner*"
        assert "1 of 2" in walk.text
        await walk.press("enter")
        assert walk.screen.focused is walk.screen.record_list
        assert walk.screen.query_bar.value == "partner*", "there is no such word, so it stays a beginning"


async def test_enter_ends_the_word(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("slash")
        await walk.write("port")
        assert len(walk.screen.record_list.listing) == 1
        await walk.press("backspace", "backspace", "backspace", "backspace")
        await walk.write("fish")
        assert walk.screen.view.query == "fish*"
        await walk.press("enter")
        assert walk.screen.view.query == "fish"
        assert walk.screen.query_bar.value == "fish"


async def test_escape_takes_the_query_back(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("j", "slash")
        await walk.write("ferry")
        assert "of 2" in walk.text
        await walk.press("escape")
        assert walk.screen.view.query == ""
        assert len(walk.screen.record_list.listing) == 9


async def test_clear_keeps_the_cursor_on_its_record_and_n_goes_through_the_hits(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("slash")
        await walk.write("partner")
        await walk.press("enter", "n", "c")
        assert len(walk.screen.record_list.listing) == 9
        assert walk.screen.row is not None
        assert walk.screen.row.id == "up-aaaa3333"
        await walk.press("N")
        assert walk.screen.row.id == "up-aaaa2222"
        await walk.press("n")
        assert walk.screen.row.id == "up-aaaa3333"


async def test_a_query_that_cannot_be_read_says_why_and_leaves_the_rows(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("slash")
        await walk.write("topic:nonsense")
        assert "topic" in walk.screen.hints.message
        assert len(walk.screen.record_list.listing) == 9
        await walk.press("enter")
        assert walk.screen.focused is walk.screen.query_bar
        await walk.press("escape")
        assert walk.screen.hints.message == ""


@pytest.mark.parametrize(
    ("typed", "record"),
    [("2007", "up-aaaa2222"), ("sep 2015", "up-aaaa3333"), ("6 March 2023", "st-bbbb1111"), ("2010", "up-aaaa3333")],
)
async def test_go_to_a_date(browse: Browse, typed: str, record: str) -> None:
    async with browse() as walk:
        await walk.press("t")
        await walk.write(typed)
        await walk.press("enter")
        assert walk.screen.row is not None
        assert walk.screen.row.id == record


async def test_a_date_that_is_none_is_not_taken(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("t")
        await walk.write("soon")
        await walk.press("enter")
        assert walk.app.screen is not walk.screen
        await walk.press("escape")
        assert walk.app.screen is walk.screen


async def test_the_ladder_shows_its_rungs_and_the_cursors_step(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("L")
        text = walk.text
        assert "5 comprehensive strategic" in text
        assert "1 diplomatic relations" in text
        assert walk.screen.ladder.here == "up-aaaa1111"
        await walk.press("L")
        assert not walk.screen.ladder.display


async def test_orders_of_each_pane(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("s")
        assert walk.screen.view.sort == "newest"
        assert [group.label for group in walk.screen.record_list.listing.groups][:2] == ["2024", "2023"]
        await walk.press("s", "2", "s")
        assert walk.screen.grouping == ""
        assert [group.label for group in walk.screen.record_list.listing.groups] == ["2023", "undated"]


async def test_groups_are_jumped_over(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("l")
        assert walk.screen.row is not None
        assert walk.screen.row.date == "2007"
        await walk.press("G")
        assert walk.screen.row.date is None
        await walk.press("h")
        assert walk.screen.row.date == "2024"
        await walk.press("g")
        assert walk.screen.row.date == "1999"


async def test_a_view_given_at_the_start_is_shown(browse: Browse) -> None:
    async with browse(View(pane="agreements", query="fish")) as walk:
        assert walk.screen.view.pane == "agreements"
        assert len(walk.screen.record_list.listing) == 1
        assert walk.screen.query_bar.value == "fish"


async def test_an_empty_result_says_so_and_how_to_go_on(browse: Browse) -> None:
    async with browse(View(query="submarine")) as walk:
        assert "Nothing found. c clears" in walk.text
        await walk.press("j", "k", "pagedown", "G", "enter", "n", "y", "c")
        assert len(walk.screen.record_list.listing) == 9
