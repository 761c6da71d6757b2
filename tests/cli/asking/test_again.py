"""What was refused opens in the editor again with the reason on top; an editor that came back at once is waited for."""

import os
import shlex
from pathlib import Path

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog

pytestmark = pytest.mark.posix


def editor(run: Onelog, *scripts: str) -> dict[str, str]:
    """An editor that runs one script after the other, the last one again and again; `$1` is the file. It keeps what it saw."""
    path = run.folder / "editor.sh"
    cases = "\n".join(f"{n}) {script};;" for n, script in enumerate(scripts[:-1], 1))
    path.write_text(
        f'n=$(($(cat n 2>/dev/null || echo 0) + 1)); echo $n > n; cp "$1" seen$n\ncase $n in\n{cases}\n*) {scripts[-1]};;\nesac\n',
        encoding="utf-8",
    )
    return {"ONELOG_EDITOR": f"sh {shlex.quote(str(path))}"}


def on_terminal(run: Onelog, *words: str, **env: str) -> tuple[int, str]:
    """A command at a terminal: its exit code, and what it said."""
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], *words], env=run.env | UNASKED | env, cwd=str(run.folder), timeout=60, encoding="utf-8"
    )
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus or 0), str(child.before)


def seen(run: Onelog, n: int) -> str:
    return (run.folder / f"seen{n}").read_text(encoding="utf-8")


def waiting(run: Onelog) -> list[Path]:
    return sorted(run.folder.glob("journal.db.drafts/*.md"))


@pytest.fixture
def made(onelog: Onelog) -> Onelog:
    onelog("people add Mia Tanaka")
    onelog("goals add mau --by 2027-03-31")
    return onelog


def sed(old: str, new: str) -> str:
    return f'sed -i {shlex.quote(f"s/{old}/{new}/")} "$1"'


GOAL = sed("^by:.*", "by: someday"), sed("someday", "2027-01-31")
WITH = sed("^with:.*", "with: Mia Tanka") + '; echo "we met" >> "$1"', sed("Tanka", "Tanaka")
CASES = {
    "a goal": (("edit", "{goal}"), *GOAL, "someday"),
    "a meeting": (("edit", "{meeting}"), sed("^with:.*", "with: Mia Tanka"), sed("Tanka", "Tanaka"), "Tanka"),
    "a person": (("edit", "{person}"), sed("^relation:.*", "relation: chum"), sed("chum", "manager"), "chum"),
    "a new meeting": (("log", "mia", "--edit"), *WITH, "Tanka"),
    "a prepared one": (("log", "mia", "--prep"), *WITH, "Tanka"),
    "a plan": (("goals", "plan", "{goal}", "--edit"), 'echo "- someday half of it" >> "$1"', sed("someday", "2026-12-31"), "someday"),
}  # fmt: skip


def command(run: Onelog, words: tuple[str, ...]) -> list[str]:
    ids = {"goal": run.json("goals")[0]["id"], "person": run.json("people")[0]["id"], "meeting": ""}
    if "{meeting}" in words:
        ids["meeting"] = run.json("log", "mia", "before")["id"]
    return [word.format(**ids) for word in words]


@pytest.mark.long
@pytest.mark.walk(3)
@pytest.mark.parametrize("case", CASES)
def test_a_document_that_is_refused_opens_again_with_the_reason_on_top(made: Onelog, case: str) -> None:
    words, wrong, right, off = CASES[case]
    code, said = on_terminal(made, *command(made, words), **editor(made, wrong, right))
    assert code == 0, said
    reason, *document = seen(made, 2).split("\n")
    assert reason.startswith("<!-- onelog: ")
    assert reason.endswith(" -->")
    assert off in reason
    assert off in "\n".join(document)
    assert waiting(made) == []
    assert "<!-- onelog" not in made("export --format json")


@pytest.mark.long
@pytest.mark.walk(3)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("gives_up", ["true", ': > "$1"', 'rm "$1"', 'touch "$1"', 'echo more >> "$1"; exit 1'])
def test_who_leaves_it_as_it_is_finds_the_words_kept_and_mends_them_later(
    made: Onelog, case: str, gives_up: str
) -> None:
    words, wrong, right, off = CASES[case]
    before = command(made, words), made("export --format json")
    code, said = on_terminal(made, *before[0], **editor(made, wrong, gives_up))
    assert code != 0
    assert "onelog recover 1 --edit" in " ".join(said.split())
    assert off in made("recover 1 --show")
    assert "<!-- onelog" not in made("recover 1 --show")
    assert made("export --format json") == before[1]
    (made.folder / "n").unlink()
    code, said = on_terminal(made, "recover", "1", "--edit", **editor(made, "true", right))
    assert code == 0, said
    assert waiting(made) == []


@pytest.mark.walk(3)
@pytest.mark.parametrize("case", CASES)
def test_elsewhere_it_is_refused_at_once_and_can_be_mended(made: Onelog, case: str) -> None:
    words, wrong, right, off = CASES[case]
    line = command(made, words)
    done = made.run(*line, **editor(made, wrong, right))
    assert done.code in (1, 2)
    assert off in done.err
    assert "Your words are kept: onelog recover 1 --edit" in done.err
    (made.folder / "n").unlink()
    made("recover", "1", "--edit", **editor(made, right))
    assert waiting(made) == []


# --- an editor that comes back at once -------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["log", "edit"])
def test_what_an_editor_saves_later_is_taken_over(made: Onelog, what: str) -> None:
    id_ = made.json("log", "mia", "before")["id"]
    words = ("log", "mia", "--edit") if what == "log" else ("edit", id_)
    done = made.run(*words, ONELOG_EDITOR="true")
    (draft,) = waiting(made)
    assert "The editor came back at once" in done.err
    assert str(draft) in done.err
    assert "othing was" in done.err
    assert "reached the journal" not in made.run("--color never").err
    assert made.json("recover") == []
    assert [f["check"] for f in made.json("doctor")["findings"] if f["check"] == "drafts"] == []
    with draft.open("a", encoding="utf-8") as file:
        file.write("said in a window\n")
    assert "1 text has not reached the journal" in made.run("--color never").err
    made("recover 1")
    assert made.json("timeline --kind meeting")[0]["notes"] == (
        "said in a window" if what == "log" else "before\nsaid in a window"
    )
    assert not draft.parent.exists()


def test_one_that_nobody_writes_in_goes_after_a_day(made: Onelog) -> None:
    made.run("log mia --edit", ONELOG_EDITOR="true")
    (draft,) = waiting(made)
    os.utime(draft, (0, 0))
    made("recover")
    assert not draft.parent.exists()


@pytest.mark.parametrize("script", ['cp "$1" "$1.new"; mv "$1.new" "$1"', 'touch "$1"'])
def test_an_editor_that_saved_it_as_it_was_is_done(made: Onelog, script: str) -> None:
    id_ = made.json("log", "mia", "before")["id"]
    done = made.run("edit", id_, **editor(made, script))
    assert (done.code, done.err) == (0, "Nothing was changed.\n")
    assert waiting(made) == []


def test_a_draft_that_waits_for_its_editor_is_forgotten_with_the_person(made: Onelog) -> None:
    id_ = made.json("log", "mia", "before")["id"]
    made.run("edit", id_, ONELOG_EDITOR="true")
    assert len(waiting(made)) == 1
    made("forget", "mia", "--confirm", "Mia Tanaka")
    assert waiting(made) == []
