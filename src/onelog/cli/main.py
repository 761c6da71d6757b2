"""From the words of a command line to an exit code; every error is said here, and only here."""

import os
import re
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onelog import __version__
from onelog.cli import COMMANDS, Command, aside
from onelog.cli.app import App, Ctx
from onelog.cli.groups import Group, Plain
from onelog.cli.options import Explain
from onelog.core.errors import Message, NotFound, OnelogError, Resembles, Sentence, Untold, Wrong, in_language, stopped

INTERRUPTED = 130


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
    command.key, command.example = row.name, row.example
    if isinstance(command, TyperGroup):
        command.commands = OnDemand(row.name)
    return command


class Root(Group):
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
        typer.Option(envvar="ONELOG_JOURNAL", metavar="PATH", help="journal", show_default=False),
    ] = None,
    color: Annotated[str, typer.Option(metavar="WHEN", help="color")] = "auto",
    explain: Explain = False,
    json: Annotated[bool, typer.Option("--json", help="as_json")] = False,
    version: Annotated[  # noqa: ARG001 - its callback has said it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="version")
    ] = False,
    install_man: Annotated[  # noqa: ARG001 - its callback has done it
        bool,
        typer.Option("--install-man", callback=_install_man, is_eager=True, help="install_man"),
    ] = False,
) -> None:
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
    chain: list[BaseException] = [error]
    while (earlier := chain[-1].__cause__ or chain[-1].__context__) and earlier not in chain:
        chain.append(earlier)
    for one in reversed(chain):
        said = f": {one.strerror}" if isinstance(one, OSError) else ""
        lines = ["Traceback (most recent call last):\n", *traceback.format_tb(one.__traceback__), type(one).__name__]
        sys.stderr.write("".join(lines) + f"{said}\n\n")


def _explained(error: BaseException, line: list[str]) -> int:
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return INTERRUPTED
    from onelog.cli import usage  # noqa: PLC0415 - only after a mistake

    if isinstance(error, OnelogError):
        said = error.said(language := _language())
        if isinstance(error, NotFound) and not isinstance(error, Resembles):
            said = Sentence(said, in_language(usage.meant(line), language) or said.hint)
        return _say(said, error.exit_code)
    if isinstance(error, typer.TyperException):
        if not error.format_message():  # it has shown the help
            return 2
        message, hint = (in_language(one, _language()) for one in usage.explain(error, line))
        return _say(Sentence(message, hint), 2)
    if isinstance(error, BrokenPipeError) or isinstance(
        error.__context__, BrokenPipeError
    ):  # Typer makes an exit of it
        _close_quietly()
        return 0
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 1
    return _say(_inner(error).said(_language()), 1)


def _inner(error: BaseException) -> Message:
    """What is said of an error that is none of ours."""
    if isinstance(error, OSError):
        what = error.strerror or Message("errors.usage.system_refused")
        if error.filename:
            return Message("errors.usage.system_file", what=what, file=error.filename)
        return Message("errors.usage.system", what=what)
    if isinstance(error, UnicodeEncodeError):
        return Message("errors.usage.no_text")
    if isinstance(error, RecursionError | MemoryError):
        return Message("errors.usage.too_large")
    return Message("errors.usage.inside", kind=type(error).__name__)


def _language() -> str:
    from onelog.core import settings  # noqa: PLC0415 - a command that needs no settings may fail, too

    return settings.spoken()


def _words(arguments: list[str] | None) -> list[str]:
    """The command line, in which `- [ ] call the bank` and `-3` are words: no option begins with a blank or a digit.

    A blank before them keeps Typer from taking them for options; nothing that is typed begins with one.
    """
    given = sys.argv[1:] if arguments is None else arguments
    return [f" {word}" if re.match(r"-[ \d]", word) else word for word in given]


def _say(said: Sentence, code: int) -> int:
    with suppress(OSError, ValueError):
        aside.say(f"onelog: {stopped(said)}")
        if said.hint:
            aside.say(said.hint, "  ")
        sys.stderr.flush()
    return code


def _close_quietly() -> None:
    """Nobody takes the output; the interpreter must not complain about it at its end."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
