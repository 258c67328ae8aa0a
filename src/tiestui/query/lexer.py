"""The tokens of a query, each with its place. Knows quotation marks, fields and brackets; nothing of what they mean."""

from __future__ import annotations

from tiestui.light import Literal, NamedTuple
from tiestui.query.errors import QueryError
from tiestui.query.fields import FIELDS, fold

TokenKind = Literal["word", "phrase", "field", "and", "or", "not", "minus", "open", "close", "end"]

_CLOSERS = {'"': '"', "“": "”", "„": "“”", "«": "»"}
_OPERATORS: dict[str, TokenKind] = {"AND": "and", "OR": "or", "NOT": "not"}


class Token(NamedTuple):
    """A piece of a query. text: the word, phrase or field value; field: the field's name, for "field" only.

    start: where it begins, value_start: where its text begins (after a mark or a colon). quoted: the text stood between
    marks. prefix: a * follows. closed: False for a phrase whose mark is never closed.
    """

    kind: TokenKind
    start: int
    text: str = ""
    field: str = ""
    value_start: int = 0
    quoted: bool = False
    prefix: bool = False
    closed: bool = True


def clean(text: str) -> str:
    """`text` with what no query can hold (controls, lone surrogates, private characters) as spaces; same length."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if _unusable(c) else c for c in text)


def _unusable(char: str) -> bool:
    code = ord(char)
    return (
        code < 32
        or 0x7F <= code < 0xA0
        or 0xD800 <= code < 0xF900  # surrogates and private use: the archive's own marks
        or code >= 0xF0000
    )


def tokens(query: str, *, tolerant: bool = False) -> list[Token]:
    """The tokens of `query`, with an "end" token last; raises `QueryError`, and nothing when `tolerant`."""
    text = clean(query)
    found: list[Token] = []
    position = 0
    while True:
        while position < len(text) and text[position].isspace():
            position += 1
        if position == len(text):
            found.append(Token("end", position))
            return found
        token, position = _next(query, text, position, tolerant)
        found.append(token)


def _next(query: str, text: str, start: int, tolerant: bool) -> tuple[Token, int]:
    char = text[start]
    if char in "()":
        return Token("open" if char == "(" else "close", start), start + 1
    if char == "-" and start + 1 < len(text) and not text[start + 1].isspace():
        return Token("minus", start), start + 1
    if char in _CLOSERS:
        return _phrase(query, text, start, tolerant)
    if (colon := _field_colon(text, start)) is not None:
        return _field(query, text, start, colon, tolerant)
    end = _word_end(text, start)
    word = text[start:end]
    if word in _OPERATORS:
        return Token(_OPERATORS[word], start), end
    body, prefix = _split_star(query, word, start, tolerant)
    return Token("word", start, body, value_start=start, prefix=prefix), end


def _word_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and not text[end].isspace() and text[end] not in '()"“„«»':
        end += 1
    return max(end, start + 1)


def _split_star(query: str, word: str, start: int, tolerant: bool) -> tuple[str, bool]:
    body = word.rstrip("*")
    if tolerant:
        return body.replace("*", " "), body != word
    if (inside := body.find("*")) >= 0:
        raise QueryError(query, start + inside, "a * may only end a word (belt*)")
    if body != word and not body:
        raise QueryError(query, start, "a * must follow the beginning of a word (belt*)")
    return body, body != word


def _phrase(query: str, text: str, start: int, tolerant: bool) -> tuple[Token, int]:
    inside, end, closed = _quoted(text, start)
    if not closed and not tolerant:
        raise QueryError(query, start, "this quotation mark is never closed")
    prefix = end < len(text) and text[end] == "*"
    token = Token("phrase", start, inside, value_start=start + 1, quoted=True, prefix=prefix, closed=closed)
    return token, end + prefix


def _quoted(text: str, start: int) -> tuple[str, int, bool]:
    closers = _CLOSERS[text[start]]
    for end in range(start + 1, len(text)):
        if text[end] in closers:
            return text[start + 1 : end].replace('"', " "), end + 1, True
    return text[start + 1 :].replace('"', " "), len(text), False


def _field_colon(text: str, start: int) -> int | None:
    """Where the colon of a field's name stands, if one begins at `start`; "https://" is none."""
    colon = start
    while colon < len(text) and text[colon].isalpha():
        colon += 1
    is_name = colon > start and text.startswith(":", colon) and not text.startswith("://", colon)
    return colon if is_name else None


def _field(query: str, text: str, start: int, colon: int, tolerant: bool) -> tuple[Token, int]:
    name, value_start = fold(text[start:colon]), colon + 1
    if name not in FIELDS and not tolerant:
        raise QueryError(query, start, f"there is no field {text[start:colon]!r}; fields are {', '.join(FIELDS)}")
    if value_start < len(text) and text[value_start] in _CLOSERS:
        value, end, closed = _quoted(text, value_start)
        if not closed and not tolerant:
            raise QueryError(query, value_start, "this quotation mark is never closed")
        prefix = end < len(text) and text[end] == "*"
        quoted = Token("field", start, value, name, value_start + 1, quoted=True, prefix=prefix, closed=closed)
        return quoted, end + prefix
    end = value_start
    while end < len(text) and not text[end].isspace() and text[end] not in '()"“„«»':
        end += 1
    value = text[value_start:end]
    if not value and not tolerant:
        raise QueryError(query, value_start, f"{name}: needs a value")
    body, prefix = _split_star(query, value, value_start, tolerant)
    return Token("field", start, body, name, value_start, prefix=prefix), end
