"""Concerns: open until settled, followed up by `re:`, and shown only where they are asked for."""

import json
import re
from pathlib import Path

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

SECRETS = ("freeze", "exhausted", "pager", "疲れ")
"""A word of each private record: a concern and a note inside a meeting, a concern outside, a note in another meeting."""
AFTER = "Left out: "


@pytest.fixture(scope="module")
def worried(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    """Three weeks of Mia: two meetings with private lines, and what was noted outside of them. For reading only."""
    onelog = Onelog(tmp_path_factory.mktemp("worried"))
    onelog("people", "add", "Mia Tanaka", "--every", "2w", "--relation", "report")
    text = (
        "we walked\nc: the freeze hurts her +calm\na: ask about it due:+3w\nx: exhausted\naha: asking is enough +calm"
    )
    onelog("log", "mia", "--on", "2026-11-12", text)
    onelog("note", "mia", "about the roster\nt: the offsite")
    onelog("concern", "the pager is with her alone", "--with", "mia", ONELOG_NOW="2026-11-01T09:00+09:00")
    onelog("log", "mia", "--on", "2026-11-20", "the roster again\nx: 疲れた")
    return onelog


@pytest.fixture(scope="module")
def ids(worried: Onelog) -> dict[str, str]:
    """What stands for the ids of some records in the tables below."""
    whole = json.loads(worried("export", "--format", "json"))
    walk, _, coming = whole["meetings"]
    assert coming["at"] is None
    inside = {moment["kind"].upper(): moment["id"] for moment in walk["moments"]}
    return inside | {"MEETING": walk["id"], "PAGER": whole["moments"][0]["id"]}


def words_of(command: str, ids: dict[str, str]) -> list[str]:
    return [ids.get(word, word) for word in command.split()]


def told(text: str) -> list[str]:
    """The secrets in an answer; JSON is read first, which writes Japanese as numbers."""
    if text[:1] in ("[", "{"):
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return [secret for secret in SECRETS if secret in text]


# --- private by default


@pytest.mark.parametrize("command", [
    "timeline", "timeline mia --json", "moments", "moments --json", "search the* a*", "search the* --json",
    "search 疲れ", "search we --json", "show MEETING", "show MEETING --json", "show MEETING --md", "show mia", "export 2026",
    "actions", "topics", "people", "next", "",
])  # fmt: skip
def test_no_private_word_is_piped_unless_it_is_asked_for(worried: Onelog, ids: dict[str, str], command: str) -> None:
    done = worried.run(*words_of(command, ids))
    assert done.code == 0
    assert (told(done.out), told(done.err)) == ([], [])


@pytest.mark.parametrize(
    "command", ["timeline", "moments", "search the* a*", "search 疲れ", "show MEETING", "show mia", ""]
)
def test_no_private_word_is_drawn_unless_it_is_asked_for(worried: Onelog, ids: dict[str, str], command: str) -> None:
    assert told(worried.screen(*words_of(command, ids))) == []


@pytest.mark.parametrize(
    ("command", "left"),
    [
        ("timeline", "2 concerns and 2 private"),
        ("timeline --limit 1 --since 2026-11-15", "1 private"),
        ("timeline --limit 2", "1 private"),
        ("timeline --kind meeting", "1 concern and 2 private"),
        ("timeline --kind aha", ""),
        ("timeline --tag calm", "1 concern and 1 private"),
        ("moments mia", "2 concerns and 2 private"),
        ("moments --limit 1", "1 concern and 2 private"),
        ("moments --tag calm", "1 concern"),
        ("moments --kind aha", ""),
        ("moments --kind private", "2 private"),
        ("search the", "2 concerns"),
        ("search walked", ""),
        ("search walked --json", "1 concern and 1 private"),
        ("search pager", "1 concern"),
        ("show MEETING", "1 concern and 1 private"),
        ("show MEETING --md", "1 concern and 1 private"),
        ("show AHA", ""),
        ("show mia", ""),
    ],
)
def test_what_is_left_out_is_counted(worried: Onelog, ids: dict[str, str], command: str, left: str) -> None:
    said = worried.run(*words_of(command, ids)).err.splitlines()
    assert [line for line in said if line.startswith(AFTER)] == [f"{AFTER}{left} (--private shows them too)."][
        : bool(left)
    ]


def test_a_terminal_says_what_is_left_out_below_the_list(worried: Onelog) -> None:
    assert worried.screen("moments").endswith(f"\n{AFTER}2 concerns and 2 private (--private shows them too).\n")


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("timeline", SECRETS),
        ("timeline --json", SECRETS),
        ("moments", SECRETS),
        ("search the --json", ("freeze", "pager", "疲れ")),
        ("show MEETING", ("freeze", "exhausted")),
        ("show MEETING --md", ("freeze", "exhausted")),
    ],
)
def test_with_private_all_of_it_is_there(
    worried: Onelog, ids: dict[str, str], command: str, shown: tuple[str, ...]
) -> None:
    done = worried.run(*words_of(command, ids), "--private")
    assert tuple(secret for secret in SECRETS if secret in told(done.out)) == shown
    assert AFTER not in done.err


