"""Encrypted backups: one file that a passphrase or a recovery key opens, here or with tar and age alone.

The file is a plain tar of three: `README.txt` says how to open it, `key.age` is an X25519 identity encrypted with the
passphrase, `journal.db.age` is the journal encrypted to that identity (https://age-encryption.org/v1). The identity is
made once for a journal and kept, wrapped, with its public half beside the backups: later ones need no passphrase.
"""

import contextlib
import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import IO, Any, BinaryIO, NamedTuple, cast

from onelog.core import files, installed
from onelog.core.errors import Damaged, Message, Refused
from onelog.store.vault import snapshots
from onelog.store.vault.atomic_file import aside, put

RECOVERY = "AGE-SECRET-KEY-1"
"""How a recovery key begins."""
_NAMES = ("README.txt", "key.age", "journal.db.age")
_PIECE = 1 << 20
_MEASURES = 50
_README = """An encrypted backup of a onelog journal.

    onelog restore FILE

puts it back; it asks for the passphrase or the recovery key. Without onelog, tar and age
(https://age-encryption.org) open it:

    tar xf FILE
    age -d -i key.age -o journal.db journal.db.age      asks for the passphrase
    age -d -i recovery.txt -o journal.db journal.db.age      with the recovery key in a file

SHA-256 of what is in it, to see whether it is whole:

{key}  key.age
{body}  journal.db.age
"""


class Key(NamedTuple):
    """What encrypts the backups of a journal: anybody may know it, nobody reads a backup with it."""

    recipient: str
    wrapped: str
    """The identity, encrypted with the passphrase: an armored age file."""


def age() -> ModuleType:
    """The library that encrypts. Raises `Refused` where it is not installed."""
    try:
        import pyrage  # noqa: PLC0415 - an extra that few need
    except ImportError as error:
        raise Refused("encryption.needs_pyrage", how=installed.way_to_add("encrypt", "pyrage")) from error
    return cast("ModuleType", pyrage)


# --- the key -------------------------------------------------------------------------------------------------------


def _key_file(journal: Path) -> Path:
    return snapshots.folder(journal) / "key.json"


def key_of(journal: Path) -> Key | None:
    """The key of a journal's backups; None where none was made yet. Raises `Damaged`."""
    file = _key_file(journal)
    try:
        said = json.loads(files.read(file))
        key = Key(str(said["recipient"]), str(said["key"]))
        if said["sha256"] != _sum_of(key):
            raise ValueError
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged("encryption.key_unreadable", file=file) from error
    return key


def _sum_of(key: Key) -> str:
    return hashlib.sha256("".join(key).encode()).hexdigest()


def new_key(passphrase: str) -> tuple[Key, str]:
    """A new key, and the recovery key that opens what it encrypts."""
    identity = age().x25519.Identity.generate()
    told = f"# public key: {identity.to_public()}\n{identity}\n"
    wrapped = age().passphrase.encrypt(told.encode(), passphrase, armored=True)
    opened(wrapped, passphrase, Message("errors.encryption.own_key"))
    return Key(str(identity.to_public()), wrapped.decode()), str(identity)


def save_key(journal: Path, key: Key) -> None:
    """Keeps the key with the journal's backups, for good. Raises `Refused` where there is one already."""
    said = {"onelog": 1, "recipient": key.recipient, "key": key.wrapped, "sha256": _sum_of(key)}
    with snapshots.in_folder(journal, "key.json") as path:
        path.write_text(json.dumps(said, indent=1), encoding="utf-8")
        try:
            put(path, _key_file(journal))
        except FileExistsError as error:
            raise Refused("encryption.chosen_meanwhile") from error


def opened(wrapped: bytes, secret: str, what: Message | str) -> Any:
    """The identity that a passphrase opens, or that a recovery key is. Raises `Refused` where it does not fit."""
    wrong = Refused("encryption.does_not_open", what=what)
    try:
        if not secret.startswith(RECOVERY):
            told = _unwrapped(wrapped, secret, what).decode()
            secret = next(line for line in told.split("\n") if line.startswith(RECOVERY))
        return age().x25519.Identity.from_str(secret.strip())
    except (age().DecryptError, age().IdentityError, StopIteration, UnicodeDecodeError) as error:
        raise wrong from error


def _unwrapped(wrapped: bytes, passphrase: str, what: Message | str) -> bytes:
    """What a passphrase opens.

    The library measures for a millisecond how fast this machine is, and refuses work that it would need long for
    (https://github.com/str4d/rage/issues/642). On a busy machine that is a matter of luck, so it is asked again.
    Raises `Refused` where the machine is too slow each time, and what the library raises.
    """
    for _ in range(_MEASURES):
        try:
            return cast("bytes", age().passphrase.decrypt(wrapped, passphrase))
        except age().DecryptError as error:
            if "Excessive work" not in str(error):
                raise
    raise Refused("encryption.too_slow", what=what)


# --- the file ------------------------------------------------------------------------------------------------------


