"""Changes, and what each did to its records."""

from datetime import datetime
from typing import Any, NamedTuple

from onelog.core.presenter import presented

ColumnValues = dict[str, Any]


class RecordChange(NamedTuple):
    """What one change did to one record: its columns as they were and as they became."""

    kind: str
    uid: str
    id: str
    before: ColumnValues | None
    after: ColumnValues | None


@presented(
    "change",
    listed="records.history",
    module="history",
    columns=(
        "number",
        "made",
        "",
        "command",
        "time",
        "op",
        "`undone`",
        "records (`kind:id` with blanks between, then `more:n` for those that are only counted)",
    ),
)
class Change(NamedTuple):
    """One command's change of the journal."""

    n: int
    at: datetime
    command: str
    device: str
    op: str
    target: int | None
    undone: bool
    lines: tuple[RecordChange, ...] = ()
    """What it did, record by record; perhaps only to the first ones."""
    unsaid: int = 0
    """How many more records it touched, as far as they were counted."""
    uncounted: bool = False
    """Whether it touched even more than that."""
