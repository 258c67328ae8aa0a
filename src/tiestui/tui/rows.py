"""One record as one line of a list: columns for each pane, cut to the width, every hit marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tiestui.tui.glyphs import Glyphs
from tiestui.tui.lines import MUTED, PLAIN, Line, Run, clip, fit, flat, joined, pad, stretch, width
from tiestui.tui.listing import UNDATED, Group
from tiestui.tui.marking import NOTHING, Terms, hits, marked
from tiestui.tui.provider import Row

DATE_CELLS = 6
LONG_DATE_CELLS = 11
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

_MONTH_RANGE = re.compile(r"(\d{4})-(\d\d)/\1-(\d\d)")
_DAY_RANGE = re.compile(r"(\d{4})-(\d\d)-(\d\d)/\1-\2-(\d\d)")


@dataclass(frozen=True, slots=True)
class Look:
    """How rows are drawn: signs, marked terms, and whether the group heading already says the year."""

    glyphs: Glyphs
    terms: Terms = NOTHING
    year_above: bool = True
    name_of_country: Callable[[str], str] = str


def short_date(edtf: str | None, year_above: bool) -> str:
    """A date at its own precision, without the year when the heading says it."""
    if edtf is None:
        return ""
    if found := _DAY_RANGE.fullmatch(edtf):
        short = f"{found[1]}-{found[2]}-{found[3]}/{found[4]}"
    elif found := _MONTH_RANGE.fullmatch(edtf):
        short = f"{found[1]}-{found[2]}/{found[3]}"
    elif len(edtf) == 7 and edtf[5:] in SEASONS:
        short = f"{edtf[:5]}{SEASONS[edtf[5:]]}"
    elif edtf.endswith("X"):
        return edtf.replace("X", "0") + "s" if edtf.count("X") == 1 else edtf
    else:
        short = edtf
    return re.sub(r"^\d{4}-?", "", short) if year_above else short


def heading(group: Group, cells: int, look: Look, note: str = "") -> Line:
    """A group's heading: year, speaker or status, a note beside it and the count."""
    label = flat(group.label) if group.label else "unknown"
    if group.label == UNDATED:
        label = "no date"
    left: list[Run] = [(" " + label, "heading")]
    if note:
        left.append(("  " + flat(note), MUTED))
    return stretch(left, [(f"{group.count:,} ", MUTED)], cells, look.glyphs.ellipsis)


def timeline(row: Row, cells: int, look: Look) -> Line:
    """The timeline's line: date, sign, and what the kind has to say."""
    start: list[Run] = [*_margin(row, look), _date(row, look), _sign(row, look), (" ", PLAIN)]
    return _with_words(start, _words(row, look), row, cells, look)


