"""What a shell asks for after Tab, and how each of them is answered.

Typer's own scripts put what is offered into the command line as it is, or evaluate it, so that a name with a blank or
a `'` is cut or lost; ours quote it. They call onelog with `_ONELOG_COMPLETE=offer_SHELL` and the words so far, and get
a line an offer. Scripts that Typer's `--install-completion` once left (`complete_SHELL`) are still answered.
"""

import contextlib
import os
import re
import sys
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any
from unicodedata import east_asian_width

from typer import _completion_shared as scripts
from typer._click.core import Command, Context, Parameter
from typer._click.shell_completion import CompletionItem, _resolve_context, _resolve_incomplete, get_completion_class
from typer._click.shell_completion import split_arg_string as split
from typer.core import TyperGroup

from onelog.cli import complete
from onelog.cli.app import App
from onelog.cli.complete import Asked, Offer
from onelog.core.errors import OnelogError
from onelog.core.settings import Settings

VARIABLE = "_ONELOG_COMPLETE"
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


def answer(command: Command, instruction: str, arguments: Sequence[str]) -> int:
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


def _answers(command: Command, what: str, shell: str, arguments: list[str]) -> tuple[str, int]:
    if what == "offer":
        return _SHELLS[shell](command, arguments)
    return (_typers(command, shell), 0) if what == "complete" else ("", 1)


# --- what fits -------------------------------------------------------------------------------------------------------


def _offers(command: Command, words: list[str], typed: str, *, with_help: bool) -> tuple[list[Offer], str, bool]:
    """What fits after some words where `typed` stands; that of it which it is about (`mi` of `--with=mi`); whether files do."""
    ctx = _resolve_context(command, {}, "onelog", words)
    found, typed = _resolve_incomplete(ctx, list(words), typed)
    if not isinstance(found, Parameter):
        return _names(ctx, found, typed, with_help=with_help), typed, False
    asked = Asked(_app(ctx), _path(ctx), typed, _given(ctx, found), ctx.params)
    try:
        fitting = complete.offers(asked, found.name or "", found.metavar or "")
    finally:
        asked.app.close()
    if found.param_type_name == "argument" and isinstance(ctx.command, TyperGroup) and not asked.given:
        fitting += _names(ctx, ctx.command, typed, with_help=with_help)
    return fitting, typed, complete.takes_files(found.metavar or "")


def _names(ctx: Context, command: Command, typed: str, *, with_help: bool) -> list[Offer]:
    """Options after a `-`, else the commands of a command. Help needs each of them imported."""
    if typed.startswith("-") or not isinstance(command, TyperGroup):
        return [Offer(item.value, item.help or "") for item in command.shell_complete(ctx, typed)]
    found = [name for name in command.commands if name.startswith(typed.lower())]
    if not with_help:
        return [Offer(name) for name in found]
    known = [(name, command.get_command(ctx, name)) for name in found]
    return [Offer(name, made.get_short_help_str()) for name, made in known if made and not made.hidden]


def _path(ctx: Context) -> str:
    names = []
    while ctx.parent:
        names.append(ctx.info_name or "")
        ctx = ctx.parent
    return " ".join(reversed(names))


def _given(ctx: Context, param: Parameter) -> tuple[str, ...]:
    value = ctx.params.get(param.name or "")
    return tuple(value) if isinstance(value, list | tuple) else ()


def _app(ctx: Context) -> App:
    """The journal that the command line names."""
    app = _Quiet(ctx.find_root().params.get("journal"))
    if any(os.path.exists(f"{app.path}{end}") for end in ("-journal", "-wal")):  # noqa: PTH110 - as the store looks
        raise TimeoutError  # somebody writes, or was killed: opening it could write
    return app


# --- bash ------------------------------------------------------------------------------------------------------------


def _bash(command: Command, arguments: list[str]) -> tuple[str, int]:
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
    return split(line[: len(line) - len(raw)])[1:], _bare(raw)


def _bare(raw: str) -> str:
    """A word without its quotes; one that is not closed is taken as it is."""
    return (split(raw) or [""])[0] if raw else ""


def _quoted(word: str, quote: str) -> str:
    """A word as a shell like bash reads it back, after a quote that was begun or after none."""
    if quote == "'":
        return "'" + word.replace("'", "'\\''")
    if quote == '"':
        return '"' + re.sub(r'([\\"$`])', r"\\\1", word)
    return re.sub(_SPECIAL, r"\\\1", word)


# --- zsh, fish, and Typer's scripts ------------------------------------------------------------------------------------


def _zsh(command: Command, arguments: list[str]) -> tuple[str, int]:
    """A word and what it means a line, as `_describe` takes them; zsh quotes by itself. `arguments` are the raw words."""
    words = [_bare(raw) for raw in arguments] or [""]
    offers, about, files = _offers(command, words[:-1], words[-1], with_help=True)
    lead = words[-1][: len(words[-1]) - len(about)]
    said = (":".join(filter(None, (_escaped(lead + offer.word), offer.says))) + "\n" for offer in offers)
    return "".join(said), FILES if files and not offers else 0


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace(":", "\\:")


