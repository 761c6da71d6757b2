"""From the words of a command line to an exit code; every error is said here, and only here."""

import os
import re
import sys
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onelog import __version__
from onelog.cli import COMMANDS, Command, aside
from onelog.cli.app import App, Ctx
from onelog.cli.groups import Plain
from onelog.cli.options import Explain
from onelog.core.errors import Message, NotFound, OnelogError, Resembles, Untold, Wrong, stopped
from onelog.core.sanitize import one_line

INTERRUPTED = 130
LONGEST = 120
"""Characters of what is repeated of a command line that was not understood."""


class OnDemand(MutableMapping[str, Any]):
    """The commands by name, each made when it is asked for. (Typer's group looks them up in a mapping.)"""

    def __init__(self, under: str = "") -> None:
        rows = (row for row in COMMANDS if row.name.rpartition(" ")[0] == under)
        self.rows = {row.name.rpartition(" ")[2]: row for row in rows}
        self.made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self.made:
            self.made[name] = _command(self.rows[name])
        return self.made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self.made[name] = command

    def __delitem__(self, name: str) -> None:
        del self.rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def _command(row: Command) -> Any:
    what = getattr(import_module(row.module), row.attribute)
    if not isinstance(what, typer.Typer):
        alone = typer.Typer(add_completion=False)
        alone.command(cls=Plain)(what)
        what = alone
    command: Any = typer.main.get_command(what)
    command.name = row.name.rpartition(" ")[2]
    command.rich_markup_mode = None  # plain help: without Rich it costs half, and no word of it is markup
    command.short_help = (command.help or "").partition("\n")[0]
    command.help = (
        command.help or ""
    ) + f"\n\n\b\nFor example:\n  onelog {row.name} {row.example.replace(chr(39), chr(34))}".rstrip()
    if isinstance(command, TyperGroup):
        command.commands = OnDemand(row.name)
    return command


