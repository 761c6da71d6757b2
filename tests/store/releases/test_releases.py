"""What a release promised: a later one reads its journal and its export, and finds in both what was there."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog

HERE = Path(__file__).parent
RELEASES = sorted(path.name.removesuffix(".db.gz") for path in HERE.glob("journal-*.db.gz"))


def unpacked(name: str) -> bytes:
    return gzip.decompress((HERE / name).read_bytes())


def is_held(then: Any, now: Any) -> bool:
    """Whether all that was exported then is there now; new keys may have come."""
    if isinstance(then, dict) and isinstance(now, dict):
        return all(key in now and is_held(value, now[key]) for key, value in then.items())
    if isinstance(then, list) and isinstance(now, list):
        return len(then) == len(now) and all(map(is_held, then, now))
    return bool(then == now)


@pytest.fixture(params=RELEASES)
def release(request: pytest.FixtureRequest, onelog: Onelog) -> str:
    (onelog.folder / "config.toml").write_text('me = "Ken Mori"\n', encoding="utf-8")
    onelog.env["ONELOG_CONFIG"] = str(onelog.folder / "config.toml")
    onelog.env["ONELOG_NOW"] = "2026-11-30T09:00:00+09:00"
    return str(request.param)


def records(exported: Any) -> Any:
    """An export without the day on which it was made and the version that made it."""
    return {key: value for key, value in exported.items() if isinstance(value, list | dict)}


def test_the_journal_of_a_release_is_read_and_written(onelog: Onelog, release: str) -> None:
    onelog.journal.write_bytes(unpacked(f"{release}.db.gz"))
    onelog.journal.chmod(0o600)
    then = json.loads(unpacked(f"{release}.json.gz"))
    assert is_held(records(then), json.loads(onelog("export", "--format", "json")))
    onelog("log", "mia", "one more talk", "--on", "2026-11-27")
    onelog("undo")
    assert is_held(records(then), json.loads(onelog("export", "--format", "json")))
    assert "error" not in onelog("doctor", "--json")


def test_the_export_of_a_release_is_imported(onelog: Onelog, release: str) -> None:
    (onelog.folder / "then.json").write_bytes(unpacked(f"{release}.json.gz"))
    onelog("import", "then.json")
    then = json.loads(unpacked(f"{release}.json.gz"))
    now = json.loads(onelog("export", "--format", "json"))
    assert {key: len(value) for key, value in then.items() if isinstance(value, list)} == {
        key: len(now[key]) for key, value in then.items() if isinstance(value, list)
    }


def test_a_loss_would_be_seen() -> None:
    then = {"people": [{"name": "Mia", "alias": None}]}
    assert is_held(then, {"people": [{"name": "Mia", "alias": None, "new": 1}]})
    assert not is_held(then, {"people": [{"name": "Mia"}]})
    assert not is_held(then, {"people": []})
