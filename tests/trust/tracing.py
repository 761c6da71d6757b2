"""One run of a program under strace: the system calls by which it writes, and one of them killed or failing.

strace counts the calls of a process by name (`when=3`: the third `fsync`), so that a run which begins from the same
files can be stopped at every one of them in turn.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from conftest import Run

WRITING = (
    "write", "pwrite64", "writev", "pwritev", "pwritev2", "ftruncate", "truncate", "fallocate", "fsync", "fdatasync",
    "sync_file_range", "link", "linkat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat",
    "rmdir", "open", "openat", "creat", "chmod", "fchmod", "fchmodat", "copy_file_range", "sendfile",
)  # fmt: skip
"""Every call that changes a file, a folder, or what of them is on the disk for certain."""
FAULTS = {
    "kill": "signal=SIGKILL:when={}",
    "ENOSPC": "error=ENOSPC:when={}",
    "ENOSPC+": "error=ENOSPC:when={}+",
    "EIO": "error=EIO:when={}",
    "EIO+": "error=EIO:when={}+",
}
"""What can happen to a call: killed as it begins, failing once, failing from there on (a disk that is full stays full)."""

_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)(.*)")
_CHANCE = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{8}(?=\.)|(?<=\.)\d+(?=\.)")
"""What differs from run to run in the names of files: eight digits of chance, the number of a process."""


class Call(NamedTuple):
    """A system call that writes."""

    name: str
    nth: int
    """Which one of this name it is in its process, counted from 1: what strace calls `when`."""
    file: str
    """What it was about: a path below the folder of the run without what is random in it, `stdout` or `stderr`."""
    result: str

    @property
    def worked(self) -> bool:
        return self.result not in ("-1", "?")


class Point(NamedTuple):
    """A call, and what is to happen to it."""

    call: Call
    fault: str

    def __str__(self) -> str:
        return f"{self.fault} {self.call.name}#{self.call.nth} {self.call.file}"


class Traced(NamedTuple):
    """What a run did, to the outside and to its folder."""

    run: Run
    calls: tuple[Call, ...]
    hit: bool
    """Whether what was to happen to a call did happen."""


@cache
def can_trace(*options: str) -> bool:
    """Whether strace is here, and may trace (in some containers it may not) and inject with these options."""
    if not shutil.which("strace"):
        return False
    inject = ("-e", "trace=write", "-e", "inject=write:error=EIO:when=1", "-o", "/dev/null")
    tried = subprocess.run(["strace", *options, *inject, "echo", "x"], capture_output=True, check=False)  # noqa: S607 - wherever it is
    return tried.returncode == 1 and tried.stdout == b""


def trace(
    command: Sequence[str], folder: Path, env: Mapping[str, str], *, data: bytes | None = None, point: Point | None = None,
    alone: bool = False,
) -> Traced:  # fmt: skip
    """Runs a command in a folder; `alone` leaves the programs that it starts alone."""
    log = folder.with_name(f"{folder.name}.trace")
    kill = point is not None and point.fault == "kill"
    quick = ("-f", "--seccomp-bpf")  # strace sends no signals in this mode
    options = [*(quick if not alone and not kill and can_trace(*quick) else ()), "-y", "-s", "0", "-o", str(log)]
    options += ["-e", "trace=" + ",".join(f"?{name}" for name in WRITING)]
    if point:
        options += ["-e", f"inject={point.call.name}:{FAULTS[point.fault].format(point.call.nth)}"]
    done = subprocess.run(
        ["strace", *options, *command], input=data, stdin=subprocess.DEVNULL if data is None else None,  # noqa: S607 - as above
        capture_output=True, env=dict(env), cwd=folder, check=False, timeout=120,
    )  # fmt: skip
    said = log.read_text(errors="replace")
    log.unlink()
    run = Run(done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), done.returncode)
    calls = tuple(calls_of(said, folder))
    return Traced(run, calls, run.code == -9 if kill else point is not None and _injected(said, point, folder))


def calls_of(said: str, folder: Path) -> list[Call]:
    """The calls of a trace that write: into the folder, or to stdout and stderr."""
    counted: Counter[str] = Counter()
    found = []
    for line in said.splitlines():
        if parts := _LINE.match(line):
            name, words, result, _ = parts.groups()
            counted[name] += 1
            file = _file(name, words, folder)
            if file and _writes(name, words):
                found.append(Call(name, counted[name], file, result))
    return found


def _writes(name: str, words: str) -> bool:
    return "open" not in name or any(flag in words for flag in ("O_CREAT", "O_WRONLY", "O_RDWR"))


def _file(name: str, words: str, folder: Path) -> str:
    """What a call is about, as `Call` names it; nothing where that is no file of the run's."""
    handle = re.match(r"(\d+)<([^>]*)>", words)
    if handle:
        if handle[1] in ("1", "2") and name == "write":
            return "stdout" if handle[1] == "1" else "stderr"
        path = handle[2]
    else:
        quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', words)
        path = quoted[-1] if quoted else ""
    if not path.startswith(str(folder)):
        return ""
    return _CHANCE.sub("*", path[len(str(folder)) + 1 :]) or "."


def same_place(name: str) -> str:
    """A file's name without what is random in it."""
    return _CHANCE.sub("*", name)


def _injected(said: str, point: Point, folder: Path) -> bool:
    """Whether the call failed that was meant, and not another one of its name."""
    line = next((line for line in said.splitlines() if line.endswith("(INJECTED)")), "")
    parts = _LINE.match(line)
    return parts is not None and _file(parts[1], parts[2], folder) == point.call.file
