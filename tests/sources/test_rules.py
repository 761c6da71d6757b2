"""Rules for notes: sections that are left out by their heading, headings and keys that mean what nobody could know."""

import json

import pytest
from conftest import Onelog

from onelog.sources.import_rules import KINDS

HEAD = "---\nwith: Mia\nat: 2026-03-24\n---\n"
SKIP = '[headings]\nPrivate = "skip"\n'


def written(onelog: Onelog, text: str, rules: str = SKIP, name: str = "a.md") -> str:
    """What `import` said of a note with these rules."""
    (onelog.folder / name).write_text(text, encoding="utf-8")
    (onelog.folder / "rules.toml").write_text(rules, encoding="utf-8")
    done = onelog.run("import", name, "--rules", "rules.toml", "--report", "report.txt")
    assert done.code == 0, done.err
    return done.err


LEFT_OUT = {
    # the section, what stands behind it
    "a heading": ("## Private\n\nsecret\n\n", "## Rest\n\nbye\n"),
    "with signs around it": ("## 🔒 **Private**:\n- secret\n", "## Rest\n\nbye\n"),
    "in other letters": ("## PRIVATE\nsecret\n", "## Rest\n\nbye\n"),
    "with headings below": ("## Private\n\n### Health\n\nsecret\n\n#### More\n\nsecret\n", "## Rest\n\nbye\n"),
    "below a heading": ("### Private\n\nsecret\n", "## Rest\n\nbye\n"),
    "in bold": ("**Private**\nsecret\n", "**Rest**\nbye\n"),
    "with a code block": ("## Private\n```\n# no heading\nsecret\n```\n", "## Rest\n\nbye\n"),
    "in brackets": ("【Private】\nsecret\n", "【Rest】\nbye\n"),
    "with a square": ("■Private\nsecret\n", "■Rest\nbye\n"),
    "at the end": ("## Private\n\nsecret\n", ""),
    "twice": ("## Private\n\nsecret\n\n## Private\n\nsecret\n", "## Rest\n\nbye\n"),
}
KEPT = {
    "a word": "Private\nkept\n",
    "another heading": "## Private matters\nkept\n",
    "in code": "```\n## Private\nkept\n```\n",
}


@pytest.mark.parametrize("front", [HEAD, "---\nperson: Mia\ndate: 2026-03-24\n---\n"], ids=["own", "foreign"])
@pytest.mark.parametrize("about", LEFT_OUT)
def test_a_section_is_left_out_by_its_heading_and_counted(onelog: Onelog, about: str, front: str) -> None:
    section, rest = LEFT_OUT[about]
    said = written(onelog, f"{front}\nhello\n\n{section}{rest}")
    assert "left out, because your rules skip 'Private'." in said
    (meeting,) = onelog.json("timeline --private")
    assert (meeting["notes"], meeting["moments"]) == (f"hello\n\n{rest}".strip(), [])
    report = (onelog.folder / "report.txt").read_text(encoding="utf-8")
    gone = section.count("\n")
    assert f"\nskipped\t0 files\t{gone} lines\n" in report
    assert "secret" not in onelog("history")


@pytest.mark.parametrize("about", KEPT)
def test_what_is_no_such_heading_is_kept(onelog: Onelog, about: str) -> None:
    said = written(onelog, f"{HEAD}\nhello\n\n{KEPT[about]}")
    assert "No heading is called 'Private'; check the rules." in said
    assert "kept" in str(onelog.json("timeline --private"))


def test_a_section_of_running_notes_ends_with_its_meeting(onelog: Onelog) -> None:
    notes = "## 2026-03-24\n\nhello\n\n### Private\n\nsecret\n\n## 2026-04-07\n\n- fine\n"
    written(onelog, notes, name="1-1 Mia.md")
    assert [one["notes"] for one in onelog.json("timeline")] == ["- fine", "hello"]


def test_a_heading_stands_for_a_kind(onelog: Onelog) -> None:
    rules = '[headings]\nCommitments = "action"\nRisks = "concern"\nParking lot = "topic"\n駐車場 = "topic"\n'
    text = (
        f"{HEAD}\n## Commitments\n- send it due:2026-04-01\n  - with numbers\n- [x] book it\n\nwords\n\n"
        "## Risks\n\nthe budget\n\n### Deeper\n\n- a risk\n\n## 駐車場\n1. 予算\n\n## Parking lot\n- the office\n"
    )
    written(onelog, text, rules)
    (meeting,) = onelog.json("timeline --private")
    assert [(a["text"], a["due"], a["status"]) for a in meeting["actions"]] == [
        ("send it", "2026-04-01", "open"),
        ("book it", None, "done"),
    ]
    assert [m["text"] for m in meeting["moments"]] == ["the budget", "Deeper", "a risk"]
    assert {m["kind"] for m in meeting["moments"]} == {"concern"}
    assert [t["text"] for t in meeting["topics"]] == ["予算", "the office"]
    assert "words" in meeting["notes"]
    assert "budget" not in onelog("export all")


