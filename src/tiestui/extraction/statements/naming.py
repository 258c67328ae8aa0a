"""How a speaker is called who is no person found by name: the words of the phrase, its country, its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiestui.countries import country_name
from tiestui.extraction.nounphrases import Phrase, phrase_starting_at
from tiestui.extraction.offices import honorifics
from tiestui.extraction.people import People
from tiestui.extraction.statements.occasions import is_occasion
from tiestui.extraction.statements.wellformed import speaker_tokens
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import BODY, CAPITAL, DET, DOCUMENT, GROUP, POSSESSIVE, ROLE, TITLE
from tiestui.model.records import SpeakerKind

_LEADING = frozenset(("the", "a", "an", "but", "and", "that", "some", "one"))
_LIST_MARK = re.compile(r"\(?\d+[.)]$")
_SPACE = re.compile(r"\s+")
_MOST_INITIALS = 4
_ORDINALS = frozenset(("first", "second", "third", "one", "other"))
_GUARDS = (["coast", "guard"], ["national", "guard"], ["border", "guard"], ["revolutionary", "guard"])
_LONGEST_CALLED = 20


@dataclass(frozen=True, slots=True)
class Naming:
    """Names, countries and kinds of the noun phrases of a document."""

    _text: str
    _tokens: Tokens
    _people: People

    def name(self, phrase: Phrase, chunk: int) -> str | None:
        """The name of a speaker: a country's usual name for its initials, else the phrase's own words; None for nobody.

        chunk: where the phrase's head part ends.
        """
        return self._country_name(phrase) or self._own_name(phrase, chunk)

    def _country_name(self, phrase: Phrase) -> str | None:
        """The usual name of a country that its initials mean ("UK"); None for other phrases."""
        tokens = self._tokens
        first = phrase.first + (tokens.lowers[phrase.first] == "the")
        country = self._people.country_at.get(first)
        if country is None or first + 1 != phrase.last or country.kind != "name":
            return None
        letters = tokens.words[first].replace(".", "")
        return country_name(country.code) if letters.isupper() and len(letters) <= _MOST_INITIALS else None

    def _own_name(self, phrase: Phrase, chunk: int) -> str | None:
        """The words of a phrase that may name a speaker, without article, list mark and occasion."""
        tokens = self._tokens
        first = phrase.first
        while first < chunk - 1 and (tokens.lowers[first] in _LEADING or _LIST_MARK.match(tokens.words[first])):
            first += 1
        last = self._before_occasion(first, phrase.last)
        if first + 1 == min(chunk, last) and first in self._people.country_at:
            return tokens.words[first]  # "Beijing on Monday said" opens with no participle
        named = speaker_tokens(tokens, first, min(chunk, last), last)
        if named is None:
            return None
        return _SPACE.sub(" ", self._text[tokens.starts[named.start] : tokens.ends[named.stop - 1]])

    def _before_occasion(self, first: int, last: int) -> int:
        """Where a name ends before the occasion of its words ("the Foreign Office in a press statement")."""
        tokens = self._tokens
        for at in range(first + 1, last - 1):
            if tokens.lowers[at] in ("in", "at", "on", "during") and is_occasion(tokens, at + 1, last):
                return at
        return last

    def country(self, phrase: Phrase) -> str | None:
        """The code of the one country that a phrase names, or names before its noun ("Peru's embassy in Oslo")."""
        country_at = self._people.country_at
        places = [t for t in range(phrase.first, phrase.last) if t in country_at]
        codes = dict.fromkeys(country_at[t].code for t in places)
        if len(codes) > 1:
            nouns = (t for t in range(*phrase[:2]) if self._tokens.flags[t] & (BODY | ROLE | GROUP))
            noun = next((t for t in nouns if t not in country_at), phrase.first)
            codes = dict.fromkeys(country_at[t].code for t in places if t < noun)
        return next(iter(codes)) if len(codes) == 1 else None

    def kind(self, first: int, last: int, head: int) -> SpeakerKind:
        """What the phrase of tokens `first` to `last` with its head noun at `head` is."""
        flags = self._tokens.flags
        flag = flags[head]
        opener = flags[first] if not flags[first] & DET else flags[min(first + 1, head)]
        if opener & DOCUMENT and not flag & (BODY | ROLE | GROUP):
            return "document"
        if (joined := next((t for t in range(first, last) if self._tokens.lowers[t] == "and"), None)) is not None:
            return "person" if self._is_one_of_two_offices(first, joined, head) else "group"
        if head in self._people.country_at and flag & CAPITAL:
            return "body"
        if flag & (ROLE | TITLE) and not flag & GROUP:
            return "body" if self._tokens.lowers[head - 1 : head + 1] in _GUARDS else "person"
        named = flag & CAPITAL and not flag & BODY and not self._tokens.words[head].isupper()
        if named and any(flags[t] & ROLE for t in range(first, head)):
            return "person"
        lower = self._tokens.lowers[head]
        many = (lower.endswith(("s", "men")) and not lower.endswith("ss")) or lower in ("people", "police")
        if flag & GROUP and not flag & BODY:
            return "group"
        if flag & DOCUMENT and not flag & CAPITAL:
            return "document"
        if flag & (BODY | CAPITAL):
            return "body"
        if any(flags[t] & DOCUMENT for t in range(first, last)):
            return "document"
        return "group" if many else "person"

    def _is_one_of_two_offices(self, first: int, joined: int, head: int) -> bool:
        """Whether one person bears both offices of a phrase: "the foreign minister and deputy premier"."""
        flags = self._tokens.flags
        single = all(flags[t] & ROLE and not flags[t] & GROUP for t in (joined - 1, head))
        return single and self._tokens.lowers[first] != "both" and not flags[joined + 1] & (DET | POSSESSIVE)


def behind_honours(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The phrase without words of honour before an office: "His Excellency the Ambassador"."""
    lowers, first = tokens.lowers, phrase.first
    honoured = first + 3 < phrase.last and lowers[first + 1] in honorifics() and lowers[first + 2] == "the"
    return phrase._replace(first=first + 2) if honoured else phrase


def called(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """The name that an apposition gives to a bare ordinal: "The first, called the Harbour Treaty, stated"."""
    lowers, at = tokens.lowers, phrase.last
    if lowers[at - 1] not in _ORDINALS or at + 2 >= len(lowers):
        return None
    named = lowers[at] == "," and lowers[at + 1] in ("called", "named", "titled", "entitled")
    return phrase_starting_at(tokens, at + 2, min(at + _LONGEST_CALLED, len(lowers))) if named else None
