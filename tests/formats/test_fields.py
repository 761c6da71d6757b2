"""The table of fields is whole: what is made from it has a place for everything, and each place is one thing."""

from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from typing import Any

import pytest

from onelog.core.fields import DAY, END, FIELDS, stored
from onelog.core.model import Action, Goal, Moment, Person, Ref
from onelog.core.presenter import presenter_of
from onelog.formats.csv_table import COLUMNS
from onelog.formats.derived import DERIVED
from onelog.formats.json_records import record_json
from onelog.store import schema
from onelog.store.database import Store

KINDS = list(FIELDS)
TODAY = date(2026, 11, 20)
AT = datetime.fromisoformat("2026-11-03T10:00:00+09:00")
MIA = Ref("u-mia", "Mia")


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_is_in_the_model_or_computed(kind: type[Any]) -> None:
    for field in FIELDS[kind]:
        assert ((kind, field.name) in DERIVED) if field.is_derived else hasattr(kind, field.name), field


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_stored_are_the_columns_of_the_table(tmp_path: Any, kind: type[Any]) -> None:
    with Store(tmp_path / "none.db") as store:
        made = store.db.execute(f"SELECT * FROM {kind.__name__.lower()}").description
    assert sorted(column[0] for column in made) == sorted(["uid", "id", *(f.stored or "" for f in stored(kind))])


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_of_the_model_is_stored_or_read_from_elsewhere(kind: type[Any]) -> None:
    named = {"uid", "id", "skips", "moved_from", *(field.name for field in FIELDS[kind])}
    assert {field.name for field in dataclass_fields(kind)} <= named


@pytest.mark.parametrize("kind", KINDS)
def test_each_place_in_a_line_is_told_of_once(kind: type[Any]) -> None:
    presenter = presenter_of(kind)
    assert presenter
    placed = sorted(field.tsv for field in FIELDS[kind] if field.tsv)
    at_the_end = [field for field in FIELDS[kind] if field.tsv == END]
    assert len(set(placed)) == len(placed)
    told = [place for place, name in enumerate(presenter.columns, 2) if name and place != DAY]
    wanted = [2, *(place for place in placed if place != DAY)]
    assert told == wanted + [wanted[-1] + n for n, _ in enumerate(at_the_end, 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_one_day_and_its_search_an_order(kind: type[Any]) -> None:
    assert [field.is_day for field in FIELDS[kind]].count(True) == 1
    searched = sorted(field.searched for field in FIELDS[kind] if field.searched)
    assert searched == list(range(1, len(searched) + 1))


def test_no_two_columns_of_csv_are_called_the_same() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert len(schema.SCRIPTS) == schema.VERSION


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (Action("u", "k7qf", "call"), {"owner": "me", "due": None, "overdue": False, "tags": []}),
        (Action("u", "k7qf", "call", owner=MIA, due=date(2026, 11, 1)), {"owner": "Mia", "due": "2026-11-01", "overdue": True}),
        (Moment("u", "k7qf", "praise", "calm", giver=MIA, at=AT), {"kind": "praise", "from": "Mia", "to": "me"}),
        (Moment("u", "k7qf", "praise", "calm"), {"from": None, "to": None, "at": None}),
        (Moment("u", "k7qf", "win", "", giver=MIA), {"text": None, "from": None}),
        (Goal("u", "k7qf", "ship", start=2.0, target=2.5), {"start": 2, "target": 2.5, "current": 2, "pace": "unknown"}),
        (Person("u", "k7qf", "Mia", "m", more_aliases=("mt",)), {"aliases": ["m", "mt"], "archived": False, "next_due": None}),
    ],
)  # fmt: skip
def test_what_json_says_where_something_is_missing(record: Any, says: dict[str, Any]) -> None:
    written = record_json(record, TODAY)
    assert {key: written[key] for key in says} == says
