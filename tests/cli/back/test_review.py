"""A quarter looked back on, as each of its readers gets it; and strengths to paste into a nomination."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog
from hostile import ATOMS, leaks
from inside import Inside
from markdown_it import MarkdownIt

from onelog.core.results.blocks import Block, Heading, ListItem, Table, Text
from onelog.core.results.review import PROFILES
from onelog.formats import review_markdown as written
from onelog.insight.related import share_a_word

pytestmark = pytest.mark.posix

GOLDEN = Path(__file__).parents[2] / "golden" / "reviews"
GIVEN = {
    "manager-2026Q4": "review 2026Q4 --for manager", "skip-2026Q3": "review 2026Q3 --for skip", "hr-2026Q3": "review 2026Q3 --for hr",
    "nominate-ben-2026": "nominate ben 2026",
}  # fmt: skip
NAMES = ("Mia Tanaka", "Aiko Sato", "Ben Okafor", "Chloé Martin", "Daniel Weiss", "Yuki Hayashi", "林")


@pytest.mark.long
@pytest.mark.parametrize("name", GIVEN)
def test_the_document_is_the_one_that_was_read(demo: Onelog, name: str) -> None:
    """To renew one, write what the command prints into its file, and read it as its reader would."""
    assert demo(GIVEN[name]) == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")


def test_a_period_is_this_quarter_unless_one_is_named(demo: Onelog) -> None:
    assert demo("review") == demo("review 2026Q4") == demo("review 'this quarter'")
    assert demo("nominate") == demo("nominate 2026Q4")
    assert "is not a period" in demo.fails("review someday", code=2)
    assert "someday" in demo.fails("nominate someday")


# --- what each reader is told


def told(demo: Onelog, profile: str, *more: str) -> dict[str, Any]:
    found: dict[str, Any] = demo.json("review", "2026", "--for", profile, *more)
    return found


def parts(found: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {part["key"]: part["claims"] for section in found["sections"] for part in section["parts"]}


def test_nothing_private_leaves_without_being_asked_for(demo: Onelog) -> None:
    private = [one["text"] for kind in ("concern", "private") for one in demo.json(f"moments --kind {kind} --private")]
    assert len(private) > 10
    for profile in PROFILES:
        out = demo("review", "2026", "--for", profile)
        assert not [text for text in private if text in out or written.words(text) in out]
    done = demo.run("review 2026")
    assert re.search(r"Left out: \d+ concerns and \d+ private \(--private shows them too\)\.", done.err)
    shown = demo("review 2026 --private")
    kinds = ("moments", "--private", "--since", "2026-01-01", "--kind")
    year = [one["text"] for kind in ("concern", "private") for one in demo.json(*kinds, kind)]
    assert len(year) > 5
    assert [text for text in year if written.words(text) not in shown] == []


@pytest.mark.parametrize("profile", PROFILES[1:])
def test_private_is_refused_for_others(demo: Onelog, profile: str) -> None:
    assert "Reviews for others never include" in demo.fails("review", "--for", profile, "--private", code=2)


def test_moods_and_what_is_missing_are_for_me_alone(demo: Onelog) -> None:
    assert told(demo, "me")["moods"]
    assert "missing" in {section["key"] for section in demo.json("review 2026Q4")["sections"]}
    for profile in PROFILES[1:]:
        found = told(demo, profile)
        assert not found["moods"]
        assert not {"missing", "concerns"} & {section["key"] for section in found["sections"]}
        assert not {"meetings", "meetings_kept"} & {one["name"] for one in found["counts"]}


def test_a_manager_hears_nothing_that_others_told_me(demo: Onelog) -> None:
    found = parts(told(demo, "manager"))
    for way in ("received_praise", "received_growth"):
        assert {claim["giver"] for claim in found[way]} == {"Mia"}
    assert not [key for key in found if key.startswith(("given", "other"))]
    assert {claim["owner"] for key in found if key.startswith("theirs") for claim in found[key]} == {"Mia"}
    assert {claim["person"] for claim in found["topics"]} == {"Mia"}
    assert all(claim["person"] in (None, "Mia") for claim in found["ahas"] if claim["why"])
    assert {claim["person"] for claim in found["decisions"]} <= {None, "Mia", "Aiko", "Ben", "Chloé"}


def test_a_managers_manager_hears_of_outcomes(demo: Onelog) -> None:
    found = told(demo, "skip")
    assert {section["key"] for section in found["sections"]} == {"goals", "wins", "decisions", "next"}
    assert set(parts(found)) == {"wins", "decisions", "goals_due"}
    assert not any(look["checkins"] for section in found["sections"] for look in section["looks"])
    assert (found["mine"], found["theirs"], found["months"]) == (None, None, [])


def test_hr_hears_of_me_and_of_others_by_initials(demo: Onelog) -> None:
    found = told(demo, "hr")
    keys = set(parts(found))
    assert {"received_praise", "received_growth", "wins", "mine_kept"} <= keys
    assert not [
        key for key in keys if key.startswith(("given", "other", "theirs")) or key in ("ahas", "decisions", "topics")
    ]
    whole = demo("review 2026 --for hr")
    assert [name for name in spoken() if re.search(rf"(?<!\w){name}(?!\w)", whole)] == []
    assert "M.T." in whole
    assert found["sections"][-2]["key"] == "skills"


def spoken() -> list[str]:
    """Every name of the demo and each word of one, as it might stand in a text."""
    words = {word for name in NAMES for word in (name, *name.split()) if len(word) > 1}
    return sorted(words | {"Chloe", "mia", "aiko", "ben"})


@pytest.mark.long
@pytest.mark.parametrize("words", ["review 2026 --private --redact", "review 2026 --redact --json", "nominate ben 2026 --redact", "nominate 2026 --redact"])  # fmt: skip
def test_redacted_no_name_is_left(demo: Onelog, words: str) -> None:
    config = demo.folder / "me.toml"
    config.write_text('me = "Kenji Mori"\n', encoding="utf-8")
    done = demo.run(words, ONELOG_CONFIG=str(config))
    out = unicodedata.normalize("NFC", done.out)
    assert done.code == 0
    assert [
        n for n in [*spoken(), "Kenji", "Mori"] if re.search(rf"(?<![^\W\d_]){n}(?![^\W\d_])", out, re.IGNORECASE)
    ] == []
    assert "林さん" not in out
    assert "names that are not in the journal" in done.err


def test_a_redacted_review_has_the_same_claims(demo: Onelog) -> None:
    open_, hidden = demo("review 2026Q3"), demo("review 2026Q3 --redact")
    ids = [re.findall(r"\(([^()]*)\)$", text, re.MULTILINE) for text in (open_, hidden)]
    assert ids[0] == ids[1]
    assert open_ != hidden


def test_a_reader_whom_there_is_not(demo: Onelog) -> None:
    assert "--for takes me, manager, skip, hr" in demo.fails("review --for boss", code=2)
    assert "md, html, json" in demo.fails("review --format csv", code=2)


def test_it_says_with_whom_alone_it_is(demo: Onelog) -> None:
    assert "· with Ben Okafor ·" in demo("review 2026 --with ben")


# --- nominations


def test_a_nomination_is_praise_and_nothing_else(demo: Onelog) -> None:
    growth = [one["text"] for one in demo.json("moments --kind growth")]
    private = [one["text"] for kind in ("concern", "private") for one in demo.json(f"moments --kind {kind} --private")]
    for who in ("ben", "aiko", "chloe", "mia", ""):
        out = demo(f"nominate {who} 2026")
        assert not [text for text in (*growth, *private) if text in out or written.words(text) in out]
    assert demo("nominate daniel 2026Q3").endswith("No praise, win or reached goal was noted in this time.\n")


def test_praise_of_no_direction_is_nobody_s_strength(onelog: Onelog) -> None:
    onelog("praise the whole team was calm +calm")
    onelog("praise", "clear words +writing from:mia", "--with", "mia", "--new")
    assert [one["tag"] for one in onelog.json("nominate")["strengths"]] == ["writing"]


def test_nobody_misses_who_is_not_there(onelog: Onelog) -> None:
    for name, day in (("Ann", "2026-01-05"), ("Bob", "2026-01-05"), ("Cyd", "2026-11-05")):
        onelog("people", "add", name, "--every", "1w", "--relation", "report", ONELOG_NOW=f"{day}T09:00:00+09:00")
    onelog("people archive bob", ONELOG_NOW="2026-06-20T09:00:00+09:00")
    for words, names in (("2026Q1", ["Ann", "Bob"]), ("2026Q3", ["Ann"]), ("2026Q4", ["Ann", "Cyd"])):
        assert [claim["text"] for claim in parts(onelog.json("review", words))["not_met"]] == names


def test_praise_is_quoted_once(demo: Onelog) -> None:
    out = demo("nominate ben 2026 --ids")
    ids = re.findall(r"^  - .*\(\d+ \w+, (\w{4}) in", out, re.MULTILINE)
    found = demo.json("nominate ben 2026")
    praise = [claim["id"] for one in found["strengths"] for claim in one["claims"]]
    quoted = out.split("## Wins")[0]
    assert sorted(re.findall(r", (\w{4}) in \w{4}\)", quoted)) == sorted(set(praise))
    assert len(praise) > len(set(praise))
    assert ids
    bare = demo("nominate ben 2026")
    assert not [id_ for id_ in {*praise, *ids} if id_ in bare]
    assert re.sub(r", \w{4} in \w{4}\)", ")", quoted) == bare.split("## Wins")[0]


EVIDENCE = {
    "a word": ("win: shipped the search", "g: {goal} 40 the search found more", True),
    "a word of one family": ("win: released the planner", "g: {goal} 40 release went out", True),
    "a word of the goal": ("win: the whole team signed up for churn work", "g: {goal} 40", True),
    "a tag": ("win: held the room +talking", "praise: you never read from your slides +talking", True),
    "Japanese": ("win: 検索機能を公開した", "g: {goal} 40 検索機能が使われた", True),
    "nothing in common": ("win: shipped the search", "g: {goal} 40 wrote the plan", False),
    "words of every day": ("win: shipped it with them today", "g: {goal} 40 with them today", False),
    "the name alone": ("win: Aaliyah spoke to the board", "praise: Aaliyah answered in a day", False),
    "praise of something else": ("win: shipped the search", "praise: you stayed calm", False),
}


@pytest.mark.long
@pytest.mark.parametrize(("win", "beside", "taken"), EVIDENCE.values(), ids=EVIDENCE.keys())
def test_evidence_of_a_win_has_to_do_with_it(onelog: Onelog, win: str, beside: str, taken: bool) -> None:
    onelog("people add Aaliyah --relation report")
    goal = onelog.json(
        "goals", "add", "less churn", "--with", "aaliyah", "--from", "0", "--to", "90", "--by", "2026-12-31"
    )["id"]
    onelog("log aaliyah -", input=f"{win}\n{beside.format(goal=goal)}\n")
    assert [bool(one["beside"]) for one in onelog.json("nominate aaliyah")["wins"]] == [taken]


def test_a_word_of_one_family_is_shared_in_either_order() -> None:
    for one, other in (("released the planner", "release went out"), ("release went out", "released the planner")):
        assert share_a_word(one, other, ())
    assert not share_a_word("a planner", "the planning", ())
    assert not share_a_word("released Mia", "mia left", {"mia"})


def test_my_evidence_is_of_no_goal_of_a_report(onelog: Onelog) -> None:
    onelog("people add Ben --relation report")
    onelog("people add Mia --relation manager")
    goal = onelog.json("goals", "add", "search", "--with", "ben", "--from", "0", "--to", "90", "--by", "2026-12-31")[
        "id"
    ]
    onelog("log", "ben", f"g: {goal} 40 the search is used")
    onelog("log mia win: shipped the search")
    assert onelog.json("nominate")["wins"][0]["beside"] == []
    assert "shipped the search" in onelog("nominate")


def test_what_several_people_praised_has_its_heading_also_where_its_quotes_stand_above(onelog: Onelog) -> None:
    onelog("people add Ben --relation report")
    for number, name in enumerate(("Ann", "Cyd", "Dan", "Eve")):
        onelog("people", "add", name, "--relation", "peer")
        alone = " +alone" if number == 3 else ""
        onelog("praise", f"sentence {number} +calm +writing{alone}", f"from:{name.lower()}", "to:ben", "--with", name)
    lines = onelog("nominate ben").splitlines()
    assert "- **calm** — 4 praise · praised by 4 people" in lines
    assert "- **writing** — 4 praise · praised by 4 people · all quoted above" in lines
    assert not [line for line in lines if line.startswith("- **alone**")]


HEADLINES = {
    "late": (("due:2026-11-01", "due:2026-11-30"), "2 of 2, 1 late"),
    "none late": (("due:2026-11-30",), "1 of 1"),
    "without a day": (("", ""), "2 of 2"),
    "all late": (("due:2026-11-01", "due:2026-11-02"), "2 of 2, 2 late"),
}


@pytest.mark.parametrize(("dues", "said"), HEADLINES.values(), ids=HEADLINES.keys())
def test_the_headline_says_how_many_of_the_promises_kept_were_late(
    onelog: Onelog, dues: tuple[str, ...], said: str
) -> None:
    for number, due in enumerate(dues):
        id_ = onelog.json("actions", "add", f"step {number} {due}")["id"]
        onelog("done", id_)
    assert f"| My promises kept | {said} | 0 |" in onelog("review 2026Q4")
    undated = sum(not due for due in dues)
    assert onelog.json("review 2026Q4")["mine"]["undated"] == undated
    assert ("No day" in onelog("review 2026Q4")) == bool(undated)


# --- files and formats


def test_a_file_is_written_whole_for_its_owner_and_never_over_another(demo: Onelog) -> None:
    done = demo.run("review 2026Q3 --for hr -o for-hr.md")
    file = demo.folder / "for-hr.md"
    assert (done.code, done.out) == (0, "")
    assert file.read_text(encoding="utf-8") == demo("review 2026Q3 --for hr")
    assert file.stat().st_mode & 0o777 == 0o600
    assert "is there already" in demo.fails("review -o for-hr.md")
    assert "There is no folder" in demo.fails("nominate -o nowhere/x.md")


def test_reading_changes_nothing(demo: Onelog) -> None:
    before = demo.journal.read_bytes()
    for words in ("review", "review 2026 --private --json", "nominate ben"):
        demo(words)
    assert demo.journal.read_bytes() == before


@pytest.mark.parametrize("columns", [80, 60, 40])
def test_on_a_terminal_it_is_drawn_and_whole(demo: Onelog, columns: int) -> None:
    drawn = demo.screen("review 2026Q4 --private", columns=columns)
    assert max(width(line) for line in drawn.split("\n")) <= columns
    assert "#" not in drawn
    claims = demo.json("review 2026Q4 --private")
    for claim in (one for part in parts(claims).values() for one in part):
        assert claim["id"] in drawn
    assert demo.screen("review 2026Q4 --format md").startswith("# Review of 2026Q4")


def width(line: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in line)


def test_in_japanese_and_without_unicode(demo: Onelog) -> None:
    config = demo.folder / "ja.toml"
    config.write_text('language = "ja"\n', encoding="utf-8")
    out = demo("review 2026Q4 --private", ONELOG_CONFIG=str(config))
    assert out.startswith(
        "# 2026年第4四半期の振り返り\n\n2026年10月1日〜2026年12月31日 · 自分用 · 2026年11月20日時点の途中経過\n"
    )
    drawn = demo.screen("review 2026Q4 --private", ONELOG_CONFIG=str(config), columns=60)
    assert max(width(line) for line in drawn.split("\n")) <= 60
    plain = demo.screen("review 2026Q4 --with ben", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii:replace")
    assert "x tell Mia" in plain


# --- journals with little in them


def test_a_journal_with_nothing_in_it(onelog: Onelog) -> None:
    for profile in PROFILES:
        said = "Nothing was written down" if profile == "me" else "There is nothing for this reader"
        assert onelog("review", "--for", profile).endswith(f"\n{said} in this time.\n")
    assert "No praise, win or reached goal" in onelog("nominate")
    assert "Nothing was written down" in onelog.screen("review")
    assert onelog.json("review")["sections"] == []
    assert not onelog.journal.exists()


def test_one_meeting_with_one_person(onelog: Onelog) -> None:
    onelog(
        "log",
        "mia",
        "on:2026-11-20 we met a: draft it due:2026-11-21 aha: less is more because: she cut it praise: clear +writing",
        "--new",
    )
    onelog("people edit mia --relation manager")
    out = onelog("review")
    assert "- draft it — with mia · due 21 Nov, 1 day ago (20 Nov, " in out
    assert "  - Because: she cut it\n" in out
    for words in ("review --for manager", "review --for skip", "review --for hr", "review --with mia", "review 2020", "nominate mia", "nominate"):  # fmt: skip
        onelog(words)
        onelog.screen(words)


def test_what_was_kept_after_the_period_is_said_beside_it(onelog: Onelog) -> None:
    id_ = onelog.json("actions add send the numbers due:2026-10-02", ONELOG_NOW="2026-09-20T09:00:00+09:00")["id"]
    onelog("done", id_, "--on", "2026-10-05")
    assert f"- send the numbers — due 2 Oct · done since, 5 Oct (20 Sep, {id_})" in onelog("review 2026Q3")
    assert "| Mine | 0 | 0 | 0 | 0 | 1 |" not in onelog("review 2026Q3")
    assert f"- send the numbers — done 5 Oct, 3 days late (20 Sep, {id_})" in onelog("review 2026Q4")


def test_a_period_before_is_of_the_same_length(demo: Onelog) -> None:
    for words, before in (
        ("2026Q1", "2025Q4"), ("2026-03", "2026-02"), ("2025", "2024"), ("FY2025", "2024"), ("30d", "2026-09-22..2026-10-21"),
        ("2026-01..2026-02", "2025-11-01..2025-12-31"),
    ):  # fmt: skip
        assert demo.json("review", words)["before"]["name"] == before
    config = demo.folder / "april.toml"
    config.write_text("fiscal_year_start = 4\n", encoding="utf-8")
    found = {
        words: demo.json("review", words, ONELOG_CONFIG=str(config))["before"]["name"]
        for words in ("2026Q1", "FY2025", "2025")
    }
    assert found == {"2026Q1": "2025Q4", "FY2025": "FY2024", "2025": "2024"}


def test_a_part_of_a_period_stands_beside_the_same_part_of_the_one_before(demo: Onelog) -> None:
    assert demo.json("review 2026Q4")["before"] == {
        "name": "2026-07-01..2026-08-20",
        "first": "2026-07-01",
        "last": "2026-08-20",
    }
    assert "| | 2026Q4 so far | 1 Jul – 20 Aug |" in demo("review 2026Q4")
    assert "so far · before: 1 Jul – 20 Aug" in demo.screen("stats 2026Q4")


# --- hostile text


def shape(text: str) -> list[str]:
    """What a reader of Markdown makes of a document, without the words."""
    kinds = []
    for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text):
        kinds += [token.type] if not token.children else [child.type for child in token.children]
    return [kind for kind in kinds if kind != "text"]


MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://example.org/t.png)", "[x](javascript:alert(1))", "[[wiki]] ![[x]]",
    "# heading", "- list", "1. one", "+ x", "* x", "> quote", "| a | b |", "```", "~~~", "`code`", "**bold** __bold__ _em_ *em*", "~~gone~~",
    "&lt;b&gt; &#60;", "---", "===", "***", "- [ ] task", "%%hidden%%", "$$x$$", "==mark==", "[^1]: note", "^k7qf", "a\\", "\\", "<!-- x", "<a:b>", "x ^k7qf",
    "line\nbreak\n# heading", "tab\tand  blanks", "[x]: http://example.org", "10) ten", "::: note", "_", "snake_case_word", "2026-09-24", "5 > 3 < 7",
)  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("text", [text for text in (*MARKUP, *ATOMS.values()) if text.strip()])
def test_no_text_is_markup(text: str) -> None:
    def document(words: str) -> str:
        item = ListItem(words, (words, "said"), words, "label", below=(ListItem(words, label=words), ListItem(words)))
        blocks: list[Block] = [
            Heading(1, f"x {words}"),
            Text(words),
            Table(("", "a"), ((words, words),)),
            item,
            item._replace(strong=True, label=""),
        ]
        return written.markdown(blocks)

    marked = document(text)
    assert shape(marked) == shape(document("word"))
    assert not leaks(marked)


def test_text_reads_as_it_was_typed() -> None:
    for text in MARKUP:
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"- {written.words(text)}")
        (inline,) = [token for token in tokens if token.type == "inline"]
        assert "".join(child.content for child in inline.children or ()) == " ".join(text.split())


@pytest.mark.long
def test_hostile_names_and_notes_stay_inside(tmp_path: Path) -> None:
    run = Inside(tmp_path)
    for number, text in enumerate(MARKUP):
        line = " ".join(text.split())
        run(
            "log",
            "Eve <b>",
            "-",
            "--new",
            "--on",
            "today",
            input=f"p: {line} from:them\nw: {line}\naha: {line}\n- [ ] {line} {number}\n".encode(),
        )
    out = run("review", "--private").out
    assert len(out) > 4000
    kinds = set(shape(out))
    assert not kinds & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "fence",
        "code_block",
        "code_inline",
        "em_open",
        "hr",
        "blockquote_open",
        "s_open",
    }
    screen = run("review", terminal=True).out
    assert not leaks(screen.replace("\r\n", "\n"))


@pytest.mark.long
@pytest.mark.parametrize("words", ["last quarter", "2026-07-01 .. 2026-09-30"])
def test_a_period_may_be_of_several_words(demo: Onelog, words: str) -> None:
    for command in ("review", "stats", "nominate ben", "nominate", "export"):
        assert demo(*command.split(), *words.split()) == demo(*command.split(), words)
        assert demo(*command.split(), words)


@pytest.mark.parametrize("command", ["review 2027Q1", "stats 2027", "nominate ben 2027", "nominate 2027"])
def test_what_has_not_begun_cannot_be_looked_back_on(demo: Onelog, command: str) -> None:
    said = demo.fails(command, code=2)
    assert f"{command.split()[-1]} has not begun." in said
    assert "2026Q4" in said


def test_a_manager_is_not_told_how_late_they_were(demo: Onelog) -> None:
    said = demo("review 2026Q3 --for manager")
    late = "ask HR for the band of 2026, in writing"
    assert f"- {late} — Mia · done 3 Aug (" in said
    assert f"- {late} — Mia Tanaka · done 3 Aug, 10 days late (" in demo("review 2026Q3")
    assert demo.json("review 2026Q3 --for manager")["theirs"] is None


def test_a_nomination_knows_a_person_from_a_period(onelog: Onelog) -> None:
    for name in ("Lastra Ng", "Thisbe Q3", "山田 太郎"):
        onelog("log", name, "p: well done", "--new", ONELOG_NOW="2026-08-01T10:00:00+09:00")
    for words, title in (
        ("last quarter", "My strengths"), ("this month", "My strengths"), ("q3", "My strengths"), ("", "My strengths"),
        ("lastra 2026", "Lastra Ng"), ("thisbe", "Thisbe Q3"), ("thisbe q3 last quarter", "Thisbe Q3"), ("Thisbe Q3", "Thisbe Q3"),
        ("山田 太郎 2026", "山田 太郎"), ("last", "Lastra Ng"),
    ):  # fmt: skip
        assert onelog("nominate", *words.split()).splitlines()[0].startswith(f"# {title}"), words
    onelog.fails("nominate", "", "2026Q3", code=2)
    assert "Nobody is called 'zork'" in onelog.fails("nominate zork 2026")


def test_my_own_nomination_calls_me_nothing(demo: Onelog) -> None:
    (demo.folder / "me.toml").write_text('language = "ja"\nme = "Aya Noda"\n')
    config = {"ONELOG_CONFIG": str(demo.folder / "me.toml")}
    assert demo("nominate", **config).startswith("# Aya Nodaの強みと成果\n")
    assert demo("nominate", "ben", **config).startswith("# Ben Okaforさんの強みと成果\n")


def test_tags_are_no_part_of_a_sentence_for_anybody(onelog: Onelog) -> None:
    onelog("people", "add", "Zoé Ng", "--relation", "report")
    onelog("log", "zoé", "w: shipped it +zoé\np: well done +zoé")
    for words in ("review --redact", "review --for skip", "nominate zoé --redact"):
        assert "+" not in onelog(words).split("## ", 1)[1], words
