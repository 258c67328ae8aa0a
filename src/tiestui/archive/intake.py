"""Records on their way into an archive by the thousand: JSON lines read and prepared by other processes, in order.

A `Parcel` is what a run of lines became: prepared records, sorted and packed, and what was wrong with the other lines.
The writing process only finds numbers and keys and writes.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from typing import Any, NamedTuple, Protocol

from tiestui.archive.merging import block_number
from tiestui.archive.preparing import Prepared, block_of, packed, prepare, prepare_record
from tiestui.archive.sorting import Packed, Run, run_of
from tiestui.chronology import mention_id
from tiestui.errors import InputError
from tiestui.model.jsonform import from_json
from tiestui.model.plain import is_plain
from tiestui.model.records import AnyRecord
from tiestui.processes import cores

WORTH_A_PROCESS = 10_000
"""So many records are indexed in this process, and ..."""
_BLOCKS_WORTH_A_PROCESS = 4
"""... so many blocks are read in it; starting another takes longer."""
_BLOCK = 2 << 20
_RECORDS = 2_000
_MOST_CORES = 8

Parse = Callable[[str], dict[str, Any]]
"""Gives the data of a line; raises `InputError`. It stands at the top of a module, to go to another process."""
Block = tuple[int, str]
"""The number of the first line, and whole lines."""


class Parcel(NamedTuple):
    """What a run of lines became. first: the number of its first record, the others follow. names: their ids.

    run: the records, sorted. problems: number of the line, what is wrong with it.
    """

    first: int
    names: list[str]
    run: Run
    problems: list[tuple[int, str]]


class Text(Protocol):
    """What is read of a text file."""

    def read(self, size: int, /) -> str:
        """So many characters, fewer at the end."""
        ...

    def readline(self) -> str:
        """The rest of the line."""
        ...


def blocks_of(text: Text, *, head: str = "", number: int = 1) -> Iterator[Block]:
    """The text in blocks of whole lines, the first of them (`head`, read already) with that number."""
    while block := head + text.read(_BLOCK) + text.readline():
        yield number, block
        number += block.count("\n")
        head = ""


def parcels(blocks: Iterable[Block], parse: Parse) -> Iterator[Parcel]:
    """What the blocks become, in their order; many are read by other processes."""
    rest = iter(blocks)
    first = list(islice(rest, _BLOCKS_WORTH_A_PROCESS))
    rest = chain(first, rest)
    if len(first) == _BLOCKS_WORTH_A_PROCESS and cores() > 1:
        yield from _helped(rest, parse)
    for block in rest:
        yield parcel(block, parse)


def _helped(blocks: Iterator[Block], parse: Parse) -> Iterator[Parcel]:
    """What the blocks become, made by other processes; takes no block where none can be started."""
    from tiestui.archive.helping import Helper, helpers

    with helpers(_make_parcels, min(cores(), _MOST_CORES) + 1) as idle:  # one rests while its parcel is taken
        busy: deque[Helper] = deque()
        for helper, block in zip(idle, blocks, strict=False):
            helper.give(parse)
            helper.give(block)
            busy.append(helper)
        while busy:
            helper = busy.popleft()
            done = helper.take()
            for block in islice(blocks, 1):
                helper.give(block)
                busy.append(helper)
            yield done


def _make_parcels(take: Callable[[], Any], give: Callable[[Any], None]) -> None:
    """Take a `Parse` and one block after another; give the parcel of each."""
    parse = take()
    while True:
        give(parcel(take(), parse))


def parcel(block: Block, parse: Parse) -> Parcel:
    """What the lines of a block become; empty ones are nothing."""
    first, text = block
    found = _Records(first)
    problems: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), first):
        if not line or line.isspace():
            continue
        try:
            found.take(*_prepared(parse(line)))
        except InputError as error:
            problems.append((number, error.message))
    return found.parcel(problems)


def parcels_of(records: Iterable[AnyRecord]) -> Iterator[Parcel]:
    """Records as parcels, prepared in this process."""
    stream = iter(records)
    number = 0
    while some := list(islice(stream, _RECORDS)):
        found = _Records(number)
        for record in some:
            found.take(*prepared_record(record))
        yield found.parcel([])
        number += len(some)


def prepared_record(record: AnyRecord) -> tuple[Prepared, int]:
    """A record prepared under its id, and its block; what was extracted elsewhere is imported here."""
    if not record.id or record.origin == "extracted":
        record = replace(record, id=mention_id(record), origin="imported")
    return prepare_record(record), block_number(record)


def _prepared(data: dict[str, Any]) -> tuple[Prepared, int]:
    """The same of a record's data; raises `InputError` when it is none."""
    if not is_plain(data) or not data["id"] or data["origin"] == "extracted":
        return prepared_record(from_json(data))
    return prepare(data), block_of(data)


class _Records:
    """Records on their way into a parcel, numbered from `first`; packed at once, while they are at hand."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._names: list[str] = []
        self._packed: list[Packed] = []

    def take(self, record: Prepared, block: int) -> None:
        """Take in the next one."""
        self._packed.append((record.low, self._first + len(self._names), block, packed(record)))
        self._names.append(record.id)

    def parcel(self, problems: list[tuple[int, str]]) -> Parcel:
        """All of them."""
        return Parcel(self._first, self._names, run_of(self._packed), problems)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Millions of values come and go here and none of them in a cycle: looking for cycles would cost a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
