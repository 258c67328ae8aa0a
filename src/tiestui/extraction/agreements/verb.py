"""A verb of commitment in its sentence, and what the readers of such verbs share (`following`, `announcing`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiestui.extraction.clauses import LONGEST_CLAUSE
from tiestui.extraction.genre import Genre
from tiestui.extraction.subjects import Subject
from tiestui.model.records import Status
from tiestui.patterns import lazily

Reading = tuple[Status, str, int]
"""Status, rule, and where the committed thing begins."""

ADVERB = (
    r"(?:\s+(?:also|further|jointly|today|formally|officially|mutually|in\s+principle|unanimously|again"
    r"|therefore|fully|firmly|together|on\s+\w+day|(?:on|in)\s+(?:[A-Z]\w+\s+)?\d[\w,]*(?:\s+"
    r"[A-Z]\w+)?(?:,?\s+\d{4})?,?|\w+day|yesterday|at\s+the\s+\w+|\w+ly))*"
)
"""What may stand between a verb of commitment and what follows it."""
SUM = r"(?:(?:US|A|NZ|C|HK|S|AU|CA)?[$€£¥]\s?\d|(?-i:[A-Z]{3})\s?\d[\d.,]*|\d[\d.,]*\s*(?:million|billion|trillion))"
"""A sum of money."""
AMOUNT = (
    rf"(?:(?:up\s+to|more\s+than|over|about|some|an?\s+(?:additional|further|initial|extra)|additional|another|nearly"
    rf"|almost|around|a\s+total\s+of|at\s+least)\s+)*(?:{SUM}|\d[\d.,]*\s*(?:percent|per\s+cent|doses|tons|tonnes))"
)
"""A sum, a share or a mass, with the words that make it less exact."""
THAT = lazily(rf"{ADVERB}\s+that\b(?P<what>[^;]{{0,220}})", re.IGNORECASE)
"""A clause behind the verb."""
# "Would be good", "would help": a judgement of something, not a deed that is agreed.
_JUDGING = (
    r"(?:have|help|bring|benefit|enable|remain|depend|mean|serve|constitute|represent|need|require|cause|lead"
    r"|be(?!\s+(?:\w+ly\s+)?(?:\w+(?:ed|en|ing)|held|set|made|built|sent|given|drawn|brought|put|cut|sold|paid)\b))"
)
DEED = rf"(?:\w+ly\s+|also\s+)?(?!{_JUDGING}\b)[a-z]+"
"""What behind "would" tells a deed."""
SHALL = lazily(
    rf"\b(?:would\s+{DEED}|shall|should|will|must|is\s+to|are\s+to|to\s+be)\b",
    re.IGNORECASE,
)
"""What in a clause says that something shall be done."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of commitment in a sentence of the masked text.

    start, end: the sentence. at: where the words after the verb begin. together_before: whether the sentence before had
    the parties acting together, so that "they" are the parties.
    """

    masked: str
    start: int
    end: int
    at: int
    word: str
    subject: Subject
    genre: Genre
    together_before: bool

    @property
    def together(self) -> bool:
        """Whether the parties act together."""
        they = self.subject.kind == "they" and (self.together_before or self.genre == "communiqué")
        return self.subject.kind == "together" or they

    @property
    def acting(self) -> bool:
        """Whether a party, or a body of one, is the subject."""
        return self.together or self.subject.kind in ("side", "body")

    @property
    def someone(self) -> bool:
        """Whether anybody is the subject, a single person too."""
        return self.acting or self.subject.kind in ("person", "they")

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern right behind the verb."""
        return pattern.match(self.masked, self.at, self.end)

    def around(self, pattern: re.Pattern[str]) -> bool:
        """Whether the sentence holds the pattern, looked for a clause's length around the verb."""
        low, high = max(self.start, self.at - LONGEST_CLAUSE), min(self.end, self.at + LONGEST_CLAUSE)
        return pattern.search(self.masked, low, high) is not None

    def before(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern stands between the sentence's start and the verb, at most a clause's length away."""
        return pattern.search(self.masked, max(self.start, self.at - LONGEST_CLAUSE), self.at) is not None

    @property
    def thing(self) -> int:
        """Where the next word begins."""
        at = self.at
        while at < self.end and self.masked[at].isspace():
            at += 1
        return at
