from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.chronology import Merged, merge_groups
from tiestui.chronology.deciding import DecisionBook, apply_decisions
from tiestui.chronology.decisions import Decision, Kind, anchor_of, decision_from_json, decision_to_json, in_force
from tiestui.chronology.editing import changes_to, editable, edited, made, typed_fields
from tiestui.chronology.naming import naming_of
from tiestui.chronology.speakers import group_speakers
from tiestui.errors import FieldError, UsageError
from tiestui.model.records import AnyRecord, Speaker, Statement, Upgrade

from .making import agreement, evidence, statement, upgrade

TREATY = agreement("a", "2020-05-06", "Treaty on the protection of seabirds")
PROTOCOL = agreement("b", "2021", "Protocol on the counting of seabirds", instrument="protocol")


def decide(kind: Kind, *targets: Merged, when: str = "2024-01-01T00:00:00Z", **fields: str | None) -> Decision:
    return Decision(kind, tuple(anchor_of(one) for one in targets), tuple(fields.items()), "ann", when)


def after(mentions: Sequence[AnyRecord], *decisions: Decision) -> dict[str, AnyRecord]:
    book = DecisionBook(in_force(decisions))
    return {one.record.title: one.record for one in book.apply(merge_groups(mentions))}


@pytest.mark.parametrize(("kind", "review"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_record_is_accepted_or_rejected(kind: Kind, review: str) -> None:
    (treaty,) = merge_groups([TREATY])
    assert after([TREATY, PROTOCOL], decide(kind, treaty))[TREATY.title].review == review


def test_the_last_decision_holds_and_what_was_edited_stays_marked() -> None:
    (treaty,) = merge_groups([TREATY])
    edit = decide("edit", treaty, when="1", date="june 2020", status="ratified")
    record = after([TREATY], edit, decide("accept", treaty, when="2"))[TREATY.title]
    assert (record.date and record.date.edtf, record.review) == ("2020-06", "edited")
    assert after([TREATY], edit, decide("reject", treaty, when="3"))[TREATY.title].review == "rejected"


def test_an_undo_takes_back_and_can_be_taken_back() -> None:
    (treaty,) = merge_groups([TREATY])
    star = decide("star", treaty, when="1")
    undo = decide("undo", when="2", decision=star.id)
    assert in_force([star, undo]) == []
    assert in_force([undo, star, decide("undo", when="3", decision=undo.id)]) == [star]


def test_stars_and_notes_are_kept_and_taken_away() -> None:
    (treaty,) = merge_groups([TREATY])
    steps = [decide("star", treaty, when="1"), decide("note", treaty, when="2", note="see the annex")]
    record = after([TREATY], *steps)[TREATY.title]
    assert (record.starred, record.note) == (True, "see the annex")
    record = after([TREATY], *steps, decide("unstar", treaty, when="3"), decide("note", treaty, when="4", note=""))[
        TREATY.title
    ]
    assert (record.starred, record.note) == (False, None)


def test_what_the_reader_merges_is_one_led_by_the_first() -> None:
    treaty, protocol = merge_groups([TREATY, PROTOCOL])
    (one,) = apply_decisions((treaty, protocol), [decide("merge", protocol, treaty)])
    assert (one.record.id, one.record.title, one.record.corroboration) == (protocol.record.id, PROTOCOL.title, 2)
    assert one.aliases == (treaty.record.id,)
    assert [e.source for e in one.record.evidence] == ["b", "a"]
    assert [(c.field, c.value) for c in one.record.conflicts] == [("date", "2020-05-06")]


def test_what_the_reader_splits_goes_apart_and_stays_apart() -> None:
    mentions = [upgrade("a", "2013"), upgrade("b", "2013-05"), upgrade("c", "2013")]
    (whole,) = merge_groups(mentions)
    (only_c,) = merge_groups([mentions[2]])
    split = Decision("split", (anchor_of(whole), anchor_of(only_c)))
    records = [one.record for one in apply_decisions((whole,), [split])]
    assert [(r.date and r.date.edtf, [e.source for e in r.evidence]) for r in records] == [
        ("2013-05", ["b", "a"]),
        ("2013", ["c"]),
    ]
    (again,) = merge_groups([*mentions, upgrade("d", "2013-05")])
    assert len(apply_decisions((again,), [split])) == 2
    assert len(apply_decisions((whole,), [Decision("split", (anchor_of(whole),))])) == 3


def test_a_decision_finds_its_record_when_new_rules_change_what_is_extracted() -> None:
    (treaty,) = merge_groups([TREATY])
    reject = decide("reject", treaty)
    sharper = agreement("a", "2020-05", "Treaty on the protection of seabirds", text=TREATY.evidence[0].text[:-4])
    records = after([sharper, PROTOCOL], reject)
    assert (records[TREATY.title].review, records[PROTOCOL.title].review) == ("rejected", "unreviewed")
    (found,) = DecisionBook([reject]).apply(merge_groups([sharper]))
    assert treaty.record.id in found.aliases


def test_a_decision_waits_while_its_record_is_gone_or_elsewhere() -> None:
    (treaty,) = merge_groups([TREATY])
    reject = decide("reject", treaty)
    assert after([PROTOCOL], reject)[PROTOCOL.title].review == "unreviewed"
    twin = merge_groups([agreement("z", "1999", TREATY.title, text=TREATY.evidence[0].text)])
    assert DecisionBook([reject]).apply(twin)[0].record.review == "unreviewed"
    twin = merge_groups([agreement("a", "1999", TREATY.title, text=TREATY.evidence[0].text)])
    (kept,) = DecisionBook([reject]).apply(twin, held=lambda ids: treaty.record.id in ids)
    assert kept.record.review == "unreviewed"


def test_speakers_are_joined_and_parted_by_name() -> None:
    speakers = [Speaker("Ada Rossi"), Speaker("A. Bianchi"), Speaker("Rossi")]
    same = Decision("same-speaker", (), (("name", "Ada Rossi"), ("names", "A. Bianchi\nAda Rossi")))
    other = Decision("other-speaker", (), (("names", "Ada Rossi\nRossi"),))
    groups = group_speakers(speakers, *naming_of([same, other]))
    assert [groups[one].speaker.name for one in speakers] == ["Ada Rossi", "Ada Rossi", "Rossi"]


def test_of_two_decisions_about_the_same_names_the_later_one_holds() -> None:
    speakers = [Speaker("Ada Rossi"), Speaker("A. Bianchi"), Speaker("Dora Verdi")]
    same = Decision("same-speaker", (), (("name", "Ada Rossi"), ("names", "Ada Rossi\nA. Bianchi\nDora Verdi")))
    other = Decision("other-speaker", (), (("names", "A. Bianchi\nAda Rossi"),))
    groups = group_speakers(speakers, *naming_of([same, other]))
    assert [groups[one].speaker.name for one in speakers] == ["Ada Rossi", "A. Bianchi", "Ada Rossi"]
    groups = group_speakers(speakers, *naming_of([other, same]))
    assert {groups[one].speaker.name for one in speakers} == {"Ada Rossi"}


def same(*names: str) -> Decision:
    return Decision("same-speaker", (), (("name", names[0]), ("names", "\n".join(names))))


def other(*names: str) -> Decision:
    return Decision("other-speaker", (), (("names", "\n".join(names)),))


def together(decisions: list[Decision], *names: str) -> set[frozenset[str]]:
    groups = group_speakers(list(map(Speaker, names)), *naming_of(decisions))
    return {frozenset(group.names) for group in groups.values()}


@pytest.mark.parametrize(
    ("decisions", "groups"),
    [
        ([same("Ada", "Bo"), same("Bo", "Cy"), other("Ada", "Cy")], [{"Ada"}, {"Bo", "Cy"}]),
        ([same("Bo", "Cy"), same("Ada", "Bo"), other("Ada", "Cy")], [{"Ada", "Bo"}, {"Cy"}]),
        ([other("Ada", "Cy"), same("Ada", "Bo"), same("Bo", "Cy")], [{"Ada"}, {"Bo", "Cy"}]),
        ([same("Ada", "Bo"), same("Bo", "Cy"), other("Ada", "Cy"), same("Cy", "Ada")], [{"Ada", "Bo", "Cy"}]),
        ([same("Dee", "Ada", "Cy")], [{"Ada", "Cy"}, {"Bo"}]),
    ],
)
def test_parting_the_ends_of_a_chain_parts_it_and_the_middle_stays_with_the_later_word(
    decisions: list[Decision], groups: list[set[str]]
) -> None:
    assert together(decisions, "Ada", "Bo", "Cy") == {*map(frozenset, groups)}


def test_a_name_of_a_fuller_one_is_parted_from_what_was_joined_to_that() -> None:
    names = ["Ada Rossi", "Rossi", "Zeno"]
    assert together([same("Ada Rossi", "Zeno"), other("Rossi", "Zeno")], *names) == {
        frozenset({"Ada Rossi", "Zeno"}),
        frozenset({"Rossi"}),
    }


ALL_NAMES = ["Ada Rossi", "Rossi", "Bo Rossi", "Cy", "Dee", "Mr Dee"]
DECISIONS = st.lists(
    st.builds(
        lambda kind, names: kind(*names),
        st.sampled_from([same, other]),
        st.lists(st.sampled_from(ALL_NAMES), min_size=2, max_size=3, unique=True),
    ),
    max_size=7,
)


@given(DECISIONS, st.permutations(ALL_NAMES))
def test_the_last_word_on_two_names_holds(decisions: list[Decision], names: list[str]) -> None:
    groups = together(decisions, *names)
    assert groups == together(decisions, *ALL_NAMES)
    assert sorted(name for group in groups for name in group) == sorted(ALL_NAMES)
    joined, apart = naming_of(decisions)
    assert not any(pair <= group for pair in apart for group in groups)
    if decisions and decisions[-1].kind == "same-speaker":
        assert any(joined[-1].names <= group for group in groups)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "perhaps"),
        ("date", "someday"),
        ("pair", "Atlantis"),
        ("title", ""),
        ("id", "ag-1"),
        ("level", "x"),
        ("parties", "?"),
    ],
)
def test_an_edit_that_makes_a_record_invalid_is_refused_by_name(field: str, value: str) -> None:
    with pytest.raises(FieldError) as refused:
        edited(TREATY, {field: value})
    assert refused.value.field == field


