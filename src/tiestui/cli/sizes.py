"""Sizes of files as people read them."""

from __future__ import annotations


def size_text(size: int) -> str:
    """Such as "348 kB" or "1.2 GB", by thousands."""
    value = float(size)
    for unit in ("bytes", "kB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            break
        value /= 1000
    return f"{value:.0f} {unit}" if value >= 10 or unit == "bytes" else f"{value:.1f} {unit}"
