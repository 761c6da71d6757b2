"""Whatever an editor, a formatter or a hurry does to the lines of a document: each record stays the one it was."""

import re
import textwrap
from collections.abc import Callable
from datetime import timedelta

import pytest
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import BEGIN, empty

from onelog.core.kinds import Record
from onelog.core.model import Meeting, Moment
from onelog.core.selection import Selection
from onelog.journal import edit, follow_up, goals, log, people
from onelog.journal.imports import import_documents
from onelog.markdown import entities
from onelog.markdown.document import Fields
from onelog.store import changelog, meetings, records
from onelog.store.database import Store

NOTE = """talked about the move of the ads team to the second floor
a: draft the plan for the whole of the next year due:fri why: the board meets on the first of December
under it a remark that stays a remark
p: explained the numbers so that everybody at the table understood them #clarity
aha: a small team decides faster than a large one because: we were two
a: 来年の計画を書いて、田中さんに見てもらう why: 役員会があるから
t: the salary round
x: tired today

and a last paragraph"""


def met(store: Store, text: str = NOTE) -> Meeting:
    return log.log_meeting(store, "mia", text, BEGIN).meeting


def said(store: Store, meeting: Meeting) -> dict[str, str]:
    """The words of each record by its id."""
    found = meetings.by_uid(store, meeting.uid)
    assert found
    inside: list[Record] = [*found.actions, *found.moments, *found.topics, *found.checkins]
    return {
        one.id: f"{getattr(one, 'text', '')}|{getattr(one, 'why', None) or getattr(one, 'because', None)}"
        for one in inside
    }


def edited(store: Store, id_: str, change: Callable[[str], str], language: str = "en") -> None:
    record = records.by_id(store, id_)
    before = entities.write(record, language, blanks=True)
    text = change(before)
    assert text != before
    assert edit.gone_from(records.by_id(store, id_), text, BEGIN) == []
    edit.apply_edit(store, record, text, BEGIN, lambda _: True, before=before, language=language)


def test_feedback_whose_direction_is_taken_out_of_its_line_keeps_it() -> None:
    with empty() as store:
        people.add_person(store, "Mia", BEGIN, relation="report")
        (praise,) = met(store, "p: clear talk").moments
        edited(store, praise.id, lambda text: text.replace("clear talk to:them", "a clear talk"))
        found = records.by_id(store, praise.id)
        assert isinstance(found, Moment)
        assert (found.text, found.giver, found.receiver) == ("a clear talk", None, praise.receiver)


# --- formatters ------------------------------------------------------------------------------------------------------


def body_changed(change: Callable[[list[str]], list[str]]) -> Callable[[str], str]:
    """A change of what stands under the front matter."""

    def changed(document: str) -> str:
        head, body = document.split("\n---\n", 1)
        return "\n".join([head, "---", *change(body.split("\n"))])

    return changed


def wrapped(width: int, indent: str) -> Callable[[list[str]], list[str]]:
    def change(lines: list[str]) -> list[str]:
        return [
            part
            for line in lines
            for part in (
                textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
                or [""]
            )
        ]

    return change


def with_marks(mark: str) -> Callable[[list[str]], list[str]]:
    return lambda lines: [re.sub(r"^- ", mark, line) for line in lines]


def unboxed(mark: str) -> Callable[[list[str]], list[str]]:
    return lambda lines: [re.sub(r"^- (\[ \] )?", mark, line) for line in lines]


def numbered(lines: list[str]) -> list[str]:
    return [re.sub(r"^- ", f"{n}. ", line) for n, line in enumerate(lines, 1)]


def apart(lines: list[str]) -> list[str]:
    return [one for line in lines for one in ([line, ""] if line.startswith("- ") else [line])]


def with_ends(end: str) -> Callable[[list[str]], list[str]]:
    return lambda lines: [line + end for line in lines]


