"""What the parts of the browser's screen share: the view, the desks, the widgets by name, and a few helpers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import Screen
from textual.widget import Widget

from tiestui.query import View
from tiestui.tui.glyphs import Glyphs
from tiestui.tui.lines import flat, safe
from tiestui.tui.listing import Listing
from tiestui.tui.marking import NOTHING, Terms
from tiestui.tui.provider import Row
from tiestui.tui.state import BY_DATE, History, Place
from tiestui.tui.widgets.bars import Chips, Counter, Hints, Tabs
from tiestui.tui.widgets.masthead import Masthead
from tiestui.tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from tiestui.tui.app import BrowserApp
    from tiestui.tui.passages import Card
    from tiestui.tui.widgets.facets import FacetList
    from tiestui.tui.widgets.ladder import Ladder
    from tiestui.tui.widgets.query_bar import QueryBar
    from tiestui.tui.widgets.reader import Reader
    from tiestui.tui.widgets.sources import SourceHead, SourceList
    from tiestui.tui.widgets.text_view import Evidence

LIST_PANES = ("timeline", "quotes", "agreements")
AT_ONCE: tuple[type[Widget], ...] = (Masthead, Hints)
W = TypeVar("W", bound=Widget)


class BrowserBase(Screen[None]):
    """State and helpers. The parts (lists, sources, filters, handing on, review) are mixed into `BrowserScreen`.

    The first paint needs a list and the bars only; the other panels come right after it, or when first asked for.
    """

    SETTLE: ClassVar[float] = 0.05

    def __init__(self, view: View, place: Place | None = None) -> None:
        super().__init__()
        self.view = view
        self.history = History()
        self.groupings: dict[str, str] = {"timeline": BY_DATE, "quotes": "speaker", "agreements": "status"}
        self.kept_listings: dict[tuple[str, bool], tuple[View, str, Listing]] = {}
        self.kept_keys: dict[str, int] = {}
        self.terms: Terms = NOTHING
        self.card: Card | None = None
        self.source_id: str | None = None
        self.start_place = place
        self.facets_open: bool | None = None
        self.panel = "list"
        self._numbers = count(1)
        self._widgets: dict[type[Widget], Widget] = {}
        self._lists: dict[str, RecordList] = {}
        self.furnished = False
        self._settling = False

    @property
    def browser(self) -> BrowserApp:
        """The app, which has the archive, the settings and the signs."""
        from tiestui.tui.app import BrowserApp

        assert isinstance(self.app, BrowserApp)
        return self.app

    @property
    def glyphs(self) -> Glyphs:
        """The signs of this terminal."""
        return self.browser.glyphs

    def one(self, kind: type[W]) -> W:
        """The only widget of a kind; looked up once."""
        if kind not in self._widgets:
            if kind not in AT_ONCE:
                self.furnish()
            self._widgets[kind] = self.query_one(kind)
        found = self._widgets[kind]
        assert isinstance(found, kind)
        return found

    @property
    def masthead(self) -> Masthead:
        """The top line."""
        return self.one(Masthead)

    @property
    def tabs(self) -> Tabs:
        """The names of the panes."""
        return self.one(Tabs)

    @property
    def query_bar(self) -> QueryBar:
        """Where the query is typed."""
        from tiestui.tui.widgets.query_bar import QueryBar

        return self.one(QueryBar)

    @property
    def counter(self) -> Counter:
        """How many records there are."""
        return self.one(Counter)

    @property
    def chips(self) -> Chips:
        """What is filtered by."""
        return self.one(Chips)

    @property
    def hints(self) -> Hints:
        """The keys at the foot."""
        return self.one(Hints)

    @property
    def facet_list(self) -> FacetList:
        """The filters."""
        from tiestui.tui.widgets.facets import FacetList

        return self.one(FacetList)

    @property
    def ladder(self) -> Ladder:
        """The chart of levels."""
        from tiestui.tui.widgets.ladder import Ladder

        return self.one(Ladder)

    @property
    def evidence(self) -> Evidence:
        """The pane beside the list."""
        from tiestui.tui.widgets.text_view import Evidence

        return self.one(Evidence)

    @property
    def source_list(self) -> SourceList:
        """The list of sources."""
        from tiestui.tui.widgets.sources import SourceList

        return self.one(SourceList)

    @property
    def source_head(self) -> SourceHead:
        """What stands above a source's text."""
        from tiestui.tui.widgets.sources import SourceHead

        return self.one(SourceHead)

    @property
    def reader(self) -> Reader:
        """The source's text."""
        from tiestui.tui.widgets.reader import Reader

        return self.one(Reader)

    def furnish(self) -> None:
        """Mount the panels that the first paint does without. The screen itself knows them."""
        raise NotImplementedError

    @property
    def lists(self) -> Sequence[RecordList]:
        """The lists of records that were shown so far."""
        return list(self._lists.values())

    @property
    def record_list(self) -> RecordList:
        """The list of the present pane; the timeline's when the pane has none."""
        return self.list_of(self.view.pane if self.view.pane in LIST_PANES else "timeline")

    def list_of(self, pane: str) -> RecordList:
        """The list of a pane."""
        if pane not in self._lists:
            self._lists[pane] = self.new_list(pane)
        return self._lists[pane]

    def new_list(self, pane: str) -> RecordList:
        """The list of a pane that is shown for the first time."""
        raise NotImplementedError

    @property
    def in_sources(self) -> bool:
        """Whether the sources pane is on the screen."""
        return self.view.pane == "sources"

    @property
    def grouping(self) -> str:
        """The field that the present list is grouped by."""
        return self.groupings.get(self.view.pane, BY_DATE)

    def number(self) -> int:
        """The next generation number: later questions have higher ones."""
        return next(self._numbers)

    @property
    def several_pairs(self) -> bool:
        """Whether the view has records of more than one pair. The part that knows the pairs overrides this."""
        return False

    @property
    def row(self) -> Row | None:
        """The record that actions are about: under the cursor of the list, None in the reader."""
        return None if self.in_sources else self.record_list.row

    @property
    def record_id(self) -> str | None:
        """The id of the record that actions are about: of the list's cursor, or of the reader's current span."""
        if self.in_sources:
            reader = self.reader
            return reader.spans.spans[reader.current].record_id if reader.current is not None else None
        row = self.record_list.row
        return row.id if row else None

    def say(self, text: str, *, warning: bool = False, title: str = "") -> None:
        """Tell the person something for a few seconds, in place of what was told before; never as markup."""
        self.app.clear_notifications()
        shown, kind = safe(text), "warning" if warning else "information"
        self.notify(shown, title=flat(title), severity=kind, markup=False, timeout=6)  # type: ignore[arg-type]

    def soon(self, call: Callable[[], object]) -> None:
        """Run `call` once the present burst of keys is over; a burst has one call."""
        if not self._settling:
            self._settling = True

            def settled() -> None:
                self._settling = False
                call()

            self.set_timer(self.SETTLE, settled)
