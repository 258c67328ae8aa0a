import itertools
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiestui.chronology import block_key, mention_id, merge, merge_groups
from tiestui.dates.builders import bounded, year_date
from tiestui.model.jsonform import from_json, to_json
from tiestui.model.records import AnyRecord, Statement

from .making import agreement, event, instrument, statement, upgrade


def told(records: Sequence[AnyRecord]) -> list[tuple[str | None, int, int]]:
    return [(r.date.edtf if r.date else None, len(r.evidence), r.corroboration) for r in records]


def test_a_finer_date_leads_with_its_action_and_wording() -> None:
    by = upgrade("a", bounded(year_date(2022), "by"), action="established")
    fine = upgrade("b", "2022-09", action="upgraded", text="In September 2022 they rose.")
    for order in ([by, fine], [fine, by]):
        (merged,) = merge_groups(order)
        assert told([merged.record]) == [("2022-09", 2, 2)]
        assert (merged.record.id, merged.aliases) == (mention_id(fine), (mention_id(by),))
        assert merged.record.evidence[0].text == "In September 2022 they rose."


def test_a_bound_opens_the_side_that_it_leaves_open() -> None:
    by = upgrade("a", bounded(year_date(2022), "by"))
    assert told(merge([by, upgrade("b", "2021-05")])) == [("2021-05", 2, 2)]


def test_mentions_of_one_document_are_one_source() -> None:
    assert told(merge([upgrade("a", "2022"), upgrade("a", "2022-09", text="Then, in September 2022.")])) == [
        ("2022-09", 2, 1)
    ]


def test_reprints_count_once() -> None:
    mentions = [upgrade("a", "2022"), upgrade("b", "2022"), upgrade("c", "2022")]
    assert told(merge(mentions, {"b": "a"})) == [("2022", 3, 2)]


def test_what_could_belong_to_two_belongs_to_neither() -> None:
    acts = [upgrade("a", "2022-03", text="In March."), upgrade("a", "2022-09", text="In September.")]
    assert told(merge([*acts, upgrade("b", "2022")])) == [("2022", 1, 1), ("2022-03", 1, 1), ("2022-09", 1, 1)]


def test_documents_that_contradict_each_other_make_one_record_in_conflict() -> None:
    (record,) = merge([upgrade("a", "2013"), upgrade("b", "2014"), upgrade("c", "2014-02")])
    assert told([record]) == [("2014-02", 3, 3)]
    assert [(c.field, c.value, c.source) for c in record.conflicts] == [("date", "2013", "a")]


def test_of_two_years_the_earlier_one_leads_though_it_be_longer() -> None:
    (record,) = merge([upgrade("a", "2013"), upgrade("b", "2012")])
    assert told([record]) == [("2012", 2, 2)]
    assert [(c.value, c.source) for c in record.conflicts] == [("2013", "a")]


def test_a_document_that_tells_of_two_acts_tells_of_two() -> None:
    acts = [upgrade("a", "1998", text="First in 1998."), upgrade("a", "2013", text="Again in 2013.")]
    assert told(merge([*acts, upgrade("b", "2013")])) == [("1998", 1, 1), ("2013", 2, 2)]


def test_other_modifiers_are_another_upgrade() -> None:
    assert len(merge([upgrade("a", "2013"), upgrade("b", "2013", modifiers=("lasting",))])) == 2


def test_the_two_sides_of_recognition_are_no_conflict() -> None:
    assert len(merge([upgrade("a", "1950", "recognition", rank=0), upgrade("b", "1952", "recognition", rank=0)])) == 2


@pytest.mark.parametrize("change", [{"modality": "planned"}, {"pair": ("FRA", "ITA")}, {"action": "severed"}])
def test_what_is_planned_elsewhere_or_the_reverse_is_not_the_same(change: dict[str, object]) -> None:
    assert len(merge([upgrade("a", "2013"), upgrade("b", "2013", **change)])) == 2


def test_an_undated_mention_joins_the_only_record_it_can_mean() -> None:
    assert told(merge([upgrade("a", "2013"), upgrade("b", None)])) == [("2013", 2, 2)]
    acts = [upgrade("a", "1998", text="First."), upgrade("a", "2013", text="Again.")]
    assert told(merge([*acts, upgrade("b", None)])) == [("1998", 1, 1), ("2013", 1, 1), (None, 1, 1)]


