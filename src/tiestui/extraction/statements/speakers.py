"""From a noun phrase to a speaker: a person, body, group or document, under the fullest name in the document."""

from __future__ import annotations

from dataclasses import replace

from tiestui.extraction.coreference import Resolver
from tiestui.extraction.counterparts import COUNTERPARTS
from tiestui.extraction.nounphrases import Phrase
from tiestui.extraction.officeholders import Officeholders
from tiestui.extraction.people import People
from tiestui.extraction.statements.agents import sentence_subject
from tiestui.extraction.statements.bodies import Bodies
from tiestui.extraction.statements.groups import Groups
from tiestui.extraction.statements.heads import Heads
from tiestui.extraction.statements.issuers import Issuers
from tiestui.extraction.statements.naming import Naming, behind_honours, called
from tiestui.extraction.statements.pairs import Pairs
from tiestui.extraction.statements.parts import NOBODY, Voice
from tiestui.extraction.statements.unnamed import Unnamed
from tiestui.extraction.statements.visits import HOSTS, Visits
from tiestui.extraction.tokens import OWNER, Tokens
from tiestui.extraction.words import (
    ADVERB,
    BODY,
    CAPITAL,
    CUE,
    DET,
    DOCUMENT,
    GROUP,
    PARTICIPLE,
    PERSON,
    POSSESSIVE,
    PREP,
    PRONOUN,
    RELATIVE,
    ROLE,
)
from tiestui.model import Speaker
from tiestui.model.records import Pair

_HONOURED = frozenset("highness majesty excellency holiness eminence".split())
_PLURAL = frozenset(("they", "them", "we", "us"))
_SENTENCES_BACK = 4