def seal(plain: Path, path: Path, key: Key, now: datetime, identity: Any = None) -> None:
    """Writes the encrypted form of `plain` to the empty file `path`, and reads it again to see that it is whole.

    With the `identity` it is decrypted as well, and compared.
    """
    recipient = age().x25519.Recipient.from_str(key.recipient)
    with aside(plain.parent, "sealed") as body:
        try:
            with plain.open("rb") as source, body.open("wb") as into:
                age().encrypt_io(source, into, [recipient])
            with body.open("rb") as source, path.open("wb") as into:
                for part in _tar(key.wrapped.encode(), source, body.stat().st_size, int(now.timestamp())):
                    into.write(part)
        except (OSError, age().EncryptError) as error:
            what = error.strerror if isinstance(error, OSError) else ""
            if what:
                raise Refused("file.no_room", place=path.parent, reason=what) from error
            raise Refused("encryption.not_written", folder=path.parent) from error
    _parts(path)
    if identity:
        with aside(plain.parent, "opened") as again:
            unseal(path, again, identity)
            if _sum(again) != _sum(plain):
                raise Damaged("encryption.copy_differs", folder=path.parent)


def _tar(key: bytes, body: IO[bytes], size: int, at: int) -> Iterator[bytes]:
    """The file, piece by piece: the same for the same three, to the byte."""
    hashed = hashlib.sha256()
    body.seek(0)
    while piece := body.read(_PIECE):
        hashed.update(piece)
    body.seek(0)
    readme = _README.format(key=hashlib.sha256(key).hexdigest(), body=hashed.hexdigest()).encode()
    for name, length, file in (
        (_NAMES[0], len(readme), io.BytesIO(readme)),
        (_NAMES[1], len(key), io.BytesIO(key)),
        (_NAMES[2], size, body),
    ):
        head = tarfile.TarInfo(name)
        head.size, head.mtime, head.mode = length, at, 0o600
        yield head.tobuf(tarfile.USTAR_FORMAT)
        while piece := file.read(_PIECE):
            yield piece
        yield b"\0" * (-length % 512)
    yield b"\0" * 1024


class Parts(NamedTuple):
    """What is in an encrypted backup, and where."""

    key: bytes
    begin: int
    """At which byte of the file the encrypted journal begins."""
    size: int


def is_sealed(path: Path) -> bool:
    """Whether it is an encrypted backup of ours, or was one before it was damaged."""
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError:
        return False
    if head.startswith(b"age-encryption.org/"):
        raise Refused("encryption.age_alone", path=path)
    return head.startswith(_NAMES[0].encode()) or path.name.endswith(snapshots.SEALED)


def _parts(path: Path) -> Parts:
    """Finds the three, and compares the whole file with what they make. Raises `Damaged` for any byte that differs."""
    damaged = Damaged("backup.damaged_copy", path=path)
    try:
        with tarfile.open(path, "r:") as tar, path.open("rb") as file:
            _, key, body = tar.getmembers()
            sealed, wrapped = tar.extractfile(body), tar.extractfile(key)
            if not sealed or not wrapped:
                raise damaged
            found = Parts(wrapped.read(_PIECE), body.offset_data, body.size)
            for part in _tar(found.key, sealed, body.size, int(body.mtime)):
                if file.read(len(part)) != part:
                    raise damaged
            if file.read(1):
                raise damaged
    except (tarfile.TarError, ValueError, KeyError, OverflowError, EOFError) as error:
        raise damaged from error
    except OSError as error:
        raise Refused("file.unreadable_to_you", path=path, reason=error.strerror) from error
    return found


def wrapped_in(path: Path) -> bytes:
    """The wrapped key in an encrypted backup that is found whole. Raises `Damaged`."""
    return _parts(path).key


def unseal(path: Path, into: Path, identity: Any) -> None:
    """Decrypts the journal in an encrypted backup. Raises `Damaged`, and `Refused` where the key is another's."""
    parts = _parts(path)
    try:
        with path.open("rb") as file, into.open("wb") as plain:
            file.seek(parts.begin)
            age().decrypt_io(_Part(file, parts.size), plain, [identity])
    except age().DecryptError as error:
        if "matching" in str(error):
            raise Refused("encryption.wrong_key", path=path) from error
        raise Damaged("backup.damaged_unchanged", path=path) from error
    except OSError as error:
        if error.errno is None:  # the library's own
            raise Damaged("backup.damaged_unchanged", path=path) from error
        raise Refused("file.no_room", place=into.parent, reason=error.strerror) from error


class _Part(io.RawIOBase):
    """A part of a file, from where it stands, as a file of its own."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.file, self.left = file, size

    def read(self, size: int = -1, /) -> bytes:
        piece = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(piece)
        return piece


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def secret_in(text: str, what: Message | str) -> str:
    """The recovery key in a file, else its first line as a passphrase. Raises `Refused` where there is none."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    with contextlib.suppress(StopIteration):
        return next(line.strip() for line in lines if line.startswith(RECOVERY))
    if not lines[0].strip():
        raise Refused("encryption.first_line_empty", what=what)
    return lines[0]
