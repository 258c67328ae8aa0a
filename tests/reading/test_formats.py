"""Every format: text, roles and metadata of documents made on the spot."""

import builtins
import textwrap
from datetime import datetime

import pytest

from tiestui.errors import InputError
from tiestui.reading import Limits, read_bytes

from ..attempts import taken
from . import makers

LONG = (
    "The foreign ministers of Arcadia and Ruritania signed an agreement on fisheries on Tuesday after days of talks, "
    "and both sides said that they would open consulates next year in their capitals."
)
OTHER = (
    "“We are glad that it is done,” the minister of Ruritania told reporters after the ceremony, and thanked the hosts "
    "for their patience during the long negotiations over the islands in the northern sea."
)


def roles(document):
    return [(block.role, document.text[block.start : block.end]) for block in document.blocks]


def complaint(data, name, **options):
    document, message = taken(read_bytes, data, name, **options)
    assert document is None
    assert message.startswith(name)
    assert "\n" not in message
    return message


class TestHtml:
    BODY = f"<h1>Ministers sign deal</h1><p>STRELSAU (AP) — {LONG}</p><p>{OTHER}</p><h2>New friends</h2><p>{LONG}</p>"
    HEAD = (
        "<title>Ministers sign deal | Evening Post</title>"
        '<meta property="og:site_name" content="Evening Post"><meta name="author" content="Jane Porter">'
        '<meta property="article:published_time" content="2019-05-03T10:00:00Z">'
        '<link rel="canonical" href="https://post.example/deal">'
    )

    def test_the_article_without_navigation(self):
        document = read_bytes(makers.make_html(self.BODY, self.HEAD), "a.html")
        assert roles(document) == [
            ("headline", "Ministers sign deal"),
            ("dateline", "STRELSAU (AP) —"),
            ("body", LONG),
            ("body", OTHER),
            ("heading", "New friends"),
            ("body", LONG),
        ]

    def test_what_the_page_says_of_itself(self):
        metadata = read_bytes(makers.make_html(self.BODY, self.HEAD), "a.html").metadata
        assert (metadata.title, metadata.byline, metadata.outlet) == (
            "Ministers sign deal",
            "Jane Porter",
            "Evening Post",
        )
        assert (str(metadata.published), metadata.published_basis) == ("2019-05-03", "field")
        assert not metadata.published_inferred
        assert (metadata.language, metadata.origin) == ("en", "https://post.example/deal")

    def test_a_day_that_only_the_text_has_is_inferred(self):
        body = f"<h1>Ministers sign deal</h1><p>Published May 3, 2019</p><p>{LONG}</p><p>{OTHER}</p>"
        metadata = read_bytes(makers.make_html(body), "a.html").metadata
        assert (str(metadata.published), metadata.published_inferred) == ("2019-05-03", True)

    def test_a_year_alone_gives_no_day(self):
        body = f"<h1>Ministers sign deal</h1><p>{LONG}</p><p>{OTHER}</p><p>Copyright 2019</p>"
        assert read_bytes(makers.make_html(body), "a.html").metadata.published is None

    def test_the_address_that_a_browser_left(self):
        page = makers.make_html(self.BODY).replace(
            b"<html", b"<!-- saved from url=(0025)https://post.example/x -->\n<html"
        )
        assert read_bytes(page, "a.html").metadata.origin == "https://post.example/x"

    @pytest.mark.parametrize("charset", ["windows-1252", "utf-8"])
    def test_a_declared_charset(self, charset):
        page = f'<html><head><meta charset="{charset}"></head><body><p>{LONG}</p><p>{OTHER} Café.</p></body></html>'
        document = read_bytes(page.encode(charset), "a.html")
        assert "“We are glad" in document.text
        assert document.text.rstrip().endswith("Café.")

    def test_lists_and_tables(self):
        body = f"<p>{LONG}</p><p>They agreed on:</p><ul><li>fisheries in the sea</li><li>visas</li></ul><p>{OTHER}</p>"
        assert ("body", "- fisheries in the sea") in roles(read_bytes(makers.make_html(body), "a.html"))

    def test_paragraphs_parted_by_line_breaks(self):
        body = f"<div>Joint Communique<br><br>{LONG}<br>{OTHER}<br><br>They agreed<br>on fisheries<br>and visas.</div>"
        text = read_bytes(makers.make_html(body), "a.html").text
        assert text.split("\n\n") == ["Joint Communique", LONG, OTHER, "They agreed on fisheries and visas.\n"]

    def test_a_title_that_was_cut_off_is_the_headline(self):
        page = makers.make_html(
            f"<h1>Joint Communique of two</h1><p>{LONG}</p><p>{OTHER}</p>", "<title>Joint Communique</title>"
        )
        assert read_bytes(page, "a.html").metadata.title == "Joint Communique of two"

    def test_marks_of_notes_are_left_out(self):
        body = f'<p>{LONG}<sup>1</sup></p><p>{OTHER}<sup><a href="#2">[2]</a></sup> It is 5 m<sup>2</sup> wide.</p>'
        text = read_bytes(makers.make_html(body), "a.html").text
        assert text == f"{LONG}\n\n{OTHER} It is 5 m2 wide.\n"

    def test_a_page_on_standard_input(self):
        assert read_bytes(makers.make_html(self.BODY, self.HEAD), "-").metadata.title == "Ministers sign deal"

    @pytest.mark.parametrize("body", ["", "<div></div>", "<script>let a = 1</script>"])
    def test_a_page_without_an_article(self, body):
        assert "no article" in complaint(f"<html><body>{body}</body></html>".encode(), "a.html")


