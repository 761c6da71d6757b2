"""A real terminal (a pty) for the tests, and what a shell makes of a line: only POSIX systems have them."""

import os
import pty
import shlex
import struct
import subprocess
import termios
from fcntl import ioctl
from pathlib import Path
from typing import Any

import conftest
import pexpect
from conftest import ONELOG
from preloaded import load, read_all, run_at_terminal


def type_line(child: "pexpect.spawn[str]", words: str) -> None:
    """Types a line at the prompt, and waits until it is drawn: Enter is pressed alone only when nothing else is on its way."""
    child.send(f"{words}\r")
    if words:
        child.expect_exact(words[-3:])


def ctrl_c(child: "pexpect.spawn[str]") -> str:
    """Presses Ctrl-C; what is said until the end."""
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before)


def hang_up(child: "pexpect.spawn[str]") -> None:
    """Closes the terminal, as its window does, and waits until the program has ended by itself."""
    child.ptyproc.fileobj.close()  # type: ignore[attr-defined]  # in no stub
    child.wait()


class AtTerminal(pexpect.spawn):  # type: ignore[type-arg]  # it has no parameters when it runs
    """A program at a terminal; onelog is forked where nothing asks for a new interpreter.

    One that has ended is not waited for.
    """

    def close(self, force: bool = True) -> None:
        if self.flag_eof:
            self.ptyproc.delayafterclose = 0  # type: ignore[attr-defined]  # in no stub
        super().close(force)

    def _spawnpty(self, args: list[bytes], **more: Any) -> Any:
        words, env, before = [os.fsdecode(arg) for arg in args], more["env"], more["preexec_fn"]
        if conftest.preloaded and words[:3] == ONELOG and env and conftest.preloaded.serves(env):
            load()

            def begin() -> None:
                if before:
                    before()
                run_at_terminal(words[3:], env)

            more["preexec_fn"] = begin
        return super()._spawnpty(args, **more)  # type: ignore[misc]  # in no stub


pexpect.spawn = AtTerminal  # type: ignore[misc]


def on_terminal(command: list[str], env: dict[str, str], folder: Path, columns: int, rows: int) -> str:
    """Everything that a command writes to a real terminal (a pty) that nobody types at."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    env = {k: v for k, v in env.items() if v}
    with open(os.devnull, "rb") as nothing:
        streams = [nothing.fileno(), theirs, theirs]
        if (
            command[:3] == ONELOG
            and conftest.preloaded
            and conftest.preloaded.serves(env)
            and conftest.preloaded.begin(command[3:], env, folder, streams)
        ):
            wait = conftest.preloaded.end
        else:
            wait = subprocess.Popen(command, stdin=nothing, stdout=theirs, stderr=theirs, env=env, cwd=folder).wait
    os.close(theirs)
    text = read_all([ours])[ours]
    wait()
    os.close(ours)
    lines = text.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines)


def typed(line: str) -> list[str]:
    """What a shell makes of a line: the command itself where the line is nothing but `onelog` and its words."""
    if line.split(" ")[0] == "onelog" and not set(line) & set("|&;<>()$`\\*?[]{}~!#\n="):
        return [*ONELOG, *shlex.split(line)[1:]]
    return ["/bin/sh", "-c", line]
