"""The pairs that an archive has, to choose from: with counts and the years that they reach over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tiestui.archive.keys import UNDATED, year_of
from tiestui.query import View
from tiestui.tui.screens.ask import Choice

if TYPE_CHECKING:
    from tiestui.tui.app import BrowserApp

MOST = 300


def pair_choices(browser: BrowserApp) -> list[Choice]:
    """All pairs together first, then each pair, the one with most records first."""
    archive = browser.archive
    pairs = list(archive.facets(View(), "pair", MOST))
    choices = [Choice("", "All pairs together", f"{sum(count for _, count in pairs):,} records")]
    for pair, count in pairs:
        choices.append(Choice(pair, browser.name_of_pair(pair), f"{count:,} records{_range(browser, pair)}"))
    return choices


def _range(browser: BrowserApp, pair: str) -> str:
    view = View().with_filter("pair", pair).with_limit(1)
    first = next(iter(browser.archive.keys(view)), None)
    last = next(iter(browser.archive.keys(view.with_sort("newest"))), None)
    if not first or not last or first[0] >= UNDATED:
        return ""
    low, high = year_of(first[0]), year_of(last[0])
    return f", {low}" if low == high else f", {low} to {high}"
