"""The stored text of a format that has no plain text of its own, built paragraph by paragraph."""

from __future__ import annotations

import re

from tiestui.errors import InputError
from tiestui.model.documents import Block, BlockRole

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_UNFIT = re.compile("[\0\x01-\x08\x0b\x0c\x0e-\x1f]")


def one_line(words: str) -> str:
    """`words` with every run of white space as one space (no-break spaces stay) and without control characters."""
    return _SPACE.sub(" ", _UNFIT.sub("", words)).strip()


class Sheet:
    """Paragraphs with an empty line between them, and the roles that the format tells.

    `limit` is the most code points that the text may have; passing it raises `InputError`.
    """

    def __init__(self, limit: int) -> None:
        self._parts: list[str] = []
        self._marked: list[Block] = []
        self._length = 0
        self._limit = limit

    def add(self, words: str, role: BlockRole | None = None) -> None:
        """Adds a paragraph, if there is anything in it; `role` None leaves its role to the layout."""
        line = one_line(words)
        if not line:
            return
        start = self._length + (2 if self._parts else 0)
        self._length = start + len(line)
        if self._length > self._limit:
            raise InputError(f"its text has more than {self._limit} characters; cut it into parts")
        self._parts.append(line)
        if role is not None:
            self._marked.append(Block(start, self._length, role))

    @property
    def text(self) -> str:
        """The stored text so far, with a newline at its end."""
        return "\n\n".join(self._parts) + "\n" if self._parts else ""

    @property
    def marked(self) -> tuple[Block, ...]:
        """The runs whose role the format tells."""
        return tuple(self._marked)
