"""Agreements told in other words: talks that end in a deal, contracts won, negotiations begun, what a pact binds to.

Every rule is one pattern with the groups "verb", "word" (the word that stands for the agreement) and "title" (the words
that name it); its own words stand in `lexicons/instruments.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from tiestui.extraction.agreements.found import Found
from tiestui.extraction.agreements.words import instrument_words
from tiestui.extraction.clauses import clause_start
from tiestui.extraction.genre import Genre
from tiestui.extraction.scan import Scanner, words_in
from tiestui.extraction.standing import standing
from tiestui.extraction.wordforms import squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Instrument, Status

# What a joint statement welcomes by such a name has been signed; a "deal" or a "partnership" is agreed.
_SIGNED = ("agreement", "memorand", "mou", "convention", "protocol", "accord")
WELCOMED = "welcomed act"
_PACT = (
    r"(?:agreements?|treat(?:y|ies)|pacts?|accords?|deals?|arrangements?|conventions?|memorand(?:um|a)|mous?"
    r"|contracts?|protocols?)"
)
_RECIPIENT = r"(?:(?:the\s+)?(?-i:[A-Z])[\w’'-]*\s+|(?:its|his|her|the)\s+\w+\s+)?"
_SOME = r"(?:[^\s;,]+\s+){0,6}?"
_ANY: tuple[Genre, ...] = ("communiqué", "news", "history")
_PRESENT: tuple[Genre, ...] = ("communiqué", "news")
_JOINT: tuple[Genre, ...] = ("communiqué",)
_SUM = re.compile(
    r"[$€£¥]\s?\d|\d\s*(?:million|billion)|\b(?:million|billion|assistance|aid|grants?|loans?|credits?"
    r"|funds?|funding)\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?:come\s+to|begin|start|launch|conclude|establish|create|form|set\s+up|welcome|hail|applaud|celebrate)$",
    re.IGNORECASE,
)
# What is only begun: "opened formal talks on a fisheries pact".
_IN_THE_MAKING = re.compile(
    r"\b(?:commencement|start|opening|launch|begin\w*|beg[au]n|start\w*|launch\w*|open\w*|resum\w*|commenc\w*|enter\w*)"
    r"(?:\s+(?:of|into|formal|official|the|their))*\s+(?:negotiations|talks)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A wording: its pattern, what it makes, and the kinds of document that it is looked for in.

    form: the verb's form, as `standing` takes it. instrument: the kind, or None for that of the word found.
    """

    name: str
    pattern: Scanner
    status: Status
    instrument: Instrument | None = None
    genres: tuple[Genre, ...] = _ANY
    form: str = "past"


def find_deals(text: str, start: int, end: int, genre: Genre) -> Iterator[Found]:
    """The agreements of a sentence that these rules find; another rule may have found the same."""
    for rule in _rules_for(words_in(text, start, end)):
        if genre not in rule.genres:
            continue
        for match in rule.pattern.finditer(text, start, end):
            if rule.name == "sum given" and not _SUM.search(
                text, clause_start(text, start, match.start()), match.start()
            ):
                continue
            if (
                rule.instrument != "commitment"
                or standing(text, start, match.start("verb"), _form(rule, match)) == "actual"
            ):
                yield _found(text, start, end, rule, match)


def _form(rule: _Rule, match: re.Match[str]) -> str:
    return "base" if _BASE.match(match["verb"]) else rule.form


def _found(text: str, start: int, end: int, rule: _Rule, match: re.Match[str]) -> Found:
    verb, word = squeezed(match["verb"]), squeezed(match["word"])
    kind = rule.instrument or instrument_words().kind(word)
    status, form = rule.status, _form(rule, match)
    if (verb == "would" and "propos" in match[0]) or _IN_THE_MAKING.search(match[0]):
        status = "proposed"
    elif status == "agreed" and (kind == "treaty" or (rule.name == "welcomed deal" and word.startswith(_SIGNED))):
        status = "signed"
    begin = clause_start(text, start, match.start())
    first = match.start("title") if match.start("title") > match.start() else begin
    if kind == "commitment":
        return Found(begin, match.end(), match.start("verb"), form, kind, status, (first, end), rule.name, (verb, word))
    title = (first, match.end("title"))
    return Found(first, match.end(), match.start("verb"), form, kind, status, title, rule.name, (verb, word))


