from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from tiestui.archive import Archive, open_archive
from tiestui.errors import ArchiveError
from tiestui.model.documents import Document
from tiestui.model.records import AnyRecord
from tiestui.query import View

from .made import LINES, document, mention


def records(archive: Archive) -> list[AnyRecord]:
    return [
        archive.record(name) for (name,) in archive.stream(View(query="review:rejected OR -review:rejected"), ["id"])
    ]


def sound(archive: Archive) -> bool:
    assert list(archive.check()) == []
    return True


def test_a_document_comes_in_with_its_mentions_under_its_slug(archive: Archive) -> None:
    assert archive.text("a-visit") == "\n".join(LINES) + "\n"
    source = archive.source("a-visit")
    assert (source.id, source.outlet, source.published, source.records) == (
        "a-visit",
        "The Kyoto Post",
        "2020-01-02",
        8,
    )
    assert source.pairs == ("FRA-JPN",)
    for record in records(archive):
        (evidence,) = record.evidence
        assert evidence.source == "a-visit"
        assert archive.text("a-visit")[evidence.start : evidence.end] == evidence.text
    assert sound(archive)


def test_the_same_document_again_changes_nothing(archive: Archive) -> None:
    before = list(archive.stream(View(), ["key", "json"]))
    added = archive.add(*document("other/A visit.txt", LINES, outlet="The Kyoto Post"))
    assert (added.slug, added.outcome, added.records) == ("a-visit", "unchanged", 0)
    assert list(archive.stream(View(), ["key", "json"])) == before


def test_a_changed_document_is_read_again_in_its_place(path: Path, tmp_path: Path) -> None:
    with open_archive(path, "write") as archive:
        place = str(tmp_path / "a.txt")
        archive.add(*document("a.txt", LINES[:3]), location=place)
        old = {row[0] for row in archive.stream(View(), ["id"])}
        added = archive.add(*document("a.txt", [*LINES[:2], LINES[6]]), location=place)
        assert (added.slug, added.outcome) == ("a", "changed")
        assert [row[0] for row in archive.stream(View(), ["text"])] == [LINES[0], LINES[1], LINES[6]]
        assert len(old & {row[0] for row in archive.stream(View(), ["id"])}) == 2
        assert len(archive.sources()) == 1
        assert sound(archive)


def test_an_id_of_a_changed_document_leads_to_what_it_became(path: Path) -> None:
    with open_archive(path, "write") as archive:
        archive.add(
            *document("a.txt", ["statement 2014 | Ana Ito: we will open the silk market next spring"]), location="/a"
        )
        (old,) = [row[0] for row in archive.stream(View(), ["id"])]
        archive.add(
            *document("a.txt", ["statement 2015 | Ana Ito: we will open the silk market next spring"]), location="/a"
        )
        (new,) = [row[0] for row in archive.stream(View(), ["id"])]
        assert new != old
        assert archive.record(old).id == new


def test_two_files_of_one_name_are_two_sources(archive: Archive) -> None:
    added = archive.add(*document("else/a-visit.md", ["event 2001 | visit to Lyon"]), location="/else/a-visit.md")
    assert (added.slug, added.outcome) == ("a-visit-2", "new")
    assert [one.id for one in archive.sources()] == ["a-visit", "a-visit-2"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("press/Xi visit (2).final.txt", "xi-visit-2-final"),
        ("Élysée.PDF", "elysee"),
        ("-", "document"),
        ("...", "document"),
        ("北京.txt", "北京"),
        (".hidden", "hidden"),
    ],
)
def test_slugs_are_made_of_the_name(path: Path, name: str, slug: str) -> None:
    with open_archive(path, "write") as archive:
        assert archive.add(*document(name, ["event 2001 | visit"])).slug == slug


AGREEING = (
    ("a.txt", ["upgrade 2022 | enduring partnership"]),
    ("b.txt", ["upgrade 2022-09 | enduring partnership", "upgrade 1999 | strategic partnership"]),
    ("c.txt", ["event 2001 | visit", "upgrade 2022-09-15 | enduring partnership"]),
)


