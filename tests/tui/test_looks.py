"""How it looks: sizes, colours, signs, themes."""

from __future__ import annotations

import re

import pytest

from tests.tui.conftest import Browse
from tests.tui.memory import Memory
from tests.tui.stories import records
from tiestui.archive.keys import first_key
from tiestui.tui import palettes, styles
from tiestui.tui.actions import ACTIONS
from tiestui.tui.glyphs import ASCII, UNICODE, wanted
from tiestui.tui.settings import Settings

SIZES = [(200, 60), (140, 42), (100, 30), (99, 30), (80, 24), (60, 20), (40, 10), (20, 5), (5, 2), (1, 1)]
WALK = (
    "j L tab tab f enter c 2 3 s 4 right_square_bracket tab backspace question_mark escape w escape ctrl+p escape t "
    "escape slash escape"
).split()


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_is_survived(browse: Browse, size: tuple[int, int]) -> None:
    async with browse(size=size) as walk:
        for key in WALK:
            await walk.pilot.press(key)
        await walk.settle()
        assert len(walk.lines()) == size[1]


async def test_a_storm_of_resizes_is_survived(browse: Browse) -> None:
    async with browse() as walk:
        await walk.press("j", "j", "enter")
        for size in SIZES + SIZES[::-1]:
            await walk.pilot.resize_terminal(*size)
        await walk.settle()
        assert walk.screen.record_id == "up-aaaa3333"
        await walk.press("backspace")
        assert walk.screen.row is not None
        assert walk.screen.row.id == "up-aaaa3333"


async def test_one_panel_at_a_time_when_narrow(browse: Browse) -> None:
    async with browse(size=(80, 24)) as walk:
        seen = []
        for _ in range(3):
            panels = ("left", "panes", "right")
            seen.append([name for name in panels if walk.screen.query_one(f"#{name}").display])
            await walk.press("tab")
        assert seen == [["panes"], ["right"], ["left"]]


@pytest.mark.parametrize("size", [(140, 42), (80, 24), (60, 20), (40, 12)])
async def test_the_way_to_the_help_and_out_is_in_sight_at_every_width(browse: Browse, size: tuple[int, int]) -> None:
    async with browse(size=size) as walk:
        for keys in ((), ("f",), ("4",)):
            await walk.press(*keys)
            foot = walk.lines()[-1]
            assert "? help" in foot
            assert "q quit" in foot


async def test_no_line_is_wider_than_the_screen_or_cut_without_a_mark(browse: Browse) -> None:
    async with browse(size=(44, 20)) as walk:
        row = next(line for line in walk.lines() if "comprehensive" in line)
        assert row.rstrip().endswith("…")


async def test_the_smallest_screen_shows_the_pane_and_some_of_its_text(browse: Browse) -> None:
    async with browse(size=(20, 5)) as walk:
        assert walk.lines()[0].split() == ["1", "Timeline", "2", "3", "4"]
        await walk.press("4")
        assert walk.lines()[0].split() == ["1", "2", "3", "4", "Sources"]
        assert "Harbour" in "".join(walk.lines()[2:])


async def test_the_foot_offers_to_clear_what_is_narrowed_and_nothing_else(browse: Browse) -> None:
    async with browse() as walk:
        assert "c clear" not in walk.lines()[-1]
        await walk.press("f", "enter", "tab")
        assert "c clear" in walk.lines()[-1]
        await walk.press("c")
        assert "c clear" not in walk.lines()[-1]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", palettes.PALETTES)
def test_every_text_has_contrast_enough(name: str) -> None:
    colours = palettes.PALETTES[name]
    grounds = [colours[ground] for ground in ("ground", "panel", "bar", "bar-blurred", "hover")]
    for text in ("text", "bright", "accent", "upgrade", "direct", "reported", "agreement", "event", "warning", "error"):
        assert min(contrast(colours[text], ground) for ground in grounds) >= 4.5, text
    for ground in ("ground", "panel", "hover", "bar", "bar-blurred"):
        assert contrast(colours["muted"], colours[ground]) >= 4.5, ground
    assert contrast(colours["hit-text"], colours["hit-ground"]) >= 4.5
    assert contrast(colours["bright"], colours["here"]) >= 4.5
    for kind in ("upgrade", "direct", "reported", "agreement", "event"):
        assert contrast(colours["text"], styles.tinted(colours, kind, styles.SPAN_TINT)) >= 4.5, kind
        assert contrast(colours["bright"], styles.tinted(colours, kind, styles.PASSAGE_TINT)) >= 4.5, kind
    assert contrast(colours["ground"], colours["accent"]) >= 4.5


async def test_themes_change_and_the_choice_is_kept(browse: Browse) -> None:
    async with browse() as walk:
        seen = {walk.app.theme}
        for _ in range(4):
            await walk.press("T")
            seen.add(walk.app.theme)
        assert seen == set(palettes.THEMES)
        assert walk.app.session.theme == walk.app.theme


async def test_no_color_leaves_no_colour(browse: Browse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with browse() as walk:
        await walk.press("j", "L", "f", "enter", "slash")
        await walk.write("part")
        strips = walk.app.screen._compositor.render_strips()
        for strip in strips:
            for segment in strip:
                assert segment.style is None or (segment.style.color is None and segment.style.bgcolor is None)


async def test_an_empty_no_color_counts_as_unset(browse: Browse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with browse() as walk:
        assert walk.app.theme == "night"


def test_every_sign_has_a_twin_in_ascii() -> None:
    for name, sign in ASCII._asdict().items():
        assert sign.isascii(), name
        assert len(sign) == len(getattr(UNICODE, name)), name


@pytest.mark.parametrize(
    ("environment", "choice", "ascii_only"),
    [
        ({"LANG": "en_GB.UTF-8"}, "auto", False),
        ({"LANG": "C.UTF-8", "LC_ALL": "de_DE.ISO-8859-1"}, "auto", True),
        ({"LANG": "en_GB.UTF-8"}, "ascii", True),
        ({"LANG": "en_GB.UTF-8", "TIESTUI_GLYPHS": "ascii"}, "auto", True),
    ],
)
def test_which_signs(environment: dict[str, str], choice: str, ascii_only: bool) -> None:
    assert (wanted(environment, choice) is ASCII) is ascii_only


async def test_in_ascii_nothing_else_is_painted(browse: Browse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIESTUI_GLYPHS")
    async with browse(settings=Settings(glyphs="ascii")) as walk:
        for keys in (("L",), ("2",), ("3",), ("4",), ("question_mark",), ("escape", "ctrl+p"), ("escape", "w")):
            await walk.press(*keys)
            text = walk.text
            assert text.isascii(), (keys, re.findall(r"[^\x00-\x7f]", text))


def test_every_action_has_an_id_a_help_and_a_key() -> None:
    for action in ACTIONS.values():
        assert action.help
        assert action.keys
        assert action.id == action.id.lower()


async def test_the_strip_and_the_lists_bear_a_thousand_years(browse: Browse) -> None:
    archive = Memory(records(), {})
    archive.by_key[first_key(1)] = archive.by_key[next(iter(archive.by_key))]
    archive.by_key[first_key(3_652_059)] = archive.by_key[next(iter(archive.by_key))]
    async with browse(archive=archive) as walk:
        await walk.press("G", "g", "s")
        assert "9999" in walk.text
