"""Names of files made from a day, a person's name and an id: every file system takes them, and no two are the same."""

import unicodedata
from datetime import date

LONGEST = 60
"""Bytes of UTF-8 that a name has at most, its ending included."""

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""What Windows takes for a device, whatever the case and the ending (its other spellings hold signs that no name keeps)."""


def file_name(day: date | None, name: str, id_: str, suffix: str = ".md") -> str:
    """`2026-07-17-daniel-weiss-7yz9.md`: letters and digits of any script, `-` and `_`, in small letters.

    A long name is cut at a character, never its id, which alone makes two names differ: where `A` and `a`, or `é` in one
    character and in two, are the same file as well.
    """
    front, end = (f"{day}-" if day else ""), _plain(id_) or "x"
    room = LONGEST - len(f"{front}-{end}{suffix}".encode())
    words = _cut(_plain(name), room)
    stem = f"{front}{words}-{end}" if words else f"{front}{end}"
    return f"{'_' if stem in _DEVICES else ''}{stem}{suffix}"


def _plain(text: str) -> str:
    """The letters with their marks and the decimal digits of a text; what stands between them becomes one `-`."""
    kept = ""
    for sign in unicodedata.normalize("NFC", text.lower()):
        kept += sign if _belongs(sign) and (kept[-1:] not in ("", "-", "_") or not _is_mark(sign)) else "-"
    return "-".join(part for part in (part.strip("_") for part in kept.split("-")) if part)


def _belongs(sign: str) -> bool:
    return sign == "_" or unicodedata.category(sign)[0] in "LM" or unicodedata.category(sign) == "Nd"


def _cut(text: str, room: int) -> str:
    """As many whole characters as fit into `room` bytes, each with the marks on it, and no dash at the end."""
    end = len(text)
    while end and (len(text[:end].encode()) > room or _is_mark(text[end : end + 1])):
        end -= 1
    return text[:end].rstrip("-_")


def _is_mark(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign)[0] == "M"
