import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.chronology.names import family_name, may_be_same
from tiestui.chronology.speakers import group_speakers
from tiestui.model.records import Speaker


def shown(*speakers: Speaker) -> dict[str, str]:
    return {speaker.name: group.speaker.name for speaker, group in group_speakers(speakers).items()}


def test_one_person_under_many_names_is_shown_by_the_fullest() -> None:
    names = [Speaker("Kim Min-seo", country="KOR"), Speaker("President Kim"), Speaker("Kim"), Speaker("Kim Min Seo")]
    groups = group_speakers(names)
    assert {group.speaker.name for group in groups.values()} == {"Kim Min-seo"}
    assert groups[names[2]].names == ("Kim", "Kim Min Seo", "Kim Min-seo", "President Kim")
    assert groups[names[2]].speaker.country == "KOR"


def test_two_full_names_of_one_family_stay_apart_and_the_bare_name_joins_neither() -> None:
    assert shown(Speaker("Ada Rossi"), Speaker("Bruno Rossi"), Speaker("Rossi")) == {
        "Ada Rossi": "Ada Rossi",
        "Bruno Rossi": "Bruno Rossi",
        "Rossi": "Rossi",
    }


def test_the_country_tells_which_of_two_is_meant() -> None:
    groups = shown(
        Speaker("Ada Rossi", country="ITA"), Speaker("Bruno Rossi", country="ARG"), Speaker("Rossi", country="ARG")
    )
    assert groups == {"Ada Rossi": "Ada Rossi", "Bruno Rossi": "Bruno Rossi", "Rossi": "Bruno Rossi"}


def test_bodies_are_one_however_their_country_is_named() -> None:
    groups = shown(
        Speaker("Italian Foreign Ministry", country="ITA", kind="body"),
        Speaker("Foreign Ministry of Italy", country="ITA", kind="body"),
        Speaker("Foreign Ministry", country="NZL", kind="body"),
    )
    assert len(set(groups.values())) == 2


def test_a_person_and_a_body_are_never_one() -> None:
    assert not may_be_same(Speaker("Rossi"), Speaker("Rossi", kind="body"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("John R. Walker", "John Walker", True),
        ("J. Walker", "John Walker", True),
        ("John Robert Walker", "John R. Walker", True),
        ("Walker", "John Walker", True),
        ("John Walker", "Jane Walker", False),
        ("Robert", "John Robert Walker", False),
        ("Kim Min-seo", "Kim", True),
        ("José Pérez", "Jose Perez", True),
    ],
)
def test_what_names_can_be_one_person(one: str, other: str, same: bool) -> None:
    assert may_be_same(Speaker(one), Speaker(other)) is same


def test_family_names_stand_first_in_east_asia() -> None:
    assert (family_name("Kim Min-seo"), family_name("President Ada Rossi")) == ("kim", "rossi")


NAMES = st.sampled_from(["Ada Rossi", "Bruno Rossi", "President Rossi", "A. Rossi", "Ada", "Kim Min-seo", "Kim"])
COUNTRIES = st.sampled_from([None, "ITA", "KOR"])
SPEAKERS = st.lists(st.builds(Speaker, NAMES, country=COUNTRIES), max_size=8)


@given(SPEAKERS.flatmap(lambda many: st.tuples(st.just(many), st.permutations(many))))
def test_grouping_does_not_depend_on_the_order(orders: tuple[list[Speaker], list[Speaker]]) -> None:
    groups = group_speakers(orders[0])
    assert groups == group_speakers(orders[1])
    for one, group in groups.items():
        for other in groups:
            assert may_be_same(one, other) or groups[other] is not group or one == other
