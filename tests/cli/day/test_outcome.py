"""Why something ended is a thing of its own: beside why it was promised, in every form, and gone when it is opened again."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import NOW as CLOCK
from conftest import Onelog
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.model import Action, Moment, Ref, Topic
from onelog.markdown import document
from onelog.markdown.document import Draft, Item

pytestmark = pytest.mark.posix

NOW = datetime.fromisoformat(CLOCK)
ACTION, TOPIC, CONCERN = (
    "a: ask @them for the list why: the board meets",
    "t: pay why: it was promised",
    "c: the freeze because: no budget",
)


@pytest.fixture
def met(onelog: Onelog) -> Iterator[tuple[Onelog, dict[str, str]]]:
    """A journal with one of each; their ids."""
    said = onelog.json("log", "mia", f"we met\n{ACTION}\n{TOPIC}\n{CONCERN}")
    kinds = {"action": said["actions"], "topic": said["topics"], "concern": said["moments"]}
    yield onelog, {kind: found[0]["id"] for kind, found in kinds.items()}


KINDS = {"action": ("why", "the board meets"), "topic": ("why", "it was promised"), "concern": ("because", "no budget")}


@pytest.mark.parametrize("kind", KINDS)
def test_the_reason_it_ended_stands_beside_the_reason_it_began(met: tuple[Onelog, dict[str, str]], kind: str) -> None:
    run, ids = met
    key, reason = KINDS[kind]
    run("done", ids[kind], "--why", "they  sent\nit")
    found = whole(run)[ids[kind]]
    assert (found[key], found["outcome"]) == (reason, "they sent it")
    document = next(line for line in run("show", met_id(run), "--md", "--private").split("\n") if ids[kind] in line)
    assert f"{key}: {reason} outcome: they sent it ^" in document
    assert run("show", ids[kind], "--md", "--private").count("they sent it") == 1
    assert "they sent it" in run("search", "sent", "--private")
    assert "they sent it" in run("export", "--format", "csv", "--private")
    shown = run.screen("show", ids[kind], "--private")
    assert "Outcome" in shown
    assert "they sent it" in shown
    assert "they sent it" in run("history", ids[kind], "--json", "--private")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_opened_again_has_no_outcome_and_the_history_has_it(
    met: tuple[Onelog, dict[str, str]], kind: str
) -> None:
    run, ids = met
    before = whole(run)
    run("done", ids[kind], "--why", "they sent it")
    run("reopen", ids[kind])
    assert whole(run) == before
    assert "they sent it" in run("history", ids[kind], "--json", "--private")
    run("undo")
    assert whole(run)[ids[kind]]["outcome"] == "they sent it"
    run("undo")
    assert whole(run) == before


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ja"])
def test_exports_come_back_with_it(met: tuple[Onelog, dict[str, str]], language: str, tmp_path: Path) -> None:
    run, ids = met
    (run.folder / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    run.env["ONELOG_CONFIG"] = str(run.folder / "config.toml")
    for kind, id_ in ids.items():
        run("drop" if kind == "topic" else "done", id_, "--why", "送った: a: sent +it due:fri why: @them")
    for form, name in (("json", "all.json"), ("md", "all.md")):
        run("export", "--format", form, "--private", "-o", name)
        other = ["--journal", str(tmp_path / f"{form}.db")]
        run(*other, "import", name)
        assert {i: r["outcome"] for i, r in whole(run, *other).items() if i in ids.values()} == dict.fromkeys(
            ids.values(), "送った: a: sent +it due:fri why: @them"
        )


def test_an_export_of_an_older_onelog_has_none(met: tuple[Onelog, dict[str, str]], tmp_path: Path) -> None:
    run, ids = met
    text = run("export", "--format", "json")
    said = json.loads(text)
    for group in (said["meetings"][0][name] for name in ("actions", "topics", "moments")):
        for record in group:
            assert record.pop("outcome") is None
    (run.folder / "old.json").write_text(json.dumps(said), encoding="utf-8")
    other = ["--journal", str(tmp_path / "other.db")]
    run(*other, "import", "old.json")
    assert whole(run, *other) == whole(run)
    assert {ids["action"], ids["topic"]} <= whole(run, *other).keys()


@pytest.mark.long
@pytest.mark.parametrize(("line", "text", "outcome"), [
    ("- [x] pay it outcome: paid on Friday", "pay it", "paid on Friday"),
    ("- [-] pay it why: they asked outcome: not any more", "pay it", "not any more"),
    ("- [ ] measure the outcome: why does it fall", "measure the outcome: why does it fall", None),
    ("a: measure the outcome: of it", "measure the outcome: of it", None),
    ("c: the freeze outcome: unknown", "the freeze outcome: unknown", None),
    ("c: the freeze resolved:today outcome: hired", "the freeze", "hired"),
    ("t: pay outcome: unknown", "pay outcome: unknown", None),
])  # fmt: skip
def test_in_a_line_it_is_read_of_what_has_ended(onelog: Onelog, line: str, text: str, outcome: str | None) -> None:
    met = onelog.json("log", "mia", f"we met\n{line}")
    (record,) = (one for group in ("actions", "topics", "moments") for one in met[group])
    assert (record["text"], record["outcome"]) == (text, outcome)
    before = whole(onelog)
    (onelog.folder / "a.md").write_text(onelog("show", met["id"], "--md"), encoding="utf-8")
    onelog("import", "a.md")
    assert whole(onelog) == before


def test_a_box_that_is_emptied_in_the_editor_opens_it_again(met: tuple[Onelog, dict[str, str]]) -> None:
    run, ids = met
    before = whole(run)
    run("done", ids["action"], "--why", "sent")
    run("edit", met_id(run), ONELOG_EDITOR="sed -i 's/- .x. /- [ ] /; s/ done:[0-9-]*//'")
    assert whole(run) == before


@pytest.mark.long
@given(
    st.text(st.sampled_from("ab \\:@#+\"'`結果why outcome: done:"), min_size=1, max_size=30),
    st.sampled_from(["action", "topic", "concern"]),
)
def test_any_outcome_comes_back_from_its_document(reason: str, kind: str) -> None:
    reason = " ".join(reason.split())
    day, person = date(2026, 11, 20), Ref("p", "Mia")
    all_kinds: dict[str, Action | Topic | Moment] = {
        "action": Action(
            "u", "k7qf", "ask", None, person, status="done", opened=day, closed=day, why="they asked", outcome=reason
        ),
        "topic": Topic("u", "k7qf", "pay", person, added=day, status="raised", closed=day, outcome=reason),
        "concern": Moment(
            "u", "k7qf", "concern", "the freeze", "no budget", person=person, resolved=day, outcome=reason
        ),
    }
    made = all_kinds[kind]
    draft: Draft = document.read(f"---\nwith: Mia\n---\n\n{document.line_of(made, None)}\n\nend", NOW)
    item = draft.lines[0]
    assert isinstance(item, Item)
    assert item.words.get("outcome", "") == reason
    assert (item.text, item.id, draft.troubles) == (made.text, "k7qf", ())


def whole(run: Onelog, *options: str) -> dict[str, dict[str, object]]:
    """Every record of the journal's by its id."""
    book = json.loads(run(*options, "export", "--format", "json", "--private"))
    found = {}
    for met in book["meetings"]:
        for one in (*met["actions"], *met["topics"], *met["moments"]):
            found[one["id"]] = {key: value for key, value in one.items() if key != "uid"}
    return found


def met_id(run: Onelog) -> str:
    return str(run.json("timeline --kind meeting")[0]["id"])
