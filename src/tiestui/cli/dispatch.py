"""From the words of the command line to the command that they call."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tiestui.cli.registry import COMMANDS, Command
from tiestui.errors import DONE, UsageError, quoted

_GLOBAL_WITH_VALUE = ("--archive", "--color")


def run(words: Sequence[str]) -> int:
    """Call the command that the words name, with the others; returns its exit status."""
    before, name, after = split(words)
    if any(word in ("--version",) for word in before):
        from tiestui import __version__

        sys.stdout.write(f"tiestui {__version__}\n")
        return DONE
    if name == "help" and after:
        return call(find(after[0]), ["--help"])
    if any(word in ("--help", "-h") for word in before) or name == "help":
        from tiestui.cli.overview import overview

        sys.stdout.write(overview())
        return DONE
    command = find(name)
    return call(command, [*before, *after])


def call(command: Command, words: Sequence[str]) -> int:
    """Parse the words with the command's own parser and run it."""
    from tiestui.cli.parser import CommandParser

    module = command.load()
    parser = CommandParser(command.name, command.usage, command.summary)
    module.configure(parser, command.name)
    if wants_help(words):
        from tiestui.cli.help_page import help_page

        sys.stdout.write(help_page(parser))
        return DONE
    arguments = parser.parse(words)
    arguments.command = command.name
    status: int = module.run(arguments)
    return status


def wants_help(words: Sequence[str]) -> bool:
    """Whether -h or --help stands among the words, before any `--`."""
    flags = words[: words.index("--")] if "--" in words else words
    return "-h" in flags or "--help" in flags


def split(words: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """The global flags before the command, the command's name or None, and the words after it."""
    at = 0
    while at < len(words):
        word = words[at]
        if word == "--" or not word.startswith("-"):
            break
        flag = word.partition("=")[0]
        if flag not in (*_GLOBAL_WITH_VALUE, "--version", "--help", "-h"):
            raise UsageError(f"{flag} goes after a command, such as: tiestui timeline {flag} (see tiestui --help)")
        at += 2 if word in _GLOBAL_WITH_VALUE else 1
    if at >= len(words):
        return list(words), None, []
    return list(words[:at]), words[at], list(words[at + 1 :])


def find(name: str | None) -> Command:
    """The command of that name; None is the bare call."""
    if name is None:
        name = "browse"
    command = COMMANDS.get(name)
    if command is None:
        import difflib

        near = difflib.get_close_matches(name, COMMANDS, n=1)
        meant = f"did you mean {near[0]}?" if near else f"to search for it: tiestui timeline {name[:60]}"
        raise UsageError(f"{quoted(name)} is no command; {meant} (see tiestui --help)")
    return command