def test_mentions_of_several_documents_become_one_record(path: Path) -> None:
    with open_archive(path, "write") as archive:
        for name, lines in AGREEING:
            archive.add(*document(name, lines))
        (record,) = [one for one in records(archive) if one.title == "enduring partnership"]
        assert str(record.date) == "2022-09-15"
        assert record.corroboration == 3
        assert {evidence.source for evidence in record.evidence} == {"a", "b", "c"}
        assert archive.count(View(query="is:corroborated")) == 1
        assert sound(archive)


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    results = []
    for number, order in enumerate(permutations(AGREEING)):
        with open_archive(tmp_path / f"{number}.db", "write") as archive:
            for name, lines in order:
                archive.add(*document(name, lines))
            results.append(sorted(row[0] for row in archive.stream(View(), ["json"])))
            assert sound(archive)
    assert all(result == results[0] for result in results)


def test_ids_of_merged_records_stay_as_aliases(path: Path) -> None:
    with open_archive(path, "write") as archive:
        seen: set[str] = set()
        for name, lines in AGREEING:
            archive.add(*document(name, lines))
            seen |= {one.id for one in records(archive)}
            for one in seen:
                archive.record(one)
        for slug in ("c", "b"):
            archive.remove(slug)
        (left,) = records(archive)
        assert str(left.date) == "2022"
        assert left.corroboration == 1
        gone = [one for one in seen if archive.key_of(one) is None]
        assert {archive.record(one).id for one in seen - set(gone)} == {left.id}
        for name, lines in AGREEING:
            archive.add(*document(name, lines))
        for one in seen:
            archive.record(one)
        assert sound(archive)


def test_removal_takes_what_only_that_source_says(archive: Archive) -> None:
    archive.add(*document("b.txt", ["upgrade 2013-06-07 | exceptional partnership", "event 1999 | visit"]))
    archive.remove("a-visit")
    assert [row[0] for row in archive.stream(View(), ["source"])] == ["b", "b"]
    assert archive.count(View(query="silk")) == 0
    with pytest.raises(ArchiveError, match="holds no source 'a-visit'"):
        archive.remove("a-visit")
    with pytest.raises(ArchiveError, match="holds no source"):
        archive.text("a-visit")
    assert sound(archive)


def test_reprints_count_once(path: Path) -> None:
    lines = [
        "upgrade 2013 | strategic partnership",
        *(f"event | visit number {n} to the old harbour town" for n in range(30)),
    ]
    with open_archive(path, "write") as archive:
        archive.add(*document("a.txt", lines))
        archive.add(
            *document("b.txt", [*lines, *(f"event | thing {n * n} that only this one says" for n in range(40))])
        )
        archive.add(*document("c.txt", ["upgrade 2013 | strategic partnership"]))
        assert {one.id: one.duplicate_of for one in archive.sources()} == {"a": "b", "b": None, "c": None}
        (upgrade,) = [one for one in records(archive) if one.type == "upgrade"]
        assert upgrade.corroboration == 2
        archive.remove("b")
        assert {one.id: one.duplicate_of for one in archive.sources()} == {"a": None, "c": None}
        assert sound(archive)


def test_imported_records_are_kept_as_they_are(archive: Archive, path: Path) -> None:
    exported = [replace(one, origin="imported") for one in records(archive)]
    with open_archive(path.with_name("other.db"), "write") as other:
        assert other.bulk_import(exported) == 8
        assert records(other) == exported
        assert [row[:2] for row in other.stream(View(), ["id", "line"])] == [
            row[:2] for row in archive.stream(View(), ["id", "line"])
        ]
        assert other.sources() == []
        assert other.count(View(query="source:a-visit")) == 8
        assert other.bulk_import(exported) == 8
        assert records(other) == exported
        changed = replace(exported[0], title="another title", note="seen")
        other.bulk_import([changed])
        assert other.record(changed.id) == changed
        assert other.count(View(query="is:noted")) == 1
        assert sound(other)


def test_imported_records_meet_their_documents(archive: Archive, path: Path) -> None:
    exported = [replace(one, origin="imported") for one in records(archive)]
    with open_archive(path.with_name("other.db"), "write") as other:
        other.bulk_import(exported)
        other.add(*document("press/A visit.txt", LINES, outlet="The Kyoto Post"))
        assert [one.id for one in records(other)] == [one.id for one in exported]
        assert sound(other)
    archive.bulk_import(exported)
    assert [one.id for one in records(archive)] == [one.id for one in exported]
    assert sound(archive)


