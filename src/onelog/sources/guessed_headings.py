"""A first draft of the rules for notes: the headings and keys that mean nothing to onelog yet, to be looked at."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from onelog.core.model import PRIVATE
from onelog.core.phrases import say
from onelog.core.results.incoming import Hints, TextFile
from onelog.markdown.families import kind_of_heading
from onelog.markdown.parsing.private_headings import name
from onelog.markdown.split import unix
from onelog.markdown.word_forms import normalized
from onelog.sources.foreign_front import read_front
from onelog.sources.found_days import find_day
from onelog.sources.found_people import read_title
from onelog.sources.note_facts import DAYS, PEOPLE
from onelog.sources.ruled_sections import headings
from onelog.sources.tables.guessed_rules import MORE_KINDS

_MOST = 40
"""So many headings, and as many keys, are listed: those that stand most often."""
_MOODS = ("mood", "seen")
_READ = frozenset((*PEOPLE, *DAYS, "time", *_MOODS, "rating", "length", "len", "mode", "location", "title", "tags"))


def guess_headings(files: Iterable[TextFile], hints: Hints, language: str = "en") -> str:
    """Rules for these notes, in TOML: the headings and keys that stand there, the most frequent first; what is not sure is a comment."""
    found, keys = Counter[str](), Counter[str]()
    shown: dict[str, str] = {}
    moods: dict[str, None] = {}
    for file in files:
        lines = unix(file.text).split("\n")
        front = read_front(lines)
        keys.update(line for key in front.keys if key.name not in _READ for line in [key.lines[0].partition(":")[0]])
        moods |= {
            said: None for key in front.keys for said in key.values[:1] if key.name in _MOODS and not said.isdecimal()
        }
        for words in headings(lines[front.start :]):
            if not _is_read(words, hints):
                shown.setdefault(name(words), words)
                found[name(words)] += 1
    lines = [*_lines([(shown[one], n) for one, n in found.most_common(_MOST)], keys, language)]
    if moods:
        lines += ["", say(language, "rules.moods"), *(f"# {_quoted(word)} = 3" for word in [*moods][:12])]
    return "\n".join([*lines, ""])


def _is_read(words: str, hints: Hints) -> bool:
    """Whether a heading says a day, a person or a kind of records for everybody already, or nothing."""
    called = name(words)
    is_kind = kind_of_heading(called) not in ("", *PRIVATE)
    return not called or is_kind or bool(find_day(words, hints.conventions) or read_title(words, hints).people)


def _lines(found: list[tuple[str, int]], keys: Counter[str], language: str) -> Iterator[str]:
    yield say(language, "rules.first_of_notes")
    if found:
        yield from ("", "[headings]", say(language, "rules.headings"))
        for words, n in found:
            kind = MORE_KINDS.get(normalized(words), "")
            yield f"{_quoted(words)} = {_quoted(kind)}  # {n}" if kind else f'# {_quoted(words)} = "skip"  # {n}'
    if keys:
        yield from ("", "[columns]", say(language, "rules.keys"))
        yield from (f"# … = {_quoted(key)}  # {n}" for key, n in keys.most_common(_MOST))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
