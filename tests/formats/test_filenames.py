"""Names of files: every file system takes them, everybody can read them, and no two records have the same."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.formats.filenames import LONGEST, file_name

DAY = date(2026, 7, 17)
anything = st.text(max_size=80) | st.sampled_from(
    ["../../etc/passwd", "con", "e" + "\u0301" * 90, "が" * 40, "क्षि" * 20, "🇯🇵" * 9, "\x00a/b\\c:"]
)
ids = st.text("23456789bcdfghjkmnpqrstvwxyz", min_size=4, max_size=12)
days = st.none() | st.dates(date(1970, 1, 1), date(2199, 12, 31))

NAMES = (
    ("Daniel Weiss", "2026-07-17-daniel-weiss-7yz9.md"),
    ("田中 花子", "2026-07-17-田中-花子-7yz9.md"),
    ("José  O'Neil-Núñez", "2026-07-17-josé-o-neil-núñez-7yz9.md"),
    ("jose\u0301", "2026-07-17-josé-7yz9.md"),
    ("../../etc/passwd", "2026-07-17-etc-passwd-7yz9.md"),
    (".hidden", "2026-07-17-hidden-7yz9.md"),
    ("-rf _x_ ", "2026-07-17-rf-x-7yz9.md"),
    ("a\u202eb\x1bc\nd", "2026-07-17-a-b-c-d-7yz9.md"),
    ("👩\u200d💻", "2026-07-17-7yz9.md"),
    ("\u0301\u0302", "2026-07-17-7yz9.md"),
    ("COM¹", "2026-07-17-com-7yz9.md"),
    ("", "2026-07-17-7yz9.md"),
    ("क्षिप्रा", "2026-07-17-क्षिप्रा-7yz9.md"),
    ("a" * 99, f"2026-07-17-{'a' * 41}-7yz9.md"),
    ("あ" * 20, f"2026-07-17-{'あ' * 13}-7yz9.md"),
    ("a" * 39 + "x\u0302", f"2026-07-17-{'a' * 39}-7yz9.md"),
    ("a" * 40 + " _bc", f"2026-07-17-{'a' * 40}-7yz9.md"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "written"), NAMES)
def test_a_name_is_written(name: str, written: str) -> None:
    assert file_name(DAY, name, "7yz9") == written


@pytest.mark.parametrize("device", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1"])
def test_no_name_is_a_device_of_windows(device: str) -> None:
    for name in (file_name(None, "", device), file_name(None, device, "k7qf"), file_name(None, device.upper(), "k7qf")):
        assert name.partition(".")[0].lower() != device


@given(days, anything, ids)
def test_every_file_system_takes_a_name(day: date | None, name: str, id_: str) -> None:
    written = file_name(day, name, id_)
    stem = written.removesuffix(".md")
    assert len(written.encode()) <= LONGEST
    assert unicodedata.is_normalized("NFC", written)
    assert stem.endswith(id_)
    assert stem.startswith(str(day) if day else stem[0])
    assert stem[0] not in ".- "
    assert all(sign in "-_" or unicodedata.category(sign)[0] in "LM" or sign.isdecimal() for sign in stem)
    assert not unicodedata.category(stem[0]).startswith("M")
    assert written == file_name(day, name, id_)


@given(days, anything, anything, ids, ids)
def test_two_records_never_have_the_same_name(day: date | None, one: str, other: str, id_: str, other_id: str) -> None:
    """Not even where capitals and small letters, or the two ways to write an accent, are the same."""
    if id_ != other_id:
        names = (file_name(day, one, id_), file_name(day, other, other_id))
        assert len({unicodedata.normalize("NFD", name).casefold() for name in names}) == 2
