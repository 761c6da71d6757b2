"""ask: a question that fits, was not asked lately, stays for the day, and is another one tomorrow."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog

from onelog.core.errors import Wrong
from onelog.core.model import RELATIONS, Person
from onelog.core.results.lessons import Question
from onelog.insight import resolve
from onelog.insight.talk import questions
from onelog.insight.talk.questions import BankEntry
from onelog.store.database import Store

pytestmark = pytest.mark.posix

TODAY = date(2026, 11, 22)
"""The day of the `onelog` fixture."""
ALL = questions.bank().entries
CLOSING = [
    entry for entry in ALL if entry.theme == "closing" and ("any" in entry.relations or "report" in entry.relations)
]


def asked(run: Onelog, *words: str, **env: str) -> list[Any]:
    """What `ask` answers, as JSON."""
    return list(run.json("ask", *words, **env))


def told(run: Onelog, *notes: tuple[str, str], who: str = "Ann Lee") -> None:
    """A report, and meetings with her: (day, note)."""
    run("people", "add", who, "--relation", "report")
    before = [(day, "we met") for day in ("2026-10-20", "2026-11-02", "2026-11-10")]  # she is not new
    documents = [f"---\nwith: {who}\nat: {day}T10:00+09:00\n---\n\n{note}\n" for day, note in [*before, *notes]]
    if documents:
        file = run.folder / "told.md"
        file.write_text("\n".join(documents), encoding="utf-8")
        run("import", str(file), "--people", f"{who}=new")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A journal that is not there yet."""
    with Store(tmp_path / "none.db") as opened:
        yield opened


EN, JA = CLOSING[0].en, CLOSING[0].ja


