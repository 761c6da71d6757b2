"""What every test stands on: the program run as a user runs it, on a journal of its own, at a fixed time."""

import compileall
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, TypedDict

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent / "support"))
from preloaded import Preloaded

POSIX = bool(find_spec("termios"))
"""Whether this system has terminals, permissions and signals as POSIX knows them."""

# A shell's background job is deaf to both, and so is all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
if POSIX:
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)

settings.register_profile("onelog", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("few", settings.get_profile("onelog"), max_examples=15)  # `--hypothesis-profile few`
settings.register_profile("some", settings.get_profile("onelog"), max_examples=40)  # without `--full`
settings.load_profile("onelog")

NOW = "2026-11-22T14:00:00+09:00"
"""A Sunday."""
UNASKED = {"ONELOG_CONFIG": str(Path(__file__).parent / "support" / "unasked.toml")}
"""Settings with which `log` asks nothing after it has logged on a terminal."""
ONELOG = [sys.executable, "-m", "onelog"]


class Clock(TypedDict):
    """The environment of a command at another time."""

    ONELOG_NOW: str


def at(day: str) -> Clock:
    """`onelog("…", **at("2026-11-22"))`: the command at ten in the morning of that day, in Tokyo."""
    return {"ONELOG_NOW": f"{day}T10:00:00+09:00"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="the heavy tests at full scale, not at a sample of it")
    parser.addoption(
        "--walks", type=int, default=1, metavar="N", help="N times as many cases of each walk, else as without --full"
    )
    parser.addoption(
        "--windows", action="store_true", help="each command as on Windows, as far as that can be had here"
    )
    parser.addoption("--real-starts", action="store_true", help="a new interpreter for each command, as a shell does")


full = False
"""Whether `--full` was asked for."""
preloaded: Preloaded | None = None
temporary: Path | None = None
"""The one folder for all that a run leaves in the temporary folder; it goes with the run, unless something failed."""


def pytest_configure(config: pytest.Config) -> None:
    global full, preloaded, temporary
    full = config.getoption("--full")
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("onelog" if full else "some")
    if (
        sys.dont_write_bytecode
    ):  # else each command with an interpreter of its own compiles onelog anew, three times its own work
        compileall.compile_dir(str(Path(__file__).parents[1] / "src"), quiet=2)
    if config.getoption("--windows"):
        ONELOG[1:] = [str(Path(__file__).parent / "support" / "windows.py")]
    real = config.getoption("--real-starts") or config.getoption("--windows")
    preloaded = Preloaded(own=full) if POSIX and not real else None
    if POSIX:
        import at_terminal  # noqa: F401, PLC0415 - it has pexpect start onelog preloaded
    if not hasattr(config, "workerinput"):  # a worker has the folder of the whole run
        temporary = Path(tempfile.mkdtemp(prefix="onelog-tests-"))
        os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)


