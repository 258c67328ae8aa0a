"""A block that has been merged before gives what a new one gives, whatever came and went since."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tiestui.chronology import block_key
from tiestui.chronology.block import Block
from tiestui.chronology.mention import Mention, mention_of
from tiestui.chronology.uniting import Merged
from tiestui.model.records import AnyRecord

from .making import agreement, event, instrument, statement, upgrade

QUOTES = (
    "The ferry sails at noon today",
    "The ferry sails at noon",
    "A ferry sails at noon, as ever",
    "No ferry at all",
)
TITLES = ("Treaty on seabirds", "a treaty on seabirds and seals", "treaty on seals", "the treaty")
MANY = 70
"""More than so many mentions make a word tell nothing."""


def blocks() -> dict[str, list[AnyRecord]]:
    found: list[list[AnyRecord]] = [
        [
            upgrade(name, date)
            for name, date in zip("aabcdef", ("2013", None, "2013-05", "2014", "2012", "2013", "2014"), strict=True)
        ],
        [instrument("a", "2013-05-06"), upgrade("b", "2013"), instrument("c", "2014-01-02"), upgrade("d", "2013-05")],
        [statement(name, quote) for name in "abc" for quote in QUOTES],
        [agreement(name, date, title) for name in "abc" for title in TITLES for date in ("2020", "2020-05", "2020-06")],
        [
            event(name, "2020-05-06", f"Rossi meets Walker{more}")
            for name in "abcd"
            for more in ("", " in May", " again")
        ],
        [
            event(f"s{n}", "2020", f"Seabird session number {n % 9} of the year{' again' * (n % 4)}")
            for n in range(MANY)
        ],
    ]
    return {f"{number} {block_key(some[0])}": some for number, some in enumerate(found)}


BLOCKS = blocks()


def told(merged: list[Merged]) -> list[Any]:
    return sorted((one.record.id, one.aliases, repr(one.record)) for one in merged)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(BLOCKS)), st.data())
def test_what_a_block_held_before_makes_no_difference(name: str, data: st.DataObject) -> None:
    mentions = [mention_of(record, {"d": "a"}) for record in BLOCKS[name]]
    block = Block()
    held: list[Mention] = []
    for _ in range(4):
        flipped = data.draw(st.sets(st.sampled_from(range(len(mentions)))))
        held = [one for place, one in enumerate(mentions) if (place in flipped) != (one in held)]
        assert told(block.merged(held)) == told(Block().merged(held))


def test_only_the_records_that_a_document_touches_are_made_again() -> None:
    of_two = [agreement(name, "2020", title) for name in "ab" for title in TITLES]
    block = Block()
    mentions = [mention_of(record, {}) for record in of_two]
    first = block.merged(mentions)
    again = block.merged([*mentions, mention_of(agreement("c", "2020", "treaty on seals"), {})])
    assert len(first) == len(again)
    assert sum(any(one is other for other in first) for one in again) == len(again) - 1