def test_edits_are_read_as_a_person_types_them() -> None:
    record = edited(
        TREATY, {"pair": "New Zealand - Italy", "parties": "Italy, NZL", "fields": "fish; birds", "date": ""}
    )
    assert (record.pair, record.parties, record.date, record.date_basis) == (
        ("ITA", "NZL"),
        ("ITA", "NZL"),
        None,
        "none",
    )
    said = edited(
        statement("a", "We agree"), {"speaker.name": "Mere Tane", "speaker.country": "new zealand", "via": ""}
    )
    assert isinstance(said, Statement)
    assert said.speaker is not None
    assert (said.speaker.name, said.speaker.country) == ("Mere Tane", "NZL")
    with pytest.raises(FieldError, match="cannot be edited"):
        edited(said, {"quote": "We disagree"})


def test_a_record_by_hand_is_made_of_what_was_typed() -> None:
    record = made(
        "upgrade", {"level": "strategic partnership", "modifiers": "lasting", "date": "2013", "pair": "ITA-NZL"}
    )
    assert (record.title, record.origin, record.parties) == ("lasting strategic partnership", "by hand", ("ITA", "NZL"))
    with_source = made("event", {"title": "Talks"}, evidence=evidence("a", "They talked."), corroboration=1)
    assert with_source.corroboration == 1
    with pytest.raises(FieldError, match="quote"):
        made("statement", {})
    with pytest.raises(UsageError, match="no kind of record"):
        made("rumour", {"title": "x"})


