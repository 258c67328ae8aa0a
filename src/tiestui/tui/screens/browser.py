"""The browser's one screen: masthead, tabs and query, ladder, the panels, the keys at the foot."""

from __future__ import annotations

import gc
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Input

from tiestui.query import View
from tiestui.tui import rows
from tiestui.tui.actions import bindings
from tiestui.tui.lines import flat
from tiestui.tui.screens.base import LIST_PANES
from tiestui.tui.screens.commands import CommandsPart
from tiestui.tui.state import Place
from tiestui.tui.widgets.bars import Chips, Counter, FirstBar, Hints, Tabs, tab_cells
from tiestui.tui.widgets.grounds import Ground, Panes, Plain
from tiestui.tui.widgets.masthead import Masthead
from tiestui.tui.widgets.record_list import RecordList

WIDE, SPACIOUS = 100, 140


class BrowserScreen(Plain, CommandsPart):
    """Lays the panels out, moves the focus, and shows the keys."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("screen")
    AUTO_FOCUS = ""

    def __init__(self, view: View, place: Place | None = None) -> None:
        super().__init__(view, place)
        self.facet_values = {}
        self.sampled = {}

    def compose(self) -> ComposeResult:
        """What the first paint needs: the bars, and the grounds of the panels."""
        yield Masthead(id="masthead")
        yield FirstBar(id="first-bar")
        with Ground(id="body"):
            yield Panes(id="panes")
        yield Hints(id="hints")

    def furnish(self) -> None:
        """Mount the panels that the first paint does without."""
        if self.furnished:
            return
        from tiestui.tui.widgets.facets import FacetList
        from tiestui.tui.widgets.find_bar import FindBar
        from tiestui.tui.widgets.ladder import Ladder
        from tiestui.tui.widgets.query_bar import QueryBar
        from tiestui.tui.widgets.reader import Reader
        from tiestui.tui.widgets.sources import SourceHead, SourceList
        from tiestui.tui.widgets.text_view import Evidence

        self.furnished = True
        bar = Ground(id="bar")
        tabs, query, counter = Tabs(id="tabs"), QueryBar(id="query"), Counter(id="counter")
        chips, ladder, facets = Chips(id="chips"), Ladder(id="ladder"), FacetList(id="facets")
        evidence, listed = Evidence(id="evidence"), SourceList(id="source-list")
        for widget in (tabs, chips, ladder, facets, counter):
            widget.glyphs = self.glyphs
        evidence.show(lambda cells: [])
        chips.display = ladder.display = False
        head, reader, find = SourceHead(id="source-head"), Reader(id="reader"), FindBar(id="find-bar")
        find.display = False
        reading = Vertical(head, reader, find, id="reading")
        left, right = Ground(id="left"), Ground(id="right")
        panes = self.query_one(ContentSwitcher)
        self.mount(bar, chips, ladder, before="#body")
        self.query_one("#body").mount(left, before=panes)
        self.query_one("#body").mount(right, after=panes)
        reading.display = False
        for parent, children in ((bar, (tabs, query, counter)), (left, (facets, listed)), (right, (evidence,))):
            parent.mount(*children)
        panes.mount(reading)
        every = (bar, tabs, query, counter, chips, ladder, facets, listed, evidence, head, reader, find)
        self._widgets.update({type(each): each for each in every})
        tabs.pane = self.view.pane
        with self.prevent(Input.Changed):
            query.value = self.view.query
        self.query_one("#first-bar").remove()
        self.ladder_open = self.browser.session.ladder
        self.lay_out()
        self.view_changed()
        if self.terms:
            reader.mark(self.terms)
        if self.awaited is None:
            self.settle()
            self.view_settled()

    def new_list(self, pane: str) -> RecordList:
        """The list of a pane that is shown for the first time."""
        records = RecordList(rows.timeline, id=pane)
        records.fetch = self.browser.fetch
        records.picking = self.browser.picking
        records.display = False
        self.query_one(ContentSwitcher).mount(records)
        return records

    def on_mount(self) -> None:
        """Begin at the place of last time, or at the start of the view; the first rows are in the first paint."""
        self.masthead.glyphs = self.glyphs
        self.set_class(self.browser.ascii_only, "ascii")
        first = self.query_one(FirstBar)
        first.pane, first.query_text = self.view.pane, flat(self.view.query)
        if self.view.query:
            self.mark_hits(self.view.query)
        self.view_changed()
        place = self.start_place
        if self.in_sources:
            if place is not None:
                self.source_id, self.wanted_record = place.source, place.record_id
            self.go_to_pane("sources")
        elif place is not None:
            self.groupings[self.view.pane] = place.grouping
            self.go_to_pane(self.view.pane, place.key)
        else:
            key = self.browser.key_of_cursor(self.view)
            self.go_to_pane(self.view.pane if self.view.pane in LIST_PANES else "timeline", key)
        if problems := self.browser.settings.problems:
            self.say("\n".join(problems), warning=True, title="config.toml")
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        """The rest of the panels; from here on the collector of garbage works, which the command line put to rest."""
        self.furnish()
        gc.freeze()
        gc.enable()

    def on_resize(self, event: events.Resize) -> None:
        """Another size: other panels fit."""
        self.lay_out()

    def panels(self) -> list[Widget]:
        """The panels of this pane from left to right, shown or not."""
        if self.in_sources:
            return [self.source_list, self.reader, self.evidence]
        return [self.facet_list, self.record_list, self.evidence]

    def lay_out(self) -> None:
        """Show the panels that fit: all of them when spacious, one at a time when narrow."""
        width, height = self.size.width, self.size.height
        narrow = width < WIDE
        sources = self.in_sources
        facets = self.facets_open if self.facets_open is not None else width >= SPACIOUS
        left = (self.panel == "sources" if sources else self.panel == "facets") if narrow else (sources or facets)
        right = self.panel == "evidence" if narrow else (width >= SPACIOUS - 20 or not (sources or facets))
        left_cells = max(26, min(40, width * 19 // 100)) if sources else 27
        right_cells = max(36, min(58, width * 34 // 100))
        self.masthead.display = height >= 8
        self.hints.display = height >= 6
        self.set_class(narrow, "narrow")
        panes = self.query_one(ContentSwitcher)
        if not self.furnished:
            panes.styles.margin = (0, right_cells * (right and not narrow), 0, left_cells * (left and not narrow))
            self.show_hints()
            return
        panes.styles.margin = 0
        panes.display = self.panel == "list" if narrow else True
        for name, display, cells in (("#left", left, left_cells), ("#right", right, right_cells)):
            panel = self.query_one(name)
            panel.display = display
            panel.styles.width = "1fr" if narrow else cells
        self.facet_list.display = not sources
        self.source_list.display = sources
        self.tabs.styles.width = tab_cells(width)
        self.source_head.styles.height = 4 if height >= 12 else 1
        self.fit_ladder()
        if left and not sources and self.awaited is None:
            self.ask_facets()
        self.show_hints()

    def action_focus_panel(self, by: int) -> None:
        """To the next or previous panel; a narrow terminal shows only that one."""
        panels = self.panels()
        narrow = self.size.width < WIDE
        usable = panels if narrow else [panel for panel in panels if self._is_shown(panel)]
        focused = self.focused
        at = usable.index(focused) if focused in usable else 1
        target = usable[(at + by) % len(usable)]
        if narrow:
            self.panel = "list"
            if target is self.evidence:
                self.panel = "evidence"
            elif target is panels[0]:
                self.panel = "sources" if self.in_sources else "facets"
            self.lay_out()
        self.set_focus(target)

    @staticmethod
    def _is_shown(panel: Widget) -> bool:
        return all(node.display for node in panel.ancestors_with_self if isinstance(node, Widget))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another panel has the focus: its keys stand at the foot."""
        if event.widget.id == "query":
            if self.in_sources:
                self.action_pane("timeline")
                self.set_focus(event.widget)
            self.add_class("searching")
            if self.before_search is None:
                self.before_search = self.view
        self._show_panel_of(event.widget)
        self.show_hints()

    def _show_panel_of(self, widget: Widget) -> None:
        """What has the focus is in sight; while one types a query, the list that follows it."""
        others = {"facets": "facets", "source-list": "sources", "evidence": "evidence"}
        panel = others.get(widget.id or "", "list")
        if panel != self.panel:
            self.panel = panel
            self.lay_out()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The query bar lost the focus: the tabs come back."""
        if event.widget.id == "query":
            self.remove_class("searching")

    def restyle(self) -> None:
        """Other colours: everything is painted again."""
        for records in (*self.lists, self.facet_list, self.source_list, self.reader, self.evidence):
            records.notify_style_update()
            records.refresh()
        for bar in (self.masthead, self.tabs, self.counter, self.chips, self.ladder, self.source_head, self.hints):
            bar.redraw()

    def action_quit(self) -> None:
        """Leave."""
        self.browser.leave()
