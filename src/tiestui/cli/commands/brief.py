"""`tiestui brief [QUERY...]`: a briefing in Markdown or HTML."""

from __future__ import annotations

from tiestui.cli.archives import reading
from tiestui.cli.commands.lists import tell_of_undated
from tiestui.cli.filters import add_filters, view_of
from tiestui.cli.output import add_output_flags, write_out
from tiestui.cli.parser import Arguments, CommandParser
from tiestui.errors import DONE, UsageError, quoted

_FORMATS = ("markdown", "html")


def configure(parser: CommandParser, command: str) -> None:
    """Query, filters, format and output."""
    add_filters(parser)
    add_output_flags(parser, _FORMATS, "markdown")


def run(arguments: Arguments) -> int:
    """Write the briefing on the view's records."""
    if arguments.format not in _FORMATS:
        raise UsageError(f"{quoted(arguments.format)} is no format of a briefing; there are {', '.join(_FORMATS)}")
    view = view_of(arguments, "timeline")
    from tiestui.views.briefing.content import gather

    with reading(arguments) as archive:
        briefing = gather(archive, view)
        tell_of_undated(archive, view)
    if arguments.format == "html":
        from tiestui.views.briefing.html import write
    else:
        from tiestui.views.briefing.markdown import write
    write_out(arguments, write(briefing))
    return DONE
