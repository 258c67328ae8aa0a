"""The part of the screen that lists records: panes, the query as one types, the keys that arrive, the cursor."""

from __future__ import annotations

from functools import partial

from textual import on

from tiestui.archive.listing import FIRST_CHUNK
from tiestui.query import View
from tiestui.tui import questions, rows
from tiestui.tui.lines import flat
from tiestui.tui.listing import Listing, by_year
from tiestui.tui.messages import Failed, KeysArrived
from tiestui.tui.provider import Row
from tiestui.tui.screens.base import BrowserBase
from tiestui.tui.state import BY_DATE
from tiestui.tui.widgets.cursor_view import CursorView
from tiestui.tui.widgets.record_list import Draw, RecordList

DRAWS: dict[tuple[str, str], Draw] = {
    ("timeline", ""): rows.timeline,
    ("quotes", ""): rows.quote,
    ("quotes", "speaker"): rows.quote_of_speaker,
    ("agreements", ""): rows.agreement,
    ("agreements", "status"): rows.agreement_of_status,
}
ORDERS: dict[str, tuple[tuple[str, str], ...]] = {
    "timeline": (("", "oldest"), ("", "newest")),
    "quotes": (("speaker", "oldest"), ("", "oldest"), ("", "newest")),
    "agreements": (("status", "oldest"), ("", "oldest"), ("", "newest")),
}
ORDER_NAMES = {
    ("", "oldest"): "oldest first",
    ("", "newest"): "newest first",
    ("", "relevance"): "most relevant first",
    ("speaker", "oldest"): "by speaker",
    ("status", "oldest"): "by status",
}
BUSY_SECONDS = 0.25


class Loading:
    """A listing on its way: where the cursor is wanted, and whether to wait for that record before showing it.

    shown: it is on the screen as far as it came. ahead: some of its rows are, read before all others.
    """

    def __init__(
        self, generation: int, view: View, grouping: str, listing: Listing, key: int | None, wait: bool
    ) -> None:
        self.generation = generation
        self.view, self.grouping, self.listing = view, grouping, listing
        self.key, self.wait = key, wait
        self.shown = self.ahead = False


