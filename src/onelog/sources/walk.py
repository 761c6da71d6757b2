"""The files that somebody names: themselves, all in a folder, all in a zip, zips in zips; nothing is unpacked to a disk.

Each file is read when its turn comes, never more of it than a note can be. Links, pipes and devices are not followed.
"""

import io
import os
import posixpath
import stat
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from onelog.core import files
from onelog.core.errors import Damaged, OnelogError, Refused, notice

LARGEST = 256_000_000
"""Bytes of a file that is named itself."""
LARGEST_FOUND = 32_000_000
"""Bytes of a file that is found in a folder or a zip: no note has more."""
_MOST_UNPACKED = 1_000_000_000
_MOST_FILES = 200_000
_DEEPEST = 3
_ZIP = b"PK\x03\x04"
_OFFICE = frozenset(("[Content_Types].xml", "mimetype"))
"""What a document of an office program has, which is a zip as well."""
_WORD = (".docx", ".docm")
"""Names of zips that are a document."""


Beside = Callable[[str], bytes]


class FoundFile(NamedTuple):
    """A file that was named or found; `data` or why it is none of those that are read."""

    name: str
    key: str
    parts: tuple[str, ...]
    is_named: bool
    data: bytes = b""
    skipped: str = ""
    error: OnelogError | None = None
    beside: Beside | None = None
    """Reads another file by where it is from the folder of this one; of a zip while that is walked through."""


def find_files(path: Path) -> Iterator[FoundFile]:
    """What is at a path. Raises `Refused` where there is nothing, or it is no file and no folder."""
    if path.is_dir():
        yield from _in_folder(path)
        return
    if not path.exists():
        raise Refused("file.missing", path=path)
    key = os.path.realpath(path)
    parts = path.parts[-4:]
    if _is_zip(path):
        try:
            with path.open("rb") as file:
                yield from _in_zip(file, str(path), key, parts, 1, [0, 0])
        except OSError as error:
            raise Refused("file.unreadable", path=path, reason=error.strerror) from error
        return
    yield FoundFile(str(path), key, parts, is_named=True, data=_read(path), beside=partial(_on_disk, path.parent))


def _on_disk(folder: Path, place: str) -> bytes:
    """What a file holds. Raises `OSError`, `files.NotAFile`, `files.TooLarge`."""
    return files.read(folder / place, LARGEST_FOUND)


def _is_zip(path: Path) -> bool:
    try:
        with files.opened(path) as file:
            return file.read(4) == _ZIP and not path.name.lower().endswith(_WORD) and _holds_files(file)
    except OSError:
        return False


