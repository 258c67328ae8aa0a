"""The ladder drawn: a step chart for each pair, and under it what its letters stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tiestui.model.safe import line
from tiestui.views.chart import Mark, by_pair, marks_of, step_chart
from tiestui.views.dating import readable
from tiestui.views.listing import Listing
from tiestui.views.style import Style
from tiestui.views.wrapping import padded, wrap

_COLUMNS = ("date", "pair", "rank", "action", "label", "id", "standing", "suspended")
_CHART_WIDTH = 72
_DATE, _ACTION = 14, 11


class Rung(NamedTuple):
    """A step of the ladder as the listing's rows have it."""

    date: str | None
    pair: str | None
    rank: int
    action: str
    label: str
    id: str
    standing: int
    suspended: bool


def rungs(listing: Listing) -> list[Rung]:
    """The steps of the listing."""
    return [Rung(*row) for row in listing.rows(_COLUMNS)]  # type: ignore[arg-type]


def pretty(listing: Listing, style: Style) -> Iterator[str]:
    """Charts and steps for a person at a terminal."""
    before = ""
    for pair, steps in by_pair(rungs(listing)):
        yield f"{before}{style.paint(pair or 'no pair', 'bold')}\n\n"
        before = "\n"
        marks = marks_of(steps)
        for row in step_chart(marks, min(style.width, _CHART_WIDTH), ascii_only=style.ascii_only):
            yield f"{style.paint(row, 'green')}\n"
        yield "\n"
        letters = iter(marks)
        for step in steps:
            yield from _step(step, next(letters) if step.date else None, style)


def _step(step: Rung, mark: Mark | None, style: Style) -> Iterator[str]:
    letter = mark.letter if mark else "-"
    head = f" {style.paint(letter, 'green')}  {padded(line(readable(step.date)), _DATE)} {step.rank}  "
    head += padded(step.action, _ACTION) + " "
    indent = 4 + _DATE + 1 + 3 + _ACTION + 1
    for at, text in enumerate(wrap(f"{line(step.label)} · {step.id}", style.width - indent)):
        yield f"{' ' * indent if at else head}{text}\n"


def markdown_charts(listing: Listing) -> Iterator[str]:
    """A chart for each pair, as blocks of code."""
    for pair, steps in by_pair(rungs(listing)):
        if rows := step_chart(marks_of(steps), _CHART_WIDTH):
            named = f"{pair}\n\n" if pair else ""
            yield f"\n{named}```text\n" + "\n".join(rows) + "\n```\n"
