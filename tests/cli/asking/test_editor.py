"""The editor may do what it likes with the file: the words survive, and nothing is deleted by accident."""

import json
import shlex
from typing import Any

import pytest
from conftest import Onelog
from inside import Inside

pytestmark = pytest.mark.posix


def editor(run: Onelog, script: str) -> dict[str, Any]:
    """An editor that is this shell script; `$1` is the file."""
    path = run.folder / "editor.sh"
    path.write_text(script + "\n", encoding="utf-8")
    return {"ONELOG_EDITOR": f"sh {shlex.quote(str(path))}"}


def drafts(run: Onelog) -> list[bytes]:
    return [path.read_bytes() for path in sorted(run.folder.glob("journal.db.drafts/*.md"))]


def shown(run: Onelog, *words: str) -> Any:
    """What a command tells as JSON."""
    return json.loads(Inside(run.folder)(*words, "--json").out)


def whole(run: Onelog) -> str:
    """All that is in the journal."""
    return Inside(run.folder)("export", "--format", "json").out


def met(run: Onelog) -> str:
    """A meeting to be edited: its id."""
    return str(shown(run, "log", "mia", "said before a: draft it")["id"])


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
    "puts a link in its place": ('mv "$1" "$1.real"; printf "words\\n" >> "$1.real"; ln -s "$1.real" "$1"', "words"),
    "leaves a swap file": ('printf "words\\n" >> "$1"; echo words > "$(dirname "$1")/.$(basename "$1").swp"', "words"),
    "throws the rest away": ('printf "words\\n" >> "$1"; rm -f "$(dirname "$1")"/*.json', "words"),
    "writes very much": ('yes words | head -20000 >> "$1"', "\n".join(["words"] * 20000)),
    "reads what is typed": ('cat > /dev/null; printf "words\\n" >> "$1"', "words"),
    "closes its streams": ('exec >&- 2>&- <&-; printf "words\\n" >> "$1"', "words"),
    "leaves a conflict": (
        'printf "<<<<<<< a\\nwords\\n=======\\n>>>>>>> b\\n" >> "$1"',
        "<<<<<<< a\nwords\n=======\n>>>>>>> b",
    ),
    "sets its time": ('printf "words\\n" >> "$1"; touch -d 2099-01-01 "$1"', "words"),
}
ANEW = ("writes anew", "writes CRLF", "writes a mark", "writes UTF-16", "writes NUL")
"""Of these the document's head is gone, and with it nothing of the record."""


@pytest.mark.long
@pytest.mark.walk(8)
@pytest.mark.parametrize(("script", "kept"), WRITES.values(), ids=WRITES.keys())
def test_what_the_editor_saved_is_logged(onelog: Onelog, script: str, kept: str) -> None:
    onelog("log", "mia", "--edit", **editor(onelog, script))
    assert shown(onelog, "timeline")[0]["notes"] == kept
    assert not (onelog.folder / "journal.db.drafts").exists(), "no copy of the words stays there either"


@pytest.mark.long
@pytest.mark.walk(8)
@pytest.mark.parametrize("name", WRITES)
def test_what_the_editor_saved_is_what_the_record_becomes(onelog: Onelog, name: str) -> None:
    script, kept = WRITES[name]
    onelog("edit", met(onelog), **editor(onelog, script))
    meeting = shown(onelog, "timeline")[0]
    assert meeting["notes"] == (kept if name in ANEW else f"said before\n\n{kept}")
    assert [action["text"] for action in meeting["actions"]] == ["draft it"]
    assert not (onelog.folder / "journal.db.drafts").exists()


NOTHING = {
    "changes nothing": "true",
    "saves it as it was": 'cp "$1" "$1.tmp"; mv "$1.tmp" "$1"',
    "empties it": ': > "$1"',
    "leaves blanks": 'printf " \\n\\n \\t\\n" > "$1"',
    "deletes it": 'rm "$1"',
    "deletes its folder": 'rm -r "$(dirname "$1")"',
    "puts a folder in its place": 'rm "$1"; mkdir "$1"',
    "puts a pipe in its place": 'rm "$1"; mkfifo "$1"',
    "puts a link to nothing in its place": 'rm "$1"; ln -s /nowhere/at/all "$1"',
    "has old line ends": 'tr "\\n" "\\r" < "$1" > "$1~"; mv "$1~" "$1"',
    "changes its line ends": 'sed -i "s/$/\\r/" "$1"',
    "puts a mark before it": 'printf "\\357\\273\\277" > "$1~"; cat "$1" >> "$1~"; mv "$1~" "$1"',
    "takes its last line end away": 'printf "%s" "$(cat "$1")" > "$1~"; mv "$1~" "$1"',
    "adds empty lines": 'printf "\\n\\n\\n" >> "$1"',
    "only looks": 'touch "$1"; cat "$1"',
}


