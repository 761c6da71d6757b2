"""Processes without their imports: one interpreter that has imported onelog runs the command lines of the tests.

Most of a test's time went into starting Python and importing anew, and most of what was left into the memory that a new
process touches for the first time. So a runner, forked from that interpreter, takes one command after the other, each with
its own environment, folder, streams and signals; it makes way for a new one where a command leaves anything behind. With
`--full`, and at a terminal, a command has a process of its own. `--real-starts` starts an interpreter for each, as a shell does.
"""

import array
import contextlib
import gc
import importlib
import io
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Never

SAMPLES = Path(__file__).parents[2] / "examples" / "journal"
USUAL = (
    "log mia we met a: send the plan due:fri",
    "timeline",
    "timeline --json",
    "prep mia",
    "aha small teams decide",
    "export",
)
"""What most tests run."""
ALONE = {"demo"}
"""Commands that set something for the rest of their process."""
_HEAD = 4
"""Bytes of the length before a job, and of the exit code after it."""


class Preloaded:
    """The server, started when the first command asks for it; `own` gives each command a process of its own."""

    def __init__(self, *, own: bool = False) -> None:
        self._own = own
        self._lock = threading.Lock()
        self._ours: socket.socket | None = None
        self._server: subprocess.Popen[bytes] | None = None

    def serves(self, env: Mapping[str, str]) -> bool:
        """Whether a command can be forked: what Python, its loader and Typer read at first must be as the server's."""
        read_at_start = {name for name in env if name.startswith(("PYTHON", "LC_", "LD_PRELOAD", "_TYPER"))} - {
            "PYTHONDONTWRITEBYTECODE"
        }
        return not read_at_start and env.get("LANG", "C.UTF-8") == "C.UTF-8"

    def begin(self, words: Sequence[str], env: Mapping[str, str], folder: Path, streams: Sequence[int]) -> bool:
        """Starts a command with three descriptors as its streams; False where another thread's command is running."""
        if not self._lock.acquire(blocking=False):
            return False
        job = {"words": list(words), "env": dict(env), "folder": str(folder), "own": self._own}
        _send_job(self._started(), json.dumps(job).encode(), streams)
        return True

    def end(self) -> int:
        """Waits for the command that `begin` started; its exit code."""
        try:
            return int.from_bytes(_received(self._started(), _HEAD), "big", signed=True)
        finally:
            self._lock.release()

    def run(
        self, words: Sequence[str], data: bytes | None, env: Mapping[str, str], folder: Path
    ) -> tuple[bytes, bytes, int] | None:
        """What a command writes to stdout and stderr, and its exit code; None where another thread's command is running."""
        given, typed = os.pipe() if data is not None else (os.open(os.devnull, os.O_RDONLY), -1)
        (out, out_end), (err, err_end) = os.pipe(), os.pipe()
        begun = self.begin(words, env, folder, [given, out_end, err_end])
        for end in (given, out_end, err_end):
            os.close(end)
        if begun and data is not None:
            threading.Thread(target=_write_all, args=(typed, data)).start()
        elif typed >= 0:
            os.close(typed)
        found = read_all([out, err])
        for end in (out, err):
            os.close(end)
        return (found[out], found[err], self.end()) if begun else None

    def close(self) -> None:
        if self._ours and self._server:
            self._ours.close()
            self._server.wait()

    def _started(self) -> socket.socket:
        if self._ours is None:
            self._ours, theirs = socket.socketpair()
            env = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
            self._server = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()], cwd="/",
                env=env | {"LANG": "C.UTF-8"},
            )  # fmt: skip
            theirs.close()
        return self._ours


def _write_all(descriptor: int, data: bytes) -> None:
    with contextlib.suppress(BrokenPipeError), open(descriptor, "wb") as file:
        file.write(data)


def read_all(descriptors: list[int]) -> dict[int, bytes]:
    """What comes out of pipes or terminals until each has ended."""
    found, left = dict.fromkeys(descriptors, b""), list(descriptors)
    while left:
        for one in select.select(left, [], [], 120)[0]:
            try:
                piece = os.read(one, 65536)
            except OSError:  # a terminal whose other side has closed
                piece = b""
            found[one] += piece
            if not piece:
                left.remove(one)
    return found


