"""Merging, splitting and speakers' names on screen, on a real archive."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest

from tests.tui.conftest import Browse, Walk
from tiestui.archive import Archive, open_archive
from tiestui.archive.deciding import told
from tiestui.model import Document, Metadata
from tiestui.query import View
from tiestui.tui.screens.ask import Choose

from ..chronology.making import event, statement, upgrade


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Archive:
    """The stories, and two documents more: another name of a speaker, another telling of a visit, one upgrade."""
    path = tmp_path / "own.db"
    copyfile(archive, path)
    told = [
        statement("late", "The ferries are late", "A. Berg"),
        event("late", "2015-09", "Minister Vega dines by the harbour", "visit"),
        upgrade("late", "1985", "alliance"),
        upgrade("later", "1985-05", "alliance"),
    ]
    with open_archive(path, "write") as writing:
        for name in ("late", "later"):
            own = [one for one in told if one.evidence[0].source == name]
            writing.add(Document(name, "\n".join(one.evidence[0].text for one in own), Metadata(), (), name), own)
    return open_archive(path)


def decided(archive: Archive) -> list[str]:
    return [told(one.decision).split(" ")[0] for one in archive.decisions()]


async def to(walk: Walk, record_id: str) -> None:
    key = walk.app.archive.key_of(record_id)
    found = walk.screen.record_list.listing.find(key)
    assert found is not None
    walk.screen.record_list.move_to(found)
    await walk.settle()


async def choose(walk: Walk, opening: str, *keys: str) -> None:
    """Press a key that opens a dialog, and keys in it once it is there, until it is gone."""
    await walk.press(opening)
    while not isinstance(walk.app.screen, Choose) or not walk.app.screen.ready:
        await walk.pilot.pause()
    await walk.press(*keys)
    while walk.app.screen is not walk.screen:
        await walk.pilot.pause()
    await walk.settle()


def ids(archive: Archive, **words: str) -> list[str]:
    return [row.id for keys in archive.keys(View(**words)) for row in archive.rows_at(keys)]


async def test_two_records_are_merged_and_the_first_one_leads(browse: Browse, own: Archive) -> None:
    one, other, *_ = ids(own, query="kind:event")
    async with browse(archive=own, path=own.path) as walk:
        await to(walk, one)
        await walk.press("M", "M")
        assert decided(own) == []
        await walk.press("M")
        await to(walk, other)
        await walk.press("M")
        assert decided(own) == ["merge"]
        assert walk.screen.row is not None
        assert walk.screen.row.id == one
        assert own.record(other).id == one
        await walk.press("u")
        assert own.record(other).id == other


async def test_one_source_is_taken_out_of_a_record(browse: Browse, own: Archive) -> None:
    (merged,) = ids(own, query="alliance")
    async with browse(archive=own, path=own.path) as walk:
        await to(walk, merged)
        await choose(walk, "S", "escape")
        assert decided(own) == []
        await choose(walk, "S", "j", "j", "enter")
        assert decided(own) == ["split"]
        assert [one.source for one in own.record(merged).evidence] == ["later"]
        assert len(ids(own, query="alliance")) == 2
        await walk.press("S")
        assert decided(own) == ["split"]


async def test_names_of_one_speaker_are_joined_and_parted(browse: Browse, own: Archive) -> None:
    (late,) = ids(own, query="ferries late")
    ada = next(name for name in ids(own, query="ports open"))
    async with browse(archive=own, path=own.path) as walk:
        await to(walk, ada)
        await walk.press("J")
        await to(walk, late)
        await walk.press("J")
        joined = own.names_of("Ada Berg")
        assert joined == ["A. Berg", "Ada Berg"]
        await choose(walk, "K", "enter")
        assert own.names_of("Ada Berg") == ["Ada Berg"]
        await walk.press("K")
        assert decided(own)[-1] == "other-speaker"


async def test_where_there_is_no_speaker_it_is_told(browse: Browse, own: Archive) -> None:
    async with browse(archive=own, path=own.path) as walk:
        await to(walk, ids(own, query="kind:event")[0])
        await walk.press("J", "K")
        assert decided(own) == []