class Voices:
    """The speakers of a document; keeps who spoke last, for "the expert added" and "they"."""

    def __init__(
        self, text: str, tokens: Tokens, people: People, pair: Pair | None = None, narrator: Speaker | None = None
    ) -> None:
        self._narrator = narrator
        self._tokens = tokens
        self._people = people
        self._descriptions = Officeholders(text, tokens, people)
        self._resolver = Resolver(tokens, people, self._descriptions)
        self._last: Voice = NOBODY
        self._last_plural: Voice = NOBODY
        self._heads = Heads(tokens, people)
        self._bodies = Bodies(tokens, people)
        self._naming = Naming(text, tokens, people)
        self._unnamed = Unnamed(tokens, people)
        self._issuers = Issuers(tokens)
        self._visits = Visits(tokens, people, self._descriptions)
        self._pairs = Pairs(text, tokens, people, self._descriptions, pair)
        self._groups = Groups(text, tokens, people, self._descriptions, self._pairs)

    def of(self, phrase: Phrase | None) -> Voice:
        """The voice of a noun phrase; `NOBODY` for none."""
        if phrase is None:
            return NOBODY
        voice = self._of(phrase)
        if voice.speaker is not None:
            self._last = voice
            self._issuers.spoke(phrase, voice)
            if not self._tokens.flags[phrase.first] & PRONOUN:
                self._unnamed.spoke(phrase, voice)
            if voice.speaker.kind in ("group", "body") and not voice.speaker.name.endswith(" side"):
                self._last_plural = voice
        return voice

    @property
    def last(self) -> Voice:
        """Who spoke last."""
        return self._last

    def person(self, index: int, mention: int | None = None) -> Voice:
        """The voice of a person, with the code points of a mention of it."""
        speaker = self._descriptions.speaker(index)
        if mention is None:
            return Voice(speaker, None, None, index)
        found = self._people.mentions[mention]
        return Voice(speaker, self._tokens.starts[found.first], self._tokens.ends[found.last - 1], index)

    def owner(self, phrase: Phrase) -> Voice:
        """The voice of an owner: "his", "the minister's"."""
        tokens = self._tokens
        start, end = tokens.starts[phrase.first], tokens.ends[phrase.last - 1]
        if phrase.last - phrase.first == 1 and tokens.flags[phrase.first] & POSSESSIVE:
            return self._pronoun(phrase.first, start, end)
        if phrase.last - phrase.first == 1 and tokens.flags[phrase.first] & PRONOUN:
            return self._pronoun(phrase.first, start, end)
        number = self._people.at_token.get(phrase.last - 1)
        if number is not None:
            person = self._people.mentions[number].person
            return Voice(self._descriptions.speaker(person), start, end, person)
        voice = self._nominal(phrase, phrase.last, start, end)
        if voice.speaker is None or voice.person is not None:
            return voice
        name = OWNER.sub("", voice.speaker.name)
        return voice._replace(speaker=replace(voice.speaker, name=name)) if name else Voice(None, start, end)

    def _of(self, phrase: Phrase) -> Voice:
        tokens = self._tokens
        start, end = tokens.starts[phrase.first], tokens.ends[phrase.last - 1]
        if phrase.last - phrase.first == 1 and tokens.flags[phrase.first] & PRONOUN:
            return self._pronoun(phrase.first, start, end)
        phrase = behind_honours(self._tokens, phrase)
        chunk = self._chunk(phrase)
        persons = (
            self._heads.among(phrase.first, chunk) or self._heads.in_office(phrase) or self._heads.in_apposition(phrase)
        )
        if len(persons) == 1 and (joined := self._groups.members(phrase.first, chunk)) is not None:
            persons = joined
        if len(persons) == 1:
            return Voice(self._descriptions.speaker(persons[0]), start, end, persons[0])
        if len(persons) > 1:
            return Voice(self._groups.of(persons), start, end)
        return self._nominal(phrase, chunk, start, end)

    def _pronoun(self, token: int, start: int, end: int) -> Voice:
        lower = self._tokens.lowers[token]
        if (unnamed := self._unnamed_before(token)) is not None:
            self._unnamed.follow(token, unnamed)
            return Voice(unnamed.speaker, start, end)
        person = self._resolver.person(token)
        if person is not None:
            return Voice(self._descriptions.speaker(person), start, end, person)
        if lower in ("i", "me"):
            return Voice(self._narrator, start, end)
        if lower in ("we", "us"):
            return Voice(self._groups.ourselves(), start, end)
        if lower in ("they", "them") and (together := self._together(token)) is not None:
            return Voice(together, start, end)
        if lower in _PLURAL and self._last_plural.speaker is not None:
            return Voice(self._last_plural.speaker, start, end)
        if lower == "it" and (acting := self._acting_body(token)) is not None:
            return Voice(acting, start, end)
        last = self._last.speaker
        if lower == "they" and last is not None and last.name.endswith(" side"):
            return Voice(self._pairs.sides(token) or last, start, end)
        if last is not None and (lower == "they" or (lower == "it" and last.kind in ("body", "document"))):
            return Voice(last, start, end)
        if lower == "it" and self._last_plural.speaker is not None and self._last_plural.speaker.kind == "body":
            return Voice(self._last_plural.speaker, start, end)
        return Voice(self._document_before(token) if lower == "it" else None, start, end)

    def _acting_body(self, token: int) -> Speaker | None:
        """The body that the sentence before is about: "The ministry released a video. It said …"."""
        tokens = self._tokens
        sentence = tokens.sentence(token)
        subject = sentence_subject(tokens, *tokens.bounds(sentence - 1)) if sentence else None
        if subject is None or not tokens.flags[subject.last - 1] & BODY or tokens.flags[subject.last - 1] & GROUP:
            return None
        return self._of(subject).speaker

    def _document_before(self, token: int) -> Speaker | None:
        """The document that the sentence before names last: "They issued a joint statement. It reaffirms …"."""
        tokens = self._tokens
        sentence = tokens.sentence(token)
        first, last = tokens.bounds(sentence - 1) if sentence else (0, 0)
        at = next((t for t in range(last - 1, first, -1) if tokens.flags[t] & DOCUMENT), None)
        start = next((t for t in range(at or 0, first - 1, -1) if tokens.flags[t] & (DET | POSSESSIVE)), None)
        phrase = Phrase(start, at + 1, at + 1) if at is not None and start is not None else None
        name = self._naming.name(phrase, phrase.last) if phrase is not None else None
        return Speaker(name, kind="document") if name else None

    def _unnamed_before(self, token: int) -> Voice | None:
        """The speaker without a name whom the sentence before is about, and whom a pronoun means."""
        subject = self._unnamed.subject(token)
        if subject is not None:
            voice = self._of(subject)
            self._unnamed.spoke(subject, voice)
        return self._unnamed.before(token)

    def _together(self, token: int) -> Speaker | None:
        """The several whom the text named last: who spoke, whom the sentence is about, two persons in one sentence."""
        tokens = self._tokens
        sentence = tokens.sentence(token)
        spoken = self._last_plural.start if self._last_plural.speaker is not None else None
        for index in range(sentence - 1, max(-1, sentence - _SENTENCES_BACK), -1):
            first, last = tokens.bounds(index)
            if spoken is not None and spoken >= tokens.starts[first]:
                return self._last_plural.speaker
            subject = sentence_subject(tokens, first, last)
            if subject is not None and tokens.flags[self._chunk(subject) - 1] & GROUP:
                return self._of(subject).speaker
            persons = self._pairs.named_in(index)
            if len(persons) == 2:
                return self._groups.of(persons)
        return None

    def both_sides(self, token: int) -> Voice:
        """Both sides of a joint document at a token: the persons who sign it, else its two countries."""
        return Voice(self._groups.both_sides(token))

    def signatories(self) -> Voice:
        """The persons who sign a joint statement, as far as its opening names them together."""
        return Voice(self._groups.ourselves())

    def _chunk(self, phrase: Phrase) -> int:
        """Where the phrase's head part ends: before a preposition, a relative clause or a participle."""
        flags = self._tokens.flags
        for at in range(phrase.first + 1, phrase.last):
            if self._tokens.words[at] == "," and "and" in self._tokens.lowers[at : phrase.last]:
                continue
            if self._tokens.words[at] == "," or (flags[at] & RELATIVE and not flags[at] & DET):
                return at
            if flags[at] & PREP and at not in self._people.at_token:
                return at
            reduced = flags[at] & PARTICIPLE and not flags[at] & (CAPITAL | CUE) and at + 1 < phrase.last
            adjective = flags[at - 1] & (DET | ADVERB) and not flags[min(at + 1, len(flags) - 1)] & PREP
            if reduced and not adjective and not flags[at - 1] & DET:
                return at
        return phrase.last

    def _nominal(self, phrase: Phrase, chunk: int, start: int, end: int) -> Voice:
        tokens = self._tokens
        if (named := called(tokens, phrase)) is not None:
            phrase, chunk = named, named.last
        head = chunk - 1
        one = self._pairs.one_of_two(phrase.first, phrase.last)
        one = self._pointed(phrase.first, chunk) if one is None else one
        one = self._groups.in_two_offices(phrase.first, chunk) if one is None else one
        if one is not None:
            return Voice(self._descriptions.speaker(one), start, end, one)
        if (issuer := self._issuers.of(phrase.first, chunk)) is not None:
            voice = issuer if isinstance(issuer, Voice) else self._issuing(issuer)
            if voice.speaker is not None:
                return voice._replace(start=start, end=end)
        together = self._pairs.of(phrase.first, chunk) or self._groups.offices(phrase.first, chunk)
        if together is not None:
            return Voice(self._groups.of(together) if isinstance(together, list) else together, start, end)
        several = any(
            tokens.lowers[t] == "and" and tokens.flags[t - 1] & (ROLE | GROUP | PERSON | PRONOUN)
            for t in range(phrase.first + 1, chunk)
        )
        definite = tokens.lowers[phrase.first] in ("the", "this", "that") or phrase.first in self._people.country_at
        if not several and definite:
            person = self._descriptions.by_role(phrase.first, chunk, self._last.person)
            if person is not None:
                return Voice(self._descriptions.speaker(person), start, end, person)
        known = self._bodies.of(phrase.first, chunk) if chunk == phrase.last else None
        if known is not None:
            phrase, chunk = Phrase(known.start, known.stop, known.stop), known.stop
            head = chunk - 1
        owns = tokens.flags[phrase.first] & POSSESSIVE and phrase.first + 1 < phrase.last
        name = self._naming.name(phrase, chunk)
        if not name:  # "Alleging fraud, his picture of the vote was …"
            mine = Phrase(phrase.first, phrase.first + 1, phrase.first + 1)
            return self.owner(mine) if owns else Voice(None, start, end)
        name, country = OWNER.sub("", name), self._naming.country(phrase)
        owned = tokens.flags[phrase.first] & POSSESSIVE and tokens.lowers[chunk - 1] not in _HONOURED
        if owned and (owner := self._resolver.person(phrase.first)) is not None:
            whose = self._descriptions.speaker(owner)
            name, country = f"{whose.name}’s {name.partition(' ')[2]}", country or whose.country
        kind = self._naming.kind(phrase.first, chunk, head)
        speaker = Speaker(name, None, None, country, kind)
        if tokens.flags[head] & ROLE and kind == "person":
            speaker = self._unnamed.fuller(speaker, tokens.lowers[phrase.first] == "the")
        return Voice(speaker, start, end)

    def _issuing(self, issuer: Phrase) -> Voice:
        """The voice of who issued a statement, named as its owner ("the minister's") or by a phrase."""
        owns = self._tokens.lowers[issuer.last - 1].endswith(("'s", "s'"))
        return self.owner(issuer) if owns else self._of(issuer)

    def _pointed(self, first: int, last: int) -> int | None:
        """The person whom "her Kenyan counterpart" or "the 54-year-old" (tokens `first` to `last`) means, or None."""
        tokens = self._tokens
        if tokens.lowers[last - 1] in COUNTERPARTS:
            number = self._people.at_token.get(first)
            owner = self._people.mentions[number].person if number is not None else self._resolver.person(first)
            return self._descriptions.counterpart(first, last, owner)
        if tokens.lowers[last - 1] in HOSTS and last - first == 2:
            return self._visits.meant(tokens.lowers[last - 1], first)
        if tokens.flags[first] & POSSESSIVE and tokens.lowers[last - 1] in _HONOURED:
            return self._descriptions.honoured(tokens.lowers[last - 1], first)
        if tokens.lowers[first] != "the" or first + 1 >= last:
            return None
        if last - first == 2 and (country := self._people.country_at.get(first + 1)) is not None:
            return self._descriptions.only_one_of(country.code, first) if country.kind != "name" else None
        return self._last.person if tokens.lowers[first + 1].endswith("-year-old") else None
