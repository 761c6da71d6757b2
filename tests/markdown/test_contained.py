"""A note cannot break out of its place in Markdown: whatever it looks like, it is the note of its meeting, there and back."""

import json
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from inside import Inside

from onelog.core.sanitize import safe
from onelog.markdown.body import tidy
from onelog.markdown.document import parts

pytestmark = pytest.mark.posix

NOTES = {
    "a rule": "before\n---\nafter", "a rule first": "---\nafter", "a rule last": "before\n---", "a rule with blanks": "a\n---  \nb",
    "rules of other signs": "a\n***\nb\n___\nc", "a document": "---\nwith: Ben\nid: zzzz\n---\n\nnot mine",
    "a document behind": "mine\n\n---\nwith: Ben\nat: 2020-01-01\n---\n\nnot mine", "two documents": "---\nid: a\n---\n---\nid: b\n---",
    "a goal": "---\nkind: goal\ntitle: x\n---", "a person": "mine\n---\nKind: person\nname: Max\n---", "an open document": "---\nwith: x",
    "a guarded rule": "\\---\nwith: x\n---", "guarded twice": "\\\\---\nid: x\n---", "a setext heading": "Title\n===\nother\n---",
    "headings": "# a\n## b\n###### c\n####### d\n#e", "a fence": "```\na: code #x ^k7qf\n---\nwith: y\n---\n```", "an open fence": "```\nopen",
    "a fence of tildes": "~~~ md\n```\n~~~\nout", "a longer fence": "````\n```\nwith: x\n````", "a fence in a list": "- ```\n  x\n  ```",
    "a fence in a quotation": "> ```\n> a: x\n> ```", "a comment": "<!-- a: x -->", "an open comment": "<!--\na: x\n---", "html": "<div>\n\n- [ ] x\n</div>",
    "a script": "<script>\na: x\n</script>", "CDATA": "<![CDATA[\nx\n]]>", "an instruction": "<?xml version='1'?>\nx", "a lone CR": "a\rb\r\rc",
    "CR and LF": "a\r\nb", "line ends of Unicode": "a\u2028---\u2028with: x\u2029b\x85c\x0bd\x0ce", "a block id": "words ^k7qf",
    "only a block id": "- ^k7qf", "a guarded block id": "\\^k7qf\n- \\\\^k7qf", "labels": "a: x\nd: y\n- **Aha:** z\n宿題: w", "boxes": "- [ ] x\n- [x] y\n[ ]",
    "fields": "on:2020-01-01 mood:5 len:45m", "tags": "#a +b #1 (#c) `#d`", "indented": "    code\n\ttab\n  - [ ] x", "a table": "| a | b |\n|---|---|\n| a: x | ^k7qf |",
    "links": "[x]: http://example.org\n[x]\n![y](file:///z)\n[[wiki]] ![[embed]]", "Obsidian": "%%\na: hidden\n%%\n> [!note]\n$$x$$",
    "footnotes": "x[^1]\n\n[^1]: a: y", "backslashes": "\\\n\\\\\n\\a: x\\\n", "blank lines": "a\n\n\n\nb\n \t \nc", "YAML ends": "a\n...\n%YAML 1.2\n--- !x\nb",
    "a list of fields": "with: Ben\nat: 2020-01-01\nid: zzzz", "a BOM": "\ufeff---\nwith: x\n---", "emphasis": "*a\n**b\n_c\n__Aha:__ d", "because": "aha: x\nbecause: y\nbecause: z",
}  # fmt: skip


def log_all(run: Inside, *options: str) -> dict[str, str]:
    """Every note logged by itself: id of its meeting -> the note. One that says it is with somebody else is refused.

    So is one that begins with the head of a document, where that is broken or has no end.
    """
    logged = {}
    for text in NOTES.values():
        done = run("log", "mia", "-", "--json", *options, input=text.encode())
        if done.code == 0:
            logged[json.loads(done.out)["id"]] = text
        else:
            assert any(why in done.err for why in ("with 'Ben'", "with 'x'", "The head of the document")), (text, done)
    return logged


def taken_in(folder: Path, text: str) -> Inside:
    """Another journal, made of the documents alone."""
    place = folder / "other"
    place.mkdir()
    other = Inside(place)
    (place / "all.md").write_bytes(text.encode())
    done = other("import", "all.md")
    assert done.code == 0, done
    return other


def all_documents(run: Inside) -> str:
    """The documents of all records, one after the other."""
    place = run.folder / "notes"
    done = run("export", "all", "--private", "--format", "folder", "-o", str(place))
    assert done.code == 0, done
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(place.glob("*.md")))
    rmtree(place)
    return text


def documents(text: str) -> list[str]:
    """The documents of an export, whichever of one moment comes first."""
    return sorted(part.strip("\n") for _, part in parts(text))


def meetings(run: Inside) -> dict[str, Any]:
    found = json.loads(run("export", "--json").out)["meetings"]
    return {met["id"]: without_uids(met) for met in found}


def without_uids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_uids(part) for key, part in value.items() if key not in ("uid", "created")}
    if isinstance(value, list):
        return [without_uids(part) for part in value]
    return safe(value) if isinstance(value, str) else value


@pytest.mark.long
def test_raw_notes_are_notes_there_and_back(tmp_path: Path) -> None:
    run = Inside(tmp_path)
    notes = log_all(run, "--raw")
    assert len(notes) == len(NOTES) > 39
    text = all_documents(run)
    assert len(documents(text)) == len(notes) + 1  # and the person
    other = taken_in(tmp_path, text)
    found = meetings(other)
    assert {id_: met["notes"] for id_, met in found.items()} == {
        id_: safe(tidy(note.removeprefix("\ufeff").replace("\r\n", "\n"))) for id_, note in notes.items()
    }
    assert not any(met[kind] for met in found.values() for kind in ("actions", "moments", "topics", "checkins", "tags"))
    assert documents(all_documents(other)) == documents(text)


@pytest.mark.long
def test_logged_texts_are_the_same_meetings_there_and_back(tmp_path: Path) -> None:
    run = Inside(tmp_path)
    logged = log_all(run)
    assert len(logged) >= len(NOTES) - 6
    text = all_documents(run)
    assert len(documents(text)) == len(logged) + 1
    other = taken_in(tmp_path, text)
    assert meetings(other) == meetings(run)
    assert documents(all_documents(other)) == documents(text)


@pytest.mark.long
@pytest.mark.parametrize(("words", "why"), [
    ('he said @"x', 'and "y"'), ('due:"', 'soon"'), ('@"', 'x" @ben'), ('\\@"x', '" due:fri'), ('opened:"2026', '-01-01"'),
])  # fmt: skip
def test_quotes_that_open_in_one_text_do_not_close_in_another(tmp_path: Path, words: str, why: str) -> None:
    run = Inside(tmp_path)
    action = json.loads(run("actions", "add", words, "--with", "mia", "--new", "--json").out)
    run("drop", action["id"], "--why", why)
    other = taken_in(tmp_path, all_documents(run))
    (there,) = json.loads(other("actions", "--all", "--json").out)
    assert without_uids({**there, "handed_over": []}) == without_uids(
        json.loads(run("show", action["id"], "--json").out)
    )
    assert there["outcome"] == why
