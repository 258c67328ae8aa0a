"""Who is the host and who the guest: by who received whom, and by who is told to visit."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from tiestui.extraction.officeholders import Officeholders
from tiestui.extraction.people import People
from tiestui.extraction.tokens import Tokens

HOSTS = frozenset(("host", "guest", "visitor"))
_RECEIVED = frozenset("received receives receiving hosted hosts hosting welcomed welcomes greeted".split())
_VISITS = frozenset("visiting visited arrived visits".split())
_NEAR = 12
_NEAR_VISIT = 6


class _Visit(NamedTuple):
    token: int
    host: int | None
    guest: int


class Visits:
    """The visits of a document, as far as they tell a host or a guest by name."""

    def __init__(self, tokens: Tokens, people: People, descriptions: Officeholders) -> None:
        self._tokens = tokens
        self._people = people
        self._descriptions = descriptions

    def meant(self, noun: str, token: int) -> int | None:
        """The person whom "host", "guest" or "visitor" means at a token, or None when that is not told."""
        visit = next((v for v in reversed(self._told) if v.token < token), None)
        if visit is None or noun != "host":
            return visit.guest if visit is not None else None
        if visit.host is not None:
            return visit.host
        named = self._descriptions.named_before(token)
        others = [p for p in named if p != visit.guest and self._descriptions.has_office(p)]
        return others[0] if len(others) == 1 else None

    @cached_property
    def _told(self) -> list[_Visit]:
        lowers = self._tokens.lowers
        found = (self._at(t) for t, lower in enumerate(lowers) if lower in _RECEIVED or lower in _VISITS)
        return [visit for visit in found if visit is not None]

    def _at(self, verb: int) -> _Visit | None:
        """The visit that a verb tells of: "received Ann Lee", "the visiting premier, Ann Lee", "Ann Lee arrived"."""
        before, after = self._beside(verb)
        if self._tokens.lowers[verb] in _RECEIVED:
            return _Visit(verb, before, after) if after is not None else None
        guest = after if self._tokens.lowers[verb] == "visiting" and after is not None else before
        return _Visit(verb, None, guest) if guest is not None else None

    def _beside(self, verb: int) -> tuple[int | None, int | None]:
        """The last person named before a verb in its sentence, and the first one closely behind it."""
        people = self._people
        low, high = self._tokens.bounds(self._tokens.sentence(verb))
        number = people.before(verb)
        near = _NEAR if self._tokens.lowers[verb] in _RECEIVED else _NEAR_VISIT
        before = people.mentions[number - 1] if number else None
        after = people.mentions[number] if number < len(people.mentions) else None
        return (
            before.person if before is not None and before.first >= low else None,
            after.person if after is not None and after.first < min(high, verb + near) else None,
        )
