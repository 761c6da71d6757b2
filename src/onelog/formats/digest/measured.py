"""What was measured of a goal, as a digest says it: `950,000 — wrote the plan`."""

from onelog.core.model import Checkin
from onelog.core.numbers import number_text
from onelog.core.regexes import pattern
from onelog.formats.digest import marks
from onelog.markdown import grammar

_NUMBER = r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?|-?\d+(?:\.\d+)?"
_MEASURED = rf"(?P<value>{_NUMBER})(?: — |$)|— "
_CHECKIN = grammar.Place("checkin")


def write_measured(record: Checkin) -> str:
    """`950,000 — wrote the plan`, `wrote the plan`."""
    value = "" if record.value is None else clear_number(record.value)
    text = marks.write_words(record.text, _CHECKIN, ())
    if not value and pattern(_MEASURED).match(text):
        return f"— {text}"
    return " — ".join(part for part in (value, text) if part)


def clear_number(value: float) -> str:
    """A number with its thousands set apart."""
    whole, _, rest = number_text(value).partition(".")
    return f"{int(whole):,}{f'.{rest}' if rest else ''}" if whole not in ("-0", "-") else number_text(value)


def read_measured(rest: str) -> tuple[float | None, str]:
    """The inverse of `write_measured`."""
    found = pattern(_MEASURED).match(rest)
    value = float(found["value"].replace(",", "")) if found and found["value"] else None
    text = rest[found.end() :] if found else rest
    return value, grammar.plain(marks.read_words(text.strip()), _CHECKIN)
