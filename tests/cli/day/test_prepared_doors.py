"""prep --md and log --edit --prep: the meeting's document, filled in where one likes, and taken back through any door."""

import re
import shlex
from collections.abc import Callable

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

FIRST = "we met a: draft the plan due:fri t: pay c: the freeze"
LATER = "2026-11-29T10:00:00+09:00"


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    """A week after a first meeting with Mia, with something noted for the next one."""
    onelog("log", "mia", FIRST)
    onelog("note", "mia", "ask about the budget")
    onelog.env["ONELOG_NOW"] = LATER
    return onelog


def filled(text: str) -> str:
    """As somebody fills it in: the plan is done, the topic was raised, and a line at the end."""
    text = re.sub(r"\[ \] (draft the plan|pay)", r"[x] \1", text)
    assert text.count("[x] ") == 3  # one of them in the hint
    return text + "it went well a: is text here\n"


def by_pipe(run: Onelog) -> str:
    return run("log mia", input=filled(run("prep mia --md")))


def by_file(run: Onelog) -> str:
    (run.folder / "next.md").write_text(filled(run("prep mia --md")), encoding="utf-8")
    return run("log mia --file next.md")


def by_windows_file(run: Onelog) -> str:
    (run.folder / "next.md").write_bytes(b"\xef\xbb\xbf" + filled(run("prep mia --md")).replace("\n", "\r\n").encode())
    return run("log mia --file next.md")


def by_editor(run: Onelog) -> str:
    script = run.folder / "edit.sh"
    script.write_text(
        "sed -i 's/\\[ \\] draft/[x] draft/; s/\\[ \\] pay/[x] pay/' \"$1\"; echo 'it went well a: is text here' >> \"$1\"\n",
        encoding="utf-8",
    )
    return run("log mia --edit --prep", ONELOG_EDITOR=f"sh {shlex.quote(str(script))}")


@pytest.mark.long
@pytest.mark.parametrize("door", [by_pipe, by_file, by_windows_file, by_editor])
def test_every_door_takes_it_back(mia: Onelog, door: Callable[[Onelog], str]) -> None:
    lines = [line.split("\t") for line in door(mia).splitlines()]
    assert [(kind, text) for kind, _, _, _, text, *_ in lines] == [
        ("meeting", "ask about the budget\\n\\n## Topics\\n\\n## Notes\\n\\nit went well a: is text here"), ("topic", "pay"), ("action", "draft the plan"),
    ]  # fmt: skip
    assert [(a["text"], a["status"], a["closed"]) for a in mia.json("actions --all")] == [
        ("draft the plan", "done", "2026-11-29")
    ]
    new, old = mia.json("timeline --private")
    assert [t["status"] for t in new["topics"]] == ["raised"]
    assert old["topics"] == []
    assert [c["resolved"] for c in old["moments"]] == [None]
    assert list(mia.folder.glob("journal.db.drafts/*")) == []


def test_json_is_the_meeting_alone(mia: Onelog) -> None:
    (mia.folder / "next.md").write_text(filled(mia("prep mia --md")), encoding="utf-8")
    assert mia.json("log mia --file next.md")["kind"] == "meeting"


def test_on_a_terminal_what_was_decided_is_said(mia: Onelog) -> None:
    (mia.folder / "next.md").write_text(re.sub(r"\[ \] draft", "[x] draft", mia("prep mia --md")), encoding="utf-8")
    said = mia.screen("log mia --file next.md")
    plan = next(a for a in mia.json("actions --all") if a["text"] == "draft the plan")
    assert said.split("\n")[1] == f"  ✓ {plan['id']}  draft the plan"
    assert len(said.strip().split("\n")) == 3


def test_concerns_are_in_the_editor_and_not_in_what_is_printed(mia: Onelog) -> None:
    told = mia.run("prep mia --md")
    assert "freeze" not in told.out
    assert "1 concern (--private shows them too)" in told.err
    assert "- [ ] the freeze" in mia("prep mia --md --private")
    mia("log mia --edit --prep", ONELOG_EDITOR=f'sh -c \'cp "$1" {mia.folder}/seen; echo we met >> "$1"\' sh')
    assert "- [ ] the freeze" in (mia.folder / "seen").read_text(encoding="utf-8")