class TestPdf:
    LINES = textwrap.wrap(LONG, 80)

    def test_lines_are_joined_and_paragraphs_parted(self):
        page = makers.pdf_page([*self.LINES, "", *textwrap.wrap(OTHER, 80)])
        assert roles(read_bytes(makers.make_pdf([page]), "a.pdf")) == [("body", LONG), ("body", OTHER)]

    def test_large_type_is_a_headline(self):
        page = [(72, 750, 20, "Ministers sign deal"), *makers.pdf_page([*self.LINES, *self.LINES])]
        document = read_bytes(makers.make_pdf([page]), "a.pdf")
        assert roles(document)[0] == ("headline", "Ministers sign deal")
        assert document.metadata.title == "Ministers sign deal"

    def test_broken_words_are_mended(self):
        lines = [
            "They called it a well-known coop-",
            "eration of good neigh-",
            "bours and a well-",
            "known friendship.",
        ]
        text = read_bytes(makers.make_pdf([makers.pdf_page(lines)]), "a.pdf").text
        assert text.strip() == "They called it a well-known cooperation of good neighbours and a well-known friendship."

    def test_running_heads_and_page_numbers_are_dropped(self):
        pages = []
        for number in range(1, 4):
            head = (72, 765, 9, f"Evening Post, volume {number}")
            foot = (300, 40, 9, str(number))
            pages.append([head, *makers.pdf_page(self.LINES), foot])
        text = read_bytes(makers.make_pdf(pages), "a.pdf").text
        assert "Evening Post" not in text
        assert text.count(LONG) == 3
        assert not any(line.strip().isdigit() for line in text.splitlines())

    def test_a_sentence_that_runs_over_the_page(self):
        middle = len(self.LINES) // 2
        pages = [makers.pdf_page(self.LINES[:middle]), makers.pdf_page(self.LINES[middle:])]
        assert roles(read_bytes(makers.make_pdf(pages), "a.pdf")) == [("body", LONG)]

    def test_its_own_fields(self):
        info = {"Title": "Ministers sign deal", "Author": "Jane Porter", "CreationDate": "D:20190503101010Z"}
        metadata = read_bytes(makers.make_pdf([makers.pdf_page(self.LINES)], info), "a.pdf").metadata
        assert (metadata.title, metadata.byline) == ("Ministers sign deal", "Jane Porter")
        assert (str(metadata.published), metadata.published_inferred) == ("2019-05-03", True)

    def test_a_dateline_goes_before_the_day_it_was_made(self):
        page = makers.pdf_page(["Strelsau, 21 March 1980", "", *self.LINES])
        metadata = read_bytes(makers.make_pdf([page], {"CreationDate": "D:20190503"}), "a.pdf").metadata
        assert (str(metadata.published), metadata.published_basis) == ("1980-03-21", "text")

    @pytest.mark.parametrize("title", ["Microsoft Word - deal.doc", "untitled", "deal_final.docx"])
    def test_titles_that_programs_leave(self, title):
        metadata = read_bytes(makers.make_pdf([makers.pdf_page(self.LINES)], {"Title": title}), "a.pdf").metadata
        assert metadata.title is None

    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (makers.make_encrypted_pdf(), "encrypted"),
            (makers.make_pdf([[]]), "it is a scan"),
            (b"%PDF-1.4\nnothing more", "damaged"),
            (makers.make_pdf([makers.pdf_page(["Words"])])[:300], "damaged"),
        ],
    )
    def test_what_cannot_be_read_is_named(self, data, says):
        assert says in complaint(data, "a.pdf")

    def test_too_many_pages(self):
        data = makers.make_pdf([makers.pdf_page(["Words"])] * 3)
        assert "3 pages, more than 2" in complaint(data, "a.pdf", limits=Limits(pages=2))


