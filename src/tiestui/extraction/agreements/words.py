"""The words of instruments: their patterns, their kinds, and which verb takes which word.

All words stand in `lexicons/instruments.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tiestui.extraction.scan import Scanner
from tiestui.extraction.wordforms import all_forms, every_form, form_names, form_table, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Instrument, Status
from tiestui.patterns import lazily

_STATUS: dict[str, Status] = {
    "signed": "signed",
    "issued": "issued",
    "adopted": "issued",
    "agreed": "agreed",
    "ratified": "ratified",
    "force": "in force",
    "ended": "ended",
    "lapsed": "ended",
    "renewed": "agreed",
    "proposed": "proposed",
}
NOUN_STATUS: dict[str, Status] = {
    "signing": "signed",
    "signature": "signed",
    "conclusion": "signed",
    "exchange": "signed",
    "issuance": "issued",
    "unveiling": "issued",
    "release": "issued",
    "issuing": "issued",
    "adoption": "issued",
    "acceptance": "agreed",
    "ratification": "ratified",
    "termination": "ended",
}
"""Nouns for the acts ("the signing of a treaty") and the status that they give."""

_NO_OBJECT = r"(?:who|which|that|after|before|(?<!the\s)following|when|while|with|whose)\b"
_GAP = rf"(?P<gap>(?:(?!{_NO_OBJECT})(?:[^\s;,:()]+|\([^)\s]{{1,12}}\))\s+){{0,11}}?)"
NOT_OBJECT = lazily(rf"\b{_NO_OBJECT}|[:]", re.IGNORECASE)
"""Words that cannot stand between a verb and the instrument that is its object."""

_NOT_BETWEEN = lazily(
    r"\b(?:without|no|any)\b|\b(?:to|at|by|from|under|during|in|against|for)\s+(?:the|a|an|their|its|his)?\b"
)
_OTHER_DECLARATION = lazily(r"\s+of\s+(?:independence|war|emergency|faith|love|interest)\b", re.IGNORECASE)
_JOINT_PLAN = lazily(r"\b(?:joint|cooperation|co-operation|action|work|common)\s+$", re.IGNORECASE)
_RENEWING = ("extend", "upgrad", "renew", "prolong", "amend", "moderni", "updat")
_LOOSE_VERBS = ("accept", "launch", "establish", "set", "mak", "made", "announc", "unveil", "forg")
_STAGES = ("sign", "initial: initialled, initialled", "conclude")
_BY_ITSELF = ("force", "lapsed")


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """Patterns for instruments, and tables from words in lower case to kinds, statuses and verb forms."""

    active: Scanner
    passive: Scanner
    reduced: Scanner
    noun: Scanner
    again: re.Pattern[str]
    titles: Scanner
    status_of: dict[str, Status]
    kind_of: dict[str, Instrument]
    forms: dict[str, str]
    fits: dict[str, frozenset[str]]

    def kind(self, word: str) -> Instrument:
        """The kind of instrument that a text's word is."""
        return self.kind_of.get(squeezed(word), "other")

    def takes(self, verb: str, word: str, gap: str, status: Status, tail: str) -> bool:
        """Whether the verb is one that this word takes, with `gap` between them and `tail` behind."""
        if word in ("declaration", "declarations", "proclamation") and _OTHER_DECLARATION.match(tail):
            return False
        if NOT_OBJECT.search(gap) or _NOT_BETWEEN.search(gap.lower()):
            return False
        if word == "statement":
            return re.search(r"\b(?:joint|common|following)\b", gap, re.IGNORECASE) is not None
        if verb.startswith("exchang") or word in ("notes", "letters"):
            return verb.startswith("exchang") and word in self.fits["exchanged"]
        if status == "issued":
            return word not in self.fits["not_issued"] or verb.startswith(("adopt", "endors", "approv"))
        if verb.startswith("award"):
            return not verb.endswith("ing") and word in self.fits["awarded"]
        if status in ("agreed", "proposed") and word in self.fits["solo"]:
            return False
        if status == "ended" or verb.startswith(_RENEWING):
            return word in self.fits["ended"]
        return not verb.startswith(_LOOSE_VERBS) or word in self.fits["announced"]

    def takes_passive(self, verb: str, word: str, status: Status, before: str) -> bool:
        """Whether this word, with `before` in front of it, counts in the passive with this verb and its status."""
        if word == "statement" and "joint" not in before.lower():
            return False
        if word in self.fits["not_passive"] and status not in ("signed", "ratified") and verb != "reached":
            return status == "issued" and _JOINT_PLAN.search(before) is not None
        if status == "ended":
            return word in self.fits["ended"]
        if verb == "awarded":
            return word in self.fits["awarded"]
        return status != "issued" or word not in self.fits["not_issued"]


