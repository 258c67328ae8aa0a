"""What a shell can complete, taken from the parsers themselves, so that it cannot fall behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tiestui.cli.parser import Argument, CommandParser
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
        choices = tuple(choice for word in parser.words for choice in word.choices)
        paths = (FILE,) if any(word.shown in ("FILE", "PATH") for word in parser.words) else ()
        yield Completion(command.name, command.summary, tuple(_flags(parser)), choices or paths)


def _flags(parser: CommandParser) -> Iterator[Flag]:
    for name, flag in parser.flags.items():
        values = None if flag.action == "store_true" else flag.choices or _known(flag)
        yield Flag(name, flag.help.partition(" (")[0].split(":")[0], values)


def _known(flag: Argument) -> tuple[str, ...]:
    if flag.target in _FILES:
        return (FILE,)
    if flag.target == "format":
        return tuple(name for name in FORMATS if name in flag.help.split(" (")[0].split(", "))
    return CLOSED.get(flag.target, ()) if flag.target in FLAGS else ()
