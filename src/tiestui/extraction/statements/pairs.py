"""Who "they", "the two ministers" and "both sides" are: two persons or two countries that the text named together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property

from tiestui.countries import country_name
from tiestui.extraction.officeholders import Officeholders
from tiestui.extraction.offices import KINDS_OF_OFFICE
from tiestui.extraction.people import People
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import SIGN
from tiestui.model import Speaker
from tiestui.model.records import Pair

_SIDES = frozenset(
    "sides countries nations states governments parties delegations neighbours neighbors peoples".split()
)
_OF_GOVERNMENT = frozenset("president premier chancellor king queen emperor emir sultan chairman minister".split())
_LEADERS = _OF_GOVERNMENT | {"secretary", "secretary-general"}
_OFFICES = {
    "leaders": _LEADERS,
    "heads": _LEADERS,
    "presidents": frozenset(("president",)),
    "premiers": frozenset(("premier", "minister")),
    "ministers": frozenset(("minister",)),
    "chancellors": frozenset(("chancellor",)),
    "secretaries": frozenset(("secretary",)),
    "ambassadors": frozenset(("ambassador",)),
    "diplomats": frozenset(("ambassador", "minister", "diplomat", "secretary", "envoy")),
    "officials": frozenset(),
    "politicians": frozenset(),
    "men": frozenset(),
    "women": frozenset(),
}
_TWO = frozenset(("two", "both"))
_ARTICLES = _TWO | {"the", "these", "our", "visiting"}
_PLAIN = (KINDS_OF_OFFICE - {"former", "first"}) | {"the", "these", "both", "two", "our", "trade", "visiting"}
_OF_A_STATE = frozenset("the republic kingdom federal federative state of".split())
_LONGEST_OFFICE = 14
_SENTENCES_BACK = 3
"""Sentences that are looked back over for two countries, and for two persons."""
_SENTENCES_OF_A_SCENE = 8


class Pairs:
    """The pairs of a document's persons and countries. pair: the countries that the document is about, if known."""

    def __init__(
        self, text: str, tokens: Tokens, people: People, descriptions: Officeholders, pair: Pair | None
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._people = people
        self._descriptions = descriptions
        self._given = pair

    def of(self, first: int, last: int) -> list[int] | Speaker | None:
        """Whom a phrase (tokens `first` to `last`) means that names two together: persons, else countries as one.

        Persons come in the order in which the document first names them, unless the phrase names their countries.
        """
        found = self._of(first, last)
        if not isinstance(found, list) or any(t in self._people.country_at for t in range(first, last)):
            return found
        return sorted(found, key=lambda person: self._people.persons[person].mentions[0])

    def _of(self, first: int, last: int) -> list[int] | Speaker | None:
        tokens = self._tokens
        head = tokens.lowers[last - 1]
        if head in ("two", "pair", "both") and last - first <= 2:
            return self._near(first)
        if head not in _OFFICES and head not in _SIDES:
            return None
        two = not _TWO.isdisjoint(tokens.lowers[first:last])
        if head in _OFFICES:
            return self._persons(first, last, head, two) or self._offices_of_both(first, last, head, two)
        plain = _PLAIN.issuperset(tokens.lowers[first : last - 1])
        if plain and (two or head in ("sides", "parties")):
            countries = self.sides(first)
            if countries is not None and head == "governments":
                return replace(countries, name=f"Governments of {countries.name}")
            return countries
        return None

    def _offices_of_both(self, first: int, last: int, head: str, two: bool) -> Speaker | None:
        """Bearers of an office whom a joint document does not name: "the Presidents" as those of both countries."""
        tokens = self._tokens
        plain = all(tokens.lowers[t] in _PLAIN for t in range(first, last - 1))
        if not plain or not _OFFICES[head] or not (two or tokens.words[last - 1][0].isupper()):
            return None
        kinds = [tokens.words[t] for t in range(first, last) if tokens.lowers[t] not in _ARTICLES]
        countries = self.sides(first)
        name = f"{' '.join(kinds)}{' of State' if head == 'heads' else ''}"
        return replace(countries, name=f"{name} of {countries.name}") if countries is not None else None

    def named_in(self, sentence: int, token: int | None = None) -> list[int]:
        """The persons whom a sentence names, each once; those before a token when one is given."""
        people = self._people
        low, high = self._tokens.bounds(sentence)
        numbers = range(people.before(low), people.before(high if token is None else min(token, high)))
        return list(dict.fromkeys(people.mentions[n].person for n in numbers))

    def one_of_two(self, first: int, last: int) -> int | None:
        """The person whom "the former" or "the latter" (tokens `first` to `last`) means; None for other phrases."""
        lowers = self._tokens.lowers
        if last - first != 2 or lowers[first] != "the" or lowers[first + 1] not in ("former", "latter"):
            return None
        persons = self._near(first)
        return persons[-1 if lowers[first + 1] == "latter" else 0] if persons is not None else None

    def named_together(self, first: int, last: int) -> Speaker | None:
        """The two countries that the tokens `first` to `last` join: "Norway and Peru affirm our friendship"."""
        tokens, country_at = self._tokens, self._people.country_at
        for at in range(first + 1, last - 1):
            if tokens.lowers[at] != "and" or at - 1 not in country_at:
                continue
            behind = at + 1
            while behind < last and behind not in country_at and tokens.lowers[behind] in _OF_A_STATE:
                behind += 1
            if behind in country_at and country_at[behind].code != country_at[at - 1].code:
                return self._joined([country_at[at - 1].code, country_at[behind].code])
        return None

    def _near(self, token: int) -> list[int] | None:
        """The two persons of the nearest sentence up to `token` that names two and no more."""
        sentence = self._tokens.sentence(token)
        for index in range(sentence, max(-1, sentence - _SENTENCES_OF_A_SCENE), -1):
            persons = [person for person in self.named_in(index, token) if self._is_known(person)]
            if len(persons) > 1:
                return persons if len(persons) == 2 else None
        return None

    def _persons(self, first: int, last: int, head: str, two: bool) -> list[int] | None:
        tokens, people = self._tokens, self._people
        codes = list(dict.fromkeys(people.country_at[t].code for t in range(first, last) if t in people.country_at))
        if len(codes) == 2:
            each = [self._bearers(first, last, head, code) for code in codes]
            return [bearers[0] for bearers in each] if all(len(bearers) == 1 for bearers in each) else None
        if codes or any(tokens.lowers[t] not in _PLAIN for t in range(first, last - 1)):
            return None
        bearers = self._bearers(first, last, head, None)
        for pair in (bearers, [person for person in bearers if person in self._descriptions.actors]):
            if len(pair) == 2 and not self._are_countrymen(pair):
                return pair
        return self._near(first) if two else self._explained(first, head) or self._only_two(first)

    def _only_two(self, before: int) -> list[int] | None:
        """The two bearers of offices whom the text has named so far, of two countries, when there are no more."""
        if self._tokens.lowers[before] != "the":
            return None
        named = self._descriptions.named_before(before)
        found = [person for person in named if self._descriptions.has_office(person)]
        return found if len(found) == 2 and not self._are_countrymen(found) else None

    def _explained(self, before: int, head: str) -> list[int] | None:
        """The two whom an apposition named behind the same plural office: "the ministers, Ann Lee and Bo Ek,"."""
        return next((persons for at, word, persons in self._appositions if word == head and at < before), None)

    @cached_property
    def _appositions(self) -> list[tuple[int, str, list[int]]]:
        """The plural offices of the document, each with the two persons of its apposition."""
        tokens, people = self._tokens, self._people
        found: list[tuple[int, str, list[int]]] = []
        for at in (t for t, lower in enumerate(tokens.lowers) if lower in _OFFICES):
            high = min(tokens.firsts[tokens.sentence(at) + 1], at + _LONGEST_OFFICE)
            comma = next((t for t in range(at + 1, high) if tokens.words[t] == ","), None)
            number = people.at_token.get(comma + 1) if comma is not None else None
            if number is None or number + 1 >= len(people.mentions):
                continue
            one, other = people.mentions[number], people.mentions[number + 1]
            if other.first == one.last + 1 and tokens.lowers[one.last] == "and":
                found.append((at, tokens.lowers[at], [one.person, other.person]))
        return found

    def _is_known(self, person: int) -> bool:
        """Whether a name is surely a person's: of an office, a known given name or a courtesy title."""
        return self._people.persons[person].gender is not None or self._descriptions.has_office(person)

    def _bearers(self, first: int, last: int, head: str, country: str | None) -> list[int]:
        found = self._descriptions.bearers(first, last, _OFFICES[head], country)
        if head not in ("leaders", "heads"):
            return found
        governing = [p for p in found if self._descriptions.governs(p)]
        return found if len(governing) < 2 and len(found) == 2 else governing

    def _are_countrymen(self, persons: list[int]) -> bool:
        first, second = (self._descriptions.speaker(person).country for person in persons)
        return first is not None and first == second

    def sides(self, token: int) -> Speaker | None:
        """The two countries of the nearest sentence that names two, else those of the document."""
        sentence = self._tokens.sentence(token)
        country_at = self._people.country_at
        acting = self._acting(sentence)
        if len(acting) == 2:
            return self._joined(acting)
        for index in range(sentence, max(-1, sentence - _SENTENCES_BACK), -1):
            low, high = self._tokens.bounds(index)
            codes = dict.fromkeys(country_at[t].code for t in range(low, min(high, token)) if t in country_at)
            if len(codes) == 2:
                return self._joined(list(codes))
        return self._joined(list(self._pair))

    def _acting(self, sentence: int) -> list[str]:
        """The countries that did what the sentences before tell, one a sentence: "Norway rose. Peru followed."."""
        tokens, country_at = self._tokens, self._people.country_at
        codes: dict[str, None] = {}
        for index in range(sentence - 1, max(-1, sentence - 1 - _SENTENCES_BACK), -1):
            low = tokens.firsts[index]
            first = low + (tokens.lowers[low] == "the")
            subject = country_at.get(first)
            after = next(
                (t for t in range(first, min(first + 4, tokens.firsts[index + 1])) if t not in country_at), first
            )
            if subject is None or tokens.flags[after] & SIGN or tokens.lowers[after] == "and":
                return []
            codes.setdefault(subject.code)
            if len(codes) == 2:
                return list(reversed(codes))
        return []

    @cached_property
    def _pair(self) -> tuple[str, ...]:
        """The countries that the document is about: the given ones, else the two that it names most."""
        if self._given is None:
            ranked = Counter(country.code for country in self._people.countries).most_common(3)
            clear = len(ranked) == 2 or (len(ranked) == 3 and ranked[1][1] > ranked[2][1])
            return tuple(code for code, _ in ranked[:2]) if clear else ()
        return self._given

    @cached_property
    def _names(self) -> dict[str, str]:
        """The countries of the document in its order, by their usual names where it has them, else by its longest."""
        names: dict[str, str] = {}
        for country in self._people.countries:
            known = names.setdefault(country.code, "")
            name = " ".join(self._text[country.start : country.end].split()) if country.kind == "name" else ""
            usual = country_name(country.code)
            if known != usual and (name == usual or len(name) > len(known)):
                names[country.code] = name
        return names

    def _joined(self, codes: list[str]) -> Speaker | None:
        """Two countries as one speaker, in the order in which the document first names them."""
        order = list(self._names)
        codes = sorted(codes, key=lambda code: order.index(code) if code in order else len(order))
        names = (self._names.get(code) or country_name(code) for code in codes)
        return Speaker(" and ".join(names), kind="group") if len(codes) == 2 else None
