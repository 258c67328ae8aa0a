"""Changes of the level: a verb or noun of change governs a label ("upgraded their ties to a strategic partnership").

Also labels in the passive ("a strategic partnership was established in 2008"), states ("strategic partners since
2008"), and instruments whose title names a level (the joint statement "on a comprehensive partnership").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tiestui.extraction.scan import Scanner
from tiestui.extraction.upgrades.acts import Act
from tiestui.extraction.upgrades.labels import Label, find_labels
from tiestui.extraction.wordforms import all_forms, every_form, form_names, form_table, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Action

_BACK = 170
_AFTER = 70
_RELATION = (
    r"(?:relations?(?:hips?)?|ties|partnership|partners|cooperation|co-operation|links|it|them|this|that|which"
    r"|status|friendship|bonds|dialogue|engagement|level|alliance|association|framework|countries|sides)"
)
_TO = re.compile(
    rf"(?:^|\b{_RELATION}\b[^;]*?)\s*\b(?:to|into|as|towards?|onto)\s+(?:the\s+(?:level|status|rank|height"
    rf"|heights|stage)\s+of\s+)?(?:(?:that|one)\s+of\s+)?(?:an?\s+|the\s+|their\s+|its\s+|a\s+new\s+)?[\"“‘']?$",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"^\s*(?:(?:the|its|their|our|a|an|this|what\s+they\s+called|what\s+is\s+called|on|up|into|of|as|as\s+"
    r"a|in|to)\s+){0,3}"
    r"(?:(?:relations?|relationship|ties|framework|level|status|basis)\s+(?:of|as|for|at)\s+)?(?:(?:the"
    r"|an?)\s+)?(?:(?:new\s+)?(?:stage|phase|era|level)\s+of\s+)?(?:[\w.]+(?:[-–][\w.]+)+\s+"
    r")?(?:[A-Z][\w.]+(?:['’]s)?\s+)?[\"“‘']?$"
)
_PASSIVE = re.compile(
    r"[\"”’']?(?:\s+(?:between|with)\s+[^;,]{2,50}?)?,?\s+(?:(?:that|which)\s+)?(?:was|were|has\s+been|have\s+"
    r"been|had\s+been|is|being)\s+(?:\w+\s+){0,2}?(?P<verb>\w[\w-]*(?:\s+up)?)\b"
)
_REDUCED = re.compile(
    r"[\"”’']?(?:\s+(?:between|with)\s+[^;,]{2,50}?)?,?\s+(?P<verb>\w[\w-]*(?:\s+up)?)\s+(?=(?:in|on|by|since"
    r"|during)\s)"
)
_BE_SINCE = re.compile(
    r"\b(?P<verb>ha(?:ve|s|d)\s+been|ha(?:ve|s|d)\s+(?:had|enjoyed|maintained)|have|has)\s+(?:an?\s+"
    r")?[\"“‘']?$"
)
_INTO_VERBS = ("into", "become", "became", "becoming", "becomes")
_ENTERED = frozenset({"enter", "entered", "enters", "entering", "reach", "reached", "reaches", "reaching"})
_TARGETLESS = frozenset({"rise", "rose", "risen", "ascend"})
_ANNIVERSARY = re.compile(
    r"\banniversary\s+of\s+(?:the\s+)?(?:(?:establishment|launch|signing|formation)\s+of\s+)?(?:the|a|an|their"
    r"|our)?\s*(?:[\w.]+[-–][\w.]+\s+)?[\"“‘']?$",
    re.IGNORECASE,
)
_SINCE_GERUND = re.compile(r"\b(?:since|after)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    verb: Scanner
    noun: Scanner
    participle: re.Pattern[str]
    actions: dict[str, str]
    noun_actions: dict[str, str]
    forms: dict[str, str]
    instrument: Scanner


@cache
def _patterns() -> _Patterns:
    data = load("levels")
    actions: dict[str, list[str]] = data["actions"]
    nominal: dict[str, list[str]] = data["nominal"]
    every = [entry for entries in actions.values() for entry in entries]
    forms = form_names(every)
    nouns = [noun for own in nominal.values() for noun in own]
    instruments = load("instruments")
    title = alternation([word for words in instruments["titles"].values() for word in words])
    signing = [entry for group in ("signed", "issued", "adopted") for entry in instruments["verbs"][group]]
    return _Patterns(
        verb=Scanner(rf"\b{all_forms(every)}\b", every_form(every)),
        noun=Scanner(rf"\b{alternation(nouns)}\b", nouns),
        participle=re.compile(rf"^{participles(every)}$", re.IGNORECASE),
        actions=form_table(actions),
        noun_actions={noun: action for action, own in nominal.items() for noun in own},
        forms=forms,
        instrument=Scanner(
            rf"\b(?P<verb>{all_forms(signing)}|signing\s+of|adoption\s+"
            rf"of)\b(?P<gap>[^;]{{0,60}}?)\b(?P<instrument>{title})\b",
            [*every_form(signing), "signing", "adoption"],
        ),
    )


def find_level_changes(text: str, start: int, end: int) -> Iterator[Act]:
    """Changes of the level told in a sentence, in order of the text."""
    low = start
    previous: Act | None = None
    for label in find_labels(text, start, end):
        if label.sectoral:
            continue
        act = (
            (_coordinated(text, previous, label) if previous is not None else None)
            or _instrument(text, start, label)
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
    start: int,
    end: int,
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
    return Act(
        start,
        end,
        verb,
        form,
        action,
        label.level,
        rank,
        label.title,
        rule,
        (*words, label.title),
        label.modifiers,
        weak,
        derived,
    )


def _governed(text: str, low: int, label: Label) -> Act | None:
    """A verb or noun before the label: "raised relations to", "the elevation of ties to", "established"."""
    p = _patterns()
    begin = max(low, label.start - _BACK)
    verbs = [(m.start(), m.end(), squeezed(m[0]), False) for m in p.verb.finditer(text, begin, label.start)]
    nouns = [(m.start(), m.end(), squeezed(m[0]), True) for m in p.noun.finditer(text, begin, label.start)]
    for first, last, word, is_noun in sorted(verbs + nouns, reverse=True):
        gap = text[last : label.start]
        if ";" in gap:
            return None
        action: Action = (p.noun_actions if is_noun else p.actions)[word]  # type: ignore[assignment]
        fits = _fits_noun(gap, action) if is_noun else _fits_verb(gap, word, action)
        if not fits:
            continue
        form = "noun" if is_noun else p.forms.get(word, "past")
        derived = form == "gerund" and _SINCE_GERUND.search(text[low:first]) is not None
        rule = "level by noun" if is_noun else "level by verb"
        return _made(
            label, first, label.end, first, form, action, rule, (word,), weak=form == "noun" or derived, derived=derived
        )
    return None


def _fits_verb(gap: str, word: str, action: Action) -> bool:
    if word.endswith(" into") or word in _INTO_VERBS or word in _ENTERED:
        return _DIRECT.search(gap) is not None or (
            word in _ENTERED and re.search(r"\bstage|phase|era|level\b", gap) is not None and len(gap) < 60
        )
    if action == "upgraded":
        return _TO.search(gap) is not None
    if action == "downgraded":
        return _TO.search(gap) is not None or _DIRECT.search(gap) is not None
    if word.startswith(("develop", "build", "built")):
        return re.match(r"\s+an?\s", gap) is not None and _DIRECT.search(gap) is not None
    return _DIRECT.search(gap) is not None


def _fits_noun(gap: str, action: Action) -> bool:
    if action in ("upgraded", "downgraded"):
        return (
            re.search(
                r"\b(?:to|into|as)\s+(?:the\s+(?:level|status|rank)\s+of\s+)?(?:an?\s+|the\s+|their\s+|a\s+new\s+"
                r")?[\"“‘']?$",
                gap,
            )
            is not None
            and len(gap) < 120
        )
    return re.match(r"\s+of\s+", gap) is not None and len(gap) < 60 and _DIRECT.search(gap) is not None


_AND_TO = re.compile(
    r"[^;]{0,45}?(?P<joint>(?:,\s*|\s)(?:and|then|before)\s+(?:then\s+|later\s+|further\s+|finally\s+|again\s+"
    r")?(?:to|into)\s+)(?:an?\s+|the\s+)?[\"“‘']?$"
)


def _coordinated(text: str, previous: Act, label: Label) -> Act | None:
    """A second target of one verb: "raised to a partnership in 1998 and to a strategic one in 2004"."""
    match = _AND_TO.match(text[previous.end : label.start]) if previous.action == "upgraded" else None
    if match is None:
        return None
    begin = previous.end + match.start("joint")
    return _made(label, begin, label.end, previous.verb, previous.form, "upgraded", "level by verb", previous.words[:1])


def _passive(text: str, label: Label, end: int) -> Act | None:
    """The label is the subject: "a strategic partnership was established", "the partnership launched in 2010"."""
    p = _patterns()
    for pattern, rule in ((_PASSIVE, "level in the passive"), (_REDUCED, "level by participle")):
        match = pattern.match(text, label.end, min(end, label.end + _AFTER))
        if match is None:
            continue
        verb = squeezed(match["verb"])
        if not p.participle.match(verb) or p.actions[verb] in ("upgraded", "downgraded"):
            continue
        action: Action = p.actions[verb]  # type: ignore[assignment]
        weak = rule == "level by participle"
        return _made(
            label, label.start, match.end(), match.start("verb"), "participle", action, rule, (verb,), weak=weak
        )
    return None


def _state(text: str, low: int, label: Label, end: int) -> Act | None:
    """A lasting level with its beginning: "have been strategic partners since 2008"."""
    head = text[max(low, label.start - 40) : label.start]
    match = _BE_SINCE.search(head)
    if match is None or not re.match(r"[^;,]{0,40}?\bsince\b", text[label.end : min(end, label.end + 60)]):
        return None
    first = label.start - len(head) + match.start()
    return _made(
        label,
        first,
        label.end,
        first,
        "past",
        "established",
        "level since",
        (squeezed(match["verb"]), "since"),
        weak=True,
    )


def _anniversary(text: str, low: int, label: Label) -> Act | None:
    """An anniversary dates the beginning: "the tenth anniversary of the strategic partnership"."""
    match = _ANNIVERSARY.search(text, max(low, label.start - 90), label.start)
    if match is None:
        return None
    return _made(
        label,
        match.start(),
        label.end,
        match.start(),
        "past",
        "established",
        "level by anniversary",
        ("anniversary",),
        weak=True,
        derived=True,
    )


def _instrument(text: str, start: int, label: Label) -> Act | None:
    """An instrument that is signed or issued and whose title names the level."""
    p = _patterns()
    if label.level == "partnership" and not label.modifiers:
        return None
    begin = max(start, label.start - 240)
    best = None
    for match in p.instrument.finditer(text, begin, label.start):
        best = match
    if best is None:
        return None
    gap = text[best.end() : label.start]
    if not re.match(
        r"[\s,\"“‘’”']*(?:on|of|for|regarding|concerning|about|to|declaring|establishing|announcing|elevating"
        r"|titled|entitled|between)\b",
        gap,
    ):
        return None
    if ";" in gap or re.search(r"\b(?:which|who|while|after|following|saying|welcom\w+|noting)\b|,\s+and\b", gap):
        return None
    verb = squeezed(best["verb"])
    form = "noun" if verb.endswith(" of") else _verb_form(verb)
    action: Action = "established" if squeezed(best["instrument"]) in ("treaty", "agreement", "pact") else "upgraded"
    return _made(
        label,
        best.start(),
        label.end,
        best.start(),
        form,
        action,
        "instrument whose title names the level",
        (verb, squeezed(best["instrument"])),
    )


def _verb_form(verb: str) -> str:
    if verb.endswith("ing"):
        return "gerund"
    return "past" if verb.endswith("ed") or verb == "inked" else "present" if verb.endswith("s") else "base"