NOTES = {
    "as it is": EN,
    "Japanese": JA,
    "with an answer": f"- **{EN}** She said: the roster.",
    "capitals": EN.upper().replace(" ", "  ").removesuffix("?"),
    "wrapped": EN.replace(" ", "\n", 4),
    "folded": f"{JA[:7]}\n{JA[7:]}",
    "quoted": f"We had time.\n\n> {EN}\n\nNothing.",
    "full width": EN.translate({n: n + 0xFEE0 for n in range(0x21, 0x7F)}),
    "as a topic": f"t: {EN}",
    "beside a private note": f"x: nothing\n{JA}",
}
DAYS = {"2025-11-21": None, "2025-11-22": date(2025, 11, 22), "2025-11-23": date(2025, 11, 23), "2026-11-22": TODAY}
"""On which day a question was asked, and what is remembered of it on 22 November 2026."""


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A journal with one report for each of these, who was asked the question so, or then; and one who was not."""
    run = Onelog(tmp_path_factory.mktemp("asked"))
    notes = [*((form, "2026-09-01", note) for form, note in NOTES.items()), *((day, day, EN) for day in DAYS)]
    notes += [("nine", f"2026-09-0{k + 1}", f"What is the number of this question, {k}?") for k in range(9)]
    notes += [("twice", "2026-08-01", EN), ("twice", "2026-10-01", JA)]
    notes += [("again", "2026-08-01", JA), ("again", "2026-10-01", EN), ("again", "2026-07-01", EN)]
    documents = [f"---\nwith: {who}\nat: {day}\n---\n\n{note}\n" for who, day, note in [*notes, ("nobody", TODAY, "")]]
    (run.folder / "told.md").write_text("\n".join(documents), encoding="utf-8")
    whose = [word for who, *_ in notes for word in ("--people", f"{who}=new")]  # some are no names
    run("import", str(run.folder / "told.md"), *whose)
    with Store(run.journal) as opened:
        yield opened


def texts(found: list[Any]) -> list[str]:
    return [question["text"] for question in found]


# ── which ones fit


@pytest.mark.parametrize("relation", [*RELATIONS, None])
def test_questions_fit_the_relation(store: Store, relation: str | None) -> None:
    person = Person("p-1", "abcd", "Ann", relation=relation)
    found = questions.suggest(store, person, TODAY, n=999)
    expected = {entry.en for entry in ALL if {"any", relation} & set(entry.relations)}
    assert {question.text for question in found} == expected
    assert len(found) == len(expected)


def test_without_a_person_a_question_is_for_anybody(onelog: Onelog) -> None:
    found = asked(onelog, "--count", "999")
    assert {tuple(question["relations"]) for question in found} == {("any",)}
    assert {question["person"] for question in found} == {None}
    assert not onelog.journal.exists(), "asking is reading"


@pytest.mark.parametrize("word", ["closing", "clo", "CLOSING", "締めくくり", "締め"])
def test_a_theme_is_named_by_its_beginning_in_both_languages(onelog: Onelog, word: str) -> None:
    assert {question["theme"] for question in asked(onelog, "--about", word, "--count", "999")} == {"closing"}


def test_an_unknown_theme_names_those_there_are(onelog: Onelog) -> None:
    said = onelog.fails("ask --about weather", code=2)
    assert "There is no theme 'weather'." in said
    assert "opening, work, growth, career, feedback, wellbeing, team, remote, discovery, closing" in said


# ── the same all day, another one tomorrow


def test_every_question_comes_first_once_before_one_comes_first_again(store: Store) -> None:
    person = Person("p-1", "abcd", "Ann", relation="report")
    fitting = len(questions.suggest(store, person, TODAY, n=999))
    days = [TODAY + timedelta(days=n) for n in range(fitting)]
    first = [questions.suggest(store, person, day, n=1)[0].text for day in days]
    assert len(set(first)) == fitting
    assert fitting > 100


@pytest.mark.long
@pytest.mark.parametrize("n", range(1, 16))
def test_the_next_day_brings_another_one_however_many_there_are(store: Store, n: int, tmp_path: Path) -> None:
    own = tmp_path / "questions.txt"
    own.write_text(
        "# mine\n" + "".join(f"any | What is the number of this question, {k}?\n" for k in range(n)), encoding="utf-8"
    )
    first = [
        questions.suggest(store, None, TODAY + timedelta(days=k), n=1, about="mine", own=own)[0].text for k in range(n)
    ]
    assert len(set(first)) == n


def test_the_next_day_brings_another_one_of_those_not_asked(noted: Store, tmp_path: Path) -> None:
    """Nine of twelve were asked; the three that are left take turns."""
    own = tmp_path / "questions.txt"
    own.write_text(
        "# mine\n" + "".join(f"any | What is the number of this question, {k}?\n" for k in range(12)), encoding="utf-8"
    )
    person = resolve.person(noted, "nine")
    days = [TODAY + timedelta(days=n) for n in range(9)]
    first = [questions.suggest(noted, person, day, n=1, about="mine", own=own)[0] for day in days]
    assert {question.asked for question in first} == {None}
    assert len({question.text for question in first[:3]}) == 3
    assert first[3:6] == first[6:] == first[:3]


def test_people_have_an_order_of_their_own(store: Store) -> None:
    both = [questions.suggest(store, Person(uid, "abcd", "Ann"), TODAY, n=20) for uid in ("p-1", "p-2")]
    assert both[0] != both[1]


def test_a_question_stays_for_the_day(onelog: Onelog) -> None:
    told(onelog)
    morning, evening, tomorrow = (
        texts(asked(onelog, "ann", "--count", "3", ONELOG_NOW=now))
        for now in ("2026-11-22T06:00:00+09:00", "2026-11-22T23:00:00+09:00", "2026-11-23T06:00:00+09:00")
    )
    assert morning == evening
    assert not set(morning) & set(tomorrow)


def test_one_that_was_asked_today_makes_room_for_the_next(onelog: Onelog) -> None:
    told(onelog)
    before = texts(asked(onelog, "ann", "--count", "4"))
    onelog("log", "ann", before[1])
    assert texts(asked(onelog, "ann", "--count", "3")) == [before[0], *before[2:]]


# ── asked ones are remembered from the documents


def closing(store: Store, name: str) -> list[Question]:
    """All closing questions for a report of this name."""
    person = replace(resolve.person(store, name), relation="report")
    return questions.suggest(store, person, TODAY, n=99, about="closing")


@pytest.mark.parametrize("form", NOTES)
def test_a_question_in_a_note_counts_as_asked(noted: Store, form: str) -> None:
    found = closing(noted, form)
    assert [question.text for question in found if question.asked] == [EN]
    assert found[-1].text == EN, "those never asked come first"
    assert len(found) == len(CLOSING)


@pytest.mark.parametrize("who", ["twice", "again"])
def test_the_last_time_counts_in_whichever_language(noted: Store, who: str) -> None:
    assert [question.asked for question in closing(noted, who) if question.text == EN] == [date(2026, 10, 1)]


def test_what_was_noted_for_the_coming_meeting_counts_too(onelog: Onelog) -> None:
    told(onelog)
    first, second = texts(asked(onelog, "ann", "--count", "2"))
    onelog("note", "ann", first)
    assert texts(asked(onelog, "ann")) == [second]


def test_a_question_of_somebody_else_was_not_asked(noted: Store) -> None:
    assert {question.asked for question in closing(noted, "nobody")} == {None}


@pytest.mark.parametrize("day", DAYS)
def test_after_twelve_months_it_may_be_asked_again(noted: Store, day: str) -> None:
    assert [question.asked for question in closing(noted, day) if question.text == EN] == [DAYS[day]]


def test_when_all_were_asked_those_asked_longest_ago_come_first(onelog: Onelog) -> None:
    (onelog.folder / "questions.txt").write_text(
        "# mine\nany | 質問の一つ目は何でしょうか。\nreport | The second one?\nThe third one, at last?\n",
        encoding="utf-8",
    )
    config = onelog.folder / "config.toml"
    config.touch()
    onelog.env["ONELOG_CONFIG"] = str(config)
    told(
        onelog, ("2026-03-01", "The second one?\n\nThe third one, at last?"), ("2026-05-01", "質問の一つ目は何でしょうか。"),
        ("2026-06-01", "the third one at last"), ("2026-07-01", "What is the second one? We do not know."),
    )  # fmt: skip
    found = asked(onelog, "ann", "--about", "mine", "--count", "9")
    assert [(question["text"], question["asked"]) for question in found] == [
        ("質問の一つ目は何でしょうか。", "2026-05-01"),
        ("The third one, at last?", "2026-06-01"),
        ("The second one?", "2026-07-01"),
    ]


def test_a_short_question_is_only_itself(onelog: Onelog) -> None:
    config = onelog.folder / "config.toml"
    config.touch()
    onelog.env["ONELOG_CONFIG"] = str(config)
    (onelog.folder / "questions.txt").write_text("# mine\nWhy?\nHow so?\n", encoding="utf-8")
    told(onelog, ("2026-09-01", "I know why, and how, so we went on."), ("2026-09-08", "- How so?\n\nBecause."),
         ("2026-07-01", "How so?"))  # fmt: skip
    found = asked(onelog, "ann", "--about", "mine", "--count", "9")
    assert [(question["text"], question["asked"]) for question in found] == [("Why?", None), ("How so?", "2026-09-08")]


# ── parked for the next meeting


def test_a_question_is_parked_for_the_next_meeting_and_makes_room(onelog: Onelog) -> None:
    told(onelog)
    first, second = texts(asked(onelog, "ann", "--count", "2"))
    parked = onelog.json("ask", "ann", "--park")
    assert (parked["kind"], parked["text"], parked["person"], parked["status"]) == ("topic", first, "Ann Lee", "parked")
    assert texts(asked(onelog, "ann")) == [second]
    assert f"- **Topic:** {first}" in onelog("show", onelog.json("log", "ann", "we met")["id"], "--md")
    onelog("drop", parked["id"], "--why", "not now")
    assert texts(asked(onelog, "ann")) == [second], "one that I did not want to ask does not come back at once"
    onelog("undo 3")
    assert texts(asked(onelog, "ann")) == [first]


@pytest.mark.parametrize("words", ["ask --park", "ask ann --park --count 2", "ask ann --list --park"])
def test_one_question_is_parked_for_one_person(onelog: Onelog, words: str) -> None:
    told(onelog)
    assert "--park parks one question for one person." in onelog.fails(words, code=2)


# ── one's own questions

OWN = """\
## mine
any | What did the lake look like this morning? | 今朝の湖はどんな様子でしたか。
report| What do you want to show me?
Which bird was it?

