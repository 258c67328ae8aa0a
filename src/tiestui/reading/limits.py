"""What a reader may take at most, so that no document can exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass, replace

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of every reader; what passes one is refused with a message that names it.

    size: bytes of one file, and of one member of a container after unpacking.
    text: code points of one stored text.
    members: documents in one container; unpacked: bytes that one container may unpack to, all in all.
    nesting: how deep containers may lie in one another, and elements in a tree.
    pages: pages of one PDF. seconds: processor time that one document may take. memory: bytes that a reader in
    a process of its own may take.
    """

    size: int = 64 * MEGABYTE
    text: int = 16 * MEGABYTE
    members: int = 10_000
    unpacked: int = 512 * MEGABYTE
    nesting: int = 3
    pages: int = 5_000
    seconds: float = 60.0
    memory: int = 1_500 * MEGABYTE

    @classmethod
    def of(cls, *, megabytes: float | None, seconds: float | None) -> Limits:
        """The limits with another size of a file, or another processor time; the text may grow with the file."""
        usual = cls()
        size = usual.size if megabytes is None else int(megabytes * MEGABYTE)
        return replace(
            usual,
            size=size,
            text=max(usual.text, size // 4) if size > usual.size else min(usual.text, size),
            unpacked=max(usual.unpacked, size),
            seconds=usual.seconds if seconds is None else seconds,
        )


DEFAULT_LIMITS = Limits()


def in_words(size: int) -> str:
    """A number of bytes for people: "64 MB", "1.5 MB", "900 kB", "12 bytes"."""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f}".removesuffix(".0") + " MB"
    return f"{size // 1000} kB" if size >= 1000 else f"{size} bytes"