def test_what_is_inside_a_transaction_is_kept_together_or_not_at_all(archive: Archive) -> None:
    before = list(archive.stream(View(), ["json"]))

    class Stop(Exception):  # noqa: N818
        pass

    with pytest.raises(Stop), archive.transaction():  # noqa: PT012
        archive.add(*document("b.txt", ["event 1999 | visit"]))
        archive.remove("a-visit")
        raise Stop
    assert list(archive.stream(View(), ["json"])) == before
    assert sound(archive)
    archive.add(*document("b.txt", ["event 1999 | visit"]))
    assert archive.count(View()) == 9


def test_a_failing_stream_of_imports_leaves_nothing(archive: Archive) -> None:
    def some() -> object:
        yield mention("event 1999 | visit", origin="imported")
        raise OSError("gone")

    with pytest.raises(ArchiveError):
        archive.bulk_import(some())  # type: ignore[arg-type]
    assert archive.count(View()) == 8
    assert sound(archive)


def test_characters_of_hidden_tokens_in_a_text_are_no_filters(path: Path) -> None:
    from tiestui.archive.tokens import KIND_TOKENS

    with open_archive(path, "write") as archive:
        archive.add(*document("a.txt", [f"event 1999 | visit {KIND_TOKENS[0]} {KIND_TOKENS[1]} \U000f0001 there"]))
        assert archive.count(View(query="kind:event")) == 1
        assert archive.count(View(query="kind:upgrade OR kind:statement")) == 0
        assert archive.count(View(query='"visit there"')) == 1
        assert sound(archive)


def test_a_day_reads_finer_dates_first_then_by_kind_then_as_the_text_tells(path: Path) -> None:
    lines = [
        "event 2014 | the year",
        "statement 2014-01-01 | Ana Ito: second thing said",
        "statement 2014-01-01 | Ana Ito: another thing said",
        "event 2014-01-01 | a visit",
        "upgrade 2014-01-01 | strategic partnership",
        "event 2014-01 | the month",
    ]
    with open_archive(path, "write") as archive:
        archive.add(*document("a.txt", lines))
        listed = [lines.index(text) for (text,) in archive.stream(View(), ["text"])]
        assert listed == [4, 3, 1, 2, 5, 0]


def test_one_speaker_under_several_names(path: Path) -> None:
    with open_archive(path, "write") as archive:
        archive.add(*document("a.txt", ["statement 2014 | Ana Ito: trade will grow this year"]))
        archive.add(*document("b.txt", ["statement 2015 | Minister Ito: the harbour is open again"]))
        archive.add(*document("c.txt", ["statement 2016 | Jun Mori: nothing is decided yet"]))
        assert [(row.name, row.statements) for row in archive.speakers(View())] == [("Ana Ito", 2), ("Jun Mori", 1)]
        assert archive.facets(View(), "speaker") == [("Ana Ito", 2), ("Jun Mori", 1)]
        assert archive.count(View(query="speaker:ana")) == 2
        assert archive.count(View(query="speaker:ito")) == 2
        groups = [(name, len(keys)) for name, keys in archive.groups(View("quotes"), "speaker")]
        assert groups == [("Ana Ito", 2), ("Jun Mori", 1)]


def test_an_id_may_be_cut_short(archive: Archive) -> None:
    (name,) = [row[0] for row in archive.stream(View(query="kind:agreement"), ["id"])]
    assert archive.record(name[:7]).id == name
    assert archive.record(name.upper()).id == name
    with pytest.raises(ArchiveError, match=r"begins several ids: st-.*, st-"):
        archive.record("st-")
    for wrong in ("", "x", "st-zzzzzzzzzz", "%", "\x00", "ag-\ud800"):
        with pytest.raises(ArchiveError, match="no record"):
            archive.record(wrong)


