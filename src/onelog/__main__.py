"""The first and last thing of a run: private files, streams that cannot fail, a quiet end."""

import gc
import os
import sys


def run() -> None:
    """The `onelog` command."""
    gc.disable()  # a run lives for a tenth of a second; collecting costs 5 to 15 % of it
    os.umask(0o077)
    try:
        _sound_streams()
        from onelog.cli.main import main  # noqa: PLC0415 - Ctrl-C is quiet from the first line on

        code = main()
    except KeyboardInterrupt:
        code = 130
    _end(code)


def _sound_streams() -> None:
    """Streams that are closed become nothing; text that they cannot encode is escaped.

    Windows writes what goes to a file or a pipe in an old code page, and CR CR LF for CR LF: there it is UTF-8, as it is.

    A closed stdout keeps its number from every other file, and fails whoever writes to it: an answer that nobody can
    take is not given.
    """
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            handle = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
            stream = open(handle, "r" if name == "stdin" else "w", encoding="utf-8")  # noqa: SIM115 - for the whole run
            setattr(sys, name, stream)
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
            if os.name != "posix" and not stream.isatty():
                encoding = stream.encoding if os.environ.get("PYTHONIOENCODING") else "utf-8"
                stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def _end(code: int) -> None:
    """Ends the process. The journal is closed by now; taking the interpreter apart would cost a tenth of the run."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        code = code or 1
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os._exit(code)


if __name__ == "__main__":
    run()
