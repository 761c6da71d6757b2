"""docs/commands.md and the man pages: every command with its arguments and options, made from the program itself.

`python tests/docs/reference.py` writes them anew.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docs.blocks import PROJECT
from onelog import __version__
from onelog.cli import COMMANDS, GROUPS, help_texts
from onelog.cli.main import group
from onelog.cli.typer_scripts import script
from onelog.core.phrases import say

DOCS = PROJECT / "docs"
MAN, COMPLETIONS = DOCS / "man", DOCS / "completions"
SCRIPTS = {"onelog.bash": "bash", "_onelog": "zsh", "onelog.fish": "fish", "onelog.ps1": "powershell"}
"""The files that set up completion, and for which shell."""


class Usage(NamedTuple):
    """How a command is used."""

    name: str
    synopsis: str
    sentence: str
    about: list[str]
    """Paragraphs; one that begins with a blank keeps its lines."""
    example: str
    arguments: list[tuple[str, str]]
    options: list[tuple[str, str]]
    inner: list[str]
    """The commands of this command."""


def usages() -> Iterator[Usage]:
    """Every command, in the order of the help; first onelog itself, under no name."""
    top: Any = group()
    root = top.context_class(top, info_name="onelog")
    help_texts.put_words(top, root, "en")
    yield _usage("", "", top, root)
    for row in COMMANDS:
        command, context = top, root
        for word in row.name.split():
            command = command.commands[word]
            context = command.context_class(command, info_name=word, parent=context)
        help_texts.put_words(command, context, "en")
        yield _usage(row.name, help_texts.get_example(command, "en"), command, context)


def _usage(name: str, example: str, command: Any, context: Any) -> Usage:
    text = command.help.partition("\n\n\b\nFor example:")[0]
    sentence, *about = (
        f" {one[2:]}" if one.startswith("\b\n") else " ".join(one.split())
        for one in re.split(r"\n\n(?=\S|\b)", text.strip())
    )
    rows = [(param.param_type_name, param.get_help_record(context)) for param in command.get_params(context)]
    found = {kind: [record for one, record in rows if one == kind and record] for kind in ("argument", "option")}
    inner = [row.name for row in COMMANDS if name and row.name.startswith(f"{name} ")]
    pieces = " ".join(command.collect_usage_pieces(context))
    synopsis = f"onelog {name} {pieces}" if name else "onelog [OPTIONS] [COMMAND] [ARGS]..."
    return Usage(name, synopsis, sentence, about, example, found["argument"], found["option"], inner)


# --- the page


def page() -> str:
    """docs/commands.md."""
    first, *others = usages()
    parts = [
        "# Commands\n",
        "Every command with its options, made from the program. `onelog help COMMAND` shows the same in your terminal.\n",
        "On its own, `onelog` shows your day. These options come before a command:\n",
        _table(first.options),
    ]
    panels = {row.name: row.panel for row in COMMANDS}
    for panel in GROUPS:
        parts.append(f"## {_heading(panel)}\n")
        parts += [_entry(one) for one in others if panels[one.name.partition(" ")[0]] == panel]
    return "\n".join(parts)


def _heading(panel: str) -> str:
    return say("en", f"help.pages.{panel}")


def _entry(usage: Usage) -> str:
    about = [f"```text\n{_plain(one)}\n```\n" if one.startswith(" ") else f"{_cell(one)}\n" for one in usage.about]
    inner = ", ".join(f"[{name}](#{name.replace(' ', '-')})" for name in usage.inner)
    more = [f"See also {inner}.\n"] if inner else []
    used = f"```sh\n{usage.synopsis}\n```\n"
    example = f"For example: `{usage.example}`\n"
    rows = _table([row for row in usage.arguments + usage.options if row[0] != "--help"])
    return "\n".join([f"### {usage.name}\n", f"{_cell(usage.sentence)}\n", used, *about, example, *more, rows])


def _plain(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip("\n").split("\n"))


def _table(rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    return "".join(["| | |\n|---|---|\n", *(f"| `{_safe(name)}` | {_cell(said)} |\n" for name, said in rows)])


def _cell(text: str) -> str:
    return _safe(text).replace("<", "&lt;")


def _safe(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


# --- the manual


def manual() -> dict[str, str]:
    """The man pages, by the names of their files."""
    first, *others = usages()
    return {"onelog.1": _front(first, others)} | {f"{_dashed(one.name)}.1": _man(one) for one in others}


def _dashed(name: str) -> str:
    return "onelog-" + name.replace(" ", "-")


def _front(usage: Usage, others: list[Usage]) -> str:
    panels = {row.name: row.panel for row in COMMANDS}
    by_panel = [
        (_heading(panel), [(one.name, one.sentence) for one in others if panels[one.name.partition(" ")[0]] == panel])
        for panel in GROUPS
    ]
    commands = [line for panel, rows in by_panel for line in (f".SS {_roff(panel)}", *_listed(rows))]
    return _joined(
        _head("onelog", "a private journal of 1-on-1 meetings"),
        [".SH SYNOPSIS", f".B {_roff(usage.synopsis)}"],
        [".SH DESCRIPTION", _roff(usage.sentence), *(line for one in usage.about for line in _paragraph(one))],
        [".SH COMMANDS", "Each has a page of its own, such as onelog\\-log(1).", *commands],
        [".SH OPTIONS", *_listed(usage.options)],
        [".SH ENVIRONMENT", *_listed(_rows_of("Environment"))],
        [".SH EXIT STATUS", *_listed(_rows_of("Pipes and JSON"))],
        [".SH SEE ALSO", _roff("onelog help TOPIC shows a page: tutorial, grammar, safety, scripts and others.")],
    )


def _man(usage: Usage) -> str:
    seen = ["onelog(1)", *(f"{_dashed(name)}(1)" for name in usage.inner)]
    return _joined(
        _head(_dashed(usage.name), usage.sentence.rstrip(".")),
        [".SH SYNOPSIS", f".B {_roff(usage.synopsis)}"],
        [".SH DESCRIPTION", _roff(usage.sentence), *(line for one in usage.about for line in _paragraph(one))],
        [".SH ARGUMENTS", *_listed(usage.arguments)] if usage.arguments else [],
        [".SH OPTIONS", *_listed(usage.options)],
        [".SH EXAMPLE", ".nf", _roff(usage.example), ".fi"],
        [".SH SEE ALSO", _roff(", ".join(seen))],
    )


def _head(name: str, sentence: str) -> list[str]:
    return [
        f'.\\" Made by tests/docs/reference.py from the program.\n.TH {_roff(name.upper())} 1 "" "onelog {__version__}" "onelog"',
        ".SH NAME",
        f"{_roff(name)} \\- {_roff(sentence)}",
    ]


def _joined(*sections: list[str]) -> str:
    return "".join(f"{line}\n" for section in sections for line in section)


def _listed(rows: list[tuple[str, str]]) -> list[str]:
    return [line for name, said in rows for line in (".TP", f".B {_roff(name)}", _roff(" ".join(said.split())))]


def _paragraph(text: str) -> list[str]:
    return (
        [".PP", ".nf", *map(_roff, _plain(text).split("\n")), ".fi"] if text.startswith(" ") else [".PP", _roff(text)]
    )


def _roff(text: str) -> str:
    """Words for roff: a `\\`, a `-`, and a dot or a quote at the beginning mean something to it."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe[:1] in (".", "'") else safe


def _rows_of(heading: str) -> list[tuple[str, str]]:
    """The rows of the table under a heading of docs/scripts.md."""
    text = (DOCS / "scripts.md").read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", text, re.MULTILINE)[1:]
    return [(name.replace("`", ""), said.replace("`", "")) for name, said in rows]


if __name__ == "__main__":
    MAN.mkdir(exist_ok=True)
    (DOCS / "commands.md").write_text(page(), encoding="utf-8")
    made = manual()
    for path in MAN.iterdir():
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (MAN / name).write_text(text, encoding="utf-8")
    COMPLETIONS.mkdir(exist_ok=True)
    for name, shell in SCRIPTS.items():
        (COMPLETIONS / name).write_text(script(shell), encoding="utf-8")
