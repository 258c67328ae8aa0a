"""`tiestui timeline|quotes|agreements|events|sources|speakers|ladder`: a view of the archive in a format."""

from __future__ import annotations

from tiestui.cli.archives import reading
from tiestui.cli.edge import say
from tiestui.cli.filters import add_filters, view_of
from tiestui.cli.output import add_output_flags, page_style, write_out
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE
from tiestui.light import TYPE_CHECKING
from tiestui.query.view import Pane, View
from tiestui.views.formats import find_format, formats_of
from tiestui.views.listing import Kind

if TYPE_CHECKING:
    from tiestui.archive import Archive

_PANES: dict[str, tuple[Pane, Kind]] = {
    "timeline": ("timeline", "records"),
    "quotes": ("quotes", "records"),
    "agreements": ("agreements", "records"),
    "events": ("events", "records"),
    "sources": ("sources", "sources"),
    "speakers": ("speakers", "speakers"),
    "ladder": ("timeline", "ladder"),
}


def configure(parser: CommandParser, command: str) -> None:
    """Query, filters, format and output."""
    add_filters(parser)
    kind = _PANES[command][1]
    add_output_flags(parser, formats_of(kind), "text")
    if kind == "records":
        parser.add(Argument("--codes", action="store_true", help="CAMEO and PLOVER codes as columns of CSV and TSV"))


def run(arguments: Arguments) -> int:
    """Write the view; an empty one is no failure."""
    from tiestui.views.archived import listing_of

    pane, kind = _PANES[arguments.command]
    form = find_format(arguments.format, kind)
    view = view_of(arguments, pane)
    with reading(arguments) as archive:
        listing = listing_of(archive, view, kind, say=say)._replace(with_codes=getattr(arguments, "codes", False))
        write_out(arguments, form.write(listing, page_style(arguments)))
        listed = view.of_steps() if kind == "ladder" else view
        tell_of_undated(archive, listed)
        if kind in ("records", "ladder"):
            _tell_of_unranked(archive, listed)
    return DONE


def tell_of_undated(archive: Archive, view: View) -> None:
    """How many records a date left out because they have none."""
    if many := archive.count_undated_left_out(view):
        say(f"{many} undated record{'' if many == 1 else 's'} left out, as a date was asked for")


def _tell_of_unranked(archive: Archive, view: View) -> None:
    """How many records the order left out."""
    if view.sort == "relevance":
        from tiestui.archive.relevance import WINDOW

        hits = archive.count(view.with_limit(None))
        if hits > WINDOW:
            say(f"ranked by relevance are the {WINDOW:,} newest of {hits:,} records; narrow the query to rank all")
