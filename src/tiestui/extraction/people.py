"""The persons of a document and every place that names them.

Persons are found without a list of names. One person under several names ("Anna Berg", "Minister Berg", "Berg") is one;
two persons with one family name stay two, and a bare family name goes to the one who was named last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from tiestui.countries import CountryMention
from tiestui.extraction.families import Families, Person, introductions, name_words, suffix_of, title_genders
from tiestui.extraction.names import NameRun, find_runs, given_names, outlet_nouns
from tiestui.extraction.offices import office_before
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    BODY,
    CAPITAL,
    CUE,
    DET,
    FINITE,
    ORGANISATION,
    PARTICLE,
    PERSON,
    PREP,
    ROLE,
    SIGN,
    TIME,
    TITLE,
)

_FEWEST_OF_A_NAME = 2
_PLAIN_SPEECH = frozenset("said says told added wrote replied".split())


class Mention(NamedTuple):
    """A place that names a person: tokens `first` (with its title) to `last`, the name from `name`; whose it is."""

    first: int
    name: int
    last: int
    person: int
    sentence: int
    owner: bool
    modifier: bool
    subject: bool


@dataclass(slots=True)
class People:
    """All persons and mentions of a document. `at_token`: a token to the index of the mention that covers it."""

    persons: list[Person]
    mentions: list[Mention]
    at_token: dict[int, int]
    countries: list[CountryMention]
    country_at: dict[int, CountryMention]
    _firsts: list[int]

    def before(self, token: int) -> int:
        """How many mentions begin before `token`."""
        return bisect_right(self._firsts, token - 1)


def find_people(tokens: Tokens, countries: list[CountryMention]) -> People:
    """The persons of a document's tokens; `countries`: its countries' words outside quotations."""
    country_at = _country_tokens(tokens, countries)
    for token in [t for t in country_at if _is_given_name(tokens, t, country_at)]:
        del country_at[token]
    country_tokens = frozenset(country_at)
    runs: list[tuple[NameRun, int]] = []
    for sentence in range(len(tokens.firsts) - 1):
        first, last = tokens.bounds(sentence)
        runs += [(run, sentence) for run in find_runs(tokens, first, last, country_tokens)]
    persons: list[Person] = []
    owners = Families(persons)
    sure = {_key(tokens, run) for run, _ in runs if run.kind == "full" and _is_sure(tokens, run)}
    _cut_headings(tokens, runs, sure)
    named = [(i, name_words(tokens, run)) for i, (run, _) in enumerate(runs) if run.kind == "full"]
    full = {i: owners.full(words) for i, words in named if " ".join(words).lower() in sure}
    mentions: list[Mention] = []
    led = -1
    alone = {_key(tokens, run) for run, _ in runs if run.kind == "single" and _is_person(tokens, run)}
    introduced = introductions(tokens, runs, full)
    for index, (run, sentence) in enumerate(runs):
        person = full.get(index)
        if person is None and (run.kind == "single" or _is_borne(tokens, run, owners)):
            person = owners.single(tokens, run, alone, introduced)
        if person is None:
            continue
        owners.last_named(person)
        subject = _is_subject(tokens, run, sentence) or (led != sentence and _may_lead(tokens, run, sentence))
        led = sentence if subject else led
        mentions.append(
            Mention(
                run.first,
                run.name,
                run.last,
                person,
                sentence,
                run.owner,
                run.modifier,
                subject,
            )
        )
        _learn_gender(persons[person], tokens, run)
        persons[person].suffix = persons[person].suffix or suffix_of(tokens, run)
    for number, mention in enumerate(mentions):
        persons[mention.person].mentions.append(number)
    for mention in mentions:
        for token in range(mention.name, mention.last):
            tokens.flags[token] |= PERSON
    at_token = {t: n for n, m in enumerate(mentions) for t in range(m.first, m.last)}
    return People(persons, mentions, at_token, countries, country_at, [m.first for m in mentions])


def _is_given_name(tokens: Tokens, at: int, country_at: dict[int, CountryMention]) -> bool:
    """Whether a country's or a capital's word is a name here: "Sofia Lund", "Mark Pole", not "Sofia University"."""
    if at > 0 and tokens.lowers[at - 1] in given_names() and at - 1 not in country_at and at + 1 not in country_at:
        return bool(tokens.flags[at - 1] & CAPITAL)
    if tokens.lowers[at] not in given_names() or at + 1 >= len(tokens.flags) or at + 1 in country_at:
        return False
    after = tokens.flags[at + 1]
    return bool(after & CAPITAL) and not after & (
        TITLE | ROLE | ORGANISATION | BODY | TIME | DET | PREP | SIGN | ADVERB
    )


def _cut_headings(tokens: Tokens, runs: list[tuple[NameRun, int]], sure: set[str]) -> None:
    """Cut from a name the words that a heading's capitals join to it: "Ann Lee Defends" where the text has "Ann Lee".

    What is told as a name of its own elsewhere, or stands behind a particle, stays.
    """
    long = [i for i, (run, _) in enumerate(runs) if run.kind == "full" and run.last - run.name > _FEWEST_OF_A_NAME]
    holding = Counter(word for run, _ in runs for word in set(tokens.words[run.name : run.last])) if long else Counter()
    for index in long:
        run, sentence = runs[index]
        words = name_words(tokens, run)
        shorter = (k for k in range(len(words) - 1, _FEWEST_OF_A_NAME - 1, -1) if " ".join(words[:k]).lower() in sure)
        kept = next(shorter, None)
        if kept is None or tokens.flags[run.name + kept] & PARTICLE:
            continue
        own = tokens.words[run.name : run.last]
        if holding[words[-1]] == (words[-1] in own):  # no other run holds it
            runs[index] = (run._replace(last=run.name + kept, owner=False), sentence)
            holding.subtract(set(own) - set(own[:kept]))


def _country_tokens(tokens: Tokens, countries: list[CountryMention]) -> dict[int, CountryMention]:
    found: dict[int, CountryMention] = {}
    at = 0
    starts, ends = tokens.starts, tokens.ends
    for country in countries:
        at = tokens.at(country.start)
        while at < len(starts) and starts[at] < country.end:
            if ends[at] <= country.end + 2:
                found[at] = country
            at += 1
    return found


def _key(tokens: Tokens, run: NameRun) -> str:
    return " ".join(name_words(tokens, run)).lower()


def _is_sure(tokens: Tokens, run: NameRun) -> bool:
    """Whether a name of two words and more is a person's here: by a title, a given name, or where it stands."""
    if run.titled or tokens.lowers[run.name] in given_names():
        return True
    before = run.first - 1
    if run.modifier or (before >= 0 and tokens.lowers[before] in outlet_nouns()):
        return False
    if (
        before > 0
        and tokens.lowers[before] in ("the", ",", "of", "to", "for", "in")
        and office_before(tokens, run.name, max(0, before - 14))
    ):
        return True
    return before < 0 or not (tokens.flags[before] & PREP or tokens.lowers[before] in ("the", "a", "an"))


