from pathlib import Path

import pytest

from tiestui.archive import open_archive
from tiestui.archive.store import Archive
from tiestui.chronology import mention_id
from tiestui.chronology.decisions import decision_from_json, decision_to_json
from tiestui.chronology.editing import made
from tiestui.errors import ArchiveError, FieldError, UsageError
from tiestui.light import get_args
from tiestui.model.documents import Document, Metadata
from tiestui.model.jsonform import to_json
from tiestui.model.records import AnyRecord, Review, Statement
from tiestui.query import View

from ..chronology.making import agreement, event, statement, upgrade

TREATY = agreement("a", "2020-05-06", "Treaty on the protection of seabirds")
PROTOCOL = agreement("b", "2021", "Protocol on the counting of seabirds", instrument="protocol")
WORDS = statement("a", "We shall not rest before every port is open", "Ada Rossi")


def document(name: str, content: str = "") -> Document:
    return Document(name, content or f"The text of {name}.", Metadata(), (), f"{name}{content}")


def add(archive: Archive, *mentions: AnyRecord, content: str = "") -> None:
    for name in sorted({mention.evidence[0].source for mention in mentions}):
        own = [mention for mention in mentions if mention.evidence[0].source == name]
        archive.add(document(name, content), own, location=f"/somewhere/{name}")


def records(archive: Archive, *, by_id: bool = False) -> dict[str, AnyRecord]:
    view = View().with_filter("review", *get_args(Review))
    found = [archive.record(row.id) for keys in archive.keys(view) for row in archive.rows_at(keys)]
    return {record.id if by_id else record.title: record for record in found}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.tiestui"


@pytest.fixture
def archive(path: Path) -> Archive:
    made_archive = open_archive(path, "write")
    add(made_archive, TREATY, PROTOCOL, WORDS)
    return made_archive


def test_a_decision_is_seen_at_once_and_kept_in_the_file(archive: Archive, path: Path) -> None:
    said = archive.decide("accept", [mention_id(TREATY)], who="ann")
    assert said == f"accepted {mention_id(TREATY)}"
    archive.decide("star", [mention_id(TREATY)[:8]])
    archive.decide("note", [mention_id(TREATY)], {"note": "see the annex"})
    archive.decide("edit", [mention_id(PROTOCOL)], {"status": "ratified", "date": "june 2021"})
    archive.close()
    with open_archive(path) as again:
        treaty, protocol = records(again)[TREATY.title], records(again)[PROTOCOL.title]
        assert (treaty.review, treaty.starred, treaty.note) == ("accepted", True, "see the annex")
        assert (protocol.review, protocol.date and protocol.date.edtf) == ("edited", "2021-06")
        assert [logged.decision.kind for logged in again.decisions()] == ["accept", "star", "note", "edit"]
        assert again.decisions()[0].decision.who == "ann"


def test_what_is_rejected_leaves_the_timeline_until_it_is_undone(archive: Archive) -> None:
    before = archive.count(View())
    archive.decide("reject", [mention_id(TREATY)])
    assert archive.count(View()) == before - 1
    assert archive.undo().startswith("undone: reject")
    assert archive.count(View()) == before
    with pytest.raises(ArchiveError, match="no decision to undo"):
        archive.undo()


def test_any_decision_can_be_taken_back_by_its_id(archive: Archive) -> None:
    archive.decide("star", [mention_id(TREATY)])
    archive.decide("accept", [mention_id(TREATY)])
    star = archive.decisions()[0].decision.id
    archive.undo(star[:9])
    treaty = records(archive)[TREATY.title]
    assert (treaty.starred, treaty.review) == (False, "accepted")
    assert [logged.holds for logged in archive.decisions()] == [False, True, False]
    with pytest.raises(ArchiveError, match="review log"):
        archive.undo(star)


