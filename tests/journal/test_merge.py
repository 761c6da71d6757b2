"""Two journals become one: what both know stays once, and nothing is taken in by halves."""

import json
from pathlib import Path

from conftest import Onelog


def another(onelog: Onelog, folder: str) -> Onelog:
    """A second journal, with ids of its own."""
    place = onelog.folder / folder
    place.mkdir()
    other = Onelog(place)
    other.env["ONELOG_SEED"] = folder
    return other


def exported(onelog: Onelog) -> str:
    path = onelog.folder / "all.json"
    path.unlink(missing_ok=True)
    onelog("export", "--json", "-o", str(path))
    return str(path)


def test_a_person_known_to_both_journals_is_one_person(onelog: Onelog) -> None:
    other = another(onelog, "work")
    onelog("log", "mia", "here a: one @them p: thanks")
    other("log", "Mia", "there a: two @them p: well done from:them")
    onelog("import", exported(other))
    assert [p["name"] for p in onelog.json("people")] == ["mia"]
    assert sorted(a["text"] for a in onelog.json("actions mia --theirs")) == ["one", "two"]
    assert {m["from"] for m in onelog.json("moments mia")} == {"mia"}
    assert onelog.run("import", exported(other)).err == "Imported nothing new; 4 here already.\n"


def test_a_short_id_that_both_journals_gave_is_given_anew(onelog: Onelog) -> None:
    other = another(onelog, "work")
    other.env["ONELOG_SEED"] = onelog.env["ONELOG_SEED"]
    onelog("log", "mia", "here a: one")
    other("log", "ben", "there a: two")
    before = other.json("actions")[0]["id"]
    assert before == onelog.json("actions")[0]["id"]
    book = Path(exported(other))
    book.write_text(book.read_text(encoding="utf-8").replace('"uid": "01a201a0', '"uid": "01a201a1'), encoding="utf-8")
    onelog("import", str(book))
    after = next(a for a in onelog.json("actions") if a["text"] == "two")["id"]
    assert after != before
    assert f"- [ ] two ^{after}" in onelog("export Q4 --with ben --ids")


def test_notes_for_the_same_coming_meeting_are_not_mixed_up(onelog: Onelog) -> None:
    other = another(onelog, "work")
    onelog("note", "mia", "here")
    other("note", "mia", "there")
    before = onelog.journal.read_bytes()
    said = onelog.fails("import", exported(other))
    assert "Both journals have notes for the next meeting with mia" in said
    assert onelog.journal.read_bytes() == before


def test_goals_in_a_circle_are_refused(onelog: Onelog, tmp_path: Path) -> None:
    other = another(onelog, "work")
    other("goals", "add", "upper")
    other("goals", "add", "lower", "--under", "upper")
    book = json.loads(Path(exported(other)).read_text(encoding="utf-8"))
    upper, lower = sorted(book["goals"], key=lambda goal: goal["title"], reverse=True)
    upper["parent"] = lower["id"]
    circle = tmp_path / "circle.json"
    circle.write_text(json.dumps(book), encoding="utf-8")
    assert "under itself" in onelog.fails("import", str(circle), code=3)
    assert onelog.json("goals") == []
