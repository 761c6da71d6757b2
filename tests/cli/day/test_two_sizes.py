"""The screens of the morning and of every meeting fit 24 lines of 80 and 20 of 60 in both languages; the rest is counted."""

import re
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from conftest import Onelog
from rich.cells import cell_len

from onelog.core.model import Person
from onelog.core.phrases import say
from onelog.core.settings import Settings
from onelog.insight import prep as journal_prep
from onelog.insight import team as journal_team
from onelog.insight import today as journal_today
from onelog.store import people
from onelog.store.database import Store
from onelog.terminal.insight import prep, team, today
from onelog.terminal.kit.screen import Screen

TODAY = date(2026, 11, 20)
NAMES = (
    "Aiko Sato", "Ben Okafor", "Chloé Martin", "Daniel Kim", "恵美子", "Farid Haddad", "Greta Lindqvist", "Hiro 山本", "伊藤 さくら",
    "Jonas Weber", "高橋 健太郎", "Lena Bartholomew-Fitzgerald of the Northern Office",
)  # fmt: skip
COUNTED = re.compile(r"… (?:and |ほか)(\d+)(?: more: |件：)onelog ")
RECORD = re.compile(r"[!☐✓✗·] [0-9a-z]{4}  ")
SIZES = [(80, 24), (60, 20)]
LANGUAGES = ["en", "ja"]


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """Twelve reports, the first with much of everything and the last with little, and a manager. For reading only."""
    run = Onelog(tmp_path_factory.mktemp("twelve"))
    folder = run.folder / "documents"
    folder.mkdir()
    boss = "---\nkind: person\nname: Mia Tanaka\nrelation: manager\nevery: 1w\n---\n"
    (folder / "a.md").write_text(boss, encoding="utf-8")
    for n, name in enumerate(NAMES):
        for part, text in documents(n, name):
            (folder / f"{part}{n:02}.md").write_text(f"---\n{text}", encoding="utf-8")
    run("import", str(folder), ONELOG_NOW="2026-11-20T08:00:00+09:00")
    for goal in run.json("goals")[::2]:
        run("goals", "checkin", goal["id"], "20", ONELOG_NOW="2026-11-20T08:00:00+09:00")
    run("note", NAMES[0], "a line for the next one\nand another", ONELOG_NOW="2026-11-20T08:00:00+09:00")
    return run


def documents(n: int, name: str) -> Iterator[tuple[str, str]]:
    """A person, a meeting with fewer and fewer records in it, and a goal of every other person."""
    yield "p", f"kind: person\nname: {name}\nrelation: report\nevery: {1 + n % 3}w\n---\n"
    lines = "".join(
        f"- [ ] send the figures number {k} for the quarter that nobody has asked for due:2026-11-{10 + n}\n"
        f"- [ ] @them 次の四半期の計画の下書き{k}を書いて送る due:2026-11-{14 + n} why: the others wait for it\n"
        f"- **Topic:** holidays, and who stands in, part {k}\n- **Concern:** too many nights on call, {k} of them running\n"
        for k in range(max(0, 9 - n))
    )
    facts = f"at: 2026-{10 + n % 2}-{3 + n:02}T10:00+09:00\nlen: 30m\nmode: office\nmood: {1 + n % 5}\nseen: {5 - n % 5}\nrating: 4"
    yield "q", f"with: {name}\n{facts}\n---\n\nWe spoke of the release, and of the next quarter.\n\n{lines}"
    if n % 2 == 0:
        facts = f"with: {name}\nby: 2026-12-20\nmetric: share\nfrom: 0\nto: 100\nopened: 2026-09-01"
        yield "z", f"kind: goal\ntitle: The whole migration of part {n} is over and done with\n{facts}\n---\n"