def filled(lines: list[str]) -> list[str]:
    """As `fmt` does: lines that follow one another become one paragraph."""
    paragraphs = "\n".join(lines).split("\n\n")
    out = []
    for paragraph in paragraphs:
        listed = [line for line in paragraph.split("\n") if line.startswith("- ")]
        rest = [line for line in paragraph.split("\n") if not line.startswith("- ")]
        out += [*textwrap.wrap(" ".join(rest), 60), *textwrap.wrap(" ".join(listed), 60, break_long_words=False), ""]
    return out


FORMATTERS = {
    "wrapped, indented": wrapped(60, "  "),
    "wrapped at the margin": wrapped(48, ""),
    "wrapped to nothing": wrapped(12, "    "),
    "stars": with_marks("* "),
    "pluses, indented": with_marks("  +   "),
    "numbers": numbered,
    "blank lines between": apart,
    "two blanks at the ends": with_ends("  "),
    "no-break blanks at the ends": with_ends("\u00a0"),
    "all of it": lambda lines: with_ends(" ")(apart(with_marks("*   ")(lines))),
    "filled": filled,
    "Japanese dots": with_marks("・"),
    "squares": with_marks("■"),
    "no marks": with_marks(""),
    "dots for boxes": unboxed("・"),
    "squares for boxes": unboxed("■ "),
    "squares as a screen draws them": unboxed("□ "),
    "boxes as a screen draws them": lambda lines: [re.sub(r"^- \[ \] ", "☐ ", line) for line in lines],
    "dashes alone": unboxed("- "),
    "numbers for boxes": unboxed("１．"),
    "boxes and marks gone": unboxed(""),
    "set in, without marks": unboxed("\u3000"),
    "labels gone too": lambda lines: [re.sub(r"^- (\[.\]|\*\*[^*]+\*\*) ", "・", line) for line in lines],
}


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("formatter", FORMATTERS.values(), ids=FORMATTERS.keys())
def test_a_formatter_leaves_every_record_what_it_was(
    formatter: Callable[[list[str]], list[str]], language: str
) -> None:
    with empty() as store:
        meeting = met(store)
        before = said(store, meeting)
        assert len(before) == 6
        edited(store, meeting.id, body_changed(formatter), language)
        assert said(store, meeting) == before


def test_escapes_of_a_formatter_are_no_words() -> None:
    with empty() as store:
        meeting = met(store, "words\na: read snake_case and 2 * 3 [draft] why: so_far\n- [ ] two")
        before = said(store, meeting)
        edited(store, meeting.id, lambda text: re.sub(r"(?<=\w)([_*])(?=\w)|(?<= )(\*)(?= )", r"\\\1\2", text))
        assert said(store, meeting) == before


plain_words = st.lists(
    st.sampled_from(["the", "plan", "of", "next", "year", "計画", "書く。", "a-b", "x", "(so)", "call", "Bob", "2026"]),
    min_size=1,
    max_size=25,
).map(" ".join)


@given(
    st.lists(plain_words, min_size=1, max_size=5),
    st.sampled_from(["a: ", "aha: ", "t: ", "p: ", "x: "]),
    st.integers(24, 90),
    st.sampled_from(["", "  ", "\t"]),
)
@settings(max_examples=examples(120))
def test_a_document_that_was_wrapped_anywhere_has_the_same_records(
    texts: list[str], label: str, width: int, indent: str
) -> None:
    with empty() as store:
        meeting = met(store, "\n".join(["words before", *(label + text for text in texts)]))
        before = said(store, meeting)
        document = entities.write(records.by_id(store, meeting.id), blanks=True)
        text = body_changed(wrapped(width, indent))(document)
        edit.apply_edit(store, meeting, text, BEGIN, before=document)
        bare = {id_: words.replace(" ", "") for id_, words in before.items()}
        assert {id_: words.replace(" ", "") for id_, words in said(store, meeting).items()} == bare
        assert re.fullmatch(r"words before( *)", meetings.newest(store)[0].body.split("\n")[0])


