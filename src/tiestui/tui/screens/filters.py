"""The part of the screen that narrows: facets, chips, the pair, and what all of the view shows at the top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from tiestui.query import View
from tiestui.query.fields import WHOLE
from tiestui.tui import questions
from tiestui.tui.lines import PLAIN
from tiestui.tui.listing import Listing, counter_of
from tiestui.tui.messages import Answer, ChipDropped, FacetChosen, Jump, RestWanted
from tiestui.tui.screens.ladder import LadderPart
from tiestui.tui.widgets.bars import Chip

KINDS = ("upgrade", "statement", "agreement", "event")
FIRST_FACETS = {"quotes": "speaker", "agreements": "status"}
"""The facet that a pane is about stands above the others."""
BY_WORDS = ("speaker", "level")
"""Fields that find words within a value, so that a value of the list must be asked for as a whole."""
TYPED = ("speaker", "country", "level", "source", "year")
"""What has more values than are listed, and can be typed."""

if TYPE_CHECKING:
    from tiestui.tui.widgets.facets import Value


class FiltersPart(LadderPart):
    """Facets with live counts, chips, pair and density strip."""

    facet_values: dict[str, list[tuple[str, int]]]
    pairs: Sequence[tuple[str, int]] = ()
    base: View | None = None
    asked_for: View | None = None
    sampled: dict[str, int | None]

    def view_changed(self) -> None:
        """Query or filters are others now: the bars show them."""
        self.masthead.title = self.pair_name()
        self.masthead.redraw()
        if not self.furnished:
            return
        self.show_hints()
        if not self.query_bar.has_focus and self.query_bar.value != self.view.query:
            with self.prevent(Input.Changed):
                self.query_bar.value = self.view.query
        chips = [
            Chip(one.field, value, self.shown_value(one.field, value), one.negated)
            for one in self.view.filters
            for value in one.values
            if one.field != "pair"
        ]
        self.chips.chips = chips
        self.chips.display = bool(chips)
        self.chips.redraw()
        self.show_facets()

    def show_hints(self) -> None:
        """Show the keys at the foot. The part with the actions overrides this."""

    def shown_value(self, field: str, value: str) -> str:
        """What people call a facet's value."""
        if field in BY_WORDS:
            return value.removeprefix(WHOLE)
        if field == "country":
            return self.browser.name_of_country(value)
        if field == "pair":
            return self.browser.name_of_pair(value)
        return value

    @property
    def several_pairs(self) -> bool:
        """Whether the view has records of more than one pair."""
        return len(self.pairs) > 1 and len(self.view.values("pair")) != 1

    def pair_name(self) -> str:
        """The pair that the view is about."""
        chosen = self.view.values("pair")
        if len(chosen) == 1:
            return self.browser.name_of_pair(chosen[0])
        known = self.pairs
        if not chosen and len(known) == 1:
            return self.browser.name_of_pair(known[0][0])
        if chosen or not known:
            return f"{len(chosen)} pairs" if chosen else ""
        if 2 * known[0][1] >= sum(count for _, count in known):
            return f"{self.browser.name_of_pair(known[0][0])} +{len(known) - 1}"
        return f"All {len(known)} pairs"

    def keys_complete(self, listing: Listing) -> None:
        """All keys are there: the strip, and the questions about the whole view."""
        super().keys_complete(listing)
        by_time = not self.grouping and self.view.sort != "relevance"
        self.masthead.count = listing.count_between if by_time else counter_of(listing)
        self.masthead.total = len(listing)
        self.masthead.redraw()

    def view_settled(self) -> None:
        """Ask for the counts of the view, and for what the pair is as a whole, unless that was asked for."""
        if not self.furnished:
            return
        self.ask_facets()
        pair = self.view.values("pair")
        base = View().with_filter("pair", *pair) if pair else View()
        if base != self.base:
            self.base = base
            number = self.number()
            self.browser.card_desk.ask("base", number, questions.base(base, number))

    def ask_facets(self) -> None:
        """Ask for the counts of the view, if the filters are in sight and that was not asked for."""
        bare = self.view.with_cursor(None).with_sort("oldest")
        if bare == self.asked_for or not self.query_one("#left").display or self.in_sources:
            return
        self.asked_for = bare
        self.sampled = {}
        total = len(self.record_list.listing)
        number = self.number()
        self.browser.tally_desk.ask("facets", number, questions.facets(bare, questions.FACETS, total, number))

    def take_counts(self, message: Answer) -> None:
        """How many records of each kind the pair has."""
        self.masthead.counts = _in_order(message.value)
        self.masthead.redraw()

    def take_pairs(self, message: Answer) -> None:
        """The pairs of the archive, by which the present one is named."""
        self.pairs = message.value
        self._dress(self.record_list)
        self.masthead.title = self.pair_name()
        self.masthead.redraw()

    def take_range(self, message: Answer) -> None:
        """The first and the last key of the pair: what the strip reaches over."""
        self.masthead.reach = message.value
        self.masthead.redraw()

    @on(Jump)
    def jump(self, message: Jump) -> None:
        """A stretch of the strip was clicked: to its first record."""
        self.to_time(message.low, message.high)

    def to_time(self, low: int, high: int) -> None:
        """The cursor to the first record of a time, or the next one after it; in the timeline unless by date here."""
        if self.in_sources or self.grouping or self.view.sort == "relevance":
            self.remember()
            self.view = self.view.with_sort("oldest")
            self.go_to_pane("timeline", low)
            return
        records = self.record_list
        if len(records.listing):
            place = records.listing.nearest_in_time(low if self.view.sort == "oldest" else high - 1)
            records.move_to(place, centre=True)
            self.set_focus(records)

    def take_facet(self, message: Answer) -> None:
        """One facet's values and counts; shown when the last one is there, exact ones as they come after a sample."""
        field, values, counted = message.value
        better = counted is None and self.sampled.get(field) is not None
        self.sampled[field] = counted
        self.facet_values[field] = _in_order(values) if field == "kind" else values
        if better or field == questions.FACETS[-1]:
            self.show_facets()

    def show_facets(self) -> None:
        """The filters with their counts and states."""
        shown = []
        first = FIRST_FACETS.get(self.view.pane)
        for field in sorted(questions.FACETS, key=lambda field: field != first):
            most = questions.most_of(field)
            counted = self.facet_values.get(field, [])[:most]
            others = len(self.facet_values.get(field, [])) > most
            chosen, left_out = self._chosen(field, negated=False), self._chosen(field, negated=True)
            known = {value for value, _ in counted}
            rows: list[tuple[str, int | None]] = [*counted]
            unlisted = None if others else 0
            rows += [(value, unlisted) for value in (*chosen, *left_out) if value not in known]
            if len(rows) + others < 2 and not chosen and not left_out:
                continue
            values = [self._value(field, value, count, chosen, left_out) for value, count in rows]
            if others and field in TYPED:
                values.append(self._rest_of(field))
            counted_first = self.sampled.get(field)
            shown.append((field, values, f"first {counted_first:,}" if counted_first else ""))
        self.facet_list.show(shown)

    def _chosen(self, facet: str, *, negated: bool) -> tuple[str, ...]:
        values = self.view.values(field_of(facet), negated=negated)
        return tuple(value.removeprefix(WHOLE) for value in values) if facet in BY_WORDS else values

    def _value(
        self, field: str, value: str, count: int | None, chosen: tuple[str, ...], left_out: tuple[str, ...]
    ) -> Value:
        from tiestui.tui.widgets.facets import Value

        state = "chosen" if value in chosen else ("left-out" if value in left_out else "")
        sign = self.glyphs.kind(value, "direct") if field == "kind" else ""
        style = ("direct" if value == "statement" else value) if field == "kind" else PLAIN
        return Value(field, value, self.shown_value(field, value), count, state, sign, style)

    def _rest_of(self, field: str) -> Value:
        from tiestui.tui.widgets.facets import REST, Value

        return Value(field, "", f"{self.glyphs.ellipsis} others: type one", None, REST)

    @on(RestWanted)
    def rest_wanted(self, message: RestWanted) -> None:
        """Into the query bar, where the list follows as one types a value of this facet."""
        self.action_search()
        bar = self.query_bar
        bar.value = f"{bar.value} {field_of(message.field)}:".lstrip()
        bar.cursor_position = len(bar.value)

    @on(FacetChosen)
    def facet_chosen(self, message: FacetChosen) -> None:
        """A value was chosen or left out: the view follows, the cursor stays on its record if that is still there."""
        value = f"{WHOLE}{message.value}" if message.field in BY_WORDS else message.value
        self.narrow(self.view.toggled(field_of(message.field), value, negated=message.negated))

    @on(ChipDropped)
    def chip_dropped(self, message: ChipDropped) -> None:
        """A chip was clicked: its value is no longer filtered by."""
        self.narrow(self.view.without_filter(message.field, message.value))

    def narrow(self, view: View) -> None:
        """Another view of the same pane, the cursor on its record or near it."""
        key = self.record_list.key
        self.view = view
        self.view_changed()
        if self.in_sources:
            self._open_sources()
        else:
            self.load(key)

    def search_for(self, query: str) -> None:
        """List what a query finds; the bars follow."""
        super().search_for(query)
        self.view_changed()

    def action_clear(self) -> None:
        """Clear search and filters (the pair stays); the cursor stays on its record, the hits stay marked.

        With nothing to clear, the marks go.
        """
        pair = self.view.values("pair")
        bare = self.view.cleared()
        if pair:
            bare = bare.with_filter("pair", *pair)
        if bare == self.view:
            self.hits_view = self.hits = None
            self.mark_hits("")
            self._dress(self.record_list)
            return
        self.hits_view, self.hits = (self.view, None) if self.view.query else (None, None)
        if bare.sort == "relevance":
            bare = bare.with_sort("oldest")
        self.problem("")
        self.narrow(bare)

    def action_filters(self) -> None:
        """Show the filters and go there, or put them away."""
        if self.in_sources:
            self.action_pane("timeline")
        self.facets_open = not (self.facet_list.display and self.facet_list.has_focus)
        self.panel = "facets" if self.facets_open else "list"
        self.lay_out()
        self.set_focus(self.facet_list if self.facets_open else self.record_list)

    def choose_pair(self, pair: str | None) -> None:
        """Only this pair from now on, or all of them."""
        view = self.view.without_filter("pair")
        self.remember()
        self.kept_keys.clear()
        self.narrow(view.with_filter("pair", pair) if pair else view)


def field_of(facet: str) -> str:
    """The query field that a facet narrows by."""
    return "date" if facet == "year" else facet


def _in_order(kinds: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(kinds, key=lambda pair: KINDS.index(pair[0]) if pair[0] in KINDS else len(KINDS))
