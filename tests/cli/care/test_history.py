"""history: what it costs does not grow with the journal, and of a change of very many records not all are named."""

import json
from pathlib import Path

import pytest
from conftest import Run
from inside import Inside
from journals import make
from work import counted_work

pytestmark = pytest.mark.posix

HUGE, LARGE = 1200, 400
"""Meetings of two journals, each taken in by one import."""


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Inside]:
    """A journal of so many meetings, each."""
    found = {}
    for meetings in (LARGE, HUGE):
        found[meetings] = Inside(tmp_path_factory.mktemp("history"))
        make(found[meetings].journal, meetings=meetings)
        assert found[meetings]("actions", "add", "book a room").code == 0
    return found


def named(done: Run) -> list[str]:
    """The records that the last line names."""
    return done.out.splitlines()[-1].split("\t")[8].split(" ")


@pytest.mark.long
@pytest.mark.parametrize("terminal", [False, True], ids=["in a pipe", "drawn"])
def test_it_does_not_grow_with_the_journal(
    journals: dict[int, Inside], monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> None:
    work = counted_work(monkeypatch)
    done = journals[LARGE]("history", terminal=terminal)
    large = work.taken()
    more = journals[HUGE]("history", terminal=terminal)
    assert (done.code, more.code) == (0, 0)
    assert work.taken() <= large + 2
    assert len(more.out) <= len(done.out) * 1.1


def test_one_record_of_a_huge_change_is_found_by_its_index(
    journals: dict[int, Inside], monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = {
        size: json.loads(run("timeline", "mia", "--kind", "meeting", "--json").out)[0]["id"]
        for size, run in journals.items()
    }
    work = counted_work(monkeypatch)
    cost = {}
    for size, run in journals.items():
        (change,) = json.loads(run("history", ids[size], "--json").out)
        assert [line["id"] for line in change["records"]] == [ids[size]]
        cost[size] = work.taken()
    assert cost[HUGE] <= cost[LARGE] + 2


def test_a_line_names_a_hundred_records_and_counts_the_others(journals: dict[int, Inside]) -> None:
    *first, last = named(journals[HUGE]("history"))
    assert (len(first), last) == (100, "more:1000+")
    everything = named(journals[HUGE]("history", "--limit", "0"))
    assert everything[:100] == first
    assert not [one for one in everything if one.startswith("more:")]
    (_, change) = json.loads(journals[HUGE]("history", "--json").out)
    assert len(change["records"]) == len(everything) > 1100
    assert "… and 1000+ more" in journals[HUGE]("history", terminal=True).out


def test_what_is_counted_is_counted_exactly(tmp_path: Path) -> None:
    run = Inside(tmp_path)
    run("log", "mia", *(f"a: promise {n}\n" for n in range(110)))
    *first, last = named(run("history"))
    assert (len(first), last) == (100, "more:12")  # the person, the meeting and its promises
    assert "… and 108 more" in run("history", terminal=True).out
    run("undo")
    assert named(run("history"))[-1] == "more:12"
