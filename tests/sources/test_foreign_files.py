"""Files that are no UTF-8 text: those of a Windows in its code page are read, those of other programs are named."""

import io
import zipfile
from pathlib import Path

import pytest
from conftest import Onelog

from onelog.sources.code_pages import code_page_of

READ = {
    "Japanese": ("評価の話をした。", "cp932", "cp932"),
    "Japanese in katakana": ("チームのミーティング", "cp932", "cp932"),
    "German": ("Jörg sprach über Größe", "cp1252", "cp1252"),
    "French with quotes": ("L’été dernier, c’était « bien » – merci beaucoup, à bientôt", "cp1252", "cp1252"),
    "UTF-8": ("評価の話をした。Jörg", "utf-8", ""),
    "UTF-16": ("評価の話をした。", "utf-16", ""),
    "English": ("hello", "ascii", ""),
    "Russian": ("Привет, как дела", "cp1251", ""),
    "Greek": ("Καλημέρα σας", "cp1253", ""),
    "Chinese": ("你好，我们谈了计划", "gb18030", ""),
    "Korean": ("안녕하세요 계획", "cp949", ""),
    "Japanese in EUC": ("評価の話をした。", "euc_jp", ""),
}


@pytest.mark.parametrize("about", READ)
def test_only_a_code_page_that_is_sure_is_taken(about: str) -> None:
    text, written, expected = READ[about]
    data = text.encode(written)
    assert code_page_of(data) == expected
    if expected:
        assert data.decode(expected) == text


@pytest.mark.parametrize(
    "data",
    [
        "目標\n".encode() + "目標\n".encode("cp932"), "話した\n".encode() + "話した\n".encode("cp932"), b"hi \xe3\x81", b"\xff\xd8\xff\xe0" * 9,
        b"\0\1\2\xe4", bytes(range(256)),
    ],
)  # fmt: skip
def test_a_text_in_two_encodings_and_no_text_are_in_none(data: bytes) -> None:
    assert code_page_of(data) == ""


def test_a_table_of_a_japanese_windows_is_read_and_that_is_said(onelog: Onelog) -> None:
    table = "社員,日付,メモ\r\n田中花子,2026/03/24,評価の話をした\r\n"
    (onelog.folder / "t.csv").write_bytes(table.encode("cp932"))
    rules = onelog("import t.csv --guess-rules")
    (onelog.folder / "t.toml").write_text(rules, encoding="utf-8")
    assert "Read as CP932: t.csv.\n" in onelog.run("import", "t.csv").err
    assert [(m["person"], m["notes"]) for m in onelog.json("timeline")] == [("田中花子", "評価の話をした")]


def archive(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name in names:
            made.writestr(name, "---\nwith: Mia\nat: 2026-03-24\n---\n\nhi\n" if name.endswith(".md") else "<x/>")
    return held.getvalue()


OFFICE = {
    "t.xlsx": (archive("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet", "CSV"),
    "t.ods": (archive("mimetype", "content.xml"), "a spreadsheet", "CSV"),
    "t.xls": (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "a spreadsheet", "CSV"),
    "t.numbers": (archive("Index/Document.iwa"), "a spreadsheet", "CSV"),
    "t.odt": (archive("mimetype", "content.xml"), "a document of an office program", ".docx"),
    "t.doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "a document of an office program", ".docx"),
    "t.pages": (archive("Index/Document.iwa"), "a document of an office program", ".docx"),
    "t.pdf": (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n", "a PDF", ".docx"),
}


@pytest.mark.parametrize("name", OFFICE)
def test_a_file_of_another_program_is_named_with_what_to_save_it_as(onelog: Onelog, name: str) -> None:
    data, about, form = OFFICE[name]
    (onelog.folder / "notes").mkdir()
    (onelog.folder / "notes" / name).write_bytes(data)
    assert onelog.fails("import", f"notes/{name}").endswith(
        f"{name} is {about}, which onelog does not read.\n  Save it as {form} there, and import that.\n"
    )
    (onelog.folder / "notes" / "a.md").write_bytes(b"---\nwith: Mia\nat: 2026-03-24\n---\n\nhi\n")
    said = onelog.run("import", "notes").err
    assert f"Left out 1 file, because it is {about}, which onelog does not read: {Path('notes', name)}.\n" in said
    assert len(onelog.json("timeline")) == 1


def test_a_zip_in_a_folder_is_looked_into(onelog: Onelog) -> None:
    (onelog.folder / "notes" / "old").mkdir(parents=True)
    (onelog.folder / "notes" / "old" / "2025.zip").write_bytes(archive("a.md", "deep/b.txt"))
    assert onelog.run("import", "notes").code == 0
    assert [m["person"] for m in onelog.json("timeline")] == ["Mia"]
