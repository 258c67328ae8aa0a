"""The ladder as a drawing inside an HTML page: only shapes and text, no style or script that a policy would refuse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiestui.views.chart import Mark

_GREEN = "#2f855a"
_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 760, 40, 40, 16, 26


def step_svg(marks: Sequence[Mark], name: str) -> str:
    """The steps as a line with a lettered dot at each; "" without steps. `name` is escaped already."""
    if not marks:
        return ""
    high, low = max(mark.rank for mark in marks), min(mark.rank for mark in marks)
    bottom = _TOP + (high - low) * _ROW
    places = [(_across(mark, marks), _TOP + (high - mark.rank) * _ROW) for mark in marks]
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {bottom + 40}" role="img" aria-label="{name}" class="ladder">',
        *(_rung(rank, high) for rank in range(low, high + 1)),
        *_line(marks, places),
        *(_dot(mark, x, y) for mark, (x, y) in zip(marks, places, strict=True)),
        *_years(marks, places, bottom + 28),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _across(mark: Mark, marks: Sequence[Mark]) -> int:
    span = max(1, marks[-1].day - marks[0].day)
    return _LEFT + 14 + (mark.day - marks[0].day) * (_WIDTH - _LEFT - _RIGHT - 60) // span


def _rung(rank: int, high: int) -> str:
    y = _TOP + (high - rank) * _ROW
    line = f'<line x1="{_LEFT}" y1="{y}" x2="{_WIDTH - 8}" y2="{y}" stroke="#9ca3af" stroke-opacity="0.35"/>'
    return f'{line}<text x="{_LEFT - 14}" y="{y + 4}" font-size="12" fill="#6b7280">{rank}</text>'


def _line(marks: Sequence[Mark], places: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The steps as a line, broken where the level is suspended."""
    for at, (mark, (x, y)) in enumerate(zip(marks, places, strict=True)):
        onwards = f"H{places[at + 1][0]}V{places[at + 1][1]}" if at + 1 < len(places) else f"H{_WIDTH - 8}"
        dashes = ' stroke-dasharray="3 5"' if mark.suspended else ""
        yield f'<path d="M{x} {y}{onwards}" fill="none" stroke="{_GREEN}" stroke-width="2.5"{dashes}/>'


def _dot(mark: Mark, x: int, y: int) -> str:
    ground, ink = ("#ffffff", _GREEN) if mark.suspended else (_GREEN, "#ffffff")
    letter = f'<text x="{x}" y="{y + 4}" font-size="11" fill="{ink}" text-anchor="middle">{mark.letter}</text>'
    return f'<circle cx="{x}" cy="{y}" r="8" fill="{ground}" stroke="{_GREEN}" stroke-width="1.5"/>{letter}'


def _years(marks: Sequence[Mark], places: Sequence[tuple[int, int]], y: int) -> list[str]:
    """The years below, as far as they do not run into each other."""
    texts, free = [], 0
    for mark, (x, _) in zip(marks, places, strict=True):
        if x >= free:
            texts.append(f'<text x="{x}" y="{y}" font-size="12" fill="#6b7280" text-anchor="middle">{mark.year}</text>')
            free = x + 36
    return texts
