"""An agreement as a rule found it, before it has parties, a date and a title."""

from __future__ import annotations

from dataclasses import dataclass

from tiestui.model.records import Instrument, Status

LISTED = "instrument in a list"
PARTICIPLE = "instrument by participle"
PASSIVE = "instrument in the passive"
AGAIN = "instrument again"
BRACKETED = "instrument with its year"
LED = "commitment in a list of deeds"
QUOTED = "commitment in a quotation"


@dataclass(frozen=True, slots=True)
class Found:
    """An act of agreeing told between code points `start` and `end`, its verb at `verb`.

    form: the verb's form as `clauses.standing` takes it. title: code points of the words that name it.
    background: whether it is only mentioned ("the pact signed in 1990"), so that an undated one is no record.
    alone: whether a single person commits himself.
    """

    start: int
    end: int
    verb: int
    form: str
    instrument: Instrument
    status: Status
    title: tuple[int, int]
    rule: str
    words: tuple[str, ...]
    background: bool = False
    alone: bool = False

    @property
    def is_commitment(self) -> bool:
        """Whether it is a commitment and no instrument."""
        return self.instrument == "commitment"
