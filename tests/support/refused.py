"""What no import takes in: files that are no text, documents and exports that say what cannot be, and what is said of each."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

Json = dict[str, Any]


class Row(NamedTuple):
    """What is in a file, what the sentence says of it (the file's name is always in it), and the exit code."""

    about: str
    data: bytes | str
    says: str
    code: int = 3


def doc(front: str, text: str = "we met\n") -> str:
    return f"---\n{front}\n---\n\n{text}"


MEETING = doc("id: bbbb\nwith: Mia\nat: 2026-11-10T10:00+09:00")
BYTES = (
    Row("nothing", b"", "is empty"),
    Row("blanks", b" \n\t\n", "is empty"),
    Row("only a mark of UTF-8", b"\xef\xbb\xbf", "is empty"),
    Row("zeros", b"\0" * 5000, "line 1: this is not text"),
    Row("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not UTF-8 text (line 1)"),
    Row("a journal", b"SQLite format 3\0" + b"\x10\0\x01\x01" * 20, "line 1: this is not text"),
    Row("an archive", b"PK\x03\x04\x14\0\0\0\x08\0", "line 1: this is not text"),
    Row("another code page", "---\nwith: Mia\n---\n\nПривет\n".encode("cp1251"), "is not UTF-8 text (line 5)"),
    Row("Shift JIS", doc("with: Mia", "目標").encode("shift-jis"), "is not UTF-8 text (line 5)"),
    Row("UTF-16 that does not say so", doc("with: Mia").encode("utf-16-le"), "line 1: this is not text"),
    Row("UTF-16 that is cut", doc("with: Mia").encode("utf-16")[:-1], "is not UTF-8 text"),
    Row("half a character", doc("with: Mia").encode() + b"\xed\xa0\x80", "is not UTF-8 text (line 6)"),
    Row("a character that is cut", doc("with: Mia", "目標").encode()[:-1], "is not UTF-8 text (line 5)"),
    Row("NUL in a document", doc("with: Mia", "a\0b"), "line 5: this is not text"),
)
DOCUMENTS = (
    Row("no front matter", "just words\n", "line 1: This document does not say whom it is with", 1),
    Row("a table", "kind,id,uid\r\nmeeting,bbbb,x\r\n", "is a table, and nothing says what its columns are", 1),
    Row("JSON of another program", '{"version": 1, "people": []}', "looks like JSON, which onelog does not read", 1),
    Row("nobody", doc("id: bbbb\nat: 2026-11-10"), "line 1: This document does not say whom it is with", 1),
    Row("nobody in the second one", MEETING + "\n" + doc("id: cccc"), "line 9: This document does not say whom it is with", 1),
    Row("a name that cannot be", doc('with: "due:fri"\nat: 2026-11-10'), "line 1: 'due:fri' cannot be a name", 1),
    Row("a name of controls", doc('with: "a\\u001bb"\nat: 2026-11-10'), "line 1: 'a␛b' cannot be a name", 1),
    Row("me", doc("with: me\nat: 2026-11-10"), "line 1: 'me' already means something", 1),
    Row("a very long name", doc(f"with: {'x' * 500}\nat: 2026-11-10"), "line 1: A name has at most 100 characters", 1),
    Row("another kind", doc("kind: poem\nwith: Mia"), "line 1: there is no kind of document 'poem'"),
    Row("no day", doc("with: Mia\nat: someday"), "at: someday is not understood (line 3)"),
    Row("a day that is none", doc("with: Mia\nat: 2026-02-30"), "at: 2026-02-30 is not understood (line 3)"),
    Row("a day long ago", doc("with: Mia\nat: 1066-10-14"), "at: 1066-10-14 is not understood (line 3)"),
    Row("a day of the second one", MEETING + doc("with: Mia\nat: 2026-13-01"), "at: 2026-13-01 is not understood (line 10)"),
    Row("an id that is a path", doc("id: ../../etc/passwd\nwith: Mia"), "line 1: '../../etc/passwd' is not a onelog id"),
    Row("an id in capitals", doc("id: K7QF\nwith: Mia"), "line 1: 'K7QF' is not a onelog id"),
    Row("an id with a newline", doc('id: "bb\\nbb"\nwith: Mia'), "line 1: 'bb⏎bb' is not a onelog id"),
    Row("two that differ with one id", MEETING + MEETING.replace("we met", "or not"), "line 8: bbbb appears again"),
    Row("a person without a name", doc("kind: person\nalias: k", ""), "line 1: A person needs a name", 1),
    Row("a person with words", doc("kind: person\nname: Kim", "words"), "line 1: A person's document has no text", 1),
    Row("a person who is a poem", doc("kind: person\nname: Kim\nrelation: poem", ""), "line 1: There is no relation 'poem'"),
    Row("a person seldom met", doc("kind: person\nname: Kim\nevery: often", ""), "line 1: 'often' is not a cadence"),
    Row("a person of an unknown key", doc("kind: person\nname: Kim\nshoes: 42", ""), "line 1: The line 'shoes: 42' is not understood"),
    Row("a person since never", doc("kind: person\nname: Kim\nrelations: never manager", ""), "line 1: 'never' is not a day"),
    Row(
        "two people of one alias", doc("kind: person\nname: Kim\nalias: k", "") + doc("kind: person\nname: Max\nalias: K", ""),
        "line 7: 'K' is Kim's name or alias already", 1,
    ),
    Row("an alias that cannot be", doc('kind: person\nname: Mia\nalias: "@m"', ""), "line 1: '@m' cannot be a name", 1),
    Row("a new alias that cannot be", doc('kind: person\nname: Kim\nalias: "@m"', ""), "line 1: '@m' cannot be a name", 1),
    Row("a goal without a title", doc("kind: goal\nid: bbbb", ""), "line 1: A goal's document needs a title", 1),
    Row("a goal by never", doc("kind: goal\ntitle: x\nby: never", ""), "line 1: 'never' is not a day"),
    Row("a goal from few", doc("kind: goal\ntitle: x\nfrom: few", ""), "line 1: 'few' is not a number"),
    Row("a goal to NaN", doc("kind: goal\ntitle: x\nto: NaN", ""), "line 1: 'NaN' is not a number"),
    Row("a goal to 1e999", doc("kind: goal\ntitle: x\nto: 1e999", ""), "line 1: '1e999' is not a number"),
    Row("a goal of 360 digits", doc(f"kind: goal\ntitle: x\nto: 1{',000' * 120}", ""), "line 1: '1,000,000,000,000,000,000,000,000,000,00' is not a number"),
    Row("a goal that is lost", doc("kind: goal\ntitle: x\nstatus: lost", ""), "line 1: A goal cannot be 'lost'"),
    Row("a goal of an unknown key", doc("kind: goal\ntitle: x\nshoes: 42", ""), "line 1: The line 'shoes: 42' is not understood"),
    Row("a goal under nothing", doc("kind: goal\ntitle: x\nunder: zzzz", ""), "line 1: No goal fits 'zzzz'"),
    Row("a goal under itself", doc("kind: goal\nid: bbbb\ntitle: x\nunder: bbbb", ""), "line 1: bbbb would be under itself", 1),
    Row("nothing aside", doc("kind: aside", "words\n"), "line 1: A document of kind aside is one record", 1),
    Row("two aside", doc("kind: aside", "- **Aha:** x\n- **Aha:** y\n"), "line 1: A document of kind aside is one record", 1),
    Row("words beside an aside", doc("kind: aside", "words\n- **Aha:** x\n"), "line 1: A document of kind aside is one record", 1),
    Row("an aside of no day", doc("kind: aside\nat: never", "- **Aha:** x\n"), "at: never is not understood (line 3)"),
    Row("an aside of an unknown key", doc("kind: aside\nshoes: 42", "- **Aha:** x\n"), "line 1: The line 'shoes: 42' is not understood"),
)  # fmt: skip
TEXTS = (
    Row("no JSON", "[1, 2", "line 1 cannot be read"),
    Row("JSON with a comma too many", '{"onelog": 1,\n "people": [],\n}', "line 3 cannot be read"),
    Row("another program's JSON", '{"version": 3}', "is not an export of onelog"),
    Row("a list", "[1, 2]", "is not an export of onelog"),
    Row("a word", '"onelog"', "is not an export of onelog"),
    Row("null", "null", "is not an export of onelog"),
    Row("true for a version", '{"onelog": true}', "is not an export of onelog"),
    Row("a version with a point", '{"onelog": 1.0}', "is not an export of onelog"),
    Row("a newer version", '{"onelog": 2}', "is from a newer onelog"),
    Row("very deep nesting", '{"onelog": 1, "people": ' + "[" * 100_000, "it is nested too deeply"),
    Row("a very long number", '{"onelog": 1, "people": ' + "1" * 5000 + "}", "it cannot be read"),
    Row("a list that is none", '{"onelog": 1, "people": {}}', "people is not a list"),
    Row("a record that is none", '{"onelog": 1, "people": [3]}', "people, record 1: it is not a record"),
    Row("an unknown list", '{"onelog": 1, "poems": []}', "'poems' is not a list that this onelog knows"),
    Row("a list said twice", '{"onelog": 1, "people": [], "people": []}', "a key appears twice"),
    Row("a document that is no .md", MEETING, "line 1 cannot be read"),
    Row("NaN", '{"onelog": NaN}', "NaN is not a number"),
    Row("Infinity", '{"onelog": 1, "goals": [-Infinity]}', "-Infinity is not a number"),
)


def at(*path: str | int, to: Any) -> Callable[[Json], None]:
    """Puts something in a place of an export."""

    def change(book: Json) -> None:
        place: Any = book
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


def gone(*path: str | int) -> Callable[[Json], None]:
    def change(book: Json) -> None:
        place: Any = book
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


def again(group: str, **other: Any) -> Callable[[Json], None]:
    """One more of the first record of a list, with something else in it."""
    return lambda book: book[group].append({**deepcopy(book[group][0]), **other})


UID = "01a201a0-1c80-7001-916e-7f09b0d20000"
MET, ACT, GOAL, MIA = ("meetings", 0), ("meetings", 0, "actions", 0), ("goals", 0), ("people", 0)
SKIP, ANSWER = ("skips", 0), ("answers", 0)
CHANGES: tuple[tuple[str, Callable[[Json], None], str], ...] = (
    ("a meeting without its note", gone(*MET, "body"), "meetings, record 1: body is missing"),
    ("a meeting without an id", gone(*MET, "id"), "meetings, record 1: id is missing"),
    ("a meeting without a uid", gone(*MET, "uid"), "meetings, record 1: uid is missing"),
    ("a uid that is none", at(*MET, "uid", to="1"), "meetings, record 1: uid is not a UUID"),
    ("an id that is a path", at(*MET, "id", to="../x"), "meetings, record 1: id is not a onelog id"),
    ("an id that is a number", at(*MET, "id", to=4), "id is wrong"),
    ("a note that is a list", at(*MET, "body", to=["x"]), "meetings, record 1: body is wrong"),
    ("a note that is null", at(*MET, "body", to=None), "meetings, record 1: body is missing"),
    ("NUL in a note", at(*MET, "body", to="a\0b"), "NUL, or half a character"),
    ("half a character", at(*MET, "body", to="a\ud800b"), "NUL, or half a character"),
    ("a place for nothing", at(*MET, "body", to="- ^zzzz"), "body has a place for a record that is not there"),
    ("a meeting with nobody", at(*MET, "person", to=None), "meetings, record 1: person is missing"),
    ("a meeting with a stranger", at(*MET, "person", to="Zoe"), "person is 'Zoe', which this file does not have"),
    ("a meeting of no time", at(*MET, "at", to="soon"), "meetings, record 1: at is not a time"),
    ("a meeting of no offset", at(*MET, "at", to="2026-11-10T10:00:00"), "meetings, record 1: at is not a time"),
    ("a meeting of the year 1", at(*MET, "at", to="0001-01-01T00:00:00+14:00"), "meetings, record 1: at is not a time"),
    ("a meeting of the year 9999", at(*MET, "at", to="9999-12-31T23:00:00-12:00"), "meetings, record 1: at is not a time"),
    ("a meeting of no length", at(*MET, "minutes", to=0), "minutes goes from 1 to 1440"),
    ("a meeting of two days", at(*MET, "minutes", to=2880), "minutes goes from 1 to 1440"),
    ("a length that is a word", at(*MET, "minutes", to="45m"), "minutes is wrong"),
    ("a mood of true", at(*MET, "mood", to=True), "mood is wrong"),
    ("a mood of 9", at(*MET, "mood", to=9), "mood goes from 1 to 5"),
    ("a mode that is none", at(*MET, "mode", to="train"), "mode is none of video"),
    ("tags that are one", at(*MET, "tags", to="tag"), "tags is wrong"),
    ("a tag with a blank", at(*MET, "tags", to=["a b"]), "tags is wrong"),
    ("a tag twice", at(*MET, "tags", to=["a", "a"]), "tags has a value twice"),
    ("the end of a front matter", at(*MET, "extra", to="x: y\n---\nwith: Ben"), "extra holds the end of a front matter"),
    ("an unknown key", at(*MET, "shoes", to=42), "'shoes' is not a key that this onelog knows"),
    ("an unknown key of control", at(*MET, "\x1b[2J", to=42), "'␛[2J' is not a key that this onelog knows"),
    ("a meeting that is an action", at(*MET, "kind", to="action"), "kind is none of meeting"),
    ("actions that are none", at(*MET, "actions", to=[3]), "actions is wrong"),
    ("an action of another meeting", at(*ACT, "meeting", to="zzzz"), "meeting is not the one it stands in"),
    ("an action of nobody", at(*ACT, "owner", to="Zoe"), "owner is 'Zoe', which this file does not have"),
    ("an action for no goal", at(*ACT, "goal", to="zzzz"), "goal is 'zzzz', which this file does not have"),
    ("an action of no words", at(*ACT, "text", to=" "), "text is empty"),
    ("an action of two lines", at(*ACT, "text", to="a\nb"), "text has several lines"),
    ("a reason of two lines", at(*ACT, "why", to="a\n---\nwith: Ben"), "why has several lines"),
    ("an action that is maybe", at(*ACT, "status", to="maybe"), "status is none of open, done, dropped"),
    ("an action due never", at(*ACT, "due", to="never"), "due is not a day"),
    ("an action due 30 February", at(*ACT, "due", to="2026-02-30"), "due is not a day"),
    ("an action that never began", at(*ACT, "opened", to=None), "opened is missing"),
    ("a goal of infinite size", at(*GOAL, "target", to=10**400), "target is not a number that can be stored"),
    ("a goal that no column holds", at(*GOAL, "target", to=1e15), "target is not a number that can be stored"),
    ("a goal from a word", at(*GOAL, "start", to="0"), "start is wrong"),
    ("a goal under nothing", at(*GOAL, "parent", to="zzzz"), "parent is 'zzzz', which this file does not have"),
    ("a goal of two lines", at(*GOAL, "title", to="a\nb"), "title has several lines"),
    ("a check-in of another goal", at(*GOAL, "checkins", 0, "goal", to="zzzz"), "goal is not the one it stands with"),
    ("a person without a name", at(*MIA, "name", to=""), "people, record 1: name is empty"),
    ("a name that cannot be", at(*MIA, "name", to="@x"), "which this file does not have"),
    ("a person every so often", at(*MIA, "every", to="often"), "every is not a cadence"),
    ("a rule that is none", at(*MIA, "rule", to="FREQ=SECONDLY"), "rule is not a cadence"),
    ("a rule that nobody said", at(*MIA, "every", to=None), "every and rule do not go together"),
    ("a relation that is none", at(*MIA, "relation", to="boss"), "relation is none of manager"),
    ("a history of nothing", at(*MIA, "relations", to=[{"since": "2026-01-01"}]), "relation is missing"),
    ("an alias of two lines", at(*MIA, "alias", to="a\nb"), "alias has several lines"),
    ("an alias that cannot be", at(*MIA, "aliases", to=["m", "@m"]), "'@m' cannot be a name"),
    ("an alias that is not the first one", at(*MIA, "alias", to="k"), "alias is not the first of aliases"),
    ("aliases that are none", at(*MIA, "aliases", to=[1]), "aliases is wrong"),
    ("a person twice", again("people"), "people, record 3: name is another one's too"),
    ("a uid twice", again("people", name="Zoe", id="zzzz"), "its id or uid is another record's too"),
    ("an id twice", again("people", name="Zoe", uid=UID), "its id or uid is another record's too"),
    ("an alias twice", again("people", name="Zoe", id="zzzz", uid=UID, alias="m", aliases=["m"]), "people, record 3: its name or alias is another one's too"),
    ("a meeting twice", again("meetings"), "id is another one's too"),
    ("a skip of nobody", at(*SKIP, "person", to=None), "skips, record 1: person is missing"),
    ("a skip of a stranger", at(*SKIP, "person", to="Zoe"), "skips, record 1: person is 'Zoe', which this file does not have"),
    ("a skip of oneself", at(*SKIP, "person", to="me"), "skips, record 1: person is missing"),
    ("a skip that nobody said", at(*SKIP, "at", to=None), "skips, record 1: at is missing"),
    ("a skip due never", at(*SKIP, "due", to="never"), "skips, record 1: due is not a day"),
    ("a pause that ends as it begins", at(*SKIP, "until", to="2026-11-22"), "skips, record 1: until is not after at"),
    ("a skip without a reason", gone(*SKIP, "why"), "skips, record 1: why is missing"),
    ("a skip for two lines", at(*SKIP, "why", to="a\nb"), "skips, record 1: why has several lines"),
    ("a skip with words", at(*SKIP, "text", to="x"), "skips, record 1: 'text' is not a key that this onelog knows"),
    ("a skip that is an answer", at(*SKIP, "kind", to="answer"), "skips, record 1: kind is none of skip"),
    ("a skip twice", again("skips"), "skips, record 2: its id or uid is another record's too"),
    ("an answer to no warning", at(*ANSWER, "rule", to="weather"), "answers, record 1: rule is none of mood"),
    ("an answer about a stranger", at(*ANSWER, "about_uid", to=UID), "which this file does not have"),
    ("an answer about an id", at(*ANSWER, "about_uid", to="k7qf"), "answers, record 1: about_uid is not a UUID"),
    ("an answer about two", at(*ANSWER, "about", to="zzzz"), "about and about_uid are not of one record"),
    ("an answer about an answer", lambda book: book["answers"][0].update(about_uid=book["answers"][0]["uid"]), "which this file does not have"),
    ("an answer for ever", at(*ANSWER, "until", to=None), "answers, record 1: until is missing"),
    ("an answer for no time", at(*ANSWER, "until", to="2026-11-01"), "answers, record 1: until is not after at"),
    ("an answer of two lines", at(*ANSWER, "text", to="a\nb"), "answers, record 1: text has several lines"),
    ("an answer twice", again("answers"), "answers, record 2: its id or uid is another record's too"),
)  # fmt: skip
