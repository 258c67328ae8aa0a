"""The log of decisions for reading: who decided what and when, and what was taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tiestui.archive.deciding import told
from tiestui.archive.decisions import Logged
from tiestui.model.safe import line
from tiestui.views.style import Style
from tiestui.views.wrapping import wrap

_MINUTES = 16
_INDENT = 4


def log_lines(logged: Sequence[Logged], style: Style) -> Iterator[str]:
    """The decisions in order of time: piped one a line (when, who, what, state, id), on a terminal wrapped."""
    known = {one.decision.id: one.decision for one in logged}
    for one in logged:
        decision = one.decision
        undone = known.get(decision.field("decision") or "") if decision.kind == "undo" else None
        state = "" if one.holds else "undo" if decision.kind == "undo" else "undone"
        cells = [line(cell) for cell in (decision.when, decision.who, told(decision, undone), state, decision.id)]
        yield from _pretty(cells, style) if style.pretty else ("\t".join(cells) + "\n",)


def _pretty(cells: Sequence[str], style: Style) -> Iterator[str]:
    when, who, what, state, name = cells
    mark = f", {style.paint(state, 'yellow')}" if state == "undone" else ""
    time = when[:_MINUTES].replace("T", " ")
    yield f"{style.paint(f'{time} UTC', 'bold')}  {who}{mark}  {style.paint(name, 'dim')}\n"
    for text in wrap(what, max(20, style.width - _INDENT)):
        yield f"{' ' * _INDENT}{text}\n"
