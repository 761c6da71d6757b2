"""What a person has set in config.toml."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast

from onelog.core import files
from onelog.core.conventions import Conventions
from onelog.core.errors import Damaged, NoHome, Wrong
from onelog.core.model import RELATIONS

WARNINGS = ("mood", "seen", "promise", "waiting", "concern", "praise", "goal", "skips", "cadence")
"""The rules of `watch`, in the order in which their warnings are shown."""


class Watch(NamedTuple):
    """When `watch` warns: the table `[watch]`."""

    mood_low: int = 2
    """A mood so low, or lower, is low."""
    mood_running: int = 2
    """So many low moods running."""
    mood_falling: int = 4
    """So many moods, each lower than the one before."""
    promise_days: int = 14
    """Days that a promise of mine is overdue."""
    waiting_days: int = 21
    """Days that a promise of somebody else's is."""
    concern_days: int = 90
    """A concern is the same one again in fewer days after it was settled."""
    praise_days: int = 60
    """More days than these without praise to a report."""
    goal_weeks: int = 4
    """Weeks in which nothing touched a goal."""
    skips_running: int = 2
    cadence_factor: float = 1.5
    """So many times the cadence's interval, and more, is too long between meetings."""
    off: tuple[str, ...] = ()
    """Rules that do not warn, of `WARNINGS`."""


class Settings(NamedTuple):
    """Every setting with its default."""

    fiscal_year_start: int = 1
    """The month (1 to 12) in which the year begins, and with it the quarters."""
    date_order: str = ""
    """What `12/5` is: "month-first" or "day-first"; "" asks, but in Japanese the month comes first."""
    decimal: str = ""
    """The sign before a fraction, "." or ","; "" asks what `1.200` is."""
    editor: str = ""
    language: str = "en"
    """ "en" or "ja": headings and labels that are written out."""
    me: str = ""
    cadences: Mapping[str, str] = MappingProxyType({})
    """Relation -> cadence of a new person of that relation, such as "2w"."""
    watch: Watch = Watch()
    hints: bool = True
    """Whether a line on the terminal says now and then what would help."""
    reflect: bool = True
    """Whether three short questions follow a meeting that was logged on a terminal."""
    resurface: bool = True
    """Whether one a-ha, thanks or win of the past comes back in bare `onelog` and `prep`."""
    milestones: bool = True
    """Whether a line on the terminal says after `log` that it was the tenth meeting, or a year of them."""

    @property
    def conventions(self) -> Conventions:
        """How days and numbers are written."""
        order = self.date_order or ("month-first" if self.language == "ja" else "")
        return Conventions(self.fiscal_year_start, order, self.decimal)


def place(kind: str, name: str) -> Path:
    """Where a file of ours is, or would be, in the platform's folders for "data" or "config".

    It is where an earlier version put it, if it is there and not where it would be put today. Raises `NoHome`, and
    `Damaged` for a home that depends on where one stands.
    """
    places = [folder / name for folder in _folders(kind)]
    return next((path for path in places if os.path.lexists(path)), places[0])


def _folders(kind: str) -> list[Path]:
    """Our folder of a kind, and after it those that were ours before or with another version of a library."""
    variable, default = {"data": ("XDG_DATA_HOME", ".local/share"), "config": ("XDG_CONFIG_HOME", ".config")}[kind]
    if sys.platform == "win32":
        import platformdirs

        files.home()
        ours = Path(platformdirs.user_data_dir("onelog", appauthor=False))
        return [ours, ours / "onelog"]
    base = os.environ.get(variable, "")
    named = [files.whole(variable, base) / "onelog"] if base else []
    if sys.platform == "darwin":  # where it depends on the version of platformdirs whether the variable counts
        return [*named, files.home() / "Library" / "Application Support" / "onelog"]
    return named or [files.home() / default / "onelog"]


def path() -> Path:
    """Where config.toml is, or would be. Raises as `place`."""
    named = os.environ.get("ONELOG_CONFIG")
    return Path(named) if named else place("config", "config.toml")


