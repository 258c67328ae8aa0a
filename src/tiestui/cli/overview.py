"""The page that `tiestui --help` prints: every command in one line, without loading any of them."""

from __future__ import annotations

from tiestui.cli.registry import COMMANDS, GROUPS

_HEAD = """\
tiestui: the chronology of a relationship between two countries, with the source under every line

tiestui                        open the browser; in a pipe, print the timeline as text
"""

_TAIL = """
Global flags, before or after the command:
  --archive FILE               the archive (default: $TIESTUI_ARCHIVE, else the user data folder)
  --color always|never|auto    colour of text on a terminal (auto: not in a pipe, not with NO_COLOR)
  --version, --help

Filters, on every view (the same again means or, different ones and):
  --pair --since --until --kind --speaker --topic --status --source --review
  --sort oldest|newest|relevance   --limit N   -f FORMAT   -o FILE [--force]

Queries: words, "phrases", prefix*, -word or NOT word, OR, ( ), and field:value, such as
  tiestui quotes 'speaker:xi topic:trade -"win-win"' --since 2013
tiestui COMMAND --help tells the flags of a command.

Exit status: 0 done · 1 failed · 2 wrong usage or query · 3 an input failed, the rest is done · 130 interrupted
"""


def overview() -> str:
    """The text of the page."""
    parts = [_HEAD]
    for group in GROUPS:
        parts.append(f"\n{group}:\n")
        for command in COMMANDS.values():
            if command.group == group:
                call = f"{command.name} {command.usage}".strip()
                gap = f"\n{'':31}" if len(call) > 27 else " " * (29 - len(call))
                parts.append(f"  {call}{gap}{command.summary}\n")
    parts.append(_TAIL)
    return "".join(parts)
