"""onelog as on Windows, as far as that can be had here: `python tests/support/windows.py log mia "we met"`.

What this process has open can be neither removed, renamed nor replaced (Python tells of each before it takes place, and
whoever is told may refuse it). Nothing is renamed onto what is there; what is open to be read cannot be synced; folders
cannot be opened; files have no modes; there is no `fcntl`, `termios` or `os.getuid`. `msvcrt` locks bytes. Streams that
are no terminal have the encoding in WINDOWS_CODE_PAGE (cp1252) and lines that end in CR LF.
"""

import errno
import fcntl
import importlib
import os
import struct
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

_REFUSED = "The process cannot access the file because it is being used by another process"
_POSIX_MODULES = ("fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")
_POSIX_NAMES = (
    "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "fork", "getegid", "geteuid", "getgid", "getuid", "pwrite", "uname",
)  # fmt: skip


def refuse_open(event: str, told: tuple[object, ...]) -> None:
    """Refuses to remove or to replace what this process has open. Raises `PermissionError`, as Windows does."""
    if event not in ("os.remove", "os.rename"):
        return
    for path in (Path(os.fsdecode(one)) for one in told[:2] if isinstance(one, str | bytes | os.PathLike)):
        if any(_is_in(one, path) for one in _opened()):
            raise PermissionError(errno.EACCES, _REFUSED, str(path))


def _opened() -> Iterator[Path]:
    """What is open, by its name."""
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            yield descriptor.readlink()
        except OSError:  # the listing itself
            continue


def _is_in(opened: Path, path: Path) -> bool:
    """Whether it is the file, or a file in the folder."""
    real = Path(os.path.realpath(path.parent)) / path.name
    return real in (opened, *opened.parents)


def _renaming(rename: Callable[..., None]) -> Callable[..., None]:
    def renamed(old: Any, new: Any, **more: Any) -> None:
        if os.path.lexists(new) and os.fspath(old) != os.fspath(new):
            raise FileExistsError(errno.EEXIST, "Cannot create a file when that file already exists", str(new))
        rename(old, new, **more)

    return renamed


def _opening(open_: Callable[..., int]) -> Callable[..., int]:
    def opened(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        if not isinstance(path, int) and os.path.isdir(path):  # noqa: PTH112 - whatever it is called by
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return open_(path, flags, mode, **more)

    return opened


def _syncing(fsync: Callable[[Any], None]) -> Callable[[Any], None]:
    def synced(file: Any) -> None:
        handle = file if isinstance(file, int) else file.fileno()
        if fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, "Bad file descriptor")
        fsync(handle)

    return synced


def _msvcrt() -> Any:
    """The locks of Windows: a handle has the bytes from where it stands, and nobody else, in this process or another."""
    module: Any = ModuleType("msvcrt")
    module.LK_UNLCK, module.LK_LOCK, module.LK_NBLCK = range(3)

    def locking(handle: int, mode: int, count: int) -> None:
        kind = fcntl.F_UNLCK if mode == module.LK_UNLCK else fcntl.F_WRLCK
        here = os.lseek(handle, 0, os.SEEK_CUR)
        lock = struct.pack("hhqqi", kind, os.SEEK_SET, here, count, 0)
        try:
            fcntl.fcntl(handle, fcntl.F_OFD_SETLKW if mode == module.LK_LOCK else fcntl.F_OFD_SETLK, lock)
        except BlockingIOError as error:
            raise PermissionError(errno.EACCES, "Permission denied") from error

    module.locking = locking
    return module


def become_windows() -> None:
    """Makes this process one on Windows, for good."""
    for module in ("onelog.cli.main", "ctypes", "pathlib", "shutil", "subprocess", "uuid"):  # which look at os.name
        importlib.import_module(module)
    sys.modules["msvcrt"] = _msvcrt()
    for name in _POSIX_MODULES:
        sys.modules[name] = None  # type: ignore[assignment]  # as the import system wants it
    for name in _POSIX_NAMES:
        if hasattr(os, name):
            delattr(os, name)
    os.rename, os.open, os.fsync = _renaming(os.rename), _opening(os.open), _syncing(os.fsync)  # type: ignore[assignment]
    os.chmod = lambda *_, **__: None
    os.name = "none of the known"  # `nt` itself would make paths of its own kind
    sys.addaudithook(refuse_open)
    page = os.environ.get("WINDOWS_CODE_PAGE", "cp1252")
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty():
            stream.reconfigure(encoding=page, newline="\r\n")  # type: ignore[union-attr]


if __name__ == "__main__":
    become_windows()
    from onelog.__main__ import run

    run()
