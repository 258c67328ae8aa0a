"""A happening as a rule found it in a sentence, before it has parties and a date."""

from __future__ import annotations

from dataclasses import dataclass

from tiestui.model.records import EventKind


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening told between code points `start` and `end`, its verb or noun at `verb`.

    form: the verb's form as `clauses.standing` takes it. need: what makes it a record: "nothing"; "date" when it
    must have a date of its own; "names or date" when a bare mention ("after the talks") only points back.
    named: whether the text says who meets whom or who goes where.
    """

    start: int
    end: int
    verb: int
    form: str
    kind: EventKind
    need: str
    named: bool
    rule: str
    words: tuple[str, ...]
