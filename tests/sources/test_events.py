"""Which events of a calendar are 1-on-1s, and what is said of those that are none."""

from datetime import datetime
from typing import Any

import pytest
from conftest import NOW

from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import Hints, TextFile
from onelog.sources.calendars import calendar_file

pytest.importorskip("recurring_ical_events")


def no_meeting(*_: Any) -> IncomingDocument:
    raise AssertionError("a calendar holds no notes")


HINTS = Hints(datetime.fromisoformat(NOW), no_meeting, me="Ken Mori")
KEN, MIA, ANN = (f'CN="{name}":mailto:{name[:3].lower()}@example.com' for name in ("Ken Mori", "Mia Tan", "Ann Lee"))
ROOM = 'ATTENDEE;CUTYPE=ROOM;CN="Room 5":mailto:room5@example.com'
BOTH = f"ATTENDEE;{MIA}", f"ATTENDEE;{KEN}"
NO = "PARTSTAT=DECLINED;"
DECLINED, SEVERAL = "it was declined", "it is with several people"


def read(*said: str, year: int = 2026) -> tuple[list[str], str]:
    """With whom the 1-on-1s of a calendar of one event are, and why there are none."""
    hours = f"DTSTART:{year}1001T010000Z", f"DTEND:{year}1001T013000Z"
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        "BEGIN:VEVENT",
        "UID:1",
        *hours,
        *said,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
    found = calendar_file.extract(TextFile("work.ics", "key", "\r\n".join(lines)), HINTS)
    people = [line for one in found.documents for line in one.text.split("\n") if line.startswith("with:")]
    return people, found.why


@pytest.mark.parametrize(
    "said",
    [
        (f"ORGANIZER;{MIA}", f"ATTENDEE;{KEN}"),
        (f"ORGANIZER;{KEN}", f"ATTENDEE;{MIA}"),
        BOTH,
        (*BOTH, ROOM),
        (f"ATTENDEE;{MIA}", "SUMMARY:1on1 Mia Tan"),
    ],
)
def test_an_event_with_one_other_person_is_one(said: tuple[str, ...]) -> None:
    assert read(*said) == (["with: Mia Tan"], "")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ((f"ORGANIZER;{MIA}", f"ATTENDEE;{NO}{KEN}"), DECLINED),
        ((f"ORGANIZER;{KEN}", f"ATTENDEE;{NO}{MIA}"), DECLINED),
        ((f"ORGANIZER;{KEN}", f"ATTENDEE;{NO}{MIA}", ROOM), DECLINED),
        ((*BOTH, f"ATTENDEE;{ANN}"), SEVERAL),
        ((*BOTH, f"ATTENDEE;{NO}{ANN}"), SEVERAL),
        ((f"ATTENDEE;{MIA}", f"ATTENDEE;{ANN}"), "it does not say which of the two is you (onelog config me NAME)"),
        ((*BOTH, "STATUS:CANCELLED"), "it was cancelled"),
        (("SUMMARY:Lunch",), "nothing says whether it is a 1-on-1, or with whom"),
        ((), "nothing says whether it is a 1-on-1, or with whom"),
    ],
)
def test_any_other_event_is_left_out_with_its_reason(said: tuple[str, ...], why: str) -> None:
    assert read(*said) == ([], why)


def test_one_that_is_to_come_is_none_yet() -> None:
    assert read(*BOTH, year=2027) == ([], "it is in the future")
