"""`tiestui completions SHELL`: a script that makes the shell complete commands, flags and their values."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tiestui.cli.completing import FILE, Completion, completions
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE

SHELLS = ("bash", "zsh", "fish")


def configure(parser: CommandParser, command: str) -> None:
    """The shell."""
    parser.add(Argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS)))


def run(arguments: Arguments) -> int:
    """Print the script."""
    found = tuple(completions())
    scripts = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    sys.stdout.write("\n".join(scripts[arguments.shell](found)) + "\n")
    return DONE


def _bash(found: tuple[Completion, ...]) -> Iterator[str]:
    yield "# tiestui completions bash >> ~/.local/share/bash-completion/completions/tiestui"
    yield "_tiestui() {"
    yield '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" name="" one IFS=$\'\\n\''
    yield '  for one in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield f'    case "$one" in {"|".join(c.name for c in found)}) name="$one"; break ;; esac'
    yield "  done"
    yield '  case "$name $before" in'
    for command in found:
        for flag in command.flags:
            if flag.values is not None:
                yield f'    "{command.name} {flag.name}") {_bash_reply(flag.values)}; return ;;'
    yield "  esac"
    yield '  case "$name" in'
    names = _bash_words([c.name for c in found] + ["--archive", "--color", "--version", "--help"])
    yield f'    "") COMPREPLY=($(compgen -W {names} -- "$word")) ;;'
    for command in found:
        flags = _bash_words([flag.name for flag in command.flags])
        yield f"    {command.name})"
        yield f'      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W {flags} -- "$word"))'
        yield f"      else {_bash_reply(command.words)}; fi ;;"
    yield "  esac"
    yield "}"
    yield "complete -o filenames -F _tiestui tiestui"


def _bash_words(words: list[str] | tuple[str, ...]) -> str:
    return "$'" + "\\n".join(word.replace(" ", "\\ ") for word in words) + "'"


def _bash_reply(values: tuple[str, ...]) -> str:
    if values == (FILE,):
        return 'COMPREPLY=($(compgen -f -- "$word"))'
    return f'COMPREPLY=($(compgen -W {_bash_words(values)} -- "$word"))' if values else "COMPREPLY=()"


def _zsh(found: tuple[Completion, ...]) -> Iterator[str]:
    yield "#compdef tiestui"
    yield "# tiestui completions zsh > a folder of your $fpath, as _tiestui"
    yield "_tiestui() {"
    yield "  local -a commands=("
    for command in found:
        yield f"    '{command.name}:{_zsh_text(command.summary)}'"
    yield "  )"
    yield "  if (( CURRENT == 2 )); then _describe command commands; return; fi"
    yield "  case $words[2] in"
    for command in found:
        yield f"    {command.name}) shift words; (( CURRENT-- )); _arguments -s \\"
        for flag in command.flags:
            action = "" if flag.values is None else f":value:{_zsh_action(flag.values)}"
            yield f"      '*{flag.name}[{_zsh_text(flag.help)}]{action}' \\"
        yield f"      '*:word:{_zsh_action(command.words)}' ;;"
    yield "  esac"
    yield "}"
    yield '_tiestui "$@"'


def _zsh_action(values: tuple[str, ...]) -> str:
    if values == (FILE,):
        return "_files"
    return f"({' '.join(value.replace(' ', chr(92) + ' ') for value in values)})" if values else " "


def _zsh_text(text: str) -> str:
    for special in "\\[]:":
        text = text.replace(special, "\\" + special)
    return text.replace("'", "’")


def _fish(found: tuple[Completion, ...]) -> Iterator[str]:
    yield "# tiestui completions fish > ~/.config/fish/completions/tiestui.fish"
    yield "complete -c tiestui -f"
    for command in found:
        yield f"complete -c tiestui -n __fish_use_subcommand -a {command.name} -d '{_fish_text(command.summary)}'"
    for command in found:
        seen = f"-n '__fish_seen_subcommand_from {command.name}'"
        for flag in command.flags:
            name = f"-l {flag.name[2:]}" if flag.name.startswith("--") else f"-s {flag.name[1:]}"
            yield f"complete -c tiestui {seen} {name} {_fish_values(flag.values)}-d '{_fish_text(flag.help)}'"
        if command.words:
            yield f"complete -c tiestui {seen} {_fish_values(command.words).removeprefix('-x ').replace('-r ', '')}"


def _fish_values(values: tuple[str, ...] | None) -> str:
    if values is None:
        return ""
    if values == (FILE,):
        return "-r -F "
    quoted = " ".join(value.replace(" ", "\\ ") for value in values)
    return f"-x -a '{quoted}' " if values else "-x "


def _fish_text(text: str) -> str:
    return text.replace("'", "’")
