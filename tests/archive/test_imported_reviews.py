"""What a reader decided in one archive, its records imported into another: it holds there, in whatever order."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tiestui.archive import Archive, open_archive
from tiestui.model.jsonform import from_json, to_json
from tiestui.model.records import AnyRecord, Upgrade

from ..chronology.making import agreement, event, statement, upgrade
from .test_decisions import add, records

MENTIONS: list[AnyRecord] = [
    upgrade("a", "2013-05-06"),
    upgrade("b", "2014"),
    upgrade("c", "2013"),
    agreement("a", "2020-05-06", "Treaty on the protection of seabirds", topics=("environment",)),
    statement("a", "We shall not rest before every port is open"),
    statement("b", "The wool of the south is worth more than gold"),
    event("c", "2020", "Rossi meets Walker on the quay"),
    event("a", None, "Rossi visits the wool market", "visit"),
]


def reviewed(path: Path) -> tuple[AnyRecord, ...]:
    """The records of an archive of all documents in which things were decided."""
    with open_archive(path, "write") as archive:
        add(archive, *MENTIONS)
        found = records(archive)
        name = {title: record.id for title, record in found.items()}
        archive.decide("edit", [name["strategic partnership"]], {"date": "2013-07", "level": "alliance"})
        archive.decide("accept", [name["Treaty on the protection of seabirds"]])
        archive.decide("edit", [name["We shall not rest before every port is open"]], {"speaker.name": "Hemi Walker"})
        archive.decide("reject", [name["The wool of the south is worth more than gold"]])
        archive.decide("star", [name["Rossi meets Walker on the quay"]])
        archive.decide("note", [name["Rossi visits the wool market"]], {"note": "ask Ada"})
        return tuple(records(archive).values())


def bring(archive: Archive, given: Iterable[AnyRecord]) -> None:
    archive.bulk_import(from_json(to_json(replace(one, origin="imported"))) for one in given)


def told(archive: Archive) -> dict[str, AnyRecord]:
    return {name: replace(one, origin="imported", why=None) for name, one in records(archive, by_id=True).items()}


ORDERS = [["records"], ["records", "a", "b", "c"], ["c", "b", "a", "records"], ["a", "records", "b", "c"]]


@pytest.mark.parametrize("order", [*ORDERS, ["records", "records", "a", "b", "c", "records"]])
def test_what_was_decided_elsewhere_is_decided_here(tmp_path: Path, order: list[str]) -> None:
    given = reviewed(tmp_path / "one.db")
    with open_archive(tmp_path / "two.db", "write") as archive:
        for what in order:
            if what == "records":
                bring(archive, given)
            else:
                add(archive, *(mention for mention in MENTIONS if mention.evidence[0].source == what))
        assert told(archive) == {one.id: replace(one, origin="imported", why=None) for one in given}
        assert [one.decision.kind for one in archive.decisions() if one.holds].count("reject") == 1
        assert not [problem for problem in archive.check() if problem.startswith("tables")]


def test_what_an_import_decided_is_undone_like_any_decision(tmp_path: Path) -> None:
    given = reviewed(tmp_path / "one.db")
    with open_archive(tmp_path / "two.db", "write") as archive:
        add(archive, *MENTIONS)
        bring(archive, given)
        for _ in archive.decisions():
            archive.undo()
        found = records(archive)
        assert {(one.review, one.starred, one.note) for one in found.values()} == {("unreviewed", False, None)}
        (level,) = (one for one in found.values() if isinstance(one, Upgrade))
        assert (level.level, str(level.date)) == ("strategic partnership", "2013-05-06")


def test_a_record_of_several_documents_is_whole_when_one_of_them_comes(tmp_path: Path) -> None:
    with open_archive(tmp_path / "one.db", "write") as archive:
        add(archive, *MENTIONS[:3])
        (whole,) = records(archive).values()
    assert (whole.corroboration, len(whole.conflicts)) == (3, 1)
    for mention in MENTIONS[:3]:
        with open_archive(tmp_path / f"{mention.evidence[0].source}.db", "write") as archive:
            bring(archive, [whole])
            add(archive, mention)
            assert told(archive) == {whole.id: replace(whole, origin="imported", why=None)}


def test_decisions_into_an_empty_archive_are_those_into_one_that_holds_something(tmp_path: Path) -> None:
    given = reviewed(tmp_path / "one.db")
    found = []
    for name in ("empty", "held"):
        with open_archive(tmp_path / f"{name}.db", "write") as archive:
            if name == "held":
                bring(archive, [replace(event("z", "1950", "Somebody else", "visit"), id="ev-z", origin="imported")])
            bring(archive, given)
            records = {one.id: one for one in told(archive).values() if one.id != "ev-z"}
            kept = archive._connection.execute("SELECT id, block, source, json FROM mention ORDER BY 1").fetchall()
            made = [one.decision for one in archive.decisions()]
            decided = sorted(repr((one.kind, one.targets, one.fields)) for one in made)
            found.append((records, kept, decided))
            assert not [problem for problem in archive.check() if problem.startswith("tables")]
    assert found[0] == found[1]
