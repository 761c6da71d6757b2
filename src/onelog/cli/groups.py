"""How the words of commands are read: a name of several words, and a command that has commands of its own."""

import os
import re
from typing import Any

from typer._click.core import Command, Context, Parameter
from typer._click.parser import _OptionParser, _ParsingState
from typer.core import TyperCommand, TyperGroup

from onelog.core.errors import Wrong


class _NamingParser(_OptionParser):
    """Makes one argument of the words of a person's name, and an id of `last`; what follows `--` is never part of a name."""

    def _process_args_for_args(self, state: _ParsingState) -> None:
        state.largs = [*map(as_text, state.largs)]
        if self.ctx and self.ctx.obj and not self.ctx.resilient_parsing:
            self._put_last(self.ctx, state)
        if self.ctx and _takes_person(_arguments(self.ctx.command, self.ctx)):
            self._join_names(state)
        super()._process_args_for_args(state)

    def _put_last(self, ctx: Context, state: _ParsingState) -> None:
        """Puts the id in the place of `last`, among the arguments and the options that are ids."""
        ids = _id_arguments(ctx.command, ctx)
        count = 0 if not ids else len(state.largs) if ids[0].nargs == -1 else 1
        if any(word.strip().casefold() == "last" for word in state.largs[:count]):
            from onelog.cli.asking import last  # noqa: PLC0415 - only where it is typed

            state.largs = last.ids_of_last(ctx.obj, str(ctx.info_name), state.largs, count)
        for param in ctx.command.get_params(ctx):
            name = str(param.name)
            is_id = param.param_type_name == "option" and getattr(param, "metavar", "") == "ID" and name != "confirm"
            if is_id and str(state.opts.get(name, "")).casefold() == "last":
                from onelog.cli.asking import last  # noqa: PLC0415 - as above

                state.opts[name] = last.id_of_last(ctx.obj, name)

    def _join_names(self, state: _ParsingState) -> None:
        if self.ctx and self.ctx.obj and not self.ctx.resilient_parsing and len(state.largs) > 1:
            from onelog.cli.asking import whom  # noqa: PLC0415 - only for a name that may have several words

            several = [param.nargs == -1 for param in _arguments(self.ctx.command, self.ctx)] == [False, True]
            if several:
                new = bool(state.opts.get("new"))
                state.largs = whom.join_name(self.ctx.obj, str(self.ctx.info_name), state.largs, new=new)
            elif whom.is_name(self.ctx.obj, state.largs):
                state.largs = [" ".join(state.largs)]


def _arguments(command: Command, ctx: Context) -> list[Parameter]:
    return [param for param in command.get_params(ctx) if param.param_type_name == "argument"]


def _takes_person(arguments: list[Parameter]) -> bool:
    """Whether a person comes first, and nothing or words behind."""
    person = bool(arguments) and "PERSON" in str(getattr(arguments[0], "metavar", "")) and arguments[0].nargs == 1
    return person and [param.nargs for param in arguments[1:]] in ([], [-1])


def _id_arguments(command: Command, ctx: Context) -> list[Parameter]:
    """The first argument of a command where that is an id."""
    first = _arguments(command, ctx)[:1]
    return [param for param in first if "ID" in re.findall(r"[A-Z]+", str(getattr(param, "metavar", "")))]


def _take_text(command: Command, ctx: Context) -> None:
    """Reads arguments as the UTF-8 that their bytes are, whatever the locale; what names a file stays as the system has it.

    Raises `Wrong` for one that is none: it would be kept damaged.
    """
    for param in command.get_params(ctx):
        name, metavar = str(param.name), str(getattr(param, "metavar", ""))
        given = ctx.params.get(name)
        if {"FILE", "PATH"} & set(re.findall(r"[A-Z]+", metavar)) or not isinstance(given, str | list | tuple):
            continue
        read = as_text(given) if isinstance(given, str) else [*map(as_text, given)]
        if re.search("[\ud800-\udfff]", "".join(map(str, read))):
            raise Wrong("command.not_utf8", what=metavar.strip("[].") or f"--{name}")
        ctx.params[name] = read


def as_text(word: Any) -> Any:
    """The text that the bytes of an argument are; what is none stays as it is."""
    try:
        return word if not isinstance(word, str) or word.isascii() else os.fsencode(word).decode()
    except UnicodeError:
        return word


class Naming(Command):
    """A command for a person reads the words of a name as one, quoted or not; every command takes text alone."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        left = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            _take_text(self, ctx)
        return left

    def make_parser(self, ctx: Context) -> _OptionParser:
        takes_id = any("ID" in str(getattr(param, "metavar", "")) for param in self.get_params(ctx))
        if not takes_id and not _takes_person(_arguments(self, ctx)):
            return super().make_parser(ctx)
        parser = _NamingParser(ctx)
        if any("CHANGES" in str(getattr(param, "metavar", "")) for param in _arguments(self, ctx)):
            parser.ignore_unknown_options = True  # `-tag` takes a tag away
        for param in self.get_params(ctx):
            param.add_to_parser(parser, ctx)
        return parser


class Plain(Naming, TyperCommand):
    """A command without commands of its own."""


class Listing(Naming, TyperGroup):
    """A group whose own arguments are read unless the first word is one of its commands."""

    allow_interspersed_args = True

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        if args and args[0] in self.commands:
            ctx._protected_args, ctx.args = args[:1], args[1:]  # noqa: SLF001 - as TyperGroup.parse_args does
            return ctx.args
        ctx.allow_extra_args = False
        left = super(TyperGroup, self).parse_args(ctx, args)
        _take_text(self, ctx)
        return left

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The list's own arguments are no part of the usage of its commands, which is asked for with their context."""
        params = super().get_params(ctx)
        return params if ctx.command is self else [param for param in params if param.param_type_name != "argument"]

    def invoke(self, ctx: Context) -> Any:
        if not ctx._protected_args:  # noqa: SLF001 - as TyperGroup.invoke does
            return super(TyperGroup, self).invoke(ctx)
        name = ctx._protected_args[0]  # noqa: SLF001 - as above
        with ctx:
            ctx.invoked_subcommand = name
            command = self.commands[name]
            with command.make_context(name, ctx.args, parent=ctx) as inner:
                return command.invoke(inner)