# lakes | 湖
  peer manager | What lives in it? |

friend | What did we forget?
 | Who is it for?
any | | 空
any | one | 二 | 三
"""


def test_the_lines_of_a_bank_are_read_and_bad_ones_named() -> None:
    entries, themes, troubles = questions.read(OWN)
    assert entries == [
        BankEntry("own", ("any",), "What did the lake look like this morning?", "今朝の湖はどんな様子でしたか。"),
        BankEntry("own", ("report",), "What do you want to show me?", "What do you want to show me?"),
        BankEntry("own", ("any",), "Which bird was it?", "Which bird was it?"),
        BankEntry("lakes", ("peer", "manager"), "What lives in it?", "What lives in it?"),
    ]
    assert themes == {"lakes": "湖", "own": "自分の質問"}
    assert [line for line, _ in troubles] == [9, 10, 11, 12]
    assert "'friend' is not a relation" in troubles[0][1]


def test_own_questions_stand_beside_the_settings(onelog: Onelog) -> None:
    folder = onelog.folder / ".config" / "onelog"
    folder.mkdir(parents=True)
    (folder / "questions.txt").write_text(OWN, encoding="utf-8")
    done = onelog.run("ask", "--about", "own", "--count", "9", "--json")
    assert done.code == 0
    assert "Which bird was it?" in done.out
    assert [line.split("questions.txt, ")[1].split(":")[0] for line in done.err.splitlines()] == [
        "line 9", "line 10", "line 11", "line 12",
    ]  # fmt: skip
    themes = {theme["name"]: theme["n"] for theme in onelog.json("ask --list")}
    assert themes["own"] == 3
    assert themes["lakes"] == 1
    (folder / "config.toml").write_text('language = "ja"\n', encoding="utf-8")
    assert "今朝の湖はどんな様子でしたか。" in texts(asked(onelog, "--about", "自分", "--count", "9"))


def test_what_is_no_text_is_named_and_the_rest_is_read(onelog: Onelog) -> None:
    file = onelog.folder / "questions.txt"
    file.write_bytes(b"\xef\xbb\xbf# mine\nany | What is here?\nany | What is \xff\xfe this?\n")
    (onelog.folder / "config.toml").touch()
    onelog.env["ONELOG_CONFIG"] = str(onelog.folder / "config.toml")
    done = onelog.run("ask --about mine --count 9")
    assert done.out == "question\t\t\t\tWhat is here?\tmine\tany\n"
    assert done.err == f"{file}, line 3: this is not UTF-8 text.\n"
    file.unlink()
    file.mkdir()
    done = onelog.run("ask")
    assert done.code == 0
    assert done.err == f"{file} cannot be read: Is a directory.\n"


def test_a_question_that_both_banks_have_comes_once(tmp_path: Path) -> None:
    own = tmp_path / "questions.txt"
    own.write_text(f"# mine\nany | {EN.upper()}\n", encoding="utf-8")
    entries = questions.bank(own).entries
    assert len(entries) == len(ALL)
    assert BankEntry("mine", ("any",), EN.upper(), EN.upper()) in entries


def test_hostile_words_in_own_questions_do_no_harm(onelog: Onelog) -> None:
    (onelog.folder / "config.toml").touch()
    onelog.env["ONELOG_CONFIG"] = str(onelog.folder / "config.toml")
    (onelog.folder / "questions.txt").write_text(
        "# mine\nany | What \x1b[31mred\x1b[0m {n} [b]%s\u202e?\n", encoding="utf-8"
    )
    drawn = onelog.screen("ask --about mine")
    assert "What ␛[31mred␛[0m {n} [b]%s\\u202e?" in drawn
    assert "\x1b" not in drawn
    told(onelog)
    onelog("ask ann --about mine --park")
    assert asked(onelog, "ann", "--about", "mine")[0]["asked"] == "2026-11-22"


def test_an_unknown_theme_is_refused_where_prep_asks(store: Store) -> None:
    with pytest.raises(Wrong):
        questions.suggest(store, None, TODAY, about="weather")


# ── how it looks


def test_a_question_on_a_terminal(demo: Onelog) -> None:
    first = asked(demo, "aiko", "--about", "team")[0]["text"]
    assert demo.screen("ask aiko --about team") == f"{first}\n  team · not asked in the last 12 months\n"
    demo("log", "aiko", "on:2026-11-19", first)
    last = demo.screen("ask aiko --about team --count 99").split("\n")
    assert last[-3:] == [first, "  team · asked yesterday", ""]
    demo.env["ONELOG_CONFIG"] = str(demo.folder / "ja.toml")
    (demo.folder / "ja.toml").write_text('language = "ja"\n', encoding="utf-8")
    last = demo.screen("ask aiko --about team --count 99", columns=60).split("\n")
    assert last[-2:] == ["  チーム · 昨日聞いた", ""]


def test_a_question_in_a_pipe(demo: Onelog) -> None:
    question = asked(demo, "aiko")[0]
    fields = ["question", "", "", "Aiko Sato", question["text"], question["theme"], " ".join(question["relations"])]
    assert demo("ask aiko") == "\t".join(fields) + "\n"


def test_the_themes_with_their_counts(demo: Onelog) -> None:
    drawn = demo.screen("ask --list").split("\n")
    assert drawn[0] == f"opening    {sum(entry.theme == 'opening' for entry in ALL)} questions"
    assert drawn[-2] == "onelog ask --about THEME asks one of a theme."
    assert len(drawn) == 13
    demo("log", "aiko", CLOSING[0].en)
    theme = demo.json("ask aiko --list")[-1]
    assert theme == {
        "kind": "theme", "name": "closing", "title": "closing", "n": len(CLOSING), "asked": 1, "person": "Aiko Sato"
    }  # fmt: skip
    assert demo.screen("ask aiko --list").split("\n")[9] == f"closing    {len(CLOSING)} questions · 1 asked lately"


def test_its_numbers_explain_themselves(onelog: Onelog) -> None:
    assert [row["name"] for row in onelog.json("ask --explain")] == ["questions", "asked", "ask-state", "away"]