# --- other list marks ------------------------------------------------------------------------------------------------

LISTED = "メモ\n【ネクストアクション】\n・表を作る 期限：2026-03-06\n・図を描く why: 見せる\n\n決定事項：\n- 来月から\n- 場所は五階\n\nあと"


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("mark", ["・", "■", "●", "□ ", "☐ ", "☑ ", "* ", "1. ", "１．", "", "\u3000", "\t- "])
def test_another_mark_leaves_sections_their_headings_and_records_their_words(mark: str, language: str) -> None:
    with empty() as store:
        meeting = met(store, LISTED)
        before, body = said(store, meeting), meetings.newest(store)[0].body
        assert len(before) == 4
        old = r"^- \[ \] " if mark in ("☐ ", "☑ ") else r"^- (\[ \]|\*\*[^*]+\*\*) "
        edited(
            store,
            meeting.id,
            body_changed(lambda lines: [re.sub(old, mark, line) for line in lines]),
            language,
        )
        assert said(store, meeting) == before
        after = meetings.newest(store)[0]
        assert [line.lstrip() for line in after.body.split("\n")] == body.split("\n")
        assert [(one.due is None, one.status) for one in after.actions] == [
            (one.due is None, "done" if mark == "☑ " else "open") for one in meeting.actions
        ]


REWRITTEN = {
    "・新しい表を作る ^{id}": "新しい表を作る",
    "表を直す ^{id}": "表を直す",
    "[x] 表を作る ^{id}": "表を作る",
    "別の言葉 ^{id}": "別の言葉",
    "・表を作る ^{id} と送る": "表を作ると送る",
}


@pytest.mark.parametrize(("line", "words"), REWRITTEN.items())
def test_words_that_were_changed_with_the_mark_are_the_record_s(line: str, words: str) -> None:
    with empty() as store:
        meeting = met(store, "【ネクストアクション】\n・表を作る\n・図を描く")
        first, second = meeting.actions
        edited(store, meeting.id, lambda text: re.sub(r"(?m)^.*\^" + first.id + "$", line.format(id=first.id), text))
        assert said(store, meeting) == {first.id: f"{words}|None", second.id: "図を描く|None"}
        assert meetings.newest(store)[0].body == f"【ネクストアクション】\n- ^{first.id}\n- ^{second.id}"


def test_a_heading_that_was_changed_with_the_marks_stays() -> None:
    with empty() as store:
        meeting = met(store, "【ネクストアクション】\n・表を作る\n・図を描く")
        before = said(store, meeting)
        edited(
            store,
            meeting.id,
            lambda text: re.sub(r"(?m)^- \[ \] ", "", text.replace("【ネクストアクション】", "ネクストアクション：")),
        )
        assert said(store, meeting) == before
        assert meetings.newest(store)[0].body.startswith("ネクストアクション：\n- ^")


def test_a_note_that_names_a_record_which_stands_elsewhere_stays_a_note() -> None:
    with empty() as store:
        meeting = met(store, "note\na: draft it")
        (action,) = meeting.actions
        edited(store, meeting.id, lambda text: text.replace("note\n", f"note, see ^{action.id}\n"))
        assert said(store, meeting) == {action.id: "draft it|None"}
        assert meetings.newest(store)[0].body == f"note, see ^{action.id}\n- ^{action.id}"


# --- words behind the id ---------------------------------------------------------------------------------------------

BEHIND = {
    " and send it": " and send it", ".": " .", ", then rest": " , then rest", "  ": "", " ^": " ^", "、送る": " 、送る", "\tsoon": " soon",
    " and send it\n  to all of them": " and send it to all of them",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "words"), BEHIND.items())