def _rules_for(words: Set[str]) -> list[_Rule]:
    """The rules whose pattern one of these words can begin, in their order."""
    numbers = _rules_of_words()
    opened = {number for word in words & numbers.keys() for number in numbers[word]}
    return [_rules()[number] for number in sorted(opened)] if opened else []


@cache
def _rules_of_words() -> dict[str, list[int]]:
    """The numbers of the rules whose pattern a word can begin, by the word."""
    numbers: dict[str, list[int]] = {}
    for number, rule in enumerate(_rules()):
        for word in rule.pattern.firsts:
            numbers.setdefault(word, []).append(number)
    return numbers


@cache
def _rules() -> tuple[_Rule, ...]:
    return (*_outcomes(), *_negotiations(), *_welcomed(), *_bodies(), *_binding(), *_told())


def _by_verb(verbs: Sequence[str], rest: str) -> Scanner:
    return Scanner(rf"\b(?P<verb>{alternation(list(verbs))})\s+{rest}", verbs)


def _outcomes() -> Iterator[_Rule]:
    """Talks that end in a deal; contracts, orders and credits."""
    words = load("instruments")["deals"]
    outcome = alternation(words["outcomes"])
    deal = rf"(?P<title>(?:an?|the)\s+(?:[\w.'’-]+\s+){{0,5}}?(?P<word>{outcome}))\b(?!['’-])"
    yield _Rule("deal as an outcome", _by_verb(words["ended in"], deal), "agreed")
    contract = (
        rf"(?P<title>{_SOME}(?P<word>contracts?|(?-i:orders?)|tenders?|concessions?|bids?))\s+"
        r"(?:for|to|with|worth|from|of)\b"
    )
    yield _Rule("contract won", _by_verb(words["won"], contract), "signed", "contract")
    signed = rf"(?P<title>{_SOME}(?P<word>commitments?|partnerships?|purchase\s+orders?))\b"
    yield _Rule("deal signed", _by_verb(("signed", "inked", "sealed"), signed), "signed")
    credit = (
        rf"(?P<title>(?:an?|the|new|\d+|two|three|five|ten|twenty|fifty)\s+{_SOME}"
        r"(?P<word>loans?|lines?\s+of\s+credit|credit\s+lines?|credits?|grants?|scholarships))\b"
        r"(?=\s+(?:of|to|worth|for|a|each|in)\b|\s*[.,])"
    )
    yield _Rule(
        "credit extended",
        _by_verb(("extended", "extends", "offered", "offers"), _RECIPIENT + credit),
        "pledged",
        "commitment",
    )
    ratified = Scanner(
        rf"\b(?P<verb>(?:advice\s+and\s+)?consent)\s+to(?:\s+(?:the\s+)?ratification\s+of)?\s+"
        rf"(?P<title>(?:the|an?)\s+{_SOME}(?P<word>{_PACT}))\b",
        ("advice", "consent"),
    )
    yield _Rule("consent to ratify", ratified, "ratified")
    about = (
        r"(?P<title>\b(?P<word>communiqu[eé]s?|joint\s+statements?|declarations?)\s+(?:\w+ly\s+)?(?P<verb>establishing"
        r"|announcing|restoring|resuming))\s"
    )
    opening = ("communiqué", "communique", "communiqués", "communiques", "joint", "declaration", "declarations")
    yield _Rule("communiqué that establishes", Scanner(about, opening), "issued", None, _ANY, "gerund")


