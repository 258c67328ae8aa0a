"""Finding words within a source: what is found, and the walk from hit to hit in the reader."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Browse, Walk
from tests.tui.memory import Memory
from tests.tui.stories import records
from tiestui.query import View
from tiestui.tui.finding import HIT_HERE, MOST, Hits, find, folded
from tiestui.tui.lines import HIT


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("port", "Ports and airPORTs", ["Port", "PORT"]),
        ("belt and  road", "the Belt and\n   Road, a belt", ["Belt and\n   Road"]),
        ("cafe", "Café, cafe\u0301, CAFE", ["Café", "cafe\u0301", "CAFE"]),
        ("it's", "It’s and it's", ["It’s", "it's"]),
        ('"win-win"', "a “win–win” outcome", ["“win–win”"]),
        ("[sic].*", "raised [sic].* twice", ["[sic].*"]),
        ("한글", "새 한글 글", ["한글"]),
        ("  ", "nothing is typed", []),
    ],
)
def test_what_is_found(typed: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(typed, folded(text))] == found


def test_a_flood_of_hits_is_bounded() -> None:
    assert len(find("a", "a" * 3 * MOST)) == MOST


def test_hits_are_marked_across_runs_and_the_current_one_stands_out() -> None:
    hits = Hits([(2, 6), (8, 9)])
    hits.current = 0
    runs = hits.marked([("abcd", "plain"), ("efghij", "muted")], 0, 10)
    assert runs == [
        ("ab", "plain"), ("cd", HIT_HERE), ("ef", HIT_HERE), ("gh", "muted"), ("i", HIT), ("j", "muted"),
    ]  # fmt: skip
    assert hits.marked([("x", "plain")], 20, 21) == [("x", "plain")]


def counted(walk: Walk) -> str:
    return next(line for line in walk.lines()[::-1] if " of " in line or "found" in line or "hits" in line).strip()


async def test_slash_in_the_reader_finds_in_the_text_and_n_goes_from_hit_to_hit(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("4", "slash")
        await walk.write("ferry li")
        assert walk.screen.view.pane == "sources"
        assert walk.screen.view.query == ""
        assert "1 of 1" in counted(walk)
        await walk.press("escape", "slash")
        await walk.write("the ")
        await walk.press("enter")
        reader = walk.screen.reader
        assert walk.screen.focused is reader
        total = len(reader.hits)
        assert total > 2
        assert f"1 of {total}" in counted(walk)
        await walk.press("n", "n")
        assert f"3 of {total}" in counted(walk)
        await walk.press("N", "N", "N")
        assert f"{total} of {total}" in counted(walk)
        await walk.press("escape")
        assert not len(reader.hits)
        assert not walk.screen.find_bar.display


async def test_a_hit_inside_a_passage_shows_its_record(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("4", "slash")
        await walk.write("cold-water")
        await walk.press("enter")
        assert walk.screen.record_id == "ag-cccc1111"
        await walk.press("right_square_bracket")
        assert walk.screen.record_id == "ag-cccc2222"


async def test_escape_takes_back_words_and_place(browse: Browse) -> None:
    long = "\n\n".join(f"Paragraph {number} tells of a harbour." for number in range(200))
    async with browse(archive=Memory(records(), {"talks": long, "note": "A note."})) as walk:
        await walk.press("4", "pagedown", "pagedown")
        reader = walk.screen.reader
        line = reader.scroll_offset.y
        await walk.press("slash")
        await walk.write("paragraph 150")
        assert reader.scroll_offset.y > line + 100
        await walk.press("backspace", "escape")
        assert reader.scroll_offset.y == line
        assert walk.screen.focused is reader
        await walk.press("slash")
        await walk.write("zebra")
        assert "not found" in counted(walk)
        assert reader.scroll_offset.y == line
        await walk.press("enter", "n")
        assert reader.scroll_offset.y == line


async def test_the_views_query_is_marked_again_after_a_find(browse: Browse) -> None:
    async with browse(View(query="ferry")) as walk:
        await walk.press("enter", "slash")
        await walk.write("harbour")
        await walk.press("enter")
        shown = {walk.screen.reader.text[start:end].lower() for start, end in walk.screen.reader.hits.spans}
        assert shown == {"harbour"}
        await walk.press("escape")
        shown = {walk.screen.reader.text[start:end].lower() for start, end in walk.screen.reader.hits.spans}
        assert shown == {"ferry"}


async def test_what_is_looked_for_is_looked_for_in_the_next_source_too(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("4", "slash")
        await walk.write("partnership")
        await walk.press("enter", "shift+tab", "j", "enter")
        assert walk.screen.source_id == "note"
        assert "1 hit" in counted(walk)


@pytest.mark.parametrize("size", [(80, 24), (20, 5)])
async def test_the_find_bar_on_a_small_terminal(browse: Browse, size: tuple[int, int]) -> None:
    async with browse(size=size) as walk:
        await walk.press("4", "tab", "slash")
        await walk.write("port")
        await walk.press("enter", "n", "escape")
        assert walk.screen.focused is walk.screen.reader


async def test_a_click_into_the_query_bar_leads_from_the_reader_to_the_timeline(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("4")
        await walk.click("#query", 3, 0)
        assert walk.screen.view.pane == "timeline"
        await walk.write("ferry")
        assert len(walk.screen.record_list.listing) == 2