def load() -> Settings:
    """The settings in force. Raises `Wrong` for an unknown key or a bad value, `Damaged` for a broken file."""
    try:
        file = path()
    except NoHome:  # nothing can be set where nothing can be
        return Settings()
    try:
        text = files.read(file)
    except FileNotFoundError:
        if os.environ.get("ONELOG_CONFIG"):
            raise Wrong(f"There is no {file}, which ONELOG_CONFIG names.", "Make it, or unset ONELOG_CONFIG.") from None
        return Settings()
    except OSError as error:
        raise Damaged(
            f"{file} cannot be read: {error.strerror}.", "Look what it is, and at its permissions."
        ) from error
    import tomllib

    try:
        said = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Damaged(f"{file} is not TOML: {error}.", 'For example: language = "ja"') from error
    return checked(said, file)


def checked(said: Mapping[str, object], file: Path) -> Settings:
    """The settings that are said in a file. Raises `Wrong` for an unknown key or a bad value."""
    said = dict(said)
    known = {
        "fiscal_year_start": int, "editor": str, "language": str, "me": str, "cadences": dict, "watch": dict,
        "hints": bool, "reflect": bool, "resurface": bool, "milestones": bool, "date_order": str, "decimal": str,
    }  # fmt: skip
    _check_kinds(said, known, file)
    watch = _watch(dict(cast("dict[str, object]", said.pop("watch", {}))), file)
    settings = Settings(**said, watch=watch)  # type: ignore[arg-type]  # each one was checked above
    if not 1 <= settings.fiscal_year_start <= 12:
        raise Wrong(f"{file}: fiscal_year_start is a month, 1 to 12.", "fiscal_year_start = 4")
    if settings.language not in ("en", "ja"):
        raise Wrong(f"{file}: language is en or ja.", 'language = "ja"')
    if settings.date_order not in ("", "month-first", "day-first"):
        raise Wrong(f"{file}: date_order is month-first or day-first.", 'date_order = "day-first"')
    if settings.decimal not in ("", ".", ","):
        raise Wrong(f"{file}: decimal is a point or a comma.", 'decimal = ","')
    for relation, every in settings.cadences.items():
        if relation not in RELATIONS:
            raise Wrong(f"{file}: there is no relation {relation!r}.", f"Known are {', '.join(RELATIONS)}.")
        if not isinstance(every, str):
            raise Wrong(f"{file}: cadences.{relation} is not a text.", f'{relation} = "2w"')
    return settings


_KINDS: Mapping[type, str] = {
    int: "a number", float: "a number", bool: "true or false", str: "a text", dict: "a table", list: "a list"
}  # fmt: skip


def _check_kinds(said: Mapping[str, object], known: Mapping[str, type], file: Path, table: str = "") -> None:
    """Raises `Wrong` for a key that is not known, and for a value that is not of its kind."""
    for key, value in said.items():
        if key not in known:
            raise Wrong(f"{file}: there is no setting {table + key!r}.", f"Known are {', '.join(known)}.")
        kinds = (int, float) if known[key] is float else known[key]
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is not bool):
            raise Wrong(f"{file}: {table}{key} is not {_KINDS[known[key]]}.", f"Known are {', '.join(known)}.")


def _watch(said: dict[str, object], file: Path) -> Watch:
    usual = Watch()
    known = {key: list if key == "off" else type(value) for key, value in usual._asdict().items()}
    _check_kinds(said, known, file, "watch.")
    off = tuple(cast("list[object]", said.pop("off", [])))
    for rule in off:
        if rule not in WARNINGS:
            raise Wrong(f"{file}: watch.off: there is no warning {rule!r}.", f"Known are {', '.join(WARNINGS)}.")
    limits = cast("dict[str, float]", said)
    for key, value in limits.items():
        least, most = _WITHIN.get(key, (1, 9999))
        if not least <= value <= most:
            raise Wrong(
                f"{file}: watch.{key} is {least} to {most}.", f"watch.{key} is {getattr(usual, key)} unless set."
            )
    return usual._replace(**limits, off=off)  # type: ignore[arg-type]  # each one was checked above


_WITHIN = {"mood_low": (1, 5), "mood_running": (1, 100), "mood_falling": (2, 100), "cadence_factor": (0.1, 100)}
"""The least and the most that a limit may be, where it is not 1 to 9999."""
