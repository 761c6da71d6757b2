"""help: what there is to type, on one screen; the rest by group; and how one command is used."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from onelog.cli import COMMANDS, EVERYDAY, GROUPS, manual
from onelog.cli.app import App, Ctx
from onelog.cli.mistyped import mean
from onelog.core.errors import NotFound
from onelog.core.results.lessons import DocsPage

EXAMPLES = """\
  onelog log mia "The ads move. a: draft the plan due:fri"
  onelog prep mia
  onelog export 2026Q3 --with mia
"""


def help_(
    ctx: Ctx,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMAND]",
            help=f"A command, a group ({', '.join(GROUPS)}), or a page: tutorial, grammar, safety …",
            show_default=False,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every command, by group.")] = False,
) -> None:
    """Show how to use a command, or a page of the docs."""
    top: Any = ctx.find_root()
    formatter = ctx.make_formatter()
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
    commands: Any = top.command
    formatter.write_text((commands.help or "").partition("\n")[0])
    formatter.write("\n")
    rows = [(name, re.split("[:;]", commands.commands[name].short_help.rstrip("."))[0] + ".") for name in EVERYDAY]
    with formatter.indentation():
        formatter.write_dl(rows)
    formatter.write(f"\n{EXAMPLES}\n")
    formatter.write_text(
        "onelog help COMMAND shows how to use one; onelog help --all lists them all, and pages to read."
    )


def write_everything(top: Any, formatter: Any) -> None:
    """Every command by group, and the options that stand before all of them."""
    for key in GROUPS:
        _write_group(top, formatter, key)
    commands: Any = top.command
    commands.format_options(top, formatter)
    with formatter.section("Pages (onelog help PAGE)"):
        formatter.write_dl(list(manual.pages().items()))


def _write_group(top: Any, formatter: Any, key: str) -> None:
    with formatter.section(f"{GROUPS[key]} (onelog help {key})"):
        formatter.write_dl(list(_rows(top, GROUPS[key])))


def _rows(top: Any, panel: str) -> Iterator[tuple[str, str]]:
    """The commands of a group, each followed by its own commands."""
    within = {row.name for row in COMMANDS if row.panel == panel}
    for row in COMMANDS:
        if row.name.partition(" ")[0] in within:
            command = _command(top, row.name.split())
            yield row.name, command.short_help if command else ""


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
    return next((key for key, name in GROUPS.items() if word == key or name.casefold().startswith(word)), None)
