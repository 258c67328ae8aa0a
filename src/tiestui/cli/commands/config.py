"""`tiestui config path|check`: where the reader's settings lie, and whether they can be read."""

from __future__ import annotations

import sys

from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE, FAILED

ACTIONS = ("path", "check")


def configure(parser: CommandParser, command: str) -> None:
    """What to do."""
    parser.add(Argument("action", choices=ACTIONS, metavar="ACTION", help="path: where they lie; check: what is wrong"))


def run(arguments: Arguments) -> int:
    """Print the path, or what is wrong with the settings (status 1 if anything is)."""
    from tiestui.tui.settings import check_settings, settings_path

    path = settings_path()
    if arguments.action == "path":
        sys.stdout.write(f"{path}\n")
        return DONE
    problems = check_settings(path)
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    if not problems:
        sys.stdout.write(f"{path} is sound\n" if path.exists() else f"there is no {path}; the defaults hold\n")
    return FAILED if problems else DONE
