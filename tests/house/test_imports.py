"""What a command does not need is not imported: start-up is most of what somebody waits for. And no network, anywhere."""

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pexpect
import pytest
from at_terminal import on_terminal
from conftest import UNASKED, Onelog

import onelog as package

pytestmark = pytest.mark.posix

SOURCES = sorted(Path(package.__file__).parent.rglob("*.py"))
PRINTS = """
import os, sys
end = os._exit
def tell(code):
    with open(os.environ["MODULES"], "w") as file:
        file.write("\\n".join(sys.modules))
    end(code)
os._exit = tell
from onelog.__main__ import run
run()
"""
"""A driver that runs a command as `onelog` does, and writes down what was imported."""
NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "telnetlib",
    "urllib.request", "webbrowser", "xmlrpc", "requests", "httpx", "aiohttp", "urllib3",
}  # fmt: skip
HEAVY = {
    "prompt_toolkit",
    "rich",
    "sqlite_utils",
    "dateutil",
    "pydantic",
    "click",
    "asyncio",
    "http",
    "socket",
    "ssl",
    "urllib.request",
}


def imported(run: Onelog, *words: str, terminal: bool = False) -> set[str]:
    """The modules in a process after a command that works."""
    told = run.folder / "modules.txt"
    env = run.env | {"MODULES": str(told)}
    command = [sys.executable, "-c", PRINTS, *words]
    if terminal:
        on_terminal(command, env, run.folder, 80, 24)
    else:
        subprocess.run(command, env=env, cwd=run.folder, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return set(told.read_text(encoding="utf-8").split("\n"))


def test_a_run_ends_without_taking_the_interpreter_apart(demo: Onelog) -> None:
    """And its answer is whole, in a pipe that holds less than the answer."""
    driver = "import atexit; atexit.register(print, 'taken apart'); from onelog.__main__ import run; run()"
    line = [sys.executable, "-c", driver, "export", "--format", "json"]
    done = subprocess.run(
        line, env=demo.env, cwd=demo.folder, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    assert len(done.stdout) > 65536
    assert json.loads(done.stdout)["people"]


def among(modules: set[str], names: set[str]) -> set[str]:
    """The modules of these names, and those inside them."""
    return {module for module in modules if any(module == name or module.startswith(f"{name}.") for name in names)}


@pytest.mark.walk(8)
@pytest.mark.pinned
@pytest.mark.parametrize(
    "words",
    [
        ("actions",), ("actions", "--json"), ("timeline", "mia"), ("search", "courage"), ("export", "2026Q3"),
        ("log", "mia", "a word a: write it down"), ("done", "ID"), ("people",), ("goals",), (), ("next",), ("ask", "mia"), ("status",),
        ("status", "--short"), ("skills",), ("feedback", "mia"), ("moments", "--private"), ("prep", "mia"), ("prep", "--all"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_piped_command_imports_nothing_heavy(demo: Onelog, words: tuple[str, ...]) -> None:
    first = demo.json("actions")[0]["id"]
    modules = imported(demo, *(first if word == "ID" else word for word in words))
    assert "onelog.store.database" in modules
    assert among(modules, HEAVY) == set()


def test_daily_values_are_made_without_generated_code() -> None:
    """Each frozen dataclass costs a daily command more than one in a hundred of its time, before it is ever used."""
    generated = [
        f"{source.relative_to(SOURCES[0].parent)}: {node.name}"
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(one).startswith("dataclass(frozen") for one in node.decorator_list)
    ]
    assert generated == []


def test_what_asks_is_not_imported_where_nobody_is_asked(demo: Onelog) -> None:
    """Not for the second meeting of a day either, of which a line is said."""
    asking = {
        "onelog.cli.asking.terminal",
        "onelog.cli.asking.clarify",
        "onelog.journal.follow_up",
        "onelog.journal.people",
    }
    for words in ("we spoke about the move", "a: me book the room"):
        assert among(imported(demo, "log", "mia", words), {*asking, *HEAVY}) == set()


@pytest.mark.walk(6)
@pytest.mark.parametrize(
    "words",
    [
        ("actions",), ("timeline", "mia"), ("search", "courage"), ("people",), ("next",), (), ("ask", "mia"), ("status", "--short"),
        ("guide",), ("explain",), ("skills",), ("feedback",), ("moments", "--kind", "concern", "--private"), ("prep", "mia"),
        ("prep", "--all"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_reading_does_not_import_what_writes(demo: Onelog, words: tuple[str, ...]) -> None:
    writing = {
        "onelog.store.changelog",
        "onelog.store.transaction",
        "onelog.journal.follow_up",
        "onelog.journal.log",
        "onelog.markdown.document",
    }
    assert among(imported(demo, *words), writing) == set()


@pytest.mark.parametrize(
    "words",
    [("actions",), ("timeline", "mia"), ("search", "courage", "--json"), ("log", "mia", "a word"), ()],
    ids=" ".join,
)
def test_daily_commands_do_not_import_what_teaches_or_what_errors_say(demo: Onelog, words: tuple[str, ...]) -> None:
    teaching = {
        "onelog.core.phrases.errors",
        "onelog.core.glossary",
        "onelog.core.results.lessons",
        "onelog.insight.talk.questions",
        "onelog.insight.talk.guides",
    }
    assert among(imported(demo, *words), teaching) == set()


def test_a_prompt_imports_nothing_that_draws_or_lists(demo: Onelog) -> None:
    modules = imported(demo, "status", "--short", terminal=True)
    assert "onelog.store.queries.glance" in modules
    drawing = {
        "rich",
        "onelog.terminal.kit.screen",
        "onelog.formats.tsv",
        "onelog.core.results.common",
        "onelog.store.records",
    }
    assert among(modules, drawing) == set()


@pytest.mark.pinned
@pytest.mark.parametrize("words", [("log", "m"), ("done", ""), ("timeline", "--tag", ""), ("review", "")], ids=" ".join)
def test_tab_imports_nothing_heavy(demo: Onelog, words: tuple[str, ...]) -> None:
    demo.env["_ONELOG_COMPLETE"] = "offer_fish"
    modules = imported(demo, *words)
    assert "onelog.cli.complete" in modules
    assert among(modules, {*HEAVY, "onelog.terminal"}) == set()


def test_a_command_imports_nothing_of_what_tab_needs(demo: Onelog) -> None:
    assert among(imported(demo, "actions"), {"onelog.cli.complete", "onelog.cli.shells"}) == set()


def test_the_version_is_said_without_the_journal(onelog: Onelog) -> None:
    modules = imported(onelog, "--version")
    assert "onelog.cli.main" in modules
    assert (
        among(
            modules,
            {"sqlite3", "onelog.store", "onelog.core.model", "onelog.core.calendar.dates", "rich", "sqlite_utils"},
        )
        == set()
    )


def test_a_drawn_list_imports_rich_but_not_its_tables(demo: Onelog) -> None:
    modules = imported(demo, "actions", terminal=True)
    assert "rich.console" in modules
    assert (
        among(modules, {"rich.table", "rich.markdown", "rich.panel", "rich.progress", "sqlite_utils", "dateutil"})
        == set()
    )


def test_the_editor_is_imported_where_somebody_is_asked_and_nowhere_else(onelog: Onelog) -> None:
    told = onelog.folder / "modules.txt"
    env = onelog.env | UNASKED | {"MODULES": str(told)}
    for words, asked in ((["log", "mia", "we met"], False), (["log", "mia"], True), (["people"], False)):
        child = pexpect.spawn(sys.executable, ["-c", PRINTS, *words], env=env, cwd=str(onelog.folder), encoding="utf-8")
        if asked:
            child.expect("> ")
            child.send("we met")
            child.sendeof()
        child.expect(pexpect.EOF)
        child.close()
        modules = set(told.read_text(encoding="utf-8").split("\n"))
        assert bool(among(modules, {"prompt_toolkit"})) is asked, words


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(SOURCES[0].parent)))
def test_no_module_imports_the_network(source: Path) -> None:
    named: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    assert among(named, NETWORK) == set()


# --- what CONTRIBUTING says of libraries

ROOT = Path(__file__).parents[2]
INSTALLED_AS = {
    "sqlite-utils": "sqlite_utils",
    "python-dateutil": "dateutil",
    "recurring-ical-events": "recurring_ical_events",
}
"""What a library is imported as, where that is not its name."""


@cache
def importers() -> dict[str, set[str]]:
    """Library -> the files of ours that import it; of the tests just the folder of the browser's, which no other library is for."""
    found: dict[str, set[str]] = {}
    base = Path(package.__file__).parent
    files = [(path, path.relative_to(base).as_posix()) for path in SOURCES]
    files += [(path, path.relative_to(ROOT).as_posix()) for path in (ROOT / "tests" / "browser").rglob("*.py")]
    for path, name in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            names += [needed[1]] if (needed := re.match(r"needed\('(\w+)'", ast.unparse(node))) else []
            for top in {one.partition(".")[0] for one in names} - sys.stdlib_module_names - {"onelog", ""}:
                found.setdefault(top, set()).add(name)
    return found


def told() -> dict[str, list[str]]:
    """Library -> the files and folders that import it, as the table in CONTRIBUTING has them."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text[text.index("| Library | Imported by |") :].split("\n\n")[0].splitlines()[2:]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table]
    return {INSTALLED_AS.get(name := row[0].split(" ")[0], name): re.findall(r"`([^`]+)`", row[1]) for row in rows}


def test_each_library_is_imported_just_where_contributing_says() -> None:
    said = told()
    for library, files in importers().items():
        if library in said or not all(file.startswith("tests/") for file in files):
            assert {file for file in files if not file.startswith(tuple(said.get(library, ("-",))))} == set(), library
    found = importers()
    for library, places in said.items():
        idle = [place for place in places if not any(file.startswith(place) for file in found.get(library, ()))]
        assert (places != [], idle) == (True, []), library


def test_private_modules_of_libraries_are_imported_where_contributing_says_and_nowhere_else() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("| typer "))
    base = Path(package.__file__).parent
    private = re.compile(r"^\s*(?:from|import) (?!onelog|_|__future__)\w+(?:\.\w+)*\._\w", re.MULTILINE)
    found = {path.relative_to(base).as_posix() for path in SOURCES if private.search(path.read_text(encoding="utf-8"))}
    assert found == set(re.findall(r"`(cli/[\w/]+\.py)`", row))
