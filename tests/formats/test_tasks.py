"""Promises as tasks: what other programs take, and what was ticked there comes back."""

import json
import os
import shutil
import subprocess

import pytest
from conftest import Onelog, at
from test_folder import another, bare

TASK = shutil.which("task")


def promised(onelog: Onelog) -> Onelog:
    onelog.env["ONELOG_NOW"] = "2026-11-22T10:00:00+09:00"
    onelog('log "Mia Tanaka" "talked a: draft the plan due:2026-11-27 +ads why: to sell more a: @them send numbers"')
    onelog("log 田中花子 宿題:資料を送る")
    return onelog


def ids(onelog: Onelog) -> dict[str, str]:
    return {action["text"]: action["id"] for action in onelog.json("actions --all")}


def status(onelog: Onelog) -> dict[str, tuple[str, str | None]]:
    return {action["text"]: (action["status"], action["closed"]) for action in onelog.json("actions --all")}


def test_a_promise_is_a_line_of_todo_txt(onelog: Onelog) -> None:
    promised(onelog)
    known = ids(onelog)
    plan, sent, sheet = (known[text] for text in ("draft the plan +ads", "send numbers", "資料を送る"))
    onelog(f"done {sheet}")
    assert onelog("export --format todo") == (
        f"2026-11-22 draft the plan +ads @Mia_Tanaka due:2026-11-27 onelog:{plan}\n"
        f"x 2026-11-22 2026-11-22 資料を送る @田中花子 onelog:{sheet}\n"
    )
    theirs = onelog("export --format todo --theirs")
    assert f"2026-11-22 send numbers @Mia_Tanaka owner:Mia_Tanaka onelog:{sent}\n" in theirs
    onelog(f"drop {plan} --why no")
    assert "draft the plan" not in onelog("export --format todo")


def test_what_is_ticked_in_todo_txt_is_done_here_and_nothing_else_changes(onelog: Onelog) -> None:
    promised(onelog)
    onelog("export --format todo -o todo.txt")
    before = onelog.json("actions --all")
    file = onelog.folder / "todo.txt"
    text = file.read_text(encoding="utf-8").replace("2026-11-22 draft", "x 2026-11-25 2026-11-22 draft")
    file.write_text(text, encoding="utf-8")
    assert "Imported nothing new; 1 changed; 1 here already." in onelog.run("import todo.txt").err
    after = onelog.json("actions --all")
    assert [one for one in after if one not in before] == [
        {**one, "status": "done", "closed": "2026-11-25"} for one in before if one["text"].startswith("draft")
    ]
    assert "2 here already" in onelog.run("import todo.txt").err
    onelog("undo")
    assert onelog.json("actions --all") == before


def test_a_promise_that_is_gone_here_does_not_come_back_from_todo_txt(onelog: Onelog) -> None:
    promised(onelog)
    onelog("export --format todo -o todo.txt")
    onelog(f"delete {ids(onelog)['資料を送る']}")
    assert "the promise it came from is no longer here" in onelog.run("import todo.txt").err
    assert "資料を送る" not in ids(onelog)


def test_a_dry_run_that_was_saved_ticks_as_well(onelog: Onelog) -> None:
    promised(onelog)
    onelog("export --format todo -o todo.txt")
    file = onelog.folder / "todo.txt"
    file.write_text(
        file.read_text(encoding="utf-8").replace("2026-11-22 draft", "x 2026-11-25 2026-11-22 draft"), encoding="utf-8"
    )
    (onelog.folder / "run.md").write_text(onelog("import todo.txt --dry-run"), encoding="utf-8")
    assert "nothing new; 1 changed." in onelog.run("import run.md").err
    assert status(onelog)["draft the plan +ads"] == ("done", "2026-11-25")