def _negotiations() -> Iterator[_Rule]:
    """Negotiations of an agreement: under way, begun, concluded."""
    words = load("instruments")["deals"]
    pact = rf"(?:an?|the|its|their|new|two)\s+{_SOME}(?P<word>{_PACT})"
    topic = (
        rf"(?:negotiations|talks)\s+(?:for|on|about|over|towards?|of)\s+(?:an?\s+|the\s+|their\s+|new\s+"
        rf")?{_SOME}(?P<word>{_PACT})"
    )
    under_way = rf"(?P<title>{pact})\b"
    yield _Rule(
        "negotiating", _by_verb(("negotiating", "renegotiating"), under_way), "proposed", None, _PRESENT, "gerund"
    )
    begun = rf"(?P<title>(?:the\s+|formal\s+|official\s+|their\s+)*{topic})\b"
    yield _Rule("negotiations begun", _by_verb(words["negotiating"], begun), "agreed")
    passive = (
        rf"(?P<title>\b{topic}(?:\s[^;,.]{{0,60}}?)?)\s(?:have\s+been|had\s+been|has\s+been|were|was)\s+(?:\w+ly\s+)?"
        r"(?P<verb>concluded|completed|finali[sz]ed|launched|begun|started|opened)\b"
    )
    yield _Rule("negotiations done", Scanner(passive, ("negotiations", "talks")), "agreed", None, _ANY, "participle")


def _welcomed() -> Iterator[_Rule]:
    """In a joint statement: what the parties welcome has been decided or made."""
    words = load("instruments")["deals"]
    act = (
        rf"(?:{alternation(words['welcomed acts'])})(?=\s+(?:(?:of|by)\s+[^;,.]{{2,40}}?\s)?(?:to|by|that)\s)"
        rf"|(?:launch|establishment)(?=\s+of\s+(?:\S+\s+){{0,7}}?(?:{alternation(words['bodies'])}|partnerships?|programs?"
        r"|programmes?)\b)"
    )
    begun = (
        rf"(?:{alternation(words['welcomed steps'])})(?=\s+of\s+(?:the\s+|formal\s+|an?\s+)?(?:\w+\s+"
        rf"){{0,4}}?(?:negotiations|talks|{_PACT}))"
    )
    kinds = r"(?:(?:recent|successful|formal|official|historic|new|strong)\s+)*"
    owner = r"(?:(?:the|their)\s+|(?:the\s+)?(?-i:[A-Z][\w.]*(?:\s[A-Z]\w*){0,3}['’]s?)\s+)?"
    done = rf"(?P<title>{owner}{kinds}(?P<word>{act}|{begun}))\s+(?:of|to|by|for|that)\s+(?:the\s+|new\s+)?(?:[\w-]+)"
    second = rf"[^;.]{{1,140}}?,?\s+and\s+(?P<title>(?:the\s+)?(?P<word>{begun}))\s+of\b"
    yield _Rule(WELCOMED, _by_verb(words["welcoming"], second), "agreed", "commitment", _JOINT)
    yield _Rule(WELCOMED, _by_verb(words["welcoming"], done), "agreed", "commitment", _JOINT)
    made = (
        r"(?P<title>(?:an?|(?:the\s+)?(?:new|recent|historic|landmark|recently\s+\w+)|several)\s+"
        rf"(?:(?!(?:pursuant|under|to|by|in|with|through)\b)[^\s;,]+\s+){{0,6}}?(?P<word>{_PACT}|partnerships?|investments?))\b"
    )
    yield _Rule("welcomed deal", _by_verb(words["welcoming"], made), "agreed", None, _JOINT)


_ALSO_SET_UP = ("partnership", "partnerships", "programme", "programmes", "program", "programs", "project", "projects")


