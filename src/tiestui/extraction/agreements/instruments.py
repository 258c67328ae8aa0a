"""Instruments: what is signed, issued, reached, ratified or ended, one finding for each instrument word.

"The two ministers signed a memorandum on fisheries and an action plan", "the treaty was ratified in 1994", "a deal was
reached", "witnessed the signing of eight documents", "exchanged notes".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tiestui.extraction.scan import Scanner
from tiestui.extraction.wordforms import all_forms, every_form, form_names, form_table, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Instrument, Status


@dataclass(frozen=True, slots=True)
class Found:
    """An agreement as a rule found it.

    start, end: code points of the act with its object. verb, form: as `clauses.standing` takes them. title: code points
    of the words that name it. listed: whether it only continues an enumeration under the same verb.
    """

    start: int
    end: int
    verb: int
    form: str
    instrument: Instrument
    status: Status
    title: tuple[int, int]
    rule: str
    words: tuple[str, ...]
    background: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    active: Scanner
    passive: Scanner
    reduced: Scanner
    noun: Scanner
    titles: Scanner
    status_of: dict[str, str]
    kind_of: dict[str, str]
    forms: dict[str, str]
    needs_joint: frozenset[str]


_STATUS = {"signed": "signed", "issued": "issued", "adopted": "issued", "agreed": "agreed", "ratified": "ratified", "force": "in force", "ended": "ended", "proposed": "proposed"}
_GAP = r"(?P<gap>(?:[^\s.;,()]+\s+){0,9}?)"
_NOUN_FORMS = r"signing|signature|conclusion|issuance|issuing|adoption|ratification|exchange|termination"
# An instrument that only frames something else ("under the agreement", "according to the joint statement").
_FRAME_BEFORE = re.compile(
    r"\b(?:under|according\s+to|pursuant\s+to|in\s+line\s+with|in\s+accordance\s+with|within|per|by|of|in|through|on|to|with|for|from|despite|since|about)\s+(?:the\s+terms\s+of\s+|the\s+framework\s+of\s+)?(?:the|this|that|a|an|its|their|these|any|such|existing)?\s*(?:[\w.’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"(?P<joint>,\s*(?:and\s+|as\s+well\s+as\s+)?|\s+and\s+|,?\s+as\s+well\s+as\s+|,\s+including\s+)(?P<det>an?|the|another|two|three|four|five|six|seven|eight|nine|ten|\d+|several|joint)\s+(?:[\w.’'-]+\s+){0,5}?$", re.IGNORECASE)
_LIST_GOES_ON = re.compile(r"[^;]{0,120}?\b(?:and|as\s+well\s+as)\s+(?:an?|the|two|three|four|\d+)\s", re.IGNORECASE)
_NOT_OBJECT = re.compile(r"\b(?:who|which|that|after|before|following|when|while|with|whose)\b|[:]", re.IGNORECASE)
_SOLO = frozenset({"notes", "document", "documents", "papers", "instrument", "instruments", "principles", "mechanism", "framework", "plan", "program", "programme", "understanding", "settlement", "package", "packages", "guidelines", "charter", "statement", "road map", "roadmap", "compact", "position paper", "declaration", "proclamation", "convention", "arrangement", "arrangements", "work plan", "contract", "contracts", "protocol", "action plan"})


@cache
def _patterns() -> _Patterns:
    data = load("instruments")
    verbs: dict[str, list[str]] = data["verbs"]
    titles: dict[str, list[str]] = data["titles"]
    words = [word for own in titles.values() for word in own]
    plain = [*words, "statement"]
    active = [e for group in ("signed", "issued", "adopted", "agreed", "ratified", "ended", "proposed") for e in verbs[group]]
    forms = form_names([*active, *verbs["force"]])
    title = alternation(plain)
    return _Patterns(
        active=Scanner(rf"\b(?P<verb>{all_forms(active)})\s+(?:on\s+\w+day\s+|here\s+|today\s+|yesterday\s+)?{_GAP}(?P<title>{title})\b(?!['’]s|-)", every_form(active)),
        passive=Scanner(
            rf"\b(?P<title>{title})\b(?P<rest>[^;]{{0,110}}?)\s(?:(?:was|were|been|being|be|is|are)\s+(?:also\s+|\w+ly\s+|then\s+|not\s+|finally\s+){{0,2}}(?P<verb>{participles(active)})|(?P<force>{all_forms(verbs['force'])}))\b",
            plain,
        ),
        reduced=Scanner(rf"\b(?P<title>{title})(?P<rest>[^;,]{{0,60}}?),?\s+(?P<verb>signed|concluded|reached|inked|ratified|struck|announced|issued)\s+(?=(?:in|on|by|at|between|last|earlier|this)\s)", plain),
        noun=Scanner(rf"\b(?P<verb>{_NOUN_FORMS})\s+of\s+{_GAP}(?P<title>{title})\b", _NOUN_FORMS.split("|")),
        titles=Scanner(rf"\b{title}\b(?!['’]s|-)", plain),
        status_of={form: _STATUS[group] for form, group in form_table(verbs).items()},
        kind_of={word.lower(): kind for kind, own in titles.items() for word in own} | {"statement": "joint statement"},
        forms=forms,
        needs_joint=frozenset({"statement"}),
    )


def may_hold_instrument(lower: str) -> bool:
    """A quick look whether lower-case text tells of an instrument."""
    return any(word in lower for word in _TRIGGERS)


_TRIGGERS = ("agreement", "memorand", "mou", "treat", "protocol", "deal", "accord", "statement", "communiqu", "declaration", "document", "contract", "package", "pact", "notes", "letter", "plan", "framework",
             "convention", "arrangement", "programme", "program", "roadmap", "road map", "principles", "understanding", "settlement", "truce", "ceasefire", "peace", "guidelines", "mechanism", "instrument", "compact", "entente", "charter", "paper")


def find_instruments(text: str, start: int, end: int) -> list[Found]:
    """The instruments of a sentence, in order; of two readings of one instrument word the first rule's stays."""
    p = _patterns()
    found: dict[int, Found] = {}
    for match in p.active.finditer(text, start, end):
        for item in _active(text, match, end, p):
            found.setdefault(item.title[0], item)
    for match in p.noun.finditer(text, start, end):
        item = _noun(text, match, p)
        if item is not None:
            found.setdefault(item.title[0], item)
    for match in (*p.passive.finditer(text, start, end), *p.reduced.finditer(text, start, end)):
        item = _passive(text, start, match, p)
        if item is not None:
            found.setdefault(item.title[0], item)
    return sorted(found.values(), key=lambda item: item.start)


