"""Plain grounds that panels lie on: one strip is kept of each, and not one for every line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import ContentSwitcher

if TYPE_CHECKING:
    from textual.widget import Widget as Base
else:
    Base = object  # a widget as first base would hide the second one from style sheets


class Plain(Base):
    """Nothing but its ground. Textual leaves its filters out for such widgets, and NO_COLOR is one of them."""

    BLANK = True

    def render_lines(self, crop: Region) -> list[Strip]:
        """The one strip, filtered, as often as there are lines."""
        strips = super().render_lines(crop)
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, self.background_colors[1]) for strip in strips[:1]] * len(strips)
        return strips


class Ground(Plain, Horizontal):
    """Panels side by side."""


class Panes(Plain, ContentSwitcher):
    """The panes, one in front of the others."""
