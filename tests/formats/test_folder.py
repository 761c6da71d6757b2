"""The folder: a document a file under a name that says what it is; brought into an empty journal it is the same journal."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from conftest import DEMO_NOW, Onelog
from hostile_book import AT, TODAY, hostile

from onelog.core.selection import Selection
from onelog.formats import folder
from onelog.insight import collect
from onelog.journal.imports import import_documents
from onelog.markdown import document
from onelog.store.database import Store

UNSAID = ("uid", "created")
"""What no document says: both are given anew."""


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: bare(part) for key, part in value.items() if key not in UNSAID}
    return [bare(part) for part in value] if isinstance(value, list) else value


def another(onelog: Onelog, name: str) -> Onelog:
    place = onelog.folder / name
    place.mkdir()
    other = Onelog(place)
    other.env["ONELOG_NOW"] = DEMO_NOW
    return other


@pytest.mark.long
def test_the_whole_demo_goes_out_and_comes_back_the_same(demo: Onelog) -> None:
    place = demo.folder / "notes"
    said = demo.run(f"export all --private --format folder -o {place}")
    assert (said.out, said.code) == ("", 0)
    assert said.err.startswith(f"172 documents in {place}.\n147 meetings, 7 goals.\n")
    assert len(list(place.glob("*.md"))) == 172
    other = another(demo, "other")
    other(f"import {place}")
    assert bare(json.loads(other("export --json"))) == bare(json.loads(demo("export --json")))
    assert other.run(f"import {place}").err.startswith("Imported nothing new;")


def test_a_part_of_a_journal_brings_the_people_it_names(demo: Onelog) -> None:
    place = demo.folder / "notes"
    demo(f"export 2026Q3 --with daniel --format folder -o {place}")
    names = sorted(path.name for path in place.glob("*.md"))
    assert names == [
        "2026-07-17-daniel-weiss-7yz9.md", "goal-hire-four-engineers-for-search-and-ads-h3rn.md",
        "goal-lead-a-group-of-20-in-three-years-c2gr.md", "person-daniel-weiss-sjcx.md",
    ]  # fmt: skip
    text = (place / names[0]).read_text(encoding="utf-8")
    assert text == demo("show 7yz9 --md")


@pytest.mark.long
def test_hostile_records_have_a_document_and_a_name_each(tmp_path: Path) -> None:
    files = list(folder.documents(hostile()))
    names = [name for name, _ in files]
    assert len({unicodedata.normalize("NFD", name).casefold() for name in names}) == len(names) > 700
    assert all(len(name.encode()) <= 60 for name in names)
    assert all(len(list(document.parts(text))) == 1 for _, text in files)
    with Store(tmp_path / "journal.db", write=True) as store:
        import_documents.documents(
            store, [import_documents.IncomingDocument(name, 1, text) for name, text in files], AT
        )
        again = folder.documents(collect.collect_book(store, None, Selection(private=True)))
        assert sorted(again) == sorted(files)
    assert AT.date() == TODAY