def test_every_editable_field_is_told() -> None:
    assert "speaker.name" in editable("statement")
    assert "evidence" not in editable("event")


TEXTS = st.text(max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["accept", "star", "note"]), TEXTS, TEXTS), max_size=5))
def test_decisions_come_back_from_json(parts: list[tuple[Kind, str, str]]) -> None:
    merged = merge_groups([TREATY])
    for kind, who, note in parts:
        decision = Decision(kind, (anchor_of(merged[0]),), (("note", note),), who, "2024")
        again = decision_from_json(decision_to_json(decision))
        assert (again, again.id) == (decision, decision.id)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "burn"},
        {"kind": "accept", "targets": 5},
        {"kind": "accept", "targets": [{}]},
        {"kind": "note", "fields": {"note": 1}},
    ],
)
def test_what_is_no_decision_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(FieldError):
        decision_from_json(data)


@pytest.mark.parametrize(
    ("changes", "level", "modifiers", "rank", "title"),
    [
        ({"level": "alliance"}, "alliance", ("lasting",), 6, "lasting alliance"),
        ({"modifiers": "northern; new era"}, "strategic partnership", ("northern", "new era"), 4,
         "northern strategic partnership in the new era"),
        ({"level": "all-weather strategic partnership"}, "strategic partnership", ("all-weather",), 7,
         "all-weather strategic partnership"),
        ({"level": "strategic partnership", "rank": "3"}, "strategic partnership", ("lasting",), 3,
         "lasting strategic partnership"),
        ({"level": "embassy", "modifiers": "", "title": "embassy opened"}, "embassy", (), 1, "embassy opened"),
        ({"level": "entente of harbours", "modifiers": ""}, "entente of harbours", (), 4, "entente of harbours"),
        ({"date": "2013"}, "strategic partnership", ("lasting",), 4, "the lasting partnership"),
    ],
)  # fmt: skip
def test_title_and_rank_follow_the_level_unless_they_are_typed(
    changes: dict[str, str | None], level: str, modifiers: tuple[str, ...], rank: int, title: str
) -> None:
    record = upgrade("a", "2012", modifiers=("lasting",), title="the lasting partnership")
    changed = edited(record, changes)
    assert isinstance(changed, Upgrade)
    assert (changed.level, changed.modifiers, changed.rank, changed.title) == (level, modifiers, rank, title)


