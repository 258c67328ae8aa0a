"""Names of speakers made comparable: when two names are one person, and what is asked before they may be.

A family name alone proves nothing: two different full names stay apart, and a short name joins a full one only where no
other full name could be meant (`tiestui.chronology.speakers` sees to that; `may_be_same` only says what is possible).
"""

from __future__ import annotations

import re
from functools import lru_cache

from tiestui.chronology.words import folded, listed
from tiestui.countries import country_code
from tiestui.model.records import Speaker

_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name, folded, without titles: "President Xi Jinping" is xi, jinping."""
    parts = tuple(_PART.findall(folded(name)))
    bare = tuple(part for part in parts if part not in listed("titles"))
    return bare or parts


@lru_cache(maxsize=65536)
def family_name(name: str) -> str:
    """The family name by which a person is spoken of: the first part for names of East Asia, else the last."""
    parts = name_parts(name)
    if not parts:
        return folded(name)
    return parts[0] if parts[0] in listed("family_first") else parts[-1]


@lru_cache(maxsize=65536)
def body_parts(name: str, country: str | None) -> frozenset[str]:
    """The words of a body's name without its country: "Chinese Foreign Ministry" is foreign, ministry."""
    parts = frozenset(_PART.findall(folded(name.replace("'s", "").replace("’s", "")))) - listed("small")
    if country is None:
        return parts
    return frozenset(part for part in parts if country_code(part) != country) or parts


def family_key(speaker: Speaker | None) -> str:
    """What two records of one speaker surely share: only speakers with the same key are ever compared."""
    if speaker is None:
        return "?"
    if speaker.kind == "person":
        return family_name(speaker.name)
    return f"{speaker.kind}:{' '.join(sorted(body_parts(speaker.name, speaker.country)))}"


def may_be_same(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two names can be one speaker: one name's parts are all in the other, and the countries do not differ."""
    if one is None or other is None:
        return one is other
    if one.kind != other.kind or (one.country and other.country and one.country != other.country):
        return False
    if one.kind != "person":
        return body_parts(one.name, one.country) == body_parts(other.name, other.country)
    return one.name == other.name or _may_name_one(one.name, other.name)


@lru_cache(maxsize=65536)
def _may_name_one(one: str, other: str) -> bool:
    return _nested(name_parts(one), name_parts(other))


def _nested(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter name is the longer one with middle names cut or left out, or the family name alone."""
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    if sorted(short) == sorted(long):
        return True
    rest = list(long)
    for part in short:
        place = next((i for i, whole in enumerate(rest) if part == whole or _initial(part, whole)), None)
        if place is None:
            return False
        rest = rest[place + 1 :]
    return True


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def fullness(speaker: Speaker) -> tuple[int, int, int, str]:
    """Order of names from the barest to the fullest."""
    told = (speaker.role is not None) + (speaker.affiliation is not None) + (speaker.country is not None)
    return (len(name_parts(speaker.name)), len(speaker.name), told, speaker.name)
