"""Valid documents with damage done to them: bytes taken out, put in, doubled, cut off."""

from __future__ import annotations

from hypothesis import strategies as st

from tiestui.model.jsonform import dumps, to_json

from ..model.samples import RECORDS
from ..reading import makers

WORDS = "The ministers of Arcadia and Ruritania signed an agreement. “We are glad,” Maria Roe said on Tuesday. "
FRONT = '---\ntitle: "A deal"\npublished: 2019-05-03\npair: [BEN, PRT]\nurl: https://a.example/\n---\n'

SEEDS: dict[str, list[bytes]] = {
    "txt": [
        (FRONT + "A deal is made\n\nBy Maria Roe\n\nSTRELSAU, May 3, 2019 (AP) — " + WORDS * 3).encode(),
        WORDS.encode("cp1252"),
        WORDS.encode("utf-16"),
    ],
    "html": [
        makers.make_html(f"<h1>A deal</h1><p>{WORDS * 3}</p><ul><li>one</li></ul><table><tr><td>x</td></tr></table>")
    ],
    "pdf": [
        makers.make_pdf([makers.pdf_page([WORDS[:80], "", "Second para-", "graph."])] * 2, {"Title": "A deal"}),
        makers.make_encrypted_pdf(),
    ],
    "docx": [makers.make_docx([("A deal", "Title"), (WORDS, None), ("one", "List Bullet")], title="A deal")],
    "eml": [
        makers.make_mail(WORDS, html=f"<p>{WORDS}</p>", attachment=("a.pdf", b"%PDF")),
        b"From: a@b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nV29yZHMgaGVyZQ==\n",
    ],
    "xml": [makers.make_tei(f"<head>A deal</head><p>{WORDS}<note>n</note></p><list><item>one</item></list>")],
    "zip": [makers.make_zip({"a.txt": WORDS.encode(), "b.md": FRONT.encode() + b"words", "c.html": b"<p>words</p>"})],
}

_LINES = [dumps(to_json(record)) for record in RECORDS]
RECORD_FILES = [
    "".join(f"{line}\n" for line in _LINES).encode(),
    f"[{','.join(_LINES)}]".encode(),
    b"type,date,date_basis,title,speaker.name,speaker.kind,quote,quote_end,mode,source,start,end,text\n"
    b'statement,2019-05-03,stated,"A, b",Maria Roe,person,words,5,direct,a,0,5,words\n'
    b"event,,none,'=visit,,,,,,,,,\n",
    b"type\ttitle\tkind\nevent\tA visit\tvisit\n",
]
"""Files that `import` takes: JSON lines, an array, tables."""

TOKENS = [
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b]52;c;aGk=\x07", b"\x1b[2J", b"\r", b"\n---\n", b"---\n", b"<",
    b">", b"&", b"<!DOCTYPE", b"<!ENTITY a 'b'>", b"&a;", b"]]>", b"<p>" * 50, b"</p>", b"<!--", b"%PDF-",
    b"endobj", b"stream\n", b"9" * 30, b"-1", b"[" * 200, b"{", b"*a", b"&a [*a]", b": ", b"\t", b"PK\x03\x04",
    b"PK\x05\x06", b"=?utf-8?b?//8=?=", b"--B", b"\x80" * 9, "\u202e\u2066".encode(), "\u0301".encode() * 40,
    b"charset=utf-7", b"A" * 3000, b"\xf0\x9f\x98\x80", b"/Kids [2 0 R]",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """One of `seeds` after up to eight edits."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 8))):
        place = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        edit = draw(st.sampled_from(["put in", "take out", "put over", "double", "cut off"]))
        token = draw(st.sampled_from(TOKENS) | st.binary(max_size=12))
        if edit == "put in":
            data = data[:place] + token + data[place:]
        elif edit == "take out":
            data = data[:place] + data[place + length :]
        elif edit == "put over":
            data = data[:place] + token + data[place + len(token) :]
        elif edit == "double":
            data = data[: place + length] + data[place:]
        else:
            data = data[:place]
    return data
