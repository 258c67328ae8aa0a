"""From what a person types to an expression: words, "phrases", -word, NOT, OR, ( ), prefix*, field:value.

Words that stand side by side must all occur; OR binds weaker than that, NOT and - stronger. AND may be written.
"""

from __future__ import annotations

from tiestui.query.ast import Dates, Expr, Field, Term, conjunction, disjunction, negation
from tiestui.query.errors import QueryError
from tiestui.query.fields import DATED, FREE, ValueProblemError, canonical, date_range
from tiestui.query.lexer import Token, tokens

MOST_TERMS = 200
MOST_LEVELS = 40


def parse_query(query: str) -> Expr | None:
    """The expression of `query`, or None when it asks for nothing; raises `QueryError` with the place."""
    parser = Parser(query, tokens(query))
    expr = parser.alternatives(0)
    token = parser.token
    if token.kind == "close":
        raise QueryError(query, token.start, "this bracket was never opened")
    if expr is None and query.strip():
        raise QueryError(query, 0, "there is no letter or digit to search for")
    return expr


class Parser:
    """Recursive descent over the tokens; one method for each strength of binding."""

    def __init__(self, query: str, found: list[Token]) -> None:
        self._query = query
        self._tokens = found
        self._next = 0
        self._terms = 0

    @property
    def token(self) -> Token:
        """The token that is read next."""
        return self._tokens[self._next]

    def _error(self, token: Token, reason: str) -> QueryError:
        return QueryError(self._query, token.start, reason)

    def alternatives(self, level: int) -> Expr | None:
        """What OR joins."""
        if level > MOST_LEVELS:
            raise self._error(self.token, f"brackets are nested deeper than {MOST_LEVELS}")
        first = self._sequence(level)
        parts = [first]
        while self.token.kind == "or":
            operator = self.token
            self._next += 1
            if parts[-1] is None:
                raise self._error(operator, "nothing stands before OR")
            part = self._sequence(level)
            if part is None:
                raise self._error(operator, "nothing stands after OR")
            parts.append(part)
        return disjunction(part for part in parts if part is not None)

    def _sequence(self, level: int) -> Expr | None:
        """What stands side by side."""
        parts: list[Expr] = []
        while self.token.kind not in ("or", "close", "end"):
            operator = self.token
            if operator.kind == "and":
                self._next += 1
                if not parts:
                    raise self._error(operator, "nothing stands before AND")
                if self.token.kind in ("or", "and", "close", "end"):
                    raise self._error(operator, "nothing stands after AND")
                continue
            part = self._factor(level)
            if part is not None:
                parts.append(part)
        return conjunction(parts)

    def _factor(self, level: int) -> Expr | None:
        """One thing, perhaps negated; None for a word without a letter or digit."""
        negated = False
        operator = self.token
        while self.token.kind in ("not", "minus"):
            operator = self.token
            negated = not negated
            self._next += 1
        before = self._next
        part = self._primary(level)
        if operator is self._tokens[before]:
            return part
        if part is None:
            raise self._error(operator, "nothing stands after this NOT")
        return negation(part) if negated else part

    def _primary(self, level: int) -> Expr | None:
        token = self.token
        if token.kind == "open":
            return self._group(token, level)
        if token.kind in ("and", "or", "close", "end"):
            return None
        self._next += 1
        self._terms += 1
        if self._terms > MOST_TERMS:
            raise self._error(token, f"a query has {MOST_TERMS} words at most")
        if token.kind == "field":
            return self._field(token)
        if not any(c.isalnum() for c in token.text):
            if token.text == "-":
                raise self._error(token, "nothing stands after -; write -word or NOT word")
            return None
        return Term(" ".join(token.text.split()), phrase=token.kind == "phrase", prefix=token.prefix)

    def _group(self, bracket: Token, level: int) -> Expr:
        self._next += 1
        inner = self.alternatives(level + 1)
        if self.token.kind != "close":
            raise self._error(bracket, "this bracket is never closed")
        self._next += 1
        if inner is None:
            raise self._error(bracket, "there is nothing between these brackets")
        return inner

    def _field(self, token: Token) -> Expr:
        value = " ".join(token.text.split())
        try:
            if token.field in DATED:
                if token.prefix:
                    raise ValueProblemError(f"{token.field}: takes no *")
                return Dates(*date_range(token.field, value))
            if token.prefix and token.field not in FREE:
                raise ValueProblemError(f"{token.field}: takes no *")
            return field_expr(token.field, value, prefix=token.prefix)
        except ValueProblemError as problem:
            raise QueryError(self._query, token.value_start, problem.reason) from problem


def field_expr(name: str, value: str, *, prefix: bool = False) -> Field:
    """The field with the value made canonical; `is:accepted` is `review:accepted`. Raises `ValueProblemError`."""
    known = canonical(name, value)
    if name == "is" and known in ("unreviewed", "accepted", "edited", "rejected"):
        return Field("review", known)
    return Field(name, known, prefix)