def test_a_document_that_was_left_as_it_was_logs_nothing(mia: Onelog) -> None:
    before = mia("export --format json --private")
    assert "as it was" in mia.fails("log mia --edit --prep", ONELOG_EDITOR="true")
    assert "You wrote nothing in this document" in mia.fails("log mia", input=mia("prep mia --md"))
    assert mia("export --format json --private") == before


def test_an_editor_that_crashes_leaves_the_document_to_recover(mia: Onelog) -> None:
    script = "sed -i 's/\\[ \\] draft/[x] draft/' \"$1\"; exit 3"
    mia.fails("log mia --edit --prep", ONELOG_EDITOR=f"sh -c {shlex.quote(script)} sh")
    mia("log mia we met meanwhile", ONELOG_NOW="2026-11-29T11:00:00+09:00")
    mia("recover 1", ONELOG_NOW="2026-12-01T10:00:00+09:00")
    assert mia.json("actions --all")[0]["closed"] == "2026-11-29"
    assert mia("export --private").count("ask about the budget") == 1


def test_somebody_new_gets_nothing_of_others(mia: Onelog) -> None:
    mia("log ben --edit --prep", ONELOG_EDITOR=f'sh -c \'cp "$1" {mia.folder}/seen; echo we met >> "$1"\' sh')
    text = (mia.folder / "seen").read_text(encoding="utf-8")
    assert "with: ben" in text
    for words in ("draft the plan", "pay", "freeze", "budget"):
        assert words not in text


@pytest.mark.parametrize(("words", "said"), [("--raw", "reads nothing"), ("--file x.md", "has its own document")])
def test_prep_begins_in_the_editor_alone(mia: Onelog, words: str, said: str) -> None:
    assert said in mia.fails(f"log mia --prep {words}", code=2)


def test_the_documents_ask_for_the_why_of_what_is_handed_over(mia: Onelog) -> None:
    hint = "<!-- To hand something over, say what for: - [ ] @them the task due:fri why: what it is for -->"
    assert hint in mia("prep mia --md")
    mia("log ben --edit", ONELOG_EDITOR=f'sh -c \'cp "$1" {mia.folder}/seen; echo we met >> "$1"\' sh')
    assert hint in (mia.folder / "seen").read_text(encoding="utf-8")
    assert "<!--" not in mia("export --private")


# --- the why of what others do ---------------------------------------------------------------------------------------

HANDED = "a: @them send the list due:2026-12-01 why: they have it"


@pytest.mark.long
@pytest.mark.parametrize(
    "command", ["export", "show ID", "show ID --md", "timeline mia", "prep mia", "prep mia --md", "actions"]
)
def test_why_stands_wherever_the_other_would_read_it(onelog: Onelog, command: str) -> None:
    action = onelog.json("log", "mia", HANDED)["actions"][0]["id"]
    line = command.replace("ID", action)
    assert "they have it" in onelog.screen(line)


def test_a_task_without_its_why_is_hinted_at_on_a_terminal_only(onelog: Onelog) -> None:
    assert "its why" not in onelog.screen("log", "ben", "a: @them send a list")  # who may be my manager
    onelog("log", "mia", "hello")
    onelog("people", "edit", "mia", "--relation", "report")
    said = onelog.screen("log", "mia", "a: @them send the list a: @them call")
    assert re.findall(r"mia has a task without its why: onelog change (\w{4}) why:", said) == [
        onelog.json("actions mia")[0]["id"]
    ]
    assert "why" not in "".join(onelog.run("log", "mia", "a: @them send another")[:2])
    assert "without its why" not in onelog.screen("log", "mia", HANDED)
    (onelog.folder / "config.toml").write_text("hints = false\n", encoding="utf-8")
    assert "without its why" not in onelog.screen("log", "mia", "a: @them send one more", ONELOG_CONFIG="config.toml")
