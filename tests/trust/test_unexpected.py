"""What nobody plans for: clocks that jump, homes that are gone, limits, signals, a newer onelog that comes in between."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest
from at_terminal import type_line
from conftest import NOW, ONELOG, Onelog, Run
from inside import Inside

pytestmark = [pytest.mark.trust, pytest.mark.posix]

EVERYTHING = (
    ("--color", "never"), ("timeline",), ("actions",), ("goals",), ("people",), ("history",), ("export",), ("timeline", "--since", "last month"),
    ("search", "words"), ("recover",), ("doctor",), ("log", "mia", "words a: draft it due:tomorrow"), ("log", "mia", "words on:yesterday"),
    ("note", "mia", "words"), ("aha", "words"), ("goals", "add", "later", "--by", "eoq"), ("people", "add", "Zed", "--every", "2w", "--on", "tue"),
    ("undo",), ("redo",), ("nominate", "mia"), ("thread",), ("discover",), ("spark", "mia"), ("spark", "mia", "--take", "1", "--on", "fri"),
    ("spark", "--list"), ("export", "--format", "html"),
)  # fmt: skip
WEEKS = (("review",), ("review", "--format", "html"), ("stats",), ("stats", "2026"), ("next",))
"""What counts one week after the other; up to the year 9000 they are too many to wait for."""


def calm(done: Run, what: object = "") -> Run:
    """The command did its work, or said in a sentence that it could not."""
    assert "Traceback" not in done.err, (what, done)
    assert "inside onelog" not in done.err, (what, done)
    assert done.code in (0, 1, 2, 3), (what, done)
    if done.code and what != ("doctor",):  # which tells by its code what it has found
        assert "onelog: " in done.err, (what, done)
    return done


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal with some of everything in it."""
    inside = Inside(tmp_path_factory.mktemp("some"))
    inside("people", "add", "Mia Tanaka", "--relation", "manager", "--every", "2w", "--on", "tue")
    inside("log", "mia", "words of worth a: draft it due:fri aha: 小さなチーム")
    inside("goals", "add", "a goal", "--from", "0", "--to", "9", "--by", "eoq")
    return inside.journal.read_bytes()


@pytest.fixture
def some(onelog: Onelog, journal: bytes) -> Onelog:
    """onelog on a copy of it."""
    onelog.journal.write_bytes(journal)
    onelog.journal.chmod(0o600)
    return onelog


# --- clocks ----------------------------------------------------------------------------------------------------------


def at(day: str) -> dict[str, Any]:
    return {"ONELOG_NOW": f"{day}T09:00:00+09:00"}


def test_a_clock_that_jumps_back_changes_no_order(onelog: Onelog) -> None:
    """Undo, redo and history go by the order of what was done, the timeline by the days that were meant."""
    onelog("log", "mia", "first", **at("2026-11-20"))
    onelog("log", "mia", "second", **at("2026-11-01"))
    onelog("log", "mia", "third", **at("2026-11-10"))
    assert [m["notes"] for m in onelog.json("timeline")] == ["first", "third", "second"]
    assert [change["n"] for change in onelog.json("history")] == [3, 2, 1]
    onelog("undo", **at("2026-10-01"))
    assert {m["notes"] for m in onelog.json("timeline")} == {"first", "second"}
    onelog("undo", **at("2026-09-01"))
    assert {m["notes"] for m in onelog.json("timeline")} == {"first"}
    onelog("redo", "2", **at("2025-01-01"))
    assert [m["notes"] for m in onelog.json("timeline")] == ["first", "third", "second"]
    assert len({m["uid"] for m in onelog.json("timeline")}) == 3