def _kind(word: str, p: _Patterns, verb: str) -> Instrument:
    return p.kind_of.get(squeezed(word), "other")  # type: ignore[return-value]


def _active(text: str, match: re.Match[str], end: int, p: _Patterns) -> Iterator[Found]:
    verb, word = squeezed(match["verb"]), squeezed(match["title"])
    gap = match["gap"]
    status: Status = p.status_of[verb]  # type: ignore[assignment]
    if not _fits(verb, word, gap, status, text[match.end() : match.end() + 24]):
        return
    form = p.forms.get(verb, "past")
    if verb.startswith(("approv", "endors")) and word in ("treaty", "agreement", "pact", "convention", "protocol", "accord"):
        status = "ratified"
    first = match.end("verb")
    yield Found(match.start(), match.end(), match.start("verb"), form, _kind(word, p, verb), status, (_skip_space(text, first), match.end()), "instrument by verb", (verb, word))
    if status not in ("signed", "issued"):
        return
    last = match.end()
    for other in p.titles.finditer(text, last, end):
        between = text[last : other.start()]
        if ";" in between or _NOT_OBJECT.search(between) or re.search(r"\b(?:was|were|is|are|has|have|had|will|said)\b", between):
            return
        joint = _CONTINUES.search(between)
        if joint is None:
            continue
        if joint["joint"].strip() == "," and (joint["det"].lower() == "the" or not _LIST_GOES_ON.search(text, other.end(), end)):
            return
        begin = last + joint.start() + len(joint["joint"])
        word = squeezed(other[0])
        yield Found(begin, other.end(), match.start("verb"), form, _kind(word, p, verb), status, (begin, other.end()), "instrument in a list", (verb, word))
        last = other.end()


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


_OTHER_DECLARATION = re.compile(r"\s+of\s+(?:independence|war|emergency|faith|love|interest|intent\s+to)\b", re.IGNORECASE)


def _fits(verb: str, word: str, gap: str, status: str, tail: str) -> bool:
    """Whether the verb is one that this instrument's word takes, with these words between them."""
    lower = gap.lower()
    if word in ("declaration", "proclamation", "declarations") and _OTHER_DECLARATION.match(tail):
        return False
    if re.search(r"\b(?:without|no|any)\b", lower):
        return False
    if _NOT_OBJECT.search(gap) or re.search(r"\b(?:to|at|by|from|under|during|in|against|for)\s+(?:the|a|an|their|its|his)?\b", lower):
        return False
    if word == "statement":
        return "joint" in lower or "common" in lower
    if word in ("notes", "letters") and not verb.startswith("exchang"):
        return False
    if verb.startswith("exchang"):
        return word in ("notes", "letters", "documents", "exchange of notes", "diplomatic notes", "instruments", "memoranda of understanding", "mous", "agreements", "memorandum of understanding")
    if status == "issued":
        return word not in ("agreement", "agreements", "deal", "deals", "documents", "document", "program", "programme", "plan", "package", "treaty", "contract", "contracts", "notes", "papers", "framework", "arrangements") or verb.startswith(("adopt", "endors", "approv"))
    if status in ("agreed", "ended", "proposed") and word in _SOLO and word not in ("understanding", "settlement", "framework", "package", "packages", "action plan"):
        return False
    if status == "ended":
        return word in ("agreement", "agreements", "treaty", "treaties", "pact", "accord", "accords", "deal", "convention", "protocol", "contract", "memorandum of understanding", "truce", "ceasefire", "free trade agreement", "armistice")
    if verb.startswith(("launch", "establish", "set", "mak", "made", "announc", "unveil", "enter", "forg")):
        return word in ("agreement", "agreements", "deal", "deals", "package", "packages", "aid package", "arms package", "assistance package", "pact", "free trade agreement", "framework", "ceasefire", "truce", "accord", "accords")
    return True


