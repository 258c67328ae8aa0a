"""Several who speak as one: the signatories of a joint document, two offices or names joined."""

from __future__ import annotations

import re
from itertools import pairwise

from tiestui.extraction.officeholders import Officeholders
from tiestui.extraction.people import People
from tiestui.extraction.statements.communique import OURSELVES
from tiestui.extraction.statements.heads import Heads
from tiestui.extraction.statements.pairs import Pairs
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import ROLE
from tiestui.model import Speaker

_OPENING_SENTENCES = 6
_SENTENCES_OF_A_HEAD = 2
_SPACE = re.compile(r"\s+")


class Groups:
    """The groups of a document's speakers."""

    def __init__(self, text: str, tokens: Tokens, people: People, descriptions: Officeholders, pairs: Pairs) -> None:
        self._text = text
        self._tokens = tokens
        self._people = people
        self._descriptions = descriptions
        self._heads = Heads(tokens, people)
        self._pairs = pairs

    def of(self, persons: list[int]) -> Speaker:
        """Several persons who speak as one; their country when it is the same."""
        speakers = [self._descriptions.speaker(person) for person in persons]
        names = [speaker.name for speaker in speakers]
        countries = {speaker.country for speaker in speakers}
        joined = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 2 else " and ".join(names)
        return Speaker(joined, country=countries.pop() if len(countries) == 1 else None, kind="group")

    def both_sides(self, token: int) -> Speaker | None:
        """Both sides of a joint document at a token: the persons who sign it, else its two countries."""
        return self.ourselves() or self._pairs.sides(token)

    def ourselves(self) -> Speaker | None:
        """Who "we" are in a joint statement: "We, the ministers of …", persons or countries named together."""
        tokens = self._tokens
        opening = tokens.firsts[: _OPENING_SENTENCES + 1]
        spans = list(pairwise(opening))
        ourselves = OURSELVES.search(self._text, tokens.starts[0], tokens.ends[opening[-1] - 1])
        if ourselves is not None:
            spans = [(tokens.at(ourselves.start(1)), tokens.at(ourselves.end(1)))]
        for first, last in spans:
            numbers = range(self._people.before(first), self._people.before(last))
            titled = [self._people.mentions[n] for n in numbers]
            persons = list(dict.fromkeys(m.person for m in titled if m.first < m.name or ourselves is not None))
            if len(persons) > 1:
                return self.of(persons)
        if ourselves is not None:
            return Speaker(_SPACE.sub(" ", ourselves.group(1)), kind="group")
        named = (self._pairs.named_together(first, last) for first, last in spans[:_SENTENCES_OF_A_HEAD])
        return next(filter(None, named), None)

    def offices(self, first: int, last: int) -> list[int] | None:
        """The two persons whom two offices mean: "the King and (the) Premier"."""
        tokens = self._tokens
        return self.members(first, last) if tokens.flags[last - 1] & ROLE and not tokens.flags[first] & ROLE else None

    def members(self, first: int, last: int) -> list[int] | None:
        """The two persons of "X and Y", each by a name or an office: "President Lee and the Prime Minister"."""
        tokens = self._tokens
        for at in range(first + 1, last - 1):
            if tokens.lowers[at] == "and" and tokens.words[at - 1] != ",":
                one, other = self._member(first, at), self._member(at + 1, last)
                return [one, other] if one is not None and other is not None and one != other else None
        return None

    def in_two_offices(self, first: int, last: int) -> int | None:
        """The one person who bears both offices of a phrase: "the deputy premier and foreign minister"."""
        tokens = self._tokens
        at = next((t for t in range(first + 1, last - 1) if tokens.lowers[t] == "and"), None)
        if at is None or not tokens.flags[at - 1] & ROLE or not tokens.flags[last - 1] & ROLE:
            return None
        one, other = self._member(first, at), self._member(at + 1, last)
        return one if one == other else None

    def _member(self, first: int, last: int) -> int | None:
        """The one person that a name or an office means."""
        persons = self._heads.among(first, last)
        if persons:
            return persons[0] if len(persons) == 1 else None
        return self._descriptions.by_role(first, last, None) if last > first else None
