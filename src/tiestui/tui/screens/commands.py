"""The part of the screen that tells its keys and runs its actions: footer, help, palette, and what asks for a value."""

from __future__ import annotations

from textual import on

from tiestui.tui.actions import ACTIONS, keys_of, shown_key
from tiestui.tui.messages import Picked, RunAction
from tiestui.tui.screens.review import ReviewPart
from tiestui.tui.widgets.bars import Hint
from tiestui.tui.widgets.line_view import LineView

PINNED = ("help", "quit")
PANEL_NAMES = {
    "facets": "the filters",
    "evidence": "the evidence",
    "reader": "the source",
    "source-list": "the list of sources",
}


class CommandsPart(ReviewPart):
    """Keys at the foot, help, palette; the dialogs for date and pair."""

    @property
    def _focused_id(self) -> str:
        return (self.focused.id or "") if self.focused is not None else ""

    def scopes(self) -> tuple[str, ...]:
        """The scopes of the registry that answer to the focus."""
        if self._focused_id == "facets":
            return ("facets", "list", "screen")
        if self._focused_id == "reader":
            return ("reader", "list", "screen")
        return ("list", "screen")

    def show_hints(self) -> None:
        """The keys of what has the focus, at the foot."""
        keymap = self.browser.settings.keys
        if self._focused_id == "query":
            keep, back = Hint("submit", "enter", "keep"), Hint("take_back", "esc", "take back")
            hints = [keep, back, Hint("", "space", "ends the word")]
        elif self._focused_id == "find":
            hints = [Hint("submit", "enter", "keep, then n and N"), Hint("take_back", "esc", "back")]
        else:
            ids = self._hinted()
            hints = []
            for action_id, name in ids:
                action = ACTIONS[action_id]
                key = shown_key(keys_of(action, keymap)[0], self.browser.ascii_only)
                hints.append(Hint(action_id, key, name or action.name, action_id in PINNED))
        if self.hints.hints != hints:
            self.hints.hints = hints
            self.hints.redraw()

    def _hinted(self) -> list[tuple[str, str]]:
        common = [("help", ""), ("palette", ""), ("quit", "")]
        if self.browser.picking:
            picked = sum(len(records.picked) for records in self.lists)
            done = f"done ({picked})" if picked else "done"
            return [("list.mark", "pick"), ("list.open", done), ("search", ""), ("span.next", "source"), *common]
        if self.in_sources:
            found = [("hit.next", ""), ("hit.previous", "")] if self.reader.sought else []
            start = [("span.next", ""), ("span.previous", ""), ("search", "find"), ("place.back", "")]
            return [*found, *start, ("focus.next", ""), ("cite", ""), ("editor", ""), ("url", ""), *common]
        if self._focused_id == "facets":
            start = [("list.open", "choose"), ("facet.leave_out", ""), ("clear", ""), ("filters", "close")]
            return [*start, ("focus.next", ""), *common]
        start = [("list.open", ""), ("search", ""), ("filters", ""), ("date", ""), ("ladder", ""), ("order", "")]
        ranked = [("cite", ""), ("write", ""), ("pipe", ""), ("review.accept", ""), ("review.reject", "")]
        extra = [("hit.next", "")] if self.terms else []
        extra += [("clear", "")] if self.view.without_filter("pair").is_narrowed else []
        return [*extra, *start, *ranked[:2], *common, *ranked[2:]]

    @on(RunAction)
    async def clicked(self, message: RunAction) -> None:
        """A click on what stands for an action runs it."""
        if message.action_id in ACTIONS:
            await self.run_by_id(message.action_id)
        elif message.action_id and self.focused is not None:
            await self.focused.run_action(message.action_id)

    @on(Picked)
    def picked(self) -> None:
        """How many are picked stands at the foot."""
        self.show_hints()

    async def run_by_id(self, action_id: str) -> None:
        """Run an action of the registry where it belongs."""
        action = ACTIONS[action_id]
        if action.scope == "app":
            await self.app.run_action(action.run)
        elif action.scope == "screen":
            await self.run_action(action.run)
        elif action.scope in ("facets", "reader"):
            await (self.facet_list if action.scope == "facets" else self.reader).run_action(action.run)
        else:
            focused = self.focused if isinstance(self.focused, LineView) else None
            await (focused or (self.reader if self.in_sources else self.record_list)).run_action(action.run)

    def action_help(self) -> None:
        """The keys of what has the focus, and all others."""
        from tiestui.tui.screens.help import Help

        name = PANEL_NAMES.get(self._focused_id, "the list")
        keymap = self.browser.settings.keys
        self.app.push_screen(Help(name, self.scopes(), keymap, ascii_only=self.browser.ascii_only))

    def action_palette(self) -> None:
        """Every action by name."""
        from tiestui.tui.screens.palette import Palette

        def answered(action_id: str | None) -> None:
            if action_id:
                self.call_later(self.run_by_id, action_id)

        self.app.push_screen(Palette(self.browser.settings.keys, ascii_only=self.browser.ascii_only), answered)

    def action_theme(self) -> None:
        """Other colours."""
        self.browser.next_theme()

    def action_date(self) -> None:
        """Ask for a date and go there."""
        from tiestui.archive.keys import first_key
        from tiestui.dates.typed import read_date
        from tiestui.errors import TiestuiError
        from tiestui.tui.screens.ask import Ask

        def check(text: str) -> str | None:
            try:
                read_date(text)
            except TiestuiError as error:
                return error.message
            return None

        def answered(text: str | None) -> None:
            if text:
                found = read_date(text)
                self.to_time(first_key(found.earliest.toordinal()), first_key(found.latest.toordinal() + 1))

        self.app.push_screen(Ask("Go to a date", "2016, sep 2022, 1 March 2023", "", check), answered)

    def action_pair(self) -> None:
        """Ask for the pair, with counts."""
        from tiestui.tui.screens.pair import pair_choices

        choices = pair_choices(self.browser)
        if len(choices) <= 2:
            self.say("This archive has one pair" if len(choices) == 2 else "This archive has no pair yet")
            return
        from tiestui.tui.screens.ask import Choose

        present = self.view.values("pair")

        def answered(pair: str | None) -> None:
            if pair is not None:
                self.choose_pair(pair or None)

        self.app.push_screen(Choose("Which pair?", choices, present[0] if len(present) == 1 else ""), answered)
