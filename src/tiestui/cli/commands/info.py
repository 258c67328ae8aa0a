"""`tiestui info [--check]`: where the archive lies, what it holds, and whether it is sound."""

from __future__ import annotations

import sys

from tiestui.cli.archives import reading
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.cli.sizes import size_text
from tiestui.errors import DONE, FAILED
from tiestui.model.jsonform import dumps
from tiestui.model.safe import line


def configure(parser: CommandParser, command: str) -> None:
    """--check and the format."""
    parser.add(
        Argument("--check", action="store_true", help="check the database, the index and every passage"),
        Argument("--format", "-f", choices=("text", "json"), default="text"),
    )


def run(arguments: Arguments) -> int:
    """Print what there is to know; a failed check is status 1."""
    with reading(arguments) as archive:
        told = dict(archive.info())
        problems = list(archive.check()) if arguments.check else []
        if arguments.check:
            told["check"] = "sound" if not problems else f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
    if arguments.format == "json":
        sys.stdout.write(dumps(told | ({"problems": problems} if arguments.check else {})) + "\n")
    else:
        width = max(map(len, told))
        sys.stdout.writelines(
            f"{name.replace('_', ' '):{width}}  {line(_shown(name, value))}\n" for name, value in told.items()
        )
        sys.stdout.writelines(f"  {line(problem)}\n" for problem in problems)
    return FAILED if problems else DONE


def _shown(name: str, value: object) -> str:
    if name == "size" and isinstance(value, int):
        return size_text(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{many} {name}" for name, many in value.items()) or "none"
    return "none" if value is None else str(value)
