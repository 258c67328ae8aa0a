"""Records on their way into an archive by the thousand: JSON lines read and prepared by other processes, in order.

A `Parcel` is what a run of lines became: prepared records, packed, and what was wrong with the other lines. The writing
process only finds numbers and keys and writes.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import NamedTuple, Protocol

from tiestui.archive.merging import block_number
from tiestui.archive.preparing import Prepared, pack, prepare
from tiestui.archive.sorting import Packed
from tiestui.chronology import mention_id
from tiestui.errors import InputError
from tiestui.model.records import AnyRecord

_BLOCK = 1 << 20
_RECORDS = 2_000
_MOST_WORKERS = 4  # more than one process can write down
_WORTH_A_PROCESS = 8
"""So many blocks are read in this process; starting another takes longer."""

Parse = Callable[[str], AnyRecord]
"""Gives the record of a line; raises `InputError`. It stands at the top of a module, to go to another process."""
Block = tuple[int, str]
"""The number of the first line, and whole lines."""


class Parcel(NamedTuple):
    """What a run of lines became. problems: number of the line, what is wrong with it."""

    records: list[Packed]
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
    first = list(islice(rest, _WORTH_A_PROCESS))
    if len(first) < _WORTH_A_PROCESS or (os.cpu_count() or 1) < 2:
        for block in chain(first, rest):
            yield parcel(block, parse)
    else:
        yield from _in_processes(chain(first, rest), parse)


def _in_processes(blocks: Iterator[Block], parse: Parse) -> Iterator[Parcel]:
    from concurrent.futures import Future, ProcessPoolExecutor

    workers = min(os.cpu_count() or 2, _MOST_WORKERS)
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[Parcel]] = deque(
            pool.submit(parcel, block, parse) for block in islice(blocks, workers + 2)
        )
        try:
            while waiting:
                done = waiting.popleft().result()
                waiting.extend(pool.submit(parcel, block, parse) for block in islice(blocks, 1))
                yield done
        finally:
            for future in waiting:
                future.cancel()


def parcel(block: Block, parse: Parse) -> Parcel:
    """What the lines of a block become; empty ones are nothing."""
    records: list[Packed] = []
    problems: list[tuple[int, str]] = []
    first, text = block
    for number, line in enumerate(text.split("\n"), first):
        if not line or line.isspace():
            continue
        try:
            records.append(packed_record(parse(line)))
        except InputError as error:
            problems.append((number, error.message))
    return Parcel(records, problems)


def parcels_of(records: Iterable[AnyRecord]) -> Iterator[Parcel]:
    """Records as parcels, prepared in this process."""
    stream = iter(records)
    while run := list(islice(stream, _RECORDS)):
        yield Parcel([packed_record(record) for record in run], [])


def packed_record(record: AnyRecord) -> Packed:
    """A record prepared and packed, with its block."""
    prepared, block = prepared_record(record)
    return prepared.low, block, pack(prepared)


def prepared_record(record: AnyRecord) -> tuple[Prepared, int]:
    """A record prepared under its id, and its block; what was extracted elsewhere is imported here."""
    if not record.id or record.origin == "extracted":
        record = replace(record, id=mention_id(record), origin="imported")
    return prepare(record), block_number(record)
