"""When two mentions may be one happening, kind by kind; and the keys that such mentions share.

Both are asked only of mentions of one block (`identity.block_key`), so that pair, modality and the like agree already.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import timedelta

from tiestui.chronology.mention import Mention
from tiestui.chronology.names import may_be_same
from tiestui.chronology.words import all_words, content_words, figures, likeness, listed, name_words
from tiestui.dates.partial import PartialDate
from tiestui.model.records import Agreement, AnyRecord, Event, Statement, Upgrade

_SAME_TITLE = 0.6
_SAME_WORDS = 0.75
_SHORT_QUOTE = 5
_LAST_REPRINT = timedelta(days=60)
_ENOUGH_WORDS = 3
_MOST_TITLE_KEYS = 16
_MOST_QUOTE_KEYS = 6
_STAGES = {"proposed": 0, "pledged": 1, "agreed": 1, "issued": 1, "signed": 1, "ratified": 2, "in force": 3, "ended": 4}


def may_be_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one block may tell of one happening."""
    if one.id == other.id:
        return True
    if _are_on_different_days(one.record, other.record) or kept_apart(one, other):
        return False
    if not (one.record.pair or one.record.parties or one.sources & other.sources or one.record.type == "statement"):
        return False
    match one.record, other.record:
        case Upgrade() as first, Upgrade() as second:
            return _upgrades(first, second)
        case Statement() as first, Statement() as second:
            return _statements(first, second)
        case Agreement() as first, Agreement() as second:
            return _agreements(first, second)
        case Event() as first, Event() as second:
            dated = first.date is not None or bool(one.sources & other.sources)
            return dated and _events(first, second)
    return False


def _are_on_different_days(one: AnyRecord, other: AnyRecord) -> bool:
    """Whether two agreements or events have days of their own: the quick answer to most comparisons."""
    date, another = one.date, other.date
    if date is None or another is None or len(date.edtf) != 10 or len(another.edtf) != 10:
        return False
    if date.edtf == another.edtf or date.bound or another.bound:
        return False
    return one.type in ("agreement", "event")


def kept_apart(one: Mention, other: Mention) -> bool:
    """Whether a person, or the archive that both come from, told the two apart already."""
    return _is_by_hand(one) or _is_by_hand(other) or (_is_settled(one) and _is_settled(other))


def _is_settled(mention: Mention) -> bool:
    """What a person wrote, and what came from an archive with its id, was told apart there already."""
    return _is_by_hand(mention) or (mention.record.origin == "imported" and bool(mention.record.id))


def _is_by_hand(mention: Mention) -> bool:
    return mention.record.origin == "by hand"


def likeness_key(mention: Mention) -> Hashable:
    """What mentions that cannot be told apart by `may_be_one` have in common; they are compared once for all."""
    record = mention.record
    if _is_settled(mention) or not (record.pair or record.parties):
        return mention.id
    when = (record.date.edtf, record.date.bound, record.date_basis == "document") if record.date else None
    match record:
        case Upgrade():
            return when
        case Statement():
            return (when, record.pair, record.speaker, all_words(record.quote))
        case Agreement():
            told = _title_words(record)
            if len(told) < _ENOUGH_WORDS and (when is None or record.instrument == "commitment"):
                return mention.id
            return (when, _STAGES[record.status], record.instrument, told)
        case Event():
            return (when, record.title) if when else mention.id


