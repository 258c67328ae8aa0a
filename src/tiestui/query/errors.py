"""The one error of the query language: what cannot be read, where, and what to write instead."""

from __future__ import annotations

from tiestui.errors import UsageError

_AROUND = 30


class QueryError(UsageError):
    """A query that cannot be read.

    query: the text as typed; position: the code point in it where reading stopped (0 is the first).
    reason: what is wrong, without the place. The message is one line that shows the place with an arrow.
    """

    def __init__(self, query: str, position: int, reason: str) -> None:
        self.query = query
        self.position = max(0, min(position, len(query)))
        self.reason = reason
        super().__init__(f"the query cannot be read at character {self.position + 1}: {reason}: {self._place()}")

    def _place(self) -> str:
        before = self.query[max(0, self.position - _AROUND) : self.position]
        after = self.query[self.position : self.position + _AROUND]
        head = "…" if self.position > _AROUND else ""
        tail = "…" if len(self.query) > self.position + _AROUND else ""
        return f"{head}{_printable(before).rstrip()} --> {_printable(after).lstrip()}{tail}".strip()


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{SYMBOL FOR SUBSTITUTE FORM TWO}" for c in text)
