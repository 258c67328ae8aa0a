"""A happening as a rule found it in a sentence, before it has parties and a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tiestui.extraction.wordforms import squeezed
from tiestui.model.records import EventKind

Need = Literal["nothing", "telling", "names or date", "date", "near date"]
"""What makes a happening a record.

"nothing": it counts as it stands, unless a noun only points back to one told before. "telling": it counts always.
"names or date": a bare mention ("after the talks") counts only once. "date": it must be dated. "near date": the date
must stand close by ("the war of 1911").
"""


SENT_AWAY = "diplomats sent away"
"""The rule of a happening whose day does not stand behind it."""
RANKING: dict[EventKind, int] = {"trade": 0, "visit": 1, "meeting": 1, "ceremony": 1, "other": 2}
"""Of two readings of one passage the lower one stays."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule's happenings are: kind, need, whether they are named, and the rule's name."""

    kind: EventKind
    need: Need
    named: bool
    name: str

    def of(self, match: re.Match[str], group: str, form: str, *words: str) -> Happening:
        """The happening of a match whose verb or noun is `group`; `words` are what it goes by, else that group."""
        span = (match.start(), match.end(), match.start(group))
        said = words or (squeezed(match[group]),)
        return Happening(*span, form, self.kind, self.need, self.named, self.name, said)


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening told between code points `start` and `end`, its verb or noun at `verb`.

    form: the verb's form as `clauses.standing` takes it. named: whether the text says who meets whom or goes where.
    """

    start: int
    end: int
    verb: int
    form: str
    kind: EventKind
    need: Need
    named: bool
    rule: str
    words: tuple[str, ...]

    @property
    def must_be_dated(self) -> bool:
        """Whether it is no record without a date of its own."""
        return self.need in ("date", "near date") and self.kind == "other"