def test_the_beginning_of_an_imported_id_may_have_capitals(archive: Archive) -> None:
    archive.bulk_import([mention("event 1999 | visit", id="EV-Caps123", origin="imported")])
    assert [archive.record(word).id for word in ("EV-Caps123", "EV-Caps", "EV-C")] == ["EV-Caps123"] * 3
    own = records(archive)[-1].id
    assert archive.record(own[:-1].upper()).id == own


def test_the_text_of_a_held_file_from_elsewhere_leaves_it_its_place(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("there")
    with open_archive(path, "write") as archive:
        first, mentions = document("a.txt", LINES[:3])
        archive.add(first, mentions, location=str(file))
        piped, mentions = document("-", LINES[:3])
        assert archive.add(replace(piped, metadata=first.metadata), mentions).outcome == "unchanged"
        changed = archive.add(*document("a.txt", LINES[:4]), location=str(file))
        assert (changed.slug, changed.outcome) == ("a", "changed")
        assert len(archive.sources()) == 1


def test_resolve_takes_a_source_or_a_record(archive: Archive) -> None:
    assert getattr(archive.resolve("a-visit"), "title", "") == "A Visit"
    assert archive.resolve(next(archive.stream(View(), ["id"]))[0]) in records(archive)


def test_documents_may_be_anything(path: Path) -> None:
    made, mentions = document("a.txt", ["event 1999 | visit [sic] \x1b]52;c;x\x07 \u202e'); DROP TABLE record; --"])
    assert isinstance(made, Document)
    with open_archive(path, "write") as archive:
        archive.add(made, mentions)
        assert archive.text("a") == made.text
        assert archive.count(View(query="sic")) == 1
        assert sound(archive)


def test_a_large_import_is_sorted_on_the_way_and_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"{1950 + n * 37 % 70}-0{1 + n % 9}-1{n % 7}" if n % 9 else "" for n in range(200)]
    made = [
        mention(f"event {day} | visit {n}".replace("event  |", "event |"), id=f"ev-{n:03}", origin="imported")
        for n, day in enumerate(days)
    ]
    with open_archive(tmp_path / "small.db", "write") as archive:
        archive.bulk_import(made)
        expected = list(archive.stream(View(), ["json"]))
    monkeypatch.setattr("tiestui.archive.intake._RECORDS", 20)
    monkeypatch.setattr("tiestui.archive.sorting._IN_A_PIECE", 3)
    monkeypatch.setattr("tiestui.archive.sorting._TOGETHER", 10)
    monkeypatch.setattr("tiestui.archive.sorting._IN_MEMORY", 1000)
    with open_archive(tmp_path / "large.db", "write") as archive:
        assert archive.bulk_import(made) == 200
        assert list(archive.stream(View(), ["json"])) == expected
        assert sound(archive)
    assert {one.suffix for one in tmp_path.iterdir()} == {".db"}


def test_of_records_with_one_id_in_a_file_the_last_is_taken(tmp_path: Path) -> None:
    days = ["2014", "2011", "2012", "2013"]
    made = [mention(f"event {day} | visit in {day}", id="ev-one", origin="imported") for day in days]
    for held in (False, True):
        with open_archive(tmp_path / f"{held}.db", "write") as archive:
            if held:
                archive.bulk_import([mention("event 1999 | another", id="ev-other", origin="imported")])
            assert archive.bulk_import(made) == len(days)
            assert archive.record("ev-one").title == "visit in 2013"
            assert archive.count(View()) == 1 + held
            assert sound(archive)


def test_a_day_with_more_records_than_a_class_has_keys(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tiestui.archive.coding._CLASS_BITS", 3)
    from tiestui.archive.coding import dated

    dated.cache_clear()
    try:
        made = [
            mention(f"{kind} 2014-05-0{day} | visit {n}", id=f"ev-{kind}-{day}-{n}", origin="imported")
            for kind in ("event", "agreement")
            for day in (1, 2)
            for n in range(20)
        ]
        with open_archive(path, "write") as archive:
            assert archive.bulk_import(made) == len(made) == archive.count(View())
            assert [day for (day,) in archive.stream(View(), ["when"])] == ["2014-05-01"] * 40 + ["2014-05-02"] * 40
            assert sound(archive)
    finally:
        dated.cache_clear()
