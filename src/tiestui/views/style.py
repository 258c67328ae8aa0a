"""How text is painted on a terminal: width, colours, glyphs. A pipe has none of them."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tiestui.light import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import TextIO

ColorChoice = Literal["always", "never", "auto"]
NARROWEST, WIDEST = 40, 100

_CODES = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underline": "4",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}
_GLYPHS = {"upgrade": "▲", "statement": "❝", "reported": "›", "agreement": "§", "event": "●"}
_ASCII_GLYPHS = {"upgrade": "^", "statement": '"', "reported": ">", "agreement": "#", "event": "*"}
_COLOURS = {"upgrade": "green", "statement": "blue", "agreement": "yellow", "event": "magenta"}


class Style(NamedTuple):
    """The page that text is written for.

    pretty: for a person's eyes: wrapped, grouped; otherwise one record a line. color: with escape sequences.
    width: cells of a line. ascii_only: the terminal shows no other characters.
    """

    pretty: bool = False
    color: bool = False
    width: int = 80
    ascii_only: bool = False

    def paint(self, text: str, *names: str) -> str:
        """`text` in the named styles, when there is colour; the text must be safe already."""
        if not self.color or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"

    def glyph(self, kind: str, mode: str | None = None) -> str:
        """The mark of a kind of record; of a statement by its mode."""
        kind = "reported" if mode == "indirect" else kind
        return (_ASCII_GLYPHS if self.ascii_only else _GLYPHS).get(kind, "-")

    def colour(self, kind: str) -> str:
        """The colour of a kind of record."""
        return _COLOURS.get(kind, "cyan")


PIPED = Style()


def style_for(out: TextIO, choice: ColorChoice = "auto", environment: Mapping[str, str] = os.environ) -> Style:
    """The style of a stream: pretty on a terminal, in colour unless NO_COLOR is set or the terminal is dumb."""
    on_terminal = out.isatty()
    wanted = on_terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    color = choice == "always" or (choice == "auto" and wanted)
    if not on_terminal:
        return Style(color=color)
    encoding = (getattr(out, "encoding", None) or "ascii").lower().replace("-", "").replace("_", "")
    return Style(
        pretty=True, color=color, width=_width(out, environment), ascii_only=encoding not in ("utf8", "utf16", "utf32")
    )


def _width(out: TextIO, environment: Mapping[str, str]) -> int:
    told = environment.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        columns = int(told)
    else:
        try:
            columns = os.get_terminal_size(out.fileno()).columns or 80
        except OSError:
            columns = 80
    return max(NARROWEST, min(WIDEST, columns))
