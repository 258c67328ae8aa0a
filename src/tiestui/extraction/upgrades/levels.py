"""Changes of the level: a verb or noun of change governs a label ("upgraded their ties to a strategic partnership").

Also labels in the passive ("a strategic partnership was established in 2008"), states ("strategic partners since
2008"), and instruments whose title names a level (the joint statement "on a comprehensive partnership").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.scan import Scanner
from tiestui.extraction.upgrades.acts import Act
from tiestui.extraction.upgrades.changes import change_words, noun_governs, verb_governs
from tiestui.extraction.upgrades.labels import Label, find_labels
from tiestui.extraction.wordforms import all_forms, every_form, form_names, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Action
from tiestui.patterns import lazily

INSTRUMENT_RULE = "instrument whose title names the level"
"""The rule of a level that only an instrument's title names: the chronology keeps it when nothing else tells of it."""

_BACK = 170
_BACK_TO_INSTRUMENT = 240
_AFTER = 70
_PARTNERS = r"[\"”’']?(?:\s+(?:between|with)\s+[^;,]{2,50}?)?,?\s+"
# "The partnership concluded in 2015 was suspended": it goes by the last verb.
_MADE_IN = r"(?:[a-z]+ed\s+(?:in|on)\s[\w ,]{4,20}?\s)?"
_PASSIVE = lazily(
    rf"{_PARTNERS}{_MADE_IN}(?:(?:that|which)\s+)?(?:was|were|has\s+been|have\s+been|had\s+been|is|being)\s+(?:\w+\s+){{0,2}}?"
    r"(?P<verb>\w[\w-]*(?:\s+up)?)\b"
)
_REDUCED = lazily(rf"{_PARTNERS}(?P<verb>\w[\w-]*(?:\s+up)?)\s+(?=(?:in|on|by|since|during)\s)")
_BE_SINCE = lazily(
    r"\b(?P<verb>ha(?:ve|s|d)\s+been|ha(?:ve|s|d)\s+(?:had|enjoyed|maintained)|have|has)\s+(?:at\s+the\s+level\s+of\s+)?"
    r"(?:an?\s+)?[\"“‘']?$"
)
_FROM = lazily(r"\s*[Ss]ince\s[^,;]{0,40}?\d{4},?\s[^,;]{0,60}$")
_SINCE = lazily(r"[^;,]{0,40}?\bsince\b")
_SINCE_GERUND = lazily(r"\b(?:since|after)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_ANNIVERSARY = lazily(
    r"\banniversary\s+of\s+(?:the\s+)?(?:(?:establishment|launch|signing|formation)\s+of\s+)?(?:the|an?|their|our)?\s*"
    r"(?:[\w.]+[-–][\w.]+\s+)?[\"“‘']?$",
    re.IGNORECASE,
)
_AND_TO = lazily(
    r"[^;]{0,45}?(?:,\s*|\s)(?:and|then|before)\s+(?P<own>(?:then\s+|later\s+|further\s+|finally\s+|again\s+)?"
    r"(?:(?:in|on|by)\s+[\w ,]{4,22}?\s)?(?:to|into)\s+)(?:an?\s+|the\s+)?[\"“‘']?$"
)
# "Became partners in 2005, strategic partners in 2010 and comprehensive ones in 2018".
_ALSO = lazily(
    r"\s(?:in|on)\s[\w ,]{0,18}\d{4}(?:,\s*(?:and\s+|then\s+)?|\s+and\s+(?:then\s+|later\s+)?)(?P<own>)(?:an?\s+)?$"
)
_IN_YEAR = lazily(r"\s(?:in|on)\s[\w ,]{0,18}\d{4}")
_TITLED = lazily(
    r"[\s,\"“‘’”']*(?:on(?!\s+(?:\w+day\b|\d|[A-Z][a-z]+\s+\d))|of|for|regarding|concerning|about|to|declaring|establishing|announcing|elevating"
    r"|titled|entitled|between)\b"
)
_WAS_SIGNED = lazily(
    r"[\"”’']?(?:\s[^;,.]{1,40}?)?\s(?:was|were)\s+(?:\w+ly\s+|also\s+)?(?P<verb>signed|issued|adopted|released|concluded)\b"
)
# "To upgrade their ties to": the verb, not the noun.
_INFINITIVE = lazily(r"\b(?:to|will|would|shall|not)\s+(?:\w+ly\s+|further\s+)?$")
_OUT_OF_TITLE = lazily(
    r";|\b(?:which|who|while|after|following|saying|welcom\w+|noting"
    r"|pledging|vowing|promising|agreeing|calling)\b|,\s+and\b"
)
_FOUNDING = frozenset({"treaty", "agreement", "pact"})