def test_keys_mean_what_the_rules_say(onelog: Onelog) -> None:
    rules = (
        '[columns]\nperson = "Gesprächspartner"\nday = "Datum"\nmood = "Stimmung"\n[day]\nformat = "%d.%m.%Y"\n'
        '[moods]\nprima = 5\n[skip]\ncolumns = ["Nummer"]\n[skip.rows]\nStatus = ["abgesagt"]\n'
    )
    text = "---\nGesprächspartner: Jörg\nDatum: 24.03.2026\nStimmung: prima\nNummer: 77\nStatus: {}\n---\n\nhallo\n"
    (onelog.folder / "off.md").write_text(text.format("abgesagt"), encoding="utf-8")
    written(onelog, text.format("fertig"), rules)
    (meeting,) = onelog.json("timeline")
    assert (meeting["person"], meeting["at"][:10], meeting["mood"], meeting["notes"]) == (
        "Jörg",
        "2026-03-24",
        5,
        "hallo",
    )
    assert "77" not in onelog("show last --md")
    assert "because Status is 'abgesagt'" in onelog.fails("import", "off.md", "--rules", "rules.toml")


def test_rules_beside_a_note_are_its_own(onelog: Onelog) -> None:
    (onelog.folder / "a.md").write_text(f"{HEAD}\nhello\n\n## Private\n\nsecret\n", encoding="utf-8")
    (onelog.folder / "a.toml").write_text(SKIP, encoding="utf-8")
    assert "your rules skip 'Private'" in onelog.run("import", "a.md").err
    assert onelog.json("timeline --private")[0]["notes"] == "hello"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_stand_beneath_a_heading(onelog: Onelog, kind: str) -> None:
    text = f"{HEAD}\n## Blockers\n- waiting for access, a: not an action\n"
    written(onelog, text, f'[headings]\nblockers = "{kind}"\n')
    (talk,) = json.loads(onelog("export all --private --format json"))["meetings"]
    found = [*talk["moments"], *talk["topics"], *talk["actions"]]
    assert [(one["kind"], one["text"]) for one in found] == [(kind, "waiting for access, a: not an action")]
    before = onelog.json("history")
    assert onelog.run("import", "a.md", "--rules", "rules.toml").code == 0
    assert onelog.json("history") == before


@pytest.mark.parametrize("value", ['"gone"', "1", '["skip"]', '"Skip"'])
def test_a_heading_is_nothing_else(onelog: Onelog, value: str) -> None:
    (onelog.folder / "a.md").write_text(HEAD, encoding="utf-8")
    (onelog.folder / "rules.toml").write_text(f"[headings]\nPrivate = {value}\n", encoding="utf-8")
    said = onelog.fails("import", "a.md", "--rules", "rules.toml", code=2)
    assert said.startswith(
        "onelog: rules.toml: headings has a wrong value.\n  For example: skip, action, topic, decision"
    )


def test_a_first_draft_lists_headings_and_keys(onelog: Onelog) -> None:
    (onelog.folder / "a.md").write_text(
        "---\nwith: Mia\nwhere to: Rome\nmood: great\n---\n\n## Blockers\n\n## Private\n\n## Actions\n\n## 2026-03-24\n\n## Plans\n\n## Plans\n",
        encoding="utf-8",
    )
    assert onelog("import a.md --guess-rules") == (
        "# Check this, take the # away from what you want, and import with --rules.\n\n[headings]\n"
        "# skip leaves out what stands under a heading; action, topic, decision, win … take its list items as that.\n"
        '# "Plans" = "skip"  # 2\n"Blockers" = "concern"  # 1\n# "Private" = "skip"  # 1\n\n'
        '[columns]\n# person, day, time, length, mode, mood, seen or rating\n# … = "where to"  # 1\n'
        '\n# [moods]   1 is bad, 5 is good\n# "great" = 3\n'
    )


@pytest.mark.parametrize("command", ["import a.md --report report.txt", "import a.md --dry-run --report report.txt"])
def test_a_report_that_cannot_be_written_is_said_before_anything_is_taken(onelog: Onelog, command: str) -> None:
    (onelog.folder / "a.md").write_text(f"{HEAD}\nhello\n", encoding="utf-8")
    (onelog.folder / "report.txt").write_text("mine", encoding="utf-8")
    assert onelog.fails(command) == "onelog: report.txt is there already.\n  Choose another name, or move it away.\n"
    assert onelog.json("people") == []


def test_a_dash_is_the_screen(onelog: Onelog) -> None:
    (onelog.folder / "a.md").write_text(f"{HEAD}\nhello\n", encoding="utf-8")
    assert onelog("import a.md --report -").startswith("1 files\t6 lines\n")
    assert onelog("export all -o -") == onelog("export all")
    assert onelog.fails("export all --format folder -o -", code=2).startswith("onelog: A folder needs a name.")
    assert not (onelog.folder / "-").exists()
