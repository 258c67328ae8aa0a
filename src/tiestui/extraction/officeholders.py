"""Who bears an office: which person "the minister" means, who governs, whom a document introduces as its actors."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property
from itertools import islice

from tiestui.extraction.descriptions import Descriptions
from tiestui.extraction.offices import KINDS_OF_OFFICE, SHORT_OFFICES, matters, office_before
from tiestui.extraction.people import Mention, People
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import BODY, CAPITAL, CONJ, DET, PREP, ROLE, SIGN, TITLE
from tiestui.lexicons import load

_HEADS_OF_STATE = frozenset("president king queen emperor emir sultan prince".split())
_OFFICE_KINDS = KINDS_OF_OFFICE - {"former", "first"}
_HEADS = _HEADS_OF_STATE | frozenset(("premier", "chancellor", "pope"))
_PAST = frozenset(("since", "after", "when", "before", "until", "following"))
_OPENING_SENTENCES = 6
_LESSER = frozenset("deputy vice former assistant acting".split())
_LONGEST_COMPLEMENT = 9
_LONGEST_OF_STATE = 4
_OF = frozenset(("of", "for"))
_OF_STATES = frozenset("republic kingdom state states federation union government prime vice deputy head".split())
_LONGEST_HONOURS = 3
_MENTIONS_BACK = 400
_MOST_BEARERS = 12
_SCHOLARS = frozenset(
    "expert analyst professor scholar researcher fellow academic historian economist specialist".split()
)
_POINTING = _SCHOLARS | frozenset("leader spokesman spokeswoman spokesperson official minister diplomat author".split())


class Officeholders(Descriptions):
    """The persons of a document by their offices, with what it tells of each."""

    def __init__(self, text: str, tokens: Tokens, people: People) -> None:
        super().__init__(text, tokens, people)
        self._roles: dict[str, dict[int, None]] | None = None
        self._words_of: defaultdict[int, set[str]] = defaultdict(set)
        self._actors: list[int] | None = None
        self._bearing: set[int] = set()
        self._own_words: defaultdict[int, set[str]] = defaultdict(set)
        self._called_alone: set[tuple[int, str]] = set()

    def by_role(self, first: int, last: int, spoke_last: int | None) -> int | None:
        """The person whom "the <role>" (tokens `first` to `last`) means, or None when that is not certain.

        spoke_last: who spoke last, whom "the expert" and "the leader" point back to.
        """
        tokens = self._tokens
        head = last - 1
        word = SHORT_OFFICES.get(tokens.words[head], tokens.lowers[head]).rpartition(" ")[2]
        if not tokens.flags[head] & ROLE and word == tokens.lowers[head]:
            return None
        if spoke_last is not None and word in _SCHOLARS and self._is_scholar(spoke_last):
            return spoke_last
        behind = self._complement(last)
        country = self._country(range(first, last)) or self._country(behind)
        of_state = word == "head" and "state" in tokens.lowers[last : last + _LONGEST_OF_STATE]
        offices = {word} if not of_state else _HEADS_OF_STATE
        named = self._named_matters(range(first, head)) | self._named_matters(behind)
        found = [p for p in self.bearers(first, last, offices, country) if not named or self._is_told_with(p, named)]
        if len(found) == 1:
            return found[0]
        # "The premier" is rather a Premier than a prime minister, "the Secretary" no Cabinet Secretary.
        own = [person for person in found if word in self._own_words[person]]
        if len(own) == 1:
            return own[0]
        plain = [person for person in found if (person, word) in self._called_alone]
        if len(plain) == 1 and last - first == 2:
            return plain[0]
        acting = [person for person in found if person in self.actors]
        if len(acting) == 1 and len(self.actors) > 1:
            return acting[0]
        if word == "leader" and country is not None and len(leaders := self._leaders(country, first)) == 1:
            return leaders[0]
        points = spoke_last is not None and not found and not named and self._may_be(spoke_last, word, country)
        return spoke_last if points or spoke_last in found else None

    def _is_told_with(self, person: int, named: set[str]) -> bool:
        """Whether one of some words belongs to a person's office or body."""
        body = (self.speaker(person).affiliation or "").lower().split()
        initials = "".join(word[0] for word in body)
        return bool(named & self._words_of[person]) or not named.isdisjoint((*body, initials))

    def _complement(self, last: int) -> range:
        """The tokens behind an office that tell whose or what for it is: "of Peru", "of the Senate"."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        end = last
        while end < min(last + _LONGEST_COMPLEMENT, len(flags)):
            if not flags[end] & (CAPITAL | DET) and lowers[end] not in _OF and lowers[end] not in matters():
                break
            end += 1
        return range(last + 1, end) if end > last + 1 and lowers[last] in _OF else range(0)

    def _named_matters(self, span: range) -> set[str]:
        """The words of some tokens that name a body or a matter, no country: "senate" in "of the Senate of Peru"."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        skipped = DET | CONJ | PREP | TITLE | SIGN
        return {
            lowers[t].removesuffix("'s")
            for t in span
            if (flags[t] & (CAPITAL | BODY) or lowers[t] in matters())
            and not flags[t] & skipped
            and t not in self._people.country_at
            and lowers[t] not in _OF_STATES
        }

    def _leaders(self, country: str, before: int) -> list[int]:
        """Those who govern a country, as far as the opening introduces them before a token."""
        return [p for p in self._of_country(self.actors, country) if self._first(p) < before]

    def bearers(self, first: int, last: int, offices: set[str] | frozenset[str], country: str | None) -> list[int]:
        """The persons named before `first` who bear one of the offices, of the country and the kind that are told.

        The tokens `first` to `last` may tell the kind: "the foreign minister".
        """
        tokens = self._tokens
        named = {p: None for office in offices for p in islice(self._by_role().get(office, ()), _MOST_BEARERS)}
        found = sorted((p for p in named if self._first(p) < first), key=self._first)
        if country is not None:
            found = self._of_country(found, country)
        kinds = {tokens.lowers[t] for t in range(first, last) if tokens.lowers[t] in KINDS_OF_OFFICE}
        if kinds:
            words = self._words_of
            found = [p for p in found if kinds <= words[p]] or [p for p in found if words[p].isdisjoint(_OFFICE_KINDS)]
        elif len(found) > 1:
            found = [person for person in found if _LESSER.isdisjoint(self._words_of[person])] or found
        if len(found) > 1 and offices == {"minister"} and not kinds:
            found = [person for person in found if "prime" not in self._words_of[person]] or found
        return found

    def _of_country(self, persons: list[int], country: str) -> list[int]:
        """The persons of a country; when it has none, the one of whom no country is told."""
        known = [(person, self.speaker(person).country) for person in persons]
        here = [person for person, code in known if code == country]
        return here or [p for p, code in known if code is None and self._stateless == [p]]

    @cached_property
    def _stateless(self) -> list[int]:
        """The bearers of offices of whom no country is told; of many, the first two."""
        self._by_role()
        return list(islice((p for p in sorted(self._bearing) if self.speaker(p).country is None), 2))

    def named_before(self, token: int) -> dict[int, None]:
        """The persons named before a token, in the order of the text; in a long text, those of the mentions nearby."""
        number = self._people.before(token)
        return dict.fromkeys(m.person for m in self._people.mentions[max(0, number - _MENTIONS_BACK) : number])

    def honoured(self, word: str, before: int) -> int | None:
        """The one person named before a token with a word of honour ("Highness"), or None for none or several."""
        found: dict[int, None] = {}
        number = self._people.before(before)
        for mention in self._people.mentions[max(0, number - _MENTIONS_BACK) : number]:
            low = max(self._tokens.firsts[mention.sentence], mention.first - _LONGEST_HONOURS)
            if word in self._tokens.lowers[low : mention.name]:
                found.setdefault(mention.person)
        return next(iter(found)) if len(found) == 1 else None

    def only_one_of(self, country: str, before: int) -> int | None:
        """The one person of a country named before a token ("the Norwegian"), or None for none or several."""
        found = [p for p in self.named_before(before) if self.speaker(p).country == country]
        return found[0] if len(found) == 1 else None

    def counterpart(self, first: int, last: int, owner: int | None) -> int | None:
        """The person whom "her Kenyan counterpart" (tokens `first` to `last`) means, or None when that is not certain.

        owner: whose counterpart it is, when that is known.
        """
        country = self._country(range(first, last))
        home = self.speaker(owner).country if owner is not None else None
        found = [p for p in self.named_before(first) if p != owner and self.has_office(p)]
        if country is not None:
            found = [p for p in found if self.speaker(p).country == country]
        elif home is not None:
            found = [p for p in found if self.speaker(p).country not in (None, home)]
        roles = self._words_of[owner] & self._by_role().keys() if owner is not None else set()
        alike = [p for p in found if roles & self._words_of[p]]
        found = alike if roles and (alike or country is None) else found
        return found[0] if len(found) == 1 else None

    def has_office(self, person: int) -> bool:
        """Whether the document gives the person an office, a trade or a title that is more than a courtesy."""
        self._by_role()
        return person in self._bearing

    @property
    def actors(self) -> list[int]:
        """The bearers of offices of state whom the opening introduces, those of a past aside left out."""
        if self._actors is None:
            self._actors = self._introduced()
        return self._actors

    def _introduced(self) -> list[int]:
        tokens, people = self._tokens, self._people
        self._by_role()
        found: list[int] = []
        for index in range(min(_OPENING_SENTENCES, len(tokens.firsts) - 1)):
            low, high = tokens.bounds(index)
            for number in range(people.before(low), people.before(high)):
                person = people.mentions[number].person
                if person in found or not self.governs(person) or self._is_aside(people.mentions[number], low):
                    continue
                found.append(person)
            if len(found) > 1:
                break
        return found

    def _is_aside(self, mention: Mention, low: int) -> bool:
        """Whether a mention stands in a clause that tells of the past only: "since President Lee founded it"."""
        tokens = self._tokens
        for at in range(mention.first - 1, low - 1, -1):
            if tokens.words[at] in (",", ";"):
                return False
            if tokens.lowers[at] in _PAST:
                return True
        return False

    def governs(self, person: int) -> bool:
        """Whether the document tells of an office at the head of a state, a government or a ruling party."""
        self._by_role()
        words = self._words_of[person]
        if not _LESSER.isdisjoint(words):
            return False
        if not words.isdisjoint(_HEADS) or {"prime", "minister"} <= words:
            return True
        return {"general", "secretary"} <= words or "secretary-general" in words

    def _may_be(self, person: int, word: str, country: str | None) -> bool:
        """Whether a noun that points back may mean a person of whom no such office is told."""
        known = self.speaker(person).country
        general = word in ("leader", "official") or not self.has_office(person)
        return word in _POINTING and general and (country is None or known is None or known == country)

    def _is_scholar(self, person: int) -> bool:
        return any(person in self._by_role().get(word, ()) for word in _SCHOLARS)

    def _first(self, person: int) -> int:
        return self._people.mentions[self._people.persons[person].mentions[0]].first

    def _first_of_two(self, mention: Mention) -> range:
        """The first of two offices before a name: "First Secretary of the Union and President of Peru Ann Lee"."""
        start = self._before(mention).start
        low = self._tokens.firsts[mention.sentence]
        joined = start - 1 > low and self._tokens.lowers[start - 1] == "and"
        return office_before(self._tokens, start - 1, low) if joined else range(0)

    def _by_role(self) -> dict[str, dict[int, None]]:
        """Role words to the persons who bear them, in the order of the text."""
        if self._roles is None:
            roles: defaultdict[str, dict[int, None]] = defaultdict(dict)
            self._words_of = defaultdict(set)
            for mention in self._people.mentions:
                if mention.name - mention.first == 1:
                    self._called_alone.add((mention.person, self._tokens.lowers[mention.first]))
                for token in (*self._role_tokens(mention), *self._first_of_two(mention)):
                    spelt_out = SHORT_OFFICES.get(self._tokens.words[token])
                    if spelt_out is not None:
                        self._words_of[mention.person].update(spelt_out.split())
                        roles["minister"].setdefault(mention.person)
                    lower = self._tokens.lowers[token]
                    self._words_of[mention.person].add(lower)
                    self._own_words[mention.person].add(lower)
                    if self._tokens.flags[token] & ROLE:
                        roles[lower].setdefault(mention.person)
            for person, shared in self._shared.items():
                office = shared.role.lower().split()
                self._words_of[person].update(office)
                roles[office[-1]].setdefault(person)
            for person, other in self._counterparts.items():
                self._words_of[person] |= self._words_of[other]
                for word in self._words_of[other] & roles.keys():
                    roles[word].setdefault(person)
            for person, words in self._words_of.items():
                for name in _called_besides(words):
                    words.update(name)
                    roles[name[-1]].setdefault(person)
            self._roles = dict(roles)
            self._bearing = {person for bearers in roles.values() for person in bearers}
        return self._roles


def _called_besides(words: set[str]) -> list[list[str]]:
    """What the bearer of an office of these words may also be called, as words: "premier" for a prime minister."""
    return [name for office, names in _further_names() if office <= words for name in names]


@cache
def _further_names() -> list[tuple[set[str], list[list[str]]]]:
    table = load("offices")["further_names"]
    return [(set(office.split()), [name.split("-") for name in names.split()]) for office, names in table.items()]
