"""The kinds of moments stand in no table's rules: what writes refuses one that is none, what reads says so, doctor finds it."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest
from conftest import NOW, Onelog

from onelog.core.errors import Refused
from onelog.core.selection import Selection
from onelog.store import records
from onelog.store.checksum import checksum
from onelog.store.database import Store
from onelog.store.transaction import writing

AT = datetime.fromisoformat(NOW)


def of_a_newer_onelog(onelog: Onelog) -> str:
    """The id of a moment that has become one of a kind that is not known."""
    id_ = onelog.json("aha small is fast")["id"]
    with closing(sqlite3.connect(onelog.journal)) as db, db:
        db.execute("UPDATE moment SET kind = 'lesson' WHERE id = ?", (id_,))
    return str(id_)


def test_what_is_no_kind_is_not_written(onelog: Onelog) -> None:
    onelog("aha", "small is fast")
    with Store(onelog.journal, write=True) as store:
        (moment,) = records.moments(store, Selection(private=True))
        with pytest.raises(Refused, match="no kind of moment 'lesson'"), writing(store, "log", AT) as change:
            change.put(replace(moment, kind="lesson"))
        assert records.moments(store, Selection(private=True)) == [moment]


def test_a_kind_that_is_not_known_is_said_and_is_no_traceback(onelog: Onelog) -> None:
    of_a_newer_onelog(onelog)
    done = onelog.run("moments")
    said = "onelog: The journal has a moment of a kind that this onelog does not know: lesson.\n  Update onelog.\n"
    assert (done.out, done.err, done.code) == ("", said, 3)
    assert onelog.run("people").code == 0


def test_doctor_finds_a_kind_that_is_not_known(onelog: Onelog) -> None:
    id_ = of_a_newer_onelog(onelog)
    with closing(sqlite3.connect(onelog.journal)) as db, db:  # as a newer onelog would have written it
        db.row_factory = sqlite3.Row
        whole = dict(db.execute("SELECT * FROM moment").fetchone())
        db.execute("UPDATE handle SET sum = ? WHERE id = ?", (checksum(whole), id_))
        after = db.execute("SELECT after FROM change_row WHERE kind = 'moment'").fetchone()[0]
        db.execute("UPDATE change_row SET after = ? WHERE kind = 'moment'", (after.replace('"aha"', '"lesson"'),))
    found = [one for one in json.loads(onelog.run("doctor", "--json").out)["findings"] if one["check"] == "records"]
    assert [one["message"] for one in found] == [f"This onelog does not know the kind of the moment {id_}: lesson."]
