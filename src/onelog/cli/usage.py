"""What is said of a command line that Typer cannot read; imported only after a mistake."""

import re
from collections.abc import Callable
from typing import Any

import typer

from onelog.cli import mistyped
from onelog.cli.app import App
from onelog.core.errors import Doubt, Message
from onelog.core.sanitize import one_line

LONGEST = 120
"""Characters of what is repeated of a command line that was not understood."""
_FORMS = {
    r"Missing argument '(?P<name>.*)'\.": "usage.missing_argument",
    r"Missing option '(?P<name>.*)'\.": "usage.missing_option",
    r"No such command '(?P<name>.*)'\.": "usage.no_command",
    r"No such option: (?P<name>.*)\.": "usage.no_option",
    r"Got unexpected extra argument\(s\) \((?P<words>.*)\)\.?": "usage.extra",
    r"Option '(?P<name>.*)' requires an argument\.": "usage.needs_value",
    r"Option '(?P<name>.*)' does not take a value\.": "usage.takes_no_value",
    r"Invalid value for '(?P<name>.*)': (?P<value>.*) is not a valid int\.": "usage.not_an_int",
    r"Invalid value for '(?P<name>.*)': (?P<value>.*) is not a valid int range\.": "usage.not_in_int_range",
    r"Invalid value for '(?P<name>.*)': (?P<value>.*) is not in the range (?P<range>.*)\.": "usage.out_of_range",
}
"""What Typer says, and the phrases that say the same; anything else is said as it is."""


def explain(error: typer.TyperException, line: list[str]) -> tuple[Doubt, Doubt]:
    """What is wrong with the words of a command, and where to look."""
    message, ctx = _brief(error.format_message()), getattr(error, "ctx", None)
    command = ctx.command_path if ctx else "onelog"
    hint = Message("errors.usage.how_used", command=command)
    if found := re.match(r"No such command '(.*?)'\.", message, re.DOTALL):
        mean = mistyped.mean(found[1], _is_somebody(ctx))
        return _phrase(found[0]), mean or Message("errors.usage.every_command")
    if ctx and (option := _unknown_option(error)):
        there = [name for param in ctx.command.params for name in param.opts]
        takes_words = any("WORDS" in str(getattr(param, "metavar", "")) for param in ctx.command.params)
        if takes_words and (form := mistyped.in_words(option)):
            return _phrase(f"{_brief(error.message)}."), Message("errors.usage.in_words", form=form)
        if mean := mistyped.mean_option(option, there):
            hint = Message("errors.usage.and_how_used", mean=mean, command=command)
        return _phrase(f"{_brief(error.message)}."), hint
    if "unexpected extra argument" not in message:
        return _phrase(message), hint
    return _phrase(message), meant(line) or _shown(ctx, line) or hint


def _unknown_option(error: typer.TyperException) -> str:
    """The option that a command does not have; "" where something else is wrong."""
    return str(getattr(error, "option_name", "")) if error.message.startswith("No such option") else ""


def meant(line: list[str]) -> Doubt:
    """Where a command was given a word that it cannot use, which command somebody may have meant."""
    words = [
        word for n, word in enumerate(line) if word[:1] != "-" and line[n - 1 : n] not in (["--journal"], ["--color"])
    ]
    return mistyped.mean_together(words[0], words[1]) if len(words) > 1 else ""


def _phrase(message: str) -> Doubt:
    for form, key in _FORMS.items():
        if found := re.fullmatch(form, message):
            return Message(f"errors.{key}", **found.groupdict())
    return message


def _brief(message: str) -> str:
    """A message of Typer's on one line: it repeats what was typed, however long that is."""
    line = one_line(message)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


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


def _shown(ctx: Any, line: list[str]) -> Doubt:
    """How somebody is shown whose name stands behind `people`."""
    word = line[line.index("people") + 1] if "people" in line[:-1] else ""
    is_theirs = ctx and ctx.command_path == "onelog people" and _is_somebody(ctx.find_root())(word)
    return Message("errors.usage.somebody", name=word) if is_theirs else ""
