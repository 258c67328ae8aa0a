"""Records as lines of the one table that `-f csv` prints and `import` reads: nested fields dotted, lists joined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tiestui.model.safe import cell
from tiestui.model.vocabulary import JOINT

Json = Mapping[str, Any]

_BEGINS_FORMULA = frozenset("=+-@\t\r\n'")


def csv_line(data: Json) -> str:
    """The line, without its end, of a record in its JSON form; no spreadsheet runs a cell, no terminal obeys one.

    The cells stand under `CSV_COLUMNS`, written out by kind for speed; those of fields that the kind lacks are empty.
    """
    pair, evidence, conflicts = data["pair"], data["evidence"], data["conflicts"]
    return (
        f"{_text(data['id'])},{data['type']},{JOINT.join(pair) if pair else ''},{JOINT.join(data['parties'])},"
        f"{data['date'] or ''},{data['date_basis']},{data['modality']},{_text(data['title'])},"
        f"{JOINT.join(data['topics'])},{_passage(evidence[0]) if evidence else ',,,'},{data['corroboration']},"
        f"{_text(_told(conflicts)) if conflicts else ''},{data['review']},{data['origin']},"
        f"{'1' if data['starred'] else '0'},{_text(data['note'])},{_OWN[data['type']](data)}"
    )


def _text(text: str | None) -> str:
    """A cell made safe, in quotation marks where it needs them; `csv.writer` takes twice as long for a line."""
    if not text:
        return ""
    if text[0] in _BEGINS_FORMULA or not text.isprintable():
        text = cell(text)
    if "," in text or '"' in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _texts(texts: list[str]) -> str:
    return _text(JOINT.join(texts)) if texts else ""


def _passage(data: Json) -> str:
    return f"{_text(data['source'])},{data['start']},{data['end']},{_text(data['text'])}"


def _told(conflicts: list[dict[str, str]]) -> str:
    return JOINT.join(f"{one['field']}={one['value']} ({one['source']})" for one in conflicts)


def _speaker(data: Json) -> str:
    return (
        f"{_text(data['name'])},{_text(data['role'])},{_text(data['affiliation'])},{data['country'] or ''},"
        f"{data['kind']}"
    )


def _upgrade(data: Json) -> str:
    return f"{data['action']},{_text(data['level'])},{_texts(data['modifiers'])},{data['rank']},,,,,,,,,,,,,,,,,"


def _statement(data: Json) -> str:
    speaker = data["speaker"]
    return (
        f",,,,{_speaker(speaker) if speaker else ',,,,'},{data['mode']},{_text(data['quote'])},{data['quote_start']},"
        f"{data['quote_end']},{_text(data['cue'])},{_number(data['speaker_start'])},{_number(data['speaker_end'])},"
        f"{_text(data['via'])},,,,"
    )


def _agreement(data: Json) -> str:
    return f",,,,,,,,,,,,,,,,,{data['instrument']},{data['status']},{_texts(data['fields'])},"


def _event(data: Json) -> str:
    return f",,,,,,,,,,,,,,,,,,,,{data['kind']}"


_OWN = {"upgrade": _upgrade, "statement": _statement, "agreement": _agreement, "event": _event}
