"""What terminals cannot do or do otherwise: no colour, no block characters, standard output that is a pipe."""

from __future__ import annotations

import os
import sys
from typing import ClassVar

from rich.segment import Segment
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender


class NoColour(LineFilter):
    """Takes every colour out of what is painted; weight, slant, underline and reverse stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colour."""
        return [Segment(text, style.without_color if style else style, control) for text, style, control in segments]


class WholeCells(ScrollBarRender):
    """A scrollbar without the block characters that smooth its ends."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def measuring(driver: type[Driver]) -> type[Driver]:
    """The driver, asking standard error for the size: Textual paints there, but measures standard output."""
    if sys.platform == "win32" or not hasattr(driver, "_get_terminal_size"):
        return driver

    class Measuring(driver):  # type: ignore[misc, valid-type]
        def _get_terminal_size(self) -> tuple[int, int]:
            try:
                size = os.get_terminal_size(sys.stderr.fileno())
            except (AttributeError, ValueError, OSError):
                return super()._get_terminal_size()  # type: ignore[no-any-return]
            return size if size.columns and size.lines else super()._get_terminal_size()

    return Measuring