@pytest.mark.long
def test_promises_and_drafts_of_a_later_clock_are_lived_with(onelog: Onelog) -> None:
    onelog("log", "mia", "words a: draft it due:fri", **at("2027-06-01"))
    onelog.fails("aha", "-", input="two\nlines", **at("2027-06-01"))
    inside = Inside(onelog.folder)
    for command in EVERYTHING:
        calm(inside(*command, **at("2026-11-20")), command)
    assert "two" in onelog("recover", "--show", **at("2026-11-20"))
    onelog("recover", "1", "--with", "mia", **at("2026-11-20"))
    assert not (onelog.folder / "journal.db.drafts").exists()


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize(
    "now",
    [
        "1970-01-01T00:00:00+00:00", "2024-02-29T12:00:00+00:00", "2076-11-22T14:00:00+09:00", "2200-01-01T00:00:00+00:00",
        "2026-11-22T14:00:00+23:59", "2026-11-22T14:00:00-23:59", "2026-11-22T14:00:00.999999+00:00:30", "9000-12-31T23:59:59-12:00",
        "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00+14:00",
    ],
)  # fmt: skip
def test_any_clock_is_lived_with_or_refused(some: Onelog, now: str) -> None:
    inside = Inside(some.folder)
    for command in (*EVERYTHING, *(WEEKS if now < "3" else ())):
        calm(inside(*command, ONELOG_NOW=now), command)
    assert len(some.json("timeline --limit 0")) > 0