_WELCOMED = re.compile(
    r"\b(?:welcom|hail|prais|applaud|not(?:e|ed|ing)\b|mark|celebrat|recall|since|after|following|before|until|upon|anniversary|look)\w*\s+(?:\w+\s+)?(?:the\s+|their\s+|[\w.]+['’]s?\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)


def _noun(text: str, match: re.Match[str], p: _Patterns) -> Found | None:
    noun, word = squeezed(match["verb"]), squeezed(match["title"])
    status: Status = "ratified" if noun == "ratification" else "issued" if noun in ("issuance", "issuing", "adoption") else "ended" if noun == "termination" else "signed"
    if re.search(r"\b(?:these|those|this|that|such|its|his|their)\b", match["gap"], re.IGNORECASE):
        return None
    if _WELCOMED.search(text, max(0, match.start() - 30), match.start()):
        return None
    if noun == "exchange" and word not in ("notes", "letters", "documents", "instruments"):
        return None
    if _NOT_OBJECT.search(match["gap"]):
        return None
    begin = match.end("verb") + text[match.end("verb") : match.end()].index("of") + 2
    return Found(match.start(), match.end(), match.start("verb"), "noun", _kind(word, p, noun), status, (_skip_space(text, begin), match.end()), "instrument by noun", (noun, word))


_NP_BEFORE = re.compile(r"(?:\b(?:an?|the|its|their|this|that|another|two|three|four|five|six|seven|eight|nine|ten|several|\d+|some|no)\s+)?(?:[\w.’'$€£-]+\s+){0,6}$", re.IGNORECASE)


def _passive(text: str, start: int, match: re.Match[str], p: _Patterns) -> Found | None:
    groups = match.re.groupindex
    verb = squeezed(match["verb"] or match["force"])
    word = squeezed(match["title"])
    status: Status = p.status_of.get(verb, "signed")  # type: ignore[assignment]
    before = text[max(start, match.start() - 70) : match.start()]
    if re.search(r"[,;]\s+(?:and|but)\s+(?!other|in|on|at|by|from|with)|\b(?:which|who|they|he|she|it|we)\b", match["rest"]):
        return None
    if word == "statement" and "joint" not in before.lower():
        return None
    if word in ("plan", "plans", "program", "programme", "mechanism", "principles", "papers", "instrument", "instruments", "notes", "understanding") and status not in ("signed", "ratified"):
        return None
    if status == "ended" and word in _SOLO:
        return None
    if status == "issued" and word in ("agreement", "agreements", "deal", "document", "documents", "treaty", "contract"):
        return None
    begin = _np_start(before)
    framed = _FRAME_BEFORE.search(before[: len(before) - begin]) if begin else None
    reduced = "force" not in groups
    if framed is not None and not reduced:
        return None
    form = "participle" if match["verb"] else "past"
    first = match.start() - begin
    last = match.end("rest") if match["rest"] and re.match(r"\s+(?:on|of|for|between|concerning|regarding|to)\b", match["rest"]) else match.end("title")
    rule = "instrument by participle" if reduced else "instrument in the passive"
    return Found(first, match.end(), match.start("verb") if match["verb"] else match.start("force"), form, _kind(word, p, verb), status, (first, last), rule, (verb, word), background=reduced)


def _np_start(before: str) -> int:
    """How many code points before the instrument's word its noun phrase begins."""
    match = re.search(
        r"(?:\b(?:an?|the|its|their|this|that|another|two|three|four|five|six|seven|eight|nine|ten|several|many|\d+|some|no|A|The|Its|Their|Several|Two|Three)\s+)(?:(?!(?:and|in|on|at|of|to|that|which|was|were|is|are|by|with|from|signed)\b)[\w.’'$€£“”\"-]+\s+){0,6}$",
        before,
    )
    if match is not None:
        return len(before) - match.start()
    tail = re.search(r"(?:(?!(?:and|in|on|at|of|to|that|which|was|were|is|are|by|with|from|signed)\b)[\w.’'-]+\s+){0,3}$", before)
    return len(before) - tail.start() if tail else 0
