"""The pages of the docs in the terminal, and the man pages: they come with the program."""

import os
import re
import sys
from pathlib import Path

import typer

import onelog
from onelog.cli.app import Ctx
from onelog.core.errors import NotFound, OnelogError
from onelog.core.phrases import say
from onelog.core.settings import spoken


def shipped(name: str, in_project: str) -> Path:
    """A folder that comes with the program: inside the installed package, or in the project. Raises `NotFound`."""
    package = Path(onelog.__file__).parent
    for place in (package / name, package.parents[1] / in_project):
        if place.is_dir():
            return place
    raise NotFound("command.part_missing")


def docs() -> Path:
    """The folder with the pages, and with the man pages. Raises `NotFound`."""
    return shipped("docs", "docs")


def pages() -> dict[str, str]:
    """The pages that `onelog help` shows, each with what it is about, as the first page of the docs lists them."""
    try:
        index = _spoken("index").read_text(encoding="utf-8")
    except (NotFound, OSError):
        return {}
    return dict(re.findall(r"^\| \[.+?\]\((?:\.\./)?([\w-]+)\.md\) \| (.+?) \|$", index, re.MULTILINE))


def page(name: str) -> str | None:
    """The page of this name, as Markdown, in Japanese where that is spoken and written; None where there is none."""
    return _spoken(name).read_text(encoding="utf-8") if name in pages() else None


def _spoken(name: str) -> Path:
    """The file of a page: `docs/ja/` has some of them."""
    own = docs() / spoken() / f"{name}.md"
    return own if own.is_file() else docs() / f"{name}.md"


def install_man(ctx: Ctx, wanted: bool) -> None:
    """Copies the man pages to where `man` looks for those of this user."""
    if not wanted or ctx.resilient_parsing:
        return
    files = sorted((docs() / "man").glob("*.1"))
    try:
        local = Path.home() / ".local"
    except RuntimeError as error:
        raise OnelogError("file.no_home_for_man") from error
    folder = local / "share" / "man" / "man1"
    folder.mkdir(parents=True, exist_ok=True)
    for old in (
        *folder.glob("onelog.1"),
        *folder.glob("onelog-*.1"),
    ):  # of commands that are gone, or links of an installer
        old.unlink()
    for file in files:
        (folder / file.name).write_bytes(file.read_bytes())
        (folder / file.name).chmod(0o644)
    sys.stdout.write(say(spoken(), "help.pages.man_installed", n=len(files), folder=folder) + "\n")
    if str(local / "bin") not in os.environ.get("PATH", "").split(os.pathsep):  # from which `man` knows the folder
        sys.stdout.write(say(spoken(), "help.pages.man_path", folder=folder.parent) + "\n")
    raise typer.Exit
