"""A record as a line of a digest, and back: the line that its document has, whatever its words look like."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from onelog.core.model import Action, Checkin, Meeting, Moment, Ref, Topic
from onelog.formats.digest.escape import escape, unescape
from onelog.formats.digest.line_reading import read_line
from onelog.formats.digest.lines import InMeeting, LinePlace, write_line
from onelog.formats.digest.own_lines import is_only_ours
from onelog.markdown import document

WORDS = (
    "plain", "with — a dash", "a — done 9 Jul", "a — because b — due 3 Jul", "a → b", "a — done 9 Jul → b", "**Budget:** check", "**Aha:** x",
    "~~no~~ `<b>` <b>", "&mdash; &rarr;", "see ^k7qf", "\\^k7qf \\<b>", "\ue000 \ue001 \ue002", "#tag @mia due:fri why: x", "%%hidden%%", "3 — of 4",
    "期限 7月10日、完了", "a — 7月9日完了", " — ".join("abcdefghijklmnopqrstuvwxyz"), "x — because", "a — comes back every 4 weeks", "a — to give as praise", "a — next on 9 Jul", "a — 4週間ごとに戻る", "because", "— due 3 Jul",
)  # fmt: skip
MIA, SOMEBODY = Ref("Mia", "Mia"), Ref("X *y*: `z`", "X *y*: `z`")
AT = datetime.fromisoformat("2026-07-03T10:00+09:00")
MET = Meeting("", "", MIA, AT)
DAY, SOON, LATER = date(2026, 7, 3), date(2026, 7, 9), date(2027, 1, 5)


def records(words: str, other: str) -> Iterator[InMeeting]:
    """Records that say one thing in their words and another one behind."""
    yield Action("u", "k7qd", words, None, None, None, None, SOON, "open", DAY, None, other)
    yield Action("u", "k7qd", words, SOMEBODY, None, None, None, LATER, "open", SOON)
    yield Action("u", "k7qd", words, MIA, None, None, None, None, "done", DAY, SOON, other, (), words)
    yield Action("u", "k7qd", words, None, None, None, None, None, "dropped", DAY, LATER, None, (), other)
    yield Topic("u", "k7qd", words, None, None, DAY, "raised", SOON, other, (), words)
    yield Topic("u", "k7qd", words, None, None, SOON)
    yield Topic("u", "k7qd", words, None, None, SOON, why=other, rule="FREQ=WEEKLY;INTERVAL=4", next=LATER)
    yield Topic("u", "k7qd", words, None, None, SOON, why=other, becomes="praise")
    yield Topic("u", "k7qd", words, None, None, DAY, becomes="growth", rule="FREQ=MONTHLY", next=LATER)
    yield Topic("u", "k7qd", words, None, None, DAY, rule="FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO,-1FR")
    yield Topic("u", "k7qd", words, None, None, DAY, rule="FREQ=WEEKLY;BYDAY=MO;WKST=SU", next=SOON)
    yield Moment("u", "k7qd", "aha", words, other)
    yield Moment("u", "k7qd", "concern", words, other, None, None, MIA, MET.ref, None, SOON, (), other)
    yield Moment("u", "k7qd", "praise", words, other, MIA, None, MIA)
    yield Moment("u", "k7qd", "growth", words, None, None, SOMEBODY, MIA)
    yield Moment("u", "k7qd", "growth", words, None, SOMEBODY, MIA, MIA)
    for value in (None, 3.0, -0.5, 1_234_567.0):
        yield Checkin("u", "k7qd", Ref(words, "titled"), AT, value, other)


@pytest.mark.long
@pytest.mark.walk(15)
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("ids", [True, False])
@pytest.mark.parametrize("words", WORDS)
def test_a_line_is_read_back_as_the_line_that_its_document_has(language: str, ids: bool, words: str) -> None:
    titles = {word: word for word in WORDS}
    place = LinePlace(language, "Mia", DAY, date(2026, 11, 20), timedelta(hours=9), titles, ids)
    for other in WORDS:
        for record in records(words, other):
            line = write_line(record, place)
            found = read_line(line, place)
            assert found, line
            if isinstance(record, Checkin):
                assert isinstance(found.record, Checkin)
                assert found.record.goal.label == words
                found = found._replace(record=replace(found.record, goal=record.goal))
            wanted = document.line_of(replace(record, id=record.id if ids else ""), MET, "en", "- ")
            assert found.line(MET, first=False) == wanted, line


@pytest.mark.parametrize(
    ("line", "text", "outcome"),
    [
        ("- [x] send it — done 9 Jul → it sold", "send it", "it sold"),
        ("- [ ] send it — due 10 Jul → 12 Jul", "send it — due 10 Jul → 12 Jul", ""),
        ("- [ ] send it → 12 Jul", "send it → 12 Jul", ""),
        ("- **Topic:** pay — added 1 Jul → later", "pay — added 1 Jul → later", ""),
    ],
)
def test_what_stands_behind_an_arrow_came_of_what_has_ended_and_else_is_words(
    line: str, text: str, outcome: str
) -> None:
    found = read_line(line, LinePlace("en", "Mia", DAY, date(2026, 11, 20)))
    assert found
    assert (found.text, found.outcome) == (text, outcome)


NOTES = {
    "# a\n## b": "### a\n#### b", "#### d\n##### e\n###### f": "###### d\n######  e\n######   f", "> # q\n- # l": "> ### q\n- ### l",
    "Title\n===\nother\n---": "Title\n\\===\nother\n\\---", "a\n\n---\n\nb": "a\n\n---\n\nb", "---\nwith: x": "\\---\nwith: x",
    "```\n# code\n---": "```\n# code\n---\n````````", "```\n# code\n```": "```\n# code\n```", "- ```\n# out": "- \\```\n### out",
    "<div>\n`<b>` <http://x.org>": "\\<div>\n`<b>` <http://x.org>", "<!--": "\\<!--", "[x]: http://x.org": "[x\\]: http://x.org", "%%\nx\n%%": "\\%%\nx\n\\%%",
    "text\n\n    # code": "text\n\n    # code", "- x\n\n    # heading": "- x\n\n    ### heading", "- **Praise from Mia:** x": "- \\**Praise from Mia:** x",
    "\\<b> \\# x": "\\\\\\<b> \\# x", "* * *": "* * *", "::: note": "\\::: note",
}  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
def test_a_note_in_its_place_and_back(note: str) -> None:
    lines = note.split("\n")
    assert escape(lines, is_only_ours) == NOTES[note].split("\n")
    assert unescape(NOTES[note].split("\n"), is_only_ours) == lines
