"""The commands: name, module and one line of help each. Modules are imported when their command is called."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from types import ModuleType

PACKAGE = "tiestui.cli.commands"


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `module` holds `configure(parser)` and `run(arguments) -> int`; `usage` is for the help."""

    name: str
    usage: str
    summary: str
    group: str
    module: str = ""

    def load(self) -> ModuleType:
        """The command's module."""
        return importlib.import_module(f"{PACKAGE}.{self.module or self.name}")


LOOK, SOURCES, HAND, PROGRAM = "Look", "Documents and records", "Hand on", "The program"
GROUPS = (LOOK, HAND, SOURCES, PROGRAM)

_LIST = "[QUERY...] [filters]"
_ALL = (Command("extract", "FILE...|-", "the records of files as JSON lines; touches no archive", SOURCES),)
COMMANDS: dict[str, Command] = {command.name: command for command in _ALL}
