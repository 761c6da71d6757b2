"""demo: a journal of two years to look around in, in a file that can be thrown away."""

import os
import shlex
import shutil
import sys
import tempfile
from pathlib import Path
from textwrap import wrap

import typer

from onelog.cli import manual
from onelog.cli.app import App, Ctx
from onelog.cli.asking import terminal

NOW = "2026-11-20T08:50:00+09:00"
"""The morning on which the sample journal ends; the demo's clock stands there."""

STEPS: tuple[tuple[str, list[str]], ...] = (
    ("demo.today", []),
    ("demo.timeline", ["timeline", "mia", "--limit", "2"]),
    ("demo.overdue", ["actions", "--overdue"]),
    ("demo.goals", ["goals"]),
    ("demo.search", ["search", "afraid", "--limit", "3"]),
    ("demo.search_japanese", ["search", "言葉", "--limit", "3"]),
    (
        "demo.log",
        [
            "log",
            "mia",
            (
                "She has the exception; one change on 1 December. a: tell Chloé before noon @me due:today "
                "a: send the vendor letter @them due:tue aha: asking early is cheaper because: it took one sentence mood:5 len:25m"
            ),
        ],
    ),
    ("demo.after", ["timeline", "mia", "--limit", "1"]),
    ("demo.undo", ["undo"]),
)


def demo(ctx: Ctx) -> None:
    app = ctx.obj
    folder = Path(tempfile.mkdtemp(prefix="onelog-demo-"))  # nobody else's, whatever lies there
    try:
        _play(app, folder / "journal.db")
    except BaseException:  # broken off before it was told where the folder is
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _play(app: App, journal: Path) -> None:
    os.environ |= {
        "ONELOG_JOURNAL": str(journal),
        "ONELOG_NOW": NOW,
        "ONELOG_SEED": "demo",
        "ONELOG_CONFIG": str(_settings(journal, app.spoken)),
    }
    App.always_draw = True
    _say(app, "onelog import examples/journal", "demo.import")
    _run(["import", str(manual.shipped("examples", "examples/journal"))])
    for about, words in STEPS:
        if not _go_on(app):
            break
        _say(app, _as_typed(words), about)
        _run(words)
    _ending(app, journal)


def _settings(journal: Path, language: str) -> Path:
    """The settings of the demo: its keeper, and the language of whoever looks around."""
    file = journal.with_name("config.toml")
    file.write_text(f'me = "Ken Mori"\nlanguage = "{language}"\n', encoding="utf-8")
    return file


def _as_typed(words: list[str]) -> str:
    return " ".join(
        [
            "onelog",
            *(
                f'"{w}"'
                if " " in w and '"' not in w
                else shlex.quote(w)
                if not w.isalnum() and not w.startswith("--") and w.isascii()
                else w
                for w in words
            ),
        ]
    )


def _say(app: App, command: str, about: str) -> None:
    """The line between: what it is about, by the key of its phrase, and what was typed."""
    app.screen.blank()
    app.screen.line(("── ", "quiet"), (app.said(about), "quiet"))
    for line in wrap(command, app.screen.measure - 2, subsequent_indent="    ", break_on_hyphens=False):
        app.screen.line(("$ " if line.startswith("onelog") else "", "quiet"), (line, "strong"))
    app.screen.blank()
    sys.stdout.flush()


def _run(words: list[str]) -> None:
    from onelog.cli.main import main  # noqa: PLC0415 - main imports the commands, and this is one

    code = main(words)
    sys.stdout.flush()
    sys.stderr.flush()
    if code:  # it has said why; nothing that follows can do better
        raise typer.Exit(code)


def _go_on(app: App) -> bool:
    """Waits for Enter on a terminal; q leaves."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    sys.stderr.write("\n")
    word = terminal.ask_briefly(f"  {app.said('prompt.demo_on')}")
    if os.environ.get("TERM", "dumb") != "dumb":
        sys.stderr.write("\x1b[1A\x1b[2K\x1b[1A")  # the question goes away again
        sys.stderr.flush()
    return word is not None and word.lower() not in ("q", "quit")


def _ending(app: App, journal: Path) -> None:
    app.screen.blank()
    app.screen.line(("── ", "quiet"), (app.said("demo.look_around"), "strong"))
    app.screen.blank()
    folder = journal.parent
    app.write(
        f"  export ONELOG_JOURNAL={journal}\n"
        f"  export ONELOG_CONFIG={folder / 'config.toml'}\n"
        f"  export ONELOG_NOW={NOW}\n"
        "  onelog timeline aiko        onelog show ben          onelog moments --kind aha\n"
        "  onelog export 2026Q3        onelog undo              onelog --help\n"
        f"  {app.said('demo.throw_away', command=f'rm -r {folder}')}\n"
        f"\n  {app.said('demo.begin', command='onelog log NAME')}\n"
    )
