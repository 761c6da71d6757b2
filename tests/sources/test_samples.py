"""Samples of every source, and beside each the documents that come of it. `python tests/sources/test_samples.py` writes them anew."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from conftest import Onelog

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and path.suffix not in (".golden", ".toml"))
OPTIONS = {
    "2026-05-05 captions.srt": ("--with", "Mia Tanaka"),
    "running-ja.md": ("--with", "田中花子"),
}
"""What has to be said with a sample, by its name."""
ME = {"transcript/20260324T1030 面談.vtt": "森 健"}


def place(folder: Path, sample: Path) -> tuple[Onelog, list[str]]:
    """onelog where a copy of the sample stands, and the words that import it."""
    name = sample.relative_to(SAMPLES).as_posix()
    (folder / sample.name).write_bytes(sample.read_bytes())
    me = ME.get(name, "Ken Mori")
    (folder / "config.toml").write_text(f'me = "{me}"\n', encoding="utf-8")
    run = Onelog(folder)
    run.env["ONELOG_CONFIG"] = str(folder / "config.toml")
    words = ["import", sample.name, *OPTIONS.get(sample.name, ())]
    rules = sample.with_suffix(".toml")
    if rules.exists():
        (folder / rules.name).write_bytes(rules.read_bytes())
        words += ["--rules", rules.name]
    return run, words


def shown(out: str) -> str:
    """What a dry run shows, without what depends on where the sample stands."""
    return re.sub(r"^source: .*$", "source: KEY", out, flags=re.MULTILINE)


def golden(sample: Path) -> Path:
    return sample.with_name(f"{sample.name}.golden")


@pytest.mark.parametrize("sample", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_a_sample_becomes_the_documents_beside_it(tmp_path: Path, sample: Path) -> None:
    onelog, words = place(tmp_path, sample)
    assert shown(onelog(*words, "--dry-run")) == golden(sample).read_text(encoding="utf-8")


def everything(onelog: Onelog) -> list[dict[str, object]]:
    """All records but people, each with what is in it."""
    said = json.loads(onelog("export --format json"))
    return [record for name in ("meetings", "actions", "moments") for record in said[name]]


def edited(data: bytes, words: str) -> bytes:
    """A source in which one word that stands there once, and came into the journal, is another one."""
    text = data.decode("utf-8")
    word = next(one for one in re.findall(r"\b[a-z]{4,}\b|[ぁ-ん一-龥]{4,}", words) if text.count(one) == 1)
    return text.replace(word, f"{word} indeed").encode()


@pytest.mark.parametrize("sample", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_twice_is_once_and_an_edited_word_is_one_change(tmp_path: Path, sample: Path) -> None:
    onelog, words = place(tmp_path, sample)
    many = golden(sample).read_text(encoding="utf-8").count("\nsource: ")
    onelog(*words)
    before = everything(onelog)
    assert len(before) == many
    assert f"Brought in nothing new; {many} here already." in onelog.run(*words).err
    assert everything(onelog) == before
    copy = tmp_path / sample.name
    said = " ".join(text for one in before for text in texts(one))
    copy.write_bytes(edited(copy.read_bytes(), said))
    assert "; 1 changed" in onelog.run(*words).err
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
