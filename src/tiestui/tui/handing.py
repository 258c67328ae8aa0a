"""Getting out: citations, files, pipes, editors, the clipboard. Plain functions; the screen asks and tells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from tiestui.errors import TiestuiError
from tiestui.tui.provider import Reader

if TYPE_CHECKING:
    from tiestui.archive import Archive
    from tiestui.query import View
    from tiestui.views.listing import Kind, Piece

MOST_COPIED = 100_000
CLIPBOARD_COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("WSL_DISTRO_NAME", ("clip.exe",)),
    ("TMUX", ("tmux", "load-buffer", "-")),
)


def kind_of(view: View) -> Kind:
    """The kind of listing that a view writes."""
    return "sources" if view.pane == "sources" else ("speakers" if view.pane == "speakers" else "records")


def formats_of(view: View) -> tuple[str, ...]:
    """The formats that the view can be written in."""
    from tiestui.views import formats

    return formats.formats_of(kind_of(view))


def suffix_of(form: str) -> str:
    """What files of a format are called."""
    from tiestui.views.formats import FORMATS

    return FORMATS[form].suffix


def pieces(archive: Reader, view: View, form: str) -> Iterator[Piece]:
    """The view in a format, as `tiestui` prints it to a pipe."""
    from tiestui.views.archived import listing_of
    from tiestui.views.formats import find_format
    from tiestui.views.style import PIPED

    kind = kind_of(view)
    return find_format(form, kind).write(listing_of(cast("Archive", archive), view, kind), PIPED)


def write_file(archive: Reader, view: View, form: str, path: Path) -> Path:
    """Write the view to a file, whole or not at all; raises `TiestuiError` that says why it could not."""
    path = path.expanduser()
    if not path.parent.is_dir():
        raise TiestuiError(f"there is no folder {path.parent}; make it first or name another")
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("xb") as file:
            for piece in pieces(archive, view, form):
                file.write(encoded(piece))
        partial.replace(path)
    except OSError as error:
        raise TiestuiError(f"{path} could not be written: {error.strerror or error}") from error
    finally:
        partial.unlink(missing_ok=True)
    return path


def encoded(piece: Piece) -> bytes:
    """A piece of a listing as the bytes of a file or a pipe."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")


def terminal() -> TextIO:
    """Where the person looks: standard output, or, when that is a pipe or a file, what the browser is painted on."""
    out, painted = sys.__stdout__, sys.__stderr__
    return painted if painted is not None and (out is None or not out.isatty()) else sys.stdout


def pipe(archive: Reader, view: View, form: str, command: str) -> int:
    """Run a shell command with the view on its standard input; gives its exit status.

    The terminal must be the command's own meanwhile. A command that does not read all of it is no failure.
    """
    shell = os.environ.get("SHELL") or "/bin/sh"
    with subprocess.Popen([shell, "-c", command], stdin=subprocess.PIPE, stdout=terminal()) as process:
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            for piece in pieces(archive, view, form):
                process.stdin.write(encoded(piece))
        with suppress(BrokenPipeError):
            process.stdin.close()
        return process.wait()


def editor_command(path: Path, line: int, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The reader's editor at a line of a file; raises `TiestuiError` when none is set or found."""
    import shlex

    chosen = environment.get("VISUAL") or environment.get("EDITOR")
    words = shlex.split(chosen) if chosen else []
    if not words:
        found = next((name for name in ("nano", "vim", "vi") if shutil.which(name)), None)
        if found is None:
            raise TiestuiError("no editor: set VISUAL or EDITOR to the one you use")
        words = [found]
    name = Path(words[0]).name
    if name in ("code", "codium", "code-insiders"):
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    if name in ("subl", "hx", "helix", "zed", "micro"):
        return [*words, f"{path}:{line}"]
    return [*words, f"+{line}", str(path)]


def text_for_editor(slug: str, text: str, origin: str | None, offset: int) -> tuple[Path, int, bool]:
    """A file to open for a source, the line of the code point at `offset`, and whether it is a copy.

    The file that the source was read from when it is there and holds the stored text; else a copy in the temporary
    folder, which the reader may throw away.
    """
    line = text.count("\n", 0, offset) + 1
    if origin and "://" not in origin:
        path = Path(origin).expanduser()
        try:
            whole = path.read_text(encoding="utf-8-sig")
        except (OSError, ValueError):
            whole = ""
        if whole and (place := whole.find(text)) >= 0 and text:
            return path, line + whole.count("\n", 0, place), False
    folder = Path(tempfile.mkdtemp(prefix="tiestui-"))
    copy = folder / f"{slug}.txt"
    copy.write_text(text, encoding="utf-8", errors="surrogateescape")
    return copy, line, True


def native_copy(text: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Hand text to the clipboard program of this desktop, if there is one; gives its name."""
    for variable, command in CLIPBOARD_COMMANDS:
        if variable and not environment.get(variable):
            continue
        if shutil.which(command[0]) is None:
            continue
        try:
            done = subprocess.run(
                command,
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=2,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        if done.returncode == 0:
            return command[0]
    return None
