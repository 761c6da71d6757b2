"""What has been read once is read again when the journal has changed, whoever changed it."""

from pathlib import Path

from journals import make

from onelog.store import people
from onelog.store.database import Store


def names(store: Store) -> list[str]:
    return [person.name for person in people.everybody(store)]


def rename(store: Store, name: str) -> None:
    store.db.execute("UPDATE person SET name = ? WHERE name LIKE 'Mia%'", (name,))


def test_nothing_is_read_twice_while_nothing_changes(tmp_path: Path) -> None:
    make(tmp_path / "journal.db", meetings=20)
    with Store(tmp_path / "journal.db") as store:
        asked: list[str] = []
        store.db.set_trace_callback(asked.append)
        first = names(store)
        assert any(sql.startswith("SELECT") for sql in asked)
        asked.clear()
        assert names(store) == first
        assert not any(sql.startswith("SELECT") for sql in asked)


def test_every_change_is_seen(tmp_path: Path) -> None:
    make(tmp_path / "journal.db", meetings=20)
    with Store(tmp_path / "journal.db", write=True) as store, Store(tmp_path / "journal.db", write=True) as another:
        assert "Mia Tanaka" in names(store)
        rename(store, "Mia One")
        assert "Mia One" in names(store)
        rename(another, "Mia Two")
        assert "Mia Two" in names(store)
        store.db.execute("BEGIN")
        rename(store, "Mia Three")
        assert "Mia Three" in names(store)
        store.db.execute("ROLLBACK")
        assert "Mia Two" in names(store)


def test_a_list_of_people_is_its_readers_own(tmp_path: Path) -> None:
    make(tmp_path / "journal.db", meetings=20)
    with Store(tmp_path / "journal.db") as store:
        people.everybody(store).clear()
        assert names(store)
