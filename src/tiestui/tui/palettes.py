"""Our palettes: calm, dark and light, every text at 4.5:1 or more against its ground; and one of the terminal's own.

`THEMES` are registered with Textual; `styles` gives the named styles that lines are painted with (see `lines`). The
"terminal" theme uses no colour of its own, so with NO_COLOR weight, underline and signs alone carry meaning.
"""

from __future__ import annotations

from rich.style import Style
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
THEME_NAMES = (*PALETTES, TERMINAL)


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


THEMES: tuple[Theme, ...] = (
    *(_theme(name, colours, dark=name in ("night", "slate")) for name, colours in PALETTES.items()),
    _terminal_theme(),
)


def styles(theme: str, *, colour: bool = True) -> dict[str, Style]:
    """The named styles of a theme; without `colour` only weight, slant, underline and reverse."""
    if theme in PALETTES:
        return _styles(PALETTES[theme])
    return _plain_styles(colour)


def _styles(colours: dict[str, str]) -> dict[str, Style]:
    c = colours
    ground = c["ground"]
    kinds = ("upgrade", "direct", "reported", "agreement", "event")
    return {
        "strong": Style(color=c["bright"], bold=True),
        "bright": Style(color=c["bright"]),
        "muted": Style(color=c["muted"]),
        "rule": Style(color=c["rule"]),
        "heading": Style(color=c["muted"], bold=True),
        "title": Style(color=c["bright"], bold=True),
        "accent": Style(color=c["accent"]),
        "key": Style(color=c["upgrade"]),
        "date": Style(color=c["muted"]),
        "level": Style(color=c["bright"]),
        "speaker": Style(color=c["direct"]),
        "citation": Style(color=c["muted"], italic=True),
        "planned": Style(color=c["muted"], italic=True),
        "denied": Style(color=c["warning"], strike=True),
        "rejected-text": Style(color=c["muted"], strike=True),
        "accepted": Style(color=c["agreement"]),
        "edited": Style(color=c["reported"]),
        "rejected": Style(color=c["error"]),
        "star": Style(color=c["upgrade"]),
        "picked": Style(color=c["accent"], bold=True),
        "conflict": Style(color=c["warning"], bold=True),
        "warning": Style(color=c["warning"]),
        "error": Style(color=c["error"]),
        "hit": Style(color=c["hit-text"], bgcolor=c["hit-ground"]),
        "hit-here": Style(color=c["ground"], bgcolor=c["accent"], bold=True),
        "chosen": Style(color=c["bright"], bold=True),
        "left-out": Style(color=c["warning"], strike=True),
        "tab": Style(color=c["text"]),
        "tab-on": Style(color=ground, bgcolor=c["accent"], bold=True),
        "here": Style(color=c["bright"], bgcolor=c["here"]),
        "chip": Style(color=c["bright"], bgcolor=c["bar"]),
        "selection": Style(color=c["bright"], bgcolor=c["rule"]),
        "cursor": Style(bgcolor=c["bar"]),
        "cursor-blurred": Style(bgcolor=c["bar-blurred"]),
        "hover": Style(bgcolor=c["hover"]),
        **{kind: Style(color=c[kind]) for kind in kinds},
        **{f"span-{kind}": Style(color=c[kind]) for kind in kinds},
        **{f"passage-{kind}": Style(color=ground, bgcolor=c[kind]) for kind in kinds},
    }


def _plain_styles(colour: bool) -> dict[str, Style]:
    def of(name: str | None, *attributes: str) -> Style:
        return Style.parse(" ".join([*attributes, name] if name and colour else [*attributes]) or "none")

    kinds = {"upgrade": "yellow", "direct": "blue", "reported": "cyan", "agreement": "green", "event": "magenta"}
    return {
        "strong": of(None, "bold"),
        "bright": of(None),
        "muted": of(None, "dim"),
        "rule": of(None, "dim"),
        "heading": of(None, "bold"),
        "title": of(None, "bold"),
        "accent": of("blue"),
        "key": of("yellow", "bold"),
        "date": of(None),
        "level": of(None, "bold"),
        "speaker": of("blue", "bold"),
        "citation": of(None, "italic"),
        "planned": of(None, "italic"),
        "denied": of(None, "strike"),
        "rejected-text": of(None, "strike", "dim"),
        "accepted": of("green", "bold"),
        "edited": of("cyan", "bold"),
        "rejected": of("red", "bold"),
        "star": of("yellow", "bold"),
        "picked": of(None, "bold"),
        "conflict": of("red", "bold"),
        "warning": of("red", "bold"),
        "error": of("red", "bold"),
        "hit": of(None, "bold", "underline"),
        "hit-here": of(None, "bold", "reverse"),
        "chosen": of(None, "bold"),
        "left-out": of(None, "strike"),
        "tab": of(None),
        "tab-on": of(None, "reverse", "bold"),
        "here": of(None, "reverse"),
        "chip": of(None, "reverse"),
        "selection": of(None, "reverse"),
        "cursor": of(None, "reverse"),
        "cursor-blurred": of(None, "underline"),
        "hover": of(None, "underline"),
        **{kind: of(name, "bold") for kind, name in kinds.items()},
        **{f"span-{kind}": of(name, "underline") for kind, name in kinds.items()},
        **{f"passage-{kind}": of(None, "reverse") for kind in kinds},
    }
