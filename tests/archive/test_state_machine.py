"""Reading, deciding, undoing, removing and reading again, in any order, against a plain model in memory.

The model knows mentions and decisions only: which documents are held with how many lines, and what was decided of which
mention and not taken back. Mentions are such that none is ever merged but by hand.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tiestui.archive import open_archive
from tiestui.archive.store import Archive
from tiestui.chronology import mention_id
from tiestui.model.records import AnyRecord
from tiestui.query import View

from .made import document
from .test_decisions import records

DOCUMENTS = ("east", "west", "north")
MOST_LINES = 4


class Mark(NamedTuple):
    """A decision of the model about one mention, or the merging of two."""

    kind: str
    names: tuple[str, ...]
    value: str = ""


class Shown(NamedTuple):
    """What a reader sees of a record."""

    title: str
    review: str
    starred: bool
    note: str | None
    sources: tuple[str, ...]


def read(name: str, lines: int) -> tuple[Any, tuple[AnyRecord, ...]]:
    first = 1900 + 10 * DOCUMENTS.index(name)
    return document(f"{name}.txt", [f"event {first + line} | visit of {name} {line}" for line in range(lines)])


NAMES = {
    mention_id(mention): (name, line) for name in DOCUMENTS for line, mention in enumerate(read(name, MOST_LINES)[1])
}


class Desk(RuleBasedStateMachine):
    """A reader at an archive, and the model of what it has to hold."""

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name, "one.db")
        self.archive: Archive = open_archive(self.path, "write")
        self.lines: dict[str, int] = {}
        self.marks: list[Mark] = []
        self.clock = 0

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            self.archive.close()
            self.folder.cleanup()

    @rule(name=st.sampled_from(DOCUMENTS), lines=st.integers(1, MOST_LINES))
    def add(self, name: str, lines: int) -> None:
        self.archive.add(*read(name, lines), location=f"/somewhere/{name}.txt")
        self.lines[name] = lines

    @precondition(lambda self: self.lines)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.lines)))
        self.archive.remove(name)
        del self.lines[name]

    @precondition(lambda self: self.alone())
    @rule(data=st.data(), kind=st.sampled_from(["accept", "reject", "star", "unstar", "note", "edit"]))
    def decide(self, data: st.DataObject, kind: str) -> None:
        name = data.draw(st.sampled_from(self.alone()))
        value = f"title {self.clock}" if kind == "edit" else f"note {self.clock}" if kind == "note" else ""
        field = {"edit": {"title": value}, "note": {"note": value}}.get(kind, {})
        self.archive.decide(kind, [name], field, when=self.tick())  # type: ignore[arg-type]
        self.marks.append(Mark(kind, (name,), value))

    @precondition(lambda self: len(self.unmarked()) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        both = data.draw(st.lists(st.sampled_from(self.unmarked()), min_size=2, max_size=2, unique=True))
        self.archive.decide("merge", both, when=self.tick())
        self.marks.append(Mark("merge", tuple(both)))

    @precondition(lambda self: self.marks)
    @rule()
    def undo(self) -> None:
        self.archive.undo(when=self.tick())
        self.marks.pop()

    @rule()
    def come_back(self) -> None:
        self.archive.close()
        self.archive = open_archive(self.path, "write")

    @invariant()
    def the_archive_holds_what_the_model_does(self) -> None:
        if hasattr(self, "archive"):
            assert self.held() == self.expected()
            rejected = sum(shown.review == "rejected" for shown in self.expected())
            assert self.archive.count(View()) == len(self.expected()) - rejected
            assert not list(self.archive.check())
            for name in self.present():
                assert NAMES[name][0] in {one.source for one in self.archive.record(name).evidence}

    def tick(self) -> str:
        self.clock += 1
        return f"2024-01-01T00:00:00.{self.clock:06}Z"

    def present(self) -> list[str]:
        """The mentions of the documents that are held."""
        return [name for name, (document, line) in NAMES.items() if line < self.lines.get(document, 0)]

    def alone(self) -> list[str]:
        """The mentions at hand that no merging is about."""
        merged = {name for mark in self.marks if mark.kind == "merge" for name in mark.names}
        return [name for name in self.present() if name not in merged]

    def unmarked(self) -> list[str]:
        """The mentions at hand that nothing was decided about."""
        marked = {name for mark in self.marks for name in mark.names}
        return [name for name in self.present() if name not in marked]

    def held(self) -> list[Shown]:
        return sorted(
            Shown(one.title, one.review, one.starred, one.note, tuple(sorted(e.source for e in one.evidence)))
            for one in records(self.archive, by_id=True).values()
        )

    def expected(self) -> list[Shown]:
        present = set(self.present())
        into = {mark.names[1]: mark.names[0] for mark in self.marks if mark.kind == "merge"}
        groups: dict[str, list[str]] = {}
        for name in present:
            first = into.get(name, name)
            groups.setdefault(first if first in present else name, []).append(name)
        return sorted(self.shown(first, members) for first, members in groups.items())

    def shown(self, first: str, members: list[str]) -> Shown:
        """A record as the decisions about its first mention make it, in order of time."""
        title, review, starred, note = "visit of {} {}".format(*NAMES[first]), "unreviewed", False, None
        for mark in self.marks:
            if mark.names != (first,):
                continue
            match mark.kind:
                case "accept":
                    review = "edited" if review == "edited" else "accepted"
                case "reject":
                    review = "rejected"
                case "edit":
                    title, review = mark.value, "edited"
                case "note":
                    note = mark.value
                case "star" | "unstar":
                    starred = mark.kind == "star"
        return Shown(title, review, starred, note, tuple(sorted(NAMES[name][0] for name in members)))


TestDesk = Desk.TestCase
TestDesk.settings = settings(deadline=None, max_examples=40, stateful_step_count=25)
