"""The part of the screen that hands on: citation, command, file, pipe, editor, web page."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tiestui.errors import TiestuiError
from tiestui.tui import handing
from tiestui.tui.screens.filters import FiltersPart


class HandingPart(FiltersPart):
    """Getting out of the browser with what was found."""

    def action_cite(self) -> None:
        """Copy the citation of the record under the cursor."""
        if (record_id := self.record_id) is None:
            self.say("No record here to cite", warning=True)
            return
        from tiestui.views.citation import record_citation

        try:
            record = self.browser.archive.record(record_id)
            slug = record.evidence[0].source if record.evidence else None
            source = self._source_or_none(slug)
        except TiestuiError as error:
            self.say(error.message, warning=True)
            return
        self.copy(record_citation(record, source), "citation")

    def _source_or_none(self, slug: str | None):  # type: ignore[no-untyped-def]
        try:
            return self.browser.archive.source(slug) if slug else None
        except TiestuiError:
            return None

    def action_command(self) -> None:
        """Copy the view as the command that prints it."""
        from tiestui.query.command import command_line

        self.copy(command_line(self.view.with_cursor(None), archive=self.browser.named_archive), "command")

    def copy(self, text: str, what: str) -> None:
        """To the clipboard by every way there is; tells which were tried and what was copied."""
        if len(text) > handing.MOST_COPIED:
            self.say(f"The {what} is too long to copy ({len(text):,} characters): w writes a file", warning=True)
            return
        self.app.copy_to_clipboard(text)
        native = handing.native_copy(text)
        tried = f"the terminal and {native}" if native else "the terminal"
        shown = text if len(text) <= 300 else text[:300] + self.glyphs.ellipsis
        self.say(shown, title=f"Copied the {what} through {tried}")

    def action_write(self) -> None:
        """Ask for a format and a path, then write the view."""
        from tiestui.tui.screens.write import WriteDialog

        formats = handing.formats_of(self.view)
        folder = self.browser.session.folder or str(Path.cwd())
        self.app.push_screen(WriteDialog(formats, folder, self.view.pane, self._write))

    def _write(self, form: str, path: Path) -> str | None:
        """Write the view; why it could not be."""
        try:
            written = handing.write_file(self.browser.archive, self.view, form, path)
        except TiestuiError as error:
            return error.message
        self.browser.session.folder = str(written.parent)
        self.say(f"{written} ({written.stat().st_size:,} bytes)", title=f"Written as {form}")
        return None

    def action_pipe(self) -> None:
        """Ask for a command and run it with the view on its standard input."""
        from tiestui.tui.screens.ask import Ask

        self.app.push_screen(
            Ask(
                "Run this view through a command",
                "text lines on its standard input, one record a line",
                self.browser.session.command or "less",
            ),
            self._pipe,
        )

    def _pipe(self, command: str | None) -> None:
        if not command:
            return
        self.browser.session.command = command
        status: int | None = None
        try:
            with self.browser.away():
                print(f"\n$ {command}", file=handing.terminal(), flush=True)
                status = handing.pipe(self.browser.archive, self.view, "text", command)
                self._wait_for_enter(status)
        except TiestuiError as error:
            self.say(error.message, warning=True)
        except OSError as error:
            self.say(f"{command}: {error.strerror or error}", warning=True)
        if status:
            self.say(f"The command ended with status {status}: {command}", warning=True)

    @staticmethod
    def _wait_for_enter(status: int) -> None:
        note = "" if status == 0 else f"ended with status {status}; "
        print(f"\n[{note}Enter returns to tiestui] ", end="", file=handing.terminal(), flush=True)
        with open("/dev/tty", encoding="utf-8", errors="replace") as terminal:  # noqa: PTH123
            terminal.readline()

    def passage(self) -> tuple[str, int] | None:
        """The source and the offset that editor and web page are about."""
        if self.in_sources:
            if self.source_id is None:
                return None
            reader = self.reader
            if reader.current is not None:
                return self.source_id, reader.spans.spans[reader.current].start
            return self.source_id, reader.top_offset
        row = self.row
        if row is None or row.source is None:
            return None
        return row.source, row.start or 0

    def action_editor(self) -> None:
        """Open the source in the reader's editor at the line of the passage."""
        if (at := self.passage()) is None:
            self.say("No source here to open", warning=True)
            return
        slug, offset = at
        try:
            source, text = self.browser.archive.source(slug), self.browser.archive.text(slug)
            path, line, copied = handing.text_for_editor(slug, text, source.origin, offset)
            command = handing.editor_command(path, line)
            with self.browser.away():
                subprocess.run(command, check=False, stdout=handing.terminal())
        except TiestuiError as error:
            self.say(error.message, warning=True)
            return
        except OSError as error:
            self.say(f"{command[0]} could not be run: {error.strerror or error}", warning=True)
            return
        if copied:
            self.say("What you saw was a copy; the archive's text never changes", title=str(path))

    def action_url(self) -> None:
        """Open the source's address in the web browser."""
        if (at := self.passage()) is None:
            self.say("No source here", warning=True)
            return
        try:
            source = self.browser.archive.source(at[0])
        except TiestuiError as error:
            self.say(error.message, warning=True)
            return
        address = next((text for text in (source.origin, source.note) if text and text.startswith("http")), None)
        if address is None:
            self.say(f"No address is known of {source.title or source.id}", warning=True)
            return
        if os.environ.get("SSH_CONNECTION") and not os.environ.get("BROWSER"):
            self.copy(address, "address (this is a remote shell)")
            return
        self.app.open_url(address)
        self.say(address, title="Opened in the web browser")
