"""The signs of the screen, each with an ASCII twin for terminals without UTF-8. One cell wide, no emoji."""

from __future__ import annotations

import locale
import os
import unicodedata
from collections.abc import Mapping

from tiestui.light import NamedTuple


class Glyphs(NamedTuple):
    """One set of signs. `blocks` run from the lowest to the full column."""

    upgrade: str
    direct: str
    reported: str
    agreement: str
    event: str
    accepted: str
    edited: str
    rejected: str
    star: str
    picked: str
    conflict: str
    times: str
    ellipsis: str
    chosen: str
    denied: str
    here: str
    dot: str
    dash: str
    rule: str
    upright: str
    rise: str
    foot: str
    fall: str
    drop: str
    step: str
    halted: str
    broken: str
    open_quote: str
    close_quote: str
    blocks: str

    def kind(self, record_type: str, mode: str | None = None) -> str:
        """The sign of a record's kind; reported speech has its own."""
        if record_type == "statement":
            return self.direct if mode == "direct" else self.reported
        return {"upgrade": self.upgrade, "agreement": self.agreement}.get(record_type, self.event)

    def review(self, state: str) -> str:
        """The sign of a review state, a space for none."""
        return {"accepted": self.accepted, "edited": self.edited, "rejected": self.rejected}.get(state, " ")


UNICODE = Glyphs(
    upgrade="▲",
    direct="❝",
    reported="›",
    agreement="§",
    event="●",
    accepted="✓",
    edited="✎",
    rejected="✗",
    star="★",
    picked="◆",
    conflict="≠",
    times="×",
    ellipsis="…",
    chosen="▸",
    denied="−",
    here="▾",
    dot="·",
    dash="–",
    rule="─",
    upright="│",
    rise="╭",
    foot="╯",
    fall="╮",
    drop="╰",
    step="●",
    halted="○",
    broken="┄",
    open_quote="“",
    close_quote="”",
    blocks=" ▁▂▃▄▅▆▇█",
)

ASCII = Glyphs(
    upgrade="^",
    direct='"',
    reported=">",
    agreement="$",
    event="o",
    accepted="+",
    edited="~",
    rejected="x",
    star="*",
    picked="#",
    conflict="!",
    times="x",
    ellipsis="~",
    chosen=">",
    denied="-",
    here="v",
    dot="|",
    dash="-",
    rule="-",
    upright="|",
    rise="+",
    foot="+",
    fall="+",
    drop="+",
    step="o",
    halted="x",
    broken=".",
    open_quote='"',
    close_quote='"',
    blocks=" .:-=+*#@",
)


_LOOKALIKES = {
    "…": "~", "─": "-", "│": "|", "–": "-", "—": "-", "‑": "-", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‘": "'", "’": "'", "·": ".", "•": "*", "←": "<", "→": ">", "↑": "^", "↓": "v", "×": "x", "−": "-", "\u00a0": " ",
}  # fmt: skip


def in_ascii(text: str) -> str:
    """`text` with a likeness in ASCII for each character, one for one: what terminals without UTF-8 can show."""
    return text if text.isascii() else "".join(map(_likeness, text))


def _likeness(character: str) -> str:
    if character.isascii():
        return character
    bare = unicodedata.normalize("NFKD", character)[0]
    return _LOOKALIKES.get(character, bare if bare.isascii() else "?")


def wanted(environment: Mapping[str, str] = os.environ, choice: str = "auto") -> Glyphs:
    """The set for `choice` ("unicode", "ascii", or "auto": what the locale says; TIESTUI_GLYPHS overrides)."""
    choice = environment.get("TIESTUI_GLYPHS", choice)
    if choice in ("ascii", "unicode"):
        return ASCII if choice == "ascii" else UNICODE
    said = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG") or ""
    if "utf" in said.lower():
        return UNICODE
    if said and said not in ("C", "POSIX"):
        return ASCII
    return UNICODE if "utf" in locale.getpreferredencoding(False).lower() else ASCII
