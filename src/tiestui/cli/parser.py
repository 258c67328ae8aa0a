"""Parsing of one command's words: flags anywhere among the words, and no surprise with words that begin with -.

argparse alone takes `-oil` for `-o il`, and stumbles over flags between query words. So the words are put in order
first: flags as `--name=value`, then `--`, then the words.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NoReturn

from tiestui.errors import UsageError
from tiestui.model.safe import storable

PATHS = frozenset({"archive", "output", "files", "paths", "path_or_words"})
"""The arguments that name files, whose names may be any bytes; all others are text."""
DASH_HINT = "a word that begins with - goes inside quotation marks with others, after --, or as NOT word"


class CommandParser(argparse.ArgumentParser):
    """The parser of one command. Errors are raised as `UsageError`; global flags are part of every command."""

    def __init__(self, name: str, usage: str, summary: str) -> None:
        super().__init__(
            prog=f"tiestui {name}",
            usage=f"tiestui {name} {usage} [flags]",
            description=summary[0].upper() + summary[1:] + ".",
            allow_abbrev=False,
        )

    def _get_formatter(self) -> argparse.HelpFormatter:
        """The formatter of help: argparse makes one for every argument, so it must not ask the terminal each time."""
        return argparse.HelpFormatter(self.prog, max_help_position=28, width=_help_width())

    @property
    def flags(self) -> dict[str, argparse.Action]:
        """The actions by flag, groups included."""
        return self._option_string_actions

    @property
    def positionals(self) -> list[argparse.Action]:
        """The actions that take words."""
        return self._get_positional_actions()

    def error(self, message: str) -> NoReturn:
        """Raise what argparse has to say as a `UsageError`."""
        raise UsageError(f"{message} (see {self.prog} --help)")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """The namespace of the words; raises `UsageError`."""
        flags, positionals = self._arranged(words)
        arguments = self.parse_args([*flags, "--", *positionals] if positionals else flags)
        for name, value in vars(arguments).items():
            if name not in PATHS:
                setattr(arguments, name, readable(value))
        return arguments

    def _arranged(self, words: Sequence[str]) -> tuple[list[str], list[str]]:
        flags: list[str] = []
        positionals: list[str] = []
        rest = iter(words)
        for word in rest:
            if word == "--":
                positionals += rest
            elif self._is_query_word(word):
                positionals.append(word)
            else:
                flags.append(self._flag(word, rest))
        return flags, positionals

    def _is_query_word(self, word: str) -> bool:
        """Whether it is no flag: "-" is standard input, and '-war "belt and road"' a query of several words."""
        if word == "-" or not word.startswith("-"):
            return True
        return not word.startswith("--") and any(c.isspace() for c in word)

    def _flag(self, word: str, rest: Iterator[str]) -> str:
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        action = self.flags.get(name)
        if action is None:
            raise UsageError(self._unknown(name))
        long_name = action.option_strings[-1]
        if action.nargs == 0:
            if equals:
                raise UsageError(f"{name} takes no value")
            return long_name
        if not equals:
            following = next(rest, None)
            if following is None or following in self.flags or following == "--":
                raise UsageError(f"{name} needs a value (see {self.prog} --help)")
            value = following
        return f"{long_name}={value}"

    def _unknown(self, name: str) -> str:
        if not name.startswith("--"):
            return f"{name[:60]} is no flag of {self.prog}; {DASH_HINT}"
        import difflib

        near = difflib.get_close_matches(name, self.flags, n=1)
        meant = f"did you mean {near[0]}?" if near else f"see {self.prog} --help"
        return f"{name[:60]} is no flag of {self.prog}; {meant}"


def readable(value: Any) -> Any:
    """A word, or a list of words, without bytes that are no text: they are shown as escapes."""
    if isinstance(value, list):
        return [readable(one) for one in value]
    return storable(value) if isinstance(value, str) else value


@cache
def _help_width() -> int:
    columns = os.environ.get("COLUMNS", "")
    try:
        width = int(columns) if columns.isdecimal() else os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        width = 80
    return max(40, min(100, width or 80))


def add_global_flags(parser: argparse.ArgumentParser) -> None:
    """The flags that every command takes, before or after its name."""
    group = parser.add_argument_group("global")
    group.add_argument(
        "--archive", metavar="FILE", help="the archive (default: $TIESTUI_ARCHIVE, else the user data folder)"
    )
    group.add_argument("--color", choices=("always", "never", "auto"), default="auto", help="colour (default: auto)")
