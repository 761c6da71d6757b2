"""Nothing is lost and nothing is half: commands killed, failing and out of room at every system call that writes.

`pytest tests/trust --full` tries every call of every command; without `--full` it is a sample. Where strace is not to be
had, commands are killed after a while instead.
"""

import random
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from conftest import ONELOG, Onelog, Run
from faults import Case, Scene
from holding import Found, waiting
from scenes import CASES, STARTS
from tracing import FAULTS, Call, Point, can_trace, trace

import onelog as program

pytestmark = pytest.mark.trust
traced = pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not trace")
by_name = {case.name: case for case in CASES}

Told = Callable[[str, object], None]
Scenes = Callable[[str], Scene]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """At full scale every command, with a test for each fault, so that they can run side by side; else some commands."""
    full = bool(metafunc.config.getoption("--full"))
    names = [case.name for case in CASES if full or case.sample]
    if "faults" in metafunc.fixturenames:
        rows = (
            [(name, [fault]) for name in names for fault in FAULTS]
            if full
            else [(name, list(FAULTS)) for name in names]
        )
        metafunc.parametrize(
            ("name", "faults"), rows, ids=[f"{name}, {some[0]}" if full else name for name, some in rows]
        )
    elif "cramped" in metafunc.fixturenames:
        metafunc.parametrize("cramped", [name for name in CRAMPED if full or by_name[name].sample > 1])
    elif "timed" in metafunc.fixturenames:
        metafunc.parametrize("timed", names)


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--full"))


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A folder with one of the journals that commands start from, made when it is first asked for."""
    made: dict[str, Path] = {}

    def folder(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp("start")
            STARTS[name](made[name])
        return made[name]

    return folder


@pytest.fixture
def scene(start: Callable[[str], Path], tmp_path: Path) -> Scenes:
    """A command on the journal that it starts from."""

    def made(name: str) -> Scene:
        case = by_name[name]
        return Scene(case, Onelog(tmp_path.resolve() / "run"), start(case.start))

    return made


# --- every call ------------------------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.walk(5)
@traced
def test_whatever_call_fails_nothing_is_lost_and_nothing_is_half(
    name: str, faults: list[str], scene: Scenes, full: bool, record_property: Told
) -> None:
    it = scene(name)
    points = [point for point in it.points if point.fault in faults]
    assert points
    wrong = _hit(it, points if full else _sample(points, it.case), record_property)
    assert not wrong, "\n".join(wrong)


def _hit(it: Scene, points: Sequence[Point], tell: Told) -> list[str]:
    """Hits every one of the points; what went wrong, in words."""
    found = {point: it.check(point) for point in points}
    _count(tell, len(points), [one for some in found.values() for one in some])
    return [f"{it.case.name}, {point}: {one}" for point, some in found.items() for one in some]


def _count(tell: Told, points: int, found: Sequence[Found], **more: int) -> None:
    """For the summary: "trust: 800 points, 0 lost, 0 half, 0 said"."""
    kinds = Counter(one.kind for one in found)
    tell("trust", {"points": points, **{kind: kinds[kind] for kind in ("lost", "half", "said")}, **more})


def _sample(points: Sequence[Point], case: Case) -> list[Point]:
    """A kill and a failure, of kinds of calls that are drawn first: there are many writes, and few links and syncs."""
    chance = random.Random(case.name)
    drawn = []
    for some in ([p for p in points if p.fault == "kill"], [p for p in points if p.fault != "kill"]):
        kind = chance.choice(sorted({(p.call.name, p.call.file, p.fault) for p in some}))
        drawn.append(chance.choice([p for p in some if (p.call.name, p.call.file, p.fault) == kind]))
    return drawn[: case.sample]


@pytest.mark.long
@traced
def test_the_words_of_several_killed_commands_all_wait(onelog: Onelog) -> None:
    texts = [f"what {name} said, 言ったこと\na: do {name}\n" for name in ("anna", "boris", "chen")]
    onelog("log", "mia", "the first talk a: do mia")
    killed = Point(Call("pwrite64", 1, "journal.db-journal", ""), "kill")
    for text in texts:
        assert trace([*ONELOG, "log", "mia", "-"], onelog.folder, onelog.env, data=text.encode(), point=killed).hit
    assert "3 texts have not reached the journal: onelog recover" in onelog.run("--color never").err
    assert sorted(waiting(onelog)) == texts
    for number in (3, 2, 1):
        onelog("recover", str(number))
    assert waiting(onelog) == []
    assert sorted(a["text"] for a in onelog.json("actions", "--all")) == ["do anna", "do boris", "do chen", "do mia"]


@pytest.mark.skipif(can_trace(), reason="strace is here, which does it at every call")
def test_killed_after_a_while(timed: str, scene: Scenes, full: bool, record_property: Told) -> None:
    it, chance = scene(timed), random.Random(timed)
    it.run(it.begin())
    it.begin()
    started = time.monotonic()
    it.run(it.onelog)
    usual, found, tries = time.monotonic() - started, list[Found](), 60 if full else 1
    for _ in range(tries):
        it.begin()
        found += it.verdict(_killed(it, usual * chance.uniform(0.3, 1.1)), None)
    _count(record_property, tries, found, timed=tries)
    assert not found, "\n".join(str(one) for one in found)


def _killed(it: Scene, after: float) -> Run:
    """A run that is killed after so many seconds, unless it ends before."""
    with subprocess.Popen(
        [*ONELOG, *it.words], env=it.onelog.env, cwd=it.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        try:
            out, err = process.communicate(it.data, timeout=after)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
    return Run(out.decode("utf-8", "replace"), err.decode("utf-8", "replace"), process.returncode)


# --- a disk that is full ---------------------------------------------------------------------------------------------

PAGE = 4096
CRAMPED = ("log from a pipe", "log in the editor", "edit", "import", "a migration", "backup", "forget")


def _own_disk() -> bool:
    """Whether this user may have a small file system of its own here."""
    if not shutil.which("unshare"):
        return False
    tried = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=4096 tmpfs /mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@pytest.mark.long
@pytest.mark.skipif(not _own_disk(), reason="no file system of one's own can be had here")
def test_a_disk_with_a_little_room(cramped: str, scene: Scenes, full: bool, record_property: Told) -> None:
    """Each run has a page more than the last one, until one comes through; without `--full` it is one of them."""
    it, found, tried = scene(cramped), list[Found](), 0
    for room in range(0, 2000, it.case.step) if full else [random.Random(cramped).randrange(2, 30)]:
        run = _with_room(it, room)
        tried += 1
        found += [Found(one.kind, f"with room for {room} pages: {one.what}") for one in it.verdict(run, None)]
        if run.code == 0:
            break
    _count(record_property, tried, found)
    assert not found, "\n".join(str(one) for one in found)


def _with_room(it: Scene, pages: int) -> Run:
    """The command on a file system with so many pages of 4 kB left; its folder is as that left it."""
    it.begin()
    files = [path for path in it.folder.rglob("*") if path.is_file()]
    size = sum(-(-path.stat().st_size // PAGE) for path in files) + pages
    kept = it.folder.with_name("kept")
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(it.folder, kept)
    script = (
        'mount -t tmpfs -o size="$1" tmpfs "$2" && cp -a "$3/." "$2" && cd "$2" || exit 99; kept="$3"; shift 3; "$@"; '
        'code=$?; rm -rf "$kept" && cp -a . "$kept"; exit $code'
    )
    words = [
        "unshare",
        "-rm",
        "sh",
        "-c",
        script,
        "sh",
        str(size * PAGE),
        str(it.folder),
        str(kept),
        *ONELOG,
        *it.words,
    ]
    done = subprocess.run(
        words, input=it.data, stdin=None if it.data else subprocess.DEVNULL, env=it.onelog.env, capture_output=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode != 99, done
    shutil.rmtree(it.folder)
    kept.rename(it.folder)
    return Run(done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), done.returncode)


# --- the harness itself ----------------------------------------------------------------------------------------------

BREAKS = {
    "no transaction": ("store/transaction.py", [
        ('patiently(store.db, "BEGIN IMMEDIATE", store.waiting)', "pass"),
        ('patiently(store.db, "COMMIT", store.waiting)', "pass"),
        ("PRAGMA defer_foreign_keys = ON", "PRAGMA foreign_keys = OFF"),
    ], "kill pwrite64 journal.db", "half"),
    "a transaction that ends too early": ("store/transaction.py", [
        ("        change.log()\n", '        store.db.execute("COMMIT")\n        store.db.execute("BEGIN")\n        change.log()\n'),
    ], "kill pwrite64 journal.db", "half"),
    "words that are thrown away too early": ("cli/asking/words.py", [
        ("        yield draft, text\n", "        draft.discard()\n        yield draft, text\n"),
    ], "kill pwrite64 journal.db-journal", "lost"),
    "an error that nobody hears of": ("store/transaction.py", [
        ('store.db.execute("ROLLBACK")\n        raise', 'store.db.execute("ROLLBACK")'),
    ], "EIO fdatasync journal.db-journal", "lost"),
}  # fmt: skip
"""What is broken, where and how; the calls at which it shows, and as what."""


@pytest.mark.long
@pytest.mark.walk(1)
@traced
@pytest.mark.parametrize("what", BREAKS)
def test_the_harness_finds_a_broken_transaction(what: str, scene: Scenes, tmp_path: Path) -> None:
    """A copy of the program with the fault put in: the harness finds it at one of a few points."""
    file, changes, where, kind = BREAKS[what]
    it = scene("log from a pipe")
    it.onelog.env["PYTHONPATH"] = str(_broken(tmp_path / "broken", file, changes))
    fault, call, place = where.split()
    points = [p for p in it.points if (p.fault, p.call.name, p.call.file) == (fault, call, place)]
    random.Random(what).shuffle(points)
    found = next((found for found in map(it.check, points[:8]) if found), [])
    assert kind in {one.kind for one in found}


def _broken(folder: Path, file: str, changes: Sequence[tuple[str, str]]) -> Path:
    shutil.copytree(Path(program.__file__).parent, folder / "onelog")
    text = (folder / "onelog" / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{file} has changed: {old}"
        text = text.replace(old, new)
    (folder / "onelog" / file).write_text(text, encoding="utf-8")
    return folder
