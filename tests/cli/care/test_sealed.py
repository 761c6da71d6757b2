"""Encrypted backups: passphrase and recovery key open them, nothing else does, and no plain copy is left anywhere."""

import base64
import io
import random
import re
import resource
import shutil
import subprocess
import tarfile
from datetime import datetime
from pathlib import Path

import pexpect
import pyrage
import pytest
from conftest import NOW, ONELOG, Onelog
from inside import Inside

from onelog.core.errors import Refused
from onelog.core.installed import way_to_add
from onelog.safety import encryption as sealed_files

pytestmark = pytest.mark.posix

WORDS = "the Planted words 植えた言葉"
PASSPHRASE = "correct horse 電池"  # noqa: S105 - opens what the tests make
NAME = "journal-20261122T140000+0900.db.age.tar"


def folder(run: Onelog) -> Path:
    return run.folder / "journal.db.backups"


def state(place: Path) -> dict[str, bytes]:
    return {str(p.relative_to(place)): p.read_bytes() for p in place.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with an encrypted backup, the passphrase in `pass.txt`, the recovery key in `recovery.txt`."""
    run = Onelog(tmp_path_factory.mktemp("sealed"))
    run("log", "mia", WORDS)
    (run.folder / "pass.txt").write_text(f"{PASSPHRASE}\nnothing more is read\n", encoding="utf-8")
    said = run.run("backup --encrypt --passphrase-file pass.txt --recovery-key-file recovery.txt")
    assert said.code == 0
    assert "AGE-SECRET-KEY-1" not in said.out + said.err
    return run.folder


@pytest.fixture
def sealed(onelog: Onelog, made: Path) -> Onelog:
    shutil.copytree(made, onelog.folder, dirs_exist_ok=True, symlinks=True)
    return onelog


@pytest.fixture
def plain(onelog: Onelog, made: Path) -> Onelog:
    """The journal before any encrypted backup."""
    for name in ("journal.db", "pass.txt"):
        shutil.copy2(made / name, onelog.folder / name)
    return onelog


@pytest.mark.long
def test_the_backup_is_told_of(sealed: Onelog) -> None:
    (one,) = sealed.json("backup --list")
    path = folder(sealed) / NAME
    assert (one["encrypted"], one["path"], one["bytes"], one["meetings"]) == (
        True,
        str(path),
        path.stat().st_size,
        None,
    )
    assert sealed("backup --list").split("\t")[4] == "encrypted"
    assert sealed.screen("backup --list").split("\n")[0].startswith("1  today 14:00 · encrypted  ")
    assert {p.name: p.stat().st_mode & 0o777 for p in folder(sealed).iterdir()} == {NAME: 0o600, "key.json": 0o600}
    assert (sealed.folder / "recovery.txt").stat().st_mode & 0o777 == 0o600


def test_nothing_of_the_journal_is_in_it_in_plain(sealed: Onelog) -> None:
    for data in state(folder(sealed)).values():
        assert all(
            word.encode() not in data for word in ("SQLite", "Planted", "植えた", "mia", "AGE-SECRET", PASSPHRASE)
        )


@pytest.mark.long
@pytest.mark.parametrize("secret", ["pass.txt", "recovery.txt"])
def test_passphrase_and_recovery_key_bring_it_back(sealed: Onelog, secret: str) -> None:
    before = sealed("export --format json --private")
    sealed("log", "mia", "later words")
    done = sealed.json("restore", "1", "--passphrase-file", secret)
    assert (done["restored"], done["meetings"]) == (str(folder(sealed) / NAME), 1)
    assert sealed("export --format json --private") == before
    assert sealed.json(done["kept"] and f"restore {Path(done['kept']).name}")["meetings"] == 2
    assert [p for p in folder(sealed).iterdir() if p.name.startswith(".")] == []


@pytest.mark.long
def test_tar_and_age_alone_open_it(sealed: Onelog) -> None:
    with tarfile.open(folder(sealed) / NAME) as tar:
        parts = {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]  # all are files
    assert list(parts) == ["README.txt", "key.age", "journal.db.age"]
    told = pyrage.passphrase.decrypt(parts["key.age"], PASSPHRASE).decode()
    identity = next(line for line in told.split("\n") if not line.startswith("#"))
    assert f"{identity}\n" in (sealed.folder / "recovery.txt").read_text()
    (sealed.folder / "opened.db").write_bytes(
        pyrage.decrypt(parts["journal.db.age"], [pyrage.x25519.Identity.from_str(identity)])
    )
    assert sealed("export", ONELOG_JOURNAL=str(sealed.folder / "opened.db")) == sealed("export")


def test_later_ones_need_no_passphrase_and_open_with_the_first(sealed: Onelog) -> None:
    sealed("log", "mia", "later words")
    target = Path(sealed.json("backup --encrypt")["path"])
    assert target.name == "journal-20261122T140000+0900-2.db.age.tar"
    place = sealed.folder / "new.db"
    sealed("restore", str(target), "--passphrase-file", "recovery.txt", ONELOG_JOURNAL=str(place))
    assert sealed("export", ONELOG_JOURNAL=str(place)) == sealed("export")


@pytest.mark.long
def test_a_passphrase_that_is_given_must_open_the_key(sealed: Onelog) -> None:
    (sealed.folder / "wrong.txt").write_text("another passphrase\n")
    before = state(sealed.folder)
    assert "does not open" in sealed.fails("backup --encrypt --passphrase-file wrong.txt")
    assert state(sealed.folder) == before
    sealed("backup --encrypt --passphrase-file pass.txt --recovery-key-file again.txt")
    assert (sealed.folder / "again.txt").read_text() == (sealed.folder / "recovery.txt").read_text()


def test_elsewhere_it_is_a_new_file_and_never_over_another(sealed: Onelog) -> None:
    place = sealed.folder / "stick"
    place.mkdir()
    for target, path in (("stick", place / NAME), ("stick/mine.tar", place / "mine.tar")):
        assert sealed.json("backup", target, "--encrypt")["path"] == str(path)
    before = state(sealed.folder)
    sealed.fails("backup stick/mine.tar --encrypt")
    sealed.fails("backup stick/mine.tar")
    assert state(sealed.folder) == before
    sealed("restore stick/mine.tar --passphrase-file recovery.txt")


def test_encrypted_ones_are_thinned_apart(sealed: Onelog) -> None:
    """However many plain ones there are, one a day of the encrypted ones stays."""
    inside = Inside(sealed.folder)
    (folder(sealed) / NAME).unlink()
    for day in range(10, 20):
        assert inside("backup", "--encrypt", ONELOG_NOW=f"2026-11-{day}T08:00:00+09:00").code == 0
        assert inside("backup", ONELOG_NOW=f"2026-11-{day}T09:00:00+09:00").code == 0
    days = {
        sort: [one["at"][8:10] for one in sealed.json("backup --list") if one["encrypted"] is sort]
        for sort in (True, False)
    }
    assert days[True] == days[False] == ["19", "18", "17", "16", "15", "14", "13"]


# --- what is refused -----------------------------------------------------------------------------------------------


@pytest.mark.long
def test_a_wrong_secret_opens_nothing(sealed: Onelog) -> None:
    stranger = pyrage.x25519.Identity.generate()
    wrong = {
        "passphrase": f"{PASSPHRASE} \n",
        "key": f"{stranger}\n",
        "no key": "AGE-SECRET-KEY-1NOSUCHKEY\n",
        "nothing": "\n",
    }
    for name, text in wrong.items():
        (sealed.folder / name).write_text(text, encoding="utf-8")
    before = state(sealed.folder)
    for name in (*wrong, "no-such-file"):
        done = Inside(sealed.folder)("restore", "1", "--passphrase-file", name)
        assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 2), name
        assert state(sealed.folder) == before


def test_where_nobody_can_be_asked_it_says_what_to_do(sealed: Onelog) -> None:
    before = state(sealed.folder)
    assert "--passphrase-file" in sealed.fails("restore 1")
    assert state(sealed.folder) == before


@pytest.mark.long
def test_a_machine_that_is_too_slow_for_the_passphrase_is_told_from_a_wrong_one(made: Path) -> None:
    with tarfile.open(made / "journal.db.backups" / NAME) as tar:
        armored = tar.extractfile("key.age").read()  # type: ignore[union-attr]  # it is a file
    wrapped = base64.b64decode(b"".join(armored.splitlines()[1:-1]))
    from_faster = re.sub(rb"(-> scrypt \S+) \d+", rb"\1 30", wrapped)  # 2**30 rounds: hours here
    with pytest.raises(Refused, match="This machine is too slow, or too busy, to open its key with the passphrase"):
        sealed_files.opened(from_faster, PASSPHRASE, "its key")
    with pytest.raises(Refused, match="This does not open its key"):
        sealed_files.opened(wrapped, "another", "its key")


CHANCE = random.Random(20261122)  # noqa: S311 - chance that has to repeat itself
PLACES: list[str | float] = [
    "the first byte",
    "the first file's text",
    "the key",
    "the padding",
    "the last byte",
    *sorted(CHANCE.random() for _ in range(25)),
]


def _offset(data: bytes, place: str | float) -> int:
    """Where a byte is altered: at a part of the file, or somewhere between its beginning and its end."""
    if isinstance(place, float):
        return int(place * len(data))
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        readme, key, _ = tar.getmembers()
    return {
        "the first byte": 0, "the first file's text": readme.offset_data + 20, "the key": key.offset_data + 200,
        "the padding": key.offset_data + key.size + 1, "the last byte": len(data) - 1,
    }[place]  # fmt: skip


def test_any_altered_byte_is_seen_before_anything_else(sealed: Onelog) -> None:
    """Before a secret is asked for, so that an altered file is never taken for a wrong passphrase."""
    path, inside = folder(sealed) / NAME, Inside(sealed.folder)
    whole = path.read_bytes()
    for place in PLACES:
        at = _offset(whole, place)
        bit = 1 << CHANCE.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        _refused(sealed, inside, path, f"{place}: byte {at}, bit {bit}")
    path.write_bytes(whole)
    assert inside("restore", "1", "--passphrase-file", "recovery.txt").code == 0


def test_a_cut_file_and_one_with_more_at_its_end_are_refused(sealed: Onelog) -> None:
    path, inside = folder(sealed) / NAME, Inside(sealed.folder)
    whole = path.read_bytes()
    for size in (0, 1, 511, 512, 2000, len(whole) // 2, len(whole) - 1024, len(whole) - 1):
        path.write_bytes(whole[:size])
        _refused(sealed, inside, path, f"cut after {size}")
    for more in (b"\0", b"x" * 512, whole):
        path.write_bytes(whole + more)
        _refused(sealed, inside, path, f"{len(more)} more")


def _refused(run: Onelog, inside: Inside, path: Path, what: str) -> None:
    before = state(run.folder)
    done = inside("restore", "1", "--passphrase-file", "recovery.txt")
    assert (done.code, done.out, len(done.err.splitlines())) == (3, "", 2), what
    assert str(path) in done.err, what
    assert state(run.folder) == before, what


def test_an_altered_archive_with_checksums_that_fit_is_refused_by_age(sealed: Onelog, made: Path) -> None:
    """Whoever alters it on purpose can write a fitting README; the encryption itself tells."""
    from onelog.safety import encryption as onelog_sealed  # noqa: PLC0415 - only to write what an adversary would

    path, inside = folder(sealed) / NAME, Inside(sealed.folder)
    with tarfile.open(path) as tar:
        _, key, body = (tar.extractfile(member).read() for member in tar)  # type: ignore[union-attr]  # all are files
    for at in (30, len(body) // 2, len(body) - 1):
        altered = body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]
        path.write_bytes(b"".join(onelog_sealed._tar(key, io.BytesIO(altered), len(altered), 0)))
        before = state(sealed.folder)
        assert inside("restore", "1", "--passphrase-file", "recovery.txt").code in (1, 3)
        assert state(sealed.folder) == before


def test_what_is_wrong_with_the_journal_inside_is_said_of_the_file_that_was_named(sealed: Onelog) -> None:
    """It is looked at as a plain copy, whose place nobody knows."""
    key, path = sealed_files.key_of(sealed.journal), sealed.folder / "spoiled.age.tar"
    assert key
    (sealed.folder / "spoiled.db").write_bytes(sealed.journal.read_bytes()[:5000])
    sealed_files.seal(sealed.folder / "spoiled.db", path, key, datetime.fromisoformat(NOW))
    before = state(sealed.folder)
    said = sealed.fails("restore", path.name, "--passphrase-file", "recovery.txt", code=3)
    assert said.splitlines() == [
        f"onelog: {path} is damaged; nothing was changed.",
        "  Nothing was changed; onelog backup --list lists the copies of this journal.",
    ]
    assert state(sealed.folder) == before


# --- the first one -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["", "--passphrase-file pass.txt", "--recovery-key-file r.txt", "--passphrase-file blank --recovery-key-file r.txt",
     "--passphrase-file none --recovery-key-file r.txt", "--passphrase-file pass.txt --recovery-key-file pass.txt"],
)  # fmt: skip
def test_in_a_pipe_the_first_one_needs_both_files(plain: Onelog, words: str) -> None:
    """The recovery key must not end in somebody's log, nor a passphrase be guessed at."""
    (plain.folder / "blank").write_text("\nthe second line\n")
    before = state(plain.folder)
    assert len(plain.fails(f"backup --encrypt {words}").splitlines()) == 2
    assert state(plain.folder) == before
    assert not folder(plain).exists()


def test_of_no_journal_no_key_is_made(onelog: Onelog) -> None:
    (onelog.folder / "pass.txt").write_text("a passphrase\n")
    assert "no journal yet" in onelog.fails("backup --encrypt --passphrase-file pass.txt --recovery-key-file r.txt")
    assert [p.name for p in onelog.folder.iterdir()] == ["pass.txt"]


def test_a_damaged_key_is_not_used(sealed: Onelog) -> None:
    key = folder(sealed) / "key.json"
    whole = key.read_bytes()
    for data in (
        b"",
        b"{}",
        b"[]",
        b"\xff",
        whole[:-20],
        whole.replace(b"age1", b"age2"),
        whole.replace(b"BEGIN", b"BEGUN"),
    ):
        key.write_bytes(data)
        before = state(sealed.folder)
        done = Inside(sealed.folder)("backup", "--encrypt")
        assert (done.code, str(key) in done.err) == (3, True)
        assert state(sealed.folder) == before


def spawned(run: Onelog, *words: str) -> "pexpect.spawn[str]":
    return pexpect.spawn(ONELOG[0], [*ONELOG[1:], *words], env=run.env, cwd=run.folder, encoding="utf-8", timeout=60)


@pytest.mark.long
def test_on_a_terminal_the_passphrase_is_asked_for_twice_and_the_recovery_key_shown_once(plain: Onelog) -> None:
    child = spawned(plain, "backup", "--encrypt")
    for prompt in ("A passphrase for the backups of this journal: ", "The same once more: "):
        child.expect_exact(prompt)
        child.sendline("typed Unseen")
    child.expect(r"AGE-SECRET-KEY-1\w+")
    key = str(child.after)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, "Unseen" in str(child.before)) == (0, False)
    assert key not in "".join(data.decode("latin-1") for data in state(plain.folder).values())
    later = spawned(plain, "backup", "--encrypt")
    later.expect(pexpect.EOF)
    later.close()
    assert (later.exitstatus, "AGE-SECRET" in str(later.before)) == (0, False)
    child = spawned(plain, "restore", "1", "--yes")
    child.expect_exact("Passphrase or recovery key: ")
    child.sendline(key)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, key in str(child.before)) == (0, False)


