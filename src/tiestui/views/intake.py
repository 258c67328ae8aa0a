"""Records out of what the writers wrote: JSON lines, a JSON array, or CSV under our header.

Every row that is no record is reported with its line and left out; the others come in their order. A file that is none
of the three, or whose header is not ours, is an `InputError` as a whole.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO

from tiestui.archive.intake import Parcel, blocks_of, parcels, parcels_of
from tiestui.errors import InputError
from tiestui.model.jsonform import from_json
from tiestui.model.records import AnyRecord

Report = Callable[[str], None]
Row = tuple[int, Callable[[], dict[str, Any]]]
"""A row's line, and a function that gives its data or raises `InputError`."""
_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[\s,]*")


def parcels_in(stream: BinaryIO, name: str, report: Report) -> Iterator[Parcel]:
    """The records in the stream, all of origin "imported", ready for an archive, as they are asked for.

    Messages call the stream `name`. JSON lines by the thousand are read by other processes.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        for parcel in _parcels(text, name, report):
            for line, problem in parcel.problems:
                report(f"{name}:{line}: {problem}")
            yield parcel
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: this is not UTF-8 (byte {error.start}); save it as UTF-8 and import it again"
        ) from error
    finally:
        text.detach()


def _parcels(text: io.TextIOWrapper, name: str, report: Report) -> Iterator[Parcel]:
    """The parcels of whatever it is."""
    head, blank = "", 0
    for head in text:
        if head.strip():
            break
        blank += 1
    begun = head.lstrip()
    if not begun.strip():
        return iter(())  # what a view of nothing writes
    if begun.startswith("{"):
        return parcels(blocks_of(text, head=head, number=blank + 1), data_of_line)
    if begun.startswith("["):
        rows = _json_array(head + text.read(), blank + 1, name)
    else:
        from tiestui.views.intake_csv import table_rows

        rows = table_rows(head, text, blank + 1, name)
    return parcels_of(_records(rows, name, report))


def data_of_line(line: str) -> dict[str, Any]:
    """The data of a record in a line of JSON; raises `InputError` when it is no JSON object."""
    try:
        data = _DECODER.decode(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"this is not JSON ({error})") from error
    return _imported(_object(data))


def _imported(data: dict[str, Any]) -> dict[str, Any]:
    """The data of an imported record; without evidence no source corroborates it."""
    data["origin"] = "imported"
    if not data.get("evidence"):
        data.setdefault("corroboration", 0)
    return data


def _records(rows: Iterator[Row], name: str, report: Report) -> Iterator[AnyRecord]:
    for line, row in rows:
        try:
            yield from_json(_imported(row()))
        except InputError as error:
            report(f"{name}:{line}: {error.message}")


def _object(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise InputError("this is not a JSON object")
    return data


def _json_array(text: str, number: int, name: str) -> Iterator[Row]:
    """The objects of an array, each with the line where it begins."""
    decoder = json.JSONDecoder()
    at = counted = text.index("[") + 1
    while True:
        at = _after_space(text, at)
        number += text.count("\n", counted, at)
        counted = at
        if text[at : at + 1] == "]":
            return
        try:
            data, at = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            raise InputError(f"{name}:{number}: this is not JSON ({error})") from error
        yield number, partial(_object, data)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
