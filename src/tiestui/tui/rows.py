"""One record as one line of a list: columns for each pane, cut to the width, every hit marked."""

from __future__ import annotations

import re
from collections.abc import Callable

from tiestui.light import NamedTuple
from tiestui.tui.glyphs import Glyphs
from tiestui.tui.lines import MUTED, PLAIN, Line, Run, clip, fit, flat, joined, line_width, pad, stretch, width
from tiestui.tui.listing import NO_BEGINNING, UNDATED, Group
from tiestui.tui.marking import NOTHING, Terms, hits, marked
from tiestui.tui.provider import Row

DATE_CELLS = 6
LONG_DATE_CELLS = 11
STATUS_CELLS = 10
PAIR_CELLS = 8
ROOM_FOR_PAIRS = 56
ROOM_FOR_INSTRUMENTS = 100
INSTRUMENT_CELLS = 20
GENERAL = ("", "commitment", "other")
"""What an instrument is called that is none: not worth the room where room is short."""
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

_MONTH_RANGE = re.compile(r"(\d{4})-(\d\d)/\1-(\d\d)")
_DAY_RANGE = re.compile(r"(\d{4})-(\d\d)-(\d\d)/\1-\2-(\d\d)")


class Look(NamedTuple):
    """How rows are drawn: signs, marked terms, whether the heading says the year, whether the rows say the pair."""

    glyphs: Glyphs
    terms: Terms = NOTHING
    year_above: bool = True
    pairs: bool = False
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
    elif edtf.startswith("../"):
        return f"–{edtf[3:7]}"
    elif edtf.endswith(("/..", "/")):
        short = f"{edtf.rstrip('./')}–"
    else:
        short = edtf
    return re.sub(r"^\d{4}-?", "", short).replace("/", "–", short[4:5] == "/") if year_above else short


def heading(group: Group, cells: int, look: Look, note: str = "", *, counted: bool = True) -> Line:
    """A group's heading: year, speaker or status, a note beside it and the count, once all of them are known."""
    label = flat(group.label) if group.label else "unknown"
    if group.label == UNDATED:
        label = "no date"
    left: list[Run] = [
        (
            " " + label,
            "heading"
            if group.label is None or group.label.isdigit() or group.label in (UNDATED, NO_BEGINNING)
            else "strong",
        )
    ]
    if note:
        left.append(("  " + flat(note), MUTED))
    count = f"{group.size:,} " if counted else f"{look.glyphs.ellipsis} "
    return stretch(left, [(count, MUTED)], cells, look.glyphs.ellipsis)


def timeline(row: Row, cells: int, look: Look) -> Line:
    """The timeline's line: date, sign, and what the kind has to say."""
    start = [*_start(row, cells, look), _sign(row, look), (" ", PLAIN)]
    if row.type == "statement":
        start += [*_speaker(row, look), ("  ", PLAIN)]
        return _line(start, _speech(row, look), row, cells, look)
    kind = row.kind if row.kind != "other" else None
    lead = {"agreement": row.status, "event": kind, "upgrade": _act(row)}.get(row.type)
    if lead:
        start.append((f"{lead}  ", MUTED))
    style = "level" if row.type == "upgrade" and row.modality == "actual" else _text_style(row)
    return _line(start, Words(flat(row.text), style), row, cells, look)


