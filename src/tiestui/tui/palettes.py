"""Our palettes: calm, dark and light, every text at 4.5:1 or more against its ground; and one of the terminal's own.

`THEMES`, by name, are for Textual; `styles` makes the named styles that lines are painted with. The "terminal" theme
uses no colour of its own, so with NO_COLOR weight, underline and signs alone carry meaning.
"""

from __future__ import annotations

from textual.theme import Theme

NIGHT = {
    "ground": "#15171e",
    "panel": "#1a1d26",
    "bar": "#2b3350",
    "bar-blurred": "#232838",
    "hover": "#1f2330",
    "here": "#4a5a94",
    "text": "#d5d9e6",
    "bright": "#f2f4fa",
    "muted": "#98a0b8",
    "rule": "#3a4057",
    "accent": "#82aaf5",
    "upgrade": "#e6b566",
    "direct": "#86aef7",
    "reported": "#79c7dd",
    "agreement": "#9fce7e",
    "event": "#c3a1f2",
    "warning": "#f0997d",
    "error": "#f48a99",
    "hit-ground": "#f0d78a",
    "hit-text": "#1c1a12",
}
DAY = {
    "ground": "#fbfaf7",
    "panel": "#f2f0ea",
    "bar": "#d3def5",
    "bar-blurred": "#e4e6ea",
    "hover": "#ecebe5",
    "here": "#a9c0ee",
    "text": "#2a2d36",
    "bright": "#0f1117",
    "muted": "#5d6270",
    "rule": "#c9c6bc",
    "accent": "#1f4fa8",
    "upgrade": "#8a5200",
    "direct": "#1f4fa8",
    "reported": "#05657c",
    "agreement": "#33691e",
    "event": "#6b3fa0",
    "warning": "#a63c12",
    "error": "#b3213a",
    "hit-ground": "#ffe08a",
    "hit-text": "#1c1a12",
}
PAPER = DAY | {
    "ground": "#f6efdf",
    "panel": "#eee5d1",
    "bar": "#dccfae",
    "bar-blurred": "#e6dcc3",
    "hover": "#ece2cb",
    "here": "#c9b27f",
    "text": "#3a3124",
    "bright": "#1d170d",
    "muted": "#5d523d",
    "rule": "#cbbd9c",
    "accent": "#274b86",
    "upgrade": "#804600",
    "direct": "#274b86",
    "reported": "#0a5563",
    "agreement": "#37591c",
    "event": "#63388f",
    "warning": "#98360f",
    "error": "#a31d35",
    "hit-ground": "#f4cf6b",
}
SLATE = NIGHT | {
    "ground": "#22272b",
    "panel": "#282e33",
    "bar": "#33404a",
    "bar-blurred": "#2f373e",
    "hover": "#2d3439",
    "here": "#5b6f7e",
    "text": "#dfe3e0",
    "bright": "#f6f8f6",
    "muted": "#a9b3b2",
    "rule": "#4a5459",
    "accent": "#8ec6d6",
    "upgrade": "#e3bd7c",
    "direct": "#9dbfea",
    "reported": "#8fd0cf",
    "agreement": "#aecf8f",
    "event": "#d0b0e6",
    "warning": "#eea588",
    "error": "#f7b0b4",
}
PALETTES: dict[str, dict[str, str]] = {"night": NIGHT, "slate": SLATE, "day": DAY, "paper": PAPER}
TERMINAL = "terminal"


def _theme(name: str, colours: dict[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours["accent"],
        secondary=colours["reported"],
        accent=colours["upgrade"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["agreement"],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["panel"],
        dark=dark,
        variables={
            **colours,
            "scrollbar": colours["rule"],
            "scrollbar-hover": colours["muted"],
            "scrollbar-active": colours["accent"],
            "scrollbar-background": colours["ground"],
            "scrollbar-background-hover": colours["ground"],
            "scrollbar-background-active": colours["ground"],
            "input-cursor-background": colours["bright"],
            "input-cursor-foreground": colours["ground"],
            "input-selection-background": colours["bar"],
        },
    )


_ANSI_COLOURS = {
    **dict.fromkeys(NIGHT, "ansi_default"),
    "upgrade": "ansi_yellow",
    "direct": "ansi_blue",
    "reported": "ansi_cyan",
    "agreement": "ansi_green",
    "event": "ansi_magenta",
    "accent": "ansi_blue",
    "warning": "ansi_red",
    "error": "ansi_red",
    "muted": "ansi_default",
    "rule": "ansi_default",
}


def _terminal_theme() -> Theme:
    default = "ansi_default"
    return Theme(
        name=TERMINAL,
        primary="ansi_blue",
        secondary="ansi_cyan",
        accent="ansi_yellow",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground=default,
        background=default,
        surface=default,
        panel=default,
        boost=default,
        dark=True,
        ansi=True,
        variables={
            **_ANSI_COLOURS,
            "ansi-background": default,
            "ansi-foreground": default,
            "scrollbar": default,
            "scrollbar-hover": default,
            "scrollbar-active": default,
            "scrollbar-background": default,
            "scrollbar-background-hover": default,
            "scrollbar-background-active": default,
            "scrollbar-corner-color": default,
            "border": default,
            "border-blurred": default,
            "text": default,
            "text-muted": default,
            "text-disabled": default,
            "block-cursor-foreground": default,
            "block-cursor-background": default,
            "block-cursor-text-style": "reverse",
            "input-cursor-background": default,
            "input-cursor-foreground": default,
            "input-cursor-text-style": "reverse",
            "input-selection-background": default,
            "input-selection-foreground": default,
            "screen-selection-background": default,
            "screen-selection-foreground": default,
        },
    )


THEMES: dict[str, Theme] = {
    **{name: _theme(name, colours, dark=name in ("night", "slate")) for name, colours in PALETTES.items()},
    TERMINAL: _terminal_theme(),
}