@pytest.mark.parametrize(
    "command",
    ["moments --kind concern", "timeline --kind concern", "search the --kind concern", "show PAGER", "show PAGER --md"],
)
def test_who_asks_for_a_concern_alone_sees_it_on_a_terminal(worried: Onelog, ids: dict[str, str], command: str) -> None:
    words = words_of(command, ids)
    assert "pager" in worried.screen(*words)
    done = worried.run(*words, *([] if "--md" in words else ["--json"]))
    assert (told(done.out), told(done.err)) == ([], [])
    if "show" in words:
        assert (done.code, done.out) == (1, "")
        hint = f"{words[1]} is a concern, shown here with --private only.\n  onelog show {words[1]} --private\n"
        assert done.err == f"onelog: {hint}"
    else:
        assert done.err == f"{AFTER}2 concerns (--private shows them too).\n"
    assert "pager" in worried(*words, "--private")


def test_a_private_note_is_as_private_as_a_concern(worried: Onelog, ids: dict[str, str]) -> None:
    note = ids["PRIVATE"]
    assert f"{note} is a private note, shown here with --private only." in worried.fails("show", note)
    assert "exhausted" in worried.screen("show", note)
    assert told(worried.screen("moments", "--kind", "private")) == ["exhausted", "疲れ"]


def test_private_records_take_no_place_in_a_list_that_is_cut(demo: Onelog) -> None:
    for command in ("moments", "search the* --kind moment"):
        whole = demo.json(*command.split(), "--private", "--limit", "40")
        best = [one["id"] for one in whole if one["kind"] not in ("concern", "private")]
        assert len(best) < 40
        assert [one["id"] for one in demo.json(*command.split(), "--limit", "20")] == best[:20]


def test_what_the_keeper_writes_is_whole(onelog: Onelog) -> None:
    logged = onelog.json("log", "mia", "--new", "we met\nc: the freeze")
    assert [moment["text"] for moment in logged["moments"]] == ["the freeze"]
    seen = onelog.folder / "seen.md"
    onelog("edit", logged["id"], ONELOG_EDITOR=editor(onelog.folder, f'cp "$1" {seen}'))
    assert "the freeze" in seen.read_text(encoding="utf-8")


def editor(folder: Path, does: str) -> str:
    """An editor that does one thing with the file."""
    script = folder / "editor"
    script.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    script.chmod(0o700)
    return str(script)


def test_a_document_without_its_private_lines_takes_nothing_away_when_it_is_brought_back(onelog: Onelog) -> None:
    logged = onelog.json("log", "mia", "--new", "--on", "2026-11-12", "we met\nc: the freeze\nmore of it")
    part = onelog.folder / "part.md"
    part.write_text(onelog("show", logged["id"], "--md").replace("more of it", "less of it"), encoding="utf-8")
    onelog("import", str(part))
    after = onelog.json("show", logged["id"], "--private")
    assert "less of it" in after["notes"]
    assert [(moment["id"], moment["text"]) for moment in after["moments"]] == [
        (logged["moments"][0]["id"], "the freeze")
    ]


