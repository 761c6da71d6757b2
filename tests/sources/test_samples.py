"""Samples of every source, and beside each the documents that come of it. `python tests/sources/test_samples.py` writes them anew."""

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from conftest import Onelog

SAMPLES = Path(__file__).parent / "samples"
VIBE = SAMPLES / "vibe"
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and path.suffix not in (".golden", ".toml"))
FILES = [path for path in FILES if path.name != "_profile.md"]
OPTIONS = {
    "2026-05-05 captions.srt": ("--with", "Mia Tanaka"),
    "running-ja.md": ("--with", "田中花子"),
}
"""What has to be said with a sample, by its name."""
NEEDED = {"ics": "recurring_ical_events", "org": "orgparse", "docx": "mammoth"}
"""The library that a source needs, by its folder of samples."""
FILES = [path for path in FILES if path.parent.name not in NEEDED or find_spec(NEEDED[path.parent.name])]
ME = {"transcript/20260324T1030 面談.vtt": "森 健", "transcript/2026-05-05 面談.txt": "森 健"}


EDITS = {
    "form.tsv": ("retro helped", "retro really helped"),
    "1 1 with Mia 0123456789abcdef0123456789abcde6.html": ("went well", "went really well"),
    "面談 田中花子 0123456789abcdef0123456789abcde7.html": ("について話した", "の計画について話した"),
    "面談.md": ("研修について話した", "研修の計画について話した"),
    "series.ics": ("Mia and Ken moved", "Mia and Ken moved it"),
    "single.ics": ("DTSTART:20261001T010000Z", "DTSTART:20261001T013000Z"),
    "面談.ics": ("DTEND;TZID=Asia/Tokyo:20261002T150000", "DTEND;TZID=Asia/Tokyo:20261002T144500"),
    "outlook.ics": ("about the budget", "about the large budget"),
    "monthly.ics": ("DTEND;TZID=Asia/Tokyo:20260715T113000", "DTEND;TZID=Asia/Tokyo:20260715T120000"),
}
"""What is edited in a sample that has no notes, or whose notes have words of ours, by its name."""


def place(folder: Path, sample: Path) -> tuple[Onelog, list[str]]:
    """onelog where a copy of the sample stands, and the words that import it."""
    name = sample.relative_to(SAMPLES).as_posix()
    called = f"git {sample.name}" if sample.parent.name == "git" else sample.name
    if sample.is_relative_to(VIBE):  # the folder says with whom
        called = sample.relative_to(VIBE).as_posix()
        (folder / called).parent.mkdir(parents=True)
        for profile in sample.parent.parent.glob("_profile.md"), sample.parent.glob("_profile.md"):
            for path in profile:
                (folder / path.relative_to(VIBE)).write_bytes(path.read_bytes())
    (folder / called).write_bytes(sample.read_bytes())
    me = ME.get(name, "Ken Mori")
    (folder / "config.toml").write_text(f'me = "{me}"\n', encoding="utf-8")
    run = Onelog(folder)
    run.env["ONELOG_CONFIG"] = str(folder / "config.toml")
    words = ["import", called, *OPTIONS.get(sample.name, ())]
    rules = sample.with_suffix(".toml")
    if rules.exists():
        (folder / rules.name).write_bytes(rules.read_bytes())
        words += ["--rules", rules.name]
    return run, words


def chosen(onelog: Onelog, words: list[str]) -> list[str]:
    """The words that import a source, of which somebody chooses first: what a dry run shows is saved then."""
    if not words[1].startswith("git "):
        return words
    shown = onelog(*words, "--dry-run")
    (onelog.folder / "wins.md").write_text(shown, encoding="utf-8")
    return ["import", "wins.md"]


def shown(out: str) -> str:
    """What a dry run shows, without what depends on where the sample stands."""
    return re.sub(r"^source: .*$", "source: KEY", out, flags=re.MULTILINE)


def golden(sample: Path) -> Path:
    return sample.with_name(f"{sample.name}.golden")


@pytest.mark.long
@pytest.mark.parametrize("sample", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_a_sample_becomes_the_documents_beside_it(tmp_path: Path, sample: Path) -> None:
    onelog, words = place(tmp_path, sample)
    assert shown(onelog(*words, "--dry-run")) == golden(sample).read_text(encoding="utf-8")


def everything(onelog: Onelog) -> list[dict[str, object]]:
    """All records but people, each with what is in it."""
    said = json.loads(onelog("export --format json"))
    return [record for name in ("meetings", "actions", "moments") for record in said[name]]


def edited(data: bytes, name: str, words: str) -> bytes:
    """A source in which one word that stands there once, and came into the journal, is another one."""
    if data[:4] == b"PK\3\4":
        return rezipped(data, words)
    text = data.decode("utf-8")
    if name in EDITS:
        assert text.count(EDITS[name][0]) == 1
        return text.replace(*EDITS[name]).encode()
    word = next(one for one in re.findall(r"\b[a-z]{4,}\b|[ぁ-ん一-龥]{4,}", words) if text.count(one) == 1)
    return text.replace(word, f"{word} indeed").encode()


def rezipped(data: bytes, words: str) -> bytes:
    """A Word document in which one word is another one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, edited(part, "", words) if name == "word/document.xml" else part)
    return out.getvalue()


@pytest.mark.long
@pytest.mark.parametrize("sample", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_twice_is_once_and_an_edited_word_is_one_change(tmp_path: Path, sample: Path) -> None:
    onelog, words = place(tmp_path, sample)
    many = golden(sample).read_text(encoding="utf-8").count("\nsource: ")
    onelog(*chosen(onelog, words))
    before = everything(onelog)
    assert len(before) == many
    again = [*words, "--dry-run"] if words[1].startswith("git ") else words
    assert f"nothing new; {many} here already." in onelog.run(*again).err
    assert everything(onelog) == before
    copy = tmp_path / words[1]
    said = " ".join(text for one in before for text in texts(one))
    copy.write_bytes(edited(copy.read_bytes(), sample.name, said))
    assert "; 1 changed" in onelog.run(*chosen(onelog, words)).err
    after = everything(onelog)
    assert [one["id"] for one in after] == [one["id"] for one in before]
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def texts(record: dict[str, object]) -> Iterator[str]:
    """The words of a record and of what is in it."""
    for key in ("notes", "text"):
        if isinstance(said := record.get(key), str):
            yield said
    for key in ("actions", "moments", "topics"):
        inside = record.get(key)
        for one in inside if isinstance(inside, list) else ():
            yield from texts(one)


@pytest.mark.parametrize(
    "sample", [one for one in FILES if one.parent.name == "transcript"], ids=lambda path: path.name
)
def test_what_was_spoken_is_never_a_promise(tmp_path: Path, sample: Path) -> None:
    onelog, words = place(tmp_path, sample)
    onelog(*words)
    (met,) = onelog.json("timeline")
    assert (met["actions"], met["moments"], met["topics"], met["tags"]) == ([], [], [], [])


if __name__ == "__main__":
    for one in FILES:
        with TemporaryDirectory() as folder:
            run, typed = place(Path(folder), one)
            done = run.run(*typed, "--dry-run")
            sys.stderr.write(f"{one.name}: {done.err}")
            golden(one).write_text(shown(done.out), encoding="utf-8")