def quote(row: Row, cells: int, look: Look) -> Line:
    """The quotes pane by date: date, sign, speaker in a column, the words."""
    start = [*_margin(row, look), _date(row, look), _sign(row, look), (" ", PLAIN)]
    column = max(10, min(24, cells // 4))
    speaker = flat(row.speaker) if row.speaker else "unknown"
    start += _cut_marked(speaker, column, "speaker" if row.speaker else MUTED, look)
    return _with_words([*start, ("  ", PLAIN)], _speech(row, look), row, cells, look)


def quote_of_speaker(row: Row, cells: int, look: Look) -> Line:
    """The quotes pane by speaker: the heading names the speaker, the line the date and the words."""
    start = [*_margin(row, look), _date(row, look), _sign(row, look), (" ", PLAIN)]
    return _with_words(start, _speech(row, look), row, cells, look)


def agreement(row: Row, cells: int, look: Look) -> Line:
    """The agreements pane by date: date, status, instrument, title, fields."""
    start = [*_margin(row, look), _date(row, look), (pad(row.status or "", 9), _kind_style(row))]
    return _with_words(start, _instrument(row, cells, look), row, cells, look)


def agreement_of_status(row: Row, cells: int, look: Look) -> Line:
    """The agreements pane by status: the heading names the status."""
    start = [*_margin(row, look), _date(row, look)]
    return _with_words(start, _instrument(row, cells, look), row, cells, look)


def _margin(row: Row, look: Look) -> list[Run]:
    star = (look.glyphs.star, "star") if row.starred else (" ", PLAIN)
    state = row.review if row.review in ("accepted", "edited", "rejected") else ""
    return [star, (look.glyphs.review(row.review), state or PLAIN)]


def _date(row: Row, look: Look) -> Run:
    cells = DATE_CELLS if look.year_above else LONG_DATE_CELLS
    text = short_date(row.date, look.year_above)
    if not look.year_above and not text:
        text = "no date"
    return (pad(text + (" " if width(text) < cells else ""), cells, look.glyphs.ellipsis), "date")


def _sign(row: Row, look: Look) -> Run:
    return (look.glyphs.kind(row.type, row.mode), _kind_style(row))


def _kind_style(row: Row) -> str:
    if row.type == "statement":
        return "direct" if row.mode == "direct" else "reported"
    return row.type


def _text_style(row: Row) -> str:
    if row.review == "rejected":
        return "rejected-text"
    return {"planned": "planned", "denied": "denied"}.get(row.modality, PLAIN)


def _words(row: Row, look: Look) -> list[Run]:
    style = _text_style(row)
    text = flat(row.text)
    match row.type:
        case "statement":
            speaker = flat(row.speaker) if row.speaker else "unknown"
            named = marked(speaker, "speaker" if row.speaker else MUTED, hits(speaker, look.terms))
            return [*named, ("  ", PLAIN), *_speech(row, look)]
        case "agreement":
            lead = row.status or ""
        case "event":
            lead = row.kind or ""
        case _:
            lead = "" if row.action in ("upgraded", "established", None) else row.action
    runs: list[Run] = [(lead + "  ", MUTED)] if lead else []
    return runs + marked(text, "level" if row.type == "upgrade" and style == PLAIN else style, hits(text, look.terms))


def _speech(row: Row, look: Look) -> list[Run]:
    text = flat(row.text)
    runs = marked(text, _text_style(row), hits(text, look.terms))
    if row.mode == "direct":
        runs = [(look.glyphs.open_quote, MUTED), *runs, (look.glyphs.close_quote, MUTED)]
    if row.via:
        runs.append((f"  via {flat(row.via)}", MUTED))
    return runs


def _instrument(row: Row, cells: int, look: Look) -> list[Run]:
    runs: list[Run] = []
    if cells >= 60:
        column = min(18, cells // 5)
        runs = [(pad(row.instrument or "", column, look.glyphs.ellipsis), MUTED), ("  ", PLAIN)]
    text = flat(row.text)
    runs += marked(text, _text_style(row), hits(text, look.terms))
    if row.fields and cells >= 90:
        runs.append(("  " + flat(joined(row.fields, ", ")), MUTED))
    return runs


def _cut_marked(text: str, cells: int, style: str, look: Look) -> list[Run]:
    shown = clip(text, cells, look.glyphs.ellipsis)
    return [*marked(shown, style, hits(shown, look.terms)), (" " * (cells - width(shown)), PLAIN)]


def _with_words(start: list[Run], words: list[Run], row: Row, cells: int, look: Look) -> Line:
    end: list[Run] = []
    if row.modality != "actual":
        end.append((f"{row.modality} ", row.modality))
    if row.conflicting:
        end.append((look.glyphs.conflict, "conflict"))
    if row.corroboration > 1:
        end.append((f"{look.glyphs.times}{row.corroboration}", MUTED))
    if end:
        end.append((" ", PLAIN))
        return stretch([*start, *words], end, cells, look.glyphs.ellipsis)
    return fit([*start, *words], max(0, cells - 1), look.glyphs.ellipsis)
