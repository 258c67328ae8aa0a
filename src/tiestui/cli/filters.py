"""The words and flags that every view takes, and the `View` that they make."""

from __future__ import annotations

from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import UsageError, quoted
from tiestui.query.view import SORTS, Pane, View

_FILTERS = {
    "pair": ("PAIR", "the two countries: china-belarus, BLR-CHN"),
    "since": ("DATE", "not before: 2013, 2022-09, 'sep 2022'"),
    "until": ("DATE", "not after"),
    "kind": ("KIND", "upgrade, statement, agreement or event"),
    "speaker": ("NAME", "a word of the speaker's name"),
    "topic": ("TOPIC", "such as trade, security, culture"),
    "status": ("STATUS", "of agreements, such as signed or pledged"),
    "source": ("SOURCE", "the source's name, as tiestui sources lists it"),
    "review": ("STATE", "unreviewed, accepted, edited or rejected"),
}


_MOST_DIGITS = 18
"""Of a number that the database can hold."""


def add_filters(parser: CommandParser) -> None:
    """The query's words, the filters, the order and the limit."""
    parser.add(Argument("query", many="*", metavar="QUERY", help='words, "phrases", field:value (see tiestui --help)'))
    parser.add(
        *(Argument(f"--{name}", action="append", metavar=value, help=text) for name, (value, text) in _FILTERS.items()),
        Argument("--sort", choices=SORTS, default="oldest", help="the order (default: oldest)"),
        Argument("--limit", convert=_count, metavar="N", help="at most so many"),
        group="filters (the same flag again means or, different flags mean and)",
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise UsageError(f"takes a number of rows, not {quoted(text)}")
    if len(text.lstrip("0")) > _MOST_DIGITS:
        raise UsageError(f"{text[:60]}… is more rows than there can be; leave it out for all")
    return int(text)


def view_of(arguments: Arguments, pane: Pane) -> View:
    """The view that the words and flags make; raises `QueryError` or `UsageError` for what cannot be read."""
    view = View(pane=pane, query=" ".join(arguments.query), sort=arguments.sort, limit=arguments.limit)
    for name in _FILTERS:
        if values := getattr(arguments, name):
            view = view.with_filter(name, *values)
    view.expression()
    return view
