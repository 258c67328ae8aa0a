"""Ids and blocks: what a mention is by its content, and which mentions could be one record at all.

An id depends on what the mention says, never on a path or on the order of reading: its type, its date, the passage it
stands on and what tells it from another record on the same passage. A block is all that may have to be merged together.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Sequence
from hashlib import blake2b

from tiestui.chronology.names import family_key
from tiestui.chronology.words import folded, words_once
from tiestui.model.records import Agreement, AnyRecord, Event, Statement, Upgrade

PREFIXES = {"upgrade": "up", "statement": "st", "agreement": "ag", "event": "ev"}
_ID_BYTES = 6
_RISE = frozenset({"established", "upgraded"})


def mention_id(record: AnyRecord) -> str:
    """The id of a mention: its own when it has one (imported records), else "st-" or the like and a code of content."""
    return record.id or _coded(record, block_key(record))


def identified(record: AnyRecord) -> tuple[str, str]:
    """The id and the block of a mention."""
    block = block_key(record)
    return record.id or _coded(record, block), block


def _coded(record: AnyRecord, block: str) -> str:
    code = blake2b("\x1f".join(_content(record, block)).encode(), digest_size=_ID_BYTES).digest()
    return f"{PREFIXES[record.type]}-{b32encode(code).decode().rstrip('=').lower()}"


def block_key(record: AnyRecord) -> str:
    """The block of a mention: two mentions with different keys are never one record."""
    match record:
        case Upgrade():
            return upgrade_block(
                record.pair, record.parties, record.level, record.modifiers, record.action, record.modality
            )
        case Statement():
            return statement_block(family_key(record.speaker), record.modality, record.quote)
        case Agreement() | Event():
            what = record.instrument if isinstance(record, Agreement) else record.kind
            year = record.date.earliest.year if record.date else None
            return dated_block(record.type, record.pair, record.parties, what, record.modality, year)


def upgrade_block(
    pair: Sequence[str] | None, parties: Sequence[str], level: str, modifiers: Sequence[str], action: str, modality: str
) -> str:
    """The block of an upgrade with these values."""
    shown = ",".join(sorted(folded(modifier) for modifier in modifiers))
    return "|".join(("up", _pair(pair, parties), folded(level), shown, _act_class(action), modality))


def statement_block(family: str, modality: str, quote: str) -> str:
    """The block of a statement of a speaker with that `family_key`."""
    return f"st|{family}|{modality}|{_wording(quote)}"


def dated_block(
    kind: str, pair: Sequence[str] | None, parties: Sequence[str], what: str, modality: str, year: int | None
) -> str:
    """The block of an agreement (what: its instrument) or an event (its kind) that begins in that year."""
    when = "undated" if year is None else f"{year:04d}"
    return "|".join((PREFIXES[kind], _pair(pair, parties), what, modality, when))


def _act_class(action: str) -> str:
    """Acts that two documents may call by different words: "established" and "upgraded" are one, the rest are not."""
    return "rise" if action in _RISE else action


def _content(record: AnyRecord, block: str) -> list[str]:
    passage = " ".join(record.evidence[0].text.split()) if record.evidence else ""
    parts = [block, record.date.edtf if record.date else "", passage]
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


def _pair(pair: Sequence[str] | None, parties: Sequence[str]) -> str:
    """The pair, else the parties that are known."""
    if pair:
        return "-".join(pair)
    return "+".join(sorted(parties)) or "?"


def _wording(quote: str) -> str:
    """What small changes of a quotation's wording seldom touch: its longest word, cut short, and its numbers."""
    words = words_once(quote)
    numbers = {word for word in words if word[0].isdigit()}
    if numbers:
        words = [word for word in words if word not in numbers]
    _, longest = max(zip(map(len, words), words, strict=True), default=(0, ""))
    return ",".join((longest[:8], *sorted(numbers)))
