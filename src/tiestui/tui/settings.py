"""The reader's settings (config.toml) and what the browser keeps between sessions. Loads nothing of Textual.

config.toml:
    theme = "night"          # night, slate, day, paper, terminal
    glyphs = "auto"          # auto, unicode, ascii
    [keys]                   # an action's id (tiestui's help lists them) = its keys, comma-separated
    search = "slash,ctrl+f"
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tiestui.light import NamedTuple
from tiestui.tui.actions import ACTIONS, keys_of

THEMES = ("night", "slate", "day", "paper", "terminal")
GLYPHS = ("auto", "unicode", "ascii")
UNSENDABLE = ("ctrl+enter", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+h", "ctrl+space+enter", "shift+enter")
_NAMES = {
    "/": "slash", "?": "question_mark", "|": "vertical_line", "]": "right_square_bracket", "-": "minus",
    "[": "left_square_bracket", "<": "less_than_sign", ">": "greater_than_sign", ".": "full_stop", ";": "semicolon",
    ":": "colon", "'": "apostrophe", '"': "quotation_mark", "!": "exclamation_mark", "@": "at", "#": "number_sign",
    "$": "dollar_sign", "%": "percent_sign", "&": "ampersand", "*": "asterisk", "(": "left_parenthesis",
    ")": "right_parenthesis", "+": "plus", "=": "equals_sign", "_": "underscore", "~": "tilde", "`": "grave_accent",
    "{": "left_curly_bracket", "}": "right_curly_bracket", "\\": "backslash", "^": "circumflex_accent", " ": "space",
}  # fmt: skip


class Settings(NamedTuple):
    """What config.toml says. `theme` None: the one last chosen in the browser. `keys`: an action's id to its keys."""

    theme: str | None = None
    glyphs: str = "auto"
    keys: Mapping[str, str] = MappingProxyType({})
    problems: tuple[str, ...] = ()


class Session:
    """What is kept between sessions, one place for each archive by its path."""

    def __init__(
        self,
        theme: str | None = None,
        folder: str | None = None,
        command: str | None = None,
        ladder: bool = False,
        places: dict[str, dict[str, Any]] | None = None,
    ) -> None:
        self.theme, self.folder, self.command, self.ladder = theme, folder, command, ladder
        self.places = {} if places is None else places


def _folder(variable: str, fallback: str) -> Path:
    named = os.environ.get(variable, "").strip()
    if sys.platform.startswith("linux") or named:
        return (Path(named) if named else Path(fallback).expanduser()) / "tiestui"
    import platformdirs

    return platformdirs.user_config_path("tiestui", appauthor=False)


def settings_path() -> Path:
    """Where config.toml lies; it need not be there."""
    return _folder("XDG_CONFIG_HOME", "~/.config") / "config.toml"


def session_path() -> Path:
    """Where the last session is kept."""
    return _folder("XDG_STATE_HOME", "~/.local/state") / "session.json"


def load_settings(path: Path) -> Settings:
    """The settings of a file; what is wrong with it stands in `problems`, and the rest holds. Never raises."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        return Settings(problems=(f"{path} cannot be read: {error}",))
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(problems=(f"{path} is no TOML: {error}",))
    problems: list[str] = []
    settings = Settings()
    for name, value in data.items():
        match name:
            case "theme" if value in THEMES:
                settings = settings._replace(theme=value)
            case "theme":
                problems.append(f"{path}: theme {value!r} is not one of {', '.join(THEMES)}")
            case "glyphs" if value in GLYPHS:
                settings = settings._replace(glyphs=value)
            case "glyphs":
                problems.append(f"{path}: glyphs {value!r} is not one of {', '.join(GLYPHS)}")
            case "keys" if isinstance(value, dict):
                keys, wrong = check_keys(value)
                settings = settings._replace(keys=keys)
                problems += [f"{path}: {each}" for each in wrong]
            case _:
                problems.append(f"{path}: {name!r} is no setting; there are theme, glyphs and the table [keys]")
    return settings._replace(problems=tuple(problems))


def check_settings(path: Path) -> list[str]:
    """What is wrong with a settings file, one line each; empty for a sound or a missing one."""
    return list(load_settings(path).problems)


def check_keys(table: Mapping[str, Any]) -> tuple[dict[str, str], list[str]]:
    """The keys that hold, and what is wrong: unknown ids, keys that no terminal sends, two actions on one key."""
    keys: dict[str, str] = {}
    problems: list[str] = []
    for action_id, value in table.items():
        if action_id not in ACTIONS:
            near = [known for known in ACTIONS if action_id.split(".")[-1] in known]
            hint = f"; did you mean {near[0]}?" if near else ""
            problems.append(f"keys: there is no action {action_id!r}{hint}")
            continue
        if not isinstance(value, str) or not value.strip():
            problems.append(f"keys: {action_id} needs a text such as {ACTIONS[action_id].keys!r}")
            continue
        named = [_named(key) for key in value.split(",") if key.strip()]
        unsendable = [key for key in named if key in UNSENDABLE]
        if unsendable:
            problems.append(f"keys: {action_id}: terminals cannot send {', '.join(unsendable)}")
            continue
        keys[action_id] = ",".join(named)
    return keys, problems + _clashes(keys)


def _named(key: str) -> str:
    key = key.strip() or " "
    return _NAMES.get(key, key)


def _clashes(keys: Mapping[str, str]) -> list[str]:
    """Two actions on one key, where both can be meant."""
    holders: dict[str, list[str]] = {}
    for action in ACTIONS.values():
        for key in keys_of(action, keys):
            holders.setdefault(key, []).append(action.id)
    clashes = []
    for key, ids in holders.items():
        if len(ids) > 1 and any(action_id in keys for action_id in ids) and _overlap(ids):
            clashes.append(f"keys: {key} is the key of {' and of '.join(ids)}; the first one set wins")
    return clashes


def _overlap(ids: list[str]) -> bool:
    scopes = [ACTIONS[action_id].scope for action_id in ids]
    return not ({"facets", "reader"} >= set(scopes) and len(set(scopes)) == len(scopes))


def load_session(path: Path) -> Session:
    """The last session; a new one when there is none or it cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        known = {name: data[name] for name in vars(Session()) if name in data}
        session = Session(**known)
        if not isinstance(session.places, dict):
            session.places = {}
    except (OSError, ValueError, TypeError, AttributeError):
        return Session()
    return session


def save_session(session: Session, path: Path) -> None:
    """Keep a session; a folder that cannot be written is no reason to fail at the end."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(vars(session), ensure_ascii=False), encoding="utf-8")
        fresh.replace(path)
    except (OSError, ValueError):
        return
