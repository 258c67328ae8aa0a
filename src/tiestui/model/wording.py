"""How a record is put into words wherever they stand side by side."""

from __future__ import annotations


def beside(act: str, title: str) -> str:
    """The title of an upgrade where its act stands before it: "diplomatic relations" and not "... established"."""
    return title.removesuffix(f" {act}")
