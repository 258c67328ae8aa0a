"""What a document tells of a person: role, affiliation, country."""

from __future__ import annotations

import re
from functools import cached_property

from tiestui.extraction.counterparts import counterparts
from tiestui.extraction.offices import (
    COURTESY,
    SHORT_OFFICES,
    honorifics,
    matters,
    office_before,
    studied,
)
from tiestui.extraction.people import Mention, People
from tiestui.extraction.rolewords import is_acronym, is_of_role
from tiestui.extraction.shared_offices import SharedOffice, shared_offices
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    AUX,
    BODY,
    CAPITAL,
    CONJ,
    CUE,
    DET,
    FINITE,
    NUMBER,
    PERSON,
    POSSESSIVE,
    PREP,
    QUOTED,
    RELATIVE,
    ROLE,
    SIGN,
    TIME,
    TITLE,
)
from tiestui.model import Speaker

_SPACE = re.compile(r"\s+")
_NO_ROLE = COURTESY | frozenset("counterpart colleague host guest sir lord lady dame hon.".split())
_MATTERS = frozenset(("on", "about", "to", "against", "with", "between"))
_LONGEST_ROLE = 12


class Descriptions:
    """Roles, affiliations and countries of a document's persons, worked out when first asked for."""

    def __init__(self, text: str, tokens: Tokens, people: People) -> None:
        self._text = text
        self._tokens = tokens
        self._people = people
        self._speakers: dict[int, Speaker] = {}
        self._offices: dict[int, range] = {}

    def speaker(self, person: int) -> Speaker:
        """The person as a speaker, with what the document tells of it."""
        known = self._speakers.get(person)
        if known is None:
            known = self._speakers[person] = self._describe(person)
        return known

    def _role_tokens(self, mention: Mention) -> list[int]:
        behind = self._behind(mention)
        own = range(behind.start, self._first_preposition(behind)) if len(behind) else behind
        return [*self._before(mention), *self._apposed(mention), *own]

    def _before(self, mention: Mention) -> range:
        """Tokens of a title or office before the name: "Foreign Minister", "President of Peru", "party spokesman"."""
        known = self._offices.get(mention.first)
        if known is None:
            known = self._offices[mention.first] = self._find_before(mention)
        return known

    def _find_before(self, mention: Mention) -> range:
        flags = self._tokens.flags
        first = mention.first
        low = self._tokens.firsts[mention.sentence]
        office = office_before(self._tokens, mention.name, low)
        if len(office) and not self._is_told_behind(office, mention):
            return office
        stop = DET | PREP | SIGN | QUOTED
        while first > low and mention.name - first < _LONGEST_ROLE and not flags[first - 1] & stop:
            if flags[first - 1] & CONJ and not (
                first - 2 >= low and flags[first - 2] & CAPITAL and flags[first - 2] & ROLE
            ):
                break
            if not flags[first - 1] & (ROLE | TITLE | CONJ) and not is_of_role(self._tokens, first - 1, mention):
                break
            first -= 1
        return range(first, mention.name)

    def _is_told_behind(self, office: range, mention: Mention) -> bool:
        """Whether an office between two names is the first one's: "Ann Lee, President of Peru, H.E. Bo Ek, the …"."""
        before = office.start - 2
        if before < 0 or self._tokens.words[before + 1] != "," or before not in self._people.at_token:
            return False
        return len(self._behind(mention)) > 0

    def _behind(self, mention: Mention) -> range:
        """Tokens of an apposition behind the name, up to its first preposition's phrase: ", the minister of trade,"."""
        tokens = self._tokens
        at, high = mention.last, tokens.firsts[mention.sentence + 1]
        if at + 1 >= high or tokens.words[at] != "," or mention.owner:
            return range(0)
        opener = tokens.flags[at + 1]
        led = opener & (DET | ROLE | POSSESSIVE) or tokens.lowers[at + 1] in ("former", "then", "chief", "senior")
        if not led and at + 1 not in self._people.country_at:
            return range(0)
        end = at + 1
        while end < high:
            if tokens.words[end] in (",", ".", ";", ":", "—", "–", ")"):
                if (noun := self._studied_behind(end)) is None:
                    break
                end = noun
            if tokens.flags[end] & (QUOTED | RELATIVE | AUX | FINITE) and not tokens.flags[end] & DET:
                break
            if tokens.flags[end] & CUE and tokens.lowers[end].endswith(("ed", "said", "told")):
                break
            end += 1
        span = range(at + 1, end)
        if not any(tokens.flags[t] & ROLE for t in span) or self._is_of_another(span):
            return range(0)
        return span

    def _is_of_another(self, span: range) -> bool:
        """Whether an office behind a name is that of the next name: "…, the Prime Minister of Peru Ann Lee"."""
        for at in span:
            number = self._people.at_token.get(at)
            if number is not None:
                mention = self._people.mentions[number]
                office = office_before(self._tokens, mention.name, span.start)
                own = range(max(span.start, mention.first), mention.name)
                if any(self._tokens.flags[t] & ROLE for t in own):
                    return not any(self._tokens.flags[t] & (ROLE | PREP) for t in range(span.start, own.start))
                return len(office) > 0
        return False

    def _of(self, mention: Mention, office: range) -> range:
        """Tokens behind "of" after a name with an office: "President Ann Lee of Denmark"."""
        tokens = self._tokens
        high = tokens.firsts[mention.sentence + 1]
        if not len(office) or mention.last >= high or tokens.lowers[mention.last] != "of":
            return range(0)
        first = mention.last + 1
        last = first + 1 + (first < high and bool(tokens.flags[first] & DET))
        return range(first, min(last, high))

    def _apposed(self, mention: Mention) -> range:
        """Tokens of an office that the name explains: "the ministry's spokesperson, Ann Lee,"."""
        tokens = self._tokens
        low, comma = tokens.firsts[mention.sentence], mention.first - 1
        number = tokens.lowers[comma - 2 : comma] == ["opposite", "number"]
        office = number or tokens.flags[comma - 1] & ROLE or tokens.words[comma - 1] in SHORT_OFFICES
        if comma - 1 < low or tokens.words[comma] != "," or not office:
            return range(0)
        first = comma - 1
        while first > low and not tokens.flags[first - 1] & (SIGN | QUOTED | PREP | CONJ | CUE):
            first -= 1
            if tokens.flags[first] & (DET | POSSESSIVE) or tokens.lowers[first].endswith("'s"):
                break
        return range(first, comma)

    def _describe(self, person: int) -> Speaker:
        role = rank = None
        affiliation: str | None = None
        country: str | None = None
        for number in self._people.persons[person].mentions:
            mention = self._people.mentions[number]
            before, behind = self._before(mention), self._behind(mention)
            apposed = self._apposed(mention)
            body = self._body_before(before)
            owner = range(max(min(before.start, body.start) - 1, 0), before.start)
            country = country or self._country(before) or self._country(behind) or self._country(apposed)
            country = country or self._country(owner) or self._country(self._of(mention, before))
            cut = self._first_preposition(before)
            affiliation = affiliation or self._words(body) or self._affiliation(range(cut, before.stop))
            start = max(before.start, body.stop) if len(body) else before.start
            office = range(start, cut)
            if any(self._tokens.flags[t] & ROLE or self._tokens.words[t] in SHORT_OFFICES for t in office):
                role = role or self._role(office)
            else:
                rank = rank or self._role(office)
            role = role or self._role(apposed)
            if len(behind):
                cut = self._first_preposition(behind)
                role = role or self._role(range(behind.start, cut))
                affiliation = affiliation or self._affiliation(range(cut, behind.stop))
            if role and affiliation and country:
                break
        role = role or rank
        shared = self._shared.get(person)
        if shared is not None:
            role, country = shared.role, shared.country or country  # before the first name the second country stands
        if role is None and person in self._counterparts:
            role = self.speaker(self._counterparts[person]).role
        return Speaker(self._people.persons[person].name, role, affiliation, country, "person")

    @cached_property
    def _shared(self) -> dict[int, SharedOffice]:
        return shared_offices(self._tokens, self._people)

    @cached_property
    def _counterparts(self) -> dict[int, int]:
        return counterparts(self._tokens, self._people)

    def _first_preposition(self, span: range) -> int:
        """Where the body begins that the person belongs to: the first such preposition before a capital."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        for at in span:
            if flags[at] & PREP and lowers[at] in ("at", "of", "from", "for", "with", "in"):
                behind = at + 1
                while behind < span.stop and flags[behind] & DET:
                    behind += 1
                names_body = behind + 1 < span.stop and flags[behind + 1] & BODY
                is_matter = behind < span.stop and lowers[behind] in matters() and not names_body
                if behind < span.stop and flags[behind] & CAPITAL and not is_matter:
                    return at
        return span.stop

    def _body_before(self, before: range) -> range:
        """The body whose office a title is: "Trade Ministry spokesman Ann Lee"; empty when none is named."""
        flags = self._tokens.flags
        last = before.start
        while last < before.stop and not flags[last] & (ROLE | TITLE):
            last += 1
        first = before.start
        stop = SIGN | PERSON | DET | POSSESSIVE | TIME | PREP
        while first > 0 and flags[first - 1] & CAPITAL and not flags[first - 1] & stop:
            first -= 1
        while first < last and first in self._people.country_at:
            first += 1
        names_body = any(flags[t] & BODY or is_acronym(self._tokens.words[t]) for t in range(first, last))
        return range(first, last) if names_body else range(last, last)

    def _words(self, span: range) -> str | None:
        if not len(span):
            return None
        tokens = self._tokens
        return _SPACE.sub(" ", self._text[tokens.starts[span.start] : tokens.ends[span.stop - 1]])

    def _country(self, span: range) -> str | None:
        for at in span:
            if self._tokens.lowers[at] in _MATTERS:
                return None
            owns = self._tokens.lowers[at].endswith("'s")
            if at in self._people.country_at and (owns or self._studied_from(at) is None):
                return self._people.country_at[at].code
        return None

    def _studied_behind(self, comma: int) -> int | None:
        """The noun that ends a list of what is studied, when this comma stands behind a country of that list."""
        inside = self._tokens.words[comma] == "," and comma - 1 in self._people.country_at
        return self._studied_from(comma) if inside else None

    def _studied_from(self, at: int) -> int | None:
        """The noun of what a body studies, when `at` stands in its list: "Japanese, Korean and South Asian Studies"."""
        tokens = self._tokens
        while at < len(tokens.lowers) and (tokens.flags[at] & (CAPITAL | CONJ) or tokens.lowers[at] == ","):
            if tokens.lowers[at] in studied():
                return at
            at += 1
        return None

    def _role(self, span: range) -> str | None:
        """The words of a role without article, country and courtesy title; None when no word of them is a role."""
        tokens = self._tokens
        kept = [
            t
            for t in span
            if (t not in self._people.country_at or (t > span.start and tokens.flags[t - 1] & PREP))
            and not tokens.lowers[t].endswith("'s")
            and not tokens.flags[t] & POSSESSIVE
            and tokens.lowers[t] not in _NO_ROLE
            and not (tokens.flags[t] & TITLE and tokens.lowers[t] in honorifics())
            and not (tokens.flags[t] & (DET | NUMBER) and tokens.lowers[t] != "first")
        ]
        while kept and tokens.flags[kept[-1]] & PREP:
            kept.pop()
        if not any(tokens.flags[t] & (ROLE | TITLE) or tokens.words[t] in SHORT_OFFICES for t in kept):
            return None
        return _SPACE.sub(" ", " ".join(tokens.words[t] for t in kept)).replace(" ,", ",") or None

    def _affiliation(self, span: range) -> str | None:
        """The body behind "at", "of", "from" in an apposition, when it has a name of its own."""
        tokens = self._tokens
        first = span.start
        while first < span.stop and tokens.flags[first] & (PREP | DET):
            first += 1
        if first >= span.stop or not any(tokens.flags[t] & CAPITAL for t in range(first, span.stop)):
            return None
        if all(t in self._people.country_at for t in range(first, span.stop)):
            return None
        return self._words(range(first, span.stop))
