"""The part of the screen that reviews: accept, reject, edit, star, note, undo; what they do is the archive's."""

from __future__ import annotations

from collections.abc import Callable

from tiestui.errors import TiestuiError
from tiestui.tui.screens.handing import HandingPart


class ReviewPart(HandingPart):
    """Decisions on the record under the cursor; the mark shows in its row."""

    def action_review(self, what: str) -> None:
        """Accept, reject, star or undo."""
        if what == "undo":
            self._decide(lambda: self.browser.review.undo())
            return
        if (record_id := self.record_id) is None:
            self.say("No record here", warning=True)
            return
        self._decide(lambda: getattr(self.browser.review, what)(record_id))

    def action_review_note(self) -> None:
        """Ask for a note to the record."""
        from tiestui.tui.screens.ask import Ask

        if (record_id := self.record_id) is None:
            self.say("No record here", warning=True)
            return
        present = self.card.record.note if self.card and self.card.record.id == record_id else None

        def answered(text: str | None) -> None:
            if text:
                self._decide(lambda: self.browser.review.note(record_id, text))

        self.app.push_screen(Ask("Note to this record", "kept with your decisions", present or ""), answered)

    def action_review_edit(self) -> None:
        """Ask for FIELD=VALUE."""
        from tiestui.tui.screens.ask import Ask

        if (record_id := self.record_id) is None:
            self.say("No record here", warning=True)
            return

        def check(text: str) -> str | None:
            return None if "=" in text else "write FIELD=VALUE, such as date=2022-09 or speaker.name=..."

        def answered(text: str | None) -> None:
            if text:
                field, _, value = text.partition("=")
                self._decide(lambda: self.browser.review.edit(record_id, field.strip(), value.strip()))

        self.app.push_screen(Ask("Edit this record", "FIELD=VALUE, such as date=2022-09", "", check), answered)

    def _decide(self, decide: Callable[[], str]) -> None:
        try:
            said = decide()
        except TiestuiError as error:
            self.say(error.message, warning=True)
            return
        self.kept_listings.clear()
        self.asked_for = None
        self.card = None
        key = self.record_list.key
        for records in self.lists:
            records.forget_rows()
        if self.in_sources:
            self.show_card(self.record_id)
        else:
            self.load(key)
        self.say(said)
