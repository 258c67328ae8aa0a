"""An archive seen from above: its speakers, the ladder of its upgrades, the passages of a source."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tiestui.archive.counting import narrow_rows, shown_speaker, value_text
from tiestui.archive.keys import UNDATED
from tiestui.archive.listing import stream
from tiestui.archive.tokens import CODES
from tiestui.chronology.standing import Act, standings
from tiestui.query.view import View


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker of the view's statements. first, last: EDTF dates of the first and last dated one, or None."""

    name: str | None
    role: str | None
    country: str | None
    kind: str | None
    statements: int
    direct: int
    first: str | None
    last: str | None

    def to_json(self) -> dict[str, Any]:
        """The speaker as the contract has it."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the ladder: an upgrade of the view that did happen. title: its level in the text's words.

    standing: the rank that the relationship has from then on. suspended: whether it is suspended there.
    """

    date: str | None
    action: str
    level: str
    modifiers: tuple[str, ...]
    rank: int
    id: str
    pair: str | None
    title: str = ""
    standing: int = 0
    suspended: bool = False

    def to_json(self) -> dict[str, Any]:
        """The step as the contract has it."""
        data = {name: getattr(self, name) for name in ("date", "action", "level", "modifiers", "rank", "id")}
        return data | {"modifiers": list(self.modifiers)}


def ladder(connection: sqlite3.Connection, view: View) -> list[Step]:
    """The upgrades of the view in its order, without planned and denied ones; its limit counts steps."""
    steps = []
    for (line,) in stream(connection, view.of_steps(), ["json"]):
        data = json.loads(line)
        pair = "-".join(data["pair"]) if data["pair"] else None
        modifiers = tuple(data["modifiers"])
        named = (data["date"], data["action"], data["level"], modifiers, data["rank"], data["id"])
        steps.append(Step(*named, pair, data["title"]))
    return placed(steps, newest_first=view.sort == "newest")


def placed(steps: Sequence[Step], *, newest_first: bool = False) -> list[Step]:
    """The steps with where each pair stands after them; an undated step has its own rank and moves nothing."""
    by_pair: defaultdict[str | None, list[int]] = defaultdict(list)
    for number, step in enumerate(steps):
        if step.date is not None:
            by_pair[step.pair].append(number)
    found = [replace(step, standing=step.rank) for step in steps]
    for numbers in by_pair.values():
        in_time = numbers[::-1] if newest_first else numbers
        acts = (Act(steps[number].action, steps[number].level, steps[number].rank) for number in in_time)
        for number, standing in zip(in_time, standings(acts), strict=True):
            found[number] = replace(steps[number], standing=standing.rank, suspended=standing.suspended)
    return found


def speakers(connection: sqlite3.Connection, view: View) -> list[SpeakerRow]:
    """The speakers of the view's statements, the busiest first, or in its order "newest" who spoke last.

    Statements without a known speaker are one row.
    """
    direct = CODES["mode"]["direct"]
    counts: dict[tuple[int | None, int | None, int], int] = {}
    first: dict[int | None, int] = {}
    last: dict[int | None, int] = {}
    columns = "record.key, record.speaker, record.role, record.mode"
    for key, *about in narrow_rows(connection, view.with_pane("speakers"), columns):
        kind = tuple(about)
        if kind not in counts:
            counts[kind] = 1
            first.setdefault(kind[0], key)
        else:
            counts[kind] += 1
        if key < UNDATED:
            last[kind[0]] = key
    found: dict[int | None, _Tally] = {}
    for (speaker, role, mode), many in counts.items():
        tally = found.setdefault(shown_speaker(connection, speaker), _Tally())
        tally.statements += many
        tally.direct += many if mode == direct else 0
        if role is not None:
            tally.roles[role] += many
        tally.keys += [times[speaker] for times in (first, last) if times.get(speaker, UNDATED) < UNDATED]
    if view.sort == "newest":
        found = dict(sorted(found.items(), key=lambda item: max(item[1].keys, default=-1), reverse=True))
    rows = [_speaker_row(connection, number, tally) for number, tally in found.items()]
    if view.sort != "newest":
        rows.sort(key=lambda row: (-row.statements, row.name is None, row.name or "", row.country or ""))
    return rows if view.limit is None else rows[: view.limit]


@dataclass(slots=True)
class _Tally:
    """What was counted of one speaker: roles by their numbers, first and last keys of each of the names."""

    statements: int = 0
    direct: int = 0
    roles: Counter[int] = field(default_factory=Counter)
    keys: list[int] = field(default_factory=list)


def _speaker_row(connection: sqlite3.Connection, number: int | None, tally: _Tally) -> SpeakerRow:
    name = country = kind = None
    if number is not None:
        sql = "SELECT name, country, kind FROM speaker WHERE id = ?"
        name, country, kind = connection.execute(sql, (number,)).fetchone()
    roles = {value_text(connection, role): many for role, many in tally.roles.items()}
    role = min(roles, key=lambda text: (-roles[text], text)) if roles else None
    first, last = (min(tally.keys), max(tally.keys)) if tally.keys else (None, None)
    times = (_moment(connection, first), _moment(connection, last))
    return SpeakerRow(name, role, country, kind, tally.statements, tally.direct, *times)


def _moment(connection: sqlite3.Connection, key: int | None) -> str | None:
    if key is None:
        return None
    return str(connection.execute("SELECT moment FROM display WHERE key = ?", (key,)).fetchone()[0])


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of a source that a record has as evidence. mode: of a statement, else None."""

    start: int
    end: int
    type: str
    id: str
    mode: str | None
    key: int


def spans(connection: sqlite3.Connection, slug: str) -> list[Span]:
    """All passages of a source that records which are not rejected stand on, in order."""
    kinds = {number: word for word, number in CODES["kind"].items()}
    modes = {number: word for word, number in CODES["mode"].items()}
    sql = (
        "SELECT span.start, span.end, record.kind, display.id, record.mode, span.key FROM value "
        "CROSS JOIN span ON span.source = value.id CROSS JOIN record ON record.key = span.key "
        "CROSS JOIN display ON display.key = span.key "
        f"WHERE value.field = 'source' AND value.text = ? AND record.review <> {CODES['review']['rejected']} "
        "ORDER BY span.start, span.end"
    )
    return [
        Span(start, end, kinds[kind], record_id, modes.get(mode), key)
        for start, end, kind, record_id, mode, key in connection.execute(sql, (slug,))
    ]
