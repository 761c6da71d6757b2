"""Signs that nobody sees, as pastes bring them, beside what is read: they hide nothing, in any door."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.markdown.body import Note
from onelog.markdown.grammar import Place, guarded, plain
from onelog.markdown.parsed import Item
from onelog.markdown.parsing.parse import read

NOW = datetime.fromisoformat("2026-11-22T14:00:00+09:00")

SIGNS = {
    "blank without width": "\u200b",
    "joiner": "\u200d",
    "mark of direction": "\u200e",
    "embedding": "\u202a",
    "isolate": "\u2068",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\xad",
}
HEAD = "---\nwith: Mia Weber\nat: 2026-11-21T10:00+09:00\n---\n"
DOORS = {"document": HEAD, "typed": ""}
FRONT = [
    "~---\nwith: Mia Weber\nat: 2026-11-21T10:00+09:00\n---\n",
    "---~\nwith: Mia Weber\nat: 2026-11-21T10:00+09:00\n~---~\n",
    "---\n~with: Mia Weber\n~at: 2026-11-21T10:00+09:00\n---\n",
    "---\nwith~: Mia Weber\nat:~ 2026-11-21T10:00+09:00\n---\n",
    "---\nwith: ~Mia Weber~\nat: ~2026-~11-21T10:00+09:00~\n---\n",
]
"""Front matter; `~` stands for the sign."""
LINES = [
    "- ~a: send",
    "- a~: send",
    "- a:~ send",
    "宿題~：send",
    "宿題:~ send",
    "- ~**Action:** send",
    "- **~Action~:~**~ send",
    "- ~[ ] send",
    "-~ [ ] send",
    "- [~ ] send",
    "- [ ]~ send",
    "~## Action items\n- send",
    "## ~Action items~\n- send",
    "##~ Action items\n- send",
    "## Action ~items\n~- send",
    "■~宿題~\n・send",
    "【~宿題~】~\n・send",
    "Action items~:~\n- send",
]
"""Lines of a document that are one action."""
ENDS = [
    "~due:fri",
    "due~:fri",
    "due:~fri",
    "due:fri~",
    "due:~ fri",
    "due:2026-~11-~27",
    "due:~11~月~27~日",
    "~期限：11/27~",
]
"""What stands behind it; each is the same day."""


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("front", FRONT)
def test_front_matter_is_read(front: str, sign: str) -> None:
    draft = read(front.replace("~", sign) + "- [ ] send", NOW)
    assert (draft.fields.person, draft.fields.at, draft.extra) == ("Mia Weber", NOW.replace(day=21, hour=10), "")
    assert [one.text for one in draft.lines] == ["send"]


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("door", DOORS)
def test_no_record_is_hidden(door: str, sign: str) -> None:
    for line in LINES:
        (item,) = read(DOORS[door] + line.replace("~", sign), NOW, typed=door == "typed").lines[line.count("\n") :]
        assert isinstance(item, Item), line
        assert (item.kind, item.text.strip(sign)) == ("action", "send"), line


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("door", DOORS)
def test_no_key_and_no_day_is_hidden(door: str, sign: str) -> None:
    for end in ENDS:
        text = f"{DOORS[door]}- [ ] send {end.replace('~', sign)}"
        (item,) = read(text, NOW, typed=door == "typed").lines
        assert isinstance(item, Item), end
        assert (item.text, item.days) == ("send", {"due": date(2026, 11, 27)}), end


def test_a_record_with_an_id_stays_as_it_was_written() -> None:
    (item,) = read(f"{HEAD}- **Aha:** \u200fשלום\u200f \u200bdue:\u200bfri ^k7qf", NOW).lines
    assert item.text == "\u200fשלום\u200f \u200bdue:\u200bfri"


_BETWEEN = st.lists(st.sampled_from(("", "\\", " ", *SIGNS.values())), max_size=3).map("".join)
_NOTES = st.builds(
    lambda line, between, begin: begin + line.replace("~", between),
    st.sampled_from([line for line in LINES if "\n" not in line]),
    _BETWEEN,
    _BETWEEN,
)


@given(_NOTES, st.booleans())
def test_a_note_that_would_be_a_record_without_them_stays_a_note(line: str, first: bool) -> None:
    place = Place("note", first)
    assert plain(guarded(line, place), place) == line
    found = read(f"{HEAD}words\n\n{guarded(line, Place('note'))}\n\nwords", NOW).lines[2:-2]
    assert [(type(one), one.text) for one in found] == [(Note, line)]
