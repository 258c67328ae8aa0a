"""A half-typed query as one that can be read: what the search bar asks while somebody is still typing.

Nothing here raises. What is not finished is finished (a quotation mark, a bracket, the last word as a prefix) or left
out (an operator that waits for its word, a field that waits for its value).
"""

from __future__ import annotations

from tiestui.query.ast import Expr, Term, conjunction
from tiestui.query.errors import QueryError
from tiestui.query.fields import DATED, FIELDS, FREE, ValueProblemError, canonical, date_range
from tiestui.query.formatting import format_query
from tiestui.query.lexer import Token, tokens
from tiestui.query.parser import MOST_TERMS, Parser

_OPERATORS = ("and", "or")
_NEGATIONS = ("not", "minus")
_SHORTEST_PREFIX = 2


def complete(text: str) -> str:
    """A query that can be read for what is typed so far; "" when nothing of it can be asked yet."""
    return format_query(understood(text))


def understood(text: str) -> Expr | None:
    """What can be understood of a half-typed query; None for nothing."""
    found = tokens(text, tolerant=True)[: 2 * MOST_TERMS]
    if found[-1].kind != "end":
        found.append(Token("end", len(text)))
    found = _last_as_prefix(text, found)
    usable = [_as_it_is_read(token) for token in found if _is_usable(token)]
    kept = _without_dangling(_balanced(usable))
    try:
        return Parser(text, kept).alternatives(0)
    except QueryError:
        words = [Term(token.text, token.kind == "phrase") for token in kept if token.kind in ("word", "phrase")]
        return conjunction(words[:MOST_TERMS])


def _last_as_prefix(text: str, found: list[Token]) -> list[Token]:
    """The word that is being typed goes on, so it is a prefix; a single letter waits for the next one."""
    if len(found) < 2 or text[-1:].isspace():
        return found
    last = found[-2]
    if last.kind == "word" and not last.prefix:
        if len(last.text) < _SHORTEST_PREFIX:
            return [*found[:-2], found[-1]]
        last = last._replace(prefix=last.text[-1:].isalnum())
    elif (last.kind == "phrase" and not last.closed) or (
        last.kind == "field" and last.field in FREE and not last.quoted
    ):
        last = last._replace(prefix=last.text[-1:].isalnum())
    return [*found[:-2], last, found[-1]]


def _as_it_is_read(token: Token) -> Token:
    """A word that would be read as something else when it stands alone ("*kind:x" without its star) is a phrase."""
    if token.kind != "word":
        return token
    try:
        first, *rest = tokens(token.text)
    except QueryError:
        return token._replace(kind="phrase")
    same = first.kind == "word" and first.text == token.text and len(rest) == 1
    return token if same else token._replace(kind="phrase")


def _is_usable(token: Token) -> bool:
    if token.kind in ("word", "phrase"):
        return any(c.isalnum() for c in token.text)
    if token.kind != "field":
        return True
    if token.field not in FIELDS:
        return False
    value = " ".join(token.text.split())
    try:
        if token.field in DATED:
            date_range(token.field, value)
        else:
            canonical(token.field, value)
    except ValueProblemError:
        return False
    return not token.prefix or token.field in FREE


def _balanced(found: list[Token]) -> list[Token]:
    """Brackets that were never opened left out, those that were never closed closed at the end."""
    kept: list[Token] = []
    depth = 0
    for token in found[:-1]:
        if token.kind == "close" and depth == 0:
            continue
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        kept.append(token)
    end = found[-1]
    return [*kept, *(Token("close", end.start) for _ in range(depth)), end]


def _without_dangling(found: list[Token]) -> list[Token]:
    """Operators and brackets with nothing to work on left out, until none is left."""
    kept: list[Token] = []
    for token in found:
        kept.append(token)
        while _shortened(kept):
            pass
    return kept


def _shortened(kept: list[Token]) -> bool:
    """Whether the end of the list held something dangling, which is dropped."""
    last = kept[-1]
    before = kept[-2].kind if len(kept) > 1 else "open"
    if last.kind in _OPERATORS and before in ("open", *_OPERATORS, *_NEGATIONS):
        kept.pop()
        return len(kept) > 0
    if last.kind in ("close", "end") and before in (*_OPERATORS, *_NEGATIONS) and len(kept) > 1:
        del kept[-2]
        return True
    if last.kind == "close" and before == "open" and len(kept) > 1:
        del kept[-2:]
        return len(kept) > 0
    return False
