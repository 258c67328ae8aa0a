"""Hidden words in the full-text index, so that filters are part of the search and not a check after it.

Each is one character of the private planes, which no typed query can hold. One character long, it makes no entries in
the prefix indexes. Values of closed lists have fixed characters; those of open lists (pairs, speakers, sources, ...)
have the character of their number in the archive's table `value`. Stored in archives: lists may grow at their end only.
"""

from __future__ import annotations

from tiestui.query.fields import CLOSED

_STARTS = {
    "kind": 0xE010,
    "review": 0xE020,
    "modality": 0xE030,
    "mode": 0xE040,
    "action": 0xE050,
    "status": 0xE070,
    "instrument": 0xE090,
    "event": 0xE0B0,
    "topic": 0xE100,
}
FLAGS = ("starred", "noted", "corroborated", "conflicting", "undated")
_FLAG_START = 0xE0D0
_LASTING_START = 0xE0E0
_OPEN_START = 0xF0000
_PLANE = 0xFFFE

CODES: dict[str, dict[str, int]] = {
    field: {word: number for number, word in enumerate(CLOSED[field], 1)} for field in _STARTS
}
"""The number of each word of each closed list, as the narrow table has it."""

# What nearly every record has takes no token: it is what the others leave.
_COMMON = {("review", "unreviewed"), ("modality", "actual")}


def closed_token(field: str, word: str) -> str | None:
    """The token of a closed list's word; None for the common value, which has none."""
    if (field, word) in _COMMON:
        return None
    return chr(_STARTS[field] + CODES[field][word])


def other_tokens(field: str, word: str) -> list[str]:
    """The tokens of all other words of the list."""
    return [token for other in CODES[field] if other != word and (token := closed_token(field, other))]


def flag_token(flag: str) -> str:
    """The token of a flag, such as "starred"."""
    return chr(_FLAG_START + FLAGS.index(flag))


def lasting_token(number: int) -> str:
    """The token of a class of lasting records (1 and up)."""
    return chr(_LASTING_START + number)


def open_token(number: int) -> str:
    """The token of the value with that number (1 and up) in the table `value`."""
    plane, place = divmod(number - 1, _PLANE)
    if plane < 2:
        return chr(_OPEN_START + (plane << 16) + place)
    return chr(_OPEN_START + ((plane - 2) % _PLANE)) + chr(0x100000 + place)


KIND_TOKENS = tuple(chr(_STARTS["kind"] + number) for number in CODES["kind"].values())
