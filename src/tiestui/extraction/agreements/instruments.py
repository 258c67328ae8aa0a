"""Instruments: what is signed, issued, reached, ratified or ended, one finding for each instrument word.

"The two ministers signed a memorandum on fisheries and an action plan", "the treaty was ratified in 1994", "a deal was
reached", "witnessed the signing of eight documents", "exchanged notes".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiestui.extraction.agreements.found import AGAIN, BRACKETED, LISTED, PARTICIPLE, PASSIVE, Found
from tiestui.extraction.agreements.lists import with_listed
from tiestui.extraction.agreements.named import FRONTED, find_named, with_own_years
from tiestui.extraction.agreements.words import NOT_OBJECT, NOUN_STATUS, InstrumentWords, instrument_words
from tiestui.extraction.clauses import LONGEST_CLAUSE
from tiestui.extraction.wordforms import squeezed
from tiestui.model.records import Instrument, Status
from tiestui.patterns import lazily

# "Several pacts, such as a Treaty on Visas (2008)": the several ones stand behind it.
_EXAMPLES = lazily(r",?\s+(?:such\s+as|including|among\s+them|namely)\b|\s*:")
_RATIFYING = ("instruments of ratification", "ratifications")
_INTO_LAW = lazily(r"[^;,]{0,60}?\s(?:into|as)\s+law\b")

_NUMBER = r"an?|the|another|two|three|four|five|six|seven|eight|nine|ten|\d+|several"
# An instrument that only frames something else ("under the agreement", "according to the joint statement").
_FRAME_BEFORE = lazily(
    r"\b(?:under|according\s+to|pursuant\s+to|in\s+line\s+with|in\s+accordance\s+with|within|per|by|of|in"
    r"|through|on|to|with|for|from|despite|since|about)\s+(?:the\s+terms\s+of\s+|the\s+framework\s+of\s+)?"
    r"(?:the|this|that|a|an|its|their|these|any|such|existing)?\s*(?:[\w.’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FRAME_RIGHT_BEFORE = lazily(
    r"\b(?:under|according\s+to|pursuant\s+to|in\s+line\s+with|in\s+accordance\s+with|within|per|by|of|in"
    r"|through|on|to|with|for|from|despite|since|about)\s+(?:the\s+(?:terms|framework)\s+of\s+)?$",
    re.IGNORECASE,
)
_CONTINUES = lazily(
    r"(?P<joint>,\s*(?:and\s+|as\s+well\s+as\s+)?|\s+and\s+|,?\s+as\s+well\s+as\s+|,\s+including\s+)"
    rf"(?P<det>{_NUMBER}|joint)\s+(?:[\w.’'-]+\s+){{0,5}}?$",
    re.IGNORECASE,
)
_LAST_OF_LIST = lazily(
    r"\b(?:and|as\s+well\s+as)\s+(?:an?|the|two|three|four|\d+|joint)\s+(?:[\w.’'-]+\s+){0,5}$", re.IGNORECASE
)
_LAST_REACH = 60
_OF_LENGTH = len("of ")
_MORE = lazily(r",|\band\b|\bas\s+well\b")
_LIST_ENDS = lazily(r";|\b(?:was|were|is|are|has|have|had|will|said)\b")
# "The proposed deal" and "a signed copy" tell no act.
_DETERMINER = lazily(r"\b(?:the|an?|this|that|its|their|any|of|each|every|such)\s+$", re.IGNORECASE)
_POINTING = lazily(r"\b(?:these|those|this|that|such|its|his|their)\b", re.IGNORECASE)
# "Since the signing of the treaty" is a date, "noted the adoption of" a statement about it.
_BEING = lazily(r"\b(?:be|been|being|not|never)\b")
_NONE = lazily(r"\b(?:no|neither)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_PARLIAMENT = lazily(
    r"\b(?:parliament|senate|congress|assembly|lawmakers|house|bundestag|legislature|duma)\b", re.IGNORECASE
)
_SPOKEN_OF = lazily(
    r"\b(?:not(?:e|ed|ing)\b|mark|celebrat|recall|laud|prais|since|after|following|before|until|upon|anniversary"
    r"|look)\w*\s+(?:\w+\s+)?(?:the\s+|their\s+|[\w.]+['’]s?\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WELCOMED = lazily(r"\b(?:welcom|hail|prais|applaud)\w*\s+(?:\w+\s+)?(?:the\s+|their\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_OTHER_CLAUSE = lazily(
    r"[,;]\s+(?:and|but)\s+(?!other|in|on|at|by|from|with)|\b(?:which|who|they|he|she|it|we)\b", re.IGNORECASE
)
# "The protocol, which provides for visits, was signed".
_RELATIVE = lazily(r",\s+which\b[^,;]*,|,\s+which\b[^,;]*$")
_ABOUT = lazily(r"\s+(?:on|of|for|between|concerning|regarding|to)\b")
_STOP = r"(?!(?:and|in|on|at|of|to|that|which|was|were|is|are|by|with|from|signed|an?|the)\b)"
_PHRASE = lazily(
    rf"\b(?:{_NUMBER}|its|their|this|that|many|some|no|A|The|Its|Their|Several|Two|Three)\s+"
    rf"(?:{_STOP}[\w.’'$€£“”\"-]+\s+){{0,6}}$"
)
_DETERMINED = lazily(rf"(?:{_NUMBER}|its|their|this|that|many|some|no)\s", re.IGNORECASE)
_BARE_PHRASE = lazily(rf"(?:{_STOP}[\w.’'-]+\s+){{0,3}}$")


def find_instruments(text: str, start: int, end: int) -> list[Found]:
    """The instruments of a sentence, in order; of two readings of one instrument word the first rule's stays."""
    found: dict[tuple[int, int], Found] = {}
    bracketed: list[Found] = []
    for item in _readings(text, start, end, instrument_words()):
        found.setdefault((item.title[0], item.verb if item.rule in (AGAIN, FRONTED) else -1), item)
        if item.rule == BRACKETED:
            bracketed.append(item)
    told = with_listed(text, end, sorted(found.values(), key=lambda item: item.start))
    if len(bracketed) > 1:
        return with_own_years(told, bracketed)
    if bracketed:
        return [item for item in told if item.rule == BRACKETED or not _EXAMPLES.match(text, item.title[1], end)]
    return told


