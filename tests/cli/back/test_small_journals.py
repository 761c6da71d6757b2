"""What looks back, in journals with next to nothing in them: a sentence that helps, no number of nothing, no empty heading."""

import json
import re
import shlex
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import Clock, Run, at
from inside import Inside
from rich.cells import cell_len

pytestmark = pytest.mark.posix

TODAY = "2026-11-22"
Script = tuple[tuple[str, str], ...]
"""(day, command) one after the other."""


def _year() -> Iterator[tuple[str, str]]:
    """A talk with one person every other Monday; promises that are kept, late or forgotten, moods, feedback, a-has."""
    yield "2025-11-01", "people add 'Mia Tanaka' --relation manager --every 2w"
    for n in range(27):
        day = date(2025, 11, 10) + timedelta(weeks=2 * n)
        lines = [
            f"talk {n} mood:{3 + n % 2} rating:{3 + n % 3}", f"a: thing {n} due:+10d" if n % 2 else f"a: @them thing {n} due:+10d",
            f"aha: idea {n}" if n % 4 == 0 else "", f"p: good work {n} +care" if n % 5 == 0 else "",
        ]  # fmt: skip
        yield str(day), f"log mia {shlex.quote(chr(10).join(line for line in lines if line))}"


MIA = (("2026-11-01", "people add 'Mia Tanaka' --relation manager --every 2w"),)
JOURNALS: dict[str, Script] = {
    "not there yet": (),
    "empty": (*MIA, (TODAY, "undo")),
    "nobody met": MIA,
    "one meeting": (*MIA, ("2026-11-20", "log mia 'we talked'")),
    "one meeting, rated": (
        *MIA, ("2026-11-20", "log mia 'we talked mood:4 seen:3 rating:5 len:30m mode:walk +plan aha: less is more'"),
    ),
    "one meeting, Japanese": (
        (TODAY, "log 恵美子 --new '広告の話をした。 mood:2 宿題: 案を書く due:tomorrow 気づき: 小さいほど速い'"),
    ),
    "a year with one person": tuple(_year()),
    "archived": (*MIA, ("2026-11-05", "log mia 'we talked aha: less is more'"), ("2026-11-20", "people archive mia")),
    "private alone": (*MIA, ("2026-11-20", "log mia 'c: a worry\nx: mine alone'")),
    "a concern of nobody": ((TODAY, "concern 'too many nights'"),),
    "a topic alone": ((TODAY, "topic 'Mia Tanaka' 'the plan' --new"),),
    "a goal without a measure": ((TODAY, "goals add 'write the book'"),),
}  # fmt: skip
READS = (
    "review", "review 2026 --private", "review --for manager", "review --for skip --redact", "review 2026 --for hr", "review --format md",
    "review 2026 --format html --private", "nominate", "stats", "stats 2026", "thread", "thread --all --private", "discover", "spark --list",
    "export 2026 --format html", "review --with PERSON", "nominate PERSON 2026", "stats 2026 --with PERSON", "thread PERSON", "discover PERSON",
    "spark PERSON",
)  # fmt: skip
LANGUAGES = ("en", "ja")
COLUMNS = (80, 60, 40)


class Little(NamedTuple):
    """A journal that is made, and what it was."""

    inside: Inside
    name: str
    bytes: bytes
    person: str
    """The name of whoever is in it; else somebody who is not."""

    def read(self, words: str, **how: Any) -> Run:
        command = [self.person if word == "PERSON" else word for word in words.split()]
        return self.inside(*command, **at(TODAY), **how)