class TestWord:
    PARAGRAPHS = (
        ("Ministers sign deal", "Title"),
        (LONG, None),
        ("New friends", "Heading 1"),
        ("fisheries", "List Bullet"),
        (OTHER, None),
    )

    def test_paragraphs_and_styles(self):
        assert roles(read_bytes(makers.make_docx(self.PARAGRAPHS), "a.docx")) == [
            ("headline", "Ministers sign deal"),
            ("body", LONG),
            ("heading", "New friends"),
            ("body", "- fisheries"),
            ("body", OTHER),
        ]

    def test_its_own_fields(self):
        data = makers.make_docx(self.PARAGRAPHS, title="A deal", author="Jane Porter", created=datetime(2019, 5, 3))
        metadata = read_bytes(data, "a.docx").metadata
        assert (metadata.title, metadata.byline) == ("A deal", "Jane Porter")
        assert (str(metadata.published), metadata.published_inferred) == ("2019-05-03", True)

    def test_what_the_template_says_is_nobodys_word(self):
        metadata = read_bytes(makers.make_docx(self.PARAGRAPHS), "a.docx").metadata
        assert (metadata.byline, metadata.published) == (None, None)

    def test_tables_inserted_and_deleted_text(self):
        import io

        import docx
        from docx.oxml import parse_xml

        document = docx.Document()
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        paragraph = document.add_paragraph("They ")
        paragraph._p.append(parse_xml(f"<w:ins {space}><w:r><w:t>agreed </w:t></w:r></w:ins>"))
        paragraph._p.append(parse_xml(f"<w:del {space}><w:r><w:delText>quarrelled </w:delText></w:r></w:del>"))
        paragraph.add_run("at last.")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Trade", "5 billion"
        out = io.BytesIO()
        document.save(out)
        assert [words for _, words in roles(read_bytes(out.getvalue(), "a.docx"))] == [
            "They agreed at last.",
            "Trade | 5 billion",
        ]

    def test_a_package_that_would_unpack_to_too_much(self):
        data = makers.make_zip({"[Content_Types].xml": b"", "word/document.xml": b" " * 2_000_000})
        assert len(data) < 10_000
        assert "would unpack to 2 MB" in complaint(data, "a.docx", limits=Limits(size=1_000_000))

    @pytest.mark.parametrize(
        "data",
        [
            makers.make_zip({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<b>"}),
            makers.make_docx([(LONG, None)])[:2000],
        ],
        ids=["members", "cut off"],
    )
    def test_damaged(self, data):
        assert "damaged" in complaint(data, "a.docx")

    def test_empty(self):
        assert "no text" in complaint(makers.make_docx([]), "a.docx")


class TestMail:
    def test_body_and_header(self):
        document = read_bytes(makers.make_mail(f"{LONG}\n", html="<p>Other</p>"), "a.eml")
        assert document.text.strip() == LONG
        metadata = document.metadata
        assert (metadata.title, metadata.byline) == ("Ministers sign deal", "Jane Porter")
        assert (str(metadata.published), metadata.published_basis) == ("2019-05-03", "field")

    def test_attachments_are_named(self):
        metadata = read_bytes(makers.make_mail(LONG, attachment=("deal.pdf", b"%PDF")), "a.eml").metadata
        assert metadata.note == "attachments not read: deal.pdf"

    def test_an_html_body(self):
        mail = makers.make_mail(" ", html=f"<html><body><p>{LONG}</p><p>{OTHER}</p></body></html>")
        assert [words for _, words in roles(read_bytes(mail, "a.eml"))] == [LONG, OTHER]

    def test_a_broken_part_is_passed_over_when_another_says_the_same(self):
        mail = (
            b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=B\n\n"
            b"--B\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!not base64!!!\n"
            b"--B\nContent-Type: text/html\n\n<html><body><p>" + LONG.encode() + b"</p></body></html>\n--B--\n"
        )
        assert LONG in read_bytes(mail, "a.eml").text

    def test_a_broken_part_alone_is_named(self):
        mail = b"From: a@b.example\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!x!\n"
        assert "text/plain is broken" in complaint(mail, "a.eml")

    def test_an_unknown_charset_is_guessed(self):
        mail = b"From: a@b.example\nContent-Type: text/plain; charset=x-none\n\n" + OTHER.encode("utf-8")
        assert OTHER in read_bytes(mail, "a.eml").text

    @pytest.mark.parametrize(
        ("header", "title"),
        [
            ("Subject: Café deal".encode(), "Café deal"),
            (b"Subject: =?utf-8?b?Q2Fmw6kgZGVhbA==?=", "Café deal"),
            (b"Subject: =?utf-8?q?Caf=C3=A9?=\n =?utf-8?q?_deal?=", "Café deal"),
            (b"Subject: A very long\n\tsubject", "A very long subject"),
            (b"Subject: =?utf-8?b?G10wO2V2aWwH?= deal", "]0;evil deal"),
        ],
    )
    def test_subjects(self, header, title):
        mail = b"From: a@b.example\n" + header + b"\n\n" + LONG.encode()
        assert read_bytes(mail, "a.eml").metadata.title == title

    def test_no_text(self):
        mail = b"From: a@b.example\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
        assert "no text" in complaint(mail, "a.eml")

    def test_a_mail_on_standard_input(self):
        assert read_bytes(makers.make_mail(LONG), "-").metadata.title == "Ministers sign deal"


class TestWebArchive:
    def test_the_page_in_it(self):
        page = makers.make_html(TestHtml.BODY)
        data = (
            b"From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/deal\nMIME-Version: 1.0\n"
            b'Content-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n\n' + page + b"\n--B--\n"
        )
        for name in ("a.mhtml", "-"):
            document = read_bytes(data, name)
            assert document.metadata.origin == "https://post.example/deal"
            assert document.metadata.title == "Ministers sign deal"

    def test_no_page(self):
        assert "no page" in complaint(b"From: a@b\nContent-Type: text/plain\n\nx", "a.mht")


class TestTei:
    HEADER = (
        "<fileDesc><titleStmt><title>Papers</title><author>A. Clerk</author></titleStmt><publicationStmt><publisher>"
        'Archive</publisher><date when="2001">2001</date></publicationStmt></fileDesc><profileDesc><creation>'
        '<date when="1950-03-04">4 March 1950</date></creation><langUsage>'
        '<language ident="en"/></langUsage></profileDesc>'
    )

    def test_text_and_header(self):
        body = (
            f"<head>Telegram</head><dateline>Strelsau, <date>March 4, 1950</date></dateline><p>{LONG}</p>"
            f"<p>It is a coop<lb break='no'/>eration<note>Not printed.</note> of two.</p>"
            "<list><item>visas</item></list>"
        )
        document = read_bytes(makers.make_tei(body, self.HEADER), "a.xml")
        assert roles(document) == [
            ("headline", "Telegram"),
            ("dateline", "Strelsau, March 4, 1950"),
            ("body", LONG),
            ("body", "It is a cooperation of two."),
            ("body", "Not printed."),
            ("body", "- visas"),
        ]
        metadata = document.metadata
        assert (metadata.title, metadata.byline, metadata.outlet) == ("Papers", "A. Clerk", "Archive")
        assert (str(metadata.published), metadata.published_basis, metadata.language) == ("1950-03-04", "field", "en")

    @pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1251", "gb2312", "utf-16"])
    def test_charsets(self, charset):
        words = {"windows-1251": "Слово", "gb2312": "声明"}.get(charset, "Façade")
        data = f'<?xml version="1.0" encoding="{charset}"?><TEI><text><p>{words}</p></text></TEI>'.encode(charset)
        assert read_bytes(data, "a.xml").text.strip() == words

    def test_corrections_are_read_and_running_heads_dropped(self):
        body = (
            "<p>He <choice><sic>sayed</sic><corr>said</corr></choice> so<fw>3</fw><del>not</del> <sic>then</sic>.</p>"
        )
        assert read_bytes(makers.make_tei(body), "a.xml").text.strip() == "He said so then."

    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI><text><p>&a;</p></text></TEI>', "declares the entity 'a'"),
            (
                b'<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]><TEI><p>&a;</p></TEI>',
                "declares the entity 'a'",
            ),
            (b'<!DOCTYPE TEI [<!ENTITY % a SYSTEM "http://x.example/a.dtd"> %a;]><TEI/>', "declares the entity 'a'"),
            (b"<TEI><text><p>never closed", "line 1: this is no well-formed XML"),
            (b"<rss><channel/></rss>", "this XML is no TEI"),
            (b"<TEI>" + b"<p>" * 5000, "deep"),
            (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "no text"),
        ],
    )
    def test_what_cannot_be_read_is_named(self, data, says):
        assert says in complaint(data, "a.xml")


