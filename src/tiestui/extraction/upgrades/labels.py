"""Labels of levels: an open set of modifiers around a core ("all-weather comprehensive strategic partnership").

Read from the core to the left while the words are modifiers, and to the right for "featuring ...", "of coordination",
"for a new era". Hands on `Label`s with the level, its modifiers and the ladder's rank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from tiestui.countries import find_countries
from tiestui.lexicons import alternation, load

_MOST_MODIFIERS = 9
_LONGEST_WORD = 80
_REACH = 160
_WORD_LEFT = re.compile(r"(?<![\w.-])([\w.-]+(?:['’]\w+)?)([\s,\"“”‘’']*)$")
_ADJECTIVE = re.compile(r"(?:\bgolden|ic|al|ive|ful|ed|ant|ent|ous|able|ible|ary|ing|ly|some|ern|less|ral|ate|class)$")
# "Raised their partnership to a strategic one", "became its first strategic partner".
_SHORT_CORE = r"(?<=strategic\s)partner|(?<=strategic\s)one|(?<=comprehensive\s)one|(?<=cooperative\s)one"
_TAIL = re.compile(
    r"\s+(?P<of>of\s+(?:strategic\s+|mutual\s+|all-round\s+|comprehensive\s+)?(?:coordination"
    r"|co-ordination|cooperation|co-operation|collaboration|interaction))"
)
# "Raised their ties to (the level of) an expanded partnership": whatever the adjective, it is a level.
_LIFTED_TO = re.compile(
    r"\b(?:ties|relations|relationship)\s+(?:(?:with|between)\s+[^,;.]{2,40}?\s)?(?:in)?to\s+(?:the\s+(?:level|status|rank)\s+of\s+)?an?\s+$",
    re.IGNORECASE,
)
_LIFTED_REACH = 90
_FEATURE = re.compile(
    r",?\s+(?:featuring|characteri[sz]ed\s+by|based\s+on|marked\s+by)\s+(?P<what>[^.;:()]+?)"
    r"(?=\s*(?:[.;:(]|$|,\s+(?:and|which|who|but|with|while|as|the)\b|\s(?:in|on|by|since|from|during)\s+"
    r"(?:[A-Z]|\d|the\s+(?:year|presence))|,\s+(?:in|on|by)\b))"
)
_ERA = re.compile(r"\s+(?:(?:in|for|of|to)\s+)(?:the|a)\s+(?P<era>[Nn]ew\s+[Ee]ra)\b")
_BETWEEN = re.compile(
    r"\s+(?:between\s+[^,.;]{3,60}?|with\s+[A-Z][^,.;]{2,40}?)(?=\s+(?:in|for|of|to)\s+(?:the|a)\s+[Nn]ew\s+"
    r"[Ee]ra\b)"
)
_FOR = re.compile(
    r"\s+(?P<purpose>for\s+(?:[Pp]eace|[Pp]rosperity|[Pp]rogress|[Dd]evelopment|[Ss]ustainable|[Ss]hared"
    r"|the\s+[Ff]uture|[Gg]enerations|[Mm]utual)\b[^.;:,()]*?"
    r"(?:,\s+\w+)*?(?:,?\s+and\s+\w+)?)(?=\s*(?:[.;:,(]|$|\s(?:during|when|on|with|in\s+(?:[0-9]"
    r"|[A-Z][a-z]+\s+[0-9])|between)\b))"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A level named in a text, from code point `start` to `end`.

    level: the label without its modifiers, in lower case. title: the label as a person reads it.
    sectoral: a partnership in one field only, which is no level of the whole relationship.
    """

    start: int
    end: int
    level: str
    modifiers: tuple[str, ...]
    rank: int
    title: str
    sectoral: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    core: re.Pattern[str]
    not_after: re.Pattern[str]
    stage: re.Pattern[str]
    stops: frozenset[str]
    level: frozenset[str]
    levelling: frozenset[str]
    sectoral: frozenset[str]
    ranks: tuple[tuple[Any, ...], ...]


@cache
def _words() -> _Words:
    data = load("levels")
    lead = alternation(data["stages"]["lead"])
    cores = alternation(data["stages"]["cores"])
    return _Words(
        core=re.compile(rf"(?<![\w-])(?:{alternation(data['cores'])}|{_SHORT_CORE})(?![\w-])", re.IGNORECASE),
        not_after=re.compile(rf"[\s,\"”’']*{alternation(data['not_after'])}\b", re.IGNORECASE),
        stage=re.compile(
            rf"\b(?P<lead>(?:new|higher|another)\s+{lead})\s+(?P<what>[\w\s,-]{{0,70}}?{cores})(?=\s*(?:[.,;:]"
            rf"|$|\s(?:in|on|by|with|between|since|when)\b))",
            re.IGNORECASE,
        ),
        stops=frozenset(data["stops"]),
        level=frozenset(data["level_words"]),
        levelling=frozenset(data["levelling"]),
        sectoral=frozenset(data["sectoral"]),
        ranks=tuple(tuple(row) for row in data["ranks"]["rows"]),
    )


