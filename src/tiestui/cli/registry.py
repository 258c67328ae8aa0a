"""The commands: name, module and one line of help each. Modules are imported when their command is called."""

from __future__ import annotations

from tiestui.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

PACKAGE = "tiestui.cli.commands"


class Command(NamedTuple):
    """One command. `module` holds `configure(parser, name)` and `run(arguments) -> int`; `usage` is for the help."""

    name: str
    usage: str
    summary: str
    group: str
    module: str = ""

    def load(self) -> ModuleType:
        """The command's module."""
        # importlib, with the warnings module that it loads, would be one hundredth of a listing's start.
        module: ModuleType = __import__(f"{PACKAGE}.{self.module or self.name}", fromlist=["run"])
        return module


LOOK, SOURCES, HAND, PROGRAM = "Look", "Documents and records", "Hand on", "The program"
GROUPS = (LOOK, HAND, SOURCES, PROGRAM)

_LIST = "[QUERY...]"
_ALL = (
    Command("browse", _LIST, "open the browser on a view", LOOK),
    Command("timeline", _LIST, "all records in order of date", LOOK, "lists"),
    Command("quotes", _LIST, "who said what", LOOK, "lists"),
    Command("agreements", _LIST, "instruments and commitments, with their status", LOOK, "lists"),
    Command("events", _LIST, "visits, meetings, trade figures, ceremonies", LOOK, "lists"),
    Command("sources", _LIST, "the documents that the records come from", LOOK, "lists"),
    Command("speakers", _LIST, "who speaks, how often, from when to when", LOOK, "lists"),
    Command("ladder", _LIST, "the levels of the relationship over time", LOOK, "lists"),
    Command("pick", _LIST, "choose records on screen, print them: works inside a pipe", HAND),
    Command("show", "ID|SOURCE", "a record with its evidence in context; a source's stored text", LOOK),
    Command("brief", _LIST, "a briefing in Markdown or HTML", HAND),
    Command("add", "PATH...|-", "read documents into the archive: files, folders", SOURCES),
    Command("import", "FILE|-", "records from JSON lines, JSON or CSV (our own fields)", SOURCES, "import_"),
    Command("review", "ACTION ...", "accept, reject, edit, merge, split, star, note; undo and log", SOURCES),
    Command("new", "KIND FIELD=VALUE...", "a record by hand", SOURCES),
    Command("source", "SOURCE [FIELD=VALUE...]", "what is known about a held document; correct it", SOURCES),
    Command("remove", "SOURCE...", "drop sources, and the records that stood in them alone", SOURCES),
    Command("extract", "FILE...|-", "the records of files as JSON lines; touches no archive", SOURCES),
    Command("info", "[--check]", "where the archive lies, what it holds, whether it is sound", PROGRAM),
    Command("compact", "", "make the archive's file as small as it can be", PROGRAM),
    Command("completions", "SHELL", "a completion script for bash, zsh or fish", PROGRAM),
    Command("config", "path|check", "where your settings lie, and whether they can be read", PROGRAM),
)
COMMANDS: dict[str, Command] = {command.name: command for command in _ALL}
