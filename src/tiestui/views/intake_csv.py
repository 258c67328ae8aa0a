"""Rows of a table under our header as the JSON form of records."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from tiestui.errors import FieldError, InputError
from tiestui.model.jsonform import FIELDS_OF_TYPE
from tiestui.model.safe import uncell
from tiestui.views.codes import CODE_COLUMNS
from tiestui.views.columns import CSV_COLUMNS

_NUMBERS = ("corroboration", "rank", "quote_start", "quote_end", "speaker_start", "speaker_end")
_LISTS = ("parties", "topics", "modifiers", "fields")
_SPEAKER = ("name", "role", "affiliation", "country", "kind")
_EVIDENCE = ("source", "start", "end", "text")
_CONFLICT = re.compile(r"(?P<field>[^=]+)=(?P<value>.*) \((?P<source>[^()]*)\)")
_YES, _NO = ("1", "true", "yes"), ("", "0", "false", "no")


def table_rows(
    head: str, rest: io.TextIOBase, number: int, name: str
) -> Iterator[tuple[int, Callable[[], dict[str, Any]]]]:
    """Each row's line with a function that gives its data; raises `InputError` for a header that is not ours."""
    csv.field_size_limit(sys.maxsize)
    delimiter = "\t" if head.count("\t") > head.count(",") else ","
    reader = csv.reader(chain([head], rest), delimiter=delimiter, strict=True)
    try:
        header = [uncell(cell.strip()) for cell in next(reader)]
        _check(header, name)
        line = number + reader.line_num
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, _record(header, row)
            line = number + reader.line_num
    except csv.Error as error:
        raise InputError(f"{name}:{number + reader.line_num - 1}: this is no table ({error})") from error


def _check(header: list[str], name: str) -> None:
    unknown = [column for column in header if column not in (*CSV_COLUMNS, *CODE_COLUMNS)]
    if unknown:
        import difflib

        near = difflib.get_close_matches(unknown[0], CSV_COLUMNS, n=1)
        meant = f" (did you mean {near[0]}?)" if near else ""
        raise InputError(
            f"{name}: {unknown[0][:60]!r} is no column of a record{meant}; `tiestui timeline -f csv` has them"
        )
    twice = [column for column in header if header.count(column) > 1]
    if twice:
        raise InputError(f"{name}: the column {twice[0]} is there twice")
    if "type" not in header:
        raise InputError(f"{name}: the column type is missing, which says what each row is")


def _record(header: list[str], row: list[str]) -> Callable[[], dict[str, Any]]:
    def data() -> dict[str, Any]:
        if len(row) != len(header):
            raise InputError(f"{len(row)} cells stand under {len(header)} columns")
        return _data({name: uncell(cell) for name, cell in zip(header, row, strict=True) if cell})

    return data


def _data(cells: dict[str, str]) -> dict[str, Any]:
    """The JSON form of a row's cells; what a kind needs and the row leaves out is filled in where it is certain."""
    kind = cells.get("type", "")
    data: dict[str, Any] = {}
    for name, cell in cells.items():
        if name in (*_EVIDENCE, *CODE_COLUMNS) or name.startswith("speaker."):
            continue
        data[name] = _value(name, cell)
    if "pair" in data:
        data["pair"] = _list(data["pair"].replace("-", ";"))
    if cells.get("source") or cells.get("text"):
        data["evidence"] = [_evidence(cells)]
    if cells.get("speaker.name"):
        data["speaker"] = {name: cells.get(f"speaker.{name}") for name in _SPEAKER}
        data["speaker"]["kind"] = data["speaker"]["kind"] or "person"
    if not data.get("title"):
        data["title"] = data.get("quote") or " ".join([*data.get("modifiers", []), data.get("level", "")])
    if kind == "statement":
        data.setdefault("quote_start", 0)
        data.setdefault("quote_end", data["quote_start"] + len(data.get("quote", "")))
    if kind in FIELDS_OF_TYPE:
        _refuse_others(kind, cells)
    return data


def _refuse_others(kind: str, cells: dict[str, str]) -> None:
    others = {field for name, fields in FIELDS_OF_TYPE.items() if name != kind for field in fields}
    for name in cells:
        field = name.partition(".")[0]
        if field in others and field not in FIELDS_OF_TYPE[kind]:
            raise FieldError(name, f"is no field of a record of type {kind}")


def _value(name: str, cell: str) -> Any:
    if name in _NUMBERS:
        return _number(name, cell)
    if name in _LISTS:
        return _list(cell)
    if name == "starred":
        if cell.lower() not in (*_YES, *_NO):
            raise FieldError(name, f"{cell!r} is neither 1 nor 0")
        return cell.lower() in _YES
    if name == "conflicts":
        return [_conflict(part) for part in _list(cell)]
    return cell


def _number(name: str, cell: str) -> int:
    if not (cell.isascii() and cell.isdecimal()):
        raise FieldError(name, f"{cell[:60]!r} is no whole number")
    return int(cell)


def _list(cell: str) -> list[str]:
    return [part for part in (part.strip() for part in cell.split(";")) if part]


def _conflict(part: str) -> dict[str, str]:
    found = _CONFLICT.fullmatch(part)
    if not found:
        raise FieldError("conflicts", f"{part[:60]!r} does not read like: date=2021 (source)")
    return found.groupdict()


def _evidence(cells: dict[str, str]) -> dict[str, Any]:
    if not cells.get("source") or not cells.get("text"):
        raise FieldError("evidence", "needs both source and text")
    start = _number("start", cells.get("start", "0"))
    end = _number("end", cells["end"]) if cells.get("end") else start + len(cells["text"])
    return {"source": cells["source"], "start": start, "end": end, "text": cells["text"]}