def _bodies() -> Iterator[_Rule]:
    """In a joint statement: committees, hotlines and the like that the parties set up."""
    words = load("instruments")["deals"]
    body = alternation(words["bodies"])
    active = rf"(?P<title>(?:an?|the|two|three|several)\s+(?!strategic)(?:[\w.'’-]+\s+){{0,5}}?(?P<word>{body}))\b"
    yield _Rule("body set up", _by_verb(words["setting up"], active), "agreed", "commitment", _JOINT)
    nouns = [*words["bodies"], *_ALSO_SET_UP]
    passive = (
        rf"(?P<title>\b(?P<word>{alternation(nouns)})\b)[^;,.]{{0,60}}?\s(?:was|were|has\s+been|have\s+been"
        r"|will\s+be|would\s+be|is\s+to\s+be)\s+(?:\w+ly\s+)?(?P<verb>established|set\s+up|created|formed|launched|inaugurated)\b"
    )
    yield _Rule(
        "body set up",
        Scanner(passive, nouns),
        "agreed",
        "commitment",
        _JOINT,
        "participle",
    )


def _binding() -> Iterator[_Rule]:
    """What a deal makes its parties do."""
    under = (
        r"\b(?:under|as\s+(?:a\s+)?part\s+of|in\s+keeping\s+with|pursuant\s+to)\s+(?:the\s+terms\s+of\s+)?(?:the|this|an?|its)\s+(?:[\w.'’-]+\s+){0,4}?"
        rf"(?:{_PACT}|plan|proposal|programme|program|truce|ceasefire|package)\b[^;,]{{0,60}}(?:,[^;,]{{2,60}})?,\s+"
        r"(?P<title>(?:the\s+)?(?P<word>(?!(?:which|who|that|where)\b)[A-Za-z][\w.’'-]*)(?:\s[^;,.]{1,60}?)?\s(?P<verb>will|would|shall|is\s+to"
        r"|are\s+to)\s+(?:be\s+)?[a-z]+)"
    )
    yield _Rule("under a deal", Scanner(under, ("under", "as", "in", "pursuant")), "pledged", "commitment", _PRESENT)
    words = load("instruments")["deals"]["binding"]
    binds = (
        rf"(?P<title>\b(?P<word>{alternation(words)})\s+(?:\w+ly\s+)?(?P<verb>pledged|committed|commits|bound|binds"
        r"|obliged|obliges|obligated|obligates|required|requires|called\s+for|calls\s+for)\s+(?:(?:both|the|all|each)\s|(?-i:[A-Z]))"
        r"[^;,.]{1,40}?\sto)\s"
    )
    yield _Rule("pact binds", Scanner(binds, words), "agreed")


def _told() -> Iterator[_Rule]:
    """What one side says officially that it would give."""
    words = load("instruments")
    giving = alternation(words["giving"]["verbs"])
    given = (
        r"\b(?P<verb>would|will|shall)\s+(?:also\s+)?(?P<title>be\s+(?P<word>made\s+available|provided|allocated"
        r"|set\s+aside|granted|contributed|given|extended))\b"
    )
    yield _Rule("sum given", Scanner(given, ("would", "will", "shall")), "pledged", "commitment", _PRESENT)
    telling = words["deals"]["telling"]
    that = (
        r"(?:[^;,]{0,60}?\s)?that\s+(?P<title>(?P<word>[\w.’'-]+)\s+(?:[^;,.]{0,60}?\s)?(?:will|would)\s+"
        rf"(?:\w+ly\s+|also\s+)?(?:be\s+(?:providing|sending|giving|contributing)|{giving}))\b"
    )
    yield _Rule("told that it would give", _by_verb(telling, that), "pledged", "commitment", _PRESENT)
    itself = r"(?P<title>(?P<word>it|they)\s+(?:will|would)\s+(?:\w+ly\s+|also\s+)?[a-z]+)\b"
    yield _Rule(
        "announced that it will", _by_verb(("announced", "announces"), itself), "pledged", "commitment", _PRESENT
    )
