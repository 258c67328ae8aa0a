"""Bytes to text: marks, declared charsets, guesses, and what is no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.errors import InputError
from tiestui.reading.decoding import decode

from ..attempts import taken

SENTENCE = "The Minister said: “Córdoba’s café – a naïve façade.” "


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding):
    decoded = decode(SENTENCE.encode(encoding), declared="latin-1")
    assert (decoded.text, decoded.guessed) == (SENTENCE, False)


def test_a_declared_charset_goes_before_utf8():
    assert decode("één".encode("latin-1"), declared="iso-8859-1").text == "één"


@pytest.mark.parametrize(
    ("text", "written", "declared"),
    [
        ("“one” – two", "cp1252", "iso-8859-1"),
        ("“one” – two", "cp1252", "latin-1"),
        ("“one” – two", "utf-8", "iso-8859-1"),
        ("“one” – two", "utf-8", "windows-1252"),
        ("“one” – two", "utf-8", "us-ascii"),
        ("朱镕基总理", "gb18030", "gb2312"),
        ("①共同声明", "cp932", "shift_jis"),
    ],
)
def test_what_a_declaration_means(text, written, declared):
    decoded = decode(text.encode(written), declared=declared)
    assert (decoded.text, decoded.guessed) == (text, False)


@pytest.mark.parametrize("declared", ["no-such-charset", "ascii", "rot13", "hex", "idna", "utf-8\0", ""])
def test_a_wrong_declaration_is_passed_over(declared):
    assert decode("één".encode(), declared=declared).text == "één"


@pytest.mark.parametrize("declared", ["unicode_escape", "raw_unicode_escape", "utf-7"])
def test_no_declaration_gives_half_a_character(declared):
    decoded, _ = taken(decode, b"words \\ud800 +2AA-", declared)
    assert decoded is None or decoded.text.encode()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SENTENCE * 3, "cp1252"),
        ("A declaração de amizade foi assinada. “É um começo”, disse o presidente João Sousa.", "cp1252"),
        ("Το υπουργείο ανακοίνωσε νέα συμφωνία με τη χώρα. " * 8, "iso8859-7"),
        ("Министры подписали совместное заявление в столице. " * 8, "cp1251"),
        ("两国部长在首都签署了联合声明，宣布建立全面战略伙伴关系。" * 8, "gb18030"),
    ],
)
def test_other_encodings_are_guessed_and_said_to_be(text, encoding):
    decoded = decode(text.encode(encoding))
    assert decoded.guessed
    assert decoded.text == text


def test_utf16_without_a_mark():
    decoded = decode(SENTENCE.encode("utf-16-le"))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (SENTENCE, "utf-16-le", True)


@pytest.mark.parametrize(
    "data",
    [b"text\0text", bytes(range(32)) * 40, b"\xff\xfe\x00", b"\0" * 500, b"\x01\x02\x03" * 400],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(InputError):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_utf8_is_kept_to_the_letter(text):
    decoded, complaint = taken(decode, b"\xef\xbb\xbf" + text.encode())
    assert "not text" in complaint if decoded is None else decoded.text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_named(data):
    decoded, complaint = taken(decode, data)
    assert "\n" not in complaint if decoded is None else "\0" not in decoded.text
