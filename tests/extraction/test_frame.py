"""What the finders share: genre, parties, dates, clauses, subjects, topics, word forms and the scanner."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.happenings import framed
from tiestui.extraction.clauses import partition, trimmed
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.standing import standing
from tiestui.extraction.subjects import subject_of
from tiestui.extraction.topics import all_topics, topics_of
from tiestui.extraction.wordforms import forms_of
from tiestui.lexicons import load


@pytest.mark.parametrize(
    ("title", "text", "published", "genre"),
    [
        ("Joint Statement of the Leaders", "Ghana and Chile are friends.", "2020-05-12", "communiqué"),
        (
            None,
            "We reaffirm peace. We welcome trade. We commit to aid. We note hope. We pledge more.",
            "2020-05-12",
            "communiqué",
        ),
        ("Ministers meet in Accra", "The ministers met on Monday.", "2020-05-12", "news"),
        ("A history of relations", "Ties began in 1960. They broke in 1973 and mended in 1990.", None, "history"),
    ],
)
def test_genre(title: str | None, text: str, published: str | None, genre: str) -> None:
    assert framed(text, published, title=title).genre == genre


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ghana and Chile met.", ("CHL", "GHA")),
        ("The two sides met.", ("CHL", "GHA")),
        ("Ghana met its neighbour.", ("CHL", "GHA")),
        ("Ghana and Peru met.", ("GHA", "PER")),
        ("Peru joined them.", ("CHL", "PER")),
        ("Ghana, Chile and Peru met.", ("CHL", "GHA")),
        ("They met in Lima.", ("CHL", "GHA")),
    ],
)
def test_parties_of_a_sentence(text: str, parties: tuple[str, str]) -> None:
    assert framed(text).parties.of(0, len(text)) == parties


def test_a_documents_pair_is_inferred_with_the_reason() -> None:
    text = "Kenya and Japan opened a port. Kenya thanked Japan. Peru watched."
    parties = framed(text, pair=None).parties
    assert parties.pair == ("JPN", "KEN")
    assert "Kenya" in parties.reason


def test_the_title_names_the_pair() -> None:
    text = "Peru thanked Japan. Peru hailed Japan. Kenya saw Peru."
    parties = framed(text, pair=None, title="Kenya and Peru sign port deal").parties
    assert parties.pair == ("KEN", "PER")
    assert parties.reason == "the title names Kenya and Peru"


def test_one_country_is_no_pair() -> None:
    assert framed("Kenya is large.", pair=None).parties.pair is None


@pytest.mark.parametrize(
    ("text", "verb", "form", "expected"),
    [
        ("They signed it.", "signed", "past", "actual"),
        ("They will sign it.", "sign", "base", "planned"),
        ("They agreed to sign it.", "sign", "base", "actual"),
        ("They agreed Tuesday to sign it.", "sign", "base", "actual"),
        ("They hope to sign it.", "sign", "base", "wish"),
        ("They are expected to sign it.", "sign", "base", "planned"),
        ("They refused to sign it.", "sign", "base", "denied"),
        ("They did not sign it.", "sign", "base", "denied"),
        ("They would have signed it.", "signed", "past", "wish"),
        ("It was signed.", "signed", "participle", "actual"),
        ("It is to be signed.", "signed", "participle", "planned"),
        ("It has never been signed.", "signed", "participle", "denied"),
        ("Not until May did they sign it.", "sign", "base", "actual"),
        ("In May they signed it.", "signed", "past", "actual"),
    ],
)
def test_standing(text: str, verb: str, form: str, expected: str) -> None:
    assert standing(text, 0, text.index(verb), form) == expected


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("The two sides ", "together"),
        ("Ghana and Chile ", "together"),
        ("President Rojas and President Mensah ", "together"),
        ("We ", "together"),
        ("Both countries also ", "together"),
        ("2. The parties ", "together"),
        ("They ", "they"),
        ("Ghana ", "side"),
        ("The Chilean government ", "side"),
        ("The Ministry of Health ", "body"),
        ("Chile’s Ministry of Education ", "side"),
        ("UNICEF ", "body"),
        ("President Rojas ", "person"),
        ("The agreement ", "thing"),
        ("", "none"),
    ],
)
def test_subjects(head: str, kind: str) -> None:
    text = f"{head}agreed to it."
    assert subject_of(text, 0, len(head)).kind == kind


def test_a_sentence_is_cut_between_its_acts() -> None:
    text = "They met in 2001, and they signed it in 2002."
    spans = partition(text, [(5, 8), (23, 29)], 0, len(text))
    assert [text[a:b] for a, b in spans] == ["They met in 2001, and ", "they signed it in 2002."]


@given(st.text(alphabet="a ,;andwhich.\n", max_size=60), st.data())
def test_every_act_lies_in_its_part(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4, unique=True)))
    acts = [(at, at) for at in places]
    for (start, end), (at, _) in zip(partition(text, acts, 0, len(text)), acts, strict=True):
        assert 0 <= start <= at <= end <= len(text)


@given(st.text(max_size=80))
def test_trimming_stays_inside(text: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("trade and tariffs", ("trade",)),
        ("a hospital and vaccines", ("health",)),
        ("the Belt and Road", ("connectivity",)),
        ("human rights", ("rights",)),
        ("peace talks", ("conflict",)),
        ("nothing at all", ()),
    ],
)
def test_topics(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text) == topics


def test_topics_are_the_closed_list() -> None:
    assert len(all_topics()) == 23
    for words in load("topics")["topics"].values():
        assert all(word == word.lower() and word.strip() == word for word in words)
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("establish", ("establish", "establishes", "established", "established", "establishing")),
        ("break off: broke off, broken off", ("break off", "breaks off", "broke off", "broken off", "breaking off")),
        ("ratify", ("ratify", "ratifies", "ratified", "ratified", "ratifying")),
        ("plan", ("plan", "plans", "planned", "planned", "planning")),
        ("agree", ("agree", "agrees", "agreed", "agreed", "agreeing")),
        ("visit", ("visit", "visits", "visited", "visited", "visiting")),
        ("expel", ("expel", "expels", "expelled", "expelled", "expelling")),
    ],
)
def test_verb_forms(entry: str, forms: tuple[str, ...]) -> None:
    found = forms_of(entry)
    assert (found.base, found.present, found.past, found.participle, found.gerund) == forms


@given(st.text(alphabet="abc xyz-AB.", max_size=60))
def test_the_scanner_finds_what_the_pattern_finds(text: str) -> None:
    pattern = r"(?<![\w-])(?:ab|a|xyz)(?![\w-])"
    scanned = [m.span() for m in Scanner(pattern, ["ab", "a", "xyz"]).finditer(text, 0, len(text))]
    assert scanned == [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


@given(st.text(alphabet="abc xyz-AB.", max_size=60))
def test_a_guarded_pattern_finds_what_the_pattern_finds(text: str) -> None:
    pattern = r"\b(?:ab|xyz)\b[^.]?"
    found = [m.span() for m in Guarded("ab xyz", pattern, re.IGNORECASE).finditer(text, 0, len(text))]
    assert found == [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("name", ["levels", "acts", "instruments", "events"])
def test_verb_entries_have_irregular_forms_in_pairs(name: str) -> None:
    def entries(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [entry for own in value.values() for entry in entries(own)]
        return [entry for own in value for entry in entries(own)] if isinstance(value, list) else []

    words = {key: value for key, value in load(name).items() if key != "triggers"}
    for entry in entries(words):
        assert entry == entry.strip()
        if ":" in entry:
            assert entry.partition(":")[2].count(",") == 1, entry
