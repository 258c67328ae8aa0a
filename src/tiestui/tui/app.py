"""The app: archive, settings, session and desks; themes and signs; everything else is the screen's."""

from __future__ import annotations

import os
import signal
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import Theme

from tiestui.errors import ArchiveError, TiestuiError
from tiestui.query import View
from tiestui.tui import glyphs, palettes, styles
from tiestui.tui.actions import bindings
from tiestui.tui.desk import Desk
from tiestui.tui.provider import Reader, Row
from tiestui.tui.review import Review
from tiestui.tui.screens.browser import BrowserScreen
from tiestui.tui.sessions import keep_place, kept_view
from tiestui.tui.settings import (
    Session,
    Settings,
    load_session,
    load_settings,
    save_session,
    session_path,
    settings_path,
)
from tiestui.tui.terminals import NoColour, WholeCells, measuring
from tiestui.tui.typeahead import TypeAhead

DESK_CACHE_KIB, SCREEN_CACHE_KIB = 192, 1024
"""Of the file, for each desk and for the rows in sight."""
FIRST_KEYS = 100
"""Of a place in the middle, on either side: more than the highest screen has lines."""
HUNG_UP = 129
SWITCH_SECONDS = 0.0005


class BrowserApp(TypeAhead[int]):
    """The browser on one archive."""

    TITLE = "tiestui"
    CSS_PATH = "screens/browser.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("app"),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
    ]
    NOTIFICATION_TIMEOUT = 5

    def __init__(
        self,
        archive: Reader,
        view: View,
        *,
        path: Path | None = None,
        settings: Settings | None = None,
        session: Session | None = None,
        picking: bool = False,
        restore: bool = False,
    ) -> None:
        self.settings = settings or Settings()
        self.session = session or Session()
        self.colourless = bool(os.environ.get("NO_COLOR"))
        self.set_reactive(BrowserApp.theme, self._allowed(self.session.theme or self.settings.theme))
        without = os.environ.pop("NO_COLOR", None)
        super().__init__()
        if without is not None:
            os.environ["NO_COLOR"] = without
        if self.colourless:
            self._filters = [NoColour()]
        self.archive = archive
        self.path = path
        self.picking = picking
        self.view, self.place = kept_view(archive, self.session, path, view) if restore else (view, None)
        self.glyphs = glyphs.wanted(choice=self.settings.glyphs)
        self.ascii_only = self.glyphs is glyphs.ASCII
        ScrollBar.renderer = WholeCells if self.ascii_only else ScrollBarRender
        self.styles_by_name: dict[str, Style] = styles.styles(self.theme, colour=not self.colourless)
        self.review = Review(path or Path())
        connect = partial(archive.reader, DESK_CACHE_KIB)
        self.list_desk = Desk(connect, self.post_to_screen)
        self.card_desk = Desk(connect, self.post_to_screen)
        self.tally_desk = Desk(connect, self.post_to_screen)
        self.main: BrowserScreen | None = None
        self.picked: list[str] | None = None

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and ours, from the start: so style sheets are read once, and in the right colours."""
        return super().available_themes | palettes.THEMES

    def _allowed(self, theme: str | None) -> str:
        if self.colourless:
            return palettes.TERMINAL
        return theme if theme in palettes.THEMES else "night"

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this system, which measures the terminal even where standard output is a pipe."""
        return measuring(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """The one screen."""
        self.main = BrowserScreen(self.view, self.place)
        return self.main

    def on_mount(self) -> None:
        """The reader's keys; desks that let go of the interpreter quickly."""
        sys.setswitchinterval(SWITCH_SECONDS)
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
        if self.settings.keys:
            self.set_keymap(dict(self.settings.keys))

    def post_to_screen(self, message: object) -> None:
        """Hand an answer from a desk's thread to the screen."""
        if self.main is not None and self.is_running:
            self.main.post_message(message)  # type: ignore[arg-type]

    def fetch(self, keys: Sequence[int]) -> Sequence[Row]:
        """The rows in sight; when the archive fails, what failed is told and the rest stays."""
        try:
            rows = self.archive.rows_at(keys)
        except TiestuiError as error:
            if self.main is not None:
                self.main.problem(error.message)
            return ()
        if len(rows) < len(keys) and self.main is not None:
            self.main.archive_changed()
        return rows

    def first_keys(self, view: View, around: int | None) -> array[int]:
        """The first run of a view's keys, or those around one; none when they cannot be read (the desk tells why)."""
        try:
            if around is not None and (found := self.archive.keys_around(view, around, FIRST_KEYS)):
                return found
            return next(iter(self.archive.keys(view)), array("q"))
        except TiestuiError:
            return array("q")

    def key_of_cursor(self, view: View) -> int | None:
        """The key of the record that a view stands on."""
        return self.key_of(view.cursor, None) if view.cursor is not None else None

    def key_of(self, record_id: str, otherwise: int | None) -> int | None:
        """The key that a record has now; `otherwise` when it is gone."""
        try:
            key = self.archive.key_of(record_id)
        except ArchiveError:
            return otherwise
        return otherwise if key is None else key

    @property
    def named_archive(self) -> str | None:
        """The archive's path when it is not the reader's own."""
        from tiestui.archive.location import data_folder

        if self.path is None or str(self.path.parent) == data_folder():
            return None
        return str(self.path.absolute())

    @staticmethod
    @lru_cache(512)
    def name_of_country(code: str) -> str:
        """What people call a country."""
        from tiestui.countries import country_name

        try:
            return country_name(code) or code
        except (KeyError, ValueError, TiestuiError):
            return code

    def name_of_pair(self, pair: str) -> str:
        """What people call a pair of codes ("BLR-CHN")."""
        dash = f" {self.glyphs.dash} "
        return dash.join(self.name_of_country(code) for code in pair.split("-"))

    def next_theme(self) -> None:
        """The next theme; kept for next time."""
        if self.colourless:
            self.notify("NO_COLOR is set: no colours", markup=False)
            return
        names = list(palettes.THEMES)
        self.theme = theme = names[(names.index(self.theme) + 1) % len(names)]
        self.styles_by_name = styles.styles(theme)
        self.session.theme = theme
        self.refresh_css(animate=False)
        if self.main is not None:
            self.main.restyle()
        self.notify(theme.capitalize(), title="Colours", markup=False, timeout=2)

    @contextmanager
    def away(self) -> Iterator[None]:
        """The terminal is another program's meanwhile. Raises `TiestuiError` where that cannot be."""
        try:
            with self.suspend():
                yield
        except SuspendNotSupported as error:
            raise TiestuiError("this terminal cannot be lent to another program") from error

    def action_interrupt(self) -> None:
        """Ctrl+C: copy what is selected with the mouse, if anything is; else say how one leaves."""
        selected = self.screen.get_selected_text()
        if selected and self.main is not None:
            self.main.copy(selected, "selection")
            self.screen.clear_selection()
        else:
            self.notify("q leaves", markup=False, timeout=2)

    def leave(self, status: int = 0) -> None:
        """End; the place is kept for next time."""
        self._keep_place()
        self.exit(status)

    def _keep_place(self) -> None:
        if self.main is not None and self.path is not None and not self.picking:
            self.session.ladder = self.main.ladder_open
            keep_place(self.session, self.path, self.main.place(), self.main.record_id)

    def hung_up(self, *_: object) -> None:
        """The terminal is gone: keep the place and end at once."""
        # An orderly end would paint, and Textual's writer, dead with the terminal, would make that wait for ever.
        with suppress(Exception):
            self._keep_place()
            if not self.picking:
                save_session(self.session, session_path())
        os._exit(HUNG_UP)

    def finish_picking(self, keys: Iterable[int]) -> None:
        """End with the records that were picked, in order of date."""
        self.picked = [row.id for row in self.fetch(sorted(keys))]
        self.exit(0)

    def end(self) -> None:
        """Give threads and files back, after the screen is gone."""
        for desk in (self.list_desk, self.card_desk, self.tally_desk):
            desk.close()
        self.archive.close()


def end_with_terminal(app: BrowserApp) -> None:
    """Let the app end when its terminal is lost, where the system tells of that."""
    with suppress(ValueError, AttributeError):
        signal.signal(signal.SIGHUP, app.hung_up)


def run(archive_path: str | Path, view: View) -> int:
    """Open the browser on an archive; gives the exit status. Raises `TiestuiError` when there is no archive."""
    from tiestui.archive import open_archive

    path = Path(archive_path)
    session = load_session(session_path())
    restore = not view.is_narrowed and view.cursor is None and view == View(pane=view.pane)
    app = BrowserApp(
        open_archive(path, "read", SCREEN_CACHE_KIB),
        view,
        path=path,
        settings=load_settings(settings_path()),
        session=session,
        restore=restore,
    )
    end_with_terminal(app)
    try:
        status = app.run()
    finally:
        app.end()
        save_session(session, session_path())
    return int(status or app.return_code or 0)


def pick(archive_path: str | Path, view: View, ids: Sequence[str] | None = None) -> list[str] | None:
    """Let the reader choose records of a view, or of those with `ids`; gives their ids, None when taken back."""
    from tiestui.archive import open_archive
    from tiestui.tui.narrowed import OnlyThese

    path = Path(archive_path)
    archive: Reader = open_archive(path, "read", SCREEN_CACHE_KIB)
    if ids is not None:
        keys = (archive.key_of(record_id) for record_id in ids)
        archive = OnlyThese(archive, frozenset(key for key in keys if key is not None))
    session = load_session(session_path())
    app = BrowserApp(archive, view, path=path, settings=load_settings(settings_path()), session=session, picking=True)
    end_with_terminal(app)
    try:
        app.run()
    finally:
        app.end()
    return app.picked