def _fish(command: Command, arguments: list[str]) -> tuple[str, int]:
    """A word and what it means a line, with a tab between; fish quotes by itself. Only the last argument is raw."""
    *words, raw = arguments or [""]
    typed = _bare(raw)
    offers, about, files = _offers(command, words, typed, with_help=True)
    lead = typed[: len(typed) - len(about)]
    said = ("\t".join(filter(None, (lead + offer.word, offer.says))) + "\n" for offer in offers)
    return "".join(said), FILES if files and not offers else 0


_SHELLS: dict[str, Callable[[Command, list[str]], tuple[str, int]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}


def _typers(command: Command, shell: str) -> str:
    """The answer to a script of Typer's: of PowerShell, or one that was installed before there were ours."""
    known: Any = get_completion_class(shell)

    class Ours(known):  # type: ignore[misc]  # Typer's class for this shell
        def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
            offers, *_ = _offers(command, args, incomplete, with_help=shell != "bash")
            return [CompletionItem(offer.word, help=offer.says.replace("[", "(").replace("]", ")")) for offer in offers]

    return f"{Ours(command, {}, 'onelog', VARIABLE).complete()}\n"


# --- the scripts -----------------------------------------------------------------------------------------------------

BASH = r"""
%(complete_func)s() {
    local out line
    COMPREPLY=()
    out=$(%(autocomplete_var)s=offer_bash "$1" "${COMP_LINE:0:COMP_POINT}" "$2" "${COLUMNS:-80}" 2>/dev/null)
    if [ $? -eq 10 ]; then
        compopt -o default 2>/dev/null
        return
    fi
    while IFS= read -r line; do
        [ -n "$line" ] && COMPREPLY+=("$line")
    done <<< "$out"
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""
ZSH = r"""
#compdef %(prog_name)s

%(complete_func)s() {
    local out
    local -a offers
    out=$(%(autocomplete_var)s=offer_zsh ${(Q)words[1]} "${(@)words[2,CURRENT-1]}" "$QIPREFIX$PREFIX" 2>/dev/null)
    if [[ $? -eq 10 ]]; then
        _files
        return
    fi
    offers=("${(@f)out}")
    offers=(${offers:#})
    (( $#offers )) && _describe -V '%(prog_name)s' offers -U
    # What was typed is not cut back to what all offers share where one does not begin with it, as by a family name.
    local typed=${(L)${(Q)PREFIX}}
    if (( compstate[nmatches] > 1 && ${#${(L)offers}:#${(b)typed}*} )); then
        compstate[insert]=menu
    fi
}

if [[ $funcstack[1] == _%(prog_name)s ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""
FISH = r"""
function %(complete_func)s
    set -l words (commandline -opc)
    set -l last (commandline -ct)
    set -l offers (%(autocomplete_var)s=offer_fish command %(prog_name)s $words[2..-1] "$last" 2>/dev/null)
    if test $status -eq 10
        __fish_complete_path (commandline -ct)
    else
        string join -- \n $offers
    end
end

complete --command %(prog_name)s --no-files --arguments "(%(complete_func)s)"
"""
POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($word, $line, $position)
    $env:%(autocomplete_var)s = 'complete_powershell'
    $env:_TYPER_COMPLETE_ARGS = "$line"
    $env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $word
    try {
        %(prog_name)s 2>$null | ForEach-Object {
            $offer, $says = $_ -split ':::', 2
            $quoted = if ($offer -match '[\s''"`$;&|(){}]') { "'" + $offer.Replace("'", "''") + "'" } else { $offer }
            $hint = if ($says) { $says } else { $offer }
            [System.Management.Automation.CompletionResult]::new($quoted, $offer, 'ParameterValue', $hint)
        }
    } finally {
        Remove-Item env:%(autocomplete_var)s, env:_TYPER_COMPLETE_ARGS, env:_TYPER_COMPLETE_WORD_TO_COMPLETE
    }
}
"""
"""PowerShell gets what Typer's own answer to it is, but quotes what has a blank or a sign in it."""


def script(shell: str) -> str:
    """What sets up completion in a shell: bash, zsh, fish or powershell."""
    put_scripts()
    return f"{scripts.get_completion_script(prog_name='onelog', complete_var=VARIABLE, shell=shell)}\n"


def put_scripts() -> None:
    """What --show-completion and --install-completion give: our scripts in place of Typer's."""
    scripts._completion_scripts.update(bash=BASH, zsh=ZSH, fish=FISH, powershell=POWERSHELL, pwsh=POWERSHELL)  # noqa: SLF001 - there is no other way to it
