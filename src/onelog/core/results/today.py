"""Counts for a prompt."""

from typing import NamedTuple

from onelog.core.presenter import presented


@presented(
    "status",
    "insight.status",
    module="standing",
    columns=("", "today", "", "", "due", "late", "overdue", "mine", "theirs"),
)
class Status(NamedTuple):
    """Counts alone: no names and no words."""

    due: int = 0
    """People whose meeting is due today or overdue; `late` are those overdue."""
    late: int = 0
    overdue: int = 0
    """Open promises whose day is past: `mine`, and `theirs`."""
    mine: int = 0
    theirs: int = 0
