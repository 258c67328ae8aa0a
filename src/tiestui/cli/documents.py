"""What `extract` and `add` share: the flags that tell a document's metadata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import UsageError, quoted

if TYPE_CHECKING:
    from tiestui.dates.partial import PartialDate
    from tiestui.reading import Overrides


_MOST_KINDS = 8


def add_metadata_flags(parser: CommandParser) -> None:
    """Flags that override what the documents say about themselves."""
    group = "about the documents (instead of what they say themselves)"
    parser.add(
        Argument("--published", metavar="DATE", help="when they were published, such as 2023-03-02"),
        Argument("--pair", metavar="PAIR", help="the two countries: china-belarus or BLR-CHN"),
        Argument("--title", metavar="TEXT"),
        Argument("--outlet", metavar="NAME"),
        group=group,
    )
    bounds = "bounds of a document (what passes one is named and passed over)"
    parser.add(
        Argument("--max-size", convert=positive, metavar="MB", help="megabytes of a file (default: 64)"),
        Argument("--max-time", convert=positive, metavar="SECONDS", help="processor time to read one (default: 60)"),
        group=bounds,
    )


def positive(text: str) -> float:
    """The number above zero that a flag gives; raises `UsageError`."""
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not 0 < value < 1_000_000:
        raise UsageError(f"takes a number above zero and below a million, not {quoted(text)}")
    return value


def overrides(arguments: Arguments) -> Overrides:
    """The keyword arguments for the readers, of what was given; raises `UsageError` for a bad date or pair."""
    given: Overrides = {}
    if arguments.title is not None:
        given["title"] = arguments.title
    if arguments.outlet is not None:
        given["outlet"] = arguments.outlet
    if arguments.published is not None:
        given["published"] = _published(arguments.published)
    if arguments.pair is not None:
        from tiestui.countries import parse_pair

        given["pair"] = parse_pair(arguments.pair)
    if arguments.max_size is not None or arguments.max_time is not None:
        from tiestui.reading import Limits

        given["limits"] = Limits.of(megabytes=arguments.max_size, seconds=arguments.max_time)
    return given


def passed_over(files: Iterable[Path]) -> str:
    """How many files of folders are of no kind that is read, by suffix: "passed over 3 files …: .jpg 2, .db 1"."""
    kinds = Counter(file.suffix.lower() for file in files)
    told = [f"{kind or 'without a suffix'} {count}" for kind, count in sorted(kinds.items(), key=_most_first)]
    if len(told) > _MOST_KINDS:
        told[_MOST_KINDS:] = [f"{len(told) - _MOST_KINDS} kinds more"]
    many = "1 file of another kind" if kinds.total() == 1 else f"{kinds.total()} files of other kinds"
    return f"passed over {many}: {', '.join(told)}"


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _published(text: str) -> PartialDate:
    from tiestui.dates.typed import read_date
    from tiestui.errors import FieldError, UsageError

    try:
        return read_date(text)
    except FieldError as error:
        raise UsageError(f"--published: {error.message}") from error
