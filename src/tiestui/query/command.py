"""A View as the command that prints the same rows, quoted for a shell."""

from __future__ import annotations

from collections.abc import Sequence

from tiestui.query.ast import Or
from tiestui.query.formatting import format_query
from tiestui.query.parser import parse_query
from tiestui.query.view import FLAGS, View


def command_line(view: View, *, archive: str | None = None, command: str | None = None) -> str:
    """The command of `view`, such as `tiestui quotes friendship --pair BLR-CHN`; raises `UsageError` as the view does.

    archive: the file to name, None for the default one. command: instead of the pane's own, such as "brief".
    """
    import shlex

    return shlex.join(("tiestui", *arguments(view, archive=archive, command=command)))


def arguments(view: View, *, archive: str | None = None, command: str | None = None) -> Sequence[str]:
    """The words of that command after the program's name."""
    words = [command or view.pane]
    if archive is not None:
        words += _flag("archive", archive)
    for one in view.filters:
        if one.field in FLAGS and not one.negated:
            for value in one.values:
                words += _flag(one.field, value)
    if view.sort != "oldest":
        words += ["--sort", view.sort]
    if view.limit is not None:
        words += ["--limit", str(view.limit)]
    query = query_text(view)
    if query.startswith("-"):
        words.append("--")
    return [*words, query] if query else words


def query_text(view: View) -> str:
    """The query together with those filters that have no flag of their own."""
    typed = " ".join(view.query.split())
    parts = [
        expression
        for one in view.filters
        if one.values and (one.negated or one.field not in FLAGS) and (expression := one.expression()) is not None
    ]
    if not parts:
        return typed
    asked = parse_query(view.query)
    if asked is None:
        typed = ""
    elif isinstance(asked, Or):
        typed = f"({typed})"
    more = " ".join(f"({format_query(part)})" if isinstance(part, Or) else format_query(part) for part in parts)
    return f"{typed} {more}".strip()


def _flag(name: str, value: str) -> list[str]:
    return [f"--{name}={value}"] if value.startswith(("-", "=")) else [f"--{name}", value]