def test_an_upgrade_by_hand_has_its_rank_by_its_words() -> None:
    ranks = [made("upgrade", {"level": level, "date": "1999"}) for level in ("alliance", "all-weather partnership")]
    assert [(one.title, one.rank) for one in ranks if isinstance(one, Upgrade)] == [
        ("alliance", 6),
        ("all-weather partnership", 7),
    ]
    named = made("upgrade", {"level": "alliance", "title": "the northern alliance"})
    assert named.title == "the northern alliance"


def test_of_a_decision_about_many_records_each_finds_its_own() -> None:
    mentions = [agreement("a", f"20{number:02d}", f"Treaty number {number} on seabirds") for number in range(20, 60)]
    merged = merge_groups(mentions)
    book = DecisionBook([Decision("accept", tuple(anchor_of(one) for one in merged[:30]))])
    assert [len(decision.targets) for decision in book.concerning(merged[7:8])] == [1]
    assert book.concerning(merged[35:36]) == []
    assert [one.record.review for one in book.apply(merged)] == ["accepted"] * 30 + ["unreviewed"] * 10


@pytest.mark.parametrize(
    "record",
    [
        upgrade("a", "2013-05", "alliance", rank=2, title="our own words", modifiers=("new era",), topics=("trade",)),
        agreement("a", "1972~", "Treaty on seabirds", fields=("trade", "fish"), parties=()),
        statement("a", "We agree on all of it", None, date="201X"),
        statement("a", "We agree on all of it", "Ada Rossi", country="ITA", date="2020-01/2020-04", via="The Post"),
    ],
)
def test_what_a_record_says_can_be_typed(record: AnyRecord) -> None:
    typed = typed_fields(record)
    assert edited(record, typed) == record
    assert changes_to(record, record) == {}
    other = edited(record, {"date": "1999", "topics": "", "title": "another"})
    assert edited(other, changes_to(other, record)) == record
    assert set(changes_to(other, record)) <= {"date", "topics", "title", "date_basis"}


def test_topics_are_those_of_the_closed_list() -> None:
    assert edited(TREATY, {"topics": "Trade; security"}).topics == ("trade", "security")
    with pytest.raises(FieldError, match="topics: 'weather' is not one of diplomacy"):
        edited(TREATY, {"topics": "trade; weather"})
