"""The editor may do what it likes with the file: the words survive, and nothing is deleted by accident."""

import shlex
from typing import Any

import pytest
from conftest import Onelog


def editor(run: Onelog, script: str) -> dict[str, Any]:
    """An editor that is this shell script; `$1` is the file."""
    path = run.folder / "editor.sh"
    path.write_text(script + "\n", encoding="utf-8")
    return {"ONELOG_EDITOR": f"sh {shlex.quote(str(path))}"}


def drafts(run: Onelog) -> list[bytes]:
    return [path.read_bytes() for path in sorted(run.folder.glob("journal.db.drafts/*.md"))]


WRITES = {
    "adds": ('printf "words of worth\\n" >> "$1"', "words of worth"),
    "writes anew": ('printf "words of worth" > "$1"', "words of worth"),
    "replaces by rename": (
        'cp "$1" "$1.tmp"; printf "words of worth\\n" >> "$1.tmp"; mv "$1.tmp" "$1"',
        "words of worth",
    ),
    "keeps a copy aside": ('cp "$1" "$1~"; printf "words of worth\\n" >> "$1"', "words of worth"),
    "writes CRLF": ('printf "words\\r\\nof worth\\r\\n" > "$1"', "words\nof worth"),
    "writes a mark": ('printf "\\357\\273\\277words" > "$1"', "words"),
    "writes UTF-16": ('printf "\\377\\376h\\000i\\000" > "$1"', "hi"),
    "writes NUL": ('printf "one\\000two" > "$1"', "one\ufffdtwo"),
    "makes it read-only": ('printf "words\\n" >> "$1"; chmod 400 "$1"', "words"),
    "makes it public": ('printf "words\\n" >> "$1"; chmod 666 "$1"', "words"),
}


@pytest.mark.parametrize(("script", "kept"), WRITES.values(), ids=WRITES.keys())
def test_what_the_editor_saved_is_logged(onelog: Onelog, script: str, kept: str) -> None:
    onelog("log", "mia", "--edit", **editor(onelog, script))
    assert onelog.json("timeline")[0]["notes"] == kept
    assert not list(onelog.folder.glob("journal.db.drafts/*.md"))


NOTHING = {
    "changes nothing": "true",
    "saves it as it was": 'cp "$1" "$1.tmp"; mv "$1.tmp" "$1"',
    "empties it": ': > "$1"',
    "leaves blanks": 'printf " \\n\\n \\t\\n" > "$1"',
    "deletes it": 'rm "$1"',
}


@pytest.mark.parametrize("script", NOTHING.values(), ids=NOTHING.keys())
def test_no_words_are_no_meeting(onelog: Onelog, script: str) -> None:
    said = onelog.fails("log", "mia", "--edit", **editor(onelog, script))
    assert "nothing was written" in said
    assert not onelog.journal.exists()
    assert drafts(onelog) == []


@pytest.mark.parametrize("script", NOTHING.values(), ids=NOTHING.keys())
def test_no_document_is_ever_deleted_in_the_editor(onelog: Onelog, script: str) -> None:
    meeting = onelog.json("log", "mia", "words a: draft it")
    before = onelog("export --format json")
    done = onelog.run("edit", meeting["id"], **editor(onelog, script))
    assert done.code in (0, 1)
    assert "othing was" in done.err
    assert onelog("export --format json") == before
    assert drafts(onelog) == []


FAILS = {
    "fails": "exit 3",
    "is killed": "kill -9 $$",
    "does not exist": None,
    "is no command": "",
}


@pytest.mark.parametrize("script", FAILS.values(), ids=FAILS.keys())
def test_an_editor_that_fails_is_named_and_nothing_happens(onelog: Onelog, script: str | None) -> None:
    env = {"ONELOG_EDITOR": "/no/such/editor"} if script is None else editor(onelog, script)
    env = env if script != "" else {"ONELOG_EDITOR": "'unclosed"}
    done = onelog.run("log", "mia", "--edit", **env)
    assert done.code == 1, done
    assert "Traceback" not in done.err
    assert "inside onelog" not in done.err
    assert "editor" in done.err
    assert not onelog.journal.exists()
    assert drafts(onelog) == []


KEPT = {
    "fails after it wrote": ('printf "words of worth\\n" > "$1"; exit 1', b"words of worth"),
    "is killed after it wrote": ('printf "words of worth\\n" > "$1"; kill -9 $$', b"words of worth"),
    "writes Latin-1": ('printf "words of worth caf\\351\\n" > "$1"', b"words of worth"),
}


@pytest.mark.parametrize(("script", "kept"), KEPT.values(), ids=KEPT.keys())
def test_words_outlive_an_editor_that_fails(onelog: Onelog, script: str, kept: bytes) -> None:
    said = onelog.fails("log", "mia", "--edit", **editor(onelog, script))
    assert "onelog recover" in said
    assert [draft.startswith(kept) for draft in drafts(onelog)] == [True]
    assert "onelog recover" in onelog.run("timeline").err
    assert "words of worth" in onelog("recover")
    onelog("recover", "1")
    assert onelog.json("timeline")[0]["notes"].startswith("words of worth")
    assert drafts(onelog) == []


def test_words_that_an_edited_meeting_refuses_are_kept(onelog: Onelog) -> None:
    meeting = onelog.json("log", "mia", "words")
    script = 'sed -i "s/^with:.*/with: Nobody Known/" "$1"; printf "more words\\n" >> "$1"'
    assert "Nobody" in onelog.fails("edit", meeting["id"], **editor(onelog, script))
    assert len(drafts(onelog)) == 1
    assert b"more words" in drafts(onelog)[0]
    assert onelog.json("timeline")[0]["notes"] == "words"
