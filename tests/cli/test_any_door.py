"""Whatever way a text comes in, the words of the entry are the words that were typed: each of them once, none elsewhere."""

import re
from collections import Counter
from typing import Any

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog, examples
from hypothesis import given, settings
from hypothesis import strategies as st

BLANKS = (" ", "  ", "\t", "\u00a0", "\u2009", "\u202f", "\u3000")
MARKS = (
    "",
    "",
    "",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "・",
    "■",
    "□ ",
    "○ ",
    "● ",
    "> ",
    "# ",
    "## ",
    "  - ",
    "- [ ] ",
    "- [x] ",
    "- [-] ",
)
LABELS = (
    "a:",
    "A:",
    "action:",
    "Action:",
    "todo:",
    "Todo：",
    "宿題:",
    "宿題：",
    "決定：",
    "d:",
    "w:",
    "aha:",
    "**Aha:**",
    "p:",
    "gr:",
    "c:",
    "C:",
    "concern:",
    "懸念：",
    "t:",
    "次回：",
    "x:",
    "非公開：",
    "private:",
    "g:",
    "goal:",
    "because:",
    "prase:",
    "http:",
    "re:",
    "note:",
    "10:30",
    "\\a:",
    "option a:",
    "drive c:",
    "気つ\u3099き：",
    "【決定事項】",
    "■決定事項",
    "## Actions",
    "**Concerns**",
    "private notes",
)
TOKENS = (
    "due:fri", "due: fri", "due:next thursday", "due:blub", "期限:明日", "due:12/5", "@them", "@me", "＠them", "@thm", "@3pm", "@types/node", "@相手", "why:",
    "理由:", "because:", "from:me", "to:them", "goal:zzz", "mood:4", "mood: 4", "mode: remote", "mode:zoom", "len:45m", "+tag", "#c++", "#node.js", "＃採用",
    "(#section)", "https://a.b/c#d", "a@b.org", "`#code`", "```", "~~~", "^k7qf", "---", "***", "。", "、", "！", "」", "<!-- x -->", "&amp;", "\\", "|",
    "[ ]", "[x]", "[/]", "\x1b[31m", "\u200f", "🎉", "val: 3", "e\u0301t\u00e9",
)  # fmt: skip
ENDS = ("\n", "\n", "\n\n", "\r\n", "\n \n", "\n\n\n")


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Lines of words of which each is there once (w1q, w2q …), with all that the grammar looks at between them."""
    made, number = [], 0
    for _ in range(draw(st.integers(1, 8))):
        pieces = [draw(st.sampled_from(MARKS))]
        for _ in range(draw(st.integers(1, 5))):
            if draw(st.booleans()):
                pieces += [draw(st.sampled_from(LABELS + TOKENS)), draw(st.sampled_from((*BLANKS, "")))]
            number += 1
            pieces += [f"w{number}q", draw(st.sampled_from(BLANKS))]
        made += ["".join(pieces), draw(st.sampled_from(ENDS))]
    return "".join(made)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"w\d+q", text))


def entry(meeting: dict[str, Any]) -> Counter[str]:
    """The words of a meeting: of its note, and of what its records say, or whom they name."""
    found = words(meeting["notes"] or "")
    for record in [*meeting["actions"], *meeting["moments"], *meeting["topics"], *meeting["checkins"]]:
        for name in ("text", "why", "because", "outcome", "owner", "from", "to"):
            found += words(record.get(name) or "")
    return found


def check(run: Onelog, typed: str) -> None:
    (meeting,) = run.json("timeline", "--private")
    assert entry(meeting) == words(typed)


def by_argument(run: Onelog, text: str) -> None:
    run("log", "mia", text)


def by_pipe(run: Onelog, text: str) -> None:
    run("log", "mia", input=text)


def by_file(run: Onelog, text: str) -> None:
    path = run.folder / "talk.md"
    path.write_bytes(text.encode())
    run("log", "mia", "--file", str(path))


def by_editor(run: Onelog, text: str) -> None:
    (run.folder / "typed.md").write_bytes(text.encode())
    (run.folder / "editor.sh").write_text('cat typed.md >> "$1"', encoding="utf-8")
    run("log", "mia", "--edit", ONELOG_EDITOR="sh editor.sh")


@settings(max_examples=examples(40))
@given(text=texts())
@pytest.mark.parametrize("door", [by_argument, by_pipe, by_file, by_editor])
def test_each_word_is_in_the_entry_once(tmp_path_factory: pytest.TempPathFactory, door: Any, text: str) -> None:
    run = Onelog(tmp_path_factory.mktemp("door"))
    door(run, text)
    check(run, text)


@settings(max_examples=examples(8))
@given(text=texts())
def test_each_word_of_a_paste_is_in_the_entry_once(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    run = Onelog(tmp_path_factory.mktemp("paste"))
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=run.env | UNASKED, cwd=str(run.folder), encoding="utf-8", timeout=60
    )
    child.delaybeforesend = 0.05
    child.expect("an empty line ends it")
    child.send(f"\x1b[200~{text.replace(chr(27), '')}\x1b[201~")
    child.send("\x04")
    while child.expect([pexpect.EOF, r"\[y/N\]", r"\? > ?$"]):  # about a day that may be two, or a name that is near
        child.send("\r")
    check(run, text)


@settings(max_examples=examples(40))
@given(text=texts())
def test_the_document_of_the_entry_says_the_same_again(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    run = Onelog(tmp_path_factory.mktemp("again"))
    run("log", "mia", input=text)
    (before,) = run.json("timeline", "--private")
    document = run("show", before["id"], "--md", "--private")
    (run.folder / "same.md").write_text(document, encoding="utf-8")
    run("import", "same.md")
    (after,) = run.json("timeline", "--private")
    assert after == before
