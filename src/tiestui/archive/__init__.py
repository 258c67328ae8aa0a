"""The archive: sources, records and the full-text index in one SQLite file."""

from tiestui.archive.keys import day_of, key_from, year_of
from tiestui.archive.opening import Interrupted
from tiestui.archive.rows import Row
from tiestui.archive.store import Archive, open_archive

__all__ = ["Archive", "Interrupted", "Row", "day_of", "key_from", "open_archive", "year_of"]