def _send_job(to: socket.socket, job: bytes, streams: Sequence[int]) -> None:
    to.sendmsg([len(job).to_bytes(_HEAD, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", streams))])
    to.sendall(job)


def _received_job(connection: socket.socket) -> tuple[bytes, list[int]] | None:
    """A job and its streams; None where the other side has closed."""
    head, rights, *_ = connection.recvmsg(_HEAD, socket.CMSG_LEN(3 * array.array("i").itemsize))
    if not head:
        return None
    streams = array.array("i")
    streams.frombytes(rights[0][2])
    head += _received(connection, _HEAD - len(head))
    return _received(connection, int.from_bytes(head, "big")), list(streams)


def _received(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = connection.recv(size - len(data))
        if not piece:
            raise EOFError
        data += piece
    return data


# --- the server ----------------------------------------------------------------------------------------------------


def serve(connection: socket.socket) -> None:
    """Takes jobs until the other side closes: the runner has them, or a fork of their own."""
    load()
    gc.collect()
    gc.freeze()
    runner: _Runner | None = None
    while received := _received_job(connection):
        data, streams = received
        job = json.loads(data)
        if job["own"] or os.isatty(streams[0]) or ALONE & {*job["words"]}:
            code = _forked(job, streams, connection)
        else:
            runner = runner or _Runner([connection.fileno(), *streams])
            code = runner.run(data, streams)
            runner = runner if runner.goes_on else None
        connection.sendall(code.to_bytes(_HEAD, "big", signed=True))


def _forked(job: Mapping[str, object], streams: list[int], connection: socket.socket) -> int:
    if (process := os.fork()) == 0:
        connection.close()
        run(job, streams)
    for stream in streams:
        os.close(stream)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


class _Runner:
    """A process that runs one command after the other."""

    def __init__(self, servers: Sequence[int]) -> None:
        self.goes_on = True
        self._ours, theirs = socket.socketpair()
        self._process = os.fork()
        if self._process == 0:
            self._ours.close()
            for descriptor in servers:
                os.close(descriptor)
            run_many(theirs)
        theirs.close()

    def run(self, job: bytes, streams: list[int]) -> int:
        """The exit code of a command; of one that ended its process too."""
        _send_job(self._ours, job, streams)
        for stream in streams:
            os.close(stream)
        try:
            code = int.from_bytes(_received(self._ours, _HEAD), "big", signed=True)
            self.goes_on = _received(self._ours, 1) == b"+"
            ended = None if self.goes_on else self._end()
        except (EOFError, ConnectionError):
            self.goes_on, code = False, 0
            ended = self._end()
        return ended or code

    def _end(self) -> int:
        self._ours.close()
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])


class _Ended(BaseException):
    """A command has come to where its process would end."""


def run_many(connection: socket.socket) -> None:
    """The runner: after each command, everything is as before it, or this process ends."""
    end, os._exit = os._exit, _ended  # it is how onelog ends a run
    heeded = {number: signal.getsignal(number) for number in signal.valid_signals()}
    nothing = os.open(os.devnull, os.O_RDWR)
    opened = len(os.listdir("/dev/fd"))
    for turn in count(1):
        received = _received_job(connection)
        if not received:
            end(0)
        data, streams = received
        code = command(json.loads(data), streams)
        sys.stdin = sys.stdout = sys.stderr = sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None  # type: ignore[misc]
        for stream in range(3):
            os.dup2(nothing, stream)
        for number, heed in heeded.items():
            if signal.getsignal(number) != heed:
                signal.signal(number, heed)
        if code or turn % 20 == 0 or len(os.listdir("/dev/fd")) > opened:
            gc.collect()
        goes_on = len(os.listdir("/dev/fd")) == opened and threading.active_count() == 1
        connection.sendall(code.to_bytes(_HEAD, "big", signed=True) + (b"+" if goes_on else b"-"))
        if not goes_on:
            end(0)


def _ended(status: int) -> Never:
    raise _Ended(status)


@cache
def load() -> None:
    """Imports all that a command may need, makes every command, and runs some."""
    _import_everything()
    _make_commands()
    _read_something()
    _run_something()


def _import_everything() -> None:
    import onelog  # noqa: PLC0415 - the server's alone, as all below

    for module in pkgutil.walk_packages(onelog.__path__, "onelog."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in ("onelog.__main__", "rich.console", "rich.table", "dateutil.rrule", "sqlite_utils"):
        importlib.import_module(name)


def _read_something() -> None:
    """Reads the sample documents and a name: so the grammar's patterns are compiled, which took half the time of a `log`."""
    from datetime import UTC, datetime  # noqa: PLC0415 - as above

    from onelog.core.names import name_words  # noqa: PLC0415
    from onelog.markdown import document  # noqa: PLC0415

    for path in sorted(SAMPLES.rglob("*.md")):
        document.read(path.read_text(encoding="utf-8"), datetime(2026, 11, 22, tzinfo=UTC))
    name_words.several("mia and ben")
    name_words.is_sentence("今日は話した。")


def _make_commands() -> None:
    """Makes the commands that a process makes when it needs them: that took a third of the time of a small one."""
    from onelog.cli.main import group  # noqa: PLC0415 - as above

    for command in group().commands.values():
        for below in getattr(command, "commands", {}).values():
            assert below


def _run_something() -> None:
    """Runs commands on a journal that is thrown away: what they compile and look up once need not be done again."""
    from onelog.cli.main import main  # noqa: PLC0415 - as above

    environ, streams, place = os.environ.copy(), (sys.stdin, sys.stdout, sys.stderr), tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "r+", encoding="utf-8") as nothing:
        os.environ.clear()
        os.environ.update(HOME=folder, ONELOG_JOURNAL=f"{folder}/journal.db", LANG="C.UTF-8")
        sys.stdin = sys.stdout = sys.stderr = nothing
        try:
            for line in USUAL:
                assert main(line.split()) == 0, line
        finally:
            sys.stdin, sys.stdout, sys.stderr = streams
            os.environ.clear()
            os.environ.update(environ)
            tempfile.tempdir = place


def run_at_terminal(words: Sequence[str], env: Mapping[str, str]) -> None:
    """The command, in a fork of the tests' own process that pexpect has put on a terminal; it never comes back."""
    os.closerange(3, 1024)  # pexpect waits for the end of a pipe, which a new program would close
    gc.freeze()
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    sys.unraisablehook, threading.excepthook = sys.__unraisablehook__, threading.__excepthook__
    run({"words": list(words), "env": dict(env), "folder": "."}, [0, 1, 2])


def run(job: Mapping[str, object], streams: list[int]) -> None:
    """A command in a fork of its own; it never comes back."""
    code = 1
    try:
        code = command(job, streams)
    finally:
        os._exit(code)


def command(job: Mapping[str, object], streams: list[int]) -> int:
    """Runs a command: nothing of this process is left in its environment, folder or streams. Its exit code."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    for stream in streams:
        if stream > 2:
            os.close(stream)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    env, words = job["env"], job["words"]
    assert isinstance(env, dict)
    assert isinstance(words, list)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    tempfile.tempdir = None
    os.chdir(str(job["folder"]))
    sys.argv = ["onelog", *words]
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115 - for its whole life
    sys.stdout = _writer(1, "surrogateescape", os.isatty(1))
    sys.stderr = _writer(2, "backslashreplace", True)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]  # as at a start
    code = 1
    try:
        importlib.import_module("onelog.__main__").run()
    except _Ended as end:
        code = end.args[0]
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as the interpreter does
        sys.excepthook(*sys.exc_info())
    for written in (sys.stdout, sys.stderr):
        try:
            written.flush()
        except (OSError, ValueError):
            code = code or 120
    return code


def _writer(descriptor: int, errors: str, line_buffering: bool) -> io.TextIOWrapper:
    raw = io.BufferedWriter(io.FileIO(descriptor, "w", closefd=False))
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, line_buffering=line_buffering)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
