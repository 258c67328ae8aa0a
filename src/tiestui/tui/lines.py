"""Lines of the screen as plain values: runs of text with the name of a style, measured in terminal cells.

A run's style name is a component class of the widget that paints it (see `widgets.line_view`), so colours stay in
the themes. Text of documents comes in through `flat`, which shows control and bidi characters as marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, get_character_cell_size

from tiestui.views.safe import visible

Run = tuple[str, str]
Line = Sequence[Run]

PLAIN, MUTED, STRONG, HIT = "plain", "muted", "strong", "hit"

_FOLD = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x85\u2028\u2029", " "))


def flat(text: str) -> str:
    """`text` on one line and safe to paint: one character for each, so that offsets still hold."""
    if text.isascii() and text.isprintable():
        return text
    return visible(text.translate(_FOLD)).translate(_FOLD)


def safe(text: str) -> str:
    """`text` safe to paint with its line feeds kept, one character for each."""
    return "\n".join(map(flat, text.split("\n")))


def width(text: str) -> int:
    """Terminal cells that `text` takes."""
    return len(text) if text.isascii() else cell_len(text)


def line_width(line: Line) -> int:
    """Terminal cells that the line takes."""
    return sum(width(text) for text, _ in line)


def clip(text: str, cells: int, ellipsis: str = "…") -> str:
    """`text` cut to at most `cells`, with a mark when something was cut."""
    if cells <= 0:
        return ""
    if len(text) <= cells and width(text) <= cells:
        return text
    return head(text, cells - 1).rstrip() + ellipsis


def head(text: str, cells: int) -> str:
    """The longest beginning of `text` that fits in `cells`."""
    window = text[: max(0, cells)]
    if window.isascii():
        return window
    taken = 0
    for index, character in enumerate(text):
        taken += get_character_cell_size(character)
        if taken > cells:
            return text[:index]
    return text


def pad(text: str, cells: int, ellipsis: str = "…") -> str:
    """`text` cut or filled with spaces to exactly `cells`."""
    text = clip(text, cells, ellipsis)
    return text + " " * (cells - width(text))


def pad_left(text: str, cells: int, ellipsis: str = "…") -> str:
    """`text` cut, or filled with spaces before it, to exactly `cells`."""
    text = clip(text, cells, ellipsis)
    return " " * (cells - width(text)) + text


def fit(line: Line, cells: int, ellipsis: str = "…") -> list[Run]:
    """The line cut to `cells`, with a mark when something was cut."""
    fitted: list[Run] = []
    left = cells
    for index, (text, style) in enumerate(line):
        taken = width(text)
        if taken > left or (taken == left and any(rest for rest, _ in line[index + 1 :])):
            fitted.append((clip(text + " " * (taken == left), left, ellipsis), style))
            return fitted
        fitted.append((text, style))
        left -= taken
    return fitted


def stretch(left: Line, right: Line, cells: int, ellipsis: str = "…") -> list[Run]:
    """`left` at the left edge and `right` at the right one, `cells` in all; `left` gives way."""
    right_width = line_width(right)
    if right_width >= cells:
        return fit(right, cells, ellipsis)
    fitted = fit(left, cells - right_width - bool(right_width), ellipsis)
    gap = cells - right_width - line_width(fitted)
    return [*fitted, (" " * gap, PLAIN), *right]


def joined_runs(line: Line) -> list[Run]:
    """The line with neighbours of one style joined and empty runs left out: fewer runs are painted faster."""
    runs: list[Run] = []
    for text, style in line:
        if not text:
            continue
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + text, style)
        else:
            runs.append((text, style))
    return runs


def plain(line: Line) -> str:
    """The line's text alone."""
    return "".join(text for text, _ in line)


def joined(parts: Iterable[str | None], separator: str) -> str:
    """The parts that say something, with `separator` between them."""
    return separator.join(part for part in parts if part)