def find_labels(text: str, start: int, end: int) -> Iterator[Label]:
    """The labels of levels between two code points, in order, none inside another."""
    words = _words()
    stages = [stage for match in words.stage.finditer(text, start, end) if (stage := _stage(match)) is not None]
    at = start
    for core in words.core.finditer(text, start, end):
        while stages and stages[0].start < core.end():
            yield stages[0]
            at = stages.pop(0).end
        if core.start() >= at and (label := _label(text, core, at, end, words)) is not None:
            at = label.end
            yield label
    yield from stages


def _stage(match: re.Match[str]) -> Label | None:
    """A stage of cooperation that is named without the word partnership."""
    named = squeeze(match["what"])
    if "partnership" in named or not re.search("co-?operation|coordination|strategic", named):
        return None
    return Label(match.start("what"), match.end("what"), named, (), load("levels")["ranks"]["stage"], named)


def squeeze(words: str) -> str:
    """Words in lower case with single spaces and without quotation marks."""
    return " ".join(re.sub(r"[“”\"‘]|(?<!\w)['’]|['’](?!\w)", " ", words).lower().split())


def _label(text: str, core: re.Match[str], low: int, end: int, words: _Words) -> Label | None:
    if words.not_after.match(text, core.end(), end):
        return None
    first, before = _modifiers(text, core.start(), max(low, core.start() - _REACH), words)
    core_words = squeeze(core[0])
    if core_words in ("partner", "partners", "partnerships", "one"):
        core_words = "partnership"
    all_words = [*before, *core_words.split()]
    after, last, tail = _tail(text, core.end(), end)
    sectoral = any(part in words.sectoral for word in all_words for part in (word, *word.split("-")))
    loose = core_words == "partnership" and before and not after and not words.levelling & set(before)
    if loose and _LIFTED_TO.search(text, max(low, first - _LIFTED_REACH), first) is None:
        return None
    level, modifiers = _split(before, core_words, words)
    ranked = {*all_words, *(word for phrase in after if phrase.startswith("of ") for word in phrase.split())}
    title = " ".join((" ".join([*before, core_words]) + tail).split())
    return Label(first, last, level, tuple(modifiers + after), _rank(ranked, words), title, sectoral)


def _modifiers(text: str, core: int, low: int, words: _Words) -> tuple[int, list[str]]:
    """Where the label begins, and the words before its core in lower case."""
    first = core
    found: list[str] = []
    while len(found) < _MOST_MODIFIERS:
        match = _WORD_LEFT.search(text, max(low, first - _LONGEST_WORD), first)
        if match is None:
            break
        word = match[1]
        lower = word.lower()
        comma = "," in match[2]
        if lower in ("and", "&") and found:
            ahead = _WORD_LEFT.search(text, low, match.start())
            if ahead and ahead[1].lower() in words.levelling | words.level:
                first = match.start()
                found.insert(0, lower)
                continue
            break
        if lower in words.stops or (comma and not (lower in words.levelling or lower in words.level)):
            break
        known = lower in words.levelling or lower in words.level or lower in words.sectoral
        if not known and (word[0].isupper() or not (_ADJECTIVE.search(lower) or "-" in lower)):
            break
        if not known and find_countries(word):
            break
        first = match.start(1)
        found.insert(0, lower.replace("’", "'"))
    return first, found


def _tail(text: str, at: int, end: int) -> tuple[list[str], int, str]:
    """Modifiers that follow the core, where the label ends, and that part as text."""
    modifiers: list[str] = []
    last, tail = at, ""
    if match := _TAIL.match(text, last, end):
        modifiers.append(squeeze(match["of"]))
        last, tail = match.end(), " " + squeeze(match["of"])
    if match := _FEATURE.match(text, last, end):
        modifiers.append(squeeze(match["what"]))
        last, tail = match.end("what"), tail + " " + " ".join(match[0].split())
    if match := _FOR.match(text, last, end):
        modifiers.append(squeeze(match["purpose"]))
        last, tail = match.end(), tail + " " + " ".join(match[0].split())
    between = _BETWEEN.match(text, last, end)
    if match := _ERA.match(text, between.end() if between else last, end):
        modifiers.append("new era")
        last, tail = match.end(), tail + " " + " ".join(match[0].split()).lower()
    return modifiers, last, tail


def _split(before: list[str], core: str, words: _Words) -> tuple[str, list[str]]:
    """The level without its modifiers, and the modifiers."""
    level: list[str] = []
    modifiers: list[str] = []
    pending: list[str] = []
    for word in before:
        if word == "and":
            pending = ["and"]
        elif word in words.level:
            level += (pending if level else []) + [word]
            pending = []
        else:
            if modifiers and modifiers[-1].endswith("ly"):
                modifiers[-1] += f" {word}"
            elif pending and modifiers and not level:
                modifiers[-1] += f" and {word}"
            else:
                modifiers.append(word)
            pending = []
    return " ".join([*level, core]), modifiers


def _rank(found: set[str], words: _Words) -> int:
    flat = {part for word in found for part in (word, *word.split("-"))} | found
    if "co-operation" in flat or "co-operative" in flat:
        flat |= {"cooperation", "cooperative"}
    for rank, *needed in words.ranks:
        if set(needed) <= flat:
            return int(rank)
    return 2
