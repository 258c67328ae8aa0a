"""The one way of document text to a terminal (see `tiestui.model.safe`, where the archive can use it too)."""

from tiestui.model.safe import cell, is_plain, line, uncell, visible

__all__ = ["cell", "is_plain", "line", "uncell", "visible"]
