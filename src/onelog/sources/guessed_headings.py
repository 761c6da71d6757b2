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
from onelog.sources.foreign_front import read_front
from onelog.sources.found_days import find_day
from onelog.sources.found_people import read_title
from onelog.sources.note_facts import DAYS, PEOPLE
from onelog.sources.ruled_sections import headings

_MOST = 40
"""So many headings, and as many keys, are listed: those that stand most often."""
_READ = frozenset(
    (*PEOPLE, *DAYS, "time", "mood", "seen", "rating", "length", "len", "mode", "location", "title", "tags")
)


def guess_headings(files: Iterable[TextFile], hints: Hints, language: str = "en") -> str:
    """Rules for these notes, in TOML, all as comments: the headings and keys that stand there, the most frequent first."""
    found, keys = Counter[str](), Counter[str]()
    shown: dict[str, str] = {}
    for file in files:
        lines = unix(file.text).split("\n")
        front = read_front(lines)
        keys.update(line for key in front.keys if key.name not in _READ for line in [key.lines[0].partition(":")[0]])
        for words in headings(lines[front.start :]):
            if not _is_read(words, hints):
                shown.setdefault(name(words), words)
                found[name(words)] += 1
    return "\n".join([*_lines([(shown[one], n) for one, n in found.most_common(_MOST)], keys, language), ""])


def _is_read(words: str, hints: Hints) -> bool:
    """Whether a heading says a day, a person or a kind of records for everybody already, or nothing."""
    called = name(words)
    is_kind = kind_of_heading(called) not in ("", *PRIVATE)
    return not called or is_kind or bool(find_day(words, hints.conventions) or read_title(words, hints).people)


def _lines(found: list[tuple[str, int]], keys: Counter[str], language: str) -> Iterator[str]:
    yield say(language, "rules.first_of_notes")
    if found:
        yield from ("", "[headings]", say(language, "rules.headings"))
        yield from (f'# {_quoted(words)} = "skip"  # {n}' for words, n in found)
    if keys:
        yield from ("", "[columns]", say(language, "rules.keys"))
        yield from (f"# … = {_quoted(key)}  # {n}" for key, n in keys.most_common(_MOST))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
