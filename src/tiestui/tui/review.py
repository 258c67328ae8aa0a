"""Decisions of the reader, as the browser makes them: a thin hook to the archive's decisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiestui.archive import Archive


class Review:
    """Makes decisions on an archive; each method tells in a line what was done, or raises `TiestuiError`.

    The archive is opened for writing for each decision only, so that other programs can write between two of them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def accept(self, record_id: str) -> str:
        """Accept a record."""
        with self._writing() as archive:
            return archive.decide("accept", [record_id])

    def reject(self, record_id: str) -> str:
        """Reject a record."""
        with self._writing() as archive:
            return archive.decide("reject", [record_id])

    def star(self, record_id: str) -> str:
        """Star a record, or take the star away."""
        with self._writing() as archive:
            return archive.decide("unstar" if archive.record(record_id).starred else "star", [record_id])

    def note(self, record_id: str, text: str) -> str:
        """Write a note to a record; an empty text takes it away."""
        with self._writing() as archive:
            return archive.decide("note", [record_id], {"note": text})

    def edit(self, record_id: str, field: str, value: str) -> str:
        """Change a field of a record."""
        with self._writing() as archive:
            return archive.decide("edit", [record_id], {field: value or None})

    def merge(self, record_ids: list[str]) -> str:
        """Make several records one; the first leads."""
        with self._writing() as archive:
            return archive.decide("merge", record_ids)

    def split(self, record_id: str, source: str = "") -> str:
        """Take what one source says out of a merged record; without one, part it into its mentions."""
        with self._writing() as archive:
            return archive.decide("split", [record_id, source] if source else [record_id])

    def same_speaker(self, names: list[str]) -> str:
        """Join the names of one speaker; the first is shown."""
        with self._writing() as archive:
            return archive.decide("same-speaker", names)

    def other_speaker(self, names: list[str]) -> str:
        """Keep names apart that are different speakers."""
        with self._writing() as archive:
            return archive.decide("other-speaker", names)

    def undo(self) -> str:
        """Take back the last decision."""
        with self._writing() as archive:
            return archive.undo()

    def _writing(self) -> Archive:
        from tiestui.archive import open_archive

        return open_archive(self.path, "write")
