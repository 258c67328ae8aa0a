"""What a statement is put together from: a cue, its content, a voice; and the draft that becomes a record."""

from __future__ import annotations

from typing import NamedTuple

from tiestui.extraction.nounphrases import Phrase
from tiestui.extraction.verbs import VerbForm
from tiestui.model import Speaker
from tiestui.model.records import Mode


class Cue(NamedTuple):
    """A reporting verb at work: the tokens `first` to `last` of its group, its form, its speaker's phrase.

    subject: None when the clause has none of its own. inverted: the speaker stands behind the verb.
    kind: finite, participle or shared (the speaker is the clause's before). carrier: who quotes the speaker.
    """

    first: int
    verb: int
    last: int
    form: VerbForm
    subject: Phrase | None
    inverted: bool
    kind: str
    carrier: Phrase | None = None


class Content(NamedTuple):
    """What was said: tokens `first` to `last` (exclusive); how it hangs on its cue; the phrase of whom it was told."""

    first: int
    last: int
    frame: str
    hearer: Phrase | None = None


class Voice(NamedTuple):
    """Who speaks: the speaker as known by the document (None: unknown) and the mention's code points (or None).

    person: the index of the person in the document's people, or None for others.
    """

    speaker: Speaker | None
    start: int | None = None
    end: int | None = None
    person: int | None = None


NOBODY = Voice(None)
"""The voice of nobody known."""


class Draft(NamedTuple):
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
