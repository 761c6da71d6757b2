"""What the README and the docs show is what happens, and what they name is there."""

import re
import shlex
from datetime import datetime
from pathlib import Path

import pexpect
import pytest
from conftest import DEMO_NOW, ONELOG, Onelog

from docs.blocks import IN_JAPANESE, PAGES, PROJECT, blocks, example_journal, journal_of, run
from onelog.markdown import document
from onelog.markdown.document import Item

pytestmark = pytest.mark.posix

README = PROJECT / "README.md"


def name(page: Path) -> str:
    return page.relative_to(PROJECT).as_posix().removesuffix(".md")


SHOWN = {page: found for page in PAGES if (found := blocks(page.read_text(encoding="utf-8")))}


@pytest.mark.parametrize("page", SHOWN, ids=name)
def test_every_console_block_is_what_the_program_prints(page: Path, tmp_path: Path) -> None:
    onelog = journal_of(page, tmp_path)
    for block in SHOWN[page]:
        assert run(block, onelog) == block


def test_most_pages_show_something() -> None:
    assert sum(map(len, SHOWN.values())) >= 20


def test_log_looks_as_the_readme_shows_it_where_somebody_sits_at_the_terminal(tmp_path: Path) -> None:
    """Elsewhere in these tests nobody could be asked anything; here somebody could, and is not."""
    onelog = example_journal(tmp_path)
    (block,) = [one for one in SHOWN[README] if one.startswith("$ onelog log ")]
    typed, _, shown = block.partition("\n")
    env = {name: value for name, value in onelog.env.items() if name not in ("COLUMNS", "LINES")} | {"NO_COLOR": "1"}
    words = [*ONELOG[1:], *shlex.split(typed)[2:]]
    child = pexpect.spawn(ONELOG[0], words, env=env, cwd=tmp_path, dimensions=(24, 80), encoding="utf-8", timeout=60)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, str(child.before).replace("\r\n", "\n")) == (0, shown)


def test_the_readme_is_read_in_two_minutes() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 150


# ── what the docs say in words


def test_every_day_and_period_of_the_grammar_is_understood(demo: Onelog) -> None:
    table = (PROJECT / "docs" / "grammar.md").read_text(encoding="utf-8").partition("| Days | Periods |")[2]
    words = re.findall(r"`([^`]+)`", table.partition("\n\n")[0])
    assert len(words) > 30
    assert [word for word in words if demo.run("timeline", "--since", word, "--limit", "1").code] == []


def test_every_day_and_period_of_the_japanese_grammar_is_understood(demo: Onelog, tmp_path: Path) -> None:
    (tmp_path / "ja.toml").write_text('language = "ja"\nfiscal_year_start = 4\n', encoding="utf-8")
    table = (PROJECT / "docs" / "ja" / "grammar.md").read_text(encoding="utf-8").partition("| 日付 | 期間 |")[2]
    rows, _, rest = table.partition("\n\n")
    words, settings = re.findall(r"`([^`]+)`", rows), {"ONELOG_CONFIG": str(tmp_path / "ja.toml")}
    assert len(words) > 60
    assert [word for word in words if demo.run("timeline", "--since", word, "--limit", "1", **settings).code] == []
    cadences = re.findall(r"`([^`]+)`", rest.partition("\n\n")[0])
    assert len(cadences) > 6
    assert [word for word in cadences if demo.run("people", "edit", "ben", "--every", word, **settings).code] == []


def test_every_label_of_the_japanese_grammar_becomes_what_stands_beside_it() -> None:
    text = (PROJECT / "docs" / "ja" / "grammar.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| (`.+?`) \| (`.+?`) \| .+ \|$", text.partition("## ラベル")[2].partition("\n## ")[0], re.MULTILINE
    )
    assert len(rows) == 11
    now = datetime.fromisoformat(DEMO_NOW)
    for japanese, english in rows:
        kinds = set()
        for label in re.findall(r"`(\S+[:：])`", f"{japanese} {english}"):
            kinds |= {
                line.kind
                for line in document.read(f"{label} mau 3 図", now, typed=True).lines
                if isinstance(line, Item)
            }
        assert len(kinds) == 1, japanese


