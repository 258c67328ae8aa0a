"""The named styles of a theme, which lines are painted with (see `lines`): text, signs of kinds, marks, bars."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style

from tiestui.tui.palettes import PALETTES

SPAN_TINT, PASSAGE_TINT = 0.15, 0.4


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
        **{f"span-{kind}": Style(color=c["text"], bgcolor=tinted(c, kind, SPAN_TINT)) for kind in kinds},
        **{f"passage-{kind}": Style(color=c["bright"], bgcolor=tinted(c, kind, PASSAGE_TINT)) for kind in kinds},
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
        "hit-here": of(None, "bold", "underline", "reverse"),
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


def tinted(colours: Mapping[str, str], kind: str, part: float) -> str:
    """The ground with a part (0 to 1) of a kind's colour in it, as a highlighter leaves it."""
    ground, colour = colours["ground"], colours[kind]
    mixed = (round(int(ground[at : at + 2], 16) * (1 - part) + int(colour[at : at + 2], 16) * part) for at in (1, 3, 5))
    return "#" + "".join(f"{value:02x}" for value in mixed)
