"""The folder of an export: made whole or not at all, and refreshed where it is one that onelog made.

A hidden list in the folder has the name of every file that was written, and a sum of what was: only a file that is still
as it was written is written again or removed. What somebody changed, or put there, stays.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import rmtree

from onelog.cli.app import App
from onelog.cli.output import said
from onelog.core import files
from onelog.core.errors import Refused
from onelog.core.files import EXPORT_LIST
from onelog.core.values import value
from onelog.store.vault import atomic_file

_NAMED = 3
"""So many files that stay as they are are named."""


@value(frozen=True, slots=True)
class ExportList:
    """What is known of the files in a folder that onelog made."""

    asked: str
    """The words of the export: its period, with whom."""
    sums: Mapping[str, frozenset[str]]
    """What each file may hold; two sums while it is written anew."""


def write_folder(app: App, documents: Iterable[tuple[str, str]], path: Path, asked: str) -> None:
    """Writes the documents into a new folder or an empty one, or refreshes one that the same export has made.

    Raises `Refused` for any other folder, and for a file.
    """
    path = Path(os.path.realpath(path))
    texts = {name: text.encode() for name, text in documents}
    before = _read_list(path)
    with said(path):
        if before is None:
            if path.exists() and not (path.is_dir() and not any(path.iterdir())):
                raise Refused("export.folder_there", path=path)
            _make(path, texts, asked)
            app.tell("talk.n_document", n=len(texts), path=path)
        elif before.asked != asked:
            words = f" {before.asked}" if before.asked else ""
            raise Refused("export.folder_of_another", path=path, asked=words)
        else:
            _refresh(app, path, texts, before)


def _make(path: Path, texts: Mapping[str, bytes], asked: str) -> None:
    """The whole folder or none."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    new.mkdir(mode=0o700)
    try:
        whole = {**texts, EXPORT_LIST: _list(asked, {name: [_sum(text)] for name, text in texts.items()})}
        for name, text in whole.items():
            with (new / name).open("xb") as out:
                out.write(text)
        _sync(new, whole)
        if os.name != "posix" and path.exists():
            path.rmdir()  # Windows renames nothing onto a folder, not even onto an empty one
        new.rename(path)
    finally:
        rmtree(new, ignore_errors=True)
    atomic_file.sync_folder(path.parent)


def _refresh(app: App, path: Path, texts: Mapping[str, bytes], before: ExportList) -> None:
    """Writes what is new or other, and removes what is gone; whatever happens in between, the list knows each file."""
    here = {name: _here(path / name) for name in {*texts, *before.sums}}
    ours = {name for name, text in here.items() if text is not None and _is_ours(name, text, texts, before)}
    others = sorted(name for name, text in here.items() if text is not None and name not in ours)
    wanted = {name: text for name, text in texts.items() if name not in others}
    new = {name: text for name, text in wanted.items() if here[name] != text}
    gone = sorted(ours - texts.keys())
    after = {name: [_sum(text)] for name, text in wanted.items()}
    kept = {name: sorted(before.sums[name]) for name in others if name in before.sums and name in texts}
    if new or gone or {**after, **kept} != {name: sorted(sums) for name, sums in before.sums.items()}:
        between = {name: sorted({*before.sums.get(name, ()), *after.get(name, ())}) for name in {*before.sums, *after}}
        atomic_file.write(path / EXPORT_LIST, _list(before.asked, between), replace=True)
        for name, text in new.items():
            atomic_file.write(path / name, text, replace=True)
        for name in gone:
            (path / name).unlink()
        atomic_file.write(path / EXPORT_LIST, _list(before.asked, {**after, **kept}), replace=True)
    app.tell("talk.folder_refreshed", n=len(texts), path=path, new=len(new), gone=len(gone))
    if others:
        shown = ", ".join(others[:_NAMED]) + ("…" if len(others) > _NAMED else "")
        app.tell("talk.files_left", n=len(others), names=shown, path=path)


def _is_ours(name: str, text: bytes, texts: Mapping[str, bytes], before: ExportList) -> bool:
    """Whether a file is as it was written, or as it would be written now: a change in it was brought in."""
    return name in before.sums and (_sum(text) in before.sums[name] or text == texts.get(name))


def _here(file: Path) -> bytes | None:
    """What a file holds; nothing where there is none, and "" of what is no file, which no sum fits."""
    try:
        return files.read(file) if file.is_file() and not file.is_symlink() else b"" if os.path.lexists(file) else None
    except FileNotFoundError:
        return None


def _sum(text: bytes) -> str:
    return files.sha256(text).hex()


def _list(asked: str, sums: Mapping[str, Iterable[str]]) -> bytes:
    said = {"onelog": 1, "export": asked, "files": {name: list(some) for name, some in sorted(sums.items())}}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _read_list(folder: Path) -> ExportList | None:
    """The list in a folder; None where there is none that can be read: nothing in there is ours then."""
    try:
        said = json.loads(files.read(folder / EXPORT_LIST))
        sums = {name: frozenset(map(str, some)) for name, some in said["files"].items() if _is_plain(name)}
        return ExportList(str(said["export"]), sums)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _is_plain(name: str) -> bool:
    """Whether a name is that of a document in the folder itself."""
    return name.endswith(".md") and not name.startswith(".") and Path(name).name == name and "\\" not in name


def _sync(folder: Path, names: Iterable[str]) -> None:
    """Brings files to the disk, several at a time: a file system puts those that wait together into one write."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only for a folder

    def sync(name: str) -> None:
        with (folder / name).open("rb+") as file:  # what is only read cannot be synced on Windows
            atomic_file.flush_to_disk(file.fileno())

    with ThreadPoolExecutor(8) as several:
        list(several.map(sync, names))
    atomic_file.sync_folder(folder)