def find_level_changes(text: str, start: int, end: int) -> Iterator[Act]:
    """Changes of the level told in a sentence, in order of the text."""
    low = start
    previous: Act | None = None
    for label in find_labels(text, start, end):
        if label.sectoral:
            continue
        act = (
            _coordinated(text, previous, label, end)
            or _instrument(text, start, label)
            or _signed(text, start, label, end)
            or _governed(text, low, label)
            or _passive(text, label, end)
            or _state(text, low, label, end)
            or _anniversary(text, low, label)
        )
        if act is not None:
            low = label.end
            previous = act
            yield act


def _made(
    label: Label,
    span: tuple[int, int],
    verb: int,
    form: str,
    action: Action,
    rule: str,
    words: tuple[str, ...],
    *,
    weak: bool = False,
    derived: bool = False,
) -> Act:
    rank = 0 if action == "severed" else label.rank
    said = (*words, label.title)
    title, modifiers = label.title, label.modifiers
    return Act(*span, verb, form, action, label.level, rank, title, rule, said, modifiers, weak, derived)


def _governed(text: str, low: int, label: Label) -> Act | None:
    """A verb or noun before the label: "raised relations to", "the elevation of ties to", "established"."""
    words = change_words()
    begin = max(low, label.start - _BACK)
    verbs = [(m.start(), m.end(), squeezed(m[0]), False) for m in words.verb.finditer(text, begin, label.start)]
    nouns = [(m.start(), m.end(), squeezed(m[0]), True) for m in words.noun.finditer(text, begin, label.start)]
    for first, last, word, is_noun in sorted(verbs + nouns, reverse=True):
        gap = text[last : label.start]
        if ";" in gap:
            return None
        span = (first, label.end)
        if is_noun and _INFINITIVE.search(text, low, first):
            continue
        if is_noun and noun_governs(gap, words.noun_actions[word]):
            return _made(label, span, first, "noun", words.noun_actions[word], "level by noun", (word,), weak=True)
        if not is_noun and verb_governs(word, gap, words.actions[word]):
            form = words.forms.get(word, "past")
            derived = form == "gerund" and _SINCE_GERUND.search(text[low:first]) is not None
            action = words.actions[word]
            return _made(label, span, first, form, action, "level by verb", (word,), weak=derived, derived=derived)
    return None


def _coordinated(text: str, previous: Act | None, label: Label, end: int) -> Act | None:
    """A second target of one verb: "raised to a partnership in 1998 and to a strategic one in 2004"."""
    if previous is None or previous.action not in ("upgraded", "established"):
        return None
    gap = text[previous.end : label.start]
    match = _AND_TO.match(gap) if previous.action == "upgraded" else None
    if match is None and _IN_YEAR.match(text, label.end, end):
        match = _ALSO.fullmatch(gap)
    if match is None:
        return None
    span = (previous.end + match.start("own"), label.end)
    return _made(label, span, previous.verb, previous.form, "upgraded", "level by verb", previous.words[:1])


def _passive(text: str, label: Label, end: int) -> Act | None:
    """The label is the subject: "a strategic partnership was established", "the partnership launched in 2010"."""
    words = change_words()
    for pattern, rule in ((_PASSIVE, "level in the passive"), (_REDUCED, "level by participle")):
        match = pattern.match(text, label.end, min(end, label.end + _AFTER))
        if match is None:
            continue
        verb = squeezed(match["verb"])
        if not words.participle.match(verb) or words.actions[verb] in ("upgraded", "downgraded"):
            continue
        span = (label.start, match.end())
        action, weak = words.actions[verb], rule == "level by participle"
        return _made(label, span, match.start("verb"), "participle", action, rule, (verb,), weak=weak)
    return None


