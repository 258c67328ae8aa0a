"""Records for the tests of the chronology, made in one line each."""

from typing import Any

from tiestui.dates.edtf import parse_edtf
from tiestui.dates.partial import PartialDate
from tiestui.model.records import Agreement, Event, Evidence, Speaker, Statement, Upgrade, Why

PAIR = ("ITA", "NZL")


def evidence(source: str, text: str, start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(source, start, start + len(text), text),)


def dated(date: str | PartialDate | None, basis: str = "stated") -> dict[str, Any]:
    if date is None:
        return {"date": None, "date_basis": "none"}
    return {"date": parse_edtf(date) if isinstance(date, str) else date, "date_basis": basis}


def upgrade(
    source: str, date: str | PartialDate | None, level: str = "strategic partnership", **fields: Any
) -> Upgrade:
    told = fields.pop("text", f"In {date} they moved to a {level} ({source}).")
    values: dict[str, Any] = {"pair": PAIR, "parties": PAIR, "title": level, "level": level, "rank": 4, **fields}
    return Upgrade(evidence=evidence(source, told), **dated(date), **values)


def instrument(source: str, date: str | None, level: str = "strategic partnership", **fields: Any) -> Upgrade:
    return upgrade(source, date, level, why=Why("instrument by title"), **fields)


def statement(source: str, quote: str, name: str | None = "Ada Rossi", **fields: Any) -> Statement:
    date, basis = fields.pop("date", "2021-05-03"), fields.pop("basis", "stated")
    country = fields.pop("country", None)
    speaker = Speaker(name, country=country) if name else None
    return Statement(
        pair=PAIR,
        title=quote,
        quote=quote,
        quote_end=len(quote),
        speaker=speaker,
        evidence=evidence(source, f"{name or 'Somebody'} said: {quote} ({source})"),
        **dated(date, basis),
        **fields,
    )


def agreement(source: str, date: str | None, title: str, **fields: Any) -> Agreement:
    told = fields.pop("text", f"{title} ({source})")
    values: dict[str, Any] = {"pair": PAIR, "parties": PAIR, "instrument": "treaty", "status": "signed", **fields}
    return Agreement(title=title, evidence=evidence(source, told), **dated(date), **values)


def event(source: str, date: str | None, title: str, kind: str = "meeting", **fields: Any) -> Event:
    told = fields.pop("text", f"{title} ({source})")
    values: dict[str, Any] = {"pair": PAIR, "parties": PAIR, "kind": kind, **fields}
    return Event(title=title, evidence=evidence(source, told), **dated(date), **values)
