"""The part of the screen that searches: the query as one types, its hits marked, from hit to hit."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from tiestui.query import QueryError, View, parse_query
from tiestui.query.tolerant import complete
from tiestui.tui import questions
from tiestui.tui.listing import Listing
from tiestui.tui.marking import Terms
from tiestui.tui.messages import Answer, QueryTakenBack
from tiestui.tui.screens.lists import ListsPart


class SearchPart(ListsPart):
    """The query bar, and the hits that n and N go through."""

    before_search: View | None = None
    hits_view: View | None = None
    hits: Listing | None = None

    def action_search(self) -> None:
        """Into the query bar."""
        self.before_search = self.view
        self.set_focus(self.query_bar)
        self.query_bar.cursor_position = len(self.query_bar.value)

    @on(Input.Changed, "#query")
    def typed(self, message: Input.Changed) -> None:
        """A key in the query bar: the list follows, and can be overtaken by the next key."""
        message.stop()
        if not self.query_bar.has_focus:
            return
        self.call_after_refresh(self._follow, message.value)

    def _follow(self, typed: str) -> None:
        """List what is typed, once the key itself is painted; nothing if another key came meanwhile."""
        if typed != self.query_bar.value or not self.query_bar.has_focus:
            return
        self.problem(problem_of(typed))
        query = complete(typed)
        if query != self.view.query:
            self.search_for(query)

    def search_for(self, query: str) -> None:
        """List what a query finds; the cursor stays on its record when that is among the first hits."""
        key = self.record_list.key
        self.view = self.view.with_query(query)
        self.mark_hits(query)
        self.load(key, wait=False)

    def mark_hits(self, query: str) -> None:
        """Mark the words of a query in rows, evidence and source."""
        self.terms = Terms(query)
        if self.furnished:
            self.reader.mark(self.terms)
            self.redraw_card()

    def redraw_card(self) -> None:
        """Compose the evidence again. The part that composes it overrides this."""

    @on(Input.Submitted, "#query")
    def kept(self, message: Input.Submitted) -> None:
        """Enter ends the word, as a space does; the list has the focus."""
        message.stop()
        problem = problem_of(message.value)
        self.problem(problem)
        if problem:
            return
        query = self._ended(message.value)
        if query != self.view.query:
            self.search_for(query)
        self.leave_query_bar()

    def _ended(self, typed: str) -> str:
        """What is typed, its last word whole; a beginning, as it was while one typed, where there is no such word."""
        whole, begun = typed.strip(), complete(typed)
        there = whole == begun or self.browser.first_keys(self.view.with_query(whole), None)
        return whole if there or typed.endswith(" ") else begun

    @on(QueryTakenBack)
    def taken_back(self) -> None:
        """Escape: the query before comes back."""
        before = self.before_search
        self.problem("")
        if before is not None and before.query != self.view.query:
            self.search_for(before.query)
        self.leave_query_bar()

    def leave_query_bar(self) -> None:
        """The bar shows the query that holds; the list has the focus."""
        self.before_search = None
        with self.prevent(Input.Changed):
            self.query_bar.value = self.view.query
        self.set_focus(self.record_list)

    def action_hit(self, by: int) -> None:
        """To the next or previous hit: rows of the view, or, after the filter was cleared, of the last search."""
        if self.view.is_narrowed or not self.terms:
            self.record_list.move_to(self.record_list.cursor + by)
        elif self.hits is not None:
            self._to_hit(self.hits, by)
        elif self.hits_view is not None:
            self._pending_step = by
            number = self.number()
            self.browser.card_desk.ask("hits", number, questions.hit_keys(self.hits_view, number))

    _pending_step = 0

    @on(Answer)
    def answered(self, message: Answer) -> None:
        """An answer other than keys: the method named for its slot takes it."""
        getattr(self, f"take_{message.slot}")(message)

    def take_hits(self, message: Answer) -> None:
        """The keys of the last search, to go through with n and N."""
        self.hits = Listing()
        self.hits.extend(message.value)
        self._to_hit(self.hits, self._pending_step)

    def _to_hit(self, found: Listing, by: int) -> None:
        records = self.record_list
        if not len(found) or records.key is None:
            self.say("No hit")
            return
        place = found.nearest_in_time(records.key)
        at = found.keys[place]
        if by > 0 and (at == records.key or found.keys[-1] < records.key):
            place += 1
        elif by < 0 and at >= records.key:
            place -= 1
        if not 0 <= place < len(found):
            place %= len(found)
            self.say("Round the end")
        index = records.listing.find(found.keys[place])
        if index is not None:
            records.move_to(index, centre=True)


def problem_of(query: str) -> str:
    """Why a query cannot be read, "" when it can."""
    try:
        parse_query(query)
    except QueryError as error:
        return error.message
    return ""
