"""Rules for notes: what a heading, a word for a mood and a key of one's own mean; nothing else of the notes changes."""

import json

import pytest
from conftest import Onelog

from onelog.sources.ruled_notes import by_rules
from onelog.sources.tables.table_rules import KINDS, read_rules

NOTE = """\
---
Colleague: Mia Tanaka
date: 2026-03-24
mood: great
---

## Blockers
- waiting for access, a: not an action
- [ ] ask IT

## 称賛コーナー
- Ann helped a lot

**Parking lot:**
* pay

## Notes
- plain
```
## Blockers
- code
```
"""
RULES = """\
[columns]
person = "Colleague"
[headings]
blockers = "concern"
"称賛コーナー" = "praise"
"Parking lot" = "topic"
[moods]
great = 5
"""


def lay(run: Onelog, rules: str = RULES) -> None:
    (run.folder / "note.md").write_text(NOTE, encoding="utf-8")
    (run.folder / "rules.toml").write_text(rules, encoding="utf-8")


def moments(run: Onelog) -> list[dict[str, str]]:
    """All moments of the one meeting, the private ones too."""
    (talk,) = json.loads(run("export all --private --format json"))["meetings"]
    return list(talk["moments"])


def test_headings_moods_and_keys_are_what_the_rules_say(onelog: Onelog) -> None:
    lay(onelog)
    onelog("import", "note.md", "--rules", "rules.toml")
    (talk,) = onelog.json("timeline")
    assert (talk["person"], talk["mood"]) == ("Mia Tanaka", 5)
    assert [(one["kind"], one["text"]) for one in moments(onelog)] == [
        ("concern", "waiting for access, a: not an action"), ("praise", "Ann helped a lot"),
    ]  # fmt: skip
    assert [one["text"] for one in talk["actions"]] == ["ask IT"]
    assert [one["text"] for one in talk["topics"]] == ["pay"]
    assert talk["notes"].endswith("- plain\n```\n## Blockers\n- code\n```")
    before = onelog.json("history")
    assert onelog.run("import", "note.md", "--rules", "rules.toml").code == 0
    assert onelog.json("history") == before


def test_the_same_lines_stay_without_rules_and_their_places_with_them() -> None:
    lines = NOTE.split("\n")
    assert by_rules(lines, None) == lines
    ruled = by_rules(lines, read_rules(RULES, "rules.toml"))
    assert [n for n, (one, other) in enumerate(zip(lines, ruled, strict=True), 1) if one != other] == [2, 4, 8, 12, 15]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_stand_beneath_a_heading(onelog: Onelog, kind: str) -> None:
    rules = read_rules(f'[headings]\nBlockers = "{kind}"\n', "rules.toml")
    text = "---\nwith: Mia\nat: 2026-03-24\n---\n\n" + "\n".join(by_rules(["## Blockers", "- due:friday b: c"], rules))
    onelog("import", "-", input=text)
    (talk,) = onelog.json("timeline")
    found = [*moments(onelog), *talk["topics"], *talk["actions"]]
    assert [(one["kind"], one["text"]) for one in found] == [(kind, "due:friday b: c")]


@pytest.mark.parametrize("rules", ['[headings]\nBlockers = "moon"\n', "[headings]\nBlockers = 3\n", 'headings = "x"\n'])
def test_a_kind_that_is_none_is_refused(onelog: Onelog, rules: str) -> None:
    lay(onelog, rules)
    assert "headings" in onelog.fails("import note.md --rules rules.toml", code=2)
    assert not onelog.journal.exists()


def test_rules_are_guessed_from_notes_and_can_be_used(onelog: Onelog) -> None:
    lay(onelog)
    guessed = onelog("import note.md --guess-rules")
    assert '\n[headings]\n"Blockers" = "concern"\n' in guessed
    assert '# "称賛コーナー" = "action"' in guessed
    assert '# "great" = 3' in guessed
    assert read_rules(guessed, "guessed.toml").headings == {"Blockers": "concern"}
    shown = guessed.replace('# "称', '"称').replace("# [moods]", "[moods] #").replace('# "great" = 3', '"great" = 5')
    assert read_rules(shown, "guessed.toml").moods == {"great": 5}
