"""Whatever way a text comes in, the words of the entry are the words that were typed: each of them once, none elsewhere.

And what is private in it is private there.
"""

import re
from collections import Counter
from typing import Any

import pexpect
import pytest
from conftest import ONELOG, UNASKED, Onelog, examples
from hypothesis import given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.posix

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


PRIVATE_LABELS = (
    "c:", "x:", "f:", "concern:", "Private:", "**Private:**", "**Concern:**", "懸念：", "懸念:", "非公開：", "Ｃｏｎｃｅｒｎ：", "悩み：", "困りごと：",
)  # fmt: skip
PRIVATE_HEADINGS = (
    "## Private", "## Private notes", "# Concerns", "**Private notes**", "■非公開", "【非公開】", "■懸念事項", "【困りごと】", "Concerns:", "非公開メモ：",
)  # fmt: skip
PUBLIC = [one for one in (*LABELS, *TOKENS) if one not in ("```", "~~~", "---")]
"""What may stand before a private line and leaves it one: in a code fence, or in a front matter, nothing is read."""


@st.composite
def half_private_texts(draw: st.DrawFn, *, inline: bool) -> str:
    """Lines of public words (w1q …) and of private ones (s1q …); `inline` has a label inside a line too."""
    made, number = [], 0

    def word(kind: str) -> str:
        nonlocal number
        number += 1
        return f"{kind}{number}q"

    for _ in range(draw(st.integers(1, 5))):
        how = draw(st.sampled_from(["public", "line", "heading", *(["inline"] if inline else [])]))
        blank = draw(st.sampled_from(BLANKS))
        label = draw(st.sampled_from(PRIVATE_LABELS))
        if how == "public":
            made.append(
                f"{draw(st.sampled_from(PUBLIC))} {word('w')}{blank}{draw(st.sampled_from(PUBLIC))} {word('w')}"
            )
        elif how == "line":
            made.append(f"{draw(st.sampled_from(MARKS))}{label}{blank}{word('s')}{blank}{word('s')}")
        elif how == "inline":
            made.append(f"{word('w')} {word('w')} {label}{blank}{word('s')} {word('s')}")
        else:
            items = [f"{draw(st.sampled_from(['- ', '* ', '・', '1. ']))}{word('s')} {word('s')}" for _ in range(2)]
            made.append("\n".join(["", draw(st.sampled_from(PRIVATE_HEADINGS)), *items, ""]))
        made.append(draw(st.sampled_from(ENDS)))
    return "".join(made)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[ws]\d+q", text))


def entry(meeting: dict[str, Any]) -> Counter[str]:
    """The words of a meeting: of its note, and of what its records say, or whom they name."""
    found = words(meeting["notes"] or "")
    for record in [*meeting["actions"], *meeting["moments"], *meeting["topics"], *meeting["checkins"]]:
        for name in ("text", "why", "because", "outcome", "owner", "from", "to"):
            found += words(record.get(name) or "")
    return found


def check(run: Onelog, typed: str) -> None:
    (meeting,) = run.json("timeline", "--private")
    lines = [line.split("\t") for line in run("timeline", "--private").splitlines()]
    whys = words(" ".join(line[7] for line in lines if line[0] == "topic"))  # JSON has no `why` of a topic
    assert entry(meeting) + whys == words(typed)


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


def by_import(run: Onelog, text: str) -> None:
    path = run.folder / "talk.md"
    path.write_bytes(f"---\nwith: mia\nat: 2026-11-20T10:00+09:00\n---\n\n{text}".encode())
    run("import", str(path))


def by_note(run: Onelog, text: str) -> None:
    run("note", "mia", "-", input=text)


def by_draft(run: Onelog, text: str) -> None:
    """A name that two people have leaves the words on disk first."""
    run("people", "add", "mia", "--new")
    run("people", "add", "Ann Bee")
    run("people", "add", "Ann Cee", "--new")
    run.fails("log", "ann", "-", input=text)
    run("recover", "1", "--with", "mia")


def by_prompt(run: Onelog, text: str, ahead: str = "", *, marked: bool = True) -> None:
    """Pasted at the prompt, some lines of it typed before the prompt is there; Enter answers what is asked about it."""
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "mia"], env=run.env | UNASKED, cwd=str(run.folder), encoding="utf-8", timeout=60
    )
    child.delaybeforesend = 0.05
    child.send(plain(ahead).replace("\t", " "))
    child.expect("an empty line ends it")
    child.send(f"\x1b[200~{plain(text)}\x1b[201~" if marked else f"{plain(text)}.")
    child.send("\x04")
    while child.expect([pexpect.EOF, r"\[y/N\]", r"\? > ?$"]):  # about a day that may be two, or a name that is near
        child.send("\r")


def plain(text: str) -> str:
    return text.replace(chr(27), "")


TYPED = [by_argument, by_pipe, by_note, by_draft]
DOCUMENTS = [by_file, by_editor, by_import]


@pytest.mark.long
@settings(max_examples=examples(40))
@given(text=texts())
@pytest.mark.parametrize("door", [*TYPED, *DOCUMENTS])
def test_each_word_is_in_the_entry_once(tmp_path_factory: pytest.TempPathFactory, door: Any, text: str) -> None:
    run = Onelog(tmp_path_factory.mktemp("door"))
    door(run, text)
    check(run, text)


@pytest.mark.long
@settings(max_examples=examples(16))
@given(text=texts(), ahead=st.just("") | texts(), marked=st.booleans())
def test_each_word_of_a_paste_and_of_what_was_typed_ahead_is_in_the_entry_once(
    tmp_path_factory: pytest.TempPathFactory, text: str, ahead: str, marked: bool
) -> None:
    run = Onelog(tmp_path_factory.mktemp("paste"))
    ahead = re.sub(r"w(\d+q)", r"w9\1", ahead)
    by_prompt(run, text, ahead, marked=marked)
    check(run, ahead + text)


PUBLIC_VIEWS = (
    ("timeline",), ("timeline", "--json"), ("export",), ("export", "--format", "csv"), ("search", "w1q"), ("prep", "mia", "--md"), ("moments",), ("history",),
)  # fmt: skip


def check_private(run: Onelog, text: str) -> None:
    check(run, text)
    hidden = {word for word in words(text) if word[0] == "s"}
    for view in PUBLIC_VIEWS:
        shown = run.run(*view)
        assert not hidden & set(words(shown.out + shown.err)), view
    record = run.json("timeline")[0]["id"]
    for view in (("show", record), ("show", record, "--md"), ("show", record, "--json")):
        assert not hidden & set(words(run(*view))), view


@pytest.mark.long
@settings(max_examples=examples(24))
@given(text=half_private_texts(inline=False))
@pytest.mark.parametrize("door", [*TYPED, *DOCUMENTS])
def test_private_lines_are_private_through_every_door(
    tmp_path_factory: pytest.TempPathFactory, door: Any, text: str
) -> None:
    run = Onelog(tmp_path_factory.mktemp("private"))
    door(run, text)
    check_private(run, text)


@pytest.mark.long
@settings(max_examples=examples(16))
@given(text=half_private_texts(inline=True))
@pytest.mark.parametrize("door", [*TYPED, by_prompt])
def test_a_private_label_inside_a_typed_line_is_private(
    tmp_path_factory: pytest.TempPathFactory, door: Any, text: str
) -> None:
    run = Onelog(tmp_path_factory.mktemp("inside"))
    door(run, text)
    check_private(run, text)


@pytest.mark.long
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