# --- open until settled


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A journal with one concern about Mia, of Sunday 1 November; and the concern's id."""
    made = Onelog(tmp_path_factory.mktemp("first"))
    made("people", "add", "Mia Tanaka")
    concern = made.json("concern", "the pager is with her alone", "--with", "mia", ONELOG_NOW="2026-11-01T09:00+09:00")
    return made.journal, concern["id"]


@pytest.fixture
def concern(onelog: Onelog, first: tuple[Path, str]) -> str:
    """The id of that concern, in a journal of this test's own."""
    onelog.journal.write_bytes(first[0].read_bytes())
    onelog.journal.chmod(0o600)
    return first[1]


@pytest.mark.parametrize(
    ("today", "language", "age"),
    [
        ("2026-11-01", "en", "open since today"),
        ("2026-11-02", "en", "open for 1 day"),
        ("2026-11-14", "ja", "13日前から未解決"),
        ("2026-11-15", "en", "open for 2 weeks"),
        ("2027-03-01", "en", "open for 4 months"),
        ("2026-11-01", "ja", "今日から未解決"),
    ],
)
def test_an_open_concern_says_its_age(onelog: Onelog, concern: str, today: str, language: str, age: str) -> None:
    now, config = f"{today}T18:00+09:00", settings(onelog, language)
    for words in ("moments --kind concern", f"show {concern}"):
        assert age in onelog.screen(words, columns=100, ONELOG_NOW=now, ONELOG_CONFIG=config)


def settings(onelog: Onelog, language: str) -> str:
    file = onelog.folder / "settings.toml"
    file.write_text(f'language = "{language}"\n', encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("on", "took"),
    [("2026-11-01", "on the same day"), ("2026-11-02", "after 1 day"), ("today", "after 3 weeks")],
)
def test_done_says_how_long_it_took(onelog: Onelog, concern: str, on: str, took: str) -> None:
    said = onelog.screen("done", concern, "--on", on, "--why", "two more people carry it")
    assert f"✓ Settled {concern}: the pager is with her alone" in said
    assert f"  settled {took} · onelog undo takes it back\n" in said
    assert took in onelog.screen("show", concern)


def test_a_concern_ends_neither_before_it_was_raised_nor_twice(onelog: Onelog, concern: str) -> None:
    before = onelog.fails("done", concern, "--on", "2026-10-31")
    assert f"{concern} was raised on 2026-11-01; it cannot end before that." in before
    onelog("done", concern)
    assert f"{concern} is resolved already (since 2026-11-22)." in onelog.fails("done", concern)
    onelog("reopen", concern)
    assert "open for 3 weeks" in onelog.screen("show", concern)


def test_open_concerns_come_first_and_the_newest_of_them_before_the_others(onelog: Onelog) -> None:
    made = [onelog.json("concern", f"worry {n}", ONELOG_NOW=f"2026-11-0{n}T09:00+09:00")["id"] for n in (1, 2, 3, 4)]
    onelog("done", made[3], made[1])
    found = onelog.json("moments --kind concern --private --limit 3")
    assert [moment["id"] for moment in found] == [made[2], made[0], made[3]]
    drawn = onelog.screen("moments --kind concern")
    assert sorted(made, key=drawn.index) == [made[2], made[0], made[3], made[1]]


# --- follow-ups


