"""`change` and `last` as they are typed: every door, what is said, in both languages, and what stays private."""

import json

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

NOTE = "the move a: draft the plan due:fri why: the board a: @them sends the numbers aha: small is fast c: looks tired"


@pytest.fixture
def team(onelog: Onelog) -> Onelog:
    """Mia, a manager, and Bea, a report; one meeting with Mia."""
    onelog("people", "add", "Mia Tanaka", "--relation", "manager")
    onelog("people", "add", "Bea Okafor", "--relation", "report")
    onelog("log", "mia", NOTE, "--on", "yesterday")
    return onelog


def ids(run: Onelog) -> list[str]:
    return [action["id"] for action in run.json("actions")]


def test_a_pipe_gets_the_records_and_hears_what_was_there(team: Onelog) -> None:
    first, second = ids(team)
    done = team.run("change", first, second, "due:+1w", "@bea")
    assert [line.split("\t")[:3] for line in done.out.splitlines()] == [
        ["action", first, "2026-12-04"],
        ["action", second, "2026-11-29"],
    ]
    assert f"{first}: due Fri 27 Nov → Fri 4 Dec" in done.err
    assert f"{second}: owner Mia Tanaka → Bea Okafor" in done.err
    assert done.err.splitlines()[-1] == "onelog undo takes it back."
    team("undo")
    assert [action["due"] for action in team.json("actions")] == ["2026-11-27", None]


def test_json_is_the_record_as_it_is_now_and_of_several_a_list(team: Onelog) -> None:
    first, second = ids(team)
    assert team.json("change", first, "due:none")["due"] is None
    assert [one["goal"] for one in team.json("change", first, second, "why:x")] == [None, None]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["✓ Changed {id}: draft the plan", "  owner me → Bea Okafor · due Fri 27 Nov → none · why the board → the", "  onelog undo takes it back"]),
        ("ja", ["✓ 変更 {id}：draft the plan", "  担当 自分 → Bea Okafor", "  onelog undo で元に戻せます"]),
    ],
)  # fmt: skip
def test_a_terminal_shows_what_was_there_and_what_is_there_now(team: Onelog, language: str, lines: list[str]) -> None:
    config = team.folder / "c.toml"
    config.write_text(f'language = "{language}"\n', encoding="utf-8")
    first = ids(team)[0]
    drawn = team.screen("change", first, "@bea", "due:none", "why:the", ONELOG_CONFIG=str(config)).splitlines()
    assert drawn[0] == lines[0].format(id=first)
    assert drawn[1].startswith(lines[1])
    assert drawn[-1].startswith(lines[-1][:12])


def test_what_is_like_that_already_is_said_and_is_no_change(team: Onelog) -> None:
    first = ids(team)[0]
    done = team.run("change", first, "due:2026-11-27", "-nothere")
    assert (done.code, done.out, done.err) == (0, "", f"{first}: nothing to change.\n")


def test_last_and_last_with_somebody_stand_for_an_id_everywhere(team: Onelog) -> None:
    (meeting,) = team.json("timeline")
    assert team.json("show", "last")["id"] == meeting["id"]
    assert team.json("show", "last", "mia")["id"] == team.json("show", "last", "@mia")["id"] == meeting["id"]
    assert team.json("show", "last", "Mia", "Tanaka")["id"] == meeting["id"]
    assert team.json("change", "last", "mia", "mood:4")["mood"] == 4
    team("topic", "mia", "the salary round")
    assert team.json("done", "last")["status"] == "raised"
    assert team.json("reopen", "last")["status"] == "parked"
    (deleted,) = [team.json("delete", "last")]
    assert team.json("reopen", "last")["id"] == deleted["id"]
    goal = team.json("goals", "add", "A million users")
    assert team.json("goals", "add", "More", "--under", "last")["parent"] == goal["id"]
    assert team.json("goals", "checkin", "last", "5")["goal"] != goal["id"]
    assert team.json("history", "last")[0]["command"].startswith("goals checkin")


