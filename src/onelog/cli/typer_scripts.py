"""The scripts that shells are given for Tab, and the answers to those that Typer once gave.

This is the one module that reaches into Typer's private ones: Typer hands on neither the table from which
`--show-completion` and `--install-completion` take their scripts, nor what answers a script of its own.
"""

from collections.abc import Callable
from typing import Any

from typer import _completion_shared
from typer._click.shell_completion import CompletionItem, get_completion_class
from typer.core import TyperGroup

from onelog.cli.complete_types import Offer

VARIABLE = "_ONELOG_COMPLETE"


def answer(command: TyperGroup, shell: str, offers: Callable[[list[str], str], tuple[list[Offer], str, bool]]) -> str:
    """The answer to a script of Typer's: of PowerShell, or one that was installed before there were ours."""
    known: Any = get_completion_class(shell)

    class Ours(known):  # type: ignore[misc]  # Typer's class for this shell
        def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
            found, *_ = offers(args, incomplete)
            return [CompletionItem(offer.word, help=offer.says.replace("[", "(").replace("]", ")")) for offer in found]

    return f"{Ours(command, {}, 'onelog', VARIABLE).complete()}\n"


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
    return f"{_completion_shared.get_completion_script(prog_name='onelog', complete_var=VARIABLE, shell=shell)}\n"


def put_scripts() -> None:
    """What --show-completion and --install-completion give: our scripts in place of Typer's."""
    ours = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL, "pwsh": POWERSHELL}
    _completion_shared._completion_scripts.update(ours)  # noqa: SLF001 - there is no other way to it