def test_what_follows_a_concern_up(onelog: Onelog, concern: str) -> None:
    follow = [
        "ask for a second one re:ID",
        "RE:ID: they said yes",
        "件re:IDについて話した",
        "(re:ID)",
        "re:ID re:zzzz re:ID",
    ]
    others = ["re:IDx is another", "are:ID", "re: ID", "ID", "re:zzzz", "6re:ID"]
    text = "\n".join(f"aha: {line}".replace("ID", concern) for line in (*follow, *others))
    onelog("log", "mia", text)
    after = onelog.json("show", concern, "--private")["follow_ups"]
    assert {hit["snippet"] for hit in after} == {line.replace("ID", concern) for line in follow}


def test_follow_ups_of_every_kind_stand_with_the_concern_oldest_first(onelog: Onelog, concern: str) -> None:
    onelog("goals", "add", "Ship the search", ONELOG_NOW="2026-11-02T09:00+09:00")
    said = (
        ("actions", "add", f"ask finance for a second phone re:{concern}", "--with", "mia"),
        (
            "log",
            "mia",
            f"a walk\n\nShe laughed when I asked. re:{concern}\nfire:{concern} re:{concern}x\nt: the phone re:{concern}",
        ),
        ("goals", "checkin", "ship", "slower now", f"re:{concern}"),
        ("concern", f"she will leave re:{concern}", "--with", "mia"),
        ("note", "mia", f"ask again re:{concern}"),
        ("decision", f"two phones because: re:{concern}"),
    )
    for day, words in enumerate(said, 2):
        onelog(*words, ONELOG_NOW=f"2026-11-0{day}T10:00+09:00")
    after = onelog.json("show", concern, "--private")["follow_ups"]
    assert [(hit["kind"], hit["at"][:10]) for hit in after] == [
        ("action", "2026-11-02"), ("meeting", "2026-11-03"), ("topic", "2026-11-03"), ("checkin", "2026-11-04"),
        ("concern", "2026-11-05"), ("meeting", "2026-11-06"), ("decision", "2026-11-07"),
    ]  # fmt: skip
    assert after[1]["snippet"] == f"She laughed when I asked. re:{concern}"
    piped = [one.split("\t")[:2] for one in onelog("show", concern, "--private").splitlines()]
    assert piped == [["concern", concern], *([hit["kind"], hit["id"]] for hit in after)]
    assert "with Mia · open for 3 weeks · 7 follow-ups" in onelog.screen("moments --kind concern", columns=120)


def test_only_what_stands_and_what_is_another_record_follows_up(onelog: Onelog, concern: str) -> None:
    onelog("edit", concern, ONELOG_EDITOR=editor(onelog.folder, f'sed -i "s/her alone/her alone re:{concern}/" "$1"'))
    onelog("aha", f"asking is enough re:{concern}")
    assert re.search(r"1\s.*follow-up\n", onelog.screen("moments --kind concern"), re.DOTALL)
    onelog("undo")
    shown = onelog.json("show", concern, "--private")
    assert (shown["text"], shown["follow_ups"]) == (f"the pager is with her alone re:{concern}", [])
    assert "follow-up" not in onelog.screen("moments --kind concern", columns=120)


WIDE = """\
the pager is with her alone                                         Concern ID##

With     Mia Tanaka
Said     Sun 1 Nov 2026 · 3 weeks ago · 09:00
Settled  open for 3 weeks

Follow-ups                                                                     2
✓ me      ask finance for a second phone re:ID##                 Mon 2 Nov  ACTN
Meeting   She laughed when I asked. re:ID##                      Tue 3 Nov  MEET
"""
NARROW = """\
the pager is with her alone                     Concern ID##

With     Mia Tanaka
Said     Sun 1 Nov 2026 · 3 weeks ago · 09:00
Settled  open for 3 weeks

Follow-ups                                                 2
✓ me      ask finance for a second phone     Mon 2 Nov  ACTN
          re:ID##
Meeting   She laughed when I asked. re:ID##  Tue 3 Nov  MEET
"""
JAPANESE = """\
the pager is with her alone                                            懸念 ID##

相手    Mia Tanaka
記録日  2026年11月1日(日) · 3週間前 · 09:00
解決    3週間前から未解決

その後の対応                                                                   2
✓ 自分  ask finance for a second phone re:ID##                 11月2日(月)  ACTN
1on1    She laughed when I asked. re:ID##                      11月3日(火)  MEET
"""