def same_time(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether one date contains the other; two unknown dates are one unknown."""
    if one is None or other is None:
        return one is other
    return one.contains(other) or other.contains(one)


def sharing_keys(mention: Mention) -> Iterator[Hashable]:
    """Keys of which two mentions that may be one have at least one in common (unless very many share it)."""
    record = mention.record
    yield mention.id
    match record:
        case Upgrade():
            yield "level"
        case Statement():
            words = all_words(record.quote)
            yield words
            yield from _longest(words, _MOST_QUOTE_KEYS)
        case Agreement():
            told = _title_words(record)
            yield from _longest(tuple(told), _MOST_TITLE_KEYS)
            yield from _moments(record.date, bare=not told)
        case Event():
            if record.kind == "trade":
                yield figures(record.title)
            yield from name_words(record.title) or ("nobody",)
            yield from _longest(tuple(content_words(record.title)), _MOST_TITLE_KEYS)


def _upgrades(one: Upgrade, other: Upgrade) -> bool:
    return one.date is None or other.date is None or same_time(one.date, other.date)


def _statements(one: Statement, other: Statement) -> bool:
    if not may_be_same(one.speaker, other.speaker) or (one.pair and other.pair and one.pair != other.pair):
        return False
    words, others = all_words(one.quote), all_words(other.quote)
    if likeness(frozenset(words), frozenset(others)) < _SAME_WORDS:
        return False
    if one.date is None or other.date is None or same_time(one.date, other.date):
        return True
    if min(len(words), len(others)) < _SHORT_QUOTE or "document" not in (one.date_basis, other.date_basis):
        return False
    gap = max(one.date.earliest, other.date.earliest) - min(one.date.latest, other.date.latest)
    return gap <= _LAST_REPRINT


def _agreements(one: Agreement, other: Agreement) -> bool:
    if _STAGES[one.status] != _STAGES[other.status] or not same_time(one.date, other.date):
        return False
    if not _same_figures(one, other):
        return False
    words, others = _title_words(one), _title_words(other)
    if not words or not others:
        return one.date is not None and one.instrument != "commitment"
    if one.date is None and min(len(words), len(others)) < _ENOUGH_WORDS:
        return False
    return _say_the_same(words, others)


def _events(one: Event, other: Event) -> bool:
    if not same_time(one.date, other.date):
        return False
    words, others = content_words(one.title), content_words(other.title)
    if one.kind == "trade":
        numbers = figures(one.title)
        return bool(numbers) and numbers == figures(other.title)
    if not _same_figures(one, other):
        return False
    if one.kind in ("visit", "meeting"):
        names, theirs = name_words(one.title), name_words(other.title)
        if names and theirs and not (names <= theirs or theirs <= names):
            return False
        exact = one.date is not None and other.date is not None and max(one.date.days, other.date.days) <= _ENOUGH_WORDS
        if exact and names and theirs:
            return True
    return _say_the_same(words, others)


def _say_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    small, large = sorted((one, other), key=len)
    return likeness(one, other) >= _SAME_TITLE or (len(small) >= _ENOUGH_WORDS and small <= large)


def _same_figures(one: Agreement | Event, other: Agreement | Event) -> bool:
    """Whether the amounts of one title are all in the other: those that differ are different things."""
    amounts, others = _amounts(one), _amounts(other)
    return amounts <= others or others <= amounts


def _amounts(record: Agreement | Event) -> frozenset[str]:
    """The numbers of a title that are no part of the record's date (an agreement's title tells the year at most)."""
    if record.date is None:
        return figures(record.title)
    days = {record.date.earliest, record.date.latest}
    parts = {str(day.year) for day in days}
    if isinstance(record, Event):
        parts |= {str(part) for day in days for part in (day.month, day.day)}
    return figures(record.title) - parts


def _title_words(record: Agreement) -> frozenset[str]:
    """What a title says beyond the word for the instrument."""
    return content_words(record.title) - listed("instrument")


def _longest(words: tuple[str, ...], number: int) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))[:number]


def _moments(date: PartialDate | None, *, bare: bool) -> Iterator[Hashable]:
    """A title that only names the instrument is looked for by its date; finer dates are found at each precision."""
    if date is not None:
        yield ("moment", date.edtf)
        if len(date.edtf) == 10:
            yield ("moment", date.edtf[:7])
        if len(date.edtf) in (7, 10):
            yield ("moment", date.edtf[:4])
    elif bare:
        yield "undated"
