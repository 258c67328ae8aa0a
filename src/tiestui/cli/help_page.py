"""The page that `tiestui COMMAND --help` prints, laid out by argparse."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from tiestui.cli.parser import Argument, CommandParser


def help_page(parser: CommandParser) -> str:
    """The page of a command: its usage, what it does, and what it takes."""
    width = _width()  # argparse makes a formatter for every argument and would ask the terminal each time
    page = argparse.ArgumentParser(
        prog=parser.prog,
        usage=parser.usage,
        description=parser.description,
        add_help=False,
        formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=28, width=width),
    )
    groups: dict[str, argparse._ArgumentGroup] = {}
    for one in parser.arguments:
        if one.group and one.group not in groups:
            groups[one.group] = page.add_argument_group(one.group)
        place = groups[one.group] if one.group else page
        place.add_argument(*filter(None, (one.short, one.name)), **_properties(one))
    return page.format_help()


def _properties(argument: Argument) -> dict[str, Any]:
    """What argparse lays out of an argument."""
    if argument.action == "store_true":
        return {"action": argument.action, "help": argument.help}
    return {
        "help": argument.help,
        "metavar": argument.metavar,
        "choices": argument.choices or None,
        "nargs": argument.many or None,
    }


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    try:
        width = int(columns) if columns.isdecimal() else os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        width = 80
    return max(40, min(100, width or 80))
