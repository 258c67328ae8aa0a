"""Ids and blocks: what a mention is by its content, and which mentions could be one record at all.

An id depends on what the mention says, never on a path or on the order of reading: its type, its date, the passage it
stands on and what tells it from another record on the same passage. A block is all that may have to be merged together.
"""

from __future__ import annotations

from base64 import b32encode
from hashlib import blake2b

from tiestui.chronology.names import family_key
from tiestui.chronology.words import all_words, folded
from tiestui.model.records import Agreement, AnyRecord, Event, Statement, Upgrade

PREFIXES = {"upgrade": "up", "statement": "st", "agreement": "ag", "event": "ev"}
_ID_BYTES = 6
_RISE = frozenset({"established", "upgraded"})


def mention_id(record: AnyRecord) -> str:
    """The id of a mention: its own when it has one (imported records), else "st-" or the like and a code of content."""
    if record.id:
        return record.id
    code = blake2b("\x1f".join(_content(record)).encode(), digest_size=_ID_BYTES).digest()
    return f"{PREFIXES[record.type]}-{b32encode(code).decode().rstrip('=').lower()}"


def block_key(record: AnyRecord) -> str:
    """The block of a mention: two mentions with different keys are never one record."""
    prefix = PREFIXES[record.type]
    match record:
        case Upgrade():
            modifiers = ",".join(sorted(folded(modifier) for modifier in record.modifiers))
            return "|".join(
                (prefix, _pair(record), folded(record.level), modifiers, act_class(record), record.modality)
            )
        case Statement():
            return "|".join((prefix, family_key(record.speaker), record.modality, _wording(record.quote)))
        case Agreement():
            return "|".join((prefix, _pair(record), record.instrument, record.modality, _year(record)))
        case Event():
            return "|".join((prefix, _pair(record), record.kind, record.modality, _year(record)))


def act_class(record: Upgrade) -> str:
    """Acts that two documents may call by different words: "established" and "upgraded" are one, the rest are not."""
    return "rise" if record.action in _RISE else record.action


def _content(record: AnyRecord) -> list[str]:
    passage = " ".join(record.evidence[0].text.split()) if record.evidence else ""
    parts = [block_key(record), record.date.edtf if record.date else "", passage]
    match record:
        case Upgrade():
            parts.append(record.action)
        case Statement():
            parts += [record.mode, " ".join(record.quote.split())]
        case Agreement() | Event():
            parts.append(record.title)
    if not passage:
        parts.append(record.title)
    return parts


def _pair(record: AnyRecord) -> str:
    """The pair, else the parties that are known."""
    if record.pair:
        return "-".join(record.pair)
    return "+".join(sorted(record.parties)) or "?"


def _year(record: AnyRecord) -> str:
    return f"{record.date.earliest.year:04d}" if record.date else "undated"


def _wording(quote: str) -> str:
    """What small changes of a quotation's wording seldom touch: its longest word, cut short, and its numbers."""
    words = all_words(quote)
    longest = max((word for word in words if not word[0].isdigit()), key=lambda word: (len(word), word), default="")
    return ",".join((longest[:8], *sorted({word for word in words if word[0].isdigit()})))