def test_words_that_were_typed_behind_an_id_are_its_record_s(typed: str, words: str) -> None:
    with empty() as store:
        meeting = met(store, "note\na: draft it\na: call Bob\n\nthe end")
        first, second = meeting.actions
        if words:
            edited(store, meeting.id, lambda text: text.replace(f"^{first.id}", f"^{first.id}{typed}"))
        assert said(store, meeting) == {first.id: f"draft it{words}|None", second.id: "call Bob|None"}
        assert meetings.newest(store)[0].body == f"note\n- ^{first.id}\n- ^{second.id}\n\nthe end"


KEYS = {
    " due:2026-12-01": ("due", "2026-12-01"),
    " why: it pays": ("why", "it pays"),
    " @ben": ("owner", "ben"),
    " #tag": ("tags", "('tag',)"),
}


@pytest.mark.parametrize(("typed", "field"), KEYS.items())
def test_keys_that_were_typed_behind_an_id_are_read(typed: str, field: tuple[str, str]) -> None:
    with empty() as store:
        people.add_person(store, "ben", BEGIN)
        action = met(store, "note\na: draft it").actions[0]
        edited(store, meetings.newest(store)[0].id, lambda text: text.replace(f"^{action.id}", f"^{action.id}{typed}"))
        found = getattr(meetings.newest(store)[0].actions[0], field[0])
        assert str(getattr(found, "label", found)) == field[1]


def test_another_record_s_id_in_the_words_is_a_word() -> None:
    with empty() as store:
        meeting = met(store, "note\na: draft it\na: call Bob")
        first, second = meeting.actions
        edited(store, meeting.id, lambda text: text.replace("call Bob", f"call Bob, see ^{first.id} for more"))
        edited(store, meeting.id, lambda text: text + f"- [ ] a third after ^{second.id} and ^{first.id} too\n")
        words = list(said(store, meeting).values())
        assert words == [
            "draft it|None",
            f"call Bob, see ^{first.id} for more|None",
            f"a third after ^{second.id} and ^{first.id} too|None",
        ]


def test_a_remark_under_a_record_stays_a_remark() -> None:
    with empty() as store:
        meeting = met(store, "note\na: draft it")
        action = meeting.actions[0]
        edited(store, meeting.id, lambda text: f"{text}  a remark\n  another one\n")
        edited(store, meeting.id, lambda text: text.replace(f"^{action.id}", f"^{action.id} now"))
        edited(store, meeting.id, lambda text: text.replace("  a remark", "  a new remark\n  a remark"))
        assert said(store, meeting) == {action.id: "draft it now|None"}
        assert meetings.newest(store)[0].body.endswith("  a new remark\n  a remark\n  another one")


# --- other documents -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [
    lambda text: text.replace(" words of ", "\n  words of "),
    lambda text: re.sub(r"(\^\w{4})", r"\1 and more", text),
    lambda text: re.sub(r"^- ", "* ", text, flags=re.MULTILINE).replace(" a look", "\na look"),
])  # fmt: skip
def test_check_ins_of_a_goal_stay_what_they_were(change: Callable[[str], str]) -> None:
    with empty() as store:
        goal = goals.add(store, "mau", BEGIN).records[0]
        for n in range(2):
            follow_up.check_in(store, goal.id, float(n), f"{n}th words of a look", BEGIN - timedelta(days=2 - n))
        before = {c.id: c.value for c in records.by_id(store, goal.id).checkins}  # type: ignore[union-attr]
        edited(store, goal.id, change)
        after = records.by_id(store, goal.id).checkins  # type: ignore[union-attr]
        assert {c.id: c.value for c in after} == before
        more = " and more" if " and more" in after[0].text else ""
        assert [c.text for c in after] == [f"{n}th words of a look{more}" for n in range(2)]


