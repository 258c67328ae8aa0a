"""Which persons head a noun phrase: by name, in an apposition, behind an office with a complement."""

from __future__ import annotations

from tiestui.extraction.nounphrases import Phrase
from tiestui.extraction.offices import office_before
from tiestui.extraction.people import People
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import BODY, CAPITAL, DET, PREP, RELATIVE, ROLE, SIGN

_BEHIND_A_NAME = frozenset(("and", ",", "himself", "herself", "jr", "jr.", "&", "or", "("))


class Heads:
    """The persons of a document as heads of phrases."""

    def __init__(self, tokens: Tokens, people: People) -> None:
        self._tokens = tokens
        self._people = people

    def among(self, first: int, last: int) -> list[int]:
        """The persons who head the tokens: named, not owners or modifiers, with nothing nominal behind."""
        found: list[int] = []
        at = first
        while at < last:
            number = self._people.at_token.get(at)
            if number is None:
                at += 1
                continue
            mention = self._people.mentions[number]
            at = mention.last
            if mention.owner or mention.modifier:
                continue
            if at < last and self._tokens.lowers[at] not in _BEHIND_A_NAME:
                continue
            if mention.person not in found:
                found.append(mention.person)
        return found

    def in_office(self, phrase: Phrase) -> list[int]:
        """The person behind an office with a complement: "Speaker of the Parliament Ann Lee"."""
        number = self._people.at_token.get(phrase.last - 1)
        if number is None or self._people.mentions[number].owner:
            return []
        mention = self._people.mentions[number]
        office = office_before(self._tokens, mention.name, phrase.first)
        led = range(phrase.first, office.start if office else mention.name - 1)
        if office and all(self._tokens.flags[t] & DET for t in led):
            return [mention.person]
        return [mention.person] if led.stop > led.start + 1 and self._is_of_body(led) else []

    def _is_of_body(self, led: range) -> bool:
        """Whether an office of a body leads to another of one person: "Spokesman of the Trade Ministry Colonel Ek"."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        of = next((t for t in led if lowers[t] == "of"), led.start)
        office = of > led.start and flags[of - 1] & ROLE
        return bool(office and flags[led.stop - 1] & BODY and flags[led.stop - 1] & CAPITAL)

    def in_apposition(self, phrase: Phrase) -> list[int]:
        """The person in an apposition: "one deputy, the Green member Ann Lee, said"."""
        tokens = self._tokens
        at = phrase.last
        if phrase.end <= at + 1 or tokens.words[at] != ",":
            return []
        for token in range(at + 1, min(at + 8, phrase.end)):
            number = self._people.at_token.get(token)
            if number is not None:
                mention = self._people.mentions[number]
                behind = mention.last
                if mention.owner or mention.modifier:
                    return []
                if behind + 1 < phrase.end and tokens.lowers[behind] == "and":
                    return self.among(mention.first, phrase.end)
                follows = tokens.words[behind] if behind < min(phrase.end, len(tokens.words)) else ","
                return [mention.person] if follows in ",." else []
            if tokens.flags[token] & (PREP | SIGN | RELATIVE) and not tokens.flags[token] & DET:
                return []
        return []