def test_records_merged_by_hand_stay_one_when_a_document_comes_or_goes(archive: Archive) -> None:
    archive.decide("merge", [mention_id(PROTOCOL), mention_id(TREATY)])
    one = records(archive)[PROTOCOL.title]
    assert [e.source for e in one.evidence] == ["b", "a"]
    assert archive.record(mention_id(TREATY)).id == mention_id(PROTOCOL)
    add(archive, agreement("c", "2021", PROTOCOL.title, instrument="protocol"))
    assert [e.source for e in records(archive)[PROTOCOL.title].evidence] == ["b", "a", "c"]
    archive.remove("a")
    assert [e.source for e in records(archive)[PROTOCOL.title].evidence] == ["b", "c"]
    add(archive, TREATY, WORDS)
    assert [e.source for e in records(archive)[PROTOCOL.title].evidence] == ["b", "a", "c"]
    archive.undo()
    assert set(records(archive)) == {TREATY.title, PROTOCOL.title, WORDS.title}
    assert archive.record(mention_id(TREATY)).id == mention_id(TREATY)


def test_what_was_split_stays_apart(archive: Archive) -> None:
    acts = [upgrade("a", "2013"), upgrade("b", "2013-05"), upgrade("c", "2013")]
    add(archive, *acts, content="!")
    archive.decide("split", [mention_id(acts[1]), "c"])
    kept = archive.record(mention_id(acts[1]))
    assert [e.source for e in kept.evidence] == ["b", "a"]
    assert [e.source for e in archive.record(mention_id(acts[2])).evidence] == ["c"]
    add(archive, upgrade("d", "2013-05"))
    assert [e.source for e in archive.record(kept.id).evidence] == ["b", "a", "d"]
    archive.undo()
    assert len(archive.record(kept.id).evidence) == 4


def test_a_split_keeps_every_passage_of_a_reprint(archive: Archive) -> None:
    same = "Both sides moved to a strategic partnership that year."
    acts = [upgrade("a", "2013-05"), upgrade("b", "2013", text=same), upgrade("c", "2013", text=same)]
    add(archive, *acts, content="!")
    assert archive.decide("split", [mention_id(acts[0]), "c"]).endswith("2 of 3 mentions taken out")
    assert [e.source for e in archive.record(mention_id(acts[0])).evidence] == ["a"]
    assert [e.source for e in archive.record(mention_id(acts[1])).evidence] == ["b", "c"]
    with pytest.raises(UsageError, match="same words"):
        archive.decide("split", [mention_id(acts[1])])


def test_decisions_survive_a_new_version_of_the_rules(archive: Archive) -> None:
    archive.decide("reject", [mention_id(TREATY)])
    sharper = agreement("a", "2020-05", TREATY.title, text=TREATY.evidence[0].text[:-4])
    add(archive, sharper, WORDS, content="read by other rules")
    assert records(archive)[TREATY.title].review == "rejected"
    assert archive.record(mention_id(TREATY)).id == mention_id(sharper)


def test_decisions_survive_the_removal_and_return_of_a_source(archive: Archive) -> None:
    archive.decide("edit", [mention_id(WORDS)], {"speaker.role": "Minister"})
    archive.remove("a")
    assert WORDS.title not in records(archive)
    add(archive, TREATY, WORDS)
    words = records(archive)[WORDS.title]
    assert isinstance(words, Statement)
    assert words.speaker is not None
    assert (words.review, words.speaker.role) == ("edited", "Minister")


def test_a_decision_about_one_record_never_touches_another_that_says_the_same(archive: Archive) -> None:
    twin = agreement("z", "1999", TREATY.title, text=TREATY.evidence[0].text)
    archive.decide("reject", [mention_id(TREATY)])
    add(archive, twin)
    assert archive.record(mention_id(twin)).review == "unreviewed"


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_documents_added_again_and_decisions_applied_give_an_equal_archive(
    archive: Archive, tmp_path: Path, order: tuple[str, str]
) -> None:
    archive.decide("merge", [mention_id(PROTOCOL), mention_id(TREATY)])
    archive.decide("note", [mention_id(PROTOCOL)], {"note": "counted twice"})
    archive.decide("reject", [mention_id(WORDS)])
    archive.undo()
    by_hand = archive.make(made("event", {"title": "Talks on fish", "date": "2019", "pair": "ITA-NZL"}))
    exported = [decision_to_json(logged.decision) for logged in archive.decisions()]
    with open_archive(tmp_path / "other.tiestui", "write") as other:
        for name in order:
            add(other, *[mention for mention in (TREATY, PROTOCOL, WORDS) if mention.evidence[0].source == name])
        applied = other.apply_decisions(decision_from_json(one) for one in exported)
        assert (applied.new, applied.known, applied.waiting) == (5, 0, 0)
        assert other.apply_decisions(decision_from_json(one) for one in exported).known == 5
        assert {k: to_json(v) for k, v in records(other).items()} == {
            k: to_json(v) for k, v in records(archive).items()
        }
        assert other.record(by_hand).origin == "by hand"