@pytest.fixture(params=["demo_file", "twelve"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The demo's journal, and the one with twelve reports."""
    found = request.getfixturevalue(request.param)
    with Store(found if isinstance(found, Path) else found.journal) as opened:
        yield opened


def fits(text: str, columns: int, rows: int) -> list[str]:
    """The lines, with the prompt after them on the same screen."""
    lines = text.split("\n")[:-1]
    assert len(lines) < rows
    assert max(cell_len(line) for line in lines) <= columns
    return lines


def sections(lines: list[str], labels: dict[str, str], margin: str) -> dict[str, list[str]]:
    """The lines under each label, which stands at the beginning of a line with `margin` after it."""
    found: dict[str, list[str]] = {key: [] for key in labels}
    at = ""
    for line in lines:
        at = next((key for key, label in labels.items() if f"{line}  ".startswith(f"{label}{margin}")), at)
        if at:
            found[at].append(line)
    return found


def counted(lines: list[str]) -> int:
    return sum(int(found[1]) for line in lines if (found := COUNTED.search(line)))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_meeting(store: Store, columns: int, rows: int, language: str) -> None:
    keys = {
        "mine": "i_owe",
        "theirs": "day.prep_theirs",
        "topics": "day.prep_topics",
        "concerns": "day.prep_concerns",
        "goals": "day.prep_goals",
    }
    others = ("day.prep_last", "day.prep_mood", "day.prep_ask", "day.today_moment")
    labels = {key: say(language, said) for key, said in keys.items()} | {key: say(language, key) for key in others}
    everybody: list[Person] = people.everybody(store)
    assert len(everybody) in (6, 13)
    for person in everybody:
        seen = journal_prep.compute_prep(store, person, TODAY, Settings(language=language), private=True)
        file = StringIO()
        prep.draw(Screen(file, language=language, color="never", width=columns, height=rows), seen, TODAY)
        found = sections(fits(file.getvalue(), columns, rows), labels, "  ")
        for key in keys:
            there = len(getattr(seen, key)) + (key == "topics" and bool(seen.noted))
            shown = sum(bool(RECORD.search(line)) for line in found[key])
            shown += key == "topics" and any("+ " in line for line in found[key])
            assert shown + counted(found[key]) == there, (person.name, key)
            assert bool(shown) == bool(there), (person.name, key)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_morning(store: Store, columns: int, rows: int, language: str) -> None:
    seen = journal_today.compute_today(store, TODAY, Settings())
    file = StringIO()
    today.draw(Screen(file, language=language, color="never", width=columns, height=rows), seen, TODAY)
    keys = {"due": "day.today_due", "mine": "day.today_mine", "theirs": "day.today_theirs", "goals": "day.today_goals"}
    labels = {key: say(language, said) for key, said in keys.items()}
    lines = fits(file.getvalue(), columns, rows)
    past = say(language, "day.today_moment")
    found = sections([line for line in lines if not line.startswith(past)], labels, "")
    there = {key: len(getattr(seen, key)) for key in keys}
    there["mine"] += seen.mine_more
    for key in keys:
        shown = sum(line.startswith(("  ! ", "  · ", "  ☐ ")) for line in found[key])
        assert shown + counted(found[key]) == there[key], key
        assert bool(shown) == bool(there[key]), key
    assert any(line.startswith(past) for line in lines) == bool(seen.moment)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("columns", "rows"), [*SIZES, (60, 10)])
def test_the_team(store: Store, columns: int, rows: int, language: str) -> None:
    found, _ = journal_team.compute_team(store, TODAY, Settings())
    file = StringIO()
    team.draw(Screen(file, language=language, color="never", width=columns, height=rows), found, TODAY)
    lines = fits(file.getvalue(), columns, rows)
    legend = tuple(say(language, f"team.{key}") for key in ("warned", "late", "mine_mood"))
    people = [line for line in lines[1:] if not line.strip().startswith(legend)]
    shown = sum(bool(re.match(r"[!· –] \S", line)) for line in people)
    assert shown + counted(lines) == len(found)