def test_the_settings_page_has_a_file_that_is_taken_and_every_setting(onelog: Onelog, tmp_path: Path) -> None:
    text = (PROJECT / "docs" / "settings.md").read_text(encoding="utf-8")
    (sample,) = re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (tmp_path / "config.toml").write_text(sample, encoding="utf-8")
    in_force = onelog("config list", ONELOG_CONFIG=str(tmp_path / "config.toml"))
    assert "Ken Mori" in in_force
    for line in in_force.splitlines():
        name = re.split(r"\s", line)[0]
        assert name.startswith(("cadences.", "watch.")) or re.search(rf"^{name} = ", sample, re.MULTILINE), name


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "commands.md"], ids=name)
def test_what_is_shown_fits_on_a_terminal(page: Path) -> None:
    """`onelog help` draws blocks as they are; only what is typed, or what other programs and people read, may be wider."""
    shown = re.findall(
        r"^```(?:sh|toml|text|console)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    wide = [line for block in shown for line in block.split("\n") if len(line) > 80 and "export" not in block]
    assert [line for line in wide if not line.startswith(("$ ", "python3 -m venv")) and "\t" not in line] == []


# ── links and names

LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"")
NAMED = re.compile(r"`([\w./-]+(?:\.(?:py|txt|md|toml|svg|sh)|/))`")
"""What looks like a file or a folder between backticks."""
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
READ = (*PAGES, *(PROJECT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md", "examples/quickstart.md")))


def outside_code(page: Path) -> str:
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def dead_links(page: Path) -> list[str]:
    return [link for link in (a or b for a, b in LINK.findall(outside_code(page))) if not leads_somewhere(page, link)]


def leads_somewhere(page: Path, link: str) -> bool:
    """To a site, or to a file and a heading that are there; from the docs only to the docs, which are a site by themselves."""
    name, _, anchor = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    if link.startswith("https://"):
        return True
    if not target.exists() or ("docs" in page.parts and "docs" not in target.parts):
        return False
    return (
        not anchor
        or target.suffix != ".md"
        or anchor in {slug(title) for title in HEADING.findall(outside_code(target))}
    )


def slug(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-")


def test_the_readme_and_the_first_page_of_the_docs_list_the_same_pages() -> None:
    row = re.compile(r"^\| \[(.+?)\]\((?:docs/)?([\w-]+\.md)\) \| (.+?) \|$", re.MULTILINE)
    listed = [row.findall(path.read_text(encoding="utf-8")) for path in (README, PROJECT / "docs" / "index.md")]
    assert listed[0] == listed[1]
    assert {name for _, name, _ in listed[0]} == {page.name for page in set(PAGES) - set(IN_JAPANESE)} - {
        "README.md",
        "index.md",
    }


def test_the_first_page_in_japanese_lists_the_same_pages_in_japanese_where_there_is_one() -> None:
    place = PROJECT / "docs" / "ja"
    listed = re.findall(
        r"^\| \[.+?\]\((.+?\.md)\) \| .+? \|$", (place / "index.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    english = re.findall(
        r"^\| \[.+?\]\((.+?\.md)\) \| .+? \|$",
        (PROJECT / "docs" / "index.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert listed == [one if (place / one).exists() else f"../{one}" for one in english]


@pytest.mark.parametrize("page", READ, ids=name)
def test_no_link_is_dead(page: Path) -> None:
    assert dead_links(page) == []


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("grammar.md", True), ("grammar.md#no-such-heading", False), ("nowhere.md", False), ("../README.md", False),
        ("https://age-encryption.org", True), ("#safety", True), ("#danger", False),
    ],
)  # fmt: skip
def test_a_dead_link_would_be_found(link: str, leads: bool) -> None:
    assert leads_somewhere(PROJECT / "docs" / "safety.md", link) is leads


def missing(text: str) -> list[str]:
    """The files and folders that a text names and that are nowhere in the project."""
    there = {
        path.relative_to(PROJECT).as_posix() + ("/" if path.is_dir() else "")
        for folder in ("src", "tests", "docs", "examples", "packaging", ".ci")
        for path in (PROJECT / folder, *(PROJECT / folder).rglob("*"))
    } | {path.name for path in PROJECT.iterdir()}
    return [name for name in NAMED.findall(text) if not any(f"/{path}".endswith(f"/{name}") for path in there)]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_is_there(name: str) -> None:
    assert missing(outside_code(PROJECT / name)) == []


def test_a_file_that_is_gone_would_be_found() -> None:
    assert missing("`cli/day/log.py`, `no_such_module.py`, `data/guides/`, `no/such/folder/`") == [
        "no_such_module.py", "no/such/folder/",
    ]  # fmt: skip