@pytest.mark.walk(4)
@pytest.mark.parametrize(
    "zone", ["garbage", "Nowhere/City", ":bad", "", "UTC0", "<+09>-9", "Asia/Tokyo", "/dev/null", "X" * 300]
)
def test_any_time_zone_is_lived_with(some: Onelog, zone: str) -> None:
    env = {name: value for name, value in some.env.items() if name != "ONELOG_NOW"} | {"TZ": zone, "PYTHONTZPATH": ""}
    for words in ("log mia hello", "timeline", "--color never"):
        done = subprocess.run(
            [*ONELOG, *words.split()], env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
        assert (done.returncode, "onelog: " in done.stderr) == (0, False), done


# --- homes, folders and names ----------------------------------------------------------------------------------------


def at_home(onelog: Onelog, home: str, *words: str) -> Run:
    """A command that looks for its journal at home."""
    env = {k: v for k, v in onelog.env.items() if k != "ONELOG_JOURNAL" and not k.startswith("XDG_")} | {"HOME": home}
    done = subprocess.run(
        [*ONELOG, *words],
        env=env,
        cwd=onelog.folder,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Run(done.stdout, done.stderr, done.returncode)


def test_a_home_that_is_there_gets_a_private_journal(onelog: Onelog) -> None:
    assert at_home(onelog, str(onelog.folder), "log", "mia", "hello").code == 0
    place = Path(at_home(onelog, str(onelog.folder), "db", "path").out.strip())
    assert place.is_absolute()
    assert (place.exists(), place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (True, 0o600, 0o700)


@pytest.mark.parametrize("home", ["a file", "/proc", "/dev/null", "links in a circle", "relative/home"])
def test_a_home_that_cannot_be_one_is_an_error_with_a_sentence(onelog: Onelog, home: str) -> None:
    (onelog.folder / "a file").write_text("words", encoding="utf-8")
    (onelog.folder / "links in a circle").symlink_to("links in a circle")
    before = sorted(path.name for path in onelog.folder.iterdir())
    meant = home if home.startswith(("/", "rel")) else str(onelog.folder / home)
    assert calm(at_home(onelog, meant, "timeline")).code in (0, 3)
    logged = calm(at_home(onelog, meant, "log", "mia", "hello"))
    assert logged.code in (1, 3), logged
    assert "descriptor" not in logged.err
    assert sorted(path.name for path in onelog.folder.iterdir()) == before


ODD_NAMES = {
    "relative": ("here/journal.db", 0), "with a slash behind": ("here/journal.db/", 0), "by way of a folder": ("./here/../journal.db", 0),
    "at home": ("~/journal.db", 0), "at nobody's home": ("~nobody-of-that-name/journal.db", 2), "a folder": (".", 3), "the folder above": ("..", 3),
    "the root": ("/", 3), "under a file": ("some file/journal.db", 3), "too long": ("x" * 300, 3), "too long with drafts": ("x" * 250, 1),
}  # fmt: skip


@pytest.mark.parametrize(("name", "code"), ODD_NAMES.values(), ids=ODD_NAMES)
def test_any_way_to_name_a_journal_leads_there_or_to_a_sentence(onelog: Onelog, name: str, code: int) -> None:
    (onelog.folder / "some file").write_text("words", encoding="utf-8")
    (onelog.folder / "here").mkdir()
    done = calm(onelog.run("log", "mia", "hello", ONELOG_JOURNAL=name))
    assert done.code == code, done
    if not code:
        assert len(onelog.json("timeline", ONELOG_JOURNAL=name)) == 1
        assert len(list(onelog.folder.rglob("journal.db"))) == 1


def test_no_name_at_all_is_the_usual_place(onelog: Onelog) -> None:
    onelog("log", "mia", "hello", ONELOG_JOURNAL="")
    assert [path.name for path in onelog.folder.rglob("journal.db")] == ["journal.db"]
    assert "onelog" in str(next(onelog.folder.rglob("journal.db")).parent)


def test_a_folder_that_is_a_link_is_followed(onelog: Onelog) -> None:
    (onelog.folder / "real").mkdir()
    (onelog.folder / "link").symlink_to("real")
    env: dict[str, Any] = {"ONELOG_JOURNAL": str(onelog.folder / "link" / "journal.db")}
    onelog("log", "mia", "hello", **env)
    onelog("log", "mia", "hello again", ONELOG_JOURNAL=str(onelog.folder / "real" / "journal.db"))
    assert len(onelog.json("timeline", **env)) == 2
    assert (onelog.folder / "link").is_symlink()


def test_a_journal_with_two_names_stays_one(onelog: Onelog) -> None:
    onelog("log", "mia", "hello")
    other = onelog.folder / "other.db"
    os.link(onelog.journal, other)
    onelog("log", "mia", "by its first name")
    onelog("log", "mia", "by its second name", ONELOG_JOURNAL=str(other))
    onelog("undo")
    assert [m["notes"] for m in onelog.json("timeline")] == ["by its first name", "hello"]
    assert onelog.json("timeline") == onelog.json("timeline", ONELOG_JOURNAL=str(other))
    assert (onelog.journal.stat().st_ino, onelog.journal.stat().st_nlink) == (other.stat().st_ino, 2)


def test_a_folder_that_nobody_may_look_into_is_a_place_to_work_in(some: Onelog) -> None:
    """The current folder: unreadable, and then gone."""
    here = some.folder / "here"
    here.mkdir()
    line = 'cd here && chmod 000 . && "$@" && rmdir ../here && "$@"'
    done = subprocess.run(
        ["/bin/sh", "-c", line, "sh", *ONELOG, "timeline"], env=some.env, cwd=some.folder, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert (done.returncode, done.stdout.count("words of worth")) == (0, 2), done


# --- limits ----------------------------------------------------------------------------------------------------------


def limited(run: Onelog, limit: int, most: int, *words: str, **more: str) -> Run:
    """A command that may not have more of something than this."""
    done = subprocess.run(
        [*ONELOG, *words], env=run.env | more, cwd=run.folder, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=120,
        preexec_fn=lambda: resource.setrlimit(limit, (most, most)),
    )  # fmt: skip
    return Run(done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), done.returncode)


WRITES = (
    ("log", "mia", "said much of worth"), ("note", "mia", "said much of worth"), ("aha", "said much of worth"), ("people", "add", "Ben"), ("undo",),
    ("import", "many.md"), ("export", "--format", "json", "-o", "out.json"),
    ("review", "2026", "--format", "html", "-o", "out.html"), ("spark", "mia", "--take", "1"), ("backup",),
)  # fmt: skip


@pytest.mark.walk(1)
@pytest.mark.parametrize("most", [0, 300, 60_000])
def test_a_limit_to_the_size_of_files_loses_nothing(some: Onelog, most: int) -> None:
    """A quota or a full disk, from the first byte on and from somewhere in the middle."""
    before, whole = some.journal.read_bytes(), some("export --format json")
    (some.folder / "many.md").write_text(
        "---\nwith: mia\nat: 2026-11-01\n---\n\n" + "words\n" * 20_000, encoding="utf-8"
    )
    for words in WRITES:
        done = calm(limited(some, resource.RLIMIT_FSIZE, most, *words, PYTHONDONTWRITEBYTECODE="1"), words)
        if done.code:
            some("timeline")  # takes back what the command could not
            assert some.journal.read_bytes() == before, (words, done)
            assert words[-1] not in ("out.json", "out.html") or not (some.folder / words[-1]).exists()
            assert not list(some.folder.glob(".*")), "nothing half is left"
        elif words[0] not in ("export", "review", "backup"):
            some("undo", "1") if words != ("undo",) else some("redo")
            before = some.journal.read_bytes()
    assert [m for m in json.loads(some("export --format json"))["meetings"] if m["notes"].startswith("words of worth")]
    assert json.loads(some("export --format json"))["people"] == json.loads(whole)["people"]


@pytest.mark.parametrize("most", [7, 6, 5])
def test_few_open_files_are_enough_or_it_is_said(some: Onelog, most: int) -> None:
    before = some.journal.read_bytes()
    for words in (("timeline",), ("log", "mia", "said much")):
        done = limited(some, resource.RLIMIT_NOFILE, most, *words)
        if "Fatal Python error" in done.err or "init_import_site" in done.err:  # Python itself did not start
            continue
        calm(done, words)
    assert some.journal.read_bytes() == before or len(some.json("timeline")) == 2


@pytest.mark.parametrize("what", [resource.RLIMIT_STACK, resource.RLIMIT_CORE], ids=["stack", "core"])
def test_other_limits_are_no_trouble(some: Onelog, what: int) -> None:
    assert limited(some, what, 1 << 19, "timeline").code == 0
    assert limited(some, what, 1 << 19, "log", "mia", "hello").code == 0


ALONE = ["unshare", "--mount", "--map-root-user"] if os.geteuid() else ["unshare", "--mount"]
can_mount = pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run([*ALONE, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False).returncode
    != 0,
    reason="no file system may be mounted here",
)


def on_a_disk(run: Onelog, script: str) -> str:
    """Runs a script with a disk of 600 KB at `disk`, the journal on it; `onelog` in it is the program."""
    (run.folder / "disk").mkdir()
    whole = f"""
    mount -t tmpfs -o size=600k none disk && cp journal.db disk/journal.db && export ONELOG_JOURNAL="$PWD/disk/journal.db"
    onelog() {{ {" ".join(ONELOG)} "$@"; echo "code $?"; }}
    {script}
    """
    done = subprocess.run(
        [*ALONE, "sh", "-c", whole],
        env=run.env,
        cwd=run.folder,
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout + done.stderr


@can_mount
def test_a_full_disk_takes_no_words_and_loses_none(some: Onelog) -> None:
    said = on_a_disk(
        some,
        """
        head -c 600k /dev/zero > disk/filling 2>/dev/null
        cksum disk/journal.db; onelog log mia 'said much'; onelog aha x 2>&1; onelog people add Ben; onelog undo; cksum disk/journal.db
        onelog timeline; onelog export -o disk/out.md; onelog backup; ls -A disk
        rm disk/filling; onelog log mia 'said much'; onelog timeline
        """,
    )
    lines = said.splitlines()
    sums = [line for line in lines if line.endswith("disk/journal.db")]
    assert sums[0] == sums[1]
    assert "Traceback" not in said
    assert "inside onelog" not in said
    assert [line for line in lines if line.startswith("code")] == [
        *["code 1"] * 4,
        "code 0",
        "code 1",
        "code 1",
        "code 0",
        "code 0",
    ]
    assert "out.md" not in lines
    assert said.count("words of worth") == 2
    assert "full" in said or "No space" in said


@can_mount
def test_a_disk_that_may_only_be_read_is_read(some: Onelog) -> None:
    said = on_a_disk(
        some,
        """
        mount -o remount,ro disk
        onelog timeline; onelog export; onelog log mia 'said much'; onelog undo; onelog backup
        """,
    )
    codes = [line for line in said.splitlines() if line.startswith("code")]
    assert codes == ["code 0"] * 2 + ["code 1"] * 3
    assert "Traceback" not in said
    assert "inside onelog" not in said


# --- signals ---------------------------------------------------------------------------------------------------------

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT, signal.SIGKILL)


def kept_words(run: Onelog, words: str) -> None:
    """They wait, are offered, and can be brought back, once."""
    assert not run.journal.exists()
    assert "onelog recover" in run.run("").err
    assert words in run("recover", "--show")
    run("recover", "1")
    assert words in run.json("timeline")[0]["notes"]
    assert not (run.folder / "journal.db.drafts").exists()


@pytest.mark.parametrize("number", SIGNALS[:3], ids=lambda number: str(number.name))
def test_a_signal_at_the_prompt_keeps_the_words(onelog: Onelog, number: signal.Signals) -> None:
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=onelog.env, cwd=str(onelog.folder), timeout=30, encoding="utf-8"
    )
    child.expect("an empty line ends it")
    child.expect("> ")
    type_line(child, "words of worth")
    child.kill(number)
    child.expect(pexpect.EOF)
    child.close()
    assert "Traceback" not in (child.before or "")
    kept_words(onelog, "words of worth")


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: str(number.name))
def test_a_signal_while_the_editor_is_open_keeps_the_words(onelog: Onelog, number: signal.Signals) -> None:
    (onelog.folder / "editor.sh").write_text(
        f'printf "words of worth\\n" >> "$1"; kill -{int(number)} $PPID', encoding="utf-8"
    )
    done = subprocess.run(
        [*ONELOG, "log", "mia", "--edit"], env=onelog.env | {"ONELOG_EDITOR": "sh editor.sh"}, cwd=onelog.folder, capture_output=True,
        text=True, check=False, stdin=subprocess.DEVNULL, preexec_fn=heeding_all,
    )  # fmt: skip
    assert done.returncode in (-number, 128 + number), done
    assert "Traceback" not in done.stderr
    kept_words(onelog, "words of worth")


def heeding_all() -> None:
    """In the new process: what runs in the background is born deaf to some of them."""
    for number in SIGNALS[:4]:
        signal.signal(number, signal.SIG_DFL)


# --- surroundings ------------------------------------------------------------------------------------------------------

PYTHONS = {
    "without assertions": ["-OO"], "in development mode": ["-X", "dev", "-W", "error", "-bb"], "in UTF-8 mode": ["-X", "utf8"],
    "without its own folder": ["-P", "-B"],
}  # fmt: skip


@pytest.mark.walk(2)
@pytest.mark.parametrize("flags", PYTHONS.values(), ids=PYTHONS)
def test_any_way_to_run_python_will_do(some: Onelog, flags: list[str]) -> None:
    wanted = {words: Inside(some.folder)(*words.split()).out for words in ("timeline", "export", "search words")}
    for words in (*wanted, "--help", "log mia hello", "undo"):
        done = subprocess.run(
            [sys.executable, *flags, "-m", "onelog", *words.split()], env=some.env, capture_output=True, text=True, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert (done.returncode, "Warning" in done.stderr) == (0, False), done
        assert wanted.get(words, done.stdout) == done.stdout


LOCALES: tuple[dict[str, str], ...] = (
    {"LANG": "ja_JP.UTF-8"}, {"LC_ALL": "ja_JP.eucJP"}, {"LC_ALL": "nonsense"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "tr_TR.UTF-8"},
)  # fmt: skip


@pytest.mark.walk(3)
@pytest.mark.parametrize("env", LOCALES, ids=str)
def test_any_language_of_the_machine_will_do(some: Onelog, env: dict[str, Any]) -> None:
    some("log", "mia", "-", input="目標 é I İ", **env)
    found = some.json("timeline", **env)
    assert (found[0]["notes"], found[1]["moments"][0]["text"]) == ("目標 é I İ", "小さなチーム")


@pytest.mark.parametrize("told", ["", " ", "80.5", "abc", "-1", "0x10", "１００", "1e3"])
def test_any_size_of_a_screen_that_is_told_is_lived_with(some: Onelog, told: str) -> None:
    out = some.screen("timeline", COLUMNS=told, LINES=told)
    assert "words of worth" in out
    assert "Traceback" not in out


def test_no_editor_at_all_is_said(onelog: Onelog) -> None:
    for words in (("log", "mia", "--edit"), ("log", "mia", "words", "--edit")):
        said = onelog.fails(*words, PATH="/nowhere", EDITOR="", VISUAL="", ONELOG_EDITOR="")
        assert "could not be started" in said
        assert "ONELOG_EDITOR" in said
    assert not onelog.journal.exists()


def test_an_answer_from_a_folder_or_from_nothing_is_no_trouble(some: Onelog) -> None:
    for stdin in ("/dev/null", "/dev/full", "/dev/zero"):
        with open(stdin, "rb") as stream:
            done = subprocess.run(
                [*ONELOG, "timeline"], env=some.env, stdin=stream, capture_output=True, text=True, check=False
            )
        assert (done.returncode, done.stderr) == (0, "")


# --- two versions of onelog ---------------------------------------------------------------------------------------------

RAISES = """
import sqlite3, sys
db = sqlite3.connect("journal.db")
db.execute(f"PRAGMA user_version = {db.execute('PRAGMA user_version').fetchone()[0] + 1}")
db.close()
open(sys.argv[1], "a").write("words of worth\\n")
"""
"""An editor that is open while a newer onelog brings the journal up to its own version."""


@pytest.mark.parametrize("edits", ["log", "edit"])
def test_a_newer_onelog_that_comes_in_between_is_not_overwritten(some: Onelog, edits: str) -> None:
    (some.folder / "editor.py").write_text(RAISES, encoding="utf-8")
    words = ("log", "mia", "--edit") if edits == "log" else ("edit", some.json("timeline --kind meeting")[0]["id"])
    before = some.journal.read_bytes()
    done = some.run(*words, ONELOG_EDITOR=f"{sys.executable} editor.py")
    assert (done.code, "version" in done.err) == (3, True), done
    assert [
        path.read_text(encoding="utf-8").count("words of worth") for path in some.folder.glob("journal.db.drafts/*.md")
    ] != []
    now = some.journal.read_bytes()
    assert (now[100:], now[:24]) == (before[100:], before[:24]), "only the version and what counts its changes"
    for command in (("timeline",), ("log", "mia", "hello"), ("undo",), ("recover", "1")):
        assert some.run(*command).code == 3, command
    assert some.journal.read_bytes() == now


def test_words_begun_before_the_clock_was_set_are_in_their_place(onelog: Onelog) -> None:
    """Drafts are told apart by more than their time."""
    for n in range(3):
        onelog.fails("aha", "-", input=f"two\nlines {n}")
    assert len(onelog.json("recover", ONELOG_NOW="2020-01-01T00:00:00+09:00")) == 3
    assert {draft["at"] for draft in onelog.json("recover")} == {NOW}


KINDS: tuple[Callable[[Path], object], ...] = (Path.touch, Path.mkdir)


@pytest.mark.parametrize("make", KINDS, ids=["a file", "a folder"])
def test_something_else_where_the_drafts_should_be_is_said(onelog: Onelog, make: Callable[[Path], object]) -> None:
    place = onelog.folder / "journal.db.drafts"
    make(place)
    done = calm(onelog.run("log", "mia", "hello"))
    assert (done.code == 0) == (make is Path.mkdir), done
    assert onelog.journal.exists() == (make is Path.mkdir)
