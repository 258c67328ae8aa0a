"""A statement on its way: what was said, by whose voice, by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from tiestui.model import Speaker
from tiestui.model.records import Mode


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the speaker as known by the document (None: unknown) and the mention's code points (or None).

    person: the index of the person in the document's people, or None for others.
    """

    speaker: Speaker | None
    start: int | None = None
    end: int | None = None
    person: int | None = None


NOBODY = Voice(None)


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it is a record: code points of what was said and of its evidence, voice, cue, rule."""

    start: int
    end: int
    evidence_start: int
    evidence_end: int
    mode: Mode
    voice: Voice
    cue: str | None
    rule: str
    words: tuple[str, ...] = ()
    via: str | None = None
