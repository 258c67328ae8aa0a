"""An expression without dates as a full-text search: words as they are, fields as hidden tokens.

The result of every step is a `Match`: a search text that FTS5 takes, or nothing, or all, and whether it is meant the
other way round; "not" costs nothing until something positive stands beside it.
"""

from __future__ import annotations

import sqlite3

from tiestui.archive.tokens import (
    FLAGS,
    KIND_TOKENS,
    closed_token,
    flag_token,
    open_token,
    other_tokens,
)
from tiestui.light import NamedTuple
from tiestui.query.ast import And, Expr, Field, Not, Or, Term
from tiestui.query.fields import CLOSED, WHOLE, fold

_MOST_VALUES = 400
_MOST_TERMS = 48
_INDEXED_PREFIX = 4


class Match(NamedTuple):
    """A set of records: those that `text` finds (none when it is ""), or all others when `negated`."""

    text: str
    negated: bool = False

    @property
    def is_all(self) -> bool:
        """Whether it leaves nothing out."""
        return self.negated and not self.text

    def search(self) -> str:
        """The FTS5 text; never "" (a search for nothing finds nothing)."""
        if not self.negated:
            return self.text or '""'
        every = f"({' OR '.join(_quoted(token) for token in KIND_TOKENS)})"
        return f"({every} NOT {self.text})" if self.text else every


NOTHING = Match("")
EVERYTHING = Match("", negated=True)


def match_of(connection: sqlite3.Connection, expr: Expr) -> Match:
    """The search for `expr`, which holds no Dates; names are looked up in the archive."""
    match expr:
        case Term():
            return _term(connection, expr)
        case Field():
            return _field(connection, expr)
        case Not():
            inner = match_of(connection, expr.part)
            return Match(inner.text, not inner.negated)
        case And():
            return all_of([match_of(connection, part) for part in expr.parts])
        case Or():
            some = all_of([_flipped(match_of(connection, part)) for part in expr.parts])
            return _flipped(some)
        case _:
            raise TypeError(f"no search has {expr!r} in it")


def _flipped(match: Match) -> Match:
    return Match(match.text, not match.negated)


def all_of(matches: list[Match]) -> Match:
    """What all of them find."""
    wanted = list(dict.fromkeys(m.text for m in matches if not m.negated))
    unwanted = list(dict.fromkeys(m.text for m in matches if m.negated and m.text))
    if "" in wanted:
        return NOTHING
    if not wanted:
        return Match(_joined(unwanted, " OR "), negated=True)
    text = _joined(wanted, " AND ")
    return Match(f"({text} NOT {_joined(unwanted, ' OR ')})" if unwanted else text)


def _joined(texts: list[str], operator: str) -> str:
    return f"({operator.join(texts)})" if len(texts) > 1 else "".join(texts)


def _quoted(words: str) -> str:
    return '"' + words.replace('"', " ") + '"'


def _any(tokens: list[str]) -> Match:
    return Match(_joined([_quoted(token) for token in tokens], " OR "))


def _term(connection: sqlite3.Connection, term: Term) -> Match:
    if not term.prefix:
        return Match(_quoted(term.text))
    terms = _terms_that_begin(connection, term.text)
    return _any(terms) if terms else Match(f"{_quoted(term.text)} *")


def _terms_that_begin(connection: sqlite3.Connection, prefix: str) -> list[str]:
    """The index's words that begin with a long prefix, if they are few.

    Prefixes of two to four letters have an index; for a longer one FTS5 would first collect every place of every word
    that begins so. Alternatives are read as they come.
    """
    start = fold(prefix)
    if len(start) <= _INDEXED_PREFIX or not start.isalnum():
        return []
    terms: list[str] = []
    after = start
    while len(terms) <= _MOST_TERMS:
        row = connection.execute("SELECT term FROM term WHERE term >= ? LIMIT 1", (after,)).fetchone()
        if row is None or not row[0].startswith(start):
            return terms
        terms.append(row[0])
        after = row[0] + "\x01"
    return []


def _field(connection: sqlite3.Connection, field: Field) -> Match:
    name, value = field.name, field.value
    if name == "is":
        return Match(_quoted(flag_token(value))) if value in FLAGS else NOTHING
    if name in CLOSED:
        token = closed_token(name, value)
        return Match(_quoted(token)) if token else Match(_any(other_tokens(name, value)).text, negated=True)
    if name in ("pair", "country"):
        return _numbered(connection, "SELECT id FROM value WHERE field = ? AND text = ?", (name, value))
    if name == "speaker":
        return _speaker(connection, field)
    return _any([open_token(number) for number in values_that_say(connection, field)])


def _numbered(connection: sqlite3.Connection, sql: str, parameters: tuple[object, ...]) -> Match:
    return _any([open_token(row[0]) for row in connection.execute(sql, parameters)])


def _speaker(connection: sqlite3.Connection, field: Field) -> Match:
    if field.value.startswith(WHOLE):
        named = "coalesce((SELECT name FROM speaker WHERE id = one.shown), one.name)"
        sql = f"SELECT one.id FROM speaker AS one WHERE {named} = ?"
        return _numbered(connection, sql, (field.value.removeprefix(WHOLE),))
    words = _quoted(field.value) + (" *" if field.prefix else "")
    found = connection.execute(
        "SELECT rowid FROM speaker_search WHERE speaker_search MATCH ? LIMIT ?", (words, _MOST_VALUES + 1)
    ).fetchall()
    if len(found) > _MOST_VALUES:
        return Match(f"{{who}} : {words}")
    shown = (
        "SELECT id FROM speaker WHERE id IN (SELECT value FROM json_each(?1)) OR shown IN "
        "(SELECT shown FROM speaker WHERE id IN (SELECT value FROM json_each(?1)))"
    )
    return _numbered(connection, shown, (str([row[0] for row in found]),))


_OF_FIELD = "SELECT id, text FROM value WHERE field = ?"


def values_that_say(connection: sqlite3.Connection, field: Field) -> list[int]:
    """The numbers of the archive's values that have the words of the field's value, one after another."""
    if field.value.startswith(WHOLE):
        known = (field.name, field.value.removeprefix(WHOLE))
        return [row[0] for row in connection.execute(f"{_OF_FIELD} AND text = ?", known)]
    wanted = _words(field.value)
    if field.name == "source":
        exact = connection.execute(
            "SELECT id FROM value WHERE field = 'source' AND text = ?", (field.value,)
        ).fetchall()
        if exact and not field.prefix:
            return [exact[0][0]]
        slug = fold(field.value)
        rows = connection.execute(_OF_FIELD, (field.name,))
        return [n for n, text in rows if (fold(text).startswith(slug) if field.prefix else fold(text) == slug)]
    rows = connection.execute(_OF_FIELD, (field.name,))
    return [number for number, text in rows if _says(_words(text), wanted, field.prefix)]


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def _says(words: list[str], wanted: list[str], prefix: bool) -> bool:
    size = len(wanted)
    for start in range(len(words) - size + 1):
        part = words[start : start + size]
        if part[:-1] == wanted[:-1] and (part[-1].startswith(wanted[-1]) if prefix else part[-1] == wanted[-1]):
            return True
    return False