@pytest.mark.parametrize(
    ("name", "data", "library"),
    [
        ("a.html", makers.make_html("<p>x</p>"), "trafilatura"),
        ("a.pdf", b"%PDF-1.4", "pypdfium2"),
        ("a.docx", makers.make_zip({"[Content_Types].xml": b""}), "python-docx"),
    ],
    ids=["html", "pdf", "docx"],
)
def test_a_missing_library_is_named_with_its_install_line(name, data, library, monkeypatch):
    import sys

    module = {"python-docx": "docx"}.get(library, library)
    for loaded in [key for key in sys.modules if key.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, loaded)
    real = builtins.__import__
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(builtins, "__import__", real)
    message = complaint(data, name)
    assert library in message
    assert "pip install 'tiestui[documents]'" in message


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch):
    from tiestui.reading import plain

    def endless(_data, _limits):
        while True:
            try:
                sum(range(1000))
            except Exception:
                continue

    monkeypatch.setattr(plain, "read", endless)
    assert "took more than 0.05 seconds" in complaint(b"words", "a.txt", limits=Limits(seconds=0.05))


def test_offsets_hold_for_every_kind():
    for name, data in {
        "a.html": makers.make_html(TestHtml.BODY),
        "a.pdf": makers.make_pdf([makers.pdf_page(TestPdf.LINES)]),
        "a.docx": makers.make_docx(TestWord.PARAGRAPHS),
        "a.eml": makers.make_mail(LONG),
        "a.xml": makers.make_tei(f"<p>{LONG}</p>"),
    }.items():
        document = read_bytes(data, name)
        place = 0
        for block in document.blocks:
            assert not document.text[place : block.start].strip()
            place = block.end
        assert not document.text[place:].strip()
        with pytest.raises(InputError):
            read_bytes(b"", name)