@pytest.mark.long
@pytest.mark.parametrize("script", NOTHING.values(), ids=NOTHING.keys())
def test_no_words_are_no_meeting(onelog: Onelog, script: str) -> None:
    said = onelog.fails("log", "mia", "--edit", **editor(onelog, script))
    assert "nothing was written" in said
    assert not onelog.journal.exists()
    assert shown(onelog, "recover") == []


@pytest.mark.long
@pytest.mark.parametrize("script", NOTHING.values(), ids=NOTHING.keys())
def test_no_document_is_ever_deleted_in_the_editor(onelog: Onelog, script: str) -> None:
    id_ = met(onelog)
    before = whole(onelog)
    done = onelog.run("edit", id_, **editor(onelog, script))
    assert done.code in (0, 1)
    assert "othing was" in done.err
    assert whole(onelog) == before
    assert shown(onelog, "recover") == []


FAILS = {
    "fails": "exit 3",
    "is killed": "kill -9 $$",
    "fails and deletes it": 'rm "$1"; exit 1',
    "does not exist": None,
    "is no command": "",
}


@pytest.mark.long
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
    before = met(onelog), whole(onelog)
    assert "nothing was changed" in onelog.fails("edit", before[0], **env) or "could not be started" in done.err
    assert (whole(onelog), drafts(onelog)) == (before[1], [])


KEPT = {
    "fails after it wrote": ('printf "words of worth\\n" > "$1"; exit 1', b"words of worth"),
    "is killed after it wrote": ('printf "words of worth\\n" > "$1"; kill -9 $$', b"words of worth"),
    "writes Latin-1": ('printf "words of worth caf\\351\\n" > "$1"', b"words of worth"),
    "writes noise": ('printf "words of worth\\n\\377\\300\\200\\n" > "$1"', b"words of worth"),
}


@pytest.mark.parametrize(("script", "kept"), KEPT.values(), ids=KEPT.keys())
def test_words_outlive_an_editor_that_fails(onelog: Onelog, script: str, kept: bytes) -> None:
    said = onelog.fails("log", "mia", "--edit", **editor(onelog, script))
    assert "onelog recover" in said
    assert [draft.startswith(kept) for draft in drafts(onelog)] == [True]
    assert "onelog recover" in onelog.run("--color never").err
    assert "words of worth" in onelog("recover", "--show")
    onelog("recover", "1")
    assert shown(onelog, "timeline")[0]["notes"].startswith("words of worth")
    assert drafts(onelog) == []


@pytest.mark.parametrize(("script", "kept"), KEPT.values(), ids=KEPT.keys())
def test_words_for_a_record_outlive_an_editor_that_fails(onelog: Onelog, script: str, kept: bytes) -> None:
    id_ = met(onelog)
    before = whole(onelog)
    assert "onelog recover" in onelog.fails("edit", id_, **editor(onelog, script))
    assert whole(onelog) == before
    assert [draft.startswith(kept) for draft in drafts(onelog)] == [True]
    onelog("recover", "1")
    assert shown(onelog, "timeline")[0]["notes"].startswith("words of worth")


def test_a_document_that_was_cut_off_in_its_head_does_not_become_the_note(onelog: Onelog) -> None:
    id_ = met(onelog)
    before = whole(onelog)
    said = onelog.fails("edit", id_, **editor(onelog, 'head -3 "$1" > "$1~"; mv "$1~" "$1"'))
    assert "has no end; nothing was changed" in said
    assert whole(onelog) == before
    assert len(drafts(onelog)) == 1


def test_what_an_editor_did_not_save_is_not_taken_away(onelog: Onelog) -> None:
    """One that was killed may have left the words in a swap file, and nowhere else."""
    swap = 'echo unsaved > "$(dirname "$1")/.$(basename "$1").swp"; kill -9 $$'
    onelog.fails("log", "mia", "--edit", **editor(onelog, swap))
    assert [path.read_text() for path in onelog.folder.glob("journal.db.drafts/.*.swp")] == ["unsaved\n"]


def test_words_that_an_edited_meeting_refuses_are_kept(onelog: Onelog) -> None:
    meeting = onelog.json("log", "mia", "words")
    script = 'sed -i "s/^with:.*/with: Nobody Known/" "$1"; printf "more words\\n" >> "$1"'
    assert "Nobody" in onelog.fails("edit", meeting["id"], **editor(onelog, script))
    assert len(drafts(onelog)) == 1
    assert b"more words" in drafts(onelog)[0]
    assert shown(onelog, "timeline")[0]["notes"] == "words"
