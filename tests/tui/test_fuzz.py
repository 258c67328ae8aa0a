"""Arbitrary text as document, title, speaker and query in every pane: nothing raises, the screen stays whole."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.tui.memory import Memory
from tests.tui.stories import NOTE, TALKS, records
from tiestui.model import Agreement, AnyRecord, Event, Evidence, Speaker, Statement, Upgrade
from tiestui.query import View
from tiestui.tui.app import BrowserApp
from tiestui.tui.glyphs import UNICODE
from tiestui.tui.lines import clip, fit, flat, line_width, pad, safe, width
from tiestui.tui.marking import Terms, hits
from tiestui.tui.spans import Span, SpanMap
from tiestui.tui.wrapping import line_of, wrap

AWKWARD = "[/] [b]x[/b] [@click=app.quit]\x1b[31m\u202egnp\u2066.exe\t한글 e\u0301\u200b👨‍👩‍👧 ﷽ [link=x"
KEYS = (
    "j L enter right_square_bracket slash a enter n escape tab backspace 2 s 3 4 1 f enter question_mark escape".split()
)
TEXT = st.text(min_size=1, max_size=60).filter(str.strip)


async def walk(archive: Memory, query: str) -> None:
    app = BrowserApp(archive, View())
    async with app.run_test(size=(100, 24)) as pilot:
        for key in KEYS:
            await pilot.press(key)
        assert app.main is not None
        app.main.search_for(query)
        await pilot.pause()
        assert "defect" not in app.main.hints.message, app.main.hints.message
        for strip in app.screen._compositor.render_strips():
            assert not {"\x1b", "\n", "\t", "\u202e", "\u2066"} & set(strip.text)
    app.end()


def told(words: str, name: str, document: str) -> list[AnyRecord]:
    """The made-up records with these words in every field that is free."""
    evidence = (Evidence("talks", 0, len(document), document),)
    out: list[AnyRecord] = []
    for record in records():
        match record:
            case Statement():
                out.append(
                    replace(record, quote=words, title=words, speaker=Speaker(name), via=words, evidence=evidence)
                )
            case Agreement():
                out.append(replace(record, title=words, fields=(words, name), evidence=evidence))
            case Upgrade():
                out.append(replace(record, title=words, level=words, modifiers=(name,), evidence=evidence))
            case Event():
                out.append(replace(record, title=words, note=words, evidence=evidence))
    return out


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=TEXT, name=TEXT, document=st.text(min_size=1, max_size=400), query=st.text(max_size=20))
@example(words="0", name="0", document="0", query="\x1b[31m\u202ei")
@example(words=AWKWARD, name=AWKWARD, document=AWKWARD * 50, query='[/] "')
@example(words="x" * 100_000, name="y " * 5000, document="z" * 100_000, query="-" * 50)
def test_any_text_in_every_pane(words: str, name: str, document: str, query: str) -> None:
    archive = Memory(told(words, name, document), {"talks": document + TALKS, "note": NOTE})
    asyncio.run(walk(archive, "" if _unreadable(query) else query))


def _unreadable(query: str) -> bool:
    from tiestui.tui.screens.searching import problem_of

    return bool(problem_of(query))


@pytest.mark.parametrize("typed", ["[/]", '"', "((", "kind:", "date:20", "speaker:a -", "\x1b[2J", "OR OR", "𝕏 ﷽"])
async def test_half_typed_queries_never_raise(typed: str) -> None:
    app = BrowserApp(Memory(records(), {"talks": TALKS, "note": NOTE}), View())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("slash")
        assert app.main is not None
        for end in range(1, len(typed) + 1):
            app.main.query_bar.value = typed[:end]
            await pilot.pause()
        await pilot.press("enter", "escape")
    app.end()


@given(st.text(max_size=300), st.integers(1, 60))
@example("", 1)
@example("한글한글 " * 20, 3)
@example("a\u0301" * 40, 4)
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, cells: int) -> None:
    text = safe(text)
    spans = wrap(text, cells)
    covered = "".join(text[start:end] for start, end in spans)
    assert covered == text.replace("\n", "")
    for number, (start, end) in enumerate(spans):
        shown = text[start:end].rstrip(" ")
        assert width(shown) <= max(cells, 2) or len(shown) == 1 or "\u200d" in shown
        if start < end:
            assert spans[line_of(spans, start)] == (start, end) or spans[line_of(spans, start)][0] == start
        assert number == 0 or start >= spans[number - 1][1]


@given(st.text(max_size=80), st.integers(0, 40))
def test_clip_and_pad_keep_the_width(text: str, cells: int) -> None:
    shown = flat(text)
    assert width(clip(shown, cells)) <= cells
    assert width(pad(shown, cells)) == cells or "\u200d" in shown or "\ufe0f" in shown


@given(st.lists(st.tuples(st.text(max_size=12), st.just("plain")), max_size=6), st.integers(1, 30))
def test_fit_keeps_the_width(line: list[tuple[str, str]], cells: int) -> None:
    line = [(flat(text), style) for text, style in line]
    assert line_width(fit(line, cells)) <= cells


@given(st.text(max_size=60))
def test_flat_text_keeps_its_length_and_controls_nothing(text: str) -> None:
    shown = flat(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u2028" for c in shown)


@given(st.text(max_size=60), st.text(max_size=12))
def test_hits_lie_in_the_text_and_apart(text: str, query: str) -> None:
    end = 0
    for first, last in hits(text, Terms(query)):
        assert end <= first < last <= len(text)
        end = last


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 30)), max_size=12), st.integers(0, 80))
def test_spans_flattened_give_back_the_text(found: list[tuple[int, int]], here: int) -> None:
    text = "".join(chr(97 + n % 26) for n in range(90))
    spans = SpanMap([Span(start, start + size, f"id-{n}", "event") for n, (start, size) in enumerate(found)])
    for start, end in ((0, 90), (10, 20), (0, 1)):
        runs = spans.runs(text[start:end], start, end, here % len(spans) if len(spans) else None)
        assert "".join(run for run, _ in runs) == text[start:end]
    at = spans.at(here)
    inside = [n for n, span in enumerate(spans.spans) if span.start <= here < span.end]
    assert (at is None) == (not inside)
    assert at is None or at in inside


def test_the_signs_are_one_cell_wide() -> None:
    for name, sign in UNICODE._asdict().items():
        assert width(sign) == len(sign), name
