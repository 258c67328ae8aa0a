"""The briefing as Markdown, with footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.model.wording import beside
from tiestui.views.briefing.content import Briefing, Item, Told, reach
from tiestui.views.chart import by_pair, marks_of, note_on, step_chart
from tiestui.views.columns import UNDATED, UNKNOWN
from tiestui.views.dating import readable
from tiestui.views.writers.markdown import escaped, item

_CHART_WIDTH = 72


def write(briefing: Briefing) -> Iterator[str]:
    """Pieces of the briefing."""
    yield f"# {escaped(briefing.title)}\n\n{escaped(briefing.summary)}\n"
    if briefing.asked:
        yield f"\nNarrowed to: {escaped(briefing.asked)}\n"
    yield from _ladder(briefing)
    yield "\n## Chronology\n"
    for year, items in briefing.years():
        yield f"\n### {year if year != UNDATED else year.capitalize()}\n\n"
        for one in items:
            yield item(one.entry, _references(one, briefing))
    yield from _doubts(briefing)
    yield from _speakers(briefing)
    yield "\n## Sources\n\n"
    for number, citation, slug in briefing.footnotes.cited():
        name = f" ({escaped(slug)})" if slug else ""
        yield f"[^{number}]: {escaped(citation)}{name}\n"


def _references(one: Item, briefing: Briefing) -> str:
    """A footnote for each source of the record."""
    slugs = dict.fromkeys(slug for slug, _, _ in one.evidence)
    if not slugs:
        return "(no source)"
    return "".join(f"[^{briefing.footnotes.number(slug)}]" for slug in slugs)


def _ladder(briefing: Briefing) -> Iterator[str]:
    if not briefing.steps:
        return
    yield "\n## The level of the relationship\n"
    for pair, steps in by_pair(briefing.steps):
        marks = marks_of(steps)
        named = f"\n### {pair}\n" if len({step.pair for step in briefing.steps}) > 1 else ""
        yield named
        if rows := step_chart(marks, _CHART_WIDTH):
            yield "\n```text\n" + "\n".join(rows) + "\n```\n"
        yield "\n| | date | act | level | rank |\n| --- | --- | --- | --- | --- |\n"
        letters = iter(marks)
        for step in steps:
            letter = next(letters).letter if step.date else ""
            cells = (
                letter,
                escaped(readable(step.date)),
                step.action,
                escaped(beside(step.action, step.title)),
                str(step.rank),
            )
            yield f"| {' | '.join(cells)} |\n"
    yield f"\n{note_on(briefing.steps)}\n"


def _doubts(briefing: Briefing) -> Iterator[str]:
    doubts = briefing.in_doubt()
    if doubts:
        yield "\n## Where the sources differ\n\n"
    for one in doubts:
        for doubt in one.doubts:
            own, *others = (_told(told, briefing) for told in (doubt.own, *doubt.others))
            field = escaped(doubt.field)
            yield f"- {escaped(one.entry.title)}: {field} {own}, but {' and '.join(others)}\n"


def _told(told: Told, briefing: Briefing) -> str:
    """A value with the footnotes of the sources that give it."""
    notes = "".join(f"[^{briefing.footnotes.number(slug)}]" for slug in told.sources)
    return f"{escaped(told.value)} {notes}".rstrip()


def _speakers(briefing: Briefing) -> Iterator[str]:
    if not briefing.speakers:
        return
    yield "\n## Who spoke\n\n| speaker | role | country | statements | verbatim | when |\n"
    yield "| --- | --- | --- | ---: | ---: | --- |\n"
    for row in briefing.speakers:
        cells = (row.name or UNKNOWN, row.role or "", row.country or "", row.statements, row.direct, reach(row))
        yield f"| {' | '.join(escaped(str(cell)) for cell in cells)} |\n"
