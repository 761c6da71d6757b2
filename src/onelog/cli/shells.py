"""What a shell asks for after Tab, and how each of them is answered.

Typer's own scripts put what is offered into the command line as it is, or evaluate it, so that a name with a blank or
a `'` is cut or lost; ours quote it. They call onelog with `_ONELOG_COMPLETE=offer_SHELL` and the words so far, and get
a line an offer. Scripts that Typer's `--install-completion` once left (`complete_SHELL`) are still answered.
"""

import contextlib
import os
import re
import shlex
import sys
from collections.abc import Callable, Sequence
from functools import partial
from io import StringIO
from typing import Any
from unicodedata import east_asian_width

from typer.core import TyperGroup

from onelog.cli import complete, help_texts
from onelog.cli.app import App
from onelog.cli.complete_types import Asked, Offer
from onelog.core.errors import OnelogError
from onelog.core.settings import Settings, spoken

FILES = 10
"""The exit code that asks the shell for the names of its files."""
_SPECIAL = r"""([ \t"'\\$`!&*()|;<>?\[\]{}]|^[#~])"""
"""What means something to a shell like bash where it is not quoted."""


class _Quiet(App):
    """The journal and settings of a Tab: what cannot be read at once is as good as not there."""

    @property
    def settings(self) -> Settings:
        try:
            return super().settings
        except OnelogError:
            return Settings()

    def _waiting(self) -> None:
        raise TimeoutError


def answer(command: TyperGroup, instruction: str, arguments: Sequence[str]) -> int:
    """Writes what fits where Tab was pressed, and nothing at all where something goes wrong; the exit code."""
    said, code = "", 0
    with contextlib.redirect_stdout(StringIO()), contextlib.redirect_stderr(StringIO()):
        try:
            what, shell = instruction.split("_", 1)
            said, code = _answers(command, what, shell, list(arguments))
        except BaseException:  # noqa: BLE001 - a shell shows what is said amid the line that is typed
            said, code = "", 0
    sys.stdout.write(said)
    return code


def _answers(command: TyperGroup, what: str, shell: str, arguments: list[str]) -> tuple[str, int]:
    if what == "offer":
        return _SHELLS[shell](command, arguments)
    if what != "complete":
        return "", 1
    from onelog.cli import typer_scripts  # noqa: PLC0415 - only for PowerShell, and for scripts from before there were ours

    return typer_scripts.answer(command, shell, partial(_offers, command, with_help=shell != "bash")), 0


# --- what fits -------------------------------------------------------------------------------------------------------


def _offers(command: TyperGroup, words: list[str], typed: str, *, with_help: bool) -> tuple[list[Offer], str, bool]:
    """What fits after some words where `typed` stands; that of it which it is about (`mi` of `--with=mi`); whether files do."""
    ctx = _context(command, words)
    found, typed = _asked_for(ctx, words, typed)
    if found is None:
        return _names(ctx, ctx.command, typed, with_help=with_help), typed, False
    asked = Asked(_app(ctx), _path(ctx), typed, _given(ctx, found), ctx.params)
    try:
        fitting = complete.offers(asked, found.name or "", found.metavar or "")
    finally:
        asked.app.close()
    if found.param_type_name == "argument" and isinstance(ctx.command, TyperGroup) and not asked.given:
        fitting += _names(ctx, ctx.command, typed, with_help=with_help)
    return fitting, typed, complete.takes_files(found.metavar or "")


def _context(command: TyperGroup, words: list[str]) -> Any:
    """What the last command among some words knows of them; nothing of it runs."""
    ctx = command.make_context("onelog", [*words], resilient_parsing=True)
    while isinstance(ctx.command, TyperGroup) and (rest := [*ctx._protected_args, *ctx.args]):  # noqa: SLF001 - as its invoke does
        name, inner, left = ctx.command.resolve_command(ctx, rest)
        if inner is None:
            break
        ctx = inner.make_context(name, left, parent=ctx, resilient_parsing=True)
    return ctx


def _asked_for(ctx: Any, words: list[str], typed: str) -> tuple[Any, str]:
    """The option or argument that `typed` is a value of, None where it names an option or a command; and the value alone."""
    if typed[:1] in ("-", "=") and "=" in typed:
        name, _, typed = typed.partition("=")
        words = [*words, *filter(None, [name])]
    if typed.startswith("-") and "--" not in words:
        return None, typed
    params = ctx.command.get_params(ctx)
    for param in params:
        names = [*param.opts, *param.secondary_opts] if param.param_type_name == "option" else []
        if words[-1:] and words[-1] in names and not param.is_flag:
            return param, typed
    arguments = [param for param in params if param.param_type_name == "argument"]
    return next((one for one in arguments if one.nargs == -1 or ctx.params.get(one.name) is None), None), typed