def _is_borne(tokens: Tokens, run: NameRun, owners: Families) -> bool:
    """Whether an organisation's word alone is a family name here: "Park said" where the text has "Park Min-ji"."""
    alone = run.kind == "other" and run.last - run.name == 1 and run.first == run.name and not run.modifier
    article = run.first > 0 and tokens.flags[run.first - 1] & (DET | PREP)
    return alone and not article and owners.has_bearer(tokens.words[run.name])


def _is_subject(tokens: Tokens, run: NameRun, sentence: int) -> bool:
    """Whether the name is what its clause is about: it opens the sentence, or a verb follows it."""
    if run.owner or run.modifier:
        return False
    first, last = tokens.bounds(sentence)
    flags = tokens.flags
    before = run.first - 1
    while before >= first and flags[before] & (DET | ROLE | TITLE) and not flags[before] & PREP:
        before -= 1
    if before >= first and flags[before] & PREP and tokens.lowers[before] != "like":
        return False
    if before < first:
        return True
    after = run.last
    return after < last and (bool(flags[after] & (AUX | CUE | FINITE)) or tokens.lowers[after].endswith("ed"))


def _may_lead(tokens: Tokens, run: NameRun, sentence: int) -> bool:
    """Whether the first name of a sentence is likely its subject: no owner, no modifier, no preposition before it."""
    if run.owner or run.modifier:
        return False
    at = run.first - 1
    while at >= tokens.firsts[sentence] and tokens.flags[at] & (DET | ROLE | TITLE):
        at -= 1
    return at < tokens.firsts[sentence] or not tokens.flags[at] & PREP


def _learn_gender(person: Person, tokens: Tokens, run: NameRun) -> None:
    if person.gender is not None:
        return
    for at in range(max(run.first - 1, 0), run.name):
        person.gender = title_genders().get(tokens.lowers[at], person.gender)
    if person.gender is None and len(person.words) > 1:
        person.gender = given_names().get(person.words[0].lower())


def _is_person(tokens: Tokens, run: NameRun) -> bool:
    """Whether a single name is a person's here: a title before it, or a deed of its own."""
    return run.titled or _speaks(tokens, run) or _acts(tokens, run, name_words(tokens, run)[0].lower())


def _speaks(tokens: Tokens, run: NameRun) -> bool:
    """Whether a plain verb of speech stands right beside a name."""
    if run.owner:
        return False
    if run.last < len(tokens.flags) and tokens.lowers[run.last] in _PLAIN_SPEECH:
        return True
    before = run.first - 1
    return before > 0 and tokens.lowers[before] in _PLAIN_SPEECH - {"told"} and _closes(tokens, run.last)


def _closes(tokens: Tokens, at: int) -> bool:
    return at >= len(tokens.flags) or bool(tokens.flags[at] & SIGN) or tokens.lowers[at] in ("who", "on", "in", "at")


def _acts(tokens: Tokens, run: NameRun, word: str) -> bool:
    """Whether a given name alone does something: "Bob met the minister"."""
    if word not in given_names() or run.owner or run.last >= len(tokens.flags):
        return False
    return bool(tokens.flags[run.last] & (AUX | CUE | FINITE)) or tokens.lowers[run.last].endswith("ed")