def first_kind(text: str, start: int, end: int) -> Instrument:
    """The kind of the first instrument that is named between two code points, "other" when none is."""
    words = instrument_words()
    named = next(iter(words.titles.finditer(text, start, end)), None)
    return words.kind(named[0]) if named is not None else "other"


def _readings(text: str, start: int, end: int, words: InstrumentWords) -> Iterator[Found]:
    for match in words.active.finditer(text, start, end):
        yield from _active(text, match, end, words)
    for match in words.noun.finditer(text, start, end):
        yield from _noun(text, match, words)
    for match in words.passive.finditer(text, start, end):
        yield from _passive(text, start, match, words, PASSIVE)
    for match in words.reduced.finditer(text, start, end):
        if _BEING.search(match["rest"]):
            continue
        yield from _passive(text, start, match, words, PARTICIPLE)
    for match in words.again.finditer(text, start, end):
        yield from _again(text, start, match, words)
    yield from find_named(text, start, end, words)


def _active(text: str, match: re.Match[str], end: int, words: InstrumentWords) -> Iterator[Found]:
    """A verb with the instrument as its object, and the instruments that go on after it."""
    verb, word = squeezed(match["verb"]), squeezed(match["title"])
    status = words.status_of[verb]
    form = words.forms.get(verb, "past")
    attributive = _DETERMINER.search(text, max(0, match.start() - 12), match.start()) is not None
    if attributive or (status == "proposed" and (form == "gerund" or (form == "base" and not verb.startswith("put")))):
        return
    if not words.takes(verb, word, match["gap"], status, text[match.end() : match.end() + 24]):
        return
    if verb.startswith(("approv", "endors")):
        status = _approved(text, match, word, words)
    elif word in _RATIFYING or (status == "signed" and _INTO_LAW.match(text, match.end(), end)):
        status = "ratified"
    named = match.start("gap") + (_OF_LENGTH if form == "gerund" and match["gap"].startswith("of ") else 0)
    title = (_skip_space(text, named), match.end())
    first = Found(
        match.start(),
        match.end(),
        match.start("verb"),
        form,
        words.kind(word),
        status,
        title,
        "instrument by verb",
        (verb, word),
    )
    yield first
    if status in ("signed", "issued"):
        yield from _listed(text, first, end, words)


def _approved(text: str, match: re.Match[str], word: str, words: InstrumentWords) -> Status:
    """What approval makes of an instrument: a treaty is ratified by it, a deal is when a parliament approves it."""
    if word.split()[-1] in words.fits["ratifiable"]:
        return "ratified"
    if not word.endswith(("package", "packages", "deal", "plan")):
        return "issued"
    by_parliament = _PARLIAMENT.search(text, max(0, match.start() - 60), match.start()) is not None
    return "ratified" if by_parliament and word.endswith("deal") else "agreed"


def _listed(text: str, first: Found, end: int, words: InstrumentWords) -> Iterator[Found]:
    """More instruments under the same verb: ", a protocol on fisheries and an action plan"."""
    last = first.end
    if _MORE.search(text, last, min(end, last + LONGEST_CLAUSE)) is None:
        return
    for other in words.titles.finditer(text, last, min(end, last + LONGEST_CLAUSE)):
        between = text[last : other.start()]
        if _LIST_ENDS.search(between) or NOT_OBJECT.search(between):
            return
        joint = _CONTINUES.search(between)
        if joint is None:
            continue
        if joint["joint"].strip() == "," and (
            joint["det"].lower() == "the" or not _goes_on(text, other.end(), end, words)
        ):
            # "A pact, a document of weight for the region": an apposition.
            return
        begin = last + joint.end("joint")
        word = squeezed(other[0])
        title = (begin, other.end())
        kind = words.kind(word)
        yield Found(*title, first.verb, first.form, kind, first.status, title, LISTED, (first.words[0], word))
        last = other.end()