def _state(text: str, low: int, label: Label, end: int) -> Act | None:
    """A lasting level with its beginning: "have been strategic partners since 2008"."""
    begin = max(low, label.start - 40)
    match = _BE_SINCE.search(text[begin : label.start])
    if match is None or not (
        _SINCE.match(text, label.end, min(end, label.end + 60)) or _FROM.fullmatch(text, low, begin + match.start())
    ):
        return None
    first = begin + match.start()
    said = (squeezed(match["verb"]), "since")
    return _made(label, (first, label.end), first, "past", "established", "level since", said, weak=True)


def _signed(text: str, start: int, label: Label, end: int) -> Act | None:
    """An instrument whose title names the level, in the passive: "the declaration on a partnership was signed"."""
    signed = _WAS_SIGNED.match(text, label.end, min(end, label.end + _AFTER))
    if signed is None or (label.level == "partnership" and not label.modifiers):
        return None
    last = None
    for match in _titles().finditer(text, max(start, label.start - _BACK_TO_INSTRUMENT), label.start):
        last = match
    if last is None or not _TITLED.match(text[last.end() : label.start]):
        return None
    if _OUT_OF_TITLE.search(text, last.end(), label.start):
        return None
    instrument = squeezed(last[0])
    action: Action = "established" if instrument in _FOUNDING else "upgraded"
    words = (squeezed(signed["verb"]), instrument)
    span = (last.start(), signed.end())
    return _made(label, span, signed.start("verb"), "participle", action, INSTRUMENT_RULE, words)


@cache
def _titles() -> Scanner:
    words = load("instruments")["titles"]
    every = [word for own in words.values() for word in own]
    return Scanner(rf"\b{alternation(every)}\b", every)


def _anniversary(text: str, low: int, label: Label) -> Act | None:
    """An anniversary dates the beginning: "the tenth anniversary of the strategic partnership"."""
    match = _ANNIVERSARY.search(text, max(low, label.start - 90), label.start)
    if match is None:
        return None
    span = (match.start(), label.end)
    rule, said = "level by anniversary", ("anniversary",)
    return _made(label, span, match.start(), "past", "established", rule, said, weak=True, derived=True)


def _instrument(text: str, start: int, label: Label) -> Act | None:
    """An instrument that is signed or issued and whose title names the level."""
    if label.level == "partnership" and not label.modifiers:
        return None
    signing, forms = _signing()
    last = None
    for match in signing.finditer(text, max(start, label.start - _BACK_TO_INSTRUMENT), label.start):
        last = match
    if last is None:
        return None
    gap = text[last.end() : label.start]
    if not _TITLED.match(gap) or _OUT_OF_TITLE.search(gap):
        return None
    verb, instrument = squeezed(last["verb"]), squeezed(last["instrument"])
    form = "noun" if verb.endswith(" of") else forms.get(verb, "past")
    action: Action = "established" if instrument in _FOUNDING else "upgraded"
    return _made(label, (last.start(), label.end), last.start(), form, action, INSTRUMENT_RULE, (verb, instrument))


@cache
def _signing() -> tuple[Scanner, dict[str, str]]:
    """The pattern of a signed or issued instrument, and the forms of its verbs."""
    words = load("instruments")
    title = alternation([word for own in words["titles"].values() for word in own])
    verbs = [entry for group in ("signed", "issued", "adopted") for entry in words["verbs"][group]]
    pattern = rf"\b(?P<verb>{all_forms(verbs)}|(?:signing|adoption)\s+of)\b[^;]{{0,60}}?\b(?P<instrument>{title})\b"
    return Scanner(pattern, [*every_form(verbs), "signing", "adoption"]), form_names(verbs)
