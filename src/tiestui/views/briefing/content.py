"""What a briefing tells, gathered from an archive; the writers only lay it out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tiestui.countries import country_name
from tiestui.views.archived import narrowing
from tiestui.views.citation import Cited, source_citation
from tiestui.views.dating import readable, spoken
from tiestui.views.entry import ENTRY_COLUMNS, Entry

if TYPE_CHECKING:
    from tiestui.archive import Archive
    from tiestui.archive.overview import SpeakerRow, Step
    from tiestui.query.view import View

_NEARLY_ALL = 0.8
_KINDS = (("upgrade", "upgrades"), ("statement", "statements"), ("agreement", "agreements"), ("event", "events"))


class Told(NamedTuple):
    """A value of a field and the sources that give it."""

    value: str
    sources: tuple[str, ...]


class Doubt(NamedTuple):
    """A field that sources tell differently: what the record has, then what others say."""

    field: str
    own: Told
    others: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A record of the chronology with all its evidence as (source, start, end), and what its sources dispute."""

    entry: Entry
    evidence: tuple[tuple[str, int, int], ...]
    doubts: tuple[Doubt, ...]


@dataclass(slots=True)
class Footnotes:
    """Numbers for sources, given as they are first cited; a source that is not held is known by its name only."""

    held: dict[str, Cited]
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, slug: str) -> int:
        """The source's number."""
        return self.numbers.setdefault(slug, len(self.numbers) + 1)

    def cited(self) -> Iterator[tuple[int, str, str | None]]:
        """Number, citation and slug of every source cited so far; the slug is None when the source is not held."""
        for slug, number in self.numbers.items():
            held = self.held.get(slug)
            if held is None:
                yield number, f"{slug} (not held in this archive)", None
            else:
                reprint = f"; a reprint of {held.duplicate_of}" if held.duplicate_of else ""
                yield number, f"{source_citation(held)}{reprint}", slug


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that a briefing shows. asked: what the view was narrowed to, "" for nothing."""

    title: str
    asked: str
    summary: str
    steps: tuple[Step, ...]
    items: tuple[Item, ...]
    speakers: tuple[SpeakerRow, ...]
    footnotes: Footnotes

    def years(self) -> Iterator[tuple[str, list[Item]]]:
        """The chronology by year, the undated last."""
        year = ""
        items: list[Item] = []
        for item in self.items:
            if item.entry.year != year and items:
                yield year, items
                items = []
            year = item.entry.year
            items.append(item)
        if items:
            yield year, items

    def in_doubt(self) -> list[Item]:
        """The records whose sources contradict each other."""
        return [item for item in self.items if item.doubts]


def gather(archive: Archive, view: View) -> Briefing:
    """The briefing on the view's records."""
    items = tuple(map(_item, archive.stream(view, (*ENTRY_COLUMNS, "json"))))
    held: dict[str, Cited] = {source.id: source for source in archive.sources()}
    return Briefing(
        title=_title(item.entry for item in items),
        asked=narrowing(view),
        summary=_summary(items, held),
        steps=tuple(archive.ladder(view)),
        items=items,
        speakers=tuple(archive.speakers(view)),
        footnotes=Footnotes(held),
    )


def _item(row: tuple[object, ...]) -> Item:
    data = json.loads(str(row[-1]))
    evidence = tuple((one["source"], one["start"], one["end"]) for one in data["evidence"])
    fields = dict.fromkeys(one["field"] for one in data["conflicts"])
    return Item(Entry._make(row[:-1]), evidence, tuple(_doubt(data, field) for field in fields))


def _doubt(data: dict[str, Any], field: str) -> Doubt:
    given: dict[str, list[str]] = {}
    for one in data["conflicts"]:
        if one["field"] == field:
            given.setdefault(one["value"], []).append(one["source"])
    against = {source for sources in given.values() for source in sources}
    agreeing = tuple(dict.fromkeys(one["source"] for one in data["evidence"] if one["source"] not in against))
    others = (Told(_shown(field, value), tuple(sources)) for value, sources in given.items())
    return Doubt(field, Told(_shown(field, data.get(field)), agreeing), tuple(others))


def _shown(field: str, value: object) -> str:
    if field == "date":
        return readable(str(value) if value else None)
    return str(value or "nothing")


def _title(entries: Iterable[Entry]) -> str:
    """The pair by its countries' names when nearly all is about one, and the years."""
    found = list(entries)
    years = [entry.end_year if entry.date.startswith("..") else entry.year for entry in found if entry.date]
    pairs = Counter(entry.pair for entry in found if entry.pair)
    pair, many = pairs.most_common(1)[0] if pairs else ("", 0)
    is_of_one = pair and many >= _NEARLY_ALL * sum(pairs.values())
    name = " – ".join(country_name(code) for code in pair.split("-")) if is_of_one else "Chronology"
    if not years:
        return name
    reach = years[0] if min(years) == max(years) else f"{min(years)}–{max(years)}"
    return f"{name}, {reach}"


def _summary(items: tuple[Item, ...], held: Mapping[str, Cited]) -> str:
    """Such as "5 upgrades, 36 statements and 9 agreements from 1 source"."""
    if not items:
        return "No records."
    counts = {kind: sum(item.entry.type == kind for item in items) for kind, _ in _KINDS}
    parts = [f"{counts[one]} {one if counts[one] == 1 else many}" for one, many in _KINDS if counts[one]]
    sources = {slug for item in items for slug, _, _ in item.evidence}
    twins = sum(slug in held and held[slug].duplicate_of in sources for slug in sources)
    reprints = f" and {twins} reprint{'' if twins == 1 else 's'}" if twins else ""
    many = len(sources) - twins
    joined = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    flagged = sum(item.entry.modality != "actual" for item in items)
    planned = f" {flagged} of them planned or denied, and marked." if flagged else ""
    unchecked = sum(item.entry.review == "unreviewed" for item in items)
    review = f" {unchecked} not reviewed by a person." if unchecked else " All reviewed."
    return f"{joined} from {many} source{'' if many == 1 else 's'}{reprints}.{planned}{review}"


def reach(speaker: SpeakerRow) -> str:
    """From when to when a speaker is quoted, in words."""
    first, last = (spoken(date) if date else "" for date in (speaker.first, speaker.last))
    return first if first == last else f"{first} – {last}"
