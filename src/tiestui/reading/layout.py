"""The document's own lines told from its body: headline, byline, dateline, headings, credits.

What the roles are for: only body blocks are read by the extraction, and the lines tell title, byline, outlet and day
when nothing better does. Where a line's role is in doubt it is body: a heading read as a sentence costs little, a lost
sentence is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tiestui.dates.partial import PartialDate
from tiestui.model.documents import Block, BlockRole
from tiestui.reading.datelines import Dateline, lone_dateline, opening_dateline
from tiestui.reading.draft import Fields
from tiestui.reading.lines import (
    byline_name,
    byline_outlet,
    courtesy_outlet,
    heading_text,
    is_byline,
    is_courtesy,
    is_heading_shaped,
    is_headline_shaped,
    is_kicker,
    is_lone_name,
    is_rule,
    labelled,
    lone_link,
)
from tiestui.reading.paragraphs import paragraphs
from tiestui.reading.textdates import find_full_date

_HEAD = 8
_TAIL = 3
_MOST_HEADINGS_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text in order, and what its own lines tell about it."""

    blocks: tuple[Block, ...]
    told: Fields


def lay_out(text: str, marked: Sequence[Block] = ()) -> Layout:
    """The layout of `text`; `marked` are the runs whose role the format tells, each a whole paragraph or more."""
    return _Sorter(text, marked).result()


@dataclass(slots=True)
class _Piece:
    """A paragraph with the role it has so far; `fixed` when the format said so."""

    start: int
    end: int
    role: BlockRole = "body"
    fixed: bool = False


