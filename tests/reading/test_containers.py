"""Zips: every document in, each failure named, nothing unpacked beyond the limits."""

import pytest

from tiestui.reading import Limits, read_all, read_all_bytes, read_bytes
from tiestui.reading.zips import safe_name

from ..attempts import taken
from . import makers

BODY = b"The two ministers met in Porto Novo and agreed to open an embassy.\n"


def all_of(data, **options):
    reported = []
    documents = list(read_all_bytes(data, "pile.zip", lambda error: reported.append(error.message), **options))
    return documents, reported


def test_members_of_every_kind_in_order_of_name():
    data = makers.make_zip(
        {
            "b/two.md": b"---\ntitle: Two\n---\n" + BODY,
            "a.txt": BODY,
            "b/.hidden.txt": BODY,
            "__MACOSX/a.txt": BODY,
            "picture.png": b"\x89PNG",
            "inner.zip": makers.make_zip({"three.eml": makers.make_mail(BODY.decode())}),
        }
    )
    documents, reported = all_of(data)
    assert [document.name for document in documents] == [
        "pile.zip/a.txt",
        "pile.zip/b/two.md",
        "pile.zip/inner.zip/three.eml",
    ]
    assert documents[1].metadata.title == "Two"
    assert reported == []


def test_what_cannot_be_read_is_named_and_the_rest_goes_in():
    documents, reported = all_of(makers.make_zip({"a.txt": BODY, "b.txt": b"", "c.pdf": b"%PDF-1.4", "d.txt": b"\0"}))
    assert [document.name for document in documents] == ["pile.zip/a.txt"]
    assert [message.split(":")[0] for message in reported] == ["pile.zip/b.txt", "pile.zip/c.pdf", "pile.zip/d.txt"]


def test_one_document_is_not_a_pile():
    document, message = taken(read_bytes, makers.make_zip({"a.txt": BODY}), "pile.zip")
    assert document is None
    assert "pile.zip: it holds many documents" in message


def test_a_file_that_is_no_container_gives_one_document(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(BODY)
    reported = []
    assert [document.name for document in read_all(path, reported.append)] == [str(path)]
    assert list(read_all(tmp_path / "none.txt", reported.append)) == []
    assert "there is no such file" in reported[0].message


def test_flags_hold_for_every_member():
    documents, _ = all_of(makers.make_zip({"a.txt": BODY, "b.txt": BODY}), outlet="Daily")
    assert [document.metadata.outlet for document in documents] == ["Daily", "Daily"]


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(size=1000), "a.txt: it would unpack to 100 kB"),
        (Limits(unpacked=1000), "a.txt: it would unpack to 100 kB, more than 1 kB"),
        (Limits(members=1), "it holds 2 documents, more than 1"),
    ],
)
def test_limits(limits, says):
    documents, reported = all_of(makers.make_zip({"a.txt": b"a " * 50_000, "b.txt": BODY}), limits=limits)
    assert len(documents) < 2
    assert any(says in message for message in reported)


def test_nesting():
    data = makers.make_zip({"a.txt": BODY})
    for _ in range(5):
        data = makers.make_zip({"a.txt": BODY, "inner.zip": data})
    documents, reported = all_of(data)
    assert len(documents) == 3
    assert len(reported) == 1
    assert "more than 3 deep" in reported[0]


def test_a_lie_about_the_size_is_found_out():
    data = bytearray(makers.make_zip({"a.txt": b"a " * 50_000}))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    data[22:26] = (10).to_bytes(4, "little")
    documents, reported = all_of(bytes(data), limits=Limits(size=1000))
    assert all(len(document.text) <= 1000 for document in documents)
    assert len(documents) + len(reported) == 1


def test_a_member_without_a_name():
    data = makers.make_zip({"abcde": BODY, "a.txt": BODY}).replace(b"abcde", b"\0.txt")
    documents, reported = all_of(data)
    assert len(documents) + len(reported) == 1
    assert safe_name("") == "document"


def test_an_encrypted_member():
    data = bytearray(makers.make_zip({"a.txt": BODY}))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in all_of(bytes(data))[1][0]


@pytest.mark.parametrize("damage", [lambda data: data[:-30], lambda data: data[:40] + b"\xff" * 9 + data[49:]])
def test_damage(damage):
    documents, reported = all_of(damage(makers.make_zip({"a.txt": BODY})))
    assert documents == []
    assert "damaged" in reported[0]


def test_an_empty_zip_and_one_without_documents():
    assert "no document in it" in all_of(makers.make_zip({}))[1][0]
    assert "no document in it" in all_of(makers.make_zip({"a.png": b"x"}))[1][0]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../etc/a.txt", "etc/a.txt"),
        ("/etc/a.txt", "etc/a.txt"),
        ("..\\..\\a.txt", "a.txt"),
        ("a/./b.txt", "a/b.txt"),
        ("..", "document"),
    ],
)
def test_names_stay_labels(name, label):
    assert safe_name(name) == label


def test_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    documents, _ = all_of(makers.make_zip({"../evil.txt": BODY, "/tmp/tiestui-evil.txt": BODY}))
    assert [document.name for document in documents] == ["pile.zip/evil.txt", "pile.zip/tmp/tiestui-evil.txt"]
    assert list(tmp_path.iterdir()) == []
    assert list(tmp_path.parent.glob("evil*")) == []
