"""The pairs that an archive has, to choose from: with counts and the years that they reach over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tiestui.archive.keys import UNDATED, year_of
from tiestui.query import View
from tiestui.tui.questions import MOST_PAIRS
from tiestui.tui.screens.ask import Choice

if TYPE_CHECKING:
    from tiestui.tui.app import BrowserApp

YEARS_CELLS = 9
MOST_RANGES = 100


def pair_choices(browser: BrowserApp) -> list[Choice]:
    """All pairs together first, then each pair, the one with most records first."""
    archive = browser.archive
    pairs = list(archive.facets(View(), "pair", MOST_PAIRS))
    total = sum(count for _, count in archive.facets(View(), "kind"))
    choices = [Choice("", f"All {len(pairs)} pairs together", _note(total, ""))]
    for number, (pair, count) in enumerate(pairs):
        years = _range(browser, pair) if number < MOST_RANGES else ""
        choices.append(Choice(pair, browser.name_of_pair(pair), _note(count, years)))
    return choices


def _note(count: int, years: str) -> str:
    """Two columns: how many records, and the years."""
    return f"{count:,} {'record ' if count == 1 else 'records'}  {years:<{YEARS_CELLS}}"


def _range(browser: BrowserApp, pair: str) -> str:
    view = View().with_filter("pair", pair).with_limit(1)
    first = next(iter(browser.archive.keys(view)), None)
    last = next(iter(browser.archive.keys(view.with_sort("newest"))), None)
    if not first or not last or first[0] >= UNDATED:
        return ""
    low, high = year_of(first[0]), year_of(last[0])
    return f"{low}" if low == high else f"{low}{browser.glyphs.dash}{high}"
