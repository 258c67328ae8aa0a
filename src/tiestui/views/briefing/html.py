"""The briefing as one HTML page."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.model.wording import beside
from tiestui.views.briefing.content import Briefing, Item, Told, reach
from tiestui.views.briefing.svg import step_svg
from tiestui.views.chart import by_pair, marks_of, note_on
from tiestui.views.columns import UNDATED, UNKNOWN
from tiestui.views.dating import readable
from tiestui.views.writers.html import TAIL, head, item, text


def write(briefing: Briefing) -> Iterator[str]:
    """Pieces of the page."""
    title = text(briefing.title)
    yield head(title)
    yield f"<h1>{title}</h1>\n<p>{text(briefing.summary)}</p>\n"
    if briefing.asked:
        yield f'<p class="where">Narrowed to: {text(briefing.asked)}</p>\n'
    yield from _ladder(briefing)
    yield "<h2>Chronology</h2>\n"
    for year, items in briefing.years():
        yield f'<h3>{year if year != UNDATED else year.capitalize()}</h3>\n<ol class="records">\n'
        for one in items:
            yield item(one.entry, _references(one, briefing))
        yield "</ol>\n"
    yield from _doubts(briefing)
    yield from _speakers(briefing)
    yield '<h2>Sources</h2>\n<ol class="sources">\n'
    for number, citation, slug in briefing.footnotes.cited():
        name = f' <span class="where">{text(slug)}</span>' if slug else ""
        yield f'<li id="source-{number}">{text(citation)}{name}</li>\n'
    yield f"</ol>\n{TAIL}"


def _references(one: Item, briefing: Briefing) -> str:
    """A link to each passage's source, with the passage's place."""
    if not one.evidence:
        return '<p class="where">no source</p>'
    links = []
    for slug, start, end in one.evidence:
        links.append(f"{_link(slug, briefing)} {start}–{end}")
    return f'<p class="where">{" · ".join(links)} · {text(one.entry.id)}</p>'


def _ladder(briefing: Briefing) -> Iterator[str]:
    if not briefing.steps:
        return
    yield "<h2>The level of the relationship</h2>\n"
    several = len({step.pair for step in briefing.steps}) > 1
    for pair, steps in by_pair(briefing.steps):
        if several:
            yield f"<h3>{text(pair or 'no pair')}</h3>\n"
        marks = marks_of(steps)
        yield step_svg(marks, text(f"Levels over time: {briefing.title}"))
        yield '<table class="ladder">\n<tr><th></th><th>date</th><th>act</th><th>level</th><th>rank</th></tr>\n'
        letters = iter(marks)
        for step in steps:
            letter = next(letters).letter if step.date else ""
            cells = (letter, readable(step.date), step.action, beside(step.action, step.title), step.rank)
            yield f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in cells)}</tr>\n"
        yield "</table>\n"
    yield f'<p class="where">{text(note_on(briefing.steps))}</p>\n'


def _doubts(briefing: Briefing) -> Iterator[str]:
    doubts = briefing.in_doubt()
    if not doubts:
        return
    yield "<h2>Where the sources differ</h2>\n<ul>\n"
    for one in doubts:
        for doubt in one.doubts:
            own, *others = (_told(told, briefing) for told in (doubt.own, *doubt.others))
            yield f"<li>{text(one.entry.title)}: {text(doubt.field)} {own}, but {' and '.join(others)}</li>\n"
    yield "</ul>\n"


def _told(told: Told, briefing: Briefing) -> str:
    """A value with links to the sources that give it."""
    return " ".join((text(told.value), *(_link(slug, briefing) for slug in told.sources)))


def _link(slug: str, briefing: Briefing) -> str:
    number = briefing.footnotes.number(slug)
    return f'<a href="#source-{number}">[{number}]</a>'


def _speakers(briefing: Briefing) -> Iterator[str]:
    if not briefing.speakers:
        return
    names = ("speaker", "role", "country", "statements", "verbatim", "when")
    yield f"<h2>Who spoke</h2>\n<table>\n<tr>{''.join(f'<th>{name}</th>' for name in names)}</tr>\n"
    for row in briefing.speakers:
        cells = (row.name or UNKNOWN, row.role, row.country, row.statements, row.direct, reach(row))
        yield f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in cells)}</tr>\n"
    yield "</table>\n"
