"""Decisions of the reader, as the browser makes them: a thin hook to the archive's decisions."""

from __future__ import annotations

from pathlib import Path

from tiestui.errors import TiestuiError


class Review:
    """Makes decisions on an archive; each method tells in a line what was done, or raises `TiestuiError`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def accept(self, record_id: str) -> str:
        """Accept a record."""
        return self._not_yet()

    def reject(self, record_id: str) -> str:
        """Reject a record."""
        return self._not_yet()

    def star(self, record_id: str) -> str:
        """Star a record, or take the star away."""
        return self._not_yet()

    def note(self, record_id: str, text: str) -> str:
        """Write a note to a record."""
        return self._not_yet()

    def edit(self, record_id: str, field: str, value: str) -> str:
        """Change a field of a record."""
        return self._not_yet()

    def undo(self) -> str:
        """Take back the last decision."""
        return self._not_yet()

    def _not_yet(self) -> str:
        raise TiestuiError("this archive keeps no decisions yet")
