"""The questions that panes put to the archive, as jobs for a desk: plain generators of messages, no state."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from tiestui.archive.keys import first_key
from tiestui.tui.desk import Job
from tiestui.tui.keyruns import KeyRuns
from tiestui.tui.messages import Answer, KeysArrived
from tiestui.tui.provider import Reader

if TYPE_CHECKING:
    from tiestui.query import View

FACETS = ("kind", "pair", "speaker", "country", "topic", "status", "level", "source", "year")
MOST_STEPS = 200
MOST_PAIRS = 999
BEGINNING = first_key(2)  # dates that are open to the past stand on the first day of all
MOST_UPGRADES = 5_000
SAMPLE = 5_000
MOST_COUNTED = 200_000
OPEN = ("source",)
EXACT = "year"
"""What the index counts itself, as fast for all records as for some."""
FACET_VALUES = {"kind": 4, "pair": 12, "speaker": 12, "country": 8, "topic": 24, "status": 8, "level": 12}


def keys(view: View, grouping: str, generation: int) -> Job:
    """The keys of a view, run after run; by groups when `grouping` names a field."""

    def by_date(reader: Reader) -> Iterator[Message]:
        for chunk in reader.keys(view):
            yield KeysArrived(generation, KeyRuns(chunk), complete=False)
        yield KeysArrived(generation, KeyRuns(), complete=True)

    def by_group(reader: Reader) -> Iterator[Message]:
        for label, chunk in reader.groups(view, grouping):
            yield KeysArrived(generation, KeyRuns(chunk), complete=False, grouped=True, label=label)
        yield KeysArrived(generation, KeyRuns(), complete=True, grouped=True)

    return by_group if grouping else by_date


def hit_keys(view: View, generation: int) -> Job:
    """All keys of a view at once: where n and N go when the list is not filtered."""

    def job(reader: Reader) -> Iterator[Message]:
        found = array("q")
        for chunk in reader.keys(view):
            found.extend(chunk)
        yield Answer("hits", generation, found)

    return job


def card(record_id: str, generation: int) -> Job:
    """A record with its evidence in context."""

    def job(reader: Reader) -> Iterator[Message]:
        from tiestui.tui.passages import card_of

        yield Answer("card", generation, card_of(reader, record_id))

    return job


def base(view: View, generation: int) -> Job:
    """What the pair as a whole is, whatever is searched: kinds, pairs, first and last key, upgrades and the ladder."""

    def job(reader: Reader) -> Iterator[Message]:
        yield Answer("counts", generation, list(reader.facets(view, "kind")))
        yield Answer("pairs", generation, list(reader.facets(view, "pair", MOST_PAIRS)))
        oldest = next(iter(reader.keys(view)), array("q"))
        first = array("q", (key for key in oldest if key >= BEGINNING))[:1]
        last = next(iter(reader.keys(view.with_sort("newest"))), array("q"))[:1]
        yield Answer("range", generation, first + last)
        found = array("q")
        for chunk in reader.keys(view.with_filter("kind", "upgrade").with_limit(MOST_UPGRADES)):
            found.extend(chunk)
        steps = []
        if len(found) <= MOST_STEPS:
            steps = [
                (reader.key_of(step.id) or 0, step)
                for step in reader.ladder(view)
                if step.date and not step.date.startswith("..")
            ]
        yield Answer("upgrades", generation, (found, steps))

    return job


def most_of(field: str) -> int:
    """How many values of a facet are listed; one more is asked for, which tells that there are others."""
    return FACET_VALUES.get(field, 10)


def facets(view: View, fields: Sequence[str], total: int, generation: int) -> Job:
    """The values of facets with their counts under the view, which lists `total` records, one facet after the other.

    Of a long list the first records are counted at once, as a sample; the exact counts follow (not those of a field
    with very many values in a very long list: the first ones say enough, and each answer tells what it counted).
    """

    def job(reader: Reader) -> Iterator[Message]:
        done: set[str] = set()
        for most in (SAMPLE, None) if total > 2 * SAMPLE else (None,):
            for field in fields:
                if field in done:
                    continue
                limit = most_of(field)
                counted = None if field == EXACT else most
                values = list(reader.facets(view, field, limit + 1, most=counted))
                if field == EXACT or (field in OPEN and total > MOST_COUNTED and len(values) > limit):
                    done.add(field)
                yield Answer("facet", generation, (field, values, counted))

    return job


def sources(view: View, generation: int) -> Job:
    """The sources of the view."""

    def job(reader: Reader) -> Iterator[Message]:
        yield Answer("sources", generation, list(reader.sources(view)))

    return job


def text(slug: str, generation: int) -> Job:
    """A source with its stored text and the spans of its records."""

    def job(reader: Reader) -> Iterator[Message]:
        yield Answer("text", generation, (reader.source(slug), reader.text(slug), list(reader.spans(slug))))

    return job
