"""Notes by rules: headings that stand for a kind, words for moods, and keys of one's own; line by line, so that places stay."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from onelog.core.phrases import say
from onelog.markdown.body import Fence
from onelog.markdown.families import LABELS
from onelog.markdown.grammar import Place, guarded
from onelog.markdown.split import unix
from onelog.markdown.word_forms import normalized
from onelog.sources.foreign_front import read_front
from onelog.sources.tables.guessed_rules import MORE_KINDS
from onelog.sources.tables.table_rules import TableRules

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t\u3000]+(.*?)[:：]?(?:[ \t]+#+)?[ \t]*$")
_BOLD = re.compile(r"^\s*(?:\*\*|__)(.+?)[:：]?(?:\*\*|__)[:：]?\s*$")
_ITEM = re.compile(r"^([-*+]|\d+[.)])[ \t]+(?!\[[^\]]\])(\S.*)$")
_KEY_OF = {
    "day": "date",
    "length": "len",
    "person": "with",
    "mode": "mode",
    "mood": "mood",
    "seen": "seen",
    "rating": "rating",
}
"""What the field of a rule is called in front matter."""
_MOODS = ("mood", "seen")


def by_rules(lines: list[str], rules: object) -> list[str]:
    """As many lines: below a heading of the rules each item says its kind, and keys and moods are called as ours are."""
    if not isinstance(rules, TableRules):
        return lines
    start = read_front(lines).start
    keys = {rules.column(field).casefold(): key for field, key in _KEY_OF.items() if rules.column(field)}
    return [*(_key(line, keys, rules) for line in lines[:start]), *_items(lines[start:], rules)]


def _key(line: str, keys: dict[str, str], rules: TableRules) -> str:
    name, sign, said = line.partition(":")
    ours = keys.get(name.strip().casefold(), "")
    mood = rules.moods.get(said.strip().strip("\"'").casefold()) if (ours or name.strip()) in _MOODS else None
    return f"{ours or name}{sign} {mood}" if mood else f"{ours}{sign}{said}" if ours and sign else line


def _items(lines: Iterable[str], rules: TableRules) -> Iterator[str]:
    kinds = {normalized(word): kind for word, kind in rules.headings.items()}
    kind, fence = "", Fence()
    for line in lines:
        if fence.feed(line):
            yield line
        elif (heading := _heading(line)) is not None:
            kind = kinds.get(normalized(heading), "")
            yield line
        else:
            found = _ITEM.match(line) if kind else None
            yield _labelled(found[1], kind, found[2]) if found else line


def _labelled(mark: str, kind: str, words: str) -> str:
    words = guarded(words, Place(kind, True))
    return f"{mark} [ ] {words}" if kind == "action" else f"{mark} **{kind.capitalize()}:** {words}"


def _heading(line: str) -> str | None:
    found = _HEADING.match(line)
    return found[2] if found else found[1] if (found := _BOLD.match(line)) else None


def guess_of_notes(texts: Iterable[str], language: str = "en") -> str:
    """Rules for notes: the headings that are no words of onelog's, and the words for moods, as far as the notes have them."""
    headings: Counter[str] = Counter()
    moods: dict[str, None] = {}
    known = {normalized(word) for family in LABELS.values() for word in (*family.words, *family.headings)}
    for text in texts:
        lines = unix(text).split("\n")
        front = read_front(lines)
        said = [key.values[0].strip() for key in front.keys if key.name in _MOODS and key.values]
        moods |= {word: None for word in said if word and not word.isdecimal()}
        headings.update(_with_items(lines[front.start :]))
    ours = {word: MORE_KINDS.get(normalized(word), "") for word in headings if normalized(word) not in known}
    sure = [f"{_quoted(word)} = {_quoted(kind)}" for word, kind in ours.items() if kind]
    rest = [say(language, "rules.heading", heading=_quoted(word)) for word, kind in ours.items() if not kind][:20]
    lines = [say(language, "rules.first_of_notes"), "", *(["[headings]"] if sure or rest else []), *sure, *rest]
    if moods:
        lines += ["", say(language, "rules.moods"), *(f"# {_quoted(word)} = 3" for word in list(moods)[:12])]
    return "\n".join([*lines, ""])


def _with_items(lines: list[str]) -> Iterator[str]:
    """The headings without a digit beneath which items stand."""
    heading = ""
    for line in lines:
        if (found := _heading(line)) is not None:
            heading = found if not re.search(r"\d", found) else ""
        elif heading and _ITEM.match(line):
            yield heading
            heading = ""


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)
