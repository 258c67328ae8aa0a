"""What a shell can complete, taken from the parsers themselves, so that it cannot fall behind them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from tiestui.cli.parser import CommandParser, add_global_flags
from tiestui.cli.registry import COMMANDS
from tiestui.query import FLAGS
from tiestui.query.fields import CLOSED
from tiestui.views.formats import FORMATS

FILE = "FILE"
_FILES = ("archive", "output")


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag of a command. values: what it takes, (FILE,) for a path, () for anything; None when it takes nothing."""

    name: str
    help: str
    values: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Completion:
    """One command: its flags, and what its words can be ((FILE,) for paths, () for anything)."""

    name: str
    summary: str
    flags: tuple[Flag, ...]
    words: tuple[str, ...]


def completions() -> Iterator[Completion]:
    """Every command with what can be completed after it."""
    for command in COMMANDS.values():
        parser = CommandParser(command.name, command.usage, command.summary)
        command.load().configure(parser, command.name)
        add_global_flags(parser)
        words = {action.metavar: action.choices for action in parser.positionals}
        choices = tuple(str(choice) for found in words.values() if found for choice in found)
        paths = (FILE,) if any(str(metavar) in ("FILE", "PATH") for metavar in words) else ()
        yield Completion(command.name, command.summary, tuple(_flags(parser)), choices or paths)


def _flags(parser: CommandParser) -> Iterator[Flag]:
    for name, action in parser.flags.items():
        values: tuple[str, ...] | None = None
        if action.nargs != 0:
            values = tuple(map(str, action.choices)) if action.choices else _known(action)
        yield Flag(name, str(action.help or "").partition(" (")[0].split(":")[0], values)


def _known(action: argparse.Action) -> tuple[str, ...]:
    if action.dest in _FILES:
        return (FILE,)
    if action.dest == "format":
        return tuple(name for name in FORMATS if name in str(action.help).split(" (")[0].split(", "))
    return CLOSED.get(action.dest, ()) if action.dest in FLAGS else ()