@pytest.mark.parametrize(("page", "columns", "language"), [(WIDE, 80, "en"), (NARROW, 60, "en"), (JAPANESE, 80, "ja")])
def test_a_concern_and_what_came_after_it(onelog: Onelog, concern: str, page: str, columns: int, language: str) -> None:
    asked = onelog.json(
        "actions", "add", f"ask finance for a second phone re:{concern}", ONELOG_NOW="2026-11-02T09:00+09:00"
    )
    onelog("done", asked["id"])
    met = onelog.json(
        "log", "mia", f"a walk\n\nShe laughed when I asked. re:{concern}", ONELOG_NOW="2026-11-03T09:00+09:00"
    )
    drawn = onelog.screen("show", concern, columns=columns, ONELOG_CONFIG=settings(onelog, language))
    assert drawn.replace(concern, "ID##").replace(asked["id"], "ACTN").replace(met["id"], "MEET") == page


# --- what happened to it


def test_history_says_what_happened_to_it_and_no_word_of_it(onelog: Onelog) -> None:
    concern = onelog.json("concern", "the pager is with her alone +calm", "--with", "mia")["id"]
    onelog("edit", concern, ONELOG_EDITOR="sed -i s/alone/again/")
    onelog("done", concern, "--why", "they take turns")
    lines = onelog.screen("history", concern).split("\n")
    said = [line.split(f"{concern}  ")[1] for line in lines if line.startswith(f"   {concern}  ")]
    assert said == ["moment: resolved 2026-11-22, outcome", "moment: text", "new concern"]
    assert lines[-2] == "Without the words of 1 concern (--private shows them)."
    shown = onelog.screen("history", concern, "--private")
    assert "the pager is with her alone" in shown
    assert "outcome they take turns" in shown
    assert "Without" not in shown


def test_its_words_in_the_change_log_are_null_in_json(onelog: Onelog) -> None:
    concern = onelog.json("concern", "the pager +calm", "--with", "mia")["id"]
    onelog("delete", concern)
    for words in (["history", concern], ["undo", "2"], ["redo", "2"]):
        done = onelog.run(*words, "--json")
        found = [part for change in json.loads(done.out) for part in change["records"] if part["id"] == concern]
        for fields in (part[side] for part in found for side in ("before", "after") if part[side]):
            assert (fields["kind"], fields["text"], fields["tags"] or None) == ("concern", None, None)
        assert done.err == "Without the words of 1 concern (--private shows them).\n"
    onelog("undo")
    assert "the pager" in onelog("history", concern, "--json", "--private")


def test_a_line_that_became_private_is_not_shown_as_it_was(onelog: Onelog) -> None:
    met = onelog.json("log", "mia", "we walked\nshe looks worn out\nand we laughed")["id"]
    onelog("edit", met, ONELOG_EDITOR="sed -i 's/^she looks/x: she looks/'")
    assert "worn out" not in onelog.screen("history", met)
    done = onelog.run("history", met, "--json")
    bodies = [part["after"]["body"] for change in json.loads(done.out) for part in change["records"]]
    assert bodies[-1] == "we walked\nand we laughed"
    assert done.err == "Without the words of 1 private (--private shows them).\n"
    assert "worn out" in onelog("history", met, "--json", "--private")


def test_what_was_a_concern_and_is_none_says_what_it_is(onelog: Onelog) -> None:
    met = onelog.json("log", "mia", "we walked\nc: the pager is hers")
    moment = met["moments"][0]["id"]
    onelog("edit", met["id"], ONELOG_EDITOR="sed -i 's/Concern:.. the pager is hers/Win:** the roster is fair/'")
    shown = onelog.screen("history", moment)
    assert "the roster is fair" in shown
    assert "pager" not in shown
