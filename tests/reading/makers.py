"""Documents of every kind, made on the spot: PDF by hand, DOCX by python-docx, the rest as text."""

from __future__ import annotations

import hashlib
import io
import zipfile
from email.message import EmailMessage

LEFT, TOP, LEADING, SIZE = 72, 720, 14, 11

PdfLine = tuple[float, float, float, str]

_NO_CLOCK = (2020, 1, 1, 0, 0, 0)


def pdf_page(lines: list[str], *, size: float = SIZE, top: float = TOP, gap: float = 2.2) -> list[PdfLine]:
    """Lines set below one another; "" leaves the space between paragraphs."""
    placed: list[PdfLine] = []
    y = top
    for line in lines:
        if line:
            placed.append((LEFT, y, size, line))
            y -= LEADING
        else:
            y -= LEADING * (gap - 1)
    return placed


def make_pdf(pages: list[list[PdfLine]], info: dict[str, str] | None = None, *, trailer: str = "") -> bytes:
    """A PDF of these pages, each a list of (x, y, size of type, text)."""
    objects: list[bytes] = []
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for n, lines in enumerate(pages):
        content = b"\n".join(
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, _escaped(text)) for x, y, size, text in lines
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    fields = b" ".join(b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in (info or {}).items())
    objects.append(b"<< %s >>" % fields)
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n".encode()
    )
    return out.getvalue()


def _escaped(text: str) -> bytes:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def make_encrypted_pdf() -> bytes:
    """A PDF that asks for the password "secret" (40-bit, as old as the format: enough to be refused)."""
    password = (b"secret" + _PADDING)[:32]
    owner = _rc4(hashlib.md5(password).digest()[:5], password)
    identity = b"0123456789abcdef"
    key = hashlib.md5(password + owner + b"\xfc\xff\xff\xff" + identity).digest()[:5]
    user = _rc4(key, _PADDING)
    trailer = (
        f"/ID [<{identity.hex()}> <{identity.hex()}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        f"/O <{owner.hex()}> /U <{user.hex()}> >>"
    )
    return make_pdf([pdf_page(["Secret words"])], trailer=trailer)


def make_docx(paragraphs: list[tuple[str, str | None]], **properties: object) -> bytes:
    """A Word document of these paragraphs, each with the name of its style (None: the usual one)."""
    import docx

    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def make_mail(body: str, *, html: str | None = None, attachment: tuple[str, bytes] | None = None) -> bytes:
    """An e-mail with a plain body, and an HTML one and an attachment if given."""
    message = EmailMessage()
    message["From"] = "Jane Porter <jane@post.example>"
    message["To"] = "desk@post.example"
    message["Subject"] = "Ministers sign deal"
    message["Date"] = "Fri, 03 May 2019 10:00:00 +0000"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    if attachment:
        message.add_attachment(attachment[1], maintype="application", subtype="octet-stream", filename=attachment[0])
    return message.as_bytes()


def make_zip(members: dict[str, bytes]) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name, _NO_CLOCK), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def make_html(body: str, head: str = "", attributes: str = 'lang="en"') -> bytes:
    """A web page with a navigation and a footer around the article."""
    return (
        f'<!DOCTYPE html><html {attributes}><head><meta charset="utf-8">{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news</a></li></ul></nav>'
        f"<article>{body}</article>"
        "<footer>Subscribe to our newsletter. All cookies accepted.</footer></body></html>"
    ).encode()


def make_tei(body: str, header: str = "") -> bytes:
    """A TEI document with this body and these parts of the header's file description."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0">'
        f"<teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>"
    ).encode()
