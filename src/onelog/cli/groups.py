"""How the words of commands are read: a name of several words, and a command that has commands of its own."""

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from onelog.core.errors import Wrong

LAST = "last"
"""What stands for the newest record where an id is typed."""


class _Given(str):
    """A word of a command line that is told apart from others of the same letters."""

    __slots__ = ()


def _read_words(command: Any, ctx: Any, args: list[str]) -> list[str]:
    """The words of a command with those of a person's name as one, and with an id in the place of `last`.

    What follows `--` is never part of a name. Typer's parser is asked which words are bare, then reads the line again.
    """
    arguments, options = _arguments(command, ctx), _id_options(command, ctx)
    takes_person, takes_id = _takes_person(arguments), _takes_id(arguments)
    if ctx.resilient_parsing or not ctx.obj or not (takes_person or takes_id or options):
        return args
    words: list[str] = [_Given(word) for word in args]
    values, left, _ = command.make_parser(ctx).parse_args([*words])
    said = [*_flat(values.get(param.name) for param in arguments), *left]
    taken = {id(word) for word in (*said, *_flat(values.values()))}
    end = next((n for n, word in enumerate(words) if word == "--" and id(word) not in taken), len(words))
    places = [*_places(words[:end], said)]
    before = [as_text(str(words[n])) for n in places]
    if takes_id and any(word.strip().casefold() == LAST for word in before):
        from onelog.cli.asking import last  # noqa: PLC0415 - only where it is typed

        count = len(before) if arguments[0].nargs == -1 else 1
        words = _put_words(words, places, last.ids_of_last(ctx.obj, str(ctx.info_name), before, count))
    elif takes_person and len(before) > 1:
        words = _put_words(words, places, _with_name(ctx, arguments, before, new=bool(values.get("new"))))
    for param in options:
        if str(values.get(param.name, "")).casefold() == LAST:
            words = _with_last_option(ctx, param, words, values[param.name])
    if arguments and not {"json", "help", "explain"} & {name for name in values if values[name]}:
        return [*_picked(ctx, arguments[0], before), *words]
    return words


def _picked(ctx: Any, first: Any, words: list[str]) -> list[str]:
    """What is picked from a list where it is needed and left out, and somebody sits at a terminal and reads the answer there."""
    kinds = re.findall(r"[A-Z]+", str(getattr(first, "metavar", "")))
    is_missing = first.required and not words
    changed: tuple[str, ...] = ()
    if "CHANGES" in kinds:
        from onelog.journal.change import change_words, unchangeable  # noqa: PLC0415 - only for `change`

        is_missing = not words or change_words.begins_change(words[0])
        changed = unchangeable.kinds_with_keys(change_words.keys_in(words)) if words else ()
    if not (is_missing and ctx.obj.can_ask and ctx.obj.on_terminal):
        return []
    from onelog.cli.asking import picks  # noqa: PLC0415 - only where something is left out

    return (
        picks.pick_ids(ctx.obj, str(ctx.info_name), changed)
        if "ID" in kinds
        else [picks.pick_person(ctx.obj, "somebody")]
    )


def _with_name(ctx: Any, arguments: list[Any], words: list[str], *, new: bool) -> list[str]:
    from onelog.cli.asking import whom  # noqa: PLC0415 - only for a name that may have several words

    if [param.nargs == -1 for param in arguments] == [False, True]:
        return whom.join_name(ctx.obj, str(ctx.info_name), words, new=new)
    return [" ".join(words)] if whom.is_name(ctx.obj, words) else words


def _with_last_option(ctx: Any, param: Any, words: list[str], value: str) -> list[str]:
    """The words with the id that `last` stands for as the value of an option."""
    from onelog.cli.asking import last  # noqa: PLC0415 - only where it is typed

    found = last.id_of_last(ctx.obj, str(param.name))
    joined = [f"{name}={value}" for name in param.opts]
    return [found if word is value else f"{param.opts[0]}={found}" if word in joined else word for word in words]


