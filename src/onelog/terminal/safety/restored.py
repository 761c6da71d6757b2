"""What the journal holds after a restore, and the way back."""

from datetime import date

from onelog.core.results.safety.backups import Restored
from onelog.terminal.kit.screen import Screen
from onelog.terminal.safety.backups import counted


def draw(screen: Screen, done: Restored, today: date) -> None:
    """How much is there now; then the command that takes it back, or where the damaged journal is kept."""
    screen.text((screen.say("care.restored"), "kept"))
    screen.text(counted(screen, done.contents))
    if done.kept and done.kept.reason == "damaged":
        screen.text((f"{screen.say('care.before_damaged')}: {done.kept.path}", "quiet"))
    elif done.kept:
        screen.text(*screen.phrase("care.restored_back", f"onelog restore {done.kept.path.name}"))
