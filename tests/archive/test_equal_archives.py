"""Whatever was read, dropped and decided, in whatever order: the archive is what a new one of the same would be."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tiestui.archive import open_archive
from tiestui.archive.store import Archive
from tiestui.chronology.decisions import Decision
from tiestui.errors import ArchiveError, TiestuiError
from tiestui.model.jsonform import to_json
from tiestui.model.records import AnyRecord

from ..chronology.making import agreement, event, statement, upgrade
from .test_decisions import add, records

MENTIONS: dict[str, list[AnyRecord]] = {
    "a": [
        upgrade("a", "2013"),
        agreement("a", "2020-05-06", "Treaty on seabirds"),
        statement("a", "We agree on all of it"),
    ],
    "b": [
        upgrade("b", "2013-05"),
        agreement("b", "2020-05", "a treaty on seabirds"),
        event("b", "2020", "Rossi meets Walker"),
    ],
    "c": [
        upgrade("c", "2014"),
        statement("c", "We agree on all of it", "Rossi"),
        agreement("c", "2021", "Treaty on seabirds"),
    ],
    "d": [upgrade("d", None), event("d", "2020-05-06", "Ada Rossi meets Hemi Walker", "visit")],
}
DOCUMENTS = st.sampled_from(sorted(MENTIONS))
STEPS = st.one_of(
    st.tuples(st.just("add"), DOCUMENTS),
    st.tuples(st.just("remove"), DOCUMENTS),
    st.tuples(st.just("decide"), st.sampled_from(["accept", "reject", "star", "unstar", "split"]), st.integers(0, 9)),
    st.tuples(st.just("edit"), st.sampled_from(["2013-06", "2020", "1999"]), st.integers(0, 9)),
    st.tuples(st.just("merge"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("undo")),
)


def take(archive: Archive, step: tuple[Any, ...], when: str) -> None:
    held = sorted(record.id for record in records(archive, by_id=True).values())
    try:
        match step:
            case ("add", name):
                add(archive, *MENTIONS[name])
            case ("remove", name):
                archive.remove(name)
            case ("decide", kind, number) if held:
                archive.decide(kind, [held[number % len(held)]], when=when)
            case ("edit", date, number) if held:
                archive.decide("edit", [held[number % len(held)]], {"date": date}, when=when)
            case ("merge", one, other) if held:
                archive.decide("merge", [held[one % len(held)], held[other % len(held)]], when=when)
            case ("undo",):
                archive.undo(when=when)
    except TiestuiError:
        pass


def state(archive: Archive) -> dict[str, Any]:
    return {name: to_json(record) for name, record in records(archive, by_id=True).items()}


@settings(deadline=None, max_examples=60)
@given(st.lists(STEPS, min_size=3, max_size=14), st.permutations(sorted(MENTIONS)), st.booleans())
def test_an_archive_is_what_its_documents_and_decisions_make_it(
    steps: list[tuple[Any, ...]], order: list[str], decisions_first: bool
) -> None:
    with TemporaryDirectory() as folder, open_archive(Path(folder, "one.db"), "write") as archive:
        for name in "ab":
            add(archive, *MENTIONS[name])
        for number, step in enumerate(steps):
            take(archive, step, f"2024-01-01T00:00:{number:02d}Z")
        assert not [problem for problem in archive.check() if problem.startswith("tables")]
        decisions = [logged.decision for logged in archive.decisions()]
        present = [name for name in order if is_held(archive, name)]
        assert state(rebuilt(Path(folder, "two.db"), present, decisions, decisions_first)) == state(archive)


def is_held(archive: Archive, name: str) -> bool:
    try:
        archive.source(name)
    except ArchiveError:
        return False
    return True


def rebuilt(path: Path, names: list[str], decisions: list[Decision], decisions_first: bool) -> Archive:
    archive = open_archive(path, "write")
    if decisions_first:
        archive.apply_decisions(decisions)
    for name in names:
        add(archive, *MENTIONS[name])
    if not decisions_first:
        archive.apply_decisions(reversed(decisions))
    return archive


@settings(deadline=None, max_examples=25)
@given(st.lists(DOCUMENTS, min_size=1, max_size=6), st.booleans())
def test_documents_taken_in_together_make_the_same_archive(names: list[str], held_before: bool) -> None:
    with (
        TemporaryDirectory() as folder,
        open_archive(Path(folder, "one.db"), "write") as one,
        open_archive(Path(folder, "two.db"), "write") as other,
    ):
        if held_before:
            for archive in (one, other):
                add(archive, *MENTIONS["a"])
        for name in names:
            add(one, *MENTIONS[name])
        with other.batch() as batch:
            for name in names:
                add(other, *MENTIONS[name])
        assert state(one) == state(other)
        if not held_before:
            assert batch.changed.total() == len(state(other))