def _flat(values: Iterable[Any]) -> Iterator[str]:
    """The words among what a parser has made of them."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            yield from _flat(value)


def _places(words: list[str], said: list[str]) -> Iterator[int]:
    """Where the bare words stand; of an option that is none (`-tag`) the parser has made a word of its own."""
    at = 0
    for one in said:
        found = range(at, len(words))
        place = next((n for n in found if words[n] is one or (words[n] == one and not isinstance(one, _Given))), None)
        if place is not None:
            yield place
            at = place + 1


def _put_words(words: list[str], places: list[int], new: list[str]) -> list[str]:
    """The line with other bare words, in the places of those that were there."""
    rest = iter(new)
    put = (next(rest, None) if n in places else word for n, word in enumerate(words))
    return [word for word in put if word is not None]


def _arguments(command: Any, ctx: Any) -> list[Any]:
    return [param for param in command.get_params(ctx) if param.param_type_name == "argument"]


def _takes_person(arguments: list[Any]) -> bool:
    """Whether a person comes first, and nothing or words behind."""
    person = bool(arguments) and "PERSON" in str(getattr(arguments[0], "metavar", "")) and arguments[0].nargs == 1
    return person and [param.nargs for param in arguments[1:]] in ([], [-1])


def _unknown_long(command: Any, ctx: Any, args: list[str]) -> bool:
    """Whether there is an option with two hyphens that the command has not: mistyped, and no word."""
    known = {name for param in command.get_params(ctx) for name in param.opts}
    options = args[: args.index("--")] if "--" in args else args
    return any(arg.startswith("--") and arg.split("=")[0] not in known for arg in options)


def _takes_id(arguments: list[Any]) -> bool:
    """Whether the first argument of a command is an id."""
    return bool(arguments) and "ID" in re.findall(r"[A-Z]+", str(getattr(arguments[0], "metavar", "")))


def _id_options(command: Any, ctx: Any) -> list[Any]:
    """The options whose value is an id; a confirmation is typed whole."""
    options = [param for param in command.get_params(ctx) if param.param_type_name == "option"]
    return [param for param in options if getattr(param, "metavar", "") == "ID" and param.name != "confirm"]


def _take_text(command: Any, ctx: Any) -> None:
    """Reads arguments as the UTF-8 that their bytes are, whatever the locale; what names a file stays as the system has it.

    Raises `Wrong` for one that is none: it would be kept damaged.
    """
    for param in command.get_params(ctx):
        name, metavar = str(param.name), str(getattr(param, "metavar", ""))
        given = ctx.params.get(name)
        if {"FILE", "PATH"} & set(re.findall(r"[A-Z]+", metavar)) or not isinstance(given, str | list | tuple):
            continue
        read = as_text(given) if isinstance(given, str) else [*map(as_text, given)]
        said = "".join(map(str, read))
        if not said.isascii() and re.search("[\ud800-\udfff]", said):
            raise Wrong("command.not_utf8", what=metavar.strip("[].") or f"--{name}")
        ctx.params[name] = read


def as_text(word: Any) -> Any:
    """The text that the bytes of an argument are; what is none stays as it is."""
    try:
        return word if not isinstance(word, str) or word.isascii() else os.fsencode(word).decode()
    except UnicodeError:
        return word


class Helped:
    """What says its help in the language that is set, from the catalogue."""

    def get_help(self, ctx: Any) -> str:
        from onelog.cli import help_texts  # noqa: PLC0415 - only for the help

        return help_texts.get_help(self, ctx)


class Group(Helped, TyperGroup):
    """A command that only has commands of its own."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        from onelog.cli import help_texts  # noqa: PLC0415 - only for the help

        help_texts.put_about_all(self)
        super().format_commands(ctx, formatter)


class Plain(Helped, TyperCommand):
    """A command without commands of its own. It reads the words of a name as one, quoted or not, and takes text alone."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if any("CHANGES" in str(getattr(param, "metavar", "")) for param in _arguments(self, ctx)):
            ctx.ignore_unknown_options = True  # `-tag` takes a tag away
        if ctx.info_name == "search":
            ctx.ignore_unknown_options = not _unknown_long(self, ctx, args)  # `-word` leaves a word out
        if (
            args[-1:] == ["--why"]
            and not ctx.resilient_parsing
            and ctx.obj
            and ctx.obj.can_ask
            and "--json" not in args
        ):
            args = [*args, ""]  # a reason without words is asked for
        left = super().parse_args(ctx, _read_words(self, ctx, args))
        if not ctx.resilient_parsing:
            _take_text(self, ctx)
        return left


class Listing(Group):
    """A group whose own arguments are read, as those of `Plain`, unless the first word is one of its commands."""

    allow_interspersed_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] in self.commands:
            ctx._protected_args, ctx.args = args[:1], args[1:]  # noqa: SLF001 - as TyperGroup.parse_args does
            return args[1:]
        ctx.allow_extra_args = False
        left = super(TyperGroup, self).parse_args(ctx, _read_words(self, ctx, args))
        _take_text(self, ctx)
        return left

    def get_params(self, ctx: Any) -> list[Any]:
        """The list's own arguments are no part of the usage of its commands, which is asked for with their context."""
        params = super().get_params(ctx)
        return params if ctx.command is self else [param for param in params if param.param_type_name != "argument"]

    def invoke(self, ctx: Any) -> Any:
        if not ctx._protected_args:  # noqa: SLF001 - as TyperGroup.invoke does
            return super(TyperGroup, self).invoke(ctx)
        name = ctx._protected_args[0]  # noqa: SLF001 - as above
        with ctx:
            ctx.invoked_subcommand = name
            command = self.commands[name]
            with command.make_context(name, ctx.args, parent=ctx) as inner:
                return command.invoke(inner)
