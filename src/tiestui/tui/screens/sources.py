"""The part of the screen that reads sources, and that goes back and forward between places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import ContentSwitcher

from tiestui.tui import questions
from tiestui.tui.lines import MUTED, Line, flat, joined
from tiestui.tui.listing import Listing
from tiestui.tui.messages import Answer, SpanReached
from tiestui.tui.screens.searching import SearchPart
from tiestui.tui.state import Place
from tiestui.tui.widgets.cursor_view import CursorView
from tiestui.tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from tiestui.tui.passages import Card


class SourcesPart(SearchPart):
    """The source reader, the evidence pane, and the way back."""

    wanted_span: tuple[int, int] | None = None
    wanted_record: str | None = None

    def go_to_pane(self, pane: str, key: int | None = None) -> None:
        """Show a pane with the present query and filters, the cursor on `key` or where it was there."""
        self.view = self.view.with_pane(pane)  # type: ignore[arg-type]
        if self.grouping and self.view.sort != "oldest":
            self.view = self.view.with_sort("oldest")
        self.show_tab(pane)
        self.show_pane("reading" if pane == "sources" else pane)
        self.panel = "list"
        self.lay_out()
        if pane == "sources":
            self._open_sources()
        else:
            self.set_focus(self.record_list)
            self.load(key if key is not None else self.kept_keys.get(pane))

    def show_tab(self, pane: str) -> None:
        """Mark the pane's tab."""
        if self.furnished:
            self.tabs.pane = pane
            self.tabs.redraw()

    def show_pane(self, name: str) -> None:
        """Show one of the panes' widgets, which is mounted when it is shown for the first time."""
        if name == "reading":
            self.furnish()
        else:
            self.record_list  # noqa: B018 - mounts it
        self.query_one(ContentSwitcher).current = name

    def lay_out(self) -> None:
        """Lay the panels out for the present width. The screen itself knows how."""
        raise NotImplementedError

    def _open_sources(self) -> None:
        self.set_focus(self.reader)
        number = self.number()
        self.browser.card_desk.ask("sources", number, questions.sources(self.view, number))
        if self.source_id is not None:
            self.open_source(self.source_id, None, self.wanted_record)
        else:
            self.count_sources()

    def take_sources(self, message: Answer) -> None:
        """The list of sources; the first one opens when none is open."""
        self.source_list.show(message.value)
        if not self.reader.text and message.value and self.source_id not in {source.id for source in message.value}:
            self.open_source(message.value[0].id)
        elif self.source_id is not None:
            self.source_list.go_to(self.source_id)
        self.count_sources()

    def count_sources(self) -> None:
        """How many sources there are, where records are counted in the other panes."""
        if self.in_sources:
            self.counter.say(None, len(self.source_list.sources), complete=True, noun="sources")

    def open_source(self, slug: str, span: tuple[int, int] | None = None, record_id: str | None = None) -> None:
        """Show a source, at a span when one is given."""
        self.wanted_span, self.wanted_record = span, record_id
        if slug == self.source_id and self.reader.text:
            self.source_list.go_to(slug)
            self._to_wanted()
            return
        number = self.number()
        self.browser.card_desk.ask("text", number, questions.text(slug, number))

    def take_text(self, message: Answer) -> None:
        """A source's text and spans."""
        from tiestui.tui.spans import Span, SpanMap
        from tiestui.tui.widgets.reader import legend

        source, text, found = message.value
        self.source_id = source.id
        spans = SpanMap([Span(each.start, each.end, each.id, _style(each.type, each.mode)) for each in found])
        head = self.source_head
        head.title = flat(source.title or source.id)
        published = str(source.published) if source.published else None
        head.about = flat(joined((source.byline, source.outlet, published, source.id), "  "))
        signs = {kind: self.glyphs.kind(kind, "direct") for kind in ("upgrade", "agreement", "event")}
        signs |= {"direct": self.glyphs.direct, "reported": self.glyphs.reported}
        head.legends = (legend(spans, signs), legend(spans, signs, words=False))
        self.reader.signs = signs
        self.reader.show(text, spans)
        self.source_list.go_to(source.id)
        self._to_wanted()
        self._show_position()

    def _to_wanted(self) -> None:
        reader = self.reader
        number = None
        if self.wanted_record is not None and self.wanted_span is None:
            number = reader.spans.of_record(self.wanted_record)
        elif self.wanted_span is not None:
            number = reader.spans.nearest(*self.wanted_span, self.wanted_record)
        if number is not None:
            reader.go_to_span(number)
        else:
            self.show_card(self.record_id)
        self.wanted_span = self.wanted_record = None

    @on(SpanReached)
    def span_reached(self, message: SpanReached) -> None:
        """Another passage stands out: its record stands beside it."""
        self._show_position()
        self.show_card(message.record_id)

    def _show_position(self) -> None:
        reader, head = self.reader, self.source_head
        count = len(reader.spans)
        head.position = f"{count} passages" if reader.current is None else f"passage {reader.current + 1} of {count}"
        head.redraw()

    def action_span(self, by: int) -> None:
        """To the next or previous marked passage; from a list, its source opens first."""
        if self.in_sources:
            self.reader.step(by)
        else:
            self.open_row()

    @on(CursorView.Opened)
    def opened(self, message: CursorView.Opened) -> None:
        """Enter or a double click on an item of a list."""
        if isinstance(message.view, RecordList):
            message.stop()
            if self.browser.picking:
                self.finish_picking()
            else:
                self.open_row()
        elif message.view is self.source_list:
            message.stop()
            self._open_listed()

    @on(CursorView.Moved, "#source-list")
    def source_moved(self, message: CursorView.Moved) -> None:
        """The cursor moved in the list of sources: the text follows when the keys pause."""
        message.stop()
        self.soon(self._open_listed_quietly)

    def _open_listed(self) -> None:
        self._open_listed_quietly()
        self.panel = "list"
        self.lay_out()
        self.set_focus(self.reader)

    def _open_listed_quietly(self) -> None:
        source = self.source_list.source
        if source is not None and source.id != self.source_id:
            self.open_source(source.id)

    def finish_picking(self) -> None:
        """Enter while picking: what was picked, or the record under the cursor, is the answer."""
        keys = set().union(*(records.picked for records in self.lists))
        if not keys and self.record_list.key is not None:
            keys = {self.record_list.key}
        self.browser.finish_picking(keys)

    def open_row(self) -> None:
        """Open the source of the record under the cursor at its passage."""
        row = self.row
        if row is None:
            return
        if row.source is None or row.start is None or row.end is None:
            self.say("This record has no evidence to open", warning=True)
            return
        self.remember()
        self.open_source(row.source, (row.start, row.end), row.id)
        self.go_to_sources_quietly()

    def go_to_sources_quietly(self) -> None:
        """The sources pane, without opening another source than the one that is on its way."""
        self.view = self.view.with_pane("sources")
        self.show_tab("sources")
        self.show_pane("reading")
        self.panel = "list"
        self.lay_out()
        self.set_focus(self.reader)
        number = self.number()
        self.browser.card_desk.ask("sources", number, questions.sources(self.view, number))

    def place(self) -> Place:
        """Where the reader is now."""
        if self.in_sources:
            reader = self.reader
            span = reader.spans.spans[reader.current] if reader.current is not None else None
            at = (span.start, span.end, span.record_id) if span else (None, None, None)
            return Place(self.view, self.grouping, None, self.source_id, *at)
        return Place(self.view, self.grouping, self.record_list.key)

    def remember(self) -> None:
        """Keep the present place to come back to."""
        self.history.leave(self.place())

    def action_back(self) -> None:
        """To the place before, the cursor on its row."""
        self._visit(self.history.step_back(self.place()))

    def action_forward(self) -> None:
        """To the place that was left by going back."""
        self._visit(self.history.step_forward(self.place()))

    def _visit(self, place: Place | None) -> None:
        if place is None:
            self.say("No place to go to")
            return
        pane = place.view.pane
        self.view = place.view
        self.groupings[pane] = place.grouping
        self.mark_hits(place.view.query)
        if pane == "sources":
            if place.source is not None:
                span = None if place.start is None or place.end is None else (place.start, place.end)
                self.open_source(place.source, span, place.record_id)
            self.go_to_sources_quietly()
        else:
            self.go_to_pane(pane, place.key)
        self.view_changed()

    def view_changed(self) -> None:
        """Query or filters are others now: bars and chips show them. The part with the filters overrides this."""

    def take_card(self, message: Answer) -> None:
        """A record's evidence: shown if that record is still the one looked at."""
        card: Card = message.value
        if card.record.id == self.record_id or self.record_id is None:
            self.card = card
            self.redraw_card()

    def redraw_card(self) -> None:
        """Compose the evidence of the present card for the width it has."""
        if self.card is not None:
            self.evidence.show(partial(self._card_lines, self.card))

    def _card_lines(self, card: Card, cells: int) -> Sequence[Line]:
        from tiestui.tui.passages import card_lines

        return card_lines(card, cells, self.glyphs, self.terms, self.browser.name_of_country)

    def nothing_chosen(self) -> Sequence[Line]:
        """What the evidence pane says without a record."""
        return [[("No record here.", MUTED)]]

    def keys_complete(self, listing: Listing) -> None:
        """All keys are there; with none, the evidence goes."""
        super().keys_complete(listing)
        self.record_list.empty_text = (
            "Nothing found. c clears search and filters."
            if self.view.is_narrowed
            else ("No records yet: tiestui add FILE... reads documents into the archive.")
        )
        if not len(listing):
            self.record_list.lines_changed()


def _style(kind: str, mode: str | None) -> str:
    if kind == "statement":
        return "direct" if mode == "direct" else "reported"
    return kind
