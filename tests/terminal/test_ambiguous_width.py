"""A terminal that draws signs of ambiguous width (…, ―, ※, ○, ①, α) two cells wide keeps its columns: `ambiguous_width = 2`."""

from pathlib import Path
from unicodedata import category, east_asian_width

import pexpect
import pytest
from at_terminal import on_terminal
from conftest import ONELOG, Onelog, at

pytestmark = pytest.mark.posix

SCREENS = (
    "", "next", "next --all", "people", "prep 佐藤", "prep 佐藤 --private", "prep --all", "timeline", "timeline --limit 0 --private",
    "actions", "actions --all", "moments", "moments --private", "topics", "goals", "goals --tree", "show 佐藤", "search ※", "watch", "team", "feedback", "feedback 佐藤", "skills",
    "stats 2026 --with 佐藤", "stats 2026", "review 2026", "thread", "discover", "spark", "history", "doctor", "config", "explain", "guide", "guide praise", "ask", "help", "help log", "forms",
    "show nowhere", "goals add ― --by ※①…",
)  # fmt: skip
PAGES = (
    "help tutorial",
    "help grammar",
    "help looking-back",
    "help moving-in",
    "help settings",
)


def cells(line: str) -> int:
    """Counted apart from the code: two for wide, full-width and ambiguous ones, none for accents."""
    return sum(
        0 if category(sign)[0] == "M" or category(sign) == "Cf" else 2 if east_asian_width(sign) in "WFA" else 1
        for sign in line
    )


@pytest.fixture(params=["ja", "en"])
def full(onelog: Onelog, request: pytest.FixtureRequest) -> Onelog:
    """A journal in which everything is written with such signs."""
    (onelog.folder / "config.toml").write_text(
        f'language = "{request.param}"\nambiguous_width = 2\n[cadences]\nreport = "2w"\n', encoding="utf-8"
    )
    onelog.env["ONELOG_CONFIG"] = str(onelog.folder / "config.toml")
    onelog("people", "add", "佐藤健太", "--relation", "report")
    onelog("people", "add", "αβγδ ЖЗИ", "--relation", "manager", "--every", "4w")
    long = "※①②③○●→⇒…―“引用”‘x’αβγ×÷±§¶■□◆★☆♪々" * 3
    for n, day in enumerate(("2026-02-10", "2026-03-10", "2026-04-14", "2026-08-04", "2026-11-10", "2026-11-17")):
        onelog(
            "log", "佐藤", "-", "--mood", str(n % 5 + 1), "--rating", "4", "--seen", "3", **at(day),
            input=f"話した{long}\n宿題：{long} @相手 期限：来週金曜 理由：{long}\n宿題：○○を①へ{n} 期限：月末\n気づき：{long} きっかけ：{long}\n"
            f"称賛：{long} +設計\n成長：{long} +設計\n懸念：{long}\n次回：{long}\n成果：{long}\n決定：{long}\n覚え書き：{long}\n",
        )  # fmt: skip
    onelog("log", "αβγδ", "praise: ― “a very long word of praise for …” × 3 a: ①→② due:fri", **at("2026-11-18"))
    onelog(
        "goals",
        "add",
        f"目標※①…{long}",
        "--with",
        "佐藤",
        "--by",
        "2026-12-31",
        "--from",
        "0",
        "--to",
        "10",
        "--unit",
        "①",
    )
    (goal,) = onelog.json("goals")
    onelog("goals", "add", f"下の目標 “{long}”", "--under", goal["id"], "--by", "2026-12-01")
    onelog("goals", "checkin", goal["id"], "3", long)
    return onelog


@pytest.mark.long
@pytest.mark.parametrize("columns", [80, 60])
def test_no_line_of_any_screen_is_wider_than_the_terminal(full: Onelog, columns: int) -> None:
    env = full.env | {"NO_COLOR": "1", "COLUMNS": "", "LINES": ""}
    for command in (*SCREENS, *(PAGES if columns == 80 else ())):
        shown = on_terminal([*ONELOG, *command.split()], env, full.folder, columns, 24)
        fixed = docs(command)
        wide = [line for line in shown.splitlines() if cells(line) > columns and line not in fixed]
        assert wide == [], command


def docs(command: str) -> set[str]:
    """The blocks of a page, which are shown as they are."""
    name = command.removeprefix("help ") + ".md"
    places = Path(__file__).parents[2] / "docs"
    drawn = str.maketrans("▁▂▃▄▅", "_:~=%")  # what a wide terminal gets instead, wherever they stand
    return {
        shown
        for file in (places / name, places / "ja" / name)
        if file.exists()
        for line in file.read_text("utf-8").split("\n")
        for shown in (line, line.translate(drawn))
    }


def test_weeks_and_bars_are_drawn_with_signs_of_one_cell_and_what_people_wrote_stays(onelog: Onelog) -> None:
    onelog("people add Mia --every 1w")
    onelog("log", "Mia", "■ ○ × “as it was” … a: draft it due:2026-03-13", **at("2026-03-10"))
    config = onelog.folder / "config.toml"
    for width, signs, others in ((1, "■×▓", "#x="), (2, "#x", "■×▓")):
        config.write_text(f"ambiguous_width = {width}\n", encoding="utf-8")
        onelog.env["ONELOG_CONFIG"] = str(config)
        shown = onelog.screen("stats", "2026", "--with", "mia")
        assert signs[0] in shown
        assert others[0] not in shown
        assert "■ ○ × “as it was” …" in onelog.screen("timeline")


@pytest.mark.parametrize("value", ["0", "3", "wide"])
def test_any_other_width_is_refused(onelog: Onelog, value: str) -> None:
    assert "ambiguous_width" in onelog.fails("config", "ambiguous_width", value, code=2)


@pytest.mark.long
def test_the_prompt_counts_them_as_the_terminal_does(onelog: Onelog) -> None:
    """The cursor stands behind what was typed: twelve cells of signs, after the two of `> `."""
    (onelog.folder / "config.toml").write_text("ambiguous_width = 2\nreflect = false\n", encoding="utf-8")
    env = {**onelog.env, "ONELOG_CONFIG": str(onelog.folder / "config.toml"), "TERM": "xterm", "NO_COLOR": "1"}
    env = {name: value for name, value in env.items() if name not in ("COLUMNS", "LINES")}
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "log", "Mia"], env=env, cwd=onelog.folder, dimensions=(24, 80), encoding="utf-8"
    )
    child.expect("> ")
    child.send("※①…“”α")
    child.expect("α")
    child.send("\x1b[D")  # to the left, over the two cells of α
    child.expect(r"\x1b\[2D|\x08\x08")
    child.send("\x1b[C")
    child.send("\x04")
    child.expect(pexpect.EOF)
    (meeting,) = onelog.json("timeline")
    assert meeting["notes"] == "※①…“”α"