class ListsPart(BrowserBase):
    """Panes and lists of records."""

    awaited: Loading | None = None

    def load(self, key: int | None = None, *, wait: bool = True) -> None:
        """Read the present view's keys; the cursor goes to `key`, or near it. The old rows stay until then."""
        pane, grouping = self.view.pane, self.grouping
        bare = self.view.with_cursor(None)
        self._dress(self.record_list)
        kept = self.kept_listings.get((pane, bare.is_narrowed))
        if kept is not None and kept[:2] == (bare, grouping):
            self.awaited = None
            self.record_list.show(kept[2], kept[2].nearest(key) if key is not None else 0)
            self.keys_complete(kept[2])
            return
        number = self.number()
        by_time = grouping == BY_DATE and self.view.sort != "relevance"
        self.awaited = Loading(number, bare, grouping, Listing(by_year if by_time else None), key, wait)
        job = questions.keys(bare, grouping, number)
        self.set_timer(BUSY_SECONDS, partial(self._show_busy, number))
        if self.furnished or grouping:
            self.browser.list_desk.ask("keys", number, job)
        else:
            self._show_first_rows(bare, key)
            self.call_after_refresh(self.browser.list_desk.ask, "keys", number, job)

    def _show_busy(self, number: int) -> None:
        """The keys are long in coming: the counter says that they are on their way."""
        if self.awaited is not None and self.awaited.generation == number and self.furnished and not self.in_sources:
            records = self.record_list
            if not len(records.listing):
                records.empty_text = f"Reading {self.glyphs.ellipsis}"
                records.lines_changed()
            self.counter.say(None, len(self.awaited.listing), complete=False)

    def keep_listing(self, view: View, grouping: str, listing: Listing) -> None:
        """Keep a complete listing: of each pane the whole one and the last one that was narrowed."""
        self.kept_listings[view.pane, view.is_narrowed] = (view, grouping, listing)

    def _show_first_rows(self, view: View, key: int | None) -> None:
        """Put the first rows, or those around the cursor's record, into the first paint."""
        first = Listing(by_year if view.sort != "relevance" else None)
        first.extend(self.browser.first_keys(view, key))
        first.complete = len(first) < FIRST_CHUNK and key is None
        found = first.find(key) if key is not None else 0
        if found is not None and self.awaited is not None:
            self.record_list.show(first, found)
            self.awaited.ahead = True

    def _dress(self, records: RecordList) -> None:
        """Tell the present pane's list how to draw its rows."""
        if self.in_sources:
            return
        by_time = self.grouping == BY_DATE and self.view.sort != "relevance"
        look = rows.Look(self.glyphs, self.terms, year_above=by_time, pairs=self.several_pairs)
        draw = DRAWS[self.view.pane, self.grouping]
        records.note_of = self._speaker_note if self.grouping == "speaker" else None
        if (records.draw, records.look) != (draw, look):
            records.restyle(draw, look)

    def _speaker_note(self, row: Row) -> str:
        country = self.browser.name_of_country(row.country) if row.country else None
        return ", ".join(part for part in (row.role, country) if part)

    @on(KeysArrived)
    def keys_arrived(self, message: KeysArrived) -> None:
        """A run of keys: show it if the cursor's record is there, or is not waited for."""
        awaited = self.awaited
        if awaited is None or message.generation != awaited.generation:
            return
        listing = awaited.listing
        if message.keys:
            if message.grouped:
                listing.extend_group(message.label, message.keys)
            else:
                listing.extend(message.keys)
        listing.complete = message.complete
        records = self.list_of(awaited.view.pane)
        if not awaited.shown:
            self._show_arrived(awaited, message.complete)
        elif message.complete or len(listing) >= 2 * records.lines_shown:
            records.lines_changed()
        present = awaited.view.pane == self.view.pane
        if awaited.shown and self.furnished and present:
            self.counter.say(None, len(listing), complete=listing.complete)
        if message.complete:
            self.keep_listing(awaited.view, awaited.grouping, listing)
            self.awaited = None
            if present:
                self.keys_complete(listing)

    def _show_arrived(self, awaited: Loading, complete: bool) -> None:
        """Show what came so far, if the record is there on which the cursor is wanted; by now it may be elsewhere."""
        listing, records = awaited.listing, self.list_of(awaited.view.pane)
        wanted = records.key if awaited.ahead else awaited.key
        found = listing.find(wanted) if wanted is not None else None
        if wanted is not None and found is None and awaited.wait and not complete:
            return
        awaited.shown = True
        if found is not None and awaited.ahead:
            records.go_on(listing, found)
        else:
            near = awaited.wait and wanted is not None and found is None and len(listing)
            records.show(listing, listing.nearest(wanted or 0) if near else found or 0)

    def keys_complete(self, listing: Listing) -> None:
        """All keys are there: count, place, and what depends on the whole view."""
        self.settle()
        self.view_settled()

    def view_settled(self) -> None:
        """The view and its keys are complete; other parts ask for what they show of it."""

    @on(Failed)
    def failed(self, message: Failed) -> None:
        """A question failed: what is on the screen stays, the reason is told."""
        if message.slot == "keys":
            if self.awaited is None or message.generation != self.awaited.generation:
                return
            self.awaited = None
            self.settle()
        self.problem(message.text)

    def problem(self, text: str) -> None:
        """A standing message at the foot; "" takes it away."""
        text = flat(text)
        if self.hints.message != text:
            self.hints.message, self.hints.message_style = text, "warning"
            self.hints.redraw()

    @on(CursorView.Moved)
    def moved(self, message: CursorView.Moved) -> None:
        """The cursor moved in a list of records: what depends on it follows when the keys pause."""
        if isinstance(message.view, RecordList):
            message.stop()
            self.soon(self.settle)

    def settle(self) -> None:
        """Show what depends on the cursor: position, place in time, evidence."""
        if self.in_sources:
            return
        records = self.record_list
        total, key = len(records.listing), records.key
        if key is not None:
            self.kept_keys[self.view.pane] = key
        self.masthead.stand_at(key)
        if not self.furnished:
            return
        self.counter.say(
            records.cursor if total else None, total, complete=records.listing.complete or self.awaited is None
        )
        records.prefetch()
        row = records.row
        self.ladder.stand_at(row.id if row else None)
        self.show_card(row.id if row else None)

    def show_card(self, record_id: str | None) -> None:
        """Ask for a record's evidence; the answer is shown when it comes."""
        if record_id is None:
            self.card = None
            self.evidence.show(lambda cells: [])
        elif self.card is None or self.card.record.id != record_id:
            self.browser.card_desk.ask("card", number := self.number(), questions.card(record_id, number))

    def action_pane(self, pane: str) -> None:
        """To another pane; from any place one can come back."""
        if pane != self.view.pane:
            self.remember()
            self.go_to_pane(pane)

    def remember(self) -> None:
        """Keep the present place to come back to. The part that knows all of it overrides this."""

    def go_to_pane(self, pane: str, key: int | None = None) -> None:
        """Show a pane with the present query and filters, the cursor where it was there."""
        raise NotImplementedError

    def action_order(self) -> None:
        """The next order or grouping of this pane."""
        if self.view.pane not in ORDERS:
            return
        orders = list(ORDERS[self.view.pane])
        if self.view.query:
            orders.append(("", "relevance"))
        present = (self.grouping, self.view.sort)
        following = orders[(orders.index(present) + 1) % len(orders)] if present in orders else orders[0]
        self.groupings[self.view.pane] = following[0]
        self.view = self.view.with_sort(following[1])  # type: ignore[arg-type]
        self.say(ORDER_NAMES[following].capitalize())
        self.load(self.record_list.key)
