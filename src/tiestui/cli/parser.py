"""Parsing of one command's words: flags anywhere among the words, and no surprise with words that begin with -.

argparse takes `-oil` for `-o il`, stumbles over flags between query words, and costs a quarter of a listing's start; it
only makes the help page (see `help_page`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tiestui.errors import UsageError, quoted
from tiestui.light import TYPE_CHECKING, Literal, NamedTuple
from tiestui.model.safe import storable

if TYPE_CHECKING:
    from typing import Any

PATHS = frozenset({"archive", "output", "files", "paths", "path_or_words"})
"""The arguments that name files, whose names may be any bytes; all others are text."""
DASH_HINT = "a word that begins with - goes inside quotation marks with others, after --, or as NOT word"


class Arguments:
    """The values of a command's arguments, each an attribute by its target."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...
        def __setattr__(self, name: str, value: Any) -> None: ...


class Argument(NamedTuple):
    """A flag that a command takes, or a word.

    name: "--sort", or the target of a word. action: "store_true" for a flag without a value, "append" for one that may
    come again. many: a word that may be left out and may be several ("*"), or must be one at least ("+").
    convert: makes the value of the text; raises `UsageError`. group: as `CommandParser.add` has it.
    """

    name: str
    short: str = ""
    action: Literal["store", "append", "store_true"] = "store"
    many: Literal["", "*", "+"] = ""
    default: Any = None
    convert: Callable[[str], Any] | None = None
    choices: tuple[str, ...] = ()
    metavar: str | None = None
    dest: str = ""
    help: str = ""
    group: str = ""

    @property
    def is_flag(self) -> bool:
        """Whether it is called by a name with dashes."""
        return self.name.startswith("-")

    @property
    def target(self) -> str:
        """The attribute that its value gets."""
        return self.dest or self.name.lstrip("-").replace("-", "_")

    @property
    def initial(self) -> Any:
        """The value when it is not given."""
        if self.many:
            return []
        return self.default or False if self.action == "store_true" else self.default

    @property
    def shown(self) -> str:
        """What a person calls it."""
        return self.name if self.is_flag else self.metavar or self.name.upper()

    def value(self, text: str) -> Any:
        """The value that `text` stands for; bytes that are no text are shown as escapes. Raises `UsageError`."""
        if self.target not in PATHS:
            text = storable(text)
        if self.choices and text not in self.choices:
            raise UsageError(f"takes {', '.join(self.choices)}, not {quoted(text)}")
        return text if self.convert is None else self.convert(text)


HELP = Argument("--help", "-h", action="store_true", help="show this help message and exit")
GLOBAL = (
    Argument(
        "--archive",
        metavar="FILE",
        help="the archive (default: $TIESTUI_ARCHIVE, else the user data folder)",
        group="global",
    ),
    Argument(
        "--color",
        choices=("always", "never", "auto"),
        default="auto",
        help="colour (default: auto)",
        group="global",
    ),
)
"""The flags that every command takes, before or after its name."""


class CommandParser:
    """The parser of one command, which takes what is added to it, --help and the global flags."""

    def __init__(self, name: str, usage: str, summary: str) -> None:
        self.prog = f"tiestui {name}"
        self.usage = f"{self.prog} {usage} [flags]"
        self.description = f"{summary[0].upper()}{summary[1:]}."
        self._added: list[Argument] = []

    def add(self, *arguments: Argument, group: str = "") -> None:
        """Take these as well; `group` is what they stand under in the help."""
        self._added += (one._replace(group=group) for one in arguments) if group else arguments

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All that the command takes."""
        return (HELP, *self._added, *GLOBAL)

    @property
    def flags(self) -> dict[str, Argument]:
        """The flags by their names."""
        flags = [one for one in self.arguments if one.is_flag]
        return {name: one for one in flags for name in (one.short, one.name) if name}

    @property
    def words(self) -> list[Argument]:
        """The arguments that are words."""
        return [one for one in self.arguments if not one.is_flag]

    def parse(self, words: Sequence[str]) -> Arguments:
        """The values of the words; raises `UsageError`."""
        found = Arguments(**{one.target: one.initial for one in self.arguments})
        flags = self.flags
        plain: list[str] = []
        rest = iter(words)
        for word in rest:
            if word == "--":
                plain += rest
            elif _is_query_word(word):
                plain.append(word)
            else:
                self._take_flag(found, flags, word, rest)
        self._take_words(found, plain)
        return found

    def _take_flag(self, found: Arguments, flags: dict[str, Argument], word: str, rest: Iterator[str]) -> None:
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        flag = flags.get(name)
        if flag is None:
            raise UsageError(self._unknown(name))
        if flag.action == "store_true":
            if equals:
                raise UsageError(f"{name} takes no value")
            setattr(found, flag.target, True)
            return
        if not equals:
            following = next(rest, None)
            if following is None or following in flags or following == "--":
                raise self._error(f"{name} needs a value")
            value = following
        taken = self._value(flag, value)
        if flag.action == "append":
            taken = [*(getattr(found, flag.target) or ()), taken]
        setattr(found, flag.target, taken)

    def _take_words(self, found: Arguments, plain: list[str]) -> None:
        missing = []
        for one in self.words:
            taken, plain = (plain, []) if one.many else (plain[:1], plain[1:])
            if not taken and one.many != "*":
                missing.append(one.shown)
            values = [self._value(one, word) for word in taken]
            setattr(found, one.target, values if one.many else next(iter(values), None))
        if missing:
            raise self._error(f"{' and '.join(missing)} must be named")
        if plain:
            raise self._error(f"{quoted(plain[0])} is a word too many")

    def _value(self, argument: Argument, text: str) -> Any:
        try:
            return argument.value(text)
        except UsageError as error:
            raise self._error(f"{argument.shown} {error.message}") from error

    def _error(self, message: str) -> UsageError:
        return UsageError(f"{message} (see {self.prog} --help)")

    def _unknown(self, name: str) -> str:
        if not name.startswith("--"):
            return f"{name[:60]} is no flag of {self.prog}; {DASH_HINT}"
        import difflib

        near = difflib.get_close_matches(name, self.flags, n=1)
        meant = f"did you mean {near[0]}?" if near else f"see {self.prog} --help"
        return f"{name[:60]} is no flag of {self.prog}; {meant}"


def whole_number(text: str) -> int:
    """The number that `text` says; raises `UsageError`."""
    try:
        return int(text)
    except ValueError:
        raise UsageError(f"takes a whole number, not {quoted(text)}") from None


def _is_query_word(word: str) -> bool:
    """Whether it is no flag: "-" is standard input, and '-war "belt and road"' a query of several words."""
    if word == "-" or not word.startswith("-"):
        return True
    return not word.startswith("--") and any(c.isspace() for c in word)
