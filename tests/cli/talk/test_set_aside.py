"""discover --later and --never: not now, and never again; at every door, undone, exported, forgotten."""

import pytest
from conftest import Onelog, at

pytestmark = pytest.mark.posix


@pytest.fixture
def due(onelog: Onelog) -> tuple[Onelog, str]:
    """An a-ha that is due on 8 November, and its id."""
    onelog("log", "mia", "aha: the kestrel convinced finance", **at("2026-11-01"))
    return onelog, onelog.json("moments mia")[0]["id"]


def everywhere(run: Onelog, day: str) -> set[str]:
    """At which doors the a-ha is shown."""
    shown = {
        "today": run.json("", **at(day))["moment"],
        "prep": run.json("prep mia", **at(day))["remembered"],
        "discover": run.json("discover", **at(day)),
        "spark": run.json("spark mia", **at(day)),
    }
    return {name for name, said in shown.items() if "kestrel" in str(said)}


@pytest.mark.parametrize("how", ["--later", "--never"])
def test_it_is_gone_at_once_at_every_door_and_undo_brings_it_back(due: tuple[Onelog, str], how: str) -> None:
    run, id_ = due
    assert everywhere(run, "2026-11-08") >= {"today", "prep", "discover"}
    run("discover", how, id_, **at("2026-11-08"))
    assert everywhere(run, "2026-11-08") == everywhere(run, "2026-12-01") == set()
    run("undo", **at("2026-11-08"))
    assert everywhere(run, "2026-11-08") >= {"today", "prep", "discover"}
    assert f"discover {how} {id_}" in run("history")


@pytest.mark.parametrize(
    ("ways", "until"),
    [
        (["--later"], "2027-02-07"),
        (["--later", "--later"], "2027-05-09"),
        (["--later"] * 3, "2027-11-07"),
        (["--later"] * 4, "2028-11-05"),
        (["--later"] * 5, "2028-11-05"),
        (["--never"], "2199-12-31"),
        (["--never", "--later"], "2027-02-07"),
        (["--later", "--never"], "2199-12-31"),
    ],
)
def test_it_rests_twice_as_long_each_time_and_later_lets_it_come_back(
    due: tuple[Onelog, str], ways: list[str], until: str
) -> None:
    run, id_ = due
    for way in ways:
        said = run.json("discover", way, id_, **at("2026-11-08"))
        assert (said["kind"], said["rule"], said["about"]) == ("answer", "discover", id_)
    assert run.json("show", id_, **at("2026-11-08"))["set_aside"]["until"] == until


def test_after_its_rest_it_comes_back(due: tuple[Onelog, str]) -> None:
    run, id_ = due
    run("discover", "--later", id_, **at("2026-11-08"))
    days = {day: "today" in everywhere(run, day) for day in ("2027-01-31", "2027-05-02", "2027-11-01")}
    assert days == {"2027-01-31": False, "2027-05-02": True, "2027-11-01": True}
    assert run.json("show", id_, **at("2027-05-02"))["set_aside"] is None


def test_show_says_so_and_how_to_let_it_come_back(due: tuple[Onelog, str]) -> None:
    run, id_ = due
    assert "Comes back" not in run.screen("show", id_, **at("2026-11-08"))
    run("discover", "--later", id_, **at("2026-11-08"))
    assert "Comes back  not before Sun 7 Feb" in run.screen("show", id_, **at("2026-11-08"))
    run("discover", "--never", id_, **at("2026-11-08"))
    assert f"Comes back  never; onelog discover --later {id_} lets it come back" in run.screen("show", id_)


def test_it_is_exported_imported_and_forgotten(due: tuple[Onelog, str]) -> None:
    run, id_ = due
    run("discover", "--never", id_, **at("2026-11-08"))
    whole = run("export", "--format", "json", **at("2026-11-08"))
    assert '"rule": "discover"' in whole
    file = run.folder / "whole.json"
    file.write_text(whole)
    other = run.folder / "other"
    other.mkdir()
    copy = Onelog(other)
    copy("import", str(file), **at("2026-11-09"))
    assert everywhere(copy, "2026-11-09") == set()
    assert copy("export", "--format", "json", **at("2026-11-09")) == whole
    run("forget", "mia", "--confirm", "mia", **at("2026-11-09"))
    assert '"answers": []' in run("export", "--format", "json", **at("2026-11-09"))


REFUSED = {
    "--later ACTION": (1, "is an action; it does not come back."),
    "--never CONCERN": (1, "is a concern; it does not come back."),
    "--never mia": (1, "mia"),
    "--never AHA --never zzzz": (1, "zzzz"),
    "--later AHA --never AHA": (2, "--later and --never do not go together."),
    "mia --later AHA": (2, "PERSON and --later do not go together."),
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_makes_no_sense_is_refused(onelog: Onelog, words: str) -> None:
    code, said = REFUSED[words]
    onelog("log", "mia", "aha: one\na: two\nc: three", **at("2026-11-01"))
    kinds = {"aha": "moments mia", "action": "actions", "concern": "moments --kind concern --private"}
    for kind, command in kinds.items():
        words = words.replace(kind.upper(), next(one["id"] for one in onelog.json(command) if one["kind"] == kind))
    assert said in onelog.fails("discover", *words.split(), code=code)
    assert onelog.json("export --format json", **at("2026-11-02"))["answers"] == []