def examples(whole: int) -> int:
    """How many examples of a property are tried: all of them with `--full`, a fifth otherwise."""
    return whole if full else whole // 5


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves out the files of the mark `posix` where they cannot run: they cannot even be imported on Windows."""
    if (POSIX and not config.getoption("--windows")) or collection_path.suffix != ".py":
        return None
    return True if "pytest.mark.posix" in collection_path.read_text(encoding="utf-8") else None


MANY = 9
"""A test that runs commands in more cases than these is a walk through a third of them."""


@pytest.hookimpl(tryfirst=True)  # before `-m walk` looks at the marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without `--full` a walk takes a share of its cases, unless a case is asked for by name.

    A long test runs with `--full`, with `-m`, and where its file is named.
    """
    if full or any("[" in word for word in config.args):
        return
    tables: dict[str, list[pytest.Function]] = {}
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
            tables.setdefault(item.nodeid.split("[")[0], []).append(item)
    for cases in tables.values():
        if len(cases) > MANY and "onelog" in cases[0].fixturenames and not cases[0].get_closest_marker("walk"):
            for case in cases:
                case.add_marker(pytest.mark.walk(max(MANY, len(cases) // 3)))
    walks = {name: cases for name, cases in tables.items() if cases[0].get_closest_marker("walk")}
    whole = bool(config.option.markexpr) or any(".py" in word for word in config.args)
    long = set() if whole else {item.nodeid for item in items if item.get_closest_marker("long")}
    left = long | {case.nodeid for cases in walks.values() for case in cases} - {
        case.nodeid for cases in walks.values() for case in share(cases, config.getoption("--walks"))
    }
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left])
    items[:] = [item for item in items if item.nodeid not in left]


def share(cases: Sequence[pytest.Function], times: int = 1) -> list[pytest.Function]:
    """So many `times` the cases that the mark says, chosen by their names, and those without which a value is not met.

    A mark of 0 leaves all of them to `--full`.
    """
    mark = cases[0].get_closest_marker("walk")
    assert mark
    if not mark.args[0]:
        return []
    tables = {tuple(case.callspec.indices[name] for case in cases): name for name in cases[0].callspec.indices}
    met, chosen = set[tuple[str, int]](), list[pytest.Function]()
    for case in sorted(cases, key=lambda case: sha256(ascii(case.name).encode()).digest()):
        values = {(name, case.callspec.indices[name]) for name in tables.values()}
        if len(chosen) < times * mark.args[0] or (len(tables) > 1 and values - met):
            chosen.append(case)
            met |= values
    return chosen


def pytest_sessionfinish(exitstatus: int) -> None:
    global temporary
    if exitstatus == pytest.ExitCode.TESTS_FAILED:
        temporary = None


def pytest_unconfigure() -> None:
    if preloaded:
        preloaded.close()
    if temporary:
        shutil.rmtree(temporary, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the heavy tests tell of themselves, each in a line, and the sum of all faults that were tried."""
    reports = [report for some in terminalreporter.stats.values() for report in some]
    told = [row for report in reports if getattr(report, "when", "") == "call" for row in report.user_properties]
    for _, line in (row for row in told if row[0] == "told"):
        terminalreporter.write_line(f"told: {line}")
    trust: Counter[str] = sum((Counter(found) for name, found in told if name == "trust"), Counter())
    if trust:
        trust.update(lost=0, half=0, said=0)
        terminalreporter.write_line("trust: " + ", ".join(f"{trust[kind]} {kind}" for kind in trust))


class Run(NamedTuple):
    """What a command did."""

    out: str
    err: str
    code: int


KEPT = ("PATH", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE", "SYSTEMROOT", "SYSTEMDRIVE", "PATHEXT", "COMSPEC")
"""What a command needs of the environment of the tests, Windows' own included."""


def environment(folder: Path, **more: str) -> dict[str, str]:
    """A clean environment: a home, a journal, a place for what is thrown away and a clock of this test's own; ids that repeat."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    own = {
        "HOME": str(folder), "USERPROFILE": str(folder), "ONELOG_JOURNAL": str(folder / "journal.db"), "ONELOG_NOW": NOW, "ONELOG_SEED": "test",
        "LANG": "C.UTF-8", "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "ONELOG_DEVICE": "desk",
        "TMPDIR": str(folder), "TEMP": str(folder),
    }  # fmt: skip
    return kept | own | more


class Onelog:
    """`onelog("actions mia --json")`, or with the words one by one: `onelog("log", "mia", "a text")`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journal = folder / "journal.db"
        self.env = environment(folder)

    def run(self, *words: str, input: str | bytes | None = None, **env: str) -> Run:  # noqa: A002 - as subprocess says it
        """Runs and tells, whatever the exit code."""
        line = shlex.split(words[0]) if len(words) == 1 else list(words)
        data = input.encode() if isinstance(input, str) else input
        if (
            preloaded
            and preloaded.serves(self.env | env)
            and (run := preloaded.run(line, data, self.env | env, self.folder))
        ):
            return _run(*run)
        done = subprocess.run(
            [*ONELOG, *line], input=data, stdin=subprocess.DEVNULL if data is None else None, capture_output=True,
            env=self.env | env, cwd=self.folder, check=False, timeout=120,
        )  # fmt: skip
        return _run(done.stdout, done.stderr, done.returncode)

    def __call__(self, *words: str, input: str | bytes | None = None, **env: str) -> str:  # noqa: A002 - as above
        """What a command that works prints on stdout."""
        done = self.run(*words, input=input, **env)
        assert done.code == 0, done
        return done.out

    def fails(self, *words: str, input: str | bytes | None = None, code: int = 1, **env: str) -> str:  # noqa: A002 - as above
        """What a command that does not work says on stderr."""
        done = self.run(*words, input=input, **env)
        assert done.code == code, done
        assert "Traceback" not in done.err
        return done.err

    def json(self, *words: str, **env: str) -> Any:
        """The JSON that a command prints."""
        import json  # noqa: PLC0415 - its name is this method's

        line = shlex.split(words[0]) if len(words) == 1 else list(words)
        return json.loads(self(*line, "--json", **env))

    def screen(self, *words: str, columns: int = 80, rows: int = 24, **env: str) -> str:
        """What a command draws on a terminal of this size, without colours; blanks at line ends are dropped."""
        line = shlex.split(words[0]) if len(words) == 1 else list(words)
        env = {"NO_COLOR": "1", "COLUMNS": "", "LINES": "", **env}
        from at_terminal import on_terminal  # noqa: PLC0415 - only POSIX systems have it

        return on_terminal([*ONELOG, *line], self.env | env, self.folder, columns, rows)


def _run(out: bytes, err: bytes, code: int) -> Run:
    return Run(out.decode("utf-8", "replace"), err.decode("utf-8", "replace"), code)


def with_settings(run: Onelog, text: str | bytes) -> Path:
    """A config.toml in its place under this test's home."""
    file = run.folder / ".config" / "onelog" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


@pytest.fixture
def onelog(tmp_path: Path) -> Onelog:
    """onelog on an empty journal."""
    return Onelog(tmp_path)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with the examples in it, made once; copy it, do not write to it."""
    run = Onelog(tmp_path_factory.mktemp("demo"))
    run("import", str(EXAMPLES / "journal"), ONELOG_NOW=DEMO_NOW, ONELOG_SEED="demo")
    return run.journal


EXAMPLES = Path(__file__).parent.parent / "examples"
DEMO_NOW = "2026-11-20T08:50:00+09:00"


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Onelog:
    """onelog on a copy of the demo's journal, on the demo's morning."""
    run = Onelog(tmp_path)
    run.journal.write_bytes(demo_file.read_bytes())
    run.journal.chmod(0o600)
    run.env["ONELOG_NOW"] = DEMO_NOW
    return run