def _holds_files(file: BinaryIO) -> bool:
    """Whether a zip holds files of somebody's, and is not itself a document of an office program."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError):
        return zipfile.is_zipfile(file)
    return not _OFFICE.intersection(names) and not any(name.endswith(".iwa") for name in names)


def _read(path: Path) -> bytes:
    try:
        return files.read(path, LARGEST)
    except files.NotAFile as error:
        raise Refused("file.not_a_file", path=path) from error
    except files.TooLarge as error:
        raise Refused("file.too_large", what=path, megabytes=LARGEST // 1_000_000) from error
    except OSError as error:
        raise Refused("file.unreadable", path=path, reason=error.strerror) from error


def _in_folder(folder: Path) -> Iterator[FoundFile]:
    """The files below a folder, by their paths; what is hidden, a link or no file is told and not read."""
    above = [part for part in Path(os.path.realpath(folder)).parts[-2:] if part != os.sep]
    entries, sums = 0, [0, 0]
    for place, folders, names in os.walk(folder):
        here = Path(place)
        inside = here.relative_to(folder).parts
        for name in sorted(one for one in folders if one.startswith(".") or (here / one).is_symlink()):
            folders.remove(name)
            if not name.startswith("."):
                yield FoundFile(str(here / name), "", (), is_named=False, skipped=notice("import_.is_link"))
        folders.sort()
        for name in sorted(name for name in names if name != files.EXPORT_LIST):
            entries += 1
            if entries > _MOST_FILES:
                raise Refused("import_.too_many_files", folder=folder, most=_MOST_FILES)
            path = here / name
            found = _in_place(path, (*above, *inside, name))
            if found.data[:4] == _ZIP and not name.lower().endswith(_WORD) and _holds_files(io.BytesIO(found.data)):
                yield from _in_zip(io.BytesIO(found.data), found.name, found.key, found.parts, 1, sums)
            else:
                yield found


def _in_place(path: Path, parts: tuple[str, ...]) -> FoundFile:
    found = FoundFile(str(path), os.path.realpath(path), parts, is_named=False)
    try:
        mode = path.lstat()
        if path.name.startswith("."):
            return found._replace(skipped=notice("import_.is_hidden"))
        if stat.S_ISLNK(mode.st_mode):
            return found._replace(skipped=notice("import_.is_link"))
        if not stat.S_ISREG(mode.st_mode):
            return found._replace(skipped=notice("import_.is_no_file"))
        if mode.st_size > LARGEST_FOUND:
            return found._replace(skipped=notice("import_.too_large", most=LARGEST_FOUND // 1_000_000))
        return found._replace(data=files.read(path, LARGEST_FOUND), beside=partial(_on_disk, path.parent))
    except OSError as error:
        why = Refused("file.folder_unreadable", path=path, reason=error.strerror)
        return found._replace(error=why)


# --- zips


def _in_zip(
    file: io.BufferedIOBase, name: str, key: str, parts: tuple[str, ...], depth: int, sums: list[int]
) -> Iterator[FoundFile]:
    """The files in a zip, and in those inside it; `sums` are the files and bytes so far."""
    try:
        with zipfile.ZipFile(file) as archive:
            for info in archive.infolist():
                sums[0] += 1
                if sums[0] > _MOST_FILES:
                    raise Refused("import_.too_many_in_zip", name=name, most=_MOST_FILES)
                if not info.is_dir():
                    yield from _member(archive, info, name, key, parts, depth, sums)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError):
        yield _bad(name, Damaged("import_.damaged_zip", name=name))


def _bad(name: str, error: OnelogError) -> FoundFile:
    return FoundFile(name, "", (), is_named=True, error=error)


def _member(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    zip_name: str,
    zip_key: str,
    zip_parts: tuple[str, ...],
    depth: int,
    sums: list[int],
) -> Iterator[FoundFile]:
    inside = _name_of(info)
    name = f"{zip_name}/{inside}"
    parts = (*zip_parts, *(part for part in inside.split("/") if part))
    found = FoundFile(name, f"{zip_key}\0{inside}", parts, is_named=False)
    if inside.startswith(("/", "\\")) or ".." in inside.replace("\\", "/").split("/") or inside[1:2] == ":":
        yield _bad(name, Damaged("import_.zip_outside", name=zip_name, inside=inside[:60]))
        return
    if why := _why_not(info, inside):
        yield found._replace(skipped=why)
        return
    if info.flag_bits & 1:
        yield _bad(name, Refused("import_.zip_encrypted", name=name))
        return
    with archive.open(info) as member:
        data = member.read(LARGEST_FOUND + 1)
    sums[1] += len(data)
    if len(data) > LARGEST_FOUND or sums[1] > _MOST_UNPACKED:
        raise Refused("import_.unpacks_too_large", name=name)
    if data[:4] == _ZIP and not inside.lower().endswith(_WORD) and _holds_files(io.BytesIO(data)):
        if depth >= _DEEPEST:
            yield _bad(name, Refused("import_.zip_in_zip", name=name))
        else:
            yield from _in_zip(io.BytesIO(data), name, found.key, parts, depth + 1, sums)
        return
    yield found._replace(data=data, beside=partial(_in_archive, archive, posixpath.dirname(info.filename)))


def _in_archive(archive: zipfile.ZipFile, folder: str, place: str) -> bytes:
    """What a file in a zip holds. Raises `KeyError` and what `zipfile` does."""
    with archive.open(posixpath.normpath(posixpath.join(folder, place))) as member:
        return member.read(LARGEST_FOUND)


def _why_not(info: zipfile.ZipInfo, inside: str) -> str:
    if any(part.startswith(".") or part == "__MACOSX" for part in inside.split("/")):
        return notice("import_.is_hidden")
    return notice("import_.is_link") if stat.S_ISLNK(info.external_attr >> 16) else ""


def _name_of(info: zipfile.ZipInfo) -> str:
    """The name of a file in a zip, which says not always how it is written."""
    if info.flag_bits & 0x800:
        return info.filename
    for encoding in ("utf-8", "cp932"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    return info.filename
