"""What a text is: by what stands in it, then by its name; where two sources are as likely, nobody guesses."""

import re
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from onelog.core.errors import Message, Refused, Wrong
from onelog.sources import SOURCES, Source

_CLOSE = 10
"""Sources whose sureness differs by less are as likely as each other."""

_SURE = 90


class _Unread(NamedTuple):
    """A kind of text that is known and not read."""

    about: Message
    is_it: Callable[[str, str], int]


def _tells(expression: str, *endings: str, so_sure: int = _SURE) -> Callable[[str, str], int]:
    """How sure the beginning of a text, or its name, is about a kind."""

    def sure(text: str, name: str) -> int:
        return so_sure if re.search(expression, text, re.MULTILINE) else 65 if name.lower().endswith(endings) else 0

    return sure


def _of_lines(expression: str, *endings: str) -> Callable[[str, str], int]:
    """How sure it is by how many of the first lines look so."""

    def sure(text: str, name: str) -> int:
        lines = [line for line in text.split("\n")[:50] if line.strip()]
        share = sum(1 for line in lines if re.match(expression, line)) / len(lines) if lines else 0
        return round(share * 80) if share > 0.6 else 65 if name.lower().endswith(endings) else 0

    return sure


_UNREAD = (
    _Unread(Message("help.sources.unread_contacts"), _tells(r"\A\ufeff?BEGIN:VCARD", ".vcf", ".vcard")),
    _Unread(Message("help.sources.unread_page"), _tells(r"(?i)\A\s*<(?:!doctype html|html|body)\b", ".html", ".htm")),
    _Unread(
        Message("help.sources.unread_json"),
        _tells(r"\A\ufeff?\s*(?:\{\s*(?:[\"}]|$)|\[\s*[{\]])", ".json", ".jsonl", so_sure=70),
    ),
    _Unread(Message("help.sources.unread_rtf"), _tells(r"\A\{\\rtf", ".rtf")),
    _Unread(
        Message("help.sources.unread_mail"),
        _tells(r"\A(?:From|Return-Path|Received|Delivered-To): \S+", ".eml", ".mbox"),
    ),
)


class _OtherProgram(NamedTuple):
    """A program whose files are no text, and as what it can save them."""

    about: Message
    form: str
    is_it: Callable[[bytes, str], bool]


def _begins(begin: bytes, *endings: str) -> Callable[[bytes, str], bool]:
    """Whether a file begins so, and is called so where endings are given."""
    return lambda data, name: data.startswith(begin) and name.lower().endswith(endings or "")


_OLE = b"\xd0\xcf\x11\xe0"
_PROGRAMS = (
    _OtherProgram(Message("help.sources.unread_sheet"), "CSV", _begins(b"PK", ".xlsx", ".xlsm", ".ods", ".numbers")),
    _OtherProgram(Message("help.sources.unread_sheet"), "CSV", _begins(_OLE, ".xls")),
    _OtherProgram(
        Message("help.sources.unread_document"),
        ".docx",
        _begins(b"PK", ".odt", ".pages", ".epub", ".pptx", ".odp", ".key"),
    ),
    _OtherProgram(Message("help.sources.unread_document"), ".docx", _begins(_OLE, ".doc", ".ppt")),
    _OtherProgram(Message("help.sources.unread_pdf"), ".docx", _begins(b"%PDF")),
)


def program_of(data: bytes, name: str) -> _OtherProgram | None:
    """The program that a file which is no text is of; None where nothing tells."""
    return next((program for program in _PROGRAMS if program.is_it(data, name)), None)


NAMED_TEXT = (".md", ".markdown", ".mdown", ".mkd", ".txt", ".text", ".org", ".vtt", ".csv", ".ics")
"""Names that promise a text."""


def module(source: Source) -> ModuleType:
    return import_module(source.module)


def recognize(text: str, name: str, wanted: str = "") -> Source:
    """The source that a text is of. Raises `Refused` for what no source reads, and where two are as likely."""
    if wanted:
        return SOURCES[wanted]
    beginning = text[:100_000]
    sure: list[tuple[int, Message, Source | None]] = [
        (module(source).identify(beginning, name), source.about, source) for source in SOURCES.values()
    ]
    special = {source.of for number, _, source in sure if source and number >= _SURE}
    sure = [row for row in sure if row[2] is None or row[2].name not in special]
    sure += [(kind.is_it(beginning, name), kind.about, None) for kind in _UNREAD]
    (best, about, found), (next_best, other, _), *_ = sorted(sure, key=lambda row: -row[0])
    if found is None:
        raise Refused("import_.not_read", name=name, about=about)
    if next_best and best - next_best < _CLOSE:
        raise Refused("import_.two_sources", name=name, about=about, other=other, format=found.name)
    return found


def is_sure(text: str, name: str) -> bool:
    """Whether the beginning of a text is one of a source for sure, and not only by its name."""
    return any(module(source).identify(text, name) >= _SURE for source in SOURCES.values())


def checked(name: str) -> str:
    """The name of a source that somebody typed. Raises `Wrong`."""
    if name in SOURCES:
        return name
    raise Wrong("import_.unknown_source", name=name[:20], sources=", ".join(SOURCES))