def _names(ctx: Any, command: Any, typed: str, *, with_help: bool) -> list[Offer]:
    """Options after a `-`, else the commands of a command. Help needs each of them imported."""
    if with_help:
        help_texts.put_words(command, ctx, spoken())
    if typed.startswith("-") or not isinstance(command, TyperGroup):
        return [Offer(item.value, item.help or "") for item in command.shell_complete(ctx, typed)]
    found = [name for name in command.commands if name.startswith(typed.lower())]
    if not with_help:
        return [Offer(name) for name in found]
    known = [(name, command.get_command(ctx, name)) for name in found]
    for _, made in known:
        help_texts.put_about(made, spoken())
    return [Offer(name, made.get_short_help_str()) for name, made in known if made and not made.hidden]


def _path(ctx: Any) -> str:
    names = []
    while ctx.parent:
        names.append(ctx.info_name or "")
        ctx = ctx.parent
    return " ".join(reversed(names))


def _given(ctx: Any, param: Any) -> tuple[str, ...]:
    value = ctx.params.get(param.name or "")
    return tuple(value) if isinstance(value, list | tuple) else ()


def _app(ctx: Any) -> App:
    """The journal that the command line names."""
    app = _Quiet(ctx.find_root().params.get("journal"))
    if any(os.path.exists(f"{app.path}{end}") for end in ("-journal", "-wal")):  # noqa: PTH110 - as the store looks
        raise TimeoutError  # somebody writes, or was killed: opening it could write
    return app


# --- bash ------------------------------------------------------------------------------------------------------------


def _bash(command: TyperGroup, arguments: list[str]) -> tuple[str, int]:
    """What replaces the last part of a line; several with what they mean, as wide as the screen.

    `arguments` are the line up to the cursor, the part of it that bash replaces, and the width of the screen.
    """
    line, part, width = arguments
    raw = _last_word(line)
    words, typed = _split(line, raw)
    offers, about, files = _offers(command, words, typed, with_help=False)
    quote = raw[0] if raw[:1] in ("'", '"') else ""
    before = raw[: len(raw) - len(part)] if raw.endswith(part) else ""
    lead = typed[: len(typed) - len(about)]
    made = [(_quoted(lead + offer.word, quote), offer.says) for offer in offers]
    cut = [(word.removeprefix(before), says) for word, says in made]
    if len(cut) == 1:
        return f"{cut[0][0]}\n", 0
    longest = max((len(word) for word, _ in cut), default=0)
    room = int(width or 80) - longest - 6
    shown = (f"{word:<{longest}}  ({_clipped(says, room)})" if says and room > 8 else word for word, says in cut)
    return "".join(f"{one}\n" for one in shown), FILES if files and not cut else 0


def _clipped(text: str, width: int) -> str:
    """The beginning of a text, as wide as there is room; letters of Japanese are two cells wide."""
    used = 0
    for at, sign in enumerate(text):
        used += 2 if east_asian_width(sign) in "WF" else 1
        if used > width:
            return f"{text[:at]}…"
    return text


def _last_word(line: str) -> str:
    """The end of a line that is one word for the shell, with its quotes."""
    found, quote, escaped = 0, "", False
    for at, sign in enumerate(line):
        if escaped:
            escaped = False
        elif sign == "\\" and quote != "'":
            escaped = True
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign.isspace():
            found = at + 1
    return line[found:]


def _split(line: str, raw: str) -> tuple[list[str], str]:
    """The words of a line after the command, and the last one, without their quotes."""
    return shlex.split(line[: len(line) - len(raw)])[1:], _bare(raw)


def _bare(raw: str) -> str:
    """A word without its quotes; one that is not closed is taken as it is."""
    for end in ("", "'", '"', "\\", '\\"'):
        with contextlib.suppress(ValueError):  # the quote that is open is another one
            return "".join(shlex.split(raw + end)[:1])
    return raw


def _quoted(word: str, quote: str) -> str:
    """A word as a shell like bash reads it back, after a quote that was begun or after none."""
    if quote == "'":
        return "'" + word.replace("'", "'\\''")
    if quote == '"':
        return '"' + re.sub(r'([\\"$`])', r"\\\1", word)
    return re.sub(_SPECIAL, r"\\\1", word)


# --- zsh and fish ------------------------------------------------------------------------------------


def _zsh(command: TyperGroup, arguments: list[str]) -> tuple[str, int]:
    """A word and what it means a line, as `_describe` takes them; zsh quotes by itself. `arguments` are the raw words."""
    words = [_bare(raw) for raw in arguments] or [""]
    offers, about, files = _offers(command, words[:-1], words[-1], with_help=True)
    lead = words[-1][: len(words[-1]) - len(about)]
    said = (":".join(filter(None, (_escaped(lead + offer.word), offer.says))) + "\n" for offer in offers)
    return "".join(said), FILES if files and not offers else 0


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace(":", "\\:")


def _fish(command: TyperGroup, arguments: list[str]) -> tuple[str, int]:
    """A word and what it means a line, with a tab between; fish quotes by itself. Only the last argument is raw."""
    *words, raw = arguments or [""]
    typed = _bare(raw)
    offers, about, files = _offers(command, words, typed, with_help=True)
    lead = typed[: len(typed) - len(about)]
    said = ("\t".join(filter(None, (lead + offer.word, offer.says))) + "\n" for offer in offers)
    return "".join(said), FILES if files and not offers else 0


_SHELLS: dict[str, Callable[[TyperGroup, list[str]], tuple[str, int]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