def test_a_line_edited_there_and_another_field_changed_here_are_both_kept(onelog: Onelog) -> None:
    file = onelog.folder / "todo.txt"
    file.write_text("2026-03-01 order the desk\n2026-03-01 order the chair\n", encoding="utf-8")
    onelog("import todo.txt")
    onelog(f"change {ids(onelog)['order the desk']} due:2027-01-05")
    file.write_text("2026-03-01 order the large desk\n2026-03-01 order the chair\n", encoding="utf-8")
    assert "nothing new; 1 changed; 1 here already" in onelog.run("import todo.txt").err
    (desk,) = (one for one in onelog.json("actions") if "desk" in one["text"])
    assert (desk["text"], desk["due"]) == ("order the large desk", "2027-01-05")
    onelog(f'change {desk["id"]} text:"order two desks"')
    file.write_text("2026-03-01 order the tall desk\n2026-03-01 order the chair\n", encoding="utf-8")
    done = onelog.run("import todo.txt")
    assert "yours is kept" in done.err
    assert "order two desks" in ids(onelog)
    assert "2 here already" in onelog.run("import todo.txt").err


def test_theirs_is_for_tasks(onelog: Onelog) -> None:
    promised(onelog)
    assert "--theirs is for tasks" in onelog.fails("export --theirs", code=2)


@pytest.mark.skipif(not TASK, reason="Taskwarrior is not here")
def test_taskwarrior_takes_them_once_and_gives_back_what_was_done(onelog: Onelog) -> None:
    promised(onelog)
    (onelog.folder / "taskrc").write_text("confirmation=off\nhooks=off\n", encoding="utf-8")
    env = {**os.environ, "TASKRC": str(onelog.folder / "taskrc"), "TASKDATA": str(onelog.folder), "TZ": "Asia/Tokyo"}

    def task(*words: str, data: str = "") -> str:
        return subprocess.run(
            [str(TASK), *words], input=data, env=env, capture_output=True, text=True, check=True
        ).stdout

    out = onelog("export --format taskwarrior --theirs")
    assert task("import", data=out).count(" add ") == 3
    assert task("import", data=out).count(" skip ") == 3
    task("project:Mia Tanaka", "+ads", "done")
    (onelog.folder / "tasks.json").write_text(task("export"), encoding="utf-8")
    assert "nothing new; 1 changed; 2 here already" in onelog.run("import tasks.json").err
    assert status(onelog)["draft the plan +ads"][0] == "done"
    task("add", "call Bob", "due:2026-12-04")
    (onelog.folder / "tasks.json").write_text(task("export"), encoding="utf-8")
    assert "1 action; 3 here already" in onelog.run("import tasks.json").err
    assert [one["due"] for one in onelog.json("actions --all") if one["text"] == "call Bob"] == ["2026-12-04"]


def test_the_tasks_of_taskwarrior_have_the_uid_as_uuid(onelog: Onelog) -> None:
    promised(onelog)
    (plan, _) = json.loads(onelog("export --format taskwarrior"))
    assert plan["uuid"] == next(
        one["uid"] for one in onelog.json("actions") if one["id"] == ids(onelog)[plan["description"]]
    )
    assert (plan["status"], plan["due"], plan["tags"]) == ("pending", "20261127T000000", ["ads"])


def test_a_task_of_taskwarrior_that_has_ended_says_when(onelog: Onelog) -> None:
    promised(onelog)
    known = ids(onelog)
    onelog("done", known["資料を送る"], "--on", "2026-11-22")
    onelog("drop", known["draft the plan +ads"], "--why", "no")
    ended = {one["status"]: one["end"] for one in json.loads(onelog("export --format taskwarrior")) if "end" in one}
    assert ended == {"completed": "20261122T000000", "deleted": "20261122T000000"}


# --- JSON lines, CSV for Excel


def test_lines_of_json_come_back_as_the_same_journal(demo: Onelog) -> None:
    demo("export --format jsonl -o all.jsonl")
    lines = (demo.folder / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"onelog": 1}'
    assert all(json.loads(line)["kind"] for line in lines[1:])
    other = another(demo, "other")
    other(f"import {demo.folder / 'all.jsonl'}")
    assert other("export --json") == demo("export --json")


@pytest.mark.parametrize(("text", "says"), [
    ('{"onelog": 1}\n{"kind": "meeting"\n', "line 2 cannot be read"),
    ('{"onelog": 1}\n[]\n', "line 2 cannot be read"),
    ('{"onelog": 1}\n{"kind": "nonsense"}\n', "is not a list that this onelog knows"),
    ('{"onelog": 2}\n{"kind": "person"}\n', "newer onelog"),
])  # fmt: skip
def test_broken_lines_are_refused(onelog: Onelog, text: str, says: str) -> None:
    (onelog.folder / "a.jsonl").write_text(text, encoding="utf-8")
    assert says in onelog.fails("import a.jsonl", code=3)


