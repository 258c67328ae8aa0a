"""The fields that a query can ask for, and the canonical form of what is typed after the colon.

A closed field takes one of its words (case, accents, hyphens and underscores do not count; a beginning that only one
word has is enough). A coded field takes what `tiestui.countries` understands. A free field takes words that are looked
for in the archive's own names.
"""

from __future__ import annotations

from datetime import date

from tiestui.errors import FieldError, UsageError, quoted
from tiestui.light import get_args
from tiestui.model import vocabulary

CLOSED: dict[str, tuple[str, ...]] = {
    "kind": get_args(vocabulary.RecordType),
    "action": get_args(vocabulary.Action),
    "instrument": get_args(vocabulary.Instrument),
    "status": get_args(vocabulary.Status),
    "event": get_args(vocabulary.EventKind),
    "mode": get_args(vocabulary.Mode),
    "modality": get_args(vocabulary.Modality),
    "review": get_args(vocabulary.Review),
    "topic": vocabulary.TOPICS,
    "is": ("starred", "noted", "corroborated", "conflicting", "undated", *get_args(vocabulary.Review)),
}
DATED = ("date", "since", "until")
FREE = ("speaker", "level", "source", "outlet", "via")
WHOLE = "="
"""What a free value begins with that is a name as a whole (`speaker:=Norway`), and not words of one."""
FIELDS = (
    "speaker", "country", "topic", "kind", "action", "level", "instrument", "status", "event", "mode", "modality",
    "review", "source", "outlet", "pair", "via", "is", *DATED,
)  # fmt: skip
_ALIASES = {"mou": "memorandum of understanding", "quote": "statement", "quotes": "statement"}


class ValueProblemError(Exception):
    """A value that a field cannot have; `reason` says why. Becomes a QueryError or UsageError with its place."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def fold(text: str) -> str:
    """`text` without case and accents, for comparing what people type."""
    if text.isascii():
        return text.lower()
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def canonical(field: str, value: str) -> str:
    """The canonical value of a closed, coded or free field; raises `ValueProblemError`."""
    if field in CLOSED:
        return _closed(field, value)
    if field == "country":
        return _country(value)
    if field == "pair":
        return _pair(value)
    if not any(c.isalnum() for c in value):
        raise ValueProblemError(f"{field}: needs a word")
    return value


def _key(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").replace("-", " ").split())


def _closed(field: str, value: str) -> str:
    keys = {_key(word): word for word in CLOSED[field]}
    key = _key(value)
    key = _ALIASES.get(key, key)
    if key in keys:
        return keys[key]
    if key.endswith("s") and key[:-1] in keys:
        return keys[key[:-1]]
    begun = [word for known, word in keys.items() if key and known.startswith(key)]
    if len(begun) == 1:
        return begun[0]
    raise ValueProblemError(f"{field}: takes {', '.join(keys.values())}, not {quoted(value)}")


def _country(value: str) -> str:
    from tiestui.countries import country_code

    code = country_code(value)
    if code is None:
        raise ValueProblemError(f"{quoted(value)} is no country that is known; write a name or a code such as CHN")
    return code


def _pair(value: str) -> str:
    from tiestui.countries import parse_pair

    try:
        return "-".join(parse_pair(value))
    except UsageError as error:
        raise ValueProblemError(error.message) from error


def date_range(field: str, value: str) -> tuple[date | None, date | None]:
    """First and last day of what stands after date:, since: or until:; raises `ValueProblemError`."""
    if field == "date" and ".." in value:
        low, _, high = value.partition("..")
        first = _days(low)[0] if low else None
        last = _days(high)[1] if high else None
        if first is None and last is None:
            raise ValueProblemError("date: needs a year or a day on one side of '..' at least")
        if first is not None and last is not None and first > last:
            raise ValueProblemError(f"{low[:60]} comes after {high[:60]}")
        return first, last
    earliest, latest = _days(value)
    return (earliest if field != "until" else None), (latest if field != "since" else None)


def _days(text: str) -> tuple[date, date]:
    from tiestui.dates.typed import read_date

    try:
        found = read_date(text)
    except (FieldError, UsageError) as error:
        raise ValueProblemError(f"{quoted(text)} is no date; write 2016, 2022-09, 2023-03-01 or 'sep 2022'") from error
    return found.earliest, found.latest