@pytest.mark.parametrize("typed", [("one", "another"), ("", ""), ("  ", "  ")])
def test_two_that_differ_and_an_empty_one_make_nothing(plain: Onelog, typed: tuple[str, str]) -> None:
    before = state(plain.folder)
    child = spawned(plain, "backup", "--encrypt")
    for prompt, words in zip(
        ("of this journal: ", "once more: "), typed if typed[0].strip() else typed[:1], strict=False
    ):
        child.expect_exact(prompt)
        child.sendline(words)
    child.expect("nothing was made")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert state(plain.folder) == before


# --- no room, no library, a kill -----------------------------------------------------------------------------------


@pytest.mark.parametrize("part", [0.5, 1.001])
def test_without_room_nothing_is_left(sealed: Onelog, part: float) -> None:
    """Half way through the plain copy, and just after it, where the encrypted one no longer fits."""
    before = state(sealed.folder)
    room = int(sealed.journal.stat().st_size * part)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(
        [*ONELOG, "backup", "--encrypt"], env=sealed.env, capture_output=True, preexec_fn=limit, check=False
    )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, b"", 2)
    assert state(sealed.folder) == before


def test_without_the_library_it_says_how_to_get_it(sealed: Onelog) -> None:
    (sealed.folder / "lib").mkdir()
    (sealed.folder / "lib" / "pyrage.py").write_text("raise ImportError('not here')\n")
    before = state(sealed.folder)
    for words in ("backup --encrypt", "restore 1 --passphrase-file recovery.txt"):
        said = sealed.fails(words, PYTHONPATH=str(sealed.folder / "lib"), PYTHONDONTWRITEBYTECODE="1")
        assert said.splitlines()[1] == f"  Install it: {way_to_add('encrypt', 'pyrage')}"
    assert state(sealed.folder) == before
    sealed("backup", PYTHONPATH=str(sealed.folder / "lib"), PYTHONDONTWRITEBYTECODE="1")


def test_a_plain_copy_that_a_kill_left_is_gone_after_the_next(sealed: Onelog) -> None:
    left = folder(sealed) / ".journal.db.0badcafe.onelog.new"
    left.write_bytes(sealed.journal.read_bytes())
    sealed("backup --encrypt")
    assert not left.exists()
    assert all(b"SQLite format" not in data for data in state(folder(sealed)).values())


def test_modes_do_not_depend_on_the_mask(sealed: Onelog) -> None:
    done = subprocess.run([*ONELOG, "backup", "--encrypt"], env=sealed.env, capture_output=True, check=True, umask=0)
    assert done.stderr == b""
    assert {p.stat().st_mode & 0o777 for p in folder(sealed).iterdir()} == {0o600}