class Root(TyperGroup):
    """onelog itself; what goes wrong in the journal's file is said in the words of the store."""

    def invoke(self, ctx: Any) -> Any:
        line = [*ctx._protected_args, *ctx.args]  # noqa: SLF001 - it is taken apart when the command runs
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except typer.Exit:
            raise
        except Exception as error:
            if isinstance(error, OSError) and ctx.obj and ctx.obj.is_done:
                _close_quietly()
                reason = error.strerror or Message("errors.command.nobody_takes_it")
                raise Untold("command.answer_lost", reason=reason) from error
            if ctx.obj and ctx.obj.can_ask:
                _keep_ahead(ctx, self, line)
            known = ctx.obj.explained(error) if ctx.obj else None
            if known:
                raise known from error
            raise

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from onelog.cli.care.help import write_everyday  # noqa: PLC0415 - only for the help

        write_everyday(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Nothing: the help lists the commands by group."""


root = typer.Typer(cls=Root, invoke_without_command=True, pretty_exceptions_enable=False, rich_markup_mode=None)


def _version(ctx: Ctx, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        sys.stdout.write(f"onelog {__version__}\n")
        raise typer.Exit


def _install_man(ctx: Ctx, wanted: bool) -> None:
    if wanted:
        from onelog.cli.manual import install_man  # noqa: PLC0415 - once in the life of an installation

        install_man(ctx, wanted)


@root.callback()
def onelog(
    ctx: Ctx,
    journal: Annotated[
        str | None,
        typer.Option(envvar="ONELOG_JOURNAL", metavar="PATH", help="The journal to use.", show_default=False),
    ] = None,
    color: Annotated[str, typer.Option(metavar="WHEN", help="auto, always or never.")] = "auto",
    explain: Explain = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    version: Annotated[  # noqa: ARG001 - its callback has said it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    install_man: Annotated[  # noqa: ARG001 - its callback has done it
        bool,
        typer.Option(
            "--install-man", callback=_install_man, is_eager=True, help="Install the man pages for your user."
        ),
    ] = False,
) -> None:
    """A private journal of 1-on-1 meetings. On its own, onelog shows your day.

    Begin with: onelog log mia
    """
    if color not in ("auto", "always", "never"):
        raise Wrong("command.color", color=color[:20])
    ctx.obj = App(journal, color)
    ctx.call_on_close(ctx.obj.close)
    if ctx.invoked_subcommand == "log":  # and by doctor, among what it finds
        _mention_drafts(ctx.obj)
    if ctx.invoked_subcommand is None:
        from onelog.cli.day.today import today  # noqa: PLC0415 - the command of no name

        today(ctx.obj, json, explain)
        sys.stdout.flush()
        _mention_drafts(ctx.obj)  # last: the head of the screen may have gone out of a low window


def _mention_drafts(app: App) -> None:
    try:
        names = os.listdir(f"{app.path}.drafts")
    except OSError:
        return
    if any(name.endswith(".md") for name in names):
        from onelog.journal import drafts  # noqa: PLC0415 - only after something went wrong

        app.say_late()
        try:
            waiting = len(drafts.waiting(app.store))
        except Exception:  # noqa: BLE001 - of a journal that cannot be opened the command itself will speak
            waiting = len(drafts.left(app.path))
        if waiting:
            app.tell("talk.drafts_waiting", n=waiting)


def _keep_ahead(ctx: Any, root: TyperGroup, line: list[str]) -> None:
    from onelog.cli.asking import typed  # noqa: PLC0415 - only after something went wrong at a terminal

    name = " ".join(line[:2]) if line[:1] == ["actions"] else "".join(line[:1])
    if name not in typed.OF_WORDS:
        return
    command: Any = root
    for part in name.split():
        command = command.commands[part]
    flags = {option for param in command.params if getattr(param, "is_flag", False) for option in param.opts}
    typed.keep_ahead(ctx.obj, name, line[len(name.split()) :], flags)


@cache
def group() -> TyperGroup:
    """The command line as a whole."""
    made = typer.main.get_command(root)
    assert isinstance(made, TyperGroup)  # noqa: S101 - it has a callback and is to have commands
    made.commands = OnDemand()
    return made


def main(arguments: list[str] | None = None) -> int:
    """Runs one command line; the exit code. Everything that goes wrong is said in one sentence and a hint."""
    try:
        command, words = group(), _words(arguments)
        if asked := os.environ.get("_ONELOG_COMPLETE"):
            from onelog.cli import shells  # noqa: PLC0415 - only when Tab is pressed

            return shells.answer(command, asked, words)
        if any(word in _SCRIPTS for word in words):
            from onelog.cli import typer_scripts  # noqa: PLC0415 - only where the script of a shell is asked for

            typer_scripts.put_scripts()
        code = command.main(words, prog_name="onelog", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except BaseException as error:  # noqa: BLE001 - this is where everything is said, once
        if os.environ.get("ONELOG_DEBUG") == "1" and not isinstance(error, typer.TyperException | KeyboardInterrupt):
            _tell_where(error)
        return _explained(error, _words(arguments))


_SCRIPTS = ("--show-completion", "--install-completion")


def _tell_where(error: BaseException) -> None:
    """The traceback, without what the errors say: a message may hold words of a note, and tracebacks are sent around."""
    import traceback  # noqa: PLC0415 - for those who look for a fault

    chain: list[BaseException] = [error]
    while (earlier := chain[-1].__cause__ or chain[-1].__context__) and earlier not in chain:
        chain.append(earlier)
    for one in reversed(chain):
        said = f": {one.strerror}" if isinstance(one, OSError) else ""
        lines = ["Traceback (most recent call last):\n", *traceback.format_tb(one.__traceback__), type(one).__name__]
        sys.stderr.write("".join(lines) + f"{said}\n\n")


def _explained(error: BaseException, line: list[str]) -> int:
    if isinstance(error, OnelogError):
        said = error.said(_language())
        meant = isinstance(error, NotFound) and not isinstance(error, Resembles) and _meant(line)
        return _say(said, meant or said.hint, error.exit_code)
    if isinstance(error, typer.TyperException):
        return _say(*_usage(error, line), 2) if error.format_message() else 2  # without a message it has shown the help
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError) or isinstance(
        error.__context__, BrokenPipeError
    ):  # Typer makes an exit of it
        _close_quietly()
        return 0
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 1
    if isinstance(error, OSError):
        return _say(
            f"{error.strerror or 'The system refused'}{f': {error.filename}' if error.filename else ''}.",
            "Nothing more was written.",
            1,
        )
    if isinstance(error, UnicodeEncodeError):
        return _say("There is something among the words that is not text.", "Write it as UTF-8.", 1)
    if isinstance(error, RecursionError | MemoryError):
        return _say("This is too large to be understood.", "Split it.", 1)
    return _say(
        f"Something went wrong inside onelog ({type(error).__name__}).",
        "ONELOG_DEBUG=1 shows where; please report it.",
        1,
    )


def _language() -> str:
    from onelog.core import settings  # noqa: PLC0415 - a command that needs no settings may fail, too

    return settings.spoken()


def _words(arguments: list[str] | None) -> list[str]:
    """The command line, in which `- [ ] call the bank` and `-3` are words: no option begins with a blank or a digit.

    A blank before them keeps Typer from taking them for options; nothing that is typed begins with one.
    """
    given = sys.argv[1:] if arguments is None else arguments
    return [f" {word}" if re.match(r"-[ \d]", word) else word for word in given]


def _meant(line: list[str]) -> str:
    """Where a command was given a word that it cannot use, which command somebody may have meant."""
    words = [
        word for n, word in enumerate(line) if word[:1] != "-" and line[n - 1 : n] not in (["--journal"], ["--color"])
    ]
    if len(words) < 2:
        return ""
    from onelog.cli import mistyped  # noqa: PLC0415 - only after a mistake

    return mistyped.mean_together(words[0], words[1])


def _is_somebody(ctx: Any) -> Callable[[str], bool]:
    def look(word: str) -> bool:
        app = App(ctx.params.get("journal") if ctx else None)
        try:
            return app.person(word) is not None
        except Exception:  # noqa: BLE001 - nobody, or a journal of which another command will speak
            return False
        finally:
            app.close()

    return look


def _usage(error: typer.TyperException, line: list[str]) -> tuple[str, str]:
    """What is wrong with the words of a command, and where to look."""
    message, ctx = _brief(error.format_message()), getattr(error, "ctx", None)
    where = ctx.command_path if ctx else "onelog"
    hint = f"{where} --help shows how it is used."
    if found := re.match(r"No such command '(.*?)'\.", message, re.DOTALL):
        from onelog.cli import mistyped  # noqa: PLC0415 - only after a mistake

        return found[0], mistyped.mean(found[1], _is_somebody(ctx)) or "onelog help --all lists every command."
    if ctx and (option := _unknown_option(error)):
        from onelog.cli import mistyped  # noqa: PLC0415 - only after a mistake

        there = [name for param in ctx.command.params for name in param.opts]
        return f"{_brief(error.message)}.", f"{mistyped.mean_option(option, there)} {hint}".strip()
    if "unexpected extra argument" not in message:
        return message, hint
    return message, _meant(line) or _shown(ctx, line) or hint


def _unknown_option(error: typer.TyperException) -> str:
    """The option that a command does not have; "" where something else is wrong."""
    return str(getattr(error, "option_name", "")) if error.message.startswith("No such option") else ""


def _brief(message: str) -> str:
    """A message of Typer's on one line: it repeats what was typed, however long that is."""
    line = one_line(message)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _shown(ctx: Any, line: list[str]) -> str:
    """How somebody is shown whose name stands behind `people`."""
    word = line[line.index("people") + 1] if "people" in line[:-1] else ""
    is_theirs = ctx and ctx.command_path == "onelog people" and _is_somebody(ctx.find_root())(word)
    return f"onelog show {word}, or onelog prep {word}?" if is_theirs else ""


def _say(message: str, hint: str, code: int) -> int:
    with suppress(OSError, ValueError):
        aside.say(f"onelog: {stopped(message)}")
        if hint:
            aside.say(hint, "  ")
        sys.stderr.flush()
    return code


def _close_quietly() -> None:
    """Nobody takes the output; the interpreter must not complain about it at its end."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