@pytest.fixture(scope="module", params=JOURNALS)
def little(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Little:
    inside = Inside(tmp_path_factory.mktemp("little"))
    for day, command in JOURNALS[request.param]:
        clock: Clock = at(day)
        done = inside(*shlex.split(command), **clock)
        assert done.code == 0, (command, done)
    for language in LANGUAGES:
        (inside.folder / f"{language}.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    people = json.loads(inside("people", "--json", "--all").out) if inside.journal.exists() else []
    kept = inside.journal.read_bytes() if inside.journal.exists() else b""
    return Little(inside, request.param, kept, people[0]["name"] if people else "mia")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every width in every language with --full; else each language at one width."""
    if "columns" in metafunc.fixturenames:
        full = metafunc.config.getoption("--full")
        every = [(columns, language) for columns in COLUMNS for language in LANGUAGES]
        metafunc.parametrize(("columns", "language"), every if full else [(80, "en"), (60, "ja")])


NONSENSE = re.compile(
    r"\b0 of 0\b|\b0/0\b|(?<!\d)0件中0件|(?<!\d)0回中0回|\bNone\b(?!\s+stands\s+out)|\bnull\b|\bnan\b|\binf\b|[Mm]edian of [0-2]\b|(?<!\d)[0-2][回件]の中央値|[Mm]ean of [0-2]\b|(?<!\d)[0-2]回の平均"
    r"|(?<![-\w])1 (?:days|weeks|meetings|things|people|wins)\b|\(\s*\)|（\s*）|· ·|— ·|  —$|\{\w*\}|Traceback|inside onelog",
    re.MULTILINE,
)
NOTHING_DRAWN = re.compile(r"^[^■○×#\n]*∙{53}[^■○×#\n]*$", re.MULTILINE)
"""A strip of weeks in which nothing was (a screen of 40 columns has it in two rows)."""


def sound(little: Little, words: str, done: Run) -> bool:
    """Whether there is an answer; else it was said that nobody is called so."""
    assert not NONSENSE.search(done.out), (words, done)
    assert not NONSENSE.search(done.err), (words, done)
    assert "%" not in done.out or little.name.startswith("a year") or "<style>" in done.out, (words, done)
    if "PERSON" in words and little.person == "mia":
        assert (done.code, done.out) == (1, ""), (words, done)
        assert done.err.startswith(("onelog: Nobody is called 'mia'.", "onelog: 「mia」という人は登録")), (words, done)
        return False
    assert done.code == 0, (words, done)
    return True


def unchanged(little: Little) -> None:
    journal = little.inside.journal
    assert (journal.read_bytes() if journal.exists() else b"") == little.bytes
    assert journal.exists() == bool(little.bytes), "what reads makes no journal"


@pytest.mark.long
@pytest.mark.walk(10)
def test_on_a_terminal(little: Little, columns: int, language: str) -> None:
    config = str(little.inside.folder / f"{language}.toml")
    for words in (words for words in READS if "--format" not in words):
        done = little.read(words, terminal=True, COLUMNS=str(columns), ONELOG_CONFIG=config)
        if sound(little, words, done):
            assert max(cell_len(line) for line in done.out.split("\n")) <= columns, (words, done)
            assert not NOTHING_DRAWN.search(done.out), (words, done.out)
            assert not re.search(r"^  (?:[A-Z][a-z]{2}|\d+月?)$", done.out, re.MULTILINE), (
                words,
                "a month without a bar",
            )
            nothing_is_empty(done.out.strip("\n"), words)
    unchanged(little)


def nothing_is_empty(drawn: str, words: str) -> None:
    """Blank lines part what belongs together: something follows each heading, and what stands alone is a sentence."""
    title, *parts = drawn.split("\n\n")
    assert title.strip(), words
    for part in parts:
        assert part == part.strip("\n"), (words, drawn)
        alone = "\n" not in part and not part.startswith(" ")
        assert not alone or part.endswith((".", "。")) or "onelog " in part, (words, part)


@pytest.mark.long
@pytest.mark.walk(5)
def test_in_a_pipe_as_markdown_and_as_json(little: Little) -> None:
    for words in (words for words in READS if "html" not in words):
        done = little.read(words)
        if not sound(little, words, done):
            continue
        assert done.out == "" or done.out.endswith("\n"), (words, done)
        assert not re.search(r"\n\n\n|[─│├└■]", done.out), (words, done)
        if done.out.startswith("# "):
            no_heading_is_empty(done.out, words)
        else:
            assert all("\t" in line for line in done.out.splitlines()), (words, done)
        if "--format" not in words:
            told = little.read(f"{words} --json")
            json.loads(told.out, parse_constant=no_number)
    unchanged(little)


def no_number(said: str) -> None:
    raise AssertionError(f"{said} is no JSON")


def no_heading_is_empty(document: str, words: str) -> None:
    """Under each heading stands something before the next one of its level or above."""
    heads = [(len(marks), place) for place, marks in headings(document)]
    lines = document.splitlines()
    for number, (level, place) in enumerate(heads):
        after = [line for line in lines[place + 1 :] if line]
        assert after, (words, document)
        deeper = number + 1 < len(heads) and heads[number + 1][0] > level
        assert deeper or not after[0].startswith("#"), (words, document)


def headings(document: str) -> Iterator[tuple[int, str]]:
    for place, line in enumerate(document.splitlines()):
        if found := re.match(r"(#+) \S", line):
            yield place, found[1]


# --- the pages


class Page(HTMLParser):
    """The blocks of a page, in the order in which they open."""

    INSIDE = ("span", "strong", "em", "code", "time", "b", "i", "a")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as its parent calls it
        if tag not in self.INSIDE:
            self.blocks.append(tag)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_as_a_page(little: Little, language: str) -> None:
    config = str(little.inside.folder / f"{language}.toml")
    for words in (words for words in READS if "html" in words):
        done = little.read(words, ONELOG_CONFIG=config)
        assert done.out.startswith("<!doctype html>"), (words, done)
        style = re.search(r"<style>.*</style>", done.out, re.DOTALL)
        text = done.out.replace(style[0], "") if style else done.out
        assert sound(little, words, Run(text, done.err, done.code))
        blocks = Page(text).blocks
        assert not re.search(r"<(h[1-6]|title|figcaption|p|li|section)( [^>]*)?>\s*</\1>", text), (words, text)
        for before, after in zip(blocks, [*blocks[1:], "end"], strict=True):
            if re.fullmatch("h[2-6]" if "review" in words else "h2", before):  # a meeting may be its heading alone
                assert after not in ("section", "header", "footer", "end"), (words, text)
                assert not re.fullmatch("h[2-6]", after) or after > before, (words, text)
        assert ("svg" in blocks) <= ("log " in str(JOURNALS[little.name])), (words, text)
    unchanged(little)


# --- what a beginner is told


FIRST = {
    "review": "Nothing was written down in this time.",
    "review --for hr": "There is nothing for this reader in this time.",
    "nominate": "No praise, win or reached goal was noted in this time.",
    "stats": "Nothing to count in these days. A meeting: onelog log PERSON",
    "thread": "No meetings are rated yet. The first look comes at 30: onelog log PERSON --rating 4",
    "discover": "Nothing to discover yet: it grows with what you write down.",
    "spark --list": "No sparks yet: onelog spark PERSON proposes some.",
    "export --format html": "Nothing was written down in this time.",
}


@pytest.mark.parametrize("words", FIRST)
def test_who_just_began_is_told_so_and_how_to_go_on(tmp_path: Path, words: str) -> None:
    inside = Inside(tmp_path)
    done = inside(*words.split(), terminal=True, **at(TODAY))
    assert FIRST[words] in " ".join(done.out.split()), done
    assert "onelog " in done.out + done.err or words in ("discover", "export --format html"), done
    assert "before you hand it on" not in done.err, "there is nothing to hand on"
    assert not inside.journal.exists()


def test_what_is_private_alone_is_not_called_nothing(tmp_path: Path) -> None:
    inside = Inside(tmp_path)
    inside("concern", "too many nights", **at(TODAY))
    done = inside("review", **at(TODAY))
    assert done.out.endswith("\nOnly private notes were written down in this time.\n")
    assert "Left out: 1 concern" in done.err
    assert "Concerns" in inside("review", "--private", **at(TODAY)).out


# --- what is refused


PLANNED = "spark mia --take 1"
REFUSED: dict[str, tuple[int, str, str]] = {
    "review someday": (2, "'someday' is not a period", "Periods:"),
    "review 2026Q5": (2, "'2026Q5' is not a period", "Periods:"),
    "review --for nobody": (2, "There is no reader 'nobody'.", "me, manager, skip, hr"),
    "review --for ''": (2, "There is no reader ''.", "me, manager, skip, hr"),
    "review --private --for hr": (2, "Reviews for others never include", "Leave out --private"),
    "review --with zoe": (1, "Nobody is called 'zoe'.", "onelog people"),
    "review --with mi": (1, "Mia Tanaka, Mimi", "Say more of the name."),
    "review --format pdf": (2, "no format 'pdf'", "md, html, json"),
    "review --json --format md": (2, "--json or --format md", "Leave one out."),
    "review --json --format html": (2, "--json or --format html", "Leave one out."),
    "review -o there.md": (1, "there.md is there already.", "another name"),
    "review -o nowhere/x.md": (1, "There is no folder nowhere.", "Make it"),
    "review -o .": (1, "is there already", "another name"),
    "review --format html -o there.md": (1, "there.md is there already.", "another name"),
    "nominate zoe": (1, "Nobody is called 'zoe'.", "onelog people"),
    "nominate mia someday": (2, "'someday' is not a period", "Periods:"),
    "nominate mi": (1, "Mia Tanaka, Mimi", "Say more of the name."),
    "nominate mia -o there.md": (1, "there.md is there already.", "another name"),
    "nominate --json -o nowhere/x.json": (1, "There is no folder nowhere.", "Make it"),
    "stats someday": (2, "'someday' is not a period", "Periods:"),
    "stats --with zoe": (1, "Nobody is called 'zoe'.", "onelog people"),
    "stats --private": (2, "No such option: --private", "--help"),
    "thread zoe": (1, "Nobody is called 'zoe'.", "onelog people"),
    "thread mi": (1, "Mia Tanaka, Mimi", "Say more of the name."),
    "thread --since someday": (2, "'someday' is not a day", "Days:"),
    "thread --until someday": (2, "'someday' is not a day", "Days:"),
    "discover zoe": (1, "Nobody is called 'zoe'.", "onelog people"),
    "discover mi": (1, "Mia Tanaka, Mimi", "Say more of the name."),
    "spark": (2, "Who are you meeting?", "onelog spark PERSON"),
    "spark zoe": (1, "Nobody is called 'zoe'.", "onelog people"),
    "spark mi --take 1": (1, "Mia Tanaka, Mimi", "Say more of the name."),
    "spark --list zoe": (1, "Nobody is called 'zoe'.", "onelog people"),
    "spark mia --take 9": (2, "There is no number 9", "onelog spark"),
    "spark mia --take 0": (2, "--take", "--help"),
    "spark mia --take one": (2, "--take", "--help"),
    "spark --take 1": (2, "Who are you meeting?", "onelog spark PERSON"),
    "spark mia --take 1 --on nonsense": (2, "'nonsense' is not a day", "Days:"),
    "spark mia --take 1 --list": (2, "--list and --take do not go together.", "Leave one out."),
    "spark TOPIC --landed": (1, "is not a spark.", "onelog spark --list"),
    "spark MEETING --landed": (1, "meeting", ""),
    "spark zzzz --landed": (1, "There is nothing with the id 'zzzz'.", "onelog"),
    "spark zzzz --missed --why 'it rained'": (1, "There is nothing with the id 'zzzz'.", "onelog"),
    "spark SPARK --landed --missed": (2, "--landed and --missed do not go together.", "Leave one out."),
    "spark SPARK --landed --take 1": (2, "--landed and --take do not go together.", "Leave one out."),
    "spark SPARK --why 'she laughed'": (2, "--why says why", "--landed or --missed"),
    "spark --landed": (2, "Which spark was it?", "onelog spark --list"),
    "spark mia --landed": (1, "mia", ""),
}
"""What is refused: the exit code, what is said, and words of the hint."""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Inside, dict[str, str], bytes]:
    """Two people of similar names, a meeting, a topic, a spark and a file that is there."""
    inside = Inside(tmp_path_factory.mktemp("two"))
    for command in ("people add 'Mia Tanaka'", "people add Mimi", "topic mia 'the plan'", PLANNED):
        assert inside(*shlex.split(command), **at(TODAY)).code == 0
    met = json.loads(inside("log", "mimi", "we talked", "--json", **at(TODAY)).out)
    plan, spark = sorted(json.loads(inside("topics", "--json").out), key=lambda topic: "+spark" in topic["text"])
    (inside.folder / "there.md").write_text("words", encoding="utf-8")
    return inside, {"TOPIC": plan["id"], "SPARK": spark["id"], "MEETING": met["id"]}, inside.journal.read_bytes()


@pytest.mark.long
@pytest.mark.parametrize("terminal", [False, True], ids=["in a pipe", "on a terminal"])
@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_is_said_in_a_sentence_with_a_hint(
    two: tuple[Inside, dict[str, str], bytes], words: str, terminal: bool
) -> None:
    inside, ids, before = two
    code, said, hint = REFUSED[words]
    done = inside(*(ids.get(word, word) for word in shlex.split(words)), terminal=terminal, **at(TODAY))
    assert done.code == code, done
    sentence, *more = done.err.splitlines()
    assert sentence.startswith("onelog: "), done
    assert said in done.err, done
    assert hint in more[0], done
    assert inside.journal.read_bytes() == before
    assert sorted(path.name for path in inside.folder.iterdir()) == ["journal.db", "there.md"]
    assert (inside.folder / "there.md").read_text(encoding="utf-8") == "words"


@pytest.mark.parametrize("words", ["review --for nobody", "nominate zoe someday", "stats someday", "thread zoe", "discover zoe", "spark zoe --take 9"])  # fmt: skip
def test_to_explain_needs_nothing_to_be_right(two: tuple[Inside, dict[str, str], bytes], words: str) -> None:
    done = two[0](*words.split(), "--explain")
    assert (done.code, done.err) == (0, "")
    assert {line.split("\t")[0] for line in done.out.splitlines()} == {"measure"}
