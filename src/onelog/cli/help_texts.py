"""What the help says: it is put in words when somebody asks for it, so that no command pays for it that only runs."""

from typing import Any

from onelog.core import settings
from onelog.core.phrases import area, say


def get_help(command: Any, ctx: Any) -> str:
    """The help of a command in the language that is set, as `--help` prints it."""
    language = settings.spoken()
    put_words(command, ctx, language)
    formatter = make_formatter(ctx, language)
    command.format_help(ctx, formatter)
    text: str = formatter.getvalue()
    return text.rstrip("\n")


def make_formatter(ctx: Any, language: str) -> Any:
    """What lays out the help in a language."""
    if language != "en":
        from onelog.cli.japanese_help import JapaneseFormatter  # noqa: PLC0415 - measures cells, by Rich

        ctx.formatter_class = JapaneseFormatter
    return ctx.make_formatter()


def put_words(command: Any, ctx: Any, language: str) -> None:
    """Puts the help of a command and of its options in words of a language."""
    put_about(command, language)
    for param in command.get_params(ctx):
        param.key = getattr(param, "key", _OWN.get(param.name, param.help))
        if param.key in area("help.options"):
            param.help = say(language, f"help.options.{param.key}")


_OWN = {"help": "show_help", "install_completion": "install_completion", "show_completion": "show_completion"}
"""The options that Typer itself adds."""
_AREAS = ("help.commands", "help.more_commands")


def put_about(command: Any, language: str) -> None:
    """Puts what a command does in words of a language.

    What the catalogue does not have is said as it stands at the command: a sentence at an option, a docstring.
    """
    name = getattr(command, "key", "")
    command.written = getattr(command, "written", command.help or "")
    place = next((place for place in _AREAS if (name or "onelog") in area(place)), None)
    about = say(language, f"{place}.{name or 'onelog'}") if place else command.written
    command.short_help = about.partition("\n")[0]
    command.help = about
    if name:
        command.help += f"\n\n\b\n{say(language, 'help.pages.for_example')}\n  {get_example(command, language)}"


def put_about_all(group: Any) -> None:
    """Puts what each command of a command does in words of the language that is set."""
    language = settings.spoken()
    for inner in group.commands.values():
        put_about(inner, language)


def get_example(command: Any, language: str) -> str:
    """A line to type that uses a command."""
    name = command.key
    found = say(language, f"help.examples.{name}") if name in area("help.examples") else command.example
    return f"onelog {name} {found}".replace("'", '"').rstrip()