def test_an_instrument_that_names_a_new_level_is_an_upgrade() -> None:
    assert told(merge([instrument("a", "2023-03-01")])) == [("2023-03-01", 1, 1)]


def test_an_instrument_that_repeats_a_level_is_none() -> None:
    assert told(merge([instrument("a", "2023-03-01"), upgrade("b", "2013")])) == [("2013", 1, 1)]
    assert told(merge([instrument("a", "2023-03-01"), instrument("b", "2024-06-01")])) == [("2023-03-01", 1, 1)]


def test_an_instrument_of_the_same_day_is_evidence() -> None:
    assert told(merge([instrument("a", "2023-03-01"), upgrade("b", "2023-03")])) == [("2023-03-01", 2, 2)]


def test_statements_of_one_speaker_in_nearly_the_same_words_are_one() -> None:
    words = "The friendship between our peoples will never be shaken by"
    one = statement("a", f"{words} anybody", "Rossi", basis="document")
    other = statement("b", f"{words} anyone", country="ITA", date="2021-05-04", basis="document")
    (record,) = merge([one, other])
    assert isinstance(record, Statement)
    assert record.speaker is not None
    assert (record.speaker.name, record.speaker.country, record.corroboration) == ("Ada Rossi", "ITA", 2)


@pytest.mark.parametrize(
    ("quote", "change"),
    [
        ("The friendship between our peoples rests on trade and on trade alone", {}),
        ("The friendship between our peoples will never be shaken", {"name": "Bruno Rossi"}),
        ("The friendship between our peoples will never be shaken", {"name": None}),
        ("The friendship between our peoples will never be shaken", {"date": "1999-01-01"}),
        ("The friendship between our peoples will never be shaken", {"country": "NZL"}),
        ("The friendship between our 2 peoples will never be shaken", {}),
    ],
)
def test_other_words_speakers_or_days_are_other_statements(quote: str, change: dict[str, str]) -> None:
    first = statement("a", "The friendship between our peoples will never be shaken", country="ITA")
    assert len(merge([first, statement("b", quote, **change)])) == 2  # type: ignore[arg-type]


def test_agreements_with_titles_that_say_the_same_are_one() -> None:
    one = agreement("a", "2020-05-06", "Treaty on the protection of seabirds")
    other = agreement("b", "2020-05", "a treaty protecting seabirds")
    assert told(merge([one, other])) == [("2020-05-06", 2, 2)]
    assert len(merge([one, agreement("b", "2020-05-06", "Treaty on the carriage of goods")])) == 2
    assert len(merge([one, agreement("b", "2021-05-06", "Treaty on the protection of seabirds")])) == 2
    loans = [
        agreement(source, "2020-05-06", f"Loan of ${n} million for harbours") for source, n in (("a", 5), ("b", 7))
    ]
    assert len(merge(loans)) == 2
    assert len(merge([one, agreement("b", "2020-05-06", "Treaty on the protection of seabirds", status="ended")])) == 2


def test_an_instrument_without_a_title_joins_the_only_one_of_its_day() -> None:
    bare = agreement("b", "2020-05-06", "a treaty")
    one = agreement("a", "2020-05-06", "Treaty on the protection of seabirds")
    assert len(merge([bare, one])) == 1
    assert len(merge([bare, one, agreement("a", "2020-05-06", "Treaty on the carriage of goods")])) == 3


def test_meetings_of_one_day_are_told_apart_by_who_meets() -> None:
    one = event("a", "2020-05-06", "Ada Rossi meets Hemi Walker")
    assert len(merge([one, event("b", "2020-05-06", "Talks of Rossi and Walker in Rome")])) == 1
    assert len(merge([one, event("b", "2020-05-06", "Ada Rossi meets Mere Tane")])) == 2
    assert len(merge([one, event("b", "2020-05", "Ministers meet on fisheries")])) == 2


def test_what_has_no_date_is_one_only_when_it_names_itself() -> None:
    assert len(merge([agreement("a", None, "a treaty"), agreement("b", None, "a treaty")])) == 2
    named = [agreement(source, None, "Treaty on the protection of rare seabirds") for source in "ab"]
    assert len(merge(named)) == 1
    assert len(merge([event(source, None, "Ada Rossi meets Hemi Walker") for source in "ab"])) == 2
    assert len(merge([event("a", None, "Ada Rossi meets Hemi Walker", text=text) for text in ("One.", "Two.")])) == 1


