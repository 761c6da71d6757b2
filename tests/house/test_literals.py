"""No sentence stands in the code: what a user reads is in the catalogue, in English and Japanese.

Every text of the program that reads like English is looked at. What may stay is a command to type, SQL, a pattern, the name of a
column, or listed here with its reason.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import onelog
from onelog.cli import COMMANDS

SOURCE = Path(onelog.__file__).parent
CATALOGUE = SOURCE / "core" / "phrases"
READS_LIKE_ENGLISH = re.compile(
    r"[A-Za-z][a-z’']+[”\"),.;:]* (?:[a-z’']{2,}|a\b|[A-Z][a-z])|\b[a-z’']{2,}[,;:]? [a-z’']{2,}|\b[a-z]{3,}:? …|…[,:;]? [a-z]{2,}\b"
)
"""Two words, one after the other, or one beside a value (…)."""
SQL = re.compile(
    r"\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|PRAGMA|WHERE|FROM|AND|OR|NOT|ORDER|GROUP|JOIN|IN|IS|AS|CASE|THEN|ELSE|END|DESC|"
    r"MATCH|NULL|coalesce|BEGIN|ATTACH|VALUES|ON|WITH|UNION|LIMIT|BY|SET|TABLE|INDEX)\b"
)
PATTERN = re.compile(r"<div |\(\?|\\[bswdSWD]|\[\^|\$\{|\$\(|commandline")
"""What regular expressions, pages and scripts of shells have, and sentences do not."""
TYPED = {word for row in COMMANDS for word in row.name.split()}

WORDS_OF_USERS = {
    "cli/__init__.py", "cli/complete_days.py", "cli/mistyped.py", "core/calendar/day_words.py",
    "core/calendar/near_days.py", "core/calendar/periods.py", "core/calendar/recurrence.py", "core/names/likely_names.py",
    "insight/watch_rules.py", "markdown/families.py", "markdown/labels.py", "markdown/occasions.py", "sources/action_table.py",
    "sources/dialects/notion.py", "sources/dialects/vibe_manager.py", "sources/note_facts.py", "sources/tables/guessed_rules.py",
}  # fmt: skip
"""Tables of words that people type, or write in their notes, and examples of them: nothing of it is said."""

ALLOWED: dict[str, tuple[str, ...]] = {
    # words that people type, and text of theirs
    "cli/complete.py": ("1st mon", "last fri"),
    "core/numbers.py": ("per cent",),
    "markdown/notices.py": ("follow up",),
    "markdown/privacy.py": ("reason to skip",),
    "cli/care/demo.py": (
        "She has the exception; one change",
        'me = "Ken Mori"\nlanguage = "…"',
        "  export ONELOG_JOURNAL",
        "onelog import examples",
    ),
    "terminal/insight/prep.py": ("on track",),
    # names in the change log, in JSON and in lines, which stay the same in every language
    "cli/care/forget.py": ("forget a person", "delete for good", "deleted before", "saved search"),
    "cli/complete.py ": ("private note",),
    "core/results/incoming.py": ("not understood",),
    "core/progress.py": ("on track",),
    "formats/presenters/patterns.py": ("not enough",),
    "formats/presenters/forms.py": ("line …: …",),
    "formats/digest/goal_reading.py": ("digest.on track",),
    "formats/digest/goals.py": ("on track",),
    "formats/review_document.py": ("on track",),
    "store/mentions.py": ('"goal …"',),
    "formats/folder.py": ("action …", "goal …", "person …"),
    "insight/patterns/pattern_search.py": ("ranks of neighbouring meetings",),
    "journal/people.py": ("brought back",),
    "store/vault/erasure.py": (" (under way)",),
    "store/vault/evidence.py": ("put back", "brought back", "no sum"),
    "store/vault/repair.py": ("put back", "brought back", "no sum"),
    "store/vault/soundness.py": ("put back", "brought back", "no sum"),
    "terminal/insight/review.py": ("on track",),
    "terminal/records/goals.py": ("on track",),
    "terminal/records/record.py": ("Comes back", "Last met", "Next due", "Handed over"),
    # where a line of a dry run comes from, and the report of an import: both are read by programs
    "sources/found_people.py": ("the folder …",),
    "sources/notes.py": ("line …",),
    "sources/own_documents.py": ("  <!-- from … -->",),
    "sources/report.py": ("… files", "… lines", "…\t… files"),
    "sources/transcripts/spoken.py": ("its last cue", "len: …m"),
    "sources/transcripts/spoken_text.py": ("its speakers", "who speaks"),
    # pages in English, as the documentation is: the schema, and what lies in an encrypted backup for whoever has no onelog
    "store/schema.py": ("",),
    "store/schema_page.py": ("",),
    "safety/encryption.py": ("An encrypted backup of a onelog journal.", "# public key: …", "Excessive work"),
    # what other programs say, take or show
    "cli/main.py": ("Traceback (most recent call last):",),
    "cli/usage.py": ("unexpected extra argument", "No such option", "No such command"),
    "core/installed.py": ("pipx inject", "uv tool install", "uv pip install", "… -m pip install"),
    "core/settings.py": ("Application Support",),
    "safety/environment.py": ("chmod go-w ", "onelog --journal … export"),
    "formats/html/markup.py": ("",),
    "formats/html/review.py": ("review sheets",),
    "formats/html/style.py": ("",),
    "cli/asking/prompt.py": ("bold ansicyan", "underline ansired", "bg:default default"),
    "terminal/kit/screen.py": ("bold ", "on track"),
    "terminal/docs_page.py": ("`onelog help", "\\1 (`onelog help"),
    # what only a programmer can bring about, and code that is made
    "core/values.py": ("",),
    "core/presenter.py": ("tuple[",),
    "core/settings.py ": ("dict[",),
    "formats/derived.py": ("",),
    "formats/json_results.py": ("… says not how",),
    "formats/json_export.py": ("the file",),
    "formats/json_lines.py": ("the file",),
    "formats/tsv.py": ("… says not how",),
    "journal/imports/import_export.py": ("The export",),
    "store/mapping.py": ("",),
}
"""What may stay, by its file: how it begins; "" is all of it. (A blank behind the name is another reason for the same file.)"""


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each text of a module that is no docstring; of one with values the whole, a … for each. Columns have names for programs."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "presented":
            skipped |= {id(one) for one in ast.walk(node)}
        elif isinstance(node, ast.JoinedStr):
            skipped |= {id(one) for one in node.values}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(str(one.value) if isinstance(one, ast.Constant) else "…" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def is_command(text: str) -> bool:
    """Whether it is a command with its options and places, and nothing else."""
    words = text.strip().strip('"').removeprefix("onelog").split()
    place = re.compile(r"--?[a-z-]+|[A-Z|]+|[^a-zA-Z]*|[a-z]+:.*|first|off|report|1y|achieved|reflect|\"x:")
    return all(word in TYPED or place.fullmatch(word) for word in words)


def english(name: str, text: str) -> Iterator[tuple[int, str]]:
    """What in a module reads like English and is neither a command nor a pattern nor SQL."""
    is_store = name.startswith("store/")
    for line, said in literals(ast.parse(text)):
        other = is_command(said) or PATTERN.search(said) or (is_store and SQL.search(said))
        if READS_LIKE_ENGLISH.search(said) and not other:
            yield line, said


def allowed(name: str) -> tuple[str, ...]:
    return ("",) if name in WORDS_OF_USERS else (*ALLOWED.get(name, ()), *ALLOWED.get(f"{name} ", ()))


def sources() -> dict[str, str]:
    return {
        path.relative_to(SOURCE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(SOURCE.rglob("*.py"))
        if CATALOGUE not in path.parents or path.stem == "spoken"
    }


def test_no_sentence_stands_in_the_code() -> None:
    assert [
        f"{name}:{line}: {said[:100]!r}"
        for name, text in sources().items()
        for line, said in english(name, text)
        if not said.startswith(allowed(name))
    ] == [], "say it with a key of core/phrases, in English and Japanese"


def test_what_may_stay_is_there() -> None:
    """A row whose text is gone would let the next one in."""
    found = {name: [said for _, said in english(name, text)] for name, text in sources().items()}
    rows = [(name.strip(), start) for name, starts in ALLOWED.items() for start in starts]
    assert [row for row in rows if not any(said.startswith(row[1]) for said in found[row[0]])] == []
    assert [name for name in sorted(WORDS_OF_USERS) if not found[name]] == []
    assert Counter(rows).most_common(1)[0][1] == 1


def test_a_sentence_in_the_code_would_be_found() -> None:
    """The table on the left is found, that on the right is not."""
    sentences = (
        '"Nothing was changed."',
        'f"line {n}"',
        'f"{name} is new"',
        '"no day"',
        '"onelog log Mia I met her"',
        '("a", "Look here")',
    )
    others = (
        '"onelog goals close ID --as achieved"',
        '"n_action"',
        'f"onelog edit {id_}"',
        '"errors.log.nobody"',
        '"""A docstring."""',
    )
    assert all(list(english("cli/x.py", f"say({one})")) for one in sentences)
    assert not any(list(english("cli/x.py", f"{one}" if one.startswith('"""') else f"say({one})")) for one in others)
