"""Signs that cannot be seen are part of Hebrew, Arabic, Persian and emoji: screens show them, nothing spoils them."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog
from inside import Inside

pytestmark = pytest.mark.posix

TEXTS = {
    "Hebrew with a mark": "דיברנו על C++\u200f ועל התכנית",
    "Arabic in an isolate": "تحدثنا عن \u2067الخطة (Q3)\u2069 اليوم",
    "an Arabic letter mark": "\u061c١٢٣ خطة",
    "Persian with a joiner": "می\u200cخواهم این را بنویسم",
    "an isolate in English": "the name \u2068עדי\u2069 came up",
    "marks at both ends": "\u200fשלום\u200f",
    "a family": "👨\u200d👩\u200d👧 came along",
    "a soft hyphen": "Donau\xaddampf\xadschiff",
    "a word joiner": "10\u2060%",
}
"""Words, as people write and paste them."""


@pytest.fixture
def run(tmp_path: Path) -> Inside:
    return Inside(tmp_path)


def told(run: Inside, **env: Any) -> list[object]:
    """All words of the journal, without ids."""
    whole = json.loads(run("export", "--format", "json", **env).out)
    names = ("text", "because", "why", "outcome")
    places = [whole, *whole["meetings"]]
    found = [record for place in places for kind in ("actions", "moments", "topics") for record in place[kind]]
    kept = [[record.get(name) for name in names] for record in found]
    return [sorted(meeting["notes"] for meeting in whole["meetings"]), sorted(kept, key=repr)]


def logged(run: Inside, text: str) -> str:
    document = f"{text}\n\na: {text} why: {text}\naha: {text}\np: {text}\nt: {text}\n"
    return str(json.loads(run("log", "mia", "-", "--json", input=document.encode()).out)["id"])


@pytest.mark.long
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_it_is_kept_and_comes_back_through_every_door(run: Inside, text: str) -> None:
    id_ = logged(run, text)
    before = told(run)
    assert json.dumps(before, ensure_ascii=False).count(text) == 6
    for name in ("md", "folder", "json"):
        out = f"out.{name}"
        assert run("export", "all", "--private", "--format", name, "-o", out).code == 0
        other: dict[str, Any] = {"ONELOG_JOURNAL": str(run.folder / f"{name}.db")}
        assert run("import", out, **other).code == 0
        assert told(run, **other) == before, name
    (run.folder / "mia.md").write_text(run("show", id_, "--md").out, encoding="utf-8")
    other = {"ONELOG_JOURNAL": str(run.folder / "shown.db")}
    assert run("import", "mia.md", **other).code == 0
    assert told(run, **other) == before


@pytest.mark.long
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_line_is_edited_and_the_others_stay(onelog: Onelog, text: str) -> None:
    met = onelog.json("log", "mia", "-", input=f"{text}\nplain\na: {text}\naha: {text} too\n")
    script = onelog.folder / "editor.sh"
    script.write_text('sed -i -e "s/^plain$/mended/" -e "/Aha:/s/ too/ as well/" "$1"', encoding="utf-8")
    onelog("edit", met["id"], ONELOG_EDITOR=f"sh {shlex.quote(str(script))}")
    now = onelog.json("show", met["id"])
    assert now["notes"] == f"{text}\nmended"
    assert [record["text"] for record in (*now["actions"], *now["moments"])] == [text, f"{text} as well"]
    assert [one["id"] for one in (*now["actions"], *now["moments"])] == [
        one["id"] for one in (*met["actions"], *met["moments"])
    ]


def test_a_draft_that_is_shown_in_a_pipe_is_as_it_was_typed(run: Inside) -> None:
    text = TEXTS["Hebrew with a mark"]
    run("aha", "-", input=f"{text}\ntwo lines".encode())  # refused, so it waits
    assert run("recover", "1", "--show").out == f"{text}\ntwo lines\n"
    assert "C++\\u200f" in run("recover", "1", "--show", terminal=True).out


def test_a_terminal_shows_what_is_hidden_in_a_document(run: Inside) -> None:
    id_ = logged(run, "pay\u200bpal \u202etxt")
    for words in (("show", id_, "--md"), ("export", "--format", "md"), ("export", "--format", "csv")):
        assert "pay\u200bpal \u202etxt" in run(*words).out
        drawn = run(*words, terminal=True).out
        assert r"pay\u200bpal \u202etxt" in drawn
        assert not {"\u200b", "\u202e"} & set(drawn)