class _Sorter:
    """Gives each paragraph of one text its role."""

    def __init__(self, text: str, marked: Sequence[Block]) -> None:
        self.text = text
        self.pieces = _pieces(text, marked)
        self.told = Fields()

    def result(self) -> Layout:
        """The layout, after every kind of line was looked for."""
        self._head()
        self._tail()
        self._headings()
        return Layout(tuple(self._blocks()), self.told)

    def _head(self) -> None:
        """The lines above the first paragraph of the body."""
        for n, piece in enumerate(self.pieces[:_HEAD]):
            if piece.fixed:
                if piece.role == "body":
                    return
                self._note_fixed(piece)
                continue
            role = self._head_role(n, piece)
            if role == "body":
                return
            piece.role = role

    def _note_fixed(self, piece: _Piece) -> None:
        words = " ".join(self.text[piece.start : piece.end].split())
        if piece.role == "headline" and self.told.title is None:
            self.told = replace(self.told, title=words)
        elif piece.role == "byline" and self.told.byline is None:
            self.told = replace(self.told, byline=byline_name(words))
        elif piece.role == "dateline" and (day := find_full_date(self.text, piece.start, piece.end)):
            self.told = replace(self.told, published=self.told.published or day.date)

    def _head_role(self, n: int, piece: _Piece) -> BlockRole:
        text, start, end = self.text, piece.start, piece.end
        is_last = n + 1 == len(self.pieces)
        if is_last:
            return "body"
        if dateline := lone_dateline(text, start, end):
            self._tell(dateline)
            return "dateline"
        words = text[start:end]
        if link := lone_link(words):
            self._tell_link(link)
            return "courtesy"
        if label := labelled(words):
            return self._tell_label(*label)
        if is_kicker(words):
            return "heading"
        if is_courtesy(words) or is_rule(words):
            self._tell_outlet(courtesy_outlet(words))
            return "courtesy"
        if is_byline(words, bare=n > 0 and self._follows_headline(n)):
            if self.told.byline is None:
                self.told = replace(self.told, byline=byline_name(words))
                self._tell_outlet(byline_outlet(words))
            return "byline"
        if self.told.title is None and is_headline_shaped(words) and self._is_above_text(n):
            self.told = replace(self.told, title=heading_text(words))
            return "headline"
        return "body"

    def _follows_headline(self, n: int) -> bool:
        return any(piece.role == "headline" for piece in self.pieces[:n])

    def _is_above_text(self, n: int) -> bool:
        """Whether some later paragraph is longer than this one: a list of short lines has no headline."""
        length = self.pieces[n].end - self.pieces[n].start
        return any(piece.end - piece.start > length for piece in self.pieces[n + 1 : n + 1 + _HEAD])

    def _tail(self) -> None:
        """Credits at the end, and wherever a paragraph is nothing else."""
        for n, piece in enumerate(self.pieces):
            if piece.role != "body" or piece.fixed:
                continue
            words = self.text[piece.start : piece.end]
            if is_rule(words):
                piece.role = "courtesy"
            elif link := lone_link(words):
                piece.role = "courtesy"
                self._tell_link(link if n + _TAIL >= len(self.pieces) else None)
            elif is_courtesy(words) and (n + _TAIL >= len(self.pieces) or not is_lone_name(words)):
                piece.role = "courtesy"
                self._tell_outlet(courtesy_outlet(words))
        last = len(self.pieces) - 1
        if last > 0 and self.pieces[last].role == "body":
            self._closing_dateline(self.pieces[last])

    def _closing_dateline(self, piece: _Piece) -> None:
        dateline = lone_dateline(self.text, piece.start, piece.end)
        if dateline and dateline.date and dateline.place:
            piece.role = "dateline"
            self._tell(dateline)

    def _headings(self) -> None:
        """Short lines without a full stop, in front of longer text; three in a row are a list."""
        n = 0
        while n < len(self.pieces):
            run = n
            while run < len(self.pieces) and self._may_be_heading(run):
                run += 1
            if n < run < len(self.pieces) and run - n <= _MOST_HEADINGS_IN_A_ROW and not self._is_listed(n):
                for piece in self.pieces[n:run]:
                    piece.role = "heading"
            n = max(run, n + 1)

    def _may_be_heading(self, n: int) -> bool:
        piece = self.pieces[n]
        if piece.role != "body" or piece.fixed or n + 1 == len(self.pieces):
            return False
        words = self.text[piece.start : piece.end]
        if n == 0 and words.endswith("."):
            return False
        return is_heading_shaped(words) and not self.text[self.pieces[n + 1].start].islower()

    def _is_listed(self, n: int) -> bool:
        """Whether the line before opens a list ("The following were signed:") or breaks off."""
        if n == 0 or self.pieces[n - 1].role != "body":
            return False
        before = self.pieces[n - 1]
        return self.text[before.end - 1] in ":;,"

    def _blocks(self) -> list[Block]:
        blocks: list[Block] = []
        bare = not self._is_transcript()
        first_bodies = 2
        for piece in self.pieces:
            dateline = None
            if piece.role == "body":
                dateline = opening_dateline(self.text, piece.start, piece.end, bare=bare and first_bodies > 0)
                first_bodies -= 1
            if dateline is None:
                blocks.append(Block(piece.start, piece.end, piece.role))
                continue
            self._tell(dateline)
            trimmed = piece.start + len(self.text[piece.start : dateline.end].rstrip())
            blocks += [Block(piece.start, trimmed, "dateline"), Block(dateline.end, piece.end, "body")]
        return blocks

    def _is_transcript(self) -> bool:
        opening = re.compile(r"[A-Z][A-Z .'’-]+:\s")
        return sum(bool(opening.match(self.text, p.start, p.end)) for p in self.pieces[:40]) > 1

    def _tell(self, dateline: Dateline) -> None:
        day: PartialDate | None = self.told.published or dateline.date
        self.told = replace(self.told, published=day)
        self._tell_outlet(dateline.agency)

    def _tell_label(self, field: str, value: str) -> BlockRole:
        told: dict[str, Any] = {field: value}
        if getattr(self.told, field) is None:
            self.told = replace(self.told, **told)
        roles: dict[str, BlockRole] = {"title": "headline", "byline": "byline", "outlet": "courtesy"}
        return roles[field]

    def _tell_link(self, link: str | None) -> None:
        if link and self.told.url is None:
            self.told = replace(self.told, url=link)

    def _tell_outlet(self, name: str | None) -> None:
        if name and self.told.outlet is None:
            self.told = replace(self.told, outlet=name)


def _pieces(text: str, marked: Sequence[Block]) -> list[_Piece]:
    """The paragraphs of `text`, those inside a marked run with its role."""
    pieces: list[_Piece] = []
    roles = list(marked)
    at = 0
    for start, end in paragraphs(text):
        while at < len(roles) and roles[at].end <= start:
            at += 1
        inside = at < len(roles) and roles[at].start <= start and end <= roles[at].end
        pieces.append(_Piece(start, end, roles[at].role, True) if inside else _Piece(start, end))
    return pieces