def test_decisions_wait_for_documents_that_come_later(archive: Archive, tmp_path: Path) -> None:
    archive.decide("merge", [mention_id(PROTOCOL), mention_id(TREATY)])
    archive.decide("star", [mention_id(WORDS)])
    exported = [logged.decision for logged in archive.decisions()]
    with open_archive(tmp_path / "other.tiestui", "write") as other:
        assert other.apply_decisions(exported).waiting == 2
        add(other, TREATY, PROTOCOL, WORDS)
        assert {k: to_json(v) for k, v in records(other).items()} == {
            k: to_json(v) for k, v in records(archive).items()
        }


def test_a_record_by_hand_can_be_taken_back(archive: Archive) -> None:
    record = made("event", {"title": "Talks on fish", "date": "2019", "pair": "ITA-NZL"})
    name = archive.make(record)
    with pytest.raises(ArchiveError, match="already"):
        archive.make(record)
    archive.undo()
    with pytest.raises(ArchiveError):
        archive.record(name)


def test_names_are_joined_and_parted(archive: Archive) -> None:
    add(archive, statement("b", "Nobody ever asked us about it", "A. Bianchi"), PROTOCOL, content="!")
    archive.decide("same-speaker", ["Ada Rossi", "A. Bianchi"])
    assert [(row.name, row.statements) for row in archive.speakers(View())] == [("Ada Rossi", 2)]
    assert archive.names_of("A. Bianchi") == archive.names_of("Ada Rossi") == ["A. Bianchi", "Ada Rossi"]
    archive.undo()
    assert archive.names_of("Ada Rossi") == ["Ada Rossi"]
    assert archive.names_of("Zeno") == []
    assert {row.name for row in archive.speakers(View())} == {"Ada Rossi", "A. Bianchi"}
    with pytest.raises(ArchiveError, match="nobody speaks"):
        archive.decide("same-speaker", ["Ada Rossi", "Zeno"])


@pytest.mark.parametrize(
    ("kind", "words", "fields", "error"),
    [
        ("accept", ["ag-nothing"], {}, ArchiveError),
        ("accept", [], {}, UsageError),
        ("edit", [mention_id(TREATY)], {"status": "lost"}, FieldError),
        ("edit", [mention_id(TREATY)], {"date": "someday"}, FieldError),
        ("merge", [mention_id(TREATY)], {}, UsageError),
        ("merge", [mention_id(TREATY), mention_id(WORDS)], {}, UsageError),
        ("split", [mention_id(TREATY)], {}, UsageError),
        ("burn", [mention_id(TREATY)], {}, UsageError),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    archive: Archive, kind: str, words: list[str], fields: dict[str, str | None], error: type[Exception]
) -> None:
    before = {name: to_json(record) for name, record in records(archive).items()}
    with pytest.raises(error):
        archive.decide(kind, words, fields)  # type: ignore[arg-type]
    assert archive.decisions() == []
    assert {name: to_json(record) for name, record in records(archive).items()} == before


def test_an_event_found_later_joins_what_was_decided(archive: Archive) -> None:
    talks = event("a", "2020-05-06", "Ada Rossi meets Hemi Walker")
    add(archive, TREATY, WORDS, talks, content="!")
    archive.decide("accept", [mention_id(talks)])
    add(archive, event("c", "2020-05-06", "Rossi receives Walker"))
    (found,) = [record for record in records(archive).values() if record.type == "event"]
    assert (found.review, found.corroboration) == ("accepted", 2)
