"""Real processes without their imports: one interpreter that has imported onelog forks itself for each command line.

Most of a test's time went into starting Python and importing anew. A command still runs in a process of its own, with its
own environment, folder and streams. `--real-starts` starts an interpreter for each command instead, as a shell does.
"""

import array
import gc
import importlib
import io
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "examples" / "journal"
_HEAD = 4
"""Bytes of the length before a job, and of the exit code after it."""


class Preloaded:
    """The server, started when the first command asks for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ours: socket.socket | None = None
        self._server: subprocess.Popen[bytes] | None = None

    def serves(self, env: Mapping[str, str]) -> bool:
        """Whether a command can be forked: what Python and its loader read in the environment must be as the server's."""
        read_at_start = {name for name in env if name.startswith(("PYTHON", "LC_", "LD_PRELOAD"))} - {
            "PYTHONDONTWRITEBYTECODE"
        }
        return not read_at_start and env.get("LANG", "C.UTF-8") == "C.UTF-8"

    def begin(self, words: Sequence[str], env: Mapping[str, str], folder: Path, streams: Sequence[int]) -> bool:
        """Starts a command with three descriptors as its streams; False where another thread's command is running."""
        if not self._lock.acquire(blocking=False):
            return False
        job = json.dumps({"words": list(words), "env": dict(env), "folder": str(folder)}).encode()
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", streams))]
        server = self._started()
        server.sendmsg([len(job).to_bytes(_HEAD, "big")], rights)
        server.sendall(job)
        return True

    def end(self) -> int:
        """Waits for the command that `begin` started; its exit code."""
        try:
            return int.from_bytes(_received(self._started(), _HEAD), "big", signed=True)
        finally:
            self._lock.release()

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
    """Takes jobs until the other side closes; each runs in a fork."""
    load()
    gc.collect()
    gc.freeze()
    while True:
        head, rights, *_ = connection.recvmsg(_HEAD, socket.CMSG_LEN(3 * array.array("i").itemsize))
        if not head:
            return
        streams = array.array("i")
        streams.frombytes(rights[0][2])
        head += _received(connection, _HEAD - len(head))
        job = json.loads(_received(connection, int.from_bytes(head, "big")))
        if (process := os.fork()) == 0:
            connection.close()
            run(job, list(streams))
        for stream in streams:
            os.close(stream)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        connection.sendall(code.to_bytes(_HEAD, "big", signed=True))


@cache
def load() -> None:
    """Imports all that a command may need, and compiles what reads a text."""
    _import_everything()
    _read_something()


def _import_everything() -> None:
    import onelog  # noqa: PLC0415 - the server's alone, as all below

    for module in pkgutil.walk_packages(onelog.__path__, "onelog."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in ("onelog.__main__", "rich.console", "rich.table", "dateutil.rrule", "sqlite_utils", "tempfile"):
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


def run_at_terminal(words: Sequence[str], env: Mapping[str, str]) -> None:
    """The command, in a fork of the tests' own process that pexpect has put on a terminal; it never comes back."""
    os.closerange(3, 1024)  # pexpect waits for the end of a pipe, which a new program would close
    gc.freeze()
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    sys.unraisablehook, threading.excepthook = sys.__unraisablehook__, threading.__excepthook__
    run({"words": list(words), "env": dict(env), "folder": "."}, [0, 1, 2])


def run(job: Mapping[str, object], streams: list[int]) -> None:
    """The command, in the fork: nothing of the server's is left in its environment, folder or streams."""
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
    os.chdir(str(job["folder"]))
    sys.argv = ["onelog", *words]
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115 - for its whole life
    sys.stdout = _writer(1, "surrogateescape", os.isatty(1))
    sys.stderr = _writer(2, "backslashreplace", True)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]  # as at a start
    code = 1
    try:
        importlib.import_module("onelog.__main__").run()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as the interpreter does
        sys.excepthook(*sys.exc_info())
    finally:
        for written in (sys.stdout, sys.stderr):
            try:
                written.flush()
            except (OSError, ValueError):
                code = code or 120
        os._exit(code)


def _writer(descriptor: int, errors: str, line_buffering: bool) -> io.TextIOWrapper:
    raw = io.BufferedWriter(io.FileIO(descriptor, "w", closefd=False))
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, line_buffering=line_buffering)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