def test_last_is_the_one_record_of_the_last_change_that_has_what_is_said(onelog: Onelog) -> None:
    meeting = onelog.json("log", "mia", "we met a: send it aha: small is fast")
    (action,), (aha,) = meeting["actions"], meeting["moments"]
    assert onelog.json("change", "last", "due:fri")["id"] == action["id"]
    onelog("undo")
    assert onelog.json("change", "last", "because:we were two")["id"] == aha["id"]
    onelog("undo")
    assert onelog.json("change", "last", "@me", "why:she knows")["why"] == "she knows"
    onelog("undo")
    assert onelog.json("done", "last")["id"] == action["id"]
    onelog("log", "mia", "we met a: one a: two")
    assert "The last change has several records that fit" in onelog.fails("done", "last")
    assert "The last change has several records that fit" in onelog.fails("change", "last", "due:fri")


def test_an_at_sign_behind_last_is_the_owner_in_change_and_whom_you_met_elsewhere(team: Onelog) -> None:
    first = ids(team)[0]
    team("log", "bea", "we met")
    team("change", first, "due:sat")
    assert team.json("change", "last", "@bea")["owner"] == "Bea Okafor"
    assert team.json("show", "last", "@bea")["person"] == "Bea Okafor"


def test_nothing_last_and_nobody_met_is_said(onelog: Onelog) -> None:
    assert "There is no last record" in onelog.fails("show", "last")
    onelog("people", "add", "Mia")
    assert "You have not met Mia yet" in onelog.fails("change", "last", "mia", "mood:4")


def test_a_person_is_changed_by_the_command_that_is_named(team: Onelog) -> None:
    said = team.fails("change", "mia", "every:3w", "relation:peer")
    assert 'onelog people edit "Mia Tanaka" --every 3w --relation peer' in said
    team("people edit 'Mia Tanaka' --every 3w --relation peer")


