"""What all benchmarks share: a line of the table, the made data of one run, peers, and the cost of a command.

`Setup` makes JSON lines and archives of any size when they are first asked for. A peer (another program that a figure
is compared with) is installed by the person who measures; one that is missing is named, and its lines are skipped.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.synthetic import json_lines

ROOT = Path(__file__).parents[1]
RECORDS, FEW = 1_000_000, 100_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; passed is None where there is no bound or no peer."""

    what: str
    bound: str
    figure: str
    against: str
    passed: bool | None = None

    def cells(self) -> tuple[str, ...]:
        """As the table prints it."""
        verdict = {None: "", True: "passed", False: "missed"}[self.passed]
        return tuple(cell.replace("|", "\\|") for cell in (self.what, self.bound, self.figure, self.against, verdict))


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: wall and CPU seconds (children too), peak megabytes, bytes written to its pipe."""

    wall: float
    cpu: float
    memory: float
    written: int


@dataclass
class Setup:
    """The data of one run. folder: where they lie; peers: folders of programs that are not on the PATH."""

    folder: Path
    records: int = RECORDS
    rounds: int = 5
    peers: tuple[Path, ...] = ()
    imports: dict[int, Cost] = field(default_factory=dict)

    @property
    def few(self) -> int:
        """The size of the measures that are stated for 100,000 records."""
        return min(self.records, FEW)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Both sizes, the smaller one first."""
        return tuple(sorted({self.few, self.records}))

    def jsonl(self, number: int) -> Path:
        """So many made records as JSON lines."""
        path = self.folder / f"records-{number}.jsonl"
        if not path.exists():
            part = path.with_suffix(".part")
            with part.open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in json_lines(number))
            part.rename(path)
        return path

    def archive(self, number: int) -> Path:
        """An archive of so many made records."""
        path = self.folder / f"archive-{number}.db"
        if not path.exists():
            self.imported(number)
        return path

    def imported(self, number: int, *, anew: bool = False) -> Cost:
        """What it costs to import so many records; done once a run unless `anew`, and the archive is kept."""
        if anew or number not in self.imports:
            path, source = self.folder / f"archive-{number}.db", self.jsonl(number)
            for old in self.folder.glob(f"{path.name}*"):
                old.unlink()
            self.imports[number] = cost([*self.tiestui(path), "import", str(source)], self.environment)
        return self.imports[number]

    def tiestui(self, archive: Path) -> list[str]:
        """The command as it is installed beside this interpreter."""
        installed = Path(sys.executable).with_name("tiestui")
        command = [str(installed)] if installed.exists() else [sys.executable, "-m", "tiestui"]
        return [*command, "--archive", str(archive)]

    @property
    def environment(self) -> dict[str, str]:
        """The environment of every child: nothing of the reader's own settings and archives."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("TIESTUI_")}
        homes = {f"XDG_{name}_HOME": str(self.folder / "home") for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        return own | homes | {"LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}

    def peer(self, name: str) -> str | None:
        """The path of another program; None when it is not installed."""
        return shutil.which(name, path=os.pathsep.join(map(str, [*self.peers, *os.get_exec_path()])))


def missing(what: str, bound: str, peer: str) -> Line:
    """The line of a measure whose peer is not installed."""
    return Line(what, bound, "skipped", f"{peer} is not installed")


def compared(what: str, ours: float, theirs: float, bound: float | None, against: str, unit: str = "ms") -> Line:
    """The line of a ratio. unit: what both figures are told in ("ms" and "s" of seconds, else as they are)."""
    scale = 1000 if unit == "ms" else 1
    ratio = ours / theirs
    figure = f"{number(ratio)} x ({number(ours * scale)} to {number(theirs * scale)} {unit})"
    limit = "" if bound is None else f"{number(bound)} x"
    return Line(what, limit, figure, against, None if bound is None else ratio <= bound)


def number(value: float) -> str:
    """A figure with as many digits as it deserves."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2g}"


_LAUNCHER = """
import os, sys, time
begun = time.perf_counter()
_, status, usage = os.wait4(os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ), 0)
with open(sys.argv[1], "w") as told:
    print(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, file=told)
sys.exit(os.waitstatus_to_exitcode(status) & 255)
"""
# A child's peak of memory counts from that of the process that starts it: so a small one does.


def cost(command: list[str], environment: dict[str, str] | None = None) -> Cost:
    """The cost of a command whose standard output is a pipe that is read to its end; a failing one ends the run."""
    with tempfile.NamedTemporaryFile("r", suffix=".cost") as told:
        launched = [sys.executable, "-I", "-S", "-c", _LAUNCHER, told.name, *command]
        with subprocess.Popen(
            launched, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        ) as child:
            assert child.stdout is not None
            written = 0
            while data := os.read(child.stdout.fileno(), 1 << 20):
                written += len(data)
        if child.returncode:
            raise SystemExit(f"failed with {child.returncode}: {' '.join(command)}")
        wall, cpu, memory = map(float, told.read().split())
    return Cost(wall, cpu, memory, written)


def cheapest(command: list[str], environment: dict[str, str] | None, rounds: int) -> Cost:
    """The cost of the round with the least CPU."""
    return min((cost(command, environment) for _ in range(rounds)), key=lambda one: one.cpu)


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def print_table(lines: Iterable[Line]) -> int:
    """Print the lines as a Markdown table, each as soon as it is known; how many bounds are missed."""
    print("| what | bound | figure | against | |\n|---|---|---|---|---|")
    missed = 0
    for line in lines:
        missed += line.passed is False
        print(f"| {' | '.join(line.cells())} |", flush=True)
    return missed


def main(lines: Callable[[Setup], Iterator[Line]], about: str) -> None:
    """Run one module's measures from the command line."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    add_flags(parser)
    arguments = parser.parse_args()
    with setup_of(arguments) as setup:
        print_table(lines(setup))


def add_flags(parser: argparse.ArgumentParser) -> None:
    """The flags of every benchmark."""
    parser.add_argument("--records", type=int, default=RECORDS, help=f"size of the large archive (default: {RECORDS})")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the made data there, or take what is there")
    parser.add_argument("--peers", type=Path, action="append", default=[], metavar="DIR", help="programs of peers")


@contextmanager
def setup_of(arguments: argparse.Namespace) -> Iterator[Setup]:
    """A Setup from the flags; what it makes is thrown away at the end unless it is to be kept."""
    with tempfile.TemporaryDirectory(prefix="tiestui-benchmark-") as folder:
        place = Path(arguments.keep or folder).resolve()
        place.mkdir(parents=True, exist_ok=True)
        compileall.compile_dir(ROOT / "src", quiet=2)  # as an installation has it, whatever the environment forbids
        yield Setup(place, arguments.records, arguments.rounds, tuple(one.resolve() for one in arguments.peers))
