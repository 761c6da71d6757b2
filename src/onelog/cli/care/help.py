"""help: what there is to type, on one screen; the rest by group; and how one command is used."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from onelog.cli import COMMANDS, EVERYDAY, GROUPS, help_texts, manual
from onelog.cli.app import App, Ctx
from onelog.cli.mistyped import mean
from onelog.core import settings
from onelog.core.errors import NotFound
from onelog.core.phrases import say, spellings
from onelog.core.results.lessons import DocsPage


def help_(
    ctx: Ctx,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMAND]",
            help="help_about",
            show_default=False,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="every_command")] = False,
) -> None:
    top: Any = ctx.find_root()
    formatter = help_texts.make_formatter(ctx, ctx.obj.spoken)
    if all_:
        write_everything(top, formatter)
    elif not words:
        write_everyday(top, formatter)
    elif command := _command(top, words):
        formatter.write(command.get_help(command.context_class(command, info_name=" ".join(words), parent=top)))
        formatter.write("\n")
    elif page := manual.page(" ".join(words).casefold()):
        _show(ctx.obj, page)
        return
    elif group := _group(" ".join(words)):
        _write_group(top, formatter, group)
    else:
        raise NotFound("command.no_help", word=" ".join(words)[:40], hint=mean(words[0]) or "onelog help --all")
    ctx.obj.write(formatter.getvalue().lstrip("\n"))


def _show(app: App, page: str) -> None:
    """A page of the docs, drawn on a terminal and as it is written in a pipe."""
    if app.on_terminal:
        app.show(DocsPage(page))
    else:
        app.text(page)


def write_everyday(top: Any, formatter: Any) -> None:
    """What `onelog --help` says: the purpose, the everyday commands, three examples, and where the rest is."""
    language, commands = settings.spoken(), top.command
    help_texts.put_words(commands, top, language)
    formatter.write_text(commands.short_help)
    formatter.write("\n")
    for name in EVERYDAY:
        help_texts.put_about(commands.commands[name], language)
    with formatter.indentation():
        formatter.write_dl([(name, _briefly(commands.commands[name].short_help)) for name in EVERYDAY])
    formatter.write(f"\n{say(language, 'help.pages.three_examples')}\n")
    formatter.write_text(say(language, "help.pages.more"))


def _briefly(sentence: str) -> str:
    """The first half of a sentence."""
    first = re.split("[:;：。]", sentence.rstrip("."))[0]
    return f"{first}." if sentence.isascii() else first


def write_everything(top: Any, formatter: Any) -> None:
    """Every command by group, and the options that stand before all of them."""
    for key in GROUPS:
        _write_group(top, formatter, key)
    commands: Any = top.command
    help_texts.put_words(commands, top, settings.spoken())
    commands.format_options(top, formatter)
    with formatter.section(say(settings.spoken(), "help.pages.pages")):
        formatter.write_dl(list(manual.pages().items()))


def _write_group(top: Any, formatter: Any, key: str) -> None:
    language = settings.spoken()
    heading = say(language, "help.pages.group", name=say(language, f"help.pages.{key}"), word=key)
    with formatter.section(heading):
        formatter.write_dl(list(_rows(top, key, language)))


def _rows(top: Any, panel: str, language: str) -> Iterator[tuple[str, str]]:
    """The commands of a group, each followed by its own commands."""
    within = {row.name for row in COMMANDS if row.panel == panel}
    for row in COMMANDS:
        if row.name.partition(" ")[0] in within and (command := _command(top, row.name.split())):
            help_texts.put_about(command, language)
            yield row.name, command.short_help


def _command(top: Any, words: list[str]) -> Any:
    """The command of these words; None where there is none."""
    found: Any = top.command
    for word in words:
        found = getattr(found, "commands", {}).get(word)
        if found is None:
            return None
    return found


def _group(words: str) -> str | None:
    """The key of a group that somebody names, by its key or by the beginning of its name."""
    word = words.casefold()
    names = {key: spellings(f"help.pages.{key}") for key in GROUPS}
    return next((key for key in GROUPS if word == key or any(n.casefold().startswith(word) for n in names[key])), None)
