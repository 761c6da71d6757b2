"""How the quarter looks that people paste: the demo's, in both languages, by day and by person, with ids and without.

`python tests/formats/test_digest_looks.py` writes the golden files anew; read the difference.
"""

import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from conftest import DEMO_NOW, Onelog
from docs.blocks import example_journal

pytestmark = pytest.mark.posix

GOLDEN = Path(__file__).parents[1] / "golden" / "digests"
LOOKS = {
    f"{language}-by-{by}{'-ids' if ids else ''}.md": (language, f"export 2026Q3 --by {by}{' --ids' if ids else ''}")
    for language in ("en", "ja")
    for by in ("day", "person")
    for ids in (False, True)
} | {"en-with-daniel.md": ("en", "export 2026Q3 --with daniel"), "en-all-private.md": ("en", "export all --private")}


def written(demo: Onelog, language: str, command: str) -> str:
    (demo.folder / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    return demo(command, ONELOG_CONFIG=str(demo.folder / "config.toml"))


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    return example_journal(tmp_path_factory.mktemp("demo"))


@pytest.mark.long
@pytest.mark.parametrize("name", LOOKS)
def test_the_quarter_of_the_demo(journal: Onelog, name: str) -> None:
    assert written(journal, *LOOKS[name]) == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in LOOKS if name.endswith("-ids.md")])
def test_with_ids_nothing_changes_in_the_journal_that_it_came_from(journal: Onelog, name: str) -> None:
    before = journal("export", "--json")
    assert journal.run("import", str(GOLDEN / name)).err == "Imported nothing new; 25 here already.\n"
    assert journal("export", "--json") == before


@pytest.mark.long
def test_headings_as_they_were_once_written_are_read(journal: Onelog, tmp_path: Path) -> None:
    text = (GOLDEN / "ja-by-day-ids.md").read_text(encoding="utf-8")
    assert "## 1on1の合間\n" in text
    (tmp_path / "old.md").write_text(text.replace("1on1の合間", "面談のあいだ"), encoding="utf-8")
    assert journal.run("import", str(tmp_path / "old.md")).err == "Imported nothing new; 25 here already.\n"
    journal("note mia 次に聞くこと")
    text = written(journal, "ja", "export all --ids --with mia")
    assert "次回の1on1" in text
    (tmp_path / "old.md").write_text(text.replace("次回の1on1", "次回の面談"), encoding="utf-8")
    assert journal.run("import", str(tmp_path / "old.md")).err.startswith("Imported nothing new; ")
    journal("undo")


def test_one_line_that_is_changed_changes_that_record(journal: Onelog, tmp_path: Path) -> None:
    text = (GOLDEN / "en-by-day-ids.md").read_text(encoding="utf-8")
    line = "- [x] **Ben Okafor:** cut nine minutes — due 17 Jul, done 16 Jul ^f296"
    (tmp_path / "a.md").write_text(text.replace(line, line.replace("done 16 Jul", "done 18 Jul")), encoding="utf-8")
    before = journal.json("export", "--json")
    done = journal.run("import", str(tmp_path / "a.md"))
    assert done.err.startswith("Imported nothing new; 1 changed; 24 here already.\n")
    closed = [
        a["closed"] for met in journal.json("export", "--json")["meetings"] for a in met["actions"] if a["id"] == "f296"
    ]
    assert closed == ["2026-07-18"]
    journal("undo")
    assert journal.json("export", "--json") == before


@pytest.mark.long
def test_without_ids_the_whole_journal_comes_back_the_same_and_once(tmp_path: Path) -> None:
    other = Onelog(tmp_path)
    other.env["ONELOG_NOW"] = DEMO_NOW
    text = (GOLDEN / "en-all-private.md").read_text(encoding="utf-8")
    other("import", str(GOLDEN / "en-all-private.md"))
    assert other("export all --private") == text
    assert other.run("import", str(GOLDEN / "en-all-private.md")).err == "Imported nothing new; 166 here already.\n"


def test_its_options_are_its_own(journal: Onelog) -> None:
    assert "There is no order by 'week'" in journal.fails("export --by week", code=2)
    for words in ("--by person", "--ids"):
        assert "--by and --ids are for Markdown." in journal.fails(f"export --format json {words}", code=2)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        demo = example_journal(Path(place))
        for name, look in LOOKS.items():
            (GOLDEN / name).write_text(written(demo, *look), encoding="utf-8")
