"""When two mentions may be one happening, kind by kind; and the keys that such mentions share.

Both are asked only of mentions of one block (`identity.block_key`), so that pair, modality and the like agree already.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import timedelta
from typing import NamedTuple

from tiestui.chronology.mention import Mention
from tiestui.chronology.names import may_be_same
from tiestui.chronology.words import all_words, content_words, figures, likeness, listed, name_words
from tiestui.dates.partial import PartialDate
from tiestui.model.records import Agreement, Event, Statement, Upgrade

_SAME_TITLE = 0.6
_SAME_WORDS = 0.75
_SHORT_QUOTE = 5
_LAST_REPRINT = timedelta(days=60)
_ENOUGH_WORDS = 3
_FEW_DAYS = 3
_NEVER = 1 << 30
_MOST_TITLE_KEYS = 16
_MOST_QUOTE_KEYS = 6
_STAGES = {"proposed": 0, "pledged": 1, "agreed": 1, "issued": 1, "signed": 1, "ratified": 2, "in force": 3, "ended": 4}


class Look(NamedTuple):
    """What is compared of a mention, worked out once.

    day: the day of an agreement or event that is told to the day without a bound. placed: whether its countries are
    known. words: of a quotation all, of a title what it says. amounts: numbers of a title that are no part of its date.
    """

    mention: Mention
    id: str
    day: str
    by_hand: bool
    settled: bool
    placed: bool
    time: _Time | None
    words: frozenset[str]
    amounts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


class _Time(NamedTuple):
    """First and last day of a date, and how far a bound opens them; as ordinals."""

    first: int
    last: int
    low: int
    high: int


def look_at(mention: Mention) -> Look:
    """What `may_be_one` and `sharing_keys` ask about a mention."""
    record, date = mention.record, mention.record.date
    amounts = names = frozenset[str]()
    match record:
        case Statement():
            words = frozenset(all_words(record.quote))
        case Upgrade():
            words = frozenset()
        case Agreement():
            words, amounts = _title_words(record), _amounts(record)
        case Event():
            words, names = content_words(record.title), name_words(record.title)
            amounts = figures(record.title) if record.kind == "trade" else _amounts(record)
    to_the_day = date is not None and len(date.edtf) == 10 and not date.bound
    return Look(
        mention=mention,
        id=mention.id,
        day=date.edtf if date is not None and to_the_day and record.type in ("agreement", "event") else "",
        by_hand=_is_by_hand(mention),
        settled=_is_settled(mention),
        placed=bool(record.pair or record.parties),
        time=_time_of(date) if date is not None else None,
        words=words,
        amounts=amounts,
        names=names,
    )


def _time_of(date: PartialDate) -> _Time:
    first, last = date.earliest.toordinal(), date.latest.toordinal()
    low = 0 if date.bound in ("by", "before") else first
    high = _NEVER if date.bound == "after" else last
    return _Time(first, last, low, high)


def may_be_one(one: Look, other: Look) -> bool:
    """Whether two mentions of one block may tell of one happening."""
    if one.id == other.id:
        return True
    if one.day and other.day and one.day != other.day:
        return False
    if one.by_hand or other.by_hand or (one.settled and other.settled):
        return False
    match one.mention.record, other.mention.record:
        case Statement() as first, Statement() as second:
            return _statements(one, other, first, second)
        case Event() as first, Event() as second:
            known = first.date is not None or not one.mention.sources.isdisjoint(other.mention.sources)
            return known and _are_placed(one, other) and _events(one, other, first)
        case Agreement() as first, Agreement() as second:
            return _are_placed(one, other) and _agreements(one, other, first, second)
        case Upgrade(), Upgrade():
            undated = one.time is None or other.time is None
            return _are_placed(one, other) and (undated or _at_one_time(one.time, other.time))
    return False


def _are_placed(one: Look, other: Look) -> bool:
    """Whether it is known between whom both are, or one document tells both."""
    return one.placed or not one.mention.sources.isdisjoint(other.mention.sources)


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


def _at_one_time(one: _Time | None, other: _Time | None) -> bool:
    """The same for dates that are being compared with many."""
    if one is None or other is None:
        return one is other
    if one.low <= other.first and other.last <= one.high:
        return True
    return other.low <= one.first and one.last <= other.high


def sharing_keys(look: Look) -> Iterator[Hashable]:
    """Keys of which two mentions that may be one have at least one in common (unless very many share it)."""
    record = look.mention.record
    yield look.id
    match record:
        case Upgrade():
            yield "level"
        case Statement():
            words = all_words(record.quote)
            yield words
            yield from _longest(look.words, _MOST_QUOTE_KEYS)
        case Agreement():
            yield from _longest(look.words, _MOST_TITLE_KEYS)
            yield from _moments(record.date, bare=not look.words)
        case Event():
            if record.kind == "trade":
                yield look.amounts
            yield from look.names or ("nobody",)
            yield from _longest(look.words, _MOST_TITLE_KEYS)


def _statements(one: Look, other: Look, first: Statement, second: Statement) -> bool:
    if first.pair != second.pair and first.pair and second.pair:
        return False
    mine, theirs = len(one.words), len(other.words)
    if mine < _SAME_WORDS * theirs or theirs < _SAME_WORDS * mine:
        return False
    return (
        _may_be_reprinted(one, other, first, second)
        and may_be_same(first.speaker, second.speaker)
        and likeness(one.words, other.words) >= _SAME_WORDS
    )


def _may_be_reprinted(one: Look, other: Look, first: Statement, second: Statement) -> bool:
    """Whether the dates of two statements are one, or so near that one paper may date what another said before it."""
    if first.date is None or second.date is None or _at_one_time(one.time, other.time):
        return True
    if "document" not in (first.date_basis, second.date_basis):
        return False
    gap = max(first.date.earliest, second.date.earliest) - min(first.date.latest, second.date.latest)
    return gap <= _LAST_REPRINT and min(len(all_words(first.quote)), len(all_words(second.quote))) >= _SHORT_QUOTE


def _agreements(one: Look, other: Look, first: Agreement, second: Agreement) -> bool:
    if _STAGES[first.status] != _STAGES[second.status] or not _at_one_time(one.time, other.time):
        return False
    if not _same_figures(one, other):
        return False
    if not one.words or not other.words:
        return first.date is not None and first.instrument != "commitment"
    if first.date is None and min(len(one.words), len(other.words)) < _ENOUGH_WORDS:
        return False
    return _say_the_same(one.words, other.words)


def _events(one: Look, other: Look, first: Event) -> bool:
    if not _at_one_time(one.time, other.time):
        return False
    if first.kind == "trade":
        return bool(one.amounts) and one.amounts == other.amounts
    if not _same_figures(one, other):
        return False
    if first.kind in ("visit", "meeting"):
        names, theirs = one.names, other.names
        if names and theirs and not (names <= theirs or theirs <= names):
            return False
        if names and theirs and _is_exact(one.time) and _is_exact(other.time):
            return True
    return _say_the_same(one.words, other.words)


def _is_exact(time: _Time | None) -> bool:
    return time is not None and time.last - time.first < _FEW_DAYS


def _say_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return likeness(one, other) >= _SAME_TITLE or (len(small) >= _ENOUGH_WORDS and small <= large)


def _same_figures(one: Look, other: Look) -> bool:
    """Whether the amounts of one title are all in the other: those that differ are different things."""
    return one.amounts <= other.amounts or other.amounts <= one.amounts


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


def _longest(words: frozenset[str], number: int) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))[:number]


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