def test_a_relation_that_is_corrected_on_its_day_was_never_the_other_one(onelog: Onelog) -> None:
    onelog("people add Mia --relation report")
    onelog("people edit mia --relation peer")
    (mia,) = json.loads(onelog("export --format json"))["people"]
    assert mia["relations"] == [{"since": "2026-11-22", "relation": "peer"}]


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "code", "said", "hint"),
    [
        (["change"], 2, "Say what to change.", "onelog change ID due:+1w"),
        (["change", "due:fri"], 2, "Say what to change.", "onelog change ID due:+1w"),
        (["change", "FIRST"], 1, "Say how to change it.", "onelog change FIRST due:+1w"),
        (["change", "zzzz", "due:fri"], 1, "There is nothing with the id 'zzzz'.", ""),
        (["change", "FIRST", "mood:4"], 1, "FIRST is an action; it has no mood: to change.", "onelog change MEETING mood:4"),
        (["change", "MEETING", "due:fri"], 1, "MEETING is a meeting; it has no due: to change.", "The records in it have one (FIRST"),
        (["change", "MEETING", "text:new"], 1, "Change the note of MEETING in its document.", "onelog edit MEETING"),
        (["change", "FIRST", "closed:fri"], 1, "FIRST is still open.", "onelog done FIRST --on fri"),
        (["change", "FIRST", "status:done"], 1, "change does not set the status of FIRST.", "onelog done FIRST, onelog drop FIRST"),
        (["change", "FIRST", "due:frii"], 2, "due: 'frii' is not a day", "fri"),
        (["change", "MEETING", "mood:6"], 2, "mood goes from 1 to 5", "mood:4"),
        (["change", "MEETING", "on:tomorrow"], 1, "is in the future", ""),
        (["change", "FIRST", "--due", "fri"], 2, "--due is not an option here.", "Use due:…"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence_and_the_command_that_can(
    team: Onelog, words: list[str], code: int, said: str, hint: str
) -> None:
    (meeting,) = team.json("timeline")
    places = {"FIRST": ids(team)[0], "MEETING": meeting["id"]}

    def named(text: str) -> str:
        for place, id_ in places.items():
            text = text.replace(place, id_)
        return text

    told = team.fails(*map(named, words), code=code)
    assert named(said) in told
    assert named(hint) in told


def test_own_scales_are_changed_like_any_field(onelog: Onelog) -> None:
    forms = onelog.folder / ".config" / "onelog" / "forms"
    forms.mkdir(parents=True)
    (forms / "report.md").write_text("ask: energy 1-5\nask: nps 0-10\n", encoding="utf-8")
    onelog("people", "add", "Bea", "--relation", "report")
    onelog("log", "bea", "energy:2 we met")
    scales = onelog.json("change", "last", "energy:4", "nps:0")["scales"]
    assert {name: one["value"] for name, one in scales.items()} == {"energy": 4, "nps": 0}
    assert "energy goes from 1 to 5" in onelog.fails("change", "last", "energy:9", code=2)
    assert list(onelog.json("change", "last", "energy:none")["scales"]) == ["nps"]
    onelog("undo 2")
    assert {name: one["value"] for name, one in onelog.json("show", "last")["scales"].items()} == {"energy": 2}


def test_private_words_stay_out_of_a_pipe_and_are_shown_on_a_terminal(team: Onelog) -> None:
    (concern,) = team.json("moments --kind concern --private")
    done = team.run("change", concern["id"], "text:sleeps badly", "because:pager")
    assert "tired" not in done.out + done.err
    assert "sleeps" not in done.out + done.err
    assert f"{concern['id']}: text changed" in done.err
    assert "looks tired" in team.screen("change", concern["id"], "because:none", "text:looks tired")


def test_a_promise_with_a_day_that_was_not_read_is_set_right_in_one_line(onelog: Onelog) -> None:
    done = onelog.run("log", "mia", "we met a: send it due:frii")
    assert "onelog change last, or onelog edit" in done.err
    fixed = onelog.json("change", "last", "due:fri")
    assert (fixed["text"], fixed["due"]) == ("send it", "2026-11-27")


def test_a_meeting_to_come_is_asked_about_on_a_terminal(team: Onelog) -> None:
    assert "is in the future" in team.fails("change", "last", "mia", "on:2026-12-24")


def test_the_words_of_other_languages_and_widths_are_keys(team: Onelog) -> None:
    first = ids(team)[0]
    changed = team.json("change", first, "期限：来週金曜", "理由:役員会があるから", "＠bea")
    assert (changed["due"], changed["why"], changed["owner"]) == ("2026-11-27", "役員会があるから", "Bea Okafor")


def test_a_new_owner_who_is_nobody_yet_is_said(team: Onelog) -> None:
    done = team.run("change", ids(team)[0], "@zoe")
    assert "zoe is new" in done.err
    assert "did you mean Mia Tanaka" in team.fails("change", ids(team)[0], "@mya")


def test_tab_offers_the_keys_that_all_records_have_and_their_values(team: Onelog) -> None:
    def offered(*words: str) -> list[str]:
        out = team.run(*words, _ONELOG_COMPLETE="offer_fish").out
        return [line.partition("\t")[0] for line in out.splitlines()]

    (meeting,) = team.json("timeline")
    first, second = ids(team)
    assert {"due:", "why:", "with:"} <= set(offered("change", first, ""))
    assert "mood:" in offered("change", meeting["id"], "")
    assert "due:" not in offered("change", first, meeting["id"], "")
    assert "due:fri" in offered("change", first, "due:f")
    assert offered("change", first, "due:fri", "due") == []
    assert "mode:walk" in offered("change", meeting["id"], "mode:w")
    assert offered("change", first, "@be") == ["@Bea"]
    assert "last" in offered("show", "la")
    assert second in offered("change", first, second[:2])


def test_the_old_name_of_the_editor_is_not_needed_where_a_line_will_do(onelog: Onelog) -> None:
    assert "onelog change ID due:fri changes one" in onelog.fails("update x", code=2)
    assert "onelog change ID due:+1w puts it off" in onelog.fails("snooze k7qf", code=2)
