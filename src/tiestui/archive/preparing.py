"""One record as all that the tables need of it but numbers: pure, so that any process can do it.

`prepare` gives a `Prepared`; `indexing.Index` finds its key and the numbers of its names and writes the rows.
"""

from __future__ import annotations

import marshal
import re
from typing import NamedTuple

from tiestui.archive import display
from tiestui.archive.keys import SEQUENCE_BITS, UNDATED, first_key, lasting_class
from tiestui.archive.tokens import CODES, closed_token, flag_token, lasting_token
from tiestui.model.csvform import csv_line
from tiestui.model.jsonform import dumps, to_json
from tiestui.model.records import Agreement, AnyRecord, Event, Speaker, Statement, Upgrade

STARRED, NOTED, CORROBORATED, CONFLICTING, UNSAFE = 1, 2, 4, 8, 16
_FLAG_TOKENS = tuple(
    (bit, flag_token(name))
    for bit, name in (
        (STARRED, "starred"),
        (NOTED, "noted"),
        (CORROBORATED, "corroborated"),
        (CONFLICTING, "conflicting"),
    )
)
_TOPIC_BIT = {topic: 1 << (number - 1) for topic, number in CODES["topic"].items()}
_KIND_ORDER = {"upgrade": 0, "agreement": 1, "event": 2, "statement": 3}
_PRECISION_DAYS = (1, 92, 366)
_CLASS_BITS = SEQUENCE_BITS - 4
_UNDATED_CLASS_BITS = 40
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""The characters of hidden tokens; where a text has one, the index sees a space."""


class Coded(NamedTuple):
    """The columns of the narrow table that have numbers of their own; None where the kind has no such field."""

    kind: int
    latest: int | None
    lasting: int
    topics: int
    modality: int
    review: int
    flags: int
    action: int | None = None
    instrument: int | None = None
    status: int | None = None
    event: int | None = None
    mode: int | None = None


class Speaking(NamedTuple):
    """Who speaks, as the archive numbers it: a name, country and kind; the role has a number of its own."""

    name: str
    role: str | None
    country: str | None
    kind: str


class Prepared(NamedTuple):
    """A record as the archive stores it.

    low, high: the range of keys of its day, precision and kind. tokens: hidden tokens of closed lists. pair to sources:
    names that get numbers. shown: the columns of `display` after the id. spans: source, start, end of each evidence.
    """

    id: str
    low: int
    high: int
    coded: Coded
    tokens: str
    pair: str | None
    speaker: Speaking | None
    via: str | None
    level: str | None
    countries: tuple[str, ...]
    sources: tuple[str, ...]
    shown: tuple[str, str, str, str, str, str]
    words: str
    who: str
    json: str
    why: str | None
    sheet: str
    spans: tuple[tuple[str, int, int], ...]


def prepare(record: AnyRecord) -> Prepared:
    """All that the tables need of a record."""
    low, high = class_of(record)
    data = to_json(record)
    shown = (
        display.moment(record),
        display.what(record),
        display.pair_text(record),
        display.who(record),
        display.words(record),
        display.place(record),
    )
    plain = display.is_plain(shown[3]) and display.is_plain(shown[4]) and display.is_plain(shown[5])
    coded, tokens = _coded(record, _flags(record) | (0 if plain else UNSAFE))
    statement = record if isinstance(record, Statement) else None
    return Prepared(
        id=record.id,
        low=low,
        high=high,
        coded=coded,
        tokens=" ".join(token for token in tokens if token),
        pair=shown[2] or None,
        speaker=_speaking(statement.speaker) if statement and statement.speaker else None,
        via=statement.via if statement else None,
        level=" ".join((*record.modifiers, record.level)) if isinstance(record, Upgrade) else None,
        countries=countries_of(record),
        sources=tuple(dict.fromkeys(e.source for e in record.evidence)),
        shown=shown,
        words=searched_words(record),
        who=searched_names(record),
        json=dumps(data),
        why=dumps([record.why.rule, *record.why.words]) if record.why else None,
        sheet=csv_line(data),
        spans=tuple((e.source, e.start, e.end) for e in record.evidence),
    )


def pack(record: Prepared) -> bytes:
    """The record as bytes, for another process or a file that this program alone reads."""
    return marshal.dumps((*record[:3], tuple(record.coded), *record[4:6], record[6] and tuple(record[6]), *record[7:]))


def unpack(data: bytes) -> Prepared:
    """The record that `pack` packed."""
    name, low, high, coded, tokens, pair, speaker, *rest = marshal.loads(data)
    return Prepared(name, low, high, Coded._make(coded), tokens, pair, speaker and Speaking._make(speaker), *rest)


def _speaking(speaker: Speaker) -> Speaking:
    return Speaking(speaker.name, speaker.role, speaker.country, speaker.kind)


def class_of(record: AnyRecord) -> tuple[int, int]:
    """The first key and the key after the last of the record's class: its first day, its precision, its kind."""
    kind = _KIND_ORDER[record.type]
    if record.date is None:
        low = UNDATED + (kind << _UNDATED_CLASS_BITS)
        return low, low + (1 << _UNDATED_CLASS_BITS)
    days = record.date.days
    precision = sum(days > most for most in _PRECISION_DAYS)
    low = first_key(record.date.earliest.toordinal()) + (((precision << 2) | kind) << _CLASS_BITS)
    return low, low + (1 << _CLASS_BITS)


