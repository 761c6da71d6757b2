"""Broken and hostile sources: one sentence each, nothing is taken, and no more is held than a note can be."""

import io
import os
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Onelog

from onelog.core.errors import OnelogError
from onelog.sources import walk
from onelog.sources.dialects.notion_page import is_page, markdown_of

pytestmark = pytest.mark.posix

NOTE = "---\nwith: John\nat: 2026-03-24\n---\nhi\n"


def zipped(files: dict[str, bytes | str], *, deflated: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.md")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def encrypted() -> bytes:
    data = bytearray(zipped({"a.md": NOTE}, deflated=False))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    return bytes(data)


def nested(times: int) -> bytes:
    data = zipped({"a.md": NOTE})
    for _ in range(times):
        data = zipped({"in.zip": data})
    return data


BOMB = zipped({"bomb.md": b"0" * (walk.LARGEST_FOUND + 1)})
ZIPS: dict[str, tuple[bytes, str]] = {
    "a bomb": (BOMB, "is too large for a note once unpacked"),
    "a bomb in a zip": (zipped({"in.zip": BOMB}), "is too large for a note once unpacked"),
    "a file outside": (zipped({"../../evil.md": NOTE}), "points to a file outside itself: '../../evil.md'"),
    "a file outside on Windows": (zipped({"..\\evil.md": NOTE}), "points to a file outside itself"),
    "an absolute file": (zipped({"/etc/evil.md": NOTE}), "points to a file outside itself"),
    "a zip in a zip in a zip in a zip": (nested(4), "is a zip in a zip in a zip"),
    "encrypted": (encrypted(), "is encrypted"),
    "a spoiled one": (zipped({"a.md": NOTE * 100})[:60] + b"\0" * 20 + zipped({"a.md": NOTE * 100})[80:], "damaged zip"),
    "one of a link": (linked(), "it is a link"),
    "one of pictures": (zipped({"a.png": b"\x89PNG\0", "__MACOSX/._a.md": b"\0"}), "There is nothing there to import"),
    "an empty one": (zipped({"a/": b""}), "There is nothing there to import"),
}  # fmt: skip


@pytest.mark.parametrize("about", ZIPS)
def test_a_zip_is_refused_and_nothing_of_it_is_on_the_disk(onelog: Onelog, about: str) -> None:
    data, says = ZIPS[about]
    (onelog.folder / "notes.zip").write_bytes(data)
    before = sorted(path.name for path in onelog.folder.iterdir())
    done = onelog.run("import", "notes.zip")
    assert done.code in (1, 3), done
    assert says in done.err
    assert sorted(path.name for path in onelog.folder.iterdir()) == before


def test_a_zip_in_a_zip_is_read_and_twice_is_once(onelog: Onelog) -> None:
    (onelog.folder / "notes.zip").write_bytes(zipped({"People/Ann/2026-03-25.md": "hi\n", "in.zip": nested(1)}))
    assert "2 meetings" in onelog.run("import", "notes.zip").err
    assert "nothing new; 2 here already" in onelog.run("import", "notes.zip").err


@pytest.mark.long
def test_no_more_of_a_bomb_is_held_than_a_note_can_be(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({f"{n}.md": b"0" * (walk.LARGEST_FOUND * 4) for n in range(2)}))
    tracemalloc.start()
    with pytest.raises(OnelogError, match="is too large for a note once unpacked"):
        list(walk.find_files(tmp_path / "a.zip"))
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert held < walk.LARGEST_FOUND * 3


def large(place: Path) -> None:
    with place.open("wb") as file:
        file.truncate(1 << 40)


def fifo(place: Path) -> None:
    os.mkfifo(place)


PLACES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (fifo, "it is not a file"),
    "a link": (lambda place: place.symlink_to("/etc/passwd"), "it is a link"),
    "a link to nothing": (lambda place: place.symlink_to("nowhere"), "it is a link"),
    "a template": (lambda place: place.write_text("---\nwith: X\ndate: {{date}}\n---\n"), "it is a template"),
    "an empty file": (lambda place: place.write_text(" \n"), "it is empty"),
    "a picture": (lambda place: place.with_suffix(".png").write_bytes(b"\x89PNG\0\xff"), "it is not text"),
    "a page": (lambda place: place.write_text("<!doctype html><p>hi"), "looks like a web page (HTML)"),
    "half of UTF-8": (lambda place: place.write_bytes(b"hi \xe3\x81"), "is not UTF-8 text (line 1)"),
    "two encodings": (lambda place: place.write_bytes("目標\n".encode() + "目標\n".encode("cp932")), "is not UTF-8 text (line 2)"),
    "NUL": (lambda place: place.write_bytes(b"hi\n\0"), "line 2: this is not text"),
    "a large one": (large, "it has more than 32 MB"),
}  # fmt: skip


@pytest.mark.parametrize("about", PLACES)
def test_what_is_found_in_a_folder_and_is_no_note_is_said(onelog: Onelog, about: str) -> None:
    make, says = PLACES[about]
    place = onelog.folder / "vault"
    place.mkdir()
    make(place / "x.md")
    done = onelog.run("import", "vault")
    assert done.code in (1, 3)
    assert says in done.err
    (place / "ok.md").write_text(NOTE, encoding="utf-8")
    done = onelog.run("import", "vault", "--report", "r.txt")
    assert says in (onelog.folder / "r.txt").read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize("text", [
    "---\n" + "a: b\n" * 50_000, "# " * 200_000, "[[" * 100_000, "- [ ] " + "📅 " * 50_000, "|" * 100_000 + "\n|" + "-|" * 50_000,
    "(" * 100_000, "2026-03-24 " * 20_000, "\n".join(["## 2026-03-24 · John"] * 3_000), "1:1 " * 50_000, "---\n" * 50_000,
], ids=lambda text: text[:6].strip())  # fmt: skip
def test_a_hostile_text_ends_soon(onelog: Onelog, text: str) -> None:
    """A text that is looked at again and again for each of its signs would end the test by its time."""
    (onelog.folder / "a.md").write_text(text, encoding="utf-8")
    done = onelog.run("import", "a.md", "--dry-run")
    assert "Traceback" not in done.err
    assert done.code in (0, 1, 3)


@pytest.mark.parametrize("part", ["<style", '<tr class="property-row x"><th>', '<h1 class="page-title">', "<svg></sv"])
def test_a_page_that_never_ends_is_read_in_one_go(part: str) -> None:
    text = f'<article id="{"0" * 32}" class="page sans"><h1 class="page-title">x</h1>{part * 300_000}'
    assert is_page(text)
    assert len(markdown_of(text)) < len(text)
