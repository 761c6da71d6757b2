"""What a look at a journal found."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from onelog.core.presenter import presented

DAMAGE, PROBLEM, ADVICE = "damage", "problem", "advice"


@presented("finding", module="upkeep")
class Finding(NamedTuple):
    """One thing that is not as it should be."""

    check: str
    """The short name of the check that found it."""
    level: str
    """"damage": words may be lost; "problem": something should be done; "advice": something could be."""
    message: str
    """One sentence, which never holds a word of a note."""
    mend: str = ""
    """The command that mends it, or what to do."""


@presented("report", "safety.doctor", module="upkeep")
class Report(NamedTuple):
    """What a look at a journal found, and what was mended before."""

    journal: Path
    there: bool
    """Whether there is a journal yet."""
    checked: Mapping[str, int | None]
    """The checks that were made, and how much each looked at."""
    findings: tuple[Finding, ...]
    mended: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Finding, ...]:
        """What a pipe gets a line of."""
        return self.findings

    @property
    def exit_code(self) -> int:
        levels = {finding.level for finding in self.findings}
        return 3 if DAMAGE in levels else 1 if PROBLEM in levels else 0