def _coded(record: AnyRecord, flags: int) -> tuple[Coded, list[str | None]]:
    """The coded columns and the hidden tokens that say the same."""
    topics = [topic for topic in record.topics if topic in _TOPIC_BIT]
    tokens: list[str | None] = [closed_token("kind", record.type), *(closed_token("topic", topic) for topic in topics)]
    tokens += [closed_token("modality", record.modality), closed_token("review", record.review)]
    tokens += [token for bit, token in _FLAG_TOKENS if flags & bit]
    latest, lasting = None, 0
    if record.date is None:
        tokens.append(flag_token("undated"))
    else:
        latest, lasting = record.date.latest.toordinal(), lasting_class(record.date.days)
        tokens.append(lasting_token(lasting) if lasting else None)
    own = _own_fields(record)
    tokens += [closed_token(field, value) for field, value in own.items()]
    coded = Coded(
        CODES["kind"][record.type],
        latest,
        lasting,
        sum({_TOPIC_BIT[topic] for topic in topics}),
        CODES["modality"][record.modality],
        CODES["review"][record.review],
        flags,
        **{field: CODES[field][value] for field, value in own.items()},
    )
    return coded, tokens


def _own_fields(record: AnyRecord) -> dict[str, str]:
    """The closed fields that one kind has and others lack, by their names in a query."""
    match record:
        case Statement():
            return {"mode": record.mode}
        case Upgrade():
            return {"action": record.action}
        case Agreement():
            return {"instrument": record.instrument, "status": record.status}
        case Event():
            return {"event": record.kind}


def _flags(record: AnyRecord) -> int:
    return (
        (STARRED if record.starred else 0)
        | (NOTED if record.note else 0)
        | (CORROBORATED if record.corroboration > 1 else 0)
        | (CONFLICTING if record.conflicts else 0)
    )


def countries_of(record: AnyRecord) -> tuple[str, ...]:
    """The countries that `country:` finds a record by: the speaker's for a statement, the parties for the others."""
    if isinstance(record, Statement):
        return (record.speaker.country,) if record.speaker and record.speaker.country else ()
    return tuple(dict.fromkeys(record.parties))


def searched_words(record: AnyRecord) -> str:
    """The text that words are looked for in: the evidence, and of title, quote and so on what it does not say."""
    text = "\n".join(e.text for e in record.evidence)
    for more in _wordings(record):
        if more and more not in text:
            text = f"{text}\n{more}"
    return text if text.isascii() else _PRIVATE.sub(" ", text)


def _wordings(record: AnyRecord) -> tuple[str | None, ...]:
    match record:
        case Statement():
            return (record.quote, record.title, record.note)
        case Upgrade():
            return (record.title, record.level, *record.modifiers, record.note)
        case Agreement():
            return (record.title, *record.fields, record.note)
        case Event():
            return (record.title, record.note)


def searched_names(record: AnyRecord) -> str:
    """The speaker's name, which words are looked for in as well (the text may only say "he")."""
    if not isinstance(record, Statement) or record.speaker is None:
        return ""
    return _PRIVATE.sub(" ", record.speaker.name)