@pytest.mark.parametrize("change", [
    lambda text: text.replace("team ", "team\n  "), lambda text: re.sub(r"(\^\w{4})", r"\1 than large ones", text),
])  # fmt: skip
def test_a_record_outside_any_meeting_stays_the_one_it_was(change: Callable[[str], str]) -> None:
    with empty() as store:
        aha = follow_up.add(store, "aha", "a small team decides faster because: we were two", BEGIN).records[0]
        edited(store, aha.id, change)
        (found,) = records.moments(store, Selection(private=True))
        assert (found.id, found.text) == (aha.id, "a small team decides faster")
        assert str(found.because).startswith("we were two")


def test_an_export_that_was_wrapped_comes_into_another_journal_whole() -> None:
    with empty() as store:
        meeting = met(store)
        before = said(store, meeting)
        text = body_changed(wrapped(40, "  "))(entities.write(records.by_id(store, meeting.id)))
        with empty() as other:
            import_documents.documents(other, [import_documents.IncomingDocument("a.md", 1, text)], BEGIN)
            assert said(other, meetings.newest(other)[0]) == before


# --- a backslash of ours ---------------------------------------------------------------------------------------------

CORRECTED = {
    "a day": ("a: call due:blub", r"\due:blub", r"\due:2026-12-01", lambda m: str(m.actions[0].due), "2026-12-01"),
    "an owner": ("a: call @mai", r"\@mai", r"\@mia", lambda m: m.actions[0].owner.label, "mia"),
    "a goal": ("g: zebra 5 wrote it", r"\g: zebra", r"\g: mau", lambda m: m.checkins[0].value, 5.0),
    "a goal of an action": ("a: call goal:zebra", r"\goal:zebra", r"\goal:mau", lambda m: bool(m.actions[0].goal), True),
    "a label alone": ("a:\n\nwords", "\n\na:\n", "\n\na: draft it\n", lambda m: m.actions[0].text, "draft it"),
    "a field": ("words mood:4 len:long", r"\len:long", r"\len:45m", lambda m: m.minutes, 45),
    "when it was": ("words on:blub", r"\on:blub", r"\on:2026-11-20", lambda m: str(m.at.date()), "2026-11-20"),
}  # fmt: skip


@pytest.mark.parametrize("row", CORRECTED.values(), ids=CORRECTED.keys())
def test_a_backslash_of_ours_goes_with_the_correction(
    row: tuple[str, str, str, Callable[[Meeting], object], object],
) -> None:
    text, old, new, look, expected = row
    with empty() as store:
        goals.add(store, "mau to a million", BEGIN)
        meeting = log.log_meeting(
            store, "mia", f"we met\n\n{text}" if "mood" not in text and "on:" not in text else text, BEGIN, Fields()
        ).meeting
        assert old in entities.write(records.by_id(store, meeting.id))
        edited(store, meeting.id, lambda document: document.replace(old, new))
        found = meetings.newest(store)[0]
        assert look(found) == expected
        assert "\\" not in entities.write(found)


@pytest.mark.parametrize("words", [r"\a: is no action", r"\@mia is text", r"\#tag is text", r"\due:fri is text"])
def test_a_backslash_of_somebody_s_own_stays(words: str) -> None:
    with empty() as store:
        meeting = met(store, f"we met\n\n{words}\na: call \\@mia \\due:fri is text\n\nthe end")
        edited(store, meeting.id, lambda text: text.replace("is ", "is really "))
        found = meetings.newest(store)[0]
        assert (found.moments, found.tags, found.actions[0].due, found.actions[0].owner) == ((), (), None, None)
        n = changelog.count(store)
        edit.apply_edit(store, found, entities.write(found, blanks=True), BEGIN)
        assert changelog.count(store) == n


def test_a_document_of_which_all_lines_were_taken_out_takes_nothing_away() -> None:
    with empty() as store:
        meeting = met(store)
        before = said(store, meeting)
        edit.apply_edit(store, meeting, entities.write(meeting, blanks=True).partition("\n---\n")[0] + "\n---\n", BEGIN)
        assert said(store, meeting) == before