def test_a_csv_file_begins_with_the_mark_for_excel_and_a_pipe_does_not(onelog: Onelog) -> None:
    promised(onelog)
    onelog("export --format csv -o a.csv")
    said = (onelog.folder / "a.csv").read_bytes()
    assert said.startswith(b"\xef\xbb\xbfkind,")
    assert said.decode("utf-8-sig").replace("\r\n", "\n") == onelog("export --format csv").replace("\r\n", "\n")


# --- a folder for Obsidian


@pytest.mark.long
@pytest.mark.parametrize("style", ["emoji", "dataview"])
def test_a_folder_for_obsidian_comes_back_the_same(demo: Onelog, style: str) -> None:
    place = demo.folder / "vault"
    demo(f"export all --private --obsidian {style} -o {place}")
    other = another(demo, "other")
    other(f"import {place}")
    assert bare(json.loads(other("export --json"))) == bare(json.loads(demo("export --json")))


def test_obsidian_gets_links_days_and_signs(onelog: Onelog) -> None:
    promised(onelog)
    onelog('people edit "Mia Tanaka" --alias "M., Tanaka"')
    onelog("export all --obsidian emoji -o vault")
    files = {path.name: path.read_text(encoding="utf-8") for path in (onelog.folder / "vault").iterdir()}
    person = next(name for name in files if name.startswith("person-mia"))
    met = next(text for name, text in files.items() if "mia-tanaka" in name and name != person)
    assert f'\nwith: "[[{person.removesuffix(".md")}|Mia Tanaka]]"\n' in met
    assert "\ndate: 2026-11-22\n" in met
    assert "- [ ] draft the plan +ads why: to sell more 📅 2026-11-27 ^" in met
    assert '\naliases:\n  - "M., Tanaka"\n' in files[person]
    onelog("export all --obsidian dataview -o vault2")
    assert any(
        "[due:: 2026-11-27] ^" in path.read_text(encoding="utf-8") for path in (onelog.folder / "vault2").iterdir()
    )


@pytest.mark.parametrize(
    ("style", "days"),
    [
        ("emoji", "➕ 2026-11-18 📅 2026-11-27 ✅ 2026-11-22"),
        ("dataview", "[created:: 2026-11-18] [due:: 2026-11-27] [completion:: 2026-11-22]"),
    ],
)
def test_the_days_of_a_task_stand_in_obsidian_in_the_order_of_its_life(onelog: Onelog, style: str, days: str) -> None:
    id_ = onelog.json("actions add book the room due:2026-11-27", **at("2026-11-18"))["id"]
    onelog(f"done {id_}", **at("2026-11-22"))
    onelog(f"export all --obsidian {style} -o vault")
    (file,) = (onelog.folder / "vault").glob("*action*.md")
    assert f"- [x] book the room {days} ^{id_}\n" in file.read_text(encoding="utf-8")


def test_what_is_ticked_in_obsidian_is_done_here(onelog: Onelog) -> None:
    promised(onelog)
    onelog("export all --obsidian emoji -o vault")
    for path in (onelog.folder / "vault").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("- [ ] draft", "- [x] draft").replace("📅 2026-11-27", "📅 2026-11-27 ✅ 2026-11-24"),
            encoding="utf-8",
        )
    assert "1 changed" in onelog.run("import vault").err
    assert status(onelog)["draft the plan +ads"] == ("done", "2026-11-24")


@pytest.mark.parametrize(("line", "says"), [
    ("export --format csv --obsidian emoji", "--obsidian is for a folder"),
    ("export --obsidian stars -o x", "--obsidian is not 'stars'"),
])  # fmt: skip
def test_obsidian_is_a_folder_in_one_of_two_styles(onelog: Onelog, line: str, says: str) -> None:
    promised(onelog)
    assert says in onelog.fails(line, code=2)
