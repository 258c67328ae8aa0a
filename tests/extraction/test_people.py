from __future__ import annotations

import pytest

from tests.extraction.texts import analysed
from tiestui.extraction.coreference import Resolver
from tiestui.extraction.descriptions import Descriptions
from tiestui.extraction.officeholders import Officeholders


def names(text: str) -> set[str]:
    return {person.name for person in analysed(text).people.persons}


def described(text: str, name: str) -> tuple[str | None, str | None, str | None]:
    analysis = analysed(text)
    index = next(i for i, person in enumerate(analysis.people.persons) if person.name == name)
    speaker = Descriptions(analysis.text, analysis.tokens, analysis.people).speaker(index)
    return speaker.role, speaker.affiliation, speaker.country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Kofi Adomako met Minister Lena Strand.", {"Kofi Adomako", "Lena Strand"}),
        ("Secretary of State Paul Werner left.", {"Paul Werner"}),
        ("Korean-born Dana Whitfield spoke.", {"Dana Whitfield"}),
        ("Ludwig van der Berg and Abdel al-Masri spoke.", {"Ludwig van der Berg", "Abdel al-Masri"}),
        ("The Green Party, the Ministry of Trade and CNN reported it.", set()),
        ("He flew from New Delhi to Hong Kong and South Dakota.", set()),
        ("Researchers at Ocean Studies met in White Plains.", set()),
        ("Former President Jan Kowal met Theresa May.", {"Jan Kowal", "Theresa May"}),
        ("In May Norway signed and in April France followed.", set()),
        ("President Ren spoke. Ren Zhou, director of the museum, listened.", {"Ren", "Ren Zhou"}),
        ("On Monday Jane Holm met the Bay Area Council.", {"Jane Holm"}),
        ("Jane Holm Is Back.", {"Jane Holm"}),
        ("Jane Holm Warns Rivals.", {"Jane Holm"}),
        ("Jane Holm Defends Plan. Later Jane Holm left.", {"Jane Holm"}),
        ("Jane Holm Strand met Jane Holm. Strand left.", {"Jane Holm Strand", "Jane Holm"}),
    ],
)
def test_persons_are_found_without_a_list_of_names(text: str, expected: set[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chancellor Maria Holm spoke. Holm said so. Ms. Holm left.",
        "Premier Zhao Wenli spoke. Zhao said so. President Zhao left.",
        "Maria J. Holm spoke. Maria Holm left.",
        "Aleksandr Ivanov spoke. Alexander Ivanov left. Sergei Ivanov".removesuffix(" Sergei Ivanov"),
        "Foreign Minister Sergei Petrov spoke. Sergey Petrov left.",
        "Prime Minister Joris van der Meer spoke. Van der Meer left.",
        "Carlos El Haddad spoke. El Haddad said so.",
        "Tariq bin Salim Al-Harthy spoke. Bin Salim left. Tariq bin Salim stayed.",
        "Foreign Minister HORVÁTH Balázs spoke. Balázs Horváth left.",
        "President Ana Núñez spoke. Ana Nunez left.",
    ],
)
def test_one_person_under_many_names_is_one(text: str) -> None:
    assert len(analysed(text).people.persons) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg met Peter Berg. Mr. Berg left.", {"Anna Berg", "Peter Berg"}),
        ("Anna de Wit met Peter de Wit. Ms. De Wit left.", {"Anna de Wit", "Peter de Wit"}),
        ("Omar bin Salim met Khalid bin Salim.", {"Omar bin Salim", "Khalid bin Salim"}),
    ],
)
def test_a_shared_family_name_joins_nobody(text: str, expected: set[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ghanaian President Kofi Adomako spoke.", "Kofi Adomako", ("President", None, "GHA")),
        ("Norway’s Foreign Minister Lena Strand spoke.", "Lena Strand", ("Foreign Minister", None, "NOR")),
        ("The ministry's spokesperson, Lena Strand, spoke.", "Lena Strand", ("spokesperson", None, None)),
        (
            "Omar Haddad, a senior fellow at the Gulf Institute, spoke.",
            "Omar Haddad",
            ("senior fellow", "Gulf Institute", None),
        ),
        (
            "Omar Haddad, a fellow at the Institute of Japanese, Korean and South Asian Studies at the Norwegian "
            "Academy, spoke.",
            "Omar Haddad",
            ("fellow", "Institute of Japanese, Korean and South Asian Studies at the Norwegian Academy", "NOR"),
        ),
        ("Mr. Haddad spoke. Omar Haddad left.", "Omar Haddad", (None, None, None)),
        ("Trade Ministry spokesman Omar Haddad spoke.", "Omar Haddad", ("spokesman", "Trade Ministry", None)),
        ("Omar Haddad, the ambassador to China, spoke.", "Omar Haddad", ("ambassador to China", None, None)),
        ("They left after contender Omar Haddad spoke.", "Omar Haddad", ("contender", None, None)),
    ],
)
def test_role_affiliation_and_country(
    text: str, name: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert described(text, name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Holm met Anna Berg. She left.", "Anna Berg"),
        ("Robert Holm met Anna Berg. He left.", "Robert Holm"),
        ("Kwabena Mensah met Yaw Darko in Accra. He left.", "Kwabena Mensah"),
        ("Robert Holm praised Peter Lund. Robert’s son stayed. He left.", "Robert Holm"),
        ("Peter Lund, a deputy, said Robert Holm would resign. He left.", "Peter Lund"),
        ("President Robert Holm met Premier Peter Lund. The president said it was late. He left.", "Robert Holm"),
        ("Ms. Adjei met Mr. Boateng. She left.", "Adjei"),
    ],
)
def test_pronouns_mean_who_is_in_focus(text: str, expected: str) -> None:
    analysis = analysed(text)
    descriptions = Officeholders(analysis.text, analysis.tokens, analysis.people)
    resolver = Resolver(analysis.tokens, analysis.people, descriptions)
    last = max(i for i, word in enumerate(analysis.tokens.lowers) if word in ("he", "she"))
    person = resolver.person(last)
    assert person is not None
    assert analysis.people.persons[person].name == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "The Prime Minister of Peru, the Honourable Lena Strand, M.P., arrived.",
            "Lena Strand",
            ("Prime Minister", None, "PER"),
        ),
        (
            "His Excellency President Omar Haddad met the Minister for Trade, the Right Honourable Bo Lund.",
            "Bo Lund",
            ("Minister for Trade", None, None),
        ),
        (
            "Asked by His Excellency President Omar Haddad, the Prime Minister of Peru the Honourable Bo Lund came.",
            "Omar Haddad",
            ("President", None, None),
        ),
        (
            "General Secretary of the Labour Party of Norway Central Committee Lena Strand arrived.",
            "Lena Strand",
            ("General Secretary", "Labour Party of Norway Central Committee", "NOR"),
        ),
        (
            "President of the United States Bo Lund arrived.",
            "Bo Lund",
            ("President", None, "USA"),
        ),
        ("Lena Strand, Peruvian Secretary of State, arrived.", "Lena Strand", ("Secretary of State", None, "PER")),
        (
            "Minister of Industry and Trade Tóth Endre arrived.",
            "Tóth Endre",
            ("Minister of Industry and Trade", None, None),
        ),
        (
            "Member of the Assembly and Minister of Public Works Le Van Binh arrived.",
            "Le Van Binh",
            ("Minister of Public Works", None, None),
        ),
        ("The President of Peru and Lena Strand arrived.", "Lena Strand", (None, None, None)),
    ],
)
def test_offices_with_complements_and_honours(
    text: str, name: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert described(text, name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Bo A. Lund Jr. spoke. Lund left.", {"Bo A. Lund Jr."}),
        ("Bo Lund, Jr., spoke. Mr. Lund left.", {"Bo Lund Jr."}),
        ("Prime Minister Omar Al-Haddad spoke. Prime Minister Haddad left.", {"Omar Al-Haddad"}),
    ],
)
def test_what_stands_behind_or_before_a_family_name_is_no_other_name(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_a_wife_is_not_her_husband() -> None:
    text = "President Anna Berg met Prime Minister Odo Lund and Mrs Lund. He spoke."
    analysis = analysed(text)
    assert [(p.name, p.gender) for p in analysis.people.persons] == [("Anna Berg", "f"), ("Odo Lund", None)]


def test_a_courtesy_title_tells_two_bearers_of_a_name_apart() -> None:
    text = "Anna Berg met Peter Berg. Mrs. Berg left."
    people = analysed(text).people
    assert people.persons[people.mentions[-1].person].name == "Anna Berg"