@cache
def instrument_words() -> InstrumentWords:
    """The patterns and tables, made once."""
    data = load("instruments")
    verbs: dict[str, list[str]] = data["verbs"]
    titles: dict[Instrument, list[str]] = data["titles"]
    plain = [*(word for own in titles.values() for word in own), "statement"]
    doing = [entry for group, own in verbs.items() if group not in _BY_ITSELF for entry in own]
    by_itself = [entry for group in _BY_ITSELF for entry in verbs[group]]
    later = [entry for group in ("ratified", "ended", "renewed") for entry in verbs[group]]
    stages = [*later, *_STAGES]
    title = alternation(plain)
    kinds: dict[str, Instrument] = {word.lower(): kind for kind, own in titles.items() for word in own}
    return InstrumentWords(
        active=Scanner(
            rf"\b(?P<verb>{all_forms(doing)})\s+(?:on\s+\w+day\s+|here\s+|today\s+|yesterday\s+)?{_GAP}"
            rf"(?P<title>{title})\b(?!['’]s|-)",
            every_form(doing),
        ),
        passive=Scanner(
            rf"\b(?P<title>{title})\b(?P<rest>[^;]{{0,110}}?)\s(?:(?:was|were|been|being|be|is|are)\s+"
            rf"(?:also\s+|\w+ly\s+|then\s+|not\s+|finally\s+){{0,2}}(?P<verb>{participles(doing)})"
            rf"|(?P<force>{all_forms(by_itself)}|ha(?:s|ve|d)\s+been\s+in\s+(?:force|effect)(?=\s+since)"
            rf"|followed(?=\s+(?:in|on)\s|[.,;])))\b",
            plain,
        ),
        reduced=Scanner(
            rf"\b(?P<title>{title})(?P<rest>[^;,]{{0,60}}?),?\s+(?P<verb>signed|concluded|reached|inked|ratified|negotiated"
            r"|struck|announced|issued|released|adopted|renewed|denounced|terminated)\s+"
            r"(?=(?:in|on|by|at|between|with|under|last|earlier|this|the\s+same|after|following|during|late|today|yesterday)\s|[A-Z]\w+day)",
            plain,
        ),
        noun=Scanner(
            rf"\b(?P<verb>{'|'.join(NOUN_STATUS)})(?:(?:\s+and\s+\w+)?\s+of|\s+ceremony\s+(?:of|for))\s+{_GAP}(?P<title>{title})\b",
            NOUN_STATUS,
        ),
        again=lazily(
            rf"(?:,?\s+(?:and|but|then|only\s+to\s+be)\s+(?:(?:was|were|has\s+been)\s+)?|,?\s+(?:which|that)\s+(?:was|were|has\s+been|had\s+been)?\s*"
            rf"|(?<=\d),\s+)(?:\w+ly\s+|later\s+|then\s+|only\s+|duly\s+)*"
            rf"(?:(?P<verb>{participles(stages)})|(?P<force>{all_forms(verbs['lapsed'])}))"
            r"(?=\s+(?:in|on|by|at|two|three|four|a|after|for|until|that|the\s+following|the\s+same|\w+\s+years)\b|[.,])",
            re.IGNORECASE,
        ),
        titles=Scanner(rf"\b{title}\b(?!['’]s|-)", plain),
        status_of={form: _STATUS[group] for form, group in form_table(verbs).items()},
        kind_of=kinds | {"statement": "joint statement"},
        forms=form_names([*doing, *by_itself]),
        fits={name: frozenset(own) for name, own in data["fits"].items()},
    )