def test_trade_is_one_figure_for_one_time() -> None:
    one = event("a", "2020", "trade of $5.1 billion", "trade")
    assert len(merge([one, event("b", "2020", "two-way trade reached $5.1 billion", "trade")])) == 1
    other = "Bilateral exchange of goods stood at $5.1 billion according to the statistical office"
    assert len(merge([one, event("b", "2020", other, "trade")])) == 1
    assert len(merge([one, event("b", "2020", "trade of $6 billion", "trade")])) == 2


def test_a_merged_record_that_is_imported_comes_back_equal() -> None:
    upgrades = [upgrade("a", "2013"), upgrade("b", "2014-02"), upgrade("c", "2014")]
    records = merge([*upgrades, statement("a", "We agree on it all")])
    again = [from_json({**to_json(record), "origin": "imported"}) for record in records]
    assert [to_json(r) for r in merge(again)] == [{**to_json(r), "origin": "imported"} for r in records]


def test_what_a_person_wrote_is_never_merged_by_itself() -> None:
    by_hand = [upgrade(source, "2013", origin="by hand") for source in "bc"]
    assert len(merge([upgrade("a", "2013"), *by_hand])) == 3


SOURCES = st.sampled_from("abcd")
DATES = st.sampled_from([None, "2013", "2013-05", "2013-05-06", "2013-07", "2014", "201X", "1999"])
NAMES = st.sampled_from([None, "Rossi", "Ada Rossi", "Bruno Rossi", "President Rossi"])
QUOTES = st.sampled_from(["We shall open every port to ships", "We shall open all ports to ships", "Not agreed"])
TITLES = st.sampled_from(["a treaty", "Treaty on fish", "Treaty on fish and ships", "Treaty on ships"])
MEETINGS = st.sampled_from(["Rossi meets Walker", "Ada Rossi meets Hemi Walker", "Walker visits", "Talks about fish"])
MENTIONS = st.one_of(
    st.builds(upgrade, SOURCES, DATES, st.sampled_from(["alliance", "recognition"]), rank=st.just(6)),
    st.builds(instrument, SOURCES, DATES, st.sampled_from(["alliance"])),
    st.builds(statement, SOURCES, QUOTES, NAMES, date=DATES),
    st.builds(agreement, SOURCES, DATES, TITLES),
    st.builds(event, SOURCES, DATES, MEETINGS, st.sampled_from(["meeting", "visit"])),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(MENTIONS, max_size=12).flatmap(lambda many: st.tuples(st.just(many), st.permutations(many))))
def test_the_order_of_reading_does_not_matter(orders: tuple[list[AnyRecord], list[AnyRecord]]) -> None:
    given_order, other_order = orders
    merged, again = merge_groups(given_order, {"d": "a"}), merge_groups(other_order, {"d": "a"})
    assert merged == again
    ids = [one.record.id for one in merged]
    assert len(set(ids)) == len(ids)
    assert all(mention_id(one.record) == one.record.id for one in merged)


@settings(deadline=None)
@given(st.lists(MENTIONS, max_size=12))
def test_blocks_can_be_merged_one_by_one(mentions: list[AnyRecord]) -> None:
    whole = merge_groups(mentions)
    blocks = itertools.groupby(sorted(mentions, key=block_key), key=block_key)
    parts = [one for _, block in blocks for one in merge_groups(block)]
    assert {one.record.id: one for one in parts} == {one.record.id: one for one in whole}


@settings(deadline=None)
@given(st.lists(MENTIONS, max_size=12))
def test_nothing_is_lost_and_ids_depend_on_content_alone(mentions: list[AnyRecord]) -> None:
    kept = [m for m in mentions if not (m.why and m.why.rule.startswith("instrument"))]
    known = {code for one in merge_groups(mentions) for code in (one.record.id, *one.aliases)}
    assert {mention_id(mention) for mention in kept} <= known
    passages = {e for one in merge_groups(mentions) for e in one.record.evidence}
    assert {e for mention in kept for e in mention.evidence} <= passages


def test_a_large_block_is_merged_quickly() -> None:
    words = [f"word{number}" for number in range(50)]
    titles = [f"Talks on {words[n % 50]} and {words[n * 7 % 50]} and {words[n * 3 % 41]}" for n in range(6000)]
    mentions = [event(str(n % 97), f"2020-{n % 12 + 1:02d}", title, text=f"t{n}") for n, title in enumerate(titles)]
    begun = time.process_time()
    merge(mentions)
    assert time.process_time() - begun < 8
