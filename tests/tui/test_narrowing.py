"""Filters, chips, the pair: by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from tests.tui.conftest import Browse
from tests.tui.memory import Memory
from tests.tui.stories import NOTE, TALKS, records
from tiestui.query import View
from tiestui.tui import questions
from tiestui.tui.lines import plain
from tiestui.tui.messages import Answer, FacetChosen
from tiestui.tui.screens.help import help_lines


async def test_a_facet_narrows_and_the_cursor_stays_on_its_record(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("j", "j", "f")
        assert walk.screen.focused is walk.screen.facet_list
        await walk.press("enter")
        assert walk.screen.view.values("kind") == ("upgrade",)
        assert walk.screen.row is not None
        assert walk.screen.row.id == "up-aaaa3333"
        assert "kind upgrade ×" in walk.text
        await walk.press("j", "space")
        assert walk.screen.view.values("kind") == ("upgrade", "statement")
        assert len(walk.screen.record_list.listing) == 6
        await walk.press("c")
        assert not walk.screen.view.is_narrowed
        assert walk.screen.row.id == "up-aaaa3333"


async def test_a_value_is_left_out_and_let_in_again(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("f", "j", "minus")
        assert walk.screen.view.values("kind", negated=True) == ("statement",)
        assert len(walk.screen.record_list.listing) == 6
        assert "−kind statement" in walk.text
        await walk.press("minus")
        assert not walk.screen.view.is_narrowed


async def test_live_counts_leave_the_facets_own_filter_out(browse: Browse) -> None:
    async with browse(View(query="ferry")) as walk:
        await walk.press("f", "f")
        assert not walk.screen.query_one("#left").display
        assert dict(walk.screen.facet_values["kind"]) == {"agreement": 1, "statement": 1}


def test_a_long_list_is_sampled_first_and_says_so(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "SAMPLE", 3)
    monkeypatch.setattr(questions, "MOST_COUNTED", 5)
    monkeypatch.setitem(questions.FACET_VALUES, "source", 0)
    fields = ("kind", "source", "year")
    told = [cast("Answer", one).value for one in questions.facets(View(), fields, 9, 1)(memory)]
    assert [(field, counted) for field, _, counted in told] == [
        ("kind", 3), ("source", 3), ("year", None), ("kind", None),
    ]  # fmt: skip
    assert (told[0][1], told[3][1][0]) == ([("upgrade", 3)], ("statement", 3))


async def test_a_click_on_a_value_and_on_its_chip(browse: Browse) -> None:
    async with browse() as walk:
        facets = walk.screen.facet_list
        line = next(n for n in range(facets.line_count) if "agreement" in facets.selectable_text(n))
        await walk.click("#facets", 3, line)
        assert walk.screen.view.values("kind") == ("agreement",)
        spot = walk.screen.chips.spots[0]
        await walk.click("#chips", spot.start + 2, 0)
        assert not walk.screen.view.is_narrowed


async def test_a_chosen_name_is_meant_as_a_whole(browse: Browse) -> None:
    async with browse(View(pane="quotes")) as walk:
        walk.screen.facet_list.post_message(FacetChosen("speaker", "Ada Berg", False))
        await walk.settle()
        assert walk.screen.view.values("speaker") == ("=Ada Berg",)
        assert "speaker Ada Berg ×" in walk.text
        await walk.press("Y")
        assert walk.app.clipboard == "tiestui quotes '--speaker==Ada Berg'"


async def test_values_that_are_not_listed_are_typed(browse: Browse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(questions.FACET_VALUES, "source", 1)
    monkeypatch.setitem(questions.FACET_VALUES, "country", 2)
    async with browse(size=(80, 24)) as walk:
        await walk.press("f", "G")
        facets = walk.screen.facet_list
        lines = [facets.selectable_text(number) for number in range(facets.line_count)]
        assert [line for line in lines if "others" in line] == [" … others: type one"]
        while not facets.selectable_text(facets.cursor).endswith("type one"):
            await walk.press("k")
        await walk.press("enter")
        assert walk.screen.query_bar.value == "source:"
        await walk.write("no")
        assert walk.screen.view.query == "source:no*"
        assert "ferry" in walk.text
        await walk.press("enter", "j")
        assert len(walk.screen.record_list.listing) == 1
        assert walk.screen.query_one("#panes").display


async def test_the_pair_is_chosen_among_several(browse: Browse) -> None:
    others = [
        replace(record, id=record.id + "x", pair=("FRA", "JPN"), parties=("FRA", "JPN")) for record in records()[:2]
    ]
    archive = Memory([*records(), *others], {"talks": TALKS, "note": NOTE})
    async with browse(archive=archive) as walk:
        assert "Norway – Peru +1" in walk.text
        assert any("FRA-JPN ▲" in line for line in walk.lines())
        await walk.press("p")
        assert "All 2 pairs together" in walk.text
        assert "9 records  1999–2024" in walk.text
        await walk.press("j", "j", "enter")
        assert walk.screen.view.values("pair") == ("FRA-JPN",)
        assert "France – Japan" in walk.lines()[0]
        assert len(walk.screen.record_list.listing) == 2
        await walk.press("backspace")
        assert len(walk.screen.record_list.listing) == 11


async def test_one_pair_is_no_choice(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("p")
        assert walk.app.screen is walk.screen


async def test_the_filters_hold_in_every_pane(browse: Browse) -> None:
    async with browse(View().with_filter("topic", "connectivity")) as walk:
        assert len(walk.screen.record_list.listing) == 3
        await walk.press("2")
        assert len(walk.screen.record_list.listing) == 2
        await walk.press("3")
        assert len(walk.screen.record_list.listing) == 1


def test_the_help_tells_what_keys_do_in_the_filters() -> None:
    told = "\n".join(plain(line) for line in help_lines(("facets", "list", "screen"), {}, False, 80))
    assert "Choose this value, or drop it again" in told
    assert "Open the source at the exact passage" not in told