def _goes_on(text: str, at: int, end: int, words: InstrumentWords) -> bool:
    """Whether a list of instruments goes on to an "and" before its last one."""
    last = min(end, at + LONGEST_CLAUSE // 2)
    return any(
        _LAST_OF_LIST.search(text, max(at, title.start() - _LAST_REACH), title.start()) is not None
        for title in words.titles.finditer(text, at, last)
    )


def _noun(text: str, match: re.Match[str], words: InstrumentWords) -> Iterator[Found]:
    """An act told by its noun: "witnessed the signing of eight documents"."""
    noun, word = squeezed(match["verb"]), squeezed(match["title"])
    if (
        text.startswith(" ceremony", match.end())
        or _POINTING.search(match["gap"])
        or NOT_OBJECT.search(match["gap"])
        or "negotiations" in match["gap"]
    ):
        return
    if _SPOKEN_OF.search(text, max(0, match.start() - 30), match.start()):
        return
    if noun == "ratification" and text.endswith("instruments of ", 0, match.start()):
        return
    if noun in ("adoption", "issuance") and _WELCOMED.search(text, max(0, match.start() - 30), match.start()):
        return
    if noun == "exchange" and word not in words.fits["exchanged"]:
        return
    title = (match.start("gap"), match.end())
    yield Found(
        match.start(),
        match.end(),
        match.start("verb"),
        "noun",
        words.kind(word),
        NOUN_STATUS[noun],
        title,
        "instrument by noun",
        (noun, word),
    )


def _passive(text: str, start: int, match: re.Match[str], words: InstrumentWords, rule: str) -> Iterator[Found]:
    """The instrument is the subject: "a deal was reached", "a pact signed in 1990"."""
    which = "verb" if match["verb"] else "force"
    verb, word = squeezed(match[which]), squeezed(match["title"])
    status = words.status_of.get(verb, "in force" if verb.startswith("ha") else "signed")
    if word in _RATIFYING:
        status = "ratified"
    before = text[max(start, match.start() - 70) : match.start()]
    if (
        _NONE.search(before)
        or _OTHER_CLAUSE.search(_RELATIVE.sub("", match["rest"]))
        or not words.takes_passive(verb, word, status, before)
    ):
        return
    begin = _phrase_length(before)
    if rule == PASSIVE and begin and _is_frame(before, begin):
        return
    first = match.start() - begin
    last = (
        match.start("rest") + len(match["rest"].partition(",")[0])
        if _ABOUT.match(match["rest"])
        else match.end("title")
    )
    form = "participle" if which == "verb" else "past"
    yield Found(
        first,
        match.end(),
        match.start(which),
        form,
        words.kind(word),
        status,
        (first, last),
        rule,
        (verb, word),
        background=rule == PARTICIPLE,
    )


def _is_frame(before: str, length: int) -> bool:
    """Whether the instrument's phrase of that length only frames something else: "under the pact, ... was opened"."""
    frame = _FRAME_RIGHT_BEFORE if _DETERMINED.match(before[-length:]) else _FRAME_BEFORE
    return frame.search(before[:-length]) is not None


def _again(text: str, start: int, match: re.Match[str], words: InstrumentWords) -> Iterator[Found]:
    """What else befell the instrument named last: "..., and was ratified in 1931", "which lapsed in May"."""
    named = None
    for title in words.titles.finditer(text, max(start, match.start() - LONGEST_CLAUSE // 2), match.start()):
        named = title
    if named is None or ";" in text[named.end() : match.start()]:
        return
    verb, word = squeezed(match["verb"] or match["force"]), squeezed(named[0])
    status = words.status_of.get(verb, "signed")
    if not words.takes_passive(verb, word, status, ""):
        return
    where = match.start("verb") if match["verb"] else match.start("force")
    begin = _phrase_length(text[max(start, named.start() - 70) : named.start()])
    title_span = (named.start() - begin, named.end())
    done = match["verb"] is None or "only to be" in match[0]
    form = "past" if done else "participle"
    yield Found(where, match.end(), where, form, words.kind(word), status, title_span, AGAIN, (verb, word))


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _phrase_length(before: str) -> int:
    """How many code points before the instrument's word its noun phrase begins."""
    match = _PHRASE.search(before) or _BARE_PHRASE.search(before)
    return len(before) - match.start() if match is not None else 0
