"""How the journal is: a line for each thing that is as it should be, then what is not, with what mends it."""

from datetime import date

from onelog.core.errors import in_language
from onelog.core.phrases import spoken
from onelog.core.results.safety.doctor import Finding, Report
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen

_MARKS = {"damage": ("✗", "late"), "problem": ("!", "late"), "advice": ("·", "quiet")}
_GB, _MB = 1_000_000_000, 1_000_000


def draw(screen: Screen, report: Report, today: date) -> None:
    """What was mended, what is fine, what is not."""
    for said in report.mended:
        screen.row([("✓", "kept"), " "], [in_language(said, screen.language)])
    if report.mended:
        screen.blank()
    screen.text((str(report.journal), "head"))
    if not report.there:
        screen.text(screen.say("care.doctor_no_journal"))
    wrong = {finding.check for finding in report.findings}
    fine = [(check, count) for check, count in report.checked.items() if check not in wrong]
    width = max((cells([screen.say(f"care.doctor_{check}")]) for check, _ in fine), default=0)
    for check, count in fine:
        name = pad(screen.say(f"care.doctor_{check}"), width)
        screen.row([("✓", "kept"), " ", name, "  "], [(_counted(screen, check, count), "quiet")])
    if not report.findings:
        screen.text(screen.say("care.doctor_well"))
        return
    screen.blank()
    for finding in report.findings:
        _draw_one(screen, finding)


def _counted(screen: Screen, check: str, count: int | None) -> str:
    if check == "room":
        return screen.say("care.doctor_is_room", size=size(count or 0))
    return screen.say(f"care.doctor_is_{check}", n=count or 0)


def size(count: int) -> str:
    """`41 GB`, `2.5 MB`: bytes for reading."""
    return (
        f"{spoken.number(round(count / _GB))} GB" if count >= 10 * _GB else f"{spoken.number(round(count / _MB, 1))} MB"
    )


def _draw_one(screen: Screen, finding: Finding) -> None:
    mark, style = _MARKS[finding.level]
    lead: list[Words] = [(mark, style), " "]
    screen.row(lead, [in_language(finding.message, screen.language)])
    if finding.mend:
        screen.row(["    "], [(in_language(finding.mend, screen.language), "command")])