def quote(row: Row, cells: int, look: Look) -> Line:
    """The quotes pane by date: date, sign, speaker in a column, the words."""
    start = [*_start(row, cells, look), _sign(row, look), (" ", PLAIN)]
    column = max(10, min(24, cells // 4))
    shown = clip(flat(row.speaker) if row.speaker else "unknown", column, look.glyphs.ellipsis)
    start += marked(shown, "speaker" if row.speaker else MUTED, hits(shown, look.terms))
    start.append((" " * (column + 2 - width(shown)), PLAIN))
    return _line(start, _speech(row, look), row, cells, look)


def quote_of_speaker(row: Row, cells: int, look: Look) -> Line:
    """The quotes pane by speaker: the heading names the speaker, the line the date and the words."""
    start = [*_start(row, cells, look), _sign(row, look), (" ", PLAIN)]
    return _line(start, _speech(row, look), row, cells, look)


def agreement(row: Row, cells: int, look: Look) -> Line:
    """The agreements pane by date: date, status, instrument, title, fields."""
    start = [*_start(row, cells, look), (pad(row.status or "", STATUS_CELLS), _kind_style(row))]
    return _agreed(start, row, cells, look)


def agreement_of_status(row: Row, cells: int, look: Look) -> Line:
    """The agreements pane by status: the heading names the status."""
    return _agreed(_start(row, cells, look), row, cells, look)


class Words(NamedTuple):
    """The text of a row that gives way to the width, between what stands close before and after it."""

    text: str
    style: str
    before: str = ""
    after: str = ""
    note: str = ""


def _agreed(start: list[Run], row: Row, cells: int, look: Look) -> Line:
    """What an agreement has after date and status: the title gets the room, and the instrument what is left of it."""
    instrument = flat(row.instrument or "")
    if cells >= ROOM_FOR_INSTRUMENTS:
        start = [*start, (pad(instrument, INSTRUMENT_CELLS, look.glyphs.ellipsis), MUTED), ("  ", PLAIN)]
    elif instrument not in GENERAL and instrument not in flat(row.text).casefold():
        start = [*start, (f"{instrument}  ", MUTED)]
    return _line(start, Words(flat(row.text), _text_style(row), note=flat(joined(row.fields, ", "))), row, cells, look)


def _speaker(row: Row, look: Look) -> list[Run]:
    if not row.speaker:
        return [("unknown", MUTED)]
    speaker = flat(row.speaker)
    return marked(speaker, "speaker", hits(speaker, look.terms))


def _speech(row: Row, look: Look) -> Words:
    marks = (look.glyphs.open_quote, look.glyphs.close_quote) if row.mode == "direct" else ("", "")
    return Words(flat(row.text), _text_style(row), *marks, note=f"via {flat(row.via)}" if row.via else "")


def _act(row: Row) -> str | None:
    """What was done, unless it goes without saying or the words of the row say it."""
    said = row.action in ("upgraded", "established") or (row.action or "") in row.text.lower().split()
    return None if said else row.action


def _line(start: list[Run], words: Words, row: Row, cells: int, look: Look) -> Line:
    """The start, the words as far as they fit (with the first hit in sight), and the notes at the right."""
    ellipsis = look.glyphs.ellipsis
    end = _end(row, look)
    room = cells - line_width(start) - line_width(end) - bool(end) - width(words.before + words.after) - 1
    text, spans = words.text, hits(words.text, look.terms)
    note = f"  {words.note}" if words.note and width(text) + width(words.note) + 2 <= room else ""
    if spans and width(text[: spans[0][1]]) > room - 1:
        cut = text.find(" ", max(0, spans[0][0] - max(8, room // 3))) + 1
        cut = cut if 0 < cut <= spans[0][0] else spans[0][0]
        text = ellipsis + text[cut:]
        spans = [(max(1, first - cut + 1), last - cut + 1) for first, last in spans if last > cut]
    runs = [(words.before, MUTED), *marked(text, words.style, spans)]
    if width(text) <= room:
        runs += [(words.after, MUTED), (note, MUTED)]
        fitted: Line = [*start, *runs]
    else:
        fitted = [*start, *fit(runs, max(0, room + width(words.before)), ellipsis), (words.after, MUTED)]
    if not end:
        return fit(fitted, max(0, cells - 1), ellipsis)
    return stretch(fitted, end, cells, ellipsis)


def _end(row: Row, look: Look) -> list[Run]:
    end: list[Run] = []
    if row.modality != "actual":
        end.append((f"{row.modality} ", row.modality))
    if row.conflicting:
        end.append((look.glyphs.conflict, "conflict"))
    if row.corroboration > 1:
        end.append((f"{look.glyphs.times}{row.corroboration}", MUTED))
    return [*end, (" ", PLAIN)] if end else end


def _start(row: Row, cells: int, look: Look) -> list[Run]:
    """Star and review mark, date, and the pair where several are listed and there is room."""
    start = [*_margin(row, look), _date(row, look)]
    if look.pairs and cells >= ROOM_FOR_PAIRS:
        start.append((pad(flat(row.pair or ""), PAIR_CELLS), MUTED))
    return start


def _margin(row: Row, look: Look) -> list[Run]:
    star = (look.glyphs.star, "star") if row.starred else (" ", PLAIN)
    state = row.review if row.review in ("accepted", "edited", "rejected") else ""
    return [star, (look.glyphs.review(row.review), state or PLAIN), (" ", PLAIN)]


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
