"""What SQLite does while a command runs inside this process, counted instead of timed."""

import sqlite3
from typing import Any

import pytest


class Work:
    """Steps of SQLite's machine, in hundreds, and copies of whole files."""

    def __init__(self) -> None:
        self.hundreds = self.copies = 0

    def step(self) -> int:
        self.hundreds += 1
        return 0

    def taken(self) -> int:
        """The hundreds of steps since the last time."""
        taken, self.hundreds = self.hundreds, 0
        return taken


def counted_work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """Counts on every connection from now on, until the test ends."""
    counted, connect = Work(), sqlite3.connect

    class Counting(sqlite3.Connection):
        def backup(self, *args: Any, **options: Any) -> None:
            counted.copies += 1
            super().backup(*args, **options)

    def counting(*args: Any, **options: Any) -> sqlite3.Connection:
        db = connect(*args, **options, factory=Counting)
        db.set_progress_handler(counted.step, 100)
        return db

    monkeypatch.setattr(sqlite3, "connect", counting)
    return counted
