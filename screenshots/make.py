"""The pictures of the README, made by the running program on its built-in archive: SVG, and PNG by headless Chromium.

    python screenshots/make.py [--svg-only] [NAME...]

The program runs with a home of its own, so neither the reader's settings nor the reader's archive are in the pictures.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
FONTS = '"JetBrains Mono", "DejaVu Sans Mono", monospace'
REST_SECONDS = 0.3
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-device-scale-factor=1"
).split()


@dataclass(frozen=True)
class Picture:
    """What to press before the picture is taken; "type:" types a text."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (140, 42)
    theme: str = "night"
    pane: str = "timeline"


PICTURES = (
    Picture("timeline", ("L", "j", "j"), (140, 40)),
    Picture("quotes", ("l", "l", "j"), (140, 36), pane="quotes"),
    Picture("agreements", ("s", "g", "j"), (140, 30), pane="agreements"),
    Picture("source", ("j", "j", "enter"), (140, 36)),
    Picture("search", ("f", "j", "j", "enter", "slash", "type:cooperat", "enter", "j", "j"), (140, 36)),
    Picture("small", ("L", "j", "j"), (80, 24)),
    Picture("day", ("j", "j", "j"), (140, 32), theme="day"),
)


async def take(picture: Picture, archive: Path, target: Path) -> None:
    """Run the browser, press the keys, save the SVG."""
    from tiestui.archive import open_archive
    from tiestui.query import View
    from tiestui.tui.app import BrowserApp
    from tiestui.tui.settings import Session

    view = View(pane=picture.pane)  # type: ignore[arg-type]
    app = BrowserApp(open_archive(archive), view, path=archive, session=Session(theme=picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(2 * REST_SECONDS)
        for key in picture.keys:
            if key.startswith("type:"):
                for letter in key.removeprefix("type:"):
                    await pilot.press("space" if letter == " " else letter)
            else:
                await pilot.press(key)
            await pilot.pause(REST_SECONDS)
        await pilot.pause(2 * REST_SECONDS)
        svg = app.export_screenshot(title="tiestui")
    app.end()
    target.write_text(tidied(svg), encoding="utf-8")


def tidied(svg: str) -> str:
    """The SVG with fonts that are on most machines, without the ones that it would fetch, and the same at each run."""
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    svg = re.sub(r"font-family: ?Fira Code[^;]*;", f"font-family: {FONTS};", svg)
    number = re.search(r"terminal-(\d+)", svg)
    if number:
        svg = svg.replace(f"terminal-{number[1]}", "terminal-tiestui")
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def draw(svg: Path, png: Path) -> None:
    """The SVG as PNG."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise SystemExit("no Chromium to draw PNG with; --svg-only makes the SVG alone")
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text(encoding="utf-8"))
    if box is None:
        raise SystemExit(f"{svg} has no size")
    width, height = (round(float(side)) for side in box.groups())
    with tempfile.TemporaryDirectory() as profile:
        page = Path(profile) / "page.html"
        page.write_text(
            f'<body style="margin:0;overflow:hidden"><img src="{svg.as_uri()}" style="display:block;width:{width}px">'
        )
        command = [browser, *QUIET_FLAGS, f"--user-data-dir={profile}/data", "--default-background-color=00000000"]
        command += [f"--screenshot={png}", f"--window-size={width},{height}", page.as_uri()]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def main() -> None:
    """Make the pictures that are asked for, all when none is."""
    parser = argparse.ArgumentParser(description="Make the README's pictures.")
    parser.add_argument("names", nargs="*", help=", ".join(picture.name for picture in PICTURES))
    parser.add_argument("--svg-only", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = home
        os.environ["TIESTUI_GLYPHS"] = "unicode"
        os.environ.pop("NO_COLOR", None)
        from tiestui.archive.default import default_archive

        archive = Path(default_archive())
        for picture in PICTURES:
            if options.names and picture.name not in options.names:
                continue
            svg = HERE / f"{picture.name}.svg"
            asyncio.run(take(picture, archive, svg))
            if not options.svg_only:
                draw(svg.resolve(), HERE.resolve() / f"{picture.name}.png")
            print(svg)


if __name__ == "__main__":
    main()
