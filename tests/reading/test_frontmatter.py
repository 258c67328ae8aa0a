"""Front matter: what is split off, what is read, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.errors import InputError
from tiestui.reading import read_bytes
from tiestui.reading.frontmatter import read, split

BODY = "The two ministers met in Porto Novo and agreed to open an embassy.\n"


def document(front: str, body: str = BODY, name: str = "note.md"):
    return read_bytes(f"---\n{front}---\n{body}".encode(), name)


def test_every_field_is_read():
    read_document = document(
        'title: "Ties: a history"\nbyline: A. Writer\noutlet: The Daily\npublished: 2021-05-04\nlanguage: no\n'
        "url: https://example.org/a\nnote: from the shelf\nlayout: post\n"
    )
    metadata = read_document.metadata
    assert metadata.title == "Ties: a history"
    assert metadata.byline == "A. Writer"
    assert metadata.outlet == "The Daily"
    assert str(metadata.published) == "2021-05-04"
    assert (metadata.published_basis, metadata.published_inferred) == ("front matter", False)
    assert metadata.language == "no"
    assert metadata.origin == "https://example.org/a"
    assert metadata.note == "from the shelf"
    assert metadata.inferred == ()
    assert read_document.text == BODY


@pytest.mark.parametrize("pair", ["pair: BRA-PRT", "pair: [PRT, BRA]", "pair:\n  - PRT\n  - BRA"])
def test_pair_in_every_form(pair):
    assert document(pair + "\n").metadata.pair == ("BRA", "PRT")


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2021-05-04", "2021-05-04"),
        ("2021-05", "2021-05"),
        ("2021", "2021"),
        ("2021-05-04 10:00:00 +0200", "2021-05-04"),
        ("2021-05-04T10:00:00Z", "2021-05-04"),
        ("4 May 2021", "2021-05-04"),
        ("May 4, 2021", "2021-05-04"),
    ],
)
def test_published_in_the_forms_that_people_write(written, edtf):
    assert str(document(f"published: {written}\n").metadata.published) == edtf


def test_common_names_of_other_tools_are_understood():
    metadata = document("author: A. Writer\ndate: 2021-05-04\n").metadata
    assert (metadata.byline, str(metadata.published)) == ("A. Writer", "2021-05-04")


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("title: [unclosed\n", "front matter, line 3"),
        ("title: a: b\n", "front matter, line 2"),
        ("\tx: 1\n", "front matter, line 2"),
        ("just words\n", "front matter: there are no lines"),
        ("published: soon\n", "'soon' is no date"),
        ("published: 2021-13-40\n", "'2021-13-40' is no date"),
        ("pair: BRA-XQZ\n", "pair"),
        ("pair: BRA\n", "pair"),
        ("title:\n  a: b\n", "title is not a text"),
        ("title: \x1b[31m\n", "front matter"),
        ("a: " + "[" * 5000 + "\n", "front matter"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(front, says):
    with pytest.raises(InputError) as caught:
        document(front)
    assert caught.value.message.startswith("note.md: ")
    assert says in caught.value.message
    assert "\n" not in caught.value.message


def test_an_unclosed_front_matter_is_named():
    with pytest.raises(InputError, match=r"note\.md: the front matter .* never closed"):
        read_bytes(b"---\ntitle: A\n\nText of the note.\n", "note.md")


def test_a_rule_at_the_start_is_text():
    text = "---\nThe ministers met.\n"
    assert read_bytes(text.encode(), "note.md").text == text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_only_the_front_matter_is_taken_away(line_end):
    body = line_end.join(["  First\u00a0line. ", "", "Second\tline.", ""])
    text = line_end.join(["---", "title: A", "---", body])
    assert read_bytes(b"\xef\xbb\xbf" + text.encode(), "a.txt").text == body


@given(body=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), title=st.text("ab c:'\"#[]{}"))
def test_round_trip_of_front_matter_and_body(body, title):
    import json

    yaml_text, rest = split(f"---\ntitle: {json.dumps(title)}\n---\n{body}")
    assert rest == body
    assert read(yaml_text or "").title == (" ".join(title.split()) or None)


@given(text=st.text(st.sampled_from("-\n\r: ab"), max_size=40))
def test_what_is_kept_is_always_the_end_of_the_text(text):
    try:
        yaml_text, rest = split(text)
    except InputError:
        return
    assert text.endswith(rest)
    assert (yaml_text is None) == (rest == text)


def test_halves_of_characters_are_no_part_of_the_metadata():
    metadata = document('title: "Ties \\udcff again"\noutlet: "\\ud800"\n', name="\udcfe.md").metadata
    assert metadata.title == "Ties \\udcff again"
    assert metadata.outlet == "\\ud800"
    assert metadata.origin == "\\udcfe.md"
